package web

import (
	"net/url"
	"slices"
	"strconv"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/workbench"
)

// benchPath is the workbench of an article with a claim as the current one, looked at in one of
// its views: "" as it is read.
func benchPath(article factcheck.ArticleID, claim factcheck.ClaimID, view string) string {
	return components.InView(articlePath(article)+"?claim="+idText(claim), view)
}

// benchView is the view of the workbench that was asked for: apartView, or "". Every link of the
// page names it, and so does the address of every form, so that it outlasts both.
func benchView(r *request) string {
	if r.URL.Query().Get("view") == apartView {
		return apartView
	}
	return ""
}

func (s *Server) workbench(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	found, err := s.workflow.Workbench(r.Context(), r.actor(), id, queryID[factcheck.ClaimID](r.Request, "claim"))
	if err != nil {
		return reply{}, err
	}
	return show(workbench.View(s.bench(r, &found, nil, nil))), nil
}

// bench is the workbench of an article. back is a form of the current claim that was refused,
// made the form that makes a claim; either may be nil.
func (s *Server) bench(r *request, found *workflow.Workbench, back, made *returned) workbench.Model {
	article := &found.Article
	show, view := r.URL.Query().Get("show"), benchView(r)
	m := workbench.Model{
		Page: s.frame(r, article.Title, layout.Articles), ID: idText(article.ID), Title: article.Title, Facts: articleFacts(article),
		Report: benchReport(r.actor(), found), Progress: benchProgress(found.Claims), Version: found.Version.Number,
		Filters: benchFilters(article.ID, show, view, found.Claims), Make: s.makeForm(r, found, made), View: view,
	}
	m.Page.Wide = true
	m.Page.Flashes = append(m.Page.Flashes, back.flashes()...)
	if made != nil {
		m.Page.Flashes = append(m.Page.Flashes, aboveMake(made.err))
	}
	current := 0
	if found.Current != nil {
		p := s.newPanel(r, found.Current, onWorkbench, back)
		panel := p.view()
		current = slices.IndexFunc(found.Claims, func(c factcheck.Claim) bool { return c.ID == p.claim.ID })
		panel.Number = current + 1
		placeInList(&panel, p.claim, found.Claims, current)
		m.Panel = &panel
		m.Position = "Claim " + strconv.Itoa(panel.Number) + " of " + strconv.Itoa(len(found.Claims))
	}
	said := newReader(found.Version.Text)
	m.Text = benchText(found, view)
	if view == apartView {
		m.Text.Apart = sentenceFacts(said, found, view)
	}
	m.Views, m.Split, m.Texts = benchViews(found, m.Text.Apart != nil), benchSplit(r.actor(), found), benchTexts(r.actor(), found)
	m.Claims = benchItems(said, found, show, view)
	benchSteps(&m, r.actor(), found)
	return m
}

// aboveMake says above the page why the form that makes a claim came back, and leads to it: it
// stands far below, past the article.
func aboveMake(err error) components.Flash {
	flash := components.Flash{Kind: "error", Text: errs.Message(err), Link: components.Link{Text: "Go to the form", URL: "#make-claim"}}
	for _, reason := range errs.Reasons(err) {
		if reason.Field == "quote" {
			flash.Link = components.Link{Text: "Go to the words", URL: "#f-quote"}
		}
	}
	return flash
}

// placeInList tells the panel of the claims around it: before, after, on the same words.
func placeInList(view *components.ClaimPanel, c *factcheck.Claim, claims []factcheck.Claim, at int) {
	if at > 0 {
		view.Previous = benchPath(c.Article, claims[at-1].ID, view.Forms.View)
	}
	if at >= 0 && at+1 < len(claims) {
		view.Next = benchPath(c.Article, claims[at+1].ID, view.Forms.View)
	}
	for i := range claims {
		other := &claims[i]
		if other.ID == c.ID {
			continue
		}
		if other.Status != factcheck.Declined && at >= 0 && share(claims[at].Spans, other.Spans) {
			link := components.Link{Text: "claim " + strconv.Itoa(i+1), URL: benchPath(c.Article, other.ID, view.Forms.View)}
			if factcheck.SameSpans(claims[at].Spans, other.Spans) {
				view.SameWords = append(view.SameWords, link)
			} else {
				view.Overlaps = append(view.Overlaps, link)
			}
		}
		if view.Decline != nil {
			view.Decline.Duplicates = append(view.Decline.Duplicates, components.Option{
				Value: idText(other.ID), Label: "Claim " + strconv.Itoa(i+1) + ": " + claimTitle(other),
			})
		}
	}
	if view.Decline != nil && len(view.Decline.Duplicates) > 0 {
		view.Decline.Duplicates = append([]components.Option{{Value: "", Label: "None"}}, view.Decline.Duplicates...)
	}
}

