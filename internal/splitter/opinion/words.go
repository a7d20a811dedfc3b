package opinion

import "strings"

// group is a kind of words that tells views from reports. A word is in as many groups as list it.
type group uint32

// The groups.
const (
	groupPraise   group = 1 << iota // what a writer approves of: admirable, triumph
	groupBlame                      // what a writer disapproves of: shameful, fiasco
	groupVerb                       // verbs that colour what they report: unleash, peddle
	groupIntense                    // utterly, massive
	groupSure                       // of course, clearly
	groupUnsure                     // perhaps, seem
	groupDuty                       // should, must
	groupMind                       // believe, imagine
	groupArgue                      // indeed, instead, thus
	groupAlways                     // always, nobody
	groupCamp                       // names given to the other side: elites, leftists
	groupIdea                       // freedom, tyranny, ideology
	groupI                          // I, my
	groupWe                         // we, our
	groupYou                        // you, your
	groupThey                       // they, them
	groupWould                      // will, would, could
	groupBe                         // is, are
	groupWas                        // was, had
	groupReport                     // said, announced
	groupCalendar                   // Monday, March, year
	groupNot                        // not, no
	groupBut                        // but, yet, although
	groupCompare                    // more, worst
	groupThis                       // this, these, such
	groupAsk                        // what, why
	groupEven                       // even, just, only
	groups        = iota
)

// wordGroup lists the words of a group, and verbs of it by their base form.
type wordGroup struct {
	group        group
	words, verbs string
}

