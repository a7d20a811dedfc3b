package postgres

import (
	"context"
	"time"

	"factdesk/internal/factcheck"
)

// Request identifies a request that must not be done twice: the key its form was given and
// a fingerprint of what it asks.
type Request struct {
	Desk        factcheck.DeskID
	Account     factcheck.AccountID
	Key         string
	Fingerprint []byte
}

func (r Request) args() named {
	return named{"desk": r.Desk, "account": r.Account, "key": r.Key, "fingerprint": r.Fingerprint}
}

const beginRequestSQL = `
insert into idempotency (desk_id, account_id, key, fingerprint)
values (@desk, @account, @key, @fingerprint)
on conflict do nothing`

const requestResultSQL = `
select result from idempotency
 where desk_id = @desk and account_id = @account and key = @key and fingerprint = @fingerprint`

// BeginRequest notes the request in the transaction that does it. It returns the outcome of
// an earlier one with the same key and fingerprint, waiting for one that is under way, and
// whether there was one.
func (db *DB) BeginRequest(ctx context.Context, r Request) (result string, done bool, err error) {
	if fresh, err := db.touch(ctx, beginRequestSQL, r.args()); err != nil || fresh {
		return "", false, err
	}
	stored, err := value[*string](ctx, db, "request", requestResultSQL, r.args())
	if err != nil || stored == nil {
		return "", false, err
	}
	return *stored, true, nil
}

const endRequestSQL = `
update idempotency set result = @result
 where desk_id = @desk and account_id = @account and key = @key and fingerprint = @fingerprint`

// EndRequest stores the outcome a repetition is answered with.
func (db *DB) EndRequest(ctx context.Context, r Request, result string) error {
	args := r.args()
	args["result"] = result
	_, err := db.Exec(ctx, endRequestSQL, args)
	return err
}

const forgetRequestsSQL = `delete from idempotency where created_at < @before`

// ForgetRequests drops what was noted before the given time and returns how much.
func (db *DB) ForgetRequests(ctx context.Context, before time.Time) (int64, error) {
	return db.Exec(ctx, forgetRequestsSQL, named{"before": before})
}
