package splitter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter"
)

func TestLayout(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"a line a paragraph": {
			"Harbour costs rise\nThe city paid twice for it.\nNobody knows why\n",
			[]string{"Harbour costs rise", "The city paid twice for it.", "Nobody knows why"},
		},
		"empty lines between paragraphs": {
			"Harbour costs rise\n \nThe city paid twice for it.\n\n\nNobody knows why",
			[]string{"Harbour costs rise", "The city paid twice for it.", "Nobody knows why"},
		},
		"an empty line ends a sentence without a stop": {
			"The city paid for it\n\nand nobody knows why.",
			[]string{"The city paid for it", "and nobody knows why."},
		},
		"names in wrapped lines": {
			"The opposition said on Monday that it would ask the mayor of\nPort Louis and the minister, Ann Lee, about it. In December\n" +
				"Lee had told the city to pay, and the harbour is still not\nopen. Nobody knows why.\n",
			[]string{"The opposition said on Monday that it would ask the mayor of Port Louis and the minister, Ann Lee, about it.",
				"In December Lee had told the city to pay, and the harbour is still not open.", "Nobody knows why."},
		},
		"headings at once before their paragraphs, in wrapped lines": {
			"HARBOUR COSTS RISE\nThe opposition said on Monday that it would ask the mayor of\nPort Louis about it and that the minister had told the city\n" +
				"to pay in May.\nWhat comes next\nThe harbour is still not open, and the ships have to go to\nthe next port. Nobody knows why.\n",
			[]string{"HARBOUR COSTS RISE", "The opposition said on Monday that it would ask the mayor of Port Louis about it and that the minister had told the city to pay in May.",
				"What comes next", "The harbour is still not open, and the ships have to go to the next port.", "Nobody knows why."},
		},
		"a heading in capitals as wide as the lines": {
			"THE HARBOUR COSTS MORE THAN THE CITY HAD PLANNED, SAYS MAYOR\nThe opposition said on Monday that it would ask the mayor of\nPort Louis about it.\n" +
				"It will also ask the minister, and then all those who told\nthe city to pay.\n",
			[]string{"THE HARBOUR COSTS MORE THAN THE CITY HAD PLANNED, SAYS MAYOR", "The opposition said on Monday that it would ask the mayor of Port Louis about it.",
				"It will also ask the minister, and then all those who told the city to pay."},
		},
		"wrapped and whole paragraphs mixed": {
			"The opposition said on Monday that it would ask the mayor of\nPort Louis about it and the minister who had told the city\nto pay.\n" +
				strings.Repeat("This paragraph is not wrapped at all. ", 5) + "\nNor is this one, which is short\n",
			[]string{"The opposition said on Monday that it would ask the mayor of Port Louis about it and the minister who had told the city to pay.",
				"This paragraph is not wrapped at all.", "This paragraph is not wrapped at all.", "This paragraph is not wrapped at all.",
				"This paragraph is not wrapped at all.", "This paragraph is not wrapped at all.", "Nor is this one, which is short"},
		},
		"a list in wrapped lines": {
			"The opposition said on Monday that it would ask the mayor of\nPort Louis about all of these things, one after the other:\n" +
				"- the harbour, which costs more than what the city had said\n  it would\n- the ships\n",
			[]string{"The opposition said on Monday that it would ask the mayor of Port Louis about all of these things, one after the other:",
				"- the harbour, which costs more than what the city had said it would", "- the ships"},
		},
		"names, one a line":         {"Ann Lee\nMayor of Port Louis\n12 Main Street\n", []string{"Ann Lee", "Mayor of Port Louis", "12 Main Street"}},
		"words in lower case":       {"harbour\nships and ports\nthe sea\n", []string{"harbour", "ships and ports", "the sea"}},
		"a bracket broken off":      {"The new bridge at Port Louis is as long as 400 m\n(1,312 ft).\n", []string{"The new bridge at Port Louis is as long as 400 m (1,312 ft)."}},
		"Roman and lettered items":  {"iv) ships\n(a) ports\nb) piers", []string{"iv) ships", "(a) ports", "b) piers"}},
		"old line ends":             {"One.\rTwo.\fThree.\vFour.\u2028Five.", []string{"One.", "Two.", "Three.", "Four.", "Five."}},
		"white space of all widths": {"\u00a0One.\u2003\n\u3000Two.\t", []string{"One.", "Two."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(c.want, words(t, c.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWrappingChangesNothing breaks the lines of paragraphs at any width: the sentences must stay the same.
func TestWrappingChangesNothing(t *testing.T) {
	t.Parallel()
	const paragraph = "The harbour was closed on Monday after a storm had torn the roofs from two houses on the old quay, the mayor of the city said. " +
		"Nobody was hurt, and the ships went to the next port along the coast, where they were unloaded by those who live there. "
	rapid.Check(t, func(t *rapid.T) {
		width := rapid.IntRange(40, 120).Draw(t, "width")
		var text strings.Builder
		sentences := 0
		for range rapid.IntRange(2, 5).Draw(t, "paragraphs") {
			n := rapid.IntRange(1, 3).Draw(t, "length")
			text.WriteString(strings.Repeat(paragraph, n) + "\n")
			sentences += 2 * n
		}
		if got := len(splitter.Sentences(wrapped(text.String(), width))); got != sentences {
			t.Fatalf("%d sentences, want %d", got, sentences)
		}
	})
}
