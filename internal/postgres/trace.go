package postgres

import (
	"context"
	"log/slog"
	"strings"
	"sync/atomic"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
)

// slowStatement is from where on a statement is worth a line in the log.
const slowStatement = 200 * time.Millisecond

// Keys of what travels in a context; each is its own type, so none can collide.
type (
	startedKey struct{}
	counterKey struct{}
	cancelKey  struct{}
)

// started is what a statement's end needs to know about its start.
type started struct {
	sql string
	at  time.Time
}

// tracer logs slow statements, counts them, and bounds the wait for a connection.
type tracer struct {
	log      *slog.Logger
	patience time.Duration // with a full pool
}

// CountStatements returns a context under which every round trip is counted, a
// batch as one, BEGIN and COMMIT too, so that tests can hold a page to its budget.
func CountStatements(ctx context.Context) (context.Context, *atomic.Int64) {
	n := new(atomic.Int64)
	return context.WithValue(ctx, counterKey{}, n), n
}

func (t *tracer) start(ctx context.Context, sql string) context.Context {
	if n, ok := ctx.Value(counterKey{}).(*atomic.Int64); ok {
		n.Add(1)
	}
	return context.WithValue(ctx, startedKey{}, started{sql: sql, at: time.Now()})
}

// end logs the statement if it was slow. Arguments are never logged: they are
// people's words, and secrets.
func (t *tracer) end(ctx context.Context, err error) {
	s, ok := ctx.Value(startedKey{}).(started)
	if !ok {
		return
	}
	took := time.Since(s.at)
	if took < slowStatement {
		return
	}
	t.log.LogAttrs(ctx, slog.LevelWarn, "slow SQL",
		slog.Duration("took", took), slog.String("sql", strings.Join(strings.Fields(s.sql), " ")), slog.Any("err", err))
}

// TraceQueryStart is called by pgx before Query and Exec.
func (t *tracer) TraceQueryStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryStartData) context.Context {
	return t.start(ctx, d.SQL)
}

// TraceQueryEnd is called by pgx once the rows are closed.
func (t *tracer) TraceQueryEnd(ctx context.Context, _ *pgx.Conn, d pgx.TraceQueryEndData) {
	t.end(ctx, d.Err)
}

// TraceBatchStart is called by pgx before a batch is sent.
func (t *tracer) TraceBatchStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceBatchStartData) context.Context {
	sql := "batch"
	if q := d.Batch.QueuedQueries; len(q) > 0 {
		sql += ": " + q[0].SQL
	}
	return t.start(ctx, sql)
}

// TraceBatchQuery is called by pgx for each statement of a batch, which is timed as a whole.
func (t *tracer) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}

// TraceBatchEnd is called by pgx when a batch's results are closed.
func (t *tracer) TraceBatchEnd(ctx context.Context, _ *pgx.Conn, d pgx.TraceBatchEndData) {
	t.end(ctx, d.Err)
}

// TraceCopyFromStart is called by pgx before a COPY.
func (t *tracer) TraceCopyFromStart(ctx context.Context, _ *pgx.Conn, d pgx.TraceCopyFromStartData) context.Context {
	return t.start(ctx, "copy "+d.TableName.Sanitize())
}

// TraceCopyFromEnd is called by pgx after a COPY.
func (t *tracer) TraceCopyFromEnd(ctx context.Context, _ *pgx.Conn, d pgx.TraceCopyFromEndData) {
	t.end(ctx, d.Err)
}

// TraceAcquireStart gives the wait for a connection a deadline of its own: pgx
// uses the context it returns for the acquiring alone, not for the statement.
// A full pool must answer quickly, whatever time the request itself has left.
func (t *tracer) TraceAcquireStart(ctx context.Context, _ *pgxpool.Pool, _ pgxpool.TraceAcquireStartData) context.Context {
	ctx, cancel := context.WithTimeout(ctx, t.patience)
	return context.WithValue(ctx, cancelKey{}, cancel)
}

// TraceAcquireEnd releases the timer of TraceAcquireStart.
func (t *tracer) TraceAcquireEnd(ctx context.Context, _ *pgxpool.Pool, _ pgxpool.TraceAcquireEndData) {
	if cancel, ok := ctx.Value(cancelKey{}).(context.CancelFunc); ok {
		cancel()
	}
}
