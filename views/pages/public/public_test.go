package public

import (
	"strings"
	"testing"

	"factdesk/views/components"
)

func TestNames(t *testing.T) {
	t.Parallel()
	cases := map[string][]string{"": nil, "A": {"A"}, "A and B": {"A", "B"}, "A, B and C": {"A", "B", "C"}}
	for want, list := range cases {
		if got := names(list); got != want {
			t.Errorf("names(%q) = %q, want %q", list, got, want)
		}
	}
}

func TestWording(t *testing.T) {
	t.Parallel()
	cases := []struct {
		in   Attribution
		want string
	}{
		{Attribution{}, ""},
		{Attribution{Cue: "claimed"}, "(“claimed”)"},
		{Attribution{Hedge: "without evidence"}, "(the article adds: “without evidence”)"},
		{Attribution{Cue: "claimed", Hedge: "without evidence"}, "(“claimed”, and the article adds: “without evidence”)"},
	}
	for _, c := range cases {
		if got := c.in.wording(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.in, got, c.want)
		}
	}
}

func TestPassageTextKeepsTheArticlesWords(t *testing.T) {
	t.Parallel()
	p := Passage{Segments: []Segment{
		{Text: "He said <b> & "},
		{Text: `"the fleet"`, Numbers: []int{1, 2}, Ends: []ClaimRef{{Number: 1, Anchor: "claim-1"}}, ID: "q1", Tone: components.Red},
		{Text: ".", Numbers: []int{2}, Ends: []ClaimRef{{Number: 2, Anchor: "claim-2"}}},
	}}
	var out strings.Builder
	if err := passageText(p).Render(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	want := `He said &lt;b&gt; &amp; <mark class="mark tone-red" id="q1">&#34;the fleet&#34;</mark>` +
		`<a class="note" href="#claim-1" aria-label="Claim 1">1</a><mark class="mark tone-grey">.</mark>` +
		`<a class="note" href="#claim-2" aria-label="Claim 2">2</a>`
	if out.String() != want {
		t.Errorf("got  %s\nwant %s", out.String(), want)
	}
}
