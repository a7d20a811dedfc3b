package splitter

// bodyTables are organisations known by one word or by their initials, and words written with a capital, or in
// capitals, that name nobody and no place.
var bodyTables = [...]wordTable{
	{setBody, `nato eu e.u. un u.n. i.m.f. s.e.c. f.b.i. c.i.a. fbi cia nasa nsa imf opec unesco unicef unhcr asean interpol hamas hezbollah taliban
		google facebook twitter microsoft apple amazon gop isis isil nypd lapd irs epa fda cdc doj dhs dnc rnc naacp
		pentagon kremlin congress parliament senate knesset bundestag bundesrat duma dáil oireachtas sejm riksdag
		folketing storting cortes diet lok rajya politburo reichstag holyrood europol eurojust frontex mossad
		fsb gru kgb stasi mi5 mi6 gchq isi raf ira eta farc plo pkk ypg sdf idf irgc unrwa unifil iaea wto
		oecd g7 g8 g20 brics wipo ilo fao iea ioc fifa uefa concacaf afl nfl nba nhl mlb mls ncaa ufc wwe fia pga
		wada usada bae ge gm ibm hp hsbc ubs bp kfc mcdonald's mcdonalds walmart costco boeing airbus lockheed
		raytheon northrop tesla spacex toyota honda nissan hyundai kia volkswagen bmw audi porsche daimler
		mercedes-benz renault peugeot citroën fiat stellantis volvo saab ferrari rolls-royce siemens
		bosch bayer basf krupp thyssenkrupp philips nokia ericsson samsung lg sony panasonic toshiba hitachi
		nintendo sega huawei zte alibaba tencent baidu bytedance tiktok xiaomi lenovo intel amd nvidia qualcomm
		cisco oracle ibm dell sap netflix disney paramount warner pixar viacom comcast verizon vodafone t-mobile
		sprint uber lyft airbnb paypal visa mastercard ebay yahoo youtube instagram whatsapp snapchat linkedin
		pinterest reddit tumblr telegram wikipedia wikimedia wikileaks wikinews mozilla spotify skype openai
		deepmind anthropic palantir paypal starbucks pepsico coca-cola nestlé nestle unilever heineken nike adidas
		puma zara ikea tesco sainsbury's asda lidl aldi carrefour exxon exxonmobil chevron shell gazprom rosneft
		lukoil total eni equinor statoil aramco petrobras pemex halliburton glencore enron citigroup jpmorgan
		barclays lloyds santander unicredit sberbank merck pfizer moderna astrazeneca glaxosmithkline novartis
		roche sanofi biontech monsanto theranos ryanair easyjet lufthansa aeroflot qantas emirates boeing
		unesco oxfam greenpeace amnesty wwf peta caritas unaids who gavi bayern juventus arsenal chelsea everton
		tottenham ajax benfica celtic yankees mets dodgers lakers celtics knicks cowboys patriots
		steelers packers broncos seahawks 49ers redskins cubs astros phillies bruins canucks raptors wallabies
		springboks labour likud hadash fatah kadima meretz shas fidesz jobbik syriza podemos ciudadanos vox
		fdp cdu csu spd afd npd ukip snp dup sdlp plaid bjp ppp pml-n pti anc zanu-pf mdc awami kmt dpp ldp komeito
		podemos farc psoe ump ump mas pri morena m5s lega ndp cdc tories swapo frelimo renamo
		isis al-qaeda al-qaida al-qa'ida qaeda qaida al-shabaab al-aqsa daesh isis-k houthis houthi ansarullah
		hezbollah hizbullah hizbollah taleban mujahideen janjaweed wagner rsf blackwater antifa qanon anonymous
		lulzsec stanford harvard yale princeton mit caltech oxfam ucla nyu cern esa roscosmos isro jaxa csiro
		noaa usgs nih faa fcc ftc sec fec fema nsc tsa ice usda hud osha fdic fbi atf dea swat usaid 
		aclu nra aipac afl-cio tuc unison unite aarp nspcc rspca rnli rspb nhs ofcom ofsted ofgem hmrc dwp defra
		dvla ons obr bma gmc ipcc unfccc wmo osce cis csto ecowas sadc mercosur nafta efta aiib adb afdb ebrd ecb
		icc icj icrc msf hrw ocha undp unep unocha wfp isaf kfor unmik minusma amisom pravy azov 
		scientology`},
	{setBody | setMedia, `getty reuters bloomberg afp ap cnn bbc nbc cbs abc msnbc cnbc npr pbs itv espn hbo mtv rt politico axios
		tass itar-tass interfax xinhua aljazeera al-jazeera jazeera spiegel bild izvestia pravda kommersant vedomosti
		breitbart buzzfeed slate salon hotnews dpa ansa kyodo yonhap novosti newsweek haaretz ynet asahi yomiuri
		mainichi nikkei nhk zdf ard rtl tf1 rai rtve rte rté svt nrk cbc ctv sbs upi upi meduza bellingcat
		propublica mediapart libération figaro zeit handelsblatt stern corriere repubblica stampa país mundo abc.es clarín
		folha televisa univision telemundo al-arabiya al-manar dawn geo ndtv anadolu hürriyet sabah mehr irna
		fars presstv ukrinform unian belta tanjug hina apa trend antara bernama cctv cgtn`},
	{setIdle, `gmt utc bst cet est edt cst cdt mst pst pdt ist jst aest am pm ad bc bce ce ok okay id ids iq gdp gnp cpi vat
		gst tv tvs dvd dvds cd cds pc pcs vip vips ceo ceos cfo coo cto phd md ba ma mba llb rn mp mps mep meps msp
		msps mla mlas td tds pm pms vp faq faqs q&a diy dna rna hiv aids hiv/aids covid covid-19 sars mers h1n1
		h5n1 bse tb std stds adhd ptsd ocd ivf ms als mri ct x-ray x-rays icu er suv suvs suvs atv uav uavs gps sms
		url urls html http https pdf usb sql xml api apis app apps os ios linux android windows usd eur gbp jpy cny
		rmb aud cad chf inr rub wifi wi-fi web internet online www lgbt lgbtq lgbtq+ lgbti bame led lcd ac dc rv
		atm atms pin pr hr ipo ipos etf etfs esg m&a r&d it ai ar vr ux ui cgi ufo ufos uap ngo ngos
		mou nda rpg rpgs ak-47 ak-47s ar-15 tnt ied ieds wmd wmds icbm icbms f-16 f-35 b-52 mig su-27 mi-17 t-72
		a380 a320 mrsa e.coli no vs nr co2 ch4 ddt pcb pcbs msg lsd mdma thc cbd ppe pcr r0
		i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi a b c d e f g h j k l m n o p q
		r s t u w y z ok oh ah wow hey hi hello yes yeah please thanks thank sorry marine marines pow pows crm celsius fahrenheit emmy oscar grammy bafta god christ lord heaven hell bible koran
		qur'an quran torah easter christmas xmas thanksgiving halloween ramadan eid passover hanukkah diwali lent
		hajj yom kippur ash sabbath christianity islam judaism hinduism buddhism catholicism protestantism
		communism socialism capitalism marxism nazism fascism zionism liberalism conservatism nationalism
		islamism islamophobia terrorism antisemitism anti-semitism brexit grexit holocaust renaissance
		enlightenment reformation watergate arabic explorer chrome firefox safari iphone ipad
		ipod ipads iphones macbook playstation xbox wii kindle photoshop windows chatgpt gpt-4 bitcoin ethereum
		spring summer autumn fall winter today's note photo photos image images video file source caption
		breaking update updated correction exclusive opinion analysis read more related share also`},
	{setThing, `war wars treaty act acts cup cups games agreement award awards prize prizes summit festival olympics
		paralympics championship championships accord accords pact law laws bill bills amendment amendments
		constitution declaration convention protocol resolution resolutions election elections age era crisis
		challenge plan deal test revolution uprising rebellion massacre genocide famine plague holocaust
		earthquake tsunami hurricane cyclone typhoon storm flood floods wildfire fire fires blitz offensive
		operation battle siege intifada spring day days week month year eve night carnival parade
		marathon derby regatta rally race open masters grand-prix prix tour trophy medal medals series season
		final finals playoffs tournament expo fair exhibition biennale concert tour show parade trial trials case
		affair scandal report review survey study poll index dictionary encyclopedia bible testament gospel
		scripture manifesto charter code doctrine theory theorem principle effect syndrome disease virus fever
		flu deficiency disorder disorders cancer vaccine drug missile rocket satellite telescope probe mission program programme project
		initiative scheme lottery oath anthem flag language cuisine album song symphony movie film
		trilogy novel episode edition version game console software browser engine model phone tablet awards
		countdown questions hour hours time proms clause article chapter section paragraph volume book books
		tax budget deal order orders directive rule rules rights freedom statute ordinance 
		honours honors gala oscars emmys grammys baftas century millennium anniversary celebration celebrations
		championships draft lockdown pandemic virus outbreak hypothesis algorithm cosplay memorandum status
		t-shirt ring bowl crown star belt shield cross`},
	{setCommon, `global international national regional local world worldwide first second third great new old big little good
		better best super ultimate official special general public private social civil human natural
		digital cyber virtual electronic electric atomic nuclear solar lunar medical mental environmental
		industrial commercial financial economic political military cultural historical modern ancient young
		royal imperial federal united independent free open total real true false happy lost last final next
		early late animated limited advanced basic standard premium classic original greatest hidden secret
		science technology engineering mathematics education health safety security defence defense justice peace
		freedom liberty democracy nature climate energy water air space fire earth ocean food agriculture
		transport transportation housing welfare labor trade commerce industry business market finance economy
		money insurance investment development research information intelligence communication communications
		media art arts music film sport sports football soccer basketball baseball hockey cricket rugby tennis
		golf racing olympic paralympic idea ideas girls boys men women children child youth kids people family
		families friends animals dogs cats heritage history future past time life love death dream dreams power
		heart mind body soul spirit blood light dark darkness night sun moon stars sky storm wind rain snow
		quality control disaster emergency rescue relief aid assistance support service services system systems
		computer software hardware network data machine robot robots machine engine vehicle car cars bus train
		ship boat aircraft plane flight drone bomb gun guns weapon weapons iodine salt sugar oil gas coal gold
		silver iron steel copper paper plastic glass wood cotton coffee tea wine beer drug drugs
		tobacco alcohol vaccine cell gene brain heart lung liver kidney cancer diabetes chronic acute infant
		mother's father's women's men's children's people's workers veterans victims refugees immigrants
		immigration migration border homeland customs revenue treasury planning policy affairs relations rights
		equality diversity inclusion change action response reform recovery growth progress
		project projects programme program initiative mission vision challenge strategy statistics monitor
		watch alert news insurgency occupy movement inspiration recognition wiki internet online offline explorer
		web site page blog post video audio photo camera phone mobile wireless station channel series show
		episode season chapter part volume book novel comic comics story stories tale tales legend legends hero
		heroes warrior warriors knight dragon monster zombie vampire ghost ghosts witch wizard magic game games
		player players champion winner winners successful independent common wealth
		commonwealth joint mutual central reserve supreme high superior appeal appeals criminal district
		circuit municipal metropolitan provincial agency driving speed crime fraud homicide
		counter counter-terrorism terrorism anti terror hate protest strike revolution resistance liberation
		salvation redemption hope faith charity mercy truth reconciliation unity solidarity
		revolutionary progressive radical moderate far left right centre center alternative reformed patriotic
		popular front people workers' farmers' consumer consumers product products goods weather
		meteorological geological geographical astronomical biological chemical physical clinical statistical
		nutrition nutritional dietary breast obesity tourism travel leisure hospitality retail fashion
		design beauty style living home house garden kitchen cooking wedding holiday holidays birthday school
		class classroom campus graduate major minor junior senior deputy assistant associate acting
		former ex anti-doping doping fair rise fall dawn dusk spring autumn winter summer morning
		evening daily weekly monthly annual quarterly man woman boy girl baby only ever never again always
		don't can't won't isn't i've i'm it's that's what's let's there's he's she's we're you're they're we'll
		i'll i'd we've you've`},
}
