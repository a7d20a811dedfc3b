package workflow

import (
	"slices"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
)

// council is an article whose claims a new text can do everything to; cargo is the claim most of it is done to.
const (
	council = `Ministers met in the capital on Monday.
Team Alpha said that the port handled 3.5 percent more cargo in May, and exports fell sharply.
The opposition disagreed with the figures of the ministry.
Nothing else was decided before the evening session ended in the old town hall.`
	cargo = "the port handled 3.5 percent more cargo in May, and exports fell sharply"
)

// newText adds a version and returns what came of it.
func (n *newsroom) newText(article factcheck.ArticleID, text string) VersionAdded {
	n.t.Helper()
	preview, err := n.PreviewVersion(n.ctx(), n.editor2, article, text)
	n.must(err)
	got, err := n.AddArticleVersion(n.ctx(), by(n.editor2), AddVersion{Article: article, Based: preview.Article.Version, Text: text, Origin: factcheck.Paste})
	n.must(err)
	if diff := cmp.Diff(preview.Counts(), got.Counts); diff != "" {
		n.t.Errorf("what was done is not what was shown (-shown +done):\n%s", diff)
	}
	return got
}

// place decides where a claim stands.
func (n *newsroom) place(id factcheck.ClaimID, in ResolveAnchor) error {
	n.t.Helper()
	if in.Version == 0 {
		in.Version = n.claim(id).Anchor.Version
	}
	return n.ResolveAnchor(n.ctx(), by(n.editor2), n.on(id), in)
}

// listed is the claim as the workbench of its article lists it.
func (n *newsroom) listed(article factcheck.ArticleID, id factcheck.ClaimID) factcheck.Claim {
	n.t.Helper()
	bench, err := n.Workbench(n.ctx(), n.editor, article, id)
	n.must(err)
	i := slices.IndexFunc(bench.Claims, func(c factcheck.Claim) bool { return c.ID == id })
	if i < 0 {
		n.t.Fatalf("claim %d is not on the workbench", id)
	}
	return bench.Claims[i]
}

// rules are the rules behind what keeps a claim back.
func rules(reasons []errs.Reason) []string {
	var list []string
	for _, r := range reasons {
		list = append(list, r.Rule)
	}
	return list
}

// changedTexts are what a new version may do to a claim, and what becomes of it.
var changedTexts = []struct {
	name, old, now string
	state          textspan.State
	words          string // in the new text; "" where they are not known
	proposals      int
	status         factcheck.Status
	missing        []string // that keeps an approved claim out of a new edition
}{
	{"a paragraph before", "Ministers met", "It rained all day.\nMinisters met", textspan.StateMoved, cargo, 0, factcheck.Approved, nil},
	{"after it", "hall.", "hall. It rained.", textspan.StateExact, cargo, 0, factcheck.Approved, nil},
	{"another word", "fell sharply", "dropped sharply", textspan.StateChanged, "the port handled 3.5 percent more cargo in May, and exports dropped sharply", 0, factcheck.Approved, []string{"claims"}},
	{"another figure", "3.5", "2.7", textspan.StateClaimChanged, "the port handled 2.7 percent more cargo in May, and exports fell sharply", 0, factcheck.Open, nil},
	{"did not", "exports fell", "exports did not fall", textspan.StateClaimChanged, "the port handled 3.5 percent more cargo in May, and exports did not fall sharply", 0, factcheck.Open, nil},
	{"a hard space", "3.5 percent", "3.5\u00a0percent", textspan.StateNormalized, "the port handled 3.5\u00a0percent more cargo in May, and exports fell sharply", 0, factcheck.Approved, nil},
	{"split in two", "May, and exports", "May. But exports", textspan.StateChanged, "the port handled 3.5 percent more cargo in May. But exports fell sharply", 0, factcheck.Approved, []string{"claims"}},
	{
		"deleted, a look-alike elsewhere", "Team Alpha said that the port handled 3.5 percent more cargo in May, and exports fell sharply.\nThe opposition disagreed with the figures of the ministry.",
		"The opposition disagreed with the figures of the ministry.\nA year ago the port handled 9.1 percent more cargo in June, and imports fell sharply.", textspan.StateOrphaned, "", 1, factcheck.Approved, []string{"claims"},
	},
	{"another name", "the port handled", "Lysander handled", textspan.StateClaimChanged, "Lysander handled 3.5 percent more cargo in May, and exports fell sharply", 0, factcheck.Open, nil},
	{
		"another paragraph", "Team Alpha said that the port handled 3.5 percent more cargo in May, and exports fell sharply.\nThe opposition disagreed with the figures of the ministry.\n",
		"The opposition disagreed with the figures of the ministry.\nA speaker in the capital later announced: the port handled 3.5 percent more cargo in May, and exports fell sharply.\n", textspan.StateRelocated, cargo, 0, factcheck.Approved, []string{"claims"},
	},
	{"reworded", cargo, "business at the quays grew somewhat while shipments abroad collapsed", textspan.StateOrphaned, "", 0, factcheck.Approved, []string{"claims"}},
}

