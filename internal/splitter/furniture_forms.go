package splitter

import "strings"

// aside reads a few words in brackets and no verb: "(Supplied)".
func (l *pageLine) aside() run {
	last := l.b.to - 1
	if l.words == 0 || l.words > 6 || l.stopped || !l.mark(l.b.from, '(') || !l.mark(last, ')') || !l.name(l.b.from+1) {
		return run{}
	}
	known := false
	for k := l.b.from + 1; k < last; k++ {
		known = known || l.has(k, setMedia) || l.topic(k, topicMaker|topicPicture|topicStaff|topicStrong)
		if l.mark(k, ')') || l.toks[k].shape == shapeLower && l.has(k, setFinite) {
			return run{}
		}
	}
	if !known {
		return run{}
	}
	return l.all()
}

// copyEnd reads the mark that ends a writer's copy: "ENDS", "-30-".
func (l *pageLine) copyEnd() run {
	if l.words != 1 {
		return run{}
	}
	text := l.text[l.b.start:l.b.end]
	word := strings.Trim(text, "-–—#* ")
	if word == "ENDS" || word != text && (word == "30" || strings.EqualFold(word, "ends") || strings.EqualFold(word, "end")) {
		return l.all()
	}
	return run{}
}

// offer reads what a page sells to its reader: "Fund fearless reporters from just £3 a month".
func (l *pageLine) offer() run {
	if l.words > 16 || l.spoken || l.anyQuoted() || !l.asks() && (l.stopped || l.counted(topicStrong|topicWeak) < 2) {
		return run{}
	}
	paid, cheap := run{}, l.topic(l.b.from, topicStrong) || l.is(l.b.from, "donate")
	for k := l.b.from + 1; k+1 < l.b.to; k++ {
		cheap = cheap || l.is(k, "just") || l.is(k, "only")
		if (l.is(k, "a") || l.is(k, "per") || l.mark(k, '/')) && (l.is(k+1, "day") || l.is(k+1, "week") || l.is(k+1, "month") || l.is(k+1, "year")) {
			for at := max(l.b.from, k-4); at < k && paid.empty(); at++ {
				if l.has(at, setMoney) || strings.ContainsAny(l.str(at), "$£€₹") {
					paid = run{at, k + 2}
				}
			}
		}
	}
	if !cheap {
		return run{}
	}
	return paid
}

// counted is how many tokens of the line are of any of topics.
func (l *pageLine) counted(topics topicSet) int {
	n := 0
	for k := l.b.from; k < l.b.to; k++ {
		if l.topic(k, topics) {
			n++
		}
	}
	return n
}

// invites reads a question and what to do about it: "Have you spotted an error? Tell us".
func (l *pageLine) invites() run {
	if l.words > maxFurniture || l.spoken || l.anyQuoted() {
		return run{}
	}
	for k := l.b.from + 1; k+1 < l.b.to; k++ {
		if !l.mark(k, '?') {
			continue
		}
		at := k + 1
		if l.is(at, "please") && at+1 < l.b.to {
			at++
		}
		if !l.topic(at, topicCall) && !(l.is(at, "let") && at+2 < l.b.to && l.is(at+2, "know")) {
			continue
		}
		for word := at + 1; word < l.b.to; word++ {
			if l.is(word, "us") || l.is(word, "below") || l.is(word, "here") || l.is(word, "our") || l.toks[word].kind == kindURL || l.mark(word, '@') {
				return run{at, word + 1}
			}
		}
	}
	return run{}
}

// section reads the name of a part of the paper: "Breaking news", and at the edges of the article "World".
func (l *pageLine) section(edge bool) run {
	if l.words == 0 || l.words > 3 || l.stopped {
		return run{}
	}
	named, sure := false, false
	for k := l.b.from; k < l.b.to; k++ {
		switch {
		case l.toks[k].kind != kindWord || l.is(k, "and"):
		case !l.topic(k, topicSection) || !l.name(k) && k == l.b.from:
			return run{}
		}
		named = named || l.topic(k, topicSection)
		sure = sure || k > l.b.from && l.is(k, "news") && k+1 == l.b.to || l.topic(k, topicSection) && l.topic(k, topicMark)
	}
	if !named || !sure && !edge {
		return run{}
	}
	return l.all()
}

// writersOnly reads the names of people alone, with or without where they are: "Anna Berg in Oslo".
func (l *pageLine) writersOnly() run {
	e := l.entityAt(l.b.from)
	if l.words == 0 || l.words > 8 || l.stopped || e < 0 || l.ents[e].typ != EntityPerson || l.ents[e].from != l.b.from || l.wordsIn(l.ents[e].from, l.ents[e].to) < 2 {
		return run{}
	}
	for k := l.ents[e].to; k < l.b.to; k++ {
		switch {
		case l.name(k), l.toks[k].kind == kindPunct && (l.mark(k, ',') || l.mark(k, '&')):
		case l.is(k, "and") || l.is(k, "in") || l.is(k, "for"):
		default:
			return run{}
		}
	}
	return l.all()
}

// ofItself reads a page speaking of itself: "This article first appeared in the Harbour Times."
func (l *pageLine) ofItself() run {
	k := l.b.from
	if l.words > maxFurniture || l.spoken || k+3 >= l.b.to || !l.is(k, "this") && !l.is(k, "the") || !l.topic(k+1, topicNotice) {
		return run{}
	}
	for at := k + 2; at < min(k+6, l.b.to); at++ {
		switch {
		case l.is(at, "appeared") && (l.is(at-1, "first") || l.is(at-1, "originally")):
			return run{k, at + 1}
		case l.has(at, setAux|setAdverb|setNot) || l.is(at, "first") || l.is(at, "originally"):
		default:
			return run{}
		}
	}
	return run{}
}

// helped reads "Norwave Press writers Anna Berg and Karl Osten contributed."
func (l *pageLine) helped() run {
	last := l.b.to - 1
	for last > l.b.from && !isWordToken(l.toks[last]) {
		last--
	}
	if l.words < 3 || l.words > 25 || l.spoken || !l.is(last, "contributed") || !l.name(l.b.from) {
		return run{}
	}
	for k := l.b.from; k < last; k++ {
		if l.toks[k].kind == kindWord && !l.name(k) && !l.topic(k, topicStaff|topicJoint) && !l.is(k, "also") {
			return run{}
		}
	}
	return run{last, last + 1}
}
