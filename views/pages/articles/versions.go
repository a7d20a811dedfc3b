package articles

import (
	"strconv"

	"factdesk/views/components"
	"factdesk/views/layout"
)

// VersionForm brings a new text of an article in.
type VersionForm struct {
	layout.Page
	Article  components.Link
	Action   string // compares, and stores nothing
	Form     components.Form
	Lede     string
	Text     string
	MaxFile  string
	MaxText  string
	FileName string // of a file that has to be chosen again
}

func (p VersionForm) fileHint() string {
	return fileHint(NewPage{MaxFile: p.MaxFile, MaxText: p.MaxText, FileName: p.FileName})
}

// VersionPreview is what a new text would do to an article, before anybody has it stored. The form's revision is the
// version the text was compared with.
type VersionPreview struct {
	layout.Page
	Article  components.Link
	Back     string // address of the form
	Action   string
	Form     components.Form
	Lede     string
	Same     bool // the article has this text already
	Text     string
	Origin   string
	FileName string
	Lang     string
	Diff     []VersionDiff
	Counts   []ResplitCount
	Groups   []VersionGroup
	Added    []ResplitClaim
	More     int // new candidates that are not listed
}

// VersionDiff is a stretch of the two texts: what differs with the words around it, or a long stretch that is the same,
// folded away.
type VersionDiff struct {
	Diff   []components.Diff
	Folded string
	Length int // of Folded, in code points
}

func (d VersionDiff) summary() string { return strconv.Itoa(d.Length) + " characters are the same" }

// VersionGroup are the claims that are in one state in the new text.
type VersionGroup struct {
	State  string
	Label  string
	Help   string
	Claims []VersionClaim
	More   int // that are not listed
}

// VersionClaim is one claim as the new text has it.
type VersionClaim struct {
	Statement string
	URL       string
	Status    components.Status
	Diff      []components.Diff // of its words; empty where they are the same or gone
	Quote     string            // in place of Diff
	Note      string            // "Its approval ends: a new version of the claim is opened."
}

// VersionText is one version of an article's text, to be read.
type VersionText struct {
	layout.Page
	Article components.Link
	Title   string
	Lede    string
	Newest  components.Link // zero on the newest version itself
	Texts   []components.Tab
	Text    components.Text
}