// TestNewVersion: what each change of the text makes of an approved claim, from the workbench to the next edition.
func TestNewVersion(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	for _, tt := range changedTexts {
		article := n.article(council)
		id := n.approved(article, cargo)
		before := n.claim(id)
		report, err := n.OpenReport(n.ctx(), by(n.editor), article)
		n.must(err)
		n.save(report, id)
		text := strings.Replace(council, tt.old, tt.now, 1)
		done := n.newText(article, text)
		if done.Version != 2 || done.Same {
			t.Errorf("%s: %+v", tt.name, done)
		}
		c := n.wantStatus(id, tt.status)
		if c.Anchor == nil || c.Anchor.State != tt.state || len(c.Anchor.Proposals) != tt.proposals {
			t.Errorf("%s: anchor %+v, want %s with %d proposals", tt.name, c.Anchor, tt.state, tt.proposals)
			continue
		}
		shown := n.listed(article, id)
		if shown.Quoted() != tt.words {
			t.Errorf("%s: stands at %q, want %q", tt.name, shown.Quoted(), tt.words)
		}
		if c.Quoted() != before.Quoted() || c.ArticleVersion != 1 {
			t.Errorf("%s: its own words are %q of version %d now", tt.name, c.Quoted(), c.ArticleVersion)
		}
		if tt.status == factcheck.Open {
			if diff := cmp.Diff([]string{"anchor", "verdict_outdated"}, rules(c.Unmet())); diff != "" || c.Version != before.Version+1 {
				t.Errorf("%s: version %d, missing (-want +got):\n%s", tt.name, c.Version, diff)
			}
			wantRefusal(t, tt.name, n.SubmitClaim(n.ctx(), by(n.editor), n.on(id)), errs.Unmet, "anchor")
			continue
		}
		if string(c.ContentHash) != string(before.ContentHash) || c.Revision != before.Revision {
			t.Errorf("%s: the new text changed what was approved", tt.name)
		}
		page, err := n.Report(n.ctx(), n.editor, report)
		n.must(err)
		page.Report.Summary = "A summary."
		if diff := cmp.Diff(tt.missing, rules(page.Report.Unpublishable(page.Choices, nil))); diff != "" {
			t.Errorf("%s: a new edition wants (-want +got):\n%s", tt.name, diff)
		}
		n.wantEdition(report, tt.name, tt.words, len(tt.missing) == 0)
	}
}

// wantEdition checks that an edition with the words, at their place, can be published, or that it cannot.
func (n *newsroom) wantEdition(report factcheck.ReportID, name, words string, published bool) {
	n.t.Helper()
	_, err := n.publish(report)
	if !published {
		wantRefusal(n.t, name, err, errs.Unmet, "claims")
		return
	}
	n.must(err)
	edition, err := n.PreviewReport(n.ctx(), n.editor, report)
	n.must(err)
	if got := edition.Claims[0].Quote; edition.Article.Version != 2 || len(got) != 1 || got[0].Exact != words {
		n.t.Errorf("%s: version %d, quote %+v, want %q", name, edition.Article.Version, got, words)
	}
}

