package e2e

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"factdesk/internal/managedpg"
)

// mortal is the program on a private PostgreSQL, killed and started again on the same data
// between the steps of the main job.
type mortal struct {
	*testing.T
	binary   string
	data     string // FACTDESK_DATA
	program  *program
	ada, rob *person
	article  article
	bench    string // path of the workbench
	claim    string
	report   string // path of the composer
	events   int    // of the audit log, when last verified
}

// TestKilled does the main job step by step and kills the program after each: what was
// acknowledged is there. The data are where only their owner can go, which for root, as whom
// PostgreSQL refuses to run, is a place its server cannot reach.
func TestKilled(t *testing.T) {
	t.Parallel()
	closed, err := os.MkdirTemp("", "factdesk-e2e-") // of mode 0700
	if err != nil {
		t.Fatal(err)
	}
	m := &mortal{T: t, binary: build(t), data: filepath.Join(closed, "data"), article: readArticle(t)}
	t.Cleanup(func() { m.clear(closed) })
	m.program = serve(t, m.binary, "FACTDESK_DATA="+m.data)
	m.ada, m.rob = newPerson(t, m.program.url), newPerson(t, m.program.url)

	for _, step := range []struct {
		what string
		do   func()
		kept func() bool // whether what was done is there
	}{
		{"set up", m.setUp, func() bool { return strings.Contains(m.ada.get("/desk/members"), address("rob")) }},
		{"import", m.bringArticle, func() bool { return strings.Contains(m.ada.get(m.bench), m.article.candidate) }},
		{"claim", m.makeClaim, func() bool { return m.shows(m.article.own) }},
		{"check", m.check, func() bool { return m.shows("Nothing was found.") && m.shows("Wang Yi") }},
		{"submit", func() { m.ada.on(m.claim, "submit", nil) }, func() bool { return m.shows("In review") }},
		{"approve", m.approve, func() bool { return m.shows("Approved") }},
		{"publish", m.publish, func() bool { return strings.Contains(m.rob.get("/r/harbour/agreed"), headline) }},
	} {
		step.do()
		m.program.kill()
		m.restart()
		if !step.kept() {
			t.Fatalf("%s: acknowledged, and gone after the program was killed", step.what)
		}
		m.verifies(step.what)
	}
	m.databaseKilled()
	m.terminated()
}

func (m *mortal) restart() {
	m.Helper()
	m.program = serve(m.T, m.binary, "FACTDESK_DATA="+m.data)
	m.ada.moved(m.program.url)
	m.rob.moved(m.program.url)
}

// shows reports whether the claim's page holds the words.
func (m *mortal) shows(words string) bool {
	m.Helper()
	return strings.Contains(m.ada.get("/claims/"+m.claim), words)
}

// verifies checks the audit log, which only grows.
func (m *mortal) verifies(after string) {
	m.Helper()
	said := verify(m.T, m.binary, "FACTDESK_DATA="+m.data)
	count, rest, _ := strings.Cut(strings.TrimPrefix(said, "harbour: "), " ")
	events, err := strconv.Atoi(count)
	if err != nil || rest != "events, all in order\n" || events <= m.events {
		m.Errorf("%s: the audit log had %d events; verify says now: %s", after, m.events, said)
	}
	m.events = events
}

func (m *mortal) setUp() {
	m.ada.post("/setup", url.Values{
		"desk_name": {"Harbour Desk"}, "desk_slug": {"harbour"}, "name": {"Ada"}, "email": {address("ada")}, "password": {password},
	})
	m.ada.post("/login", url.Values{"email": {address("ada")}, "password": {password}})
	m.ada.post("/desk/members", url.Values{"name": {"Rob"}, "email": {address("rob")}, "role": {"reviewer"}, "password": {password}})
	m.rob.post("/login", url.Values{"email": {address("rob")}, "password": {password}})
	// While Ada knows his password, what she worked on is not reviewed under his name.
	own := password + " of his own"
	m.rob.post("/account/password", url.Values{"current": {password}, "password": {own}, "repeat": {own}})
}

func (m *mortal) bringArticle() {
	_, m.bench = m.ada.post("/articles", url.Values{"text": {m.article.text}, "title": {m.article.title}, "language": {"en"}})
}

func (m *mortal) makeClaim() {
	page, _ := m.ada.post(m.bench+"/claims", url.Values{"article_version": {"1"}, "type": {"event"}, "quote": {m.article.own}, "statement": {"Both speak of consensus."}})
	m.claim = m.ada.find(page, `data-claim="(\d+)"`)
}

func (m *mortal) check() {
	if m.shows("/accept\"") {
		m.ada.on(m.claim, "accept", nil)
	}
	m.ada.on(m.claim, "attribution", url.Values{"speaker": {"Wang Yi"}, "speaker_kind": {"person"}, "cue": {"told"}})
	rating := m.ada.find(m.ada.get("/claims/"+m.claim), `name="rating" value="(\d+)"[^>]*>\s*<span>\s*<span class="verdict">Without evidence`)
	m.ada.on(m.claim, "verdict", url.Values{"rating": {rating}, "rationale": {"Nothing was found."}, "search_note": {"Both archives."}})
}

