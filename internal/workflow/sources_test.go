package workflow

import (
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

// register is a source as an editor types it.
func register() NewEvidence {
	return NewEvidence{
		Source: factcheck.Source{URL: "https://example.org/register", Title: "Ferry register", Publisher: "Port", Kind: factcheck.KindDataset},
		Tier:   factcheck.Primary, Stance: factcheck.Supports,
	}
}

// edit is the form of a source as it is.
func (n *newsroom) edit(id factcheck.SourceID) EditSource {
	n.t.Helper()
	s, err := n.db.Source(n.ctx(), n.desk.ID, id)
	n.must(err)
	return EditSource{
		Source: id, Revision: s.Revision, Title: s.Title, Citation: s.Citation, Publisher: s.Publisher, Author: s.Author,
		PublishedOn: s.PublishedOn, Kind: s.Kind, Tier: s.Tier,
	}
}

// TestAddEvidence_OfTheLibrary: what the library says otherwise is never dropped in silence.
func TestAddEvidence_OfTheLibrary(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(bridge)
	id := n.propose(article, "It will cost $12 million.")
	n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), register()))
	cited := NewEvidence{Source: factcheck.Source{Citation: "Letter of 3 May", Author: "Clerk"}, Tier: factcheck.Primary, Stance: factcheck.Refutes}
	n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), cited))
	first := n.claim(id)
	for name, tc := range map[string]struct {
		edit func(*NewEvidence)
		want []string
	}{
		"another title": {func(in *NewEvidence) { in.Source.Title = "Register" }, []string{"title"}},
		"another kind, a date": {func(in *NewEvidence) {
			in.Source.Kind, in.Source.PublishedOn = factcheck.KindFactCheck, time.Date(2025, 1, 2, 0, 0, 0, 0, time.UTC)
		}, []string{"published_on", "kind"}},
		"a citation's author": {func(in *NewEvidence) {
			in.Source = factcheck.Source{Citation: " Letter of 3 May ", Author: "Mayor"}
		}, []string{"author"}},
		"chosen from the list": {func(in *NewEvidence) {
			in.Source = factcheck.Source{ID: first.Evidence[0].Source.ID, Publisher: "Harbour"}
		}, []string{"publisher"}},
	} {
		in := register()
		tc.edit(&in)
		err := n.AddEvidence(n.ctx(), by(n.editor), n.on(id), in)
		var got []string
		for _, r := range errs.Reasons(err) {
			got = append(got, r.Field)
		}
		if errs.KindOf(err) != errs.Unmet || !cmp.Equal(got, tc.want) {
			t.Errorf("%s: %v, %v differ, want %v", name, err, got, tc.want)
		}
	}
	if diff := cmp.Diff(first, n.claim(id)); diff != "" {
		t.Errorf("something was stored:\n%s", diff)
	}
	for _, source := range []factcheck.Source{
		{URL: "https://example.org/register"}, register().Source, {ID: first.Evidence[0].Source.ID}, cited.Source,
	} {
		n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), NewEvidence{Source: source, Tier: factcheck.Tertiary, Stance: factcheck.Context}))
	}
	sources := map[factcheck.SourceID]int{}
	for _, e := range n.claim(id).Evidence {
		sources[e.Source.ID]++
	}
	if len(sources) != 2 || sources[first.Evidence[0].Source.ID] != 4 {
		t.Errorf("evidence by source: %v", sources)
	}
}

func TestAddEvidence_OneCitationAtOnce(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(bridge)
	var tries []func() error
	for _, quote := range []string{"It will cost $12 million.", "The old bridge was built in 1931.", "40,000 people must take the ferry"} {
		on := n.on(n.propose(article, quote))
		tries = append(tries, func() error {
			return n.AddEvidence(n.ctx(), by(n.editor), on, NewEvidence{
				Source: factcheck.Source{Citation: "Letter of 3 May"}, Tier: factcheck.Primary, Stance: factcheck.Supports,
			})
		})
	}
	if got := atOnce(tries...); got["ok"] != len(tries) {
		t.Errorf("%v", got)
	}
	list, err := n.Sources(n.ctx(), n.editor, "", 0, 10)
	if err != nil || len(list.Sources) != 1 || list.Sources[0].Uses != len(tries) {
		t.Errorf("the library: %+v, %v", list.Sources, err)
	}
}

