package workflow

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"net/netip"
	"strings"
	"time"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"

	"golang.org/x/text/unicode/norm"
)

// How often one may try to sign in, within signInWindow.
const (
	signInWindow    = 15 * time.Minute
	triesPerAccount = 10
	triesPerAddress = 50
)

// SignIn is what the sign-in form sends, and from where.
type SignIn struct {
	Email     string
	Password  string
	Address   string // IP address of whoever asks; empty when unknown
	UserAgent string // name of the browser
}

// SignedIn is a session that has begun.
type SignedIn struct {
	Token   string // for the cookie; it is stored nowhere else
	Account factcheck.Person
	Desk    factcheck.DeskID
}

// SignIn begins a session. An unknown address, a wrong password and a disabled account
// get the same answer, Unauthenticated, after the same work. Returns RateLimited, with
// the time to wait, after too many tries for one account, existing or not, or from one
// address; Forbidden when there is no desk it is an enabled member of.
func (w *Workflow) SignIn(ctx context.Context, in SignIn) (SignedIn, error) {
	// Tries that are under way count as failed. That few have their turn at a time
	// keeps them from being taken for an attack.
	turn, err := w.passwords.turn(ctx)
	if err != nil {
		return SignedIn{}, err
	}
	defer turn.end()
	email := normalEmail(in.Email)
	try := postgres.Attempt{EmailHash: emailHash(email), Address: network(in.Address), At: w.now()}
	if err := w.db.Tx(ctx, 0, func(tx *postgres.DB) error { return countTry(ctx, tx, try) }); err != nil {
		return SignedIn{}, err
	}
	account, err := w.verifyAccount(ctx, turn, email, in.Password)
	if err != nil {
		return SignedIn{}, err
	}
	signedIn, err := w.beginSession(ctx, account, clip(in.UserAgent))
	if err != nil {
		return SignedIn{}, err
	}
	return signedIn, nil
}

// countTry counts a try to sign in, or to name one's password, as failed once the transaction
// commits. Other tries like it wait for that. Returns RateLimited, with the time to wait, when
// there were too many; that one does not count.
func countTry(ctx context.Context, tx *postgres.DB, try postgres.Attempt) error {
	if err := tx.LockAttempts(ctx, try); err != nil {
		return err
	}
	n, err := tx.Attempts(ctx, try, try.At.Add(-signInWindow))
	if err != nil {
		return err
	}
	var wait time.Duration
	if n.OfAccount >= triesPerAccount {
		wait = n.OfAccountSince.Add(signInWindow).Sub(try.At)
	}
	if n.FromAddress >= triesPerAddress {
		wait = max(wait, n.FromAddressSince.Add(signInWindow).Sub(try.At))
	}
	if wait > 0 {
		return tooManyTries(wait)
	}
	return tx.InsertAttempt(ctx, try)
}

func tooManyTries(wait time.Duration) error {
	minutes := int((wait + time.Minute - 1) / time.Minute)
	refusal := errs.New(errs.RateLimited, "That was tried too often. Try again in %d minutes.", minutes)
	if minutes == 1 {
		refusal = errs.New(errs.RateLimited, "That was tried too often. Try again in a minute.")
	}
	refusal.RetryAfter = wait
	return refusal
}

// verifyAccount returns the account with the address if the password is its own and it
// is not disabled, else Unauthenticated. Either way one hash is computed.
func (w *Workflow) verifyAccount(ctx context.Context, turn turn, email, password string) (postgres.Account, error) {
	account, err := w.db.AccountByEmail(ctx, email)
	known := err == nil
	if !known && errs.KindOf(err) != errs.NotFound {
		return postgres.Account{}, err
	}
	if !known {
		account.PasswordHash = turn.nobody()
	}
	match, outdated, err := turn.verify(password, account.PasswordHash)
	if err != nil {
		return postgres.Account{}, err
	}
	if !known || !match || account.Disabled {
		return postgres.Account{}, errNotSignedIn()
	}
	if outdated {
		renewed := turn.hash(password)
		if done, err := w.db.RenewPassword(ctx, account.ID, account.PasswordHash, renewed); err != nil || !done {
			return postgres.Account{}, orElse(err, errNotSignedIn()) // it was changed in this very moment
		}
		account.PasswordHash = renewed
	}
	return account, nil
}

// errNotSignedIn does not tell whether there is such an account.
func errNotSignedIn() *errs.Error {
	return errs.New(errs.Unauthenticated, "The e-mail address and the password do not match an account that may sign in.")
}

// beginSession makes a session for an account whose password was just verified, and
// forgets the tries it took. A password that was changed since, or an account that was
// disabled, gets none: whoever ended all sessions must not miss one.
func (w *Workflow) beginSession(ctx context.Context, verified postgres.Account, userAgent string) (SignedIn, error) {
	out := SignedIn{Token: rand.Text(), Account: factcheck.Person{ID: verified.ID, Name: verified.Name}}
	err := w.db.Tx(ctx, int64(verified.ID), func(tx *postgres.DB) error {
		account, err := tx.LockAccount(ctx, verified.ID)
		if err != nil {
			return err
		}
		if account.Disabled || account.PasswordHash != verified.PasswordHash {
			return errNotSignedIn()
		}
		out.Desk, err = tx.HomeDesk(ctx, account.ID)
		if errs.KindOf(err) == errs.NotFound {
			return errs.Wrap(err, errs.Forbidden, "There is no desk your account may work at: it was taken off, or never put on one. The admin of a desk can let you in.")
		}
		if err != nil {
			return err
		}
		if err := tx.InsertSession(ctx, postgres.NewSession{
			Token: out.Token, Account: account.ID, Desk: out.Desk, UserAgent: userAgent, Now: w.now(),
		}); err != nil {
			return err
		}
		return tx.ClearAttempts(ctx, emailHash(account.Email))
	})
	return out, err
}

// SignOut ends the session with the token, if there is one.
func (w *Workflow) SignOut(ctx context.Context, token string) error {
	return w.db.DeleteSession(ctx, token)
}

// normalEmail returns an address as it is stored and looked up; empty when it is not
// even text.
func normalEmail(email string) string {
	if !utf8.ValidString(email) || strings.ContainsRune(email, 0) {
		return ""
	}
	return strings.ToLower(norm.NFC.String(strings.TrimSpace(email)))
}

// oneLine returns a name with each run of spaces as one.
func oneLine(name string) string { return strings.Join(strings.Fields(name), " ") }

// emailHash returns what is kept of an address somebody tried to sign in with.
func emailHash(email string) []byte {
	sum := sha256.Sum256([]byte(email))
	return sum[:]
}

// network returns what tries from an IP address are counted under: an IPv6 address's
// first 64 bits, because whoever has one has all that share them.
func network(address string) string {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return clip(address)
	}
	ip = ip.Unmap().WithZone("")
	if ip.Is4() {
		return ip.String()
	}
	prefix, err := ip.Prefix(64)
	if err != nil {
		return ip.String()
	}
	return prefix.String()
}

// clip returns what of a header can be stored.
func clip(header string) string {
	const most = 500
	if len(header) > most {
		header = header[:most]
	}
	return strings.ReplaceAll(strings.ToValidUTF8(header, ""), "\x00", "")
}
