package splitter

import "strings"

// pair is words that mean something together: one of first and then one of next.
type pair struct{ first, next *wordList }

// What words beside each other say; courtesies with no next are some by themselves.
var (
	courtesies = [...]pair{
		{first: newWordList("hello congratulations thankyou")},
		{newWordList("thank"), newWordList("you god")},
		{newWordList("thanks"), newWordList("for everyone all very so")},
		{newWordList("ladies"), newWordList("and")},
		{newWordList("good"), newWordList("evening morning afternoon")},
		{newWordList("god"), newWordList("bless")},
		{newWordList("excuse"), newWordList("me us")},
		{newWordList("welcome"), newWordList("back everyone ladies")},
	}
	idioms = [...]pair{
		{newWordList("grew grow grown growing"), newWordList("up")},
		{newWordList("declined declining"), newWordList("to")},
		{newWordList("raised raise raising"), newWordList("by in concerns questions doubts hopes eyebrows alarm awareness objections")},
		{newWordList("fell fall falls fallen"), newWordList("in ill asleep silent apart")},
		{newWordList("lost lose losing"), newWordList("sight touch interest track")},
		{newWordList("took"), newWordList("place part")},
		{newWordList("left"), newWordList("wing hand")},
		{newWordList("cut cuts"), newWordList("off short")},
		{newWordList("jumped climbed"), newWordList("into onto out off over aboard")},
		{newWordList("rose"), newWordList("garden petals")},
	}
	// pastForms are the pasts of "be" and "have"; nounsInEd end as pasts do.
	pastForms = newWordList("was were had")
	nounsInEd = newWordList(`need seed speed feed breed weed greed deed creed steed bleed shed sled bred fled exceed proceed succeed indeed hundred embed
		sacred naked wicked rugged jagged crooked beloved biped moped infrared kindred hatred hundred-and-one unprecedented so-called`)
	// unpast come before a participle that tells no past.
	unpast = newWordList("be being to get getting is are am a an the if as when once")
	// verbsOrNouns are the deeds and changes that are nouns as often.
	verbsOrNouns = newWordList("vote votes sign support supports spend run ran cast beat cut cuts rise rises fall falls increase increases decrease decreases growth raise gain lead")
	// sensing are the verbs that "could" goes with where it tells what somebody was able to do.
	sensing = newWordList("see hear feel smell remember afford find tell say read")
)

// signalTables are the words that say how much there is to check in a sentence.
var signalTables = [...]struct {
	signal signal
	words  string
}{
	{sigStance, `outrageous ridiculous absurd terrible horrible awful disgraceful shameful wonderful amazing beautiful
		great fantastic brilliant stupid foolish dangerous reckless irresponsible unacceptable disgusting
		pathetic hypocritical hypocrisy cynical evil cruel brutal brave heroic tragic sad sadly unfortunately
		fortunately obviously clearly surely certainly naturally frankly honestly hopefully arguably perhaps
		undoubtedly inevitably ironically suicidal insane crazy mad nonsense liar disaster important
		disastrous catastrophe catastrophic scandal scandalous shame shocking shockingly astonishing
		remarkable remarkably incredible incredibly extraordinary terrifying appalling grotesque mere merely
		hardly truly deeply utterly totally completely simply deserve deserves deserved best better
		worse wrong right good bad ugly rotten corrupt incompetent
		betray betrayal betrayed moral immoral unfair unjust fair noble love beloved
		magnificent splendid bizarre laughable ludicrous farce farcical mess miserable dire grim bleak
		breathtaking inspiring seems seem really so-called supposed dubious greatest proud strong
		senseless pointless hysterical hysteria propaganda arrogant arrogance greedy greed cowardly`},
	{sigCompare, `more less fewer than most least highest lowest largest smallest biggest longest oldest newest richest
		poorest worst greatest first last only record average total majority minority
		twice triple double higher lower larger smaller bigger longer times`},
	{sigBlanket, `never ever every all none nobody everybody everyone always anyone nothing entire whole`},
	{sigChange, `increase increased increases increasing decrease decreased decreases decreasing rise rises rose risen rising
		fall falls fell fallen falling grew grow grown growing growth doubled tripled quadrupled halved lost lose losing gained
		gain cut cuts cutting raised raise raising lowered reduced reduce reducing reduction declined declining dropped soared plunged
		surged shrank shrunk expanded slashed climbed jumped`},
	{sigMatter, `deficit deficits debt unemployment employment jobs job taxes tax taxed taxpayers spending budget budgets cost costs crime crimes
		poverty income incomes wages wage salary economy trade exports imports gdp inflation population rate rates percentage
		million millions billion billions trillion percent dollars people families children students workers troops soldiers
		weapons missiles nuclear bombs oil gas energy coal health insurance medicare medicaid welfare pension pensions social-security
		hospitals schools school teachers prison prisons drug drugs immigrants immigration refugees border police murder murders
		guns gun abortion vote votes bill law laws legislation amendment treaty sanctions program programs interest
		mortgage homes housing businesses companies manufacturing factories farmers veterans deaths cases vaccine vaccines emissions
		climate carbon terrorists terrorism attacks war wars aid loans profits revenue revenues surplus`},
	{sigDeed, `voted vote votes vetoed signed sign passed enacted repealed introduced sponsored opposed supported supports opposes proposed spent
		spend spends created built closed opened ended banned approved rejected blocked appointed elected nominated fired hired
		arrested killed died murdered convicted charged sued invaded bombed sent sold bought paid pays borrowed invested provided gave
		received cast deployed withdrew withdrawn tested developed produced negotiated ratified won beat defeated broke violated
		promised launched ordered refused filed served joined left moved shipped outsourced imported
		exported balanced funded cancelled canceled tripled eliminated started began made took put brought inherited
		expanded established failed endorsed attacked bailed saved ran run deported released collapsed`},
	{sigCause, `because cause caused causes causing due led lead leads triggered sparked resulted result prompted
		thanks therefore consequently blamed owing fueled fuelled driven`},
	{sigFuture, `will would could may might predict predicts predicted expected forecast forecasts likely unlikely
		possibly potentially potential tomorrow soon future going gonna i'll we'll he'll she'll they'll you'll it'll won't 'll`},
	{sigIf, `if unless suppose whether`},
	{sigDuty, `should must ought let let's shall shouldn't`},
	{sigAble, `cannot can't can`},
	{sigMind, `think thinks believe believes believed feel feels hope hopes hoped want wants wanted wish wishes like guess suppose
		know understand care worry trust agree disagree imagine dream dreams wonder concerned sure glad happy`},
	{sigCourtesy, `thank thanks thankyou welcome please hello congratulations ladies good god excuse`},
	{sigTalk, `sorry sir ma'am audience applause laughter answer debate moderator tonight evening ok okay yes yeah well oh appreciate
		respond rebuttal`},
	{sigI, `i my me myself i'm i've i'll i'd mine`},
	{sigWe, `we our us ours ourselves we're we've we'll we'd`},
	{sigThey, `he she they he's she's they're they've his her their him them`},
	{sigYou, `you your yours yourself you're you've you'll you'd`},
}

// signalWords are the signals each word of signalTables gives. It is only ever read.
var signalWords = newSignalWords()

func newSignalWords() map[string]signalSet {
	words := make(map[string]signalSet)
	for _, table := range signalTables {
		for word := range strings.FieldsSeq(table.words) {
			words[word] |= 1 << table.signal
		}
	}
	return words
}
