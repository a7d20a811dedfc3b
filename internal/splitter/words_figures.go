package splitter

import "strings"

// figureWord is what a word can be in a figure or a date; the zero value is a word that is no part of either. A
// word may be several: "second" is an ordinal and a unit, "March" a month, and lower-case "march" nothing.
type figureWord struct {
	// number is what the word counts (twelve; counted tells that from no number), scale what it multiplies by
	// (million), parts how many of it make a whole (third).
	number, scale, parts float64
	counted              bool
	ordinal              int
	// month is 1 to 12, weekday 1 (Monday) to 7; short is set on their abbreviations.
	month, weekday int
	short          bool
	unit           timeUnit
	season         int
	// relative is how far from today a day, or with a unit after it a stretch of time, lies.
	relative relation
	// stage is a word for a part of a stretch of time ("early"), partOfDay one for a part of a day ("morning").
	stage, partOfDay bool
	// currency is an ISO 4217 code, and coins how many of the word make one unit of it: 100 cents.
	currency string
	coins    float64
}

// timeUnit is a stretch of time that dates are counted in.
type timeUnit uint8

const (
	unitNone timeUnit = iota
	unitMoment
	unitDay
	unitWeekend
	unitWeek
	unitMonth
	unitQuarter
	unitYear
	unitDecade
	unitCentury
)

// relation is how a word places a stretch of time.
type relation uint8

const (
	relationNone relation = iota
	relationYesterday
	relationToday
	relationTomorrow
	relationLast // "last week", "previous"
	relationThis // "this week"
	relationNext // "next week", "coming"
	relationPast // "the past week", up to today
	relationSame // "the same week", one told of before
	relationAgo  // after a count: "three weeks ago"
)

// Number words in the order of what they count.
const (
	onesWords = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen`
	tensWords     = `zero ten twenty thirty forty fifty sixty seventy eighty ninety`
	ordinalWords  = `zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth`
	tenthWords    = `zeroth tenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth`
	monthWords    = `- january february march april may june july august september october november december`
	monthShorts   = `- jan feb mar apr - jun jul aug sep oct nov dec`
	weekdayWords  = `- monday tuesday wednesday thursday friday saturday sunday`
	weekdayShorts = `- mon tue wed thu fri sat sun`
	seasonWords   = `spring summer autumn winter`
)

// scaleWords are the words and signs that multiply the number before them.
var scaleWords = [...]struct {
	value float64
	words string
}{
	{12, `dozen dozens`},
	{1e2, `hundred hundreds`},
	{1e3, `thousand thousands k`},
	{1e5, `lakh lakhs`},
	{1e6, `million millions m mn mln mil mm`},
	{1e7, `crore crores`},
	{1e9, `billion billions b bn bln`},
	{1e12, `trillion trillions tn trn tln`},
}

// partWords are the fractions that are not ordinals.
var partWords = [...]struct {
	parts float64
	words string
}{
	{2, `half halves`}, {4, `quarter quarters`}, {3, `thirds`}, {4, `fourths`}, {5, `fifths`}, {6, `sixths`},
	{7, `sevenths`}, {8, `eighths`}, {9, `ninths`}, {10, `tenths`}, {20, `twentieths`}, {100, `hundredth hundredths`},
	{1000, `thousandth thousandths`},
}

// unitWords are the stretches of time.
var unitWords = [...]struct {
	unit  timeUnit
	words string
}{
	{unitMoment, `hour hours minute minutes hr hrs min mins moment moments`},
	{unitDay, `day days`},
	{unitWeekend, `weekend weekends`},
	{unitWeek, `week weeks fortnight`},
	{unitMonth, `month months`},
	{unitQuarter, `quarter quarters`},
	{unitYear, `year years`},
	{unitDecade, `decade decades`},
	{unitCentury, `century centuries`},
}

// relationWords place a day or a stretch of time.
var relationWords = [...]struct {
	relation relation
	words    string
}{
	{relationYesterday, `yesterday`},
	{relationToday, `today tonight`},
	{relationTomorrow, `tomorrow`},
	{relationLast, `last previous`},
	{relationThis, `this current`},
	{relationNext, `next coming following upcoming`},
	{relationPast, `past preceding`},
	{relationSame, `same`},
	{relationAgo, `ago`},
}

// beginnings are words that figures and dates begin with and that mean nothing in them by themselves.
const beginnings = `christmas new boxing valentine's valentine halloween independence veterans bastille fall several minus
	negative few couple q1 q2 q3 q4`

const (
	stageWords   = `early earlier mid middle late later`
	dayPartWords = `morning afternoon evening night`
)

// The lists that rules for figures and dates ask for.
var (
	// countedWords come after a number that looks like a year, and show that it is none: "1800 people".
	countedWords = newWordList(`people men women children troops soldiers workers jobs votes seats miles kilometers kilometres meters metres feet tons tonnes homes houses families students cases deaths hours minutes calories words square employees residents passengers members refugees migrants police officers beds megawatts acres hectares kilograms grams barrels times points volunteers participants inmates prisoners guests birds animals km kg mw`)
	// hourWords make the figures before them a time of day.
	hourWords = newWordList(`am pm a.m. p.m. a.m p.m o'clock o’clock gmt utc bst est edt cet noon midnight hours'`)
	// measures are what is counted in one word with its number: "five-member".
	measures = newWordList(`mile miles kilometer kilometre meter metre foot inch point page member person man game seat vote storey story part hour minute second acre ton tonne room bedroom degree star percent strong time term nation country`)
	// oneWords after "one" are no things that it counts.
	oneWords = newWordList(`another day thing way more such time that else reason`)
	// notMonths are months that are other words as well.
	notMonths = newWordList(`may march mar sun sat dec sep jan jun`)
	// monthLeads are the words that make such a word a month: "in May".
	monthLeads = newWordList(`in since by until till of from to during for and between through before after this late early mid`)
	// yearLeads make four figures a year, whatever follows.
	yearLeads = newWordList(`in since by until till before after from during year circa between the for of around`)
	// weighWords come before a weight.
	weighWords = newWordList(`weigh weighs weighed weighing lost lose gained gain lifted carrying dropped drop`)
	// shortMoney are abbreviations of money that are written small.
	shortMoney = newWordList(`yen won rmb zł cent euro usd eur gbp`)
	// spanLeads make "the last week" the days up to today, not the end of something.
	spanLeads = newWordList(`in over during for within`)
	// comingWords tell of what is to come.
	comingWords = newWordList(`will shall would due scheduled expected plans planned plan set going upcoming deadline ahead expires starting`)
	// holidayStarts begin the names of holidays.
	holidayStarts = newWordList(`christmas new boxing valentine's valentine halloween independence veterans bastille may`)
)

