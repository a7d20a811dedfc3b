package splitter

import "strings"

// referent is what the pronoun of a kind at token k stands for, in claim p of sentence i.
func (a *analysis) referent(k int, kind string, i int, p piece) meaning {
	switch kind {
	case "he", "she":
		return a.personMeant(k, kind, i, p)
	case "it", "they":
		return a.thingMeant(k, kind, i, p)
	case "i", "we":
		return a.speakerMeant(kind, p)
	default:
		return meaning{}
	}
}

// personMeant is whom "he" or "she" at token k stands for. In somebody's own words it is not the speaker; in
// reported ones it is, when the speaker is named by the same pronoun.
func (a *analysis) personMeant(k int, kind string, i int, p piece) meaning {
	other := ""
	if p.attribution >= 0 {
		at := a.attrs[p.attribution]
		switch {
		case at.direct && a.toks[k].quoted:
			other = at.name
		case at.sentence == i && at.src.to-at.src.from == 1 && a.pronounKind(at.src.from) == kind && at.src.from != k && at.name != "":
			m := a.lookBack(at.src.from, kind, a.speakers, "")
			return meaning{words: at.name, from: m.from, sure: m.sure && m.words == at.name}
		}
	}
	return a.lookBack(k, kind, a.speakers, other)
}

// speakerMeant is whom "I" or "we" in a quotation stands for: the one who says it, "we" only of a body or several.
func (a *analysis) speakerMeant(kind string, p piece) meaning {
	if p.attribution < 0 {
		return meaning{}
	}
	at := a.attrs[p.attribution]
	if at.src.empty() || at.name == "" || !at.direct {
		return meaning{}
	}
	m := meaning{words: at.name, from: at.source, many: a.many(at.src), sure: true}
	named := a.human(at.src)
	if kind == "i" && (!named || m.many) || kind == "we" && named {
		return meaning{}
	}
	m.words = a.midSentence(m.words, at.src)
	return m
}

// midSentence is words, those of r, as they are written inside a sentence.
func (a *analysis) midSentence(words string, r run) string {
	if len(words) > 0 && a.has(r.from, setDet|setRole|setNumber|setPlural) && a.entityAt(r.from) < 0 {
		return strings.ToLower(words[:1]) + words[1:]
	}
	return words
}

// thingMeant is what "it" or "they" at token k stands for: who says it, the subject before it in the sentence, or
// that of the sentence before; for "its" the only body named there when that subject cannot be meant.
func (a *analysis) thingMeant(k int, kind string, i int, p piece) meaning {
	want := kind == "they"
	s := a.sents[i]
	if p.attribution >= 0 {
		if at := a.attrs[p.attribution]; at.sentence == i && !at.src.empty() && at.says && !a.toks[k].quoted {
			return a.sourceMeant(at, kind, i)
		}
	}
	if first := p.parts[0].from; first > s.from+2 && p.attribution < 0 {
		if m := a.subjectMeant(run{s.from, first}, want); m.words != "" {
			return m
		}
	}
	spoken := p.attribution >= 0 && a.toks[k].quoted
	for back := 1; back <= 3 && back <= i; back++ {
		before := a.sents[i-back]
		if spoken && !a.alsoSaid(p.attribution, i-back) {
			return meaning{} // what somebody speaks of need not be what the article does
		}
		if before.class == ClassHeading || before.class == ClassBoilerplate {
			continue
		}
		r := a.innerClause(i - back)
		subject := a.subjectOf(r)
		if subject.to-subject.from == 1 && a.pronounKind(subject.from) == kind {
			continue // the same pronoun: what it stands for stands further back
		}
		if m := a.subjectMeant(r, want); m.words != "" {
			return m
		}
		if !a.is(k, "its") {
			return meaning{}
		}
		return a.onlyBody(run{before.from, before.to}, run{s.from, k})
	}
	return meaning{}
}

// alsoSaid reports whether a claim of sentence i is said by the same attribution.
func (a *analysis) alsoSaid(attribution, i int) bool {
	list := a.claimsOf(i)
	return len(list) > 0 && list[0].attribution == attribution
}

