// Command factdesk is the fact-checking desk: the site, and everything else that is done to
// it from a terminal, one subcommand a file. A subcommand reads its arguments and calls a
// package that does the work; it must not hold a rule of the desk itself.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := run(ctx, os.Args[1:], terminal{stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, getenv: os.Getenv})
	stop()
	os.Exit(status)
}
