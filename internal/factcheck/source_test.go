package factcheck_test

import (
	"slices"
	"testing"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

func TestSource_Differing(t *testing.T) {
	t.Parallel()
	library := factcheck.Source{
		ID: 1, URL: "https://example.org/register", Title: "Ferry register", Publisher: "Port",
		PublishedOn: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), Kind: factcheck.KindDataset, Tier: factcheck.Primary,
	}
	for name, tc := range map[string]struct {
		typed factcheck.Source
		want  []string
	}{
		"nothing":            {factcheck.Source{Kind: factcheck.KindPage}, nil},
		"the same":           {library, nil},
		"the same, spaced":   {factcheck.Source{Title: " Ferry register ", Kind: factcheck.KindPage}, nil},
		"another tier":       {factcheck.Source{Tier: factcheck.Tertiary, Kind: factcheck.KindPage}, nil},
		"another title":      {factcheck.Source{Title: "Register", Kind: factcheck.KindPage}, []string{"title"}},
		"another kind":       {factcheck.Source{Kind: factcheck.KindFactCheck}, []string{"kind"}},
		"what it has not":    {factcheck.Source{Author: "Clerk", Citation: "p. 3", Kind: factcheck.KindPage}, []string{"citation", "author"}},
		"another date":       {factcheck.Source{PublishedOn: library.PublishedOn.AddDate(0, 0, 1), Kind: factcheck.KindPage}, []string{"published_on"}},
		"another everything": {factcheck.Source{Title: "A", Citation: "B", Publisher: "C", Author: "D", PublishedOn: time.Unix(0, 0).UTC(), Kind: factcheck.KindPerson}, []string{"title", "citation", "publisher", "author", "published_on", "kind"}},
	} {
		var got []string
		for _, r := range library.Differing(&tc.typed) {
			got = append(got, r.Field)
			if r.Rule != "source_differs" || r.Detail == "" || r.Remedy == "" {
				t.Errorf("%s: %+v", name, r)
			}
		}
		if !slices.Equal(got, tc.want) {
			t.Errorf("%s: %v differ, want %v", name, got, tc.want)
		}
	}
	if got := library.Differing(&factcheck.Source{Title: "Register", Kind: factcheck.KindPage})[0].Detail; got != "The library has this source as “Ferry register”." {
		t.Error(got)
	}
	if got := library.Differing(&factcheck.Source{Author: "Clerk", Kind: factcheck.KindPage})[0].Detail; got != "The library has this source without an author." {
		t.Error(got)
	}
}

func TestSourceRefusal(t *testing.T) {
	t.Parallel()
	for _, status := range factcheck.Statuses() {
		err := factcheck.SourceRefusal([]factcheck.Resting{{Claim: 1, Statement: "It rained.", Status: status}})
		held := status == factcheck.InReview || status == factcheck.Approved
		if (err != nil) != held || (held && errs.KindOf(err) != errs.Unmet) {
			t.Errorf("%s: %v, want refused %t", status, err, held)
		}
		for _, r := range errs.Reasons(err) {
			if r.Rule != "source_in_use" || r.Detail == "" || r.Remedy == "" {
				t.Errorf("%s: %+v", status, r)
			}
		}
	}
	many := make([]factcheck.Resting, 5)
	for i := range many {
		many[i].Status = factcheck.Approved
	}
	if got := len(errs.Reasons(factcheck.SourceRefusal(many))); got != 3 {
		t.Errorf("%d claims are named, want 3", got)
	}
	if err := factcheck.SourceRefusal(nil); err != nil {
		t.Error(err)
	}
}
