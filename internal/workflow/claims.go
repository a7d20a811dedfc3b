package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/textspan"
)

// ClaimPage is a claim whole, with what a page about it needs. Claim may be an earlier version.
type ClaimPage struct {
	postgres.ClaimDetail
	Article factcheck.Article
	Text    string // the version of it that the claim's words are shown in
	// Anchored is the claim's place in the newest text in words; nil while its own words are of that.
	Anchored *Anchored
}

// Claim returns a claim with the content of the given version, 0 for the current one. Returns
// NotFound when the desk has no such claim or the claim no such version.
func (w *Workflow) Claim(ctx context.Context, actor factcheck.Actor, id factcheck.ClaimID, version int) (ClaimPage, error) {
	var page ClaimPage
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		var err error
		page, err = claimPage(ctx, tx, actor, id, version)
		return err
	})
	return page, err
}

const eventsShown = 100

func claimPage(ctx context.Context, tx *postgres.DB, actor factcheck.Actor, id factcheck.ClaimID, version int) (ClaimPage, error) {
	found, err := tx.ClaimInPlace(ctx, actor.Desk, id, version, eventsShown)
	page := ClaimPage{ClaimDetail: found.ClaimDetail, Article: found.Article, Text: found.Version.Text}
	if err != nil || page.Claim.Anchor == nil {
		page.fitProposed()
		return page, err
	}
	newest, err := tx.ArticleVersion(ctx, actor.Desk, page.Article.ID, page.Article.Version)
	page.inNewest(newest)
	return page, err
}

// ProposeClaim is a claim that an editor makes of words of an article: of spans, or of a quote
// that is looked for in the text.
type ProposeClaim struct {
	Article    factcheck.ArticleID
	Version    int // of the article, that the words were marked in
	Spans      []textspan.Span
	Quote      string // instead of spans: the exact words
	Occurrence int    // which of several places of the quote, from 1; 0 when it must be the only one
	Statement  string // the words of the quote when empty
	Type       factcheck.ClaimType
}

// ProposeClaim makes a claim and accepts it: an editor who marks words means to check them. A
// claim on exactly these words that is there already is returned instead, and accepted if it
// was a candidate. Returns Invalid, on
// the field "quote", when the words are not in the article or are in it more than once.
func (w *Workflow) ProposeClaim(ctx context.Context, cmd Command, in ProposeClaim) (factcheck.ClaimID, error) {
	if !in.Type.Valid() {
		return 0, errs.Field("type", "Choose what kind of claim it is.")
	}
	return run(ctx, w, cmd, factcheck.Editor, "claim.propose", in, func(tx *postgres.DB) (factcheck.ClaimID, error) {
		desk := cmd.Actor.Desk
		version, err := tx.ArticleVersion(ctx, desk, in.Article, in.Version)
		if err != nil {
			return 0, err
		}
		quotes, err := anchor(version.Text, in.Spans, in.Quote, in.Occurrence)
		if err != nil {
			return 0, err
		}
		// Two who mark the same words at once take turns, so that the second finds the first's claim.
		if err := tx.LockProposals(ctx, desk, in.Article); err != nil {
			return 0, err
		}
		if article, err := tx.Article(ctx, desk, in.Article); err != nil || article.Version != in.Version {
			if err == nil {
				err = newerVersion(in.Version, article.Version)
			}
			return 0, err
		}
		if id, err := w.sameWords(ctx, tx, cmd, in, quotes); err != nil || id != 0 {
			return id, err
		}
		c := factcheck.Claim{
			Article: in.Article, ArticleVersion: in.Version, Origin: factcheck.ByEditor, Type: in.Type,
			Spans: quotes, Statement: folded(in.Statement), Score: 1, Reasons: []string{"marked by an editor"},
			CreatedBy: factcheck.Person{ID: cmd.Actor.Account},
		}
		if c.Statement == "" {
			c.Statement = cut(folded(c.Quoted()), maxStatement)
		}
		if err := checkStatement(c.Statement); err != nil {
			return 0, err
		}
		ids, err := tx.InsertClaims(ctx, desk, []factcheck.Claim{c})
		if err != nil {
			return 0, err
		}
		err = tx.MoveClaim(ctx, desk, ids[0], postgres.Move{To: factcheck.Open, Assignee: cmd.Actor.Account, Now: w.now()})
		if err != nil {
			return 0, err
		}
		// It was made at revision 1 and opened at the next.
		if err := w.logMade(ctx, tx, cmd, in.Article, ids[0], 2); err != nil {
			return 0, err
		}
		return ids[0], tx.RecordEvent(ctx, desk, claimEvent("claim.proposed", ids[0], map[string]any{
			"article": in.Article, "spans": spansOf(quotes), "statement": c.Statement, "type": in.Type,
		}))
	})
}

