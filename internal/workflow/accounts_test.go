package workflow

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

const nextPassword = "the password after that"

func TestChangePassword_EndsTheOtherSessions(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	this, other := o.signIn("admin", officePassword), o.signIn("admin", officePassword)
	if err := o.ChangePassword(t.Context(), Command{Actor: o.admin}, PasswordChange{officePassword, nextPassword, this}); err != nil {
		t.Fatal(err)
	}
	if !o.here(this) || o.here(other) {
		t.Errorf("alive: this session %v, the other %v", o.here(this), o.here(other))
	}
	_, err := o.try("admin", officePassword)
	wantKind(t, "the old password", err, errs.Unauthenticated)
	o.signIn("admin", nextPassword)
}

func TestChangePassword_Refuses(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	change := func(current, next string) error {
		return o.ChangePassword(t.Context(), Command{Actor: o.admin}, PasswordChange{Current: current, Next: next})
	}
	for field, err := range map[string]error{
		"current":  change("a wrong password", nextPassword),
		"password": change(officePassword, "short"),
	} {
		wantKind(t, field, err, errs.Invalid)
		if reasons := errs.Reasons(err); len(reasons) != 1 || reasons[0].Field != field {
			t.Errorf("%s: reasons %+v", field, reasons)
		}
	}
	wantKind(t, "the desk's name", change(officePassword, strings.ToUpper(o.desk.Name)), errs.Invalid)
	for range triesPerAccount {
		_ = change("a wrong password", nextPassword)
	}
	wantKind(t, "after too many guesses", change(officePassword, nextPassword), errs.RateLimited)
}

func TestChangePassword_TwoAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	var fns []func() error
	for i := range 4 {
		fns = append(fns, func() error {
			return o.ChangePassword(t.Context(), Command{Actor: o.admin}, PasswordChange{Current: officePassword, Next: fmt.Sprintf("password number %d", i)})
		})
	}
	// The later ones either read the new hash, or lose against it.
	if got := atOnce(fns...); got["ok"] != 1 || got["ok"]+got["stale"]+got["invalid"] != len(fns) {
		t.Errorf("four at once: %v, want one to win", got)
	}
}

