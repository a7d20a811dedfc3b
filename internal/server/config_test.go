package server

import (
	"net/netip"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// env returns a getenv of the given pairs of name and value.
func env(pairs ...string) func(string) string {
	return func(name string) string {
		for i := 0; i < len(pairs); i += 2 {
			if pairs[i] == name {
				return pairs[i+1]
			}
		}
		return ""
	}
}

func TestLoadDefaults(t *testing.T) {
	t.Parallel()
	got, err := Load(env())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(Config{Addr: "127.0.0.1:8080", Data: ".factdesk"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestLoadEverything(t *testing.T) {
	t.Parallel()
	key := strings.Repeat("ab", 32)
	got, err := Load(env("DATABASE_URL", "postgres://a/b", "FACTDESK_MIGRATE_URL", "postgres://o@a/b", "FACTDESK_DB_CONNS", "12",
		"FACTDESK_PGBIN", "/pg/bin", "FACTDESK_ADDR", ":0", "FACTDESK_DATA", "/data", "FACTDESK_BASE_URL", "https://checks.example.org/",
		"FACTDESK_SESSION_KEYS", key+", "+strings.Repeat("cd", 40), "FACTDESK_LOG", "json", "FACTDESK_METRICS_ADDR", "127.0.0.1:9100", "FACTDESK_DEV", "1",
		"FACTDESK_TRUSTED_PROXIES", "10.1.2.3/8, ::ffff:192.0.2.7,2001:db8::1"))
	if err != nil {
		t.Fatal(err)
	}
	want := Config{
		DatabaseURL: "postgres://a/b", MigrateURL: "postgres://o@a/b", DatabaseMax: 12, PostgresBin: "/pg/bin", Addr: ":0", Data: "/data",
		BaseURL: "https://checks.example.org", SessionKeys: got.SessionKeys, LogJSON: true, MetricsAddr: "127.0.0.1:9100", Dev: true,
		TrustedProxies: []netip.Prefix{netip.MustParsePrefix("10.0.0.0/8"), netip.MustParsePrefix("192.0.2.7/32"), netip.MustParsePrefix("2001:db8::1/128")},
	}
	if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b netip.Prefix) bool { return a == b })); diff != "" {
		t.Error(diff)
	}
	if len(got.SessionKeys) != 2 || len(got.SessionKeys[0]) != 32 || len(got.SessionKeys[1]) != 40 {
		t.Errorf("the session keys are %x", got.SessionKeys)
	}
}

// TestLoadNamesEveryMistake hears of all at once, and of no secret.
func TestLoadNamesEveryMistake(t *testing.T) {
	t.Parallel()
	_, err := Load(env("FACTDESK_MIGRATE_URL", "postgres://x", "FACTDESK_DB_CONNS", "many", "FACTDESK_ADDR", "8080", "FACTDESK_BASE_URL", "checks.example.org",
		"FACTDESK_SESSION_KEYS", "hush-hush", "FACTDESK_LOG", "xml", "FACTDESK_METRICS_ADDR", "host:99999", "FACTDESK_DEV", "maybe", "FACTDESK_TRUSTED_PROXIES", "10.0.0.0/33"))
	if err == nil {
		t.Fatal("no error")
	}
	lines := strings.Split(err.Error(), "\n")
	for _, name := range []string{"FACTDESK_MIGRATE_URL", "FACTDESK_DB_CONNS", "FACTDESK_ADDR", "FACTDESK_BASE_URL", "FACTDESK_SESSION_KEYS", "FACTDESK_LOG",
		"FACTDESK_METRICS_ADDR", "FACTDESK_DEV", "FACTDESK_TRUSTED_PROXIES"} {
		if n := strings.Count(err.Error(), name+" "); n != 1 {
			t.Errorf("%s is named %d times in %q", name, n, err)
		}
	}
	if len(lines) != 9 || strings.Contains(err.Error(), "hush") {
		t.Errorf("the error has %d lines: %q", len(lines), err)
	}
}

func TestProxiesThatAreNone(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"proxy.example", "10.0.0", "10.0.0.0/-1", "::ffff:10.0.0.0/104", "fe80::1%eth0", "10.0.0.1:80"} {
		if cfg, err := Load(env("FACTDESK_TRUSTED_PROXIES", text)); err == nil {
			t.Errorf("%q is taken for %v", text, cfg.TrustedProxies)
		}
	}
}

func TestBaseURLsThatAreNone(t *testing.T) {
	t.Parallel()
	for _, url := range []string{"ftp://a", "https://", "https://a/path", "https://a?b", "https://u:p@a", "https://a#b", "//a", "https://%zz"} {
		if cfg, err := Load(env("FACTDESK_BASE_URL", url)); err == nil {
			t.Errorf("%q is taken for %q", url, cfg.BaseURL)
		}
	}
}

// TestVariablesAreThoseThatAreRead keeps --help true: what Load asks for is listed, and nothing else.
func TestVariablesAreThoseThatAreRead(t *testing.T) {
	t.Parallel()
	read := map[string]bool{}
	if _, err := Load(func(name string) string { read[name] = true; return "" }); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, v := range Variables() {
		listed[v.Name] = true
		if v.Meaning == "" || v.Default == "" {
			t.Errorf("%s is not explained", v.Name)
		}
	}
	if diff := cmp.Diff(read, listed); diff != "" {
		t.Error(diff)
	}
}

// TestSessionKeysAreKept makes one key, however many ask at once, and only its owner may read it.
func TestSessionKeysAreKept(t *testing.T) {
	t.Parallel()
	cfg := Config{Data: filepath.Join(t.TempDir(), "new", "data")}
	keys := make([][][]byte, 8)
	var all sync.WaitGroup
	for i := range keys {
		all.Go(func() {
			var err error
			if keys[i], err = cfg.sessionKeys(); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	for _, k := range keys {
		if diff := cmp.Diff(keys[0], k); diff != "" {
			t.Errorf("two keys: %s", diff)
		}
	}
	files, err := os.ReadDir(cfg.Data)
	if err != nil || len(files) != 1 {
		t.Fatalf("the folder holds %v, %v", files, err)
	}
	if info, err := files[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the mode of the keys is %v, %v", info.Mode(), err)
	}
	if err := os.WriteFile(filepath.Join(cfg.Data, "session.keys"), []byte("broken\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := cfg.sessionKeys(); err == nil || !strings.Contains(err.Error(), "session.keys") {
		t.Errorf("a broken file of keys: %v", err)
	}
}