// sameWords returns the claim that has exactly these spans and is not declined, accepted if it
// was a candidate; 0 when none has.
func (w *Workflow) sameWords(ctx context.Context, tx *postgres.DB, cmd Command, in ProposeClaim, quotes []factcheck.Quote) (factcheck.ClaimID, error) {
	claims, err := tx.ClaimsOfArticle(ctx, cmd.Actor.Desk, in.Article, in.Version)
	if err != nil {
		return 0, err
	}
	same := slices.IndexFunc(claims, func(c factcheck.Claim) bool {
		return c.Status != factcheck.Declined && factcheck.SameSpans(c.Spans, quotes)
	})
	if same < 0 {
		return 0, nil
	}
	id := claims[same].ID
	if err := tx.LockClaim(ctx, cmd.Actor.Desk, id, 0); err != nil {
		return 0, err
	}
	c, err := tx.Claim(ctx, cmd.Actor.Desk, id, 0)
	if err != nil || c.Status != factcheck.Candidate {
		return id, err
	}
	was := factcheck.PartsOf(&c)
	if err := w.accept(ctx, tx, cmd, &c); err != nil {
		return 0, err
	}
	if err := w.logStep(ctx, tx, cmd, "claim.accept", id, was); err != nil {
		return 0, err
	}
	return id, tx.RecordEvent(ctx, cmd.Actor.Desk, claimEvent(pastTense(factcheck.ActionAccept), id, nil))
}

// AcceptClaim takes a candidate on to be checked, by whoever accepts it unless somebody has
// it already. The speaker the splitter proposed becomes a claimant of the desk.
func (w *Workflow) AcceptClaim(ctx context.Context, cmd Command, on On) error {
	return w.act(ctx, cmd, on, factcheck.ActionAccept, nil, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		return nil, w.accept(ctx, tx, cmd, c)
	})
}

func (w *Workflow) accept(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim) error {
	if err := w.move(ctx, tx, cmd, c, postgres.Move{To: factcheck.Open, Assignee: cmd.Actor.Account}); err != nil {
		return err
	}
	a := c.Attribution
	if a == nil || a.Unattributed || a.Claimant != 0 {
		return nil
	}
	record, err := nameClaimant(ctx, tx, cmd.Actor.Desk, a)
	if err != nil {
		return err
	}
	a.Kind = record.Kind // what people said of the claimant outweighs what the splitter took it for
	return tx.PutAttribution(ctx, w.version(cmd, c), *a)
}

// Decline says why a claim will not be checked.
type Decline struct {
	Reason      factcheck.DeclineReason
	Note        string
	DuplicateOf factcheck.ClaimID // with factcheck.DuplicateClaim, and only then
}

// DeclineClaim sets a claim aside, with a reason from the closed list.
func (w *Workflow) DeclineClaim(ctx context.Context, cmd Command, on On, in Decline) error {
	switch {
	case !in.Reason.Valid():
		return errs.Field("reason", "Choose why the claim will not be checked.")
	case in.Reason == factcheck.DuplicateClaim && in.DuplicateOf == 0:
		return errs.Field("duplicate_of", "Name the claim that this one duplicates.")
	case in.Reason == factcheck.DuplicateClaim && in.DuplicateOf == on.Claim:
		return errs.Field("duplicate_of", "A claim cannot duplicate itself.")
	case in.Reason != factcheck.DuplicateClaim:
		in.DuplicateOf = 0
	}
	return w.act(ctx, cmd, on, factcheck.ActionDecline, in, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		return map[string]any{"reason": in.Reason, "duplicate_of": in.DuplicateOf}, w.move(ctx, tx, cmd, c, postgres.Move{
			To: factcheck.Declined, DeclineReason: in.Reason, DeclineNote: in.Note, DuplicateOf: in.DuplicateOf,
		})
	})
}

// ReopenClaim makes a declined claim a candidate again.
func (w *Workflow) ReopenClaim(ctx context.Context, cmd Command, on On) error {
	return w.step(ctx, cmd, on, factcheck.ActionReopen)
}

// SubmitClaim sends a claim to review. Returns Unmet, with every rule that is in the way.
func (w *Workflow) SubmitClaim(ctx context.Context, cmd Command, on On) error {
	return w.step(ctx, cmd, on, factcheck.ActionSubmit)
}

// WithdrawClaim takes a claim back from review. Takes whoever submitted it, or an admin.
func (w *Workflow) WithdrawClaim(ctx context.Context, cmd Command, on On) error {
	return w.step(ctx, cmd, on, factcheck.ActionWithdraw)
}

