package splitter

import (
	"slices"
	"strings"

	"factdesk/internal/splitter/opinion"
)

// moreReasons is room for those of a claim: how it was cut out, and what was filled in or is unclear.
const moreReasons = 3

// reasons say what gave the signals of list and with which words, such as "figure: 4.3 percent".
func (f *features) reasons(list []signal) []string {
	var b strings.Builder
	ends := make([]int, 0, maxReasons)
	b.Grow(40 * len(list))
	for _, s := range list {
		b.WriteString(signals[s].name)
		b.WriteString(": ")
		if s == sigSaid {
			f.writeSaid(&b)
		} else {
			f.writeSeen(&b, s)
		}
		ends = append(ends, b.Len())
	}
	out, from, all := make([]string, len(list), len(list)+moreReasons), 0, b.String()
	for i, end := range ends {
		out[i], from = all[from:end], end
	}
	return out
}

// writeSeen writes the words that gave signal s.
func (f *features) writeSeen(b *strings.Builder, s signal) {
	for i := range min(f.count[s], maxSeen) {
		if f.named(s, i) {
			continue
		}
		if i > 0 {
			b.WriteString(", ")
		}
		r := f.seen[s][i]
		f.a.writePlain(b, f.a.tokensOf(r.from, r.to))
	}
}

// named reports whether the words seen for signal s at i are those seen before.
func (f *features) named(s signal, i int) bool {
	words := func(r run) string { b := f.a.tokensOf(r.from, r.to); return f.a.text[b.start:b.end] }
	return slices.ContainsFunc(f.seen[s][:i], func(r run) bool { return words(r) == words(f.seen[s][i]) })
}

// writeSaid writes who said it and the words that say so, in the order of the text.
func (f *features) writeSaid(b *strings.Builder) {
	first, second := f.said[0], f.said[1]
	if first.end-first.start+second.end-second.start > maxFrame {
		first = f.a.headName(f.a.tokensIn(first))
	}
	if second.start < first.start {
		first, second = second, first
	}
	f.a.writePlain(b, first)
	if !first.empty() && !second.empty() {
		b.WriteByte(' ')
	}
	f.a.writePlain(b, second)
}

// maxFrame is how many bytes the words that say who said it may have in a reason; of more only the name is shown.
const maxFrame = 60

// headName is the first person named in r, a body where nobody is, or the noun phrase it begins with.
func (a *analysis) headName(r run) bytesOf {
	for _, typ := range [...]EntityType{EntityPerson, EntityOrganization} {
		for e := a.entityFrom(r.from); e < len(a.ents) && a.ents[e].from < r.to; e++ {
			if ent := a.ents[e]; ent.typ == typ && ent.from >= r.from && ent.to <= r.to {
				return a.tokensOf(ent.from, ent.to)
			}
		}
	}
	if r.empty() {
		return bytesOf{}
	}
	head := a.headOf(r)
	return a.tokensOf(head.from, head.to)
}

// writePlain writes the words of p on one line.
func (a *analysis) writePlain(b *strings.Builder, p bytesOf) {
	first := true
	for word := range strings.FieldsSeq(a.text[p.start:p.end]) {
		if !first {
			b.WriteByte(' ')
		}
		b.WriteString(word)
		first = false
	}
}

// withView is reasons with that for taking f for a view before them.
func (f *features) withView(reasons []string) []string {
	b, view, others := f.a.tokensOf(f.of.from, f.of.to), "a view", f.others()
	if signs := opinion.Signs(f.a.text[b.start:b.end], others.at); len(signs) > 0 {
		view = "view: " + strings.Join(signs, ", ")
	}
	return append([]string{view}, reasons[:min(len(reasons), maxReasons-1)]...)
}
