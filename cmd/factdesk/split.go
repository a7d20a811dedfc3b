package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"
	"unicode/utf8"

	"golang.org/x/sync/errgroup"
	"golang.org/x/text/language"

	"factdesk/internal/splitter"
)

const (
	// maxSplitText is the longest article split takes, in bytes.
	maxSplitText = 10 << 20
	// maxSplitLine is the longest --jsonl line: every byte of a text may be escaped as six.
	maxSplitLine = 6*maxSplitText + 1<<16
)

const splitUsage = `usage: factdesk split [--published DATE] [--lang L] [--explain] [FILE]
       factdesk split --jsonl

Takes an article apart: sentences, who is said to have said what, names and figures, and checkable claims,
as one line of JSON. Reads FILE, or standard input. The text is UTF-8, 10 MB at most; offsets in the result
are in Unicode code points.

  --published DATE  the day it was published, YYYY-MM-DD: "yesterday" is counted from it
  --lang L          its language as a tag such as en or pt-BR; without it, it is found out from the text
  --explain         a report for people instead: every sentence with the rules that read it and why

With --jsonl every line of standard input is an article, {"id":"a1","text":"…"}, and every line of output its
result, in the same order. The line may have "published" and "language" as well. A line that cannot be split gives
{"id":"a1","error":"…"}.

example:
  printf 'Patrushev claimed without evidence that NATO planned to use the fleet.' | factdesk split

`

// Why a text cannot be split, in words for the person who gave it.
var (
	errSplitUTF8 = errors.New("the text is not UTF-8; convert it first, for example with iconv")
	errSplitSize = errors.New("the text is over 10 MB; split it in parts")
	errSplitDate = errors.New("the day of publication is not a date such as 2017-07-21")
	errSplitLang = errors.New("the language is not a tag such as en or pt-BR")
)

// splitResult is one line of output.
type splitResult struct {
	ID json.RawMessage `json:"id"`
	splitter.Document
}

// splitFailure is the line of output for an article that cannot be split.
type splitFailure struct {
	ID    json.RawMessage `json:"id"`
	Error string          `json:"error"`
}

