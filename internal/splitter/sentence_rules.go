package splitter

// The rules by which a sentence ends.
const (
	endText         Rule = "sentence/end-of-text"
	endParagraph    Rule = "sentence/paragraph"
	endLine         Rule = "sentence/line"
	endShortLine    Rule = "sentence/short-line"
	endIndent       Rule = "sentence/indent"
	endItem         Rule = "sentence/next-item"
	endListItem     Rule = "sentence/list-in-line"
	endFullStop     Rule = "sentence/full-stop"
	endQuestion     Rule = "sentence/question"
	endExclamation  Rule = "sentence/exclamation"
	endEllipsis     Rule = "sentence/ellipsis"
	endOmission     Rule = "sentence/omission"
	endQuotation    Rule = "sentence/quotation"
	endFootnote     Rule = "sentence/footnote"
	endAbbreviation Rule = "sentence/abbreviation"
	endAcronym      Rule = "sentence/acronym"
	endTime         Rule = "sentence/time"
	endLetter       Rule = "sentence/letter"
	endNoSpace      Rule = "sentence/no-space"
	endWideStop     Rule = "sentence/wide-stop"
)

// EndsParagraph reports whether a sentence that ended by the rule is the last of its paragraph, heading or item; after
// any other, words that follow belong to the same, be it on the next line.
func EndsParagraph(end Rule) bool {
	switch end {
	case endText, endParagraph, endLine, endShortLine, endIndent, endItem:
		return true
	}
	return false
}

// wrapped is a text in which each paragraph is broken into lines of about the same length.
const wrapped = "The harbour was closed on Monday after the storm had come and\n" +
	"torn the roofs from two of the houses on the old quay, the mayor\n" +
	"said. Nobody was hurt, and the ships went to the next port\nalong the coast.\n" +
	"The storm went on for two days, longer than anybody in the town\ncould remember.\n" +
	"   It ended on Wednesday, and the ships came back to the harbour one\nafter the other. It was a sight to see for all those who stood at\n" +
	"the quay that day, and so they would remember it for a long time.\n   The roofs are still missing.\n"

// sentenceRules are the rules for where sentences end.
var sentenceRules = []RuleNote{
	{endText, "The text ends here.", "The harbour was closed."},
	{endParagraph, "An empty line follows.", "Harbour closed\n\nThe harbour was closed on Monday."},
	{endLine, "The line ends here, and lines of this text are not wrapped: each is a paragraph, a heading or an item of its own.",
		"Harbour closed\nThe harbour was closed on Monday."},
	{endShortLine, "The lines of this text are wrapped, but this one ends before it is full.", wrapped},
	{endIndent, "The lines of this text are wrapped, and the next is indented: a paragraph begins.", wrapped},
	{endItem, "The next line begins as a list item does.", "They want:\n- lower fees\n- more ships"},
	{endListItem, "Another item of a list begins on the same line.", "1. Lower fees 2. More ships"},
	{endFullStop, "A full stop stands here, and what follows can begin a sentence.", "The harbour was closed. The ships left."},
	{endQuestion, "A question mark stands here, and what follows can begin a sentence.", "Was the harbour closed? The mayor said so."},
	{endExclamation, "An exclamation mark stands here, and what follows can begin a sentence.", "What a storm! The ships left."},
	{endEllipsis, "Words trail off or were left out here, and the next begins with a capital letter.", "The ships waited... They left at noon."},
	{endOmission, "Words were left out in square brackets, and the next begins a sentence.", "The ships waited for days [...] However, they left at noon."},
	{endQuotation, "A stop stands before the closing quotation mark, and what follows can begin a sentence.", "“The harbour is closed.” The ships left."},
	{endFootnote, "The number of a footnote follows the stop.", "The harbour was closed.3 The ships left."},
	{endAbbreviation, "An abbreviation stands here, and the next word is one that begins sentences.", "The port belongs to Harbour Ltd. The city sold it."},
	{endAcronym, "Letters with points stand here, and the next word is one that begins sentences.", "The ships sail to the U.S. They carry grain."},
	{endTime, "A time of day stands here, and the next word has a capital letter.", "The port closed at 6 p.m. Ships had to wait."},
	{endLetter, "A single letter stands here that is no initial, since the next word is one that begins sentences.", "They moored at pier C. The others left."},
	{endNoSpace, "The space after the stop was forgotten.", "The harbour was closed.Ships left."},
	{endWideStop, "A full-width stop stands here, after which no space is needed.", "港が閉まった。船は出た。"},
}
