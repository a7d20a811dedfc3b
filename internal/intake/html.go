package intake

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"factdesk/internal/errs"
)

// FromHTML reads a page: the article's own text, without navigation, forms and asides,
// and what the page says about itself in JSON-LD, OpenGraph and meta elements.
//
// Every block element is a block, and so are list items, rows of a table, lines of
// preformatted text, and captions of figures: a caption makes claims as the text does.
// The article is looked for in [itemprop=articleBody], article, main, in this order, and
// in the whole body when none of them holds a good share of the text.
//
// contentType is that of the response or upload, and may be empty. The encoding is taken
// from a byte order mark, contentType, or a meta element.
//
// Errors are of kind [errs.TooLarge] over a limit, and [errs.Invalid], on the field
// "text", for a NUL byte, bytes that are not in the encoding, elements nested more than
// 512 deep, or a page with nothing visible in it.
func FromHTML(raw []byte, contentType string) (Article, error) {
	source, err := decodeHTML(raw, contentType)
	if err != nil {
		return Article{}, err
	}
	doc, err := html.Parse(strings.NewReader(source))
	if err != nil {
		// Reading from a string cannot fail, so what is left is the parser's own limit.
		return Article{}, tooDeep(err)
	}
	article := readMeta(doc)
	var c cleaner
	walk := blockWalk{cleaner: &c}
	walk.read(articleRoot(doc))
	if len(walk.blocks) == 0 {
		// Some pages keep everything inside one form, or call their content an aside.
		c, walk.everything = cleaner{}, true // what was counted will be met again
		walk.read(doc)
		if len(walk.blocks) > 0 {
			article.Warnings = append(article.Warnings, "No article was found apart from the page's forms and navigation, so all of its text was taken.")
		}
	}
	return finish(article, walk.blocks, &c)
}

func tooDeep(cause error) error {
	return &errs.Error{
		Kind:    errs.Invalid,
		Message: "The page cannot be read: its elements are nested more than 512 deep.",
		Reasons: []errs.Reason{{Rule: "field", Field: "text", Detail: "Elements are nested more than 512 deep.", Remedy: "Paste the text of the article."}},
		Err:     cause,
	}
}

// blockWalk collects the visible text under a node as canonical blocks. The parser
// bounds the depth of a tree to 512, and so the recursion.
type blockWalk struct {
	cleaner    *cleaner
	everything bool // take what surrounds an article as well
	pre        bool // inside preformatted text, where line ends mean something

	blocks []string
	size   int // bytes in blocks
	open   strings.Builder
}

// read walks the tree under root, and closes the last block.
func (w *blockWalk) read(root *html.Node) {
	w.visit(root)
	w.flush()
}

func (w *blockWalk) visit(n *html.Node) {
	if w.size > MaxText {
		return // refused in the end, and by now for certain
	}
	switch n.Type {
	case html.TextNode:
		w.open.WriteString(n.Data)
		return
	case html.ElementNode, html.DocumentNode:
	default:
		return
	}
	if isInvisible(n) || !w.everything && isSurrounding(n) {
		return
	}
	switch n.DataAtom {
	case atom.Br:
		// A space, except that preformatted text counts it as the line's end that it is.
		if w.pre {
			w.open.WriteByte('\n')
		} else {
			w.open.WriteByte(' ')
		}
	case atom.Td, atom.Th:
		w.open.WriteByte(' ')
	}
	if !isBlock(n) {
		w.visitChildren(n)
		return
	}
	w.flush()
	outer := w.pre
	w.pre = w.pre || n.DataAtom == atom.Pre || n.DataAtom == atom.Listing || n.DataAtom == atom.Xmp
	w.visitChildren(n)
	w.flush()
	w.pre = outer
}

func (w *blockWalk) visitChildren(n *html.Node) {
	for child := range n.ChildNodes() {
		w.visit(child)
	}
}

