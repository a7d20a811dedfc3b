package splitter

// newsTables are the words of news: who speaks, what a page is furnished with, and how judgement, comparison
// and cause are worded.
var newsTables = [...]wordTable{
	{setTitle, `prosecutor commodore cllr brigadier commander commissioner inspector superintendent constable corporal
		trooper reverend baroness viscount alderman taoiseach miss mr mrs ms dr prof gen lt col sgt capt maj adm rev sen rep gov president vice prime minister senator
		representative governor mayor judge justice professor doctor king queen prince princess pope bishop
		archbishop cardinal general colonel captain lieutenant major admiral sergeant chancellor secretary
		ambassador congressman congresswoman chairman chairwoman chief director sir lord lady dame premier
		sheriff detective coach attorney minister speaker spokesman spokeswoman deputy ex-president
		councillor councilman commissioner officer candidate nominee analyst economist lawyer author
		journalist reporter former-president father sister brother rabbi imam sheikh ayatollah`},
	{setRole, `spokesman spokeswoman spokesperson official officials minister ministers ministry government
		president chairman chairwoman chief director manager analyst analysts expert experts police source
		sources critic critics researcher researchers scientist scientists economist economists lawyer
		lawyers prosecutor prosecutors judge court report reports study studies survey poll polls statement
		company agency department party campaign group groups organization organisation authorities
		authority investigators lawmakers senators republicans democrats supporters opponents activists
		residents witnesses doctors reporters journalists leader leaders member members adviser advisor
		advisers secretary senator congressman governor mayor professor newspaper magazine paper website
		network channel author authors founder owner editor people voters observers commentators
		administration commission committee council bank union army military navy embassy office team firm
		candidate nominee aide aides protesters demonstrators rebels insurgents militants diplomat diplomats
		ambassador coach player father mother wife husband brother sister son daughter friend neighbor
		counterpart attorney attorneys plaintiff plaintiffs victim victims data figures documents document
		letter memo email law bill constitution article story board institute association foundation
		coalition alliance delegation secretary-general general colonel captain officer officers man woman
		men women student students teacher teachers mr mrs ms another others correspondent reporter
		advocates opposition families farmers workers executives investors traders forecasters historians`},
	{setPlural, `officials ministers analysts experts police sources critics researchers scientists economists
		lawyers prosecutors reports studies polls authorities investigators lawmakers senators republicans
		democrats supporters opponents activists residents witnesses doctors reporters journalists leaders
		members advisers people voters observers commentators aides protesters demonstrators rebels
		insurgents militants diplomats attorneys victims documents officers men women students teachers
		others advocates families farmers workers executives investors traders authors they`},
	{setOrg, `ministry department agency party university college institute council committee commission
		association federation union company corp inc ltd llc plc group bank court parliament congress
		senate house administration bureau office army navy force forces police organization organisation
		foundation society church club league authority service board assembly cabinet government fund
		academy center centre hospital school alliance coalition corporation airlines airways motors network
		nations treasury pentagon kremlin nato eu un fbi cia nasa who imf opec unesco unicef asean afp
		interpol hamas hezbollah taliban google facebook twitter microsoft apple amazon gop isis cnn bbc
		nypd irs epa fda cdc doj dhs dnc rnc naacp brigade battalion team fc`},
	{setMedia, `times post news daily herald tribune journal guardian telegraph gazette reuters bloomberg afp ap
		cnn bbc nbc cbs abc fox msnbc npr pbs politico axios tass itar-tass interfax xinhua aljazeera jazeera
		tv television radio newspaper magazine mail observer independent chronicle examiner globe star sun
		mirror press weekly review today economist spiegel bild monde figaro izvestia pravda kommersant
		associated newsweek breitbart buzzfeed vox slate salon hotnews deutsche welle dpa ansa kyodo yonhap
		inquirer dispatch ria novosti`},
	{setFurniture, `read reading reads also related recommended trending popular most latest newsletter newsletters
		subscribe subscription share sharing follow click tap sign log login download watch listen print comment
		comments advertisement advertisements advert sponsored promoted sponsor cookie cookies privacy policy
		terms facebook twitter instagram whatsapp telegram youtube linkedin app apps article articles story
		stories continue continues below scroll top menu home page email e-mail register photo photos image
		images picture video videos gallery credit getty copyright reserved rights editing editors editor's
		editors' picks tags topics topic filed published updated loading more next previous back skip
		content free account inbox alerts notifications join donate now others you may like recommended
		recommendations see view show hide close this our us for the to up in on your here all of a and
		from get leave sources source via contact about advertising credits caption courtesy promo offer
		subscribers only premium member members unlock edition live blog updates breaking what's minute min
		mins use service conditions`},
}
