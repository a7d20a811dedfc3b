package archtest_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

// The measures of the house, in lines.
const (
	maxFunction = 90
	maxFile     = 480
)

func TestPackagesAreDocumented(t *testing.T) {
	t.Parallel()
	documented := map[string]bool{}
	for _, s := range program(t) {
		if doc := s.file.Doc.Text(); doc != "" {
			documented[s.pkg] = true
			if want := "Package " + s.file.Name.Name; s.file.Name.Name != "main" && !strings.HasPrefix(doc, want) {
				t.Errorf("%s: the package comment should begin with %q", s.name, want)
			}
		} else if !documented[s.pkg] {
			documented[s.pkg] = false
		}
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("package %s says nowhere what it owns", pkg)
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		if s.generated {
			continue
		}
		for _, decl := range s.file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Name.IsExported() && d.Doc.Text() == "" {
					t.Errorf("%s: %s has no comment", s.at(d), d.Name.Name)
				}
			case *ast.GenDecl:
				checkSpecs(t, s, d)
			}
		}
	}
}

// checkSpecs takes a group's comment for all its constants and variables, as godoc does.
func checkSpecs(t *testing.T, s *source, d *ast.GenDecl) {
	t.Helper()
	for _, spec := range d.Specs {
		switch spec := spec.(type) {
		case *ast.TypeSpec:
			if spec.Name.IsExported() && spec.Doc.Text() == "" && (d.Doc.Text() == "" || len(d.Specs) > 1 && !grouped(d)) {
				t.Errorf("%s: %s has no comment", s.at(spec), spec.Name.Name)
			}
		case *ast.ValueSpec:
			for _, name := range spec.Names {
				if name.IsExported() && spec.Doc.Text() == "" && spec.Comment.Text() == "" && d.Doc.Text() == "" {
					t.Errorf("%s: %s has no comment", s.at(spec), name.Name)
				}
			}
		}
	}
}

// grouped reports whether the declaration is a parenthesised group, whose comment is for all.
func grouped(d *ast.GenDecl) bool { return d.Lparen.IsValid() }

func TestNoInit(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		for _, decl := range s.file.Decls {
			if d, ok := decl.(*ast.FuncDecl); ok && d.Name.Name == "init" && d.Recv == nil {
				t.Errorf("%s: init runs behind the reader's back", s.at(d))
			}
		}
	}
}

// TestPackageVariables allows a package's own tables, which TestVariablesAreNotWritten holds
// to be tables, and refuses what others could write to or what is made to be changed. Exported
// ones may be embedded files and values made by a call, such as errors.
func TestPackageVariables(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		for _, decl := range s.file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.VAR || s.generated || strings.Contains(directives(d.Doc), "go:embed") {
				continue
			}
			for _, spec := range d.Specs {
				checkVariable(t, s, spec.(*ast.ValueSpec))
			}
		}
	}
}

func checkVariable(t *testing.T, s *source, spec *ast.ValueSpec) {
	t.Helper()
	if why := fault(spec); why != "" {
		t.Errorf("%s: the package variable %s %s", s.at(spec), spec.Names[0].Name, why)
	}
}

// fault says what is wrong with a package variable; "" when nothing is.
func fault(spec *ast.ValueSpec) string {
	once := len(spec.Values) == 1 && madeOnce(spec.Values[0])
	for _, name := range spec.Names {
		switch {
		case name.Name == "_", once:
		case name.IsExported():
			return "can be changed by anybody"
		case len(spec.Values) == 0:
			return "has no value, so somebody must change it"
		case changeable(spec):
			return "is made to be changed"
		}
	}
	return ""
}

// changeable reports whether the variable is of package sync or atomic.
func changeable(spec *ast.ValueSpec) bool {
	found := false
	for _, n := range append(exprs(spec.Values), ast.Node(spec.Type)) {
		if n == nil {
			continue
		}
		ast.Inspect(n, func(n ast.Node) bool {
			if sel, ok := n.(*ast.SelectorExpr); ok {
				pkg, ok := sel.X.(*ast.Ident)
				found = found || ok && (pkg.Name == "sync" || pkg.Name == "atomic")
			}
			return true
		})
	}
	return found
}

func exprs(list []ast.Expr) []ast.Node {
	nodes := make([]ast.Node, len(list))
	for i, e := range list {
		nodes[i] = e
	}
	return nodes
}

// madeOnce reports whether an expression gives a value nobody needs to change: an error, a
// compiled pattern, a replacer, a table behind sync.Once.
func madeOnce(e ast.Expr) bool {
	call, ok := e.(*ast.CallExpr)
	if !ok {
		return false
	}
	fun := call.Fun
	if index, ok := fun.(*ast.IndexExpr); ok {
		fun = index.X
	}
	sel, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	pkg, ok := sel.X.(*ast.Ident)
	if !ok {
		return false
	}
	switch pkg.Name + "." + sel.Sel.Name {
	case "errors.New", "fmt.Errorf", "regexp.MustCompile", "strings.NewReplacer", "sync.OnceValue", "sync.OnceValues":
		return true
	}
	return false
}

