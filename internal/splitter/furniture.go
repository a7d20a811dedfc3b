package splitter

import "strings"

// maxFurniture is how many words a line of page furniture may have.
const maxFurniture = 30

// pageLine is a block that may belong to the page and not to the article.
type pageLine struct {
	*analysis
	b     block
	words int
	// stopped is set when it ends as a sentence does, spoken when it tells what somebody said, so that it is prose.
	stopped, spoken bool
	// known are the topics of its first tokens.
	known [maxPageTokens]topicSet
}

// maxPageTokens is how many tokens a block may have to be read for page furniture.
const maxPageTokens = 80

// furnitureRule is one way to know page furniture. read gives the words that show it, none when they do not.
type furnitureRule struct {
	rule    Rule
	says    string
	example string
	read    func(l *pageLine) run
}

// furnitureRules are asked in order. They go by the form of the line, not by lists of lines alone: how short it
// is, whether it is a label, a count, a time or a trail, whether it speaks to the reader of things a page has.
var furnitureRules = [...]furnitureRule{
	{"class/address", "A line of addresses or ornaments alone.", "https://harbour.example/ferries", (*pageLine).address},
	{"class/rights", "A copyright notice.", "© 2023 Harbour Times", (*pageLine).rights},
	{"class/trail", "Short entries between bars, strokes or arrows, as in menus.", "Home > World > Europe", (*pageLine).trail},
	{"class/label", "A label of the page before a colon or a bar.", "Read next: The ships that never came", (*pageLine).label},
	{"class/kicker", "A label of the page in capitals.", "TAGS Harbour Ferries Strike", (*pageLine).kicker},
	{"class/by-line", "Who wrote or edited the article.", "By Anna Berg and Karl Osten", (*pageLine).byline},
	{"class/stamp", "When the page was published, or how long it takes to read.", "Published 12:41 GMT", (*pageLine).stamp},
	{"class/count", "A count of comments, shares or pictures.", "24 comments", (*pageLine).count},
	{"class/credit", "Who took a picture.", "Lena Holm / Norwave", (*pageLine).credit},
	{"class/notice", "A notice about the page: what was corrected, who else worked on it.", "This story has been updated to correct a name.", (*pageLine).notice},
	{"class/contact", "How to reach or follow the writer or the newsroom.", "Do you know more? Write to desk@harbour.example", (*pageLine).contact},
	{"class/call", "It asks the reader to do what is done on pages.", "Sign up for our newsletter", (*pageLine).call},
	{"class/offer", "It sells the page to its reader, for so much a month.", "Fund fearless reporters from just £3 a month", (*pageLine).offer},
	{"class/invitation", "A question to the reader, and where to answer.", "Have you spotted an error? Tell us", (*pageLine).invites},
	{"class/of-itself", "Where the article appeared before.", "This article first appeared in the Harbour Times.", (*pageLine).ofItself},
	{"class/helpers", "Who else worked on the article.", "Norwave Press writers Anna Berg and Karl Osten contributed.", (*pageLine).helped},
	{"class/brackets", "A few words in brackets, without a verb.", "(Supplied)", (*pageLine).aside},
	{"class/end", "The mark that ends a writer's copy.", "-30-", (*pageLine).copyEnd},
	{"class/page-words", "All its words are those of page furniture.", "Related articles", (*pageLine).pageWords},
	{"class/ticker", "Prices or weather, without a verb.", "FTSE 100 7,412.5 +0.4%", (*pageLine).ticker},
}

// furniture is the rule by which b belongs to the page, and the words that show it; no rule when it does not.
func (l *pageLine) furniture(b block) (Rule, run) {
	l.words, l.spoken = 0, false
	if b.from == b.to || b.to-b.from > maxPageTokens {
		return "", run{}
	}
	l.b, l.words = b, l.wordsIn(b.from, b.to)
	l.stopped = closed(l.text[b.start:b.end]) && !l.mark(b.to-1, ':')
	for k := b.from; k < b.to; k++ {
		l.known[k-b.from] = l.topics(k)
		l.spoken = l.spoken || l.stopped && l.is(k, "says") || l.stopped && l.has(k, setSay|setTell) && l.has(k, setPast) && !l.toks[k].quoted &&
			!l.has(k, setFurniture) && !l.topic(k, topicChanged)
	}
	for i := range furnitureRules {
		if show := furnitureRules[i].read(l); !show.empty() {
			return furnitureRules[i].rule, show
		}
	}
	return "", run{}
}

