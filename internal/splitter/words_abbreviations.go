package splitter

// setAbbr are all abbreviations that are written with a point.
const setAbbr = setAbbrTitle | setAbbrNumber | setAbbrDate | setAbbrMay | setAbbrSmall | setAbbrNever

// abbreviationTables are what tells a point that ends a sentence from one that does not: abbreviations, and the
// words that, capitalised, begin sentences.
var abbreviationTables = [...]wordTable{
	{setAbbrTitle, `mr mrs ms messrs mx dr drs prof profs gen lt col sgt capt cpl pvt pfc maj adm cmdr comdr cmdt rev fr hon
		sen sens rep reps gov govs pres st sts ste mt supt det insp amb atty brig ens mlle mme mmes msgr gens sgts dep
		asst comm vice-adm maj-gen lt-gen lt-col lt-cmdr rear-adm ald ofc ph.d ft congr`},
	{setAbbrNumber, `no nos p pp fig figs art arts sec secs ch chap vol vols ver vers para paras par ca approx est rs n nr eq
		app pt pts tel ext rm ste apt`},
	{setAbbrDate, `jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun`},
	{setAbbrMay, `inc ltd co corp bros jr sr llc plc dept depts univ assn ave blvd rd hwy pkwy ln ct pl sq st dr calif conn
		colo fla ill ind kan kans mass mich minn mo neb nebr nev okla ore pa penn penna tenn tex va vt wash wis ariz ark
		ala ga md dak wyo del cos mfg intl natl gov't assoc govt min max alta sask ont que esq cf bn mn ser`},
	{setAbbrSmall, `etc al co ft oz lb lbs km cm mm kg hr hrs min mins yr yrs sq cu tsp tbsp mph`},
	{setAbbrNever, `vs viz cf eg ie v incl med bldg resp orig abbr repr transl`},
	{setExclaims, `yahoo jeopardy yum e wham oklahoma oliver mamma joomla`},
	{setZone, `est edt et cst cdt ct mst mdt mt pst pdt pt gmt utc bst cet cest ist jst local eastern central mountain
		pacific greenwich`},
	{setStarter, `the this that these those it he she they we you i there here in on at but and or however an a
		when while if as after before although though since because how what why where who which whom whose his her
		their its our my your meanwhile also then now some many most all other others another for with from
		by so yet no not more several both each every one two three four five six seven eight nine ten even still despite
		during under according last next today yesterday tomorrow perhaps maybe only once until unless between among
		amid let please did do does is are was were have has had can could will would should may might finally
		instead indeed moreover furthermore nevertheless nonetheless otherwise later earlier thus hence
		additionally overall critics officials police experts analysts nobody everyone none such over
		millions thousands hundreds dozens billions scores few fewer little much less neither either nor whether
		about above across against along alongside around behind below beneath beside besides beyond except
		inside into like near off onto out outside past regarding through throughout toward towards upon
		via within without afterwards afterward again almost already although always anyone anything apparently
		eventually everything first firstly second secondly third thirdly formerly generally hopefully
		initially it'd it'll i'm i've i'll i'd he'd he'll she'd she'll we're we've we'll we'd they're they've they'll
		they'd you're you've you'll you'd there'd there'll that'll don't didn't doesn't isn't wasn't aren't weren't
		can't couldn't won't wouldn't shouldn't haven't hasn't hadn't nearly never nothing obviously often
		originally previously probably rather recently similarly sometimes somebody someone something soon
		specifically subsequently sure surely traditionally typically unfortunately fortunately usually
		unlike very well whatever whenever wherever whoever yes asked given having being speaking following
		people nowadays currently consequently therefore besides certainly clearly actually basically`},
}
