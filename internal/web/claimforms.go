package web

import (
	"encoding/hex"
	"net/http"
	"slices"
	"strconv"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/session"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/pages/claims"
	"factdesk/views/pages/review"
	"factdesk/views/pages/workbench"
)

// saying is a message for the next page.
func saying(text string) session.Flash { return session.Flash{Kind: "ok", Text: text} }

// claimForm is a form of a claim: what it asks for, and how to do it.
type claimForm struct {
	name string // of the form on the panel, where it comes back to
	do   func(cmd workflow.Command, on workflow.On) error
	done session.Flash // said on the next page
	// next is, on the workbench, the claim to go on to; nil stays.
	next func(claims []factcheck.Claim, id factcheck.ClaimID) factcheck.ClaimID
}

// change reads the form, lets read take what it needs from it, and does what read returns. A
// refused form comes back on the page it stood on, with what was typed.
func (s *Server) change(r *request, read func(f *form) claimForm) (reply, error) {
	id, err := pathID[factcheck.ClaimID](r.Request, "id", "claim")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	form := read(f)
	on := workflow.On{Claim: id, Revision: f.number("revision")}
	if err = f.err(); err == nil {
		err = form.do(r.command(f), on)
	}
	switch {
	case err == nil:
		return s.changed(r, id, f, form)
	case !isRefusal(err) || wantsJSON(r.Request):
		return reply{}, err
	}
	return s.claimAgain(r, id, &returned{name: form.name, form: f, err: err})
}

// changed leads on from a form that was done, to the page it stood on.
func (s *Server) changed(r *request, id factcheck.ClaimID, f *form, form claimForm) (reply, error) {
	rep := see(claimPath(id))
	switch f.line("page") {
	case onWorkbench:
		article, err := s.workflow.ArticleOf(r.Context(), r.actor(), id)
		if err != nil {
			return reply{}, err
		}
		to := id
		if form.next != nil {
			found, err := s.workflow.Workbench(r.Context(), r.actor(), article, id)
			if err != nil {
				return reply{}, err
			}
			to = form.next(found.Claims, id)
		}
		rep.location = benchPath(article, to, benchView(r))
	case onReview:
		next, err := s.workflow.NextToReview(r.Context(), r.actor(), 0)
		if err != nil {
			return reply{}, err
		}
		rep.location = "/review"
		if next != 0 {
			rep.location = reviewPath(next)
		}
	}
	rep.flash = append(rep.flash, form.done)
	return rep, nil
}

// nextCandidate returns the first candidate after the claim, in the article's order and round to
// its beginning; the claim itself when there is no other.
func nextCandidate(claims []factcheck.Claim, id factcheck.ClaimID) factcheck.ClaimID {
	return nextOf(claims, id, func(c *factcheck.Claim) bool { return c.Status == factcheck.Candidate })
}

// nextToPlace is nextCandidate for claims that wait for somebody to say where they stand in a new version of the article.
func nextToPlace(claims []factcheck.Claim, id factcheck.ClaimID) factcheck.ClaimID {
	return nextOf(claims, id, func(c *factcheck.Claim) bool { return anchorShows(c, showWaiting) })
}

func nextOf(claims []factcheck.Claim, id factcheck.ClaimID, wanted func(*factcheck.Claim) bool) factcheck.ClaimID {
	at := slices.IndexFunc(claims, func(c factcheck.Claim) bool { return c.ID == id }) + 1
	for _, c := range slices.Concat(claims[at:], claims[:at]) {
		if c.ID != id && wanted(&c) {
			return c.ID
		}
	}
	return id
}

// claimAgain shows a refused form on the page it stood on.
func (s *Server) claimAgain(r *request, id factcheck.ClaimID, back *returned) (reply, error) {
	switch back.form.line("page") {
	case onWorkbench:
		article, err := s.workflow.ArticleOf(r.Context(), r.actor(), id)
		if err != nil {
			return reply{}, err
		}
		found, err := s.workflow.Workbench(r.Context(), r.actor(), article, id)
		if err != nil {
			return reply{}, err
		}
		back.settle(found.Current)
		return showAgain(workbench.View(s.bench(r, &found, back, nil)), back.err), nil
	case onReview:
		found, err := s.workflow.Review(r.Context(), r.actor(), id)
		if err != nil {
			return reply{}, err
		}
		back.settle(&found.ClaimPage)
		return showAgain(review.StepView(s.stepModel(r, &found, back)), back.err), nil
	}
	found, err := s.workflow.Claim(r.Context(), r.actor(), id, 0)
	if err != nil {
		return reply{}, err
	}
	back.settle(&found)
	return showAgain(claims.View(s.claimModel(r, &found, back)), back.err), nil
}

