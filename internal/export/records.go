package export

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"factdesk/internal/factcheck"
)

// writeJSON writes the whole edition with the names of its own fields.
func writeJSON(w *bufio.Writer, r report) error {
	encoder := json.NewEncoder(w)
	encoder.SetIndent("", "  ")
	return encoder.Encode(r.Edition)
}

// claimLine is a claim that stands on its own line: the fields of the claim in the
// edition, and where it is from.
type claimLine struct {
	URL         string `json:"url"`
	Report      string `json:"report"`
	Edition     int    `json:"edition"`
	PublishedAt string `json:"published_at"`
	Article     string `json:"article"` // its title
	ArticleURL  string `json:"article_url,omitempty"`
	*factcheck.EditionClaim
}

// writeJSONLines writes an object a claim, each on a line.
func writeJSONLines(w *bufio.Writer, r report) error {
	encoder := json.NewEncoder(w)
	for i := range r.Claims {
		c := &r.Claims[i]
		line := claimLine{
			URL: r.ClaimURL(r.base, c), Report: r.url(), Edition: r.Number, PublishedAt: isoTime(r.PublishedAt),
			Article: r.Article.Title, ArticleURL: r.Article.URL, EditionClaim: c,
		}
		if err := encoder.Encode(line); err != nil {
			return err
		}
	}
	return nil
}

// column is a column of the table of claims.
type column struct {
	name  string
	value func(report, *factcheck.EditionClaim) string
}

// columns lists the columns; new ones go to the end, since people refer to them by place.
func columns() []column {
	type claim = *factcheck.EditionClaim
	return []column{
		{"report", func(r report, _ claim) string { return r.url() }},
		{"edition", func(r report, _ claim) string { return strconv.Itoa(r.Number) }},
		{"published_at", func(r report, _ claim) string { return isoTime(r.PublishedAt) }},
		{"article", func(r report, _ claim) string { return r.Article.Title }},
		{"article_url", func(r report, _ claim) string { return r.Article.URL }},
		{"number", func(_ report, c claim) string { return strconv.Itoa(c.Number) }},
		{"url", func(r report, c claim) string { return r.ClaimURL(r.base, c) }},
		{"id", func(_ report, c claim) string { return fmt.Sprint(c.ID) }},
		{"version", func(_ report, c claim) string { return strconv.Itoa(c.Version) }},
		{"type", func(_ report, c claim) string { return string(c.Type) }},
		{"quote", func(_ report, c claim) string { return quoteText(c.Quote) }},
		{"spans", func(_ report, c claim) string { return spanList(c.Quote) }},
		{"statement", func(_ report, c claim) string { return c.Statement }},
		{"unattributed", func(_ report, c claim) string { return strconv.FormatBool(c.Attribution.Unattributed) }},
		{"speaker", func(_ report, c claim) string { return c.Attribution.Speaker }},
		{"outlet", func(_ report, c claim) string { return c.Attribution.Outlet }},
		{"via", func(_ report, c claim) string { return c.Attribution.Via }},
		{"cue", func(_ report, c claim) string { return c.Attribution.Cue }},
		{"hedge", func(_ report, c claim) string { return c.Attribution.Hedge }},
		{"rating", func(_ report, c claim) string { return c.Rating.Code }},
		{"rating_label", func(_ report, c claim) string { return c.Rating.Label }},
		{"rating_value", func(_ report, c claim) string { return ratingValue(c.Rating.Value) }},
		{"rationale", func(_ report, c claim) string { return c.Rationale }},
		{"search_note", func(_ report, c claim) string { return c.SearchNote }},
		{"sources", func(_ report, c claim) string { return sourceLines(c.Evidence) }},
		{"checked_by", func(_ report, c claim) string { return strings.Join(c.CheckedBy, "; ") }},
		{"approved_by", func(_ report, c claim) string { return c.ApprovedBy }},
		{"approved_at", func(_ report, c claim) string { return isoTime(c.ApprovedAt) }},
		{"content_sha256", func(_ report, c claim) string { return c.ContentHash }},
		{"source_quotes", func(_ report, c claim) string { return sourceQuotes(c.Evidence) }},
	}
}

// writeCSV writes a table with a row a claim, as RFC 4180 has it: in UTF-8 without a byte order
// mark, which would become part of the first column's name.
func writeCSV(w *bufio.Writer, r report) error {
	table := csv.NewWriter(w)
	table.UseCRLF = true
	columns := columns()
	row := make([]string, len(columns))
	for i, column := range columns {
		row[i] = column.name
	}
	if err := table.Write(row); err != nil {
		return err
	}
	for i := range r.Claims {
		for j, column := range columns {
			row[j] = guardFormula(column.value(r, &r.Claims[i]))
		}
		if err := table.Write(row); err != nil {
			return err
		}
	}
	table.Flush()
	return table.Error()
}

// guardFormula puts an apostrophe before a cell that a spreadsheet would take for a
// formula, which makes it text. Cells that have apostrophes there of their own get one
// more, so that a reader who takes one off whatever looks guarded has the original.
func guardFormula(cell string) string {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, "' \u00a0"))
	switch first {
	case '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠':
		return "'" + cell
	}
	return cell
}

// quoteText joins the pieces of a quote with the mark of an omission.
func quoteText(spans []factcheck.EditionSpan) string {
	var pieces []string
	for _, span := range spans {
		pieces = append(pieces, span.Exact)
	}
	return strings.Join(pieces, " […] ")
}

// spanList gives the places of a quote's pieces as start-end, in code points.
func spanList(spans []factcheck.EditionSpan) string {
	var places []string
	for _, span := range spans {
		places = append(places, fmt.Sprintf("%d-%d", span.Start, span.End))
	}
	return strings.Join(places, " ")
}

// ratingValue is empty for a rating off the scale.
func ratingValue(value int) string {
	if value == 0 {
		return ""
	}
	return strconv.Itoa(value)
}

// sourceLines gives a source a line: stance, tier, name and address.
func sourceLines(evidence []factcheck.EditionEvidence) string {
	var lines []string
	for i := range evidence {
		e := &evidence[i]
		line := fmt.Sprintf("%s (%s): %s", e.Stance, e.Tier, sourceName(e))
		if e.URL != "" && e.URL != sourceName(e) {
			line += " " + e.URL
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// sourceQuotes gives a source a line, in the order of sourceLines: the words quoted from it, with
// where in it they stand; an empty line for a source without any.
func sourceQuotes(evidence []factcheck.EditionEvidence) string {
	var lines []string
	quoted := false
	for i := range evidence {
		e := &evidence[i]
		line := strings.Join(strings.Fields(e.Quote), " ")
		if line != "" && e.Locator != "" {
			line += " (" + e.Locator + ")"
		}
		quoted = quoted || line != ""
		lines = append(lines, line)
	}
	if !quoted {
		return ""
	}
	return strings.Join(lines, "\n")
}