// EditApproved opens the next version of an approved claim. The approval, and every edition
// that holds the approved version, stay as they are.
func (w *Workflow) EditApproved(ctx context.Context, cmd Command, on On) error {
	return w.act(ctx, cmd, on, factcheck.ActionEdit, nil, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		old := w.version(cmd, c)
		if err := w.move(ctx, tx, cmd, c, postgres.Move{To: factcheck.Open, NewVersion: true, Assignee: cmd.Actor.Account}); err != nil {
			return nil, err
		}
		return map[string]any{"version": c.Version + 1}, tx.CopyVersion(ctx, old, cmd.Actor.Account)
	})
}

// Statement is a claim in words that stand alone, and what kind of claim it is.
type Statement struct {
	Text string
	Type factcheck.ClaimType
}

// ChangeStatement rewrites a claim's statement and type.
func (w *Workflow) ChangeStatement(ctx context.Context, cmd Command, on On, in Statement) error {
	in.Text = folded(in.Text)
	if err := checkStatement(in.Text); err != nil {
		return err
	}
	if !in.Type.Valid() {
		return errs.Field("type", "Choose what kind of claim it is.")
	}
	return w.change(ctx, cmd, on, "claim.statement", in, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		return map[string]any{"statement": in.Text, "type": in.Type, "was": c.Statement}, tx.ChangeStatement(ctx, w.version(cmd, c), in.Text, in.Type)
	})
}

func checkStatement(text string) error {
	if text == "" {
		return errs.Field("statement", "Write the claim in words that stand alone.")
	}
	if len([]rune(text)) > maxStatement {
		return errs.Field("statement", "A statement has at most %d characters.", maxStatement)
	}
	return nil
}

// AssignClaim gives a claim to a member of the desk, 0 for nobody. Returns Invalid, on the field
// "assignee", for anybody who could not work on it.
func (w *Workflow) AssignClaim(ctx context.Context, cmd Command, on On, assignee factcheck.AccountID) error {
	return w.locked(ctx, cmd, on, "claim.assign", assignee, func(tx *postgres.DB, c *factcheck.Claim) (postgres.NewEvent, error) {
		return claimEvent("claim.assigned", c.ID, map[string]any{"to": assignee}), w.assign(ctx, tx, cmd, c.ID, assignee)
	})
}

func (w *Workflow) assign(ctx context.Context, tx *postgres.DB, cmd Command, id factcheck.ClaimID, assignee factcheck.AccountID) error {
	members, err := tx.Assignable(ctx, cmd.Actor.Desk)
	if err != nil {
		return err
	}
	if assignee != 0 && !slices.ContainsFunc(members, func(p factcheck.Person) bool { return p.ID == assignee }) {
		return errs.Field("assignee", "A claim is given to a member of the desk who may check it: an editor, a reviewer or an admin.")
	}
	return tx.AssignClaim(ctx, cmd.Actor.Desk, id, assignee, w.now())
}

// step is an action that moves a claim's status and does nothing else.
func (w *Workflow) step(ctx context.Context, cmd Command, on On, action factcheck.Action) error {
	return w.act(ctx, cmd, on, action, nil, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		return nil, w.move(ctx, tx, cmd, c, postgres.Move{To: c.Next(action)})
	})
}

// act runs one action on a claim it holds, when the rules allow it, and records it.
func (w *Workflow) act(ctx context.Context, cmd Command, on On, action factcheck.Action, in any,
	fn func(tx *postgres.DB, c *factcheck.Claim) (detail any, err error),
) error {
	return w.locked(ctx, cmd, on, "claim."+string(action), in, func(tx *postgres.DB, c *factcheck.Claim) (postgres.NewEvent, error) {
		if err := c.Refusal(cmd.Actor, action); err != nil {
			return postgres.NewEvent{}, err
		}
		detail, err := fn(tx, c)
		return claimEvent(pastTense(action), c.ID, detail), err
	})
}

// change runs one change of a claim's content: the row's revision moves with it.
func (w *Workflow) change(ctx context.Context, cmd Command, on On, name string, in any,
	fn func(tx *postgres.DB, c *factcheck.Claim) (detail any, err error),
) error {
	return w.locked(ctx, cmd, on, name, in, func(tx *postgres.DB, c *factcheck.Claim) (postgres.NewEvent, error) {
		if err := c.Refusal(cmd.Actor, factcheck.ActionChange); err != nil {
			return postgres.NewEvent{}, err
		}
		if err := tx.TouchClaim(ctx, cmd.Actor.Desk, c.ID, w.now()); err != nil {
			return postgres.NewEvent{}, err
		}
		detail, err := fn(tx, c)
		return claimEvent(name, c.ID, detail), err
	})
}

