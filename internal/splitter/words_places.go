package splitter

// placeTables are the names of countries, regions and cities that are one word, the words places' names are made
// with, and what the people of places are called. Names of several words are in knownNames.
var placeTables = [...]wordTable{
	{setPlace, `afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
		bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain
		brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia comoros congo croatia
		cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia eswatini ethiopia
		europe fiji finland france gabon gambia georgia germany ghana greece greenland grenada guatemala guinea
		guyana haiti herzegovina holland honduras hungary iceland india indonesia iran iraq ireland israel italy
		jamaica japan jordan kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latvia lebanon
		lesotho liberia libya liechtenstein lithuania luxembourg macao macau macedonia madagascar malawi
		malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro
		morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan
		palau palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa
		scotland senegal serbia seychelles singapore slovakia slovenia somalia somaliland spain sudan suriname
		swaziland sweden switzerland syria taiwan tajikistan tanzania thailand tibet timor togo tonga tunisia
		turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales
		yemen yugoslavia zambia zimbabwe zaire rhodesia prussia ussr
		u.s. u.s.a. us usa u.k. uk uae u.a.e. drc africa asia america americas antarctica arctic oceania eurasia
		scandinavia caribbean mediterranean atlantic pacific baltic balkans caucasus sahel sahara patagonia
		amazonia himalayas alps andes pyrenees rockies appalachia mesopotamia middle-east levant earth mars
		crimea gaza chechnya dagestan abkhazia kashmir catalonia siberia transnistria donbas donbass karabakh
		nagorno-karabakh kurdistan xinjiang darfur bavaria saxony tuscany lombardy sicily sardinia corsica
		normandy brittany provence alsace andalusia galicia flanders wallonia silesia bohemia moravia
		transylvania anatolia cornwall devon dorset essex kent sussex surrey norfolk suffolk yorkshire
		lancashire cumbria northumberland merseyside hampshire berkshire oxfordshire cambridgeshire
		lincolnshire derbyshire nottinghamshire cheshire shropshire staffordshire warwickshire wiltshire
		somerset gloucestershire hertfordshire bedfordshire ulster leinster munster connacht
		ontario quebec alberta manitoba saskatchewan newfoundland labrador yukon nunavut queensland tasmania
		victoria punjab sindh balochistan waziristan bihar gujarat kerala maharashtra karnataka rajasthan
		assam manipur odisha telangana bengal sumatra java bali borneo papua sulawesi aceh mindanao luzon
		guangdong sichuan hubei hunan henan fujian zhejiang jiangsu yunnan guangxi hainan hokkaido okinawa
		kyushu fukushima kamchatka sakhalin anbar kordofan tigray amhara oromia biafra gauteng kwazulu-natal
		washington london paris berlin moscow beijing peking tokyo kyiv kiev brussels rome madrid lisbon vienna
		prague warsaw budapest bucharest sofia athens ankara istanbul constantinople cairo baghdad tehran
		damascus beirut jerusalem riyadh jeddah mecca medina kabul islamabad karachi lahore peshawar quetta
		rawalpindi delhi mumbai bombay kolkata calcutta chennai bangalore bengaluru hyderabad ahmedabad lucknow
		jaipur srinagar dhaka chittagong kathmandu colombo bangkok hanoi saigon jakarta surabaya manila cebu
		seoul busan incheon pyongyang taipei kaohsiung shanghai guangzhou shenzhen wuhan chengdu chongqing
		tianjin nanjing hangzhou harbin urumqi lhasa kowloon osaka kyoto nagoya yokohama sapporo hiroshima
		nagasaki sendai ulaanbaatar phnom vientiane yangon rangoon naypyidaw sydney melbourne brisbane perth
		adelaide canberra hobart darwin auckland wellington christchurch suva
		ottawa toronto montreal vancouver calgary edmonton winnipeg halifax chicago boston houston dallas
		philadelphia detroit atlanta miami seattle denver phoenix baltimore cleveland orlando tampa pittsburgh
		cincinnati minneapolis milwaukee indianapolis nashville memphis charlotte tucson albuquerque omaha
		sacramento oakland anaheim fresno honolulu anchorage tulsa wichita louisville lexington knoxville
		chattanooga birmingham montgomery mobile tallahassee jacksonville savannah charleston raleigh durham
		greensboro richmond norfolk annapolis wilmington trenton newark hoboken albany buffalo rochester
		syracuse hartford providence worcester springfield portland burlington concord augusta madison
		topeka lincoln cheyenne boise spokane tacoma olympia juneau austin galveston plano irving ferguson
		flint dayton toledo akron columbus lansing evansville peoria shreveport biloxi laredo lubbock amarillo
		berkeley pasadena hollywood malibu brooklyn manhattan queens bronx harlem
		florida texas california ohio virginia pennsylvania michigan illinois arizona nevada colorado utah
		oregon wisconsin minnesota iowa missouri kansas nebraska oklahoma arkansas louisiana mississippi
		alabama tennessee kentucky indiana maryland delaware connecticut massachusetts vermont maine hawaii
		alaska montana wyoming idaho dakota york carolina hampshire jersey d.c. l.a. n.y. calif. ariz.
		geneva zurich basel bern lausanne davos stockholm gothenburg malmö malmo oslo bergen copenhagen aarhus
		helsinki reykjavik dublin cork galway limerick belfast londonderry derry edinburgh glasgow aberdeen
		dundee inverness cardiff swansea manchester liverpool leeds sheffield bristol newcastle nottingham
		leicester coventry bradford southampton portsmouth plymouth brighton oxford cambridge norwich exeter
		sunderland middlesbrough wolverhampton milan naples turin venice florence genoa bologna palermo pisa
		verona livorno genova milano roma napoli torino munich hamburg frankfurt cologne stuttgart dresden
		leipzig düsseldorf dortmund hannover hanover bremen nuremberg bonn potsdam heidelberg barcelona
		valencia seville málaga malaga bilbao zaragoza amsterdam rotterdam utrecht eindhoven hague antwerp
		ghent bruges liège lyon marseille toulouse bordeaux nice strasbourg lille nantes cannes calais dunkirk
		porto krakow kraków gdansk gdańsk wroclaw poznan lodz brno ostrava bratislava ljubljana zagreb
		dubrovnik belgrade novi sarajevo mostar srebrenica pristina skopje tirana podgorica chisinau
		thessaloniki nicosia valletta minsk riga vilnius tallinn lviv kharkiv kharkov odesa odessa dnipro
		mariupol kherson zaporizhzhia donetsk luhansk bakhmut bucha sevastopol simferopol chernobyl tbilisi
		yerevan baku grozny kazan sochi volgograd stalingrad leningrad petersburg novosibirsk yekaterinburg
		vladivostok omsk samara rostov kursk belgorod kaliningrad murmansk tashkent samarkand astana almaty
		dushanbe bishkek ashgabat kandahar herat jalalabad kunduz aleppo homs hama idlib raqqa palmyra latakia
		mosul basra kirkuk erbil fallujah ramadi tikrit najaf karbala samarra isfahan tabriz mashhad shiraz
		natanz fordow bushehr hebron ramallah nablus jenin jericho bethlehem haifa ashdod ashkelon sderot eilat
		rafah nazareth galilee golan sinai suez alexandria giza luxor amman tripoli benghazi misrata tunis
		algiers rabat casablanca marrakesh marrakech khartoum juba mogadishu nairobi mombasa kampala entebbe
		kigali bujumbura dodoma lusaka harare bulawayo lilongwe maputo luanda kinshasa goma brazzaville
		libreville yaoundé yaounde abuja lagos kano maiduguri ibadan accra kumasi lomé abidjan monrovia freetown
		conakry bamako timbuktu ouagadougou niamey dakar nouakchott banjul ndjamena bangui asmara djibouti
		antananarivo johannesburg pretoria durban soweto cape windhoek gaborone maseru mbabane
		havana kingston nassau bridgetown managua tegucigalpa guatemala tijuana juarez guadalajara monterrey
		cancun acapulco oaxaca chiapas sinaloa bogota bogotá medellin medellín cali cartagena caracas maracaibo
		quito guayaquil lima cusco arequipa paz santiago valparaiso asuncion montevideo rosario mendoza brasilia
		brasília salvador recife fortaleza manaus curitiba doha dubai sharjah muscat sanaa sana'a aden hodeida
		manama chernivtsi uzhhorod siberut heathrow gatwick westminster holyrood stormont soho chelsea
		guantanamo guantánamo bermuda aruba curaçao martinique guadeloupe réunion mayotte tahiti guam
		gibraltar falklands orkney shetland hebrides mallorca majorca ibiza tenerife crete rhodes lesbos lampedusa
		equator midlands beltway solent thames danube rhine volga nile niger euphrates tigris ganges mekong yangtze amazon mississippi potomac
		hudson dnieper dniester vistula oder elbe bosphorus hormuz kilimanjaro everest vesuvius etna`},
	{setDemonym, `afghan afghans african africans albanian albanians algerian algerians american americans angolan arab
		arabs arabic argentine argentinian armenian armenians australian australians austrian austrians
		azerbaijani azeri bahraini bangladeshi basque bavarian belarusian belgian belgians bolivian bosnian
		bosnians brazilian brazilians british briton britons bulgarian bulgarians burmese burundian cambodian
		cameroonian canadian canadians catalan catalans caribbean chadian chechen chechens chilean chileans chinese colombian
		colombians congolese croatian croatians croat croats cuban cubans cypriot czech czechs danish dane danes
		dominican dutch ecuadorian egyptian egyptians english eritrean estonian estonians ethiopian ethiopians
		european europeans fijian filipino filipinos finnish finns french gabonese gambian gazan gazans georgian
		georgians german germans ghanaian greek greeks guatemalan guinean haitian haitians hawaiian honduran
		hungarian hungarians icelandic indian indians indonesian indonesians iranian iranians iraqi iraqis irish
		israeli israelis italian italians ivorian jamaican japanese jordanian jordanians kashmiri kazakh kenyan
		kenyans korean koreans kosovar kurdish kurd kurds kuwaiti kyrgyz laotian latvian latvians lebanese
		liberian libyan libyans lithuanian lithuanians londoners macedonian malawian malaysian malian maltese
		mauritanian mexican mexicans moldovan mongolian moroccan moroccans mozambican muscovites namibian
		nepalese nepali nicaraguan nigerian nigerians norwegian norwegians omani pakistani pakistanis
		palestinian palestinians panamanian paraguayan peruvian peruvians polish pole poles portuguese qatari
		romanian romanians russian russians rwandan rwandans samoan saudi saudis scottish scot scots senegalese
		serbian serb serbs sicilian singaporean slovak slovaks slovenian slovene somali somalis spanish
		spaniard spaniards sudanese swedish swede swedes swiss syrian syrians taiwanese tajik tanzanian texan texans thai
		tibetan tibetans togolese tunisian tunisians turkish turk turks turkmen tuscan ugandan ugandans
		ukrainian ukrainians uruguayan uyghur uyghurs uighur uighurs uzbek uzbeks venezuelan venezuelans
		vietnamese welsh yemeni yemenis yugoslav zambian zimbabwean zimbabweans soviet soviets asian asians
		latino latinos latina hispanic hispanics western eastern northern southern westerners anglo nordic
		scandinavian balkan slavic arctic asian-american african-american african-americans afro-american
		anglo-american franco-german pro-russian pro-european pro-western anti-american anti-western
		indo-pacific asia-pacific transatlantic sino-american russian-backed u.s.-led us-led u.s.-backed
		jewish jew jews muslim muslims islamic islamist islamists christian christians catholic catholics
		protestant protestants orthodox anglican hindu hindus buddhist buddhists sikh sikhs sunni sunnis shia
		shiite shiites shi'ite mormon mormons evangelical evangelicals methodist baptist lutheran presbyterian
		republican republicans democrat democrats democratic communist communists socialist socialists
		conservative conservatives liberal liberals labour tory tories marxist leninist nazi nazis fascist
		fascists zionist zionists bolshevik bolsheviks victorian elizabethan edwardian medieval roman romans
		byzantine ottoman persian persians latin hebrew yiddish mandarin cantonese hindi urdu bengali tamil
		tamils swahili pashtun pashtuns tajiks hazara sinhalese rohingya roma hutu tutsi yazidi yazidis druze
		maronite houthi-led aboriginal maori inuit cherokee navajo sioux native`},
	{setPlaceWord, `island islands isle isles river lake lakes mount mountain mountains sea ocean bay gulf strait straits
		valley street avenue road boulevard lane square park forest woods bridge canal creek falls beach coast
		city town village county borough parish province district state region territory peninsula desert hill
		hills heights plateau cape port harbour harbor archipelago basin delta glacier volcano reef lagoon
		highway motorway freeway kingdom emirates republic oblast prefecture springs grove shore shores
		terrace gardens plains steppe strip border frontier canyon ridge crossing junction cemetery camp hemisphere`},
	{setBuilding, `stadium arena memorial hall station tower towers palace cathedral basilica temple mosque synagogue abbey
		chapel castle prison jail zoo theatre theater cinema hotel museum airport airfield racecourse speedway
		raceway monument mall plaza pavilion courthouse fort fortress citadel ballpark dam mill plant
		dockyard shipyard quarry mansion villa auditorium gallery library skyscraper aquarium terminal
		reservoir refinery checkpoint pier wharf crematorium casino circuit velodrome`},
	{setDirection, `north south east west northern southern eastern western central upper lower greater northeast northwest
		southeast southwest north-east north-west south-east south-west northeastern northwestern southeastern
		southwestern inner outer mid new san santa saint st los las el fort port mount lake cape puerto
		punta villa nova costa isle île rio monte river camp downtown metropolitan rural occupied mainland`},
}
