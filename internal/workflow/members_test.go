package workflow

import (
	"fmt"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// change asks for what a member is to be, as of the revision there is.
func (o *office) change(by, who factcheck.Actor, role factcheck.Role, disabled bool) error {
	o.t.Helper()
	return o.ChangeMember(o.t.Context(), Command{Actor: by},
		ChangeMember{Account: who.Account, Role: role, Disabled: disabled, Revision: o.member(who).Revision})
}

func TestAddMember(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	editor := o.add("editor", factcheck.Editor)
	reviewer := o.add("reviewer", factcheck.Reviewer)
	if o.signIn("editor", officePassword) == "" {
		t.Error("a new member cannot sign in")
	}
	got, err := o.Members(t.Context(), reviewer)
	if err != nil {
		t.Fatal(err)
	}
	want := []Member{
		{Account: o.admin.Account, Name: "admin", Email: o.email("admin"), Role: factcheck.Admin, Revision: 1},
		{Account: editor.Account, Name: "editor", Email: o.email("editor"), Role: factcheck.Editor, Revision: 1},
		{Account: reviewer.Account, Name: "reviewer", Email: o.email("reviewer"), Role: factcheck.Reviewer, Revision: 1},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(Member{}, "CreatedAt")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{"desk.created by admin", "member.added by admin", "member.added by admin", "member.added by admin"},
		o.actions()); diff != "" {
		t.Error(diff)
	}
}

func TestAddMember_TakesAnAccountThatExists(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	here, there := newOffice(t, db), newOffice(t, db)
	who := there.add("traveller", factcheck.Viewer)
	cmd := Command{Actor: here.admin}
	in := AddMember{Name: "Somebody", Email: " " + there.email("Traveller"), Role: factcheck.Editor, Password: "a password of the admin's"}
	id, err := here.AddMember(t.Context(), cmd, in)
	if err != nil || id != who.Account {
		t.Fatalf("account %d, %v; want %d", id, err, who.Account)
	}
	there.signIn("traveller", officePassword)
	if _, err := there.try("traveller", in.Password); errs.KindOf(err) != errs.Unauthenticated {
		t.Errorf("the admin's password signs in: %v", err)
	}
	if m := here.member(factcheck.Actor{Account: id, Desk: here.desk.ID}); m.Name != "traveller" {
		t.Errorf("the account is called %q now", m.Name)
	}
	_, err = here.AddMember(t.Context(), cmd, in)
	wantKind(t, "a second time", err, errs.Unmet)
	desks, err := here.db.DesksOf(t.Context(), who.Account)
	if diff := cmp.Diff([]factcheck.Desk{there.desk, here.desk}, desks,
		cmpopts.SortSlices(func(a, b factcheck.Desk) bool { return a.ID < b.ID })); err != nil || diff != "" {
		t.Error(err, diff)
	}
}

func TestAddMember_Refuses(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	reviewer := o.add("reviewer", factcheck.Reviewer)
	good := AddMember{Name: "New", Email: o.email("new"), Role: factcheck.Editor, Password: officePassword}
	demoted := o.admin
	demoted.Account = reviewer.Account // says admin, but is none any more
	for _, tc := range []struct {
		name  string
		actor factcheck.Actor
		edit  func(*AddMember)
		kind  errs.Kind
		field string
	}{
		{"a reviewer", reviewer, func(*AddMember) {}, errs.Forbidden, ""},
		{"one who was admin", demoted, func(*AddMember) {}, errs.Forbidden, ""},
		{"no role", o.admin, func(in *AddMember) { in.Role = "" }, errs.Invalid, "role"},
		{"an unknown role", o.admin, func(in *AddMember) { in.Role = "owner" }, errs.Invalid, "role"},
		{"no name", o.admin, func(in *AddMember) { in.Name = " \t" }, errs.Invalid, "name"},
		{"no address", o.admin, func(in *AddMember) { in.Email = "new" }, errs.Invalid, "email"},
		{"a broken address", o.admin, func(in *AddMember) { in.Email = "a\xff@b" }, errs.Invalid, "email"},
		{"no password", o.admin, func(in *AddMember) { in.Password = "" }, errs.Invalid, "password"},
		{"a short password", o.admin, func(in *AddMember) { in.Password = "short" }, errs.Invalid, "password"},
		{"the desk's name", o.admin, func(in *AddMember) { in.Password = o.desk.Name }, errs.Invalid, "password"},
	} {
		in := good
		tc.edit(&in)
		_, err := o.AddMember(t.Context(), Command{Actor: tc.actor}, in)
		wantKind(t, tc.name, err, tc.kind)
		if reasons := errs.Reasons(err); tc.field != "" && (len(reasons) != 1 || reasons[0].Field != tc.field) {
			t.Errorf("%s: reasons %+v, want the field %s", tc.name, reasons, tc.field)
		}
	}
	if _, err := o.AddMember(t.Context(), Command{Actor: o.admin}, good); err != nil {
		t.Errorf("after all refusals: %v", err)
	}
}

// What is missing is asked for in the same words whether somebody has an account, has one that is
// disabled, or has none, and nobody is told apart by being let in.
func TestAddMember_TellsNobodyApart(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	here, there := newOffice(t, db), newOffice(t, db)
	there.add("known", factcheck.Editor)
	there.add("gone", factcheck.Editor)
	if err := here.DisableAccount(t.Context(), there.email("gone")); err != nil {
		t.Fatal(err)
	}
	ask := func(name string, edit func(*AddMember)) string {
		in := AddMember{Name: "Somebody", Email: there.email(name), Role: factcheck.Editor, Password: officePassword}
		edit(&in)
		hashes := here.hashes.Load()
		_, err := here.AddMember(t.Context(), Command{Actor: here.admin}, in)
		return fmt.Sprintf("%v %+v after %d hashes", err, errs.Reasons(err), here.hashes.Load()-hashes)
	}
	for what, edit := range map[string]func(*AddMember){
		"no name":          func(in *AddMember) { in.Name = "" },
		"too long a name":  func(in *AddMember) { in.Name = strings.Repeat("a", 201) },
		"no password":      func(in *AddMember) { in.Password = "" },
		"a short password": func(in *AddMember) { in.Password = "short" },
		"no role":          func(in *AddMember) { in.Role = "" },
	} {
		want := ask("nobody", edit)
		for _, name := range []string{"known", "gone"} {
			if got := ask(name, edit); got != want || strings.HasPrefix(got, "<nil>") {
				t.Errorf("%s: of %s %s, of nobody %s", what, name, got, want)
			}
		}
	}
	want := ask("nobody", func(*AddMember) {})
	for _, name := range []string{"known", "gone"} {
		if got := ask(name, func(*AddMember) {}); got != want || !strings.HasPrefix(got, "<nil>") {
			t.Errorf("all is well: of %s %s, of nobody %s", name, got, want)
		}
	}
	if _, err := there.try("gone", officePassword); errs.KindOf(err) != errs.Unauthenticated {
		t.Errorf("a disabled account signs in: %v", err)
	}
}

// A form sent twice makes one member, and what is kept to know it again says nothing
// about the password.
func TestAddMember_IsAnsweredOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	cmd := Command{Actor: o.admin, Key: "a key of the form"}
	in := AddMember{Name: "New", Email: o.email("new"), Role: factcheck.Editor, Password: officePassword}
	first, err := o.AddMember(t.Context(), cmd, in)
	if err != nil {
		t.Fatal(err)
	}
	in.Password = "quite another password"
	second, err := o.AddMember(t.Context(), cmd, in)
	if err != nil || first != second {
		t.Errorf("accounts %d and %d, %v", first, second, err)
	}
	o.signIn("new", officePassword)
}

