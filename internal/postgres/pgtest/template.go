package pgtest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"factdesk/internal/postgres"
	"factdesk/migrations"

	"github.com/jackc/pgx/v5"
)

const (
	prefix        = "factdesk_test_"
	scratchSuffix = "_tx"
	// templateLock is the advisory lock under which one of many test binaries makes the template.
	templateLock = 0x66616374
)

// template is a migrated database that others are copied from. Its hash is that of the
// migrations, so a changed schema gets a template of its own. PostgreSQL copies a
// database only while nobody is connected to it, so tests use copies alone.
type template struct{ hash string }

func (t template) name() string { return prefix + t.hash }

// scratch is the copy that rolled-back transactions share.
func (t template) scratch() string { return t.name() + scratchSuffix }

// ensureTemplate makes the template and its shared copy unless they are there.
func ensureTemplate(ctx context.Context) (template, error) {
	hash, err := migrationsHash()
	if err != nil {
		return template{}, err
	}
	t := template{hash: hash}
	return t, onCluster(ctx, func(conn *pgx.Conn) error {
		if ready, err := exists(ctx, conn, t.scratch()); err != nil || ready {
			return err
		}
		if _, err := conn.Exec(ctx, "select pg_advisory_lock($1)", templateLock); err != nil {
			return fmt.Errorf("wait for the template: %w", err)
		}
		// Closing the connection releases the lock.
		if ready, err := exists(ctx, conn, t.scratch()); err != nil || ready {
			return err
		}
		return t.create(ctx, conn)
	})
}

// create makes the template under another name first: one that has its name is whole.
func (t template) create(ctx context.Context, conn *pgx.Conn) error {
	unborn := t.name() + "_new"
	dsn, err := withDatabase(unborn)
	if err != nil {
		return err
	}
	for _, sql := range []string{
		"drop database if exists " + t.name(),
		"drop database if exists " + unborn,
		"create database " + unborn + " template template0",
	} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("make the template: %w", err)
		}
	}
	if err := postgres.Migrate(ctx, postgres.Config{URL: dsn, Patience: patience}); err != nil {
		return fmt.Errorf("migrate the template: %w", err)
	}
	for _, sql := range []string{
		"alter database " + unborn + " rename to " + t.name(),
		"create database " + t.scratch() + " template " + t.name(),
	} {
		if _, err := conn.Exec(ctx, sql); err != nil {
			return fmt.Errorf("make the template: %w", err)
		}
	}
	return nil
}

// clone copies a database. Copying its files is twice as fast as logging them, where
// the disk is not waited for.
func clone(ctx context.Context, name, from string) error {
	return onCluster(ctx, func(conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, "create database "+name+" template "+from+" strategy file_copy")
		return err
	})
}

func drop(ctx context.Context, name string) error {
	return onCluster(ctx, func(conn *pgx.Conn) error {
		_, err := conn.Exec(ctx, "drop database if exists "+name+" with (force)")
		return err
	})
}

func exists(ctx context.Context, conn *pgx.Conn, name string) (bool, error) {
	var found bool
	err := conn.QueryRow(ctx, "select exists (select from pg_database where datname = $1)", name).Scan(&found)
	if err != nil {
		return false, fmt.Errorf("look for the template: %w", err)
	}
	return found, nil
}

// onCluster runs fn on a connection to the database the cluster's URL names.
func onCluster(ctx context.Context, fn func(*pgx.Conn) error) (err error) {
	dsn := os.Getenv(URLEnv)
	if dsn == "" {
		return errNoCluster
	}
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		return fmt.Errorf("connect to the test cluster: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close(context.WithoutCancel(ctx))) }()
	return fn(conn)
}

// migrationsHash identifies the schema that the migrations make.
func migrationsHash() (string, error) {
	sum := sha256.New()
	names, err := fs.Glob(migrations.FS, "*.sql")
	if err != nil {
		return "", fmt.Errorf("list the migrations: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(migrations.FS, name)
		if err != nil {
			return "", fmt.Errorf("read the migrations: %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(text))
		sum.Write(text)
	}
	return hex.EncodeToString(sum.Sum(nil))[:12], nil
}