// topic reports whether token k of the line is of any of topics.
func (l *pageLine) topic(k int, topics topicSet) bool {
	return k >= l.b.from && k < l.b.to && l.known[k-l.b.from]&topics != 0
}

func (l *pageLine) all() run { return run{l.b.from, l.b.to} }

// address reads a block of addresses or ornaments.
func (l *pageLine) address() run {
	for k := l.b.from; k < l.b.to; k++ {
		if isWordToken(l.toks[k]) && !(k > l.b.from && (l.mark(k-1, '@') || l.mark(k-1, '#') && !l.toks[k].spaced)) {
			return run{}
		}
	}
	return l.all()
}

// rights reads a copyright notice.
func (l *pageLine) rights() run {
	if l.words > 40 {
		return run{}
	}
	k := l.b.from
	if l.is(k, "copyright") && !(l.stopped && k+1 < l.b.to && l.toks[k+1].shape == shapeLower && !l.is(k+1, "by")) || l.str(k) == "©" || l.mark(k, '(') && k+2 < l.b.to && l.is(k+1, "c") && l.mark(k+2, ')') && l.words <= 12 {
		return run{k, min(k+2, l.b.to)}
	}
	return l.phrase("all rights reserved")
}

// phrase is where the line has the words of text, in lower case, one after the other.
func (l *pageLine) phrase(text string) run {
	first, rest, _ := strings.Cut(text, " ")
	for k := l.b.from; k < l.b.to; k++ {
		if !l.is(k, first) || l.toks[k].quoted {
			continue
		}
		at, left := k+1, rest
		for left != "" && at < l.b.to {
			var word string
			word, left, _ = strings.Cut(left, " ")
			if !l.is(at, word) {
				left = text
				break
			}
			at++
		}
		if left == "" {
			return run{k, at}
		}
	}
	return run{}
}

// separates reports a mark between the entries of a trail.
func (l *pageLine) separates(k int) bool {
	switch l.str(k) {
	case "|", "›", "»", "•", "·", ">", "→":
		return true
	case "/":
		return l.toks[k].spaced && k+1 < l.b.to && l.toks[k+1].spaced
	default:
		return false
	}
}

// trail reads "Home > World > Europe" and "Facebook | Twitter".
func (l *pageLine) trail() run {
	if l.stopped {
		return run{}
	}
	marks, entry, longest, known := 0, 0, 0, false
	strong := true
	for k := l.b.from; k < l.b.to; k++ {
		switch {
		case l.separates(k):
			if k > l.b.from && k+1 < l.b.to {
				marks++
			}
			strong = strong && !l.mark(k, '/') && l.str(k) != "•" && l.str(k) != "·"
			longest, entry = max(longest, entry), 0
		case isWordToken(l.toks[k]):
			entry++
			known = known || marks < 2 && entry < 5 && l.topic(k, topicMark)
		}
	}
	if strong && marks > 1 && longest <= 3 && entry <= 12 {
		return l.all() // the title of the page ends the trail to it
	}
	if max(longest, entry) > 4 || marks == 0 || marks == 1 && (!known || l.words > 6) {
		return run{}
	}
	return l.all()
}

