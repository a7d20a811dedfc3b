package factcheck_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
)

// quoting is a claim anchored to these places of a text.
func quoting(id factcheck.ClaimID, spans ...textspan.Span) factcheck.Claim {
	c := factcheck.Claim{ID: id}
	for _, s := range spans {
		c.Spans = append(c.Spans, factcheck.Quote{Span: s})
	}
	return c
}

// TestNewEdition_AnchorsStay: a link to a claim means the same claim in every edition.
func TestNewEdition_AnchorsStay(t *testing.T) {
	t.Parallel()
	a, b, c := quoting(18), quoting(20), quoting(31)
	anchors := func(claims ...factcheck.Claim) map[factcheck.ClaimID]string {
		found := map[factcheck.ClaimID]string{}
		e := factcheck.NewEdition(factcheck.EditionParts{Claims: claims})
		for i := range e.Claims {
			found[e.Claims[i].ID] = e.Claims[i].Anchor()
		}
		return found
	}
	first := anchors(a, b)
	for id, anchor := range anchors(c, b, a) {
		if was, ok := first[id]; ok && was != anchor {
			t.Errorf("claim %d stood at %s and stands at %s", id, was, anchor)
		}
	}
}

// TestNewEdition_Passages: exactly the blocks that a claim's words touch, whatever the text.
func TestNewEdition_Passages(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom([]rune("ab\n\n東 ")), 1, 60, -1).Draw(r, "text")
		length := utf8.RuneCountInString(text)
		var claims []factcheck.Claim
		var spans []textspan.Span
		for range rapid.IntRange(0, 5).Draw(r, "claims") {
			start := rapid.IntRange(0, length-1).Draw(r, "start")
			s := textspan.Span{Start: start, End: rapid.IntRange(start+1, length).Draw(r, "end")}
			spans = append(spans, s)
			claims = append(claims, quoting(1, s))
		}
		want, at := []factcheck.Passage{}, 0
		for _, block := range strings.Split(text, "\n") {
			here := textspan.Span{Start: at, End: at + utf8.RuneCountInString(block)}
			for _, s := range spans {
				if here.Overlaps(s) {
					want = append(want, factcheck.Passage{Start: at, Text: block})
					break
				}
			}
			at = here.End + 1
		}
		e := factcheck.NewEdition(factcheck.EditionParts{Version: factcheck.ArticleVersion{Text: text}, Claims: claims})
		if diff := cmp.Diff(want, e.Passages); diff != "" {
			r.Fatalf("passages of %q under %v (-want +got):\n%s", text, spans, diff)
		}
	})
}
