package workflow

import (
	"context"
	"fmt"
	"slices"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// Resplit is what splitting an article again, by the newest rules, would come to. A claim that people decided about,
// in whatever way, stays as it is.
type Resplit struct {
	Article   factcheck.Article
	From      factcheck.Splitting
	Splitter  string // the newest rules
	Language  string // BCP 47, that they read the text as
	Supported bool
	resplitPlan
}

// Outdated reports whether there is anything to be gained: newer rules than the article was split by.
func (r *Resplit) Outdated() bool { return r.From.Splitter != r.Splitter }

// Counts are the numbers of it.
func (r *Resplit) Counts() ResplitCounts { return r.counts() }

// ResplitCounts is what became of an article's claims when it was split again.
type ResplitCounts struct {
	Added      int // new candidates
	Renewed    int // candidates nobody had touched, brought up to date
	Kept       int // candidates nobody had touched, found again as they are
	Superseded int // candidates nobody had touched, found no longer: declined
	Decided    int // claims that people decided about, left alone
}

// resplitPlan sorts what a newer splitting proposes by what becomes of it.
type resplitPlan struct {
	Added      []factcheck.Claim
	Renewed    []Renewed
	Kept       int
	Superseded []factcheck.Claim
	Decided    int
	// steps say for each proposal, in its order, which claim it ends at: one of those there, or a new one.
	steps []resplitStep
}

// Renewed is a candidate as it is, and as the newer rules propose it.
type Renewed struct{ Was, Is factcheck.Claim }

type resplitStep struct {
	proposal
	outcome factcheck.Outcome
	there   *factcheck.Claim // nil for a new one
	renew   bool
}

func (p *resplitPlan) counts() ResplitCounts {
	return ResplitCounts{Added: len(p.Added), Renewed: len(p.Renewed), Kept: p.Kept, Superseded: len(p.Superseded), Decided: p.Decided}
}

// planResplit decides what becomes of each claim there and of each that was found now. What the splitter proposed and
// nobody touched is its own to renew or to take back, and to bring back; all else is people's.
func planResplit(there postgres.SplitClaims, found []proposal) resplitPlan {
	var plan resplitPlan
	own, decided := map[string][]*factcheck.Claim{}, []decidedClaim{}
	for i := range there.Claims {
		c := &there.Claims[i]
		suggested, left := spansOf(c.Spans), 1
		if s, ok := there.Suggested[c.ID]; ok {
			suggested, left = s.Spans, s.Revision
		}
		if c.Anchor != nil && c.Superseded() {
			continue // it was given up in an older text
		}
		// What came from an older text is people's to decide about where it stands in this one.
		if c.Anchor != nil || (!c.Untouched(left) && !c.Superseded()) {
			decided = append(decided, decidedClaim{c, spansOf(c.Spans), suggested})
			continue
		}
		key := spansKey(c.Spans)
		own[key] = append(own[key], c)
	}
	plan.Decided = len(decided)
	again := map[factcheck.ClaimID]bool{}
	for _, p := range found {
		step := resplitStep{proposal: p, outcome: factcheck.SuggestionAdded}
		c, d := ownClaim(own[spansKey(p.claim.Spans)], again, &p.claim), deciding(decided, p.suggestion.Spans)
		switch {
		case c != nil && (d == nil || c.Status == factcheck.Candidate):
			again[c.ID] = true
			step.outcome, step.there = factcheck.SuggestionKept, c
			step.renew = c.Status != factcheck.Candidate || differs(c, &p.claim)
		case d != nil: // people decided about these words, maybe in place of a claim that was superseded
			step.outcome, step.there = factcheck.SuggestionCovered, d
		}
		plan.add(step)
	}
	for i := range there.Claims {
		c := &there.Claims[i]
		if slices.Contains(own[spansKey(c.Spans)], c) && !again[c.ID] && c.Status == factcheck.Candidate {
			plan.Superseded = append(plan.Superseded, *c)
		}
	}
	return plan
}

// ownClaim is the splitter's own claim on the words of now that now can renew: a candidate rather than one that was
// superseded, none that was renewed already; nil when there is none. What a candidate is attributed to cannot be taken
// away, so one that is nobody's now is another claim.
func ownClaim(own []*factcheck.Claim, again map[factcheck.ClaimID]bool, now *factcheck.Claim) *factcheck.Claim {
	var best *factcheck.Claim
	for _, c := range own {
		if again[c.ID] || now.Attribution == nil && c.Attribution != nil {
			continue
		}
		if best == nil || best.Status != factcheck.Candidate && c.Status == factcheck.Candidate {
			best = c
		}
	}
	return best
}

func (p *resplitPlan) add(step resplitStep) {
	p.steps = append(p.steps, step)
	switch {
	case step.outcome == factcheck.SuggestionAdded:
		p.Added = append(p.Added, step.claim)
	case step.renew:
		p.Renewed = append(p.Renewed, Renewed{Was: *step.there, Is: step.claim})
	case step.outcome == factcheck.SuggestionKept:
		p.Kept++
	}
}

// spansKey tells the words of one claim from those of another of the same text.
func spansKey(quotes []factcheck.Quote) string { return fmt.Sprint(spansOf(quotes)) }

// differs reports whether the splitter would write the claim differently now.
func differs(c, now *factcheck.Claim) bool {
	if c.Statement != now.Statement || c.Type != now.Type || float32(c.Score) != float32(now.Score) || !slices.Equal(c.Reasons, now.Reasons) {
		return true
	}
	return now.Attribution != nil && (c.Attribution == nil || *c.Attribution != *now.Attribution)
}

// decidedClaim is a claim people decided about, with its words and those it was proposed on, which people may have
// changed.
type decidedClaim struct {
	*factcheck.Claim
	words, suggested []textspan.Span
}

// deciding returns the first claim people decided about that is, or was when it was proposed, about the same words; nil
// when there is none.
func deciding(decided []decidedClaim, words []textspan.Span) *factcheck.Claim {
	for _, d := range decided {
		if factcheck.SameWords(d.words, words) || factcheck.SameWords(d.suggested, words) {
			return d.Claim
		}
	}
	return nil
}

// PreviewResplit returns what splitting the article again would come to now; nothing when it was split by the newest
// rules. Takes an editor. Returns NotFound when there is no such article.
func (w *Workflow) PreviewResplit(ctx context.Context, actor factcheck.Actor, article factcheck.ArticleID) (Resplit, error) {
	if err := requireRole(actor, factcheck.Editor); err != nil {
		return Resplit{}, err
	}
	from, err := w.db.CurrentSplitting(ctx, actor.Desk, article)
	if err != nil {
		return Resplit{}, err
	}
	if from.Splitter == splitter.Version {
		found, err := w.db.Article(ctx, actor.Desk, article)
		return Resplit{Article: found, From: from, Splitter: splitter.Version, Language: from.Language, Supported: from.Supported}, err
	}
	again, err := w.splitAgain(ctx, actor.Desk, article)
	if err != nil {
		return Resplit{}, err
	}
	again.From = from
	there, err := w.db.SplitClaims(ctx, actor.Desk, article, again.Article.Version)
	again.resplitPlan = planResplit(there, again.found)
	return again.Resplit, err
}

// resplitting is an article as the newest rules split it.
type resplitting struct {
	Resplit
	doc   splitter.Document
	found []proposal
}

// splitAgain reads and splits an article, outside of any transaction: it takes the processor, not the database, and
// the text never changes.
func (w *Workflow) splitAgain(ctx context.Context, desk factcheck.DeskID, id factcheck.ArticleID) (resplitting, error) {
	article, err := w.db.Article(ctx, desk, id)
	if err != nil {
		return resplitting{}, err
	}
	version, err := w.db.ArticleVersion(ctx, desk, id, article.Version)
	if err != nil {
		return resplitting{}, err
	}
	doc := splitter.Split(splitter.Article{Text: version.Text, Published: article.PublishedOn, Language: article.Language})
	found, err := proposals(version.Text, doc)
	return resplitting{
		Resplit: Resplit{Article: article, Splitter: splitter.Version, Language: doc.Language, Supported: doc.Supported}, doc: doc, found: found,
	}, err
}

// ResplitArticle names what was looked at before: the splitting that is to be replaced, and the rules to do it by.
type ResplitArticle struct {
	Article   factcheck.ArticleID
	Splitting int
	Splitter  string
}

// ResplitArticle splits an article again by the newest rules. New candidates are added; candidates that nobody touched
// are brought up to date, or declined as superseded when they are no longer found; whatever people decided about stays
// as it is. Takes an editor. Returns Stale when the article was split in between or the rules are other ones now, and
// Unmet when it was split by the newest rules already.
func (w *Workflow) ResplitArticle(ctx context.Context, cmd Command, in ResplitArticle) (ResplitCounts, error) {
	if err := requireRole(cmd.Actor, factcheck.Editor); err != nil {
		return ResplitCounts{}, err
	}
	again, err := w.splitAgain(ctx, cmd.Actor.Desk, in.Article)
	if err != nil {
		return ResplitCounts{}, err
	}
	return run(ctx, w, cmd, factcheck.Editor, "article.resplit", in, func(tx *postgres.DB) (ResplitCounts, error) {
		desk, version := cmd.Actor.Desk, again.Article.Version
		// Nobody proposes claims of the article meanwhile, or splits it; and whoever decides about one of its claims
		// has done so before it is looked at, or finds it moved.
		if err := tx.LockProposals(ctx, desk, in.Article); err != nil {
			return ResplitCounts{}, err
		}
		from, err := tx.CurrentSplitting(ctx, desk, in.Article)
		if err != nil {
			return ResplitCounts{}, err
		}
		if err := in.refusal(from); err != nil {
			return ResplitCounts{}, err
		}
		if err := tx.LockClaimsOfArticle(ctx, desk, in.Article); err != nil {
			return ResplitCounts{}, err
		}
		there, err := tx.SplitClaims(ctx, desk, in.Article, version)
		if err != nil {
			return ResplitCounts{}, err
		}
		plan := planResplit(there, again.found)
		of := postgres.SplittingOf{Desk: desk, Article: in.Article, Version: version, Number: from.Number + 1}
		if err := tx.InsertSplitting(ctx, of, splitting(cmd, again.doc), sentences(again.doc)); err != nil {
			return ResplitCounts{}, err
		}
		return plan.counts(), plan.apply(ctx, tx, cmd, of, from, w.now())
	})
}

// refusal is why the article is not split again on what was looked at, or nil.
func (in *ResplitArticle) refusal(from factcheck.Splitting) error {
	switch {
	case in.Splitting != from.Number:
		return errs.Refuse(errs.Stale, "The article was split again since you looked.", errs.Reason{
			Rule: "stale", Detail: fmt.Sprintf("You looked at splitting %d; it is at %d now.", in.Splitting, from.Number),
			Remedy: "Look at what has come of it first.",
		})
	case in.Splitter != splitter.Version:
		return errs.Refuse(errs.Stale, "There are other rules now than those you looked at.", errs.Reason{
			Rule: "splitter", Detail: fmt.Sprintf("You looked at what the rules %q find; the newest are %q.", in.Splitter, splitter.Version),
			Remedy: "Look again at what would change.",
		})
	case from.Splitter == splitter.Version:
		return errs.Refuse(errs.Unmet, "The article was split by the newest rules already.", errs.Reason{
			Rule: "splitter", Detail: fmt.Sprintf("The newest rules are %q, and it was split by them.", splitter.Version),
		})
	}
	return nil
}

// apply carries the plan out: all in the splitter's hand but the fact that somebody had it done. The events come last,
// since they hold the desk's chain.
func (p *resplitPlan) apply(ctx context.Context, tx *postgres.DB, cmd Command, of postgres.SplittingOf, from factcheck.Splitting, now time.Time) error {
	var events []postgres.NewEvent
	suggestions := make([]factcheck.Suggestion, len(p.steps))
	var fresh []proposal
	var places []int
	for i, step := range p.steps {
		suggestions[i] = step.suggestion
		suggestions[i].Outcome = step.outcome
		if step.there == nil {
			fresh, places = append(fresh, step.proposal), append(places, i)
			continue
		}
		suggestions[i].Claim, suggestions[i].Revision = step.there.ID, step.there.Revision
		if step.renew {
			revision, err := renew(ctx, tx, of, step, now)
			if err != nil {
				return err
			}
			suggestions[i].Revision = revision
			events = append(events, claimEvent("claim.renewed", step.there.ID, map[string]any{
				"splitter": splitter.Version, "was": step.there.Statement, "statement": step.claim.Statement,
			}))
		}
	}
	added, err := propose(ctx, tx, cmd, of, fresh)
	if err != nil {
		return err
	}
	for i, place := range places {
		suggestions[place] = added[i]
	}
	for _, c := range p.Superseded {
		err := tx.MoveClaim(ctx, of.Desk, c.ID, postgres.Move{To: factcheck.Declined, DeclineReason: factcheck.Superseded, Now: now})
		if err != nil {
			return err
		}
		events = append(events, claimEvent("claim.superseded", c.ID, map[string]any{"splitter": splitter.Version}))
	}
	if err := tx.InsertSuggestions(ctx, of, suggestions); err != nil {
		return err
	}
	for _, e := range append(events, postgres.NewEvent{
		Action: "article.resplit", Subject: "article", ID: int64(of.Article),
		Detail: map[string]any{"splitter": splitter.Version, "was": from.Splitter, "splitting": of.Number, "claims": p.counts()},
	}) {
		if err := tx.RecordEvent(ctx, of.Desk, e); err != nil {
			return err
		}
	}
	return nil
}

// renew brings a candidate up to date; one that was superseded comes back. It returns the claim's revision after it.
func renew(ctx context.Context, tx *postgres.DB, of postgres.SplittingOf, step resplitStep, now time.Time) (revision int, err error) {
	c := step.there
	revision = c.Revision + 1
	if c.Status != factcheck.Candidate {
		if err := tx.MoveClaim(ctx, of.Desk, c.ID, postgres.Move{To: factcheck.Candidate, Now: now}); err != nil {
			return 0, err
		}
		revision++
	}
	return revision, tx.RenewClaim(ctx, postgres.Version{Desk: of.Desk, Claim: c.ID, Number: c.Version}, postgres.Renewal{
		Statement: step.claim.Statement, Type: step.claim.Type, Attribution: step.claim.Attribution,
		Score: step.claim.Score, Reasons: step.claim.Reasons,
	}, now)
}
