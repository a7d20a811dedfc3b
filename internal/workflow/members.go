package workflow

import (
	"context"
	"slices"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
)

// Member is what an account is at one desk.
type Member = postgres.Member

// Members lists the members of the actor's desk by name, those who left last.
func (w *Workflow) Members(ctx context.Context, actor factcheck.Actor) ([]Member, error) {
	if err := requireRole(actor, factcheck.Viewer); err != nil {
		return nil, err
	}
	return w.db.Members(ctx, actor.Desk)
}

// AddMember names who is to join a desk. Name and password are those of a new account; whoever
// has one keeps their own.
type AddMember struct {
	Name     string
	Email    string
	Role     factcheck.Role
	Password string
}

// AddMember makes somebody a member of the actor's desk, which takes its admin. It asks for the
// same and answers the same whether there is an account with the address or not, for the desk
// must not find out who else works with factdesk. Returns Unmet when they are a member already,
// Invalid, naming the field, when something is missing.
func (w *Workflow) AddMember(ctx context.Context, cmd Command, in AddMember) (factcheck.AccountID, error) {
	if err := requireRole(cmd.Actor, factcheck.Admin); err != nil {
		return 0, err
	}
	desk, err := w.db.Desk(ctx, cmd.Actor.Desk)
	if err != nil {
		return 0, err
	}
	in.Email, in.Name = normalEmail(in.Email), oneLine(in.Name)
	switch {
	case in.Name == "" || len([]rune(in.Name)) > maxName:
		return 0, errs.Field("name", "A name has 1 to %d characters.", maxName)
	case in.Password == "":
		return 0, errs.Field("password", "Give a first password. Whoever has an account keeps their own.")
	}
	hash, err := w.hashNew(ctx, in, desk)
	if err != nil {
		return 0, err
	}
	in.Password = "" // nothing that is kept may be made of it but the hash
	return run(ctx, w, cmd, factcheck.Admin, "member.add", in, func(tx *postgres.DB) (factcheck.AccountID, error) {
		if _, err := lockAdmins(ctx, tx, cmd.Actor); err != nil {
			return 0, err
		}
		return addMember(ctx, tx, desk.ID, in, hash)
	})
}

// maxName is the length of the longest name, in code points.
const maxName = 200

// hashNew checks the role and, if one is given, the password, and returns its hash.
func (w *Workflow) hashNew(ctx context.Context, in AddMember, desk factcheck.Desk) (string, error) {
	if !in.Role.Valid() {
		return "", errs.Field("role", "There is no such role.")
	}
	if in.Password == "" {
		return "", nil
	}
	if err := checkPassword(in.Password, in.Email, desk.Name); err != nil {
		return "", err
	}
	return w.passwords.hashPassword(ctx, in.Password)
}

// addMember makes an account a member of a desk, and the account first if there is none
// with the address; hash is then its password's. One that is disabled stays so. The desk's
// members must be locked.
func addMember(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, in AddMember, hash string) (factcheck.AccountID, error) {
	account, err := tx.AccountByEmail(ctx, in.Email)
	switch {
	case errs.KindOf(err) == errs.NotFound:
		if hash == "" {
			return 0, errs.Field("password", "There is no account with this address yet: give it a first password.")
		}
		account.ID, err = tx.InsertAccount(ctx, in.Email, in.Name, hash)
		if err != nil {
			return 0, err
		}
	case err != nil:
		return 0, err
	}
	if err := tx.InsertMember(ctx, desk, account.ID, in.Role); err != nil {
		return 0, err
	}
	return account.ID, recordMember(ctx, tx, desk, "member.added", memberEvent{Account: account.ID, Role: in.Role})
}

// ChangeMember says what a member is to be from now on.
type ChangeMember struct {
	Account  factcheck.AccountID
	Role     factcheck.Role
	Disabled bool
	Revision int // the member's, as last seen
}

// ChangeMember gives a member another role, disables them or lets them back in, which
// takes an admin and has effect at once. Returns Unmet for the last admin of the desk,
// who can neither be disabled nor made something else, NotFound when there is no such
// member and Stale when somebody else changed them in the meantime.
func (w *Workflow) ChangeMember(ctx context.Context, cmd Command, in ChangeMember) error {
	if !in.Role.Valid() {
		return errs.Field("role", "There is no such role.")
	}
	_, err := run(ctx, w, cmd, factcheck.Admin, "member.change", in, func(tx *postgres.DB) (nothing, error) {
		return nothing{}, w.changeMember(ctx, tx, cmd.Actor, in)
	})
	return err
}

