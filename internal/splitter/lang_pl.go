package splitter

// polish is Polish as it is written in the news.
var polish = languageData{
	code: "pl",
	evidence: `i w na nie się z do że to jest o od po za jak ale przez który która które są był była było być oraz ze dla już tylko
		tak tym tego może po przed także też czy jego jej ich co r według ma we ten ta powiedział`,
	words: []wordTable{
		{setSay | setPast, `powiedział powiedziała powiedzieli mówił mówiła mówili oświadczył oświadczyła oświadczyli stwierdził stwierdziła
			stwierdzili dodał dodała dodali podkreślił podkreśliła podkreślili zaznaczył zaznaczyła poinformował poinformowała
			poinformowali poinformowało przekazał przekazała przekazali przekazało zapowiedział zapowiedziała zapowiedzieli
			zapewnił zapewniła zapewnili ocenił oceniła ocenili wyjaśnił wyjaśniła tłumaczył tłumaczyła napisał napisała
			napisali przyznał przyznała zaprzeczył zaprzeczyła zaprzeczyli twierdził twierdziła ostrzegł ostrzegła zapytał
			zapytała pytał odpowiedział odpowiedziała skomentował skomentowała zauważył zauważyła przypomniał przypomniała
			ogłosił ogłosiła ogłosili podał podała podało podali potwierdził potwierdziła potwierdzili zarzucił zarzuciła
			skrytykował skrytykowała apelował apelowała wskazał wskazała relacjonował argumentował obiecał zadeklarował zadeklarowała przekonywał przekonywała alarmował odparł odparła zaapelował zaapelowała wspominał uznał uznała`},
		{setSay | setThird, `mówi mówią twierdzi twierdzą podkreśla podkreślają dodaje informuje informują przekazuje zapowiada zapewnia
			ocenia oceniają wyjaśnia tłumaczy pisze piszą przyznaje zaprzecza ostrzega pyta odpowiada komentuje zauważa przypomina
			podaje podają potwierdza wskazuje uważa uważają zaznacza stwierdza`},
		{setThat, `że iż czy`},
		{setAs, `jak`},
		{setAux, `jest są był była było byli były będzie będą zostać został została zostało zostali zostały być`},
		{setModal, `może mogą mógł mogła musi muszą musiał powinien powinna powinno chce chcą trzeba należy można`},
		{setVerb, `ma mają miał miała mieli zginęło zginęły zginęli wzrosło wzrosła wzrósł wzrosły spadło spadła spadł zamknięto doszło
			kosztował kosztuje kosztowała trwa trwają zaczął zaczęła`},
		{setNot, `nie nigdy ani`},
		{setDet, `ten ta to te ci tego tej tych tym tymi swój swoje swoją jego jej ich nasz nasza kilka wiele każdy dwa dwie trzy`},
		{setPronoun | setHe, `on`}, {setPronoun | setShe, `ona`}, {setPronoun, `oni one ja my wy mu go nas nam się mnie`},
		{setPrep, `w we na z ze do od o po za przez przy dla bez pod nad przed między u ku podczas według mimo wobec wśród oprócz`},
		{setAnd, `i a oraz lub albo ale lecz`},
		{setSub, `że który która które którzy którego której których gdy kiedy ponieważ bo jeśli jeżeli aby żeby gdzie choć chociaż czy co
			kto`},
		{setTime, `wczoraj dziś dzisiaj jutro rano wieczorem poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela
			ubiegłym zeszłym tygodniu tydzień miesiącu roku roku niedawno wcześniej później`},
		{setDay, `poniedziałek wtorek środę środa czwartek piątek sobotę sobota niedzielę niedziela`},
		{setMonth, `stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia styczeń luty marzec
			kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień styczniu lutym marcu kwietniu maju czerwcu
			lipcu sierpniu wrześniu październiku listopadzie grudniu`},
		{setAdverb, `także też również już jeszcze tylko jednak ponadto następnie wreszcie publicznie wielokrotnie wyraźnie dziennikarzom
			wprost natomiast tymczasem jednocześnie`},
		{setTitle, `pan pani dr prof prezydent premier minister wicepremier wiceminister marszałek poseł posłanka senator burmistrz wójt
			wojewoda rzecznik rzeczniczka prezes prokurator sędzia dyrektor dyrektorka szef szefowa przewodniczący
			przewodnicząca generał gen płk komisarz ekspert ekspertka profesor adwokat mecenas kanclerz król papież biskup`},
		{setShe, `pani posłanka rzeczniczka dyrektorka szefowa przewodnicząca ekspertka
			anna maria katarzyna małgorzata agnieszka barbara ewa krystyna magdalena elżbieta joanna monika beata danuta zofia
			aleksandra natalia karolina marta julia izabela dorota iwona jadwiga hanna teresa renata urszula paulina alicja`},
		{setHe, `pan prezydent premier minister marszałek poseł burmistrz prezes dyrektor szef przewodniczący
			jan andrzej piotr krzysztof stanisław tomasz paweł józef marcin marek michał grzegorz jerzy tadeusz adam łukasz
			zbigniew ryszard dariusz henryk mariusz kazimierz wojciech robert mateusz marian rafał jacek janusz donald jarosław
			mirosław maciej sławomir szymon radosław władysław lech karol bartosz jakub`},
		{setRole, `policja rząd ministerstwo prokuratura sąd partia firma spółka związek raport badanie eksperci naukowcy gazeta świadkowie
			dziennikarze władze organizacja opozycja wojsko straż rzecznik prezydent premier minister źródła źródło agencja
			portal kancelaria komenda policji rządu ministerstwa prokuratury sądu partii firmy spółki związku raportu ekspertów
			naukowców gazety świadków władz organizacji opozycji wojska straży rzecznika prezydenta premiera ministra agencji
			portalu szef szefa prezesa dyrektora`},
		{setOrg, `ministerstwo ministerstwa komisja komisji partia partii bank banku sąd sądu uniwersytet uniwersytetu instytut instytutu
			związek związku sejm sejmu senat senatu rada rady`},
		{setMedia, `pap reuters afp ap wyborcza rzeczpospolita onet tvn tvn24 tvp rmf rmf24 polsat interia gazeta gazecie gazety agencja
			agencji portal portalowi radio radiu telewizja telewizji dziennik dziennikowi fakt wp zet tokfm`},
		{setPlace, `polska polsce polski warszawa warszawie kraków krakowie gdańsk gdańsku wrocław wrocławiu poznań poznaniu łódź łodzi europa
			europie niemcy niemczech francja rosja rosji ukraina ukrainie moskwa moskwie londyn waszyngton bruksela brukseli usa`},
		{setNumber, `dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć sto tysiąc kilkaset`},
		{setUnit, `tys mln mld tysięcy tysiące milionów miliony milion miliardów miliardy miliard proc`},
		{setMoney, `zł złotych złote euro dolarów dolary franków`},
		{setStarter, `w we na z ze do od o po za przez przy dla bez pod nad przed według podczas to ten ta te ci on ona oni one my ja i a ale
			jednak także też również już jeszcze tylko nie tak jak kiedy gdy jeśli aby choć czy co kto gdzie dlaczego dlatego
			wcześniej później następnie potem ponadto dziś wczoraj jutro jest są był była będzie tam tu teraz wśród mimo
			wszystko wielu kilka dwa trzy zdaniem natomiast tymczasem jego jej ich`},
		{setAbbrTitle, `prof gen płk ppłk mjr kpt por ks bp abp inż mgr fot rys oprac podkom kom nadkom asp sierż mł insp nadinsp dyr red św ul al pl im woj hab red st os dr sp n`},
		{setAbbrNumber, `nr art ust s str pkt par godz tel poz t`},
		{setAbbrMay, `itd itp r w wlkp in p.n.e`},
		{setAbbrNever, `np tzw tj m.in m.in. m ok ob ur zm por tzn ww wg tys proc mln mld sygn dz ang niem łac`},
		{setFurniture, `czytaj także też więcej zobacz przeczytaj newsletter zapisz subskrybuj subskrypcja prenumerata zaloguj zarejestruj
			udostępnij podziel obserwuj komentarze komentarz skomentuj reklama ogłoszenie prywatności cookies cookie polityka
			regulamin strona główna temat tematy wideo film galeria zdjęcia zdjęcie fot foto źródło źródła polecane polecamy
			powiązane artykuły artykuł popularne najczęściej czytane drukuj góry kontakt facebook twitter instagram whatsapp
			telegram youtube e-mail kliknij tutaj na żywo podcast opublikowano aktualizacja minut min wszelkie prawa
			zastrzeżone redakcja autor oprac się`},
	},
	hedges: `bez dowodów
		bez żadnych dowodów
		bez podania dowodów
		bez przedstawienia dowodów
		nie przedstawiając dowodów
		nie przedstawiając żadnych dowodów
		nie podając dowodów
		nie podając szczegółów
		bez podania szczegółów
		rzekomo
		rzekomy
		rzekoma
		rzekome
		rzekomego
		rzekomej
		rzekomych
		domniemany
		domniemanego
		domniemane
		bezpodstawnie
		niesłusznie
		błędnie
		fałszywie
		niepotwierdzone
		niepotwierdzonych
		tak zwany
		nie udało się zweryfikować
		nie można zweryfikować`,
	according: `według
		zdaniem
		jak wynika z
		wynika z informacji
		wynika z
		z informacji
		w ocenie`,
	listeners: `agencji
		dziennikowi
		gazecie
		portalowi
		telewizji
		radiu
		tygodnikowi
		dziennikarzom
		reporterom
		w rozmowie z
		w wywiadzie dla
		podczas konferencji prasowej
		na konferencji prasowej
		na antenie
		dla
		w`,
	denying:  newWordList(`zaprzeczył zaprzeczyła zaprzecza zaprzeczają zaprzeczyli zdementował zdementowała zdementowało`),
	bylines:  newWordList(`autor oprac opracował opracowała autorka tekst`),
	stamps:   newWordList(`opublikowano aktualizacja publikacja dodano zaktualizowano data`),
	ordinals: true,
}
