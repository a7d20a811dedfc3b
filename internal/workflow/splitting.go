package workflow

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"factdesk/internal/factcheck"
	"factdesk/internal/postgres"
	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// splitting is the run that made the document, by whoever acts.
func splitting(cmd Command, doc splitter.Document) factcheck.Splitting {
	s := factcheck.Splitting{
		Splitter: splitter.Version, Language: doc.Language, Supported: doc.Supported, MadeBy: factcheck.Person{ID: cmd.Actor.Account},
		Findings: factcheck.Findings{Said: make([]factcheck.Said, len(doc.Attributions)), Hedges: doc.Hedges},
	}
	for i, a := range doc.Attributions {
		s.Findings.Said[i] = factcheck.Said{
			Content: a.Content, Source: a.Source, Name: a.Name, Cue: a.Cue, Outlet: a.Outlet, Via: a.Via, Direct: a.Direct,
			Polarity: factcheck.Polarity(a.Polarity), Hedges: a.Hedges, Rule: string(a.Rule),
		}
	}
	return s
}

func sentences(doc splitter.Document) []factcheck.Sentence {
	list := make([]factcheck.Sentence, len(doc.Sentences))
	for i, s := range doc.Sentences {
		list[i] = factcheck.Sentence{
			Ordinal: i, Span: textspan.Span{Start: s.Start, End: s.End}, Class: factcheck.SentenceClass(s.Class),
			Score: s.Score, Opinion: s.Opinion, Reasons: s.Reasons, Rule: string(s.Rule), EndRule: string(s.EndRule),
		}
	}
	return list
}

// proposal is a claim the splitter found: the candidate to be made of it, and how it was found.
type proposal struct {
	claim      factcheck.Claim
	suggestion factcheck.Suggestion
}

// proposals turns what the splitter found into claims that can be made. A statement never outgrows what a claim may
// hold.
func proposals(text string, doc splitter.Document) ([]proposal, error) {
	list := make([]proposal, 0, len(doc.Claims))
	ix := textspan.NewIndex(text)
	names := namesIn(ix, doc.Entities)
	for _, found := range doc.Claims {
		c := factcheck.Claim{
			Origin: factcheck.BySplitter, Type: factcheck.ClaimType(found.Type), Statement: cut(found.Statement, maxStatement),
			Score: found.Score, Reasons: found.Reasons,
		}
		for _, s := range found.Spans {
			q, err := ix.Select(s)
			if err != nil {
				return nil, fmt.Errorf("span of a candidate: %w", err)
			}
			c.Spans = append(c.Spans, factcheck.Quote{Span: s, Selector: q})
		}
		if found.Attribution != nil {
			c.Attribution = proposedAttribution(ix, doc.Attributions[*found.Attribution])
			if c.Attribution != nil {
				c.Attribution.Kind = names.kind(doc.Attributions[*found.Attribution].Source, c.Attribution.Speaker)
			}
		}
		list = append(list, proposal{claim: c, suggestion: factcheck.Suggestion{
			Sentence: found.Sentence, Attribution: found.Attribution, Spans: found.Spans, Type: c.Type, Statement: c.Statement,
			Filled: filled(found, c.Statement), Score: c.Score, Reasons: c.Reasons, Rule: string(found.Rule),
		}})
	}
	return list, nil
}

// filled are the stretches of a claim's statement that were put in, as far as the statement was kept.
func filled(found splitter.Claim, statement string) []factcheck.Filled {
	kept := utf8.RuneCountInString(statement)
	var list []factcheck.Filled
	for _, f := range found.Filled {
		if f.End <= kept {
			list = append(list, factcheck.Filled{Start: f.Start, End: f.End, For: f.For, From: f.From})
		}
	}
	return list
}

// propose makes a candidate of each proposal, in one splitting of an article, and returns what to remember of it.
func propose(ctx context.Context, tx *postgres.DB, cmd Command, of postgres.SplittingOf, found []proposal) ([]factcheck.Suggestion, error) {
	claims := make([]factcheck.Claim, len(found))
	for i := range found {
		claims[i] = found[i].claim
		claims[i].Article, claims[i].ArticleVersion = of.Article, of.Version
		claims[i].CreatedBy.ID = cmd.Actor.Account
	}
	ids, err := tx.InsertClaims(ctx, of.Desk, claims)
	if err != nil {
		return nil, err
	}
	suggestions := make([]factcheck.Suggestion, len(found))
	for i := range found {
		suggestions[i] = found[i].suggestion
		suggestions[i].Claim, suggestions[i].Outcome, suggestions[i].Revision = ids[i], factcheck.SuggestionAdded, 1
	}
	return suggestions, nil
}

