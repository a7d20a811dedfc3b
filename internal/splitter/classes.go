package splitter

// The subjectivity from which a sentence is an opinion: of any, of one that reports what somebody said, and of words
// in quotation marks that speak of "I" or "we".
const (
	opinionAt         = 0.75
	reportedOpinionAt = 0.9
	quotedFirstAt     = 0.65
)

// Rules for the classes, besides those of page furniture.
const (
	ruleHeading  Rule = "class/heading"
	ruleQuestion Rule = "class/question"
	ruleView     Rule = "class/view"
	ruleQuoted   Rule = "class/quoted-view"
	ruleClaim    Rule = "class/claim"
	ruleDay      Rule = "class/day"
	ruleRepeated Rule = "class/repeated"
	ruleLinks    Rule = "class/links"
	rulePageLike Rule = "class/page-like"
	ruleSection  Rule = "class/section"
	ruleWriters  Rule = "class/writers"
)

// classify gives each sentence its class and scores.
func (a *analysis) classify() {
	said := a.frames()
	a.views = make([]view, len(a.sents))
	for _, l := range a.lineKinds() {
		for n := l.b.first; n < l.b.last; n++ {
			a.classifySentence(n, l, said[n])
		}
	}
}

// lineKind is what a block is when it is no prose, by a rule; without one it is prose.
type lineKind struct {
	b    block
	rule Rule
	// show is the words that show it.
	show run
}

// page reports a kind of page furniture.
func (l lineKind) page() bool { return l.rule != "" && l.rule != ruleHeading && l.rule != ruleDay }

// lineKinds tells of each block whether it is page furniture, a heading, the day of the article, or prose.
func (a *analysis) lineKinds() []lineKind {
	kinds := make([]lineKind, len(a.blocks))
	repeated := a.repeatedLines()
	prose, firstProse, lastProse := a.proseBlocks()
	page := &pageLine{analysis: a}
	like := &pageLike{pageLine: page}
	for i, b := range a.blocks {
		l := lineKind{b: b}
		l.rule, l.show = page.furniture(b)
		if l.rule == "" {
			l.rule, l.show = page.endsWithCall()
		}
		switch {
		case l.rule != "":
		case a.dateLine(b):
			l.rule, l.show = ruleDay, run{b.from, b.to}
		case repeated[i] && (i > 0 || !a.heading(b)):
			l.rule, l.show = ruleRepeated, run{b.from, b.to}
		case prose > 0 && (prose > 1 || len(a.blocks) > 2 || i == 0) && a.heading(b) && !a.inList(i):
			l.rule, l.show = ruleHeading, run{b.from, b.to}
			if i > lastProse && i > 0 && (kinds[i-1].rule == ruleLinks || a.leadsOn(kinds[i-1])) {
				l.rule = ruleLinks
			}
		}
		if prose > 0 && len(a.blocks) > 1 && (l.rule == "" || l.rule == ruleHeading) {
			at := place{first: i == 0, beside: i > 0 && kinds[i-1].page(), after: i > lastProse}
			edge := i < firstProse || at.after
			if show := page.section(edge || at.beside); !show.empty() {
				l.rule, l.show = ruleSection, show
			} else if show := page.writersOnly(); edge && !at.first && !show.empty() {
				l.rule, l.show = ruleWriters, show
			} else if show := like.read(b, at); !show.empty() {
				l.rule, l.show = rulePageLike, show
			}
		}
		kinds[i] = l
	}
	return kinds
}

// leadsOn reports furniture after which links to other stories come, such as "Read also".
func (a *analysis) leadsOn(l lineKind) bool {
	if l.rule != "class/page-words" && l.rule != "class/label" && l.rule != "class/call" {
		return false
	}
	for k := l.b.from; k < l.b.to; k++ {
		if a.topic(k, topicLink) {
			return true
		}
	}
	return false
}

