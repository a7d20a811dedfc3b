package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// SessionRow is one line of the list of a person's sessions.
type SessionRow = postgres.SessionRow

// AccountRow is one line of the list of accounts.
type AccountRow = postgres.AccountRow

// Sessions lists where the actor is signed in; token is the session that asks.
func (w *Workflow) Sessions(ctx context.Context, actor factcheck.Actor, token string) ([]SessionRow, error) {
	return w.db.Sessions(ctx, actor.Account, token, w.now())
}

// EndOtherSessions signs the actor out everywhere but in the session with the token keep.
func (w *Workflow) EndOtherSessions(ctx context.Context, cmd Command, keep string) error {
	_, err := run(ctx, w, cmd, factcheck.Viewer, "account.end_sessions", nil, func(tx *postgres.DB) (nothing, error) {
		_, err := tx.DeleteSessions(ctx, cmd.Actor.Account, keep)
		return nothing{}, err
	})
	return err
}

// PasswordChange is what somebody sends who wants another password.
type PasswordChange struct {
	Current string
	Next    string
	Keep    string // token of the session that goes on
}

// ChangePassword gives the actor a new password and ends their sessions but the one to keep.
// Returns Invalid when Current is not the password or Next breaks a rule, RateLimited, with
// the time to wait, when Current was guessed at too often, Stale when somebody else changed it.
// A wrong Current is an outcome as well: asked again with the same key, it does not count again.
func (w *Workflow) ChangePassword(ctx context.Context, cmd Command, in PasswordChange) error {
	turn, err := w.passwords.turn(ctx)
	if err != nil {
		return err
	}
	defer turn.end()
	var asked []byte
	if cmd.Key != "" {
		asked = turn.fingerprint(cmd.Key, in.Current, in.Next)
	}
	changed, err := run(ctx, w, cmd, factcheck.Viewer, "account.change_password", asked, func(tx *postgres.DB) (bool, error) {
		return w.changePassword(ctx, tx, turn, cmd.Actor.Account, in)
	})
	if err == nil && !changed {
		err = errs.Field("current", "This is not your password.")
	}
	return err
}

// changePassword reports whether in.Current was the password and has been replaced. If not,
// the transaction must be committed nevertheless: it counts the try.
func (w *Workflow) changePassword(ctx context.Context, tx *postgres.DB, turn turn, who factcheck.AccountID, in PasswordChange) (bool, error) {
	// Whoever finds a browser signed in must not find out the password with it. These tries
	// are counted apart from those to sign in, so that a stranger's do not stop the owner.
	if err := countTry(ctx, tx, postgres.Attempt{EmailHash: changeHash(who), At: w.now()}); err != nil {
		return false, err
	}
	account, err := tx.Account(ctx, who)
	if err != nil {
		return false, err
	}
	if err := checkNewPassword(ctx, tx, account, in.Next); err != nil {
		return false, err
	}
	match, _, err := turn.verify(in.Current, account.PasswordHash)
	if err != nil || !match {
		return false, err
	}
	return true, replacePassword(ctx, tx, account, turn.hash(in.Next), in.Keep)
}

// changeHash is what an account's tries to change its password are counted under. No address
// has it: an address has an @.
func changeHash(id factcheck.AccountID) []byte {
	return emailHash(fmt.Sprintf("change of password of account %d", id))
}

// SetPassword gives the account with the address a new password and ends its sessions.
// It asks for no other password, so it is for the command line. Returns NotFound when
// there is no such account, Invalid when the password breaks a rule.
func (w *Workflow) SetPassword(ctx context.Context, email, password string) error {
	account, err := w.db.AccountByEmail(ctx, normalEmail(email))
	if err != nil {
		return err
	}
	if err := checkNewPassword(ctx, w.db, account, password); err != nil {
		return err
	}
	hash, err := w.passwords.hashPassword(ctx, password)
	if err != nil {
		return err
	}
	return w.db.Tx(ctx, 0, func(tx *postgres.DB) error {
		return replacePassword(ctx, tx, account, hash, "")
	})
}

func checkNewPassword(ctx context.Context, db *postgres.DB, account postgres.Account, password string) error {
	desks, err := db.DesksOf(ctx, account.ID)
	if err != nil {
		return err
	}
	notThese := []string{account.Email}
	for _, desk := range desks {
		notThese = append(notThese, desk.Name)
	}
	return checkPassword(password, notThese...)
}

// replacePassword stores a new hash, ends the account's sessions but the one with the
// token keep, forgets the tries at the old password, and records the change. Returns Stale
// when the account no longer has the hash it was read with.
func replacePassword(ctx context.Context, tx *postgres.DB, account postgres.Account, hash, keep string) error {
	done, err := tx.SetPassword(ctx, account.ID, account.PasswordHash, hash)
	if err != nil {
		return err
	}
	if !done {
		return errs.New(errs.Stale, "The password was changed elsewhere in the meantime.")
	}
	if _, err := tx.DeleteSessions(ctx, account.ID, keep); err != nil {
		return err
	}
	for _, tries := range [][]byte{emailHash(account.Email), changeHash(account.ID)} {
		if err := tx.ClearAttempts(ctx, tries); err != nil {
			return err
		}
	}
	return recordAccount(ctx, tx, account.ID, "account.password_changed")
}

