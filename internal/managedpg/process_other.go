//go:build !unix

package managedpg

import (
	"context"
	"errors"
	"os"
	"os/exec"
)

// PostgreSQL is stopped by signals, which only Unix has.
const (
	stopFast = iota
	stopNow
)

var errUnsupported = errors.New("factdesk cannot run its own PostgreSQL on this system: set DATABASE_URL")

func signal(*os.Process, int) {}

func isAlive(int) bool { return false }

type identity struct {
	name string
	drop bool
}

func serverIdentity(string) (identity, error) { return identity{}, errUnsupported }

func (identity) command(ctx context.Context, _, name string, args ...string) *exec.Cmd {
	return exec.CommandContext(ctx, name, args...)
}

func (identity) own(string) error { return errUnsupported }

func (identity) mayEnter(string) error { return errUnsupported }

func tryLock(*os.File) (bool, error) { return false, errUnsupported }

type watchdog struct{}

func newWatchdog(identity, int) (*watchdog, error) { return nil, errUnsupported }

func (*watchdog) dismiss() {}
