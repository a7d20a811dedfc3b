package components

import "strconv"

// PanelAnchor is where a claim, whose words are of an older version of its article, stands in the newest one.
type PanelAnchor struct {
	State   string // its name, such as "claim_changed"
	Label   string // "Claim changed"
	Explain string // what that means for the claim, in a sentence
	Version int    // of the article, that all of this is about
	Old     Link   // the version its words are of
	Was     []Diff // its words there; what is missing now is Removed
	Now     []Diff // those it is taken to stand on; nothing where none are known
	Differs []string
	Places  []AnchorPlace
	Settled bool   // nobody need decide
	Decided string // "Confirmed by Ana Petrović"; "" while nobody has decided
	// Confirm, Pick, Reselect and Orphan say which decisions may be made.
	Confirm  bool
	Pick     bool
	Reselect bool
	Orphan   bool
	Typed    string // words for the claim, as they were typed before they were refused
	// Occurrences are offered when the words stand in the article more than once.
	Occurrences []Option
	WayOut      []Reason // why nothing of that helps now, and what would
}

// AnchorPlace is one place to choose from, with the words around it.
type AnchorPlace struct {
	Number int
	Before string
	Words  string
	After  string
}

func (a PanelAnchor) decides() bool { return a.Confirm || a.Pick || a.Reselect || a.Orphan }

func (a PanelAnchor) version() string { return strconv.Itoa(a.Version) }
