package postgres

import (
	"context"
	"fmt"
	"strconv"
	"time"

	"factdesk/internal/factcheck"
)

// Account is a person who can sign in, at whatever desk.
type Account struct {
	ID           factcheck.AccountID
	Email        string // in lower case
	Name         string
	PasswordHash string // PHC string
	Disabled     bool
	CreatedAt    time.Time // UTC
}

const accountByEmailSQL = `
select id, email, name, password_hash, disabled_at is not null as disabled, created_at
from account
where lower(email) = @email`

// AccountByEmail returns the account with the address, which must be in lower case,
// disabled or not. Returns NotFound when there is none.
func (db *DB) AccountByEmail(ctx context.Context, email string) (Account, error) {
	return one[Account](ctx, db, "account", accountByEmailSQL, named{"email": email})
}

const accountSQL = `
select id, email, name, password_hash, disabled_at is not null as disabled, created_at
from account
where id = @account`

// Account returns an account, disabled or not. Returns NotFound when there is none.
func (db *DB) Account(ctx context.Context, id factcheck.AccountID) (Account, error) {
	return one[Account](ctx, db, "account", accountSQL, named{"account": id})
}

const lockAccountSQL = `
select id, email, name, password_hash, disabled_at is not null as disabled, created_at
from account
where id = @account
for share`

// LockAccount returns an account, disabled or not, and lets nobody change it until the
// transaction ends. Returns NotFound when there is none.
func (db *DB) LockAccount(ctx context.Context, id factcheck.AccountID) (Account, error) {
	return one[Account](ctx, db, "account", lockAccountSQL, named{"account": id})
}

// AccountRow is one line of the list of accounts.
type AccountRow struct {
	ID        factcheck.AccountID
	Email     string
	Name      string
	Disabled  bool
	CreatedAt time.Time // UTC
	Desks     []string  // "slug (role)", of the memberships that are not disabled, by slug
}

const accountsSQL = `
select a.id, a.email, a.name, a.disabled_at is not null as disabled, a.created_at,
       coalesce((select array_agg(d.slug || ' (' || m.role || ')' order by d.slug)
                 from member m
                 join desk d on d.id = m.desk_id
                 where m.account_id = a.id and m.disabled_at is null), '{}') as desks
from account a
where a.id > @after
order by a.id
limit @limit`

// Accounts lists accounts in the order they were made, at most limit of them, after the one given.
func (db *DB) Accounts(ctx context.Context, after factcheck.AccountID, limit int) ([]AccountRow, error) {
	return all[AccountRow](ctx, db, accountsSQL, named{"after": after, "limit": limit})
}

const anyAccountSQL = `select exists (select from account)`

// AnyAccount reports whether there is an account, disabled or not.
func (db *DB) AnyAccount(ctx context.Context) (bool, error) {
	return value[bool](ctx, db, "account", anyAccountSQL)
}

const insertAccountSQL = `
insert into account (email, name, password_hash)
values (@email, @name, @hash)
returning id`

// InsertAccount makes an account; email must be in lower case. The account that acts, if one
// does, is noted as knowing its password. Returns Unmet when the
// address is taken, Invalid when address or name do not have the form of one.
func (db *DB) InsertAccount(ctx context.Context, email, name, hash string) (factcheck.AccountID, error) {
	return value[factcheck.AccountID](ctx, db, "account", insertAccountSQL,
		named{"email": email, "name": name, "hash": hash})
}

const setPasswordSQL = `
update account
set password_hash = @hash, password_set_by = null, revision = revision + 1
where id = @account and password_hash = @old`

// SetPassword replaces the hash of an account's password if it is still old, and
// reports whether it was: two who change it at once do not both believe they did.
// Whoever set the old one knows it no longer.
func (db *DB) SetPassword(ctx context.Context, id factcheck.AccountID, old, hash string) (bool, error) {
	return db.touch(ctx, setPasswordSQL, named{"account": id, "old": old, "hash": hash})
}

const renewPasswordSQL = `
update account
set password_hash = @hash, revision = revision + 1
where id = @account and password_hash = @old`

// RenewPassword replaces the hash of an account's password with another one of the same
// password, as SetPassword does: who set the password stays noted.
func (db *DB) RenewPassword(ctx context.Context, id factcheck.AccountID, old, hash string) (bool, error) {
	return db.touch(ctx, renewPasswordSQL, named{"account": id, "old": old, "hash": hash})
}

