package splitter

import "strings"

// byline reads "By Jane Doe", "Jane Doe, Staff Writer", "Reporting by …; editing by …" and "Jane Doe covers …".
func (l *pageLine) byline() run {
	k := l.b.from
	for k+1 < l.b.to && k < l.b.from+2 && (l.is(k, "additional") || l.is(k, "with") || l.is(k, "extra")) {
		k++
	}
	if (l.is(k, "reporting") || l.is(k, "editing") || l.is(k, "written") || l.is(k, "writing") || l.is(k, "edited") || l.is(k, "produced") ||
		l.is(k, "compiled") || l.is(k, "translated")) && k+2 < l.b.to && (l.is(k+1, "by") || l.is(k+2, "by") || k > l.b.from && l.is(k+1, "from")) && l.words <= 25 && !l.tells(k+2) {
		return run{l.b.from, k + 2}
	}
	if l.words > 16 {
		return run{}
	}
	k = l.b.from
	if l.is(k, "by") && k+1 < l.b.to && !closed(l.text[l.b.start:l.b.end]) && l.namesOnly(k+1) {
		return run{k, k + 1}
	}
	if l.stopped && !l.about() {
		return run{}
	}
	if show := l.madeBy(); !show.empty() {
		return show
	}
	return l.staff()
}

// tells reports a sentence that goes on from token k to say what came of it, and so is prose.
func (l *pageLine) tells(k int) bool {
	if !l.stopped {
		return false
	}
	for ; k < l.b.to; k++ {
		if l.mark(k, ';') || l.topic(k, topicMaker) && k+1 < l.b.to && l.is(k+1, "by") {
			return false
		}
		if l.toks[k].shape == shapeLower && l.has(k, setFinite|setPast) {
			return true
		}
	}
	return false
}

// madeBy reads "Story by Anna Berg" and "Sponsored by Norling".
func (l *pageLine) madeBy() run {
	for k := l.b.from + 1; k < min(l.b.from+4, l.b.to-1); k++ {
		if l.is(k, "by") || l.is(k, "from") && l.topic(k-1, topicMaker) && l.has(k-1, setPast) {
			if l.topic(k-1, topicMaker) && l.words <= 8 && l.namesOnly(k+1) {
				return run{l.b.from, k + 1}
			}
			return run{}
		}
	}
	return run{}
}

// namesOnly reports whether the line from token k on is names and what joins them.
func (l *pageLine) namesOnly(k int) bool {
	for ; k < l.b.to; k++ {
		if l.toks[k].kind == kindWord && !l.name(k) && !l.has(k, setRole|setTitle|setMedia) && !l.topic(k, topicJoint) {
			return false
		}
	}
	return true
}

// about reports a line that presents its writer: "Anna Berg is a reporter at …", "Anna Berg covers …".
func (l *pageLine) about() bool {
	e := l.entityAt(l.b.from)
	if e < 0 || l.ents[e].typ != EntityPerson || l.ents[e].to+2 >= l.b.to {
		return false
	}
	k := l.ents[e].to
	if l.is(k, "covers") {
		return true
	}
	if !l.is(k, "is") && !l.is(k, "writes") && !l.is(k, "reports") {
		return false
	}
	for end := min(k+10, l.b.to); k < end; k++ {
		if l.anyIs(k, l.b.to, "was") || l.anyIs(k, l.b.to, "had") || l.anyIs(k, l.b.to, "were") {
			return false
		}
		if (l.is(k, "reporter") || l.is(k, "correspondent") || l.is(k, "columnist") || l.is(k, "editor") || l.is(k, "journalist") || l.is(k, "writer")) &&
			k+1 < l.b.to && (l.is(k+1, "at") || l.is(k+1, "for") || l.is(k+1, "with") || l.is(k+1, "based") || l.is(k+1, "covering")) {
			return true
		}
	}
	return false
}

// staff reads "Anna Berg, Islands Correspondent" and lines that present a writer.
func (l *pageLine) staff() run {
	if l.about() {
		return run{l.b.from, min(l.b.from+6, l.b.to)}
	}
	if l.words <= 6 && l.jobsOnly() || l.words <= 4 && l.newsService() {
		return l.all()
	}
	e := l.entityAt(l.b.from)
	if e < 0 || l.ents[e].typ != EntityPerson || l.ents[e].from != l.b.from || l.words > 9 {
		return run{}
	}
	k := l.ents[e].to
	if k >= l.b.to || !l.mark(k, ',') && !l.mark(k, '|') && l.str(k) != "–" && l.str(k) != "-" {
		return run{}
	}
	job := run{}
	for k++; k < l.b.to; k++ {
		switch {
		case l.topic(k, topicStaff):
			job = run{l.b.from, k + 1}
		case l.name(k), l.toks[k].kind != kindWord, l.has(k, setPrep):
		default:
			return run{}
		}
	}
	return job
}

