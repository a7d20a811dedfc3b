package splitter

// spanish is Spanish as it is written in the news of Spain and Latin America.
var spanish = languageData{
	code: "es",
	evidence: `el la los las y del en que con por una para es al lo su sus más pero según fue ha han se como este esta entre también
		sobre sin ya hay ser son está desde hasta muy cuando porque donde no un él ella dijo o unos otros durante contra tras`,
	words: []wordTable{
		{setSay | setPast, `dijo dijeron afirmó afirmaron aseguró aseguraron declaró declararon señaló señalaron explicó explicaron añadió
			añadieron agregó agregaron anunció anunciaron indicó indicaron sostuvo sostuvieron manifestó manifestaron advirtió
			advirtieron denunció denunciaron negó negaron confirmó confirmaron reconoció reconocieron admitió admitieron
			respondió respondieron escribió contó comentó insistió reiteró subrayó destacó recordó precisó apuntó informó
			informaron criticó criticaron acusó prometió exigió pidió preguntó concluyó matizó lamentó expresó detalló alertó
			estimó consideró opinó reveló defendió rechazó zanjó recalcó enfatizó puntualizó relató prosiguió replicó contestó auguró vaticinó`},
		{setSay | setThird, `dice dicen afirma afirman asegura aseguran declara señala señalan explica explican añade agrega anuncia indica
			indican sostiene sostienen manifiesta advierte advierten denuncia denuncian niega niegan confirma reconoce admite
			responde escribe cuenta comenta insiste reitera subraya destaca recuerda precisa apunta informa critica promete
			considera opina cree creen estima revela defiende`},
		{setSay | setBase, `dicho afirmado asegurado declarado señalado explicado añadido agregado anunciado indicado sostenido manifestado
			advertido denunciado negado confirmado reconocido admitido respondido escrito comentado insistido subrayado destacado
			recordado precisado informado`},
		{setThat, `que`},
		{setAs, `como según`},
		{setAux, `es son era eran fue fueron ha han había habían será serán sería serían está están estaba estaban haya hubo sido estado`},
		{setModal, `puede pueden podría podrían podrá debe deben debería quiere quieren va van`},
		{setVerb, `hace hacen hizo tiene tienen tuvo queda llegó sigue siguen viene da dan`},
		{setNot, `no nunca ni tampoco`},
		{setDet, `el la los las un una unos unas este esta estos estas ese esa su sus nuestro nuestra varios varias cada dos tres`},
		{setDet | setPrep, `del de`},
		{setPronoun | setHe, `él`}, {setPronoun | setShe, `ella`}, {setPronoun, `ellos ellas yo nosotros usted ustedes quien le les se me lo`},
		{setPrep, `a al en con por para sin sobre entre desde hasta hacia contra tras ante bajo durante según mediante`},
		{setAnd, `y e o u pero ni sino`},
		{setSub, `que quien quienes cuando donde porque si aunque mientras cuyo cuya`},
		{setTime, `ayer hoy mañana lunes martes miércoles jueves viernes sábado domingo pasado pasada próximo semana mes año noche tarde
			recientemente anteriormente`},
		{setDay, `lunes martes miércoles jueves viernes sábado domingo`},
		{setMonth, `enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre`},
		{setAdverb, `también además ya aún todavía así entonces luego después finalmente incluso solo sólo públicamente claramente
			asimismo sin embargo`},
		{setTitle, `sr sra srta dr dra don doña d presidente presidenta ministro ministra alcalde alcaldesa diputado diputada senador
			senadora portavoz director directora secretario secretaria fiscal juez jueza jefe jefa gobernador gobernadora
			canciller rey reina papa general coronel vocero vocera profesor profesora abogado abogada economista consejero
			consejera líder comisario vicepresidente vicepresidenta investigador investigadora`},
		{setShe, `sra srta dra doña presidenta ministra alcaldesa diputada senadora directora secretaria jueza jefa gobernadora reina vocera
			profesora abogada consejera vicepresidenta investigadora
			maría ana carmen isabel laura marta elena cristina lucía paula sara pilar teresa rosa yolanda irene montse mónica
			patricia claudia gabriela verónica alejandra daniela sofía andrea beatriz dolores soledad xóchitl nadia margarita inés`},
		{setHe, `sr dr don presidente ministro alcalde diputado senador director secretario juez jefe gobernador rey vocero profesor abogado
			consejero
			josé juan antonio manuel francisco luis miguel carlos pedro pablo javier fernando alberto jorge ángel rafael david
			daniel alejandro sergio andrés diego álvaro mario enrique ramón raúl santiago felipe ignacio alfonso gustavo hugo
			nicolás gabriel ricardo roberto eduardo martín óscar iván`},
		{setRole, `policía gobierno ministerio fiscalía ayuntamiento sindicato empresa grupo partido tribunal estudio informe expertos
			investigadores diario periódico testigos periodistas autoridades asociación oposición ejército fuentes organización
			presidente ministro portavoz bomberos agencia cadena moncloa`},
		{setOrg, `ministerio comisión partido banco tribunal universidad instituto asociación sindicato congreso senado agencia consejo`},
		{setMedia, `efe reuters afp ap país mundo abc vanguardia clarín nación rtve ser cope telecinco antena onda cero agencia radio televisión diario
			periódico cadena televisión europa press universal jornada razón confidencial`},
		{setPlace, `españa madrid barcelona valencia sevilla méxico argentina chile colombia perú venezuela europa alemania francia rusia
			ucrania moscú londres washington bruselas china italia bogotá lima santiago caracas cuba bolivia ecuador`},
		{setNumber, `dos tres cuatro cinco seis siete ocho nueve diez once doce quince veinte treinta cien mil decenas cientos`},
		{setUnit, `mil millón millones billón billones`},
		{setMoney, `euro euros dólar dólares peso pesos libras rublos`},
		{setStarter, `el la los las un una unos unas este esta estos estas ese esa él ella ellos yo nosotros y pero o ni en con por para sin
			sobre entre desde hasta contra tras ante durante según al del de a se no su sus lo le les es son fue hay si cuando
			donde como aunque porque que quien qué cómo también además así entonces luego después finalmente sin ya aún todavía
			ayer hoy mañana varios algunos muchos todos dos tres tampoco preguntado`},
		{setAbbrTitle, `sr sra sres srta dr dra d dña ud uds vd prof lic ing gral cnel mons st sta`},
		{setAbbrNumber, `núm n nº art pág págs p pp vol cap tel fig`},
		{setAbbrMay, `etc ee.uu uu cía avda s.a`},
		{setAbbrNever, `ee ej vs cf aprox av`},
		{setFurniture, `leer lea también más ver vea boletín newsletter suscríbete suscribirse suscripción suscriptores regístrate registrarse
			compartir comparte síguenos seguir comentarios comentario comentar publicidad anuncio cookies cookie privacidad aviso
			legal inicio portada sección secciones tema temas vídeo vídeos video videos foto fotos fotografía galería fuente fuentes
			noticias noticia relacionadas relacionados artículos artículo recomendados recomendado leído leídas imprimir arriba
			contacto facebook twitter instagram whatsapp telegram youtube correo gratis haz clic aquí inicia sesión directo
			podcast edición publicado actualizado lectura minutos min todos derechos reservados te puede interesar`},
	},
	hedges: `sin pruebas
		sin prueba alguna
		sin aportar pruebas
		sin presentar pruebas
		sin mostrar pruebas
		sin ofrecer pruebas
		sin evidencia
		sin evidencias
		sin dar detalles
		sin ofrecer detalles
		supuestamente
		presuntamente
		presunto
		presunta
		presuntos
		presuntas
		supuesto
		supuesta
		supuestos
		supuestas
		falsamente
		erróneamente
		sin confirmar
		no pudo ser verificado
		no pudo ser verificada
		no pudieron ser verificadas
		no ha podido ser verificado`,
	according: `según
		de acuerdo con
		de acuerdo a
		en palabras de
		a juicio de`,
	listeners: `a la agencia
		al diario
		al periódico
		a la cadena
		a los periodistas
		a
		al
		ante
		en una entrevista con
		en una entrevista a
		en una entrevista al
		en entrevista con
		en declaraciones a`,
	denying: newWordList(`negó niega niegan negaron negado desmintió desmiente desmintieron desmentido`),
	bylines: newWordList(`por`),
	stamps:  newWordList(`publicado actualizado`),
}
