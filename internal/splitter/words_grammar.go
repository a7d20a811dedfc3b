package splitter

// wordTable gives a set its words.
type wordTable struct {
	set   wordSet
	words string
}

// verbTable gives a set its verbs, as verbForms reads them.
type verbTable struct {
	set   wordSet
	verbs string
}

// verbTables are the verbs that mark that somebody said, thought or wanted something.
var verbTables = [...]verbTable{
	{setSay, `say/said add note explain write/wrote/written tweet announce claim argue insist state declare
		admit! acknowledge confirm deny report suggest believe think/thought predict estimate reveal stress
		emphasize emphasise continue conclude reply respond comment observe remark maintain contend assert
		allege suspect speculate joke quip! recall recount complain caution lament boast concede disclose
		indicate mention testify vouch posit counter retort shout yell whisper mutter exclaim post recommend
		propose demand hope fear worry agree promise pledge vow swear/swore/sworn find/found show/showed/shown
		learn know/knew/known tout hint imply signal signal! point reiterate repeat underscore underline highlight
		charge opine proclaim profess read reason rule feel/felt understand/understood see/saw/seen
		question wonder ask guess theorize hypothesize reckon tease sing/sang/sung chant elaborate echo put/put`},
	{setTell, `tell/told inform assure remind warn ask advise notify convince persuade instruct brief`},
	{setCall, `call describe accuse label blast slam! criticize criticise condemn praise denounce dismiss
		blame brand characterize characterise cite discuss hail compare liken attack defend question reject
		oppose support back endorse welcome dub! portray deride deplore decry refute rebut! dispute repudiate rebuke mock speak/spoke/spoken talk`},
	{setWill, `vow pledge promise threaten urge demand plan! intend want refuse agree propose offer seek/sought
		decline encourage order ask call expect hope recommend consider`},
}

// nounishForms are forms of those verbs that are nouns as often as verbs.
const nounishForms = `claim claims report reports note notes state states comment comments estimate estimates
	charge charges demand demands promise promises pledge pledges hope hopes fear fears worry worries show shows
	find finds point points remark remarks question questions rule rules read reads post posts reason reasons
	signal signals stress feel call calls cite attack attacks plan plans support supports backing back backs
	brand brands label labels offer offers order orders praise blame thought reply guess highlight highlights
	ask asks want wants deal tweet tweets warning finding findings showing meaning feeling reading
	ruling understanding offering planning saying suspect suspects counter counters promise welcome mock
	joke jokes echo echoes vow vows advice brief briefs found post recall swears see sees known felt
	thinking learn know hint hints boast complaint defense write wonder wonders agree hail dub back compare
	seek want tell order urge urges consider expect intend talk talks`

// wordTables are the words of grammar and place: the names are in words_names.go, the rest in words_news.go.
var wordTables = [...]wordTable{
	{setSaying, `claim claims statement statements allegation allegations accusation accusations assertion
		assertions argument arguments suggestion suggestions warning warnings denial denials promise promises
		pledge pledges vow vows belief beliefs view views opinion opinions conclusion conclusions prediction
		predictions announcement announcements admission admissions acknowledgment acknowledgement fear fears
		hope hopes concern concerns worry worries contention contentions insistence remark remarks comment
		comments report reports rumor rumors rumour rumours speculation estimate estimates finding findings
		charge charges complaint complaints assurance assurances declaration revelation revelations testimony
		emphasis reminder demand demands forecast forecasts confirmation criticism suspicion suspicions theory
		message recommendation proposal boast confession disclosure ruling verdict assessment`},
	{setAux, `is are was were be been being am has have had having do does did isn't aren't wasn't weren't hasn't
		haven't hadn't don't doesn't didn't get gets got 're 've`},
	{setModal, `will would can could may might must shall should won't wouldn't can't cannot couldn't mustn't
		shouldn't 'll`},
	{setNot, `not never no n't`},
	{setDet, `the a an this that these those his her its their our my your some any every each another both all
		several many few most`},
	{setPronoun, `he she it they we i you who him them us me himself herself themselves itself`},
	{setFirst, `i we our us my me ours mine i'm we're i've we've i'll we'll i'd we'd`},
	{setPrep, `of in at on for from by with without to into onto about against between among amid during after
		before since until under over through across near around toward towards within despite via per like
		upon behind beyond above below along inside outside throughout as than following including regarding`},
	{setAnd, `and but or nor yet`},
	{setSub, `that which who whom whose because although though while when where after before since if unless
		whether until as so once whereas what how why`},
	{setTime, `yesterday today tomorrow tonight ago later earlier last next week month year weekend morning
		afternoon evening night recently now then monday tuesday wednesday thursday friday saturday sunday
		mondays tuesdays wednesdays thursdays fridays saturdays sundays previously`},
	{setDay, `monday tuesday wednesday thursday friday saturday sunday`},
	{setMonth, `january february march april may june july august september october november december jan feb mar
		apr jun jul aug sep sept oct nov dec`},
	{setAdverb, `also still now then however repeatedly publicly reportedly allegedly already later previously
		recently always often sometimes once again just only even further simply falsely wrongly privately
		openly strongly flatly consistently explicitly clearly long since first initially finally earlier
		subsequently immediately purportedly supposedly rightly correctly famously proudly routinely
		frequently apparently additionally meanwhile therefore thus probably certainly surely really`},
	{setVerb, `go goes went gone come comes came take takes took taken make makes made give gives gave given become
		becomes became begin begins began begun fall falls fell fallen rise rises rose risen grow grows grew
		grown lead leads led leave leaves left lose loses lost win wins won meet meets met hold holds held
		keep keeps kept bring brings brought buy bought build builds built send sends sent spend spends spent
		stand stands stood run runs ran hit hits cut cuts put puts set sets let lets talked talking speaking pay pays paid sell sold
		shoot shot break broke broken choose chose chosen drive drove fight fought fly flew draw drew drawn
		speak speaks spoke spoken strike struck threw throw wear wore hear heard seem seems remain remains
		appear appears include includes need needs face faces continue continues says live lives work works
		follow follows reach reaches play plays provide provides require requires allow allows help helps
		cost costs cause causes mean means hurt hurts bid spread spreads deal deals dealt sign signs`},
	{setNumber, `one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
		seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand
		million billion trillion dozen dozens hundreds thousands millions billions half third thirds quarter
		quarters twenty-one twenty-two twenty-three twenty-four twenty-five thirty-five forty-five fifty-five
		sixty-five seventy-five eighty-five zero`},
	{setUnit, `hundred thousand million billion trillion m bn mn tn k dozen`},
	{setMoney, `dollar dollars cent cents euro euros pound pounds yen yuan rupee rupees franc francs ruble rubles
		rouble roubles usd eur gbp peso pesos won lira krona kroner zloty hryvnia rand shekel shekels bucks`},
}
