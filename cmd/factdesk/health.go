package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"

	"factdesk/internal/server"
)

const healthUsage = `usage: factdesk health

Asks the site at FACTDESK_ADDR on this machine whether it is ready, for containers that have nothing else to ask
with. Exits 0 when it is.

example:
  factdesk health

`

// healthTimeout is how long a site may take to say that it is ready.
const healthTimeout = 5 * time.Second

// runHealth is `factdesk health`. It returns the exit status.
func runHealth(ctx context.Context, args []string, t terminal) int {
	return finish(t, "health", healthUsage+environmentHelp(), askHealth(ctx, args, t))
}

func askHealth(ctx context.Context, args []string, t terminal) error {
	words, err := parse(flag.NewFlagSet("health", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return wrongUsage("%q is too much", words[0])
	}
	cfg, err := server.Load(t.getenv)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, healthTimeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+local(cfg.Addr)+"/readyz", nil)
	if err != nil {
		return fmt.Errorf("ask the site: %w", err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("ask the site, which may not be running: %w", err)
	}
	body, readErr := io.ReadAll(io.LimitReader(response.Body, 1<<10))
	if err := errors.Join(readErr, response.Body.Close()); err != nil {
		return fmt.Errorf("read the site's answer: %w", err)
	}
	answer := strings.TrimSpace(string(body))
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("the site says: %s", answer)
	}
	fmt.Fprintln(t.stdout, answer)
	return nil
}

// local is how to reach a listening address from this machine.
func local(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if err != nil {
		return addr
	}
	if ip := net.ParseIP(host); host == "" || (ip != nil && ip.IsUnspecified()) {
		host = "127.0.0.1"
	}
	return net.JoinHostPort(host, port)
}
