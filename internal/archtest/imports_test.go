package archtest_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// rule says which of the program's own packages a package may import. Names are prefixes:
// "views" stands for "views/layout" as well.
type rule struct {
	pkg  string
	may  []string
	only []string // when set, of other modules nothing but these prefixes
}

// rules is the direction of the house, innermost first. A package not listed fails the test.
func rules() []rule {
	pure := []string{"golang.org/x/", "github.com/rivo/uniseg"}
	return []rule{
		{pkg: "internal/errs", only: []string{"-"}},
		{pkg: "internal/textspan", only: append(pure, "github.com/sergi/go-diff/")},
		{pkg: "internal/agreement", only: pure},
		{pkg: "internal/factcheck", may: []string{"internal/textspan", "internal/errs"}, only: []string{"-"}},
		{pkg: "internal/splitter", may: []string{"internal/textspan"}, only: append(pure, "github.com/abadojack/whatlanggo")},
		{pkg: "internal/match", may: []string{"internal/textspan"}, only: pure},
		{pkg: "internal/intake", may: []string{"internal/errs"}, only: pure},
		{pkg: "internal/export", may: []string{"internal/factcheck", "internal/textspan", "internal/errs"}},
		{pkg: "migrations", only: []string{"-"}},
		{pkg: "internal/managedpg", may: nil},
		{pkg: "internal/postgres/pgtest", may: []string{"internal/postgres", "internal/managedpg", "internal/factcheck", "migrations"}},
		{pkg: "internal/postgres", may: []string{"internal/factcheck", "internal/textspan", "internal/errs", "migrations"}},
		{pkg: "internal/workflow", may: []string{"internal/factcheck", "internal/textspan", "internal/postgres", "internal/splitter", "internal/intake", "internal/errs"}},
		{pkg: "internal/session", may: []string{"internal/postgres", "internal/factcheck", "internal/errs"}},
		{pkg: "views", may: []string{"views"}, only: []string{"github.com/a-h/templ"}},
		{pkg: "internal/web", may: []string{"internal/workflow", "internal/factcheck", "internal/textspan", "internal/session",
			"internal/intake", "internal/export", "internal/errs", "views"}},
		{pkg: "seeds", may: []string{"internal/workflow", "internal/factcheck", "internal/textspan", "internal/intake", "internal/errs"}},
		{pkg: "internal/server", may: []string{"internal", "seeds", "migrations", "views"}},
		{pkg: "internal/archtest"},
		{pkg: "internal/bench", may: []string{"internal", "seeds"}},
		{pkg: "internal/e2e", may: []string{"internal", "seeds"}},
		{pkg: "cmd", may: []string{"internal", "seeds"}},
	}
}

// ruleFor returns the longest rule the package falls under.
func ruleFor(pkg string) (rule, bool) {
	best, found := rule{}, false
	for _, r := range rules() {
		if within(pkg, r.pkg) && len(r.pkg) >= len(best.pkg) {
			best, found = r, true
		}
	}
	return best, found
}

func within(pkg, folder string) bool { return pkg == folder || strings.HasPrefix(pkg, folder+"/") }

func TestImportDirection(t *testing.T) {
	t.Parallel()
	for _, s := range program(t) {
		r, ok := ruleFor(s.pkg)
		if !ok {
			t.Errorf("%s: the folder has no import rule: add one to rules()", s.name)
			continue
		}
		for _, path := range s.imports() {
			if why := r.refuses(s.pkg, path); why != "" {
				t.Errorf("%s imports %s: %s", s.name, path, why)
			}
		}
	}
}

// refuses says why the package may not import path; "" when it may.
func (r rule) refuses(pkg, path string) string {
	own, isOwn := strings.CutPrefix(path, module)
	standard := !isOwn && !strings.Contains(strings.Split(path, "/")[0], ".")
	switch {
	case standard:
		return ""
	case isOwn && (own == "internal/web" || own == "internal/server") && !within(pkg, "cmd") && !within(pkg, "internal/server"):
		return "nobody imports web or server but those who wire them"
	case isOwn && (within(own, r.pkg) || slices.ContainsFunc(r.may, func(f string) bool { return within(own, f) })):
		return ""
	case isOwn:
		return fmt.Sprintf("%s may import %v only", r.pkg, r.may)
	case len(r.only) > 0 && !slices.ContainsFunc(r.only, func(f string) bool { return strings.HasPrefix(path, f) }):
		return fmt.Sprintf("of other modules, %s may import %v only", r.pkg, r.only)
	case strings.HasPrefix(path, "github.com/jackc/") && !within(pkg, "internal/postgres") && !within(pkg, "internal/managedpg"):
		return "only package postgres talks SQL"
	}
	return ""
}

// TestRulesCatch tries imports that must not be, so that the rules cannot rot into allowing all.
func TestRulesCatch(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		pkg, path string
		allowed   bool
	}{
		{"views/layout", "factdesk/views/components", true},
		{"views/layout", "github.com/a-h/templ", true},
		{"views/layout", "factdesk/internal/factcheck", false},
		{"views/layout", "github.com/jackc/pgx/v5", false},
		{"internal/factcheck", "factdesk/internal/errs", true},
		{"internal/factcheck", "factdesk/internal/postgres", false},
		{"internal/factcheck", "golang.org/x/text/unicode/norm", false},
		{"internal/errs", "factdesk/internal/textspan", false},
		{"internal/web", "factdesk/internal/workflow", true},
		{"internal/web", "factdesk/internal/postgres", false},
		{"internal/web", "github.com/jackc/pgx/v5", false},
		{"internal/workflow", "factdesk/internal/web", false},
		{"internal/session", "factdesk/internal/server", false},
		{"internal/postgres", "github.com/jackc/pgx/v5/pgxpool", true},
		{"internal/postgres", "factdesk/internal/workflow", false},
		{"internal/server", "factdesk/internal/web", true},
		{"cmd/factdesk", "factdesk/internal/server", true},
		{"internal/splitter", "net/http", true},
		{"internal/splitter", "factdesk/internal/factcheck", false},
	} {
		r, ok := ruleFor(tt.pkg)
		if !ok {
			t.Fatalf("%s has no rule", tt.pkg)
		}
		if why := r.refuses(tt.pkg, tt.path); (why == "") != tt.allowed {
			t.Errorf("%s importing %s: %q, want it allowed: %v", tt.pkg, tt.path, why, tt.allowed)
		}
	}
	if _, ok := ruleFor("internal/unheard-of"); ok {
		t.Error("a folder nobody listed has a rule")
	}
}
