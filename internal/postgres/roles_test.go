package postgres_test

import (
	"fmt"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
)

// On a cluster that has never seen factdesk, the application's role has to be made:
// by a login that may, however many nodes start at once on however many databases.
func TestMigrate_MakesTheRole(t *testing.T) {
	t.Parallel()
	dsn, stop, err := pgtest.StartCluster(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := stop(); err != nil {
			t.Error(err)
		}
	})
	admin, err := pgx.Connect(t.Context(), dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := admin.Close(t.Context()); err != nil {
			t.Error(err)
		}
	}()
	owner := func(name, attributes string) postgres.Config {
		for _, sql := range []string{
			fmt.Sprintf("create role %s login password 'own' %s", name, attributes),
			fmt.Sprintf("create database %s owner %s", name, name),
		} {
			if _, err := admin.Exec(t.Context(), sql); err != nil {
				t.Fatal(err)
			}
		}
		u, err := url.Parse(dsn)
		if err != nil {
			t.Fatal(err)
		}
		u.User, u.Path = url.UserPassword(name, "own"), "/"+name
		return postgres.Config{URL: u.String(), Patience: time.Minute}
	}

	powerless := owner("powerless", "nocreaterole")
	if err := postgres.Migrate(t.Context(), powerless); err == nil || !strings.Contains(err.Error(), "CREATE ROLE factdesk_app NOLOGIN") {
		t.Errorf("Migrate by a login that may not create roles: %v", err)
	}
	creator := owner("creator", "createrole")
	if err := postgres.Migrate(t.Context(), creator); err != nil {
		t.Fatalf("Migrate by a login that may: %v", err)
	}
	db, err := postgres.Open(t.Context(), creator)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()

	if _, err := admin.Exec(t.Context(), "drop database creator"); err != nil {
		t.Fatal(err)
	}
	if _, err := admin.Exec(t.Context(), "drop role "+postgres.AppRole); err != nil {
		t.Fatal(err)
	}
	nodes := []postgres.Config{owner("first", "superuser"), owner("second", "superuser"), owner("third", "superuser")}
	var wg sync.WaitGroup
	for _, cfg := range nodes {
		wg.Go(func() {
			if err := postgres.Migrate(t.Context(), cfg); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}
