package splitter

// german is German as it is written in the news of Germany, Austria and Switzerland.
var german = languageData{
	code: "de",
	evidence: `der die das und nicht ist mit von den dem des ein eine einen einem einer auf für im sich auch als wie nach bei
		dass sind hat haben wird werden wurde wurden zu zur zum aus über er sie es am bis sagte habe sei war ich wir ihr aber
		oder noch nur um durch gegen laut seit unter`,
	words: []wordTable{
		{setSay | setPast, `sagte sagten erklärte erklärten betonte betonten behauptete behaupteten schrieb schrieben meinte meinten
			kündigte kündigten ergänzte ergänzten antwortete antworteten forderte forderten kritisierte kritisierten warnte warnten
			berichtete berichteten teilte teilten fügte fügten räumte bestätigte bestätigten bestritt bestritten versicherte
			versicherten erläuterte erläuterten unterstrich mahnte mahnten argumentierte argumentierten äußerte äußerten rief
			fragte fragten erzählte erzählten vermutete vermuteten dementierte dementierten twitterte zitierte mitteilte mitteilten
			erinnerte verkündete verkündeten entgegnete erwiderte versprach versprachen bekräftigte bekräftigten urteilte
			urteilten prognostizierte schätzte schätzten konstatierte resümierte lobte hieß beteuerte erwiderten beklagte beklagten unterstrichen prophezeite widersprach`},
		{setSay | setThird, `sagt sagen erklärt erklären betont betonen behauptet behaupten schreibt schreiben meint meinen kündigt
			fordert fordern warnt warnen berichtet berichten teilt mitteilt bestätigt bestätigen bestreitet versichert glaubt
			vermutet äußert rechnet erzählt erzählen`},
		{setSay | setBase, `gesagt erklärt betont behauptet geschrieben mitgeteilt angekündigt bestätigt bestritten berichtet
			versichert gewarnt gefordert eingeräumt hinzugefügt`},
		{setThat, `dass daß ob`},
		{setAs, `wie`},
		{setAux, `ist sind war waren hat haben hatte hatten wird werden wurde wurden sei seien habe hätte hätten wäre wären bin bist
			gewesen geworden worden gebe gäbe habe komme müsse könne solle wolle dürfe werde`},
		{setModal, `kann können konnte konnten könnte könnten muss müssen musste mussten müsste soll sollen sollte sollten will wollen
			wollte wollten darf dürfen dürfte dürften möchte möchten würde würden`},
		{setVerb, `kam kamen ging gingen gab gaben steht stehen stand standen liegt liegen lag lagen bleibt bleiben blieb blieben
			kommt kommen geht gehen gibt geben macht machen machte machten stieg stiegen sank sanken fiel fielen starb starben
			begann begannen führt führen führte führten kostet kosten kostete zeigt zeigen zeigte zeigten hielt fand fanden
			stürzte stürzten traf trafen nahm nahmen leben lebt arbeiten arbeitet`},
		{setNot, `nicht kein keine keinen nie niemals`},
		{setDet, `der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem jener jene sein seine
			seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere mehrere viele einige alle beide zwei drei vier`},
		{setPronoun | setHe, `er`}, {setPronoun | setShe, `sie`}, {setPronoun, `es ich wir man ihm ihn ihnen uns`},
		{setPrep, `in im an am auf aus bei beim mit nach seit von vom vor zu zum zur für gegen ohne um durch über unter zwischen hinter
			neben während wegen trotz gegenüber bis ab laut anlässlich`},
		{setAnd, `und oder aber sowie doch denn sondern`},
		{setSub, `dass weil wenn als nachdem bevor obwohl während der die das welche welcher wo warum wer was ob da damit sodass`},
		{setTime, `gestern heute morgen abend mittag vormittag nachmittag nacht woche monat jahr montag dienstag mittwoch donnerstag
			freitag samstag sonnabend sonntag montagabend dienstagabend mittwochabend donnerstagabend freitagabend montagmorgen
			zuvor danach später früher zuletzt jetzt nun`},
		{setDay, `montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag`},
		{setMonth, `januar jänner februar märz april mai juni juli august september oktober november dezember jan feb febr apr aug sept
			okt nov dez`},
		{setAdverb, `auch noch schon bereits nur jedoch allerdings dabei damit dazu dann dort hier außerdem zudem ferner weiter
			wiederholt erneut öffentlich mehrfach zunächst schließlich immer deutlich ausdrücklich unterdessen indes nämlich
			kürzlich angeblich offenbar`},
		{setTitle, `herr frau dr prof kanzler bundeskanzler bundeskanzlerin kanzlerin präsident präsidentin bundespräsident minister
			ministerin ministerpräsident ministerpräsidentin außenminister außenministerin innenminister innenministerin
			finanzminister finanzministerin verteidigungsminister verteidigungsministerin wirtschaftsminister verkehrsminister
			umweltministerin gesundheitsminister gesundheitsministerin bürgermeister bürgermeisterin oberbürgermeister
			oberbürgermeisterin sprecher sprecherin regierungssprecher regierungssprecherin polizeisprecher polizeisprecherin
			chef chefin parteichef parteichefin vorsitzender vorsitzende abgeordnete abgeordneter staatsanwalt
			staatsanwältin professor professorin direktor direktorin experte expertin anwalt anwältin richter richterin
			generalsekretär generalsekretärin senator senatorin landrat staatschef regierungschef regierungschefin papst könig
			königin general premierminister premierministerin`},
		{setShe, `ministerin bundeskanzlerin kanzlerin präsidentin sprecherin ministerpräsidentin außenministerin innenministerin
			finanzministerin verteidigungsministerin umweltministerin gesundheitsministerin bürgermeisterin oberbürgermeisterin
			regierungssprecherin polizeisprecherin chefin parteichefin direktorin expertin anwältin richterin staatsanwältin frau
			anna maria angela annalena ursula petra sabine claudia andrea julia sarah laura lena katrin katharina christine
			monika nancy svenja franziska martina nicole birgit renate heike susanne ulrike barbara eva lisa hannah sophie`},
		{setHe, `minister bundeskanzler kanzler präsident sprecher ministerpräsident bürgermeister herr oberbürgermeister außenminister
			innenminister finanzminister regierungssprecher polizeisprecher direktor
			hans peter thomas michael andreas stefan christian frank klaus jürgen wolfgang martin markus friedrich olaf robert
			karl jan max paul lukas felix jens uwe bernd dieter helmut heinz gerhard werner walter matthias alexander sebastian
			tobias florian daniel david johannes joachim armin horst manfred otto boris volker kai lars sven torsten`},
		{setRole, `polizei regierung bundesregierung ministerium staatsanwaltschaft feuerwehr behörde behörden unternehmen konzern partei
			gericht gewerkschaft verband zeitung bericht studie experten forscher sprecher sprecherin opposition zeugen
			augenzeugen journalisten reporter armee militär kommission institut amt stadt leitung angaben medien`},
		{setOrg, `ministerium kommission partei bank gericht amt universität institut verband gesellschaft ag gmbh`},
		{setMedia, `dpa afp reuters ap spiegel bild faz zeitung zdf ard orf srf tagesschau rundfunk funke stern focus handelsblatt
			tagesspiegel rnd redaktionsnetzwerk deutschlandfunk presse-agentur apa kurier standard taz nachrichtenagentur`},
		{setPlace, `deutschland österreich schweiz berlin hamburg münchen köln frankfurt wien zürich europa russland frankreich ukraine
			moskau paris london washington brüssel usa china polen italien spanien bayern sachsen`},
		{setNumber, `zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert tausend dutzend`},
		{setUnit, `million millionen milliarde milliarden mio mrd jahrhundert jahrhunderts mal platz liga stock klasse weltkrieg
			weltkriegs runde spieltag bundesliga quartal halbjahr stunde tag`},
		{setMoney, `euro euros dollar franken cent rubel pfund`},
		{setStarter, `der die das den dem ein eine einen er sie es wir ich ihr man im in am an auf aus bei mit nach seit von vor zu zum
			zur für gegen ohne um durch über unter und aber doch auch dabei damit danach dann dort hier da dies diese dieser
			dieses so wie wer was wo warum wenn als ob obwohl weil laut zudem außerdem allerdings jedoch nun jetzt heute gestern
			seine ihre sein ihr kein keine viele einige alle mehr nur noch schon trotz während zuvor später insgesamt bisher
			deshalb daher denn nicht beide jeder experten wegen anders zwei drei`},
		{setAbbrTitle, `dr prof dres hr fr st frhr dipl ing med hl fa rep sen`},
		{setAbbrNumber, `nr nrn s art abs ziff bd kap tel par`},
		{setAbbrMay, `usw etc uvm str ff jh inkl`},
		{setAbbrNever, `z.b z.b. d.h d.h. u.a u.a. bzw ca vgl sog evtl ggf geb gest z d u v a i.d.r. z.t. u.a.m. rd zzgl exkl max min bes
			mio mrd tsd o.ä o.g verh jan febr feb apr aug sept okt nov dez so mo di mi do frei sa`},
		{setFurniture, `lesen lesenswert mehr auch weiterlesen newsletter abonnieren anmelden registrieren teilen folgen kommentare kommentar
			kommentieren anzeige werbung datenschutz impressum agb cookies cookie startseite themen thema video videos
			bildergalerie fotostrecke foto fotos bild bilder quelle quellen meistgelesen empfehlungen empfohlen verwandte artikel
			drucken merken startseite menü abo app podcast nach oben hier klicken redaktion kontakt live ticker liveticker
			facebook twitter instagram whatsapp telegram youtube e-mail zum thema passend dazu jetzt kostenlos testen
			aktualisiert veröffentlicht stand lesezeit min minuten rechte vorbehalten das könnte sie interessieren`},
	},
	hedges: `ohne beweise
		ohne belege
		ohne beweise vorzulegen
		ohne belege vorzulegen
		ohne dafür beweise vorzulegen
		ohne dafür belege vorzulegen
		ohne beweise zu nennen
		ohne belege zu nennen
		ohne einzelheiten zu nennen
		ohne details zu nennen
		angeblich
		angebliche
		angeblichen
		mutmaßlich
		mutmaßliche
		mutmaßlichen
		vermeintlich
		vermeintliche
		vermeintlichen
		fälschlicherweise
		zu unrecht
		unbelegt
		unbestätigt
		unbestätigten
		sogenannte
		sogenannten
		ließ sich nicht überprüfen
		ließen sich nicht überprüfen
		ließ sich zunächst nicht überprüfen
		ließen sich zunächst nicht unabhängig überprüfen
		ließen sich nicht unabhängig überprüfen
		ließ sich nicht unabhängig überprüfen
		nicht unabhängig überprüft`,
	according: `laut
		nach angaben von
		nach angaben des
		nach angaben der
		nach angaben
		nach ansicht von
		nach ansicht des
		nach ansicht der
		nach auskunft von
		nach auskunft der
		nach auskunft des
		nach informationen von
		nach informationen der
		nach informationen des
		nach worten von
		nach den worten von
		einem bericht der`,
	accordingAfter: `zufolge`,
	listeners: `gegenüber der
		gegenüber dem
		gegenüber den
		gegenüber
		in einem interview mit der
		in einem interview mit dem
		in einem interview mit
		im interview mit der
		im interview mit dem
		im interview mit
		im gespräch mit der
		im gespräch mit dem
		im gespräch mit
		in einem gespräch mit
		der zeitung
		den zeitungen
		der nachrichtenagentur
		dem sender
		dem magazin
		dem
		der
		den`,
	denying:   newWordList(`bestritt bestritten bestreitet bestreiten dementierte dementierten dementiert leugnete leugneten`),
	tags:      newWordList(`so`),
	particles: newWordList(`mit hinzu ein an bekannt zurück weiter`),
	bylines:   newWordList(`von`),
	stamps:    newWordList(`veröffentlicht aktualisiert stand erstellt publiziert`),
	ordinals:  true, reversedQuotes: true, verbSecond: true, nounCapitals: true,
}
