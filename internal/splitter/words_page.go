package splitter

// pageTables are the words that news pages are furnished with.
var pageTables = [...]topicTable{
	{topicMaker, `story report reporting words text pictures picture photos photo photography photographs video videos audio graphics graphic
		design production produced recommended supplied sponsored presented powered curated compiled hosted filmed shot illustrated
		illustration illustrations edited editing translated fact-checked reviewed written interview interviews research
		animation narrated narration maps charts data promoted supported provided brought offered published posted`},
	{topicStrong, `advert adblock adblocker advertise advertisement advertisements advertiser advertisers adverts affiliate
		affiliates autoplay bookmark
		bookmarks breadcrumb breadcrumbs browser captcha caption captions checkout clickable commenting cookie cookies copyright
		disclaimer dropdown e-edition e-paper ebook epaper faq faqs fullscreen gdpr hashtag 
		homepage hyperlink imprint inbox infographic javascript livestream log-in login logout
		 navigation newsdesk newsletter newsletters newsroom noticeboard notification notifications paywall paywalled 
		playlist podcast podcasts printable promoted recaptcha reprints rss screenshot scrollbar shareable sign-up signed-in signup sitemap
		slideshow slideshows sponsored subscribe subscriber subscribers subscribing subscription subscriptions thumbnail
		tip-off tipline toggle tooltip unmute unsubscribe username webinar webpage widget`},
	{topicWeak, `android app apps e-mail email emails ios ipad iphone password pdf helpline hotline menu menus mute
		accept access accessibility account accounts ad ads affiliate ago alert alerts archive archives around arrow arrows
		article articles audio author authors available back breaking briefing briefings bulletin bulletins calendar cancel cancelled charge choice consent
		careers categories category choices choose clarification click close comment commented comments commission
		complaint complaints conditions confidential contact content contact contribute contributing contribution contributions correction corrections
		correspondent coverage credit credits crossword customise customize daily deal deals devices digest digital
		discover donate donation donations download edited edition editions editor editor's editorial editors enable
		enabled english enjoy enjoyed enter episode episodes error errors español events explainer explainers explore
		external facebook favorite favorites favourite favourites feature featured features feedback flag follow
		follower followers following free friendly gallery games gift google graphic graphics guidelines handout
		headline headlines help hide horoscope horoscopes sudoku classifieds weather jobs motors notices obituary obituaries host hosted hour hours illustration image images index
		instagram install items jobs join joined keys latest learn liability licensing like likes link linkedin links
		list listen live load loading mailing media member members membership min mins minute minutes moderated modified
		more morning most must-read nearby network newsletter's next offer offers page pages partner partners
		partnership pause permissions browse browsing continuing event events show showing journalism loyal personalise personalised personalize personalized photo photos picture pictures play player playing policy
		poll popular posted preferences preferred premium previous print privacy profile promo promotion promotions provider published purchase
		puzzles quiz rate rating read reading reads recommendations recommended reddit region register registered
		related replies reply report reporter reprint reprints reader readers republish requires responsible results save saved scroll
		search section sections select send services settings share shared shares shop sign site skip slide slides
		source sources standards stay store stories supporter supporters story stream streaming submit subscribed support supported syndication
		tag tags tap telegram tell terms thank thanks tiktok tonight's top topic topics tracking transcript trending trial trust
		twitter typo unlimited update updated updates version video videos view viewed views visit vote watch web
		website weekly verified verify volume whatsapp written x youtube bluesky threads mastodon`},
	{topicCall, `work advertise use never sign subscribe follow click tap share read watch listen hear download join get support donate help log login
		register enter accept manage start become give gift unlock turn save report view show see skip check send like
		tell leave scroll swipe continue enable disable hide close copy tweet print email contact call try visit explore
		discover add allow reject play pin create buy shop upgrade learn load submit write enjoy stay switch install
		browse reply post comment fund make rate vote bookmark unsubscribe decline customise customize open go jump back return
		find choose`},
	{topicThing, `newsletter newsletters inbox cookie cookies javascript browser homepage login sign-up signup subscriber
		subscribers subscription subscriptions password notifications alerts app apps account podcast podcasts podcast's
		newsroom newsdesk membership paywall bookmark bookmarks comments comment replies ad ads advert adverts
		advertisement advertisements sponsored unmute mailing playlist slideshow gallery faq faqs sitemap rss feed feeds
		faqs unsubscribe trial page article articles story stories video videos photos pictures site website link links
		content email coverage journalism reporting whatsapp instagram facebook twitter youtube telegram tiktok linkedin
		linkedin threads bluesky mastodon updates privacy settings terms preferences hashtag tip tips profile member members supporter
		supporters donor patron contribution image images`},
	{topicReader, `you your yours you're you'll you've us our we we're here below above this`},
	{topicPage, `editor editors read reading also more most latest newsletter newsletters subscribe subscription share sharing
		follow click tap log login sign download watch watching listen print comment comments advertisement
		advertisements advert adverts advertising ad ads sponsored promoted sponsor promo cookie cookies privacy policy
		notice terms conditions conditions facebook twitter instagram whatsapp telegram youtube linkedin tiktok reddit
		pinterest messenger flipboard app apps article articles story stories continue continues below scroll top menu
		home homepage page email e-mail mail pin tweet register photo photos image images picture pictures video videos
		gallery credit getty copyright reserved rights editor's editors' picks pick choice tags topics topic filed
		published updated loading next previous back skip content free account inbox alerts notifications join donate
		now related recommended trending popular must-read must don't miss reads read viewed shared commented headlines
		headline breaking live blog updates min mins minutes minute ago hours hour days day others like view see show
		hide close about contact careers jobs help centre center faq faqs support site map sitemap accessibility imprint
		impressum newsroom newsdesk link copy copied search navigation up playing play pause mute unmute previous first
		last edited all reject accept manage settings preferences save later report reply replies file stock archive
		library handout graphic illustration caption courtesy editorial team staff disclaimer disclosure sources source
		via edition today's paper crossword puzzles horoscopes quiz games weather obituaries shop store offers deals
		subscribers members only premium plus unlimited access gift logout logged out in toggle expand collapse enlarge
		zoom fullscreen transcript audio podcast podcasts episode episodes listen hear event events rss feed your
		feedback complaints corrections standards guidelines ethics code trust advertise partners partner content series
		explore discover special coverage features feature for from to the a of on in and or at with by us our you this
		it's it is here what are author authors writer may might have people other another each new`},
	{topicMark, `newsletter newsletters subscribe subscription share click tap log login advertisement advertisements advert
		adverts advertising ad ads sponsored promoted promo cookie cookies privacy terms facebook twitter instagram
		whatsapp telegram youtube linkedin tiktok reddit pinterest app apps article articles story stories menu homepage
		email e-mail picks tags topics topic published updated loading previous skip content inbox alerts notifications
		related recommended trending popular must must-read miss reads viewed headlines about contact careers faq faqs
		sitemap map accessibility link copy copied playing unmute reject accept settings preferences reply replies file
		photo photos video videos gallery comment comments reading print read also next others sign download listen top
		stock disclaimer disclosure enlarge fullscreen subscribers premium rss help save report editor's like live watch
		page follow play join donate back more sport sports opinion lifestyle exclusive breaking obituaries showbiz latest image images picture pictures credit getty weather scroll handout
		archive imprint transcript log continue continues offers feedback corrections partners podcast podcasts search
		navigation register tweet`},
	{topicLabel, `read reading also see more related recommended watch listen hear photo photos photograph photographs photography
		picture pictures image images video videos audio graphic illustration caption credit credits source sources
		topics topic tags tag keywords keyword category categories section filed under in this story article next up now
		playing trending live posted published updated modified time to dig deeper further go explore up join sign
		subscribe follow share comment comments contact email e-mail tel phone correction corrections clarification
		editor editors publisher author's editor's editors' media today note reporting editing writing by words author authors written produced sponsored promoted
		advertisement ad advert copyright disclaimer disclosure location format type first last date today's weather
		exclusive our standards play download don't miss you may might like quiz poll newsletter podcast gallery
		slideshow timeline must from the on and of for background live previous newer older pic pics post sort filter order updates`},
	{topicLabelMark, `read reading also see related recommended watch listen hear photo photos photograph photographs picture pictures
		image images video videos graphic illustration caption credit credits source sources topics topic tags tag
		keywords keyword category categories filed next playing trending posted published updated modified deeper sign
		subscribe follow share contact email e-mail tel phone correction corrections clarification editor's editors'
		author authors written sponsored promoted advertisement ad advert copyright disclaimer disclosure standards
		download miss newsletter podcast gallery slideshow story article more further today's reporting editing writing
		words time like note poll quiz weather previous sort filter updates pic pics`},
	{topicStopped, `correction corrections clarification editor editors note photo photos source sources tags topics keywords
		copyright disclaimer disclosure author authors reporting editing standards email contact read related more
		standards`},
	{topicStamp, `est est. remaining duration published updated posted modified edited created filed first last originally on at by am pm a.m. p.m. a.m p.m
		gmt utc bst cet cest est edt et ct pt mt pst pdt cst cdt ist jst aest ago hour hours hr hrs h minute minutes min
		mins m second seconds sec secs day days d week weeks month months year years read reading time to just now
		yesterday today story page article this was the of and estimated mon tue tues wed thu thur thurs fri sat sun
		approx about video watch listen h`},
	{topicStampMark, `published updated posted modified edited created filed am pm a.m. p.m. a.m p.m gmt utc bst cet cest est edt pst
		pdt ist ago min mins minute minutes hour hours hr hrs read`},
	{topicPicture, `media photo photos image images picture pictures video photograph photographs illustration graphic footage screenshot
		pic pics credit file courtesy handout`},
	{topicCounted, `comment comments share shares like likes view views reply replies reaction reactions follower followers retweets
		retweet votes vote upvotes photo photos image images video videos item items result results page pages read
		reads conversation`},
	{topicStaff, `correspondent reporter writer editor journalist columnist contributor staff photographer producer bureau chief
		desk freelance political business diplomatic health science sport sports crime technology environment education
		foreign world national social affairs media economics city chief senior deputy assistant associate special
		investigative news correspondents reporters writers editors agencies agency agencia team in`},
	{topicJoint, `and in for de van von of at with the`},
	{topicChanged, `updated corrected amended edited published republished translated produced modified reviewed supported funded
		closed disabled moderated unavailable protected loading provided powered written generated archived syndicated
		sponsored`},
	{topicNotice, `story article page report piece content comments post version video copy headline material column site website
		series advertisement interview transcript feature commenting blog player`},
	{topicSection, `news sport sports world business politics opinion lifestyle entertainment culture travel technology tech health
		science education environment national international local metro regional uk us europe africa asia money football
		cricket obituaries features editorial editorials comment letters jobs property food music film tv radio arts style
		media crime courts markets economy finance home latest top breaking exclusive celebrity showbiz weather columns
		columnists books motoring gardening city state india nigeria australia america`},
	{topicLink, `read reading also related recommended trending popular more most stories articles next like top latest`},
}

