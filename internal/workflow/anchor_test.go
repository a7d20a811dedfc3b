package workflow

import (
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/textspan"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// odd is a text in which bytes, UTF-16 units, code points and letters all count differently.
const odd = "👩‍🚀 Ünïcode is “hard” — it’s 𝒽ard. Naïve café\u0301s don’t count.\nIt is hard. It is hard. 東京は雨。"

func TestProposeClaim_Anchors(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	article := n.article(odd)
	runes := []rune(odd)
	at := func(words string) textspan.Span { return span(t, odd, words) }
	second := textspan.Span{Start: at("It is hard. It").Start + 15, End: at("It is hard. It").Start + 22}
	for name, tc := range map[string]struct {
		in   ProposeClaim
		want []textspan.Span
	}{
		"part of a sentence":       {ProposeClaim{Quote: "Naïve café\u0301s"}, []textspan.Span{at("Naïve café\u0301s")}},
		"straight quotes":          {ProposeClaim{Quote: `is "hard" — it's`}, []textspan.Span{at("is “hard” — it’s")}},
		"white space around":       {ProposeClaim{Quote: " \n東京は雨 "}, []textspan.Span{at("東京は雨")}},
		"other white space":        {ProposeClaim{Quote: "don’t   count.\tIt"}, []textspan.Span{at("don’t count.\nIt")}},
		"the second of two":        {ProposeClaim{Quote: "is hard", Occurrence: 2}, []textspan.Span{second}},
		"emoji":                    {ProposeClaim{Spans: []textspan.Span{{Start: 0, End: 3}}}, []textspan.Span{{Start: 0, End: 3}}},
		"trimmed":                  {ProposeClaim{Spans: []textspan.Span{{Start: 3, End: 12}}}, []textspan.Span{{Start: 4, End: 11}}},
		"two pieces":               {ProposeClaim{Spans: []textspan.Span{at("Naïve"), at("東京")}}, []textspan.Span{at("Naïve"), at("東京")}},
		"two pieces, backwards":    {ProposeClaim{Spans: []textspan.Span{at("雨"), at("count")}}, []textspan.Span{at("count"), at("雨")}},
		"over another claim":       {ProposeClaim{Quote: "café\u0301s don’t"}, []textspan.Span{at("café\u0301s don’t")}},
		"everything":               {ProposeClaim{Spans: []textspan.Span{{Start: 0, End: len(runes)}}}, []textspan.Span{{Start: 0, End: len(runes)}}},
		"a letter without a plane": {ProposeClaim{Quote: "𝒽"}, []textspan.Span{at("𝒽")}},
	} {
		tc.in.Article, tc.in.Version, tc.in.Type = article, 1, factcheck.TypeEvent
		id, err := n.ProposeClaim(n.ctx(), by(n.editor), tc.in)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		c := n.claim(id)
		if diff := cmp.Diff(tc.want, spansOf(c.Spans)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		for _, q := range c.Spans {
			if want := string(runes[q.Span.Start:q.Span.End]); q.Exact != want {
				t.Errorf("%s: exact %q, want %q", name, q.Exact, want)
			}
			if !strings.Contains(odd, q.Prefix+q.Exact+q.Suffix) {
				t.Errorf("%s: %q, %q, %q do not stand together", name, q.Prefix, q.Exact, q.Suffix)
			}
		}
		// On words the splitter proposed already, its candidate is taken on, with its statement.
		worded := c.Statement == strings.Join(strings.Fields(c.Quoted()), " ") || c.Origin == factcheck.BySplitter
		if c.Status != factcheck.Open || !worded || c.Assignee == nil || c.Assignee.ID != n.editor.Account {
			t.Errorf("%s: %s, %q, assignee %+v", name, c.Status, c.Statement, c.Assignee)
		}
		if again, err := n.ProposeClaim(n.ctx(), by(n.editor2), tc.in); err != nil || again != id {
			t.Errorf("%s, again: %d, %v, want %d", name, again, err, id)
		}
	}
	for name, tc := range map[string]struct {
		in    ProposeClaim
		field string
	}{
		"no words":              {ProposeClaim{Quote: " \n"}, "quote"},
		"not there":             {ProposeClaim{Quote: "It is easy"}, "quote"},
		"which of two":          {ProposeClaim{Quote: "It is hard"}, "occurrence"},
		"the third of two":      {ProposeClaim{Quote: "It is hard", Occurrence: 3}, "occurrence"},
		"a place before":        {ProposeClaim{Quote: "It is hard", Occurrence: -1}, "occurrence"},
		"past the end":          {ProposeClaim{Spans: []textspan.Span{{Start: len(runes) - 1, End: len(runes) + 1}}}, "quote"},
		"before the beginning":  {ProposeClaim{Spans: []textspan.Span{{Start: -1, End: 3}}}, "quote"},
		"the wrong way round":   {ProposeClaim{Spans: []textspan.Span{{Start: 5, End: 3}}}, "quote"},
		"nothing":               {ProposeClaim{Spans: []textspan.Span{{Start: 5, End: 5}}}, "quote"},
		"white space":           {ProposeClaim{Spans: []textspan.Span{{Start: 3, End: 4}}}, "quote"},
		"the same piece twice":  {ProposeClaim{Spans: []textspan.Span{at("Naïve"), at("Naïve")}}, "quote"},
		"pieces that overlap":   {ProposeClaim{Spans: []textspan.Span{at("Naïve café"), at("café\u0301s")}}, "quote"},
		"a kind there is not":   {ProposeClaim{Quote: "Naïve", Type: "rumour"}, "type"},
		"too long a statement":  {ProposeClaim{Quote: "Naïve", Statement: strings.Repeat("a", 2001)}, "statement"},
		"a statement with NULs": {ProposeClaim{Quote: "Naïve", Statement: "a\x00b"}, ""},
	} {
		tc.in.Article, tc.in.Version = article, 1
		if tc.in.Type == "" {
			tc.in.Type = factcheck.TypeEvent
		}
		err := n.tryPropose(n.editor, tc.in)
		if tc.field == "" {
			wantKind(t, name, err, errs.Invalid)
			continue
		}
		wantRefusal(t, name, err, errs.Invalid, tc.field)
	}
}

func TestSpans(t *testing.T) {
	t.Parallel()
	n := newNewsroom(t, pgtest.Tx(t))
	ctx := n.ctx()
	at := func(words string) textspan.Span { return span(t, bridge, words) }
	id := n.propose(n.article(bridge), "the mayor said on Monday")
	want := func(words ...string) {
		t.Helper()
		var got []string
		for _, q := range n.claim(id).Spans {
			got = append(got, q.Exact)
		}
		if diff := cmp.Diff(words, got); diff != "" {
			t.Errorf("pieces (-want +got):\n%s", diff)
		}
	}
	earlier := at("was closed in May")
	n.must(n.AddSpan(ctx, by(n.editor), n.on(id), NewSpan{Span: &earlier}))
	n.must(n.AddSpan(ctx, by(n.editor), n.on(id), NewSpan{Quote: "It is not safe"}))
	want("was closed in May", "the mayor said on Monday", "It is not safe")
	for what, words := range map[string]string{"the same": "was closed in May", "inside": "in May", "over the edge": "in May, the mayor"} {
		wantRefusal(t, what, n.AddSpan(ctx, by(n.editor), n.on(id), NewSpan{Quote: words}), errs.Invalid, "quote")
	}
	wantRefusal(t, "move over another", n.MoveSpan(ctx, by(n.editor), n.on(id), 1, at("was closed in May, the")), errs.Invalid, "start")
	wantRefusal(t, "move off the text", n.MoveSpan(ctx, by(n.editor), n.on(id), 1, textspan.Span{Start: 1, End: 9999}), errs.Invalid, "quote")
	n.must(n.MoveSpan(ctx, by(n.editor), n.on(id), 2, at("the mayor said")))
	n.must(n.MoveSpan(ctx, by(n.editor), n.on(id), 1, at("The old bridge was closed in May")))
	want("The old bridge was closed in May", "the mayor said", "It is not safe")
	n.must(n.MoveSpan(ctx, by(n.editor), n.on(id), 1, at("40,000 people"))) // past the second piece
	want("the mayor said", "40,000 people", "It is not safe")
	n.must(n.RemoveSpan(ctx, by(n.editor), n.on(id), 1))
	n.must(n.RemoveSpan(ctx, by(n.editor), n.on(id), 1))
	want("It is not safe")
	wantRefusal(t, "remove the last", n.RemoveSpan(ctx, by(n.editor), n.on(id), 1), errs.Unmet, "quote")

	// The workbench lists claims in the order of the text as it is now.
	first := n.propose(n.claim(id).Article, "bridge was built in 1931")
	n.must(n.MoveSpan(ctx, by(n.editor), n.on(first), 1, at("The bridge is closed")))
	bench, err := n.Workbench(ctx, n.viewer, n.claim(id).Article, 0)
	n.must(err)
	var order []factcheck.ClaimID
	for _, c := range bench.Claims {
		if c.Origin == factcheck.ByEditor {
			order = append(order, c.ID)
		}
	}
	if diff := cmp.Diff([]factcheck.ClaimID{first, id}, order); diff != "" {
		t.Errorf("order of the workbench (-want +got):\n%s", diff)
	}
}

// TestAnchor_FindsItsOwn: whatever is cut out of a text is found in it again, at that place.
func TestAnchor_FindsItsOwn(t *testing.T) {
	t.Parallel()
	alphabet := []rune("ab “”‘’’'\"–—\n👩‍🚀é\u0301ß東")
	rapid.Check(t, func(t *rapid.T) {
		runes := rapid.SliceOfN(rapid.SampledFrom(alphabet), 1, 40).Draw(t, "text")
		from := rapid.IntRange(0, len(runes)-1).Draw(t, "from")
		to := rapid.IntRange(from+1, len(runes)).Draw(t, "to")
		text, words := string(runes), string(runes[from:to])
		if strings.TrimSpace(words) == "" {
			return
		}
		marked, err := anchor(text, []textspan.Span{{Start: from, End: to}}, "", 0)
		if err != nil || marked[0].Exact != strings.TrimSpace(words) {
			t.Fatalf("marked %q: %+v, %v", words, marked, err)
		}
		for occurrence := 1; ; occurrence++ {
			found, err := anchor(text, nil, words, occurrence)
			if err != nil {
				// Occurrences do not overlap, so a place inside another is not one of them.
				if occurrence == 1 {
					t.Fatalf("quoted %q: %v", words, err)
				}
				return
			}
			if found[0].Exact != strings.TrimSpace(words) {
				t.Fatalf("quoted %q, found %q", words, found[0].Exact)
			}
			if found[0].Span == marked[0].Span {
				return
			}
		}
	})
}