// plain is a form that says no more than which claim, at which revision.
func (s *Server) plain(r *request, name string, done session.Flash, do func(r *request, cmd workflow.Command, on workflow.On) error) (reply, error) {
	return s.change(r, func(*form) claimForm {
		return claimForm{name: name, done: done, do: func(cmd workflow.Command, on workflow.On) error { return do(r, cmd, on) }}
	})
}

func (s *Server) acceptClaim(r *request) (reply, error) {
	return s.plain(r, "accept", offering("Accepted."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.AcceptClaim(r.Context(), cmd, on)
	})
}

func (s *Server) reopenClaim(r *request) (reply, error) {
	return s.plain(r, "reopen", offering("Reopened."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.ReopenClaim(r.Context(), cmd, on)
	})
}

func (s *Server) submitClaim(r *request) (reply, error) {
	return s.plain(r, "submit", saying("The claim waits for a reviewer now."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.SubmitClaim(r.Context(), cmd, on)
	})
}

func (s *Server) withdrawClaim(r *request) (reply, error) {
	return s.plain(r, "withdraw", saying("The claim is back from review."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.WithdrawClaim(r.Context(), cmd, on)
	})
}

func (s *Server) editClaim(r *request) (reply, error) {
	return s.plain(r, "edit", saying("A new version is open. The approved one stays as it was."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.EditApproved(r.Context(), cmd, on)
	})
}

func (s *Server) declineClaim(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.Decline{Reason: factcheck.DeclineReason(f.line("reason")), Note: f.line("note"), DuplicateOf: formID[factcheck.ClaimID](f, "duplicate_of")}
		return claimForm{name: "decline", next: nextCandidate, done: offering("Declined."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.DeclineClaim(r.Context(), cmd, on, in)
		}}
	})
}

func (s *Server) changeStatement(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.Statement{Text: f.text("statement"), Type: factcheck.ClaimType(f.line("type"))}
		return claimForm{name: "statement", done: offering("The statement is saved."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.ChangeStatement(r.Context(), cmd, on, in)
		}}
	})
}

func (s *Server) addSpan(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.NewSpan{Quote: f.text("quote"), Occurrence: f.number("occurrence")}
		if spans := f.spans(); len(spans) > 0 {
			in.Span = &spans[0]
		}
		return claimForm{name: "quote", done: offering("The words are added."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.AddSpan(r.Context(), cmd, on, in)
		}}
	})
}

// ordinal is the number of a span in the path; 0, which no span has, when it is none.
func ordinal(r *http.Request) int {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil {
		return 0
	}
	return n
}

func (s *Server) moveSpan(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		n, to := ordinal(r.Request), textspan.Span{Start: f.number("start"), End: f.number("end")}
		return claimForm{name: "quote", done: offering("The words are moved."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.MoveSpan(r.Context(), cmd, on, n, to)
		}}
	})
}

func (s *Server) removeSpan(r *request) (reply, error) {
	return s.change(r, func(*form) claimForm {
		n := ordinal(r.Request)
		return claimForm{name: "quote", done: offering("The words are taken out."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.RemoveSpan(r.Context(), cmd, on, n)
		}}
	})
}

func (s *Server) attribute(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := factcheck.Attribution{
			Unattributed: f.on("unattributed"), Speaker: f.line("speaker"), Kind: factcheck.ClaimantKind(f.line("speaker_kind")),
			Outlet: f.line("outlet"), Via: f.line("via"), Cue: f.line("cue"), Hedge: f.line("hedge"), Direct: f.on("direct"),
		}
		return claimForm{name: "attribution", done: offering("The attribution is saved."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.Attribute(r.Context(), cmd, on, in)
		}}
	})
}

func (s *Server) addEvidence(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.NewEvidence{
			Source: factcheck.Source{
				ID: formID[factcheck.SourceID](f, "source_id"), URL: f.line("url"), Citation: f.line("citation"), Title: f.line("title"),
				Publisher: f.line("publisher"), Author: f.line("author"), PublishedOn: f.date("published_on"), Kind: factcheck.SourceKind(f.line("kind")),
			},
			Tier: factcheck.Tier(f.line("tier")), Stance: factcheck.Stance(f.line("stance")), Quote: f.text("quote"), Locator: f.line("locator"),
			Note: f.text("note"), IndependenceGroup: f.line("independence_group"), AccessedOn: f.date("accessed_on"),
		}
		return claimForm{name: "evidence", done: offering("The source is added."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.AddEvidence(r.Context(), cmd, on, in)
		}}
	})
}

