package postgres

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"time"

	"factdesk/migrations"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"
	"github.com/pressly/goose/v3/lock"
)

// migrateLockTimeout bounds how long a migration queues for a table others use:
// everyone else queues behind it meanwhile.
const migrateLockTimeout = 30 * time.Second

// Migration is one file of the schema's history.
type Migration struct {
	Version   int64
	Name      string    // of its file
	AppliedAt time.Time // zero while it is pending
}

// Migrate makes the application's role and applies every pending migration, forward
// only and each in a transaction of its own. Nodes that start together take turns.
func Migrate(ctx context.Context, cfg Config) error {
	return migrate(ctx, cfg, migrations.FS)
}

// Status lists every migration, oldest first, and when it was applied.
func Status(ctx context.Context, cfg Config) ([]Migration, error) {
	return status(ctx, cfg, migrations.FS)
}

// Pending returns how many migrations the database still lacks.
func Pending(ctx context.Context, cfg Config) (int, error) {
	list, err := Status(ctx, cfg)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, m := range list {
		if m.AppliedAt.IsZero() {
			n++
		}
	}
	return n, nil
}

func migrate(ctx context.Context, cfg Config, files fs.FS) error {
	owner, appLogin, err := ownerConfig(cfg)
	if err != nil {
		return err
	}
	if err := withRoles(ctx, owner, appLogin); err != nil {
		return mapErr(err)
	}
	return withProvider(owner, cfg, files, func(p *goose.Provider) error {
		if _, err := p.Up(ctx); err != nil {
			return mapErr(fmt.Errorf("migrate: %w", err))
		}
		return nil
	})
}

func status(ctx context.Context, cfg Config, files fs.FS) ([]Migration, error) {
	owner, _, err := ownerConfig(cfg)
	if err != nil {
		return nil, err
	}
	var list []Migration
	err = withProvider(owner, cfg, files, func(p *goose.Provider) error {
		found, err := p.Status(ctx)
		if err != nil {
			return mapErr(fmt.Errorf("read the state of the migrations: %w", err))
		}
		for _, m := range found {
			// goose's column has no zone; the session's is UTC.
			list = append(list, Migration{Version: m.Source.Version, Name: m.Source.Path, AppliedAt: m.AppliedAt.UTC()})
		}
		return nil
	})
	return list, err
}

// ownerConfig returns how to log in as the schema's owner, and the name of the
// application's login when that is another.
func ownerConfig(cfg Config) (*pgx.ConnConfig, string, error) {
	url, appLogin := cfg.URL, ""
	if cfg.MigrateURL != "" {
		app, err := pgx.ParseConfig(cfg.URL)
		if err != nil {
			return nil, "", fmt.Errorf("read the database URL: %w", err)
		}
		url, appLogin = cfg.MigrateURL, app.User
	}
	owner, err := pgx.ParseConfig(url)
	if err != nil {
		return nil, "", fmt.Errorf("read the database URL: %w", err)
	}
	if appLogin != "" && appLogin == owner.User {
		return nil, "", errors.New("the URL for migrations logs in as the application does: give the application a login of its own, or leave that URL out")
	}
	owner.ConnectTimeout = cfg.patience()
	owner.RuntimeParams["application_name"] = "factdesk migrate"
	owner.RuntimeParams["timezone"] = "UTC"
	owner.RuntimeParams["lock_timeout"] = millis(migrateLockTimeout)
	owner.RuntimeParams["statement_timeout"] = "0"
	return owner, appLogin, nil
}

func withRoles(ctx context.Context, owner *pgx.ConnConfig, appLogin string) error {
	c, err := pgx.ConnectConfig(ctx, owner)
	if err != nil {
		return fmt.Errorf("connect as the owner of the schema: %w", err)
	}
	defer func() { _ = c.Close(context.WithoutCancel(ctx)) }() // nothing is pending on it
	return ensureRoles(ctx, c, appLogin)
}

// withProvider runs fn on a goose provider for files. Goose's global registry of Go
// migrations stays out: what is applied is what the files say.
func withProvider(owner *pgx.ConnConfig, cfg Config, files fs.FS, fn func(*goose.Provider) error) (err error) {
	db := sql.OpenDB(stdlib.GetConnector(*owner))
	defer func() { err = errors.Join(err, db.Close()) }()
	locker, err := lock.NewPostgresSessionLocker(lock.WithLockTimeout(1, 300)) // asked every second, for five minutes
	if err != nil {
		return fmt.Errorf("make the migration lock: %w", err)
	}
	p, err := goose.NewProvider(goose.DialectPostgres, db, files,
		goose.WithSessionLocker(locker), goose.WithDisableGlobalRegistry(true), goose.WithSlog(cfg.logger()))
	if err != nil {
		return fmt.Errorf("read the migrations: %w", err)
	}
	return fn(p)
}
