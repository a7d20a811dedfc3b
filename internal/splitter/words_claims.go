package splitter

// The lists the cutting of claims asks for, by the rule that reads them.
var (
	// pasts are pasts without -ed that are no participle or noun as often, and so are finite where they stand.
	pasts = newWordList(`was were had did said told went came took gave became began fell rose grew drew drove flew wrote spoke broke chose stole tore wore shook froze knew threw blew saw ate swore sank rang sang swam ran won lost led met made paid kept sent spent bought brought taught caught thought fought sought sold stood held built left felt found heard meant died lay hid struck shot beat`)
	// distinct are those of them that no participle looks like.
	distinct = newWordList(`was were had did said went came took gave became began fell rose grew drew drove flew wrote spoke broke chose stole wore shook froze knew threw blew saw ate swore sank rang sang swam died lay fled`)
	// unmarked are verbs whose past is their base form.
	unmarked = newWordList(`cut put set hit let shut cost hurt spread read bid quit split burst beat`)
	// alone are verbs that need nothing after them.
	alone = newWordList(`died resigned escaped fled collapsed ended arrived survived remained failed crashed exploded surrendered left fell rose won lost`)
	// plain are base forms that mark a clause with a plural subject.
	plain = newWordList(`remain persist continue exist differ disagree vary want need live work say argue believe insist face hold use make take get go come keep seem appear fear expect earn contain provide include show suggest know see have are do were`)
	// unfinished are auxiliaries that are not finite by themselves.
	unfinished = newWordList(`be been being am having get`)
	// relatives begin a clause that belongs to the noun before it.
	relatives = newWordList(`who which that whose whom where`)
	// binders begin a clause that may reach over an "and".
	binders = newWordList(`that who which whose whom where if whether unless because although though while when what how why so whereas`)
	// leanings begin a clause only when a verb follows, and stand before a noun as well.
	leanings = newWordList(`after before since until as once`)
	// may are the modals that say what is possible.
	may = newWordList(`may might could`)
	// wishes begin what somebody wants to be so.
	wishes = newWordList(`hope hopes hoping hopefully wish wishing let may god`)
	// ownViews are words by which somebody who speaks of themselves judges rather than tells.
	ownViews = newWordList(`best worst greatest happy happier happiest proud proudest sad sadder sorry glad pleased delighted thrilled excited disappointed shocked angry afraid confident grateful lucky great terrible awful wonderful amazing horrible incredible love hate believe think feel hope`)
	// duties are the modals of advice.
	duties = newWordList(`should must ought shall`)
	// foretelling are verbs of saying what will be.
	foretelling = newWordList(`predict predicts predicted predicting forecast forecasts forecasted foresee foresees foresaw project projects projected expect expects expected anticipate anticipates anticipated`)
	// mentioning are verbs of saying whose object is a thing unless "that" follows.
	mentioning = newWordList(`mentioned mentions mentioning cited cites citing questioned questions questioning discussed discusses discussing`)
	// likely follow "is" where the future is told.
	likely = newWordList(`expected likely unlikely going set due scheduled poised forecast projected supposed bound`)
	// causes make a claim one of cause and effect, whatever else it says.
	causes = newWordList(`because caused causes blamed`)
	// pictures are what can be published and analysed.
	pictures = newWordList(`photo photos photograph photographs picture pictures image images video videos clip clips footage screenshot screenshots recording recordings audio deepfake meme`)
	// publishing are verbs of making public.
	publishing = newWordList(`posted published shared circulated circulating aired broadcast uploaded printed released tweeted retweeted`)
	// depicting are verbs of what a picture shows, or what was done to it.
	depicting = newWordList(`shows show showed showing depicts depict depicted purports doctored edited altered manipulated staged fake faked authentic genuine`)
	// stands are verbs of being for or against something.
	stands = newWordList(`wants want wanted supports support supported opposes oppose opposed backs back backed rejects reject rejected favours favors favoured favored endorses endorse endorsed disputes dispute disputed welcomes welcomed condemns condemned denounces denounced urges urged pledges pledged vows vowed promises promised demands demanded refuses refused advocates advocated objects objected resists resisted`)
	// small are number words too small to be what a claim is about.
	small = newWordList(`one two three four five six seven eight nine ten first second third`)
	// multiples are verbs and nouns that say by how much.
	multiples = newWordList(`doubled doubles doubling double tripled trebled quadrupled halved halves percentage majority`)
	// shares say how much when they stand before "of" or after "a".
	shares = newWordList(`half third quarter fifth tenth`)
	// nouns of bodies, for "it".
	bodies = newWordList(`government ministry company firm agency department party group council commission committee court union bank board team club school hospital university army military navy force administration office authority organisation organization association federation institute foundation coalition alliance study report survey poll statement bill law`)
	// companies are the words that stand for a business named before.
	companies = newWordList(`company firm manufacturer carmaker chipmaker steelmaker retailer airline lender`)
	// official are the words that make an organisation no business.
	official = newWordList(`ministry department council commission committee court parliament congress senate house government union party university college police army navy force forces nato eu un fbi cia treasury office bureau institute agency association federation center centre foundation research campaign bundestag kremlin pentagon`)
	// titular are the heads of a description that one title in the article may settle.
	titular = newWordList(`president minister mayor governor senator judge chancellor king queen pope bishop premier`)
	// institutional are the heads of a description that one name in the article may settle.
	institutional = newWordList(`ministry commission committee council agency department court institute university party bank board association federation foundation hospital`)
	// people are the pronouns of people other than who speaks.
	people = newWordList(`he she they`)
	// indefinite are the words that mean another thing where something is not denied.
	indefinite = newWordList(`any ever either anyone anybody anything anywhere whatsoever`)
	// doingToo are the verbs of saying that say with an object what somebody does, sees or finds.
	doingToo = newWordList(`add adds added adding find finds found finding show shows showed shown showing see sees saw seen seeing put puts putting post posts posted posting sing sings sang sung read reads reading feel feels felt learn learns learned know knows knew known signal signals signalled signaled reveal reveals revealed revealing point points pointed repeat repeats repeated boast boasts boasted continue continues continued counter counters countered`)
	// believing are the verbs of what a share of people think.
	believing = newWordList(`believe believes believed think thinks thought feel feels felt say says said agree agrees agreed want wants wanted expect expects expected fear fears feared hope hopes hoped support supports supported oppose opposes opposed doubt doubts doubted know knew see saw favour favor favoured favored disagree disagreed report reported consider considered`)
	// lands are what a pair of countries may be called.
	lands = newWordList(`nations countries powers states neighbours neighbors capitals`)
	// pointers come before a place that "there" may mean.
	pointers = newWordList(`in at to near from`)
	// heTitles and sheTitles are titles and roles that tell a person's gender.
	heTitles  = newWordList(`mr mr. king prince lord baron duke emperor sir father brother chairman spokesman congressman councilman businessman rabbi imam pope cardinal sheikh ayatollah`)
	sheTitles = newWordList(`mrs mrs. ms ms. miss queen princess lady dame baroness duchess empress sister chairwoman spokeswoman congresswoman councilwoman businesswoman actress`)
	// ranks are titles that tell people of one last name apart.
	ranks = newWordList(`president king queen prince princess pope lord lady sir senator congressman congresswoman governor`)
	// civil are the titles a full name makes needless.
	civil = newWordList(`mr mr. mrs mrs. ms ms. miss`)
	// dayParts follow a day: "Sunday night".
	dayParts = newWordList(`night evening morning afternoon`)
	// spans are nouns "last" and "this" make a date of.
	periods = newWordList(`week month year`)
)
