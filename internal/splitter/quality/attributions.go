package main

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// said is an attribution of the gold or one that was found, its edges trimmed.
type said struct{ source, cue, content []textspan.Span }

// edgeMarks do not count at the ends of a span.
const edgeMarks = " \n\t\r\"“”'‘’,.;:—–-()[]"

// matchAt is the agreement of contents from which two attributions are taken for one.
const matchAt = 0.5

// foundAt is how much of a quotation must be in a content for it to be found.
const foundAt = 0.8

// attributions measures who is said to have said what, as the PolNeAR papers do: spans by role, attributions
// matched one to one by their contents, the same with the source right, and direct quotations.
func attributions(path string) ([]figure, error) {
	gold, err := read[struct {
		Text         string
		Attributions []struct{ Source, Cue, Content []pair }
	}](path)
	var whole, endToEnd count
	var roles [3]count
	var direct, speaker, according count
	for _, g := range gold {
		text := []rune(g.Text)
		var want []said
		for _, a := range g.Attributions {
			one := said{trimmed(text, spans(a.Source)), trimmed(text, spans(a.Cue)), trimmed(text, spans(a.Content))}
			if len(one.content) > 0 {
				want = append(want, one)
			}
		}
		got := foundIn(text, g.Text)
		countRoles(&roles, want, got)
		matched, sourced := match(want, got)
		add(&whole, count{matched, len(got), len(want)})
		add(&endToEnd, count{sourced, len(got), len(want)})
		for _, w := range want {
			if quoted := quotations(text, w.content); len(quoted) > 0 {
				countFound(&direct, &speaker, w, quoted, got)
			}
			if cue := strings.ToLower(words(text, w.cue)); accordingCue.MatchString(cue) {
				countFound(&according, &count{}, w, w.content, got)
			}
		}
	}
	return []figure{
		{name: "source exact F1", got: roles[0].f1(), reach: 58, unit: " %"},
		{name: "cue exact F1", got: roles[1].f1(), reach: 62, unit: " %"},
		{name: "content exact F1", got: roles[2].f1(), reach: 46, unit: " %"},
		{name: "attribution F1", got: whole.f1(), reach: 60, unit: " %"},
		{name: "attribution precision", got: whole.precision(), unit: " %"},
		{name: "attribution recall", got: whole.recall(), unit: " %"},
		{name: "with the source right, F1", got: endToEnd.f1(), reach: 54, unit: " %"},
		{name: "direct quotes found", got: direct.recall(), reach: 92, unit: " %"},
		{name: "speaker right on those", got: speaker.recall(), reach: 92, unit: " %"},
		{name: "reported by an outlet, found", got: according.recall(), unit: " %"},
	}, err
}

func add(to *count, c count) {
	to.right += c.right
	to.found += c.found
	to.wanted += c.wanted
}

// foundIn is what Split finds in the text.
func foundIn(runes []rune, text string) []said {
	var got []said
	for _, a := range splitter.Split(splitter.Article{Text: text}).Attributions {
		one := said{trimmed(runes, []textspan.Span{a.Source}), trimmed(runes, []textspan.Span{a.Cue}), trimmed(runes, a.Content)}
		if len(one.content) > 0 {
			got = append(got, one)
		}
	}
	return got
}

// trimmed is the spans without white space and marks at their ends; those of nothing else are left out.
func trimmed(text []rune, list []textspan.Span) []textspan.Span {
	var out []textspan.Span
	for _, s := range list {
		for s.Start < s.End && strings.ContainsRune(edgeMarks, text[s.Start]) {
			s.Start++
		}
		for s.End > s.Start && strings.ContainsRune(edgeMarks, text[s.End-1]) {
			s.End--
		}
		if s.Start < s.End {
			out = append(out, s)
		}
	}
	return out
}

// countRoles counts the spans of source, cue and content that are exactly right, each span once a text.
func countRoles(roles *[3]count, want, got []said) {
	for i, role := range [...]func(said) []textspan.Span{
		func(s said) []textspan.Span { return s.source },
		func(s said) []textspan.Span { return s.cue },
		func(s said) []textspan.Span { return s.content },
	} {
		wanted, found := make(map[textspan.Span]bool), make(map[textspan.Span]bool)
		for _, s := range want {
			for _, span := range role(s) {
				wanted[span] = true
			}
		}
		for _, s := range got {
			for _, span := range role(s) {
				found[span] = true
			}
		}
		for span := range found {
			if wanted[span] {
				roles[i].right++
			}
		}
		roles[i].found += len(found)
		roles[i].wanted += len(wanted)
	}
}

// match pairs want and got one to one, best agreement first, and counts the pairs and those whose sources touch.
func match(want, got []said) (matched, sourced int) {
	type candidate struct {
		agreement float64
		want, got int
	}
	var list []candidate
	for i, w := range want {
		for j, g := range got {
			if u := agreement(w.content, g.content); u >= matchAt {
				list = append(list, candidate{u, i, j})
			}
		}
	}
	slices.SortFunc(list, func(x, y candidate) int {
		return cmp.Or(cmp.Compare(y.agreement, x.agreement), y.want-x.want, y.got-x.got)
	})
	usedWant, usedGot := make(map[int]bool), make(map[int]bool)
	for _, c := range list {
		if usedWant[c.want] || usedGot[c.got] {
			continue
		}
		usedWant[c.want], usedGot[c.got] = true, true
		matched++
		if sameSource(want[c.want], got[c.got]) {
			sourced++
		}
	}
	return matched, sourced
}

// sameSource reports whether the sources touch, or neither has one.
func sameSource(want, got said) bool {
	if len(want.source) == 0 {
		return len(got.source) == 0
	}
	return common(want.source, got.source) > 0
}

var (
	quoted       = regexp.MustCompile(`["“]([^"“”]{3,}?)["”]|["“]([^"“”]{3,})$`)
	accordingCue = regexp.MustCompile(`according|reported|told|via|citing|cited`)
)

// quotations are the quoted stretches of content, without their marks.
func quotations(text []rune, content []textspan.Span) []textspan.Span {
	var out []textspan.Span
	for _, c := range content {
		from := max(0, c.Start-1)
		part := string(text[from:min(len(text), c.End+1)])
		for _, m := range quoted.FindAllStringSubmatchIndex(part, -1) {
			start, end := m[2], m[3]
			if start < 0 {
				start, end = m[4], m[5]
			}
			at := func(off int) int { return from + utf8.RuneCountInString(part[:off]) }
			out = append(out, textspan.Span{Start: at(start), End: at(end)})
		}
	}
	return out
}

// countFound counts whether most of want is in the content of one of got, and whether that one's source is w's.
func countFound(found, speaker *count, w said, want []textspan.Span, got []said) {
	found.wanted++
	best := -1
	for j, g := range got {
		if float64(common(want, g.content)) < foundAt*float64(size(want)) {
			continue
		}
		if best < 0 || size(g.content) < size(got[best].content) {
			best = j
		}
	}
	if best < 0 {
		return
	}
	found.right++
	speaker.wanted++
	if sameSource(w, got[best]) {
		speaker.right++
	}
}

// words are the words of list.
func words(text []rune, list []textspan.Span) string {
	var b strings.Builder
	for _, s := range list {
		b.WriteString(string(text[s.Start:s.End]))
		b.WriteByte(' ')
	}
	return b.String()
}
