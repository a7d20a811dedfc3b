package postgres

import (
	"context"
	"fmt"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

// Member is what an account is at one desk.
type Member struct {
	Account         factcheck.AccountID
	Name            string
	Email           string
	Role            factcheck.Role
	Disabled        bool // at this desk
	AccountDisabled bool // everywhere
	Revision        int
	CreatedAt       time.Time // UTC
}

// maxMembers bounds the list of a desk's members, which is shown whole.
const maxMembers = 2000

const membersSQL = `
select m.account_id as account, a.name, a.email, m.role, m.disabled_at is not null as disabled,
       a.disabled_at is not null as account_disabled, m.revision, m.created_at
from member m
join account a on a.id = m.account_id
where m.desk_id = @desk
order by m.disabled_at is not null, lower(a.name), a.id
limit @limit`

// Members lists the members of a desk by name, those who left last, 2,000 at most.
func (db *DB) Members(ctx context.Context, desk factcheck.DeskID) ([]Member, error) {
	return all[Member](ctx, db, membersSQL, named{"desk": desk, "limit": maxMembers})
}

const memberSQL = `
select m.account_id as account, a.name, a.email, m.role, m.disabled_at is not null as disabled,
       a.disabled_at is not null as account_disabled, m.revision, m.created_at
from member m
join account a on a.id = m.account_id
where m.desk_id = @desk and m.account_id = @account`

// Member returns a member of a desk, also one who was disabled. Returns NotFound when
// the account never was one.
func (db *DB) Member(ctx context.Context, desk factcheck.DeskID, account factcheck.AccountID) (Member, error) {
	return one[Member](ctx, db, "member", memberSQL, named{"desk": desk, "account": account})
}

const insertMemberSQL = `
insert into member (desk_id, account_id, role)
values (@desk, @account, @role)`

// InsertMember makes an account a member of a desk. Returns Unmet when it is one
// already, disabled or not.
func (db *DB) InsertMember(ctx context.Context, desk factcheck.DeskID, account factcheck.AccountID, role factcheck.Role) error {
	_, err := db.Exec(ctx, insertMemberSQL, named{"desk": desk, "account": account, "role": role})
	return err
}

const updateMemberSQL = `
update member
set role = @role, revision = revision + 1,
    disabled_at = case when @disabled then coalesce(disabled_at, @now) end
where desk_id = @desk and account_id = @account and revision = @revision::bigint`

// UpdateMember sets a member's role and whether they are disabled, as of m.Revision.
// Returns Stale when there is a newer one.
func (db *DB) UpdateMember(ctx context.Context, desk factcheck.DeskID, m Member, now time.Time) error {
	n, err := db.Exec(ctx, updateMemberSQL, named{"desk": desk, "account": m.Account,
		"revision": m.Revision, "role": m.Role, "disabled": m.Disabled, "now": now})
	if err == nil && n == 0 {
		return errs.New(errs.Stale, "Somebody else changed this member in the meantime.")
	}
	return err
}

// LockMembers makes transactions that change who is a member of a desk, and as what,
// take turns until they end.
func (db *DB) LockMembers(ctx context.Context, desk factcheck.DeskID) error {
	return db.lockName(ctx, fmt.Sprintf("members %d", desk))
}

const adminsSQL = `
select m.account_id
from member m
join account a on a.id = m.account_id
where m.desk_id = @desk and m.role = 'admin' and m.disabled_at is null and a.disabled_at is null
order by m.account_id`

// Admins lists those who run a desk now. What is decided by it needs LockMembers first.
func (db *DB) Admins(ctx context.Context, desk factcheck.DeskID) ([]factcheck.AccountID, error) {
	return values[factcheck.AccountID](ctx, db, adminsSQL, named{"desk": desk})
}
