package errs_test

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"factdesk/internal/errs"
)

func TestKindSurvivesWrapping(t *testing.T) {
	t.Parallel()
	for _, kind := range errs.Kinds() {
		err := fmt.Errorf("outer: %w", errs.Wrap(io.ErrUnexpectedEOF, kind, "told to people"))
		if got := errs.KindOf(err); got != kind {
			t.Errorf("KindOf = %v, want %v", got, kind)
		}
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%v: the cause is lost", kind)
		}
	}
}

func TestKindNamesAreDistinct(t *testing.T) {
	t.Parallel()
	seen := map[string]errs.Kind{}
	for _, kind := range errs.Kinds() {
		if other, taken := seen[kind.String()]; taken {
			t.Errorf("%d and %d are both called %q", kind, other, kind)
		}
		seen[kind.String()] = kind
	}
}

func TestMessageNeverTellsTheCause(t *testing.T) {
	t.Parallel()
	cause := errors.New("relation \"claim\" of desk 7")
	for _, err := range []error{
		cause,
		errs.Wrap(cause, errs.Internal, "load claim"),
		errs.Wrap(cause, errs.NotFound, "There is no such claim."),
		fmt.Errorf("load: %w", errs.Wrap(cause, errs.Unavailable, "The database is busy.")),
	} {
		if msg := errs.Message(err); strings.Contains(msg, "relation") || msg == "" {
			t.Errorf("Message(%v) = %q", err, msg)
		}
	}
}

func TestWrapOfNilIsNil(t *testing.T) {
	t.Parallel()
	if err := errs.Wrap(nil, errs.Invalid, "x"); err != nil {
		t.Errorf("Wrap(nil) = %v", err)
	}
}

func TestFieldNamesItsField(t *testing.T) {
	t.Parallel()
	err := fmt.Errorf("form: %w", errs.Field("url", "%q is not a web address", "x:y"))
	reasons := errs.Reasons(err)
	if len(reasons) != 1 || reasons[0].Field != "url" || !strings.Contains(reasons[0].Detail, "x:y") {
		t.Errorf("Reasons = %+v", reasons)
	}
	if errs.KindOf(err) != errs.Invalid {
		t.Errorf("kind = %v", errs.KindOf(err))
	}
}
