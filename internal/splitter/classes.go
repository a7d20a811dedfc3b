package splitter

import "strings"

// Limits, in words, of what can be a heading or a piece of page furniture.
const (
	maxHeading   = 30
	maxFurniture = 14
)

// opinionAt is the subjectivity from which a sentence is an opinion.
const opinionAt = 0.75

// classify gives each sentence its class and scores.
func (a *analysis) classify() {
	repeated := a.repeatedLines()
	prose := a.proseBlocks()
	said := a.frames()
	for i, b := range a.blocks {
		furniture := a.furniture(b) || repeated[i]
		heading := !furniture && a.heading(b) && prose > 0 && (prose > 1 || len(a.blocks) > 2 || i == 0)
		for n := b.first; n < b.last; n++ {
			a.classifySentence(n, furniture, heading, said[n])
		}
	}
}

// classifySentence gives sentence n its class and scores; furniture and heading are of its block.
func (a *analysis) classifySentence(n int, furniture, heading bool, said [2]bytesOf) {
	s := &a.sents[n]
	own := a.measure(s.from, s.to, true)
	own.attribute(said)
	s.opinion = own.opinion()
	s.score, s.reasons = own.checkWorthiness()
	switch {
	case furniture:
		s.class, s.score, s.opinion, s.reasons = ClassBoilerplate, 0, 0, []string{"page furniture"}
	case heading:
		s.class, s.score, s.reasons = ClassHeading, s.score/4, []string{"a heading"}
	case own.count[sigQuestion] > 0 && a.endsWith(*s, '?'):
		s.class = ClassQuestion
	case s.opinion >= opinionAt || a.quotedView(*s):
		s.class = ClassOpinion
		s.score /= 2
		s.reasons = append(s.reasons, "a view")
	default:
		s.class = ClassClaim
	}
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
	return said.count[sigI]+said.count[sigWe] > 0 && said.opinion() >= 0.55 || said.opinion() >= opinionAt
}

// proseBlocks counts the blocks that end as sentences do.
func (a *analysis) proseBlocks() int {
	n := 0
	for _, b := range a.blocks {
		if closed(a.text[b.start:b.end]) {
			n++
		}
	}
	return n
}

// heading reports whether b has the form of a heading: one short line that does not end as a sentence.
func (a *analysis) heading(b block) bool {
	if b.last-b.first != 1 || closed(a.text[b.start:b.end]) || b.from == b.to {
		return false
	}
	if isItem(a.text[b.start:b.end]) && a.toks[b.from].kind != kindNumber || a.toks[b.from].shape == shapeLower {
		return false
	}
	last := a.toks[b.to-1]
	return a.wordsIn(b.from, b.to) <= maxHeading && !a.mark(b.to-1, ',') && !a.mark(b.to-1, ';') &&
		!(last.kind == kindClose && a.toks[b.from].kind == kindOpen)
}

