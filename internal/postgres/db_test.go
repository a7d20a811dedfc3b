package postgres_test

import (
	"bytes"
	"context"
	"crypto/rand"
	"log/slog"
	"net/url"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

func TestOpen_TakesTheRestrictedRole(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	if got := read[string](t, db, "select current_user"); got != postgres.AppRole {
		t.Errorf("current_user = %q", got)
	}
	if _, err := db.Exec(t.Context(), "delete from desk"); errs.KindOf(err) != errs.Forbidden {
		t.Errorf("delete from desk: %v, want Forbidden", err)
	}
	for setting, want := range map[string]string{
		"statement_timeout": "15s", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "30s",
		"TimeZone": "UTC", "application_name": "factdesk",
	} {
		if got := read[string](t, db, "select current_setting($1)", setting); got != want {
			t.Errorf("%s = %q, want %q", setting, got, want)
		}
	}
}

func TestOpen_TimesAreUTC(t *testing.T) {
	t.Parallel()
	at := read[time.Time](t, pgtest.Tx(t), "select timestamptz '2024-07-01 12:00+02'")
	if want := time.Date(2024, 7, 1, 10, 0, 0, 0, time.UTC); at != want {
		t.Errorf("scanned %v, want %v", at, want)
	}
	list := read[[]time.Time](t, pgtest.Tx(t), "select array[timestamptz '2024-07-01 12:00+02']")
	if len(list) != 1 || list[0].Location() != time.UTC {
		t.Errorf("scanned %v, want UTC", list)
	}
}

// separate makes a login of the application's own for a database, as an operator
// would, and returns the configuration that uses it.
func separate(t *testing.T, dsn string) postgres.Config {
	t.Helper()
	login := "factdesk_test_" + strings.ToLower(rand.Text())
	owner, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := owner.Exec(t.Context(), "create role "+login+" login password 'app'"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { // roles belong to the cluster and outlive the database
		if _, err := owner.Exec(context.Background(), "drop role "+login); err != nil {
			t.Error(err)
		}
		if err := owner.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	u, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.UserPassword(login, "app")
	return postgres.Config{URL: u.String(), MigrateURL: dsn, Patience: time.Minute}
}

func TestOpen_SeparateLogin(t *testing.T) {
	t.Parallel()
	cfg := separate(t, pgtest.URL(t))
	if _, err := postgres.Open(t.Context(), cfg); err == nil || !strings.Contains(err.Error(), "is not a member of") {
		t.Errorf("Open before Migrate: %v", err)
	}
	if err := postgres.Migrate(t.Context(), cfg); err != nil {
		t.Fatal(err)
	}
	db, err := postgres.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	// What a pooler in transaction mode would not carry over is set in the transaction.
	err = db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
		if got := read[string](t, tx, "select current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')"); got != "15s 5s" {
			t.Errorf("timeouts in a transaction = %q", got)
		}
		return addDesk(t.Context(), tx, "by-the-login")
	})
	if err != nil {
		t.Error(err)
	}
	if got := read[int](t, db, "select count(*) from pg_prepared_statements"); got != 0 {
		t.Errorf("%d statements were left prepared on the connection", got)
	}
	if _, err := db.Exec(t.Context(), "delete from desk"); errs.KindOf(err) != errs.Forbidden {
		t.Errorf("delete from desk: %v, want Forbidden", err)
	}
}

func TestOpen_RefusesAnUnrestrictedLogin(t *testing.T) {
	t.Parallel()
	dsn := pgtest.URL(t)
	_, err := postgres.Open(t.Context(), postgres.Config{URL: dsn, MigrateURL: dsn})
	if err == nil || !strings.Contains(err.Error(), "is a superuser or owns tables") {
		t.Errorf("Open as the owner: %v", err)
	}
	if err := postgres.Migrate(t.Context(), postgres.Config{URL: dsn, MigrateURL: dsn}); err == nil || !strings.Contains(err.Error(), "login of its own") {
		t.Errorf("Migrate with one login for both: %v", err)
	}
}

func TestOpen_Unreachable(t *testing.T) {
	t.Parallel()
	_, err := postgres.Open(t.Context(), postgres.Config{URL: "postgres://nobody:secret@/none?host=" + t.TempDir()})
	if errs.KindOf(err) != errs.Unavailable {
		t.Errorf("Open: %v, want Unavailable", err)
	}
	if strings.Contains(err.Error(), "secret") {
		t.Errorf("the error holds the password: %v", err)
	}
}

func TestCountStatements(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	ctx, n := postgres.CountStatements(t.Context())
	for range 2 {
		if err := db.Ping(ctx); err != nil {
			t.Fatal(err)
		}
	}
	b := &pgx.Batch{}
	b.Queue("select 1")
	b.Queue("select 2")
	if err := db.Batch(ctx, b); err != nil {
		t.Fatal(err)
	}
	if err := db.Ping(t.Context()); err != nil {
		t.Fatal(err)
	}
	if n.Load() != 3 {
		t.Errorf("counted %d round trips, want 3", n.Load())
	}
}

func TestSlowStatementsAreLogged(t *testing.T) {
	t.Parallel()
	var log bytes.Buffer
	db, err := postgres.Open(t.Context(), postgres.Config{URL: pgtest.URL(t), Patience: time.Minute,
		Logger: slog.New(slog.NewTextHandler(&log, nil))})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	if _, err := db.Exec(t.Context(), "select pg_sleep(0.25), $1::text", "a reader's words"); err != nil {
		t.Fatal(err)
	}
	if got := log.String(); !strings.Contains(got, "slow SQL") || !strings.Contains(got, "pg_sleep") || strings.Contains(got, "words") {
		t.Errorf("log = %q", got)
	}
}

func TestCopyFrom(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	before := desks(t, db)
	n, err := db.CopyFrom(t.Context(), "desk", []string{"slug", "name"}, pgx.CopyFromRows([][]any{{"copied-1", "One"}, {"copied-2", "Two"}}))
	if err != nil || n != 2 || desks(t, db) != before+2 {
		t.Errorf("CopyFrom = %d, %v", n, err)
	}
	_, err = db.CopyFrom(t.Context(), "desk", []string{"slug", "name"}, pgx.CopyFromRows([][]any{{"Not A Slug", "x"}}))
	if errs.KindOf(err) != errs.Invalid {
		t.Errorf("CopyFrom of a bad slug: %v", err)
	}
}