func TestChangeMember_HasEffectAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	editor := o.add("editor", factcheck.Editor)
	token := o.signIn("editor", officePassword)
	if err := o.change(o.admin, editor, factcheck.Reviewer, false); err != nil {
		t.Fatal(err)
	}
	row, err := o.db.Session(t.Context(), token, o.clock.Now())
	if err != nil || row.Role != factcheck.Reviewer {
		t.Errorf("the session's role is %q, %v", row.Role, err)
	}
	if err := o.change(o.admin, editor, factcheck.Reviewer, true); err != nil || o.here(token) {
		t.Errorf("disabled: session alive %v, %v", o.here(token), err)
	}
	if err := o.change(o.admin, editor, factcheck.Viewer, false); err != nil || o.here(token) {
		t.Errorf("let back in: the old session is alive %v, %v", o.here(token), err)
	}
	o.signIn("editor", officePassword)
	want := Member{Account: editor.Account, Name: "editor", Email: o.email("editor"), Role: factcheck.Viewer, Revision: 4}
	if diff := cmp.Diff(want, o.member(editor), cmpopts.IgnoreFields(Member{}, "CreatedAt")); diff != "" {
		t.Error(diff)
	}
	log, err := o.db.Events(t.Context(), o.desk.ID, 1<<40, 3)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range log {
		if e.Action != "member.changed" || e.Subject != "member" || e.SubjectID != int64(editor.Account) || *e.ActorID != int64(o.admin.Account) {
			t.Errorf("event %+v", e)
		}
	}
}

