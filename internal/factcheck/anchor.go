package factcheck

import (
	"strings"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/textspan"
)

// Anchor is where a claim's words stand in a version of its article that they were not marked in. What the comparison
// of the two texts found never changes; a person decides about it once.
type Anchor struct {
	Version   int // of the article
	From      int // the version it was compared with
	State     textspan.State
	Spans     []textspan.Span   // where the words are, in the order of the text; none when Ambiguous or Orphaned
	Proposals [][]textspan.Span // places to choose from, best first
	Differs   []string          // words that bear on the claim and stand in one of the texts alone, old ones first
	Kept      float64           // the share of the words that is left, in [0,1]
	Decision  AnchorDecision    // none while nobody has decided
	Placed    []textspan.Span   // where a person said they are
	DecidedBy *Person
	DecidedAt time.Time
}

// AnchorDecision is what a person made of an anchor.
type AnchorDecision string

// The decisions.
const (
	AnchorConfirmed  AnchorDecision = "confirmed"  // it stands where it was found
	AnchorPicked     AnchorDecision = "picked"     // it stands at one of the proposals
	AnchorReselected AnchorDecision = "reselected" // somebody marked its words
	AnchorOrphaned   AnchorDecision = "orphaned"   // it is gone from the article
)

// AnchorNeed is what an anchor asks of a person.
type AnchorNeed string

// What an anchor may ask for.
const (
	NeedsNoLook  AnchorNeed = "nothing" // carried over by itself, whatever the claim's status
	NeedsConfirm AnchorNeed = "confirm" // one key; the verdict stays
	NeedsLook    AnchorNeed = "look"    // the words, and the verdict, which was given for others
	NeedsPick    AnchorNeed = "pick"    // which of several places
	NeedsPlace   AnchorNeed = "place"   // the words are gone: another place, or none
)

// Needs returns what the anchor's state asks for, whatever has been decided.
func (a *Anchor) Needs() AnchorNeed {
	switch a.State {
	case textspan.StateExact, textspan.StateMoved, textspan.StateNormalized:
		return NeedsNoLook
	case textspan.StateChanged, textspan.StateRelocated:
		return NeedsConfirm
	case textspan.StateClaimChanged:
		return NeedsLook
	case textspan.StateAmbiguous:
		return NeedsPick
	case textspan.StateOrphaned:
	}
	return NeedsPlace
}

// Settled reports whether it is known where the claim stands: by itself, or because somebody said so. Until then a claim
// is neither submitted nor approved nor published.
func (a *Anchor) Settled() bool {
	return a == nil || a.Needs() == NeedsNoLook || (a.Decision != "" && a.Decision != AnchorOrphaned)
}

// Waits reports whether somebody has to decide where the claim stands. One that is known to be gone waits for nobody.
func (a *Anchor) Waits() bool { return !a.Settled() && a.Decision == "" }

// Place returns where the claim stands, or is taken to stand until somebody decides; nothing when that is not known.
func (a *Anchor) Place() []textspan.Span {
	if len(a.Placed) > 0 {
		return a.Placed
	}
	if a.Decision == AnchorOrphaned {
		return nil
	}
	return a.Spans
}

// Unplaced returns why the claim cannot go on until somebody says where it stands; nothing when that is known.
func (c *Claim) Unplaced() []errs.Reason {
	if c.Anchor.Settled() {
		return nil
	}
	return []errs.Reason{c.anchorReason()}
}

// anchorReason is why the claim cannot go on until somebody says where it stands.
func (c *Claim) anchorReason() errs.Reason {
	detail := "The article has a new version, and nobody has said where the claim stands in it."
	remedy := "An editor can choose one of the places, or mark its words."
	switch {
	case c.Anchor.Decision == AnchorOrphaned:
		detail, remedy = "The claim’s words are gone from the newest version of the article.", "An editor can mark other words for it, or leave it as it is."
	case c.Anchor.Needs() == NeedsConfirm:
		detail, remedy = "The claim’s words changed in the newest version of the article.", "An editor can confirm with one key that it is still the same claim."
	case c.Anchor.Needs() == NeedsLook:
		detail = "The newest version of the article says something else: " + strings.Join(quoted(c.Anchor.Differs), ", ") + "."
		remedy = "An editor can look at the claim and say where it stands."
	}
	return errs.Reason{Rule: "anchor", Field: "anchor", Detail: detail, Remedy: remedy}
}

func quoted(words []string) []string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = "“" + w + "”"
	}
	return list
}