// wordGroups are written for English at large; none is taken from a published list.
var wordGroups = [...]wordGroup{
	{groupPraise, `admirable admirably amazing amazingly astounding beautiful beautifully beloved best blessed boldly bold brave bravely
		bravery brilliant brilliantly celebrated charming cherished clever commendable compelling courage courageous crucial
		dazzling decent deft delight delightful dignified dignity effortless elegant eloquent encouraging enlightened
		essential excellent exceptional exciting exemplary exquisite extraordinary fabulous fair fantastic fascinating
		favourite favorite fine flawless formidable fortunate fortunately genius genuine genuinely gift glorious glory good
		gorgeous graceful great greatest greatness happily happy hero heroes heroic heroism honest honestly honesty honorable
		honourable hopeful ideal impeccable important impressive impressively incredible indispensable ingenious innocent
		inspirational inspired inspiring intelligent interesting intriguing invaluable joy joyful just justly legendary lovely
		luckily lucky magical magnificent majestic marvellous marvelous masterful masterpiece meaningful memorable miracle
		miraculous moral nice noble nobly outstanding patriotic perfect perfectly phenomenal pleasant plucky powerful precious
		prestigious priceless profound promising proud proudly prudent refreshing remarkable remarkably resilient respectable
		right righteous righteously rightly robust sacred sane savvy sensible sincere sincerely skilful smart sound
		spectacular spectacularly splendid steadfast stellar stirring strong stronger strongest stunning sublime successful
		superb superior surprising surprisingly terrific thoughtful thrilling timeless tireless treasure tremendous triumph
		triumphant true trustworthy unparalleled unforgettable uplifting useful valiant valuable vibrant victory virtue
		virtuous visionary vital warm welcome well wholesome win winning wise wisely wisdom wonder wonderful wonderfully
		wondrous worthy worthwhile sensibly vindicated respectably keen eager eagerly cheerful magic adept adorable adroit
		affable affectionate agreeable alluring ambitious ample apt artful articulate assured astute authoritative awe awesome
		balanced benevolent benign blissful bonanza breathless bright broad-minded calm candid captivating charisma
		charismatic civilised civilized classic coherent colourful comfort comforting competent conscientious considerate
		constructive convincing cool cordial coveted creative credible credit cure daring dear dedicated delicious deserving
		desirable devoted diligent distinguished doughty dynamic earnest ease ecstatic edifying effective efficient enchanting
		engaging engrossing enjoyable enlightening enthusiasm enthusiastic enviable ethical euphoria
		euphoric exalted exhilarating expert exuberant fascinatingly fearless feisty fertile fitting foolproof foresight
		freshness friendly frugal fruitful fun funny gallant generosity generous gentle gifted glamour gleaming glowing golden
		graciously gracious gratifying grit gutsy handsome harmonious harmony healthy heartening heartfelt heartwarming humane
		humble humility humorous iconic illuminating imaginative immaculate impartial inclusive ingenuity innovative insight
		insightful instructive intrepid invincible irresistible jubilant judicious kindly kindness laudable lavish liberating
		lifeline likeable lofty loyal lucid lush luxurious luxury magnanimous masterly mature merciful mercy merit merits
		meticulous mercifully modest neat notable nurturing open-minded optimism optimistic orderly original
		pioneering playful poignant poised polished praiseworthy pragmatic principled pristine progressive prosperous
		prowess radiant rational realistic reasonable reassuring refined reliable reputable resolute resourceful responsive
		restrained revered reverent rewarding romantic rosy satisfying scrupulous seamless seasoned selfless serene sharp
		shining shrewd skilled sleek slick sober soothing sophisticated soulful sparkling special speedy spirited spontaneous
		stately staunch steady stylish substantive subtle succinct sumptuous sunny sure-footed swift sympathetic tasteful
		tenacious thankful thankfully thorough thoughtfully thrill thrive tolerant tough transparent trusted unblemished
		unbiased understated unflinching unmatched unrivalled upbeat upright venerable versatile vigorous vivid wholehearted
		witty world-class youthful zeal zest magnificently applause breakthrough boon blessing beacon saviour savior paradise
		gem jewel champion accomplishment best-placed sweet`, `admire applaud celebrate cherish commend flourish honour honor inspire thrive`},
	{groupBlame, `abhorrent abominable absurd absurdity absurdly abuse abusive abysmal alarming alarmingly amiss anarchy angry anger
		annoying anxious appalling appallingly arbitrary arrogance arrogant asinine atrocious atrocity awful awfully backward
		bad badly bankrupt barbaric barbarism baseless beleaguered bewildering bias biased bigot bigoted bigotry bitter
		bitterly blatant blatantly bleak blind blindly bloated blunder bogus botched brainwashed brainwashing brazen brazenly
		brutal brutality brutally bully bullies bumpy burden burdensome callous carnage catastrophe catastrophic cabal chaos
		chaotic charade cheap clique clumsy collapse complacent complicit confused confusing contempt contemptible
		controversial convoluted corrupt corruption coward cowardice cowardly crackdown crazy creepy crisis crony cronyism
		crude cruel cruelly cruelty crushing culprit cunning curse cynical cynically cynicism damaging damning danger
		dangerous dangerously dark deadly debacle deceit deceitful deception deceptive decadent deeply-flawed defective
		dehumanizing delusion delusional delusive demagogue deplorable depraved depressing depressingly derelict despair
		desperate desperately despicable despot destructive detrimental devastating devious dictatorial dire dirty disaster
		disastrous disastrously discredited disgrace disgraceful disgusting dishonest dishonesty dismal disordered disturbing
		disturbingly divisive dogma dogmatic doomed doom draconian dreadful dreadfully dreary dubious dull dumb dysfunction
		dysfunctional dystopian egregious embarrassing embarrassingly embarrassment empty enemy enemies evil excessive excuse
		excuses exploitative extreme extremist fail failed failing failure failures fake fallacy false falsehood fanatic
		fanatical farce farcical fascist fatal fatally fault faults fear fearmongering fear-mongering feckless ferocious
		ferocity fiasco fiction flawed flimsy folly fool foolish foolishly foul fragile frail fraud frauds fraudulent
		frightening frivolous frustrating futile ghastly gimmick gloomy gluttony greed greedy grievous grim grimmer grotesque
		gruesome guilty gullible harmful harsh harshly hate hateful hatred heartbreaking heartless heinous hellbent hellish
		hideous hoax hollow hopeless hopelessly horrendous horrible horribly horrific horror hostile hubris humiliating
		hypocrisy hypocrite hypocritical hysteria hysterical idiocy idiot idiotic ignorance ignorant ill-advised ill-conceived
		illegitimate illogical immoral immorality impotent inadequate inane incoherent incompetence incompetent inconvenient
		indefensible indignant ineffective inept inexcusable infamous inferior inhumane insane insanely insanity insidious
		insincere insipid insult insulting intolerable intolerant invidious irony ironic ironically irrational irresponsible
		irritating jarring joke knee-jerk lame laughable lawless lazily lazy liar liars lie lies lousy ludicrous mad madness
		malicious malign mayhem meaningless mean mediocre menace menacing mess messy mindless miserable miserably misery
		misguided misleading mistake mistaken mistakes mob mockery monster monstrous morally murky myopic myth myths naive
		nasty negative negligent nefarious nightmare nightmarish nonsense nonsensical notorious notoriously numb obnoxious
		obscene obsessed obsession odious odd oddly offensive ominous onerous oppressive orwellian outdated outrage outrageous
		outrageously overblown overreach pain painful painfully panic panicked paradox paradoxical paranoid paranoia partisan
		pathetic perilous pernicious perverse perversely petty phony pitiful plague plain pointless poison poisonous poor
		poorly pretence pretense pretext problem problematic problems propaganda puppet puppets racist radical rampant
		reactionary reckless recklessly recklessness regrettable regrettably repellent reprehensible repressive repugnant
		repulsive ridiculous ridiculously rotten rubbish ruin ruined ruinous ruthless ruthlessly sad sadly savage scam scandal
		scandalous scapegoat scary scathing scourge selfish selfishness senseless shabby shaky sham shambles shame shameful
		shamefully shameless shamelessly shocking shockingly shoddy short-sighted sick sickening silly sinister skewed slander
		sleazy sloppy sluggish smear sordid spineless spiteful squalid squalor stale stifling strange stubborn stubbornly
		stupid stupidity stupidly suffering suicidal superficial surreal suspicious swamp sycophantic tame tepid terrible
		terribly terrifying terror thinly-veiled thoughtless threat thug thuggish thugs timid tired tragedy tragic tragically
		travesty treacherous treason trivial troubling troubled turmoil tyrannical tyranny tyrant ugly unacceptable
		unaccountable unacceptably unbridled unclear unconscionable undemocratic uneasy unfair unfairly unforgivable
		unfortunate unfortunately unfounded unhappy unhealthy unhinged unholy unjust unjustified unjustly unnecessarily
		unnecessary unpleasant unprecedented unreasonable unruly unsavory unscientific unsustainable untenable unthinkable
		unwarranted unwise useless vague vain vicious victimhood vile violent virulent vulgar vulnerable war-mongering
		warmonger wasted wasteful weak weakness whitewash wicked wild wildly witch-hunt woeful woefully worrying worryingly
		worse worst worthless wretched wretchedness wrong wrongheaded wrongly zealot zealots hordes ire abject abortive
		abrasive aberration acrimonious acrimony adrift afraid aggressive aghast agony aimless alarmist alas ailing anathema
		animosity animus anguish antagonistic anti-democratic antics apathetic apathy appeasement artificial ashamed askew
		atrociously authoritarian avarice aversion axis awkward backlash bafflement baffling balderdash banal
		barren baseness bastion beastly beguiling belittling bellicose belligerent bemused berserk betrayal blackmail bland
		blasphemous blithe blithely bloodbath bloodthirsty bloody blowhard bluster boastful bogeyman bombast bombastic
		bonkers boring brash brat brittle brute bumbling bunk bureaucratic bust byzantine calamitous calamity calculating
		capricious captive caricature casualty catch-22 caustic censorious chagrin charlatan chauvinism chauvinist cheating
		cheesy chilling choppy clique-ish cliché cliches clichés clown clownish clueless clunky coercion coercive cold-blooded
		combative comical conceited concerning condescending confrontational conniving contemptuous contentious contradiction
		contradictory contrived counterproductive covetous crackpot crafty craven crime-ridden cringe crippling
		crooked crooks cult cultish cumbersome cutthroat cynics damned daft daunting deadlock deadbeat decay deceptively
		decline decrepit deep-seated defamatory defeat defeatist defiant deficient deformed degenerate degrading dejected
		demeaning demonic denial denigrating deplorably deranged derision derisory derogatory detestable deteriorating devil
		devilish diabolical diatribe dilapidated dim dingy disagreeable disappointing disappointingly disappointment disarray
		discord discredit discriminatory disdain disdainful diseased disenchanted disenchantment disgruntled
		disgust disguise disheartening disillusioned disingenuous disinformation disjointed dismayed dismissive disparaging
		disquiet disregard disreputable disrespect disrespectful disruptive dissatisfied distasteful distorted distortion
		distraction distress distressing distrust dithering divided dodgy domineering double-dealing doublespeak
		double-standard downfall downside drab drastic dreaded drivel drudgery dud dupe dysphoric eerie egotistical egoism
		elitist embattled embroiled endangered enraged entitled entrenched erratic erroneous evasive exaggerated
		exaggeration exasperating execrable exhausting exorbitant exploitation extortion extortionate extravagant fabricated
		fabrication facade façade facile faceless fad faltering famine-stricken far-fetched fascism fateful fatuous faulty
		fearful fearsome fetid fickle fiddling fiendish filth filthy fishy flagrant flagrantly flaw flaws flippant floundering
		flop fluff foe foes fool-hardy foolhardy forlorn fractious fragmented frantic frantically freak frenzied frenzy
		frivolity fruitless fury furious furiously fuss fuzzy gaffe garbage garish gaudy ghost ghoulish gibberish glaring
		glaringly glib gloom glut godless goon gouging grab gratuitous graveyard greedily grievance grievances
		grinding groundless grubby gruff grumpy guile guilt haggard hallucination ham-fisted hamstrung haphazard hapless
		hard-hearted harebrained hard-line hard-pressed hassle haughty haunting havoc haywire hazardous hazy headache
		head-in-the-sand heavy-handed hedonistic hegemonic helpless helplessly helplessness heresy hodgepodge hoodwinked
		horrid horrifyingly horrifying hostage hostility hot-headed humbug humdrum humiliation hurtful hype hyperbole
		hyperbolic hypocritically icy idle idolatry ignoble ignominious ill ill-fated illusion illusions illusory imbecile
		imbalance impasse impending imperfect imperious impossible improper imprudent impulsive inability inaccurate inaction
		inadvertently incendiary incomprehensible inconsistent incorrect incredulous indecent indecision indecisive indictment
		indifference indifferent indignation indignity indoctrination indolent indulgent ineffectual inefficiency inefficient
		ineptitude inequitable inertia inexplicable inexplicably infantile infatuated infection infernal infighting
		inflammatory inflated inflexible infuriating infuriatingly inglorious inhospitable inhuman inhumanity insecure
		insensitive insignificant insolent instability insufferable insufficient insular insurmountable intimidating
		intimidation intransigence intransigent intrusive invader invective inward-looking irate irksome irreconcilable
		irrelevant irreparable irritable isolated jaded jaundiced jealous jealousy jeopardy jingoism jingoistic junk juvenile
		killjoy knave knee-deep lacking lacklustre lackluster lacks laggard lamentable lamentably laughingstock lax lethal
		lethargic lewd life-threatening lifeless limp litany loathing loathsome long-winded loony loophole loser losers lout
		lowly lunacy lunatic lurid macabre machiavellian madman maddening maladjusted malaise malevolent malfeasance malice
		manic manipulation manipulative marred martyrdom massacre meagre meager meddlesome meek megalomaniac melancholy
		melodramatic merciless mercilessly messianic militant militaristic mindlessly misbegotten mischief mischievous
		misconceived misconception misconduct misfit misfortune misgivings misinformation misplaced misrule misstep mistrust
		misuse moan mockingly monolithic monopolistic monotonous monstrosity moot morass morbid moribund moron moronic
		mountebank mournful muddled mundane murderous naively naiveté narcissism narcissist narcissistic narrow-minded
		nauseating nebulous needlessly neglect nepotism nervous niggling nihilism nihilistic nitpicking nonchalant
		nosy nuisance nutty obfuscation oblivion oblivious obscurity obsessive obsolete obstinate obstruction obstructionist
		obtuse one-sided opaque opportunism opportunist opportunistic ordeal orgy ostentatious outburst outcast outcry
		outlandish outmoded overbearing overdue overhyped overkill overpriced overrated overreaction oversimplified
		oversight overwrought paltry pandemonium parasite parasitic pariah parochial parody patronising patronizing paucity
		perfidious perfidy peril perilously persecution pessimism pessimistic pettiness petulant phoney pigheaded pitfall
		pittance plight ploy plutocratic polarized polarised polarizing pompous ponzi posturing power-hungry powerless
		precarious predatory predicament predictable preposterous preoccupation pretentious prey prohibitive provocation
		provocative puerile punishing punitive puny puritanical pushy quagmire quandary quarrelsome questionable
		quixotic rabble rabid rage rancid rancour rancor rash raucous raw reactionaries recession-ridden recrimination
		redundant regress regression regressive remorse remorseless repetitive resentful resentment restless
		restlessness retaliatory revenge revolting rhetoric-laden rickety ridicule rife rigged rigid riot-torn rip-off risible
		rogue rot rout rude rudderless rumour ruse sabotage sacrilege sadistic sanctimonious sarcasm sarcastic scam-ridden
		scandalously scant scanty scaremongering sceptical scheming schism scorched scorn scornful scoundrel scramble screed
		seedy seething self-contradictory self-defeating self-destructive self-indulgent self-inflicted self-interest
		self-interested self-righteous self-serving selfishly semblance sensational sensationalist servile severe severely
		shackles shadowy shallow shambolic shell-shocked shellacked shenanigans shoddily shortcoming shortcomings shortsighted
		shrill shyster sickness sinful slander-filled slapdash slaughter slavish sleaze slipshod
		sloth slow-motion slump sluggishly smokescreen smug smugly snare sneaky snide snobbery snobbish snobs soft-headed
		sorry-looking soulless sour spat specious spectacle spendthrift spin-doctors spite splurge spooky spurious stagnant
		stagnation stain stalemate standoff stark-raving startling startlingly starved staunchly steep stern stigma stingy
		stooge stooges stranglehold strident struggling stultifying stunt stunts submissive subservient subversive sucker
		sullen sulky superfluous superstition superstitious surreptitious susceptible swindle sycophant sycophants tacky
		tantrum tangled tasteless tatters tattered tawdry tedious temper tenuous terminal testy theatrics thievery thinly
		thorny threadbare throes throwback thoughtlessly thuggery toady toothless torment tormented tortuous torture-loving
		totalitarian totalitarianism toxic traitor traitorous traitors trap trash trashy traumatic treachery trickery
		trouble-making troublesome troublingly turbulent twisted two-faced ultra unable unaffordable unappealing unbearable
		unbelief uncaring uncertain uncertainty uncivilized uncomfortable uncomfortably unconcerned unconstitutional
		unconvincing uncouth undeserved undesirable undignified undue unease unelected unethical uneven unexplained unfit
		unfocused unfriendly ungrateful unhelpful uninspired unintelligible unjustifiable unkind unlawful unlivable unlucky
		unmoved unnatural unnerving unpopular unproductive unprincipled unprofessional unqualified unrealistic unrelenting
		unreliable unresolved unrest unscrupulous unsettling unspeakable unstable unsuccessful untested untrue
		untrustworthy untruth unwelcome unwieldy unwilling unworkable unworthy upheaval uproar uproarious upset urgent
		usurpation vacuity vacuous vagaries vengeance vengeful venom venomous vexed vexing victimized vileness villain
		villainous vindictive viper vitriol vitriolic volatile vulgarity vulture war-torn warmongering warped wary waste
		weaknesses weakling weasel weary weird whim whimsical whims white-collar whitewashed wimpish witless wobbly woe woes
		worn-out worrisome wrath xenophobia xenophobic yikes zombie sorely haste hastily hasty clumsily grossly half-baked
		half-hearted`, `abandon betray botch bungle cripple deceive degrade demean demonize demonise destroy devour disgrace exploit fail
		humiliate hurt mislead mismanage neglect oppress poison pollute punish ruin sabotage squander subvert suffer suffocate
		terrorize undermine wreck`},
	{groupVerb, `bent bound doomed ridden rife laced steeped mired awash`, `ape bankroll bash beg behold berate bleat boast bow brag bray cave clamour clamor cling coddle concoct conspire
		cower crave crow crush cudgel dabble dare decry demolish devalue dismantle disguise dodge drag drown dupe embolden
		engineer espouse excoriate exude fawn flail flaunt flirt flout foist fret fume gaslight gloat gobble grab grapple
		grasp gut hanker hijack hype ignore impose infect ingratiate invoke jettison jolt kowtow lament languish lash loath
		loathe lurch lurk lust manipulate meddle mock muddle muzzle nurse obfuscate obscure ooze orchestrate overlook pander
		parade parrot peddle penalize perpetrate perpetuate pillory plague plot plunder posture pounce preach pretend prey
		prop purport rage ram rant ravage rave reek relish romanticize salivate scoff scramble scream seethe shatter shirk
		shove shred shun skewer slash smack smear smother sneer snub spew spin spout squeeze stage stalk stifle stoke stomp
		stoop strangle strut stumble surrender swallow swoon taint tarnish tear thrust torpedo tout trample trot trumpet twist
		unleash unravel usurp vilify wage wallow weaponize weaponise whine whip wield woo yearn agonize annihilate appease
		assail backfire backslide backtrack balk bamboozle barge bastardize belittle bemoan bicker blackmail blindside
		bludgeon blur bluster bombard browbeat bulldoze bungle butcher cajole capitulate castigate champion chastise cheapen
		clobber clutch coerce collude condone confound confuse contort corrode corrupt cozy crackdown crumble curry dally
		dawdle debase debunk defame deflect deluge demoralize deprive deride desecrate despise detest dilute diminish discard
		disenfranchise disparage disregard distort dither divert dominate doom dread eclipse empower enable endanger enflame
		enrage enslave entangle entrench erode escalate eviscerate exacerbate exaggerate exasperate fabricate falter fan
		fester fixate fizzle flatter flounder fool frighten frustrate fudge fuel glamorize glorify gouge grandstand grovel
		grumble hamper hamstring harangue harass hasten haunt hobble hog hoodwink hound hurl idolize impede implode incite
		inflame inflate infuriate insinuate insult intimidate irk jeopardize jeopardise jostle laud leach lecture loom loot
		lull malign mangle marginalize mar masquerade menace milk mire misrepresent misuse moan mollycoddle mutilate nag
		obliterate obsess obstruct offend oppress ostracize oust outsource overhype overreach overrun overstate overturn
		patronize pervert pester pilfer pit plummet pontificate prattle predate prod propagandize provoke purge quibble ramble
		ratchet rattle rebuke rehash reinvent repel resent rip roil rubber-stamp sap scapegoat scare scold scorn scourge
		sensationalize shackle shortchange shriek sideline skirt slam slander slaughter sling smash smuggle snatch
		sneak snipe snoop sour sow spite splinter splurge spoil squabble squash squelch stagger stagnate stain stampede starve
		steamroll stereotype stigmatize stir strand stymie subjugate suck sugarcoat sully suppress swamp swindle tantalize
		taunt tempt terrify thrash threaten throttle thwart topple torment toy traumatize trick trivialize trump undercut
		untangle uproot vacillate vandalize victimize vindicate violate wane warp waste weaken whitewash wilt wither worsen
		wrangle wreak wrest writhe yank jump bother balloon cherry-pick rush chase`},
	{groupIntense, `absolutely abundantly all-out altogether amply awfully awash badly bitterly blatantly breathtaking breathtakingly
		colossal complete completely countless dead deep deeply desperately downright dramatic dramatically endless endlessly
		enormous enormously entire entirely enough ever-present exceedingly exceptionally excessively extreme extremely fairly
		far fervent fierce fiercely fully gargantuan giant gigantic grave gravely greatly grossly heavily highly hopelessly
		huge hugely immense immensely incredibly inherently intense intensely keenly largely limitless massive massively
		merely mere mighty monumental much outright overwhelming overwhelmingly particularly perilously plenty plunging
		positively pretty prodigiously profoundly pure purely quite radically rather really relentless relentlessly remarkably
		roaring sheer sharply simply single skyrocketing so soaring staggering stark starkly strikingly striking strongly
		sudden suddenly super supremely sweeping terribly thoroughly too torrential totally tremendously truly ultimate
		ultimately unbelievable unbelievably unusually utter utterly vast vastly very vehement vehemently violently virtually
		wholly widely wildly whopping`, ``},
	{groupSure, `actually admittedly apparent assuredly certain certainly clear clearly course decidedly decisively definitely doubt
		doubtless doubtlessly evident evidently fact factually frankly indeed indisputable indisputably inevitable inevitably
		inescapable literally manifestly naturally needless obvious obviously plainly precisely really reality simple surely
		truth truths undeniable undeniably undoubtedly unmistakable unmistakably unquestionably unsurprisingly predictably
		self-evident tellingly patently honest invariably essence`, `reveal prove expose show demonstrate`},
	{groupUnsure, `apparently arguably conceivable conceivably could guess hardly hopefully if kind likely maybe may might ostensibly
		perhaps plausible possibility possible possibly potentially presumably presumed probable probably seeming seemingly
		somehow somewhat sort supposed supposedly theoretically unlikely suppose assuming practically`, `appear presume seem tend speculate`},
	{groupDuty, `must should ought cannot can't shouldn't mustn't need needs let let's necessary necessity imperative obligation
		obligations duty responsibility deserve deserves deserved deserving required had-better owe owes owed remember
		consider observe notice imagine suppose look stop ask accept urgent urgently high-time`, ``},
	{groupMind, `belief beliefs convinced dream dreams feeling feelings glad hope hopes sorry tempting tempted thinks thought thoughts
		want wanted wants wish wishes love loves loved heart conscience instinct sense sentiment soul spirit passion`, `believe doubt fear feel hope imagine know like mourn prefer realise realize regret suspect think trust understand
		welcome wonder worry dread`},
	{groupArgue, `accordingly all anyway basically besides consequence consequently contrary equally essentially ergo example further
		furthermore hence however incidentally instance instead likewise matter meanwhile merely moreover namely nevertheless
		nonetheless notwithstanding otherwise point question rather reason regardless similarly still then therefore though
		thus whatever whereas whether lesson lessons mean means meaning argument conclusion explanation logic answer problem
		trouble issue notion thing things kind sort way idea premise yes no well oh because since so irony truth consider`, ``},
	{groupAlways, `all always anybody anyone anything anywhere every everybody everyone everything everywhere ever forever never nobody
		none nothing nowhere no-one only perpetual perpetually permanent permanently universal universally whole entire any
		constantly constant endless eternal eternally`, ``},
	{groupCamp, `apologist apologists apostles autocrat autocrats bigwigs boosters bureaucrat bureaucrats cabal capitalist capitalists
		clique colonial communist communists conservatives crony crusade crusader despot dictator dictators elite elites
		elitist establishment extremists fanatics globalist globalists hawks hardliners ideologue ideologues imperialist
		indoctrinated leftist leftists left-wing left-wingers liberals libs lobby machine mainstream marxist marxists media
		militarist neoliberal neocon neocons oligarch oligarchs oligarchy overlords populist populists pundit pundits radicals
		regime regimes right-wing right-wingers scribes socialist socialists sheep slaves so-called statists technocrats
		tyrants warriors woke wokeness wonks far-right far-left ruling masses rulers powerful bosses billionaires aristocrats
		backers barons boss brigade bunch cartel charlatans clan cliques clowns comrades cronies cultists demagogues
		doves flunkies friends gang gangs goons grandees henchmen insiders junta kleptocrats lackeys lapdogs left-leaning
		loyalists mandarins mercenaries minions mouthpiece mouthpieces nationalists patriots plutocrats politician politicians
		predators progressives reactionaries reformers right-leaning rivals schemers shills spendthrifts spenders
		strongman strongmen supremacists taxpayer taxpayers thieves tycoons war-hawks wannabes wingnuts zealots gop-led
		the-left neoliberalism ideologically ideological globalism`, ``},
	{groupIdea, `accountability agenda capitalism citizenry civilization civilisation class colonialism communism conservatism
		conspiracy culture decency democracy destiny dictatorship doctrine dogma empire equality evil faith fascism feminism
		freedom freedoms future generation history hope humanity human ideal ideals identity ideology ideological imperialism
		individualism inequality injustice integrity justice legacy liberalism liberties liberty loyalty mankind morality
		movement narrative nation nationalism oppression patriotism peace people philosophy populism poverty power prejudice
		principle principles privilege progress propaganda racism revolution rhetoric socialism society sovereignty spectre
		struggle system theory tradition tyranny unity utopia values vision wealth west world worldview wisdom greed ignorance
		contempt outrage fear status-quo slavery gospel creed`, ``},
	{groupI, `i me my mine myself i'm i've i'd i'll`, ``},
	{groupWe, `we us our ours ourselves we're we've we'd we'll`, ``},
	{groupYou, `you your yours yourself you're you've you'd you'll one oneself`, ``},
	{groupThey, `they them themselves they're they've they'll their`, ``},
	{groupWould, `will would could can may might shall won't wouldn't couldn't 'll going`, ``},
	{groupBe, `is are am isn't aren't it's that's there's be being does do doesn't don't has have hasn't haven't what's who's`, ``},
	{groupWas, `was were had did wasn't weren't hadn't didn't been began took made came went got gave held found led won lost became
		left kept sent built met paid ran rose fell grew`, ``},
	{groupReport, `according accused acknowledged added announced argued asked claimed confirmed declared denied described estimated
		explained insisted noted ordered predicted published quoted released replied reported reports reporting revealed said
		saying says showed spokesman spokeswoman spokesperson stated states statement study survey data testified told tells
		warned wrote writes interview tweeted percent figures researchers recalls recalled analysis filed signed voted
		approved arrested charged court scheduled`, ``},
	{groupCalendar, `monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
		october november december week weeks month months year years yesterday today weekend morning afternoon evening hours
		minutes ago earlier decade million billion thousand`, ``},
	{groupNot, `not no nor neither without n't cannot can't don't doesn't isn't aren't won't wouldn't couldn't nothing never hardly
		scarcely barely nobody none`, ``},
	{groupBut, `but yet although though despite however while whereas nevertheless nonetheless still unless instead`, ``},
	{groupCompare, `more less most least better best worse worst bigger biggest greater greatest higher highest lower lowest larger
		largest smaller smallest stronger easier harder deeper than as like rather further fewer`, ``},
	{groupThis, `this these that such here it thereby`, ``},
	{groupAsk, `what why how who whom whose which whatever whoever whether where when`, ``},
	{groupEven, `even just only merely simply still already again too also quite rather almost nearly alone exactly somehow anyway`, ``},
}

// listed holds every word of wordGroups. It is only ever read.
var listed = newListed()

func newListed() map[string]group {
	words := make(map[string]group, 4096)
	for _, g := range wordGroups {
		for _, word := range strings.Fields(g.words) {
			words[word] |= g.group
		}
		for _, verb := range strings.Fields(g.verbs) {
			for _, form := range verbForms(verb) {
				words[form] |= g.group
			}
		}
	}
	return words
}

// verbForms are the forms of a regular verb; a last letter is taken as doubled as well, for what it costs.
func verbForms(verb string) []string {
	last := verb[len(verb)-1]
	stem := strings.TrimSuffix(verb, "e")
	forms := []string{verb, verb + "s", stem + "ed", stem + "ing"}
	switch {
	case last == 'y' && !strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		forms[1], forms[2] = verb[:len(verb)-1]+"ies", verb[:len(verb)-1]+"ied"
	case last == 's' || last == 'h' || last == 'x':
		forms[1] = verb + "es"
	case strings.ContainsRune("bdgmnprt", rune(last)) && strings.ContainsRune("aeiou", rune(verb[len(verb)-2])):
		forms = append(forms, verb+string(last)+"ed", verb+string(last)+"ing")
	}
	return forms
}
