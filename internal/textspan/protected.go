package textspan

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// protectedWords change what a sentence claims when they come, go or change: negations, quantities in words,
// hedges. English first, then the other languages articles come in.
var protectedWords = wordsOf(`
	not no never none nobody nothing nowhere neither nor without cannot can't won't n't don't doesn't didn't isn't aren't wasn't
	weren't hasn't haven't hadn't wouldn't couldn't shouldn't mustn't
	all every each any some most many few several half both only almost nearly about around roughly approximately over under more less
	fewer least most up exactly
	one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty seventy eighty ninety
	hundred thousand million billion trillion dozen first second third double triple twice once
	may might could would should must will allegedly reportedly apparently possibly probably perhaps likely unlikely
	percent per cent points km kilometre kilometres kilometer kilometers mile miles metre metres meter meters feet
	kg kilogram kilograms gram grams ton tons tonne tonnes pound pounds litre litres liter liters gallon gallons barrel barrels
	acre acres hectare hectares degree degrees watt watts megawatt megawatts gigawatt gigawatts
	dollar dollars euro euros yen yuan ruble rubles rouble roubles franc francs rupee rupees
	second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries
	today yesterday tomorrow
	january february march april june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday
	nicht kein keine keinen keiner nie niemals ohne alle einige viele wenige etwa rund fast nur angeblich möglicherweise
	ne pas jamais aucun aucune sans tous toutes quelques plusieurs environ presque seulement prétendument
	nunca jamás ningún ninguna sin todos todas algunos muchos pocos casi sólo solo supuestamente
	nie nigdy żaden żadna bez wszyscy wszystkie niektóre wiele około prawie tylko rzekomo podobno
	не нет никогда без все некоторые многие около почти только якобы`)

func wordsOf(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// differ is what bears on a claim and stands in the old words or in the new ones alone, old ones first, each as
// often as it is missing.
func (c *Carry) differ(old, now string) []string {
	gone, come := c.protected(old), c.protected(now)
	var out []string
	for _, token := range gone {
		if i := slices.Index(come, token); i >= 0 {
			come = slices.Delete(come, i, i+1)
		} else {
			out = append(out, token)
		}
	}
	return append(out, come...)
}

// protected are the figures, signs of units, negations, quantities, hedges, names and quotation marks of words.
func (c *Carry) protected(words string) []string {
	var out []string
	initial := true
	for _, w := range cutWords(words) {
		r := firstRune(w)
		w = norm.NFC.String(strings.ReplaceAll(w, "’", "'"))
		lower := strings.ToLower(w)
		switch {
		case strings.ContainsFunc(w, unicode.IsNumber), unicode.Is(unicode.Sc, r), r == '%', r == '‰', r == '°':
			out = append(out, w)
		case foldQuote(r) == '"':
			out = append(out, `"`)
		case protectedWords[lower], strings.HasSuffix(lower, "n't"):
			out = append(out, lower)
		case unicode.IsUpper(r) && (!initial || c.names[w]):
			out = append(out, w)
		}
		if isWord(r) {
			initial = false
		} else if !unicode.IsSpace(r) {
			initial = strings.ContainsRune(".!?…:“”„«»\"", r)
		}
	}
	return out
}

// addNames notes the words of text that have a capital where no sentence begins.
func addNames(names map[string]bool, text string) {
	initial := true
	for _, w := range cutWords(text) {
		r := firstRune(w)
		switch {
		case isWord(r):
			if unicode.IsUpper(r) && !initial {
				names[norm.NFC.String(strings.ReplaceAll(w, "’", "'"))] = true
			}
			initial = false
		case strings.ContainsRune(w, '\n'):
			initial = true
		case !unicode.IsSpace(r):
			initial = strings.ContainsRune(".!?…:“”„«»\"", r)
		}
	}
}
