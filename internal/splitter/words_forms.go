package splitter

// The lists, by the rule that reads them.
var (
	// venues are the nouns a saying takes place in.
	venues = newWordList(`statement interview conference briefing speech tweet tweets post report letter email phone testimony meeting rally debate remarks twitter facebook hearing memo note television radio article court address message release telephone broadcast op-ed column book blog video call forum event session monday`)
	// things are the verbs whose object is a thing as often as words: "saw Trump" is no saying.
	things = newWordList(`saw sees knew knows found finds read reads felt feels showed shows questioned questions understood understands charged asked reported`)
	// objects are those and the other verbs of saying that take a thing as their object as often as words.
	objects = newWordList(`saw sees knew knows found finds read reads felt feels showed shows questioned questions understood understands charged charges asked reported concluded concludes stated states noted notes added adds continued continues signed signs ruled rules learned learns pointed points answered answers wrote writes posted posts sang sings agreed agrees observed observes recalled recalls`)
	// passives make the verb after them passive.
	passives = newWordList(`is are was were be been being am isn't wasn't weren't get got gets`)
	// askWords make what follows a question or a thing, not a statement.
	askWords = newWordList(`what how why whether if who which where when`)
	// clauseWords begin a clause that was said or asked.
	clauseWords = newWordList(`whether how why what if`)
	// beforeIng are the words before "saying" that leave its subject to the clause around them.
	beforeIng = newWordList(`by after before while when despite without for from in`)
	// documents are what words of others are read in.
	documents = newWordList(`transcript summary copy recording readout minutes`)
	// denying are the verbs whose object is said not to be so.
	denying = newWordList(`deny denies denied denying refute refutes refuted refuting reject rejects rejected rejecting dispute disputes disputed disputing rebut rebuts rebutted repudiate repudiates repudiated dismiss dismisses dismissed dismissing disavow disavows disavowed debunk debunks debunked`)
	// denials are the nouns for that.
	denials = newWordList(`denial denials`)
	// withholding are the verbs of not doing, before "to say".
	withholding = newWordList(`refuse refuses refused refusing decline declines declined declining`)
	// uttering are the verbs of saying that matter after them.
	uttering = newWordList(`say comment confirm answer discuss disclose reveal admit acknowledge speculate elaborate tell explain`)
	// questioning are the verbs by which something is put in question, asking those that ask what follows.
	questioning = newWordList(`question questions questioned questioning wonder wonders wondered wondering doubt doubts doubted doubting`)
	asking      = newWordList(`ask asks asked asking`)
	// owners are the pronouns for whose statement it is.
	owners = newWordList(`his her its their my our your whose`)
	// quoting are the verbs of a source that rests on another.
	quoting = newWordList(`cited cites citing quoted quotes quoting`)
	// giving are the verbs by which a claim or warning is uttered.
	giving = newWordList(`make makes made making issue issues issued issuing express expresses expressed expressing give gives gave giving voice voices voiced raise raises raised raising send sends sent repeat repeats repeated repeating offer offers offered release releases released deliver delivers delivered publish publishes published share shares shared reach reached hold holds held have has had add adds added`)
	// feelings are what somebody is who thinks that something is so.
	feelings = newWordList(`confident convinced sure certain aware concerned worried afraid hopeful optimistic pessimistic skeptical sceptical doubtful adamant clear proud glad happy sorry frustrated angry disappointed surprised alarmed pleased grateful unconvinced fearful satisfied`)
	// finding are the verbs besides "be" that they follow.
	finding = newWordList(`feel feels felt remain remains remained seem seems seemed become became grew sound sounds sounded made makes it`)
	// arranging are the verbs before "that" that say what is or is done, not what somebody says.
	arranging = newWordList(`ensure ensures ensured ensuring mean means meant prove proves proved require requires required happen happens happened turn turns turned seem seems seemed appear appears appeared follow follows followed given provided so such way it s is was`)
	// plainSaying are the verbs that need no verb after them to be heard as reporting.
	plainSaying = newWordList(`said says say saying`)
	// airing are the verbs whose object is what somebody speaks of: "announced the arrest".
	airing = newWordList(`announce announces announced mention mentions mentioned stress stresses stressed emphasize emphasizes emphasized emphasise emphasises emphasised underscore underscores underscored highlight highlights highlighted acknowledge acknowledges acknowledged propose proposes proposed tout touts touted echo echoes echoed reiterate reiterates reiterated outline outlines outlined reference references referenced question questions questioned lament laments lamented deny denies denied confirm confirms confirmed`)
	// namers are the verbs that give a thing its name.
	namers = newWordList(`called dubbed labeled labelled branded`)
	// leading are the verbs before "to say" that go with it: "went on to say".
	leading = newWordList(`continue continues continued went goes go gone going began begins begin started starts seemed seems appeared appears came comes had has want wants wanted used tried tries failed`)
	// moving are the verbs that with "to" say what somebody was brought to do, not what was said.
	moving = newWordList(`advise advises advised convince convinces convinced convincing persuade persuades persuaded persuading`)
	// speaking are the pronouns for those who speak.
	speaking = newWordList(`he she they who we i`)
	// timeClauses begin a clause about when something was said, not what.
	timeClauses = newWordList(`when while as after before until`)
	// listenerStops come after a listener: "told X that".
	listenerStops = newWordList(`that to how what why whether in on`)
	// nameJoints join the parts of a name.
	nameJoints = newWordList(`de van von bin al da del di du el ibn der la le i &`)
	// participles are those without "ed" that stand after the noun they go with: "a letter seen by us".
	participles = newWordList(`made held written seen shown taken given sent known built led run obtained brought drawn done found sold paid`)
	// nounsInLy end as adverbs do.
	nounsInLy = newWordList(`family ally assembly supply reply anomaly monopoly bully rally tally italy july elderly friendly early daily weekly`)
	// closeTo are the words whose "to", "with" or "in" still belongs to a description of people.
	closeTo = newWordList(`close adviser advisers advisor advisors aide aides ambassador ambassadors envoy counsel counselor familiar those acquainted witness`)
	// nobody are the pronouns that stand for nobody in particular.
	nobody = newWordList(`they it who them we i you some others this that many`)
)