// currencyWords are the names, abbreviations and signs of money. Where one name is money of several countries it
// stands for that which news means by it when it says no more; "XXX" is the code of ISO 4217 for none known.
var currencyWords = [...]struct {
	code  string
	coins float64
	words string
}{
	{"USD", 1, `dollar dollars buck bucks usd usd$ us$ $ musd`},
	{"USD", 100, `cent cents ¢`},
	{"EUR", 1, `euro euros eur € meur`},
	{"GBP", 1, `pound pounds gbp £ quid sterling mgbp`},
	{"GBP", 100, `penny pence`},
	{"JPY", 1, `yen jpy ¥ jp¥`},
	{"CNY", 1, `yuan renminbi rmb cny cn¥ 元`},
	{"INR", 1, `rupee rupees inr ₹ rs`},
	{"RUB", 1, `ruble rubles rouble roubles rub ₽`},
	{"RUB", 100, `kopeck kopecks`},
	{"CHF", 1, `chf`},
	{"XXX", 1, `franc francs peso pesos dinar dinars krone kroner mark marks pesetas lire guilders drachmas markka`},
	{"SEK", 1, `krona kronor sek`},
	{"NOK", 1, `nok`},
	{"DKK", 1, `dkk`},
	{"AUD", 1, `aud a$ au$ aud$ maud`},
	{"CAD", 1, `cad c$ ca$ cad$`},
	{"NZD", 1, `nzd nz$ nzd$`},
	{"HKD", 1, `hkd hk$`},
	{"SGD", 1, `sgd s$`},
	{"TWD", 1, `twd nt$`},
	{"BRL", 1, `real reais brl r$`},
	{"MXN", 1, `mxn mx$ mex$ mxn$`},
	{"KRW", 1, `won krw ₩`},
	{"TRY", 1, `lira liras try ₺`},
	{"ILS", 1, `shekel shekels ils nis ₪`},
	{"UAH", 1, `hryvnia hryvnias uah ₴`},
	{"PLN", 1, `zloty zlotys pln zł`},
	{"CZK", 1, `koruna korunas czk`},
	{"HUF", 1, `forint forints huf`},
	{"ZAR", 1, `rand zar`},
	{"NGN", 1, `naira ngn ₦`},
	{"IRR", 1, `rial rials irr`},
	{"SAR", 1, `riyal riyals sar`},
	{"AED", 1, `dirham dirhams aed`},
	{"THB", 1, `baht thb ฿`},
	{"IDR", 1, `rupiah idr`},
	{"MYR", 1, `ringgit myr`},
	{"VND", 1, `dong vnd ₫`},
	{"BDT", 1, `taka bdt ৳`},
	{"KES", 1, `kes`},
	{"PHP", 1, `php ₱`},
	{"EGP", 1, `egp`},
	{"PKR", 1, `pkr`},
	{"KZT", 1, `tenge kzt ₸`},
	{"GEL", 1, `lari gel ₾`},
	{"BTC", 1, `bitcoin bitcoins btc ₿`},
}

