package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"
)

// split runs the subcommand and returns its exit status and what it wrote.
func split(t *testing.T, stdin string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = runSplit(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return code, out.String(), errs.String()
}

func TestSplitText(t *testing.T) {
	t.Parallel()
	code, out, errs := split(t, "He claimed without evidence that NATO planned to use Japan’s fleet.")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	var got struct {
		ID        string `json:"id"`
		Sentences []struct {
			Start, End int
			Class      string
		} `json:"sentences"`
		Attributions []struct {
			Source, Cue []int
			Outlet      []int
		} `json:"attributions"`
		Claims []struct {
			Statement   string
			Attribution *int
		} `json:"claims"`
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Sentences) != 1 || got.Sentences[0].End != 67 || got.Sentences[0].Class != "claim" {
		t.Errorf("sentences %+v, want one claim of 67 code points", got.Sentences)
	}
	if len(got.Attributions) != 1 || fmt.Sprint(got.Attributions[0].Source, got.Attributions[0].Cue) != "[0 2] [3 10]" || got.Attributions[0].Outlet == nil {
		t.Errorf("attributions %+v, want he at 0-2 and claimed at 3-10, and an outlet of []", got.Attributions)
	}
	if len(got.Claims) != 1 || got.Claims[0].Statement != "NATO planned to use Japan’s fleet." || got.Claims[0].Attribution == nil {
		t.Errorf("claims %+v", got.Claims)
	}
	if strings.Count(out, "\n") != 1 {
		t.Errorf("%d lines of output, want 1", strings.Count(out, "\n"))
	}
}

func TestSplitEmpty(t *testing.T) {
	t.Parallel()
	const want = `{"id":"-","sentences":[],"attributions":[],"hedges":[],"entities":[],"claims":[],"language":"en","supported":true}` + "\n"
	for _, text := range []string{"", " \n\t\r\n"} {
		if code, out, errs := split(t, text); code != 0 || out != want || errs != "" {
			t.Errorf("split of %q: exit %d, %q, %q", text, code, out, errs)
		}
	}
}

func TestSplitFile(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "article.txt")
	if err := os.WriteFile(path, []byte("It rained."), 0o600); err != nil {
		t.Fatal(err)
	}
	code, out, _ := split(t, "not read", path)
	if code != 0 || !strings.Contains(out, `"end":10`) || !strings.Contains(out, "article.txt") {
		t.Errorf("exit %d, %q", code, out)
	}
	code, out, errs := split(t, "", path+".absent")
	if code != 1 || out != "" || !strings.Contains(errs, "absent") || strings.Count(errs, "\n") != 1 {
		t.Errorf("absent file: exit %d, %q, %q", code, out, errs)
	}
}

func TestSplitRefuses(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"not UTF-8": "caf\xe9",
		"too long":  strings.Repeat("a", maxSplitText+1),
	} {
		if code, out, errs := split(t, text); code != 1 || out != "" || strings.Count(errs, "\n") != 1 {
			t.Errorf("%s: exit %d, %d bytes of output, %q", name, code, len(out), errs)
		}
	}
}

func TestSplitUsage(t *testing.T) {
	t.Parallel()
	if code, out, errs := split(t, "", "--help"); code != 0 || !strings.Contains(out, "example:") || errs != "" {
		t.Errorf("--help: exit %d, %q, %q", code, out, errs)
	}
	for _, args := range [][]string{{"--nonsense"}, {"a", "b"}, {"--jsonl", "a"}} {
		if code, out, errs := split(t, "", args...); code != 2 || out != "" || errs == "" {
			t.Errorf("%v: exit %d, %q, %q", args, code, out, errs)
		}
	}
}

func TestSplitLinesKeepsOrder(t *testing.T) {
	t.Parallel()
	var in strings.Builder
	for i := range 200 {
		fmt.Fprintf(&in, "{\"id\":\"a%d\",\"text\":%q}\n", i, strings.Repeat("It rained in Oslo. ", (i*37)%90))
	}
	code, out, errs := split(t, in.String(), "--jsonl")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != 200 {
		t.Fatalf("%d lines, want 200", len(lines))
	}
	for i, line := range lines {
		var got struct {
			ID        string
			Sentences []any
		}
		if err := json.Unmarshal([]byte(line), &got); err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("a%d", i); got.ID != want || len(got.Sentences) != (i*37)%90 {
			t.Errorf("line %d is %s with %d sentences", i, got.ID, len(got.Sentences))
		}
	}
}

func TestSplitLinesGoesOnAfterErrors(t *testing.T) {
	t.Parallel()
	in := strings.Join([]string{
		`{"id":"a","text":"It rained."}`,
		`nonsense`,
		``,
		`{"id":"b"}`,
		"{\"id\":\"c\",\"text\":\"caf\xe9\"}",
		`{"id":"d","text":"` + strings.Repeat("a", maxSplitText+1) + `"}`,
		`{"id":7,"text":"\u00e9"}`, // no line feed after the last
	}, "\n")
	code, out, errs := split(t, in, "--jsonl")
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %q", code, errs)
	}
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	want := []string{`{"id":"a","sentences"`, `{"id":"","error"`, `{"id":"b","error"`, `{"id":"c","error"`, `{"id":"d","error"`, `{"id":7,"sentences"`}
	if len(lines) != len(want) {
		t.Fatalf("%d lines, want %d: %.300s", len(lines), len(want), out)
	}
	for i := range want {
		if !strings.HasPrefix(lines[i], want[i]) || !json.Valid([]byte(lines[i])) {
			t.Errorf("line %d is %.80s, want %s…", i, lines[i], want[i])
		}
	}
}

func TestSplitLinesReadsAndWritesFail(t *testing.T) {
	t.Parallel()
	var errs bytes.Buffer
	if code := runSplit(t.Context(), []string{"--jsonl"}, iotest.ErrReader(os.ErrClosed), &errs, &errs); code != 1 {
		t.Errorf("a broken reader: exit %d", code)
	}
	if code := runSplit(t.Context(), []string{"--jsonl"}, strings.NewReader(`{"id":"a","text":"b"}`), brokenPipe{}, &errs); code != 1 {
		t.Errorf("a broken writer: exit %d", code)
	}
	if code := runSplit(t.Context(), nil, strings.NewReader("b"), brokenPipe{}, &errs); code != 1 {
		t.Errorf("a broken writer, one text: exit %d", code)
	}
}

// brokenPipe is a writer nobody reads from.
type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, os.ErrClosed }
