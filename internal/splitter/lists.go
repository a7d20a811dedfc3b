package splitter

// list is a run of list marks found inside one line: “1. … 2. …”, “a) … b) …”, or a bullet again and again.
type list struct {
	style string
	value int
	// count is how many marks it has, mark how many items there were before it.
	count, mark int
	// atStart is set when the line itself begins with the first mark.
	atStart bool
}

// listItems are the tokens from from on where the items of lists inside one line begin, in order. Two items make
// a list when the line begins with the first; in the middle of a line it takes three.
func (a *analysis) listItems(from int) []int {
	items := a.items[:0]
	var l list
	for k := from; k < len(a.toks); k++ {
		if !a.toks[k].spaced || !a.mayEnumerate(k) {
			continue
		}
		style, value := a.enumerator(k)
		switch {
		case style == "":
			continue
		case style == l.style && (value == l.value+1 || style == "bullet" && value == l.value):
			l.value = value
			l.count++
		case k == from || a.toks[k-1].kind == kindStop || a.toks[k-1].kind == kindClose || style == "bullet":
			items = l.keep(items)
			l = list{style: style, value: value, count: 1, mark: len(items), atStart: k == from}
		default:
			continue
		}
		items = append(items, k)
	}
	a.items = l.keep(items)
	return a.items
}

// keep is items, without those of l when they are too few for a list.
func (l *list) keep(items []int) []int {
	if l.count < 2 || l.count < 3 && !l.atStart && l.style != "bullet" {
		return items[:l.mark]
	}
	return items
}

// mayEnumerate is a quick look whether token k can begin a list mark.
func (a *analysis) mayEnumerate(k int) bool {
	t := &a.toks[k]
	switch t.kind {
	case kindNumber:
		return t.end-t.start <= 2
	case kindWord:
		return t.end-t.start == 1
	default:
		return t.kind == kindPunct
	}
}

// enumerator is the style and the value of the list mark that begins at token k, or "" and 0. The value of a
// bullet is its code point.
func (a *analysis) enumerator(k int) (style string, value int) {
	if k+1 >= len(a.toks) {
		return "", 0
	}
	t := a.toks[k]
	if t.kind == kindPunct && a.oneMark(k, "•⁃●▪◦‣") {
		return "bullet", int(a.firstRune(k))
	}
	open := a.mark(k, '(')
	if open {
		if k++; k+1 >= len(a.toks) {
			return "", 0
		}
		t = a.toks[k]
	}
	word := a.str(k)
	kinds := [...]string{"1.", "1)", "(1)"}
	switch {
	case t.kind == kindNumber && a.noteNumber(k) && len(word) <= 2:
		for _, c := range word {
			value = value*10 + int(c-'0')
		}
	case t.kind == kindWord && len(word) == 1 && t.shape == shapeLower:
		kinds, value = [...]string{"a.", "a)", "(a)"}, int(word[0])
	case t.kind == kindWord && len(word) == 1:
		kinds, value = [...]string{"", "A)", "(A)"}, int(word[0])
	default:
		return "", 0
	}
	switch {
	case a.mark(k+1, ')') && open:
		return kinds[2], value
	case a.mark(k+1, ')'):
		return kinds[1], value
	case !open && a.mark(k+1, '.') && !a.toks[k+1].spaced:
		return kinds[0], value
	default:
		return "", 0
	}
}
