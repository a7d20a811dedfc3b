package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"factdesk/internal/errs"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"pgregory.net/rapid"
)

func TestMapErrKinds(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]errs.Kind{
		"FD403": errs.Forbidden, "FD404": errs.NotFound, "FD409": errs.Stale, "FD422": errs.Unmet,
		"22021": errs.Invalid, "22P02": errs.Invalid, "22P05": errs.Invalid, "22001": errs.Invalid,
		"22003": errs.Invalid, "22007": errs.Invalid, "22008": errs.Invalid, "54000": errs.Invalid,
		"53100": errs.Unavailable, "53200": errs.Unavailable, "53300": errs.Unavailable,
		"57P01": errs.Unavailable, "57P02": errs.Unavailable, "57P03": errs.Unavailable,
		"08006": errs.Unavailable, "57014": errs.Unavailable, "55P03": errs.Unavailable, "25006": errs.Unavailable,
		"40001": errs.Unavailable, "40P01": errs.Unavailable,
		"23505": errs.Unmet, "23503": errs.Unmet, "23514": errs.Unmet, "23P01": errs.Unmet,
		"42501": errs.Forbidden,
		"42703": errs.Internal, "XX000": errs.Internal, "23502": errs.Internal, "FD999": errs.Internal,
	} {
		if got := errs.KindOf(mapErr(fmt.Errorf("do: %w", &pgconn.PgError{Code: code}))); got != want {
			t.Errorf("%s: kind %v, want %v", code, got, want)
		}
	}
	for name, tt := range map[string]struct {
		err  error
		want errs.Kind
	}{
		"no rows":         {pgx.ErrNoRows, errs.NotFound},
		"given up":        {context.Canceled, errs.Unavailable},
		"deadline":        {context.DeadlineExceeded, errs.Unavailable},
		"cut off":         {fmt.Errorf("read: %w", io.ErrUnexpectedEOF), errs.Unavailable},
		"already mapped":  {errs.New(errs.Stale, "newer"), errs.Stale},
		"mapped, wrapped": {fmt.Errorf("save: %w", errs.New(errs.Unmet, "no")), errs.Unmet},
		"anything else":   {errors.New("boom"), errs.Internal},
	} {
		if got := errs.KindOf(mapErr(tt.err)); got != tt.want {
			t.Errorf("%s: kind %v, want %v", name, got, tt.want)
		}
	}
	if err := mapErr(nil); err != nil {
		t.Errorf("mapErr(nil) = %v", err)
	}
}

func TestMapErrOfTrigger(t *testing.T) {
	t.Parallel()
	err := mapErr(&pgconn.PgError{Code: "FD403", ConstraintName: "four_eyes",
		Message: "You changed this version yourself.", Hint: "Ask another reviewer.", Detail: "internal"})
	want := []errs.Reason{{Rule: "four_eyes", Detail: "You changed this version yourself.", Remedy: "Ask another reviewer."}}
	if diff := cmp.Diff(want, errs.Reasons(err)); diff != "" {
		t.Errorf("reasons (-want +got):\n%s", diff)
	}
	if got := errs.Message(err); got != "You changed this version yourself." {
		t.Errorf("message = %q", got)
	}
}

func TestMapErrOfConstraint(t *testing.T) {
	t.Parallel()
	known := mapErr(&pgconn.PgError{Code: "23505", ConstraintName: "account_email_unique"})
	if r := errs.Reasons(known); len(r) != 1 || r[0].Rule != "account_email_unique" || r[0].Field != "email" || r[0].Detail != errs.Message(known) {
		t.Errorf("reasons = %+v", r)
	}
	unknown := mapErr(&pgconn.PgError{Code: "23514", ConstraintName: "some_check"})
	if r := errs.Reasons(unknown); len(r) != 1 || r[0].Rule != "some_check" || errs.Message(unknown) != unmetMessage {
		t.Errorf("reasons = %+v, message %q", r, errs.Message(unknown))
	}
}

// Whatever PostgreSQL says, its words stay in the cause, unless the schema's own
// triggers raised them for people to read.
func TestMapErrNeverRepeatsTheDriver(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		const secret = "zq-internal"
		code := rapid.OneOf(rapid.StringMatching(`[0-9A-Z]{5}`),
			rapid.SampledFrom([]string{"23505", "23503", "22P02", "57014", "53300", "08006", "42501", "42703"})).Draw(t, "code")
		if strings.HasPrefix(code, "FD") {
			return
		}
		cause := &pgconn.PgError{Code: code, Message: secret, Detail: secret, Hint: secret, TableName: secret, Where: secret}
		err := mapErr(cause)
		if strings.Contains(errs.Message(err), secret) {
			t.Fatalf("%s: message %q", code, errs.Message(err))
		}
		for _, r := range errs.Reasons(err) {
			if strings.Contains(r.Detail+r.Remedy, secret) {
				t.Fatalf("%s: reason %+v", code, r)
			}
		}
		if !errors.Is(err, cause) {
			t.Fatalf("%s: the cause is lost", code)
		}
	})
}

func TestOutcomeUnknown(t *testing.T) {
	t.Parallel()
	for code, want := range map[string]bool{"08006": true, "57P01": true, "40003": true, "40001": false, "23505": false, "FD422": false} {
		if got := outcomeUnknown(code); got != want {
			t.Errorf("outcomeUnknown(%q) = %t", code, got)
		}
	}
}