// runSplit is `factdesk split`. It returns the exit status: 0 done, 1 failed, 2 wrong usage.
func runSplit(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	flags := flag.NewFlagSet("split", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	lines := flags.Bool("jsonl", false, "one article a line")
	explain := flags.Bool("explain", false, "a report for people")
	published := flags.String("published", "", "the day of publication")
	lang := flags.String("lang", "", "the language")
	switch err := flags.Parse(args); {
	case errors.Is(err, flag.ErrHelp):
		fmt.Fprint(stdout, splitUsage)
		return 0
	case err != nil:
		fmt.Fprintf(stderr, "factdesk split: %v; see factdesk split --help\n", err)
		return 2
	case flags.NArg() > 1 || *lines && flags.NArg() > 0:
		fmt.Fprintln(stderr, "factdesk split: too many arguments; see factdesk split --help")
		return 2
	case *lines && (*explain || *published != "" || *lang != ""):
		fmt.Fprintln(stderr, "factdesk split: --explain, --published and --lang are for one article; with --jsonl its line has them; see factdesk split --help")
		return 2
	}
	article, err := articleOf(*published, *lang)
	if err != nil {
		fmt.Fprintf(stderr, "factdesk split: %v; see factdesk split --help\n", err)
		return 2
	}
	if *lines {
		err = splitLines(ctx, stdin, stdout)
	} else {
		write := writeResult
		if *explain {
			write = explainResult
		}
		err = splitOne(flags.Arg(0), article, stdin, stdout, write)
	}
	if err != nil {
		fmt.Fprintf(stderr, "factdesk split: %v\n", err)
		return 1
	}
	return 0
}

// articleOf is an article without its text, published on a day YYYY-MM-DD and in the language lang; each may be "".
func articleOf(published, lang string) (splitter.Article, error) {
	var article splitter.Article
	if published != "" {
		day, err := time.Parse(time.DateOnly, published)
		if err != nil {
			return article, errSplitDate
		}
		article.Published = day
	}
	if lang != "" {
		tag, err := language.Parse(lang)
		if err != nil {
			return article, errSplitLang
		}
		article.Language = tag.String()
	}
	return article, nil
}

// writeResult writes what article id is made of as a line of JSON.
func writeResult(stdout io.Writer, id string, article splitter.Article) error {
	name, err := json.Marshal(id)
	if err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	out, err := encodeLine(splitResult{ID: name, Document: splitter.Split(article)})
	if err != nil {
		return err
	}
	if _, err := stdout.Write(out); err != nil {
		return fmt.Errorf("write the result: %w", err)
	}
	return nil
}

// splitOne splits the file at path, or stdin when path is "" or "-", and hands it to write.
func splitOne(path string, article splitter.Article, stdin io.Reader, stdout io.Writer,
	write func(io.Writer, string, splitter.Article) error) error {
	id := path
	if path == "" || path == "-" {
		id = "-"
	} else {
		file, err := os.Open(path)
		if err != nil {
			return fmt.Errorf("read the article: %w", err)
		}
		defer file.Close()
		stdin = file
	}
	text, err := io.ReadAll(io.LimitReader(stdin, maxSplitText+1))
	if err != nil {
		return fmt.Errorf("read the article: %w", err)
	}
	if err := checkSplitText(text); err != nil {
		return err
	}
	article.Text = string(text)
	return write(stdout, id, article)
}

func checkSplitText(text []byte) error {
	switch {
	case len(text) > maxSplitText:
		return errSplitSize
	case !utf8.Valid(text):
		return errSplitUTF8
	default:
		return nil
	}
}

// splitJob is one line of input on its way to its line of output.
type splitJob struct {
	line []byte
	err  error // why the line could not be read
	done chan []byte
}

// splitLines splits a stream of articles on all cores and writes the results in order, each as soon as those
// before it are done.
func splitLines(ctx context.Context, stdin io.Reader, stdout io.Writer) error {
	workers := runtime.GOMAXPROCS(0)
	group, ctx := errgroup.WithContext(ctx)
	todo, order := make(chan splitJob), make(chan splitJob, 2*workers)
	group.Go(func() error {
		defer close(todo)
		defer close(order)
		return eachLine(stdin, func(line []byte, lineErr error) error {
			job := splitJob{line: line, err: lineErr, done: make(chan []byte, 1)}
			if err := send(ctx, order, job); err != nil {
				return err
			}
			return send(ctx, todo, job)
		})
	})
	for range workers {
		group.Go(func() error {
			for job := range todo {
				out, err := splitLine(job.line, job.err)
				if err != nil {
					return err
				}
				job.done <- out
			}
			return nil
		})
	}
	group.Go(func() error { return writeInOrder(ctx, order, stdout) })
	return group.Wait()
}

// send puts job in queue, or returns the context's error when it ends first.
func send(ctx context.Context, queue chan<- splitJob, job splitJob) error {
	select {
	case queue <- job:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// writeInOrder writes the result of each job of order, and flushes when nothing more is under way.
func writeInOrder(ctx context.Context, order <-chan splitJob, stdout io.Writer) error {
	out := bufio.NewWriterSize(stdout, 1<<16)
	for job := range order {
		select {
		case line := <-job.done:
			if _, err := out.Write(line); err != nil {
				return fmt.Errorf("write a result: %w", err)
			}
		case <-ctx.Done():
			return ctx.Err()
		}
		if len(order) > 0 {
			continue
		}
		if err := out.Flush(); err != nil {
			return fmt.Errorf("write a result: %w", err)
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write a result: %w", err)
	}
	return nil
}

// eachLine calls do with every line of r that is not blank; with errSplitSize in place of a line that is too
// long to be an article.
func eachLine(r io.Reader, do func(line []byte, err error) error) error {
	in := bufio.NewReaderSize(r, 1<<16)
	for {
		line, long, err := readLine(in)
		if err != nil && !errors.Is(err, io.EOF) {
			return fmt.Errorf("read the articles: %w", err)
		}
		end := err != nil
		if long {
			if err := do(nil, errSplitSize); err != nil {
				return err
			}
		} else if len(bytes.TrimSpace(line)) > 0 {
			if err := do(line, nil); err != nil {
				return err
			}
		}
		if end {
			return nil
		}
	}
}

// readLine is the next line of in. A line over maxSplitLine is read to its end and reported as long.
func readLine(in *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if !long {
			line = append(line, part...)
		}
		if len(line) > maxSplitLine {
			line, long = nil, true
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}

// splitLine is the line of output for one line of input, or for why it could not be read.
func splitLine(line []byte, lineErr error) ([]byte, error) {
	in := struct {
		ID        json.RawMessage `json:"id"`
		Text      *string         `json:"text"`
		Published string          `json:"published"`
		Language  string          `json:"language"`
	}{}
	err := lineErr
	if err == nil {
		if jsonErr := json.Unmarshal(line, &in); jsonErr != nil {
			err = fmt.Errorf("the line is not a JSON object with id and text: %w", jsonErr)
		}
	}
	switch {
	case err != nil:
	case in.Text == nil:
		err = errors.New("the line has no text")
	case !utf8.Valid(line):
		err = errSplitUTF8
	default:
		err = checkSplitText([]byte(*in.Text))
	}
	var article splitter.Article
	if err == nil {
		article, err = articleOf(in.Published, in.Language)
	}
	if len(in.ID) == 0 {
		in.ID = json.RawMessage(`""`)
	}
	if err != nil {
		return encodeLine(splitFailure{ID: bytes.ToValidUTF8(in.ID, []byte("\ufffd")), Error: err.Error()})
	}
	article.Text = *in.Text
	return encodeLine(splitResult{ID: in.ID, Document: splitter.Split(article)})
}

// encodeLine is v as one line of JSON.
func encodeLine(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("write a result: %w", err)
	}
	return out.Bytes(), nil
}
