package workflow

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"runtime"
	"strings"
	"unicode/utf8"

	"factdesk/internal/errs"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"
)

// How long a password may be, in code points. Nothing else is asked of it: rules of
// composition make passwords worse (NIST SP 800-63B, 5.1.1.2).
const (
	minPassword = 10
	maxPassword = 200
)

// checkPassword applies the rules for a new password. notThese are words it must not
// be: the desk's name, and e-mail addresses with what stands before their @. Returns
// Invalid for the field password.
func checkPassword(password string, notThese ...string) error {
	const field = "password"
	password = norm.NFC.String(password)
	switch n := utf8.RuneCountInString(password); {
	case !utf8.ValidString(password):
		return errs.Field(field, "The password is not readable text.")
	case n < minPassword:
		return errs.Field(field, "A password has at least %d characters; this one has %d.", minPassword, n)
	case n > maxPassword:
		return errs.Field(field, "A password has at most %d characters; this one has %d.", maxPassword, n)
	}
	for _, word := range notThese {
		local, _, _ := strings.Cut(word, "@")
		if strings.EqualFold(password, word) || strings.EqualFold(password, local) {
			return errs.Field(field, "The password must not be the e-mail address, what stands before its @, or the desk's name.")
		}
	}
	for _, common := range strings.Fields(commonPasswords) {
		if strings.EqualFold(password, common) {
			return errs.Field(field, "This password is among the first that are tried. Choose another.")
		}
	}
	return nil
}

// commonPasswords are the passwords of ten characters or more that head published
// lists of leaked ones.
const commonPasswords = `
0000000000 0123456789 0987654321 1111111111 1122334455 1212121212 1234512345 1234554321 1234567890 12345678901
123456789012 123456789a 123456789q 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 9876543210 987654321a a123456789 aaaaaaaaaa
abcd123456 abcdefghij abcdefghijkl administrator asdfghjkl1 asdfghjkl; basketball changemenow changeme123 iloveyou12
iloveyou123 letmein123 letmeinnow michael123 onetwothree passw0rd123 password01 password10 password11 password12
password123 password1234 password12345 passwordpassword princess123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qwerty12345
qwerty123456 qwertyuiop qwertyuiop123 secret1234 sunshine123 superman123 trustno1trustno1 welcome123 welcome1234 zxcvbnm123`

// params are argon2id's costs.
type params struct {
	memory  uint32 // KiB
	time    uint32 // passes
	threads uint8
}

// The costs of new hashes, as OWASP's Password Storage Cheat Sheet has them, and the
// lengths of RFC 9106.
const (
	argonMemory  = 19 * 1024
	argonTime    = 2
	argonThreads = 1
	saltBytes    = 16
	keyBytes     = 32
)

// maxTurns bounds how many hashes are computed at once, and so their memory.
const maxTurns = 4

// hasher hashes and verifies passwords with argon2id, few at a time.
type hasher struct {
	params params
	turns  chan struct{}
	derive func(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte
}

func newHasher() *hasher {
	return &hasher{
		params: params{memory: argonMemory, time: argonTime, threads: argonThreads},
		turns:  make(chan struct{}, min(maxTurns, runtime.GOMAXPROCS(0))),
		derive: argon2.IDKey,
	}
}

// turn is the right to compute hashes, one after the other, until it ends.
type turn struct{ h *hasher }

// turn waits for its turn. Returns Unavailable when ctx ends first. The caller ends it.
func (h *hasher) turn(ctx context.Context) (turn, error) {
	select {
	case h.turns <- struct{}{}:
		return turn{h}, nil
	case <-ctx.Done():
		return turn{}, errs.Wrap(ctx.Err(), errs.Unavailable, "Too many people are signing in at once. Try again in a moment.")
	}
}

func (t turn) end() { <-t.h.turns }

// hash returns a PHC string of the password with a new salt.
func (t turn) hash(password string) string {
	salt := make([]byte, saltBytes)
	_, _ = rand.Read(salt) // it never fails, by its documentation
	return phc{params: t.h.params, salt: salt, key: t.key(password, salt, t.h.params, keyBytes)}.String()
}

// fingerprint identifies passwords somebody sent under a key, such as to recognise the same
// request. It is kept, so that guessing passwords from it costs what it costs from a hash.
func (t turn) fingerprint(key string, passwords ...string) []byte {
	salt := sha256.Sum256([]byte(key))
	return t.key(strings.Join(passwords, "\x00"), salt[:saltBytes], t.h.params, keyBytes)
}

// verify reports whether the password is the one encoded was made of, and whether
// encoded was made with other costs than new hashes are, so that it wants renewing.
func (t turn) verify(password, encoded string) (match, outdated bool, err error) {
	p, err := parsePHC(encoded)
	if err != nil {
		return false, false, err
	}
	key := t.key(password, p.salt, p.params, uint32(len(p.key)))
	return subtle.ConstantTimeCompare(key, p.key) == 1, p.params != t.h.params || len(p.key) != keyBytes, nil
}

// nobody returns a hash that costs as much to verify as any and that no password has:
// where there is no account it keeps the answer as slow as where there is one.
func (t turn) nobody() string {
	return phc{params: t.h.params, salt: make([]byte, saltBytes), key: make([]byte, keyBytes)}.String()
}

func (t turn) key(password string, salt []byte, p params, length uint32) []byte {
	return t.h.derive([]byte(norm.NFC.String(password)), salt, p.time, p.memory, p.threads, length)
}

// hashPassword waits for a turn and returns a PHC string of the password.
func (h *hasher) hashPassword(ctx context.Context, password string) (string, error) {
	turn, err := h.turn(ctx)
	if err != nil {
		return "", err
	}
	defer turn.end()
	return turn.hash(password), nil
}

// phc is an argon2id hash as the PHC string format writes it:
// https://github.com/P-H-C/phc-string-format/blob/master/phc-sf-spec.md
type phc struct {
	params params
	salt   []byte
	key    []byte
}

// String returns $argon2id$v=19$m=…,t=…,p=…$salt$key.
func (p phc) String() string {
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.params.memory, p.params.time, p.params.threads,
		base64.RawStdEncoding.EncodeToString(p.salt), base64.RawStdEncoding.EncodeToString(p.key))
}

// parsePHC reads what String wrote. Its errors do not repeat the hash.
func parsePHC(encoded string) (phc, error) {
	var p phc
	parts := strings.Split(encoded, "$")
	if len(parts) != 6 || parts[0] != "" || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return p, fmt.Errorf("read a password hash: not argon2id version %d", argon2.Version)
	}
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.params.memory, &p.params.time, &p.params.threads); err != nil {
		return p, fmt.Errorf("read a password hash's costs: %w", err)
	}
	var err error
	if p.salt, err = base64.RawStdEncoding.Strict().DecodeString(parts[4]); err != nil {
		return p, fmt.Errorf("read a password hash's salt: %w", err)
	}
	if p.key, err = base64.RawStdEncoding.Strict().DecodeString(parts[5]); err != nil {
		return p, fmt.Errorf("read a password hash's key: %w", err)
	}
	if p.params.time == 0 || p.params.threads == 0 || p.params.memory > 1<<20 || len(p.salt) < 8 || len(p.key) < 16 || p.String() != encoded {
		return p, fmt.Errorf("read a password hash: out of range")
	}
	return p, nil
}