const disableAccountSQL = `
update account
set disabled_at = @now, revision = revision + 1
where id = @account and disabled_at is null`

// DisableAccount bars an account from signing in, and reports whether it was not barred already.
func (db *DB) DisableAccount(ctx context.Context, id factcheck.AccountID, now time.Time) (bool, error) {
	return db.touch(ctx, disableAccountSQL, named{"account": id, "now": now})
}

const enableAccountSQL = `
update account
set disabled_at = null, revision = revision + 1
where id = @account and disabled_at is not null`

// EnableAccount lets an account sign in again, and reports whether it was barred.
func (db *DB) EnableAccount(ctx context.Context, id factcheck.AccountID) (bool, error) {
	return db.touch(ctx, enableAccountSQL, named{"account": id})
}

const actAsSQL = `select set_config('factdesk.actor', @account, true)`

// ActAs names the account that acts for the rest of the transaction, for the few that
// begin before it is known, such as one that makes the account itself.
func (db *DB) ActAs(ctx context.Context, id factcheck.AccountID) error {
	_, err := value[string](ctx, db, "setting", actAsSQL, named{"account": strconv.FormatInt(int64(id), 10)})
	return err
}

const lockNameSQL = `select pg_advisory_xact_lock(hashtextextended('factdesk ' || @name, 0))`

// lockName holds a name until the transaction ends and waits for whoever holds it, for
// rules about sets of rows, which no row lock can guard.
func (db *DB) lockName(ctx context.Context, name string) error {
	_, err := db.Exec(ctx, lockNameSQL, named{"name": name})
	return err
}

// LockSetUp makes transactions that set up the installation take turns.
func (db *DB) LockSetUp(ctx context.Context) error { return db.lockName(ctx, "set-up") }

// Attempt is one try to sign in, before it is known whether it succeeds.
type Attempt struct {
	EmailHash []byte // of the address typed, in lower case
	Address   string // where it came from; empty when unknown
	At        time.Time
}

// LockAttempts makes tries for the same account, and those from the same address, take
// turns until their transactions end.
func (db *DB) LockAttempts(ctx context.Context, a Attempt) error {
	// Always in this order, so that no two wait for each other.
	if err := db.lockName(ctx, fmt.Sprintf("sign-in account %x", a.EmailHash)); err != nil || a.Address == "" {
		return err
	}
	return db.lockName(ctx, "sign-in address "+a.Address)
}

// Attempts is how many tries there were since a time, and when the first of them was;
// that time itself when there was none.
type Attempts struct {
	OfAccount, FromAddress int
	OfAccountSince         time.Time // UTC
	FromAddressSince       time.Time // UTC
}

const attemptsSQL = `
select count(*) filter (where email_hash = @email) as of_account,
       count(*) filter (where address = @address and address <> '') as from_address,
       coalesce(min(attempted_at) filter (where email_hash = @email), @since) as of_account_since,
       coalesce(min(attempted_at) filter (where address = @address), @since) as from_address_since
from login_attempt
where attempted_at > @since and (email_hash = @email or address = @address)`

// Attempts counts the tries like a since a time.
func (db *DB) Attempts(ctx context.Context, a Attempt, since time.Time) (Attempts, error) {
	return one[Attempts](ctx, db, "attempts", attemptsSQL, named{"email": a.EmailHash, "address": a.Address, "since": since})
}

const insertAttemptSQL = `
insert into login_attempt (email_hash, address, attempted_at)
values (@email, @address, @at)`

// InsertAttempt counts a try.
func (db *DB) InsertAttempt(ctx context.Context, a Attempt) error {
	_, err := db.Exec(ctx, insertAttemptSQL, named{"email": a.EmailHash, "address": a.Address, "at": a.At})
	return err
}

const clearAttemptsSQL = `delete from login_attempt where email_hash = @email`

// ClearAttempts forgets the tries for an account: its owner has signed in.
func (db *DB) ClearAttempts(ctx context.Context, emailHash []byte) error {
	_, err := db.Exec(ctx, clearAttemptsSQL, named{"email": emailHash})
	return err
}

const deleteAttemptsSQL = `delete from login_attempt where attempted_at < @before`

// DeleteAttempts removes tries from before a time, and returns how many.
func (db *DB) DeleteAttempts(ctx context.Context, before time.Time) (int64, error) {
	return db.Exec(ctx, deleteAttemptsSQL, named{"before": before})
}
