// Package workflow holds the use cases. Each takes the member who acts, checks the
// rule in package factcheck, owns the transaction and writes the event into it. It
// knows nothing of HTTP or HTML, and holds no SQL.
package workflow

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log/slog"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// Workflow runs the use cases on one database. It is safe for concurrent use.
type Workflow struct {
	db        *postgres.DB
	now       func() time.Time
	log       *slog.Logger
	passwords *hasher
}

// Options are what a Workflow needs from outside.
type Options struct {
	Now func() time.Time // the clock; time.Now when nil
	Log *slog.Logger     // discards when nil
}

// New returns the use cases on db.
func New(db *postgres.DB, o Options) *Workflow {
	w := &Workflow{db: db, now: o.Now, log: o.Log, passwords: newHasher()}
	if w.now == nil {
		w.now = time.Now
	}
	if w.log == nil {
		w.log = slog.New(slog.DiscardHandler)
	}
	return w
}

// Command is who asks for a change, and the key that makes asking twice harmless.
type Command struct {
	Actor factcheck.Actor
	Key   string // idempotency key; empty when the caller does not repeat
}

// On names the claim a change is about and the revision it was based on.
type On struct {
	Claim    factcheck.ClaimID
	Revision int
}

// run makes one change: in one transaction it answers a repeated request with the outcome
// of the first, else runs fn, which writes the event, and keeps the outcome. name and in
// identify what is asked. Returns Forbidden when the actor's role is below the given one;
// the role itself was read with the session, and the database checks it once more.
func run[T any](ctx context.Context, w *Workflow, cmd Command, role factcheck.Role, name string, in any,
	fn func(tx *postgres.DB) (T, error),
) (T, error) {
	var out T
	if err := requireRole(cmd.Actor, role); err != nil {
		return out, err
	}
	request, err := newRequest(cmd, name, in)
	if err != nil {
		return out, err
	}
	err = w.db.Tx(ctx, int64(cmd.Actor.Account), func(tx *postgres.DB) error {
		var fresh T
		out = fresh
		if cmd.Key != "" {
			result, done, err := tx.BeginRequest(ctx, request)
			if err != nil {
				return err
			}
			if done {
				return json.Unmarshal([]byte(result), &out)
			}
		}
		var err error
		if out, err = fn(tx); err != nil || cmd.Key == "" {
			return err
		}
		result, err := json.Marshal(out)
		if err != nil {
			return fmt.Errorf("marshal outcome of %s: %w", name, err)
		}
		return tx.EndRequest(ctx, request, string(result))
	})
	return out, err
}

// nothing is the outcome of a change that has none.
type nothing = struct{}

func newRequest(cmd Command, name string, in any) (postgres.Request, error) {
	asked, err := json.Marshal([]any{name, in})
	if err != nil {
		return postgres.Request{}, fmt.Errorf("marshal request %s: %w", name, err)
	}
	if len(cmd.Key) > 100 || (cmd.Key != "" && len(cmd.Key) < 8) {
		return postgres.Request{}, errs.Field("key", "An idempotency key has 8 to 100 characters.")
	}
	fingerprint := sha256.Sum256(asked)
	return postgres.Request{
		Desk: cmd.Actor.Desk, Account: cmd.Actor.Account, Key: cmd.Key, Fingerprint: fingerprint[:],
	}, nil
}

func requireRole(actor factcheck.Actor, role factcheck.Role) error {
	if actor.Role.AtLeast(role) {
		return nil
	}
	return errs.Refuse(errs.Forbidden, fmt.Sprintf("This takes the role %s.", role), errs.Reason{
		Rule: "role", Detail: fmt.Sprintf("This takes the role %s; yours is %s.", role, actor.Role),
		Remedy: "An admin of the desk can change your role.",
	})
}
