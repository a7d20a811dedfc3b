package workflow

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"factdesk/internal/errs"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// cheapHasher is a hasher whose derivation costs nothing and is counted.
func cheapHasher(count *atomic.Int64) *hasher {
	h := newHasher()
	h.derive = func(password, salt []byte, time, memory uint32, threads uint8, keyLen uint32) []byte {
		count.Add(1)
		key := make([]byte, keyLen)
		copy(key, password)
		for i, b := range salt {
			key[int(keyLen)-1-i%int(keyLen)] ^= b + byte(time) + byte(memory) + threads
		}
		return key
	}
	return h
}

func mustTurn(t *testing.T, h *hasher) turn {
	t.Helper()
	turn, err := h.turn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(turn.end)
	return turn
}

func TestHasher_VerifiesWhatItHashed(t *testing.T) {
	t.Parallel()
	turn := mustTurn(t, newHasher())
	encoded := turn.hash("correct horse caf\u00e9")
	if !strings.HasPrefix(encoded, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("hash = %s", encoded)
	}
	for password, want := range map[string]bool{
		"correct horse caf\u00e9":  true,
		"correct horse cafe\u0301": true, // the same to whoever types it on another machine
		"correct horse cafe":       false,
		"":                         false,
	} {
		match, outdated, err := turn.verify(password, encoded)
		if err != nil || match != want || outdated {
			t.Errorf("verify(%q) = %v, %v, %v", password, match, outdated, err)
		}
	}
	if turn.hash("correct horse caf\u00e9") == encoded {
		t.Error("two hashes of one password are the same: the salt is")
	}
}

// The reference implementation's own example, made with other costs:
// https://github.com/P-H-C/phc-winner-argon2/blob/master/src/test.c
func TestHasher_VerifiesForeignHash(t *testing.T) {
	t.Parallel()
	const reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	match, outdated, err := mustTurn(t, newHasher()).verify("password", reference)
	if err != nil || !match || !outdated {
		t.Errorf("verify = %v, %v, %v, want a match that wants renewing", match, outdated, err)
	}
}

func TestHasher_NobodyHasNoPassword(t *testing.T) {
	t.Parallel()
	turn := mustTurn(t, newHasher())
	match, outdated, err := turn.verify("", turn.nobody())
	if err != nil || match || outdated {
		t.Errorf("verify = %v, %v, %v", match, outdated, err)
	}
}

func TestHasher_TakesFewAtATime(t *testing.T) {
	t.Parallel()
	h := newHasher()
	var running, most, calls atomic.Int64
	h.derive = func(_, _ []byte, _, _ uint32, _ uint8, keyLen uint32) []byte {
		n := running.Add(1)
		defer running.Add(-1)
		for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
		}
		calls.Add(1)
		return make([]byte, keyLen)
	}
	var group sync.WaitGroup
	for range 50 {
		group.Go(func() {
			if _, err := h.hashPassword(t.Context(), "a password of somebody"); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	if calls.Load() != 50 || most.Load() > int64(cap(h.turns)) || cap(h.turns) > maxTurns {
		t.Errorf("%d hashes, %d at once with %d turns", calls.Load(), most.Load(), cap(h.turns))
	}
}

func TestHasher_GivesUpWithItsCaller(t *testing.T) {
	t.Parallel()
	h := newHasher()
	for range cap(h.turns) {
		mustTurn(t, h)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := h.hashPassword(ctx, "a password of somebody"); errs.KindOf(err) != errs.Unavailable {
		t.Errorf("error %v, want Unavailable", err)
	}
}

func TestPHC_RoundTrip(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := phc{
			params: params{memory: rapid.Uint32Range(8, 1<<20).Draw(t, "m"), time: rapid.Uint32Range(1, 99).Draw(t, "t"),
				threads: rapid.Uint8Min(1).Draw(t, "p")},
			salt: rapid.SliceOfN(rapid.Byte(), 8, 64).Draw(t, "salt"),
			key:  rapid.SliceOfN(rapid.Byte(), 16, 64).Draw(t, "key"),
		}
		got, err := parsePHC(want.String())
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(phc{}, params{})); diff != "" {
			t.Error(diff)
		}
	})
}

func TestParsePHC_Refuses(t *testing.T) {
	t.Parallel()
	const salt, key = "c29tZXNhbHQ", "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
	for name, encoded := range map[string]string{
		"nothing":         "",
		"another scheme":  "$argon2i$v=19$m=65536,t=2,p=1$" + salt + "$" + key,
		"another version": "$argon2id$v=16$m=65536,t=2,p=1$" + salt + "$" + key,
		"no passes":       "$argon2id$v=19$m=65536,t=0,p=1$" + salt + "$" + key,
		"no threads":      "$argon2id$v=19$m=65536,t=2,p=0$" + salt + "$" + key,
		"all the memory":  "$argon2id$v=19$m=4294967295,t=2,p=1$" + salt + "$" + key,
		"trailing cost":   "$argon2id$v=19$m=65536,t=2,p=1,x=1$" + salt + "$" + key,
		"negative cost":   "$argon2id$v=19$m=-1,t=2,p=1$" + salt + "$" + key,
		"padded salt":     "$argon2id$v=19$m=65536,t=2,p=1$" + salt + "==$" + key,
		"short salt":      "$argon2id$v=19$m=65536,t=2,p=1$c2E$" + key,
		"no key":          "$argon2id$v=19$m=65536,t=2,p=1$" + salt + "$",
		"one part more":   "$argon2id$v=19$m=65536,t=2,p=1$" + salt + "$" + key + "$",
	} {
		if _, err := parsePHC(encoded); err == nil {
			t.Errorf("%s: no error", name)
		} else if len(encoded) > 0 && strings.Contains(err.Error(), key) {
			t.Errorf("%s: the error repeats the hash: %v", name, err)
		}
	}
}

func TestCheckPassword(t *testing.T) {
	t.Parallel()
	for _, tc := range []struct {
		name, password string
		ok             bool
	}{
		{"ten characters", "zehn dinge", true},
		{"nine characters", "neunzehn!", false},
		{"nine characters of two bytes", "ěščřžýáíé", false},
		{"ten characters of four bytes", strings.Repeat("🦉", 9) + "!", true},
		{"nine letters with accents of their own", "e\u0301a\u0301i\u0301o\u0301u\u0301e\u0301a\u0301i\u0301o\u0301", false},
		{"two hundred", strings.Repeat("ab", 100), true},
		{"two hundred and one", strings.Repeat("ab", 100) + "c", false},
		{"not text", "password \xff\xfe of bytes", false},
		{"only spaces between words", "two  words", true},
		{"the address", "EDITOR.IN.CHIEF@desk.example", false},
		{"before the @", "editor.in.chief", false},
		{"the desk's name", "the evening desk", false},
		{"a common one", "Password123", false},
		{"holds a common one", "password123 and a horse", true},
	} {
		err := checkPassword(tc.password, "editor.in.chief@desk.example", "The Evening Desk")
		if (err == nil) != tc.ok {
			t.Errorf("%s: %v", tc.name, err)
		}
		if err != nil && (errs.KindOf(err) != errs.Invalid || errs.Reasons(err)[0].Field != "password" || strings.Contains(err.Error(), tc.password)) {
			t.Errorf("%s: %#v", tc.name, err)
		}
	}
}

func TestCommonPasswords_AreLongEnoughToMatter(t *testing.T) {
	t.Parallel()
	for _, common := range strings.Fields(commonPasswords) {
		if len(common) < minPassword || common != strings.ToLower(common) {
			t.Errorf("%q is refused by its length already, or not in lower case", common)
		}
	}
}