// sourceMeant is the source of at when "it" or "they" in what it says can stand for it.
func (a *analysis) sourceMeant(at attribution, kind string, i int) meaning {
	if at.src.to-at.src.from == 1 && a.pronounKind(at.src.from) != "" {
		return meaning{}
	}
	head := a.headOf(at.src)
	if at.source.start < a.sents[i].start || a.many(head) != (kind == "they") || a.human(head) && kind == "it" {
		return meaning{}
	}
	return meaning{words: a.phraseWords(head), from: a.tokensOf(head.from, head.to), sure: true, many: kind == "they"}
}

// innerClause is the words of sentence i that its subject is looked for in: what is said in it, without the frame.
func (a *analysis) innerClause(i int) run {
	s := a.sents[i]
	for _, c := range a.claimsOf(i) {
		if !c.spans[0].empty() {
			return a.tokensIn(c.spans[0])
		}
	}
	return run{s.from, min(s.to, s.from+maxClause)}
}

// claimsOf are the claims found in sentence i, which comes before the one now read.
func (a *analysis) claimsOf(i int) []claim {
	for n := len(a.claims) - 1; n >= 0 && a.claims[n].sentence >= i; n-- {
		if a.claims[n].sentence == i && (n == 0 || a.claims[n-1].sentence < i) {
			return a.claims[n:]
		}
	}
	return nil
}

// subjectMeant is the subject of the clause r when it is plural, or singular and no person, as wanted.
func (a *analysis) subjectMeant(r run, many bool) meaning {
	subject := a.subjectOf(r)
	if subject.empty() {
		return meaning{}
	}
	head := a.headOf(subject)
	for k := head.from; k < head.to; k++ {
		if a.has(k, setPronoun|setAux|setModal) || a.oneOf(k, pointing) || a.toks[k].quoted && !a.toks[r.to-1].quoted {
			return meaning{}
		}
	}
	if head.empty() || strings.HasSuffix(a.str(head.to-1), "ly") || a.toks[head.to-1].kind == kindPunct || a.toks[head.from].kind == kindPunct {
		return meaning{}
	}
	if !a.definite(head, many) || head.to+1 < r.to && a.mark(head.to, ',') && a.name(head.to+1) {
		return meaning{}
	}
	if a.many(head) != many || !many && a.human(head) || a.oneOf(head.from, nothings) || a.toks[head.from].kind == kindNumber && !many {
		return meaning{}
	}
	return meaning{words: a.phraseWords(head), from: a.tokensOf(head.from, head.to), sure: true, many: many}
}

// definite reports whether the noun phrase r can be named again as it is: it is a name, has an article before it, or
// is a plural.
func (a *analysis) definite(r run, many bool) bool {
	if a.oneOf(r.from, articles) && r.to > r.from+1 || many && a.manyAt(r.to-1) || many && a.has(r.from, setPlural) {
		return true
	}
	e := a.entityAt(r.from)
	return e >= 0 && a.ents[e].from == r.from && !a.ents[e].typ.isFigure() && (many || a.ents[e].to == r.to || a.toks[a.ents[e].to].kind == kindPossessive)
}

// phraseWords is the noun phrase r as it reads when it is named again: "the ferry" for "A ferry".
func (a *analysis) phraseWords(r run) string {
	if r.to-r.from == 2 && a.is(r.from, "the") {
		if m := a.described(r.from+1, r.from); m.words != "" {
			return m.words
		}
	}
	if e := a.entityAt(r.to - 1); e >= 0 && a.ents[e].to == r.to && r.to-r.from <= 2 {
		if long, ok := a.longForm(a.ents[e]); ok {
			return "the " + a.plain(a.tokensOf(long.from, long.to))
		}
	}
	if m, end := a.pairOf(r.from, r, a.sentenceOf(r.from)); end > r.from {
		return m.words
	}
	if a.is(r.from, "a") || a.is(r.from, "an") {
		return "the " + a.plain(a.tokensOf(r.from+1, r.to))
	}
	return a.midSentence(a.plain(a.tokensOf(r.from, r.to)), r)
}

// onlyBody is the one organisation named in before, when none stands in here.
func (a *analysis) onlyBody(before, here run) meaning {
	only := func(r run) (found, count int) {
		for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to && count < 2; e++ {
			if a.ents[e].typ == EntityOrganization && !a.anyHas(a.ents[e].from, a.ents[e].to, setMedia) {
				found = e
				count++
			}
		}
		return found, count
	}
	if _, n := only(here); n > 0 || a.placesIn(here) != -1 {
		return meaning{}
	}
	e, n := only(before)
	if n != 1 {
		return meaning{}
	}
	r := run{a.ents[e].from, a.ents[e].to}
	return meaning{words: a.phraseWords(r), from: a.tokensOf(r.from, r.to), sure: true}
}

