package factcheck_test

import (
	"slices"
	"strings"
	"testing"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

func TestReport_Unpublishable(t *testing.T) {
	t.Parallel()
	approved := []factcheck.Claim{{Status: factcheck.Approved, Statement: "It rained."}}
	first := factcheck.Report{Headline: "What the mayor said", Summary: "Not so."}
	second := first
	second.Edition = 1
	why := &factcheck.EditionCorrected{Class: factcheck.Factual, What: "The date.", Why: "It was wrong."}
	for name, tc := range map[string]struct {
		report     factcheck.Report
		claims     []factcheck.Claim
		correction *factcheck.EditionCorrected
		want       []string
	}{
		"a first edition":        {first, approved, nil, nil},
		"no headline":            {factcheck.Report{Summary: "Not so."}, approved, nil, []string{"headline"}},
		"blank summary":          {factcheck.Report{Headline: "What", Summary: " \n"}, approved, nil, []string{"summary"}},
		"no claims":              {first, nil, nil, []string{"claims"}},
		"nothing at all":         {factcheck.Report{}, nil, nil, []string{"headline", "summary", "claims"}},
		"a claim in review":      {first, []factcheck.Claim{approved[0], {Status: factcheck.InReview, Statement: "It snowed."}}, nil, []string{"claims"}},
		"two that are not ready": {first, []factcheck.Claim{{Status: factcheck.Open}, {Status: factcheck.Declined}}, nil, []string{"claims", "claims"}},
		"second, without reason": {second, approved, nil, []string{"correction"}},
		"second, blank reason":   {second, approved, &factcheck.EditionCorrected{Class: factcheck.Typo, What: "A letter.", Why: " "}, []string{"correction"}},
		"second, no class":       {second, approved, &factcheck.EditionCorrected{Class: "oops", What: "A.", Why: "B."}, []string{"correction"}},
		"second":                 {second, approved, why, nil},
	} {
		var got []string
		for _, r := range tc.report.Unpublishable(tc.claims, tc.correction) {
			got = append(got, r.Rule)
			if r.Detail == "" || r.Remedy == "" || r.Field == "" {
				t.Errorf("%s: %+v does not say where, what and how", name, r)
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: missing %v, want %v", name, got, tc.want)
		}
	}
	reasons := first.Unpublishable([]factcheck.Claim{{Status: factcheck.InReview, Statement: "It snowed."}}, nil)
	if !slices.ContainsFunc(reasons, func(r errs.Reason) bool { return strings.Contains(r.Detail, "“It snowed.” is in review") }) {
		t.Errorf("%+v does not name the claim and where it stands", reasons)
	}
}

func TestEdition_URL(t *testing.T) {
	t.Parallel()
	e := factcheck.Edition{Desk: factcheck.EditionDesk{Slug: "city"}, Slug: "the-bridge"}
	for _, base := range []string{"https://checks.example.org", "https://checks.example.org/"} {
		if got, want := e.URL(base), "https://checks.example.org/r/city/the-bridge"; got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got, want := e.ClaimURL("", &factcheck.EditionClaim{Number: 1, ID: 3}), "/r/city/the-bridge#claim-3"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
