package pgtest_test

import (
	"context"
	"os"
	"slices"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// slugs returns the short names of all desks a DB sees.
func slugs(t *testing.T, db *postgres.DB) []string {
	t.Helper()
	var list []string
	b := &pgx.Batch{}
	b.Queue("select slug from desk order by slug").Query(func(rows pgx.Rows) error {
		var err error
		list, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return err
	})
	if err := db.Batch(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	return list
}

func addDesk(ctx context.Context, db *postgres.DB, slug string) error {
	_, err := db.Exec(ctx, "insert into desk (slug, name) values ($1, 'A desk')", slug)
	return err
}

func TestTx_LeavesNothingBehind(t *testing.T) {
	t.Parallel()
	const slug = "leaves-nothing"
	t.Run("write", func(t *testing.T) {
		db := pgtest.Tx(t)
		if err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error { return addDesk(t.Context(), tx, slug) }); err != nil {
			t.Fatal(err)
		}
		if !slices.Contains(slugs(t, db), slug) {
			t.Error("the transaction does not see its own row")
		}
	})
	if slices.Contains(slugs(t, pgtest.Tx(t)), slug) {
		t.Error("the row outlived its test")
	}
}

func TestDB_IsTheTestsOwn(t *testing.T) {
	t.Parallel()
	one, other := pgtest.DB(t), pgtest.DB(t)
	if err := addDesk(t.Context(), one, "mine"); err != nil {
		t.Fatal(err)
	}
	if got := slugs(t, one); !slices.Equal(got, []string{"mine"}) {
		t.Errorf("own database has %q", got)
	}
	if got := slugs(t, other); len(got) != 0 {
		t.Errorf("the other database has %q", got)
	}
}

func TestOpen_IsASecondNode(t *testing.T) {
	t.Parallel()
	dsn := pgtest.URL(t)
	one, other := pgtest.Open(t, dsn), pgtest.Open(t, dsn)
	if err := addDesk(t.Context(), one, "shared"); err != nil {
		t.Fatal(err)
	}
	if got := slugs(t, other); !slices.Equal(got, []string{"shared"}) {
		t.Errorf("the second node sees %q", got)
	}
}

// A deferred trigger of the schema demands an event for each change of members.
func TestCheckDeferred(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	if err := pgtest.CheckDeferred(t, db); err != nil {
		t.Fatalf("nothing was done: %v", err)
	}
	for _, sql := range []string{
		"insert into desk (slug, name) values ('check-deferred', 'A desk')",
		"insert into account (email, name, password_hash) values ('deferred@example.org', 'Dee', '')",
		`insert into member (desk_id, account_id, role)
		 select d.id, a.id, 'editor' from desk d, account a where d.slug = 'check-deferred' and a.email = 'deferred@example.org'`,
	} {
		if _, err := db.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	if err := pgtest.CheckDeferred(t, db); errs.KindOf(err) != errs.Forbidden {
		t.Errorf("a member without an event: %v", err)
	}
	if !slices.Contains(slugs(t, db), "check-deferred") {
		t.Error("the check lost what the test had done")
	}
}

func TestConnectionsAreWhoTheySay(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	for _, tt := range []struct {
		conn *pgx.Conn
		want bool
	}{{pgtest.AppConn(t, db), true}, {pgtest.OwnerConn(t, db), false}} {
		var restricted bool
		if err := tt.conn.QueryRow(t.Context(), "select current_user = $1", postgres.AppRole).Scan(&restricted); err != nil {
			t.Fatal(err)
		}
		if restricted != tt.want {
			t.Errorf("in the application's role: %t, want %t", restricted, tt.want)
		}
	}
}

func TestStartCluster_CleansUp(t *testing.T) {
	t.Parallel()
	dsn, stop, err := pgtest.StartCluster(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	config, err := pgx.ParseConfig(dsn)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(config.Host); err != nil {
		t.Errorf("the socket's folder: %v", err)
	}
	if err := stop(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(config.Host); !os.IsNotExist(err) {
		t.Errorf("the socket's folder is still there: %v", err)
	}
}
