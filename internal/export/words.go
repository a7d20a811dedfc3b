package export

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"factdesk/internal/factcheck"
)

// attributionText tells who is said to have said it, in a phrase without an end.
func attributionText(a factcheck.EditionAttribution) string {
	if a.Unattributed {
		return "The article itself; it names nobody else"
	}
	text := cmp.Or(a.Speaker, "Somebody the article does not name")
	if a.Outlet != "" {
		text += ", carried by " + a.Outlet
	}
	if a.Via != "" {
		text += ", passed on by " + a.Via
	}
	var words []string
	for _, word := range []string{a.Cue, a.Hedge} {
		if word != "" {
			words = append(words, "“"+word+"”")
		}
	}
	if len(words) > 0 {
		text += "; in the article’s words: " + strings.Join(words, ", ")
	}
	if a.Direct {
		text += "; a direct quotation"
	}
	return text
}

// correctionText tells what was corrected and why.
func correctionText(c *factcheck.EditionCorrected) string {
	return c.Class.Label() + ": " + joinNonEmpty(" ", c.What, c.Why)
}

// sourceName returns what a source is called: its title, else how it is cited, else its address.
func sourceName(e *factcheck.EditionEvidence) string {
	return cmp.Or(e.Title, e.Citation, e.URL, e.Kind.Label())
}

// sourceOrigin tells who published a source and when, and when it was looked at.
func sourceOrigin(e *factcheck.EditionEvidence) string {
	citation, accessed := e.Citation, e.AccessedOn
	if citation == sourceName(e) {
		citation = ""
	}
	if accessed != "" {
		accessed = "seen on " + accessed
	}
	return joinNonEmpty(", ", citation, e.Author, e.Publisher, e.PublishedOn, accessed)
}

// sourceRole tells what a source does for the claim.
func sourceRole(e *factcheck.EditionEvidence) string {
	var role string
	switch e.Stance {
	case factcheck.Supports:
		role = "Supports the claim"
	case factcheck.Refutes:
		role = "Refutes the claim"
	case factcheck.Context:
		role = "Gives context"
	}
	tier := ""
	if e.Tier != "" {
		tier = string(e.Tier) + " source"
	}
	return joinNonEmpty("; ", role, tier, strings.ToLower(e.Kind.Label()))
}

// checkedText tells who checked and who approved a claim.
func checkedText(c *factcheck.EditionClaim) string {
	var checked, approved string
	if len(c.CheckedBy) > 0 {
		checked = "Checked by " + strings.Join(c.CheckedBy, ", ")
	}
	if c.ApprovedBy != "" {
		approved = "approved by " + joinNonEmpty(" on ", c.ApprovedBy, longTime(c.ApprovedAt))
	}
	return joinNonEmpty("; ", checked, approved)
}

// ratingLabel returns the label with the value on the scale, if it has one.
func ratingLabel(rating factcheck.EditionRating, scale factcheck.EditionScale) string {
	if rating.Value == 0 {
		return rating.Label
	}
	return rating.Label + " (" + strconv.Itoa(rating.Value) + " of " + strconv.Itoa(max(scale.Best, scale.Worst)) + ")"
}

// ratingMeaning tells what a rating means and what evidence it takes.
func ratingMeaning(rating factcheck.EditionRating) string {
	return joinNonEmpty(" ", rating.Definition, rating.Needs) // both are sentences
}

// longTime returns t for people, in UTC; "" for the zero time.
func longTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2 January 2006, 15:04 UTC")
}

// paragraphs splits text at blank lines. Lines within a paragraph keep their ends.
func paragraphs(text string) []string {
	var all []string
	var lines []string
	end := func() {
		if len(lines) > 0 {
			all, lines = append(all, strings.Join(lines, "\n")), nil
		}
	}
	for line := range strings.SplitSeq(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		} else {
			end()
		}
	}
	end()
	return all
}

func joinNonEmpty(separator string, values ...string) string {
	var kept []string
	for _, value := range values {
		if value != "" {
			kept = append(kept, value)
		}
	}
	return strings.Join(kept, separator)
}
