package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"unicode/utf8"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// explainWidth is how many columns the report of --explain takes.
const explainWidth = 80

// explanation writes for people what Split made of an article, and by which rules.
type explanation struct {
	out    *bufio.Writer
	text   *textspan.Index
	says   map[splitter.Rule]string
	bold   bool
	result splitter.Document
	// What of the result, whose lists are in text order, is still to be told.
	hedges       []textspan.Span
	attributions map[int][]splitter.Attribution // by sentence
	entities     []splitter.Entity
	claims       []splitter.Claim
}

// explainResult writes the report on article id.
func explainResult(stdout io.Writer, id string, article splitter.Article) error {
	e := newExplanation(stdout, article.Text, splitter.Split(article), splitter.Rules())
	e.bold = isTerminal(stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" // see no-color.org
	return e.write(id)
}

// newExplanation is the report on what text was found to be made of by rules.
func newExplanation(out io.Writer, text string, result splitter.Document, rules []splitter.RuleNote) *explanation {
	e := &explanation{out: bufio.NewWriter(out), text: textspan.NewIndex(text), says: make(map[splitter.Rule]string, len(rules)), result: result,
		hedges: result.Hedges, entities: result.Entities, claims: result.Claims, attributions: make(map[int][]splitter.Attribution)}
	for _, a := range result.Attributions {
		at := attributionStart(a)
		i := sort.Search(len(result.Sentences), func(i int) bool { return result.Sentences[i].End > at })
		e.attributions[i] = append(e.attributions[i], a)
	}
	for _, note := range rules {
		e.says[note.Rule] = note.Says
	}
	return e
}

// write writes the report on article id.
func (e *explanation) write(id string) error {
	e.head(id)
	for i := range e.result.Sentences {
		e.sentence(i)
	}
	if err := e.out.Flush(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// head is the first line: what the article is made of.
func (e *explanation) head(id string) {
	d := e.result
	line := fmt.Sprintf("%s: %s, %s, %s, %s; language %s", id, counted(len(d.Sentences), "sentence"), counted(len(d.Attributions), "attribution"),
		counted(len(d.Entities), "name or figure"), counted(len(d.Claims), "claim"), d.Language)
	if !d.Supported {
		line += ", for which there are no rules: sentences only"
	}
	e.wrap("", "", line)
}

// counted is n things, in English.
func counted(n int, thing string) string {
	switch {
	case n == 1:
		return "1 " + thing
	case thing == "name or figure":
		return fmt.Sprintf("%d names and figures", n)
	default:
		return fmt.Sprintf("%d %ss", n, thing)
	}
}

// sentence is the part of the report on sentence i.
func (e *explanation) sentence(i int) {
	s := e.result.Sentences[i]
	title := fmt.Sprintf("%d  %s", i+1, s.Class)
	if e.bold {
		title = "\x1b[1m" + title + "\x1b[0m"
	}
	fmt.Fprintf(e.out, "\n%s  score %.2f  opinion %.2f\n", title, s.Score, s.Opinion)
	e.wrap("   ", "   ", e.words(textspan.Span{Start: s.Start, End: s.End}))
	e.field("class", e.rule(s.Rule))
	e.field("ends by", e.rule(s.EndRule))
	if len(s.Reasons) > 0 {
		e.field("reasons", strings.Join(s.Reasons, "; "))
	}
	for ; len(e.hedges) > 0 && e.hedges[0].Start < s.End; e.hedges = e.hedges[1:] {
		e.field("hedge", e.quoted(e.hedges[0]))
	}
	for _, a := range e.attributions[i] {
		e.attribution(a)
	}
	for ; len(e.entities) > 0 && e.entities[0].Start < s.End; e.entities = e.entities[1:] {
		e.entity(e.entities[0])
	}
	for ; len(e.claims) > 0 && e.claims[0].Sentence == i; e.claims = e.claims[1:] {
		e.claim(e.claims[0])
	}
}

// attributionStart is where the words stand that show to which sentence an attribution belongs.
func attributionStart(a splitter.Attribution) int {
	if !a.Cue.Empty() || len(a.Content) == 0 {
		return a.Cue.Start
	}
	return a.Content[0].Start
}

// attribution shows who said it, to whom, and who passed it on.
func (e *explanation) attribution(a splitter.Attribution) {
	chain := []string{e.speaker(a)}
	if !a.Outlet.Empty() {
		chain = append(chain, e.quoted(a.Outlet)+" (outlet)")
	}
	if !a.Via.Empty() {
		chain = append(chain, e.quoted(a.Via)+" (via)")
	}
	e.field("said by", strings.Join(chain, " → "))
	how := "cue " + e.quoted(a.Cue)
	if a.Cue.Empty() {
		how = "no cue"
	}
	if a.Polarity != "" {
		how += ", " + string(a.Polarity)
	}
	if a.Direct {
		how += ", in quotation marks"
	}
	for _, h := range a.Hedges {
		how += ", hedge " + e.quoted(h)
	}
	e.field("", how)
	for i, c := range a.Content {
		label := "said: "
		if i > 0 {
			label = "and: "
		}
		e.field("", label+e.quoted(c))
	}
	e.field("", e.rule(a.Rule))
}

// speaker is the name of who said it, with the words it was found by.
func (e *explanation) speaker(a splitter.Attribution) string {
	words := e.words(a.Source)
	switch {
	case a.Source.Empty() && a.Name == "":
		return "nobody named"
	case a.Name == "" || a.Name == words:
		return e.quoted(a.Source)
	case a.Source.Empty():
		return a.Name
	default:
		return e.quoted(a.Source) + ", who is " + a.Name
	}
}

// entity shows a name or figure with its value.
func (e *explanation) entity(n splitter.Entity) {
	line := e.quoted(textspan.Span{Start: n.Start, End: n.End}) + ", " + string(n.Type)
	if n.Value != "" {
		line += " " + n.Value
	}
	label := "name"
	switch n.Type {
	case splitter.EntityNumber, splitter.EntityPercent, splitter.EntityMoney, splitter.EntityDate:
		label = "figure"
	}
	e.field(label, line)
	e.field("", e.rule(n.Rule))
}

// claim shows the statement, with what was filled in between square brackets.
func (e *explanation) claim(c splitter.Claim) {
	e.field("claim", marked(c))
	for _, f := range c.Filled {
		words := string([]rune(c.Statement)[f.Start:f.End])
		switch {
		case f.For.Empty() && f.From.Empty():
			e.field("", fmt.Sprintf("[%s] was added", words))
		case f.From.Empty():
			e.field("", fmt.Sprintf("[%s] stands for %s", words, e.quoted(f.For)))
		case f.For.Empty():
			e.field("", fmt.Sprintf("[%s] was added from %s", words, e.quoted(f.From)))
		default:
			e.field("", fmt.Sprintf("[%s] stands for %s, from %s", words, e.quoted(f.For), e.quoted(f.From)))
		}
	}
	kind := fmt.Sprintf("%s, score %.2f", c.Type, c.Score)
	if len(c.Reasons) > 0 {
		kind += ": " + strings.Join(c.Reasons, "; ")
	}
	e.field("", kind)
	e.field("", e.rule(c.Rule))
}

// marked is the statement of c with brackets around what was filled in.
func marked(c splitter.Claim) string {
	runes := []rune(c.Statement)
	var out strings.Builder
	at := 0
	for _, f := range c.Filled {
		out.WriteString(string(runes[at:f.Start]) + "[" + string(runes[f.Start:f.End]) + "]")
		at = f.End
	}
	out.WriteString(string(runes[at:]))
	return out.String()
}

// rule is the name of a rule and what it does.
func (e *explanation) rule(r splitter.Rule) string {
	switch {
	case r == "":
		return "by no rule of its own"
	case e.says[r] == "":
		return string(r)
	default:
		return string(r) + ": " + e.says[r]
	}
}

// words are the words of s on one line.
func (e *explanation) words(s textspan.Span) string {
	if s.Empty() {
		return ""
	}
	words, _ := e.text.Slice(s)
	return strings.Join(strings.Fields(words), " ")
}

func (e *explanation) quoted(s textspan.Span) string { return "“" + e.words(s) + "”" }

// field writes a line of the report with its label; lines that belong to the one before have none.
func (e *explanation) field(label, words string) {
	const indent = "             "
	first := indent
	if label != "" {
		first = "   " + label + indent[3+len(label):]
	}
	e.wrap(first, indent, words)
}

// wrap writes words in lines of at most explainWidth, where they allow it.
func (e *explanation) wrap(first, indent, words string) {
	line := first
	empty := true
	for _, word := range strings.Fields(words) {
		if !empty && utf8.RuneCountInString(line)+1+utf8.RuneCountInString(word) > explainWidth {
			fmt.Fprintln(e.out, line)
			line, empty = indent, true
		}
		if !empty {
			line += " "
		}
		line += printable(word)
		empty = false
	}
	fmt.Fprintln(e.out, line)
}
