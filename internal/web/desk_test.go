package web_test

import (
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/workflow"
)

const goodPassword = "four words make it"

// TestSetUpAndSignIn begins with nothing and ends with a password changed and every session ended.
func TestSetUpAndSignIn(t *testing.T) {
	t.Parallel()
	s := emptySite(t)
	b := s.stranger()
	setup := b.follow(b.get("/login")).has("Set up the desk")
	b.try(setup, "/setup", "desk_name", "Newsdesk", "desk_slug", "News Desk", "name", "Ana", "email", "ana@news.example", "password", goodPassword).
		is(http.StatusUnprocessableEntity).has("Newsdesk", `value="ana@news.example"`).lacks(goodPassword)
	b.submit(setup, "/setup", "desk_name", "Newsdesk", "desk_slug", "news", "name", "Ana", "email", "ana@news.example", "password", goodPassword).has("Queue", "Newsdesk")
	b.get("/setup").is(http.StatusNotFound)
	b.post("/setup", url.Values{"desk_name": {"Second"}, "desk_slug": {"second"}}).is(http.StatusNotFound)

	other := s.stranger()
	login := other.get("/login?next=/articles").ok()
	wrong := other.try(login, "/login", "email", "ana@news.example", "password", "not the password").is(http.StatusUnauthorized)
	wrong.has(`value="ana@news.example"`, "do not match").lacks("not the password")
	unknown := other.try(login, "/login", "email", "bob@news.example", "password", "not the password").is(http.StatusUnauthorized)
	if strings.ReplaceAll(unknown.text(), "bob@", "ana@") != wrong.text() {
		t.Errorf("an unknown address is told apart:\n%s\n%s", unknown.text(), wrong.text())
	}
	other.post("/login", url.Values{"email": {"ana@news.example"}, "password": {"x"}}, header("Accept", "application/json")).
		is(http.StatusUnauthorized).has(`"type":"urn:factdesk:unauthenticated"`)
	other.submit(login, "/login", "email", "ANA@news.example", "password", goodPassword).has("Articles")
	if c := other.cookies[0]; !c.HttpOnly || c.SameSite != http.SameSiteLaxMode {
		t.Errorf("the session's cookie is %+v", c)
	}
	other.get("/login").is(http.StatusSeeOther)

	account := b.get("/account").ok().has("Where you are signed in")
	b.try(account, "/account/password", "current", goodPassword, "password", "five words make it better", "repeat", "five words").
		is(http.StatusUnprocessableEntity).has("differ")
	b.try(account, "/account/password", "current", "wrong wrong wrong", "password", "five words make it better", "repeat", "five words make it better").
		is(http.StatusUnprocessableEntity).has("not your password")
	b.submit(account, "/account/password", "current", goodPassword, "password", "five words make it better", "repeat", "five words make it better").has("password is changed")
	other.get("/articles").is(http.StatusSeeOther)
	cookies := b.cookies
	b.post("/logout", url.Values{}).is(http.StatusSeeOther)
	b.cookies = cookies // whoever kept a copy
	b.get("/").is(http.StatusSeeOther)
}

func TestTooManySignIns(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.stranger()
	form := url.Values{"email": {"nobody@news"}, "password": {"guess"}}
	var last *page
	for range 12 {
		if last = b.post("/login", form); last.status != http.StatusUnauthorized {
			break
		}
	}
	last.is(http.StatusTooManyRequests).has("tried too often")
	for name, p := range map[string]*page{"page": last, "problem": b.post("/login", form, header("Accept", "application/json")).is(http.StatusTooManyRequests)} {
		wait, err := strconv.Atoi(p.header.Get("Retry-After"))
		if err != nil || wait <= 14*60 || wait > 15*60 {
			t.Errorf("%s: Retry-After is %q, want what is left of the 15 minutes", name, p.header.Get("Retry-After"))
		}
	}
}

