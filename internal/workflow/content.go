package workflow

import (
	"context"
	"strings"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/textspan"
)

// NewSpan is more words of the article for a claim: a span, or a quote to be looked for.
type NewSpan struct {
	Span       *textspan.Span
	Quote      string
	Occurrence int // as in ProposeClaim
}

// AddSpan anchors a claim to more words of its article.
func (w *Workflow) AddSpan(ctx context.Context, cmd Command, on On, in NewSpan) error {
	return w.change(ctx, cmd, on, "claim.span_added", in, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		if err := w.bringHome(ctx, tx, cmd, c); err != nil {
			return nil, err
		}
		var spans []textspan.Span
		if in.Span != nil {
			spans = []textspan.Span{*in.Span}
		}
		q, err := w.anchorOne(ctx, tx, cmd, c, spans, in.Quote, in.Occurrence)
		if err != nil {
			return nil, err
		}
		for _, have := range c.Spans {
			if have.Span.Overlaps(q.Span) {
				return nil, errs.Field("quote", "The claim has some of these words already.")
			}
		}
		return map[string]any{"span": q.Span}, tx.InsertSpan(ctx, w.version(cmd, c), q)
	})
}

// MoveSpan moves the boundaries of one of a claim's spans, counted from 1 in the order of the text.
func (w *Workflow) MoveSpan(ctx context.Context, cmd Command, on On, ordinal int, to textspan.Span) error {
	return w.change(ctx, cmd, on, "claim.span_moved", []any{ordinal, to}, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		if err := w.bringHome(ctx, tx, cmd, c); err != nil {
			return nil, err
		}
		old, err := nthSpan(c, ordinal)
		if err != nil {
			return nil, err
		}
		q, err := w.anchorOne(ctx, tx, cmd, c, []textspan.Span{to}, "", 0)
		if err != nil {
			return nil, err
		}
		for i, have := range c.Spans {
			if i != ordinal-1 && have.Span.Overlaps(q.Span) {
				return nil, errs.Field("start", "Another piece of the claim has some of these words already.")
			}
		}
		return map[string]any{"from": old.Span, "to": q.Span}, tx.MoveSpan(ctx, w.version(cmd, c), old, q)
	})
}

// RemoveSpan takes one of a claim's spans away, counted from 1. The last one stays.
func (w *Workflow) RemoveSpan(ctx context.Context, cmd Command, on On, ordinal int) error {
	return w.change(ctx, cmd, on, "claim.span_removed", ordinal, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		if err := w.bringHome(ctx, tx, cmd, c); err != nil {
			return nil, err
		}
		old, err := nthSpan(c, ordinal)
		if err != nil {
			return nil, err
		}
		if len(c.Spans) == 1 {
			return nil, errs.Refuse(errs.Unmet, "A claim keeps at least one piece of the article.", errs.Reason{
				Rule: "quote", Field: "quote", Detail: "This is the only piece of the article the claim has.",
				Remedy: "Add another piece first, or decline the claim.",
			})
		}
		return map[string]any{"span": old.Span}, tx.DeleteSpan(ctx, w.version(cmd, c), old)
	})
}

func nthSpan(c *factcheck.Claim, ordinal int) (factcheck.Quote, error) {
	if ordinal < 1 || ordinal > len(c.Spans) {
		return factcheck.Quote{}, errs.New(errs.NotFound, "The claim has no such piece of the article.")
	}
	return c.Spans[ordinal-1], nil
}

func (w *Workflow) anchorOne(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim,
	spans []textspan.Span, quote string, occurrence int,
) (factcheck.Quote, error) {
	version, err := tx.ArticleVersion(ctx, cmd.Actor.Desk, c.Article, c.ArticleVersion)
	if err != nil {
		return factcheck.Quote{}, err
	}
	quotes, err := anchor(version.Text, spans, quote, occurrence)
	if err != nil {
		return factcheck.Quote{}, err
	}
	return quotes[0], nil
}