// directives returns the comment's //go: lines, which Text leaves out.
func directives(doc *ast.CommentGroup) string {
	text := ""
	if doc != nil {
		for _, c := range doc.List {
			text += c.Text
		}
	}
	return text
}

// TestVariablesAreNotWritten finds assignments to package variables, to their elements and
// fields too, in the package itself; no other can reach an unexported one.
func TestVariablesAreNotWritten(t *testing.T) {
	t.Parallel()
	vars := packageVariables(program(t))
	for _, s := range program(t) {
		ast.Inspect(s.file, func(n ast.Node) bool {
			for _, target := range written(n) {
				if id := root(target); id != nil && vars[s.pkg+"."+id.Name] && !declaredInside(s.file, id) {
					t.Errorf("%s: writes to the package variable %s", s.at(n), id.Name)
				}
			}
			return true
		})
	}
}

// packageVariables returns "package.name" of every package variable.
func packageVariables(list []*source) map[string]bool {
	vars := map[string]bool{}
	for _, s := range list {
		for _, decl := range s.file.Decls {
			if d, ok := decl.(*ast.GenDecl); ok && d.Tok == token.VAR {
				for _, spec := range d.Specs {
					for _, name := range spec.(*ast.ValueSpec).Names {
						vars[s.pkg+"."+name.Name] = name.Name != "_"
					}
				}
			}
		}
	}
	return vars
}

// written returns what a statement writes to.
func written(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			return n.Lhs
		}
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	}
	return nil
}

// root returns the variable an expression such as a.b[c] is part of; nil when there is none.
func root(e ast.Expr) *ast.Ident {
	for {
		switch x := e.(type) {
		case *ast.Ident:
			return x
		case *ast.IndexExpr:
			e = x.X
		case *ast.SelectorExpr:
			e = x.X
		case *ast.StarExpr:
			e = x.X
		case *ast.ParenExpr:
			e = x.X
		default:
			return nil
		}
	}
}

// declaredInside reports whether the function around id declares a variable of its name,
// which then is the one that is written.
func declaredInside(file *ast.File, id *ast.Ident) bool {
	found := false
	for _, decl := range file.Decls {
		fn, ok := decl.(*ast.FuncDecl)
		if !ok || id.Pos() < fn.Pos() || id.Pos() > fn.End() {
			continue
		}
		ast.Inspect(fn, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, left := range n.Lhs {
					other, ok := left.(*ast.Ident)
					found = found || ok && n.Tok == token.DEFINE && other.Name == id.Name
				}
			case *ast.Field:
				for _, name := range n.Names {
					found = found || name.Name == id.Name
				}
			case *ast.ValueSpec:
				for _, name := range n.Names {
					found = found || name.Name == id.Name
				}
			}
			return true
		})
	}
	return found
}

func TestSizes(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		if s.generated {
			continue
		}
		if s.lines > maxFile {
			t.Errorf("%s has %d lines; %d is the most", s.name, s.lines, maxFile)
		}
		for _, decl := range s.file.Decls {
			if fn, ok := decl.(*ast.FuncDecl); ok {
				if n := s.fset.Position(fn.End()).Line - s.fset.Position(fn.Pos()).Line + 1; n > maxFunction {
					t.Errorf("%s: %s has %d lines; %d is the most", s.at(fn), fn.Name.Name, n, maxFunction)
				}
			}
		}
	}
}

func TestNamesSayWhatIsIn(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		switch path.Base(s.pkg) {
		case "util", "utils", "helper", "helpers", "common", "misc", "shared":
			t.Errorf("%s: the folder's name says nothing of what is in it", s.name)
		}
		if name := s.file.Name.Name; strings.ContainsFunc(name, unicode.IsUpper) || strings.Contains(name, "_") {
			t.Errorf("%s: package %s is not in lower case", s.name, name)
		}
	}
}

// TestStyleCatches tries the finer checks on code that breaks the rules.
func TestStyleCatches(t *testing.T) {
	t.Parallel()
	const text = `package p

import ("errors"; "sync")

var ErrA = errors.New("a")
var table = map[string]int{"a": 1}
var once = sync.OnceValue(func() int { return 1 })
var Open = map[string]int{}
var empty int
var lock = sync.Mutex{}

func write() { table["a"]++; empty = 2 }
func local() { table := 1; table = 2; _ = table }
`
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, "p.go", text, parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	s := &source{name: "p.go", pkg: "p", file: file, fset: fset}
	vars := packageVariables([]*source{s})
	var writes, bad []string
	ast.Inspect(file, func(n ast.Node) bool {
		for _, target := range written(n) {
			if id := root(target); id != nil && vars["p."+id.Name] && !declaredInside(file, id) {
				writes = append(writes, id.Name)
			}
		}
		if spec, ok := n.(*ast.ValueSpec); ok && fault(spec) != "" {
			bad = append(bad, spec.Names[0].Name)
		}
		return true
	})
	if diff := cmp.Diff([]string{"table", "empty"}, writes); diff != "" {
		t.Errorf("writes: %s", diff)
	}
	if diff := cmp.Diff([]string{"Open", "empty", "lock"}, bad); diff != "" {
		t.Errorf("variables: %s", diff)
	}
}