// TestNewVersion_Confirmed: one key lets an approved claim stand on like words, and keeps what was approved.
func TestNewVersion_Confirmed(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(council)
	id := n.approved(article, cargo)
	report, err := n.OpenReport(n.ctx(), by(n.editor), article)
	n.must(err)
	n.save(report, id)
	n.newText(article, strings.Replace(council, "fell sharply", "dropped sharply", 1))
	before, on := n.claim(id), n.on(id)
	wantRefusal(t, "by a viewer", n.ResolveAnchor(n.ctx(), by(n.viewer), on, ResolveAnchor{Version: 2, Decision: factcheck.AnchorConfirmed}), errs.Forbidden, "role")
	wantRefusal(t, "of the old text", n.place(id, ResolveAnchor{Version: 1, Decision: factcheck.AnchorConfirmed}), errs.Stale, "article_version")
	wantRefusal(t, "on other words", n.place(id, ResolveAnchor{Decision: factcheck.AnchorReselected, Quote: "Ministers met"}), errs.Unmet, "anchor_words")
	wantRefusal(t, "none of the places", n.place(id, ResolveAnchor{Decision: "elsewhere"}), errs.Unmet, "anchor_words")
	n.must(n.place(id, ResolveAnchor{Decision: factcheck.AnchorConfirmed}))
	after := n.wantStatus(id, factcheck.Approved)
	if after.Anchor == nil || !after.Anchor.Settled() || after.Anchor.DecidedBy.ID != n.editor2.Account || string(after.ContentHash) != string(before.ContentHash) {
		t.Errorf("after confirming: %+v", after.Anchor)
	}
	wantRefusal(t, "twice", n.place(id, ResolveAnchor{Decision: factcheck.AnchorConfirmed}), errs.Stale, "anchor_decided")
	n.wantEdition(report, "confirmed", "the port handled 3.5 percent more cargo in May, and exports dropped sharply", true)
	// What was confirmed need not be confirmed again in a text that leaves it as it is.
	n.newText(article, "First.\n"+strings.Replace(council, "fell sharply", "dropped sharply", 1))
	if c := n.claim(id); c.Anchor.State != textspan.StateMoved || c.Anchor.From != 2 || !c.Anchor.Settled() {
		t.Errorf("in the third text: %+v", c.Anchor)
	}
}

// TestNewVersion_Changed: a claim whose figure changed is opened again, put on the new words, and waits for the verdict
// to be looked at; then it can be approved as ever.
func TestNewVersion_Changed(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(council)
	id := n.approved(article, cargo)
	n.newText(article, strings.Replace(council, "3.5", "2.7", 1))
	c := n.wantStatus(id, factcheck.Open)
	if diff := cmp.Diff([]string{"3.5", "2.7"}, c.Anchor.Differs); diff != "" {
		t.Errorf("what differs (-want +got):\n%s", diff)
	}
	if !slices.Contains(n.actions(), "claim.voided by editor2") {
		t.Errorf("the log says nothing of it: %v", n.actions())
	}
	wantRefusal(t, "adding words before", n.AddSpan(n.ctx(), by(n.editor), n.on(id), NewSpan{Quote: "Ministers met"}), errs.Unmet, "anchor")
	n.must(n.place(id, ResolveAnchor{Decision: factcheck.AnchorConfirmed}))
	c = n.claim(id)
	if c.ArticleVersion != 2 || c.Anchor != nil || !strings.Contains(c.Quoted(), "2.7 percent") {
		t.Errorf("after confirming it is %q of version %d", c.Quoted(), c.ArticleVersion)
	}
	if diff := cmp.Diff([]string{"verdict_outdated"}, rules(c.Unmet())); diff != "" {
		t.Errorf("missing (-want +got):\n%s", diff)
	}
	n.must(n.Judge(n.ctx(), by(n.editor), n.on(id), Judgement{Rating: c.Verdict.Rating.ID, Rationale: c.Verdict.Rationale, SearchNote: c.Verdict.SearchNote}))
	n.must(n.SubmitClaim(n.ctx(), by(n.editor), n.on(id)))
	n.must(n.Approve(n.ctx(), by(n.reviewer), n.seen(id)))
	old, err := n.Claim(n.ctx(), n.editor, id, 1)
	n.must(err)
	if !strings.Contains(old.Claim.Quoted(), "3.5 percent") || old.Text != council {
		t.Errorf("the approved version is %q now", old.Claim.Quoted())
	}
	// The first text again: the very first place, and the figure that was approved for the second is not taken for it.
	n.newText(article, council)
	c = n.wantStatus(id, factcheck.Open)
	if c.Anchor.State != textspan.StateClaimChanged || !slices.Equal(c.Anchor.Spans, []textspan.Span{span(t, council, cargo)}) {
		t.Errorf("back in the first text: %+v", c.Anchor)
	}
}