func TestMembers(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	admin, viewer := s.signIn(s.admin), s.member("viewer", factcheck.Viewer)
	page := admin.get("/desk/members").ok()
	page = admin.submit(page, "/desk/members", "name", "Bo", "email", "bo@news.example", "role", "editor", "password", goodPassword).has("bo@news.example")
	admin.try(page, "/desk/members", "name", "Bo", "email", "bo@news.example", "role", "editor", "password", goodPassword).is(http.StatusUnprocessableEntity).has("member of the desk already")
	action := "/desk/members/" + idOf(viewer.actor.Account)
	stale := page
	page = admin.submit(page, action, "role", "editor")
	viewer.get("/articles/new").ok() // a new role counts at once
	admin.try(stale, action, "role", "reviewer").is(http.StatusConflict)
	admin.submit(page, action, "role", "editor", "disabled", "on")
	viewer.get("/").is(http.StatusSeeOther)
	self := "/desk/members/" + idOf(s.admin.Account)
	admin.post(self, url.Values{"role": {"viewer"}, "revision": {"1"}}).is(http.StatusUnprocessableEntity).has("only admin")
	admin.get("/desk/audit").ok().has("changed a member", "created the desk")
	admin.get("/desk/scale").ok().has("Mostly false", "1 primary source")
}

func TestSwitchDesk(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	second, _ := s.newDesk("second", "Second desk")
	b := s.member("both", factcheck.Editor)
	if err := s.db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
		if err := tx.InsertMember(t.Context(), second.ID, b.actor.Account, factcheck.Viewer); err != nil {
			return err
		}
		return tx.RecordEvent(t.Context(), second.ID, postgres.NewEvent{Action: "member.added", Subject: "member", ID: int64(b.actor.Account)})
	}); err != nil {
		t.Fatal(err)
	}
	imported(b)
	queue := b.get("/").ok().has("Newsdesk")
	queue = b.submit(queue, "/desk/switch", "desk", "second").has("Second desk")
	b.get("/articles/1").is(http.StatusNotFound)
	b.get("/articles/new").is(http.StatusForbidden)
	b.try(queue, "/desk/switch", "desk", "nowhere").is(http.StatusNotFound)
	p := b.post("/desk/switch", url.Values{"desk": {"news"}, "next": {"//evil.example"}}).is(http.StatusSeeOther)
	if got := p.header.Get("Location"); got != "/" {
		t.Errorf("the next page is %q", got)
	}
}

// TestMasthead: what waits, and the desks to change to, are in the head of every page, and no page
// takes a round trip for them.
func TestMasthead(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	full := newFullDesk(t, s, "")
	second, _ := s.newDesk("second", "Second desk")
	if _, err := s.flow.AddAccount(t.Context(), workflow.AddAccount{Email: full.editor.actor.Name, Desk: second.Slug, Role: factcheck.Viewer}); err != nil {
		t.Fatal(err)
	}
	_, bench := made(full.editor, full.editor.get("/articles/"+full.article).ok(), "The old bridge was closed in May")
	claim, bench := made(full.editor, bench, "It will cost $12 million")
	full.editor.submit(checkClaim(full.editor, bench, claim, ""), claim+"/submit")
	for _, path := range []string{"/", "/articles", "/articles/" + full.article, "/claims/" + full.claim, "/sources", "/reports", "/desk/members", "/desk/scale", "/account", "/claims/999"} {
		editors, reviewers := full.editor.get(path).text(), full.reviewer.get(path).text()
		for _, want := range []string{"Queue 1", "Newsdesk Second desk Change desk"} {
			if !strings.Contains(editors, want) {
				t.Errorf("%s: an editor's head lacks %q: %.300s", path, want, editors)
			}
		}
		if !strings.Contains(reviewers, "Review 1") {
			t.Errorf("%s: a reviewer's head lacks what waits: %.300s", path, reviewers)
		}
	}
	if p := full.reviewer.get("/account").ok(); strings.Contains(p.text(), "Change desk") || strings.Contains(p.text(), "Queue 1") {
		t.Errorf("the head of somebody with one desk and nothing to do: %.300s", p.text())
	}
}

