package intake

import (
	"net/url"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"
)

// What a document says about itself is cut here: longer is not what it claims to be.
const (
	maxMeta = 500  // code points of a title, publisher or byline
	maxURL  = 2000 // bytes of an address
)

// pageHead is what the elements of a page say about it, before the choice among them.
type pageHead struct {
	meta      map[string]string // content by lower-case name, property or itemprop; the first of each
	canonical string
	title     string // of the title element
	headings  []string
	time      string // datetime of the first time element
	lang      string
	linked    jsonLD
}

// readMeta returns the fields of an Article, all but its text, from a page. JSON-LD is
// preferred for people and dates, which it has in a fixed form, and OpenGraph for the
// rest, which sites keep in order because it is what shared links show.
func readMeta(doc *html.Node) Article {
	head := pageHead{meta: map[string]string{}}
	head.read(doc)
	heading := ""
	if len(head.headings) == 1 {
		heading = head.headings[0]
	}
	return Article{
		Title:     firstText(head.meta["og:title"], head.linked.headline, heading, head.meta["twitter:title"], head.title),
		URL:       firstURL(head.canonical, head.meta["og:url"], head.linked.url),
		Publisher: firstText(head.meta["og:site_name"], head.linked.publisher, head.meta["publisher"], head.meta["application-name"]),
		Author:    firstText(head.linked.author, notURL(head.meta["author"]), notURL(head.meta["article:author"]), head.meta["parsely-author"]),
		Published: firstTime(head.meta["article:published_time"], head.linked.published, head.meta["datepublished"],
			head.meta["date"], head.meta["dc.date"], head.meta["dcterms.created"], head.meta["parsely-pub-date"], head.time),
		Language: firstLanguage(head.lang, head.linked.language, head.meta["og:locale"], head.meta["content-language"]),
	}
}

// read notes what n and the elements under it say.
func (h *pageHead) read(doc *html.Node) {
	for n := range doc.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch n.DataAtom {
		case atom.Html:
			h.lang = firstOf(attr(n, "lang"), attr(n, "xml:lang"))
		case atom.Meta:
			h.readMetaElement(n)
		case atom.Link:
			if h.canonical == "" && hasToken(attr(n, "rel"), "canonical") {
				h.canonical = attr(n, "href")
			}
		case atom.Title:
			if h.title == "" && n.Namespace == "" {
				h.title = innerText(n)
			}
		case atom.H1:
			h.headings = append(h.headings, innerText(n))
		case atom.Time:
			h.time = firstOf(h.time, attr(n, "datetime"))
		case atom.Script:
			if strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json") {
				h.linked.read(innerText(n))
			}
		}
		if hasToken(attr(n, "itemprop"), "datePublished") {
			h.note("datepublished", firstOf(attr(n, "datetime"), attr(n, "content")))
		}
	}
}

func (h *pageHead) readMetaElement(n *html.Node) {
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(strings.TrimSpace(attr(n, key))); name != "" {
			h.note(name, attr(n, "content"))
		}
	}
}

func (h *pageHead) note(name, value string) {
	if h.meta[name] == "" && strings.TrimSpace(value) != "" {
		h.meta[name] = value
	}
}

// firstText returns the first of the values with something visible in it, canonical and cut.
func firstText(values ...string) string {
	var c cleaner
	for _, value := range values {
		text := c.clean(value)
		if text == "" {
			continue
		}
		if utf8.RuneCountInString(text) > maxMeta {
			text = c.clean(string([]rune(text)[:maxMeta]))
		}
		return text
	}
	return ""
}

// firstURL returns the first absolute http or https address among the values.
func firstURL(values ...string) string {
	for _, value := range values {
		u, err := url.Parse(strings.TrimSpace(value))
		if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil {
			continue
		}
		if text := u.String(); len(text) <= maxURL && utf8.ValidString(text) {
			return text
		}
	}
	return ""
}

// firstTime returns the first of the values that is a date or a date and time of ISO
// 8601 or RFC 1123 in the years 1 to 9999. Without a zone it is taken as UTC.
func firstTime(values ...string) time.Time {
	layouts := []string{
		time.RFC3339, "2006-01-02T15:04:05Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04Z0700",
		"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05 Z0700",
		"2006-01-02 15:04:05", "2006-01-02 15:04", time.DateOnly, "20060102", time.RFC1123, time.RFC1123Z,
	}
	for _, value := range values {
		for _, layout := range layouts {
			t, err := time.Parse(layout, strings.TrimSpace(value))
			if err == nil && 1 <= t.UTC().Year() && t.UTC().Year() <= 9999 {
				return t.UTC()
			}
		}
	}
	return time.Time{}
}

// firstLanguage returns the first of the values that is a well-formed tag, in its usual
// form: "en_us" becomes "en-US".
func firstLanguage(values ...string) string {
	for _, value := range values {
		value, _, _ = strings.Cut(value, ",") // Content-Language may list several
		tag, err := language.Parse(strings.TrimSpace(value))
		if err == nil && tag != language.Und {
			return tag.String()
		}
	}
	return ""
}

// notURL returns value, or "" when it is an address: article:author often is that of a profile.
func notURL(value string) string {
	if strings.Contains(value, "://") {
		return ""
	}
	return value
}

func firstOf(values ...string) string {
	for _, value := range values {
		if strings.TrimSpace(value) != "" {
			return value
		}
	}
	return ""
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

func hasAttr(n *html.Node, key string) bool {
	for _, a := range n.Attr {
		if a.Key == key {
			return true
		}
	}
	return false
}

// hasToken reports whether list, separated by spaces, holds token in any case.
func hasToken(list, token string) bool {
	for item := range strings.FieldsSeq(list) {
		if strings.EqualFold(item, token) {
			return true
		}
	}
	return false
}

func innerText(n *html.Node) string {
	var text strings.Builder
	for child := range n.Descendants() {
		switch {
		case child.Type == html.TextNode:
			text.WriteString(child.Data)
		case child.DataAtom == atom.Br:
			text.WriteByte(' ')
		}
	}
	return text.String()
}
