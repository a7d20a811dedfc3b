package textspan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// State is how a span of one version of a text stands in another.
type State string

// The states. The first three need nobody's look; Changed and Relocated one key; the others a decision.
const (
	StateExact        State = "exact"         // the same words in the same place
	StateMoved        State = "moved"         // the same words, carried along by changes around them
	StateNormalized   State = "normalized"    // the same but for white space and the shapes of quotation marks and dashes
	StateChanged      State = "changed"       // other words, none of which bears on what is claimed
	StateRelocated    State = "relocated"     // the same words in another place
	StateClaimChanged State = "claim_changed" // a figure, name, negation, quantifier, hedge or quotation mark differs
	StateAmbiguous    State = "ambiguous"     // the same words in several places
	StateOrphaned     State = "orphaned"      // gone
)

// Automatic reports whether a span in this state is carried over without anybody's look.
func (s State) Automatic() bool {
	return s == StateExact || s == StateMoved || s == StateNormalized
}

// Anchor is where a span of one version stands in another.
type Anchor struct {
	State State
	// Span is the place in the new text; empty when Ambiguous or Orphaned.
	Span Span
	// Proposals are the places to choose from when Ambiguous, and up to three that read alike when Orphaned,
	// best first.
	Proposals []Span
	// Kept is the share of the old words that stand in the new span, in [0,1].
	Kept float64
	// Differs are the words that bear on the claim and stand in one version alone, when ClaimChanged or when
	// a Relocated span's surroundings do not matter: old ones first.
	Differs []string
}

const (
	// minKept is the share of a span's words that must be left for it to be Changed rather than gone.
	minKept = 0.5
	// minRelocated is how many code points a span must have to be known again elsewhere.
	minRelocated = 20
)

// Carry carries spans of one version of a text over to another. It is made once for two texts; its methods may be
// called by several goroutines.
//
// A word diff decides, because no threshold on likeness tells a rewording from another fact; searching for like
// words only proposes. See docs/decisions for what was measured.
type Carry struct {
	from, to *Index
	// at is, for each code point of the old text, its place in the new one, or -1; with one more for the end.
	at []int32
	// added holds the places of the new text that the old one does not have, in order, by hunk.
	added []replaced
	names map[string]bool
	words []wordAt
	// fromCuts and toCuts are the places between tokens.
	fromCuts, toCuts []bool
}

// replaced is a stretch of the old text and what stands in its place, in code points.
type replaced struct{ old, now Span }

// NewCarry compares two texts.
func NewCarry(from, to string) *Carry {
	c := &Carry{from: NewIndex(from), to: NewIndex(to), names: make(map[string]bool)}
	c.at = make([]int32, c.from.Len()+1)
	for i := range c.at {
		c.at[i] = -1
	}
	for _, h := range hunks(from, to) {
		old, now := c.from.Span(h.aFrom, h.aTo), c.to.Span(h.bFrom, h.bTo)
		if !h.kept {
			c.added = append(c.added, replaced{old, now})
			continue
		}
		for i := range old.Len() {
			c.at[old.Start+i] = int32(now.Start + i)
		}
	}
	addNames(c.names, from)
	addNames(c.names, to)
	c.words = wordsAt(to)
	c.fromCuts, c.toCuts = cuts(c.from), cuts(c.to)
	return c
}

// cuts tells for every place of a text whether a token begins or ends there.
func cuts(ix *Index) []bool {
	at := make([]bool, ix.Len()+1)
	at[0] = true
	n := 0
	for _, token := range cutWords(ix.text) {
		n += utf8.RuneCountInString(token)
		at[n] = true
	}
	return at
}

// sits reports whether place cuts no word that the old span s did not cut: "1.5" is not in "21.5".
func (c *Carry) sits(s, place Span) bool {
	return (c.toCuts[place.Start] || !c.fromCuts[s.Start]) && (c.toCuts[place.End] || !c.fromCuts[s.End])
}

