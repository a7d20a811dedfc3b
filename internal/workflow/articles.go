package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// ImportArticle is an article as it comes to the desk: canonical text, and what is known of it.
type ImportArticle struct {
	Text        string
	Origin      factcheck.Origin
	FileName    string
	Title       string
	URL         string
	Publisher   string
	Author      string
	PublishedOn time.Time // a date in UTC; zero when unknown
	Language    string    // BCP 47; the desk's when empty
}

// ImportArticle stores an article, splits it, and proposes the splitter's candidates. Takes an
// editor. Returns Invalid on the field "text" or "title" when one is missing, TooLarge when the
// text is over factcheck.MaxArticleBytes.
func (w *Workflow) ImportArticle(ctx context.Context, cmd Command, in ImportArticle) (factcheck.ArticleID, error) {
	if err := in.check(); err != nil {
		return 0, err
	}
	article := factcheck.Article{
		Title: strings.TrimSpace(in.Title), URL: in.URL, Publisher: in.Publisher, Author: in.Author,
		PublishedOn: in.PublishedOn, Language: in.Language, CreatedBy: factcheck.Person{ID: cmd.Actor.Account},
	}
	// Before the transaction: it takes the processor, not the database.
	doc := splitter.Split(splitter.Article{Text: in.Text, Published: in.PublishedOn, Language: in.Language})
	claims, err := candidates(in.Text, doc)
	if err != nil {
		return 0, err
	}
	return run(ctx, w, cmd, factcheck.Editor, "article.import", in, func(tx *postgres.DB) (factcheck.ArticleID, error) {
		desk := cmd.Actor.Desk
		id, err := tx.InsertArticle(ctx, desk, article, factcheck.ArticleVersion{
			Text: in.Text, Origin: in.Origin, FileName: in.FileName, Splitter: splitter.Version,
		})
		if err != nil {
			return 0, err
		}
		if err := tx.InsertSentences(ctx, desk, id, 1, sentences(doc)); err != nil {
			return 0, err
		}
		for i := range claims {
			claims[i].Article, claims[i].ArticleVersion = id, 1
			claims[i].CreatedBy.ID = cmd.Actor.Account
		}
		if _, err := tx.InsertClaims(ctx, desk, claims); err != nil {
			return 0, err
		}
		return id, tx.RecordEvent(ctx, desk, postgres.NewEvent{
			Action: "article.imported", Subject: "article", ID: int64(id),
			Detail: map[string]any{
				"title": article.Title, "origin": in.Origin, "splitter": splitter.Version,
				"sentences": len(doc.Sentences), "candidates": len(claims),
			},
		})
	})
}

func (in *ImportArticle) check() error {
	switch {
	case strings.TrimSpace(in.Text) == "":
		return errs.Field("text", "The article has no text. Paste it, or choose a file.")
	case len(in.Text) > factcheck.MaxArticleBytes:
		return errs.Refuse(errs.TooLarge, "The article is too long.", errs.Reason{
			Rule: "size", Field: "text",
			Detail: fmt.Sprintf("It has %d bytes of text; at most %d are taken.", len(in.Text), factcheck.MaxArticleBytes),
			Remedy: "Import it in parts.",
		})
	case strings.TrimSpace(in.Title) == "":
		return errs.Field("title", "The article needs a title.")
	}
	return nil
}

func sentences(doc splitter.Document) []factcheck.Sentence {
	list := make([]factcheck.Sentence, len(doc.Sentences))
	for i, s := range doc.Sentences {
		list[i] = factcheck.Sentence{
			Ordinal: i, Span: textspan.Span{Start: s.Start, End: s.End}, Class: factcheck.SentenceClass(s.Class),
			Score: s.Score, Opinion: s.Opinion, Reasons: s.Reasons,
		}
	}
	return list
}

// candidates turns what the splitter found into proposed claims. A statement never outgrows
// what a claim may hold.
func candidates(text string, doc splitter.Document) ([]factcheck.Claim, error) {
	list := make([]factcheck.Claim, 0, len(doc.Claims))
	ix := textspan.NewIndex(text)
	names := namesIn(ix, doc.Entities)
	for _, found := range doc.Claims {
		c := factcheck.Claim{
			Origin: factcheck.BySplitter, Type: factcheck.ClaimType(found.Type), Statement: cut(found.Statement, maxStatement),
			Score: found.Score, Reasons: found.Reasons,
		}
		for _, s := range found.Spans {
			q, err := ix.Select(s)
			if err != nil {
				return nil, fmt.Errorf("span of a candidate: %w", err)
			}
			c.Spans = append(c.Spans, factcheck.Quote{Span: s, Selector: q})
		}
		if found.Attribution != nil {
			c.Attribution = proposedAttribution(ix, doc.Attributions[*found.Attribution])
			if c.Attribution != nil {
				c.Attribution.Kind = names.kind(doc.Attributions[*found.Attribution].Source, c.Attribution.Speaker)
			}
		}
		list = append(list, c)
	}
	return list, nil
}

