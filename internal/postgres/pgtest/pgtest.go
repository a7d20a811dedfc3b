// Package pgtest gives tests a real PostgreSQL with the real schema: a transaction
// that is rolled back for most of them, a database of their own for those that need
// commits. It must not know what the tables mean.
//
// A test binary's TestMain calls Main. Tests fail, and are never skipped, when there
// is no database. Transactions of tests that run at the same time share a database,
// so give whatever must be unique a name of its own per test.
package pgtest

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"factdesk/internal/managedpg"
	"factdesk/internal/postgres"

	"github.com/jackc/pgx/v5"
)

// Environment variables.
const (
	// URLEnv names the cluster tests use: a login that may create databases and roles.
	// Unset, each test binary starts a cluster and sets it for itself.
	URLEnv = "FACTDESK_TEST_DATABASE_URL"
	// BinEnv names the folder of initdb and postgres for clusters that are started.
	BinEnv = "FACTDESK_PGBIN"
	// temporaryEnv is set beside URLEnv when the cluster goes away after the tests, so that
	// keeping a failed test's database in it would be of no use.
	temporaryEnv = "FACTDESK_TEST_DATABASE_IS_TEMPORARY"
)

const (
	patience    = time.Minute // of a busy machine; a test's own deadline comes first
	maxConns    = 40          // tests that are paused keep their connection
	serverConns = 400
)

var errNoCluster = errors.New("no test cluster: call pgtest.Main from TestMain")

// Main runs a test binary's tests with a cluster: that of URLEnv, or one of its own that
// it stops afterwards. Call it from TestMain. It ends the program when there is none.
func Main(m *testing.M) {
	if os.Getenv(URLEnv) != "" {
		m.Run()
		return
	}
	dsn, stop, err := StartCluster(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, "pgtest:", err)
		os.Exit(1)
	}
	for _, pair := range Environ(dsn) {
		name, value, _ := strings.Cut(pair, "=")
		if err := os.Setenv(name, value); err != nil {
			fmt.Fprintln(os.Stderr, "pgtest:", err)
		}
	}
	defer func() {
		if err := stop(); err != nil {
			fmt.Fprintln(os.Stderr, "pgtest:", err)
		}
	}()
	m.Run()
}

// Environ returns what tells test binaries to use a cluster of StartCluster.
func Environ(dsn string) []string { return []string{URLEnv + "=" + dsn, temporaryEnv + "=1"} }

// StartCluster starts a cluster in a temporary folder, without fsync. It returns the URL
// of its owner, and the function that stops and removes it.
func StartCluster(ctx context.Context) (dsn string, stop func() error, err error) {
	dir, err := os.MkdirTemp("", "factdesk-test-")
	if err != nil {
		return "", nil, fmt.Errorf("make a folder for the test cluster: %w", err)
	}
	// The server runs as another user when root runs the tests.
	if err := os.Chmod(dir, 0o755); err != nil {
		return "", nil, fmt.Errorf("make a folder for the test cluster: %w", err)
	}
	cluster, err := managedpg.Start(ctx, managedpg.Options{DataDir: dir + "/data", BinDir: os.Getenv(BinEnv), MaxConns: serverConns})
	if err != nil {
		return "", nil, errors.Join(fmt.Errorf("start a test cluster: %w", err), os.RemoveAll(dir))
	}
	stop = func() error {
		return errors.Join(cluster.Stop(context.Background()), os.RemoveAll(dir))
	}
	return cluster.URL(), stop, nil
}

// shared is the database all of a binary's rolled-back transactions run in: opened when
// the first test wants it, closed by the end of the program.
var shared = sync.OnceValues(func() (*postgres.DB, error) {
	ctx := context.Background()
	t, err := ensureTemplate(ctx)
	if err != nil {
		return nil, err
	}
	dsn, err := withDatabase(t.scratch())
	if err != nil {
		return nil, err
	}
	return postgres.Open(ctx, postgres.Config{URL: dsn, MaxConns: maxConns, Patience: patience})
})

