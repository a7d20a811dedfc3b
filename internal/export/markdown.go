package export

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"
	"unicode"

	"factdesk/internal/factcheck"
)

// writeMarkdown writes a CommonMark document to be read as it is, or rendered.
func writeMarkdown(w *bufio.Writer, r report) error {
	fmt.Fprintf(w, "# %s\n\n", inline(cmp.Or(r.Headline, "Fact-check")))
	fmt.Fprintf(w, "Fact-check by %s, edition %d", inline(r.Desk.Name), r.Number)
	if published := longTime(r.PublishedAt); published != "" {
		fmt.Fprintf(w, ", %s", published)
	}
	fmt.Fprintf(w, ": %s\n", link(r.url(), r.url()))
	if r.Correction != nil {
		fmt.Fprintf(w, "\n> **Correction.** %s\n", inline(correctionText(r.Correction)))
	}
	writeParagraphs(w, "", r.Summary)
	fmt.Fprintf(w, "\n## The article\n\n%s\n", joinNonEmpty(", ", link(cmp.Or(r.Article.Title, r.Article.URL, "Untitled"), r.Article.URL),
		inline(r.Article.Author), inline(r.Article.Publisher), inline(r.Article.PublishedOn)))
	for i := range r.Claims {
		writeMarkdownClaim(w, r, &r.Claims[i])
	}
	return writeMarkdownScale(w, r.Scale)
}

func writeMarkdownClaim(w *bufio.Writer, r report, c *factcheck.EditionClaim) {
	fmt.Fprintf(w, "\n## %d. %s\n\n", c.Number, inline(c.Statement))
	fmt.Fprintf(w, "**Rating: %s**", inline(ratingLabel(c.Rating, r.Scale)))
	if c.Rating.Definition != "" {
		fmt.Fprintf(w, " %s", inline(c.Rating.Definition))
	}
	fmt.Fprint(w, "\n")
	writeParagraphs(w, "> ", quoteText(c.Quote))
	fmt.Fprintf(w, "\nSaid by: %s.\n", inline(attributionText(c.Attribution)))
	writeParagraphs(w, "", c.Rationale)
	if c.SearchNote != "" {
		fmt.Fprint(w, "\n**What was searched**\n")
		writeParagraphs(w, "", c.SearchNote)
	}
	if len(c.Evidence) > 0 {
		fmt.Fprint(w, "\n**Sources**\n\n")
	}
	for i := range c.Evidence {
		writeMarkdownSource(w, i+1, &c.Evidence[i])
	}
	if checked := checkedText(c); checked != "" {
		fmt.Fprintf(w, "\n%s.\n", inline(checked))
	}
}

func writeMarkdownSource(w *bufio.Writer, number int, e *factcheck.EditionEvidence) {
	fmt.Fprintf(w, "%d. %s", number, joinNonEmpty(", ", link(sourceName(e), e.URL), inline(sourceOrigin(e))))
	if role := sourceRole(e); role != "" {
		fmt.Fprintf(w, ". %s", inline(role))
	}
	if e.Quote != "" {
		fmt.Fprintf(w, ". “%s”", inline(e.Quote))
	}
	if e.Locator != "" {
		fmt.Fprintf(w, " (%s)", inline(e.Locator))
	}
	if e.Note != "" {
		fmt.Fprintf(w, ". %s", inline(e.Note))
	}
	fmt.Fprint(w, "\n")
}

func writeMarkdownScale(w *bufio.Writer, scale factcheck.EditionScale) error {
	fmt.Fprint(w, "\n## What the ratings mean\n\n")
	if scale.Name != "" {
		fmt.Fprintf(w, "%s, version %d:\n\n", inline(scale.Name), scale.Version)
	}
	var err error
	for _, rating := range scale.Ratings {
		_, err = fmt.Fprintf(w, "- **%s:** %s\n", inline(ratingLabel(rating, scale)), inline(ratingMeaning(rating)))
	}
	return err
}

// writeParagraphs writes the paragraphs of text, each after an empty line, with mark
// before every line. A line's end becomes a hard break.
func writeParagraphs(w *bufio.Writer, mark, text string) {
	for i, paragraph := range paragraphs(text) {
		if i == 0 {
			fmt.Fprint(w, "\n")
		} else {
			fmt.Fprintf(w, "%s\n", strings.TrimSpace(mark))
		}
		for j, line := range strings.Split(paragraph, "\n") {
			if j > 0 {
				fmt.Fprint(w, "\\\n")
			}
			fmt.Fprintf(w, "%s%s", mark, inline(line))
		}
		fmt.Fprint(w, "\n")
	}
}

// link returns text that links to address, or both as plain text when that is not on the web.
func link(text, address string) string {
	target := webURL(address)
	switch {
	case target == "" && (address == "" || address == text):
		return inline(text)
	case target == "":
		return inline(text + ", " + address)
	}
	// An ampersand in a destination would begin a character reference.
	return "[" + inline(text) + "](<" + strings.ReplaceAll(target, "&", "&amp;") + ">)"
}

// inline returns text as CommonMark that renders as that text on one line, with spaces
// collapsed. Angle brackets and ampersands become references, which stay harmless even
// where Markdown is shown as HTML unrendered; other marks get a backslash.
func inline(text string) string {
	text = strings.Join(strings.Fields(strings.Map(dropControl, text)), " ")
	var out strings.Builder
	for i, r := range text {
		switch r {
		case '<':
			out.WriteString("&lt;")
			continue
		case '>':
			out.WriteString("&gt;")
			continue
		case '&':
			out.WriteString("&amp;")
			continue
		case '\\', '`', '*', '_', '[', ']', '|', '~', '$':
			out.WriteByte('\\')
		case '#', '+', '-', '=':
			if i == 0 {
				out.WriteByte('\\')
			}
		case '.', ')':
			// After digits at the start it would make the line a list item.
			if i > 0 && strings.Trim(text[:i], "0123456789") == "" {
				out.WriteByte('\\')
			}
		}
		out.WriteRune(r)
	}
	return out.String()
}

func dropControl(r rune) rune {
	if unicode.IsControl(r) && !unicode.IsSpace(r) {
		return -1
	}
	return r
}