// classifySentence gives sentence n, which is of the line l, its class and scores.
func (a *analysis) classifySentence(n int, l lineKind, said [2]bytesOf) {
	s := &a.sents[n]
	switch {
	case l.page():
		s.class, s.rule, s.reasons = ClassBoilerplate, l.rule, []string{"page furniture: " + a.shown(l.show)}
		return
	case l.rule == ruleDay:
		s.class, s.rule, s.reasons = ClassClaim, ruleDay, []string{"a day alone"}
		return
	}
	own := a.measure(s.from, s.to, true)
	own.attribute(said)
	s.opinion = own.opinion()
	s.score, s.reasons = own.checkWorthiness()
	switch {
	case l.rule == ruleHeading:
		s.class, s.rule, s.score, s.reasons = ClassHeading, ruleHeading, s.score/4, []string{"heading: " + a.shown(l.show)}
	case own.count[sigQuestion] > 0 && a.endsWith(*s, '?'):
		s.class, s.rule = ClassQuestion, ruleQuestion
	case s.opinion >= reportedOpinionAt || s.opinion >= opinionAt && own.count[sigSaid] == 0:
		s.class, s.rule = ClassOpinion, ruleView
		s.score /= 2
		s.reasons = own.withView(s.reasons)
	case a.quotedView(*s):
		s.class, s.rule = ClassOpinion, ruleQuoted
		s.score /= 2
		all := a.measure(s.from, s.to, false)
		s.reasons = all.withView(s.reasons)
	default:
		s.class, s.rule = ClassClaim, ruleClaim
	}
}

// shown is the words of r, the first few when they are many.
func (a *analysis) shown(r run) string {
	const most = 8
	if r.to-r.from > most {
		return a.plain(a.tokensOf(r.from, r.from+most)) + " …"
	}
	return a.plain(a.tokensOf(r.from, r.to))
}

// endsWith reports whether the last stop of s is mark.
func (a *analysis) endsWith(s sentence, mark byte) bool {
	for k := s.to - 1; k >= s.from; k-- {
		if isWordToken(a.toks[k]) {
			return false
		}
		if a.mark(k, mark) {
			return true
		}
	}
	return false
}

// quotedView reports whether s is mostly somebody's quoted view.
func (a *analysis) quotedView(s sentence) bool {
	quoted, words := 0, 0
	first, last := -1, -1
	for k := s.from; k < s.to; k++ {
		if !isWordToken(a.toks[k]) {
			continue
		}
		words++
		if a.toks[k].quoted {
			quoted++
			last = k + 1
			if first < 0 {
				first = k
			}
		}
	}
	if quoted*5 < words*3 || quoted < 5 {
		return false
	}
	said := a.measure(first, last, false)
	return said.count[sigI]+said.count[sigWe] > 0 && said.opinion() >= quotedFirstAt || said.opinion() >= opinionAt
}

// repeatedLines are the blocks that stand word for word elsewhere in the text too, and are short lines without
// a stop: what is repeated so is no prose.
func (a *analysis) repeatedLines() []bool {
	count := make(map[string]int)
	short := func(b block) bool { return b.end-b.start < 80 && !closed(a.text[b.start:b.end]) }
	for _, b := range a.blocks {
		if short(b) {
			count[a.text[b.start:b.end]]++
		}
	}
	out := make([]bool, len(a.blocks))
	for i, b := range a.blocks {
		out[i] = short(b) && count[a.text[b.start:b.end]] > 1
	}
	return out
}

// classRules are the rules for what sentences are for.
var classRules = newClassRules()

func newClassRules() []RuleNote {
	const prose = "The ferry was late on Monday.\n\n"
	notes := []RuleNote{
		{ruleClaim, "It states something.", prose},
		{ruleQuestion, "It ends with a question mark and asks.", "Who paid for the ferry?"},
		{ruleView, "The words of judgement in it outweigh the facts.", "It is a shameful, ridiculous disaster."},
		{ruleQuoted, "It is mostly somebody's quoted view.", "“We think it is a shameful, ridiculous disaster,” she said."},
		{ruleHeading, "A short line of its own that does not end as a sentence does.", "Rising costs\n\n" + prose},
		{ruleDay, "The day of the article on a line of its own: nothing to check.", "Friday, March 4, 2022\n\n" + prose},
		{ruleRepeated, "A short line that stands elsewhere in the text too, word for word.", "Harbour Times\n\n" + prose + "Harbour Times"},
		{rulePageLike, "Its words are those of pages more than those of the article.", prose + "Open navigation menu"},
		{ruleSection, "The name of a part of the paper.", prose + "Breaking news"},
		{ruleWriters, "Names of people alone, before the article or after it.", "Ferry late\n\nAnna Berg and John Smith\n\n" + prose},
		{ruleLinks, "Titles of other stories, after the end of this one.", prose + "Read also\n\nThe ships that never came"},
	}
	for _, r := range furnitureRules {
		notes = append(notes, RuleNote{r.rule, r.says, prose + r.example})
	}
	return notes
}
