package export

import (
	"bufio"
	_ "embed"
	"html/template"

	"factdesk/internal/factcheck"
)

//go:embed page.html
var pageSource string

// writeHTML writes a document that stands alone: its style within, without scripts, and
// loading nothing.
func writeHTML(w *bufio.Writer, r report) error {
	page, err := template.New("page").Funcs(template.FuncMap{
		"attribution": attributionText,
		"correction":  correctionText,
		"checked":     checkedText,
		"quote":       quoteText,
		"rating":      func(rating factcheck.EditionRating) string { return ratingLabel(rating, r.Scale) },
		"meaning":     ratingMeaning,
		"source":      sourceName,
		"origin":      sourceOrigin,
		"role":        sourceRole,
		"paragraphs":  paragraphs,
		"join":        func(values ...string) string { return joinNonEmpty(", ", values...) },
		"web":         webURL,
		"time":        longTime,
		"iso":         isoTime,
	}).Parse(pageSource)
	if err != nil {
		return err
	}
	return page.Execute(w, struct {
		*factcheck.Edition
		URL, DeskURL string
	}{r.Edition, r.url(), r.deskURL()})
}
