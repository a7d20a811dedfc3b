package postgres_test

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

// Every SQL constant of the package is prepared and planned on the real schema, in the
// application's role, so that a wrong column, type or a missing grant fails here and
// not on a page nobody tests. And none reads the whole of a table that grows with the desk's
// work: without sequential scans, the planner falls back on one only where no index helps.
func TestSQLConstants(t *testing.T) {
	t.Parallel()
	constants := sqlConstants(t)
	if len(constants) == 0 {
		t.Fatal("no constant ends in SQL")
	}
	conn := pgtest.AppConn(t, pgtest.DB(t))
	// Planned for any arguments: with nulls for each, the planner would see through most.
	if _, err := conn.Exec(t.Context(), "set plan_cache_mode = force_generic_plan; set enable_seqscan = off"); err != nil {
		t.Fatal(err)
	}
	for _, c := range constants {
		t.Run(c.name, func(t *testing.T) {
			sql, _, err := pgx.NamedArgs{}.RewriteQuery(t.Context(), conn, c.text, nil)
			if err != nil {
				t.Fatal(err)
			}
			prepared, err := conn.Prepare(t.Context(), c.name, sql)
			if err != nil {
				t.Fatalf("%v\n%s", err, sql)
			}
			if !isPlanned(sql) {
				return
			}
			execute := "explain execute " + pgx.Identifier{c.name}.Sanitize()
			if n := len(prepared.ParamOIDs); n > 0 {
				execute += "(" + strings.TrimSuffix(strings.Repeat("null, ", n), ", ") + ")"
			}
			rows, err := conn.Query(t.Context(), execute)
			if err != nil {
				t.Fatalf("%v\n%s", err, sql)
			}
			plan, err := pgx.CollectRows(rows, pgx.RowTo[string])
			if err != nil {
				t.Fatalf("%v\n%s", err, sql)
			}
			for _, line := range plan {
				if _, table, ok := strings.Cut(line, "Seq Scan on "); ok && !slices.Contains(smallTables(), strings.Fields(table)[0]) {
					t.Errorf("no index leads to what is asked for:\n%s\n%s", line, sql)
				}
			}
		})
	}
}

// smallTables hold a few rows for a desk or a person, and may be read whole.
func smallTables() []string { return []string{"account", "desk", "rating", "session"} }

// isPlanned tells whether PostgreSQL makes a plan for the statement, as it does not
// for SET, LISTEN and the like.
func isPlanned(sql string) bool {
	word, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(sql)), " ")
	return slices.Contains([]string{"select", "with", "insert", "update", "delete", "values", "merge"}, strings.TrimSpace(word))
}

func TestRefusedConstraintsExist(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	for _, name := range postgres.RefusedConstraints() {
		found := read[bool](t, db, `select exists (select from pg_constraint where conname = $1)
		                                or exists (select from pg_class where relname = $1 and relkind = 'i')`, name)
		if !found {
			t.Errorf("the schema has no constraint %q", name)
		}
	}
}

type sqlConstant struct{ name, text string }

// sqlConstants reads the package's files and returns each string constant whose name
// ends in SQL, put together where it is made of others.
func sqlConstants(t *testing.T) []sqlConstant {
	t.Helper()
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	consts := map[string]ast.Expr{}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok {
				for i, value := range spec.Values {
					consts[spec.Names[i].Name] = value
				}
			}
			return true
		})
	}
	var list []sqlConstant
	for name, value := range consts {
		if !strings.HasSuffix(name, "SQL") {
			continue
		}
		text, err := evaluate(value, consts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		list = append(list, sqlConstant{name, text})
	}
	slices.SortFunc(list, func(a, b sqlConstant) int { return strings.Compare(a.name, b.name) })
	return list
}

var errNotText = errors.New("not made of string constants alone")

func evaluate(e ast.Expr, consts map[string]ast.Expr) (string, error) {
	switch e := e.(type) {
	case *ast.BasicLit:
		return strconv.Unquote(e.Value)
	case *ast.ParenExpr:
		return evaluate(e.X, consts)
	case *ast.Ident:
		value, ok := consts[e.Name]
		if !ok {
			return "", fmt.Errorf("%s: %w", e.Name, errNotText)
		}
		return evaluate(value, consts)
	case *ast.BinaryExpr:
		left, err := evaluate(e.X, consts)
		if err != nil {
			return "", err
		}
		right, err := evaluate(e.Y, consts)
		return left + right, err
	}
	return "", errNotText
}
