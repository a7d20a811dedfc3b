package splitter

// pageLike weighs a line that no rule of furniture knows: the words pages use against those of the article. A
// heading shares its words with the article it heads, furniture does not.
type pageLike struct {
	*pageLine
	// article is the hashes of the words of the prose, once a line has asked for them, with the first token of the
	// block that has them, -1 when several do.
	article map[uint64]int
}

// Weights of what speaks for a line of the page, and against it.
const (
	weighStrong  = 2.0  // a word that hardly anything but a page has: newsletter, menu
	weighWeak    = 1.0  // a word of pages that articles have as well: story, network
	weighReader  = 1.0  // it speaks to its reader
	weighBoth    = 1.0  // it speaks to its reader of what hardly anything but a page has
	weighAsked   = 0.5  // it begins with what to do
	weighPlace   = 0.5  // beside other furniture, or after the article
	weighOther   = -0.8 // a word that is none of pages
	weighShared  = -2.0 // such a word, and the article has it
	weighOwn     = -1.5 // a word of pages that the article has
	weighStopped = -1.5 // it ends as a sentence does
	weighVerb    = -0.5 // it says how something is
	weighThe     = -0.6 // it has an article, as labels have not, and no strong word
	weighTitle   = -1.0 // the first line of all is a title most often
	enoughToBe   = 1.5
	maxPageLike  = 14
)

// place is where a block stands.
type place struct{ first, beside, after bool }

// read is the words that show that the line belongs to the page, none when they do not weigh enough.
func (l *pageLike) read(b block, at place) run {
	if l.words > maxPageLike || l.spoken || b.to-b.from > maxPageTokens || l.anyQuoted() || l.words == 0 {
		return run{}
	}
	show, weight := run{}, 0.0
	verb, sure := false, false
	for k := b.from; k < b.to; k++ {
		if l.toks[k].kind != kindWord {
			continue
		}
		strong, weak := l.topic(k, topicStrong), l.topic(k, topicWeak)
		switch {
		case strong || weak:
			if strong {
				weight += weighStrong
				sure = true
			} else {
				weight += weighWeak
			}
			if show.empty() {
				show.from = k
			}
			show.to = k + 1
		case l.has(k, setAux|setModal):
			verb = true
		case !l.has(k, setFunction) && !l.is(k, "s"):
			weight += weighOther
		}
	}
	if show.empty() {
		return run{}
	}
	reader := l.speaksToReader()
	for _, x := range [...]struct {
		is     bool
		weight float64
	}{
		{reader, weighReader}, {reader && sure, weighBoth}, {!sure && !reader && l.anyThe(), weighThe}, {l.is(b.from, "please"), weighReader}, {l.asks() || l.words == 1 && l.topic(b.from, topicCall), weighAsked}, {at.beside || at.after, weighPlace}, {l.stopped, weighStopped},
		{verb && !reader, weighVerb}, {at.first, weighTitle}, {l.endsForUs(), weighReader},
		{l.is(b.from, "this") && b.from+1 < b.to && l.topic(b.from+1, topicStrong), weighReader},
	} {
		if x.is {
			weight += x.weight
		}
	}
	if l.stopped && (reader && !l.forThePage() || !reader && !l.asks() && !l.is(b.from, "this")) {
		weight += weighStopped // prose about pages, and advice: "You can register on the council's website."
	}
	if weight < enoughToBe || weight+l.shared(b) < enoughToBe {
		return run{}
	}
	return show
}

// anyThe reports an article in the line.
func (l *pageLike) anyThe() bool {
	return l.anyIs(l.b.from, l.b.to, "the") || l.anyIs(l.b.from, l.b.to, "a")
}

// endsForUs reports "Work for us" and "Advertise with us".
func (l *pageLike) endsForUs() bool {
	last := l.b.to - 1
	return l.words <= 4 && last-1 > l.b.from && l.is(last, "us") && l.toks[last].shape == shapeLower && l.has(last-1, setPrep)
}

// shared is what the words the line has in common with the article weigh.
func (l *pageLike) shared(b block) float64 {
	if l.article == nil {
		l.readArticle()
	}
	weight := 0.0
	for k := b.from; k < b.to; k++ {
		if l.toks[k].kind != kindWord || l.has(k, setFunction|setAux) {
			continue
		}
		if from, ok := l.article[hashWord(l.str(k))]; !ok || from == b.from {
			continue
		}
		if l.topic(k, topicStrong|topicWeak) {
			weight += weighOwn
		} else {
			weight += weighShared - weighOther
		}
	}
	return weight
}

// readArticle notes the words of the blocks that are prose.
func (l *pageLike) readArticle() {
	l.article = make(map[uint64]int, len(l.toks)/2)
	for _, b := range l.blocks {
		if !closed(l.text[b.start:b.end]) || b.to-b.from < 12 {
			continue
		}
		for k := b.from; k < b.to; k++ {
			if l.toks[k].kind == kindWord && !l.has(k, setFunction) {
				hash := hashWord(l.str(k))
				if from, ok := l.article[hash]; ok && from != b.from {
					l.article[hash] = -1
				} else {
					l.article[hash] = b.from
				}
			}
		}
	}
}

// hashWord is the FNV-1a hash of word, its ASCII letters in lower case.
func hashWord(word string) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		hash = (hash ^ uint64(c)) * 1099511628211
	}
	return hash
}