// PlaceRefusal returns why the claim cannot be put where the decision says, or nil. Without a new version of it, a claim
// that was approved or is being reviewed goes only where its words say the same.
func (c *Claim) PlaceRefusal(actor Actor, decision AnchorDecision) error {
	if !actor.Role.AtLeast(Editor) {
		return c.Refusal(actor, ActionChange)
	}
	switch {
	case c.Anchor == nil:
		return errs.Refuse(errs.Stale, "The claim stands in the newest version of the article already.", errs.Reason{
			Rule: "anchor", Detail: "Somebody has put its words there.", Remedy: "Reload the claim to see where.",
		})
	case c.Anchor.Decision != "" && (c.Anchor.Decision != AnchorOrphaned || decision == AnchorOrphaned || !c.Status.Editable()):
		return errs.Refuse(errs.Stale, "Somebody has decided where the claim stands already.", errs.Reason{
			Rule: "anchor_decided", Detail: "One decision is made for each version of the article.", Remedy: "Reload the claim to see where it stands.",
		})
	case decision == AnchorConfirmed && len(c.Anchor.Spans) == 0:
		return errs.Field("place", "There is no place to confirm. Choose one, or mark the words.")
	case c.Status == Declined:
		return c.Refusal(actor, ActionChange)
	case c.Status.Editable(), decision == AnchorOrphaned:
		return nil
	case decision == AnchorConfirmed && c.Anchor.Needs() == NeedsConfirm, decision == AnchorPicked && c.Anchor.State == textspan.StateAmbiguous:
		return nil
	}
	remedy := "Withdraw it from review, or request changes, and say then where it stands."
	if c.Status == Approved {
		remedy = "Open a new version of the claim, and say there where it stands."
	}
	return errs.Refuse(errs.Unmet, "The claim would stand on other words than those it was checked by.", errs.Reason{
		Rule: "anchor_words", Field: "anchor", Detail: "It is " + strings.ToLower(c.Status.Label()) + ", and its words there may say something else.",
		Remedy: remedy,
	})
}

// AnchorLabel returns the state as people read it.
func AnchorLabel(s textspan.State) string {
	switch s {
	case textspan.StateExact:
		return "In its place"
	case textspan.StateMoved:
		return "Moved along"
	case textspan.StateNormalized:
		return "Typed differently"
	case textspan.StateChanged:
		return "Words changed"
	case textspan.StateRelocated:
		return "In another place"
	case textspan.StateClaimChanged:
		return "Claim changed"
	case textspan.StateAmbiguous:
		return "In several places"
	case textspan.StateOrphaned:
		return "Orphaned"
	}
	return string(s)
}

// AnchorStates lists the states, those that ask most of people first.
func AnchorStates() []textspan.State {
	return []textspan.State{
		textspan.StateClaimChanged, textspan.StateOrphaned, textspan.StateAmbiguous, textspan.StateRelocated, textspan.StateChanged,
		textspan.StateNormalized, textspan.StateMoved, textspan.StateExact,
	}
}

// CarryAnchor says where the spans of a claim stand in the new text of a comparison. A claim of several spans is as its
// weightiest one is.
func CarryAnchor(carry *textspan.Carry, spans []textspan.Span, from, to int) Anchor {
	a := Anchor{Version: to, From: from, State: textspan.StateExact}
	weight := map[textspan.State]int{}
	for i, s := range AnchorStates() {
		weight[s] = i
	}
	total, kept := 0, 0.0
	found := make([]textspan.Anchor, len(spans))
	for i, s := range spans {
		found[i] = carry.Span(s)
		if weight[found[i].State] < weight[a.State] {
			a.State = found[i].State
		}
		a.Differs = append(a.Differs, found[i].Differs...)
		total += s.Len()
		kept += found[i].Kept * float64(s.Len())
	}
	if total > 0 {
		a.Kept = min(kept/float64(total), 1)
	}
	if a.State == textspan.StateAmbiguous || a.State == textspan.StateOrphaned {
		a.Proposals = placements(found)
		return a
	}
	places := make([]textspan.Span, len(found))
	for i := range found {
		places[i] = found[i].Span
	}
	merged := textspan.Merge(places)
	if len(merged) < len(places) && a.Needs() == NeedsNoLook {
		a.State = textspan.StateChanged
	}
	a.Spans = merged
	return a
}

// maxPlacements is how many places are offered to choose from.
const maxPlacements = 10

// placements are places for the whole claim: what was found of it, with each proposal for the first span that was not.
func placements(found []textspan.Anchor) [][]textspan.Span {
	var fixed []textspan.Span
	var open []textspan.Span
	for _, a := range found {
		switch {
		case !a.Span.Empty():
			fixed = append(fixed, a.Span)
		case open == nil:
			open = a.Proposals
		}
	}
	var list [][]textspan.Span
	for _, p := range open {
		if len(list) < maxPlacements {
			list = append(list, textspan.Merge(append(append([]textspan.Span{}, fixed...), p)))
		}
	}
	if len(list) == 0 && len(fixed) > 0 {
		list = append(list, textspan.Merge(fixed))
	}
	return list
}
