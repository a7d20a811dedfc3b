package workflow

import (
	"context"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// SetUp is what the first page of a new installation asks.
type SetUp struct {
	DeskName string
	DeskSlug string
	Name     string // of the person who becomes the desk's admin
	Email    string
	Password string
}

// NeedsSetUp reports whether there is no account yet, so that SetUp is to be called.
func (w *Workflow) NeedsSetUp(ctx context.Context) (bool, error) {
	found, err := w.db.AnyAccount(ctx)
	return err == nil && !found, err
}

// SetUp makes the first desk and its admin. Returns Unmet once there is an account; of
// two at once, one is refused.
func (w *Workflow) SetUp(ctx context.Context, in SetUp) (factcheck.Actor, error) {
	refused := errs.Refuse(errs.Unmet, "This installation has been set up already.", errs.Reason{
		Rule: "set_up", Detail: "This installation has been set up already.", Remedy: "Sign in, or ask an admin for an account.",
	})
	// Asked twice: here so that a stranger cannot keep the machine busy with hashing.
	if needed, err := w.NeedsSetUp(ctx); err != nil || !needed {
		return factcheck.Actor{}, orElse(err, refused)
	}
	email, name := normalEmail(in.Email), oneLine(in.Name)
	desk := factcheck.Desk{Slug: in.DeskSlug, Name: oneLine(in.DeskName)}
	if err := checkPassword(in.Password, email, desk.Name); err != nil {
		return factcheck.Actor{}, err
	}
	hash, err := w.passwords.hashPassword(ctx, in.Password)
	if err != nil {
		return factcheck.Actor{}, err
	}
	var actor factcheck.Actor
	err = w.db.Tx(ctx, 0, func(tx *postgres.DB) error {
		if err := tx.LockSetUp(ctx); err != nil {
			return err
		}
		if found, err := tx.AnyAccount(ctx); err != nil || found {
			return orElse(err, refused)
		}
		account, err := tx.InsertAccount(ctx, email, name, hash)
		if err != nil {
			return err
		}
		if err := tx.ActAs(ctx, account); err != nil {
			return err
		}
		id, err := createDesk(ctx, tx, account, desk)
		actor = factcheck.Actor{Account: account, Desk: id, Name: name, Role: factcheck.Admin}
		return err
	})
	return actor, err
}

// orElse returns err, or refusal when there is none.
func orElse(err error, refusal *errs.Error) error {
	if err != nil {
		return err
	}
	return refusal
}

// CreateDesk makes a desk with the default rating scale and an account as its admin; the
// desk's ID is ignored and its language may be left out. Returns Unmet when the slug is
// taken, Invalid when slug or name do not have the form of one.
func (w *Workflow) CreateDesk(ctx context.Context, admin factcheck.AccountID, desk factcheck.Desk) (factcheck.DeskID, error) {
	desk.Name = oneLine(desk.Name)
	var id factcheck.DeskID
	err := w.db.Tx(ctx, int64(admin), func(tx *postgres.DB) (err error) {
		id, err = createDesk(ctx, tx, admin, desk)
		return err
	})
	return id, err
}

// FoundDesk makes a desk as CreateDesk does, with the account that has the address as its
// admin, for the command line. Returns NotFound when there is no such account and Unmet
// when it is disabled.
func (w *Workflow) FoundDesk(ctx context.Context, email string, desk factcheck.Desk) (factcheck.DeskID, error) {
	account, err := w.db.AccountByEmail(ctx, normalEmail(email))
	if err != nil {
		return 0, err
	}
	if account.Disabled {
		return 0, errs.New(errs.Unmet, "The account of %s is disabled, so it cannot run a desk.", account.Email)
	}
	return w.CreateDesk(ctx, account.ID, desk)
}

func createDesk(ctx context.Context, tx *postgres.DB, admin factcheck.AccountID, desk factcheck.Desk) (factcheck.DeskID, error) {
	if desk.Language == "" {
		desk.Language = "en"
	}
	id, err := tx.InsertDesk(ctx, desk)
	if err != nil {
		return 0, err
	}
	if err := tx.InsertScale(ctx, id, factcheck.DefaultScale()); err != nil {
		return 0, err
	}
	if err := tx.InsertMember(ctx, id, admin, factcheck.Admin); err != nil {
		return 0, err
	}
	if err := tx.RecordEvent(ctx, id, postgres.NewEvent{Action: "desk.created", Subject: "desk", ID: int64(id),
		Detail: map[string]string{"slug": desk.Slug, "name": desk.Name}}); err != nil {
		return 0, err
	}
	return id, recordMember(ctx, tx, id, "member.added", memberEvent{Account: admin, Role: factcheck.Admin})
}

// SwitchDesk moves a session to another desk of its account. Returns NotFound when the
// account is no member of a desk with that slug.
func (w *Workflow) SwitchDesk(ctx context.Context, token, slug string) error {
	return w.db.SetSessionDesk(ctx, token, slug)
}

// Scale returns the rating scale the desk uses now.
func (w *Workflow) Scale(ctx context.Context, actor factcheck.Actor) (factcheck.RatingScale, error) {
	return w.db.Scale(ctx, actor.Desk)
}
