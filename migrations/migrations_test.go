package migrations_test

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"
	"testing"

	"factdesk/internal/postgres/pgtest"
	"factdesk/migrations"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// file is one migration.
type file struct{ name, text string }

// files returns the migrations in the order they are applied in.
func files(t *testing.T) []file {
	t.Helper()
	names, err := fs.Glob(migrations.FS, "*")
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("no migrations are embedded")
	}
	var list []file
	for _, name := range names {
		text, err := fs.ReadFile(migrations.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, file{name, string(text)})
	}
	return list
}

func TestNumbersHaveNoGaps(t *testing.T) {
	t.Parallel()
	form := regexp.MustCompile(`^\d{5}_[a-z][a-z0-9_]*\.sql$`)
	for i, f := range files(t) {
		if want := fmt.Sprintf("%05d_", i+1); !form.MatchString(f.name) || !strings.HasPrefix(f.name, want) {
			t.Errorf("%s: want %s and what it is about, in lower case", f.name, want)
		}
	}
}

// A migration begins with why it is there, goes up, and never down: undoing one in
// production loses what was written since.
func TestFilesGoForwardAndSayWhy(t *testing.T) {
	t.Parallel()
	for _, f := range files(t) {
		why, _, found := strings.Cut(f.text, "-- +goose Up\n")
		if !found || strings.Count(f.text, "+goose Up") != 1 {
			t.Errorf("%s: want exactly one line -- +goose Up", f.name)
		}
		if strings.Contains(f.text, "+goose Down") {
			t.Errorf("%s: migrations go forward only", f.name)
		}
		for line := range strings.Lines(strings.TrimSpace(why)) {
			if !strings.HasPrefix(line, "-- ") {
				t.Errorf("%s: %q stands before -- +goose Up, where only comments belong", f.name, line)
			}
		}
		if len(why) < 40 {
			t.Errorf("%s: the comment at the top does not say why", f.name)
		}
	}
}

const namesSQL = `
select c.conname::text from pg_constraint c
where c.connamespace = 'public'::regnamespace and c.contype <> 'n' -- PostgreSQL 18 names NOT NULL too
  and c.conrelid <> 'goose_db_version'::regclass
union
select i.relname::text from pg_index x
join pg_class i on i.oid = x.indexrelid
where i.relnamespace = 'public'::regnamespace and x.indrelid <> 'goose_db_version'::regclass
order by 1`

// The names of constraints and indexes are what errors are explained by, so none is
// left to PostgreSQL to make up.
func TestConstraintsAndIndexesAreNamed(t *testing.T) {
	t.Parallel()
	var all strings.Builder
	for _, f := range files(t) {
		all.WriteString(f.text)
	}
	declared := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?i)\b(?:constraint\s+trigger|constraint|index|trigger)\s+(?:concurrently\s+)?([a-z0-9_]+)`).FindAllStringSubmatch(all.String(), -1) {
		declared[m[1]] = true
	}
	conn := pgtest.OwnerConn(t, pgtest.DB(t))
	rows, err := conn.Query(t.Context(), namesSQL)
	if err != nil {
		t.Fatal(err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	if len(names) == 0 {
		t.Fatal("the schema has no constraints")
	}
	form := regexp.MustCompile(`^[a-z][a-z0-9_]*$`)
	for _, name := range names {
		if !form.MatchString(name) || !declared[name] {
			t.Errorf("%s was not named by a migration", name)
		}
	}
}