func (m *mortal) approve() {
	page := m.rob.get("/review/" + m.claim)
	m.rob.post("/claims/"+m.claim+"/approve", url.Values{
		"revision": {m.rob.find(page, `name="revision" value="(\d+)"`)}, "content_hash": {m.rob.find(page, `name="content_hash" value="(\w+)"`)},
	})
}

func (m *mortal) publish() {
	page, path := m.ada.post(m.bench+"/report", url.Values{})
	m.report = path
	page, _ = m.ada.post(path, url.Values{
		"revision": {m.ada.find(page, `name="revision" value="(\d+)"`)}, "headline": {headline}, "slug": {"agreed"}, "summary": {"In short."},
		"include_" + m.claim: {"on"}, "position_" + m.claim: {"1"},
	})
	m.ada.post(path+"/publish", url.Values{"revision": {m.ada.find(page, `name="revision" value="(\d+)"`)}})
}

// databaseKilled kills the private PostgreSQL under the running program, which says so and ends
// in order; its next start has everything.
func (m *mortal) databaseKilled() {
	killServer(m.T, filepath.Join(m.data, "postgres"))
	if status := m.program.exit(); status != 1 {
		m.Errorf("without its database the program ended with status %d", status)
	}
	if said := m.program.heard(); !strings.Contains(said, "the private PostgreSQL ended") || strings.Contains(said, "panic") {
		m.Errorf("without its database the program says:\n%s", said)
	}
	m.restart()
	if !m.shows("Approved") || !strings.Contains(m.rob.get("/r/harbour/agreed"), headline) {
		m.Error("what was there before the database was killed is gone")
	}
}

// killServer kills the PostgreSQL on the data of a cluster.
func killServer(t *testing.T, cluster string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(cluster, "pgdata", "postmaster.pid"))
	if err != nil {
		t.Fatal(err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(first)
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.Kill(pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
}

// stop ends a cluster; again does nothing.
func stop(t *testing.T, cluster *managedpg.Cluster) {
	t.Helper()
	if err := cluster.Stop(context.Background()); err != nil {
		t.Error(err)
	}
}

// terminated ends the program as an operator does: it takes its PostgreSQL with it.
func (m *mortal) terminated() {
	if status := m.program.terminate(); status != 0 {
		m.Errorf("terminated, the program ended with status %d:\n%s", status, m.program.heard())
	}
	for _, left := range []string{"postgres.url", "postgres/pgdata/postmaster.pid"} {
		if _, err := os.Stat(filepath.Join(m.data, left)); !os.IsNotExist(err) {
			m.Errorf("%s is left behind: %v", left, err)
		}
	}
}

// clear removes the data, also where root's were moved to.
func (m *mortal) clear(folder string) {
	if real, err := filepath.EvalSymlinks(filepath.Join(m.data, "postgres")); err == nil && !strings.HasPrefix(real, folder) {
		if err := os.RemoveAll(real); err != nil {
			m.Error(err)
		}
	}
	if err := os.RemoveAll(folder); err != nil {
		m.Error(err)
	}
}

// TestDatabaseGone runs the program on a database that goes away and comes back: meanwhile it
// asks to try again, and afterwards it works on by itself.
func TestDatabaseGone(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	// The server may run as another user, who must be able to go there.
	if err := errors.Join(os.Chmod(folder, 0o755), os.Chmod(filepath.Dir(folder), 0o755)); err != nil {
		t.Fatal(err)
	}
	options := managedpg.Options{DataDir: filepath.Join(folder, "data"), BinDir: os.Getenv("FACTDESK_PGBIN"), Durable: true}
	cluster, err := managedpg.Start(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, cluster) })
	p := serve(t, build(t), "DATABASE_URL="+cluster.URL(), "FACTDESK_DATA="+t.TempDir())
	ada := newPerson(t, p.url)
	ada.post("/setup", url.Values{
		"desk_name": {"Harbour Desk"}, "desk_slug": {"harbour"}, "name": {"Ada"}, "email": {address("ada")}, "password": {password},
	})
	ada.post("/login", url.Values{"email": {address("ada")}, "password": {password}})

	killServer(t, options.DataDir)
	<-cluster.Done()
	for _, path := range []string{"/", "/articles", "/r/harbour", "/readyz"} {
		unavailable(t, ada, path)
	}
	stop(t, cluster)
	back, err := managedpg.Start(t.Context(), options)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, back) })
	if page := ada.get("/articles"); !strings.Contains(page, "Harbour Desk") {
		t.Errorf("with its database back, the site shows:\n%s", page)
	}
	if status := p.terminate(); status != 0 {
		t.Errorf("terminated, the program ended with status %d:\n%s", status, p.heard())
	}
}

// unavailable waits until a page asks to try again: parts of a killed PostgreSQL live a moment
// longer than the whole, and may still answer.
func unavailable(t *testing.T, ada *person, path string) {
	t.Helper()
	status := http.StatusOK
	for deadline := time.Now().Add(patience); status == http.StatusOK && time.Now().Before(deadline); {
		response, err := ada.client.Get(ada.site + path)
		if err != nil {
			t.Fatal(err)
		}
		ada.read(response)
		status = response.StatusCode
		if status != http.StatusOK && path != "/readyz" && response.Header.Get("Retry-After") == "" {
			t.Errorf("%s without a database does not say when to try again", path)
		}
	}
	if status != http.StatusServiceUnavailable {
		t.Errorf("%s without a database: status %d", path, status)
	}
}
