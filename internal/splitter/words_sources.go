package splitter

// The lists about who somebody is that speaks or is spoken of.
var (
	// negating are the words before or for a source by which nobody, or hardly anybody, says it.
	negating = newWordList(`no neither none few nobody`)
	// oneMore are the words before the noun by which a sentence takes up what it says so far.
	oneMore = newWordList(`a an`)
	// naming are the verbs before the name of who is spoken of.
	naming = newWordList(`named called identified known`)
	// bindings begin a clause of its own, and never only a noun phrase.
	bindings = newWordList(`because although though while when whereas unless if whether`)
	// heNouns and sheNouns tell a gender, besides titles.
	heNouns  = newWordList(`boy son husband uncle nephew grandfather grandson widower boyfriend dad stepfather stepson monk`)
	sheNouns = newWordList(`girl daughter wife mother aunt niece grandmother granddaughter widow girlfriend mum mom stepmother stepdaughter nun`)
	// someone are the nouns for a person besides those that say what they do.
	someone = newWordList(`man woman boy girl suspect victim witness driver defendant gunman accused complainant claimant plaintiff passenger pedestrian motorist applicant detainee caller intruder shooter culprit perpetrator offender patient`)
	// oneOfThem are the words before a noun for one person.
	oneOfThem = newWordList(`the a an this that another his her their its our my`)
	// beingOf come before a noun that says what somebody is, and stands for nobody else.
	beingOf = newWordList(`is was be been being become becomes became as remains remained named appointed elected made called not`)
	// objectsOf are the pronouns that are never a subject, and subjectsOf those that are nothing else.
	objectsOf  = newWordList(`him them`)
	subjectsOf = newWordList(`he she they`)
)
