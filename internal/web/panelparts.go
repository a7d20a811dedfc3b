package web

import (
	"slices"
	"strconv"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/views/components"
)

func (p *panel) quote() components.PanelQuote {
	q := components.PanelQuote{Lang: p.found.Article.Language, Editable: p.editable() && p.claim.Anchor.Settled(), Typed: p.back.typed("quote", "quote", "")}
	for i, s := range p.claim.Spans {
		q.Spans = append(q.Spans, components.PanelSpan{
			Ordinal: i + 1, Start: s.Span.Start, End: s.Span.End, Prefix: leadIn(s.Prefix), Exact: s.Exact, Suffix: leadOut(s.Suffix),
		})
	}
	if p.back.came("quote") && isAmbiguous(p.back.err) {
		q.Occurrences = occurrences(p.found.Text, q.Typed)
	}
	return q
}

// leadIn is what of a selector's prefix reads well before the quote: words of its own block,
// none of them cut.
func leadIn(prefix string) string {
	if at := strings.LastIndexByte(prefix, '\n'); at >= 0 {
		return prefix[at+1:]
	}
	if _, whole, cut := strings.Cut(prefix, " "); cut {
		return "…" + whole
	}
	return ""
}

// leadOut is what of a selector's suffix reads well after the quote.
func leadOut(suffix string) string {
	if block, _, more := strings.Cut(suffix, "\n"); more {
		return block
	}
	if at := strings.LastIndexByte(suffix, ' '); at > 0 {
		return suffix[:at] + "…"
	}
	return ""
}

// isAmbiguous reports whether a quote was refused because it stands in the article more than once.
func isAmbiguous(err error) bool {
	return slices.ContainsFunc(errs.Reasons(err), func(r errs.Reason) bool { return r.Field == "occurrence" })
}

// aroundWords is how much of the text around a place is shown to tell it from others, in code points.
const aroundWords = 24

// occurrences offers the places of a quote in a text, each with the words around it.
func occurrences(text, quote string) []components.Option {
	index := textspan.NewIndex(text)
	var list []components.Option
	for i, m := range textspan.Locate(text, quote, "", "") {
		around, _ := index.Slice(textspan.Span{Start: max(0, m.Span.Start-aroundWords), End: min(index.Len(), m.Span.End+aroundWords)})
		list = append(list, components.Option{Value: strconv.Itoa(i + 1), Label: strconv.Itoa(i+1) + ": …" + strings.ReplaceAll(around, "\n", " ") + "…"})
	}
	return list
}

func (p *panel) why() components.PanelWhy {
	if p.claim.Origin == factcheck.ByEditor {
		return components.PanelWhy{} // whoever made it knows
	}
	w := components.PanelWhy{Reasons: p.claim.Reasons, Score: score(p.claim.Score), Open: p.claim.Status == factcheck.Candidate}
	found := p.found.Proposed
	if found == nil {
		return w
	}
	w.Reasons, w.Score, w.By = found.Reasons, score(found.Score), "Found by the rules “"+found.Splitter+"”"
	w.Rules = p.said.rules(found.Rule)
	if found.Said != nil {
		w.Rules = append(w.Rules, p.said.rules(found.Said.Rule)...)
	}
	if found.Statement != p.claim.Statement {
		w.Proposed = p.said.statement(found.Statement, found.Filled)
	}
	return w
}

func (p *panel) statement() components.PanelStatement {
	view := components.PanelStatement{
		Text: p.back.typed("statement", "statement", p.claim.Statement), Type: p.back.typed("statement", "type", string(p.claim.Type)),
		TypeLabel: p.claim.Type.Label(), Types: typeOptions(), Editable: p.editable(),
	}
	if found := p.found.Proposed; found != nil && found.Statement == view.Text {
		view.Parts = p.said.statement(found.Statement, found.Filled)
	}
	return view
}

func typeOptions() []components.Option {
	var list []components.Option
	for _, t := range factcheck.ClaimTypes() {
		list = append(list, components.Option{Value: string(t), Label: t.Label(), Hint: t.Help()})
	}
	return list
}

