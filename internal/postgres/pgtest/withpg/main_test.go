package main

import (
	"errors"
	"os/exec"
	"testing"

	"factdesk/internal/postgres/pgtest"
)

func TestRun(t *testing.T) {
	t.Setenv(pgtest.URLEnv, "")
	if err := run(t.Context(), []string{"sh", "-c", `test -n "$` + pgtest.URLEnv + `"`}); err != nil {
		t.Errorf("the command was not told of the cluster: %v", err)
	}
	err := run(t.Context(), []string{"sh", "-c", "exit 7"})
	if exit, ok := errors.AsType[*exec.ExitError](err); !ok || exit.ExitCode() != 7 {
		t.Errorf("run = %v, want the command's exit status 7", err)
	}
	t.Setenv(pgtest.URLEnv, "postgres://elsewhere")
	if err := run(t.Context(), []string{"sh", "-c", `test "$` + pgtest.URLEnv + `" = postgres://elsewhere`}); err != nil {
		t.Errorf("the cluster that was there already was not used: %v", err)
	}
}