func (s *Server) changeEvidence(r *request) (reply, error) {
	id, err := pathID[factcheck.EvidenceID](r.Request, "evidence", "evidence")
	if err != nil {
		return reply{}, err
	}
	return s.change(r, func(f *form) claimForm {
		in := factcheck.Evidence{
			ID: id, Tier: factcheck.Tier(f.line("tier")), Stance: factcheck.Stance(f.line("stance")), Quote: f.text("quote"), Locator: f.line("locator"),
			Note: f.text("note"), IndependenceGroup: f.line("independence_group"), AccessedOn: f.date("accessed_on"),
		}
		return claimForm{name: "evidence-" + idText(id), done: offering("The source is saved."), do: func(cmd workflow.Command, on workflow.On) (err error) {
			if in.Tier == "" {
				if in.Tier, err = s.storedTier(r, on.Claim, id); err != nil {
					return err
				}
			}
			return s.workflow.ChangeEvidence(r.Context(), cmd, on, in)
		}}
	})
}

// storedTier is the tier of a piece of evidence, which its form leaves as it is.
func (s *Server) storedTier(r *request, claim factcheck.ClaimID, id factcheck.EvidenceID) (factcheck.Tier, error) {
	found, err := s.workflow.Claim(r.Context(), r.actor(), claim, 0)
	if err != nil {
		return "", err
	}
	for i := range found.Claim.Evidence {
		if e := &found.Claim.Evidence[i]; e.ID == id {
			return e.Tier, nil
		}
	}
	return "", errs.New(errs.NotFound, "The claim has no such evidence.")
}

func (s *Server) removeEvidence(r *request) (reply, error) {
	id, err := pathID[factcheck.EvidenceID](r.Request, "evidence", "evidence")
	if err != nil {
		return reply{}, err
	}
	return s.plain(r, "remove-evidence-"+idText(id), offering("The source is removed."), func(r *request, cmd workflow.Command, on workflow.On) error {
		return s.workflow.RemoveEvidence(r.Context(), cmd, on, id)
	})
}

func (s *Server) judge(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.Judgement{Rating: formID[factcheck.RatingID](f, "rating"), Rationale: f.text("rationale"), SearchNote: f.text("search_note")}
		return claimForm{name: "verdict", done: offering("The verdict is saved."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.Judge(r.Context(), cmd, on, in)
		}}
	})
}

func (s *Server) assignClaim(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		to := formID[factcheck.AccountID](f, "assignee")
		return claimForm{name: "assign", done: offering("Assigned."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.AssignClaim(r.Context(), cmd, on, to)
		}}
	})
}

func (s *Server) answerRequest(r *request) (reply, error) {
	id, err := pathID[factcheck.ChangeRequestID](r.Request, "request", "change request")
	if err != nil {
		return reply{}, err
	}
	return s.change(r, func(f *form) claimForm {
		answer := f.text("answer")
		return claimForm{name: "answer-" + idText(id), done: saying("The answer is saved."), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.Answer(r.Context(), cmd, on, id, answer)
		}}
	})
}

// decision reads what a reviewer was shown and says of it.
func decision(f *form) workflow.Decision {
	hash, err := hex.DecodeString(f.line("content_hash"))
	if err != nil || len(hash) != 32 {
		f.fault("content_hash", "The form does not say what you were shown. Reload the page.")
	}
	return workflow.Decision{ContentHash: hash, Note: f.text("note")}
}

func (s *Server) approve(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := decision(f)
		return claimForm{name: "approve", done: saying("Approved."), do: func(cmd workflow.Command, on workflow.On) error {
			in.Claim = on.Claim
			return s.workflow.Approve(r.Context(), cmd, in)
		}}
	})
}

func (s *Server) requestChanges(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := decision(f)
		var points workflow.Points
		fields := f.values["field"]
		for i, text := range f.values["point"] {
			point := factcheck.ChangeRequest{Point: text, Field: factcheck.FieldOther}
			if i < len(fields) {
				point.Field = factcheck.ContentField(fields[i])
			}
			points.New = append(points.New, point)
		}
		for _, id := range f.values["reopen"] {
			if request, ok := parseID[factcheck.ChangeRequestID](id); ok {
				points.Reopen = append(points.Reopen, request)
			}
		}
		return claimForm{name: "request-changes", done: saying("The claim goes back with your points."), do: func(cmd workflow.Command, on workflow.On) error {
			in.Claim = on.Claim
			return s.workflow.RequestChanges(r.Context(), cmd, in, points)
		}}
	})
}
