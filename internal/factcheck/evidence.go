package factcheck

import (
	"fmt"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// Tier says how close a source is to what it tells of.
type Tier string

// The tiers of a source.
const (
	Primary   Tier = "primary"   // the document, the data, the person, the place itself
	Secondary Tier = "secondary" // reports on a primary source
	Tertiary  Tier = "tertiary"  // reports on reports
)

// Tiers lists the tiers, closest first.
func Tiers() []Tier { return []Tier{Primary, Secondary, Tertiary} }

// Valid reports whether t is one of the tiers.
func (t Tier) Valid() bool { return t == Primary || t == Secondary || t == Tertiary }

// SourceKind says what a source is.
type SourceKind string

// The kinds of source.
const (
	KindPage      SourceKind = "page"
	KindDocument  SourceKind = "document"
	KindDataset   SourceKind = "dataset"
	KindBroadcast SourceKind = "broadcast"
	KindPerson    SourceKind = "person"
	KindAgency    SourceKind = "agency"
	KindSocial    SourceKind = "social"
	KindFactCheck SourceKind = "factcheck" // of the same claim by others: context, never evidence
)

// SourceKinds lists the kinds of source.
func SourceKinds() []SourceKind {
	return []SourceKind{KindPage, KindDocument, KindDataset, KindBroadcast, KindPerson, KindAgency, KindSocial, KindFactCheck}
}

// Valid reports whether k is one of the kinds.
func (k SourceKind) Valid() bool { return k.Label() != "" }

// Label returns the kind as people read it.
func (k SourceKind) Label() string {
	switch k {
	case KindPage:
		return "Web page"
	case KindDocument:
		return "Document"
	case KindDataset:
		return "Data set"
	case KindBroadcast:
		return "Broadcast"
	case KindPerson:
		return "Person"
	case KindAgency:
		return "Agency wire"
	case KindSocial:
		return "Social post"
	case KindFactCheck:
		return "Fact-check by others"
	}
	return ""
}

// Stance says what evidence does to a claim.
type Stance string

// The stances.
const (
	Supports Stance = "supports"
	Refutes  Stance = "refutes"
	Context  Stance = "context"
)

// Stances lists the stances.
func Stances() []Stance { return []Stance{Supports, Refutes, Context} }

// Valid reports whether s is one of the stances.
func (s Stance) Valid() bool { return s == Supports || s == Refutes || s == Context }

// Source is a document, page, person or data set in the desk's library.
type Source struct {
	ID          SourceID
	URL         string // normalised; empty for what is not on the web
	Citation    string
	Title       string
	Publisher   string
	Author      string
	PublishedOn time.Time // a date in UTC; zero when unknown
	Kind        SourceKind
	Tier        Tier
	Revision    int // grows with every correction
	CreatedAt   time.Time
}

// Name returns what to call the source on a screen: its title, else its citation, else its URL.
func (s *Source) Name() string {
	for _, name := range []string{s.Title, s.Citation, s.URL} {
		if strings.TrimSpace(name) != "" {
			return name
		}
	}
	return fmt.Sprintf("Source %d", s.ID)
}

// Evidence is a source used for a claim.
type Evidence struct {
	ID                EvidenceID
	Source            Source
	Tier              Tier // of the source for this very claim
	Stance            Stance
	Quote             string
	Locator           string // where in the source: a page, a paragraph, a time
	Note              string
	IndependenceGroup string    // sources that go back to one origin share a group and count once
	AccessedOn        time.Time // a date in UTC; zero when unknown
	AddedBy           Person
	AddedAt           time.Time
}

// counts reports whether e is evidence at all: context is not, and neither is somebody else's fact-check.
func (e *Evidence) counts() bool { return e.Stance != Context && e.Source.Kind != KindFactCheck }

// Needs says what kind of backing a rating asks for.
type Needs string

// What a rating may need.
const (
	NeedsProof   Needs = "proof"   // sources
	NeedsSearch  Needs = "search"  // a note of what was searched
	NeedsNothing Needs = "nothing" // neither
)

// EvidenceRule is what a rating needs before a claim may be submitted with it: for
// NeedsProof, MinPrimary primary sources or MinIndependent of different independence groups.
type EvidenceRule struct {
	Needs          Needs
	MinPrimary     int
	MinIndependent int
}

// Sentence says the rule in words for people.
func (r EvidenceRule) Sentence() string {
	switch r.Needs {
	case NeedsProof:
		return fmt.Sprintf("Needs %s, or %s of different independence groups.",
			count(r.MinPrimary, "primary source"), count(r.MinIndependent, "secondary source"))
	case NeedsSearch:
		return "Needs a note of what was searched, and where."
	case NeedsNothing:
	}
	return "Needs no sources."
}

// Unmet returns what is missing for the rule, or nothing when it is met.
func (r EvidenceRule) Unmet(evidence []Evidence, searchNote string) []errs.Reason {
	switch r.Needs {
	case NeedsProof:
		primaries, independent := weigh(evidence)
		if primaries >= r.MinPrimary || independent >= r.MinIndependent {
			return nil
		}
		return []errs.Reason{{
			Rule: "evidence", Field: "evidence",
			Detail: fmt.Sprintf("%s There %s %s and %s so far; context and other people’s fact-checks do not count.",
				r.Sentence(), isOrAre(primaries), count(primaries, "primary source"), count(independent, "independent group")),
			Remedy: "An editor can add a source that supports or refutes the claim.",
		}}
	case NeedsSearch:
		if strings.TrimSpace(searchNote) == "" {
			return []errs.Reason{{
				Rule: "search_note", Field: "search_note",
				Detail: "This rating says that no evidence was found, so it needs a note of what was searched, and where.",
				Remedy: "An editor can write the note beside the rationale.",
			}}
		}
	case NeedsNothing:
	}
	return nil
}

// weigh counts the primary sources and the independent groups among the primary and
// secondary ones. A source without a group is a group of its own.
func weigh(evidence []Evidence) (primaries, independent int) {
	primary, groups := map[SourceID]bool{}, map[string]bool{}
	for i := range evidence {
		e := &evidence[i]
		if !e.counts() || e.Tier == Tertiary {
			continue
		}
		if e.Tier == Primary {
			primary[e.Source.ID] = true
		}
		group := strings.TrimSpace(strings.ToLower(e.IndependenceGroup))
		if group == "" {
			groups[fmt.Sprintf("source %d", e.Source.ID)] = true
		} else {
			groups["group "+group] = true
		}
	}
	return len(primary), len(groups)
}

func isOrAre(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