// share reports whether two quotes have words in common.
func share(a, b []factcheck.Quote) bool {
	return slices.ContainsFunc(a, func(x factcheck.Quote) bool {
		return slices.ContainsFunc(b, func(y factcheck.Quote) bool { return x.Span.Overlaps(y.Span) })
	})
}

// claimTitle is what to call a claim: its statement, or its words while it has none.
func claimTitle(c *factcheck.Claim) string {
	if c.Statement != "" {
		return c.Statement
	}
	return c.Quoted()
}

func articleFacts(a *factcheck.Article) []components.Link {
	var facts []components.Link
	for _, text := range []string{a.Publisher, a.Author, day(a.PublishedOn).Text} {
		if text != "" {
			facts = append(facts, components.Link{Text: text})
		}
	}
	if a.URL != "" {
		facts = append(facts, components.Link{Text: "Original", URL: a.URL})
	}
	return facts
}

func benchReport(actor factcheck.Actor, found *workflow.Workbench) workbench.Report {
	if found.Report != nil {
		return workbench.Report{URL: reportPath(found.Report.ID), Text: reportState(found.Report.Edition)}
	}
	return workbench.Report{Text: "Start the report", Key: newKey(), CanAdd: actor.Role.AtLeast(factcheck.Editor)}
}

func benchProgress(claims []factcheck.Claim) []workbench.Count {
	var list []workbench.Count
	for _, status := range factcheck.Statuses() {
		list = append(list, workbench.Count{Status: statusView(status), Claims: countStatus(claims, status)})
	}
	return list
}

func countStatus(claims []factcheck.Claim, status factcheck.Status) int {
	n := 0
	for i := range claims {
		if claims[i].Status == status {
			n++
		}
	}
	return n
}

// benchFilters are the ways to narrow the article's list of claims; "show" names the status.
func benchFilters(article factcheck.ArticleID, show, view string, claims []factcheck.Claim) []components.Tab {
	tabs := []components.Tab{{Text: "All", URL: components.InView(articlePath(article), view), Count: strconv.Itoa(len(claims)), Current: show == "" || show == "all"}}
	for _, status := range factcheck.Statuses() {
		if n := countStatus(claims, status); n > 0 {
			tabs = append(tabs, components.Tab{
				Text: status.Label(), URL: components.InView(articlePath(article)+"?"+url.Values{"show": {string(status)}}.Encode(), view),
				Count: strconv.Itoa(n), Current: show == string(status),
			})
		}
	}
	return append(tabs, anchorFilters(article, show, claims)...)
}

func benchItems(said *reader, found *workflow.Workbench, show, view string) []workbench.Item {
	proposed := proposedClaims(found)
	var list []workbench.Item
	for i := range found.Claims {
		c := &found.Claims[i]
		if !shown(c, show) {
			continue
		}
		item := workbench.Item{
			ID: idText(c.ID), Number: i + 1, Text: claimTitle(c), URL: benchPath(c.Article, c.ID, view),
			Current: found.Current != nil && found.Current.Claim.ID == c.ID, Status: statusView(c.Status),
		}
		if s := proposed[c.ID]; s != nil && s.Statement == c.Statement {
			item.Parts = said.statement(s.Statement, s.Filled)
		}
		if c.Verdict != nil {
			item.Rating = ratingView(c.Verdict.Rating)
		}
		if c.Assignee != nil {
			item.Holder = c.Assignee.Name
		}
		if n := c.OpenRequests(); n > 0 {
			item.Attention = counted(n, "point") + " to answer"
		} else if mark := anchorMark(c); mark != "" {
			item.Attention, item.Placeless = mark, true
		}
		list = append(list, item)
	}
	return list
}

