package web

import (
	"context"
	"log/slog"
	"slices"
	"strconv"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/session"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/pages/workbench"
)

// The kinds of a message about something that can be undone, and about something that was.
const (
	doneKind   = "undo"
	undoneKind = "redo"
)

// offering is a message for the next page about something that can be undone there.
func offering(text string) session.Flash { return session.Flash{Kind: doneKind, Text: text} }

// stepForm is the form that undoes or redoes a step; nil when there is none. claim names the claims of it.
func stepForm(article factcheck.ArticleID, step *workflow.UndoStep, page string, claim func(factcheck.ClaimID) string) *components.StepForm {
	if step == nil {
		return nil
	}
	f := &components.StepForm{Action: articlePath(article) + "/undo", Key: newKey(), Step: step.Step, Page: page, Verb: "Undo", What: step.Words}
	if step.Undone {
		f.Action, f.Verb = articlePath(article)+"/redo", "Redo"
	}
	if len(step.Claims) == 1 {
		f.What += " " + claim(step.Claims[0])
	} else {
		f.What += " " + counted(len(step.Claims), "claim")
	}
	return f
}

// benchSteps puts what can be undone and redone at the foot of the workbench, beside what was just done.
func benchSteps(m *workbench.Model, actor factcheck.Actor, found *workflow.Workbench) {
	if !actor.Role.AtLeast(factcheck.Editor) {
		return
	}
	number := claimNumbers(found.Claims)
	m.Undo = stepForm(found.Article.ID, found.Steps.Undo, onWorkbench, number)
	m.Redo = stepForm(found.Article.ID, found.Steps.Redo, onWorkbench, number)
	if m.Undo != nil {
		m.Undo.Keycap = "u"
	}
	if m.Redo != nil {
		m.Redo.Keycap = "Shift+U"
	}
	m.Page.Flashes = slices.DeleteFunc(m.Page.Flashes, func(f components.Flash) bool {
		if f.Offer != "" {
			m.Done = f.Text
		}
		return f.Offer != ""
	})
}

// claimNumbers names claims by their place in a list; one that is not in it was undone.
func claimNumbers(claims []factcheck.Claim) func(factcheck.ClaimID) string {
	return func(id factcheck.ClaimID) string {
		if i := slices.IndexFunc(claims, func(c factcheck.Claim) bool { return c.ID == id }); i >= 0 {
			return "claim " + strconv.Itoa(i+1)
		}
		return "a claim"
	}
}

// offerSteps completes the messages of a claim's page that offer to undo or redo what they tell of.
func (s *Server) offerSteps(r *request, c *factcheck.Claim, flashes []components.Flash) {
	if !slices.ContainsFunc(flashes, func(f components.Flash) bool { return f.Offer != "" }) {
		return
	}
	next, err := s.workflow.UndoNext(r.Context(), r.actor(), c.Article)
	if err != nil {
		// What was asked is done, and the page can be read without this offer.
		s.log.LogAttrs(r.Context(), slog.LevelWarn, "look up what can be undone", slog.Any("err", err))
		return
	}
	claim := func(id factcheck.ClaimID) string {
		if id == c.ID {
			return "this claim"
		}
		return "another claim"
	}
	for i := range flashes {
		switch flashes[i].Offer {
		case doneKind:
			flashes[i].Step = stepForm(c.Article, next.Undo, onClaim, claim)
		case undoneKind:
			flashes[i].Step = stepForm(c.Article, next.Redo, onClaim, claim)
		}
	}
}

func (s *Server) undo(r *request) (reply, error) {
	return s.revert(r, session.Flash{Kind: undoneKind, Text: "Undone."}, s.workflow.Undo)
}

func (s *Server) redo(r *request) (reply, error) {
	return s.revert(r, offering("Redone."), s.workflow.Redo)
}

// revert undoes or redoes the step that the form was about, and shows its claim on the page the form stood on.
func (s *Server) revert(r *request, done session.Flash,
	do func(ctx context.Context, cmd workflow.Command, article factcheck.ArticleID, step int) (workflow.Reverted, error),
) (reply, error) {
	article, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	step := f.number("step")
	var reverted workflow.Reverted
	if err = f.err(); err == nil {
		reverted, err = do(r.Context(), r.command(f), article, step)
	}
	switch {
	case err == nil:
		rep := see(revertedPath(article, reverted, f.line("page"), benchView(r)))
		rep.flash = append(rep.flash, done)
		return rep, nil
	case !isRefusal(err) || wantsJSON(r.Request):
		return reply{}, err
	}
	found, findErr := s.workflow.Workbench(r.Context(), r.actor(), article, 0)
	if findErr != nil {
		return reply{}, findErr
	}
	m := s.bench(r, &found, nil, nil)
	m.Page.Flashes = append(m.Page.Flashes, components.Flash{Kind: "error", Text: errs.Message(err)})
	return showAgain(workbench.View(m), err), nil
}

// revertedPath is where the claim of a step is to be seen now; the article when it is gone.
func revertedPath(article factcheck.ArticleID, reverted workflow.Reverted, page, view string) string {
	switch {
	case reverted.Gone || len(reverted.Claims) == 0:
		return articlePath(article)
	case page == onClaim:
		return claimPath(reverted.Claims[0])
	}
	return benchPath(article, reverted.Claims[0], view)
}