func (p *panel) attribution() components.PanelAttribution {
	a := p.claim.Attribution
	if a == nil {
		a = &factcheck.Attribution{}
	}
	const form = "attribution"
	view := components.PanelAttribution{
		Summary: attributionWords(a, p.found.Article.Publisher), Unattributed: a.Unattributed, Kind: p.back.typed(form, "speaker_kind", string(a.Kind)),
		Speaker: p.back.typed(form, "speaker", a.Speaker), Outlet: p.back.typed(form, "outlet", a.Outlet), Via: p.back.typed(form, "via", a.Via),
		Cue: p.back.typed(form, "cue", a.Cue), Hedge: p.back.typed(form, "hedge", a.Hedge), Direct: a.Direct,
		Proposed: p.claim.Attribution != nil && !a.Unattributed && a.Claimant == 0, Editable: p.editable(),
	}
	if p.back.came(form) {
		view.Unattributed, view.Direct, view.Open = p.back.form.on("unattributed"), p.back.form.on("direct"), true
	}
	if a.Speaker != "" {
		view.Chain = p.chain(a)
	}
	if a.Claimant != 0 {
		view.Claimant = components.Link{Text: "All claims of " + a.Speaker, URL: "/claimants/" + idText(a.Claimant)}
	}
	return view
}

// chain is who said it step by step. What the splitter knows beyond the record (whether the speaker denies it, the words
// that name them) holds as long as the record is still what the splitter proposed.
func (p *panel) chain(a *factcheck.Attribution) *components.Chain {
	c := components.Chain{Steps: chainSteps(a.Speaker, a.Outlet, a.Via, p.found.Article.Publisher), Cue: a.Cue, Direct: a.Direct}
	if a.Hedge != "" {
		c.Hedges = []string{a.Hedge}
	}
	found := p.found.Proposed
	if found == nil || found.Said == nil || p.said.words(found.Said.Cue) != a.Cue || a.Cue == "" {
		return &c
	}
	c.Polarity = polarity(found.Said.Polarity)
	if words := p.said.words(found.Said.Source); words != "" && words != a.Speaker && found.Said.Name == a.Speaker {
		c.Steps[0].Words = words
	}
	return &c
}

// attributionWords says who is said to have said it, from the speaker to the article; "" when
// nobody has said.
func attributionWords(a *factcheck.Attribution, publisher string) string {
	if a.Unattributed {
		return "The article says it itself."
	}
	if a.Speaker == "" {
		return ""
	}
	chain := []string{a.Speaker}
	for _, step := range []string{a.Outlet, a.Via, publisher} {
		if step != "" && !slices.Contains(chain, step) {
			chain = append(chain, step)
		}
	}
	words := strings.Join(chain, " → ")
	if a.Cue != "" {
		words += " (“" + a.Cue + "”)"
	}
	if a.Hedge != "" {
		words += ", hedge: “" + a.Hedge + "”"
	}
	return words
}

// checked reports whether the claim is far enough for evidence and a verdict to be shown.
func (p *panel) checked() bool {
	c := p.claim
	return (c.Status != factcheck.Candidate && c.Status != factcheck.Declined) || len(c.Evidence) > 0 || c.Verdict != nil
}

func (p *panel) evidence() *components.PanelEvidence {
	if !p.checked() {
		return nil
	}
	e := &components.PanelEvidence{Editable: p.editable(), New: p.newEvidence(), Open: p.back.came("evidence")}
	if v := p.claim.Verdict; v != nil && v.Rating != nil {
		unmet := v.Rating.Rule.Unmet(p.claim.Evidence, v.SearchNote)
		check := components.Check{Done: len(unmet) == 0, Text: v.Rating.Rule.Sentence()}
		if len(unmet) > 0 {
			check.Detail = unmet[0].Detail
		}
		e.RuleMet = &check
	}
	groups := p.groups()
	for i := range p.claim.Evidence {
		e.Items = append(e.Items, p.evidenceItem(&p.claim.Evidence[i], groups))
	}
	return e
}

// groups are the independence groups the claim's evidence has, each once.
func (p *panel) groups() []string {
	var list []string
	for i := range p.claim.Evidence {
		list = appendNew(list, p.claim.Evidence[i].IndependenceGroup)
	}
	return list
}

