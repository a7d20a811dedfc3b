package server

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"factdesk/internal/postgres"
)

// minSessionKey is the least length of a key that signs cookies, in bytes.
const minSessionKey = 32

// Config is everything the environment decides.
type Config struct {
	DatabaseURL    string         // empty: a private PostgreSQL under Data
	MigrateURL     string         // empty: migrations log in as the application does
	DatabaseMax    int            // connections of the pool; 0 for the default
	PostgresBin    string         // folder of initdb and postgres; empty to look for them
	Addr           string         // HOST:PORT to listen on
	TrustedProxies []netip.Prefix // whose word on the client's address is taken; none when empty
	Data           string         // folder of the private PostgreSQL and of what is generated
	BaseURL        string         // the site's public address; empty: that of the listener
	SessionKeys    [][]byte       // newest first; empty: generated and kept under Data
	LogJSON        bool
	MetricsAddr    string // HOST:PORT of /metrics; empty: none
	Dev            bool   // development pages
}

// Variable is one variable of the environment, for --help and for the reader of the settings.
type Variable struct {
	Name    string
	Default string // as shown
	Meaning string
}

// Variables lists what Load reads, in the order of --help.
func Variables() []Variable {
	return []Variable{
		{"DATABASE_URL", "none: a private PostgreSQL", "the database, such as postgres://user:password@host/name"},
		{"FACTDESK_MIGRATE_URL", "none", "another login for migrations, the owner of the schema; DATABASE_URL then logs in restricted"},
		{"FACTDESK_DB_CONNS", "8", "most connections to the database"},
		{"FACTDESK_PGBIN", "none: looked for", "folder of initdb and postgres for the private PostgreSQL"},
		{"FACTDESK_ADDR", "127.0.0.1:8080", "HOST:PORT to listen on; port 0 picks one"},
		{"FACTDESK_TRUSTED_PROXIES", "none", "addresses or CIDR ranges of reverse proxies, with commas between; their X-Forwarded-For is believed"},
		{"FACTDESK_DATA", "./.factdesk", "folder of the private PostgreSQL and of generated keys"},
		{"FACTDESK_BASE_URL", "http://HOST:PORT", "public address of the site, for links; https:// makes cookies Secure"},
		{"FACTDESK_SESSION_KEYS", "generated, kept in FACTDESK_DATA", "keys that sign cookies, newest first: hex of 32 bytes or more each, with commas between"},
		{"FACTDESK_LOG", "text", "text or json"},
		{"FACTDESK_METRICS_ADDR", "none", "HOST:PORT of /metrics; it is not protected, so keep it off public networks"},
		{"FACTDESK_DEV", "off", "on serves the development pages below /dev/"},
	}
}

// Load reads the environment. Its error names every variable that is wrong, a line each.
func Load(getenv func(string) string) (Config, error) {
	l := &loader{getenv: getenv}
	cfg := Config{
		DatabaseURL:    l.text("DATABASE_URL", ""),
		MigrateURL:     l.text("FACTDESK_MIGRATE_URL", ""),
		DatabaseMax:    l.number("FACTDESK_DB_CONNS"),
		PostgresBin:    l.text("FACTDESK_PGBIN", ""),
		Addr:           l.address("FACTDESK_ADDR", "127.0.0.1:8080"),
		TrustedProxies: l.networks("FACTDESK_TRUSTED_PROXIES"),
		Data:           l.text("FACTDESK_DATA", ".factdesk"),
		BaseURL:        l.baseURL("FACTDESK_BASE_URL"),
		SessionKeys:    l.keys("FACTDESK_SESSION_KEYS"),
		LogJSON:        l.choice("FACTDESK_LOG", "text", "json") == "json",
		MetricsAddr:    l.address("FACTDESK_METRICS_ADDR", ""),
		Dev:            l.flag("FACTDESK_DEV"),
	}
	if cfg.MigrateURL != "" && cfg.DatabaseURL == "" {
		l.fault("FACTDESK_MIGRATE_URL", "needs DATABASE_URL beside it")
	}
	return cfg, errors.Join(l.faults...)
}

// database says how to reach a database at url, which is DatabaseURL or the private one's.
func (c Config) database(url string, log *slog.Logger) postgres.Config {
	return postgres.Config{URL: url, MigrateURL: c.MigrateURL, MaxConns: c.DatabaseMax, Logger: log}
}

// clusterDir is the folder of the private PostgreSQL.
func (c Config) clusterDir() string { return filepath.Join(c.Data, "postgres") }

