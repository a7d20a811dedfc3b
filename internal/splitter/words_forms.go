package splitter

import "strings"

// wordList is a handful of lower-case words a single rule asks for, each between spaces.
type wordList string

// The lists, by the rule that reads them.
const (
	// venues are the nouns a saying takes place in.
	venues wordList = ` statement interview conference briefing speech tweet tweets post report letter email phone testimony meeting rally debate remarks twitter facebook hearing memo note television radio article court address message release telephone broadcast op-ed column book blog video call forum event session monday `
	// things are the verbs whose object is a thing as often as words: "saw Trump" is no saying.
	things wordList = ` saw sees knew knows found finds read reads felt feels showed shows questioned questions understood understands charged asked reported `
	// objects are those and the other verbs of saying that take a thing as their object as often as words.
	objects wordList = ` saw sees knew knows found finds read reads felt feels showed shows questioned questions understood understands charged charges asked reported concluded concludes stated states noted notes added adds continued continues signed signs ruled rules learned learns pointed points answered answers wrote writes posted posts sang sings agreed agrees observed observes recalled recalls `
	// passives make the verb after them passive.
	passives wordList = ` is are was were be been being am isn't wasn't weren't get got gets `
	// askWords make what follows a question or a thing, not a statement.
	askWords wordList = ` what how why whether if who which where when `
	// clauseWords begin a clause that was said or asked.
	clauseWords wordList = ` whether how why what if `
	// beforeIng are the words before "saying" that leave its subject to the clause around them.
	beforeIng wordList = ` by after before while when despite without for from in `
	// documents are what words of others are read in.
	documents wordList = ` transcript summary copy recording readout minutes `
	// denying are the verbs whose object is said not to be so.
	denying wordList = ` deny denies denied denying refute refutes refuted refuting reject rejects rejected rejecting dispute disputes disputed disputing rebut rebuts rebutted repudiate repudiates repudiated dismiss dismisses dismissed dismissing disavow disavows disavowed debunk debunks debunked `
	// denials are the nouns for that.
	denials wordList = ` denial denials `
	// withholding are the verbs of not doing, before "to say".
	withholding wordList = ` refuse refuses refused refusing decline declines declined declining `
	// uttering are the verbs of saying that matter after them.
	uttering wordList = ` say comment confirm answer discuss disclose reveal admit acknowledge speculate elaborate tell explain `
	// questioning are the verbs by which something is put in question, asking those that ask what follows.
	questioning wordList = ` question questions questioned questioning wonder wonders wondered wondering doubt doubts doubted doubting `
	asking      wordList = ` ask asks asked asking `
	// owners are the pronouns for whose statement it is.
	owners wordList = ` his her its their my our your whose `
	// giving are the verbs by which a claim or warning is uttered.
	giving wordList = ` make makes made making issue issues issued issuing express expresses expressed expressing give gives gave giving voice voices voiced raise raises raised raising send sends sent repeat repeats repeated repeating offer offers offered release releases released deliver delivers delivered publish publishes published share shares shared reach reached hold holds held have has had add adds added `
	// feelings are what somebody is who thinks that something is so.
	feelings wordList = ` confident convinced sure certain aware concerned worried afraid hopeful optimistic pessimistic skeptical sceptical doubtful adamant clear proud glad happy sorry frustrated angry disappointed surprised alarmed pleased grateful unconvinced fearful satisfied `
	// finding are the verbs besides "be" that they follow.
	finding wordList = ` feel feels felt remain remains remained seem seems seemed become became grew sound sounds sounded made makes it `
	// arranging are the verbs before "that" that say what is or is done, not what somebody says.
	arranging wordList = ` ensure ensures ensured ensuring mean means meant prove proves proved require requires required happen happens happened turn turns turned seem seems seemed appear appears appeared follow follows followed given provided so such way it s is was `
	// plainSaying are the verbs that need no verb after them to be heard as reporting.
	plainSaying wordList = ` said says say saying `
	// airing are the verbs whose object is what somebody speaks of: "announced the arrest".
	airing wordList = ` announce announces announced mention mentions mentioned stress stresses stressed emphasize emphasizes emphasized emphasise emphasises emphasised underscore underscores underscored highlight highlights highlighted acknowledge acknowledges acknowledged propose proposes proposed tout touts touted echo echoes echoed reiterate reiterates reiterated outline outlines outlined reference references referenced question questions questioned lament laments lamented deny denies denied confirm confirms confirmed `
	// namers are the verbs that give a thing its name.
	namers wordList = ` called dubbed labeled labelled branded `
	// leading are the verbs before "to say" that go with it: "went on to say".
	leading wordList = ` continue continues continued went goes go gone going began begins begin started starts seemed seems appeared appears came comes had has want wants wanted used tried tries failed `
	// moving are the verbs that with "to" say what somebody was brought to do, not what was said.
	moving wordList = ` advise advises advised convince convinces convinced convincing persuade persuades persuaded persuading `
	// speaking are the pronouns for those who speak.
	speaking wordList = ` he she they who we i `
	// timeClauses begin a clause about when something was said, not what.
	timeClauses wordList = ` when while as after before until `
	// listenerStops come after a listener: "told X that".
	listenerStops wordList = ` that to how what why whether in on `
	// nameJoints join the parts of a name.
	nameJoints wordList = ` de van von bin al da del di du el ibn der la le i & `
	// participles are those without "ed" that stand after the noun they go with: "a letter seen by us".
	participles wordList = ` made held written seen shown taken given sent known built led run obtained brought drawn done found sold paid `
	// nounsInLy end as adverbs do.
	nounsInLy wordList = ` family ally assembly supply reply anomaly monopoly bully rally tally italy july elderly friendly early daily weekly `
	// closeTo are the words whose "to", "with" or "in" still belongs to a description of people.
	closeTo wordList = ` close adviser advisers advisor advisors aide aides ambassador ambassadors envoy counsel counselor familiar those acquainted witness `
	// nobody are the pronouns that stand for nobody in particular.
	nobody wordList = ` they it who them we i you some others this that many `
)

