package web

import (
	"encoding/hex"
	"log/slog"
	"strconv"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
	"factdesk/views/components"
)

// The pages that show a claim's panel; a form of the panel says on which one it stands.
const (
	onWorkbench = "workbench"
	onClaim     = "claim"
	onReview    = "review"
)

// panel shows a claim to the actor. It is built part by part; each part takes what was typed
// from back where its form was refused.
type panel struct {
	actor factcheck.Actor
	found *workflow.ClaimPage
	claim *factcheck.Claim
	page  string
	desk  string // slug
	shown string // the workbench's view; "" on other pages
	back  *returned
	today string // YYYY-MM-DD
	said  *reader
	// library offers sources the desk has; nil where no evidence can be added.
	library []components.Option
}

// librarySize is how many of the desk's newest sources a form offers.
const librarySize = 50

func (s *Server) newPanel(r *request, found *workflow.ClaimPage, page string, back *returned) *panel {
	p := &panel{
		actor: r.actor(), found: found, claim: &found.Claim, page: page, desk: r.me.Desk.Slug, back: back, today: isoDay(s.now().UTC()), said: newReader(found.Text),
	}
	if page == onWorkbench {
		p.shown = benchView(r)
	}
	if !p.editable() || !p.checked() {
		return p
	}
	list, err := s.workflow.Sources(r.Context(), p.actor, "", 0, librarySize)
	if err != nil {
		// A form without this offer still does its work.
		s.log.LogAttrs(r.Context(), slog.LevelWarn, "list the library for a form", slog.Any("err", err))
		return p
	}
	for i := range list.Sources {
		src := &list.Sources[i]
		p.library = append(p.library, components.Option{Value: idText(src.ID), Label: src.Name()})
	}
	if len(p.library) > 0 {
		p.library = append([]components.Option{{Value: "", Label: "None: a new source"}}, p.library...)
	}
	return p
}

// newest reports whether the panel shows the claim as it is now, and not an earlier version.
func (p *panel) newest() bool { return p.claim.Version == p.found.Current }

// editable reports whether the actor may change the claim's content here and now.
func (p *panel) editable() bool {
	return p.newest() && p.page != onReview && p.claim.Refusal(p.actor, factcheck.ActionChange) == nil
}

func (p *panel) view() components.ClaimPanel {
	c := p.claim
	v := components.ClaimPanel{
		ID: idText(c.ID), Version: c.Version, Status: statusView(c.Status), Quote: p.quote(), Why: p.why(), Statement: p.statement(),
		Anchor: p.anchor(), Attribution: p.attribution(), Evidence: p.evidence(), Verdict: p.verdict(), Requests: p.requests(), Reviews: p.reviews(),
		Assignment: p.assignment(), Forms: p.forms(), Conflict: p.conflict(), Decline: p.decline(), Returns: p.returns(), Actions: p.actions(),
	}
	if c.Verdict != nil {
		v.Rating = ratingView(c.Verdict.Rating)
	}
	if p.page != onClaim {
		v.URL = claimPath(c.ID)
	}
	v.Line, v.LineWhen = p.line()
	for _, person := range c.Contributors {
		v.Contributors = append(v.Contributors, person.Name)
	}
	for _, e := range p.found.Published {
		v.Published = append(v.Published, components.Published{
			Edition: e.Edition, Version: e.Version, Report: components.Link{Text: e.Headline, URL: editionPath(p.desk, e.Slug, e.Edition)},
		})
	}
	return v
}

// line says who brought the claim where it is.
func (p *panel) line() (string, components.When) {
	c := p.claim
	switch c.Status {
	case factcheck.Candidate:
		if c.Origin == factcheck.ByEditor {
			return "Proposed by " + c.CreatedBy.Name, since(c.CreatedAt)
		}
		return "Found in the article", since(c.CreatedAt)
	case factcheck.InReview:
		if c.SubmittedBy != nil {
			return "Submitted by " + c.SubmittedBy.Name, since(c.SubmittedAt)
		}
	case factcheck.Approved, factcheck.ChangesRequested:
		if n := len(c.Reviews); n > 0 {
			last := c.Reviews[n-1]
			return capital(decisionWords(last.Decision)) + " by " + last.Reviewer.Name, since(last.CreatedAt)
		}
	case factcheck.Declined:
		line := "Declined: " + strings.ToLower(c.DeclineReason.Label())
		if c.DuplicateOf != 0 {
			line += " (claim " + idText(c.DuplicateOf) + ")"
		}
		if c.DeclineNote != "" {
			line += ". " + c.DeclineNote
		}
		return line, since(c.UpdatedAt)
	case factcheck.Open:
	}
	return "Last changed", since(c.UpdatedAt)
}

func decisionWords(d factcheck.Decision) string {
	if d == factcheck.Approve {
		return "approved"
	}
	return "changes requested"
}

func (p *panel) forms() components.PanelForms {
	f := components.PanelForms{
		Key: newKey(), Revision: int64(p.claim.Revision), ContentHash: hex.EncodeToString(p.claim.ContentHash), Page: p.page, View: p.shown,
	}
	if p.back != nil && p.back.settled == "" && !p.back.isConflict() {
		f.Failed, f.Message, f.Reasons = p.back.name, errs.Message(p.back.err), reasons(errs.Reasons(p.back.err))
	}
	return f
}

