package components_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"factdesk/views/components"
)

func textOf(t interface{ Fatalf(string, ...any) }, blocks []components.TextBlock, take *components.TextTake) string {
	var b strings.Builder
	if err := components.ArticleText(components.Text{Blocks: blocks, Take: take}).Render(context.Background(), &b); err != nil {
		t.Fatalf("render: %v", err)
	}
	doc, err := html.Parse(strings.NewReader(b.String()))
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	var lines []string
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode && (n.Data == "p" || n.Data == "h3") {
			lines = append(lines, shown(n, false))
		}
	}
	return strings.Join(lines, "\n")
}

// shown is the text of the elements that carry an offset, without what the page adds.
func shown(n *html.Node, inside bool) string {
	if n.Type == html.TextNode && inside {
		return n.Data
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "data-skip":
			return ""
		case "data-start":
			inside = true
		}
	}
	text := ""
	for c := range n.ChildNodes() {
		text += shown(c, inside)
	}
	return text
}

// drawn makes a text with sentences and pieces at random places.
func drawn(t *rapid.T) components.TextInput {
	lines := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("ab <&\"é💖ن. ")), 1, 20, -1), 1, 5).Draw(t, "lines")
	in := components.TextInput{Text: strings.Join(lines, "\n"), Claims: map[int64]components.TextClaim{}}
	length := utf8.RuneCountInString(in.Text)
	at := 0
	for i := 0; at < length; i++ {
		start := rapid.IntRange(at, length).Draw(t, "start")
		end := rapid.IntRange(start, length).Draw(t, "end")
		if end > start {
			in.Sentences = append(in.Sentences, components.SentenceInput{Ordinal: i, Start: start, End: end, Class: "claim"})
		}
		at = max(end, at+1)
	}
	at = 0
	for at < length {
		end := rapid.IntRange(at+1, length).Draw(t, "piece")
		ids := rapid.SliceOfNDistinct(rapid.Int64Range(1, 4), 0, 3, rapid.ID[int64]).Draw(t, "ids")
		in.Pieces = append(in.Pieces, components.PieceInput{Start: at, End: end, Claims: ids})
		for _, id := range ids {
			in.Claims[id] = components.TextClaim{ID: id, Number: int(id), Length: int(10 - id), URL: "?claim", Status: components.Status{Name: "open", Label: "Open"}}
		}
		at = end
	}
	return in
}

func TestArticleTextShowsTheTextItself(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		got := textOf(t, components.BuildText(in), &components.TextTake{URL: "/articles/1", Action: "/articles/1/claims", Version: 1, Key: "k"})
		want := strings.Join(strings.FieldsFunc(in.Text, func(r rune) bool { return r == '\n' }), "\n")
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("the text changed (-want +got):\n%s", diff)
		}
	})
}

func TestBuildTextLinksEachClaimOnce(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := drawn(t)
		links, seen := map[int64]int{}, map[int64]bool{}
		runes := []rune(in.Text)
		for _, block := range components.BuildText(in) {
			for _, s := range block.Sentences {
				for _, p := range append(append([]components.TextPart{}, s.Parts...), s.Gap...) {
					if want := string(runes[p.Start : p.Start+utf8.RuneCountInString(p.Text)]); want != p.Text {
						t.Fatalf("part at %d is %q, the text there %q", p.Start, p.Text, want)
					}
					if p.Link != nil {
						links[p.Link.ID]++
					}
					for i, c := range p.Claims {
						seen[c.ID] = true
						if i > 0 && p.Claims[i-1].Length > c.Length {
							t.Fatalf("a longer claim stands before a shorter one: %v", p.Claims)
						}
					}
				}
			}
		}
		for id, n := range links {
			if n != 1 || !seen[id] {
				t.Fatalf("claim %d has %d links", id, n)
			}
		}
	})
}

func TestPassage(t *testing.T) {
	t.Parallel()
	in := components.TextInput{
		Text: "one\ntwo\nthree\nfour\nfive", Offset: 100,
		Sentences: []components.SentenceInput{{Ordinal: 0, Start: 108, End: 113, Class: "claim"}},
		Pieces:    []components.PieceInput{{Start: 108, End: 111, Claims: []int64{1}}},
		Claims:    map[int64]components.TextClaim{1: {ID: 1, Current: true}},
	}
	blocks := components.BuildText(in)
	for _, c := range []struct {
		around int
		want   string
	}{{0, "three"}, {1, "two\nthree\nfour"}, {9, in.Text}} {
		if got := textOf(t, components.Passage(blocks, c.around), nil); got != c.want {
			t.Errorf("Passage(%d) = %q, want %q", c.around, got, c.want)
		}
	}
	in.Claims = nil
	if got := textOf(t, components.Passage(components.BuildText(in), 0), nil); got != in.Text {
		t.Errorf("without a current claim the passage is %q", got)
	}
}
