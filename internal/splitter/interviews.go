package splitter

// readAnswers reads the answers of an interview that has "Q:" and "A:" at the head of its paragraphs. Who answers is the
// one person whom the text names before the first question, if there is one and no other.
func (a *analysis) readAnswers() {
	asked, who := false, run{}
	for _, b := range a.blocks {
		if b.from+2 >= b.to || !a.mark(b.from+1, ':') {
			continue
		}
		switch a.str(b.from) {
		case "Q":
			if !asked {
				asked, who = true, a.onlyPerson(b.from)
			}
		case "A":
			if asked {
				a.add(b.first, attribution{content: []bytesOf{a.tokensOf(b.from+2, b.to)}, src: who, source: a.tokensOf(b.from, b.from+1),
					cue: a.tokensOf(b.from+1, b.from+2), says: true, rule: ruleAnswer})
			}
		}
	}
}

// onlyPerson is the name of the one person whom the text names before token k, empty when there is none or are several.
func (a *analysis) onlyPerson(k int) run {
	found := run{}
	for e, seen := a.entityFrom(k)-1, 0; e >= 0 && seen < maxLookEntities; e, seen = e-1, seen+1 {
		ent := a.ents[e]
		if ent.typ != EntityPerson || ent.to > k {
			continue
		}
		if !found.empty() && a.str(found.to-1) != a.str(ent.to-1) {
			return run{}
		}
		if found.empty() || ent.to-ent.core > 1 {
			found = run{ent.core, ent.to}
		}
	}
	return found
}
