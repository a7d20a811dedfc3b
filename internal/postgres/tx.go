package postgres

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"time"

	"factdesk/internal/errs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
)

const (
	maxAttempts   = 5                     // of one transaction, the first included
	retryBackoff  = 20 * time.Millisecond // doubled with each attempt, and jittered
	commitTimeout = 5 * time.Second
)

// errNested is a mistake in the program: two transactions where one was meant.
var errNested = errors.New("a transaction inside a transaction")

// Tx runs fn inside one transaction and commits it; whatever fn returns other than
// nil rolls it back. by is the account that acts, 0 for nobody: the schema's
// triggers read it as current_setting('factdesk.actor').
//
// A transaction that lost against another (SQLSTATE 40001, 40P01) is run again,
// five times in all, so fn must have no effect but on tx and on variables it sets
// anew. Returns Unavailable when the database is in trouble, also when the answer to
// COMMIT never came: then nobody knows the outcome, and the message says so.
func (db *DB) Tx(ctx context.Context, by int64, fn func(tx *DB) error) error {
	if db.trial {
		return db.savepoint(ctx, by, fn)
	}
	if db.pool == nil {
		return errNested
	}
	// One message carries BEGIN and the settings: a round trip less for every write.
	// The number cannot inject anything, so it needs no parameter.
	begin := db.begin("begin isolation level read committed", by)
	for attempt := 1; ; attempt++ {
		err := db.attempt(ctx, begin, fn)
		if err == nil || attempt == maxAttempts || !lostRace(err) {
			return mapErr(err)
		}
		if err := backOff(ctx, attempt); err != nil {
			return mapErr(err)
		}
	}
}

// Read runs fn inside one read-only transaction that sees one snapshot, for pages
// made of several statements. It is never retried: such a transaction cannot lose.
func (db *DB) Read(ctx context.Context, fn func(tx *DB) error) error {
	if db.trial {
		return db.readSavepoint(ctx, fn)
	}
	if db.pool == nil {
		return errNested
	}
	return mapErr(db.attempt(ctx, db.begin("begin isolation level repeatable read read only", 0), fn))
}

func (db *DB) begin(sql string, by int64) string {
	if db.limits != "" {
		sql += "; " + db.limits
	}
	return sql + "; " + setActor(by)
}

// setActor returns the statement that tells the schema's triggers who acts.
func setActor(by int64) string {
	if by == 0 {
		return "set local factdesk.actor = ''"
	}
	return fmt.Sprintf("set local factdesk.actor = '%d'", by)
}

// attempt runs one transaction. Its errors are still PostgreSQL's, or what fn made of them.
func (db *DB) attempt(ctx context.Context, begin string, fn func(tx *DB) error) error {
	tx, err := db.pool.BeginTx(ctx, pgx.TxOptions{BeginQuery: begin})
	if err != nil {
		return err
	}
	// Also when fn panics. A request that was given up must still roll back, or its
	// connection would be lost; after a commit this does nothing.
	defer func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), commitTimeout)
		defer cancel()
		_ = tx.Rollback(end) // pgx closes a connection it cannot roll back
	}()
	if err := fn(&DB{conn: tx}); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return commit(ctx, tx)
}

// commit ends tx. A caller who leaves while the answer is on its way must not make
// the outcome unknown, so ctx's end no longer counts.
func commit(ctx context.Context, tx pgx.Tx) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), commitTimeout)
	defer cancel()
	err := tx.Commit(ctx)
	if err == nil || errors.Is(err, pgx.ErrTxCommitRollback) {
		return err
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok && !outcomeUnknown(pg.Code) {
		return err // PostgreSQL answered: it did not commit
	}
	return errs.Wrap(err, errs.Unavailable,
		"The database went away while saving, so it is unknown whether your change was saved. Sending it again is safe.")
}

// outcomeUnknown tells whether a COMMIT that failed with this SQLSTATE may have
// been carried out: the server was going down, or says itself that it cannot tell.
func outcomeUnknown(code string) bool {
	return strings.HasPrefix(code, "08") || strings.HasPrefix(code, "57P") || code == "40003"
}

// lostRace tells whether err is a transaction's defeat by another, so that running
// it again may succeed. It looks through what fn wrapped around the cause.
func lostRace(err error) bool {
	pg, ok := errors.AsType[*pgconn.PgError](err)
	return ok && (pg.Code == "40001" || pg.Code == "40P01")
}

// backOff waits before the next attempt: up to retryBackoff doubled each time, with
// full jitter, so that two losers do not meet again.
func backOff(ctx context.Context, attempt int) error {
	timer := time.NewTimer(rand.N(retryBackoff << attempt))
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

// savepoint is Tx within Trial. Deferred constraints are checked at its end, as
// a commit would; they are all deferred again afterwards.
func (db *DB) savepoint(ctx context.Context, by int64, fn func(tx *DB) error) error {
	return db.inSavepoint(ctx, setActor(by), "set constraints all immediate; set constraints all deferred; "+setActor(0), fn)
}

// readSavepoint is Read within Trial. It cannot have a snapshot of its own.
func (db *DB) readSavepoint(ctx context.Context, fn func(tx *DB) error) error {
	return db.inSavepoint(ctx, "set transaction read only", "", fn)
}

func (db *DB) inSavepoint(ctx context.Context, first, last string, fn func(tx *DB) error) error {
	tx, err := db.conn.Begin(ctx)
	if err != nil {
		return mapErr(err)
	}
	defer func() { _ = tx.Rollback(context.WithoutCancel(ctx)) }() // does nothing after Commit
	if _, err := tx.Exec(ctx, first); err != nil {
		return mapErr(err)
	}
	if err := fn(&DB{conn: tx}); err != nil {
		return mapErr(err)
	}
	if last != "" {
		if _, err := tx.Exec(ctx, last); err != nil {
			return mapErr(err)
		}
	}
	return mapErr(tx.Commit(ctx))
}