// recordAccount writes what happened to an account into the audit log of every desk it is or
// was a member of, in one order, so that two of these never wait for each other.
func recordAccount(ctx context.Context, tx *postgres.DB, id factcheck.AccountID, action string) error {
	desks, err := tx.EveryDeskOf(ctx, id)
	if err != nil {
		return err
	}
	for _, desk := range desks {
		if err := tx.RecordEvent(ctx, desk, postgres.NewEvent{Action: action, Subject: "account", ID: int64(id)}); err != nil {
			return err
		}
	}
	return nil
}

// AddAccount is an account to be made from the command line.
type AddAccount struct {
	Name     string
	Email    string
	Password string         // empty when the account exists and only joins a desk
	Desk     string         // slug of a desk to join
	Role     factcheck.Role // there
}

// AddAccount makes an account and a member of a desk, or makes an account that exists a
// member, with nobody signed in: the audit log names no actor. Returns NotFound when
// there is no such desk, Invalid for an account that is disabled, or exists and is given a
// password, else as Workflow.AddMember.
func (w *Workflow) AddAccount(ctx context.Context, in AddAccount) (factcheck.AccountID, error) {
	desk, err := w.db.DeskBySlug(ctx, in.Desk)
	if err != nil {
		return 0, err
	}
	member := AddMember{Name: oneLine(in.Name), Email: normalEmail(in.Email), Role: in.Role, Password: in.Password}
	hash, err := w.hashNew(ctx, member, desk)
	if err != nil {
		return 0, err
	}
	var id factcheck.AccountID
	err = w.db.Tx(ctx, 0, func(tx *postgres.DB) (err error) {
		if err := tx.LockMembers(ctx, desk.ID); err != nil {
			return err
		}
		if err := checkJoining(ctx, tx, member.Email, hash); err != nil {
			return err
		}
		id, err = addMember(ctx, tx, desk.ID, member, hash)
		return err
	})
	return id, err
}

// checkJoining says what an admin of a desk is not told: that there is an account already, which
// is given no other password, or that it is disabled. The operator of the machine sees them all.
func checkJoining(ctx context.Context, tx *postgres.DB, email, hash string) error {
	account, err := tx.AccountByEmail(ctx, email)
	switch {
	case errs.KindOf(err) == errs.NotFound:
		return nil
	case err != nil:
		return err
	case account.Disabled:
		return errs.Field("email", "This account is disabled.")
	case hash != "":
		return errs.Field("password", "This person has an account already and keeps its password: leave this empty.")
	}
	return nil
}

// DisableAccount bars the account with the address from signing in, at every desk, and
// ends its sessions. Returns NotFound when there is no such account and Unmet when it is
// the only admin of a desk. With nobody signed in, the audit logs of its desks name no actor.
func (w *Workflow) DisableAccount(ctx context.Context, email string) error {
	account, err := w.db.AccountByEmail(ctx, normalEmail(email))
	if err != nil {
		return err
	}
	return w.db.Tx(ctx, 0, func(tx *postgres.DB) error {
		desks, err := tx.DesksOf(ctx, account.ID)
		if err != nil {
			return err
		}
		// In one order, so that two of these never wait for each other.
		slices.SortFunc(desks, func(a, b factcheck.Desk) int { return cmp.Compare(a.ID, b.ID) })
		for _, desk := range desks {
			if err := tx.LockMembers(ctx, desk.ID); err != nil {
				return err
			}
			admins, err := tx.Admins(ctx, desk.ID)
			if err != nil {
				return err
			}
			if slices.Equal(admins, []factcheck.AccountID{account.ID}) {
				return lastAdmin(account.Name, desk.Name)
			}
		}
		changed, err := tx.DisableAccount(ctx, account.ID, w.now())
		if err != nil || !changed {
			return err
		}
		if _, err := tx.DeleteSessions(ctx, account.ID, ""); err != nil {
			return err
		}
		return recordAccount(ctx, tx, account.ID, "account.disabled")
	})
}

// EnableAccount undoes DisableAccount: the account may sign in again with the password it has,
// at the desks where its membership is not disabled. Returns NotFound when there is no such
// account. With nobody signed in, the audit logs of its desks name no actor.
func (w *Workflow) EnableAccount(ctx context.Context, email string) error {
	account, err := w.db.AccountByEmail(ctx, normalEmail(email))
	if err != nil {
		return err
	}
	return w.db.Tx(ctx, 0, func(tx *postgres.DB) error {
		changed, err := tx.EnableAccount(ctx, account.ID)
		if err != nil || !changed {
			return err
		}
		return recordAccount(ctx, tx, account.ID, "account.enabled")
	})
}

// Accounts lists every account in the order they were made.
func (w *Workflow) Accounts(ctx context.Context) ([]AccountRow, error) {
	const page = 500
	var list []AccountRow
	for after := factcheck.AccountID(0); ; after = list[len(list)-1].ID {
		rows, err := w.db.Accounts(ctx, after, page)
		if err != nil {
			return nil, err
		}
		list = append(list, rows...)
		if len(rows) < page {
			return list, nil
		}
	}
}

// How long rows are kept that only hold something back for a while.
const (
	keepTries    = time.Hour
	keepRequests = 48 * time.Hour
)

// Sweep removes sessions that are over, tries to sign in that no longer count and
// outcomes nobody will ask for again. It is meant to be called every few minutes, by
// however many nodes.
func (w *Workflow) Sweep(ctx context.Context) error {
	now := w.now()
	if _, err := w.db.DeleteEndedSessions(ctx, now); err != nil {
		return err
	}
	if _, err := w.db.DeleteAttempts(ctx, now.Add(-keepTries)); err != nil {
		return err
	}
	_, err := w.db.ForgetRequests(ctx, now.Add(-keepRequests))
	return err
}
