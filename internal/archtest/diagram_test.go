package archtest_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "draw the import diagrams anew")

// graph is the program's own imports: for each node, those it points at.
type graph map[string]map[string]bool

// TestDiagram keeps the drawing of all imports true to the code.
func TestDiagram(t *testing.T) {
	t.Parallel()
	const golden = "testdata/imports.mmd"
	got := importsOf(program(t)).String()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("imports changed; run go test ./internal/archtest -update and look at the drawing:\n%s", diff)
	}
}

// TestDiagramOfTheArchitecture keeps the drawing in the architecture document true to the code: the
// same graph without what only tests use, and without each arrow that others lead to as well.
func TestDiagramOfTheArchitecture(t *testing.T) {
	t.Parallel()
	const (
		document = "../../docs/ARCHITECTURE.md"
		begin    = "```mermaid\ngraph TD\n"
		end      = "```\n"
	)
	text, err := os.ReadFile(document)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, found := strings.Cut(string(text), begin)
	drawn, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("%s has no drawing that begins with %q", document, begin)
	}
	main := importsOf(program(t))
	maps.DeleteFunc(main, func(from string, _ map[string]bool) bool { return strings.HasPrefix(from, "postgres_pgtest") })
	got := strings.TrimPrefix(main.reduced().String(), "graph TD\n")
	if *update {
		if err := os.WriteFile(document, []byte(before+begin+got+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		drawn = got
	}
	if diff := cmp.Diff(drawn, got); diff != "" {
		t.Errorf("imports changed; run go test ./internal/archtest -update and look at the drawing:\n%s", diff)
	}
}

// TestReduced leaves out just what another way leads to.
func TestReduced(t *testing.T) {
	t.Parallel()
	g := graph{"a": {"b": true, "c": true, "d": true}, "b": {"c": true}, "c": {"d": true}, "e": {"d": true}}
	const want = "graph TD\n    a --> b\n    b --> c\n    c --> d\n    e --> d\n"
	if diff := cmp.Diff(want, g.reduced().String()); diff != "" {
		t.Error(diff)
	}
}

// importsOf returns the program's own imports, one node a package, views as one.
func importsOf(list []*source) graph {
	g := graph{}
	for _, s := range list {
		from := node(s.pkg)
		for _, path := range s.imports() {
			if own, ok := strings.CutPrefix(path, module); ok && node(own) != from {
				if g[from] == nil {
					g[from] = map[string]bool{}
				}
				g[from][node(own)] = true
			}
		}
	}
	return g
}

// reduced is the graph without the arrows that others lead to as well. It must have no circle,
// which the compiler sees to.
func (g graph) reduced() graph {
	out := graph{}
	for from, next := range g {
		out[from] = map[string]bool{}
		for to := range next {
			others := maps.Clone(next)
			delete(others, to)
			if !g.leads(others, to) {
				out[from][to] = true
			}
		}
	}
	return out
}

// leads reports whether to can be reached from any of the nodes.
func (g graph) leads(from map[string]bool, to string) bool {
	for n := range from {
		if n == to || g.leads(g[n], to) {
			return true
		}
	}
	return false
}

// String is the graph as Mermaid draws it, in the order of the names.
func (g graph) String() string {
	var b strings.Builder
	b.WriteString("graph TD\n")
	for _, from := range slices.Sorted(maps.Keys(g)) {
		for _, to := range slices.Sorted(maps.Keys(g[from])) {
			b.WriteString("    " + from + " --> " + to + "\n")
		}
	}
	return b.String()
}

func node(pkg string) string {
	if within(pkg, "views") {
		return "views"
	}
	return strings.ReplaceAll(strings.TrimPrefix(pkg, "internal/"), "/", "_")
}
