package splitter

import "strings"

// nameTable gives names of several words their type.
type nameTable struct {
	typ   EntityType
	names string
}

// knownNames are the names of nameTables.
var knownNames = newKnownNames()

func newKnownNames() map[string]EntityType {
	names := make(map[string]EntityType, 1024)
	for _, table := range nameTables {
		for name := range strings.SplitSeq(table.names, ",") {
			names[strings.Join(strings.Fields(name), " ")] = table.typ
		}
	}
	return names
}

// nameTables are names of several words that their words do not tell the kind of, between commas, in lower case.
// Those without a type are names of other things: events, works, products, peoples.
var nameTables = [...]nameTable{
	{EntityPlace, `
united states, united states of america, the united states, united kingdom, great britain, northern ireland,
soviet union, european union countries, united arab emirates, saudi arabia, south africa, south sudan, south korea,
north korea, korea republic, new zealand, papua new guinea, new guinea, guinea-bissau, equatorial guinea, sierra leone,
burkina faso, ivory coast, côte d'ivoire, cote d'ivoire, cape verde, cabo verde, são tomé, sri lanka, hong kong,
el salvador, costa rica, puerto rico, dominican republic, czech republic, central african republic,
democratic republic of congo, democratic republic of the congo, republic of ireland, republic of korea, republic of congo,
bosnia and herzegovina, trinidad and tobago, antigua and barbuda, saint kitts and nevis, st. kitts and nevis,
saint vincent and the grenadines, st. lucia, saint lucia, turks and caicos, san marino, vatican city, marshall islands,
solomon islands, faroe islands, falkland islands, cayman islands, canary islands, channel islands, virgin islands,
kuril islands, senkaku islands, paracel islands, spratly islands, north macedonia, east timor, timor-leste, east germany,
west germany, east jerusalem, west bank, gaza strip, golan heights, sinai peninsula, arabian peninsula, korean peninsula,
iberian peninsula, horn of africa, persian gulf, gulf of mexico, gulf of aden, gulf of tonkin, red sea, black sea,
dead sea, north sea, south china sea, east china sea, caspian sea, baltic sea, yellow sea, sea of japan, sea of azov,
middle east, near east, far east, southeast asia, south-east asia, central asia, south asia, east asia, latin america,
north america, south america, central america, western europe, eastern europe, central europe, north africa, west africa,
east africa, sub-saharan africa, asia pacific, asia-pacific, indo-pacific, arctic ocean, pacific ocean, atlantic ocean,
indian ocean, southern ocean, english channel, the channel, suez canal, panama canal, south pacific, north atlantic,
new york, new york city, new york state, los angeles, san francisco, san diego, san jose, san antonio, san bernardino,
san juan, santa fe, santa monica, santa barbara, santa cruz, santa clara, las vegas, el paso, fort worth, fort lauderdale,
new orleans, baton rouge, st. louis, saint louis, st louis, st. paul, st. petersburg, saint petersburg, des moines,
kansas city, oklahoma city, salt lake city, jersey city, atlantic city, mexico city, guatemala city, panama city,
quebec city, kuwait city, gaza city, ho chi minh city, new delhi, tel aviv, abu dhabi, addis ababa, buenos aires,
rio de janeiro, sao paulo, são paulo, belo horizonte, porto alegre, santo domingo, port-au-prince, port au prince,
port of spain, san salvador, san pedro sula, la paz, phnom penh, kuala lumpur, siem reap, ho chi minh, chiang mai,
ulan bator, nur-sultan, novi sad, cluj-napoca, banja luka, camp david, palo alto, mountain view, menlo park, cape canaveral,
cape town, port elizabeth, east london, dar es salaam, sharm el-sheikh, sharm el sheikh, port said, north carolina,
south carolina, north dakota, south dakota, west virginia, new hampshire, new jersey, new mexico, new england,
rhode island, long island, staten island, ellis island, washington d.c., washington dc, orange county,
bay area, silicon valley, times square, central park, ground zero, capitol hill, wall street, downing street,
10 downing street, fleet street, trafalgar square, red square, tiananmen square, tahrir square, buckingham palace,
windsor castle, westminster abbey, notre dame, eiffel tower, trump tower, mar-a-lago, guantanamo bay, guantánamo bay,
abu ghraib, pearl harbor, pearl harbour, berlin wall, great wall, british columbia, nova scotia, new brunswick,
prince edward island, northwest territories, new south wales, south australia, western australia, northern territory,
gold coast, sunshine coast, alice springs, great barrier reef, isle of wight, isle of man, west midlands, east midlands,
greater manchester, tyne and wear, home counties, milton keynes, hong kong island, inner mongolia, tamil nadu,
uttar pradesh, madhya pradesh, andhra pradesh, himachal pradesh, arunachal pradesh, west bengal, jammu and kashmir,
khyber pakhtunkhwa, cox's bazar, basque country, ile de france, île-de-france, costa del sol, bay of bengal, mont blanc,
mount everest, lake victoria, lake michigan, lake como, lake geneva, monte carlo, la plata, mar del plata, tierra del fuego,
viña del mar, punta cana, rocky mountains, high street, mississippi river, amazon rainforest, north pole, south pole,
three mile island, area 51, cape cod, martha's vineyard, hudson river, white cliffs of dover, globe theatre, holy land,
nizhny novgorod, rostov-on-don, donetsk people's republic, luhansk people's republic, islamic republic of iran,
people's republic of china, republic of china, kingdom of saudi arabia, strait of hormuz, taiwan strait, bering strait,
world trade center, rockefeller center, barbican centre, lincoln center, kennedy center, madison square garden,
silk road, chernobyl nuclear power plant, old trafford, stade de france, camp nou, wembley`},
	{EntityOrganization, `
white house, united nations, european union, european commission, african union, arab league, world bank,
world health organization, world health organisation, federal reserve, the fed, wall street journal, new york times,
washington post, los angeles times, boston globe, chicago tribune, usa today, financial times, daily mail, daily telegraph,
daily mirror, daily express, the times, the sun, the guardian, the economist, the independent, associated press,
agence france-presse, press association, pa media, al jazeera, al arabiya, sky news, fox news, le monde, le figaro, el país,
el pais, der spiegel, die zeit, die welt, la repubblica, corriere della sera, süddeutsche zeitung, deutsche welle,
ria novosti, russia today, voice of america, radio free europe, globe and mail, the globe and mail, huffington post,
daily beast, national geographic, rolling stone, vanity fair, new yorker, the new yorker, pc world, scientific american,
nature climate change, new scientist, the lancet, the hill, supreme court, high court, red cross, british red cross,
red crescent, doctors without borders, médecins sans frontières, medecins sans frontieres, human rights watch,
amnesty international, save the children, world vision, transparency international, reporters without borders,
human rights first, black lives matter, me too, boy scouts, girl scouts, salvation army, ku klux klan, proud boys,
oath keepers, boko haram, al qaeda, al qaida, al shabaab, islamic state, islamic jihad, muslim brotherhood, jabhat al-nusra,
lashkar-e-taiba, free syrian army, tamil tigers, shining path, sinn féin, sinn fein, fianna fáil, fine gael, plaid cymru,
forza italia, five star movement, movimento 5 stelle, lega nord, alternative for germany, alternative für deutschland,
front national, national front, national rally, rassemblement national, la france insoumise, en marche, golden dawn,
law and justice, civic platform, law & justice, united russia, a just russia, fair russia, servant of the people,
african national congress, tea party, bharatiya janata, pakistan tehreek-e-insaf, lok sabha, rajya sabha, scotland yard,
new scotland yard, royal navy, royal air force, us navy, us army, us air force, u.s. navy, u.s. army, u.s. air force,
united states navy, united states army, coast guard, national guard, marine corps, special forces, secret service,
homeland security, border patrol, border force, free church, holy see, goldman sachs, morgan stanley, deutsche bank,
bank of england, bank of america, jp morgan, wells fargo, lehman brothers, merrill lynch, credit suisse, bnp paribas,
société générale, standard & poor's, standard and poor's, dow jones, berkshire hathaway, johnson & johnson,
johnson and johnson, procter & gamble, at&t, marks & spencer, marks and spencer, ernst & young, general motors,
general electric, ford motor, rolls royce, british airways, british petroleum, british telecom, royal dutch shell,
exxon mobil, coca cola, saudi aramco, royal mail, deutsche telekom, deutsche bahn, air france, air france-klm, american airlines,
delta air lines, southwest airlines, air canada, air india, electronic arts, activision blizzard, warner bros, warner brothers,
walt disney, universal pictures, live nation, planned parenthood, make-a-wish, cambridge analytica, pew research, ipsos mori,
council on foreign relations, chatham house, heritage foundation, brookings institution, cato institute, rand corporation,
harvard law school, mit technology review, imperial college, imperial college london, king's college london,
london school of economics, sciences po, max planck, johns hopkins, johns hopkins university, manchester united,
manchester city, real madrid, atlético madrid, atletico madrid, fc barcelona, bayern munich, borussia dortmund, inter milan,
ac milan, as roma, paris saint-germain, aston villa, west ham, west ham united, leeds united, newcastle united, crystal palace,
boston red sox, red sox, white sox, blue jays, new york yankees, chicago bulls, chicago cubs, golden state warriors,
los angeles lakers, dallas cowboys, green bay packers, new england patriots, maple leafs, toronto maple leafs, red bull,
international monetary fund, world economic forum, world trade organization, international criminal court,
international atomic energy agency, north atlantic treaty organization, organization of american states,
united nations high commissioner for refugees, joint chiefs of staff, joint chiefs, house of commons, house of lords,
house of representatives, lords, state department, treasury department, justice department, department of justice,
school board, oval office, electoral commission, crown prosecution service, metropolitan police, met police, met office,
first minister's office, attorney general's office, sheriff's office, district attorney's office, number 10,
ten downing, élysée palace, elysee palace, blue house, forbidden stories, kensington palace press office, google plus,
comedy central, cartoon network, discovery channel, history channel, channel 4, channel 5, channel nine, russia 1,
argumenty i fakty, komsomolskaya pravda, novaya gazeta, rossiyskaya gazeta, echo of moscow, ekho moskvy, people's daily,
global times, china daily, south china morning post, japan times, times of india, hindustan times, the hindu,
jerusalem post, times of israel, the age, sydney morning herald, irish times, the scotsman, daily star, evening standard`},
	{EntityPerson, `
pope francis, pope benedict, pope john paul, dalai lama, queen elizabeth, king charles, king felipe, king abdullah,
king salman, prince charles, prince william, prince harry, princess diana, prince philip, kate middleton, meghan markle,
aung san suu kyi, osama bin laden, bin laden, mohammed bin salman, mohammed bin zayed, ban ki-moon, kim jong-un,
kim jong un, kim jong-il, kim il-sung, moon jae-in, park geun-hye, yoon suk yeol, lee myung-bak, lee kuan yew, xi jinping,
li keqiang, wen jiabao, hu jintao, mao zedong, deng xiaoping, wang yi, tsai ing-wen, ma ying-jeou, carrie lam,
narendra modi, rahul gandhi, mahatma gandhi, george washington, abraham lincoln, martin luther king, van gogh, da vinci,
jesus christ, uncle sam, john doe, jane doe, de gaulle, charles de gaulle, von der leyen, de blasio, bill de blasio,
van rompuy, boutros boutros-ghali, le pen, marine le pen, greta thunberg, elon musk, jeff bezos, kanye west, kim kardashian,
lady gaga, j. k. rowling, usain bolt, lionel messi, che guevara, lech wałęsa, santa claus, robin hood, sherlock holmes,
harry potter, james bond, julius caesar, queen victoria, prince andrew, duke of sussex, duchess of sussex, duke of edinburgh,
prince of wales, princess of wales, duchess of cambridge, duke of cambridge, tsar nicholas, saint paul, saint peter,
virgin mary, el chapo, ayatollah khomeini, ayatollah khamenei, ali khamenei`},
	{"", `
internet explorer, google chrome, mozilla firefox, microsoft windows, windows xp, microsoft office, playstation vr, star wars,
star trek, world war, world war i, world war ii, first world war, second world war, cold war, civil war, gulf war, iraq war,
vietnam war, korean war, world cup, fifa world cup, super bowl, world series, grand prix, premier league title, la liga,
olympic games, winter olympics, summer olympics, nobel prize, nobel peace prize, pulitzer prize, booker prize, man booker,
academy award, golden globe, golden globes, new year, new year's, new year's eve, new year's day, chinese new year,
lunar new year, independence day, labor day, memorial day, veterans day, mother's day, valentine's day, boxing day,
good friday, black friday, ash wednesday, holy week, brexit, good friday agreement, paris agreement, kyoto protocol,
green new deal, affordable care act, bill of rights, human rights act, magna carta, old testament, new testament,
ten commandments, big bang, black death, industrial revolution, french revolution, russian revolution, october revolution,
arab spring, prague spring, green card, first amendment, second amendment, fifth amendment, dow jones industrial average,
ftse 100, nasdaq composite, s&p 500, air force one, marine one, boeing 737, boeing 747, black box, stone age, middle ages,
bronze age, iron age, big apple, golden gate, great depression, great recession, new deal, marshall plan, gulf stream,
milky way, iron curtain, final fantasy, angry birds, game of thrones, lord of the rings, harry potter and, prime minister's questions,
prime minister's question time, mother nature, first lady, prime minister, vice president, secretary general, attorney general,
foreign minister, foreign secretary, home secretary, speaker of the house, chief executive, chief justice, secretary of state,
university challenge, video assistant referee, man of the match, t-shirt, cold war era, common era, north star, southern cross,
universal declaration of human rights, geneva convention, geneva conventions, vienna convention, maastricht treaty,
treaty of versailles, treaty of lisbon, san francisco treaty, world wide web, artificial intelligence, first nations,
native american, native americans, african american, african americans, asian american, asian americans,
latin american, latin americans, south korean, north korean, south koreans, north koreans, south african, south africans,
new zealander, new zealanders, sri lankan, saudi arabian, costa rican, puerto rican, northern irish, west german, east german,
east germans, new yorker's, new yorkers, hong konger, hong kongers, middle eastern, south american, north american,
central american, central americans, north americans, south americans, west african, east african, southeast asian, south asian, east asian,
eastern european, western european, eastern europeans`},
}
