package postgres

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"

	"factdesk/internal/errs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/puddle/v2"
)

// Messages for trouble that no request can help.
const (
	busyMessage     = "The database is busy or away. Nothing was saved; try again in a moment."
	deadlineMessage = "This took too long and was given up. Nothing was saved; try again in a moment."
	raceMessage     = "Too many people are changing the same thing at once. Nothing was saved; try again."
	unmetMessage    = "This does not fit what is already stored, so nothing was saved."
)

// mapErr turns an error of pgx into an *errs.Error, whose message never holds text
// of the driver. It leaves alone what is one already, and what is neither: an error
// of fn's own that passed through Tx. mapErr of nil is nil.
func mapErr(err error) error {
	if err == nil {
		return nil
	}
	if _, ok := errors.AsType[*errs.Error](err); ok {
		return err
	}
	if pg, ok := errors.AsType[*pgconn.PgError](err); ok {
		return mapPgError(pg, err)
	}
	var timeout net.Error
	_, connecting := errors.AsType[*pgconn.ConnectError](err)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return notFound("record", err)
	case errors.Is(err, context.Canceled):
		return errs.Wrap(err, errs.Unavailable, "The request was given up before it was done.")
	case errors.Is(err, context.DeadlineExceeded):
		return errs.Wrap(err, errs.Unavailable, deadlineMessage)
	case connecting, errors.As(err, &timeout), pgconn.SafeToRetry(err), isLost(err):
		return errs.Wrap(err, errs.Unavailable, busyMessage)
	}
	return err
}

// notFound says that there is no such thing, or none the asker's desk can see.
func notFound(what string, cause error) error {
	return errs.Wrap(cause, errs.NotFound, "There is no such %s.", what)
}

// isLost tells whether the connection broke, or the pool was closed by a shutdown.
func isLost(err error) bool {
	for _, lost := range []error{io.EOF, io.ErrUnexpectedEOF, net.ErrClosed, puddle.ErrClosedPool} {
		if errors.Is(err, lost) {
			return true
		}
	}
	return false
}

// mapPgError reads PostgreSQL's SQLSTATE and, where a rule of the schema was
// broken, the constraint's name. cause is the error pg was found in.
// Codes: https://www.postgresql.org/docs/current/errcodes-appendix.html
func mapPgError(pg *pgconn.PgError, cause error) error {
	if kind, ok := refusalKind(pg.Code); ok {
		// Raised by the schema's own triggers, in words meant for people.
		return &errs.Error{Kind: kind, Message: pg.Message, Err: cause,
			Reasons: []errs.Reason{{Rule: pg.ConstraintName, Detail: pg.Message, Remedy: pg.Hint}}}
	}
	if message, ok := invalidMessage(pg.Code); ok {
		return errs.Wrap(cause, errs.Invalid, "%s", message)
	}
	switch pg.Code {
	case "40001", "40P01": // serialization_failure, deadlock_detected, after all retries
		return errs.Wrap(cause, errs.Unavailable, raceMessage)
	case "57014", "55P03": // query_canceled, lock_not_available
		return errs.Wrap(cause, errs.Unavailable, deadlineMessage)
	case "23505", "23503", "23514", "23P01": // unique, foreign key, check, exclusion
		return mapConstraint(pg, cause)
	case "42501": // insufficient_privilege: the grants held where the program did not
		return errs.Wrap(cause, errs.Forbidden, "The database does not allow this change.")
	}
	if isTrouble(pg.Code) {
		return errs.Wrap(cause, errs.Unavailable, busyMessage)
	}
	return fmt.Errorf("run SQL: %w", cause)
}

// refusalKind maps the SQLSTATEs the schema's triggers raise, class FD, each named
// after the status it ends as.
func refusalKind(code string) (errs.Kind, bool) {
	switch code {
	case "FD403":
		return errs.Forbidden, true
	case "FD404":
		return errs.NotFound, true
	case "FD409":
		return errs.Stale, true
	case "FD422":
		return errs.Unmet, true
	}
	return errs.Internal, false
}

// invalidMessage says what is wrong with a value PostgreSQL could not read.
func invalidMessage(code string) (string, bool) {
	switch code {
	case "22021", "22P05", "22P02": // character_not_in_repertoire, untranslatable_character, invalid_text_representation
		return "This text holds a character that cannot be stored, such as a NUL, or a value of the wrong form.", true
	case "22001": // string_data_right_truncation
		return "This text is too long.", true
	case "22003": // numeric_value_out_of_range
		return "This number is out of range.", true
	case "22007", "22008": // invalid_datetime_format, datetime_field_overflow
		return "This is not a date that can be stored.", true
	case "54000": // program_limit_exceeded: over an index's or a text search's limit
		return "This is too large to be stored or indexed; shorten it.", true
	}
	return "", false
}

// isTrouble tells whether the server, and not the statement, is at fault: connection
// exceptions, out of disk, memory or connections, shutting down, still starting.
func isTrouble(code string) bool {
	switch {
	case strings.HasPrefix(code, "08"), strings.HasPrefix(code, "53"), strings.HasPrefix(code, "57P"):
		return true
	case code == "25P03", code == "25006": // idle_in_transaction_session_timeout; a standby is read only
		return true
	}
	return false
}

// mapConstraint explains a broken constraint by its name; one that has no words of
// its own yet gets a general sentence, and the name as the rule.
func mapConstraint(pg *pgconn.PgError, cause error) error {
	if r, ok := constraintRefusals()[pg.ConstraintName]; ok {
		return &errs.Error{Kind: r.kind, Message: r.message, Err: cause,
			Reasons: []errs.Reason{{Rule: pg.ConstraintName, Field: r.field, Detail: r.message, Remedy: r.remedy}}}
	}
	return &errs.Error{Kind: errs.Unmet, Message: unmetMessage, Err: cause,
		Reasons: []errs.Reason{{Rule: pg.ConstraintName, Detail: unmetMessage}}}
}
