package components

import (
	"cmp"
	"strconv"
	"time"
)

// When is a point in time as shown: ISO is RFC 3339 in UTC (or a plain date) for
// machines, Text what people read, such as "3 Sep 2026, 14:05 UTC".
type When struct {
	ISO  string
	Text string
	// Relative lets the script replace Text with "5 minutes ago".
	Relative bool
}

// IsZero reports whether there is no time to show.
func (w When) IsZero() bool { return w.ISO == "" && w.Text == "" }

// Link is text with where it leads. Without URL it is shown as plain text.
type Link struct {
	Text string
	URL  string
}

// Reason is one rule that was not met, told so that a person can act on it.
// Field names the form field it is about, if one.
type Reason struct {
	Rule   string
	Field  string
	Detail string
	Remedy string
}

// Form is what every form that changes something carries.
type Form struct {
	Key      string // idempotency key: random, one for each rendering of the form
	Revision int64  // the revision edited; 0 for something new
	Message  string // why the last attempt was refused, in a sentence; "" before the first
	Reasons  []Reason
}

// Failed reports whether the form comes back from an attempt that was refused.
func (f Form) Failed() bool { return f.Message != "" || len(f.Reasons) > 0 }

// Error returns what is wrong with the named field; "" when nothing is.
func (f Form) Error(field string) string {
	for _, r := range f.Reasons {
		if r.Field == field {
			return r.Detail
		}
	}
	return ""
}

// RevisionText returns the revision as the hidden field's value.
func (f Form) RevisionText() string { return strconv.FormatInt(f.Revision, 10) }

// Option is one choice of a select or a group of radio buttons.
type Option struct {
	Value    string
	Label    string
	Hint     string
	Selected bool
}

// Field is one labelled input. ID is "f-" and Name unless set, so a page with
// two forms that share a name sets it.
type Field struct {
	ID           string
	Name         string
	Label        string
	Hint         string
	Value        string
	Error        string
	Type         string // "text" unless set
	Autocomplete string
	Lang         string
	Class        string // "short", "medium", "serif", or several of them
	Rows         int    // of a text area; 6 unless set
	Min          string // of number and date inputs
	Max          string
	MaxLength    int // in UTF-16 units, as browsers count; 0 for none
	Required     bool
	Optional     bool // says so after the label
	ReadOnly     bool
	Autofocus    bool
	Options      []Option // of a select or radio group
}

// Key returns the id of the input.
func (f Field) Key() string {
	if f.ID != "" {
		return f.ID
	}
	return "f-" + f.Name
}

// describedBy returns the ids of hint and error, for aria-describedby.
func (f Field) describedBy() string {
	switch {
	case f.Hint != "" && f.Error != "":
		return f.Key() + "-error " + f.Key() + "-hint"
	case f.Error != "":
		return f.Key() + "-error"
	case f.Hint != "":
		return f.Key() + "-hint"
	}
	return ""
}

// inputType returns the type the browser is given. A date that is none comes back
// in a text field: a date field would drop what was typed.
func (f Field) inputType() string {
	if f.Type == "date" && f.Value != "" {
		if _, err := time.Parse(time.DateOnly, f.Value); err != nil {
			return "text"
		}
	}
	return cmp.Or(f.Type, "text")
}

func (f Field) rows() string {
	if f.Rows == 0 {
		return "6"
	}
	return strconv.Itoa(f.Rows)
}

// Button is a control that sends a form, or a link that looks like one when URL is set.
type Button struct {
	Text     string
	ID       string
	Name     string
	Value    string
	URL      string
	Action   string // formaction, when the button sends its form elsewhere
	Kind     string // "", "primary", "danger" or "quiet"; add " small" for a small one
	Keycap   string // the key that does the same, printed on the button
	Disabled bool
	// DescribedBy is the id of the text that says why it is disabled.
	DescribedBy string
}

// Flash is a message shown once, on top of the page after an action. Kind is
// "ok", "warn", "error" or "".
type Flash struct {
	Kind string
	Text string
	Link Link
	// Offer names what can be done about what it tells of: "undo", "redo" or "".
	Offer string
	Step  *StepForm // that does it, where the page can; nil elsewhere
}

// StepForm undoes or redoes one step of whoever sees it.
type StepForm struct {
	Action string
	Key    string // of idempotency
	Step   int
	Page   string // that the form stands on
	Verb   string // "Undo"
	What   string // "accept claim 4"
	Keycap string // "" where another control has the key
}

// Tab is one of several pages of the same thing.
type Tab struct {
	Text    string
	URL     string
	Count   string
	Current bool
}

// Pager leads to the neighbouring pages of a keyset list; an empty URL is left out.
type Pager struct {
	NewestURL string
	OlderURL  string
	OlderText string // "Older" unless set
}

// Tone names a colour for a verdict or a mark. The word beside it carries the
// meaning. The values are those of the style sheet's tone-… classes.
type Tone string

// The tones, all that the style sheet has.
const (
	Green  Tone = "green"
	Teal   Tone = "teal"
	Amber  Tone = "amber"
	Orange Tone = "orange"
	Red    Tone = "red"
	Violet Tone = "violet"
	Blue   Tone = "blue"
	Grey   Tone = "grey"
)

// Class returns the tone's class; that of grey for a name the style sheet lacks.
func (t Tone) Class() string {
	switch t {
	case Green, Teal, Amber, Orange, Red, Violet, Blue, Grey:
		return "tone-" + string(t)
	}
	return "tone-grey"
}

// ToneOf returns the tone of a rating scale's colour: true, mostly, mixed, doubt,
// false or neutral. A name it does not know is grey, as neutral is.
func ToneOf(colour string) Tone {
	switch colour {
	case "true":
		return Green
	case "mostly":
		return Teal
	case "mixed":
		return Amber
	case "doubt":
		return Violet
	case "false":
		return Red
	}
	return Grey
}

// Rating is a verdict's label as shown. The zero Rating is "no verdict yet".
type Rating struct {
	Label      string
	Tone       Tone
	Definition string
}

// Status is a claim's place in the workflow: Name is the workflow's word
// ("candidate", "in_review", …), Label the reader's.
type Status struct {
	Name  string
	Label string
}

// Conflict is shown when a form was based on a revision that is no longer the
// newest: what the other person wrote beside what was typed.
type Conflict struct {
	By     string
	When   When
	Fields []ConflictField
}

// ConflictField is one field that differs.
type ConflictField struct {
	Label  string
	Theirs string
	Yours  string
}

// Confirm is an action that asks first: a summary that opens to a form.
type Confirm struct {
	Summary string
	Danger  bool
	Open    bool // opened by the server, such as after an error
}

// Check is one line of a checklist.
type Check struct {
	Done   bool
	Advice bool // nothing hangs on it
	Text   string
	Detail string
}