// flush ends the open block. Preformatted text is read as plain text is, line by line.
func (w *blockWalk) flush() {
	if w.open.Len() == 0 {
		return
	}
	var blocks []string
	if w.pre {
		blocks = plainBlocks(w.cleaner, w.open.String())
	} else if block := w.cleaner.clean(w.open.String()); block != "" {
		blocks = append(blocks, block)
	}
	for _, block := range blocks {
		w.blocks = append(w.blocks, block)
		w.size += len(block) + 1
	}
	w.open.Reset()
}

// isInvisible reports elements that are not shown as text, on any page. Readings set
// beside ruby text are left out, since they would stand in the middle of its words.
func isInvisible(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Math,
		atom.Iframe, atom.Object, atom.Embed, atom.Video, atom.Audio, atom.Canvas, atom.Map,
		atom.Button, atom.Select, atom.Textarea, atom.Datalist, atom.Input, atom.Rt, atom.Rp, atom.Noembed, atom.Noframes:
		return true
	case atom.Dialog:
		return !hasAttr(n, "open")
	}
	return hasAttr(n, "hidden") || hiddenByStyle(attr(n, "style"))
}

// isSurrounding reports elements that hold what stands around an article.
func isSurrounding(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Menu:
		return true
	}
	return false
}

func hiddenByStyle(style string) bool {
	if style == "" {
		return false
	}
	for declaration := range strings.SplitSeq(strings.ToLower(style), ";") {
		name, value, _ := strings.Cut(declaration, ":")
		value, _, _ = strings.Cut(value, "!")
		switch strings.TrimSpace(name) + ":" + strings.TrimSpace(value) {
		case "display:none", "visibility:hidden":
			return true
		}
	}
	return false
}

// isBlock reports elements that browsers show as blocks, by the HTML standard's style sheet.
func isBlock(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Center, atom.Dd, atom.Details,
		atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure, atom.Footer,
		atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary,
		atom.Table, atom.Caption, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Ul, atom.Xmp:
		return true
	}
	return n.Data == "search" // too new for package atom
}

// A part of a page that calls itself the article is believed when it holds at least this
// share of the text: teasers of other articles use the same elements.
const articleShare = 0.3

// articleRoot returns the node whose text is the article's.
func articleRoot(doc *html.Node) *html.Node {
	found := candidates{sizes: map[*html.Node]int{}}
	total := found.measure(doc)
	for _, best := range []*html.Node{found.body, found.article, found.main} {
		// What is inside a form does not count towards the total, but may be the article.
		if size := found.sizes[best]; best != nil && float64(size) >= articleShare*float64(max(total, size)) {
			return best
		}
	}
	return doc
}

// candidates are the largest parts of a page that call themselves the article, by the
// kind of their claim to it, and the number of visible characters in each.
type candidates struct {
	body, article, main *html.Node
	sizes               map[*html.Node]int
}

// measure returns the number of characters other than spaces that the article's reader
// sees under n, and notes the candidates among its descendants.
func (c *candidates) measure(n *html.Node) int {
	if n.Type == html.TextNode {
		return visibleSize(n.Data)
	}
	if n.Type != html.DocumentNode && (n.Type != html.ElementNode || isInvisible(n)) {
		return 0
	}
	size := 0
	for child := range n.ChildNodes() {
		size += c.measure(child)
	}
	switch {
	case isSurrounding(n):
		return 0
	case hasToken(attr(n, "itemprop"), "articleBody"):
		c.offer(&c.body, n, size)
	case n.DataAtom == atom.Article:
		c.offer(&c.article, n, size)
	case n.DataAtom == atom.Main || hasToken(attr(n, "role"), "main"):
		c.offer(&c.main, n, size)
	}
	return size
}

func (c *candidates) offer(best **html.Node, n *html.Node, size int) {
	if size > c.sizes[*best] {
		*best, c.sizes[n] = n, size
	}
}

func visibleSize(text string) int {
	size := 0
	for _, r := range text {
		if !unicode.IsSpace(r) {
			size++
		}
	}
	return size
}
