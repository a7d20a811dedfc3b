package splitter

// The rules for who said what.
const (
	ruleVerbThat      Rule = "attribution/verb-that"
	ruleVerbClause    Rule = "attribution/verb-clause"
	ruleVerbQuotation Rule = "attribution/verb-quotation"
	ruleVerbTo        Rule = "attribution/verb-to"
	ruleVerbAbout     Rule = "attribution/verb-about"
	ruleCalled        Rule = "attribution/called"
	ruleQuotationVerb Rule = "attribution/quotation-verb"
	ruleStatementVerb Rule = "attribution/statement-verb"
	ruleVerbSpeaker   Rule = "attribution/verb-speaker"
	ruleUnknownVerb   Rule = "attribution/unknown-verb"
	ruleUnknownQuoted Rule = "attribution/unknown-quoted"
	ruleUnknownThat   Rule = "attribution/unknown-that"
	ruleNextBlock     Rule = "attribution/next-paragraph"
	ruleAccording     Rule = "attribution/according-to"
	ruleAccordingHead Rule = "attribution/according-to-first"
	ruleNoun          Rule = "attribution/noun"
	ruleNameColon     Rule = "attribution/name-colon"
	ruleAnswer        Rule = "attribution/answer"
	ruleAnswered      Rule = "attribution/answered"
	ruleAsked         Rule = "attribution/asked"
	ruleNameDash      Rule = "attribution/name-dash"
	ruleLeadIn        Rule = "attribution/lead-in"
	ruleAsPut         Rule = "attribution/as-put"
	ruleReportedThat  Rule = "attribution/reported-that"
)

// attributionRules are the rules for who said what.
var attributionRules = []RuleNote{
	{ruleVerbThat, "A verb of saying or thinking with “that”: what follows is what was said.", "The mayor admitted that the bridge was unsafe."},
	{ruleVerbClause, "A verb of saying or thinking with a clause and no “that”.", "The mayor says the bridge is unsafe."},
	{ruleVerbQuotation, "A verb of saying before a quotation.", "The mayor shouted: “The bridge is unsafe.”"},
	{ruleVerbTo, "A verb of will or telling with “to”: what somebody wants, promises or asks for.", "The mayor vowed to close the bridge."},
	{ruleVerbAbout, "A verb of saying with a preposition: what somebody complains about or calls for.", "The mayor complained about the state of the bridge."},
	{ruleCalled, "A verb of judgement: what somebody is called, blamed for or praised for.", "The mayor called the bridge a “death trap”."},
	{ruleQuotationVerb, "A quotation before its speaker and the verb of saying.", "“The bridge is unsafe,” the mayor said."},
	{ruleStatementVerb, "A statement before its speaker and the verb of saying, without quotation marks.", "The bridge is unsafe, the mayor said."},
	{ruleVerbSpeaker, "What was said stands before the verb, and the speaker after it.", "“The bridge is unsafe,” said the mayor."},
	{ruleUnknownVerb, "A quotation next to a speaker and a verb that no list of verbs has.", "“The bridge is unsafe,” the mayor harrumphed."},
	{ruleUnknownQuoted, "Quoted words within what somebody does with a verb that no list of verbs has.", "The mayor railed against the “death trap of the north”."},
	{ruleUnknownThat, "A verb that no list of verbs has, or a feeling, before “that”.", "The mayor griped that the bridge was unsafe."},
	{ruleNextBlock, "A line with a colon before a paragraph of quotation.", "The mayor went further:\n\n“The bridge has been unsafe for all these years.”"},
	{ruleAccording, "“According to” after or inside what was said.", "The bridge is unsafe, according to the mayor."},
	{ruleAccordingHead, "“According to” before what was said.", "According to the mayor, the bridge is unsafe."},
	{ruleNoun, "A noun for something said, such as “claim” or “warning”, before “that”.", "The mayor’s claim that the bridge was unsafe made people angry."},
	{ruleNameColon, "A person’s name and a colon at the head of a line.", "Ann Lee: The bridge must be closed now"},
	{ruleLeadIn, "“In the words of” or “for” somebody, and then a quotation.", "In the words of the mayor, “the bridge is unsafe and old”."},
	{ruleAsPut, "“As” with a speaker and a verb of saying before what was said.", "As the mayor put it, the bridge is unsafe."},
	{ruleReportedThat, "“It was reported that”: something said, without a speaker.", "It was reported that the bridge was unsafe."},
	{ruleAnswer, "An answer in an interview, after “A:”.", "We met Ann Lee in May.\n\nQ: Is the bridge unsafe?\n\nA: The bridge was closed in May."},
	{ruleAnswered, "A claim or charge that the sentence tells of, and who denies or confirms it.", "The mayor blamed the port for the fire, a charge the board has denied."},
	{ruleAsked, "What somebody was asked, and answered in a word.", "Asked whether the bridge was unsafe, the mayor said no."},
	{ruleNameDash, "A quotation, a dash and a name on a line.", "“The bridge must be closed.” — Ann Lee"},
}
