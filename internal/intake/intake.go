// Package intake turns what an editor brings in, pasted text or a file, into the
// canonical text of an article version and what the document says about itself.
//
// It owns the rules of canonical text: which characters stay, what is a block, which
// part of a page is the article. It is pure: bytes in, an [Article] out. It must not
// know of the database, of desks, or of sentences and claims; those are made from its
// result.
//
// Canonical text is blocks in document order joined by one newline. Within a block
// character references are decoded, white space is collapsed to single spaces, soft
// hyphens, zero-width characters and control characters are gone, and the whole is in
// Unicode normalisation form C. Quotation marks and dashes stay as they were written.
// Reading canonical text again as plain text gives the same text.
package intake

import (
	"fmt"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// The limits of what is taken in, in bytes.
const (
	MaxUpload = 10 << 20 // of a file or a paste, before anything is read from it
	MaxText   = 2 << 20  // of canonical text, in UTF-8
)

// Article is a document taken in: its canonical text, and what it says about itself.
// A field the document does not tell is empty; nothing is guessed.
type Article struct {
	Text      string // canonical text, never empty
	Title     string // headline, without the name of the site where the page tells them apart
	URL       string // the address the page gives as its own; absolute, http or https
	Publisher string // the outlet
	Author    string // the bylines, joined by ", "
	Language  string // BCP 47 tag, such as "en" or "pt-BR"

	// Published is when the article says it appeared, in UTC; zero when it does not
	// say. A day without a time of day is midnight UTC.
	Published time.Time

	// Warnings are sentences for the editor about what was left out or looks wrong.
	Warnings []string
}

// FromText reads pasted or plain text: UTF-8, or UTF-16 with a byte order mark.
//
// A line is a block, unless the text is evidently hard-wrapped, with blank lines
// between paragraphs and lines filled to one width; then a paragraph is a block.
//
// Errors are of kind [errs.TooLarge] over a limit, and [errs.Invalid], on the field
// "text", for a NUL byte, another encoding, or text with nothing visible in it.
func FromText(raw []byte) (Article, error) {
	text, err := decodeText(raw)
	if err != nil {
		return Article{}, err
	}
	var c cleaner
	return finish(Article{}, plainBlocks(&c, text), &c)
}

// finish joins the blocks and sets the warnings, or says why there is no article.
func finish(article Article, blocks []string, c *cleaner) (Article, error) {
	article.Text = strings.Join(blocks, "\n")
	if article.Text == "" {
		return Article{}, errs.Field("text", "There is no text to check in this.")
	}
	if len(article.Text) > MaxText {
		return Article{}, errs.New(errs.TooLarge, "There are %s of text in this; the limit is %s. Import it in parts.", megabytes(len(article.Text)), megabytes(MaxText))
	}
	article.Warnings = append(article.Warnings, c.warnings()...)
	return article, nil
}

// checkUpload refuses more bytes than may be taken in. what names them: "text", "page" or "file".
func checkUpload(raw []byte, what string) error {
	if len(raw) > MaxUpload {
		return errs.New(errs.TooLarge, "The %s is %s; the limit is %s.", what, megabytes(len(raw)), megabytes(MaxUpload))
	}
	return nil
}

// megabytes tells a number of bytes to a person. It rounds up, so that what is over a
// limit never reads as if it were at the limit.
func megabytes(n int) string {
	tenths := (n*10 + 1<<20 - 1) >> 20
	if tenths%10 == 0 {
		return fmt.Sprintf("%d MB", tenths/10)
	}
	return fmt.Sprintf("%d.%d MB", tenths/10, tenths%10)
}
