package splitter

// kindTables are the words beside a name, or in it, that tell what it names.
var kindTables = [...]topicTable{
	{topicOf, `municipality union daughters sons friends order knights sisters brothers doctors reporters mothers confederation
		community institution instituto academy faculty conservatives college congress diocese archdiocese directorate
		secretariat office international chamber movement liga parti partido medical republic kingdom commonwealth isle
		gulf bay strait cape city province emirate sultanate sea lake`},
	{topicCompany, `industries technologies holdings enterprises ventures partners associates solutions pharmaceuticals laboratories
		resources systems studios pictures records entertainment properties logistics foods stores products brothers
		sons works motors energy electric telecom communications software semiconductors steel airlines bancorp capital
		consulting securities insurance media labs games petroleum interactive networks technology chemicals cosmetics
		beverages breweries shipping lines railways`},
	{topicCapitals, `system systems study studies test tests testing virus vaccine scan scans level levels score scores gene points
		point format file files browser users user rate disease syndrome infection infections treatment cable cables
		attack rifle rifles missile bomb points code machine fund`},
	{topicCentre, `convention shopping conference exhibition trade community civic sports sport leisure detention visitor visitors
		cultural arts city town entertainment wellness aquatic`},
	{topicBody, `company firm group party agency newspaper magazine tabloid daily weekly broadcaster website site network channel
		station charity startup start-up bank airline club union organization organisation ngo thinktank think-tank tank
		manufacturer retailer maker producer publisher university college school institute foundation coalition alliance
		militia faction movement carmaker automaker conglomerate operator supplier provider label studio distributor
		brewery consultancy regulator watchdog lobby nonprofit non-profit association federation league cooperative`},
	{topicPlace, `city town village hamlet district province region state capital county municipality suburb borough neighborhood
		neighbourhood island port republic peninsula country nation territory settlement enclave archipelago
		municipality parish resort river lake valley mountain prefecture governorate canton outskirts`},
	{topicPlaceAfter, `checkpoint township district province region area neighborhood neighbourhood suburb county peninsula valley
		border crossing village town island river coast municipality governorate prefecture highlands airport prison
		refugee`},
	{topicLed, `administration presidency family`},
	{topicWork, `book novel film movie song album single series show game software browser app ship vessel frigate destroyer
		aircraft missile rocket satellite hashtag drug vaccine virus hurricane storm typhoon cyclone operation codenamed
		language programme program play opera musical journal`},
	{topicMatch, `match matches goal goals scored scoring scorer striker midfielder goalkeeper defender penalty half-time kick-off
		kickoff halftime innings wicket wickets batsman tournament semifinal semi-final quarterfinal quarter-final
		qualifier referee equalised equalized equaliser equalizer fixture playoff playoffs offside substitute touchdown
		quarterback set-piece midfield winger dribble header runs overs championship stoppage`},
	{topicIn, `in near across throughout outside inside around toward towards`},
}
