package factcheck_test

import (
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
)

func TestClaim_Covers(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		own, other []textspan.Span
		want       bool
	}{
		{[]textspan.Span{{Start: 0, End: 10}}, []textspan.Span{{Start: 0, End: 10}}, true},
		{[]textspan.Span{{Start: 0, End: 10}}, []textspan.Span{{Start: 0, End: 8}}, true},
		{[]textspan.Span{{Start: 0, End: 10}}, []textspan.Span{{Start: 0, End: 7}}, false},
		{[]textspan.Span{{Start: 0, End: 10}}, []textspan.Span{{Start: 10, End: 20}}, false},
		{[]textspan.Span{{Start: 0, End: 5}, {Start: 7, End: 12}}, []textspan.Span{{Start: 0, End: 12}}, true},
		{[]textspan.Span{{Start: 0, End: 5}, {Start: 20, End: 25}}, []textspan.Span{{Start: 0, End: 25}}, false},
		{nil, nil, false},
	} {
		c := factcheck.Claim{}
		for _, s := range tt.own {
			c.Spans = append(c.Spans, factcheck.Quote{Span: s})
		}
		if got := c.Covers(tt.other); got != tt.want {
			t.Errorf("%v covers %v: %t", tt.own, tt.other, got)
		}
	}
}
