package factcheck

import "time"

// RatingScale is a desk's versioned list of verdict labels. A verdict keeps the scale it was made with.
type RatingScale struct {
	Name    string
	Version int
	Ratings []Rating // in their order on the scale
}

// Rating is one label of a scale.
type Rating struct {
	ID         RatingID
	Code       string // stable name within the scale
	Label      string
	Definition string
	Position   int
	Colour     string // a token of the design system: true, mostly, mixed, doubt, false, neutral
	Value      int    // from 1, nearer the best is truer; zero for a rating that is off the scale
	Rule       EvidenceRule
}

// Verdict is a rating with its rationale, for one version of a claim.
type Verdict struct {
	Rating     *Rating // nil while only the rationale is drafted
	Rationale  string
	SearchNote string // what was searched, and where
	DecidedBy  Person
	DecidedAt  time.Time
}

// DefaultScale is the scale a new desk starts with.
func DefaultScale() RatingScale {
	proof := EvidenceRule{Needs: NeedsProof, MinPrimary: 1, MinIndependent: 2}
	return RatingScale{Name: "Accuracy", Version: 1, Ratings: []Rating{
		{Code: "true", Label: "True", Position: 1, Colour: "true", Value: 5, Rule: proof,
			Definition: "The statement is accurate and nothing significant is missing."},
		{Code: "mostly_true", Label: "Mostly true", Position: 2, Colour: "mostly", Value: 4, Rule: proof,
			Definition: "The statement is accurate but needs a clarification or more context."},
		{Code: "half_true", Label: "Half true", Position: 3, Colour: "mixed", Value: 3, Rule: proof,
			Definition: "The statement holds something true but leaves out, or mixes in, what changes its meaning."},
		{Code: "mostly_false", Label: "Mostly false", Position: 4, Colour: "doubt", Value: 2, Rule: proof,
			Definition: "The statement holds something true but gives a wrong impression."},
		{Code: "false", Label: "False", Position: 5, Colour: "false", Value: 1, Rule: proof,
			Definition: "The statement is not accurate."},
		{Code: "without_evidence", Label: "Without evidence", Position: 6, Colour: "neutral",
			Rule:       EvidenceRule{Needs: NeedsSearch},
			Definition: "Whoever said it offered no evidence, and a search found none for or against it."},
		{Code: "unproven", Label: "Unproven", Position: 7, Colour: "neutral",
			Rule:       EvidenceRule{Needs: NeedsSearch},
			Definition: "The evidence that can be had does not settle the statement either way."},
	}}
}