func (w *Workflow) changeMember(ctx context.Context, tx *postgres.DB, actor factcheck.Actor, in ChangeMember) error {
	admins, err := lockAdmins(ctx, tx, actor)
	if err != nil {
		return err
	}
	was, err := tx.Member(ctx, actor.Desk, in.Account)
	if err != nil {
		return err
	}
	if (in.Disabled || in.Role != factcheck.Admin) && slices.Equal(admins, []factcheck.AccountID{in.Account}) {
		return lastAdmin(was.Name, "the desk")
	}
	next := was
	next.Role, next.Disabled, next.Revision = in.Role, in.Disabled, in.Revision
	if err := tx.UpdateMember(ctx, actor.Desk, next, w.now()); err != nil {
		return err
	}
	if in.Disabled {
		if err := tx.DeleteDeskSessions(ctx, actor.Desk, in.Account); err != nil {
			return err
		}
	}
	return recordMember(ctx, tx, actor.Desk, "member.changed", memberEvent{
		Account: in.Account, Role: in.Role, Disabled: in.Disabled, WasRole: was.Role, WasDisabled: was.Disabled,
	})
}

// lockAdmins keeps others from changing who works at the actor's desk until tx ends and
// returns its admins. Returns Forbidden when the actor is none of them any more: the
// role they came with was read before, and may have been taken away since.
func lockAdmins(ctx context.Context, tx *postgres.DB, actor factcheck.Actor) ([]factcheck.AccountID, error) {
	if err := tx.LockMembers(ctx, actor.Desk); err != nil {
		return nil, err
	}
	admins, err := tx.Admins(ctx, actor.Desk)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(admins, actor.Account) {
		return nil, errs.Refuse(errs.Forbidden, "You are no longer an admin of this desk.", errs.Reason{
			Rule: "role", Detail: "This takes the role admin, and yours was changed in the meantime.",
			Remedy: "An admin of the desk can change your role.",
		})
	}
	return admins, nil
}

// lastAdmin refuses to take a desk's only admin away.
func lastAdmin(name, desk string) error {
	return errs.Refuse(errs.Unmet, name+" is the only admin of "+desk+".", errs.Reason{
		Rule: "last_admin", Detail: "A desk always has an admin, and " + name + " is the only one of " + desk + ".",
		Remedy: "Make another member admin first.",
	})
}

// memberEvent is what the audit log keeps of a change of members.
type memberEvent struct {
	Account     factcheck.AccountID `json:"account"`
	Role        factcheck.Role      `json:"role"`
	Disabled    bool                `json:"disabled"`
	WasRole     factcheck.Role      `json:"was_role,omitempty"`
	WasDisabled bool                `json:"was_disabled,omitempty"`
}

func recordMember(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, action string, e memberEvent) error {
	return tx.RecordEvent(ctx, desk, postgres.NewEvent{Action: action, Subject: "member", ID: int64(e.Account), Detail: e})
}

// ActorAt returns the member of a desk on whose behalf the command line acts: the one with the
// e-mail address, or the desk's first admin when it is empty. Returns NotFound when there is no
// such desk, or no such member at it.
func (w *Workflow) ActorAt(ctx context.Context, slug, email string) (factcheck.Actor, error) {
	desk, err := w.db.DeskBySlug(ctx, slug)
	if err != nil {
		return factcheck.Actor{}, err
	}
	members, err := w.db.Members(ctx, desk.ID)
	if err != nil {
		return factcheck.Actor{}, err
	}
	for _, m := range members {
		if m.Disabled || m.AccountDisabled {
			continue
		}
		if m.Email == normalEmail(email) || (email == "" && m.Role == factcheck.Admin) {
			return factcheck.Actor{Account: m.Account, Desk: desk.ID, Name: m.Name, Role: m.Role}, nil
		}
	}
	return factcheck.Actor{}, errs.New(errs.NotFound, "The desk %q has no such member.", slug)
}