// Attribute says who is said to have said it, or that nobody is. The speaker becomes a
// claimant of the desk, or is one already.
func (w *Workflow) Attribute(ctx context.Context, cmd Command, on On, a factcheck.Attribution) error {
	a.Speaker = strings.Join(strings.Fields(a.Speaker), " ")
	if a.Unattributed {
		a.Speaker, a.Claimant, a.Cue, a.Direct = "", 0, "", false
	} else if a.Speaker == "" {
		return errs.Field("speaker", "Name who said it, or tick “unattributed”.")
	}
	if a.Kind == "" || a.Unattributed {
		a.Kind = factcheck.PersonClaimant
	}
	if !a.Kind.Valid() {
		return errs.Field("kind", "A speaker is a person or an organisation.")
	}
	for field, words := range map[string]string{"speaker": a.Speaker, "outlet": a.Outlet, "via": a.Via, "cue": a.Cue, "hedge": a.Hedge} {
		if len([]rune(words)) > maxAttribution {
			return errs.Field(field, "This has at most %d characters.", maxAttribution)
		}
	}
	return w.change(ctx, cmd, on, "claim.attributed", a, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		// A transaction that lost a race is run again, so what it works out must not outlive it.
		named := a
		if !named.Unattributed {
			record, err := nameClaimant(ctx, tx, cmd.Actor.Desk, &named)
			if err != nil {
				return nil, err
			}
			if record.Kind != named.Kind {
				record.Kind = named.Kind
				if err := tx.CorrectClaimant(ctx, cmd.Actor.Desk, record); err != nil {
					return nil, err
				}
			}
		}
		return map[string]any{"speaker": named.Speaker, "kind": named.Kind, "outlet": named.Outlet, "hedge": named.Hedge}, tx.PutAttribution(ctx, w.version(cmd, c), named)
	})
}

// nameClaimant puts the record behind the speaker's name into the attribution, and returns it.
func nameClaimant(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, a *factcheck.Attribution) (factcheck.Claimant, error) {
	record, err := tx.EnsureClaimant(ctx, desk, factcheck.Claimant{Name: cut(a.Speaker, 200), Kind: a.Kind})
	a.Claimant = record.ID
	return record, err
}

// NewEvidence is a source used for a claim: one of the library, by its identifier, or a new
// one, which goes into the library.
type NewEvidence struct {
	Source            factcheck.Source
	Tier              factcheck.Tier
	Stance            factcheck.Stance
	Quote             string
	Locator           string
	Note              string
	IndependenceGroup string
	AccessedOn        time.Time
}

func (in *NewEvidence) check() error {
	in.Source.Citation = strings.TrimSpace(in.Source.Citation)
	in.Source.Title = strings.TrimSpace(in.Source.Title)
	in.Source.Publisher = strings.TrimSpace(in.Source.Publisher)
	in.Source.Author = strings.TrimSpace(in.Source.Author)
	if in.Source.URL != "" {
		var err error
		if in.Source.URL, err = factcheck.NormalizeURL(in.Source.URL); err != nil {
			return err
		}
	}
	if in.Source.Kind == "" {
		in.Source.Kind = factcheck.KindPage
	}
	switch {
	case in.Source.ID == 0 && in.Source.URL == "" && in.Source.Citation == "":
		return errs.Field("url", "A source needs a web address, or a citation when it is not on the web.")
	case !in.Tier.Valid():
		return errs.Field("tier", "Say how close the source is to what it tells of.")
	case !in.Stance.Valid():
		return errs.Field("stance", "Say whether the source supports the claim, refutes it or gives context.")
	case !in.Source.Kind.Valid():
		return errs.Field("kind", "Choose what kind of source it is.")
	}
	in.Source.Tier = in.Tier
	return nil
}

