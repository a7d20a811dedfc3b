// Package postgres owns every SQL string of factdesk and turns what PostgreSQL
// answers into errs. It must not know HTTP, views, or who may do what: rules
// belong to the domain, and those that must hold whatever the program does
// belong to the schema.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgtype"
	"github.com/jackc/pgx/v5/pgxpool"
)

// AppRole is the role every statement of the application runs as. It owns
// nothing: what it may do is what the migrations grant it.
const AppRole = "factdesk_app"

// Times a request may cost the database before it is given up.
const (
	defaultPatience   = 2 * time.Second
	statementTimeout  = 15 * time.Second
	lockTimeout       = 5 * time.Second
	idleTxTimeout     = 30 * time.Second
	maxConnLifetime   = time.Hour
	lifetimeJitter    = 10 * time.Minute
	maxConnIdleTime   = 10 * time.Minute
	healthCheckPeriod = 30 * time.Second
	defaultMaxConns   = 8
)

// Config says how to reach the database.
type Config struct {
	// URL is where the application's statements go. With MigrateURL unset it logs
	// in as the owner of the schema, and the pool takes AppRole on each connection.
	URL string
	// MigrateURL, when set, logs in as the owner and is used for migrations alone.
	// URL then logs in as a restricted role that Migrate makes a member of AppRole,
	// and may go through a pooler in transaction mode.
	MigrateURL string
	// MaxConns bounds the pool; 0 means 8.
	MaxConns int
	// Patience bounds how long a connection may take to make, and to wait for when the
	// pool is in use; 0 means 2 s. Longer only helps where nobody is waiting for a page.
	Patience time.Duration
	// Logger hears of slow statements and migrations; nil discards them.
	Logger *slog.Logger
}

func (c Config) logger() *slog.Logger {
	if c.Logger == nil {
		return slog.New(slog.DiscardHandler)
	}
	return c.Logger
}

func (c Config) patience() time.Duration {
	if c.Patience == 0 {
		return defaultPatience
	}
	return c.Patience
}

// conn is what a pool and a transaction have in common.
type conn interface {
	Begin(ctx context.Context) (pgx.Tx, error)
	CopyFrom(ctx context.Context, table pgx.Identifier, columns []string, src pgx.CopyFromSource) (int64, error)
	Exec(ctx context.Context, sql string, args ...any) (pgconn.CommandTag, error)
	Query(ctx context.Context, sql string, args ...any) (pgx.Rows, error)
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
}

// DB runs statements, either each on a connection of the pool or all inside one
// transaction. Its methods are safe for concurrent use unless it is a transaction.
// Every error they return is an *errs.Error whose message may be shown to people.
type DB struct {
	conn conn
	pool *pgxpool.Pool // nil inside a transaction
	// limits is put in front of each transaction when the connection itself cannot
	// carry its timeouts, because a pooler hands it from client to client.
	limits string
	trial  bool // an inner Tx is a savepoint
}

