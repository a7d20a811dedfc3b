//go:build unix

package managedpg

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	osuser "os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// How PostgreSQL is told to stop.
// See https://www.postgresql.org/docs/current/server-shutdown.html
const (
	stopFast = syscall.SIGINT
	stopNow  = syscall.SIGQUIT
)

func signal(p *os.Process, s syscall.Signal) {
	_ = p.Signal(s) // it may have ended already, which is what was wanted
}

// isAlive tells whether there is a process of this number, ours or not.
func isAlive(pid int) bool {
	err := syscall.Kill(pid, 0)
	return err == nil || errors.Is(err, syscall.EPERM)
}

// identity is who the server runs as.
type identity struct {
	name     string
	uid, gid uint32
	drop     bool // from root to this user
}

// serverIdentity is ourselves, or, for root, the owner of the data if there is any,
// else the user postgres, else nobody.
func serverIdentity(data string) (identity, error) {
	if uid := os.Geteuid(); uid != 0 {
		return identity{name: "uid " + strconv.Itoa(uid), uid: uint32(uid), gid: uint32(os.Getegid())}, nil
	}
	info, err := os.Stat(data)
	if err == nil {
		if st, ok := info.Sys().(*syscall.Stat_t); ok && st.Uid != 0 {
			return identity{name: "uid " + strconv.Itoa(int(st.Uid)), uid: st.Uid, gid: st.Gid, drop: true}, nil
		}
	} else if !errors.Is(err, fs.ErrNotExist) {
		return identity{}, fmt.Errorf("look at the data: %w", err)
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := osuser.Lookup(name)
		if err != nil {
			continue
		}
		uid, err := strconv.ParseUint(u.Uid, 10, 32)
		if err != nil {
			continue
		}
		gid, err := strconv.ParseUint(u.Gid, 10, 32)
		if err != nil {
			continue
		}
		return identity{name: name, uid: uint32(uid), gid: uint32(gid), drop: true}, nil
	}
	return identity{}, errors.New("PostgreSQL refuses to run as root, and there is no user postgres or nobody to run it as: start factdesk as another user")
}

// command prepares a program to run as the identity, in a process group of its own:
// Ctrl-C in a terminal goes to the whole group, and must reach the server only
// through us, after the requests under way are answered.
func (i identity) command(ctx context.Context, dir, name string, args ...string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "LC_ALL=C", "HOME="+dir)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if i.drop {
		cmd.SysProcAttr.Credential = &syscall.Credential{Uid: i.uid, Gid: i.gid}
	}
	return cmd
}

// own gives a file or folder, not what is in it, to the identity.
func (i identity) own(path string) error {
	if !i.drop {
		return nil
	}
	if err := os.Chown(path, int(i.uid), int(i.gid)); err != nil {
		return fmt.Errorf("give %s to %s: %w", path, i.name, err)
	}
	return nil
}

// mayEnter tells whether the identity can reach a folder: each one above it must let
// it through. For ourselves the system will tell, so nothing is checked.
func (i identity) mayEnter(dir string) error {
	if !i.drop {
		return nil
	}
	for {
		info, err := os.Stat(dir)
		if err != nil {
			return err
		}
		st, ok := info.Sys().(*syscall.Stat_t)
		if !ok {
			return fmt.Errorf("the owner of %s is unknown", dir)
		}
		enter := fs.FileMode(0o001)
		switch {
		case st.Uid == i.uid:
			enter = 0o100
		case st.Gid == i.gid:
			enter = 0o010
		}
		if info.Mode()&enter == 0 {
			return fmt.Errorf("%s is closed to %s", dir, i.name)
		}
		if dir == filepath.Dir(dir) {
			return nil
		}
		dir = filepath.Dir(dir)
	}
}

// tryLock takes the file's lock if nobody has it.
func tryLock(f *os.File) (bool, error) {
	err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return false, nil
	}
	return err == nil, err
}

// watchdog is a small process that outlives us: its input ends when we do, even by
// kill -9, and then it stops the server.
type watchdog struct {
	cmd   *exec.Cmd
	leash io.Closer
}

func newWatchdog(as identity, pid int) (*watchdog, error) {
	cmd := as.command(context.Background(), "/", "/bin/sh", "-c", `read -r _; kill -INT "$1"`, "watchdog", strconv.Itoa(pid))
	leash, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start a watchdog: %w", err)
	}
	if err := cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("start a watchdog: %w", err), leash.Close())
	}
	return &watchdog{cmd: cmd, leash: leash}, nil
}

// dismiss ends the watchdog without letting it act.
func (w *watchdog) dismiss() {
	if w == nil {
		return
	}
	_ = w.cmd.Process.Kill() // it may be gone, which is as good
	_ = w.cmd.Wait()         // always an error: it was killed
	_ = w.leash.Close()      // Wait has closed it already
}
