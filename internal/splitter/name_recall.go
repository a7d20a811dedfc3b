package splitter

import "strings"

// recallNames types the names that the words around them do not tell by the other places where the text has them:
// people by a part of their full name, short forms by the name before the bracket, the rest by the same words.
func (a *analysis) recallNames() {
	types := make(map[string]EntityType)
	for i := range a.ents {
		e := &a.ents[i]
		if e.typ.isFigure() {
			continue
		}
		if e.rule == "name/other" && e.to-e.core > 1 && e.from > 0 && a.is(e.from-1, "the") {
			types[a.nameOf(e)] = EntityOrganization // "the Nordvik Tidende" is nobody, there or elsewhere
		}
		if e.sure {
			if _, taken := types[a.nameOf(e)]; !taken {
				types[a.nameOf(e)] = e.typ
			}
		}
		a.readShortForm(i, types)
	}
	teams := a.teamTalk()
	for i := range a.ents {
		e := &a.ents[i]
		if e.typ.isFigure() || a.toks[e.core].kind != kindWord {
			continue
		}
		if e.person < 0 && e.to-e.core == 1 && !(e.typ == EntityPlace && e.sure) {
			if p, ok := a.roster.byPart[a.str(e.core)]; ok && types[a.roster.people[p].name] != EntityOrganization &&
				(a.has(e.core, setHe|setShe) || strings.HasSuffix(a.roster.people[p].name, a.str(e.core))) {
				e.typ, e.person, e.rule = EntityPerson, p, "name/part"
				continue
			}
		}
		if typ, ok := types[a.nameOf(e)]; ok && !e.sure && typ != e.typ && typ != EntityPerson {
			e.typ, e.rule, e.person = typ, "name/elsewhere", -1
		}
		if teams && e.typ == EntityPlace && a.plays(e) {
			e.typ, e.rule = EntityOrganization, "name/team"
		}
	}
}

// nameOf is the words of e without titles, as they stand.
func (a *analysis) nameOf(e *entity) string {
	place := a.tokensOf(e.core, e.to)
	return a.text[place.start:place.end]
}

// readShortForm types entity i by the name before it: "International Oats Board (IOB)".
func (a *analysis) readShortForm(i int, types map[string]EntityType) {
	e := &a.ents[i]
	if i == 0 || e.to-e.from != 1 || e.from == 0 || e.to >= len(a.toks) || !a.mark(e.from-1, '(') || !a.mark(e.to, ')') ||
		a.toks[e.from].shape != shapeUpper {
		return
	}
	if full := &a.ents[i-1]; full.to == e.from-1 && !full.typ.isFigure() && full.to-full.core >= 2 {
		if full.typ == EntityPerson && !full.sure {
			full.typ, full.person, full.rule = EntityOrganization, -1, "name/short-form"
		}
		if full.typ == EntityOrganization {
			e.typ, e.rule, e.sure = full.typ, "name/short-form", true
			types[a.nameOf(e)] = e.typ
		}
	}
}

// teamTalk reports whether the text tells of matches: then countries and towns that win and lose are teams.
func (a *analysis) teamTalk() bool {
	scores := 0
	for k := 1; k+1 < len(a.toks) && scores == 0; k++ {
		if t := a.toks[k]; t.kind == kindNumber && t.end-t.start <= 5 && a.score(k) {
			scores++
		}
	}
	words := 0
	for k := 0; k < len(a.toks) && scores > 0 && words < 4; k++ {
		if a.toks[k].shape == shapeLower && a.topic(k, topicMatch) {
			words++
		}
	}
	return words >= 4
}

// score reports the result of a match at token k, "3-1" or "3 – 1".
func (a *analysis) score(k int) bool {
	word := a.str(k)
	if len(word) >= 3 && len(word) <= 5 {
		for i := 1; i+1 < len(word); i++ {
			if word[i] == '-' {
				return true
			}
		}
	}
	dash := a.str(k + 1)
	return len(word) <= 2 && k+2 < len(a.toks) && (dash == "-" || dash == "–") && a.toks[k+2].kind == kindNumber && len(a.str(k+2)) <= 2
}

// plays reports whether the place e stands where a team does, in a text of matches.
func (a *analysis) plays(e *entity) bool {
	if e.from > 0 && a.topic(e.from-1, topicIn) || e.from > 1 && a.is(e.from-1, "the") && a.topic(e.from-2, topicIn) {
		return false
	}
	return e.rule != "name/before-place" && e.rule != "name/place-word" && !a.toks[e.core].points
}