// nationalMoney is the money of a country whose people's name stands before a name that several share:
// "Australian dollars".
var nationalMoney = map[string]string{
	"us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD", "australian dollar": "AUD", "canadian dollar": "CAD",
	"zealand dollar": "NZD", "kong dollar": "HKD", "singapore dollar": "SGD", "taiwan dollar": "TWD", "jamaican dollar": "JMD",
	"zimbabwean dollar": "ZWL", "british pound": "GBP", "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP",
	"sudanese pound": "SDG", "swiss franc": "CHF", "french franc": "FRF", "belgian franc": "BEF", "cfa franc": "XOF",
	"mexican peso": "MXN", "argentine peso": "ARS", "chilean peso": "CLP", "colombian peso": "COP", "cuban peso": "CUP",
	"philippine peso": "PHP", "indian rupee": "INR", "pakistani rupee": "PKR", "lankan rupee": "LKR", "nepalese rupee": "NPR",
	"swedish krona": "SEK", "icelandic krona": "ISK", "norwegian krone": "NOK", "norwegian kroner": "NOK", "danish krone": "DKK",
	"danish kroner": "DKK", "japanese yen": "JPY", "chinese yuan": "CNY", "russian ruble": "RUB", "russian rouble": "RUB",
	"belarusian ruble": "BYN", "turkish lira": "TRY", "italian lire": "ITL", "korean won": "KRW", "iraqi dinar": "IQD",
	"kuwaiti dinar": "KWD", "serbian dinar": "RSD", "tunisian dinar": "TND", "algerian dinar": "DZD", "libyan dinar": "LYD",
	"jordanian dinar": "JOD", "israeli shekel": "ILS", "african rand": "ZAR", "brazilian real": "BRL", "german mark": "DEM",
	"dutch guilder": "NLG", "finnish mark": "FIM", "finnish markka": "FIM", "iranian rial": "IRR", "saudi riyal": "SAR",
	"kenyan shilling": "KES", "ugandan shilling": "UGX", "spanish peseta": "ESP", "polish zloty": "PLN",
}

// holidays are the days with a name of their own and a fixed date, by the words of the name.
var holidays = map[string][2]int{
	"christmas": {12, 25}, "christmas day": {12, 25}, "christmas eve": {12, 24}, "boxing day": {12, 26}, "new year's eve": {12, 31},
	"new year's day": {1, 1}, "new year's": {1, 1}, "valentine's day": {2, 14}, "halloween": {10, 31}, "independence day": {7, 4},
	"veterans day": {11, 11}, "bastille day": {7, 14}, "may day": {5, 1},
}

// figureWords are all words that stand in figures and dates, in lower case. It is only ever read.
var figureWords = newFigureWords()

func newFigureWords() map[string]figureWord {
	all := make(map[string]figureWord, 512)
	each := func(words string, set func(w *figureWord, i int)) {
		for i, word := range strings.Fields(words) {
			w := all[word]
			set(&w, i)
			all[word] = w
		}
	}
	each(onesWords, func(w *figureWord, i int) { w.number, w.counted = float64(i), true })
	each(tensWords, func(w *figureWord, i int) { w.number, w.counted = float64(10*i), true })
	each(ordinalWords, func(w *figureWord, i int) { w.ordinal, w.parts = i, float64(i) })
	each(tenthWords, func(w *figureWord, i int) { w.ordinal, w.parts = 10*i, float64(10*i) })
	each(monthWords, func(w *figureWord, i int) { w.month = i })
	each(monthShorts, func(w *figureWord, i int) { w.month, w.short = i, true })
	each("sept", func(w *figureWord, _ int) { w.month, w.short = 9, true })
	each(beginnings, func(*figureWord, int) {})
	each(weekdayWords, func(w *figureWord, i int) { w.weekday = i })
	each(weekdayShorts, func(w *figureWord, i int) { w.weekday, w.short = i, true })
	each(seasonWords, func(w *figureWord, i int) { w.season = 21 + i })
	each(stageWords, func(w *figureWord, _ int) { w.stage = true })
	each(dayPartWords, func(w *figureWord, _ int) { w.partOfDay = true })
	for _, t := range scaleWords {
		each(t.words, func(w *figureWord, _ int) { w.scale = t.value })
	}
	for _, t := range partWords {
		each(t.words, func(w *figureWord, _ int) { w.parts = t.parts })
	}
	for _, t := range unitWords {
		each(t.words, func(w *figureWord, _ int) { w.unit = t.unit })
	}
	for _, t := range relationWords {
		each(t.words, func(w *figureWord, _ int) { w.relative = t.relation })
	}
	for _, t := range currencyWords {
		each(t.words, func(w *figureWord, _ int) { w.currency, w.coins = t.code, t.coins })
	}
	delete(all, "-")
	delete(all, "zeroth")
	return all
}
