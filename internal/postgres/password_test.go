package postgres_test

import (
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"
)

// TestAttacks_Puppet: whoever made an account, and so chose its password, has no way to approve
// their own work under its name, not by taking the note away either.
func TestAttacks_Puppet(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, f.db)
	admin := f.admin.Account
	f.must(f.w.WithdrawClaim(f.ctx(), by(f.admin), f.on(f.waiting)))
	f.must(f.w.Judge(f.ctx(), by(f.admin), f.on(f.waiting), judgement(f.claim(f.waiting))))
	f.must(f.w.SubmitClaim(f.ctx(), by(f.editor), f.on(f.waiting)))
	puppet := f.second.Account // the fixture's admin made it
	own := "update account set revision = revision + 1, password_set_by = null"
	approve := []string{review("@waiting", "1", "@second", "approve"), move("@waiting", "approved"), record}
	before := f.picture()
	runAttacks(t, conn, f.args(), []attack{
		{"approve as the puppet", puppet, approve, "FD403 four_eyes"},
		{"return as the puppet", puppet, []string{review("@waiting", "1", "@second", "request_changes")}, "FD403 four_eyes"},
		{"forget who set the password", puppet, append([]string{own + " where id = @second"}, approve...), "FD403 password_owner"},
		{"change the puppet's password", admin, append([]string{own + ", password_hash = 'A' where id = @second"}, approve...), "FD403 password_owner"},
		{"have somebody else change it", f.editor.Account, []string{"update account set password_hash = 'A' where id = @second"}, "FD403 password_owner"},
		{"name another", puppet, []string{"update account set password_hash = 'A', password_set_by = @viewer where id = @second"}, "FD403 password_owner"},
		{"an account made by nobody", admin, []string{"insert into account (email, name, password_hash, password_set_by) values ('a@b', 'A', '-', null)"}, "42501"},
		{"another's address", admin, []string{"update account set email = 'a@b' where id = @second"}, "42501"},
	})
	if after := f.picture(); after != before {
		t.Error("something stayed of an attack")
	}
	// The program says so as well, and passes the claim over.
	f.second.PasswordSetBy = admin
	err := f.w.Approve(f.ctx(), by(f.second), f.seen(f.waiting))
	if reasons := errs.Reasons(err); len(reasons) != 1 || reasons[0].Rule != "four_eyes" {
		t.Errorf("approve as the puppet: %v", err)
	}
	next, err := f.db.NextToReview(f.ctx(), f.desk, puppet, 0)
	f.must(err)
	if next != 0 {
		t.Errorf("the puppet is to review %d", next)
	}
	// Once the password is its owner's, the claim is theirs to decide.
	own = "update account set revision = revision + 1, password_hash = 'A', password_set_by = null where id = @second"
	f.must(attack{actor: puppet, sql: append([]string{own}, approve...)}.try(f.ctx(), conn, f.args()))
}

// TestPassword_KnownToWhoSetIt follows the note of who set a password through all that changes one.
func TestPassword_KnownToWhoSetIt(t *testing.T) {
	t.Parallel()
	f := newFixture(t, pgtest.Tx(t))
	admin := f.admin.Account
	setBy := func() *factcheck.AccountID {
		return read[*factcheck.AccountID](t, f.db, "select password_set_by from account where id = $1", f.second.Account)
	}
	if got := setBy(); got == nil || *got != admin {
		t.Errorf("a new account's password is known to %v, want %d", got, admin)
	}
	if done, err := f.db.RenewPassword(f.ctx(), f.second.Account, "-", "renewed"); err != nil || !done || setBy() == nil {
		t.Errorf("a new hash of the same password: %v, %v, known to %v", done, err, setBy())
	}
	if done, err := f.db.SetPassword(f.ctx(), f.second.Account, "renewed", "new"); err != nil || !done || setBy() != nil {
		t.Errorf("a new password: %v, %v, known to %v", done, err, setBy())
	}
	if got := read[*factcheck.AccountID](t, f.db, "select password_set_by from account where id = $1", admin); got != nil {
		t.Errorf("the first admin's password is known to %d", *got)
	}
}