// label reads "Sources: …", "READ | …" and "Editor's note: …".
func (l *pageLine) label() run {
	known := false
	for k := l.b.from; k < min(l.b.from+7, l.b.to); k++ {
		if l.mark(k, '(') && k == l.b.from {
			continue
		}
		if l.mark(k, ',') && k == l.b.from+2 && l.topic(l.b.from, topicPicture) && (l.is(k-1, "caption") || l.is(k-1, "source")) {
			return run{l.b.from, k + 1}
		}
		if l.mark(k, ':') || l.mark(k, '|') {
			if !known || l.stopped && k+1 < l.b.to && !l.mark(l.b.to-1, '?') && !l.anyOf(run{l.b.from, k}, topicStopped) {
				return run{} // "Image: a ferry in the harbour." is a caption
			}
			return run{l.b.from, k + 1}
		}
		if l.toks[k].kind != kindWord && l.toks[k].kind != kindPossessive || !l.topic(k, topicLabel) && l.toks[k].kind == kindWord {
			return run{}
		}
		known = known || l.topic(k, topicLabelMark)
	}
	return run{}
}

// kicker reads a label in capitals before words that are not: "TAGS Harbour Ferries", "WATCH Minister resigns".
func (l *pageLine) kicker() run {
	k := l.b.from
	if k+1 >= l.b.to || l.spoken || l.words > maxFurniture || l.toks[k].shape != shapeUpper || !l.topic(k, topicLabelMark) || len(l.str(k)) < 4 || l.is(k, "more") ||
		l.stopped && !l.mark(l.b.to-1, '?') {
		return run{}
	}
	for at := k + 1; at < l.b.to; at++ {
		if l.toks[at].kind == kindWord && l.toks[at].shape != shapeUpper {
			return run{k, k + 1}
		}
	}
	return run{}
}

// anyOf reports whether any of the tokens r is of any of topics.
func (l *pageLine) anyOf(r run, topics topicSet) bool {
	for k := r.from; k < r.to; k++ {
		if l.topic(k, topics) {
			return true
		}
	}
	return false
}

// pageWords reads a line that has no words but those of page furniture: "Related articles", "Most read".
func (l *pageLine) pageWords() run {
	if l.words > 8 || l.stopped && l.words > 5 || l.toks[l.b.from].kind == kindOpen || l.spoken {
		return run{}
	}
	marked := run{}
	marks, others := 0, 0
	for k := l.b.from; k < l.b.to; k++ {
		switch {
		case l.toks[k].kind == kindNumber:
			others++
		case l.toks[k].kind != kindWord:
		case !l.topic(k, topicPage):
			others++
		case l.topic(k, topicMark):
			marks++
			if marked.empty() {
				marked = run{k, k + 1}
			}
		}
	}
	if l.moreFrom() {
		return l.all()
	}
	if others > 0 && (marks < 3*others || l.stopped) {
		return run{}
	}
	if l.stopped && marks < 2 && l.words > 1 {
		return run{}
	}
	return marked
}

// moreFrom reads "More from Harbour Times" and "Most read in Sport".
func (l *pageLine) moreFrom() bool {
	k := l.b.from
	if l.stopped || k+2 >= l.b.to {
		return false
	}
	if (l.is(k, "most") || l.topic(k, topicLink)) && k+3 < l.b.to && l.topic(k+1, topicLink|topicSection|topicCounted) && !l.has(k+1, setPrep) {
		k++
	} else if !l.is(k, "more") && !l.is(k, "latest") && !l.is(k, "also") && !l.is(k, "elsewhere") {
		return false
	}
	return (l.is(k+1, "from") || l.is(k+1, "on") || l.is(k+1, "in")) && l.namesOnly(k+2)
}

// ticker reads "FTSE 100 7,412.5 +0.4%".
func (l *pageLine) ticker() run {
	if l.stopped || l.words > 10 {
		return run{}
	}
	figures, sign := 0, false
	for k := l.b.from; k < l.b.to; k++ {
		if l.toks[k].kind == kindNumber {
			figures++
			sign = sign || k > l.b.from && (l.mark(k-1, '+') || l.mark(k-1, '-') && l.toks[k-1].spaced) && k+1 < l.b.to && l.mark(k+1, '%') || k+1 < l.b.to && l.str(k+1) == "°"
		}
		if l.has(k, setAux|setModal|setVerb|setPrep) {
			return run{}
		}
	}
	if !sign || figures*2 < l.words-2 {
		return run{}
	}
	return l.all()
}