// newsService reads "Harbour News Service" and "NW Media".
func (l *pageLine) newsService() bool {
	if l.words < 2 || l.is(l.b.from, "the") {
		return false
	}
	for k := l.b.from; k < l.b.to; k++ {
		if !l.name(k) {
			return false
		}
	}
	k := l.b.to - 1
	switch {
	case l.is(k, "service") || l.is(k, "agency") || l.is(k, "network"):
		return l.is(k-1, "news")
	case l.is(k, "desk") || l.is(k, "bureau"):
		return true
	default:
		return l.is(k, "media") && l.toks[l.b.from].shape == shapeUpper
	}
}

// jobsOnly reads "Political correspondent" and "Health reporter, BBC News".
func (l *pageLine) jobsOnly() bool {
	job := false
	for k := l.b.from; k < l.b.to; k++ {
		if l.toks[k].kind == kindWord && !l.topic(k, topicStaff) && !(job && l.name(k) && l.has(k, setMedia)) {
			return false
		}
		job = job || l.is(k, "correspondent") || l.is(k, "reporter") || l.is(k, "writer") || l.is(k, "editor") || l.is(k, "columnist")
	}
	return job
}

// stamp reads "Published 12:41 GMT", "2 hours ago" and "3 min read". A day alone is none: it may be the
// article's own.
func (l *pageLine) stamp() run {
	if l.stopped || l.words > 14 {
		return run{}
	}
	made, figure := false, false
	for k := l.b.from; k < l.b.to; k++ {
		t := l.toks[k]
		switch {
		case t.kind == kindNumber || t.kind == kindWord && isDigit(l.text[t.start]):
			figure = true
			word := l.str(k)
			made = made || strings.ContainsRune(word, ':') || strings.HasSuffix(word, "am") || strings.HasSuffix(word, "pm") || strings.Contains(word, "-min")
		case t.kind != kindWord:
		case l.topic(k, topicStamp):
			made = made || l.topic(k, topicStampMark)
			figure = figure || l.is(k, "now") || l.is(k, "yesterday")
		case l.has(k, setMonth|setDay|setAbbrDate) || l.toks[k].shape == shapeUpper && l.has(k, setMedia) || l.has(k, setNumber):
		default:
			return run{}
		}
	}
	if !made || !figure {
		return run{}
	}
	return l.all()
}

// count reads "24 comments", "Join the conversation (112)" and "View comments".
func (l *pageLine) count() run {
	if l.stopped || l.words > 6 {
		return run{}
	}
	for k := l.b.from; k < l.b.to; k++ {
		if l.toks[k].kind != kindNumber {
			continue
		}
		if k+2 < l.b.to && k <= l.b.from+1 && l.is(k+1, "of") && l.toks[k+2].kind == kindNumber && k+3 == l.b.to {
			return run{k, k + 3} // "1 of 12"
		}
		if k+1 < l.b.to && l.topic(k+1, topicCounted) && l.words <= 3 {
			return run{k, k + 2}
		}
		if k > l.b.from+1 && l.mark(k-1, '(') && l.topic(k-2, topicCounted) && k+2 >= l.b.to {
			return run{k - 2, k}
		}
	}
	return run{}
}

// credit reads "Photo by X", "Image courtesy of X", "AP Photo/X" and "X / Agency".
func (l *pageLine) credit() run {
	if l.words > maxFurniture || l.stopped {
		return run{}
	}
	if l.agenciesOnly() {
		return l.all()
	}
	for k := l.b.from; k+1 < l.b.to; k++ {
		if l.topic(k, topicPicture) && (l.is(k+1, "by") || l.is(k+1, "credit") || l.is(k+1, "courtesy") || l.mark(k+1, '/')) && k < l.b.from+3 {
			return run{k, k + 2}
		}
		if l.mark(k, '/') && k > l.b.from && (l.has(k-1, setMedia) || l.has(k+1, setMedia) || l.is(k+1, "Getty")) && l.toks[k-1].shape == shapeUpper {
			return run{k - 1, k + 2}
		}
		if l.mark(k, '/') && k > l.b.from && l.words <= 6 && l.namesOnly(l.b.from) && l.name(k+1) && l.name(k-1) {
			return l.all()
		}
	}
	return run{}
}

// agenciesOnly reads "AFP via Getty Images" and "BBC News, Oslo".
func (l *pageLine) agenciesOnly() bool {
	if l.words > 6 || !l.has(l.b.from, setMedia) || l.toks[l.b.from].shape != shapeUpper && !l.is(l.b.from, "Getty") && !l.is(l.b.from, "Reuters") {
		return false
	}
	for k := l.b.from + 1; k < l.b.to; k++ {
		if l.toks[k].kind == kindWord && !l.is(k, "via") && !l.is(k, "and") && !(l.name(k) && l.has(k, setMedia|setPlace|setHe|setShe|setDirection)) && !l.is(k, "images") {
			return false
		}
	}
	return true
}
