package splitter

// nameTables are the names of places and peoples, and common first names.
var nameTables = [...]wordTable{
	{setPlace, `afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh
		belarus belgium benin bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon
		canada chad chile china colombia congo croatia cuba cyprus czechia denmark ecuador egypt england
		eritrea estonia ethiopia europe finland france gabon gambia georgia germany ghana greece guatemala
		guinea haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
		jordan kazakhstan kenya korea kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania
		luxembourg macedonia madagascar malawi malaysia mali malta mauritania mexico moldova mongolia
		montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
		pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
		scotland senegal serbia singapore slovakia slovenia somalia spain sudan sweden switzerland syria
		taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine uruguay
		uzbekistan venezuela vietnam wales yemen zambia zimbabwe u.s. u.s.a. us usa u.k. uk uae africa asia
		america antarctica arctic crimea gaza chechnya kashmir tibet catalonia siberia balkans caucasus
		washington london paris berlin moscow beijing tokyo kyiv kiev brussels rome madrid lisbon vienna
		prague warsaw budapest bucharest sofia athens ankara istanbul cairo baghdad tehran damascus beirut
		jerusalem riyadh kabul islamabad delhi mumbai dhaka bangkok hanoi jakarta manila seoul pyongyang
		taipei shanghai hong kong sydney melbourne canberra ottawa toronto montreal vancouver chicago
		boston houston dallas philadelphia detroit atlanta miami seattle denver phoenix baltimore cleveland
		orlando florida texas california ohio virginia pennsylvania michigan illinois arizona nevada
		colorado utah oregon wisconsin minnesota iowa missouri kansas nebraska oklahoma arkansas louisiana
		mississippi alabama tennessee kentucky indiana maryland delaware connecticut massachusetts vermont
		maine hawaii alaska montana wyoming idaho dakota york angeles francisco diego vegas brooklyn
		manhattan geneva zurich stockholm oslo copenhagen helsinki dublin edinburgh glasgow manchester
		liverpool birmingham milan naples munich hamburg frankfurt barcelona amsterdam hague nairobi lagos
		johannesburg pretoria harare khartoum tripoli tunis algiers rabat havana bogota caracas lima
		santiago buenos rio sao brasilia quito doha dubai kuwait sanaa minsk riga vilnius tallinn tbilisi
		yerevan baku tashkent astana dushanbe bishkek zagreb belgrade sarajevo pristina skopje tirana
		chisinau ljubljana bratislava luxembourg kandahar herat aleppo mosul basra hebron ramallah donetsk
		luhansk kharkiv odesa mariupol sevastopol okinawa hiroshima osaka`},
	{setDemonym, `afghan afghans african africans american americans arab arabs argentine australian australians
		austrian belarusian belgian brazilian british briton britons bulgarian canadian canadians chilean
		chinese colombian croatian cuban cubans czech danish dutch egyptian egyptians english estonian
		european europeans filipino finnish french georgian german germans greek greeks hungarian indian
		indians indonesian iranian iranians iraqi iraqis irish israeli israelis italian italians japanese
		jewish jordanian kenyan korean koreans kurdish kurds latvian lebanese libyan lithuanian mexican
		mexicans muslim muslims nigerian norwegian pakistani pakistanis palestinian palestinians polish
		portuguese romanian russian russians rwandan saudi saudis scottish serbian serbs slovak somali
		spanish sudanese swedish swiss syrian syrians taiwanese thai tibetan turkish turks ugandan ukrainian
		ukrainians venezuelan vietnamese welsh western yemeni zimbabwean christian christians catholic
		republican republicans democrat democrats democratic soviet asian asians latino hispanic`},
	{setHe, `john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony
		donald mark paul steven andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey
		ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
		frank alexander raymond patrick jack dennis jerry tyler aaron jose adam nathan henry peter kyle
		walter harold jeremy keith roger gerald carl arthur lawrence sean christian albert joe bruce billy
		bryan roy ralph eugene louis philip bobby johnny vladimir dmitry dmitri sergei sergey ivan nikolai
		mikhail boris alexei alexey viktor igor oleg yuri andrei mohammed mohammad muhammad ahmed ahmad ali
		hassan hussein omar abdullah ibrahim mahmoud yusuf khalid barack joe bill hillary's ted jim tom mike
		dan dave steve bob tim ben sam matt chris jeff greg tony alex simon ian neil colin graham stuart
		francois jean pierre jacques emmanuel nicolas hans wolfgang klaus angelo marco giuseppe silvio
		mario juan carlos luis miguel jorge pedro pablo diego fernando javier alberto kim wang li xi shinzo
		fumio kofi nelson robert recep benjamin bashar saddam narendra imran rand marco chuck mitch newt
		rudy mitt al dick colin karl martin max oliver felix hugo oscar leo victor otto walter erik lars
		sven nigel gordon liam noah lucas ethan logan jared eli isaac gavin trent corey derek wayne`},
	{setShe, `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra
		ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
		sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole ruth katherine samantha
		christine emma catherine debra virginia rachel carolyn janet maria heather diane julie joyce
		victoria kelly christina joan evelyn lauren judith olivia frances martha cheryl megan andrea hannah
		jacqueline ann anne jean alice julia marie sophia theresa hillary ivanka melania angela ursula
		condoleezza nancy kamala elena olga natalia irina svetlana tatiana ekaterina fatima aisha leila
		sanae yuriko indira benazir aung claire fiona sally kate katie jane lucy ellen eva nina sonia
		carmen rosa teresa isabel ana lena greta simone brigitte marine theresa jill tina gina donna huma
		kellyanne megyn debbie elise`},
	{setPlaceWord, `island islands river lake mount sea ocean bay gulf strait valley street avenue road square park
		bridge airport city county province district state region peninsula desert mountains hills coast
		beach north south east west northern southern eastern western central new fort port cape canal
		states kingdom emirates republic`},
}