func (p *panel) evidenceItem(e *factcheck.Evidence, groups []string) components.EvidenceItem {
	form := "evidence-" + idText(e.ID)
	item := components.EvidenceItem{
		ID: idText(e.ID), Source: components.Link{Text: e.Source.Name(), URL: "/sources/" + idText(e.Source.ID)}, URL: e.Source.URL,
		Details: sourceDetails(&e.Source), Stance: string(e.Stance), Tier: string(e.Tier), Kind: e.Source.Kind.Label(), Quote: e.Quote,
		Locator: e.Locator, Note: e.Note, Group: e.IndependenceGroup, Accessed: day(e.AccessedOn), AddedBy: e.AddedBy.Name,
		EditOpen: p.back.came(form),
	}
	item.Edit = components.EvidenceForm{
		Stance: p.back.typed(form, "stance", string(e.Stance)), Tier: p.back.typed(form, "tier", string(e.Tier)),
		Quote: p.back.typed(form, "quote", e.Quote), Locator: p.back.typed(form, "locator", e.Locator), Note: p.back.typed(form, "note", e.Note),
		Group: p.back.typed(form, "independence_group", e.IndependenceGroup), Groups: groups,
		AccessedOn: p.back.typed(form, "accessed_on", isoDay(e.AccessedOn)),
	}
	return item
}

// sourceDetails is publisher, author and date in one line.
func sourceDetails(s *factcheck.Source) string {
	parts := []string{s.Publisher, s.Author, day(s.PublishedOn).Text}
	return strings.Join(slices.DeleteFunc(parts, func(part string) bool { return part == "" }), ", ")
}

// newEvidence is the form for one more source. It was most likely read today.
func (p *panel) newEvidence() components.EvidenceForm {
	typed := func(field, otherwise string) string { return p.back.typed("evidence", field, otherwise) }
	f := components.EvidenceForm{
		Library: p.library, SourceID: typed("source_id", ""), URL: typed("url", ""), Citation: typed("citation", ""), Title: typed("title", ""),
		Publisher: typed("publisher", ""), Author: typed("author", ""), PublishedOn: typed("published_on", ""), Tier: typed("tier", ""),
		Kind: typed("kind", string(factcheck.KindPage)), Stance: typed("stance", ""), Quote: typed("quote", ""), Locator: typed("locator", ""),
		Note: typed("note", ""), Group: typed("independence_group", ""), AccessedOn: typed("accessed_on", p.today), Groups: p.groups(),
	}
	for _, kind := range factcheck.SourceKinds() {
		f.Kinds = append(f.Kinds, components.Option{Value: string(kind), Label: kind.Label()})
	}
	return f
}

func (p *panel) verdict() *components.PanelVerdict {
	if !p.checked() {
		return nil
	}
	stored := p.claim.Verdict
	if stored == nil {
		stored = &factcheck.Verdict{}
	}
	v := &components.PanelVerdict{
		Scale: p.found.Scale.Name, Groups: ratingGroups(&p.found.Scale), Rating: ratingView(stored.Rating),
		Rationale: p.back.typed("verdict", "rationale", stored.Rationale), SearchNote: p.back.typed("verdict", "search_note", stored.SearchNote),
		DecidedBy: stored.DecidedBy.Name, DecidedAt: since(stored.DecidedAt), Editable: p.editable(),
	}
	if stored.Rating != nil {
		v.Selected = idText(stored.Rating.ID)
	}
	v.Selected = p.back.typed("verdict", "rating", v.Selected)
	return v
}

// ratingGroups cuts the scale where the evidence rule changes, so that each rule is said once.
func ratingGroups(scale *factcheck.RatingScale) []components.RatingGroup {
	var groups []components.RatingGroup
	for i := range scale.Ratings {
		r := &scale.Ratings[i]
		if i == 0 || r.Rule != scale.Ratings[i-1].Rule {
			groups = append(groups, components.RatingGroup{Rule: r.Rule.Sentence()})
		}
		last := &groups[len(groups)-1]
		last.Ratings = append(last.Ratings, components.RatingChoice{ID: idText(r.ID), Rating: ratingView(r)})
	}
	return groups
}
