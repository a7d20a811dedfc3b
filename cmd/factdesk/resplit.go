package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/workflow"
)

const resplitUsage = `usage: factdesk resplit [ARTICLE ...] --desk SLUG [--as EMAIL] [--dry-run]

Splits articles of a desk again by the newest rules: those with the given numbers, or all that were split by older
ones. New candidates are added; candidates that nobody touched are brought up to date, or declined as superseded when
they are no longer found. Claims that people decided about stay as they are. One line an article says what became of
its claims; with --dry-run, what would. It is recorded as done by the member with the address EMAIL, or by the desk's
first admin. Each article is done whole or not at all, so that what was stopped can be started again.

example:
  factdesk resplit --desk news --dry-run

`

// resplitLimit is how long all articles of a desk may take.
const resplitLimit = 12 * time.Hour

// resplitCommand is what `factdesk resplit` was asked for.
type resplitCommand struct {
	desk, as string
	dry      bool
	articles []factcheck.ArticleID // all of the desk's when empty
}

// runResplit is `factdesk resplit`. It returns the exit status.
func runResplit(ctx context.Context, args []string, t terminal) int {
	return finish(t, "resplit", resplitUsage+environmentHelp(), resplit(ctx, args, t))
}

func resplit(ctx context.Context, args []string, t terminal) error {
	c, err := parseResplit(args)
	if err != nil {
		return err
	}
	return onDatabase(ctx, t, resplitLimit, func(ctx context.Context, w *workflow.Workflow) error {
		actor, err := w.ActorAt(ctx, c.desk, c.as)
		if err != nil {
			return err
		}
		articles := c.articles
		if len(articles) == 0 {
			if articles, err = everyArticle(ctx, w, actor); err != nil {
				return err
			}
		}
		done := 0
		for i, id := range articles {
			changed, err := c.one(ctx, w, actor, id, t.stdout)
			if err != nil {
				return errs.Wrap(err, errs.KindOf(err), "Article %d: %s", id, errs.Message(err))
			}
			if changed {
				done++
			}
			if isTerminal(t.stderr) {
				fmt.Fprintf(t.stderr, "\r%d of %d articles", i+1, len(articles))
			}
		}
		if isTerminal(t.stderr) {
			fmt.Fprintln(t.stderr)
		}
		_, err = fmt.Fprintln(t.stdout, c.summary(done, len(articles)))
		return err
	})
}

func parseResplit(args []string) (resplitCommand, error) {
	var c resplitCommand
	flags := flag.NewFlagSet("resplit", flag.ContinueOnError)
	flags.StringVar(&c.desk, "desk", "", "slug of the desk")
	flags.StringVar(&c.as, "as", "", "e-mail address of a member")
	flags.BoolVar(&c.dry, "dry-run", false, "say what would change, and change nothing")
	words, err := parse(flags, args)
	switch {
	case err != nil:
		return c, err
	case c.desk == "":
		return c, wrongUsage("--desk is missing")
	}
	for _, word := range words {
		id, err := strconv.ParseInt(word, 10, 64)
		if err != nil || id < 1 {
			return c, wrongUsage("%q is not the number of an article", word)
		}
		c.articles = append(c.articles, factcheck.ArticleID(id))
	}
	return c, nil
}

// everyArticle lists the desk's articles, newest first.
func everyArticle(ctx context.Context, w *workflow.Workflow, actor factcheck.Actor) ([]factcheck.ArticleID, error) {
	const atOnce = 200
	var list []factcheck.ArticleID
	for before := factcheck.ArticleID(0); ; {
		page, err := w.Articles(ctx, actor, before, atOnce)
		if err != nil {
			return nil, err
		}
		for i := range page.Articles {
			list = append(list, page.Articles[i].ID)
		}
		if before = page.Next; before == 0 {
			return list, nil
		}
	}
}

// one splits an article again, or says what would come of it, and reports whether there was anything to do.
func (c *resplitCommand) one(ctx context.Context, w *workflow.Workflow, actor factcheck.Actor, id factcheck.ArticleID, out io.Writer) (bool, error) {
	preview, err := w.PreviewResplit(ctx, actor, id)
	if err != nil || !preview.Outdated() {
		return false, err
	}
	counts := preview.Counts()
	if !c.dry {
		in := workflow.ResplitArticle{Article: id, Splitting: preview.From.Number, Splitter: preview.Splitter}
		if counts, err = w.ResplitArticle(ctx, workflow.Command{Actor: actor}, in); err != nil {
			return false, err
		}
	}
	_, err = fmt.Fprintf(out, "%d /articles/%d: %d added, %d brought up to date, %d as they were, %d no longer found, %d decided about and left alone\n",
		id, id, counts.Added, counts.Renewed, counts.Kept, counts.Superseded, counts.Decided)
	return true, err
}

func (c *resplitCommand) summary(done, all int) string {
	if c.dry {
		return fmt.Sprintf("%d of %d articles would be split again", done, all)
	}
	return fmt.Sprintf("%d of %d articles were split again", done, all)
}

// isTerminal reports whether somebody watches what is written.
func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := file.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