// locked runs fn on a claim whose row it holds at the revision the caller worked on, keeps what it did to be undone, and
// records the event that fn returns.
func (w *Workflow) locked(ctx context.Context, cmd Command, on On, name string, in any,
	fn func(tx *postgres.DB, c *factcheck.Claim) (postgres.NewEvent, error),
) error {
	_, err := run(ctx, w, cmd, factcheck.Editor, name, []any{on, in}, func(tx *postgres.DB) (nothing, error) {
		if on.Revision == 0 {
			return nothing{}, errs.Field("revision", "Say which revision of the claim this is based on.")
		}
		if err := tx.LockClaim(ctx, cmd.Actor.Desk, on.Claim, on.Revision); err != nil {
			return nothing{}, err
		}
		c, err := tx.Claim(ctx, cmd.Actor.Desk, on.Claim, 0)
		if err != nil {
			return nothing{}, err
		}
		was := factcheck.PartsOf(&c)
		event, err := fn(tx, &c)
		if err != nil {
			return nothing{}, err
		}
		if err := w.logStep(ctx, tx, cmd, name, c.ID, was); err != nil {
			return nothing{}, err
		}
		return nothing{}, tx.RecordEvent(ctx, cmd.Actor.Desk, event)
	})
	return err
}

func (w *Workflow) move(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, m postgres.Move) error {
	m.Now = w.now()
	return tx.MoveClaim(ctx, cmd.Actor.Desk, c.ID, m)
}

func (w *Workflow) version(cmd Command, c *factcheck.Claim) postgres.Version {
	return postgres.Version{Desk: cmd.Actor.Desk, Claim: c.ID, Number: c.Version}
}

func claimEvent(action string, id factcheck.ClaimID, detail any) postgres.NewEvent {
	return postgres.NewEvent{Action: action, Subject: "claim", ID: int64(id), Detail: detail}
}

// pastTense names the event of an action: what has happened, not what was asked.
func pastTense(action factcheck.Action) string {
	switch action {
	case factcheck.ActionAccept:
		return "claim.accepted"
	case factcheck.ActionDecline:
		return "claim.declined"
	case factcheck.ActionReopen:
		return "claim.reopened"
	case factcheck.ActionSubmit:
		return "claim.submitted"
	case factcheck.ActionWithdraw:
		return "claim.withdrawn"
	case factcheck.ActionRequestChanges:
		return "claim.changes_requested"
	case factcheck.ActionApprove:
		return "claim.approved"
	case factcheck.ActionEdit:
		return "claim.new_version"
	case factcheck.ActionAnswer:
		return "claim.answered"
	case factcheck.ActionChange:
	}
	return "claim.changed"
}

// anchor finds the words of a claim in the article, in the order of the text: at the spans
// given, without the white space around them, or wherever the quote stands. Returns Invalid
// when they are not there or share words with each other.
func anchor(text string, spans []textspan.Span, quote string, occurrence int) ([]factcheck.Quote, error) {
	if len(spans) == 0 {
		span, err := locate(text, quote, occurrence)
		if err != nil {
			return nil, err
		}
		spans = []textspan.Span{span}
	}
	quotes := make([]factcheck.Quote, 0, len(spans))
	for _, s := range spans {
		s = textspan.Trim(text, s)
		selector, err := textspan.Select(text, s)
		if err != nil {
			return nil, errs.Field("quote", "There are no words of the article at the marked place.")
		}
		quotes = append(quotes, factcheck.Quote{Span: s, Selector: selector})
	}
	slices.SortFunc(quotes, func(a, b factcheck.Quote) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
	for i := 1; i < len(quotes); i++ {
		if quotes[i].Span.Overlaps(quotes[i-1].Span) {
			return nil, errs.Field("quote", "Two of the marked places share words.")
		}
	}
	return quotes, nil
}

func locate(text, quote string, occurrence int) (textspan.Span, error) {
	if strings.TrimSpace(quote) == "" {
		return textspan.Span{}, errs.Field("quote", "Mark words of the article, or paste them.")
	}
	places := textspan.Locate(text, quote, "", "")
	switch {
	case len(places) == 0:
		return textspan.Span{}, errs.Field("quote", "These words are not in the article. Paste them exactly as they stand there.")
	case len(places) > 1 && occurrence == 0:
		return textspan.Span{}, errs.Field("occurrence", "These words stand in the article %d times. Say which of them you mean, or paste a longer passage.", len(places))
	case occurrence < 0 || occurrence > len(places):
		return textspan.Span{}, errs.Field("occurrence", "These words stand in the article %s.", times(len(places)))
	case occurrence > 0:
		return places[occurrence-1].Span, nil
	}
	return places[0].Span, nil
}

func times(n int) string {
	if n == 1 {
		return "only once"
	}
	return fmt.Sprintf("only %d times", n)
}

func spansOf(quotes []factcheck.Quote) []textspan.Span {
	spans := make([]textspan.Span, len(quotes))
	for i := range quotes {
		spans[i] = quotes[i].Span
	}
	return spans
}