// oneOf reports whether token k is in list, whatever its case.
func (a *analysis) oneOf(k int, list wordList) bool {
	t := &a.toks[k]
	return list.find(a.text[t.start:t.end], int(t.rare))
}

// holds reports whether word is in list, whatever its case.
func (list wordList) holds(word string) bool { return list.find(word, rarest(word)) }

// find reports whether word is in list, whatever its case. It looks for the letter of word that is rarest in English,
// at rare, since most words that are asked for are in no list.
func (list wordList) find(word string, rare int) bool {
	n := len(word)
	if rare >= n {
		return false
	}
	c := word[rare]
	if 'A' <= c && c <= 'Z' {
		c |= 0x20
	}
	for at := rare + 1; at < len(list); at++ {
		i := strings.IndexByte(string(list[at:]), c)
		if i < 0 {
			return false
		}
		at += i
		from := at - rare
		if list[from-1] == ' ' && from+n < len(list) && list[from+n] == ' ' && sameWord(string(list[from:from+n]), word) {
			return true
		}
	}
	return false
}

// sameWord reports whether word is lower, of the same length, when it is written small.
func sameWord(lower, word string) bool {
	for i := range len(lower) {
		c := word[i]
		if 'A' <= c && c <= 'Z' {
			c |= 0x20
		}
		if c != lower[i] || c == ' ' {
			return false
		}
	}
	return true
}

// rarest is the place of the letter of word that is rarest in English, among the first that a byte can count.
func rarest(word string) int {
	rare := 0
	for i := 1; i < min(len(word), 256); i++ {
		if rarity[word[i]] > rarity[word[rare]] {
			rare = i
		}
	}
	return rare
}

// rarity is how rare each letter is in English; other characters count as rarer than any letter, blanks as common.
var rarity = newRarity()

func newRarity() (r [256]uint8) {
	for c := range r {
		r[c] = 27
	}
	for i, c := range []byte("etaoinsrhldcumfpgwybvkxjqz") {
		r[c], r[c&^0x20] = uint8(i+1), uint8(i+1)
	}
	r[' '] = 0
	return r
}
