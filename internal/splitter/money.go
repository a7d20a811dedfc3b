package splitter

import "strings"

// currencyBefore is the code of the money whose sign or code stands at token k, before a number, and where the
// number begins: "$", "US$", "A$", "EUR", "Rs.". The code is "" when there is none.
func (a *analysis) currencyBefore(k, to int) (code string, coins float64, at int) {
	t := a.toks[k]
	at = k + 1
	switch {
	case t.kind == kindPunct:
		w := findFigureWord(a.str(k))
		code, coins = w.currency, w.coins
	case t.kind == kindWord && at < to && a.mark(at, '$') && len(a.str(k)) <= 4:
		var buf [8]byte
		w := findFigureWord(string(append(append(buf[:0], a.str(k)...), '$')))
		code, coins, at = w.currency, w.coins, at+1
	case t.kind == kindWord && (t.shape == shapeUpper && len(a.str(k)) == 3 || a.is(k, "Rs") || a.is(k, "Rs.")):
		w := a.lookFigure(k)
		code, coins = w.currency, w.coins
		if at+1 < to && a.is(k, "Rs") && a.mark(at, '.') {
			at++
		}
	}
	if code == "" || at >= to || a.toks[at].kind != kindNumber {
		return "", 0, k
	}
	return code, coins, at
}

// currencyAfter is the code of the money named at token k, after a number, and the token after it: "dollars",
// "US dollars", "Hong Kong dollars", "€", "EUR".
func (a *analysis) currencyAfter(k, to int) (code string, coins float64, end int) {
	if k < to && a.mark(k, '-') && !a.toks[k].spaced {
		k++
	}
	for at := k; at < min(to, k+3); at++ {
		w := a.lookFigure(at)
		if a.toks[at].kind == kindPunct {
			w = findFigureWord(a.str(at))
		}
		switch {
		case w.currency == "":
		case at == k:
			if len(a.str(k)) <= 3 && a.toks[k].kind == kindWord && a.toks[k].shape == shapeLower && !a.oneOf(k, shortMoney) {
				return "", 0, k
			}
			return w.currency, w.coins, at + 1
		default:
			if national := nationalMoney[nationKey(a.str(at-1), a.str(at))]; national != "" {
				return national, w.coins, at + 1
			}
			return "", 0, k
		}
		if a.toks[at].kind != kindWord || at > k && !a.name(at) {
			return "", 0, k
		}
	}
	return "", 0, k
}

// nationKey is the words of a national money as nationalMoney has them.
func nationKey(nation, money string) string {
	return strings.ToLower(nation) + " " + strings.TrimSuffix(strings.ToLower(money), "s")
}

// moneyValue is n of the money with code, as Entity.Value has it.
func moneyValue(n amount, code string, coins float64) string {
	if n.vague || code == "" {
		return ""
	}
	if coins > 1 && n.upper == 0 {
		return decimal(n.value/coins) + " " + code
	}
	return n.decimal() + " " + code
}
