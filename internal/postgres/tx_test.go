package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

// read runs a query that returns one value.
func read[T any](t *testing.T, db *postgres.DB, sql string, args ...any) T {
	t.Helper()
	var v T
	b := &pgx.Batch{}
	b.Queue(sql, args...).QueryRow(func(row pgx.Row) error { return row.Scan(&v) })
	if err := db.Batch(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	return v
}

func addDesk(ctx context.Context, db *postgres.DB, slug string) error {
	_, err := db.Exec(ctx, "insert into desk (slug, name) values ($1, 'A desk')", slug)
	return err
}

func desks(t *testing.T, db *postgres.DB) int {
	t.Helper()
	return read[int](t, db, "select count(*) from desk")
}

func TestTx_CommitsAndRollsBack(t *testing.T) {
	t.Parallel()
	for name, db := range map[string]*postgres.DB{"pool": pgtest.DB(t), "savepoint": pgtest.Tx(t)} {
		before := desks(t, db)
		boom := errors.New("boom")
		err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
			if err := addDesk(t.Context(), tx, "undone"); err != nil {
				return err
			}
			return boom
		})
		if !errors.Is(err, boom) {
			t.Errorf("%s: error %v, want fn's own", name, err)
		}
		if n := desks(t, db); n != before {
			t.Errorf("%s: %d desks after a rollback, want %d", name, n, before)
		}
		if err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error { return addDesk(t.Context(), tx, "txtest-kept") }); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := desks(t, db); n != before+1 {
			t.Errorf("%s: %d desks after a commit, want %d", name, n, before+1)
		}
	}
}

func TestTx_RollsBackOnPanic(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
			if err := addDesk(t.Context(), tx, "undone"); err != nil {
				t.Error(err)
			}
			panic("on purpose")
		})
	}()
	if n := desks(t, db); n != 0 {
		t.Errorf("%d desks after a panic", n)
	}
	if n := db.Stat().AcquiredConns(); n != 0 {
		t.Errorf("%d connections were not given back", n)
	}
}

func TestTx_TellsWhoActs(t *testing.T) {
	t.Parallel()
	const actorSQL = "select coalesce(current_setting('factdesk.actor', true), '')"
	for name, db := range map[string]*postgres.DB{"pool": pgtest.DB(t), "savepoint": pgtest.Tx(t)} {
		for by, want := range map[int64]string{0: "", 42: "42"} {
			err := db.Tx(t.Context(), by, func(tx *postgres.DB) error {
				if got := read[string](t, tx, actorSQL); got != want {
					t.Errorf("%s: actor %q, want %q", name, got, want)
				}
				return nil
			})
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if got := read[string](t, db, actorSQL); got != "" {
			t.Errorf("%s: actor %q outlives the transaction", name, got)
		}
	}
}

func TestTx_RefusesNesting(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	none := func(*postgres.DB) error { return nil }
	for name, inner := range map[string]func(*postgres.DB) error{
		"Tx":   func(tx *postgres.DB) error { return tx.Tx(t.Context(), 0, none) },
		"Read": func(tx *postgres.DB) error { return tx.Read(t.Context(), none) },
	} {
		if err := db.Tx(t.Context(), 0, inner); err == nil || errs.KindOf(err) != errs.Internal {
			t.Errorf("%s inside Tx: %v", name, err)
		}
		if err := pgtest.Tx(t).Tx(t.Context(), 0, inner); err == nil {
			t.Errorf("%s inside Tx inside a trial went through", name)
		}
	}
}

func TestTx_RetriesLostRaces(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	for _, code := range []string{"40001", "40P01"} {
		for _, tt := range []struct {
			lose, attempts int
			want           errs.Kind
		}{{2, 3, errs.Internal}, {99, 5, errs.Unavailable}} {
			attempts := 0
			err := db.Tx(t.Context(), 0, func(*postgres.DB) error {
				if attempts++; attempts <= tt.lose {
					return fmt.Errorf("save: %w", &pgconn.PgError{Code: code})
				}
				return nil
			})
			if attempts != tt.attempts || (err != nil) != (tt.lose > 5) || errs.KindOf(err) != tt.want {
				t.Errorf("%s lost %d times: %d attempts, error %v", code, tt.lose, attempts, err)
			}
		}
	}
}

// Two transactions that lock the same rows in opposite order: PostgreSQL breaks one
// off, and its repetition makes both succeed.
func TestTx_SurvivesDeadlock(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	for _, slug := range []string{"a", "b"} {
		if err := addDesk(t.Context(), db, slug); err != nil {
			t.Fatal(err)
		}
	}
	var met sync.WaitGroup
	met.Add(2)
	var wg sync.WaitGroup
	for _, order := range [][]int{{1, 2}, {2, 1}} {
		wg.Go(func() {
			first := true
			err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
				for i, key := range order {
					if i == 1 && first {
						first = false
						met.Done()
						met.Wait()
					}
					if _, err := tx.Exec(t.Context(), "select pg_advisory_xact_lock($1)", key); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Errorf("order %v: %v", order, err)
			}
		})
	}
	wg.Wait()
}

func TestTx_SwallowedErrorIsNotACommit(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
		if err := addDesk(t.Context(), tx, "undone"); err != nil {
			return err
		}
		if err := addDesk(t.Context(), tx, "Not A Slug"); errs.KindOf(err) != errs.Invalid {
			t.Errorf("bad slug: %v", err)
		}
		return nil
	})
	if err == nil || desks(t, db) != 0 {
		t.Errorf("a transaction PostgreSQL had given up was reported as saved: %v", err)
	}
}

