// Command withpg runs a command with a PostgreSQL for its tests: it starts one cluster
// that all test binaries share, names it in the environment, and stops it afterwards.
//
//	go run ./internal/postgres/pgtest/withpg go test ./...
//
// It owns nothing but the order of these steps, and knows nothing of the tests.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"syscall"

	"factdesk/internal/postgres/pgtest"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "usage: withpg COMMAND [ARGUMENT…]")
		os.Exit(2)
	}
	// Ctrl-C reaches the command by itself; here it must only not cut the stopping short.
	ctx, cancel := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer cancel()
	err := run(ctx, os.Args[1:])
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		os.Exit(max(exit.ExitCode(), 1))
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "withpg:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) (err error) {
	if os.Getenv(pgtest.URLEnv) != "" {
		return command(ctx, args, nil)
	}
	dsn, stop, err := pgtest.StartCluster(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, stop()) }()
	return command(ctx, args, pgtest.Environ(dsn))
}

// command runs the program with our input and output; told to end, it passes that on.
func command(ctx context.Context, args, env []string) error {
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	cmd.Env = append(os.Environ(), env...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	return cmd.Run()
}
