package splitter

// notice reads "This story has been updated …" and "The Norwave Press contributed to this report."
func (l *pageLine) notice() run {
	if l.words > 2*maxFurniture || l.toks[l.b.from].kind == kindOpen {
		return run{}
	}
	for k := l.b.from; k < min(l.b.from+5, l.b.to); k++ {
		if !l.topic(k, topicNotice) || k == l.b.from && !l.is(k, "comments") && !l.is(k, "commenting") || k > l.b.from && !l.has(k-1, setDet) && !l.name(k-1) {
			continue
		}
		own := l.is(k, "comments") || l.is(k, "commenting") || k > l.b.from && l.is(k-1, "this") || l.words <= 5 && l.is(k, "player")
		for at := k + 1; own && at < min(k+5, l.b.to); at++ {
			if l.topic(at, topicChanged) {
				return run{k, at + 1}
			}
			if !l.has(at, setAux|setAdverb|setNot) {
				break
			}
		}
	}
	if l.words > maxFurniture {
		return run{}
	}
	for _, text := range noticePhrases {
		if show := l.phrase(text); !show.empty() {
			return show
		}
	}
	return run{}
}

// contact reads a line with an address to write to or a name to follow.
func (l *pageLine) contact() run {
	if l.words > 25 || l.toks[l.b.from].kind == kindOpen || l.anyIs(l.b.from, l.b.to, "I") {
		return run{}
	}
	for k := l.b.from; k < l.b.to; k++ {
		handle := l.mark(k, '@') && k+1 < l.b.to && !l.toks[k+1].spaced
		phone := l.is(k, "newsdesk") || l.is(k, "newsroom")
		if l.toks[k].kind != kindURL && !handle && !phone || l.spoken {
			continue
		}
		if l.words <= 3 || k > l.b.from && l.mark(k-1, ':') && !l.stopped || l.asks() || l.about() || l.speaksToReader() || l.is(l.b.from, "for") || l.is(l.b.from, "to") {
			return run{k, min(k+2, l.b.to)}
		}
	}
	return run{}
}

// asks reports whether the line begins by asking its reader to do something.
func (l *pageLine) asks() bool {
	k := l.b.from
	if l.is(k, "please") {
		k++
	}
	return k+1 < l.b.to && l.toks[k].shape != shapeLower && l.topic(k, topicCall) && !l.is(k+1, "of") && !l.mark(k+1, ',')
}

func (l *pageLine) speaksToReader() bool {
	for k := l.b.from; k < l.b.to; k++ {
		if l.is(k, "you") || l.is(k, "your") || l.is(k, "us") && l.toks[k].shape == shapeLower || l.is(k, "our") {
			return !l.toks[k].quoted
		}
	}
	return false
}

// call reads what a page asks or tells its reader: "Sign up for our newsletter", "You have 3 free articles left".
func (l *pageLine) call() run {
	if l.words > maxFurniture || l.spoken || l.toks[l.b.from].kind == kindOpen || l.anyQuoted() || l.anyIs(l.b.from, l.b.to, "I") {
		return run{}
	}
	if show := l.askedOfPage(); !show.empty() {
		return show
	}
	reader := l.speaksToReader()
	if l.stopped && !reader && !l.is(l.b.from, "this") && !l.asks() {
		return run{}
	}
	for _, text := range pagePhrases {
		if show := l.phrase(text); !show.empty() && (l.words <= 14 || reader) {
			return show
		}
	}
	things, last := l.pageThings()
	for _, text := range loosePhrases {
		if show := l.phrase(text); !show.empty() && l.words <= 14 && (!l.stopped || things > 0 && (!l.asks() || l.forThePage())) {
			return show
		}
	}
	few := things >= 1 && l.words <= 8 && !l.stopped
	if reader && (few || things >= 2 && l.words <= 22 && (!l.stopped || l.anyOf(l.all(), topicStrong) && l.forThePage())) {
		return last
	}
	return run{}
}

// endsWithCall reads a call after words without a verb, or after who the writer is: "The best of the week. Sign up
// here."
func (l *pageLine) endsWithCall() (Rule, run) {
	if l.b.last-l.b.first < 2 || l.words == 0 || l.words > maxFurniture || l.spoken || l.anyQuoted() {
		return "", run{}
	}
	end := l.sents[l.b.last-1]
	who := l.entityAt(l.b.from)
	writer := who >= 0 && l.ents[who].typ == EntityPerson && l.ents[who].to < l.b.to && l.is(l.ents[who].to, "is")
	for k := l.b.from; k < end.from; k++ {
		if !(writer && l.is(k, "is")) && l.has(k, setFinite|setPast) && l.toks[k].shape == shapeLower && !l.topic(k, topicWeak) {
			return "", run{}
		}
	}
	call := &pageLine{analysis: l.analysis}
	rule, show := call.furniture(block{bytesOf: bytesOf{int(l.toks[end.from].start), l.b.end}, from: end.from, to: l.b.to, first: l.b.last - 1, last: l.b.last})
	if rule != "class/call" && rule != "class/contact" && rule != "class/page-words" {
		return "", run{}
	}
	return rule, show
}

// pageThings counts the different things of pages the line names, and gives the last.
func (l *pageLine) pageThings() (things int, last run) {
	for k := l.b.from; k < l.b.to; k++ {
		if l.topic(k, topicThing) && (last.empty() || !l.is(k, l.str(last.from))) {
			things++
			last = run{k, k + 1}
		}
	}
	return things, last
}

func (l *pageLine) anyQuoted() bool {
	for k := l.b.from; k < l.b.to; k++ {
		if l.toks[k].quoted {
			return true
		}
	}
	return false
}

// askedOfPage reads a call that opens with what to do and names a thing of the page or its reader.
func (l *pageLine) askedOfPage() run {
	if !l.asks() || l.words > 16 {
		return run{}
	}
	if l.stopped && !l.forThePage() {
		return run{} // "Write your name on every page."
	}
	if last := l.b.to - 2; l.stopped && l.words <= 5 && last > l.b.from && (l.is(last, "here") || l.is(last, "below")) {
		return l.all()
	}
	for k := l.b.from + 1; k < l.b.to; k++ {
		if l.topic(k, topicThing) || l.topic(k, topicReader) && !l.stopped && !l.anothers(k) {
			verb := false
			for at := l.b.from + 1; at < l.b.to && !verb; at++ {
				verb = l.has(at, setAux|setModal) && !l.name(at) && at != k
			}
			if !verb || l.speaksToReader() {
				return run{l.b.from, k + 1}
			}
		}
	}
	return run{}
}

// forThePage reports words with which a page means itself, or verbs for what is done on pages alone: sentences
// that give advice have neither.
func (l *pageLine) forThePage() bool {
	for k := l.b.from; k < l.b.to; k++ {
		if l.is(k, "us") && l.toks[k].shape == shapeLower || l.is(k, "our") || l.is(k, "here") || l.is(k, "below") || l.is(k, "this") || l.is(k, "we") {
			return true
		}
	}
	return l.anyOf(l.all(), topicStrong) || l.is(l.b.from, "sign") && l.b.from+1 < l.b.to && l.is(l.b.from+1, "up")
}

// anothers reports "your" before what is no page's: "your bank".
func (l *pageLine) anothers(k int) bool {
	return l.is(k, "your") && k+1 < l.b.to && !l.topic(k+1, topicThing|topicStrong|topicWeak)
}
