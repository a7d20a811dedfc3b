package workflow

import (
	"crypto/rand"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

const officePassword = "a long enough password"

// office is a desk with one admin, for tests of who works there. Its clock stands still
// until a test moves it, and its password hashes cost nothing.
type office struct {
	*Workflow
	t      *testing.T
	db     *postgres.DB
	desk   factcheck.Desk
	admin  factcheck.Actor
	hashes *atomic.Int64 // computed so far
	clock  *clock
}

type clock struct {
	mu  sync.Mutex
	now time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
}

// emptyOffice has no desk yet.
func emptyOffice(t *testing.T, db *postgres.DB) *office {
	o := &office{t: t, db: db, hashes: new(atomic.Int64), clock: &clock{now: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC)}}
	o.Workflow = New(db, Options{Now: o.clock.Now})
	o.passwords = cheapHasher(o.hashes)
	o.desk = factcheck.Desk{Slug: "office-" + strings.ToLower(rand.Text()), Name: "The Office Desk", Language: "en"}
	return o
}

func newOffice(t *testing.T, db *postgres.DB) *office {
	t.Helper()
	o := emptyOffice(t, db)
	hash, err := o.passwords.hashPassword(t.Context(), officePassword)
	if err != nil {
		t.Fatal(err)
	}
	id, err := db.InsertAccount(t.Context(), o.email("admin"), "admin", hash)
	if err != nil {
		t.Fatal(err)
	}
	if o.desk.ID, err = o.CreateDesk(t.Context(), id, o.desk); err != nil {
		t.Fatal(err)
	}
	o.admin = factcheck.Actor{Account: id, Desk: o.desk.ID, Name: "admin", Role: factcheck.Admin}
	return o
}

// email is an address nobody has in another office.
func (o *office) email(name string) string { return name + "@" + o.desk.Slug }

// from is the n-th address of a network that no other office signs in from: tries from
// one network take turns until their transactions end.
func (o *office) from(n int) string {
	sum := emailHash(o.desk.Slug)
	return fmt.Sprintf("2001:db8:%x:%x::%x", sum[:2], sum[2:4], n)
}

// add makes a new member.
func (o *office) add(name string, role factcheck.Role) factcheck.Actor {
	o.t.Helper()
	id, err := o.AddMember(o.t.Context(), Command{Actor: o.admin},
		AddMember{Name: name, Email: o.email(name), Role: role, Password: officePassword})
	if err != nil {
		o.t.Fatal(err)
	}
	return factcheck.Actor{Account: id, Desk: o.desk.ID, Name: name, Role: role}
}

// signIn must succeed; it returns the token.
func (o *office) signIn(name, password string) string {
	o.t.Helper()
	in, err := o.try(name, password)
	if err != nil {
		o.t.Fatalf("sign in as %s: %v", name, err)
	}
	return in.Token
}

func (o *office) try(name, password string) (SignedIn, error) {
	return o.SignIn(o.t.Context(), SignIn{Email: o.email(name), Password: password, Address: o.from(1), UserAgent: "a browser"})
}

// here reports whether a session is alive.
func (o *office) here(token string) bool {
	o.t.Helper()
	_, err := o.db.Session(o.t.Context(), token, o.clock.Now())
	if err != nil && errs.KindOf(err) != errs.NotFound {
		o.t.Fatal(err)
	}
	return err == nil
}

func (o *office) member(who factcheck.Actor) Member {
	o.t.Helper()
	m, err := o.db.Member(o.t.Context(), who.Desk, who.Account)
	if err != nil {
		o.t.Fatal(err)
	}
	return m
}

// actions lists the desk's audit log, oldest first, as "action actor subject".
func (o *office) actions() []string {
	o.t.Helper()
	events, err := o.db.Events(o.t.Context(), o.desk.ID, 1<<40, 1000)
	if err != nil {
		o.t.Fatal(err)
	}
	var list []string
	for i := len(events) - 1; i >= 0; i-- {
		actor := "nobody"
		if events[i].ActorName != nil {
			actor = *events[i].ActorName
		}
		list = append(list, events[i].Action+" by "+actor)
	}
	return list
}

// wantKind checks an error's kind.
func wantKind(t *testing.T, what string, err error, want errs.Kind) {
	t.Helper()
	if err == nil || errs.KindOf(err) != want {
		t.Errorf("%s: error %v, want %v", what, err, want)
	}
}

// atOnce runs functions at the same time and counts the kinds of their errors; nil
// counts as "ok".
func atOnce(fns ...func() error) map[string]int {
	var (
		mu    sync.Mutex
		kinds = map[string]int{}
		group sync.WaitGroup
		start = make(chan struct{})
	)
	for _, fn := range fns {
		group.Go(func() {
			<-start
			kind := "ok"
			if err := fn(); err != nil {
				kind = errs.KindOf(err).String()
			}
			mu.Lock()
			defer mu.Unlock()
			kinds[kind]++
		})
	}
	close(start)
	group.Wait()
	return kinds
}
