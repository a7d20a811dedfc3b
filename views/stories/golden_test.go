package stories

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// assetAddress matches an asset's address, which changes with its content and
// with whether the bundle was built.
var assetAddress = regexp.MustCompile(`/static/[a-z./]*?(\.css|\.js|\.svg)(\?v=[0-9a-f]+)?"`)

func render(t *testing.T, s Story) string {
	t.Helper()
	var buf bytes.Buffer
	if err := s.Component.Render(t.Context(), &buf); err != nil {
		t.Fatalf("render %s: %v", s.Name, err)
	}
	return buf.String()
}

func parse(t *testing.T, s Story) *html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(render(t, s)))
	if err != nil {
		t.Fatalf("parse %s: %v", s.Name, err)
	}
	return doc
}

// outline writes a document an element a line, indented by depth, with runs of
// space made one, so that a golden differs only when what is shown does.
func outline(w *strings.Builder, n *html.Node, depth int) {
	indent := strings.Repeat("  ", depth)
	switch n.Type {
	case html.TextNode:
		if text := strings.Join(strings.Fields(n.Data), " "); text != "" {
			w.WriteString(indent + text + "\n")
		}
		return
	case html.ElementNode:
		w.WriteString(indent + "<" + n.Data)
		for _, a := range n.Attr {
			w.WriteString(" " + a.Key)
			if a.Val != "" {
				w.WriteString(`="` + strings.Join(strings.Fields(a.Val), " ") + `"`)
			}
		}
		w.WriteString(">\n")
	case html.DocumentNode:
		depth--
	case html.ErrorNode, html.CommentNode, html.DoctypeNode, html.RawNode:
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		outline(w, c, depth+1)
	}
}

func TestStoriesMatchGoldens(t *testing.T) {
	t.Parallel()
	wanted := map[string]bool{}
	for _, s := range All() {
		file := filepath.Join("testdata", strings.ReplaceAll(s.Name, "/", "_")+".golden.html")
		wanted[file] = true
		t.Run(s.Name, func(t *testing.T) {
			t.Parallel()
			var got strings.Builder
			outline(&got, parse(t, s), 0)
			text := assetAddress.ReplaceAllString(got.String(), `/static/…$1"`)
			if *update {
				if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
					t.Fatal(err)
				}
				return
			}
			want, err := os.ReadFile(file)
			if err != nil {
				t.Fatalf("%v; run go test ./views/stories -update", err)
			}
			if diff := cmp.Diff(string(want), text); diff != "" {
				t.Errorf("%s changed; look at it, then run with -update (-want +got):\n%s", s.Name, diff)
			}
		})
	}
	files, err := filepath.Glob("testdata/*.golden.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !wanted[f] {
			t.Errorf("%s belongs to no story", f)
		}
	}
}