func (p *panel) assignment() components.Assignment {
	a := components.Assignment{}
	if p.claim.Assignee != nil {
		a.Name, a.Mine = p.claim.Assignee.Name, p.claim.Assignee.ID == p.actor.Account
	}
	if !p.actor.Role.AtLeast(factcheck.Editor) || !p.newest() || p.page == onReview {
		return a
	}
	a.Me = idText(p.actor.Account)
	a.Members = []components.Option{{Value: "", Label: "Nobody", Selected: p.claim.Assignee == nil}}
	for _, m := range p.found.Members {
		a.Members = append(a.Members, components.Option{
			Value: idText(m.ID), Label: m.Name, Selected: p.claim.Assignee != nil && p.claim.Assignee.ID == m.ID,
		})
	}
	return a
}

// conflict shows what is stored beside what was typed, word by word.
func (p *panel) conflict() *components.PanelConflict {
	if !p.back.isConflict() {
		return nil
	}
	c := &components.PanelConflict{By: "Somebody", When: since(p.claim.UpdatedAt), Action: components.InView(p.back.form.action, p.shown), Theirs: p.home()}
	if len(p.found.Events) > 0 && p.found.Events[0].ActorName != nil {
		c.By = *p.found.Events[0].ActorName
	}
	for _, f := range p.stored(p.back.name) {
		yours := p.back.form.text(f.name)
		if f.value != yours {
			theirs, mine := diffSides(f.value, yours)
			c.Fields = append(c.Fields, components.ConflictDiff{Label: f.label, Theirs: theirs, Yours: mine})
		}
	}
	for _, name := range p.back.form.names() {
		if name == "key" || name == "revision" || name == "page" {
			continue
		}
		for _, value := range p.back.form.values[name] {
			c.Typed = append(c.Typed, components.Typed{Name: name, Value: value})
		}
	}
	return c
}

// home is the address of the page the panel stands on.
func (p *panel) home() string {
	switch p.page {
	case onWorkbench:
		return benchPath(p.claim.Article, p.claim.ID, p.shown)
	case onReview:
		return reviewPath(p.claim.ID)
	}
	return claimPath(p.claim.ID)
}

// storedField is a field of a form with what is stored for it.
type storedField struct{ name, label, value string }

// stored lists the texts of the named form as they are stored.
func (p *panel) stored(form string) []storedField {
	c := p.claim
	switch form {
	case "statement":
		return []storedField{{"statement", "Statement", c.Statement}, {"type", "Type", string(c.Type)}}
	case "attribution":
		a := c.Attribution
		if a == nil {
			a = &factcheck.Attribution{}
		}
		return []storedField{
			{"speaker", "Said by", a.Speaker}, {"outlet", "Said to, or first carried by", a.Outlet}, {"via", "Passed on by", a.Via},
			{"cue", "The article’s word for it", a.Cue}, {"hedge", "The article’s hedge", a.Hedge},
		}
	case "verdict":
		v := c.Verdict
		if v == nil {
			v = &factcheck.Verdict{}
		}
		return []storedField{{"rationale", "Rationale", v.Rationale}, {"search_note", "What was searched", v.SearchNote}}
	case "evidence":
		return []storedField{{"url", "Address", ""}, {"title", "Title", ""}, {"quote", "Its exact words", ""}, {"note", "Note", ""}}
	}
	if id, ok := strings.CutPrefix(form, "evidence-"); ok {
		for i := range c.Evidence {
			if e := &c.Evidence[i]; idText(e.ID) == id {
				return []storedField{{"quote", "Its exact words", e.Quote}, {"locator", "Where in it", e.Locator}, {"note", "Note", e.Note}}
			}
		}
	}
	if id, ok := strings.CutPrefix(form, "answer-"); ok {
		for _, q := range c.ChangeRequests {
			if idText(q.ID) == id {
				return []storedField{{"answer", "Answer", q.Answer}}
			}
		}
	}
	return nil
}

// actions are the next steps of the workflow from where the claim stands, with why one that
// the actor's role allows cannot be taken now.
func (p *panel) actions() []components.PanelAction {
	if !p.newest() {
		return nil
	}
	var list []components.PanelAction
	for _, a := range panelActions() {
		step := a.view
		err := p.claim.Refusal(p.actor, a.action)
		// A reviewer decides here; that somebody else could withdraw the claim is of no use to them.
		if !p.concerns(a.action) || (err != nil && p.page == onReview && a.action == factcheck.ActionWithdraw) {
			continue
		}
		step.Allowed, step.Reasons = err == nil, reasons(errs.Reasons(err))
		list = append(list, step)
	}
	return list
}

// concerns reports whether the action leads on from the claim's status, for somebody of the
// actor's role.
func (p *panel) concerns(action factcheck.Action) bool {
	for _, t := range factcheck.Transitions() {
		if t.Action != action {
			continue
		}
		for _, from := range t.From {
			if from == p.claim.Status {
				return p.actor.Role.AtLeast(t.Role)
			}
		}
	}
	return false
}

