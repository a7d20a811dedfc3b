package splitter

// peopleTables are common first names of many peoples, and family names that are met alone in news.
var peopleTables = [...]wordTable{
	{setHe, `john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony
		donald mark paul steven andrew kenneth george joshua kevin brian edward ronald timothy jason jeffrey
		ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory
		frank alexander raymond patrick jack dennis jerry tyler aaron jose josé adam nathan henry peter kyle
		walter harold jeremy keith roger gerald carl arthur lawrence sean christian albert joe bruce billy
		bryan roy ralph eugene louis philip phillip bobby johnny joey jimmy tommy danny kenny ronnie eddie freddie
		charlie willie harry barry terry larry rodney stanley leonard howard russell craig alan allen allan glenn
		derek derrick darren darryl dwayne duane curtis marcus marc travis chad shane troy brad bradley brett
		clint clinton clifford chester cecil cedric calvin byron bernard bernie benny barney vincent vernon
		victor todd theodore ted teddy tim timmy stuart stewart steve spencer sidney sid seth saul samson ross
		roland rodrigo rick ricky randy randall quentin preston perry percy pat owen nolan norman ned nate nat
		morris morgan mitchell mitch miles mickey melvin max maurice matt marvin marty marshall malcolm luke
		lloyd lewis leroy leon lee lance kurt kirk kent karl julian julius josh joel jim jesse jess jerome jeff
		jay jared jamie jake jaime isaac irving irwin ira ian hugh horace herbert herman hector harvey hank guy
		graham grant gordon glen gilbert geoffrey geoff gavin garrett fred frederick franklin floyd fergus
		felix ernest ernie elmer elliot elliott elijah elias edwin edgar earl dylan dwight dustin douglas doug
		dominic dom dick dexter dean dave dan damon damian cyrus cory corey connor conor colin cody clyde
		clarence clark chuck chris casey carlton caleb burt bud brendan brent boyd bob blake bill bertie bert
		ben barrett barack austin ashton archie angus andy andre al alec alex alistair alastair abraham abe
		nigel neil simon ned rupert rory ralf piers nicky liam noah lucas logan ethan mason aiden jayden hunter
		gareth rhys dylan evan ewan euan callum kieran niall declan cormac eoin seamus padraig ciaran micheál
		newt rudy mitt marco rand beto pete tulsi elon bezos zack zach wesley wayne ward wade trent trevor
		thaddeus terrence terence sylvester stefan sterling sheldon roscoe ronan reuben reginald raul rex
		vladimir dmitry dmitri dmitriy sergei sergey ivan nikolai nikolay mikhail boris alexei alexey aleksei
		alexandr aleksandr oleksandr viktor igor oleg yuri yury andrei andrey andriy denis anton maxim maksim
		pavel roman konstantin leonid anatoly evgeny yevgeny vasily vyacheslav vadim kirill ruslan ramzan rustem
		volodymyr petro mykola mykhailo serhiy oleksiy dmytro ihor yevhen bohdan taras vitali vitaliy vitaly wladimir
		valery valeri gennady stanislav arkady ilya lev timur aslan alyaksandr alexandre lech donald jaroslaw
		jarosław andrzej tomasz piotr krzysztof wojciech radoslaw radosław mateusz marek jacek adam grzegorz
		zbigniew kazimierz tadeusz václav vaclav miloš milos petr jan tomáš tomas zoran slobodan radovan ratko
		goran dragan aleksandar novak luka nikola viktor istván istvan lászló laszlo ferenc gyorgy györgy
		nicolae ion traian klaus bogdan mihai boyko rumen edi ilir hashim albin
		mohammed mohammad muhammad mohamed mohamad mahmud ahmed ahmad ali hassan hasan hussein hussain hossein
		omar umar abdullah abdallah ibrahim mahmoud mehmood yusuf yousef youssef khalid khaled abdul abdel
		abdelaziz abdulaziz abdulrahman abd-rabbu salman salem saleh said saeed sayed samir sami saad rashid
		rami rafik rafiq qasim qassem qais nuri nouri nasser nasir mustafa mostafa moustafa musa moussa muammar
		moammar mansour malik karim kareem jamal jamil jalal ismail imran iqbal ilham ilyas hosni hamza hamid
		haider habib ghassan fouad faisal faisel fahad emad bashir bashar bassam ayman asif asad anwar amr amir
		amin akbar adnan adel abbas zia zaid younis yasser yasir yahya walid wael tariq tareq tarek tayyip talal
		sultan suleiman sharif shahid shah saif saddam rahim parvez pervez nawaz nabil muqtada mujtaba murtaza
		hamdullah ashraf hamed hekmat gulbuddin zabihullah zalmay abiy ayatollah ruhollah masoud mehdi mahdi
		recep kemal ahmet mehmet mustafa ekrem devlet hakan fethullah selahattin bülent suleyman süleyman cem
		narendra rahul rajiv sanjay manmohan arvind amit arun ajit anil ashok atal deepak dinesh gautam gopal
		harish kapil krishna kumar lal manoj mohan mukesh nitin pradeep prakash rajesh rajnath raj rakesh ram
		ramesh ravi sachin satya shankar shashi shiv subramanyam sundar sunil suresh vijay vikram vinod virat
		vivek yogi rishi sajid sadiq naveed humza zahid mahinda gotabaya ranil maithripala
		fumio yukio junichiro taro shigeru naoto yoshihiko yoshihide kazuo kenji hiroshi takashi hideki shinzo
		shinzō toshihiro makoto akira satoshi haruki kei ichiro shohei naoki taku hirokazu katsunobu yoshimasa
		jinping xiaoping zedong enlai jintao keqiang qishan xi li wang zhang liu chen yang zhao huang wu zhou xu
		zhu hu guo lin luo deng jiang hau mao ying-jeou chiang
		kim park lee choi jung jeong moon yoon ban nguyen trần tran pham hoang hun prayut prayuth thaksin
		joko susilo prabowo jokowi mahathir najib anwar ferdinand rodrigo benigno bongbong joseph
		juan carlos luis miguel jorge pedro pablo diego fernando javier alberto francisco manuel rafael ramon
		ramón ricardo roberto rodolfo ruben rubén sergio victor enrique eduardo emilio ernesto esteban felipe
		fidel raúl hugo nicolás nicolas evo lula luiz inácio jair dilma michel marcelo mauricio mariano
		martin martín mateo gabriel gustavo guillermo gerardo gonzalo hernán hernan horacio ignacio iván
		jesús jesus joaquin joaquín julio leonardo leopoldo lionel lorenzo neymar néstor nestor octavio orlando
		óscar oscar césar cesar cristiano cristóbal daniel alejandro alfonso alfredo álvaro alvaro andrés
		andres antonio armando arturo augusto augusto baltasar benito bernardo camilo claudio cristian nayib
		alonso ángel angel santiago salvador sebastián sebastian vicente xavier xi artur joão joao paulo tiago
		rui nuno vasco aníbal
		francois françois jean pierre jacques emmanuel nicolas alain andré antoine arnaud bernard bruno claude
		didier dominique édouard edouard éric étienne etienne fabien fabrice franck frédéric frederic gaston
		georges gérard gérald gerard gilles guillaume guy henri hervé jérôme jerome laurent lionel louis luc
		lucien marcel mathieu matthieu maurice maxime olivier pascal philippe raymond rémi rené rene romain
		sylvain théo thierry valéry xavier yannick yves zinedine kylian
		hans wolfgang klaus angelo heinrich helmut gerhard dieter dirk erich ernst ferdinand friedrich fritz
		franz günter gunter günther guenther günther gustav heiko heinz hermann holger horst joachim jochen
		jörg joerg jürgen juergen jürgen karl-theodor kai konrad lars lothar manfred markus martin matthias
		michael norbert oskar otto olaf ottmar peer rainer ralf reinhard roland rudolf sigmar stefan thilo
		theodor thorsten torsten udo ulrich uwe volker walter werner wilhelm willy frank-walter jens
		marco giuseppe silvio mario matteo antonio carlo enrico francesco franco giacomo gianluca gianni
		giancarlo giorgio giovanni giulio guido lamberto luca luciano luigi marcello massimo maurizio mauro
		michele nicola paolo pier piero pietro renato renzo riccardo romano salvatore sergio stefano tiziano
		tommaso umberto vincenzo vittorio alessandro andrea beppe bettino nunzio roberto
		sven lars anders björn bjorn erik gunnar håkan hakan henrik jens johan jonas jörgen karl-gustav kjell
		knut leif magnus mats mikael niklas nils ola olof olav oskar per rasmus stefan stig søren soren thor
		tor torsten ulf uffe viggo fredrik göran goran gustaf emil esko jari juha jukka kimi matti mika
		pekka sauli teemu timo mark pieter geert wim willem dirk jan-peter ruud johan gijs joop maarten
		kofi nelson jacob thabo cyril desmond oliver goodluck muhammadu olusegun umaru atiku bola yakubu
		ngozi uhuru raila mwai daniel yoweri paul juvénal pierre laurent joseph felix mobutu patrice robert
		morgan emmerson kenneth hakainde haile meles hailemariam salva riek omar isaias john jerry alpha macky
		abdoulaye alassane guillaume blaise idriss idi sani samuel benedict godwin chinua wole kwame nana
		alpha lansana paul-henri tendai tiger lebron kobe shaquille usain kwasi`},
	{setShe, `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen nancy lisa margaret betty sandra
		ashley dorothy kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura
		sharon cynthia kathleen amy shirley angela helen anna brenda pamela nicole ruth katherine samantha
		christine emma catherine debra virginia rachel carolyn janet maria heather diane julie joyce
		victoria kelly christina joan evelyn lauren judith olivia frances martha cheryl megan andrea hannah
		jacqueline ann anne jean alice julia marie sophia sophie theresa hillary ivanka melania ursula
		condoleezza kamala elena olga natalia natalya irina svetlana tatiana tatyana ekaterina fatima aisha
		leila layla sanae yuriko indira benazir aung claire clare fiona sally kate katie jane lucy ellen eva
		nina sonia carmen rosa teresa isabel ana lena greta simone brigitte marine jill tina gina huma
		kellyanne megyn debbie elise alexandra alexandria alexis alina alison allison alla amal amber amelia
		amina amira amneh amrita anastasia anita annie annegret annalena antonia anya aoife april ariana arlene
		arundhati asma astrid audrey aurora ava bella bernadette bertha beth bethany beverly bianca birgit
		bonnie bridget brigid britney brooke camilla camille candace carla carly carolina caroline carrie
		cassandra cecilia celeste celia charlene charlotte chelsea chiara chloe christa christiane cindy
		clara claudia colleen connie constance cora courtney cristina crystal daisy dana danielle daphne
		darlene dawn denise diana dilma dina dolores doris edith eileen elaine eleanor eliza ella ellie elsa
		emine erica erika erin esther ethel eunice faith farah federica felicia fiona flora florence fran
		francesca frida gabriela gabrielle gail gemma geraldine gertrude gillian giorgia gladys glenda gloria
		grace gretchen gwen gwyneth haley hanna harriet hazel heidi helena helga helle henrietta hilary hilda
		hope ida imelda ingrid irene iris isabella isabelle ivy jacinda jackie jacqui jamila jan jana jane
		janice jasmine jayne jeanne jeannette jen jenna jenny jessie jo joanna joanne jodie johanna josephine
		joy juanita judy juliana juliet june kaja karin karina kathryn kathy kathie katrina katarina katharina
		katya kay kelly kerry kim kirsten kirstjen kristen kristi kristin kristina krystal larissa lesley
		leslie leticia liliana lillian lily lindsay lindsey liz liza lois lola loretta lori lorraine louisa
		louise loujain lucia lucinda lydia lyn lynn lynne mabel mackenzie madeleine madeline mae maggie magdalena
		malala mandy marcia margarita margot maria-fernanda mariam marian marianne maricruz marilyn marina marion
		marisa marjorie marlene marsha marta maryam matilda maureen maxine maya mercedes meredith michele mildred
		miranda miriam mona monica monique muriel myra myrtle nadia nadine nahid naomi natalie natasha nellie
		nelly nicky nikki nora noor nur oprah paige paloma patience patty paula pauline pearl peggy penelope
		penny petra phyllis pilar polly priscilla priti priya radha rania regina renee reem rhonda rita roberta
		robin rochelle rosalind rosalynn rosanna rose roseanne rosemary roxanne ruby sabine sabrina sadie salma
		samira sana sara selma serena shabana shami sheikha sheila shelly sheryl shireen shirin sian sigrid silvia
		sinead siobhan sofia sonya stacey stacy stella sue sunita susana susanna susanne suzanne suella sylvia
		sylvie tamara tanya tara tarana taylor thelma tiffany tracey tracy trisha uma ursula valentina valerie
		vanessa vera verónica veronica vicky vivian wanda wendy whitney wilma winnie xiomara yael yasmin yasmine
		yingluck yolanda yulia yvette yvonne zainab zara zoe zoya zuzana ngozi ellen joyce winnie graça amy
		mairead arancha katalin ylva magdalena sanna jóhanna vigdís tarja gro erna mette margrethe helle kersti
		dalia laimdota gitanas salome maia viorica nancy-ann ketanji sonia elena ruth sandra lina alia rodaba
		sehar gigi billie beyoncé rihanna adele dua`},
	{setSurname, `smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson
		anderson thomas taylor moore jackson martin perez thompson harris sanchez clark ramirez lewis robinson
		walker allen wright torres hill flores green adams nelson baker rivera campbell mitchell carter roberts
		gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook
		rogers gutierrez ortiz cooper peterson bailey reed kelly howard ramos cox richardson watson brooks
		chavez wood bennett gray mendoza ruiz hughes alvarez castillo sanders patel myers foster jimenez
		powell jenkins perry russell sullivan butler barnes fisher henderson coleman simmons patterson jordan
		reynolds hamilton graham gonzales alexander ramos griffin wallace hayes bryant herrera gibson ellis
		stevens murray ford marshall owens mcdonald harrison wells woods schmidt müller mueller schneider
		fischer weber meyer wagner becker schulz hoffmann koch bauer richter klein wolf schröder schroeder
		neumann schwarz zimmermann braun krüger hofmann hartmann kowalski nowak ivanov petrov sidorov smirnov
		kuznetsov popov volkov kumar singh sharma gupta khan ahmed hussain malik nguyen tran kim lee park choi
		tanaka suzuki sato watanabe yamamoto silva santos oliveira souza rossi ferrari bianchi romano colombo
		dubois durand moreau laurent leroy hansen johansen olsen larsen andersen nielsen jensen pedersen
		johansson andersson karlsson nilsson eriksson svensson o'brien o'connor o'neill mccarthy
		trump obama biden bush clinton reagan carter nixon kennedy lincoln roosevelt truman eisenhower ford
		pence harris cheney gore kerry mccain romney sanders warren pelosi mcconnell schumer ryan boehner rubio
		cruz desantis haley christie huckabee giuliani comey mueller barr sessions pompeo tillerson bolton
		mattis kushner bannon manafort flynn blinken austin yellen powell fauci rumsfeld rice powell albright
		kissinger johnson thatcher blair cameron brown may sunak truss starmer corbyn miliband clegg farage
		churchill major heath wilson osborne gove raab patel braverman javid hancock cummings khan salmond
		sturgeon putin medvedev yeltsin gorbachev stalin lenin khrushchev brezhnev lavrov shoigu peskov zakharova
		navalny prigozhin kadyrov patrushev nemtsov litvinenko skripal snowden assange manning lukashenko
		tikhanovskaya zelensky zelenskyy zelenskiy poroshenko yanukovych tymoshenko yushchenko saakashvili
		merkel scholz schröder kohl steinmeier merz baerbock habeck lindner gauck adenauer hitler goebbels
		macron hollande sarkozy chirac mitterrand pompidou fillon juppé valls philippe castex mélenchon
		gaulle berlusconi renzi conte draghi meloni salvini prodi monti mussolini mattarella grillo rajoy
		zapatero aznar sánchez puigdemont franco salazar costa tsipras varoufakis papandreou samaras mitsotakis
		orbán orban tusk kaczyński kaczynski duda walesa havel babiš fico vučić vucic milošević milosevic tito
		karadžić karadzic mladić mladic ceausescu erdogan erdoğan atatürk gul davutoglu gülen gulen netanyahu
		sharon rabin peres olmert barak gantz lapid bennett arafat abbas haniyeh sinwar nasrallah assad mubarak
		morsi sisi nasser sadat gaddafi qaddafi kadafi haftar saddam maliki abadi sadr sistani khamenei khomeini
		rouhani ahmadinejad raisi zarif khatami pezeshkian soleimani karzai ghani hekmatyar massoud musharraf
		sharif bhutto zardari modi gandhi nehru vajpayee advani kejriwal rajapaksa suu hasina zia duterte
		marcos aquino arroyo estrada widodo yudhoyono suharto sukarno xi mao deng hu zhao bo jiang abe kishida
		suga aso hatoyama koizumi noda kan ishiba takaichi moon roh yoon lula bolsonaro rousseff temer kirchner
		macri milei menem perón peron pinochet allende bachelet piñera boric chávez chavez maduro guaidó guaido
		castro batista guevara ortega bukele noriega correa morales santos uribe petro duque fujimori toledo
		humala castillo fox calderón calderon nieto obrador sheinbaum mugabe tsvangirai mnangagwa mandela mbeki
		zuma ramaphosa malema buhari jonathan obasanjo abacha tinubu kenyatta odinga ruto kibaki moi museveni
		kagame kabila tshisekedi mobutu lumumba gbagbo ouattara taylor sirleaf weah annan guterres boutros-ghali
		barroso juncker leyen michel borrell mogherini stoltenberg rutte solana trudeau harper chrétien poilievre
		turnbull abbott gillard rudd howard morrison albanese keating ardern luxon key clark einstein darwin newton freud marx
		shakespeare beethoven mozart picasso musk bezos gates zuckerberg jobs buffett soros murdoch branson
		zuckerberg dorsey nadella pichai altman madoff epstein weinstein cosby spielberg tarantino scorsese
		spears swift timberlake beckham messi ronaldo neymar maradona pelé pele rooney mourinho ferguson guardiola
		klopp wenger federer nadal djokovic murray bolt phelps woods schumacher hamilton vettel alonso armstrong
		ratzinger bergoglio wojtyla mohammed buddha`},
	{setJob, `spokesman spokeswoman spokesperson minister president chairman chairwoman chairperson chair chief director
		manager analyst expert researcher scientist economist lawyer prosecutor judge journalist leader co-leader member
		adviser advisor secretary senator congressman congresswoman representative lawmaker legislator politician governor
		mayor professor lecturer teacher student pupil author writer novelist poet playwright founder co-founder owner
		co-owner editor editor-in-chief publisher columnist critic blogger commentator correspondent reporter
		anchor presenter broadcaster host candidate nominee aide activist campaigner protester demonstrator dissident
		rebel insurgent militant diplomat ambassador envoy negotiator coach captain vice-captain skipper player footballer
		striker midfielder defender goalkeeper forward winger quarterback pitcher batsman bowler driver rider racer
		cyclist swimmer runner sprinter boxer golfer athlete gymnast skater skier wrestler referee umpire trainer
		substitute teammate actor actress singer musician rapper guitarist drummer pianist composer conductor
		songwriter producer filmmaker director screenwriter artist painter sculptor photographer designer architect
		dancer comedian celebrity model star illustrator cartoonist animator developer programmer engineer inventor
		entrepreneur businessman businesswoman billionaire millionaire tycoon magnate investor banker trader broker
		executive ceo cfo boss head deputy president-elect vice-president premier chancellor king queen prince princess
		emperor dictator ruler general colonel major captain lieutenant sergeant corporal private commander admiral
		soldier officer policeman policewoman detective inspector sheriff constable agent spy whistleblower hacker
		inmate prisoner convict suspect defendant killer murderer gunman attacker terrorist bomber hijacker robber
		drug-lord victim survivor witness resident neighbor neighbour farmer fisherman shopkeeper worker engineer
		doctor nurse surgeon physician psychiatrist psychologist therapist dentist pharmacist veterinarian
		biologist chemist physicist astronomer geologist geographer historian archaeologist anthropologist
		sociologist philosopher theologian mathematician statistician epidemiologist virologist ecologist
		climatologist meteorologist oceanographer naturalist conservationist environmentalist criminologist
		astronaut cosmonaut pilot sailor navigator explorer mountaineer climber skydiver barrister solicitor
		attorney advocate notary magistrate justice coroner priest bishop archbishop cardinal pope imam rabbi
		cleric monk nun pastor preacher father mother dad mum mom brother sister son daughter husband wife
		widow widower uncle aunt cousin nephew niece grandson granddaughter grandfather grandmother partner
		fiancé fiancée girlfriend boyfriend friend colleague counterpart successor predecessor rival opponent
		man woman boy girl teenager child user customer passenger volunteer organizer organiser chef cook
		coauthor co-author cosplayer youtuber influencer gamer streamer magician wizard celebrity socialite
		heiress heir baron duke duchess earl count countess lord lady sir dame knight`},
}