func TestChangeMember_Refuses(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	o, other := newOffice(t, db), newOffice(t, db)
	editor := o.add("editor", factcheck.Editor)
	stranger := other.add("stranger", factcheck.Editor)
	ask := func(by factcheck.Actor, in ChangeMember) error {
		return o.ChangeMember(t.Context(), Command{Actor: by}, in)
	}
	wantKind(t, "an editor", ask(editor, ChangeMember{Account: editor.Account, Role: factcheck.Admin, Revision: 1}), errs.Forbidden)
	wantKind(t, "an unknown role", ask(o.admin, ChangeMember{Account: editor.Account, Role: "owner", Revision: 1}), errs.Invalid)
	wantKind(t, "another desk's member", ask(o.admin, ChangeMember{Account: stranger.Account, Role: factcheck.Viewer, Revision: 1}), errs.NotFound)
	wantKind(t, "an old revision", ask(o.admin, ChangeMember{Account: editor.Account, Role: factcheck.Viewer, Revision: 0}), errs.Stale)
	wantKind(t, "the last admin demoted", o.change(o.admin, o.admin, factcheck.Reviewer, false), errs.Unmet)
	wantKind(t, "the last admin disabled", o.change(o.admin, o.admin, factcheck.Admin, true), errs.Unmet)

	second := o.add("second", factcheck.Admin)
	if err := o.change(second, o.admin, factcheck.Reviewer, false); err != nil {
		t.Errorf("one of two admins: %v", err)
	}
	wantKind(t, "one who was admin", o.change(o.admin, editor, factcheck.Viewer, false), errs.Forbidden)
}

// A disabled account runs no desk, so the other admin is the last one.
func TestChangeMember_DisabledAccountsDoNotCount(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	o.add("second", factcheck.Admin)
	if err := o.DisableAccount(t.Context(), o.email("second")); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "the last admin", o.change(o.admin, o.admin, factcheck.Viewer, false), errs.Unmet)
	wantKind(t, "the last admin's account", o.DisableAccount(t.Context(), o.email("admin")), errs.Unmet)
}

func TestChangeMember_AdminsDemoteEachOtherAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	first, second := o.admin, o.add("second", factcheck.Admin)
	demote := func(by, who factcheck.Actor) func() error {
		return func() error {
			return o.ChangeMember(t.Context(), Command{Actor: by}, ChangeMember{Account: who.Account, Role: factcheck.Editor, Revision: 1})
		}
	}
	// The loser is no admin any more when its turn comes.
	if got, want := atOnce(demote(first, second), demote(second, first)), map[string]int{"ok": 1, "forbidden": 1}; !cmp.Equal(got, want) {
		t.Errorf("two demotions at once: %v, want %v", got, want)
	}
	checkOneAdmin(t, o)
}

func TestChangeMember_AdminsLeaveAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	second := o.add("second", factcheck.Admin)
	got := atOnce(
		func() error {
			return o.ChangeMember(t.Context(), Command{Actor: second}, ChangeMember{Account: second.Account, Role: factcheck.Viewer, Revision: 1})
		},
		func() error { return o.DisableAccount(t.Context(), o.email("admin")) },
	)
	if want := map[string]int{"ok": 1, "unmet": 1}; !cmp.Equal(got, want) {
		t.Errorf("both admins leave at once: %v, want %v", got, want)
	}
	checkOneAdmin(t, o)
}

func checkOneAdmin(t *testing.T, o *office) {
	t.Helper()
	admins, err := o.db.Admins(t.Context(), o.desk.ID)
	if err != nil || len(admins) != 1 {
		t.Errorf("the desk has the admins %v, %v", admins, err)
	}
}

// The program may forget the event; the database does not let it.
func TestMembers_ChangeOnlyWithAnEvent(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	editor := o.add("editor", factcheck.Editor)
	err := o.db.Tx(t.Context(), int64(o.admin.Account), func(tx *postgres.DB) error {
		return tx.UpdateMember(t.Context(), o.desk.ID, Member{Account: editor.Account, Role: factcheck.Admin, Revision: 1}, o.clock.Now())
	})
	wantKind(t, "a change without an event", err, errs.Forbidden)
	if m := o.member(editor); m.Role != factcheck.Editor {
		t.Errorf("the role is %s", m.Role)
	}
}
