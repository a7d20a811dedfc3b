package e2e

import (
	"bufio"
	"bytes"
	"context"
	"crypto/rand"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// build compiles the program and returns its path.
func build(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "factdesk")
	if out, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "../../cmd/factdesk").CombinedOutput(); err != nil {
		t.Fatalf("build the program: %v\n%s", err, out)
	}
	return binary
}

// program is the compiled program, running.
type program struct {
	t     *testing.T
	cmd   *exec.Cmd
	url   string
	ended chan error // what the process ended with

	mu   sync.Mutex
	said bytes.Buffer // on standard error
}

// environment is that of the tests, with other settings of the program than they have.
func environment(settings ...string) []string {
	env := settings
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		if name != "DATABASE_URL" && (name == "FACTDESK_PGBIN" || !strings.HasPrefix(name, "FACTDESK_")) {
			env = append(env, pair)
		}
	}
	return env
}

// serve starts `factdesk serve` and returns when it says where it listens.
func serve(t *testing.T, binary string, settings ...string) *program {
	t.Helper()
	p := &program{t: t, cmd: exec.Command(binary, "serve", "--addr", "127.0.0.1:0"), ended: make(chan error, 1)}
	p.cmd.Env = environment(settings...)
	stderr, err := p.cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = p.cmd.Process.Kill() }) // it has ended, unless the test failed
	listening := make(chan string, 1)
	go func() {
		p.hear(stderr, listening)
		p.ended <- p.cmd.Wait()
	}()
	select {
	case p.url = <-listening:
	case err := <-p.ended:
		t.Fatalf("the program ended at its start: %v\n%s", err, p.heard())
	case <-time.After(patience):
		t.Fatalf("the program does not listen:\n%s", p.heard())
	}
	return p
}

// hear keeps what the program says, and passes on where it listens.
func (p *program) hear(stderr io.Reader, listening chan<- string) {
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		p.mu.Lock()
		p.said.WriteString(lines.Text() + "\n")
		p.mu.Unlock()
		if address, ok := strings.CutPrefix(lines.Text(), "listening on "); ok {
			listening <- address
		}
	}
}

func (p *program) heard() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.said.String()
}

// kill ends the program as a power cut does.
func (p *program) kill() {
	p.t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		p.t.Fatal(err)
	}
	<-p.ended
}

// terminate asks the program to end, and returns its exit status.
func (p *program) terminate() int {
	p.t.Helper()
	if err := p.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		p.t.Fatal(err)
	}
	return p.exit()
}

// exit waits for the program's end and returns its exit status.
func (p *program) exit() int {
	p.t.Helper()
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.t.Fatalf("the program does not end:\n%s", p.heard())
	}
	return p.cmd.ProcessState.ExitCode()
}

// person is somebody's HTTP client, with its cookies.
type person struct {
	t      *testing.T
	client *http.Client
	site   string
}

func newPerson(t *testing.T, site string) *person {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	return &person{t: t, site: site, client: &http.Client{Jar: jar, Timeout: patience}}
}

// moved is the same person at the site's new address: cookies do not know of ports.
func (p *person) moved(site string) { p.site = site }

// get returns a page, which must be there.
func (p *person) get(path string) string {
	p.t.Helper()
	response, err := p.client.Get(p.site + path)
	if err != nil {
		p.t.Fatal(err)
	}
	body, _ := p.read(response)
	if response.StatusCode != http.StatusOK {
		p.t.Fatalf("GET %s: status %d\n%s", path, response.StatusCode, body)
	}
	return body
}

// post sends a form, with a key of its own, and returns the page and the path it led to.
func (p *person) post(path string, fields url.Values) (body, led string) {
	p.t.Helper()
	fields.Set("key", rand.Text())
	response, err := p.client.PostForm(p.site+path, fields)
	if err != nil {
		p.t.Fatal(err)
	}
	body, led = p.read(response)
	if response.StatusCode != http.StatusOK {
		p.t.Fatalf("POST %s: status %d\n%s", path, response.StatusCode, body)
	}
	return body, led
}

func (p *person) read(response *http.Response) (body, path string) {
	p.t.Helper()
	text, err := io.ReadAll(response.Body)
	_ = response.Body.Close() // all of it was read
	if err != nil {
		p.t.Fatal(err)
	}
	return string(text), response.Request.URL.Path
}

// on posts a form of a claim, at the revision its page shows, and returns the answer.
func (p *person) on(claim, action string, fields url.Values) string {
	p.t.Helper()
	page := p.get("/claims/" + claim)
	if fields == nil {
		fields = url.Values{}
	}
	fields.Set("revision", p.find(page, `data-revision="(\d+)"`))
	body, _ := p.post("/claims/"+claim+"/"+action, fields)
	return body
}

// find returns what the pattern's group matches first.
func (p *person) find(body, pattern string) string {
	p.t.Helper()
	found := regexp.MustCompile(pattern).FindStringSubmatch(body)
	if found == nil {
		p.t.Fatalf("%s is not in the page:\n%s", pattern, body)
	}
	return found[1]
}

// verify runs `factdesk verify` beside the running program and returns what it prints.
func verify(t *testing.T, binary string, settings ...string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, binary, "verify")
	cmd.Env = environment(settings...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Errorf("verify: %v", err)
	}
	return string(out)
}
