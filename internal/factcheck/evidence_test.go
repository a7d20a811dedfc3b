package factcheck_test

import (
	"strings"
	"testing"

	"factdesk/internal/factcheck"

	"pgregory.net/rapid"
)

func proof(primary, independent int) factcheck.EvidenceRule {
	return factcheck.EvidenceRule{Needs: factcheck.NeedsProof, MinPrimary: primary, MinIndependent: independent}
}

// piece is a piece of evidence that refutes, from a page.
func piece(source factcheck.SourceID, tier factcheck.Tier, group string) factcheck.Evidence {
	return factcheck.Evidence{
		Source: factcheck.Source{ID: source, Kind: factcheck.KindPage}, Tier: tier, Stance: factcheck.Refutes, IndependenceGroup: group,
	}
}

func as(e factcheck.Evidence, stance factcheck.Stance, kind factcheck.SourceKind) factcheck.Evidence {
	e.Stance, e.Source.Kind = stance, kind
	return e
}

func TestEvidenceRule(t *testing.T) {
	t.Parallel()
	const primary, secondary, tertiary = factcheck.Primary, factcheck.Secondary, factcheck.Tertiary
	search, nothing := factcheck.EvidenceRule{Needs: factcheck.NeedsSearch}, factcheck.EvidenceRule{Needs: factcheck.NeedsNothing}
	for name, tc := range map[string]struct {
		rule     factcheck.EvidenceRule
		evidence []factcheck.Evidence
		note     string
		want     string // the rule not met
	}{
		"no evidence":                 {proof(1, 2), nil, "", "evidence"},
		"a note is no proof":          {proof(1, 2), nil, "searched everywhere", "evidence"},
		"one primary":                 {proof(1, 2), []factcheck.Evidence{piece(1, primary, "")}, "", ""},
		"one secondary":               {proof(1, 2), []factcheck.Evidence{piece(1, secondary, "")}, "", "evidence"},
		"two secondary":               {proof(1, 2), []factcheck.Evidence{piece(1, secondary, ""), piece(2, secondary, "")}, "", ""},
		"the same source twice":       {proof(1, 2), []factcheck.Evidence{piece(1, secondary, ""), piece(1, secondary, "")}, "", "evidence"},
		"two of one group":            {proof(1, 2), []factcheck.Evidence{piece(1, secondary, "Reuters"), piece(2, secondary, " reuters ")}, "", "evidence"},
		"two groups":                  {proof(1, 2), []factcheck.Evidence{piece(1, secondary, "Reuters"), piece(2, secondary, "AFP")}, "", ""},
		"a group and a source":        {proof(1, 2), []factcheck.Evidence{piece(1, secondary, "Reuters"), piece(2, secondary, "")}, "", ""},
		"a group named as a source":   {proof(1, 2), []factcheck.Evidence{piece(1, secondary, ""), piece(2, secondary, "source 1")}, "", ""},
		"tertiary":                    {proof(1, 2), []factcheck.Evidence{piece(1, tertiary, ""), piece(2, tertiary, ""), piece(3, tertiary, "")}, "", "evidence"},
		"context":                     {proof(1, 2), []factcheck.Evidence{as(piece(1, primary, ""), factcheck.Context, factcheck.KindPage)}, "", "evidence"},
		"a fact-check":                {proof(1, 2), []factcheck.Evidence{as(piece(1, primary, ""), factcheck.Refutes, factcheck.KindFactCheck)}, "", "evidence"},
		"support counts as well":      {proof(1, 2), []factcheck.Evidence{as(piece(1, primary, ""), factcheck.Supports, factcheck.KindDataset)}, "", ""},
		"two primaries, one twice":    {proof(2, 3), []factcheck.Evidence{piece(1, primary, ""), piece(1, primary, "")}, "", "evidence"},
		"two primaries":               {proof(2, 3), []factcheck.Evidence{piece(1, primary, "a"), piece(2, primary, "a")}, "", ""},
		"a primary counts as a group": {proof(2, 2), []factcheck.Evidence{piece(1, primary, ""), piece(2, secondary, "")}, "", ""},
		"search without a note":       {search, []factcheck.Evidence{piece(1, primary, "")}, " \n", "search_note"},
		"search with a note":          {search, nil, "The archive of the city.", ""},
		"nothing needed":              {nothing, nil, "", ""},
	} {
		reasons := tc.rule.Unmet(tc.evidence, tc.note)
		got := ""
		if len(reasons) > 0 {
			got = reasons[0].Rule
		}
		if got != tc.want || len(reasons) > 1 {
			t.Errorf("%s: %v, want %q", name, reasons, tc.want)
		}
	}
}

func TestEvidenceRule_Words(t *testing.T) {
	t.Parallel()
	if got, want := proof(1, 2).Sentence(), "Needs 1 primary source, or 2 secondary sources of different independence groups."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	detail := proof(2, 3).Unmet([]factcheck.Evidence{piece(1, factcheck.Primary, "")}, "")[0].Detail
	if want := "There is 1 primary source and 1 independent group so far"; !strings.Contains(detail, want) {
		t.Errorf("%q does not say %q", detail, want)
	}
	detail = proof(1, 2).Unmet(nil, "")[0].Detail
	if want := "There are 0 primary sources and 0 independent groups so far"; !strings.Contains(detail, want) {
		t.Errorf("%q does not say %q", detail, want)
	}
}

// TestEvidenceRule_MoreNeverHurts: what was enough stays enough when evidence is added, and
// neither its order nor a repetition matters.
func TestEvidenceRule_MoreNeverHurts(t *testing.T) {
	t.Parallel()
	one := rapid.Custom(func(t *rapid.T) factcheck.Evidence {
		e := piece(factcheck.SourceID(rapid.IntRange(1, 4).Draw(t, "source")), rapid.SampledFrom(factcheck.Tiers()).Draw(t, "tier"),
			rapid.SampledFrom([]string{"", "a", "b", " A "}).Draw(t, "group"))
		return as(e, rapid.SampledFrom(factcheck.Stances()).Draw(t, "stance"), rapid.SampledFrom(factcheck.SourceKinds()).Draw(t, "kind"))
	})
	rapid.Check(t, func(t *rapid.T) {
		rule := proof(rapid.IntRange(1, 3).Draw(t, "primary"), rapid.IntRange(1, 3).Draw(t, "independent"))
		list := rapid.SliceOfN(one, 0, 6).Draw(t, "evidence")
		met := len(rule.Unmet(list, "")) == 0
		if shuffled := rapid.Permutation(list).Draw(t, "shuffled"); (len(rule.Unmet(shuffled, "")) == 0) != met {
			t.Fatal("the order of evidence matters")
		}
		if twice := append(list[:len(list):len(list)], list...); (len(rule.Unmet(twice, "")) == 0) != met {
			t.Fatal("the same evidence twice counts for more")
		}
		if more := append(list[:len(list):len(list)], one.Draw(t, "more")); met && len(rule.Unmet(more, "")) > 0 {
			t.Fatal("more evidence is less")
		}
	})
}
