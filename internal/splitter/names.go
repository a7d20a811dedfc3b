package splitter

import (
	"slices"
	"strings"
)

// How many people and how many names of all kinds a pronoun may reach back over.
const (
	maxLookBack     = 16
	maxLookEntities = 300
)

// nameSources finds for each attribution whom its source stands for.
func (a *analysis) nameSources() {
	speakers := make(map[int]bool) // entities that are sources
	for n := range a.attrs {
		at := &a.attrs[n]
		if at.src.empty() {
			continue
		}
		at.name = a.nameSource(at, n, speakers)
	}
}

// nameSource is whom the source of attribution n stands for; it notes the named ones in speakers.
func (a *analysis) nameSource(at *attribution, n int, speakers map[int]bool) string {
	k := at.src.from
	if at.src.to-k == 1 {
		switch strings.ToLower(a.str(k)) {
		case "he", "him", "himself":
			return a.lookBack(k, genderHe, speakers)
		case "she", "her", "herself":
			return a.lookBack(k, genderShe, speakers)
		}
		if a.oneOf(k, nobody) {
			if (a.is(k, "they") || a.is(k, "it")) && n > 0 && !a.attrs[n-1].src.empty() && a.attrs[n-1].sentence >= at.sentence-2 {
				return a.attrs[n-1].name
			}
			return ""
		}
	}
	best := -1
	for e := a.entityFrom(k); e < len(a.ents) && a.ents[e].from < at.src.to; e++ {
		if a.ents[e].typ.isFigure() || a.toks[min(a.ents[e].to, len(a.toks)-1)].kind == kindPossessive && a.ents[e].to < at.src.to {
			continue
		}
		if best < 0 || a.ents[e].typ == EntityPerson && a.ents[best].typ != EntityPerson {
			best = e
		}
	}
	if best < 0 || a.anyIs(at.src.from, at.src.to, "and") {
		return a.plain(a.tokensOf(at.src.from, at.src.to))
	}
	speakers[best] = true
	e := a.ents[best]
	if e.person >= 0 {
		return a.roster.people[e.person].name
	}
	if e.typ == EntityPerson {
		return a.plain(a.tokensOf(e.core, e.to))
	}
	return a.plain(a.tokensOf(at.src.from, at.src.to))
}

// plain is the words of b on one line.
func (a *analysis) plain(b bytesOf) string {
	return strings.Join(strings.Fields(a.text[b.start:b.end]), " ")
}

// entityFrom is the index of the first entity that ends after token k.
func (a *analysis) entityFrom(k int) int {
	i, _ := slices.BinarySearchFunc(a.ents, k, func(e entity, k int) int { return e.to - k - 1 })
	return i
}

// lookBack is the person that "he" or "she" at token k most likely is: near, fitting, and best one who spoke or
// opened a sentence.
func (a *analysis) lookBack(k int, g gender, speakers map[int]bool) string {
	best, bestScore := "", -1000
	seen, from := 0, a.entityFrom(k)-1
	for e := from; e >= max(0, from-maxLookEntities) && seen < maxLookBack; e-- {
		who := a.ents[e]
		if who.typ != EntityPerson || who.to > k {
			continue
		}
		seen++
		name := a.plain(a.tokensOf(who.core, who.to))
		fits := 0
		if who.person >= 0 {
			p := a.roster.people[who.person]
			name = p.name
			if p.gender != genderUnknown && p.gender != g {
				continue
			}
			if p.gender == g {
				fits = 2
			}
		}
		score := fits - 2*seen
		if speakers[e] {
			score += 5
		}
		if who.from == 0 || a.toks[who.from-1].kind == kindStop || a.toks[who.from-1].kind == kindClose {
			score += 2
		}
		if score > bestScore {
			best, bestScore = name, score
		}
	}
	return best
}