// noticePhrases are what pages say of themselves, in whole sentences too.
var noticePhrases = [...]string{
	"contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting",
	"contributed to reporting", "earlier version of this", "previous version of this", "views are personal", "views are her own",
	"views are his own", "views are their own", "all rights reserved", "not responsible for the content", "a version of this article",
	"a version of this story", "this is a developing story", "a previous headline", "to speak to a journalist", "to one of our reporters",
	"edited for length", "edited for clarity", "please try again", "please enable", "please enter a valid", "please refresh",
}

// pagePhrases are word for word what pages say and articles do not.
var pagePhrases = [...]string{
	"terms and conditions", "terms of use", "terms of service", "privacy policy",
	"in your inbox", "to your inbox", "to continue reading", "to keep reading", "keep reading", "free articles", "mailing list",
	"newsletter here", "our newsletter", "our newsletters", "your browser", "this site uses", "this website uses", "we use cookies",
	"uses cookies", "for subscribers only", "subscribers only", "members only", "already a subscriber", "have an account",
	"create an account", "follow us", "follow him on", "follow her on", "follow them on", "on our podcast", "our app",
	"app store", "google play", "join the conversation", "join the discussion", "in the comments", "comments below", "leave a reply",
	"leave a comment", "got a story", "got a tip",
	"story continues", "article continues", "continues below", "continue reading", "paid partnership",
	"may not be published", "without permission", "independent journalism", "our journalism", "my personal information",
	"first to comment", "want more like this", "here are more", "buy us a coffee", "click here", "tap here",
	"listen here", "download here", "more information visit", "more on this", "show more", "load more",
	"was originally published", "was first published", "first appeared on", "republished from", "republished under", "opinions expressed", "views expressed", "this article is more than", "this story is more than", "this article is over", "is part of your", "cannot be played", "can not be played", "try again later", "thank you for reading", "thanks for reading", "thanks for signing", "personalised ads", "personalized ads",
}

// loosePhrases are what pages say, and now and then a speaker as well.
var loosePhrases = [...]string{
	"our work", "our reporting", "paid for by", "sign up", "sign in", "log in", "view all", "what do you think", "do you have a",
	"in partnership with", "get in touch", "scroll down", "reached at", "have your say", "you may also", "you might also", "might be interested in", "may be interested in", "might like", "may like", "please consider",
	"contact us", "support us", "let us know", "can be contacted", "can be reached",
	"in case you missed it", "registered users", "by clicking", "email address", "free trial", "read here", "watch here", "reach him at", "reach her at", "reach them at",
}