// TestMarkupIsNeverRaw types markup into every field, then reads every page.
func TestMarkupIsNeverRaw(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	const mark = ` <img src=x onerror=boo()> "'&</script><script>boo()</script>` + "\u202e"
	full := newFullDesk(t, s, mark)
	admin := s.signIn(s.admin)
	admin.submit(admin.get("/desk/members").ok(), "/desk/members", "name", "Bo"+mark, "email", "bo@news.example", "role", "editor", "password", goodPassword)
	paths := []string{
		"/", "/?view=all", "/?view=approved&q=" + url.QueryEscape(mark), "/articles", "/articles/new", "/articles/" + full.article, "/articles/" + full.article + "?sentence=1",
		"/claims/" + full.claim, "/claims/" + full.claim + "?version=1", "/review", "/sources", "/sources?q=" + url.QueryEscape(mark), "/sources/1", "/claimants/1",
		"/reports", "/reports/" + full.report, "/reports/" + full.report + "/preview", "/desk/members", "/desk/scale", "/desk/audit", "/account",
		"/r/news", "/r/news/ferry", "/r/news/ferry/editions/1", "/r/news/ferry.html",
	}
	shown := 0
	for _, path := range paths {
		p := admin.get(path).ok().lacks("<img src=x", "<script>boo", "</script><script")
		shown += strings.Count(p.body, "&lt;img src=x onerror=boo()&gt;")
	}
	if shown < 40 {
		t.Errorf("the marks are shown %d times only: the pages do not show what was typed", shown)
	}
	bench := full.editor.get("/articles/" + full.article).ok()
	full.editor.try(bench, "/articles/"+full.article+"/claims", "quote", "no such words"+mark, "statement", mark).
		is(http.StatusUnprocessableEntity).lacks("<img src=x", "<script>boo").has("&lt;img src=x")
}

// TestDoublePost sends forms twice, one after the other and at once: what they ask for is done once.
func TestDoublePost(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	form := b.get("/articles/new").ok().form("/articles")
	form.Set("text", bridge)
	form.Set("title", "Sent twice")
	first, second := b.post("/articles", form).is(http.StatusSeeOther), b.post("/articles", form).is(http.StatusSeeOther)
	if a, b := first.header.Get("Location"), second.header.Get("Location"); a != b {
		t.Errorf("two articles: %s and %s", a, b)
	}
	claim, bench := made(b, b.follow(first), "40,000 people must take the ferry")
	evidence := bench.form(claim + "/evidence")
	for name, value := range map[string]string{"url": "https://example.org/a", "stance": "supports", "tier": "primary", "title": "Only once"} {
		evidence.Set(name, value)
	}
	var together sync.WaitGroup
	status := make([]int, 4)
	for i := range status {
		together.Go(func() { status[i] = (&browser{site: s, cookies: b.cookies}).post(claim+"/evidence", evidence).status })
	}
	together.Wait()
	for _, got := range status {
		if got != http.StatusSeeOther {
			t.Errorf("four at once: %v", status)
		}
	}
	if got := strings.Count(b.get(claim).ok().body, `<li class="stance-item"`); got != 1 {
		t.Errorf("the source was added %d times", got)
	}
}

