package splitter

// The rules that hold for languages other than English.
const (
	ruleUnread            Rule = "language/unread"
	ruleLanguageFurniture Rule = "language/furniture"
	ruleLanguageHeading   Rule = "language/heading"
	ruleLanguageQuestion  Rule = "language/question"
	ruleLanguageClaim     Rule = "language/claim"
	ruleLanguageName      Rule = "language/name"
	ruleLanguageFigure    Rule = "language/figure"
	ruleLanguageSaid      Rule = "language/said"
	ruleLanguageOwn       Rule = "language/own"
	ruleFrameQuote        Rule = "frame/quotation"
	ruleFrameThat         Rule = "frame/that"
	ruleFrameColon        Rule = "frame/colon"
	ruleFrameAfter        Rule = "frame/clause-first"
	ruleFrameLast         Rule = "frame/clause-last"
	ruleFrameAs           Rule = "frame/as"
	ruleFrameAccording    Rule = "frame/according-to"
)

// languageRules are those rules, in the order of the passes.
var languageRules = []RuleNote{
	{ruleUnread, "There are no rules for the text's language: its sentences are cut by the marks all languages share, and nothing is said of them.",
		"A miniszter hétfőn azt mondta, hogy a kikötő három hónapig zárva lesz, mert a munkások szerint a falak nem biztonságosak."},
	{ruleLanguageFurniture, "A line of words that pages are furnished with, of a name after “by”, of a time of publishing or of a picture's credit.",
		"Der Hafen ist geschlossen.\n\nMehr zum Thema\n\nDie Schiffe sind nicht mehr da."},
	{ruleLanguageHeading, "A short line that does not end as a sentence does.",
		"Hafen geschlossen\n\nDer Hafen ist seit Montag nicht mehr offen.\n\nDie Schiffe sind nicht mehr da."},
	{ruleLanguageQuestion, "The sentence ends in a question mark.", "Ist das wahr? Der Hafen ist nicht mehr offen."},
	{ruleLanguageClaim, "None of the others: the article states something. In this language opinions are not told from it.",
		"Der Hafen ist seit Montag nicht mehr offen."},
	{ruleLanguageName, "A name: a known first name or a title before it, letters in capitals, a known place or outlet, or two words with capitals.",
		"Der Hafen ist nach dem Besuch von Angela Merkel nicht mehr offen."},
	{ruleLanguageFigure, "A number, sum, percentage or date in figures.", "Der Hafen ist seit dem 3. Mai 2024 nicht mehr offen."},
	{ruleLanguageSaid, "What somebody is said to have said, without the words that say so.",
		"Der Minister sagte, der Hafen sei nicht mehr offen."},
	{ruleLanguageOwn, "What the article states itself, as it stands.", "Der Hafen ist seit Montag nicht mehr offen."},
	{ruleFrameQuote, "A quotation, then a saying verb and its speaker.", "„Das ist falsch“, sagte der Minister, der nicht lange blieb."},
	{ruleFrameThat, "A speaker, a saying verb and “that”.", "Le ministre a déclaré que le port est fermé pour trois mois."},
	{ruleFrameColon, "A speaker and a saying verb before a colon or a quotation.", "El ministro dijo: «No es verdad lo que dicen de los muros»."},
	{ruleFrameAfter, "A statement, a comma, then a saying verb and its speaker.", "Port od lat się sypie, ocenił inżynier Marek Brzoza, który go nie lubi."},
	{ruleFrameLast, "In German, a speaker, a saying verb, a comma and what was said.", "Die Ministerin betonte am Montag, es gebe keine andere Wahl."},
	{ruleFrameAs, "“As”, a speaker and a saying verb, set off from a statement.", "Как сообщила мэрия, рыбаки уже получили деньги, а порт закрыт."},
	{ruleFrameAccording, "A source after a phrase such as “according to”.", "Laut einem Bericht der Stadt ist der Hafen nicht mehr offen."},
}
