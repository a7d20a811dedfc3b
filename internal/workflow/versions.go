package workflow

import (
	"context"
	"crypto/sha256"
	"fmt"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// AddVersion is a new text of an article, canonical as that of an import.
type AddVersion struct {
	Article  factcheck.ArticleID
	Based    int // the newest version when the new text was compared with it
	Text     string
	Origin   factcheck.Origin
	FileName string
}

// VersionAdded is what came of a new text.
type VersionAdded struct {
	Version int
	Same    bool // the article had this text already: nothing was done
	Counts  VersionCounts
}

// VersionCounts is what became of an article's claims in a new text.
type VersionCounts struct {
	Automatic int // in their place, moved along or typed differently
	Confirm   int // words changed or in another place: one key
	Changed   int // the claim itself changed
	Open      int // in several places, or gone
	Voided    int // of the changed: were approved, and are open again in a new version
	Added     int // new candidates
}

// VersionPreview is what a new text would do to an article's claims.
type VersionPreview struct {
	Article factcheck.Article
	Text    string // that is the newest now
	Same    bool   // as the new one
	Claims  []CarriedClaim
	Added   []factcheck.Claim
}

// Counts are the numbers of it.
func (p *VersionPreview) Counts() VersionCounts {
	counts := countCarried(p.Claims)
	counts.Added = len(p.Added)
	return counts
}

// CarriedClaim is a claim as a new text has it.
type CarriedClaim struct {
	Claim  factcheck.Claim
	Anchor factcheck.Anchor
	Was    string // its words in the text it was compared with
	Now    string // its words in the new one; "" when they are gone or in several places
}

// Voided reports whether the new text takes the claim's approval away.
func (c *CarriedClaim) Voided() bool {
	return c.Claim.Status == factcheck.Approved && c.Anchor.State == textspan.StateClaimChanged
}

// Shown reports whether the claim is in any list: one whose making was undone is carried over and in none.
func (c *CarriedClaim) Shown() bool { return c.Claim.DeclineReason != factcheck.Undone }

func countCarried(claims []CarriedClaim) VersionCounts {
	var counts VersionCounts
	for i := range claims {
		if !claims[i].Shown() {
			continue
		}
		switch claims[i].Anchor.Needs() {
		case factcheck.NeedsNoLook:
			counts.Automatic++
		case factcheck.NeedsConfirm:
			counts.Confirm++
		case factcheck.NeedsLook:
			counts.Changed++
		case factcheck.NeedsPick, factcheck.NeedsPlace:
			counts.Open++
		}
		if claims[i].Voided() {
			counts.Voided++
		}
	}
	return counts
}

// newText is a text that is to become an article's newest, taken apart.
type newText struct {
	text  string
	doc   splitter.Document
	found []proposal
}

func splitVersion(article factcheck.Article, text string) (newText, error) {
	doc := splitter.Split(splitter.Article{Text: text, Published: article.PublishedOn, Language: article.Language})
	found, err := proposals(text, doc)
	return newText{text: text, doc: doc, found: found}, err
}

// versionPlan is what becomes of each claim, and of each that was found in the new text.
type versionPlan struct {
	claims []CarriedClaim
	covers []*CarriedClaim // for each proposal the claim that is there already; nil for a new one
}

// PreviewVersion returns what a new text would do to an article's claims. Takes an editor. Returns NotFound when there
// is no such article, and what ImportArticle does for a text that cannot be taken.
func (w *Workflow) PreviewVersion(ctx context.Context, actor factcheck.Actor, id factcheck.ArticleID, text string) (VersionPreview, error) {
	if err := requireRole(actor, factcheck.Editor); err != nil {
		return VersionPreview{}, err
	}
	article, err := w.db.Article(ctx, actor.Desk, id)
	if err != nil {
		return VersionPreview{}, err
	}
	if err := checkText(text); err != nil {
		return VersionPreview{}, err
	}
	now, err := splitVersion(article, text)
	if err != nil {
		return VersionPreview{}, err
	}
	preview := VersionPreview{Article: article}
	err = w.db.Read(ctx, func(tx *postgres.DB) error {
		carriage, err := tx.Carriage(ctx, actor.Desk, id)
		if err != nil {
			return err
		}
		newest, err := tx.ArticleVersion(ctx, actor.Desk, id, carriage.Article.Version)
		if err != nil {
			return err
		}
		preview.Article, preview.Text, preview.Same = carriage.Article, newest.Text, newest.Text == text
		if preview.Same {
			return nil
		}
		plan, err := planVersion(ctx, tx, actor.Desk, carriage, now)
		preview.Claims = plan.claims
		for i, covered := range plan.covers {
			if covered == nil {
				preview.Added = append(preview.Added, now.found[i].claim)
			}
		}
		return err
	})
	return preview, err
}

// AddArticleVersion stores a new text of an article, takes it apart, and carries every claim over to it. What was
// approved is not changed: it stays as it is, and stands in the new text where that says the same; an approved claim
// whose figures, names or the like differ there is opened again as a new version. A text that is the newest already
// changes nothing. Takes an editor. Returns Stale when another version was added since the two were compared.
func (w *Workflow) AddArticleVersion(ctx context.Context, cmd Command, in AddVersion) (VersionAdded, error) {
	if err := requireRole(cmd.Actor, factcheck.Editor); err != nil {
		return VersionAdded{}, err
	}
	article, err := w.db.Article(ctx, cmd.Actor.Desk, in.Article)
	if err != nil {
		return VersionAdded{}, err
	}
	if err := checkText(in.Text); err != nil {
		return VersionAdded{}, err
	}
	// Before the transaction: it takes the processor, not the database.
	now, err := splitVersion(article, in.Text)
	if err != nil {
		return VersionAdded{}, err
	}
	return run(ctx, w, cmd, factcheck.Editor, "article.version", in, func(tx *postgres.DB) (VersionAdded, error) {
		desk := cmd.Actor.Desk
		// Nobody proposes claims meanwhile, and whoever decides about one has done so before it is looked at.
		if err := tx.LockProposals(ctx, desk, in.Article); err != nil {
			return VersionAdded{}, err
		}
		if err := tx.LockClaimsOfArticle(ctx, desk, in.Article); err != nil {
			return VersionAdded{}, err
		}
		carriage, err := tx.Carriage(ctx, desk, in.Article)
		if err != nil {
			return VersionAdded{}, err
		}
		newest := carriage.Article.Version
		switch {
		case carriage.Sums[newest-1] == sha256.Sum256([]byte(in.Text)):
			return VersionAdded{Version: newest, Same: true}, nil
		case in.Based != newest:
			return VersionAdded{}, newerVersion(in.Based, newest)
		}
		plan, err := planVersion(ctx, tx, desk, carriage, now)
		if err != nil {
			return VersionAdded{}, err
		}
		return w.applyVersion(ctx, tx, cmd, in, now, plan)
	})
}

func newerVersion(based, newest int) error {
	return errs.Refuse(errs.Stale, "The article has a newer version than the one you looked at.", errs.Reason{
		Rule: "article_version", Detail: fmt.Sprintf("You looked at version %d; it is at %d now.", based, newest),
		Remedy: "Look at the newest version first.",
	})
}

// checkText refuses what no version of an article can hold.
func checkText(text string) error {
	in := ImportArticle{Text: text, Title: "any"}
	return in.check()
}

// planVersion decides what becomes of the claims in the new text.
func planVersion(ctx context.Context, tx *postgres.DB, desk factcheck.DeskID, carriage postgres.Carriage, now newText) (versionPlan, error) {
	c := &carrier{carriage: carriage, to: carriage.Article.Version + 1, now: textspan.NewIndex(now.text), bases: map[int]*base{}}
	sum := sha256.Sum256([]byte(now.text))
	for i := range carriage.Sums {
		if carriage.Sums[i] == sum {
			c.again = i + 1
		}
	}
	plan := versionPlan{claims: make([]CarriedClaim, len(carriage.Claims)), covers: make([]*CarriedClaim, len(now.found))}
	for i := range carriage.Claims {
		there := &carriage.Claims[i]
		number, spans := c.standing(there)
		if c.bases[number] == nil {
			version, err := tx.ArticleVersion(ctx, desk, carriage.Article.ID, number)
			if err != nil {
				return versionPlan{}, err
			}
			c.bases[number] = &base{index: textspan.NewIndex(version.Text), carry: textspan.NewCarry(version.Text, now.text)}
		}
		plan.claims[i] = c.over(there, number, spans)
	}
	for i := range now.found {
		plan.covers[i] = covering(plan.claims, now.found[i].suggestion.Spans)
	}
	return plan, nil
}

// covering returns the claim that stands on the words of a proposal, so that nothing is proposed twice; nil for none.
// What the splitter itself gave up may be found again, and so may what was never made after all.
func covering(claims []CarriedClaim, words []textspan.Span) *CarriedClaim {
	for i := range claims {
		if !claims[i].Claim.Superseded() && claims[i].Shown() && factcheck.SameWords(claims[i].Anchor.Place(), words) {
			return &claims[i]
		}
	}
	return nil
}

// carrier carries the claims of an article over to a new text.
type carrier struct {
	carriage postgres.Carriage
	to       int
	now      *textspan.Index
	again    int // the version that had this very text; 0 for none
	bases    map[int]*base
}

// base is a text that claims are carried over from.
type base struct {
	index *textspan.Index
	carry *textspan.Carry
}

// standing returns the newest text in which it is known where the claim stands, and where that is.
func (c *carrier) standing(there *postgres.Carried) (int, []textspan.Span) {
	number, spans := there.Claim.ArticleVersion, spansOf(there.Claim.Spans)
	for i := range there.Anchors {
		if a := &there.Anchors[i]; a.Version > number && a.Settled() {
			number, spans = a.Version, a.Place()
		}
	}
	return number, spans
}

// over carries one claim over, from the given places in one of its texts. A text that was there before gives the places
// it had then, and where the claim's own words are of that text or an older one, the very same claim. Had its words been
// put into a later text since, those are what is compared.
func (c *carrier) over(there *postgres.Carried, number int, spans []textspan.Span) CarriedClaim {
	from := c.bases[number]
	out := CarriedClaim{Claim: there.Claim, Was: wordsOf(from.index, spans)}
	out.Anchor = factcheck.CarryAnchor(from.carry, spans, number, c.to)
	if before := c.before(there); before != nil {
		switch {
		case c.again >= there.Claim.ArticleVersion:
			out.Anchor = factcheck.Anchor{Version: c.to, From: c.again, State: textspan.StateExact, Spans: before, Kept: 1}
		case len(out.Anchor.Spans) > 0:
			out.Anchor.Spans = before
		default:
			out.Anchor.Proposals = append([][]textspan.Span{before}, out.Anchor.Proposals...)
		}
	}
	out.Now = wordsOf(c.now, out.Anchor.Spans)
	return out
}

// before returns where the claim stood when the article had this text before; nil when it did not, or that is not known.
func (c *carrier) before(there *postgres.Carried) []textspan.Span {
	if c.again == 0 {
		return nil
	}
	if c.again == there.Claim.ArticleVersion {
		return spansOf(there.Claim.Spans)
	}
	for i := range there.Anchors {
		if a := &there.Anchors[i]; a.Version == c.again && a.Settled() {
			return a.Place()
		}
	}
	return nil
}

// wordsOf are the words at the places, joined by an ellipsis.
func wordsOf(index *textspan.Index, spans []textspan.Span) string {
	words := make([]string, len(spans))
	for i, s := range spans {
		words[i], _ = index.Slice(s)
	}
	return strings.Join(words, " … ")
}

// applyVersion carries the plan out. The events come last, since they hold the desk's chain.
func (w *Workflow) applyVersion(ctx context.Context, tx *postgres.DB, cmd Command, in AddVersion, now newText, plan versionPlan) (VersionAdded, error) {
	desk, by := cmd.Actor.Desk, cmd.Actor.Account
	of := postgres.SplittingOf{Desk: desk, Article: in.Article, Version: in.Based + 1, Number: 1}
	done := VersionAdded{Version: of.Version, Counts: countCarried(plan.claims)}
	version := factcheck.ArticleVersion{Article: in.Article, Number: of.Version, Text: in.Text, Origin: in.Origin, FileName: in.FileName}
	if err := tx.InsertArticleVersion(ctx, desk, version, by); err != nil {
		return done, err
	}
	if err := tx.InsertSplitting(ctx, of, splitting(cmd, now.doc), sentences(now.doc)); err != nil {
		return done, err
	}
	anchors := make([]postgres.NewAnchor, len(plan.claims))
	for i := range plan.claims {
		anchors[i] = postgres.NewAnchor{Claim: plan.claims[i].Claim.ID, Anchor: plan.claims[i].Anchor}
	}
	if err := tx.InsertAnchors(ctx, desk, in.Article, by, anchors); err != nil {
		return done, err
	}
	var events []postgres.NewEvent
	for i := range plan.claims {
		if c := &plan.claims[i]; c.Voided() {
			if err := w.void(ctx, tx, cmd, &c.Claim); err != nil {
				return done, err
			}
			events = append(events, claimEvent("claim.voided", c.Claim.ID, map[string]any{
				"version": c.Claim.Version + 1, "article_version": of.Version, "differs": c.Anchor.Differs, "was": c.Was, "now": c.Now,
			}))
		}
	}
	added, err := proposeNew(ctx, tx, cmd, of, now, plan)
	if err != nil {
		return done, err
	}
	done.Counts.Added = added
	events = append(events, postgres.NewEvent{
		Action: "article.version_added", Subject: "article", ID: int64(in.Article),
		Detail: map[string]any{"version": of.Version, "origin": in.Origin, "splitter": splitter.Version, "claims": done.Counts},
	})
	for _, e := range events {
		if err := tx.RecordEvent(ctx, desk, e); err != nil {
			return done, err
		}
	}
	return done, nil
}

// void opens a new version of an approved claim, as whoever edits one does. The approval stays with the old version.
func (w *Workflow) void(ctx context.Context, tx *postgres.DB, cmd Command, c *factcheck.Claim) error {
	if err := w.move(ctx, tx, cmd, c, postgres.Move{To: factcheck.Open, NewVersion: true}); err != nil {
		return err
	}
	return tx.CopyVersion(ctx, w.version(cmd, c), cmd.Actor.Account)
}

// proposeNew proposes what was found in the new text and no claim stands on, and returns how many that is.
func proposeNew(ctx context.Context, tx *postgres.DB, cmd Command, of postgres.SplittingOf, now newText, plan versionPlan) (int, error) {
	suggestions := make([]factcheck.Suggestion, len(now.found))
	var fresh []proposal
	var places []int
	for i, p := range now.found {
		suggestions[i] = p.suggestion
		covered := plan.covers[i]
		if covered == nil {
			fresh, places = append(fresh, p), append(places, i)
			continue
		}
		suggestions[i].Claim, suggestions[i].Outcome, suggestions[i].Revision = covered.Claim.ID, factcheck.SuggestionCovered, covered.Claim.Revision
		if covered.Voided() {
			suggestions[i].Revision++
		}
	}
	added, err := propose(ctx, tx, cmd, of, fresh)
	if err != nil {
		return 0, err
	}
	for i, place := range places {
		suggestions[place] = added[i]
	}
	return len(fresh), tx.InsertSuggestions(ctx, of, suggestions)
}
