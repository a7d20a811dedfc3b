package web

import (
	"factdesk/internal/textspan"
	"factdesk/views/components"
)

// diffKinds are the view's words for the kinds of edit.
var diffKinds = map[textspan.EditKind]components.DiffKind{
	textspan.Kept: components.Same, textspan.Added: components.Added, textspan.Removed: components.Removed,
}

// wordDiff compares two texts word by word: what stands in both, in the first alone
// (Removed), in the second alone (Added).
func wordDiff(a, b string) []components.Diff {
	edits := textspan.Diff(a, b)
	list := make([]components.Diff, len(edits))
	for i, e := range edits {
		list[i] = components.Diff{Kind: diffKinds[e.Kind], Text: e.Text}
	}
	return list
}

// diffSides is a word diff in two columns: what is stored with what is missing from the other
// marked, and what was typed with what it adds.
func diffSides(theirs, yours string) (left, right []components.Diff) {
	for _, d := range wordDiff(theirs, yours) {
		if d.Kind != components.Added {
			left = append(left, d)
		}
		if d.Kind != components.Removed {
			right = append(right, d)
		}
	}
	return left, right
}