// AddEvidence uses a source for a claim. Returns Invalid, naming the field, for a source that
// cannot be told apart from others or a tier or stance that is none; Unmet, for each field, when
// the library has the source and not as it was typed.
func (w *Workflow) AddEvidence(ctx context.Context, cmd Command, on On, in NewEvidence) error {
	if err := in.check(); err != nil {
		return err
	}
	return w.change(ctx, cmd, on, "claim.evidence_added", in, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		source, err := w.source(ctx, tx, cmd, in.Source)
		if err != nil {
			return nil, err
		}
		id, err := tx.InsertEvidence(ctx, w.version(cmd, c), factcheck.Evidence{
			Source: source, Tier: in.Tier, Stance: in.Stance, Quote: strings.TrimSpace(in.Quote),
			Locator: in.Locator, Note: in.Note, IndependenceGroup: strings.TrimSpace(in.IndependenceGroup),
			AccessedOn: in.AccessedOn, AddedBy: factcheck.Person{ID: cmd.Actor.Account},
		})
		return map[string]any{"evidence": id, "source": source.ID, "stance": in.Stance, "tier": in.Tier}, err
	})
}

// source returns the library's source that is meant, adding it when it is new. Returns Unmet when
// the library has it and says other things of it than were typed: they would be lost.
func (w *Workflow) source(ctx context.Context, tx *postgres.DB, cmd Command, typed factcheck.Source) (factcheck.Source, error) {
	var source factcheck.Source
	var err error
	if typed.ID != 0 {
		source, err = tx.Source(ctx, cmd.Actor.Desk, typed.ID)
	} else {
		source, err = tx.EnsureSource(ctx, cmd.Actor.Desk, typed, cmd.Actor.Account)
	}
	if err != nil {
		return source, err
	}
	if reasons := source.Differing(&typed); len(reasons) > 0 {
		return source, errs.Refuse(errs.Unmet, "The library has this source already, and not as it was typed.", reasons...)
	}
	return source, nil
}

// ChangeEvidence rewrites all of a piece of evidence but its source. Returns NotFound when the
// claim's current version has no such evidence.
func (w *Workflow) ChangeEvidence(ctx context.Context, cmd Command, on On, e factcheck.Evidence) error {
	if !e.Stance.Valid() {
		return errs.Field("stance", "Say whether the source supports the claim, refutes it or gives context.")
	}
	if !e.Tier.Valid() {
		return errs.Field("tier", "Say how close the source is to what it tells of.")
	}
	return w.change(ctx, cmd, on, "claim.evidence_changed", e, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		there, err := tx.UpdateEvidence(ctx, w.version(cmd, c), e)
		if err == nil && !there {
			err = errs.New(errs.NotFound, "The claim has no such evidence.")
		}
		return map[string]any{"evidence": e.ID, "stance": e.Stance, "tier": e.Tier}, err
	})
}

// RemoveEvidence takes a source away from a claim; it stays in the library. Returns NotFound
// when the claim's current version has no such evidence.
func (w *Workflow) RemoveEvidence(ctx context.Context, cmd Command, on On, id factcheck.EvidenceID) error {
	return w.change(ctx, cmd, on, "claim.evidence_removed", id, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		there, err := tx.DeleteEvidence(ctx, w.version(cmd, c), id)
		if err == nil && !there {
			err = errs.New(errs.NotFound, "The claim has no such evidence.")
		}
		return map[string]any{"evidence": id}, err
	})
}

// Judgement is a verdict as it is being written. A rationale may be kept before there is a rating.
type Judgement struct {
	Rating     factcheck.RatingID // 0: none yet
	Rationale  string
	SearchNote string
}

// Judge sets the verdict of a claim's current version. What the rating needs is asked for at
// submission, so that work in progress can be kept.
func (w *Workflow) Judge(ctx context.Context, cmd Command, on On, in Judgement) error {
	return w.change(ctx, cmd, on, "claim.judged", in, func(tx *postgres.DB, c *factcheck.Claim) (any, error) {
		return map[string]any{"rating": in.Rating}, tx.PutVerdict(ctx, w.version(cmd, c), in.Rating, factcheck.Verdict{
			Rationale: strings.TrimSpace(in.Rationale), SearchNote: strings.TrimSpace(in.SearchNote),
			DecidedBy: factcheck.Person{ID: cmd.Actor.Account},
		})
	})
}
