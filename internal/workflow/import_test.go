package workflow

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestImportArticle(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	in := ImportArticle{
		Text: bridge, Origin: factcheck.FromURL, FileName: "bridge.html", Title: " The bridge ", URL: "https://example.org/bridge",
		Publisher: "The Herald", Author: "A. Writer", PublishedOn: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), Language: "en-GB",
	}
	id, err := n.ImportArticle(n.ctx(), by(n.editor), in)
	n.must(err)
	bench, err := n.Workbench(n.ctx(), n.viewer, id, 0)
	n.must(err)
	want := factcheck.Article{
		ID: id, Title: "The bridge", URL: in.URL, Publisher: in.Publisher, Author: in.Author, PublishedOn: in.PublishedOn,
		Language: "en-GB", Version: 1, Revision: 1, CreatedBy: factcheck.Person{ID: n.editor.Account, Name: "editor"}, CreatedAt: bench.Article.CreatedAt,
	}
	if diff := cmp.Diff(want, bench.Article); diff != "" {
		t.Errorf("article (-want +got):\n%s", diff)
	}
	wantVersion := factcheck.ArticleVersion{Article: id, Number: 1, Text: bridge, Origin: factcheck.FromURL, FileName: "bridge.html"}
	if diff := cmp.Diff(wantVersion, bench.Version); diff != "" {
		t.Errorf("version (-want +got):\n%s", diff)
	}
	if bench.Report != nil {
		t.Errorf("nobody has begun a report: %+v", bench.Report)
	}
	n.wantSplit(bench)
	if plain, err := n.ImportArticle(n.ctx(), by(n.editor), ImportArticle{Text: "A.", Origin: factcheck.Paste, Title: "A"}); err != nil {
		t.Errorf("without a language: %v", err)
	} else if a, err := n.db.Article(n.ctx(), n.desk.ID, plain); err != nil || a.Language != n.desk.Language {
		t.Errorf("without a language: %q, %v, want the desk's", a.Language, err)
	} else if bench, err := n.Workbench(n.ctx(), n.viewer, plain, 0); err != nil || !bench.Splitting.Supported || bench.Splitting.Language != n.desk.Language {
		t.Errorf("without a language: read as %q, supported %t, %v", bench.Splitting.Language, bench.Splitting.Supported, err)
	}
}

// TestImportArticle_Language: without a language an article has that of its text, whether there are rules for it or not,
// and where there are none it comes apart into sentences and nothing more.
func TestImportArticle_Language(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	for language, text := range map[string]string{
		"de": "Die alte Brücke wurde im Mai geschlossen, sagte die Bürgermeisterin am Montag. Der Umbau kostet zwölf Millionen Euro und dauert nach Angaben der Stadt noch drei Jahre.",
		"hu": "A régi hidat májusban lezárták, mondta a polgármester hétfőn. Az átépítés tizenkét millió euróba kerül, és a város szerint még három évig tart, ezért az emberek komppal járnak.",
	} {
		id, err := n.ImportArticle(n.ctx(), by(n.editor), ImportArticle{Text: text, Origin: factcheck.Paste, Title: "A"})
		n.must(err)
		bench, err := n.Workbench(n.ctx(), n.viewer, id, 0)
		n.must(err)
		s := bench.Splitting
		if bench.Article.Language != language || s.Language != language || s.Supported != (language == "de") || len(bench.Sentences) != 2 {
			t.Errorf("%s: article %q, splitting %q, supported %t, %d sentences", language, bench.Article.Language, s.Language, s.Supported, len(bench.Sentences))
		}
		if !s.Supported && len(bench.Claims)+len(s.Findings.Said) > 0 {
			t.Errorf("%s: %d claims, %d sayings", language, len(bench.Claims), len(s.Findings.Said))
		}
	}
}

// wantSplit holds what was stored against what the splitter says.
func (n *newsroom) wantSplit(bench Workbench) {
	n.t.Helper()
	doc := splitter.Split(splitter.Article{Text: bench.Version.Text, Published: bench.Article.PublishedOn, Language: bench.Article.Language})
	n.wantSplitting(bench, doc)
	if len(bench.Sentences) != len(doc.Sentences) {
		n.t.Fatalf("%d sentences are stored, want %d", len(bench.Sentences), len(doc.Sentences))
	}
	for i, s := range bench.Sentences {
		found := doc.Sentences[i]
		if s.Ordinal != i || s.Span != (textspan.Span{Start: found.Start, End: found.End}) || string(s.Class) != string(found.Class) {
			n.t.Errorf("sentence %d is %+v, want %+v", i, s, found)
		}
	}
	found := map[string]int{} // places of the candidates
	for _, c := range doc.Claims {
		found[fmt.Sprint(c.Spans)]++
	}
	for _, c := range bench.Claims {
		if c.Status != factcheck.Candidate || c.Origin != factcheck.BySplitter || c.Assignee != nil {
			n.t.Errorf("an imported claim is %s by %s", c.Status, c.Origin)
		}
		found[fmt.Sprint(spansOf(c.Spans))]--
	}
	for spans, left := range found {
		if left != 0 {
			n.t.Errorf("%d candidates too few at %s", left, spans)
		}
	}
}