// TestNewVersion_InReview: what is being reviewed waits until somebody has said where it stands.
func TestNewVersion_InReview(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(council)
	id, other := n.inReview(article, cargo), n.inReview(article, "The opposition disagreed with the figures of the ministry")
	n.newText(article, strings.Replace(strings.Replace(council, "fell sharply", "dropped sharply", 1), "opposition disagreed", "opposition never disagreed", 1))
	wantRefusal(t, "approving", n.Approve(n.ctx(), by(n.reviewer), n.seen(id)), errs.Unmet, "anchor")
	n.must(n.place(id, ResolveAnchor{Decision: factcheck.AnchorConfirmed}))
	n.must(n.Approve(n.ctx(), by(n.reviewer), n.seen(id)))
	wantRefusal(t, "confirming other words", n.place(other, ResolveAnchor{Decision: factcheck.AnchorConfirmed}), errs.Unmet, "anchor_words")
	n.must(n.WithdrawClaim(n.ctx(), by(n.editor), n.on(other)))
	n.must(n.place(other, ResolveAnchor{Decision: factcheck.AnchorReselected, Quote: "The opposition never disagreed"}))
	if c := n.claim(other); c.Quoted() != "The opposition never disagreed" || c.Contributors[len(c.Contributors)-1].ID != n.editor2.Account {
		t.Errorf("re-selected: %q by %v", c.Quoted(), names(c.Contributors))
	}
}

// TestNewVersion_Again: the same text changes nothing; an old text gives the old places back.
func TestNewVersion_Again(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(council)
	id, open, moved := n.approved(article, cargo), n.propose(article, "the evening session ended"), n.propose(article, "The opposition disagreed")
	if got := n.newText(article, council); got != (VersionAdded{Version: 1, Same: true}) {
		t.Errorf("the same text: %+v", got)
	}
	other := "It rained.\n" + strings.Replace(council, "evening session", "late session", 1)
	n.newText(article, other)
	if got := n.newText(article, other); !got.Same || got.Version != 2 {
		t.Errorf("the same text again: %+v", got)
	}
	n.must(n.place(open, ResolveAnchor{Decision: factcheck.AnchorConfirmed}))
	n.must(n.AddSpan(n.ctx(), by(n.editor), n.on(moved), NewSpan{Quote: "It rained"}))
	if c := n.claim(moved); c.ArticleVersion != 2 || c.Quoted() != "It rained … The opposition disagreed" {
		t.Errorf("with more words: %q of version %d", c.Quoted(), c.ArticleVersion)
	}
	n.newText(article, council)
	for claim, words := range map[factcheck.ClaimID]string{id: cargo, open: "the evening session ended"} {
		if got := n.listed(article, claim); len(got.Spans) == 0 || got.Spans[len(got.Spans)-1].Span != span(t, council, words) {
			t.Errorf("%q is at %v now", words, got.Spans)
		}
	}
	// Nothing is proposed on words that have a claim already, in whatever text it was made.
	bench, err := n.Workbench(n.ctx(), n.editor, article, 0)
	n.must(err)
	for i := range bench.Claims {
		for k := range bench.Claims[:i] {
			a, b := &bench.Claims[i], &bench.Claims[k]
			if a.Status != factcheck.Declined && b.Status != factcheck.Declined && factcheck.SameSpans(a.Spans, b.Spans) && len(a.Spans) > 0 {
				t.Errorf("claims %d and %d are on the same words %q", a.ID, b.ID, a.Quoted())
			}
		}
	}
	if len(bench.Texts) != 3 || bench.Article.Version != 3 {
		t.Errorf("%d texts, version %d", len(bench.Texts), bench.Article.Version)
	}
	second, err := n.ArticleText(n.ctx(), n.viewer, article, 2)
	n.must(err)
	if second.Version.Text != other || len(second.Claims) == 0 {
		t.Errorf("the second text has %d claims", len(second.Claims))
	}
}

