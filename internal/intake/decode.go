package intake

import (
	"bytes"
	"mime"
	"net/http"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"

	"factdesk/internal/errs"
)

// FromFile reads an uploaded file as plain text or as HTML, as its name's extension
// says; without a known one, as contentType says; without that, as its first bytes look.
// A .txt file that begins as an HTML document is read as one.
//
// Errors are those of [FromText] and [FromHTML]; and of kind [errs.Invalid] for a file
// that is neither, such as a PDF.
func FromFile(name string, raw []byte, contentType string) (Article, error) {
	if err := checkUpload(raw, "file"); err != nil {
		return Article{}, err
	}
	if kind := foreignKind(raw); kind != "" {
		return Article{}, errs.Field("text", "%s is %s. Save it as text or HTML, or paste its text.", displayName(name), kind)
	}
	if isHTML(name, raw, contentType) {
		return FromHTML(raw, contentType)
	}
	return FromText(raw)
}

func displayName(name string) string {
	if name == "" {
		return "The file"
	}
	return filepath.Base(name)
}

// foreignKind names what raw is when it is neither text nor HTML, or returns "".
func foreignKind(raw []byte) string {
	switch {
	case bytes.HasPrefix(raw, []byte("%PDF-")):
		return "a PDF"
	case bytes.HasPrefix(raw, []byte(`{\rtf`)):
		return "a rich text document"
	case utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0:
		return "" // whatever its first letters remind of
	}
	media, _, _ := strings.Cut(http.DetectContentType(raw), ";")
	switch {
	case media == "application/zip":
		return "an office document or an archive"
	case strings.HasPrefix(media, "text/"), media == "application/octet-stream":
		return "" // let the reader say at which byte it fails
	}
	return "of the type " + media
}

func isHTML(name string, raw []byte, contentType string) bool {
	looksHTML := strings.HasPrefix(http.DetectContentType(raw), "text/html")
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".xht":
		return true
	case ".txt", ".text", ".md":
		head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 512)], "\xef\xbb\xbf \t\r\n"))
		return looksHTML && (bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")))
	}
	switch media, _, _ := mime.ParseMediaType(contentType); media {
	case "text/html", "application/xhtml+xml":
		return true
	case "text/plain":
		return false
	}
	return looksHTML
}

// decodeText returns raw as checked UTF-8.
func decodeText(raw []byte) (string, error) {
	if err := checkUpload(raw, "text"); err != nil {
		return "", err
	}
	if enc := byteOrderMark(raw); enc != nil {
		return decodeAs(enc, raw)
	}
	return checkText(raw)
}

// decodeHTML returns raw as checked UTF-8, from the encoding that a byte order mark,
// contentType or a meta element names. Bytes that are UTF-8 are read as UTF-8 whatever
// older encoding is declared: text in another one hardly ever happens to be valid.
func decodeHTML(raw []byte, contentType string) (string, error) {
	if err := checkUpload(raw, "page"); err != nil {
		return "", err
	}
	if enc := byteOrderMark(raw); enc != nil {
		return decodeAs(enc, raw)
	}
	enc, name := declaredEncoding(raw, contentType)
	sevenBit := name == "iso-2022-jp" // valid UTF-8 by construction
	if name == "utf-8" || utf8.Valid(raw) && !sevenBit && !strings.HasPrefix(name, "utf-16") {
		return checkText(raw)
	}
	return decodeAs(enc, raw)
}

// declaredEncoding returns the encoding that contentType or a meta element near the
// beginning names, or UTF-8 when neither does.
func declaredEncoding(raw []byte, contentType string) (encoding.Encoding, string) {
	// Without a declaration, DetermineEncoding takes a beginning with some UTF-8 in it for
	// UTF-8, and everything else for windows-1252, which cannot be told from a declared
	// windows-1252. So it is shown the markup, with one such character before it.
	head := []byte("\u00b7")
	for _, b := range raw[:min(len(raw), 1022)] {
		head = append(head, b&0x7f)
	}
	enc, name, _ := charset.DetermineEncoding(head, contentType)
	return enc, name
}

// byteOrderMark returns the encoding that the first bytes mark, or nil.
func byteOrderMark(raw []byte) encoding.Encoding {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		return encoding.Nop // the mark is a zero-width character, dropped as such
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.ExpectBOM)
	case bytes.HasPrefix(raw, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	}
	return nil
}

func decodeAs(enc encoding.Encoding, raw []byte) (string, error) {
	decoded, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", errs.Wrap(err, errs.Invalid, "The text is not in the encoding it claims to be in.")
	}
	return checkText(decoded)
}

// checkText refuses what is not UTF-8, and NUL, which PostgreSQL cannot store.
func checkText(text []byte) (string, error) {
	if at := firstInvalid(text); at >= 0 {
		return "", errs.Field("text", "The text is not UTF-8: the byte 0x%02X at offset %d does not belong. Save it as UTF-8 and try again.", text[at], at)
	}
	if at := bytes.IndexByte(text, 0); at >= 0 {
		return "", errs.Field("text", "The text contains a NUL byte at character %d.", utf8.RuneCount(text[:at])+1)
	}
	return string(text), nil
}

// firstInvalid returns the offset of the first byte that is not part of UTF-8, or -1.
func firstInvalid(text []byte) int {
	for at := 0; at < len(text); {
		r, size := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && size == 1 {
			return at
		}
		at += size
	}
	return -1
}
