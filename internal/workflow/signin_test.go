package workflow

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"

	"github.com/google/go-cmp/cmp"
)

func TestSignIn_BeginsASession(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	in, err := o.SignIn(t.Context(), SignIn{Email: "  ADMIN@" + strings.ToUpper(o.desk.Slug) + " ", Password: officePassword,
		Address: o.from(7), UserAgent: "a browser\x00 with \xff bytes " + strings.Repeat("ř", 2000)})
	if err != nil {
		t.Fatal(err)
	}
	if want := (SignedIn{Token: in.Token, Account: factcheck.Person{ID: o.admin.Account, Name: "admin"}, Desk: o.desk.ID}); in != want || len(in.Token) < 26 {
		t.Errorf("signed in %+v, want %+v", in, want)
	}
	row, err := o.db.Session(t.Context(), in.Token, o.clock.Now())
	if err != nil {
		t.Fatal(err)
	}
	want := postgres.Session{Account: o.admin.Account, Name: "admin", Email: o.email("admin"), Role: factcheck.Admin, Desk: o.desk.ID,
		DeskSlug: o.desk.Slug, DeskName: o.desk.Name, DeskLanguage: "en", Desks: []factcheck.Desk{o.desk}, ExpiresAt: o.clock.Now().Add(postgres.SessionLife)}
	if diff := cmp.Diff(want, row); diff != "" {
		t.Error(diff)
	}
	if err := o.SignOut(t.Context(), in.Token); err != nil || o.here(in.Token) {
		t.Errorf("after signing out the session is alive: %v, %v", o.here(in.Token), err)
	}
}

// The answer and the work are the same, so neither tells which accounts there are.
func TestSignIn_TellsNothingAboutAccounts(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	o.add("gone", factcheck.Editor)
	if err := o.DisableAccount(t.Context(), o.email("gone")); err != nil {
		t.Fatal(err)
	}
	answers := map[string]bool{}
	for _, tc := range []struct{ name, email, password string }{
		{"unknown address", o.email("nobody"), officePassword},
		{"wrong password", o.email("admin"), "another password"},
		{"disabled account", o.email("gone"), officePassword},
		{"not an address", "\x00\xff", officePassword},
		{"nothing", "", ""},
	} {
		before := o.hashes.Load()
		_, err := o.SignIn(t.Context(), SignIn{Email: tc.email, Password: tc.password})
		wantKind(t, tc.name, err, errs.Unauthenticated)
		if n := o.hashes.Load() - before; n != 1 {
			t.Errorf("%s: %d hashes were computed, want 1", tc.name, n)
		}
		answers[fmt.Sprint(err)] = true
	}
	if len(answers) != 1 {
		t.Errorf("the answers differ: %v", answers)
	}
}

func TestSignIn_NeedsADesk(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	editor := o.add("editor", factcheck.Editor)
	if err := o.ChangeMember(t.Context(), Command{Actor: o.admin},
		ChangeMember{Account: editor.Account, Role: factcheck.Editor, Disabled: true, Revision: 1}); err != nil {
		t.Fatal(err)
	}
	_, err := o.try("editor", officePassword)
	wantKind(t, "sign in", err, errs.Forbidden)
}

func TestSignIn_ReturnsToTheDeskLastSeen(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	second, err := o.CreateDesk(t.Context(), o.admin.Account, factcheck.Desk{Slug: o.desk.Slug + "-2", Name: "Another"})
	if err != nil {
		t.Fatal(err)
	}
	token := o.signIn("admin", officePassword)
	if err := o.SwitchDesk(t.Context(), token, o.desk.Slug+"-2"); err != nil {
		t.Fatal(err)
	}
	o.clock.advance(time.Minute)
	in, err := o.try("admin", officePassword)
	if err != nil || in.Desk != second {
		t.Errorf("signed in at desk %d, %v; want %d", in.Desk, err, second)
	}
}

func TestSignIn_LimitsTriesPerAccount(t *testing.T) {
	t.Parallel()
	for _, who := range []string{"admin", "nobody"} {
		t.Run(who, func(t *testing.T) {
			t.Parallel()
			o := newOffice(t, pgtest.Tx(t))
			for i := range triesPerAccount {
				_, err := o.SignIn(t.Context(), SignIn{Email: o.email(who), Password: "guess", Address: o.from(i)})
				wantKind(t, fmt.Sprint("try ", i+1), err, errs.Unauthenticated)
				o.clock.advance(time.Minute)
			}
			before := o.hashes.Load()
			_, err := o.SignIn(t.Context(), SignIn{Email: strings.ToUpper(o.email(who)), Password: officePassword, Address: o.from(99)})
			wantKind(t, "the try after", err, errs.RateLimited)
			if want := "Try again in 5 minutes."; !strings.HasSuffix(errs.Message(err), want) {
				t.Errorf("message %q, want it to end in %q", errs.Message(err), want)
			}
			if got := errs.RetryAfter(err); got != 5*time.Minute {
				t.Errorf("to be tried again after %v, want 5 minutes", got)
			}
			if o.hashes.Load() != before {
				t.Error("a refused try was verified")
			}
			if _, err := o.try("other", "guess"); errs.KindOf(err) != errs.Unauthenticated {
				t.Errorf("another account: %v", err)
			}
			o.clock.advance(5 * time.Minute)
			_, err = o.try(who, "guess")
			wantKind(t, "after the wait", err, errs.Unauthenticated)
		})
	}
}

