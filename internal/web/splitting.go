package web

import (
	"slices"
	"strings"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/articles"
	"factdesk/views/pages/workbench"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

// apartView is the value of "view" that shows the sentences of an article one by one.
const apartView = "sentences"

// reader reads words of a text, and says what the splitter's rules do.
type reader struct {
	index *textspan.Index
	notes map[string]string
}

func newReader(text string) *reader {
	return &reader{index: textspan.NewIndex(text), notes: workflow.RuleNotes()}
}

// words are those of a span, on one line; "" for an empty one.
func (r *reader) words(s textspan.Span) string {
	words, _ := r.index.Slice(s)
	return strings.Join(strings.Fields(words), " ")
}

func (r *reader) allWords(spans []textspan.Span) []string {
	var list []string
	for _, s := range spans {
		list = appendNew(list, r.words(s))
	}
	return list
}

// rules say what the named rules do; those without a note are left out.
func (r *reader) rules(names ...string) []string {
	var list []string
	for _, name := range names {
		list = appendNew(list, r.notes[name])
	}
	return list
}

// statement cuts a statement where words were filled in; nil where none were.
func (r *reader) statement(text string, filled []factcheck.Filled) []components.StatementPart {
	if len(filled) == 0 {
		return nil
	}
	runes, at := []rune(text), 0
	var parts []components.StatementPart
	for _, f := range filled {
		if f.Start < at || f.End <= f.Start || f.End > len(runes) {
			continue
		}
		if f.Start > at {
			parts = append(parts, components.StatementPart{Text: string(runes[at:f.Start])})
		}
		parts = append(parts, components.StatementPart{Text: string(runes[f.Start:f.End]), Filled: r.filledWords(f)})
		at = f.End
	}
	if at < len(runes) {
		parts = append(parts, components.StatementPart{Text: string(runes[at:])})
	}
	return parts
}

// filledWords say what was put in for what, and from where.
func (r *reader) filledWords(f factcheck.Filled) string {
	words := "filled in"
	if instead := r.words(f.For); instead != "" {
		words = "for “" + instead + "”"
	}
	if from := r.words(f.From); from != "" {
		return words + ", from “" + from + "”"
	}
	return words + ", by the article’s date"
}

// chainSteps are the links of a chain from the speaker to the article, each name once.
func chainSteps(speaker, outlet, via, publisher string) []components.ChainStep {
	steps := []components.ChainStep{{Role: "said by", Name: speaker}}
	for _, s := range []components.ChainStep{{Role: "to", Name: outlet}, {Role: "passed on by", Name: via}, {Role: "in", Name: publisher}} {
		if s.Name != "" && !slices.ContainsFunc(steps, func(have components.ChainStep) bool { return have.Name == s.Name }) {
			steps = append(steps, s)
		}
	}
	return steps
}

// polarity is the word for a speaker who does not stand behind what they are said to have said.
func polarity(p factcheck.Polarity) string {
	switch p {
	case factcheck.Denied:
		return "denied"
	case factcheck.Questioned:
		return "questioned"
	case factcheck.Affirmed:
	}
	return ""
}

func className(c factcheck.SentenceClass) string {
	switch c {
	case factcheck.ClassClaim:
		return "Says something that can be checked"
	case factcheck.ClassOpinion:
		return "Opinion"
	case factcheck.ClassQuestion:
		return "Question"
	case factcheck.ClassHeading:
		return "Heading"
	case factcheck.ClassBoilerplate:
		return "Not the article: the page around it"
	}
	return string(c)
}

func benchViews(found *workflow.Workbench, apart bool) []components.Tab {
	path := articlePath(found.Article.ID)
	query := ""
	if found.Current != nil {
		query = "claim=" + idText(found.Current.Claim.ID) + "&"
	}
	return []components.Tab{
		{Text: "As it is read", URL: path + "?" + query + "view=text", Current: !apart},
		{Text: "Sentence by sentence", URL: path + "?" + query + "view=" + apartView, Current: apart},
	}
}

// benchSplit says by which rules the article was taken apart, and offers newer ones to whoever may.
func benchSplit(actor factcheck.Actor, found *workflow.Workbench) workbench.Split {
	s := workbench.Split{
		Line: "Taken apart by the rules “" + found.Splitting.Splitter + "” ", When: since(found.Splitting.MadeAt),
		Unsupported: unsupported(found.Splitting.Language, found.Splitting.Supported),
	}
	if found.Outdated && actor.Role.AtLeast(factcheck.Editor) {
		s.Again = components.Link{Text: "See what they would change", URL: splittingPath(found.Article.ID)}
	}
	return s
}

// unsupported says that there are no rules for a language; "" where there are.
func unsupported(tag string, supported bool) string {
	if supported {
		return ""
	}
	parsed, err := language.Parse(tag)
	if err != nil || parsed == language.Und {
		return "factdesk cannot tell the language of this article."
	}
	return "factdesk has no rules for " + display.English.Languages().Name(parsed) + "."
}

// languagesHint says which languages claims are found in.
func languagesHint() string {
	var names []string
	for _, tag := range workflow.SplitLanguages() {
		names = append(names, display.English.Languages().Name(language.Make(tag)))
	}
	last := len(names) - 1
	return "Claims are found in " + strings.Join(names[:last], ", ") + " and " + names[last] + ". In other languages there are sentences, and claims are marked by hand."
}

func splittingPath(id factcheck.ArticleID) string { return articlePath(id) + "/splitting" }

// splittingForm shows what splitting an article again would change.
func (s *Server) splittingForm(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	page, err := s.resplitPage(r, id, nil)
	return show(articles.Resplit(page)), err
}

// splitAgain splits an article again, as it was looked at.
func (s *Server) splitAgain(r *request) (reply, error) {
	id, err := pathID[factcheck.ArticleID](r.Request, "id", "article")
	if err != nil {
		return reply{}, err
	}
	f, err := r.form()
	if err != nil {
		return reply{}, err
	}
	in := workflow.ResplitArticle{Article: id, Splitting: f.revision(), Splitter: f.line("splitter")}
	var done workflow.ResplitCounts
	if err = f.err(); err == nil {
		done, err = s.workflow.ResplitArticle(r.Context(), r.command(f), in)
	}
	if err == nil {
		return seeWith(articlePath(id), resplitWords(done)), nil
	}
	if !isRefusal(err) || wantsJSON(r.Request) {
		return reply{}, err
	}
	page, pageErr := s.resplitPage(r, id, err)
	if pageErr != nil {
		return reply{}, pageErr
	}
	return showAgain(articles.Resplit(page), err), nil
}

// resplitWords say what became of an article's claims.
func resplitWords(done workflow.ResplitCounts) string {
	return "The article was split again: " + counted(done.Added, "new candidate") + ", " + counted(done.Renewed, "candidate") +
		" brought up to date, " + counted(done.Superseded, "candidate") + " no longer found. What people decided about is as it was."
}

// resplitShown is how many claims of each kind the page lists.
const resplitShown = 100

// resplitPage is the page that says what would change; err is why that was refused before.
func (s *Server) resplitPage(r *request, id factcheck.ArticleID, err error) (articles.ResplitPage, error) {
	found, findErr := s.workflow.PreviewResplit(r.Context(), r.actor(), id)
	if findErr != nil {
		return articles.ResplitPage{}, findErr
	}
	page := articles.ResplitPage{
		Page: s.frame(r, "Split again", layout.Articles), Article: components.Link{Text: found.Article.Title, URL: articlePath(id)},
		Action: splittingPath(id), Form: refused(newForm(found.From.Number), err), Splitter: found.Splitter, Outdated: found.Outdated(),
		Lede: "It was taken apart by the rules “" + found.From.Splitter + "”; the newest are “" + found.Splitter + "”.",
	}
	if !page.Outdated {
		page.Lede = ""
		return page, nil
	}
	page.Unsupported = unsupported(found.Language, found.Supported)
	counts := found.Counts()
	page.Counts = []articles.ResplitCount{
		{Label: "New candidates", Claims: counts.Added, Help: "Found by the newer rules only."},
		{Label: "Brought up to date", Claims: counts.Renewed, Help: "Nobody has touched them; they would be worded as the newer rules do."},
		{Label: "As they are", Claims: counts.Kept, Help: "Nobody has touched them, and they are found again."},
		{Label: "No longer found", Claims: counts.Superseded, Help: "Nobody has touched them; they would be declined, and can be reopened."},
		{Label: "Left alone", Claims: counts.Decided, Help: "Somebody decided about them, or changed them."},
	}
	page.Added, page.MoreAdded = resplitClaims(found.Added)
	page.Superseded, page.MoreSuperseded = resplitClaims(found.Superseded)
	shown := min(len(found.Renewed), resplitShown)
	page.MoreRenewed = len(found.Renewed) - shown
	for i := range found.Renewed[:shown] {
		page.Renewed = append(page.Renewed, renewedClaim(&found.Renewed[i], found.Article.Publisher))
	}
	return page, nil
}

func resplitClaims(claims []factcheck.Claim) (list []articles.ResplitClaim, more int) {
	shown := min(len(claims), resplitShown)
	for i := range claims[:shown] {
		list = append(list, articles.ResplitClaim{Statement: claims[i].Statement, Quote: claims[i].Quoted()})
	}
	return list, len(claims) - shown
}

// renewedClaim is a candidate with what the newer rules would change of it.
func renewedClaim(r *workflow.Renewed, publisher string) articles.ResplitClaim {
	c := articles.ResplitClaim{Statement: r.Is.Statement, Quote: r.Was.Quoted()}
	if r.Was.Statement != r.Is.Statement {
		c.Diff = wordDiff(r.Was.Statement, r.Is.Statement)
	}
	var changes []string
	if r.Was.Superseded() {
		changes = append(changes, "found again")
	}
	if r.Was.Type != r.Is.Type {
		changes = append(changes, "type: "+strings.ToLower(r.Is.Type.Label()))
	}
	if r.Is.Attribution != nil && (r.Was.Attribution == nil || *r.Was.Attribution != *r.Is.Attribution) {
		changes = append(changes, "said by "+attributionWords(r.Is.Attribution, publisher))
	}
	c.Change = strings.Join(changes, "; ")
	return c
}
