package stories

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func has(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}

func elements(doc *html.Node) []*html.Node {
	var out []*html.Node
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			out = append(out, n)
		}
	}
	return out
}

func count(nodes []*html.Node, name string) int {
	n := 0
	for _, e := range nodes {
		if e.Data == name {
			n++
		}
	}
	return n
}

func inside(n *html.Node, name string) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if p.Data == name {
			return true
		}
	}
	return false
}

// checkMarkup returns what is wrong with a page: what no page of ours may have.
func checkMarkup(doc *html.Node) []string {
	all := elements(doc)
	var faults []string
	if n := count(all, "h1"); n != 1 {
		faults = append(faults, "has not exactly one h1")
	}
	ids := map[string]bool{}
	labelled := map[string]bool{}
	for _, e := range all {
		if e.Data == "label" {
			labelled[attr(e, "for")] = true
		}
		if id := attr(e, "id"); id != "" {
			if ids[id] {
				faults = append(faults, "two elements with id "+id)
			}
			ids[id] = true
		}
	}
	for _, e := range all {
		faults = append(faults, checkElement(e, ids, labelled)...)
	}
	return faults
}

func checkElement(e *html.Node, ids, labelled map[string]bool) []string {
	var faults []string
	for _, a := range e.Attr {
		if a.Key == "style" || strings.HasPrefix(a.Key, "on") || strings.HasPrefix(a.Key, "hx-on") {
			faults = append(faults, e.Data+" has an inline "+a.Key)
		}
		switch a.Key {
		case "aria-describedby", "aria-labelledby", "aria-details", "aria-controls":
			for id := range strings.FieldsSeq(a.Val) {
				if !ids[id] {
					faults = append(faults, a.Key+" names "+id+", which is not there")
				}
			}
		}
	}
	switch e.Data {
	case "style":
		faults = append(faults, "has an inline style sheet")
	case "script":
		if attr(e, "src") == "" && attr(e, "type") != "application/ld+json" {
			faults = append(faults, "has an inline script")
		}
	case "input", "select", "textarea":
		kind := attr(e, "type")
		if kind != "hidden" && !labelled[attr(e, "id")] && !inside(e, "label") && attr(e, "aria-label") == "" && attr(e, "aria-labelledby") == "" {
			faults = append(faults, e.Data+" "+attr(e, "name")+" has no label")
		}
	case "form":
		faults = append(faults, checkForm(e)...)
	case "img":
		if !has(e, "alt") {
			faults = append(faults, "img without alt")
		}
	}
	return faults
}

// checkForm wants an idempotency key in everything that changes something.
// Signing in changes nothing a second attempt could repeat.
func checkForm(form *html.Node) []string {
	if attr(form, "method") != "post" || attr(form, "action") == "/login" {
		return nil
	}
	for _, e := range elements(form) {
		if e.Data == "input" && attr(e, "name") == "key" && attr(e, "value") != "" {
			return nil
		}
	}
	return []string{"form " + attr(form, "action") + " has no idempotency key"}
}

func TestStoriesAreSoundMarkup(t *testing.T) {
	t.Parallel()
	for _, s := range All() {
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			for _, fault := range checkMarkup(parse(t, s)) {
				t.Error(fault)
			}
		})
	}
}

func TestCheckMarkupFindsFaults(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"no heading":   `<p>text</p>`,
		"same id":      `<h1>a</h1><p id=x></p><p id=x></p>`,
		"inline style": `<h1 style="color:red">a</h1>`,
		"handler":      `<h1 onclick="f()">a</h1>`,
		"script":       `<h1>a</h1><script>f()</script>`,
		"sheet":        `<h1>a</h1><style>p{}</style>`,
		"no label":     `<h1>a</h1><input name=q>`,
		"dangling":     `<h1 aria-describedby=gone>a</h1>`,
		"no key":       `<h1>a</h1><form method=post action=/x></form>`,
	}
	for name, page := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc, err := html.Parse(strings.NewReader(page))
			if err != nil {
				t.Fatal(err)
			}
			if len(checkMarkup(doc)) == 0 {
				t.Errorf("nothing found in %s", page)
			}
		})
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	all := All()
	for i, s := range all {
		if got, ok := Find(s.Name); !ok || got.Title != s.Title {
			t.Errorf("Find(%q) = %q, %v", s.Name, got.Title, ok)
		}
		if i > 0 && all[i-1].Name >= s.Name {
			t.Errorf("%q and %q are not in order, or the same", all[i-1].Name, s.Name)
		}
	}
	if _, ok := Find("no/such"); ok {
		t.Error("Find found a story that is not there")
	}
}