// Open returns a DB on a new pool, after one connection has been made and found
// to be restricted to AppRole. Returns Unavailable when the database cannot be
// reached in time. The caller closes it.
func Open(ctx context.Context, cfg Config) (*DB, error) {
	pc, err := poolConfig(cfg)
	if err != nil {
		return nil, err
	}
	pool, err := pgxpool.NewWithConfig(ctx, pc)
	if err != nil {
		return nil, fmt.Errorf("open the connection pool: %w", err)
	}
	db := &DB{conn: pool, pool: pool}
	if cfg.MigrateURL != "" {
		db.limits = fmt.Sprintf("set local statement_timeout = %s; set local lock_timeout = %s; set local idle_in_transaction_session_timeout = %s; set local jit = off",
			millis(statementTimeout), millis(lockTimeout), millis(idleTxTimeout))
	}
	if err := db.checkRestricted(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return db, nil
}

func poolConfig(cfg Config) (*pgxpool.Config, error) {
	pc, err := pgxpool.ParseConfig(cfg.URL)
	if err != nil {
		// pgx redacts the password but repeats the rest, which is for the operator alone.
		return nil, fmt.Errorf("read the database URL: %w", err)
	}
	pc.MaxConns = int32(min(max(cfg.MaxConns, 0), 1000))
	if pc.MaxConns == 0 {
		pc.MaxConns = defaultMaxConns
	}
	pc.MaxConnLifetime = maxConnLifetime
	pc.MaxConnLifetimeJitter = lifetimeJitter
	pc.MaxConnIdleTime = maxConnIdleTime
	pc.HealthCheckPeriod = healthCheckPeriod
	pc.ConnConfig.ConnectTimeout = cfg.patience()
	pc.ConnConfig.Tracer = &tracer{log: cfg.logger(), patience: cfg.patience()}

	params := pc.ConnConfig.RuntimeParams
	params["application_name"] = "factdesk"
	params["timezone"] = "UTC"
	if cfg.MigrateURL != "" {
		// Poolers refuse other parameters at start-up, and a statement prepared on one
		// of their server connections is unknown on the next.
		pc.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeCacheDescribe
	} else {
		params["statement_timeout"] = millis(statementTimeout)
		params["lock_timeout"] = millis(lockTimeout)
		params["idle_in_transaction_session_timeout"] = millis(idleTxTimeout)
		// Our statements are short: compiling one takes longer than running it, and a
		// table that has no statistics yet is enough to set the compiler off.
		params["jit"] = "off"
	}
	pc.AfterConnect = func(ctx context.Context, c *pgx.Conn) error {
		registerUTC(c.TypeMap())
		if cfg.MigrateURL != "" {
			return nil
		}
		_, err := c.Exec(ctx, "set role "+AppRole)
		return err
	}
	return pc, nil
}

func millis(d time.Duration) string { return strconv.FormatInt(d.Milliseconds(), 10) }

// registerUTC makes timestamptz scan as UTC rather than as the machine's zone, so
// that times compare equal and print the same everywhere.
func registerUTC(m *pgtype.Map) {
	t := &pgtype.Type{Name: "timestamptz", OID: pgtype.TimestamptzOID, Codec: &pgtype.TimestamptzCodec{ScanLocation: time.UTC}}
	m.RegisterType(t)
	m.RegisterType(&pgtype.Type{Name: "_timestamptz", OID: pgtype.TimestamptzArrayOID, Codec: &pgtype.ArrayCodec{ElementType: t}})
}

const restrictedSQL = `
select r.rolname as role, r.rolsuper as superuser,
       pg_has_role(r.oid, @app::name, 'usage') as member,
       exists (select from pg_class c
               where c.relnamespace = 'public'::regnamespace and pg_has_role(r.oid, c.relowner, 'usage')) as owner
from pg_roles r
where r.rolname = current_user`

// checkRestricted refuses a login the schema's grants would not bind: append-only
// tables are so because the application's role cannot write to them.
func (db *DB) checkRestricted(ctx context.Context) error {
	type login struct {
		Role      string
		Superuser bool
		Member    bool
		Owner     bool
	}
	l, err := one[login](ctx, db, "role", restrictedSQL, pgx.NamedArgs{"app": AppRole})
	switch {
	case err != nil:
		return err
	case l.Superuser || l.Owner:
		return fmt.Errorf("the login %q is a superuser or owns tables: let the application log in as a role that does neither", l.Role)
	case !l.Member:
		return fmt.Errorf("the login %q is not a member of %s: run factdesk migrate up first", l.Role, AppRole)
	}
	return nil
}

// Trial returns a DB inside a transaction that is never committed, and the function
// that undoes it. On it, and on nothing else, Tx makes a savepoint, so that tests
// run whole use cases in the time of a rollback. What a commit would check of deferred
// constraints is checked where each of those savepoints ends.
func (db *DB) Trial(ctx context.Context) (*DB, func(context.Context) error, error) {
	if db.pool == nil {
		return nil, nil, errNested
	}
	tx, err := db.pool.BeginTx(ctx, pgx.TxOptions{BeginQuery: db.begin("begin", 0)})
	if err != nil {
		return nil, nil, mapErr(err)
	}
	return &DB{conn: tx, trial: true}, tx.Rollback, nil
}

// Close waits for connections in use and closes the pool. It does nothing inside a transaction.
func (db *DB) Close() {
	if db.pool != nil {
		db.pool.Close()
	}
}

// Ping makes one round trip to the database. Returns Unavailable when it does not answer.
func (db *DB) Ping(ctx context.Context) error {
	_, err := db.Exec(ctx, "-- ping")
	return err
}

// Stat returns the pool's figures for metrics; nil inside a transaction.
func (db *DB) Stat() *pgxpool.Stat {
	if db.pool == nil {
		return nil
	}
	return db.pool.Stat()
}

// Exec runs a statement and returns how many rows it touched.
func (db *DB) Exec(ctx context.Context, sql string, args ...any) (int64, error) {
	tag, err := db.conn.Exec(ctx, sql, args...)
	return tag.RowsAffected(), mapErr(err)
}

// Batch sends the queued statements in one round trip, runs their callbacks and
// stops at the first error. Outside Tx the batch is one transaction of its own.
func (db *DB) Batch(ctx context.Context, b *pgx.Batch) error {
	return mapErr(db.conn.SendBatch(ctx, b).Close())
}

// CopyFrom writes many rows by COPY and returns how many.
func (db *DB) CopyFrom(ctx context.Context, table string, columns []string, src pgx.CopyFromSource) (int64, error) {
	n, err := db.conn.CopyFrom(ctx, pgx.Identifier{table}, columns, src)
	return n, mapErr(err)
}

// all runs a query and collects its rows by column name; a column without a field
// or a field without a column is an error. No rows are an empty, non-nil slice.
func all[T any](ctx context.Context, db *DB, sql string, args ...any) ([]T, error) {
	rows, err := db.conn.Query(ctx, sql, args...)
	if err != nil {
		return nil, mapErr(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowToStructByName[T])
	return list, mapErr(err)
}

// one runs a query that must return a row and reads it by column name. Returns
// NotFound, naming what was looked for ("claim"), when there is none.
func one[T any](ctx context.Context, db *DB, what, sql string, args ...any) (T, error) {
	return single(ctx, db, what, pgx.RowToStructByName[T], sql, args...)
}

// value runs a query that must return one row of one column. Returns NotFound,
// naming what was looked for, when there is no row.
func value[T any](ctx context.Context, db *DB, what, sql string, args ...any) (T, error) {
	return single(ctx, db, what, pgx.RowTo[T], sql, args...)
}

// values runs a query of one column and collects it.
func values[T any](ctx context.Context, db *DB, sql string, args ...any) ([]T, error) {
	rows, err := db.conn.Query(ctx, sql, args...)
	if err != nil {
		return nil, mapErr(err)
	}
	list, err := pgx.CollectRows(rows, pgx.RowTo[T])
	return list, mapErr(err)
}

func single[T any](ctx context.Context, db *DB, what string, fn pgx.RowToFunc[T], sql string, args ...any) (T, error) {
	rows, err := db.conn.Query(ctx, sql, args...)
	if err != nil {
		var zero T
		return zero, mapErr(err)
	}
	v, err := pgx.CollectOneRow(rows, fn)
	if errors.Is(err, pgx.ErrNoRows) {
		return v, notFound(what, err)
	}
	return v, mapErr(err)
}
