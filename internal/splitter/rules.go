package splitter

import "slices"

// Rule names a rule of the splitter, "pass/what", such as "sentence/full-stop". Everything Split finds says which
// rule made it, so that a person who meets a mistake can be shown where it comes from.
type Rule string

// RuleNote is what a rule does, in words for an editor, with a text in which it makes a finding.
type RuleNote struct {
	Rule    Rule
	Says    string
	Example string
}

// Rules are all rules in the order of the passes.
func Rules() []RuleNote {
	return slices.Concat(sentenceRules, classRules, attributionRules, nameRules, figureRules, claimRules, languageRules)
}