// Logger returns the log the settings ask for, written to w with times in UTC.
func (c Config) Logger(w io.Writer) *slog.Logger {
	options := &slog.HandlerOptions{ReplaceAttr: func(groups []string, a slog.Attr) slog.Attr {
		if len(groups) == 0 && a.Key == slog.TimeKey {
			a.Value = slog.TimeValue(a.Value.Time().UTC())
		}
		return a
	}}
	if c.LogJSON {
		return slog.New(slog.NewJSONHandler(w, options))
	}
	return slog.New(slog.NewTextHandler(w, options))
}

// loader reads variables and collects what is wrong with them.
type loader struct {
	getenv func(string) string
	faults []error
}

func (l *loader) fault(name, format string, args ...any) {
	l.faults = append(l.faults, fmt.Errorf("%s %s", name, fmt.Sprintf(format, args...)))
}

func (l *loader) text(name, otherwise string) string {
	if value := strings.TrimSpace(l.getenv(name)); value != "" {
		return value
	}
	return otherwise
}

func (l *loader) number(name string) int {
	value := l.text(name, "0")
	n, err := strconv.Atoi(value)
	if err != nil || n < 0 || n > 1000 {
		l.fault(name, "is a number from 1 to 1000, not %q", value)
	}
	return n
}

func (l *loader) choice(name, first, second string) string {
	value := l.text(name, first)
	if value != first && value != second {
		l.fault(name, "is %s or %s, not %q", first, second, value)
	}
	return value
}

func (l *loader) flag(name string) bool {
	switch value := strings.ToLower(l.text(name, "off")); value {
	case "on", "1", "true", "yes":
		return true
	case "off", "0", "false", "no":
	default:
		l.fault(name, "is on or off, not %q", value)
	}
	return false
}

func (l *loader) address(name, otherwise string) string {
	value := l.text(name, otherwise)
	if value == "" {
		return ""
	}
	if err := CheckAddr(value); err != nil {
		l.fault(name, "%v", err)
	}
	return value
}

// CheckAddr reports what is wrong with an address to listen on.
func CheckAddr(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if n, numErr := strconv.ParseUint(port, 10, 16); err != nil || numErr != nil || strconv.FormatUint(n, 10) != port {
		return fmt.Errorf("is HOST:PORT such as 127.0.0.1:8080, not %q", addr)
	}
	return nil
}

// networks reads addresses and CIDR ranges with commas between.
func (l *loader) networks(name string) []netip.Prefix {
	var list []netip.Prefix
	for _, field := range strings.FieldsFunc(l.text(name, ""), func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) }) {
		p, err := parseNetwork(field)
		if err != nil {
			l.fault(name, "holds addresses such as 10.0.0.2 or ranges such as 10.0.0.0/8, not %q", field)
			continue
		}
		list = append(list, p)
	}
	return list
}

// parseNetwork reads a CIDR range, or an address as the range of it alone.
func parseNetwork(text string) (netip.Prefix, error) {
	if strings.Contains(text, "/") {
		p, err := netip.ParsePrefix(text)
		if err == nil && p.Addr().Is4In6() {
			err = errors.New("a range of IPv4 is written as IPv4")
		}
		return p.Masked(), err
	}
	a, err := netip.ParseAddr(text)
	if err == nil && a.Zone() != "" {
		err = errors.New("an address with a zone is of one machine only")
	}
	return netip.PrefixFrom(a.Unmap(), a.Unmap().BitLen()), err
}

func (l *loader) baseURL(name string) string {
	value := strings.TrimRight(l.text(name, ""), "/")
	if value == "" {
		return ""
	}
	u, err := url.Parse(value)
	if err != nil || (u.Scheme != "http" && u.Scheme != "https") || u.Host == "" || u.Path != "" || u.RawQuery != "" || u.User != nil || u.Fragment != "" {
		l.fault(name, "is an address without a path, such as https://checks.example.org")
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// keys never repeats a value in its fault: it is a secret.
func (l *loader) keys(name string) [][]byte {
	value := l.text(name, "")
	if value == "" {
		return nil
	}
	keys, err := parseKeys(value)
	if err != nil {
		l.fault(name, "%v", err)
	}
	return keys
}

// parseKeys reads keys in hex, newest first, with commas or line ends between.
func parseKeys(text string) ([][]byte, error) {
	var keys [][]byte
	for i, field := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(", \t\r\n", r) }) {
		key, err := hex.DecodeString(field)
		if err != nil || len(key) < minSessionKey {
			return nil, fmt.Errorf("holds keys of %d bytes or more in hex, as `openssl rand -hex %d` makes them; key %d is none",
				minSessionKey, minSessionKey, i+1)
		}
		keys = append(keys, key)
	}
	if len(keys) == 0 {
		return nil, errors.New("holds no key")
	}
	return keys, nil
}
