package web

import (
	"testing"

	"factdesk/internal/factcheck"
)

func TestNextCandidate(t *testing.T) {
	t.Parallel()
	claims := []factcheck.Claim{{ID: 4, Status: factcheck.Candidate}, {ID: 9, Status: factcheck.Open}, {ID: 2, Status: factcheck.Declined}, {ID: 7, Status: factcheck.Candidate}}
	for _, c := range []struct {
		say      string
		claims   []factcheck.Claim
		at, want factcheck.ClaimID
	}{
		{"the next after it, past those that are open", claims, 9, 7},
		{"after the last candidate, the first", claims, 7, 4},
		{"never itself", claims[3:], 7, 7},
		{"none left", claims[1:3], 2, 2},
	} {
		if got := nextCandidate(c.claims, c.at); got != c.want {
			t.Errorf("%s: after %d came %d, want %d", c.say, c.at, got, c.want)
		}
	}
}