func TestSignIn_SuccessForgetsTheTries(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	for range 3 {
		for range triesPerAccount - 1 {
			_, err := o.SignIn(t.Context(), SignIn{Email: o.email("admin"), Password: "guess"})
			wantKind(t, "a guess", err, errs.Unauthenticated)
		}
		o.signIn("admin", officePassword)
	}
}

func TestSignIn_LimitsTriesPerAddress(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	try := func(i int, address string) error {
		_, err := o.SignIn(t.Context(), SignIn{Email: o.email(fmt.Sprint("guess-", i)), Password: "guess", Address: address})
		return err
	}
	for i := range triesPerAddress {
		wantKind(t, "a guess", try(i, o.from(i)), errs.Unauthenticated)
	}
	wantKind(t, "the same network", try(999, o.from(999)), errs.RateLimited)
	wantKind(t, "another network", try(999, "another network of "+o.desk.Slug), errs.Unauthenticated)
	wantKind(t, "no address", try(1000, ""), errs.Unauthenticated)
}

func TestSignIn_LimitHoldsAtOnce(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	guess := func() error { _, err := o.try("admin", "guess"); return err }
	got := atOnce(slices.Repeat([]func() error{guess}, 30)...)
	if want := map[string]int{"unauthenticated": triesPerAccount, "rate_limited": 30 - triesPerAccount}; !cmp.Equal(got, want) {
		t.Errorf("30 tries at once: %v, want %v", got, want)
	}
}

func TestSignIn_ACrowdIsNoAttack(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	right := func() error { _, err := o.try("admin", officePassword); return err }
	got := atOnce(slices.Repeat([]func() error{right}, 30)...)
	if want := map[string]int{"ok": 30}; !cmp.Equal(got, want) {
		t.Errorf("30 sign-ins at once: %v, want %v", got, want)
	}
}

func TestSignIn_RenewsHashesOfOtherCosts(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	cheap := o.passwords.params
	o.passwords.params.time++
	hash := func() string {
		account, err := o.db.AccountByEmail(t.Context(), o.email("admin"))
		if err != nil {
			t.Fatal(err)
		}
		return account.PasswordHash
	}
	before := hash()
	o.signIn("admin", officePassword)
	renewed := hash()
	if p, err := parsePHC(renewed); err != nil || p.params == cheap || renewed == before {
		t.Errorf("the hash was %s and is %s, %v", before, renewed, err)
	}
	o.signIn("admin", officePassword)
	if hash() != renewed {
		t.Error("a hash of today's costs was renewed")
	}
}

// Between the check of the password and the session, the password may change and its
// owner's sessions be ended; the one about to begin must not slip through.
func TestSignIn_LosesAgainstAPasswordChange(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.Tx(t))
	turn := mustTurn(t, o.passwords)
	verified, err := o.verifyAccount(t.Context(), turn, o.email("admin"), officePassword)
	if err != nil {
		t.Fatal(err)
	}
	if err := o.SetPassword(t.Context(), o.email("admin"), "a password of tomorrow"); err != nil {
		t.Fatal(err)
	}
	_, err = o.beginSession(t.Context(), verified, "")
	wantKind(t, "the session that was about to begin", err, errs.Unauthenticated)
}

func TestNetwork(t *testing.T) {
	t.Parallel()
	for address, want := range map[string]string{
		"":                   "",
		"192.0.2.1":          "192.0.2.1",
		"::ffff:192.0.2.1":   "192.0.2.1",
		"2001:db8:1:2:3::4":  "2001:db8:1:2::/64",
		"fe80::1%eth0":       "fe80::/64",
		"somewhere \x00\xff": "somewhere ",
	} {
		if got := network(address); got != want {
			t.Errorf("network(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestSweep_RemovesWhatIsOver(t *testing.T) {
	t.Parallel()
	o := newOffice(t, pgtest.DB(t))
	old := o.signIn("admin", officePassword)
	_, err := o.try("admin", "guess")
	wantKind(t, "a guess", err, errs.Unauthenticated)
	o.clock.advance(postgres.SessionIdle)
	fresh := o.signIn("admin", officePassword)
	_, err = o.try("admin", "guess")
	wantKind(t, "a guess", err, errs.Unauthenticated)
	if err := o.Sweep(t.Context()); err != nil {
		t.Fatal(err)
	}
	var sessions, tries int
	conn := pgtest.AppConn(t, o.db)
	if err := conn.QueryRow(t.Context(), "select (select count(*) from session), (select count(*) from login_attempt)").Scan(&sessions, &tries); err != nil {
		t.Fatal(err)
	}
	if sessions != 1 || tries != 1 || o.here(old) || !o.here(fresh) {
		t.Errorf("%d sessions and %d tries are left; the old one is alive: %v, the new one: %v", sessions, tries, o.here(old), o.here(fresh))
	}
}
