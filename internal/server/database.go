package server

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"factdesk/internal/managedpg"
	"factdesk/internal/postgres"
)

// Deadlines of what is done with the database before requests are answered and after.
const (
	askTimeout     = 10 * time.Second // for one that may no longer be there
	migrateTimeout = 15 * time.Minute // a migration may have to write a whole table anew
	stopTimeout    = 30 * time.Second // for the private PostgreSQL to write everything down
)

// Database is the database of the settings: one somewhere, or the private one.
type Database struct {
	Config  postgres.Config // how to reach it
	cluster *managedpg.Cluster
	urlFile string // names the running private one to other commands; "" for none
}

// HasDatabase reports whether there is a database to open: one was named, or the private one has
// been made before. OpenDatabase would make the private one.
func (c Config) HasDatabase() bool { return c.DatabaseURL != "" || managedpg.Exists(c.clusterDir()) }

// OpenDatabase finds the database of the settings, and starts the private one if that is
// what they ask for and no other command of ours runs it already. The caller closes it.
func OpenDatabase(ctx context.Context, cfg Config, log *slog.Logger) (*Database, error) {
	if cfg.DatabaseURL != "" {
		return &Database{Config: cfg.database(cfg.DatabaseURL, log)}, nil
	}
	urlFile := filepath.Join(cfg.Data, "postgres.url")
	if running, ok := runningAt(ctx, urlFile, cfg, log); ok {
		return &Database{Config: running}, nil
	}
	return startPrivate(ctx, cfg, urlFile, log)
}

// startPrivate starts the private PostgreSQL and leaves word of where it is.
func startPrivate(ctx context.Context, cfg Config, urlFile string, log *slog.Logger) (*Database, error) {
	cluster, err := managedpg.Start(ctx, managedpg.Options{
		DataDir: cfg.clusterDir(), BinDir: cfg.PostgresBin, Durable: true, Logger: log,
	})
	if err != nil {
		return nil, fmt.Errorf("start the private PostgreSQL (or set DATABASE_URL): %w", err)
	}
	db := &Database{Config: cfg.database(cluster.URL(), log), cluster: cluster, urlFile: urlFile}
	if err := writeSecret(urlFile, cluster.URL()+"\n"); err != nil {
		return nil, errors.Join(fmt.Errorf("note where the private PostgreSQL is: %w", err), db.Close())
	}
	return db, nil
}

// runningAt returns the private PostgreSQL another command runs now, if it answers.
func runningAt(ctx context.Context, urlFile string, cfg Config, log *slog.Logger) (postgres.Config, bool) {
	text, err := os.ReadFile(urlFile)
	if err != nil {
		return postgres.Config{}, false
	}
	ctx, cancel := context.WithTimeout(ctx, askTimeout)
	defer cancel()
	running := cfg.database(strings.TrimSpace(string(text)), log)
	_, err = postgres.Pending(ctx, running)
	return running, err == nil
}

// writeSecret writes a file only its owner may read, and leaves no half of it.
func writeSecret(name, text string) error {
	temp, err := os.CreateTemp(filepath.Dir(name), filepath.Base(name)+".*") // with mode 0600
	if err != nil {
		return err
	}
	_, err = temp.WriteString(text)
	if err = errors.Join(err, temp.Close()); err == nil {
		err = os.Rename(temp.Name(), name)
	}
	if err != nil {
		return errors.Join(err, os.Remove(temp.Name()))
	}
	return nil
}

// Migrate brings the schema up to date, within 15 minutes.
func (d *Database) Migrate(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, migrateTimeout)
	defer cancel()
	if err := postgres.Migrate(ctx, d.Config); err != nil {
		return fmt.Errorf("migrate the database: %w", err)
	}
	return nil
}

// Open migrates the database and returns a pool on it, which the caller closes before the Database.
func (d *Database) Open(ctx context.Context) (*postgres.DB, error) {
	if err := d.Migrate(ctx); err != nil {
		return nil, err
	}
	db, err := postgres.Open(ctx, d.Config)
	if err != nil {
		return nil, fmt.Errorf("open the database: %w", err)
	}
	return db, nil
}

// Ended is closed when the private PostgreSQL ends; nil, which never is, for another database.
func (d *Database) Ended() <-chan struct{} {
	if d.cluster == nil {
		return nil
	}
	return d.cluster.Done()
}

// Close stops the private PostgreSQL if OpenDatabase started it.
func (d *Database) Close() error {
	if d.cluster == nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(context.Background(), stopTimeout)
	defer cancel()
	err := d.cluster.Stop(ctx)
	if removeErr := os.Remove(d.urlFile); !errors.Is(removeErr, fs.ErrNotExist) {
		err = errors.Join(err, removeErr)
	}
	return err
}
