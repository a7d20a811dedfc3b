package splitter

// readCharge reads who answers to what the sentence says so far: "…, a charge Oslo has denied", "…, a claim that the
// board rejected". What somebody says before it ends there. first is the first attribution of the sentence.
func (a *analysis) readCharge(f frame, first int) bool {
	comma := f.group.from - 1
	for comma > f.s.from && f.group.from-comma < maxApposition && !a.mark(comma, ',') {
		comma--
	}
	from := comma + 3
	if comma <= f.s.from || from >= f.group.from || !a.oneOf(comma+1, oneMore) || !a.has(comma+2, setSaying) || a.toks[comma].quoted {
		return false
	}
	if a.is(from, "that") || a.is(from, "which") {
		from++
	}
	source := run{from, f.group.from}
	if source.empty() || a.anyVerb(from, source.to) || !a.headlike(from, source.to) || a.passive(f) {
		return false
	}
	at := attribution{src: source, cue: a.tokensOf(f.group.from, f.group.to), says: true, rule: ruleAnswered}
	stop := int(a.toks[comma].start)
	if last := len(a.attrs) - 1; last >= first && len(a.attrs) > first && a.attrs[last].cue.end < stop {
		for i, c := range a.attrs[last].content {
			if c.start < stop {
				a.attrs[last].content[i] = a.bare(bytesOf{c.start, min(c.end, stop)})
				at.content = append(at.content, a.attrs[last].content[i])
			}
		}
	}
	if len(at.content) == 0 {
		at.content = []bytesOf{a.tokensOf(a.quoteStart(f.s, comma), comma)}
	}
	at.polarity = a.polarityOf(f, source, at.content[0])
	a.add(f.n, at)
	return true
}

// readAsked reads what source was asked and answered in a word: "Asked whether he had paid, Lee said no." The frame of the
// answer begins at token end.
func (a *analysis) readAsked(f frame, end int, source run) bool {
	from := f.s.from + 1
	if !a.is(f.s.from, "asked") || !a.oneOf(from, askWords) || end-from < 3 || !a.mark(end-1, ',') || a.toks[end-2].quoted {
		return false
	}
	a.add(f.n, attribution{content: []bytesOf{a.tokensOf(from, end-1)}, src: source, cue: a.tokensOf(f.group.from, f.group.to),
		says: true, polarity: Questioned, rule: ruleAsked})
	return true
}