// TestChangePassword_AnswersARepetition sends forms again, as a browser that got no answer does.
func TestChangePassword_AnswersARepetition(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	change := func(key, current string) error {
		cmd := Command{Actor: o.admin, Key: "the form " + key}
		return o.ChangePassword(t.Context(), cmd, PasswordChange{Current: current, Next: nextPassword})
	}
	for range 2 * triesPerAccount {
		wantKind(t, "the same wrong password", change("wrong", "a guess"), errs.Invalid)
	}
	for n := range 2 * triesPerAccount {
		if err := change("right", officePassword); err != nil {
			t.Fatalf("the right password, sent %d times: %v", n+1, err)
		}
	}
	wantKind(t, "another form", change("third", officePassword), errs.Invalid)
	wantKind(t, "the key with other words", change("right", "a guess"), errs.Invalid)
	n := 0
	for _, line := range o.actions() {
		if line == "account.password_changed by admin" {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d changes on record: %v", n, o.actions())
	}
	o.signIn("admin", nextPassword)
}

// A stranger who knows the address must not keep its owner from changing the password, nor
// does a wrong password there count against signing in.
func TestChangePassword_HasALimitOfItsOwn(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	for range triesPerAccount {
		_, _ = o.try("admin", "guess")
	}
	_, err := o.try("admin", officePassword)
	wantKind(t, "the stranger's last guess", err, errs.RateLimited)
	change := func(current, next string) error {
		return o.ChangePassword(t.Context(), Command{Actor: o.admin}, PasswordChange{Current: current, Next: next})
	}
	if err := change(officePassword, nextPassword); err != nil {
		t.Fatalf("the owner: %v", err)
	}
	for range triesPerAccount {
		wantKind(t, "a guess", change("guess", officePassword), errs.Invalid)
	}
	err = change("guess", officePassword)
	wantKind(t, "one too many", err, errs.RateLimited)
	if got := errs.RetryAfter(err); got != signInWindow {
		t.Errorf("to be tried again after %v, want %v", got, signInWindow)
	}
	o.signIn("admin", nextPassword)
}

// A new password is on record wherever the account works, and whose hand it was.
func TestPasswords_AreOnRecordAtEveryDesk(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	second := newOffice(t, o.db)
	if _, err := o.AddAccount(t.Context(), AddAccount{Email: o.email("admin"), Desk: second.desk.Slug, Role: factcheck.Viewer}); err != nil {
		t.Fatal(err)
	}
	if err := o.ChangePassword(t.Context(), Command{Actor: o.admin}, PasswordChange{Current: officePassword, Next: nextPassword}); err != nil {
		t.Fatal(err)
	}
	if err := o.SetPassword(t.Context(), o.email("admin"), officePassword); err != nil {
		t.Fatal(err)
	}
	for _, at := range []*office{o, second} {
		log := at.actions()
		want := []string{"account.password_changed by admin", "account.password_changed by nobody"}
		if diff := cmp.Diff(want, log[len(log)-2:]); diff != "" {
			t.Errorf("%s: %s", at.desk.Slug, diff)
		}
	}
}

func TestSetPassword_EndsEverySession(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	token := o.signIn("admin", officePassword)
	if err := o.SetPassword(t.Context(), strings.ToUpper(o.email("admin")), nextPassword); err != nil || o.here(token) {
		t.Errorf("session alive: %v, %v", o.here(token), err)
	}
	o.signIn("admin", nextPassword)
	wantKind(t, "no account", o.SetPassword(t.Context(), o.email("nobody"), nextPassword), errs.NotFound)
	wantKind(t, "a short one", o.SetPassword(t.Context(), o.email("admin"), "short"), errs.Invalid)
}

// Whoever was locked out by others' guesses is let in by a new password.
func TestSetPassword_ForgetsTheTries(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	for range triesPerAccount {
		_, _ = o.try("admin", "guess")
	}
	_, err := o.try("admin", officePassword)
	wantKind(t, "the last guess", err, errs.RateLimited)
	if err := o.SetPassword(t.Context(), o.email("admin"), nextPassword); err != nil {
		t.Fatal(err)
	}
	o.signIn("admin", nextPassword)
}

func TestSessions_ListsAndEnds(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	old := o.signIn("admin", officePassword)
	o.clock.advance(13 * time.Hour)
	second := o.signIn("admin", officePassword)
	start := o.clock.Now()
	o.clock.advance(time.Hour)
	third := o.signIn("admin", officePassword)
	got, err := o.Sessions(t.Context(), o.admin, second)
	if err != nil {
		t.Fatal(err)
	}
	want := []SessionRow{
		{Desk: o.desk.Name, UserAgent: "a browser", CreatedAt: start, LastSeenAt: start, Current: true},
		{Desk: o.desk.Name, UserAgent: "a browser", CreatedAt: o.clock.Now(), LastSeenAt: o.clock.Now()},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if err := o.EndOtherSessions(t.Context(), Command{Actor: o.admin}, second); err != nil {
		t.Fatal(err)
	}
	if o.here(old) || !o.here(second) || o.here(third) {
		t.Errorf("alive: %v, %v, %v", o.here(old), o.here(second), o.here(third))
	}
}

func TestAddAccount_NamesNoActor(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	in := AddAccount{Name: "New", Email: o.email("new"), Password: officePassword, Desk: o.desk.Slug, Role: factcheck.Editor}
	id, err := o.AddAccount(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	o.signIn("new", officePassword)
	if log := o.actions(); log[len(log)-1] != "member.added by nobody" {
		t.Errorf("audit log %v", log)
	}
	in.Desk = "no-such-desk"
	_, err = o.AddAccount(t.Context(), in)
	wantKind(t, "no such desk", err, errs.NotFound)
	in.Desk, in.Role = o.desk.Slug, "owner"
	_, err = o.AddAccount(t.Context(), in)
	wantKind(t, "no such role", err, errs.Invalid)

	second := newOffice(t, o.db)
	again, err := o.AddAccount(t.Context(), AddAccount{Email: o.email("new"), Desk: second.desk.Slug, Role: factcheck.Viewer})
	if err != nil || again != id {
		t.Errorf("joined as %d, %v; want %d", again, err, id)
	}
	list, err := o.Accounts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, row := range list {
		if row.ID == id {
			found = row.Desks
		}
	}
	if len(found) != 2 || !strings.Contains(strings.Join(found, ", "), o.desk.Slug+" (editor)") {
		t.Errorf("desks %v", found)
	}
}

func TestDisableAccount_HasEffectAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	o.add("second", factcheck.Admin)
	token := o.signIn("second", officePassword)
	wantKind(t, "no account", o.DisableAccount(t.Context(), o.email("nobody")), errs.NotFound)
	for range 2 { // twice is no error
		if err := o.DisableAccount(t.Context(), o.email("second")); err != nil {
			t.Fatal(err)
		}
	}
	if o.here(token) {
		t.Error("the session of a disabled account is alive")
	}
	if log := o.actions(); log[len(log)-1] != "account.disabled by nobody" {
		t.Errorf("audit log %v", log)
	}
	list, err := o.Accounts(t.Context())
	if err != nil || !list[len(list)-1].Disabled {
		t.Errorf("accounts %+v, %v", list, err)
	}
}

func TestEnableAccount_UndoesDisabling(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	o.add("second", factcheck.Editor)
	token := o.signIn("second", officePassword)
	wantKind(t, "no account", o.EnableAccount(t.Context(), o.email("nobody")), errs.NotFound)
	before := len(o.actions())
	for _, change := range []func(context.Context, string) error{o.EnableAccount, o.DisableAccount, o.DisableAccount, o.EnableAccount, o.EnableAccount} {
		if err := change(t.Context(), strings.ToUpper(o.email("second"))); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"account.disabled by nobody", "account.enabled by nobody"}, o.actions()[before:]); diff != "" {
		t.Errorf("only what changes something is on record: %s", diff)
	}
	if o.here(token) {
		t.Error("a session that was ended lives again")
	}
	o.signIn("second", officePassword)
}