// TestNewVersion_Orphans: what is gone keeps its history; it can be put on a proposal, or left.
func TestNewVersion_Orphans(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	const ended, twice = "Nothing else was decided before the evening session ended", "Ministers met in the capital on Monday"
	article := n.article(council)
	id, left, picked := n.ready(article, cargo), n.approved(article, ended), n.approved(article, twice)
	n.newText(article, "The opposition disagreed with the figures of the ministry.\nA year ago the port handled 9.1 percent more cargo in June, and imports fell sharply."+
		"\nAt last: "+twice+". And once more: "+twice+".")
	c := n.claim(id)
	if c.Anchor.State != textspan.StateOrphaned || len(c.Anchor.Proposals) != 1 || c.Verdict == nil {
		t.Fatalf("gone: %+v", c.Anchor)
	}
	wantRefusal(t, "no such place", n.place(id, ResolveAnchor{Decision: factcheck.AnchorPicked, Place: 2}), errs.Invalid, "place")
	wantRefusal(t, "nothing to confirm", n.place(id, ResolveAnchor{Decision: factcheck.AnchorConfirmed}), errs.Invalid, "place")
	n.must(n.place(id, ResolveAnchor{Decision: factcheck.AnchorPicked, Place: 1}))
	if c := n.claim(id); c.ArticleVersion != 2 || !strings.Contains(c.Quoted(), "9.1 percent") {
		t.Errorf("picked: %q of version %d", c.Quoted(), c.ArticleVersion)
	}
	n.must(n.place(left, ResolveAnchor{Decision: factcheck.AnchorOrphaned}))
	if c := n.wantStatus(left, factcheck.Approved); c.Anchor.Settled() || c.Anchor.Waits() || c.Quoted() != ended {
		t.Errorf("left: %+v", c.Anchor)
	}
	if c := n.claim(picked); c.Anchor.State != textspan.StateAmbiguous || len(c.Anchor.Proposals) != 2 {
		t.Fatalf("twice: %+v", c.Anchor)
	}
	n.must(n.place(picked, ResolveAnchor{Decision: factcheck.AnchorPicked, Place: 2}))
	if c := n.wantStatus(picked, factcheck.Approved); !c.Anchor.Settled() || c.Version != 1 {
		t.Errorf("picked: %+v", c.Anchor)
	}
	wantRefusal(t, "a claim in the old text", n.tryPropose(n.editor, ProposeClaim{Article: article, Version: 1, Quote: "Ministers", Type: factcheck.TypeEvent}), errs.Stale, "article_version")
	n.must(n.resplitAged(article))
}

// resplitAged splits an article again by the newest rules, as if it had been split by older ones.
func (n *newsroom) resplitAged(article factcheck.ArticleID) error {
	n.t.Helper()
	n.age(article)
	preview, err := n.PreviewResplit(n.ctx(), n.editor, article)
	n.must(err)
	_, err = n.ResplitArticle(n.ctx(), by(n.editor), ResplitArticle{Article: article, Splitting: preview.From.Number, Splitter: preview.Splitter})
	return err
}

// TestNewVersion_Races: two who add a version, or decide where a claim stands, at once: one does, the other is told.
func TestNewVersion_Races(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	for range rounds {
		article := n.article(council)
		id := n.approved(article, cargo)
		add := func(text string) func() error {
			return func() error {
				_, err := n.AddArticleVersion(n.ctx(), by(n.editor), AddVersion{Article: article, Based: 1, Text: text, Origin: factcheck.Paste})
				return err
			}
		}
		got := atOnce(add(strings.Replace(council, "fell", "dropped", 1)), add(strings.Replace(council, "fell", "sank", 1)))
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, got); diff != "" {
			t.Errorf("two texts (-want +got):\n%s", diff)
		}
		on := n.on(id)
		confirm := func(who factcheck.Actor) func() error {
			return func() error {
				return n.ResolveAnchor(n.ctx(), by(who), on, ResolveAnchor{Version: 2, Decision: factcheck.AnchorConfirmed})
			}
		}
		if diff := cmp.Diff(map[string]int{"ok": 1, "stale": 1}, atOnce(confirm(n.editor), confirm(n.editor2))); diff != "" {
			t.Errorf("two confirm (-want +got):\n%s", diff)
		}
	}
}