func (a *analysis) wordsIn(from, to int) int {
	n := 0
	for k := from; k < to; k++ {
		if isWordToken(a.toks[k]) {
			n++
		}
	}
	return n
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

// furniture reports whether b belongs to the page and not to the article: links to other stories, credits,
// by-lines, times of publishing, calls to subscribe. It goes by form: how short the line is, whether it is a
// label with a colon, and how many of its words are of the kind such lines are made of.
func (a *analysis) furniture(b block) bool {
	words := a.wordsIn(b.from, b.to)
	if words == 0 {
		return a.linksOnly(b)
	}
	if a.rights(b) {
		return true
	}
	if words > maxFurniture || b.last-b.first > 2 {
		return false
	}
	stopped := closed(a.text[b.start:b.end]) && !a.mark(b.to-1, ':')
	return a.label(b, stopped) || a.byline(b) || a.stamp(b) || a.creditLine(b, stopped) || a.furnitureWords(b, stopped)
}

// linksOnly reports a block of addresses or ornaments.
func (a *analysis) linksOnly(b block) bool {
	for k := b.from; k < b.to; k++ {
		if a.toks[k].kind != kindURL && a.toks[k].kind != kindPunct && a.toks[k].kind != kindStop {
			return false
		}
	}
	return true
}

// rights reports a copyright notice.
func (a *analysis) rights(b block) bool {
	head := a.text[b.start:b.end]
	head = strings.ToLower(head[:min(len(head), 160)])
	return a.wordsIn(b.from, b.to) <= 40 && (strings.HasPrefix(head, "©") || strings.HasPrefix(head, "(c) ") ||
		strings.HasPrefix(head, "copyright ") || strings.Contains(head, "all rights reserved"))
}

// label reports a line such as "Sources: …" or "Read more: …": a few words of furniture and a colon.
func (a *analysis) label(b block, stopped bool) bool {
	for k := b.from; k < min(b.from+4, b.to); k++ {
		if a.mark(k, ':') {
			return k > b.from && (!stopped || k+1 == b.to || a.is(b.from, "photo") || a.is(b.from, "source") || a.is(b.from, "sources"))
		}
		if !a.has(k, setFurniture) || k == b.from && a.has(k, setDet|setPronoun|setPrep) {
			return false
		}
	}
	return false
}

// byline reports "By Jane Doe" and "Reporting by …; editing by …".
func (a *analysis) byline(b block) bool {
	k := b.from
	if a.is(k, "reporting") || a.is(k, "editing") || a.is(k, "written") || a.is(k, "additional") && k+1 < b.to && a.is(k+1, "reporting") {
		return k+2 < b.to && (a.is(k+1, "by") || a.is(k+2, "by"))
	}
	if !a.is(k, "by") || k+1 >= b.to {
		return false
	}
	for k++; k < b.to; k++ {
		t := a.toks[k]
		if t.kind == kindWord && !a.name(k) && !a.has(k, setRole|setTitle|setMedia) && !a.oneOf(k, bylineJoints) {
			return false
		}
	}
	return !closed(a.text[b.start:b.end])
}

// stamp reports "Published 12:41 GMT" and "Updated 3 hours ago".
func (a *analysis) stamp(b block) bool {
	k := b.from
	if a.is(k, "last") || a.is(k, "first") {
		k++
	}
	if k >= b.to || !a.oneOf(k, stampWords) {
		return false
	}
	for k++; k < b.to; k++ {
		if a.toks[k].kind == kindNumber || a.has(k, setMonth|setDay|setTime) {
			return true
		}
	}
	return false
}

// creditLine reports "Photo by X", "Image courtesy of X" and "AP Photo/X".
func (a *analysis) creditLine(b block, stopped bool) bool {
	if stopped {
		return false
	}
	for k := b.from; k+1 < b.to; k++ {
		if a.oneOf(k, pictureWords) && (a.is(k+1, "by") || a.is(k+1, "credit") || a.is(k+1, "courtesy") || a.mark(k+1, '/')) && k < b.from+3 {
			return true
		}
		if a.mark(k, '/') && k > b.from && (a.has(k-1, setMedia) || a.has(k+1, setMedia) || a.is(k+1, "Getty")) && a.toks[k-1].shape == shapeUpper {
			return true
		}
	}
	return false
}

// furnitureWords reports a line most of whose words of meaning are those of page furniture.
func (a *analysis) furnitureWords(b block, stopped bool) bool {
	furniture, others, strong := 0, 0, 0
	for k := b.from; k < b.to; k++ {
		if a.toks[k].kind != kindWord {
			if a.toks[k].kind == kindNumber {
				others++
			}
			continue
		}
		function := a.has(k, setPrep|setDet|setPronoun|setAnd|setAux|setModal|setTime|setSub)
		switch {
		case a.has(k, setFurniture) && (!function || a.is(k, "others") || a.is(k, "most")):
			furniture++
			strong++
		case function:
		default:
			others++
		}
	}
	if strong == 0 || a.toks[b.from].kind == kindOpen {
		return false
	}
	if stopped {
		return others == 0 && furniture >= 2 && a.has(b.from, setFurniture) && furniture+others <= 8
	}
	return furniture >= 3*others
}

// classRules are the rules for what sentences are for.
var classRules = []RuleNote{}
