// Package errs is the one error vocabulary of factdesk: a kind that decides the
// HTTP status, a message that is safe to show to a person, and the cause for the
// log. It knows nothing of HTTP, of SQL or of the domain.
package errs

import (
	"errors"
	"fmt"
	"time"
)

// Kind says what sort of trouble an error is. The zero Kind is Internal, so an
// error nobody classified is never mistaken for something the user did.
type Kind uint8

// The kinds, in the order of the table in package web that maps them to a status.
const (
	Internal        Kind = iota // a fault of ours
	Invalid                     // malformed input: it could not be read as what it should be
	Unauthenticated             // nobody is signed in
	Forbidden                   // somebody is, and may not
	NotFound                    // absent, or another desk's
	Stale                       // based on a revision that is no longer the newest
	TooLarge                    // over a limit of size
	Unmet                       // well-formed, but a rule of the desk is not met
	RateLimited                 // too many attempts
	Unavailable                 // the database is in trouble; worth trying again
)

// Kinds lists every kind once, for tests that must cover all of them.
func Kinds() []Kind {
	return []Kind{Internal, Invalid, Unauthenticated, Forbidden, NotFound, Stale, TooLarge, Unmet, RateLimited, Unavailable}
}

// String returns the kind's name as it appears in logs and metrics.
func (k Kind) String() string {
	switch k {
	case Invalid:
		return "invalid"
	case Unauthenticated:
		return "unauthenticated"
	case Forbidden:
		return "forbidden"
	case NotFound:
		return "not_found"
	case Stale:
		return "stale"
	case TooLarge:
		return "too_large"
	case Unmet:
		return "unmet"
	case RateLimited:
		return "rate_limited"
	case Unavailable:
		return "unavailable"
	case Internal:
	}
	return "internal"
}

// Reason is one rule that was not met, told so that a person can act on it. The
// same value feeds a disabled button's text, a 409 or 422 page and a problem+json body.
type Reason struct {
	Rule   string `json:"rule"`             // stable name, such as "evidence" or "four_eyes"
	Field  string `json:"field,omitempty"`  // the form field it is about, if one
	Detail string `json:"detail"`           // what is missing, in a sentence
	Remedy string `json:"remedy,omitempty"` // who can do what about it
}

// Error carries a kind, a message for the person, the rules behind a refusal and
// the cause for the log. Message never holds text of the driver or of another desk.
type Error struct {
	Kind    Kind
	Message string
	Reasons []Reason
	// RetryAfter is how long to wait until the same may succeed; 0 when that is not known.
	RetryAfter time.Duration
	Err        error
}

// Error returns the message with its cause, for logs; show Message to people instead.
func (e *Error) Error() string {
	if e.Err == nil {
		return e.Message
	}
	return e.Message + ": " + e.Err.Error()
}

// Unwrap returns the cause, so that errors.Is and errors.As see through it.
func (e *Error) Unwrap() error { return e.Err }

// New returns an error of the kind with a message for people, formatted as by fmt.Sprintf.
func New(kind Kind, format string, args ...any) *Error {
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...)}
}

// Wrap gives err a kind and a message for people, and keeps it as the cause. Wrap of nil is nil.
func Wrap(err error, kind Kind, format string, args ...any) error {
	if err == nil {
		return nil
	}
	return &Error{Kind: kind, Message: fmt.Sprintf(format, args...), Err: err}
}

// Refuse returns an error of the kind that names the rules behind it.
func Refuse(kind Kind, message string, reasons ...Reason) *Error {
	return &Error{Kind: kind, Message: message, Reasons: reasons}
}

// Field returns an Invalid error about one form field.
func Field(field, format string, args ...any) *Error {
	detail := fmt.Sprintf(format, args...)
	return Refuse(Invalid, detail, Reason{Rule: "field", Field: field, Detail: detail})
}

// KindOf returns the kind of the outermost Error in err's chain; Internal when there is none.
func KindOf(err error) Kind {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Kind
	}
	return Internal
}

// Message returns what may be shown to a person: the outermost Error's message,
// or a sentence that says nothing about the cause.
func Message(err error) string {
	if e, ok := errors.AsType[*Error](err); ok && e.Kind != Internal {
		return e.Message
	}
	return "Something went wrong on our side."
}

// RetryAfter returns how long to wait until the same may succeed; 0 when err does not say.
func RetryAfter(err error) time.Duration {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.RetryAfter
	}
	return 0
}

// Reasons returns the rules behind the refusal, if err is one.
func Reasons(err error) []Reason {
	if e, ok := errors.AsType[*Error](err); ok {
		return e.Reasons
	}
	return nil
}