func TestEditSource(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	id := n.propose(n.article(bridge), "It will cost $12 million.")
	in := register()
	in.Source.Kind = factcheck.KindFactCheck // a slip of the mouse, after which it never counts
	n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), in))
	n.must(n.Judge(n.ctx(), by(n.editor), n.on(id), Judgement{Rating: n.rating("true"), Rationale: "The register says so."}))
	n.must(n.Attribute(n.ctx(), by(n.editor), n.on(id), factcheck.Attribution{Unattributed: true}))
	wantRefusal(t, "submit with a fact-check alone", n.SubmitClaim(n.ctx(), by(n.editor), n.on(id)), errs.Unmet, "evidence")

	edit := n.edit(n.claim(id).Evidence[0].Source.ID)
	seen := edit
	edit.Kind, edit.Title, edit.Author = factcheck.KindDataset, " The register ", "Clerk"
	n.must(n.EditSource(n.ctx(), by(n.editor2), edit))
	wantRefusal(t, "a form opened before", n.EditSource(n.ctx(), by(n.editor), seen), errs.Stale, "stale")
	now := n.edit(edit.Source)
	want := edit
	want.Title, want.Revision = "The register", 2
	if diff := cmp.Diff(want, now); diff != "" {
		t.Error(diff)
	}
	n.must(n.EditSource(n.ctx(), by(n.editor), now)) // nothing changed, so nothing is recorded
	events, err := n.db.Events(n.ctx(), n.desk.ID, 1<<40, 1)
	n.must(err)
	for _, words := range []string{
		`"action": "source.edited"`, `"kind": {"to": "dataset", "from": "factcheck"}`, `"title": {"to": "The register", "from": "Ferry register"}`, `"author": {"to": "Clerk", "from": ""}`,
	} {
		if !strings.Contains(events[0].Body, words) {
			t.Errorf("the event lacks %s: %s", words, events[0].Body)
		}
	}
	n.must(n.SubmitClaim(n.ctx(), by(n.editor), n.on(id))) // the corrected source counts

	wantRefusal(t, "in review", n.EditSource(n.ctx(), by(n.editor), n.titled(edit.Source, "A")), errs.Unmet, "source_in_use")
	n.must(n.Approve(n.ctx(), by(n.reviewer), n.seen(id)))
	err = n.EditSource(n.ctx(), by(n.admin), n.titled(edit.Source, "A"))
	wantRefusal(t, "approved", err, errs.Unmet, "source_in_use")
	if r := errs.Reasons(err)[0]; !strings.Contains(r.Detail, "It will cost $12 million.") || !strings.Contains(r.Remedy, "new version") {
		t.Errorf("the refusal says %+v", r)
	}
	page, err := n.Source(n.ctx(), n.viewer, edit.Source)
	n.must(err)
	if diff := cmp.Diff(errs.Reasons(n.EditSource(n.ctx(), by(n.admin), n.titled(edit.Source, "A"))), page.InUse); diff != "" {
		t.Errorf("the page says otherwise:\n%s", diff)
	}
	n.must(n.EditApproved(n.ctx(), by(n.editor), n.on(id)))
	n.must(n.EditSource(n.ctx(), by(n.editor), n.titled(edit.Source, "A")))
}

// titled is the form of a source with another title.
func (n *newsroom) titled(id factcheck.SourceID, title string) EditSource {
	n.t.Helper()
	in := n.edit(id)
	in.Title = title
	return in
}

func TestEditSource_Refuses(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	id := n.propose(n.article(bridge), "It will cost $12 million.")
	for _, citation := range []string{"A letter", "Another letter"} {
		n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), NewEvidence{
			Source: factcheck.Source{Citation: citation}, Tier: factcheck.Primary, Stance: factcheck.Supports,
		}))
	}
	source := n.claim(id).Evidence[0].Source.ID
	for name, tc := range map[string]struct {
		actor factcheck.Actor
		edit  func(*EditSource)
		kind  errs.Kind
		field string
	}{
		"a viewer":           {n.viewer, func(in *EditSource) { in.Title = "A" }, errs.Forbidden, "role"},
		"no such source":     {n.editor, func(in *EditSource) { in.Source += 1000 }, errs.NotFound, ""},
		"no kind":            {n.editor, func(in *EditSource) { in.Kind = "" }, errs.Invalid, "kind"},
		"no tier":            {n.editor, func(in *EditSource) { in.Tier = "" }, errs.Invalid, "tier"},
		"no name at all":     {n.editor, func(in *EditSource) { in.Citation = " " }, errs.Invalid, "url"},
		"too long a title":   {n.editor, func(in *EditSource) { in.Title = strings.Repeat("a", 501) }, errs.Invalid, "title"},
		"another's citation": {n.editor, func(in *EditSource) { in.Citation = "Another letter" }, errs.Unmet, "citation"},
	} {
		in := n.edit(source)
		tc.edit(&in)
		err := n.EditSource(n.ctx(), by(tc.actor), in)
		if tc.field == "" {
			wantKind(t, name, err, tc.kind)
			continue
		}
		wantRefusal(t, name, err, tc.kind, tc.field)
	}
}

// A correction and an approval at the same time: whichever comes first, nothing is approved
// that the reviewer did not see.
func TestEditSource_RacesAnApproval(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.DB(t))
	article := n.article(bridge)
	for _, quote := range []string{"It will cost $12 million.", "The old bridge was built in 1931.", "40,000 people must take the ferry"} {
		id := n.ready(article, quote)
		in := register()
		in.Source.URL += "/" + strings.ReplaceAll(quote[:3], " ", "")
		n.must(n.AddEvidence(n.ctx(), by(n.editor), n.on(id), in))
		seen, edit := n.seen(id), n.edit(n.claim(id).Evidence[0].Source.ID)
		edit.Title = "Quite another register"
		on := n.on(id)
		got := atOnce(
			func() error { return n.EditSource(n.ctx(), by(n.editor2), edit) },
			func() error {
				if err := n.SubmitClaim(n.ctx(), by(n.editor), on); err != nil {
					return err
				}
				return n.Approve(n.ctx(), by(n.reviewer), seen)
			},
		)
		c := n.claim(id)
		changed := c.Evidence[0].Source.Title == edit.Title
		if changed && c.Status == factcheck.Approved || !changed && (c.Status != factcheck.Approved || got["unmet"] != 1) {
			t.Errorf("the claim is %s, the source corrected %t, outcomes %v", c.Status, changed, got)
		}
	}
}