// proposedAttribution reads the words of an attribution; nil when it names nobody.
func proposedAttribution(ix *textspan.Index, found splitter.Attribution) *factcheck.Attribution {
	words := func(s textspan.Span) string {
		slice, _ := ix.Slice(s)
		return cut(strings.TrimSpace(slice), maxAttribution)
	}
	a := &factcheck.Attribution{
		Speaker: cut(found.Name, maxAttribution), Outlet: words(found.Outlet), Via: words(found.Via), Cue: words(found.Cue), Direct: found.Direct,
	}
	if a.Speaker == "" {
		a.Speaker = words(found.Source)
	}
	hedges := make([]string, len(found.Hedges))
	for i, h := range found.Hedges {
		hedges[i] = words(h)
	}
	a.Hedge = cut(strings.Join(hedges, ", "), maxAttribution)
	if a.Speaker == "" {
		return nil
	}
	return a
}

// named says what the splitter took the people and organisations of an article for.
type named struct {
	entities []splitter.Entity // in the order of the text
	kinds    map[string]factcheck.ClaimantKind
}

func namesIn(ix *textspan.Index, entities []splitter.Entity) named {
	n := named{entities: entities, kinds: map[string]factcheck.ClaimantKind{}}
	for _, e := range entities {
		if kind, ok := kindOf(e.Type); ok {
			name, _ := ix.Slice(textspan.Span{Start: e.Start, End: e.End})
			if n.kinds[name] != factcheck.PersonClaimant {
				n.kinds[name] = kind
			}
		}
	}
	return n
}

// kindOf takes places for organisations: what a capital is said to have said, a government said.
func kindOf(t splitter.EntityType) (factcheck.ClaimantKind, bool) {
	switch t {
	case splitter.EntityPerson:
		return factcheck.PersonClaimant, true
	case splitter.EntityOrganization, splitter.EntityPlace:
		return factcheck.OrganizationClaimant, true
	case splitter.EntityNumber, splitter.EntityPercent, splitter.EntityMoney, splitter.EntityDate:
	}
	return "", false
}

// kind takes a speaker for an organisation when the splitter found one, and no person, of that
// name or in the words that say who said it; for a person otherwise.
func (n named) kind(source textspan.Span, speaker string) factcheck.ClaimantKind {
	kind := n.kinds[speaker]
	first, _ := slices.BinarySearchFunc(n.entities, source.Start, func(e splitter.Entity, start int) int { return cmp.Compare(e.End, start+1) })
	for _, e := range n.entities[first:] {
		if e.Start >= source.End {
			break
		}
		if k, ok := kindOf(e.Type); ok && kind != factcheck.PersonClaimant {
			kind = k
		}
	}
	return cmp.Or(kind, factcheck.PersonClaimant)
}

// Lengths the database allows, in code points.
const (
	maxStatement   = 2000
	maxAttribution = 300
)

// cut shortens s to at most n code points.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// ArticlePage is a page of the desk's articles, newest first.
type ArticlePage struct {
	Articles []postgres.ArticleListed
	Next     factcheck.ArticleID // to ask for the page after it; 0 when there is none
}

// Articles returns the desk's articles before the given one, 0 for the newest.
func (w *Workflow) Articles(ctx context.Context, actor factcheck.Actor, before factcheck.ArticleID, limit int) (ArticlePage, error) {
	list, err := w.db.Articles(ctx, actor.Desk, orNewest(before), limit+1)
	page := ArticlePage{Articles: list}
	if len(list) > limit {
		page.Articles, page.Next = list[:limit], list[limit-1].ID
	}
	return page, err
}

// orNewest turns the cursor 0 into one past every identifier.
func orNewest[ID ~int64](before ID) ID {
	if before == 0 {
		return ID(1<<63 - 1)
	}
	return before
}

// Workbench is an article with its claims in the order of the text, one of them whole.
type Workbench struct {
	postgres.Workbench
	Current *ClaimPage // nil while the article has no claims
}

// Workbench returns an article to work on, with the given claim whole. Claim 0 is the first
// that waits to be looked at, or the first of all. Returns NotFound when there is no such
// article, or the claim is not one of it.
func (w *Workflow) Workbench(ctx context.Context, actor factcheck.Actor, article factcheck.ArticleID, claim factcheck.ClaimID) (Workbench, error) {
	var bench Workbench
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		found, err := tx.Workbench(ctx, actor.Desk, article)
		if err != nil {
			return err
		}
		bench.Workbench = found
		id, err := currentClaim(bench.Claims, claim)
		if err != nil || id == 0 {
			return err
		}
		detail, err := tx.ClaimDetail(ctx, actor.Desk, id, 0, eventsShown)
		bench.Current = &ClaimPage{ClaimDetail: detail, Article: bench.Article, Text: bench.Version.Text}
		return err
	})
	return bench, err
}

// ArticleOf returns the article a claim is of. Returns NotFound when the desk has no such claim.
func (w *Workflow) ArticleOf(ctx context.Context, actor factcheck.Actor, id factcheck.ClaimID) (factcheck.ArticleID, error) {
	return w.db.ArticleOf(ctx, actor.Desk, id)
}

// currentClaim picks the claim to show: the one asked for, else the first candidate, else the first.
func currentClaim(claims []factcheck.Claim, asked factcheck.ClaimID) (factcheck.ClaimID, error) {
	var first, candidate factcheck.ClaimID
	for i := range claims {
		c := &claims[i]
		if c.ID == asked {
			return asked, nil
		}
		if first == 0 {
			first = c.ID
		}
		if candidate == 0 && c.Status == factcheck.Candidate {
			candidate = c.ID
		}
	}
	switch {
	case asked != 0:
		return 0, errs.New(errs.NotFound, "This article has no such claim.")
	case candidate != 0:
		return candidate, nil
	}
	return first, nil
}
