package web

import (
	"cmp"
	"slices"
	"strings"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
)

// sentenceFacts are what the splitter found in each sentence, by its ordinal, with the claims that begin in it.
func sentenceFacts(said *reader, found *workflow.Workbench, view string) map[int]components.SentenceFacts {
	facts := make([]components.SentenceFacts, len(found.Sentences))
	hedges := found.Splitting.Findings.Hedges
	for i := range found.Sentences {
		s := &found.Sentences[i]
		f := &facts[i]
		f.Class, f.Reasons, f.Rules = className(s.Class), s.Reasons, said.rules(s.Rule, s.EndRule)
		if s.Class == factcheck.ClassClaim || s.Class == factcheck.ClassOpinion {
			f.Score, f.Opinion = score(s.Score), score(s.Opinion)
		}
		for ; len(hedges) > 0 && hedges[0].Start < s.Span.End; hedges = hedges[1:] {
			f.Hedges = appendNew(f.Hedges, said.words(hedges[0]))
		}
	}
	for _, saying := range sayingsByPlace(found.Splitting.Findings.Said) {
		said.placeSaying(saying, found, facts)
	}
	placeClaims(said, found, facts, view)
	byOrdinal := make(map[int]components.SentenceFacts, len(facts))
	for i := range facts {
		byOrdinal[found.Sentences[i].Ordinal] = facts[i]
	}
	return byOrdinal
}

// placeSaying shows a saying in the sentence its cue stands in, with how it was said, and in each other sentence that has
// some of the words, with who said them.
func (r *reader) placeSaying(saying *factcheck.Said, found *workflow.Workbench, facts []components.SentenceFacts) {
	home := sentenceAt(found.Sentences, place(saying))
	if home >= len(facts) {
		return
	}
	whole := r.saidChain(saying, found.Article.Publisher)
	words := map[int][]string{home: nil}
	for _, span := range saying.Content {
		for i := sentenceAt(found.Sentences, span.Start); i < len(facts) && found.Sentences[i].Span.Start < span.End; i++ {
			in := found.Sentences[i].Span
			here := r.words(textspan.Span{Start: max(span.Start, in.Start), End: min(span.End, in.End)})
			if here = unquoted(here); here != "" {
				words[i] = append(words[i], here)
			}
		}
	}
	for i, here := range words {
		c := whole
		if i != home {
			c = components.Chain{Steps: whole.Steps[:1:1], Continued: i > home}
		}
		c.Said = here
		facts[i].Said = append(facts[i].Said, c)
	}
}

// unquoted is what was said without the quotation marks at its ends, of which only one may be in the sentence.
func unquoted(words string) string { return strings.Trim(words, "\"“”„«»‘’ ") }

// sentenceAt is the place in the list of the first sentence that ends behind a place of the text.
func sentenceAt(list []factcheck.Sentence, at int) int {
	i, _ := slices.BinarySearchFunc(list, at, func(s factcheck.Sentence, at int) int { return cmp.Compare(s.Span.End, at+1) })
	return i
}

// placeClaims shows each claim in the sentence it begins in; declined ones only while they are the current one.
func placeClaims(said *reader, found *workflow.Workbench, facts []components.SentenceFacts, view string) {
	proposed := proposedClaims(found)
	for i := range found.Claims {
		c := &found.Claims[i]
		current := found.Current != nil && found.Current.Claim.ID == c.ID
		if len(c.Spans) == 0 || c.Status == factcheck.Declined && !current {
			continue
		}
		at := sentenceAt(found.Sentences, c.Spans[0].Span.Start)
		if at >= len(facts) {
			continue
		}
		shown := components.SentenceClaim{Number: i + 1, Text: claimTitle(c), URL: benchPath(c.Article, c.ID, view), Status: statusView(c.Status)}
		if s := proposed[c.ID]; s != nil && s.Statement == c.Statement {
			shown.Parts = said.statement(s.Statement, s.Filled)
		}
		facts[at].Claims = append(facts[at].Claims, shown)
	}
}

// proposedClaims are what the newest splitting proposed, by the claim it came to.
func proposedClaims(found *workflow.Workbench) map[factcheck.ClaimID]*factcheck.Suggestion {
	proposed := map[factcheck.ClaimID]*factcheck.Suggestion{}
	for i := range found.Suggestions {
		proposed[found.Suggestions[i].Claim] = &found.Suggestions[i]
	}
	return proposed
}

// saidChain is one saying as the splitter found it.
func (r *reader) saidChain(s *factcheck.Said, publisher string) components.Chain {
	words, name := r.words(s.Source), s.Name
	if name == "" {
		name = words
	}
	if name == "" {
		name = "somebody who is not named"
	}
	c := components.Chain{
		Steps: chainSteps(name, r.words(s.Outlet), r.words(s.Via), publisher), Cue: r.words(s.Cue), Direct: s.Direct,
		Polarity: polarity(s.Polarity), Hedges: r.allWords(s.Hedges), Why: strings.Join(r.rules(s.Rule), " "),
	}
	if words != name {
		c.Steps[0].Words = words
	}
	return c
}

// place is where in the text a saying is shown.
func place(s *factcheck.Said) int {
	if !s.Cue.Empty() || len(s.Content) == 0 {
		return s.Cue.Start
	}
	return s.Content[0].Start
}

func sayingsByPlace(list []factcheck.Said) []*factcheck.Said {
	sayings := make([]*factcheck.Said, len(list))
	for i := range list {
		sayings[i] = &list[i]
	}
	slices.SortStableFunc(sayings, func(a, b *factcheck.Said) int { return place(a) - place(b) })
	return sayings
}
