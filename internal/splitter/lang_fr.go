package splitter

// french is French as it is written in the news.
var french = languageData{
	code: "fr",
	evidence: `le les des et est dans une du pour que qui sur pas au aux par avec plus ne se sont ont été mais ce cette ces son sa ses
		selon après elle ils nous vous leur leurs être fait aussi comme cela où sans sous entre était avait sera ou il`,
	words: []wordTable{
		{setSay | setBase, `déclaré dit affirmé expliqué ajouté annoncé assuré indiqué précisé souligné estimé rappelé répondu écrit
			reconnu dénoncé averti prévenu confié raconté confirmé démenti promis regretté accusé demandé insisté martelé lancé
			révélé rapporté soutenu prétendu répété conclu commenté admis jugé salué tweeté plaidé réagi poursuivi prédit critiqué rétorqué nié nuancé détaillé argué relevé noté signalé`},
		{setSay | setThird, `déclare dit affirme explique ajoute annonce assure indique précise souligne estime rappelle répond écrit
			reconnaît dénonce avertit prévient confie raconte confirme dément promet regrette demande insiste martèle lance
			révèle rapporte soutient prétend répète conclut commente admet juge salue plaide réagit poursuit croit pense affirment
			déclarent disent expliquent estiment assurent indiquent dénoncent rappellent précisent soulignent`},
		{setSay | setPast, `déclara affirma expliqua ajouta répondit écrivit déclarait affirmait expliquait assurait estimait disait`},
		{setThat, `que qu'`},
		{setAs, `comme`},
		{setAux, `est sont était étaient a ont avait avaient sera seront fut furent serait seraient aurait auraient ait soit été être avoir
			n'a n'ont n'est s'est l'a`},
		{setModal, `peut peuvent pourrait pourraient doit doivent devrait devraient veut veulent va vont`},
		{setVerb, `fait font reste restent prend prennent met mettent vient viennent permet compte devient`},
		{setNot, `ne pas jamais n' non`},
		{setDet, `le la les l' un une des ce cet cette ces son sa ses leur leurs notre nos plusieurs chaque quelques deux trois`},
		{setDet | setPrep, `du de d' des`},
		{setPronoun | setHe, `il`}, {setPronoun | setShe, `elle`},
		{setPronoun, `ils elles je j' nous vous on qui lui leur se s' me m' ce c' y en`},
		{setPrep, `à au aux dans en sur sous par pour avec sans chez vers contre entre après avant depuis pendant lors devant selon
			malgré face`},
		{setAnd, `et ou mais ni car puis`},
		{setSub, `que qu' qui dont où lorsque quand si puisque alors tandis parce`},
		{setTime, `hier aujourd'hui demain matin soir lundi mardi mercredi jeudi vendredi samedi dimanche dernier dernière passé prochain
			semaine mois année récemment auparavant jeudi`},
		{setDay, `lundi mardi mercredi jeudi vendredi samedi dimanche`},
		{setMonth, `janvier février mars avril mai juin juillet août septembre octobre novembre décembre janv févr juil sept oct nov déc`},
		{setAdverb, `aussi encore déjà notamment également toutefois cependant ainsi alors ensuite enfin même toujours souvent
			publiquement clairement plusieurs fermement vivement seulement`},
		{setTitle, `m mm mme mmes mlle dr pr président présidente ministre premier première maire député députée sénateur sénatrice
			porte-parole directeur directrice procureur procureure secrétaire chef cheffe patron patronne professeur
			professeure avocat avocate préfet préfète chancelier chancelière roi reine pape général colonel
			commissaire chercheur chercheuse économiste`},
		{setShe, `mme mmes mlle présidente première députée sénatrice directrice procureure cheffe avocate préfète chancelière reine
			marie anne claire sophie julie camille nathalie isabelle catherine christine sylvie valérie sandrine françoise
			brigitte ségolène marine martine élisabeth elisabeth rachida amélie agnès florence hélène jeanne louise manon léa
			emma chloé céline laurence pauline mathilde lucie`},
		{setHe, `m président directeur sénateur député procureur chef avocat préfet chancelier roi
			jean pierre michel jacques philippe alain bernard françois emmanuel nicolas laurent gérard gérald bruno éric eric
			olivier thierry patrick christophe julien thomas antoine louis paul henri charles marc luc hugo lucas gabriel
			mathieu vincent xavier yves stéphane sébastien guillaume édouard edouard alexandre arnaud dominique`},
		{setRole, `police gouvernement ministère parquet mairie préfecture syndicat entreprise groupe parti tribunal étude rapport
			experts chercheurs journal témoins journalistes autorités association opposition armée élysée kremlin
			président ministre source sources porte-parole pompiers agence quotidien`},
		{setOrg, `ministère commission parti banque tribunal université institut association syndicat société conseil assemblée sénat
			agence`},
		{setMedia, `afp reuters ap monde figaro libération parisien bfmtv tf1 rtl mediapart france-info franceinfo inter télévisions
			échos équipe humanité point express obs belga agence quotidien cnews lci rfi rmc europe radio télévision`},
		{setPlace, `france paris lyon marseille bordeaux lille nantes strasbourg toulouse nice europe allemagne russie ukraine moscou
			londres washington bruxelles états-unis chine italie espagne belgique suisse genève québec kiev berlin`},
		{setNumber, `deux trois quatre cinq six sept huit neuf dix onze douze quinze vingt trente cent mille dizaine centaine`},
		{setUnit, `mille million millions milliard milliards`},
		{setMoney, `euro euros dollar dollars francs livres roubles`},
		{setStarter, `le la les l' un une des ce cet cette ces il elle ils elles on nous vous je c' et mais ou or donc car selon pour dans
			en à au aux sur par avec sans après avant depuis pendant lors si quand lorsque comme ainsi aussi cependant toutefois
			pourtant enfin ensuite puis alors son sa ses leur leurs d' de du qui que quoi où pourquoi deux plusieurs certains
			interrogé mardi lundi mercredi jeudi vendredi samedi dimanche hier aujourd'hui ne tout toute tous`},
		{setAbbrTitle, `m mm mgr dr pr st ste me prof gal av bd`},
		{setAbbrNumber, `n no nos art p pp vol chap tél fig`},
		{setAbbrMay, `etc apr j.-c j.c`},
		{setAbbrNever, `cf env ex janv févr juil sept oct nov déc c.-à-d`},
		{setFurniture, `lire aussi lisez regarder voir écouter newsletter newsletters abonner abonnez abonnés abonnement inscrire inscrivez
			inscription partager partage suivre suivez commentaires commentaire commenter réagir publicité annonce cookies cookie
			confidentialité mentions légales accueil rubrique rubriques sujet sujets thème thèmes vidéo vidéos photo photos
			diaporama crédit crédits source sources articles article liés recommandés recommandé populaires imprimer
			haut page contact facebook twitter instagram whatsapp telegram youtube e-mail gratuit gratuitement cliquez ici
			connectez-vous plus lus direct podcast édition publié mis jour modifié temps lecture minutes min tous droits
			réservés abonnez-vous inscrivez-vous vous même dossier`},
	},
	hedges: `sans preuve
		sans preuves
		sans aucune preuve
		sans fournir de preuve
		sans fournir de preuves
		sans apporter de preuve
		sans apporter de preuves
		sans donner de preuve
		sans donner de détails
		sans donner plus de détails
		prétendument
		soi-disant
		présumé
		présumée
		présumés
		à tort
		faussement
		supposé
		supposée
		supposés
		non confirmé
		non confirmées
		non vérifié
		n'a pas pu être vérifié
		n'a pu être vérifié
		n'a pas pu être vérifiée de manière indépendante
		n'ont pas pu être vérifiées`,
	according: `selon
		d'après
		à en croire
		de source`,
	listeners: `à l'
		à la
		à
		au
		aux
		devant
		dans un entretien au
		dans un entretien à
		dans un entretien avec
		dans une interview au
		dans une interview à
		sur
		auprès de
		auprès du
		lors d'un entretien avec`,
	denying:      newWordList(`démenti dément démentent démentait nié nie nient conteste contesté réfuté réfute récusé`),
	bylines:      newWordList(`par propos`),
	stamps:       newWordList(`publié mis modifié actualisé`),
	elides:       true,
	spacedQuotes: true,
}