func TestTx_CancelledBeforeCommit(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	ctx, cancel := context.WithCancel(t.Context())
	err := db.Tx(ctx, 0, func(tx *postgres.DB) error {
		defer cancel()
		return addDesk(ctx, tx, "undone")
	})
	if !errors.Is(err, context.Canceled) || errs.KindOf(err) != errs.Unavailable {
		t.Errorf("error %v", err)
	}
	if n := desks(t, db); n != 0 {
		t.Errorf("%d desks, want none", n)
	}
}

func TestTx_ConnectionLost(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	owner := pgtest.OwnerConn(t, db)
	err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
		pid := read[int](t, tx, "select pg_backend_pid()")
		if _, err := owner.Exec(t.Context(), "select pg_terminate_backend($1, 10000)", pid); err != nil {
			t.Error(err)
		}
		return nil // what is lost is lost on COMMIT
	})
	if errs.KindOf(err) != errs.Unavailable || !strings.Contains(errs.Message(err), "unknown whether") {
		t.Errorf("error %v", err)
	}
	if err := db.Ping(t.Context()); err != nil {
		t.Errorf("the pool did not recover: %v", err)
	}
}

func TestRead_OneSnapshotAndNoWrites(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	err := db.Read(t.Context(), func(tx *postgres.DB) error {
		before := desks(t, tx)
		if err := addDesk(t.Context(), db, "meanwhile"); err != nil {
			return err
		}
		if after := desks(t, tx); after != before {
			t.Errorf("the snapshot changed from %d to %d desks", before, after)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
	trial := pgtest.Tx(t)
	for name, db := range map[string]*postgres.DB{"pool": db, "savepoint": trial} {
		if err := db.Read(t.Context(), func(tx *postgres.DB) error { return addDesk(t.Context(), tx, "never") }); err == nil {
			t.Errorf("%s: Read let a write through", name)
		}
	}
	if err := addDesk(t.Context(), trial, "still-writable"); err != nil {
		t.Errorf("a trial after Read: %v", err)
	}
}

// A pool with nothing to give answers in its own time, not in the request's.
func TestTx_FullPoolIsUnavailable(t *testing.T) {
	t.Parallel()
	db, err := postgres.Open(t.Context(), postgres.Config{URL: pgtest.URL(t), MaxConns: 1, Patience: 500 * time.Millisecond})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(db.Close)
	err = db.Tx(t.Context(), 0, func(*postgres.DB) error {
		if err := db.Ping(t.Context()); errs.KindOf(err) != errs.Unavailable {
			t.Errorf("ping of a full pool: %v", err)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
