package postgres

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
)

// named gives a statement its @arguments.
type named = pgx.NamedArgs

// queue adds a query to a batch that collects its rows, by column name, into list.
func queue[T any](b *pgx.Batch, list *[]T, sql string, args named) {
	b.Queue(sql, args).Query(func(rows pgx.Rows) error {
		var err error
		*list, err = pgx.CollectRows(rows, pgx.RowToStructByName[T])
		return err
	})
}

// queueOne adds a query to a batch that must return one row; the batch fails with
// NotFound, naming what was looked for, when there is none.
func queueOne[T any](b *pgx.Batch, row *T, what, sql string, args named) {
	b.Queue(sql, args).Query(func(rows pgx.Rows) error {
		list, err := pgx.CollectRows(rows, pgx.RowToStructByName[T])
		if err != nil {
			return err
		}
		if len(list) == 0 {
			return notFound(what, pgx.ErrNoRows)
		}
		*row = list[0]
		return nil
	})
}

// touch runs a statement that must change exactly one row and reports whether it did.
func (db *DB) touch(ctx context.Context, sql string, args named) (bool, error) {
	n, err := db.Exec(ctx, sql, args)
	return n == 1, err
}

// date gives a date column its value: null for the zero time.
func date(t time.Time) *time.Time {
	if t.IsZero() {
		return nil
	}
	return &t
}

// at reads a nullable point in time or date: the zero time for null.
func at(t *time.Time) time.Time {
	if t == nil {
		return time.Time{}
	}
	return *t
}
