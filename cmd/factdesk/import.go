package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"factdesk/internal/factcheck"
	"factdesk/internal/intake"
	"factdesk/internal/workflow"
)

const importUsage = `usage: factdesk import FILE --desk SLUG [--as EMAIL] [--title T] [--url U] [--publisher P] [--author A]
                       [--published YYYY-MM-DD] [--lang L]

Brings an article to a desk, takes it apart, and prints its number and path. FILE is text or HTML, or - for
standard input; 10 MB at most. What is not given is read from the document where it says so itself. The import is
recorded as made by the member with the address EMAIL, or by the desk's first admin.

example:
  factdesk import article.html --desk news --url https://example.org/article

`

// importCommand is what `factdesk import` was asked for.
type importCommand struct {
	file      string
	desk, as  string
	published string
	in        workflow.ImportArticle
}

// runImport is `factdesk import`. It returns the exit status.
func runImport(ctx context.Context, args []string, t terminal) int {
	return finish(t, "import", importUsage+environmentHelp(), importFile(ctx, args, t))
}

func importFile(ctx context.Context, args []string, t terminal) error {
	c, err := parseImport(args)
	if err != nil {
		return err
	}
	raw, err := readArticle(c.file, t.stdin)
	if err != nil {
		return err
	}
	found, err := intake.FromFile(filepath.Base(c.file), raw, "")
	if err != nil {
		return err
	}
	c.complete(found)
	for _, warning := range found.Warnings {
		fmt.Fprintln(t.stderr, warning)
	}
	return onDatabase(ctx, t, commandLimit, func(ctx context.Context, w *workflow.Workflow) error {
		actor, err := w.ActorAt(ctx, c.desk, c.as)
		if err != nil {
			return err
		}
		id, err := w.ImportArticle(ctx, workflow.Command{Actor: actor}, c.in)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(t.stdout, "%d /articles/%d\n", id, id)
		return err
	})
}

func parseImport(args []string) (importCommand, error) {
	var c importCommand
	flags := flag.NewFlagSet("import", flag.ContinueOnError)
	flags.StringVar(&c.desk, "desk", "", "slug of the desk")
	flags.StringVar(&c.as, "as", "", "e-mail address of a member")
	flags.StringVar(&c.in.Title, "title", "", "of the article")
	flags.StringVar(&c.in.URL, "url", "", "where it was published")
	flags.StringVar(&c.in.Publisher, "publisher", "", "who published it")
	flags.StringVar(&c.in.Author, "author", "", "who wrote it")
	flags.StringVar(&c.published, "published", "", "YYYY-MM-DD")
	flags.StringVar(&c.in.Language, "lang", "", "BCP 47")
	words, err := parse(flags, args)
	switch {
	case err != nil:
		return c, err
	case len(words) != 1:
		return c, wrongUsage("name one file, or - for standard input")
	case c.desk == "":
		return c, wrongUsage("--desk is missing")
	case strings.HasPrefix(words[0], "http://"), strings.HasPrefix(words[0], "https://"):
		return c, wrongUsage("pages are not fetched: save %s as a file and give its address with --url", words[0])
	}
	c.file = words[0]
	if c.published != "" {
		if c.in.PublishedOn, err = time.Parse(time.DateOnly, c.published); err != nil {
			return c, wrongUsage("--published is a date such as 2026-03-09, not %q", c.published)
		}
	}
	return c, nil
}

// complete takes from the document what was not given. Text without a title of its own is
// called after its file.
func (c *importCommand) complete(found intake.Article) {
	c.in.Text, c.in.Origin = found.Text, factcheck.File
	if c.file == "-" {
		c.in.Origin = factcheck.Paste
	} else {
		c.in.FileName = filepath.Base(c.file)
	}
	name := strings.TrimSuffix(c.in.FileName, filepath.Ext(c.in.FileName))
	firstLine, _, _ := strings.Cut(found.Text, "\n")
	c.in.Title = first(c.in.Title, found.Title, name, clipped(firstLine))
	c.in.URL = first(c.in.URL, found.URL)
	c.in.Publisher = first(c.in.Publisher, found.Publisher)
	c.in.Author = first(c.in.Author, found.Author)
	c.in.Language = first(c.in.Language, found.Language)
	if c.in.PublishedOn.IsZero() && !found.Published.IsZero() {
		c.in.PublishedOn = found.Published.Truncate(24 * time.Hour)
	}
}

// maxTitle is how long a title made of the first line may be, in code points.
const maxTitle = 200

func clipped(line string) string {
	runes := []rune(line)
	return string(runes[:min(len(runes), maxTitle)])
}

// first returns the first of the texts that is not empty.
func first(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}

// readArticle reads a file, or standard input for "-"; a byte more than may be taken in, so
// that too much is refused rather than cut.
func readArticle(name string, stdin io.Reader) ([]byte, error) {
	in := stdin
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return nil, fmt.Errorf("open the article: %w", err)
		}
		defer func() { _ = file.Close() }() // it was only read
		in = file
	}
	raw, err := io.ReadAll(io.LimitReader(in, intake.MaxUpload+1))
	if err != nil {
		return nil, fmt.Errorf("read the article: %w", err)
	}
	return raw, nil
}