// Tx returns a DB inside a transaction on the migrated schema, in the application's
// role, that is rolled back when the test ends. Its Tx makes savepoints, at whose end
// deferred constraints are checked as a commit would. It is one connection: use it
// from one goroutine at a time.
func Tx(t testing.TB) *postgres.DB {
	t.Helper()
	db, err := shared()
	if err != nil {
		t.Fatal("open the test database: ", err)
	}
	tx, undo, err := db.Trial(t.Context())
	if err != nil {
		t.Fatal("begin a test's transaction: ", err)
	}
	t.Cleanup(func() {
		if err := undo(context.Background()); err != nil {
			t.Error("roll a test's transaction back: ", err)
		}
	})
	return tx
}

// CheckDeferred checks the deferred constraints of a DB of Tx, as a commit now would,
// and returns the error of the first that does not hold. The transaction stays usable.
func CheckDeferred(t testing.TB, db *postgres.DB) error {
	t.Helper()
	return db.Tx(t.Context(), 0, func(*postgres.DB) error { return nil })
}

// DB returns a migrated database of the test's own, for what needs commits, several
// connections or notifications. It is dropped when the test ends; after a failure it is
// kept and its URL logged, if its cluster outlives the tests.
func DB(t testing.TB) *postgres.DB {
	t.Helper()
	return Open(t, URL(t))
}

// URL makes a database as DB does and returns its URL, which logs in as the owner.
func URL(t testing.TB) string {
	t.Helper()
	tmpl, err := ensureTemplate(t.Context())
	if err != nil {
		t.Fatal("make the template database: ", err)
	}
	name := prefix + "db_" + strings.ToLower(rand.Text())
	if err := clone(t.Context(), name, tmpl.name()); err != nil {
		t.Fatal("clone the template database: ", err)
	}
	dsn, err := withDatabase(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() && os.Getenv(temporaryEnv) == "" {
			t.Logf("the database is kept: %s", dsn)
			return
		}
		if err := drop(context.Background(), name); err != nil {
			t.Error("drop the test's database: ", err)
		}
	})
	return dsn
}

// Open opens a database of URL with a pool of its own, as a second node would, and
// closes it when the test ends. Slow statements are logged to the test.
func Open(t testing.TB, dsn string) *postgres.DB {
	t.Helper()
	db, err := postgres.Open(t.Context(), postgres.Config{URL: dsn, Patience: patience,
		Logger: slog.New(slog.NewTextHandler(t.Output(), nil))})
	if err != nil {
		t.Fatal("open the test's database: ", err)
	}
	t.Cleanup(db.Close)
	return db
}

// AppConn returns a bare connection to the database of db, which comes from DB, in the
// application's role: for tests that try what the application never would.
func AppConn(t testing.TB, db *postgres.DB) *pgx.Conn {
	t.Helper()
	conn := OwnerConn(t, db)
	if _, err := conn.Exec(t.Context(), "set role "+postgres.AppRole); err != nil {
		t.Fatal("take the application's role: ", err)
	}
	return conn
}

// OwnerConn returns a bare connection to the database of db, which comes from DB, as the
// owner of the schema: for tests that the triggers stop even the owner.
func OwnerConn(t testing.TB, db *postgres.DB) *pgx.Conn {
	t.Helper()
	var name string
	batch := &pgx.Batch{}
	batch.Queue("select current_database()").QueryRow(func(row pgx.Row) error { return row.Scan(&name) })
	if err := db.Batch(t.Context(), batch); err != nil {
		t.Fatal("ask for the name of the database: ", err)
	}
	if name == "" || strings.HasSuffix(name, scratchSuffix) {
		t.Fatal("a bare connection would leave its traces in a database that other tests use: take the database from pgtest.DB")
	}
	dsn, err := withDatabase(name)
	if err != nil {
		t.Fatal(err)
	}
	conn, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal("connect to the test's database: ", err)
	}
	t.Cleanup(func() { _ = conn.Close(context.Background()) }) // an attack may have broken it
	return conn
}

// withDatabase returns the cluster's URL with another database in it.
func withDatabase(name string) (string, error) {
	text := os.Getenv(URLEnv)
	if text == "" {
		return "", errNoCluster
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme == "" {
		return "", fmt.Errorf("%s must be a URL, postgres://…", URLEnv)
	}
	u.Path = "/" + name
	return u.String(), nil
}
