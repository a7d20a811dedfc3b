package server

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// sessionKeys returns the keys that sign cookies: those of the settings, else those kept
// under the data folder, made on the first start so that sessions outlive a restart.
func (c Config) sessionKeys() ([][]byte, error) {
	if len(c.SessionKeys) > 0 {
		return c.SessionKeys, nil
	}
	name := filepath.Join(c.Data, "session.keys")
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		text, err = makeKeys(name)
	}
	if err != nil {
		return nil, fmt.Errorf("read the session keys: %w", err)
	}
	keys, err := parseKeys(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s %w", name, err)
	}
	return keys, nil
}

// makeKeys writes a new key. It is written beside its place and linked there, so that of
// two nodes that start at once on one folder both end up with the first one's.
func makeKeys(name string) ([]byte, error) {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return nil, err
	}
	secret := make([]byte, minSessionKey)
	_, _ = rand.Read(secret)                                         // never fails: the runtime ends the program first
	temp, err := os.CreateTemp(filepath.Dir(name), "session.keys.*") // with mode 0600
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.Remove(temp.Name()) }() // the link stays
	_, err = temp.WriteString(hex.EncodeToString(secret) + "\n")
	if err := errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return nil, err
	}
	if err := os.Link(temp.Name(), name); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return os.ReadFile(name)
}
