package seeds_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
	"factdesk/internal/workflow"
	"factdesk/seeds"

	"github.com/google/go-cmp/cmp"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// today is later than every date in the demonstration.
func today() time.Time { return time.Date(2026, 3, 2, 15, 4, 5, 0, time.UTC) }

// demo is a loaded demonstration, seen by its admin.
type demo struct {
	*workflow.Workflow
	admin  factcheck.Actor
	claims map[factcheck.Status][]factcheck.Claim // whole, of the article that is checked
}

func loadDemo(t *testing.T, db *postgres.DB) *demo {
	t.Helper()
	d := &demo{Workflow: workflow.New(db, workflow.Options{Now: today}), claims: map[factcheck.Status][]factcheck.Claim{}}
	if err := seeds.Load(t.Context(), d.Workflow, today()); err != nil {
		t.Fatal(err)
	}
	d.admin = d.signIn(t, "admin@demo", factcheck.Admin)
	articles, err := d.Articles(t.Context(), d.admin, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	if len(articles.Articles) != 2 {
		t.Fatalf("%d articles, want 2", len(articles.Articles))
	}
	bench, err := d.Workbench(t.Context(), d.admin, articles.Articles[0].ID, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range bench.Claims {
		page, err := d.Claim(t.Context(), d.admin, c.ID, 0)
		if err != nil {
			t.Fatal(err)
		}
		d.claims[c.Status] = append(d.claims[c.Status], page.Claim)
	}
	return d
}

func (d *demo) signIn(t *testing.T, email string, role factcheck.Role) factcheck.Actor {
	t.Helper()
	in, err := d.SignIn(t.Context(), workflow.SignIn{Email: email, Password: seeds.Password, Address: "192.0.2.1"})
	if err != nil {
		t.Fatalf("sign in as %s: %v", email, err)
	}
	return factcheck.Actor{Account: in.Account.ID, Desk: in.Desk, Name: in.Account.Name, Role: role}
}

func TestLoad(t *testing.T) {
	t.Parallel()
	d := loadDemo(t, pgtest.DB(t))

	t.Run("people", func(t *testing.T) {
		people, err := seeds.People()
		if err != nil {
			t.Fatal(err)
		}
		roles := map[string]factcheck.Role{}
		for _, p := range people {
			d.signIn(t, p.Email, p.Role)
			roles[p.Email] = p.Role
		}
		want := map[string]factcheck.Role{
			"editor@demo": factcheck.Editor, "editor2@demo": factcheck.Editor,
			"reviewer@demo": factcheck.Reviewer, "admin@demo": factcheck.Admin,
		}
		if diff := cmp.Diff(want, roles); diff != "" {
			t.Error(diff)
		}
	})
	t.Run("stages", func(t *testing.T) {
		for _, s := range factcheck.Statuses() {
			if len(d.claims[s]) == 0 {
				t.Errorf("no claim is %s", s.Label())
			}
		}
	})
	t.Run("returned", d.checkReturned)
	t.Run("next version", d.checkNextVersion)
	t.Run("report", d.checkReport)
	t.Run("hedged claim", d.checkHedged)
	t.Run("chain", func(t *testing.T) {
		chains, err := d.Verify(t.Context(), seeds.Desk)
		if err != nil {
			t.Fatal(err)
		}
		if len(chains) != 1 || chains[0].Events < 100 || chains[0].Why != "" {
			t.Errorf("chains %+v, want one of more than 100 events that is whole", chains)
		}
	})
	t.Run("again", d.checkAgain)
}

// checkReturned wants one point answered and one open.
func (d *demo) checkReturned(t *testing.T) {
	for _, c := range d.claims[factcheck.ChangesRequested] {
		got := map[factcheck.RequestStatus]int{}
		for _, r := range c.ChangeRequests {
			got[r.Status]++
		}
		want := map[factcheck.RequestStatus]int{factcheck.RequestOpen: 1, factcheck.RequestAnswered: 1}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("points of %q (-want +got):\n%s", c.Statement, diff)
		}
	}
}

// checkNextVersion wants an open second version whose first is approved and published, and
// whose editor and the first version's both count as contributors.
func (d *demo) checkNextVersion(t *testing.T) {
	i := slices.IndexFunc(d.claims[factcheck.Open], func(c factcheck.Claim) bool { return c.Version == 2 })
	if i < 0 {
		t.Fatal("no claim is open in a second version")
	}
	c := d.claims[factcheck.Open][i]
	if len(c.Contributors) != 2 {
		t.Errorf("contributors %+v, want the editors of both versions", c.Contributors)
	}
	first, err := d.Claim(t.Context(), d.admin, c.ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	if first.Claim.Statement == c.Statement || len(first.Claim.Reviews) == 0 || len(first.Published) != 1 {
		t.Errorf("the first version is %q with %d reviews, published %d times", first.Claim.Statement, len(first.Claim.Reviews), len(first.Published))
	}
}

func (d *demo) checkReport(t *testing.T) {
	published, err := d.PublishedReport(t.Context(), seeds.Desk, "moscow-beijing-close-ranks", 0)
	if err != nil {
		t.Fatal(err)
	}
	e := published.Edition
	if e.Number != 1 || !strings.Contains(e.Summary, "demonstration") {
		t.Errorf("edition %d, whose summary does not say that it is a demonstration: %q", e.Number, e.Summary)
	}
	var ratings []string
	for _, c := range e.Claims {
		ratings = append(ratings, c.Rating.Code)
		if c.Rating.Code == "false" && strings.Contains(c.Quote[0].Exact, "Courier") {
			t.Errorf("the quote %q holds who said it", c.Quote[0].Exact)
		}
		if len(c.Rationale) < 200 {
			t.Errorf("%q is explained in %d bytes only", c.Statement, len(c.Rationale))
		}
		for _, ev := range c.Evidence {
			if ev.IndependenceGroup == "" || ev.AccessedOn == "" || ev.Title == "" && ev.Citation == "" {
				t.Errorf("evidence of %q is incomplete: %+v", c.Statement, ev)
			}
		}
		if slices.Contains(c.CheckedBy, c.ApprovedBy) {
			t.Errorf("%s checked and approved %q", c.ApprovedBy, c.Statement)
		}
	}
	want := []string{"false", "half_true", "without_evidence", "mostly_true", "mostly_true", "true"}
	if diff := cmp.Diff(want, ratings); diff != "" {
		t.Errorf("ratings (-want +got):\n%s", diff)
	}
}

// checkHedged wants the claim without evidence to be the splitter's, with its chain of who said it.
func (d *demo) checkHedged(t *testing.T) {
	i := slices.IndexFunc(d.claims[factcheck.Approved], func(c factcheck.Claim) bool {
		return c.Verdict.Rating.Code == "without_evidence"
	})
	if i < 0 {
		t.Fatal("no approved claim is rated without evidence")
	}
	c := d.claims[factcheck.Approved][i]
	if c.Origin != factcheck.BySplitter {
		t.Errorf("the claim comes from the %s, want it accepted from the splitter", c.Origin)
	}
	if strings.Contains(c.Quoted(), "without evidence") {
		t.Errorf("the quote %q holds the author's hedge", c.Quoted())
	}
	if c.Verdict.SearchNote == "" {
		t.Error("nothing says what was searched")
	}
	want := factcheck.Attribution{
		Speaker: "Viktor Sedov", Claimant: c.Attribution.Claimant, Kind: factcheck.PersonClaimant,
		Outlet: "Morskaya Sreda", Via: "Strait Observer", Cue: "insisted", Hedge: "without evidence",
	}
	if diff := cmp.Diff(&want, c.Attribution); diff != "" {
		t.Errorf("attribution (-want +got):\n%s", diff)
	}
}

// checkAgain loads the demonstration once more and wants nothing to have happened.
func (d *demo) checkAgain(t *testing.T) {
	before, err := d.Events(t.Context(), d.admin, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if err := seeds.Load(t.Context(), d.Workflow, today().AddDate(0, 0, 1)); err != nil {
		t.Fatal(err)
	}
	after, err := d.Events(t.Context(), d.admin, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if before.Events[0].Seq != after.Events[0].Seq {
		t.Errorf("%d events before, %d after", before.Events[0].Seq, after.Events[0].Seq)
	}
}

func TestLoadRefusesADatabaseInUse(t *testing.T) {
	t.Parallel()
	for name, slug := range map[string]string{"another desk": "elsewhere", "half a demonstration": seeds.Desk} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := workflow.New(pgtest.DB(t), workflow.Options{Now: today})
			if _, err := w.SetUp(t.Context(), workflow.SetUp{
				DeskName: "Another Desk", DeskSlug: slug, Name: "Somebody", Email: "somebody@elsewhere.example", Password: "a long enough password",
			}); err != nil {
				t.Fatal(err)
			}
			err := seeds.Load(t.Context(), w, today())
			if errs.KindOf(err) != errs.Unmet || !strings.Contains(err.Error(), "empty database") {
				t.Errorf("error %v, want one that asks for an empty database", err)
			}
			accounts, err := w.Accounts(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if len(accounts) != 1 {
				t.Errorf("%d accounts after the refusal, want 1", len(accounts))
			}
		})
	}
}