// TestStaleForms lets two people work on one claim and one report: the second sees both texts
// and loses nothing.
func TestStaleForms(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ana, ben := s.member("ana", factcheck.Editor), s.member("ben", factcheck.Editor)
	claim, bench := made(ana, imported(ana), "40,000 people must take the ferry")
	seen := ben.get(bench.path).ok()
	ana.submit(bench, claim+"/statement", "statement", "Forty thousand people must take the ferry.")
	p := ben.try(seen, claim+"/statement", "statement", "Many people must take the boat.").is(http.StatusConflict)
	p.has("ana@news", "Keep mine", "Take theirs", "Forty thousand", "boat")
	mine := p.form(claim + "/statement")
	if got := mine.Get("statement"); got != "Many people must take the boat." {
		t.Errorf("“Keep mine” would send %q", got)
	}
	ben.follow(ben.post(claim+"/statement", mine)).has("Many people must take the boat.")
	ana.get(claim).ok().has("<ins", "<del")

	article, _, _ := strings.Cut(bench.path, "?")
	compose := ana.submit(ana.get(bench.path).ok(), article+"/report")
	also := ben.get(compose.path).ok()
	ana.submit(compose, compose.path, "headline", "By Ana")
	p = ben.try(also, compose.path, "headline", "By Ben").is(http.StatusConflict).has("By Ana", "By Ben")
	if got := p.form(compose.path).Get("headline"); got != "By Ben" {
		t.Errorf("what Ben typed has become %q", got)
	}
	ben.submit(p, compose.path).has("By Ben")

	program := ben.post(claim+"/statement", seen.form(claim+"/statement"), header("Accept", "application/json"))
	program.is(http.StatusConflict).has(`"rule":"stale"`)
}

// TestFourEyes: nobody approves what they had a hand in, whatever their role.
func TestFourEyes(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	both := s.member("both", factcheck.Reviewer)
	admin := s.signIn(s.admin)
	claim, bench := made(both, imported(both), "40,000 people must take the ferry")
	bench = checkClaim(both, bench, claim, "")
	bench = both.submit(bench, claim+"/submit")
	review := strings.Replace(claim, "/claims/", "/review/", 1)
	step := both.get(review).ok().has("Nobody reviews what they changed anything of")
	hash := admin.get(review).ok().form(claim + "/approve").Get("content_hash")
	both.post(claim+"/approve", url.Values{"content_hash": {hash}, "revision": step.form(claim + "/withdraw")["revision"]}).
		is(http.StatusForbidden).has("somebody else must review it")
	admin.post(claim+"/approve", url.Values{"content_hash": {strings.Repeat("00", 32)}}).is(http.StatusConflict).has("not what you were shown")
	admin.post(claim+"/approve", url.Values{"content_hash": {"zz"}}).is(http.StatusUnprocessableEntity)
	admin.submit(admin.get(review).ok(), claim+"/approve")
	both.get(review).is(http.StatusSeeOther)
	bench = both.submit(both.get(bench.path).ok(), claim+"/edit").has("version 2")
	both.get(claim + "?version=1").ok().has("This is version 1, as it was.")
	bench = both.submit(bench, claim+"/statement", "statement", "40,000 people have to take the boat because of the closed bridge.")
	bench = both.submit(bench, claim+"/submit")
	admin.get(review).ok().has("Changed since you last looked", "<del>ferry</del>", "<ins>boat</ins>")
	bench = both.submit(bench, claim+"/withdraw")
	both.submit(bench, claim+"/decline", "reason", "out_of_scope", "note", "Ends here.")
	both.submit(both.get(claim).ok().has("Ends here."), claim+"/reopen").has("Candidate")
}

