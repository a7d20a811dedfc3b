package postgres

import (
	"context"
	"crypto/sha256"
	"fmt"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

// How long a session lasts.
const (
	SessionLife  = 7 * 24 * time.Hour // from sign-in, however much it is used
	SessionIdle  = 12 * time.Hour     // from the last request
	sessionTouch = time.Minute        // how stale the time of the last request may be
)

// maxUserAgent is how much of a browser's name is kept, in code points.
const maxUserAgent = 300

// NewSession is a session that begins.
type NewSession struct {
	Token     string // random, and only ever stored as its SHA-256
	Account   factcheck.AccountID
	Desk      factcheck.DeskID
	UserAgent string // must be valid UTF-8 without NUL
	Now       time.Time
}

const homeDeskSQL = `
select m.desk_id
from member m
left join session s on s.desk_id = m.desk_id and s.account_id = m.account_id
where m.account_id = @account and m.disabled_at is null
order by s.last_seen_at desc nulls last, m.created_at, m.desk_id
limit 1`

// HomeDesk returns the desk an account's new session begins at: the one it was last
// seen at, else the first it became a member of. Returns NotFound when it is at none.
func (db *DB) HomeDesk(ctx context.Context, account factcheck.AccountID) (factcheck.DeskID, error) {
	return value[factcheck.DeskID](ctx, db, "desk", homeDeskSQL, named{"account": account})
}

const insertSessionSQL = `
insert into session (token_hash, account_id, desk_id, user_agent, created_at, last_seen_at, expires_at)
values (@token, @account, @desk, left(@user_agent, @max), @now, @now, @expires)`

// InsertSession begins a session.
func (db *DB) InsertSession(ctx context.Context, s NewSession) error {
	_, err := db.Exec(ctx, insertSessionSQL, named{"token": tokenHash(s.Token), "account": s.Account,
		"desk": s.Desk, "user_agent": s.UserAgent, "max": maxUserAgent, "now": s.Now, "expires": s.Now.Add(SessionLife)})
	return err
}

// tokenHash is what of a token is stored: reading the table signs nobody in. The
// token is random and long, so a plain hash cannot be guessed back.
func tokenHash(token string) []byte {
	sum := sha256.Sum256([]byte(token))
	return sum[:]
}

// Session is who is signed in, at which desk and as what.
type Session struct {
	Account       factcheck.AccountID
	Name          string
	Email         string
	PasswordSetBy factcheck.AccountID // 0 once its owner has changed it
	Role          factcheck.Role
	Desk          factcheck.DeskID
	DeskSlug      string
	DeskName      string
	DeskLanguage  string
	Desks         []factcheck.Desk // that the account may change to, this one among them, by name; 200 at most
	Mine          int64            // claims of the desk the account is working on
	InReview      int64            // claims of the desk that wait for review
	Flash         string           // what the next page is to say, as SetFlash was given it
	ExpiresAt     time.Time        // UTC
}

// sessionSQL also notes that the session is in use, but writes that once a minute at most. What
// every page's head shows comes with it, which costs less than another round trip.
const sessionSQL = `
with seen as (
  update session
  set last_seen_at = @now
  where token_hash = @token and last_seen_at < @touch and last_seen_at > @idle and expires_at > @now)
select a.id as account, a.name, a.email, coalesce(a.password_set_by, 0) as password_set_by, m.role,
       d.id as desk, d.slug as desk_slug, d.name as desk_name, d.language as desk_language,
       (select coalesce(sum(c.n), 0)::bigint from claim_count c
         where c.desk_id = d.id and c.status in ('open', 'changes_requested') and c.assignee_id = a.id) as mine,
       (select coalesce(sum(c.n), 0)::bigint from claim_count c where c.desk_id = d.id and c.status = 'in_review') as in_review,
       (select coalesce(jsonb_agg(jsonb_build_object('ID', o.id, 'Slug', o.slug, 'Name', o.name, 'Language', o.language)
                                  order by o.name, o.id), '[]')
          from (select d2.* from member m2 join desk d2 on d2.id = m2.desk_id
                 where m2.account_id = a.id and m2.disabled_at is null order by d2.name, d2.id limit @limit) o) as desks,
       s.flash, s.expires_at
from session s
join account a on a.id = s.account_id and a.disabled_at is null
join member m on m.desk_id = s.desk_id and m.account_id = s.account_id and m.disabled_at is null
join desk d on d.id = m.desk_id
where s.token_hash = @token and s.last_seen_at > @idle and s.expires_at > @now`

// Session returns the session with the token, in one look-up. Returns NotFound when
// there is none, it is over at now, or its account or member was disabled.
func (db *DB) Session(ctx context.Context, token string, now time.Time) (Session, error) {
	return one[Session](ctx, db, "session", sessionSQL, named{"token": tokenHash(token),
		"now": now, "idle": now.Add(-SessionIdle), "touch": now.Add(-sessionTouch), "limit": maxDesksOfAccount})
}

const setFlashSQL = `update session set flash = @flash where token_hash = @token`

// SetFlash keeps a text for the session's next page; a later one replaces it.
func (db *DB) SetFlash(ctx context.Context, token, flash string) error {
	_, err := db.Exec(ctx, setFlashSQL, named{"token": tokenHash(token), "flash": flash})
	return err
}

const takeFlashSQL = `
with kept as (select token_hash, flash from session where token_hash = @token and flash <> '' for update)
update session s
set flash = ''
from kept
where s.token_hash = kept.token_hash
returning kept.flash`

// TakeFlash returns the text kept for the session's next page and clears it, so that
// of two pages one shows it; empty when there is none.
func (db *DB) TakeFlash(ctx context.Context, token string) (string, error) {
	flash, err := value[string](ctx, db, "message", takeFlashSQL, named{"token": tokenHash(token)})
	if errs.KindOf(err) == errs.NotFound {
		return "", nil
	}
	return flash, err
}

const setSessionDeskSQL = `
update session s
set desk_id = m.desk_id
from member m
join desk d on d.id = m.desk_id
where s.token_hash = @token and d.slug = @slug and m.account_id = s.account_id and m.disabled_at is null`

// SetSessionDesk moves the session to another desk of its account. Returns NotFound
// when the account is no member of a desk with that slug.
func (db *DB) SetSessionDesk(ctx context.Context, token, slug string) error {
	n, err := db.Exec(ctx, setSessionDeskSQL, named{"token": tokenHash(token), "slug": slug})
	if err == nil && n == 0 {
		return notFound("desk", fmt.Errorf("no membership at %q", slug))
	}
	return err
}

const deleteSessionSQL = `delete from session where token_hash = @token`

// DeleteSession ends a session, if there is one with the token.
func (db *DB) DeleteSession(ctx context.Context, token string) error {
	_, err := db.Exec(ctx, deleteSessionSQL, named{"token": tokenHash(token)})
	return err
}

const deleteSessionsSQL = `delete from session where account_id = @account and token_hash <> @keep`

// DeleteSessions ends the sessions of an account but the one with the token keep,
// which may be empty, and returns how many.
func (db *DB) DeleteSessions(ctx context.Context, account factcheck.AccountID, keep string) (int64, error) {
	return db.Exec(ctx, deleteSessionsSQL, named{"account": account, "keep": tokenHash(keep)})
}

const deleteDeskSessionsSQL = `delete from session where account_id = @account and desk_id = @desk`

// DeleteDeskSessions ends the sessions an account has at a desk.
func (db *DB) DeleteDeskSessions(ctx context.Context, desk factcheck.DeskID, account factcheck.AccountID) error {
	_, err := db.Exec(ctx, deleteDeskSessionsSQL, named{"desk": desk, "account": account})
	return err
}

const deleteEndedSessionsSQL = `delete from session where expires_at <= @now or last_seen_at <= @idle`

// DeleteEndedSessions removes the rows of sessions that are over at now, and returns how many.
func (db *DB) DeleteEndedSessions(ctx context.Context, now time.Time) (int64, error) {
	return db.Exec(ctx, deleteEndedSessionsSQL, named{"now": now, "idle": now.Add(-SessionIdle)})
}

// SessionRow is one line of the list of a person's sessions.
type SessionRow struct {
	Desk       string // its name
	UserAgent  string
	CreatedAt  time.Time // UTC
	LastSeenAt time.Time // UTC, a minute late at most
	Current    bool
}

// maxSessions bounds the list of a person's sessions.
const maxSessions = 100

const sessionsSQL = `
select d.name as desk, s.user_agent, s.created_at, s.last_seen_at, s.token_hash = @current as current
from session s
join desk d on d.id = s.desk_id
where s.account_id = @account and s.last_seen_at > @idle and s.expires_at > @now
order by s.token_hash = @current desc, s.last_seen_at desc
limit @limit`

// Sessions lists an account's sessions that are not over at now: the one with the
// token current first, then the latest used; 100 at most.
func (db *DB) Sessions(ctx context.Context, account factcheck.AccountID, current string, now time.Time) ([]SessionRow, error) {
	return all[SessionRow](ctx, db, sessionsSQL, named{"account": account, "current": tokenHash(current),
		"now": now, "idle": now.Add(-SessionIdle), "limit": maxSessions})
}