// Span carries one span over. A span outside the old text is Orphaned.
func (c *Carry) Span(s Span) Anchor {
	exact, ok := c.from.Slice(s)
	if !ok || s.Empty() {
		return Anchor{State: StateOrphaned}
	}
	if now, ok := c.to.Slice(s); ok && now == exact && c.unmoved(s) {
		return Anchor{State: StateExact, Span: s, Kept: 1}
	}
	first, last, kept := c.project(s)
	share := float64(kept) / float64(s.Len())
	if whole, ok := c.unbroken(s, exact, first, last); ok {
		return Anchor{State: StateMoved, Span: whole, Kept: 1}
	}
	if share >= minKept {
		return c.changed(s, exact, c.widen(s, Span{first, last + 1}), share)
	}
	return c.elsewhere(exact, s, share)
}

// unmoved reports whether the diff leaves all of s where it is.
func (c *Carry) unmoved(s Span) bool {
	for i := s.Start; i < s.End; i++ {
		if int(c.at[i]) != i {
			return false
		}
	}
	return true
}

// project is the first and the last place in the new text of what is kept of s, and how much that is.
func (c *Carry) project(s Span) (first, last, kept int) {
	first, last = -1, -1
	for i := s.Start; i < s.End; i++ {
		if p := int(c.at[i]); p >= 0 {
			if first < 0 {
				first = p
			}
			last = p
			kept++
		}
	}
	return first, last, kept
}

// unbroken is the place of the very words where the diff put them or beside it: a diff of repeated words may give
// some of them to another place than a reader would.
func (c *Carry) unbroken(s Span, exact string, first, last int) (Span, bool) {
	if first < 0 {
		return Span{}, false
	}
	low, high := max(0, first-s.Len()), min(c.to.Len(), last+1+s.Len())
	around, _ := c.to.Slice(Span{low, high})
	best, most := Span{}, -1
	for _, off := range occurrences(around, exact) {
		start := low + utf8.RuneCountInString(around[:off])
		place := Span{start, start + s.Len()}
		if shared := min(place.End, last+1) - max(place.Start, first); shared > most && c.sits(s, place) {
			best, most = place, shared
		}
	}
	return best, most > 0
}

// widen takes into the projection the words that stand in place of the first or last words of s.
func (c *Carry) widen(s, now Span) Span {
	for _, r := range c.added {
		if r.old.Empty() || r.now.Empty() || r.old.Start < s.Start || r.old.End > s.End {
			continue
		}
		if r.now.End == now.Start && r.old.Start == s.Start {
			now.Start = r.now.Start
		}
		if r.now.Start == now.End && r.old.End == s.End {
			now.End = r.now.End
		}
	}
	return Trim(c.to.text, now)
}

// changed tells what the change of exact into the words at now means.
func (c *Carry) changed(s Span, exact string, now Span, share float64) Anchor {
	words, _ := c.to.Slice(now)
	a := Anchor{State: StateChanged, Span: now, Kept: share}
	if a.Differs = c.differ(exact, words); len(a.Differs) > 0 {
		a.State = StateClaimChanged
	} else if plain(exact) == plain(words) {
		a.State = StateNormalized
	}
	return a
}

// elsewhere looks for exact where the new text has something new, and proposes what reads alike when it is not
// there.
func (c *Carry) elsewhere(exact string, s Span, share float64) Anchor {
	var places []Span
	for _, off := range occurrences(c.to.text, exact) {
		place := c.to.Span(off, off+len(exact))
		if c.isNew(place) && c.sits(s, place) {
			places = append(places, place)
		}
	}
	switch {
	case len(places) > 1:
		return Anchor{State: StateAmbiguous, Proposals: places, Kept: share}
	case len(places) == 1 && s.Len() >= minRelocated:
		return Anchor{State: StateRelocated, Span: places[0], Kept: 1}
	}
	return Anchor{State: StateOrphaned, Proposals: c.alike(exact, s), Kept: share}
}

// isNew reports whether any of place stands in words that the old text does not have in an aligned place.
func (c *Carry) isNew(place Span) bool {
	n, _ := slices.BinarySearchFunc(c.added, place.Start, func(r replaced, start int) int { return r.now.End - start - 1 })
	return n < len(c.added) && c.added[n].now.Overlaps(place)
}

// plain is words with what does not matter made alike: compatibility forms (Unicode NFKC), white space, the shapes
// of quotation marks and dashes, and invisible characters.
func plain(words string) string {
	folded := fold(norm.NFKC.String(words)).text
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Pd, r), r == '−':
			return '-'
		case r == '\u00ad', unicode.Is(unicode.Cf, r):
			return -1
		default:
			return r
		}
	}, folded))
}
