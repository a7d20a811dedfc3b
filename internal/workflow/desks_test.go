package workflow

import (
	"fmt"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

func TestSetUp_OnceOnly(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t, pgtest.DB(t))
	if needed, err := o.NeedsSetUp(t.Context()); err != nil || !needed {
		t.Fatalf("NeedsSetUp = %v, %v", needed, err)
	}
	in := SetUp{DeskName: " The  Office Desk ", DeskSlug: "office", Name: "First", Email: "First@office.example", Password: officePassword}
	for name, edit := range map[string]func(*SetUp){
		"a short password":      func(in *SetUp) { in.Password = "short" },
		"no address":            func(in *SetUp) { in.Email = "" },
		"no name":               func(in *SetUp) { in.Name = "" },
		"no desk":               func(in *SetUp) { in.DeskName = "" },
		"a slug with capitals":  func(in *SetUp) { in.DeskSlug = "Office" },
		"the desk's name twice": func(in *SetUp) { in.Password = "the office desk" },
	} {
		bad := in
		edit(&bad)
		_, err := o.SetUp(t.Context(), bad)
		wantKind(t, name, err, errs.Invalid)
	}
	actor, err := o.SetUp(t.Context(), in)
	if err != nil {
		t.Fatal(err)
	}
	if actor.Name != "First" || actor.Role != factcheck.Admin {
		t.Errorf("actor %+v", actor)
	}
	if _, err := o.SignIn(t.Context(), SignIn{Email: "first@office.example", Password: officePassword}); err != nil {
		t.Errorf("the first admin cannot sign in: %v", err)
	}
	desk, err := o.db.DeskBySlug(t.Context(), "office")
	if want := (factcheck.Desk{ID: actor.Desk, Slug: "office", Name: "The Office Desk", Language: "en"}); err != nil || desk != want {
		t.Errorf("desk %+v, %v", desk, err)
	}
	o.desk = desk
	if diff := cmp.Diff([]string{"desk.created by First", "member.added by First"}, o.actions()); diff != "" {
		t.Error(diff)
	}
	before := o.hashes.Load()
	_, err = o.SetUp(t.Context(), in)
	wantKind(t, "a second time", err, errs.Unmet)
	if needed, err := o.NeedsSetUp(t.Context()); err != nil || needed || o.hashes.Load() != before {
		t.Errorf("NeedsSetUp = %v, %v, after %d hashes more", needed, err, o.hashes.Load()-before)
	}
}

func TestSetUp_TwoAtOnce(t *testing.T) {
	t.Parallel()
	o := emptyOffice(t, pgtest.DB(t))
	var fns []func() error
	for i := range 4 {
		fns = append(fns, func() error {
			_, err := o.SetUp(t.Context(), SetUp{DeskName: "A desk", DeskSlug: fmt.Sprintf("desk-%d", i), Name: "First",
				Email: fmt.Sprintf("first-%d@office.example", i), Password: officePassword})
			return err
		})
	}
	if got, want := atOnce(fns...), map[string]int{"ok": 1, "unmet": 3}; !cmp.Equal(got, want) {
		t.Errorf("four at once: %v, want %v", got, want)
	}
}

func TestCreateDesk_HasTheDefaultScale(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	conn := pgtest.AppConn(t, o.db)
	rows, err := conn.Query(t.Context(), `
		select s.name, s.version, r.code, r.label, r.definition, r.position, r.colour, coalesce(r.value, 0), r.needs, r.min_primary, r.min_independent
		from rating_scale s join rating r on r.desk_id = s.desk_id and r.scale_id = s.id
		where s.desk_id = $1 order by r.position`, o.desk.ID)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var got factcheck.RatingScale
	for rows.Next() {
		var r factcheck.Rating
		if err := rows.Scan(&got.Name, &got.Version, &r.Code, &r.Label, &r.Definition, &r.Position, &r.Colour, &r.Value,
			&r.Rule.Needs, &r.Rule.MinPrimary, &r.Rule.MinIndependent); err != nil {
			t.Fatal(err)
		}
		got.Ratings = append(got.Ratings, r)
	}
	if diff := cmp.Diff(factcheck.DefaultScale(), got); diff != "" || rows.Err() != nil {
		t.Error(rows.Err(), diff)
	}
}

func TestCreateDesk_Refuses(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	for name, tc := range map[string]struct {
		desk factcheck.Desk
		kind errs.Kind
	}{
		"a slug that is taken": {factcheck.Desk{Slug: o.desk.Slug, Name: "Another"}, errs.Unmet},
		"no slug":              {factcheck.Desk{Name: "Another"}, errs.Invalid},
		"no name":              {factcheck.Desk{Slug: o.desk.Slug + "-2", Name: "\n"}, errs.Invalid},
	} {
		_, err := o.CreateDesk(t.Context(), o.admin.Account, tc.desk)
		wantKind(t, name, err, tc.kind)
	}
}

func TestFoundDesk_NeedsAnAccountThatMaySignIn(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	editor := o.add("editor", factcheck.Editor)
	found := func(name, slug string) error {
		_, err := o.FoundDesk(t.Context(), o.email(name), factcheck.Desk{Slug: o.desk.Slug + slug, Name: "Another"})
		return err
	}
	if err := found("editor", "-2"); err != nil {
		t.Fatal(err)
	}
	desk, err := o.db.DeskBySlug(t.Context(), o.desk.Slug+"-2")
	if err != nil {
		t.Fatal(err)
	}
	if admins, err := o.db.Admins(t.Context(), desk.ID); err != nil || !cmp.Equal(admins, []factcheck.AccountID{editor.Account}) {
		t.Errorf("admins %v, %v", admins, err)
	}
	wantKind(t, "nobody", found("nobody", "-3"), errs.NotFound)
	o.add("gone", factcheck.Editor)
	if err := o.DisableAccount(t.Context(), o.email("gone")); err != nil {
		t.Fatal(err)
	}
	wantKind(t, "a disabled account", found("gone", "-4"), errs.Unmet)
}

func TestSwitchDesk_OnlyToDesksOfOnesOwn(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	o, other := newOffice(t, db), newOffice(t, db)
	token := o.signIn("admin", officePassword)
	wantKind(t, "a stranger", o.SwitchDesk(t.Context(), token, other.desk.Slug), errs.NotFound)
	wantKind(t, "no desk", o.SwitchDesk(t.Context(), token, "no-such-desk"), errs.NotFound)

	id, err := other.AddMember(t.Context(), Command{Actor: other.admin}, AddMember{Name: "Admin", Email: o.email("admin"), Role: factcheck.Viewer, Password: officePassword})
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SwitchDesk(t.Context(), token, other.desk.Slug); err != nil {
		t.Fatal(err)
	}
	row, err := db.Session(t.Context(), token, o.clock.Now())
	if err != nil || row.Desk != other.desk.ID || row.Role != factcheck.Viewer {
		t.Errorf("session %+v, %v", row, err)
	}
	if err := other.change(other.admin, factcheck.Actor{Account: id, Desk: other.desk.ID}, factcheck.Viewer, true); err != nil || o.here(token) {
		t.Errorf("disabled at the desk of the session: alive %v, %v", o.here(token), err)
	}
	token = o.signIn("admin", officePassword)
	wantKind(t, "a former member", o.SwitchDesk(t.Context(), token, other.desk.Slug), errs.NotFound)
}
