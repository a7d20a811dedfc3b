package splitter

import "strings"

// wordList is a handful of lower-case words that a rule or two ask for. It is only ever read.
type wordList struct {
	// keys are the keys of the words, as a set: most words that are asked for are in no list, and have another key.
	keys  [4]uint64
	words map[string]bool
}

// newWordList reads words with blanks between them.
func newWordList(words string) *wordList {
	list := &wordList{words: make(map[string]bool)}
	for word := range strings.FieldsSeq(words) {
		key := wordKey(word)
		list.keys[key>>6] |= 1 << (key & 63)
		list.words[word] = true
	}
	return list
}

// wordKey is a number made of the letters of word, whatever their case.
func wordKey(word string) uint8 {
	key := uint32(len(word))
	for i := range len(word) {
		key = (key ^ uint32(word[i]|0x20)) * 0x01000193 // FNV-1
	}
	return uint8(key >> 24)
}

// oneOf reports whether token k is in list, whatever its case.
func (a *analysis) oneOf(k int, list *wordList) bool {
	if uint(k) >= uint(len(a.toks)) {
		return false
	}
	key := a.toks[k].key
	return list.keys[key>>6]&(1<<(key&63)) != 0 && list.holds(a.str(k))
}

// holds reports whether word is in list, whatever its case.
func (list *wordList) holds(word string) bool {
	var buf [longestWord]byte
	return list.words[string(lowerCase(buf[:0], word))]
}

// lowerCase appends word in lower case to buf, or nothing when there is no room, as no word listed is so long.
func lowerCase(buf []byte, word string) []byte {
	if len(word) > cap(buf) {
		return buf[:0]
	}
	for i := range len(word) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		buf = append(buf, c)
	}
	return buf
}
