package workflow

import (
	"context"
	"fmt"
	"strings"
	"time"

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
	Language    string    // BCP 47; that of the text when empty, and the desk's when that cannot be told
}

// ImportArticle stores an article, splits it, and proposes the splitter's candidates. Takes an
// editor. Returns Invalid on the field "text" or "title" when one is missing, TooLarge when the
// text is over factcheck.MaxArticleBytes.
func (w *Workflow) ImportArticle(ctx context.Context, cmd Command, in ImportArticle) (factcheck.ArticleID, error) {
	if err := in.check(); err != nil {
		return 0, err
	}
	// Before the transaction: it takes the processor, not the database.
	doc, language, err := w.split(ctx, cmd.Actor.Desk, in)
	if err != nil {
		return 0, err
	}
	article := factcheck.Article{
		Title: strings.TrimSpace(in.Title), URL: in.URL, Publisher: in.Publisher, Author: in.Author,
		PublishedOn: in.PublishedOn, Language: language, CreatedBy: factcheck.Person{ID: cmd.Actor.Account},
	}
	found, err := proposals(in.Text, doc)
	if err != nil {
		return 0, err
	}
	return run(ctx, w, cmd, factcheck.Editor, "article.import", in, func(tx *postgres.DB) (factcheck.ArticleID, error) {
		desk := cmd.Actor.Desk
		id, err := tx.InsertArticle(ctx, desk, article, factcheck.ArticleVersion{Text: in.Text, Origin: in.Origin, FileName: in.FileName})
		if err != nil {
			return 0, err
		}
		of := postgres.SplittingOf{Desk: desk, Article: id, Version: 1, Number: 1}
		if err := tx.InsertSplitting(ctx, of, splitting(cmd, doc), sentences(doc)); err != nil {
			return 0, err
		}
		suggestions, err := propose(ctx, tx, cmd, of, found)
		if err != nil {
			return 0, err
		}
		if err := tx.InsertSuggestions(ctx, of, suggestions); err != nil {
			return 0, err
		}
		return id, tx.RecordEvent(ctx, desk, postgres.NewEvent{
			Action: "article.imported", Subject: "article", ID: int64(id),
			Detail: map[string]any{
				"title": article.Title, "origin": in.Origin, "splitter": splitter.Version,
				"sentences": len(doc.Sentences), "candidates": len(found),
			},
		})
	})
}

// split takes an article apart and says which language it is in: the one that was named, that of the text, or the
// desk's where the text is too short to tell.
func (w *Workflow) split(ctx context.Context, desk factcheck.DeskID, in ImportArticle) (splitter.Document, string, error) {
	const undetermined = "und" // in BCP 47
	article := splitter.Article{Text: in.Text, Published: in.PublishedOn, Language: in.Language}
	doc := splitter.Split(article)
	switch {
	case in.Language != "":
		return doc, in.Language, nil
	case doc.Language != undetermined:
		return doc, doc.Language, nil
	}
	at, err := w.db.Desk(ctx, desk)
	article.Language = at.Language
	return splitter.Split(article), at.Language, err
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

// Article returns an article without its text. Returns NotFound when there is none.
func (w *Workflow) Article(ctx context.Context, actor factcheck.Actor, id factcheck.ArticleID) (factcheck.Article, error) {
	return w.db.Article(ctx, actor.Desk, id)
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
	Current  *ClaimPage // nil while the article has no claims
	Outdated bool       // there are newer rules to split the article by
	Steps    UndoNext   // what the actor can undo and redo
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
		withWords(found.Claims, found.Version.Text)
		bench.Workbench, bench.Outdated = found, found.Splitting.Splitter != splitter.Version
		if bench.Steps, err = undoNext(ctx, tx, actor, article); err != nil {
			return err
		}
		id, err := currentClaim(bench.Claims, claim)
		if err != nil || id == 0 {
			return err
		}
		detail, err := tx.ClaimDetail(ctx, actor.Desk, id, 0, eventsShown)
		bench.Current = &ClaimPage{ClaimDetail: detail, Article: bench.Article, Text: bench.Version.Text}
		if err == nil && detail.Claim.Anchor != nil {
			bench.Current.inNewest(bench.Version)
		} else {
			bench.Current.fitProposed()
		}
		return err
	})
	return bench, err
}

// withWords fills in the words of the claims that were carried over to the text.
func withWords(claims []factcheck.Claim, text string) {
	index := textspan.NewIndex(text)
	for i := range claims {
		if claims[i].Anchor == nil {
			continue
		}
		for k := range claims[i].Spans {
			if selector, err := index.Select(claims[i].Spans[k].Span); err == nil {
				claims[i].Spans[k].Selector = selector
			}
		}
	}
}

// ArticleText is one version of an article's text, with the claims as they stand or stood in it.
type ArticleText struct {
	Article factcheck.Article
	Version factcheck.ArticleVersion
	Claims  []factcheck.Claim
	Texts   []factcheck.TextVersion // newest first
}

// ArticleText returns a version of an article to read. Returns NotFound when there is none such.
func (w *Workflow) ArticleText(ctx context.Context, actor factcheck.Actor, id factcheck.ArticleID, number int) (ArticleText, error) {
	var text ArticleText
	err := w.db.Read(ctx, func(tx *postgres.DB) error {
		var err error
		if text.Article, err = tx.Article(ctx, actor.Desk, id); err != nil {
			return err
		}
		if text.Version, err = tx.ArticleVersion(ctx, actor.Desk, id, number); err != nil {
			return err
		}
		if text.Texts, err = tx.TextVersions(ctx, actor.Desk, id); err != nil {
			return err
		}
		text.Claims, err = tx.ClaimsOfArticle(ctx, actor.Desk, id, number)
		withWords(text.Claims, text.Version.Text)
		return err
	})
	return text, err
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