// TestPagesCostTheSame counts round trips to the database: thirty rows cost as many as three.
func TestPagesCostTheSame(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.signIn(s.admin)
	admin := workflow.Command{Actor: s.admin}
	var claims []factcheck.ClaimID
	grow := func(from, to int) {
		for i := from; i < to; i++ {
			article, err := s.flow.ImportArticle(t.Context(), admin, workflow.ImportArticle{Text: bridge, Origin: factcheck.Paste, Title: fmt.Sprint("Article ", i), Language: "en"})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.flow.OpenReport(t.Context(), admin, article); err != nil {
				t.Fatal(err)
			}
			start := strings.Index(bridge, "40,000") // all before it takes a byte each
			bench, err := s.flow.Workbench(t.Context(), s.admin, 1, 0)
			if err != nil {
				t.Fatal(err)
			}
			id, err := s.flow.ProposeClaim(t.Context(), admin, workflow.ProposeClaim{
				Article: 1, Version: bench.Version.Number, Quote: bridge[start-i : start+20], Occurrence: 1, Type: factcheck.TypeEvent,
			})
			if err != nil {
				t.Fatal(err)
			}
			claims = append(claims, id)
			s.member(fmt.Sprint("member", i), factcheck.Viewer)
			first, err := s.flow.Claim(t.Context(), s.admin, claims[0], 0)
			if err != nil {
				t.Fatal(err)
			}
			err = s.flow.AddEvidence(t.Context(), admin, workflow.On{Claim: claims[0], Revision: first.Claim.Revision}, workflow.NewEvidence{
				Source: factcheck.Source{URL: fmt.Sprint("https://example.org/", i)}, Tier: factcheck.Primary, Stance: factcheck.Supports,
			})
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	cost := func() map[string]int64 {
		counts := map[string]int64{}
		for _, path := range []string{
			"/?view=all", "/articles", fmt.Sprintf("/articles/1?claim=%d", claims[0]), "/claims/" + idOf(claims[0]), "/sources", "/sources/1",
			"/reports", "/reports/1", "/desk/members", "/desk/audit", "/desk/scale", "/account", "/review", "/r/news",
		} {
			ctx, n := postgres.CountStatements(t.Context())
			b.get(path, withContext(ctx)).ok()
			counts[path] = n.Load()
		}
		return counts
	}
	grow(0, 3)
	few := cost()
	grow(3, 30)
	many := cost()
	for path, n := range few {
		if many[path] != n || n == 0 {
			t.Errorf("%s takes %d round trips with 3 rows and %d with 30", path, n, many[path])
		}
		if n > 20 {
			t.Errorf("%s takes %d round trips", path, n)
		}
	}
}

// TestRefusalsWithoutAPlace: what a button asks for and is refused is said above the page.
func TestRefusalsWithoutAPlace(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ana := s.member("ana", factcheck.Editor)
	claim, bench := made(ana, imported(ana), "40,000 people must take the ferry")
	ana.force(bench, claim, "accept").is(http.StatusConflict).has("The claim is open, so this cannot be done now.")
	ana.try(bench, claim+"/spans/1", "start", "5", "end", "5").is(http.StatusUnprocessableEntity).has("no words of the article at the marked place")
	ana.try(bench, claim+"/spans/1", "start", "0", "end", "99999").is(http.StatusUnprocessableEntity).has("no words of the article at the marked place")
	ana.force(bench, claim, "spans/1/remove").is(http.StatusUnprocessableEntity).has("at least one piece")
	ana.force(bench, claim, "spans/7/remove").is(http.StatusNotFound)
	ana.force(bench, claim, "evidence/99/remove").is(http.StatusNotFound)
	assign := bench.form(claim + "/assign")
	assign.Set("assignee", "999")
	if p := ana.post(claim+"/assign", assign); p.status < 400 || p.status >= 500 {
		t.Errorf("a claim is given to nobody there is: status %d", p.status)
	}
}

// TestEvidence changes a source's use, uses it for a second claim from the library, and removes it.
func TestEvidence(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	b := s.member("editor", factcheck.Editor)
	claim, bench := made(b, imported(b), "40,000 people must take the ferry")
	bench = checkClaim(b, bench, claim, "")
	change := formEnding(t, bench, claim+"/evidence/")
	bench = b.submit(bench, change, "stance", "refutes", "note", "Counted again.").has("Counted again.", "Refutes")
	b.try(bench, change, "stance", "sings").is(http.StatusUnprocessableEntity).has("supports the claim, refutes it")
	b.try(bench, change, "stance", "refutes", "accessed_on", "soon").is(http.StatusUnprocessableEntity).has("soon")

	second, bench2 := made(b, bench, "The old bridge was built in 1931")
	bench2.has("Ferry register")
	b.submit(bench2, second+"/evidence", "source_id", "1", "stance", "context", "tier", "secondary")
	b.get("/sources/1").ok().has(second, claim)
	b.get("/sources?q=ferry").ok().has("Ferry register", "used for 2 claims")
	b.get("/sources?q=nothing-like-it").ok().lacks("Ferry register")
	b.submit(b.get(bench.path).ok(), change+"/remove").lacks("Counted again.")
	b.get("/claimants/1").ok().has("The mayor", claim)
}

// formEnding returns where the page's first form below prefix is sent that is none of its buttons.
func formEnding(t *testing.T, p *page, prefix string) string {
	t.Helper()
	for _, action := range p.forms() {
		if strings.HasPrefix(action, prefix) && !strings.HasSuffix(action, "/remove") {
			return action
		}
	}
	t.Fatalf("%s has no form below %s, only %v", p.path, prefix, p.forms())
	return ""
}

// TestScripted: with scripts the same addresses answer the main column, also where a form that
// was taken leads, and a session that is over leads the whole page to the log-in.
func TestScripted(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	p := s.stranger().get("/articles/1?claim=2", header("HX-Request", "true")).is(http.StatusUnauthorized)
	if got := p.header.Get("HX-Redirect"); got != "/login?next=%2Farticles%2F1%3Fclaim%3D2" {
		t.Errorf("HX-Redirect is %q", got)
	}
	b := s.member("editor", factcheck.Editor)
	claim, bench := made(b, imported(b), "40,000 people must take the ferry")
	form := bench.form(claim + "/statement")
	form.Set("statement", "")
	b.post(claim+"/statement", form, header("HX-Request", "true")).is(http.StatusUnprocessableEntity).has(`id="main"`, "words that stand alone").lacks("<html")
	form.Set("statement", "It is closed.")
	done := b.post(claim+"/statement", form, header("HX-Request", "true")).is(http.StatusSeeOther).header.Get("Location")
	b.get(done, header("HX-Request", "true")).ok().has("<title>", `id="main"`, "It is closed.").lacks("<html")
	b.get(done).ok().has("<html", "It is closed.")
}

// TestStaleFormsOfAClaim: whichever form was based on an old revision, both texts are shown and
// “Keep mine” sends what was typed.
func TestStaleFormsOfAClaim(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	ana, ben := s.member("ana", factcheck.Editor), s.member("ben", factcheck.Editor)
	claim, bench := made(ana, imported(ana), "40,000 people must take the ferry")
	old := checkClaim(ana, bench, claim, "")
	evidence := formEnding(t, old, claim+"/evidence/")
	ana.submit(old, claim+"/statement", "statement", "Another wording.")
	for _, tt := range []struct {
		action, field, typed, theirs string
	}{
		{claim + "/attribution", "speaker", "The council", "mayor"},
		{claim + "/verdict", "rationale", "Typed with care.", "41,200"},
		{claim + "/evidence", "title", "A second register", ""},
		{evidence, "note", "Counted twice.", "Its exact words"},
		{claim + "/spans", "quote", "The bridge is closed", ""},
	} {
		fields := []string{tt.field, tt.typed}
		switch tt.action {
		case evidence:
			fields = append(fields, "quote", "Other words")
		case claim + "/evidence":
			fields = append(fields, "url", "https://example.org/second", "stance", "supports", "tier", "primary")
		}
		p := ben.try(old, tt.action, fields...).is(http.StatusConflict).has("Keep mine", tt.theirs)
		if got := p.form(tt.action).Get(tt.field); got != tt.typed {
			t.Errorf("%s: “Keep mine” would send %q for %s", tt.action, got, tt.field)
		}
	}
	kept := ben.try(old, claim+"/attribution", "speaker", "The council").form(claim + "/attribution")
	ben.follow(ben.post(claim+"/attribution", kept)).has("The council")
}

func TestEndOtherSessions(t *testing.T) {
	t.Parallel()
	s := newSite(t)
	here := s.member("editor", factcheck.Editor)
	there := s.signIn(here.actor)
	account := here.get("/account").ok().has("this one", "A browser without a name")
	here.submit(account, "/account/sessions/end").has("signed in here only")
	there.get("/").is(http.StatusSeeOther)
	here.get("/").ok()
}