// proposedAttribution reads the words of an attribution; nil when it names nobody, or names somebody who does not
// stand behind the claim: whoever denies it has not made it, and a report must not say so.
func proposedAttribution(ix *textspan.Index, found splitter.Attribution) *factcheck.Attribution {
	if found.Polarity != splitter.Affirmed {
		return nil
	}
	words := func(s textspan.Span) string {
		slice, _ := ix.Slice(s)
		return cut(strings.TrimSpace(slice), maxAttribution)
	}
	a := &factcheck.Attribution{
		Speaker: cut(found.Name, maxAttribution), Outlet: words(found.Outlet), Via: words(found.Via), Cue: words(found.Cue), Direct: found.Direct,
	}
	if a.Speaker == "" {
		a.Speaker = words(found.Source)
	}
	hedges := make([]string, len(found.Hedges))
	for i, h := range found.Hedges {
		hedges[i] = words(h)
	}
	a.Hedge = cut(strings.Join(hedges, ", "), maxAttribution)
	if a.Speaker == "" {
		return nil
	}
	return a
}

// named says what the splitter took the people and organisations of an article for.
type named struct {
	entities []splitter.Entity // in the order of the text
	kinds    map[string]factcheck.ClaimantKind
}

func namesIn(ix *textspan.Index, entities []splitter.Entity) named {
	n := named{entities: entities, kinds: map[string]factcheck.ClaimantKind{}}
	for _, e := range entities {
		if kind, ok := kindOf(e.Type); ok {
			name, _ := ix.Slice(textspan.Span{Start: e.Start, End: e.End})
			if n.kinds[name] != factcheck.PersonClaimant {
				n.kinds[name] = kind
			}
		}
	}
	return n
}

// kindOf takes places for organisations: what a capital is said to have said, a government said.
func kindOf(t splitter.EntityType) (factcheck.ClaimantKind, bool) {
	switch t {
	case splitter.EntityPerson:
		return factcheck.PersonClaimant, true
	case splitter.EntityOrganization, splitter.EntityPlace:
		return factcheck.OrganizationClaimant, true
	case splitter.EntityNumber, splitter.EntityPercent, splitter.EntityMoney, splitter.EntityDate:
	}
	return "", false
}

// kind takes a speaker for an organisation when the splitter found one, and no person, of that
// name or in the words that say who said it; for a person otherwise.
func (n named) kind(source textspan.Span, speaker string) factcheck.ClaimantKind {
	kind := n.kinds[speaker]
	first, _ := slices.BinarySearchFunc(n.entities, source.Start, func(e splitter.Entity, start int) int { return cmp.Compare(e.End, start+1) })
	for _, e := range n.entities[first:] {
		if e.Start >= source.End {
			break
		}
		if k, ok := kindOf(e.Type); ok && kind != factcheck.PersonClaimant {
			kind = k
		}
	}
	return cmp.Or(kind, factcheck.PersonClaimant)
}

// Lengths the database allows, in code points.
const (
	maxStatement   = 2000
	maxAttribution = 300
)

// cut shortens s to at most n code points.
func cut(s string, n int) string {
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	return string([]rune(s)[:n-1]) + "…"
}

// folded is s on one line: a line break in words that were copied is how they were wrapped.
func folded(s string) string { return strings.Join(strings.Fields(s), " ") }

// RuleNotes say in a sentence what each rule of the splitter does, by its name.
func RuleNotes() map[string]string {
	notes := map[string]string{}
	for _, n := range splitter.Rules() {
		notes[string(n.Rule)] = n.Says
	}
	return notes
}

// ParagraphGoesOn reports whether the words after a sentence that ended by the named rule are of the same paragraph;
// false where the rule is not known.
func ParagraphGoesOn(endRule string) bool {
	return endRule != "" && !splitter.EndsParagraph(splitter.Rule(endRule))
}

// SplitLanguages are the BCP 47 tags of the languages that claims are found in; others come apart into sentences only.
func SplitLanguages() []string { return splitter.Languages() }