// panelAction is a step of the workflow as the panel offers it.
type panelAction struct {
	action factcheck.Action
	view   components.PanelAction
	event  string // the log's name for it
	done   string // what to say of whoever took it
}

// to is the status that the step leads to.
func (a panelAction) to() factcheck.Status {
	return (&factcheck.Claim{}).Next(a.action)
}

func panelActions() []panelAction {
	return []panelAction{
		{factcheck.ActionAccept, components.PanelAction{Name: "accept", Text: "Accept", Keycap: "a", Kind: "primary"}, "claim.accepted", "has accepted it"},
		{factcheck.ActionApprove, components.PanelAction{Name: "approve", Text: "Approve", Keycap: "Shift+A", Kind: "primary"}, "claim.approved", "has approved it"},
		{factcheck.ActionRequestChanges, components.PanelAction{Name: "request-changes", Text: "Request changes", Keycap: "Shift+R"}, "claim.changes_requested", "has requested changes"},
		{factcheck.ActionSubmit, components.PanelAction{Name: "submit", Text: "Submit for review", Keycap: "r", Kind: "primary"}, "claim.submitted", "has submitted it"},
		{factcheck.ActionWithdraw, components.PanelAction{Name: "withdraw", Text: "Withdraw from review"}, "claim.withdrawn", "has withdrawn it"},
		{factcheck.ActionEdit, components.PanelAction{Name: "edit", Text: "Edit as a new version"}, "claim.new_version", "has opened a new version"},
		{factcheck.ActionReopen, components.PanelAction{Name: "reopen", Text: "Reopen"}, "claim.reopened", "has reopened it"},
		{factcheck.ActionDecline, components.PanelAction{Name: "decline", Text: "Decline", Keycap: "x"}, "claim.declined", "has declined it"},
	}
}

// decline is the form that says why a claim will not be checked; nil where it cannot be declined.
func (p *panel) decline() *components.PanelDecline {
	if !p.newest() || p.page == onReview || p.claim.Refusal(p.actor, factcheck.ActionDecline) != nil {
		return nil
	}
	d := &components.PanelDecline{
		Reason: p.back.typed("decline", "reason", ""), DuplicateOf: p.back.typed("decline", "duplicate_of", ""),
		Note: p.back.typed("decline", "note", ""), Open: p.back.came("decline"),
	}
	for _, reason := range factcheck.DeclineReasons() {
		d.Reasons = append(d.Reasons, components.Option{Value: string(reason), Label: reason.Label()})
	}
	return d
}

// returns is the form that sends the claim back with points; nil where it cannot be.
func (p *panel) returns() *components.PanelReturns {
	if !p.newest() || p.claim.Refusal(p.actor, factcheck.ActionRequestChanges) != nil {
		return nil
	}
	r := &components.PanelReturns{Note: p.back.typed("request-changes", "note", ""), Open: p.back.came("request-changes")}
	for _, field := range factcheck.ContentFields() {
		r.Fields = append(r.Fields, components.Option{Value: string(field), Label: capital(string(field))})
	}
	if p.back.came("request-changes") {
		fields := p.back.form.values["field"]
		for i, text := range p.back.form.values["point"] {
			point := components.ReturnPoint{Text: text}
			if i < len(fields) {
				point.Field = fields[i]
			}
			r.Points = append(r.Points, point)
		}
	}
	return r
}

func (p *panel) requests() []components.PanelRequest {
	var list []components.PanelRequest
	answerable := p.newest() && p.page != onReview && p.claim.Refusal(p.actor, factcheck.ActionAnswer) == nil
	for _, q := range p.claim.ChangeRequests {
		view := components.PanelRequest{
			ID: idText(q.ID), Field: string(q.Field), FieldLabel: capital(string(q.Field)), Point: q.Point,
			Status: components.Status{Name: string(q.Status), Label: requestLabel(q.Status)}, By: q.RaisedBy.Name, When: since(q.RaisedAt),
			Answer: p.back.typed("answer-"+idText(q.ID), "answer", q.Answer), Answerable: answerable && q.Status == factcheck.RequestOpen,
		}
		if q.AnsweredBy != nil {
			view.AnsweredBy = q.AnsweredBy.Name
		}
		list = append(list, view)
	}
	return list
}

func requestLabel(s factcheck.RequestStatus) string {
	if s == factcheck.RequestOpen {
		return "Not answered"
	}
	return capital(string(s))
}

func (p *panel) reviews() []components.PanelReview {
	var list []components.PanelReview
	for _, r := range p.claim.Reviews {
		words := "approved"
		if r.Decision == factcheck.RequestChanges {
			words = "asked for changes"
		}
		list = append(list, components.PanelReview{
			Reviewer: r.Reviewer.Name, Approved: r.Decision == factcheck.Approve, Decision: words, Version: r.Version, Note: r.Note, When: since(r.CreatedAt),
		})
	}
	return list
}

// score writes a check-worthiness as people read it.
func score(value float64) string { return strconv.FormatFloat(value, 'f', 2, 64) }