// benchText marks the article's claims in its text. Declined ones are marked only while
// they are the current one.
func benchText(found *workflow.Workbench, view string) components.Text {
	var current factcheck.ClaimID
	if found.Current != nil {
		current = found.Current.Claim.ID
	}
	in := components.TextInput{Text: found.Version.Text, Claims: map[int64]components.TextClaim{}}
	for _, sentence := range found.Sentences {
		in.Sentences = append(in.Sentences, components.SentenceInput{
			Ordinal: sentence.Ordinal, Start: sentence.Span.Start, End: sentence.Span.End, Class: string(sentence.Class),
			GoesOn: workflow.ParagraphGoesOn(sentence.EndRule),
		})
	}
	var marks []textspan.Mark
	for i := range found.Claims {
		c := &found.Claims[i]
		if c.Status == factcheck.Declined && c.ID != current {
			continue
		}
		in.Claims[int64(c.ID)] = textClaim(c, i+1, benchPath(c.Article, c.ID, view), c.ID == current)
		for _, q := range c.Spans {
			marks = append(marks, textspan.Mark{ID: int64(c.ID), Span: q.Span})
		}
	}
	for _, hedge := range found.Splitting.Findings.Hedges {
		marks = append(marks, textspan.Mark{ID: hedgeMark, Span: hedge})
	}
	in.Pieces = pieces(found.Version.Text, marks)
	return components.Text{Lang: found.Article.Language, Blocks: components.BuildText(in)}
}

func textClaim(c *factcheck.Claim, number int, address string, current bool) components.TextClaim {
	t := components.TextClaim{ID: int64(c.ID), Number: number, Status: statusView(c.Status), URL: address, Current: current}
	for _, q := range c.Spans {
		t.Length += q.Span.Len()
	}
	return t
}

// hedgeMark is the mark of a hedge, beside those of claims, which count from 1.
const hedgeMark = 0

// pieces flattens overlapping marks, so that no highlight needs another inside it.
func pieces(text string, marks []textspan.Mark) []components.PieceInput {
	var list []components.PieceInput
	for _, p := range textspan.Flatten(textspan.NewIndex(text).Len(), marks) {
		if len(p.IDs) > 0 {
			piece := components.PieceInput{Start: p.Span.Start, End: p.Span.End, Claims: p.IDs}
			if p.IDs[0] == hedgeMark {
				piece.Claims, piece.Hedge = p.IDs[1:], true
			}
			list = append(list, piece)
		}
	}
	return list
}

// makeForm is the form that makes a claim of words of the article: empty, of the sentence that
// was chosen, or as it was typed before it was refused.
func (s *Server) makeForm(r *request, found *workflow.Workbench, made *returned) workbench.Make {
	m := workbench.Make{
		Allowed: r.actor().Role.AtLeast(factcheck.Editor), Form: newForm(0), Type: string(factcheck.TypeEvent), Types: typeOptions(),
	}
	if made != nil {
		m.Form, m.Open = refused(m.Form, made.err), true
		m.Typed, m.Type, m.Statement = made.form.text("quote"), made.form.line("type"), made.form.text("statement")
		if isAmbiguous(made.err) {
			m.Occurrences = occurrences(found.Version.Text, m.Typed)
		}
		return m
	}
	ordinal, err := strconv.Atoi(r.URL.Query().Get("sentence"))
	if err != nil || ordinal < 0 || ordinal >= len(found.Sentences) {
		return m
	}
	span := found.Sentences[ordinal].Span
	if words, ok := textspan.Slice(found.Version.Text, span); ok {
		m.Typed, m.Start, m.End, m.Open = words, span.Start, span.End, true
	}
	return m
}

// proposeClaim makes a claim of marked or pasted words and shows it.
func (s *Server) proposeClaim(r *request) (reply, error) {
	article, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.ProposeClaim{
		Article: article, Version: max(f.number("article_version"), 1), Spans: f.spans(), Quote: f.text("quote"), Occurrence: f.number("occurrence"),
		Statement: f.text("statement"), Type: factcheck.ClaimType(f.line("type")),
	}
	if in.Type == "" {
		in.Type = factcheck.TypeEvent
	}
	var id factcheck.ClaimID
	if err = f.err(); err == nil {
		id, err = s.workflow.ProposeClaim(r.Context(), r.command(f), in)
	}
	if err == nil {
		rep := see(benchPath(article, id, benchView(r)))
		rep.flash = append(rep.flash, offering("The claim is made."))
		return rep, nil
	}
	if !isRefusal(err) || wantsJSON(r.Request) {
		return reply{}, err
	}
	found, findErr := s.workflow.Workbench(r.Context(), r.actor(), article, 0)
	if findErr != nil {
		return reply{}, findErr
	}
	return showAgain(workbench.View(s.bench(r, &found, nil, &returned{name: "make", form: f, err: err})), err), nil
}
