package archtest_test

import (
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// module is the import path all packages of the program begin with.
const module = "factdesk/"

// source is one Go file of the program, tests left out.
type source struct {
	name      string // slash-separated, from the root of the module
	pkg       string // its folder: "internal/web"
	generated bool
	lines     int
	file      *ast.File
	fset      *token.FileSet
}

// imports returns the paths the file imports.
func (s *source) imports() []string {
	var list []string
	for _, spec := range s.file.Imports {
		if p, err := strconv.Unquote(spec.Path.Value); err == nil {
			list = append(list, p)
		}
	}
	return list
}

// at tells where a node is, for a message.
func (s *source) at(n ast.Node) string { return s.fset.Position(n.Pos()).String() }

// parsed reads the program once for all tests of the package.
var parsed = sync.OnceValues(parseProgram)

func program(t *testing.T) []*source {
	t.Helper()
	list, err := parsed()
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 50 {
		t.Fatalf("found only %d files: the search is broken", len(list))
	}
	return list
}

func parseProgram() ([]*source, error) {
	root, err := filepath.Abs("../..")
	if err != nil {
		return nil, err
	}
	var list []*source
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && skipped(name):
			return fs.SkipDir
		case entry.IsDir(), path.Ext(name) != ".go", strings.HasSuffix(name, "_test.go"):
			return nil
		}
		// What an ordinary build leaves out is no part of the program.
		if ok, err := build.Default.MatchFile(filepath.Join(root, path.Dir(name)), path.Base(name)); err != nil || !ok {
			return err
		}
		s, err := parse(root, name)
		list = append(list, s)
		return err
	})
	return list, err
}

// skipped folders hold no code of the program.
func skipped(folder string) bool {
	base := path.Base(folder)
	return base == "node_modules" || base == "testdata" || (strings.HasPrefix(base, ".") && base != ".")
}

func parse(root, name string) (*source, error) {
	text, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	return &source{name: name, pkg: path.Dir(name), generated: ast.IsGenerated(file), file: file, fset: fset,
		lines: strings.Count(string(text), "\n")}, nil
}