// pairOf is the two countries that "the two nations" or "both countries" at token k of r stands for, and the end
// of those words; end is k when there are none.
func (a *analysis) pairOf(k int, r run, i int) (m meaning, end int) {
	noun := k + 1
	if a.is(k, "the") && noun < r.to && a.is(noun, "two") {
		noun++
	} else if !a.is(k, "both") {
		return meaning{}, k
	}
	if noun >= r.to || !a.oneOf(noun, lands) {
		return meaning{}, k
	}
	low := a.sents[max(0, i-3)].from
	for e, seen := a.entityFrom(k)-1, 0; e > 0 && a.ents[e].from >= low && seen < maxLookEntities; e, seen = e-1, seen+1 {
		first, second := a.ents[e-1], a.ents[e]
		if first.typ != EntityPlace || second.typ != EntityPlace || second.from-first.to != 1 || !a.is(first.to, "and") {
			continue
		}
		if first.from >= r.from {
			return meaning{}, k // it stands in the claim itself
		}
		pair := a.tokensOf(first.from, second.to)
		return meaning{words: a.plain(pair), from: pair, sure: true, many: true}, noun + 1
	}
	return meaning{}, k
}

// described is the body or person that "the" and the noun at token k stand for, when only one name before token
// low can be meant: "the ministry", "the president", "the company".
func (a *analysis) described(k, low int) meaning {
	switch {
	case a.oneOf(k, institutional), a.oneOf(k, titular):
	case a.oneOf(k, companies):
		return a.onlyCompany(k, low)
	default:
		return meaning{}
	}
	noun := strings.ToLower(a.str(k))
	person := a.oneOf(k, titular)
	m := meaning{}
	last := a.entityFrom(low) - 1
	for e := last; e >= max(0, last-maxLookEntities); e-- {
		ent := a.ents[e]
		if ent.to > low || a.sents[a.sentenceOf(ent.from)].class == ClassHeading || person != (ent.typ == EntityPerson) || !person && ent.typ != EntityOrganization {
			continue
		}
		words, from := "", ent
		if person {
			if full, at := a.personAt(e); a.anyIs(ent.from, ent.core, noun) && full != "" && at >= 0 && a.titleFits(e, at) {
				from = a.ents[at]
				words = a.plain(a.tokensOf(ent.from, ent.core)) + " " + full
			}
		} else if ent.to-ent.from > 1 && a.anyIs(ent.from, ent.to, noun) {
			words = "the " + a.plain(a.tokensOf(ent.from, ent.to))
			if a.is(ent.from, "the") {
				words = words[len("the "):]
			}
		}
		if words == "" {
			continue
		}
		if m.words != "" && !strings.EqualFold(m.words, words) {
			return meaning{}
		}
		m = meaning{words: words, from: a.tokensOf(from.from, from.to), sure: true}
	}
	return m
}

// business reports whether the text shows that ent is one: by a word in its name, or by the word beside it.
func (a *analysis) business(ent entity) bool {
	if a.topic(ent.to-1, topicCompany) {
		return true
	}
	beside := a.sents[a.sentenceOf(ent.from)]
	return (ent.rule == "name/kind-before" || ent.rule == "name/kind-after") &&
		a.anyOf(run{max(beside.from, ent.from-4), min(beside.to, ent.to+8)}, companies)
}

// onlyCompany is the one business named in the two sentences before token low.
func (a *analysis) onlyCompany(k, low int) meaning {
	m := meaning{}
	start := a.sents[max(0, a.sentenceOf(low)-2)].from
	last := a.entityFrom(low) - 1
	for e := last; e >= max(0, last-maxLookBack) && a.ents[e].from >= start; e-- {
		ent := a.ents[e]
		if ent.typ != EntityOrganization || ent.to > low || a.anyHas(ent.from, ent.to, setMedia) || a.anyOf(run{ent.from, ent.to}, official) {
			continue
		}
		if !a.business(ent) {
			return meaning{} // it may be one, or not
		}
		words := a.plain(a.tokensOf(ent.from, ent.to))
		if m.words != "" && m.words != words {
			return meaning{}
		}
		m = meaning{words: words, from: a.tokensOf(ent.from, ent.to), sure: true}
	}
	return m
}
