package postgres_test

import (
	"context"
	"crypto/rand"
	"net/url"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

func migrationFile(sql string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte("-- +goose Up\n" + sql + "\n")}
}

// emptyDatabase makes a database without a schema, owned by a login of its own that is
// no superuser, and returns the URL that logs in as it. A member may take AppRole.
func emptyDatabase(t *testing.T, member bool) string {
	t.Helper()
	admin := pgtest.OwnerConn(t, pgtest.DB(t))
	name := "factdesk_test_" + strings.ToLower(rand.Text())
	statements := []string{"create role " + name + " login password 'own'", "create database " + name + " owner " + name}
	if member {
		statements = append(statements, "grant "+postgres.AppRole+" to "+name)
	}
	for _, sql := range statements {
		if _, err := admin.Exec(t.Context(), sql); err != nil {
			t.Fatal(err)
		}
	}
	config := admin.Config()
	t.Cleanup(func() { dropOwner(context.Background(), t, config, name) })
	u, err := url.Parse(config.ConnString())
	if err != nil {
		t.Fatal(err)
	}
	u.User, u.Path = url.UserPassword(name, "own"), "/"+name
	return u.String()
}

func TestMigrate_NodesTakeTurns(t *testing.T) {
	t.Parallel()
	cfg := postgres.Config{URL: emptyDatabase(t, true), Patience: time.Minute}
	files := fstest.MapFS{
		"00001_once.sql":  migrationFile("create table once (id int); insert into once values (1);"),
		"00002_grant.sql": migrationFile("grant select on once to factdesk_app;"),
	}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if err := postgres.MigrateFiles(t.Context(), cfg, files); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	db, err := postgres.Open(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	if n := read[int](t, db, "select count(*) from once"); n != 1 {
		t.Errorf("the first migration ran %d times", n)
	}
}

func TestMigrate_KeepsWhatWorked(t *testing.T) {
	t.Parallel()
	cfg := postgres.Config{URL: emptyDatabase(t, true), Patience: time.Minute}
	files := fstest.MapFS{
		"00001_good.sql": migrationFile("create table good (id int);"),
		"00002_bad.sql":  migrationFile("create table half (id int); select 1/0;"),
	}
	if err := postgres.MigrateFiles(t.Context(), cfg, files); err == nil || !strings.Contains(err.Error(), "division by zero") {
		t.Fatalf("a broken migration: %v", err)
	}
	files["00002_bad.sql"] = migrationFile("create table half (id int);")
	if err := postgres.MigrateFiles(t.Context(), cfg, files); err != nil {
		t.Errorf("the mended migration: %v", err)
	}
}

func TestMigrate_LoginWithoutRights(t *testing.T) {
	t.Parallel()
	cfg := postgres.Config{URL: emptyDatabase(t, false), Patience: time.Minute}
	err := postgres.Migrate(t.Context(), cfg)
	if err == nil || !strings.Contains(err.Error(), "have a superuser run grant factdesk_app to") {
		t.Errorf("Migrate by a login that may not grant the role: %v", err)
	}
}

func TestStatusAndPending(t *testing.T) {
	t.Parallel()
	empty := postgres.Config{URL: emptyDatabase(t, true), Patience: time.Minute}
	done := postgres.Config{URL: pgtest.URL(t), Patience: time.Minute}
	list, err := postgres.Status(t.Context(), done)
	if err != nil {
		t.Fatal(err)
	}
	for i, m := range list {
		if m.Version != int64(i+1) || m.Name == "" || m.AppliedAt.IsZero() {
			t.Errorf("migration %d: %+v", i+1, m)
		}
	}
	for cfg, want := range map[postgres.Config]int{empty: len(list), done: 0} {
		if n, err := postgres.Pending(t.Context(), cfg); n != want || err != nil {
			t.Errorf("Pending = %d, %v; want %d", n, err, want)
		}
	}
}

func TestMigrate_Unreachable(t *testing.T) {
	t.Parallel()
	err := postgres.Migrate(t.Context(), postgres.Config{URL: "postgres://nobody@/none?host=" + t.TempDir()})
	if errs.KindOf(err) != errs.Unavailable {
		t.Errorf("Migrate: %v, want Unavailable", err)
	}
}

// dropOwner removes what emptyDatabase made.
func dropOwner(ctx context.Context, t *testing.T, config *pgx.ConnConfig, name string) {
	config.Database = "postgres"
	admin, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		t.Error(err)
		return
	}
	for _, sql := range []string{"drop database " + name + " with (force)", "drop role " + name} {
		if _, err := admin.Exec(ctx, sql); err != nil {
			t.Error(err)
		}
	}
	if err := admin.Close(ctx); err != nil {
		t.Error(err)
	}
}
