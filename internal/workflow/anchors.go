package workflow

import (
	"context"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/textspan"
)

// ResolveAnchor says where a claim stands in the newest version of its article.
type ResolveAnchor struct {
	Version    int // of the article, that was looked at
	Decision   factcheck.AnchorDecision
	Place      int             // of the proposals, from 1; with AnchorPicked
	Spans      []textspan.Span // with AnchorReselected, or a quote that is looked for
	Quote      string
	Occurrence int // as in ProposeClaim
}

// ResolveAnchor decides where a claim stands in the newest version of its article, once. The words of a claim that is
// being worked on are put there; an approved one, or one in review, keeps its own and stands there. Returns Stale when
// somebody has decided already or there is a newer text, Unmet when that would change what was approved, Invalid on the
// field "quote" or "place" when there is no such place.
func (w *Workflow) ResolveAnchor(ctx context.Context, cmd Command, on On, in ResolveAnchor) error {
	return w.locked(ctx, cmd, on, "claim.anchor", in, func(tx *postgres.DB, c *factcheck.Claim) (postgres.NewEvent, error) {
		var event postgres.NewEvent
		if err := c.PlaceRefusal(cmd.Actor, in.Decision); err != nil {
			return event, err
		}
		if in.Version != c.Anchor.Version {
			return event, newerVersion(in.Version, c.Anchor.Version)
		}
		text, err := tx.ArticleVersion(ctx, cmd.Actor.Desk, c.Article, c.Anchor.Version)
		if err != nil {
			return event, err
		}
		quotes, err := in.quotes(c.Anchor, text.Text)
		if err != nil {
			return event, err
		}
		now := factcheck.Claim{Spans: quotes}
		event = claimEvent("claim.anchored", c.ID, map[string]any{
			"decision": in.Decision, "article_version": c.Anchor.Version, "state": c.Anchor.State, "spans": spansOf(quotes),
			"was": c.Quoted(), "now": now.Quoted(),
		})
		return event, w.placed(ctx, tx, cmd, c, in.Decision, quotes)
	})
}

// placed keeps the decision. The words of a claim that is being worked on are put there first.
func (w *Workflow) placed(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim, d factcheck.AnchorDecision, quotes []factcheck.Quote) error {
	if c.Status.Editable() && len(quotes) > 0 {
		if err := tx.TouchClaim(ctx, cmd.Actor.Desk, c.ID, w.now()); err != nil {
			return err
		}
		if err := tx.Rehome(ctx, w.version(cmd, c), c, c.Anchor.Version, quotes, cmd.Actor.Account); err != nil {
			return err
		}
	}
	return tx.DecideAnchor(ctx, w.version(cmd, c), c.Anchor.Version, d, spansOf(quotes), cmd.Actor.Account)
}

// quotes are the words at the place that was decided on; none for an orphan.
func (in *ResolveAnchor) quotes(a *factcheck.Anchor, text string) ([]factcheck.Quote, error) {
	switch in.Decision {
	case factcheck.AnchorConfirmed:
		return quotesAt(text, a.Spans), nil
	case factcheck.AnchorPicked:
		if in.Place < 1 || in.Place > len(a.Proposals) {
			return nil, errs.Field("place", "Choose one of the places.")
		}
		return quotesAt(text, a.Proposals[in.Place-1]), nil
	case factcheck.AnchorReselected:
		return anchor(text, in.Spans, in.Quote, in.Occurrence)
	case factcheck.AnchorOrphaned:
		return nil, nil
	}
	return nil, errs.Field("decision", "Confirm the place, choose one, mark the words, or say that they are gone.")
}

// quotesAt are the words at places of a text that are known to be in it.
func quotesAt(text string, spans []textspan.Span) []factcheck.Quote {
	index := textspan.NewIndex(text)
	quotes := make([]factcheck.Quote, 0, len(spans))
	for _, s := range spans {
		if selector, err := index.Select(s); err == nil {
			quotes = append(quotes, factcheck.Quote{Span: s, Selector: selector})
		}
	}
	return quotes
}

// bringHome puts the words of a claim that is being changed into the newest text of its article, where they are known to
// stand: what is marked from here on is marked there. Returns Unmet while that is not known.
func (w *Workflow) bringHome(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim) error {
	if c.Anchor == nil {
		return nil
	}
	if !c.Anchor.Settled() {
		return errs.Refuse(errs.Unmet, "Say first where the claim stands in the newest version of the article.", c.Unplaced()...)
	}
	text, err := tx.ArticleVersion(ctx, cmd.Actor.Desk, c.Article, c.Anchor.Version)
	if err != nil {
		return err
	}
	quotes := quotesAt(text.Text, c.Anchor.Place())
	if err := tx.Rehome(ctx, w.version(cmd, c), c, text.Number, quotes, cmd.Actor.Account); err != nil {
		return err
	}
	c.ArticleVersion, c.Spans, c.Anchor = text.Number, quotes, nil
	return nil
}

// Anchored is a claim's place in the newest text, in words.
type Anchored struct {
	Newest string // the newest text
	Was    string // the claim's own words
	Now    string // those it is taken to stand on; "" where none are known
	Places []Place
}

// Place is one proposal with the words around it.
type Place struct{ Before, Words, After string }

// anchored reads the words at a claim's places in the newest text.
func anchored(c *factcheck.Claim, text string) *Anchored {
	index := textspan.NewIndex(text)
	a := &Anchored{Newest: text, Was: c.Quoted(), Now: wordsOf(index, c.Anchor.Place())}
	for _, spans := range c.Anchor.Proposals {
		quotes := quotesAt(text, spans)
		if len(quotes) == 0 {
			continue
		}
		a.Places = append(a.Places, Place{Before: quotes[0].Prefix, Words: wordsOf(index, spans), After: quotes[len(quotes)-1].Suffix})
	}
	return a
}

// inNewest shows a claim whose words are of an older text in the newest one: where it is known to stand there its words
// are those, so that whoever changes them works on the text that is shown.
func (p *ClaimPage) inNewest(newest factcheck.ArticleVersion) {
	c := &p.Claim
	p.Anchored = anchored(c, newest.Text)
	if c.Anchor.Settled() {
		p.Text = newest.Text
		c.Spans = quotesAt(newest.Text, c.Anchor.Place())
	}
	p.fitProposed()
}

// fitProposed leaves out what the splitter said of places in another text than the page shows.
func (p *ClaimPage) fitProposed() {
	if p.Proposed != nil && (p.Claim.Anchor != nil || p.Proposed.Version != p.Claim.ArticleVersion) {
		fitted := *p.Proposed
		fitted.Said, fitted.Filled = nil, nil
		p.Proposed = &fitted
	}
}

// inEdition puts the claims of an edition into the text it is made of; those that nobody has placed there have no words.
func inEdition(claims []factcheck.Claim, text string) {
	for i := range claims {
		if a := claims[i].Anchor; a != nil {
			claims[i].Spans = nil
			if a.Settled() {
				claims[i].Spans = quotesAt(text, a.Place())
			}
		}
	}
}