// wantSplitting holds what was stored of the run itself against what the splitter says, and each claim against how
// it was proposed.
func (n *newsroom) wantSplitting(bench Workbench, doc splitter.Document) {
	n.t.Helper()
	s := bench.Splitting
	if s.Number != 1 || s.Splitter != splitter.Version || s.Language != doc.Language || s.Supported != doc.Supported || s.MadeBy.ID != n.editor.Account {
		n.t.Errorf("splitting %d by %s, %s, %t, %+v", s.Number, s.Splitter, s.Language, s.Supported, s.MadeBy)
	}
	if diff := cmp.Diff(splitting(by(n.editor), doc).Findings, s.Findings); diff != "" {
		n.t.Errorf("findings (-splitter +stored):\n%s", diff)
	}
	var want []factcheck.Suggestion
	found, err := proposals(bench.Version.Text, doc)
	n.must(err)
	for _, p := range found {
		p.suggestion.Splitting, p.suggestion.Outcome, p.suggestion.Revision = 1, factcheck.SuggestionAdded, 1
		want = append(want, p.suggestion)
	}
	if diff := cmp.Diff(want, bench.Suggestions, cmpopts.IgnoreFields(factcheck.Suggestion{}, "Claim"), cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-6)); diff != "" {
		n.t.Errorf("suggestions (-splitter +stored):\n%s", diff)
	}
	claims := map[factcheck.ClaimID]string{}
	for _, c := range bench.Claims {
		claims[c.ID] = c.Statement
	}
	for _, s := range bench.Suggestions {
		if claims[s.Claim] != s.Statement {
			n.t.Errorf("claim %d says %q, and was proposed as %q", s.Claim, claims[s.Claim], s.Statement)
		}
	}
}

// TestImportArticle_Long: a long read goes in whole, with every word where it was.
func TestImportArticle_Long(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	var text strings.Builder
	for i := 0; text.Len() < 130_000; i++ { // about 20,000 words
		fmt.Fprintf(&text, "“We planted %d trees – 🌳 in all – in %d,” the mayor of Town %d told Radio One on Monday. ", i+2, 1900+i%120, i)
		fmt.Fprintf(&text, "Unemployment in Town %d fell by %d.5 per cent, according to the ministry’s report.", i, i%9)
		text.WriteString(strings.Repeat("\n", min(1, i%4/3)) + strings.Repeat(" ", 1-min(1, i%4/3)))
	}
	body := strings.TrimSpace(text.String())
	if words := len(strings.Fields(body)); words < 20_000 {
		t.Fatalf("only %d words", words)
	}
	id := n.article(body)
	bench, err := n.Workbench(n.ctx(), n.viewer, id, 0)
	n.must(err)
	n.wantSplit(bench)
	if len(bench.Claims) < 500 || bench.Current == nil {
		t.Fatalf("%d candidates", len(bench.Claims))
	}
	page, err := n.Queue(n.ctx(), n.viewer, QueueFilter{View: "candidate", Limit: 1})
	n.must(err)
	if page.Counts["candidate"] != len(bench.Claims) {
		t.Errorf("%d candidates are counted, want %d", page.Counts["candidate"], len(bench.Claims))
	}
	last := bench.Claims[len(bench.Claims)-1]
	n.must(n.AcceptClaim(n.ctx(), by(n.editor), On{Claim: last.ID, Revision: last.Revision}))
	if c := n.claim(last.ID); len(c.Contributors) > 1 {
		t.Errorf("an accepted candidate has the contributors %v", names(c.Contributors))
	}
}

// TestArticleOf finds the article of a claim, in one small statement, and none at another desk.
func TestArticleOf(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	claim := n.propose(article, "The bridge is closed")
	got, err := n.ArticleOf(n.ctx(), n.viewer, claim)
	if err != nil || got != article {
		t.Errorf("the article is %d, %v; want %d", got, err, article)
	}
	stranger := n.viewer
	stranger.Desk++
	for what, ask := range map[string]factcheck.Actor{"another desk": stranger, "no claim": n.viewer} {
		id := claim
		if ask.Desk == n.viewer.Desk {
			id++
		}
		_, err := n.ArticleOf(n.ctx(), ask, id)
		wantKind(t, what, err, errs.NotFound)
	}
}
