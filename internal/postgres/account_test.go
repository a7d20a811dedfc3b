package postgres_test

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/postgres/pgtest"
)

// staff is a desk with one member, and an account that belongs to no desk.
type staff struct {
	desk           factcheck.DeskID
	member, nobody factcheck.AccountID
}

func addStaff(t *testing.T, db *postgres.DB) staff {
	t.Helper()
	var s staff
	slug := "staff-" + strings.ToLower(rand.Text())
	err := db.Tx(t.Context(), 0, func(tx *postgres.DB) (err error) {
		if s.desk, err = tx.InsertDesk(t.Context(), factcheck.Desk{Slug: slug, Name: "A desk", Language: "en"}); err != nil {
			return err
		}
		if s.member, err = tx.InsertAccount(t.Context(), "member@"+slug, "Member", "hash"); err != nil {
			return err
		}
		if s.nobody, err = tx.InsertAccount(t.Context(), "nobody@"+slug, "Nobody", "hash"); err != nil {
			return err
		}
		if err = tx.InsertMember(t.Context(), s.desk, s.member, factcheck.Editor); err != nil {
			return err
		}
		return tx.RecordEvent(t.Context(), s.desk, postgres.NewEvent{Action: "member.added", Subject: "member", ID: int64(s.member)})
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What the application would never do, tried with its rights.
func TestAccounts_SchemaRefuses(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	s := addStaff(t, db)
	conn := pgtest.AppConn(t, db)
	const session = "insert into session (token_hash, account_id, desk_id, created_at, last_seen_at, expires_at) values "
	for name, tc := range map[string]struct{ sql, want string }{
		"a token in clear":             {session + fmt.Sprintf("('token', %d, %d, now(), now(), now())", s.member, s.desk), "session_token_hash_length"},
		"a session at a foreign desk":  {session + fmt.Sprintf("(sha256('t'), %d, %d, now(), now(), now())", s.nobody, s.desk), "session_member_fk"},
		"a session of no account":      {session + "(sha256('t'), 999999, null, now(), now(), now())", "session_account_fk"},
		"an account deleted":           {fmt.Sprintf("delete from account where id = %d", s.nobody), "permission denied"},
		"a member deleted":             {fmt.Sprintf("delete from member where account_id = %d", s.member), "permission denied"},
		"a desk renamed":               {"update desk set name = 'Another'", "permission denied"},
		"a scale changed":              {"update rating set label = 'Another'", "permission denied"},
		"a failed try made a past one": {"update login_attempt set attempted_at = now() - interval '1 day'", "permission denied"},
		"a role nobody knows":          {"update member set role = 'owner', revision = revision + 1", "member_role_known"},
		"a role without an event":      {"update member set role = 'admin', revision = revision + 1", "audit log"},
		"a role without a revision":    {"update member set role = 'admin'", "changed since you opened it"},
		"a member without an event":    {fmt.Sprintf("insert into member (desk_id, account_id, role) values (%d, %d, 'admin')", s.desk, s.nobody), "audit log"},
		"an address in other letters":  {"insert into account (email, name, password_hash) select upper(email), 'x', 'x' from account limit 1", "account_email_unique"},
	} {
		if _, err := conn.Exec(t.Context(), tc.sql); err == nil || !strings.Contains(err.Error(), tc.want) {
			t.Errorf("%s: error %v, want %q", name, err, tc.want)
		}
	}
}

func TestSession_KeepsOnlyTheHashOfItsToken(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	s := addStaff(t, db)
	now := time.Now()
	token := rand.Text()
	if err := db.InsertSession(t.Context(), postgres.NewSession{Token: token, Account: s.member, Desk: s.desk, UserAgent: "browser", Now: now}); err != nil {
		t.Fatal(err)
	}
	row := read[string](t, db, "select s::text || encode(token_hash, 'escape') from session s where account_id = $1", s.member)
	if strings.Contains(row, token) {
		t.Errorf("the row holds the token: %s", row)
	}
	hash := read[string](t, db, "select encode(token_hash, 'hex') from session where account_id = $1", s.member)
	if _, err := db.Session(t.Context(), hash, now); errs.KindOf(err) != errs.NotFound {
		t.Errorf("the stored hash signs in: %v", err)
	}
	if _, err := db.Session(t.Context(), "", now); errs.KindOf(err) != errs.NotFound {
		t.Errorf("no token signs in: %v", err)
	}
}

func TestSetPassword_OnlyFromTheOldHash(t *testing.T) {
	t.Parallel()
	db := pgtest.Tx(t)
	s := addStaff(t, db)
	for _, tc := range []struct {
		old, hash string
		want      bool
	}{{"hash", "second", true}, {"hash", "third", false}, {"second", "third", true}} {
		if done, err := db.SetPassword(t.Context(), s.member, tc.old, tc.hash); done != tc.want || err != nil {
			t.Errorf("from %q to %q: %v, %v", tc.old, tc.hash, done, err)
		}
	}
}

func TestActAs_LastsUntilTheTransactionEnds(t *testing.T) {
	t.Parallel()
	db := pgtest.DB(t)
	s := addStaff(t, db)
	err := db.Tx(t.Context(), 0, func(tx *postgres.DB) error {
		if err := tx.ActAs(t.Context(), s.member); err != nil {
			return err
		}
		if got := read[*int64](t, tx, "select acting_account()"); got == nil || *got != int64(s.member) {
			t.Errorf("acting account %v, want %d", got, s.member)
		}
		return nil
	})
	if got := read[*int64](t, db, "select acting_account()"); err != nil || got != nil {
		t.Errorf("after the transaction: acting account %v, %v", got, err)
	}
}
