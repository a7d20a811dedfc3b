package splitter

// The lists of the rules for clauses, references and types of claims.
var (
	// disowning are the verbs before what somebody says is not so.
	disowning = newWordList("denied denies deny denying")
	// making are the verbs for what was made, before the words it was made with or by.
	making     = newWordList("made created generated produced")
	makingWith = newWordList("with by using")
	// programs are what pictures are made with that show nothing real.
	programs = newWordList("software ai artificial")
	// triggering are the verbs of causes, before an object.
	triggering = newWordList("triggered sparked prompted fuelled fueled")
	// coming are the modal verbs of what will or may be.
	coming = newWordList("will would may might could won't shall")
	// bare are the pronouns that point back to what stands elsewhere.
	bare = newWordList("that this those")
	// shortened are the words after which an ’s is a verb.
	shortened = newWordList("it he she that what there here who")
	// loneDets are the determiners that stand alone as well, so that a verb may follow.
	loneDets = newWordList("this that both all some many")
	// clausePreps are the prepositions that lead clauses too.
	clausePreps = newWordList("before after since")
	// manyWords are plurals that do not look like one.
	manyWords = newWordList("they we you i people men women children police who which")
	// completing begin what completes a verb.
	completing = newWordList("that to about up off out")
	// told are the verbs of saying that are no participles before a preposition.
	told = newWordList("said told")
	// manyLeads begin plurals.
	manyLeads = newWordList("these those both many several two three four five they")
	// humans are the words for one person.
	humans = newWordList("he she who man woman boy girl nobody everyone someone")
	// pluralVerbs need a plural for their subject.
	pluralVerbs = newWordList("are were have")
	// afterVerbs are the small words after a verb that are no object.
	afterVerbs = newWordList("up off out about to")
	// manySubjects are the words that make a subject of several.
	manySubjects = newWordList("there both many some")
	// subjects are the words that begin a clause of their own.
	subjects = newWordList("he she it they we i there no nobody none")
	// nextly may stand between a conjunction and its verb.
	nextly = newWordList("then later")
	// dayLeads before a day tell which one it is, pastLeads before what is past that it is none.
	dayLeads  = newWordList("last next every each the this")
	pastLeads = newWordList("the every each past")
	// possessives are the pronouns a genitive is put in for, reflexives those for which nothing is.
	possessives = newWordList("his its their my our hers")
	reflexives  = newWordList("himself herself itself themselves")
	// hadDid are auxiliaries of one form for all persons, wasWere those of two.
	hadDid  = newWordList("had did")
	wasWere = newWordList("was were")
	// manOrWoman are nouns for a person that tell the gender.
	manOrWoman = newWordList("man woman boy girl")
	// itsOwn begin phrases that need a word looked up themselves.
	itsOwn = newWordList("its their his it")
	// singularLeads begin singular noun phrases.
	singularLeads = newWordList("the a an this each every another her his my our their its")
	// adrift are the words besides pronouns that do not stand alone.
	adrift = newWordList("here there yesterday tomorrow former latter")
	// emptyVerbs follow an “it” that stands for nothing, emptyLeads come before one; after emptyIs a clause tells.
	emptyVerbs = newWordList("rained rains snowed snows seems appears emerged transpired takes took looks sure")
	emptyLeads = newWordList("put puts make makes made take takes call")
	emptyIs    = newWordList("is was has would will had may might remains became makes made")
	// pointing begin noun phrases that cannot be named again as they are.
	pointing = newWordList("his her its their my our this that")
	// nothings are subjects that are nobody and nothing.
	nothings = newWordList("there nobody nothing none no")
	// articles are what a noun phrase that can be named again begins with.
	articles = newWordList("the a an")
)
