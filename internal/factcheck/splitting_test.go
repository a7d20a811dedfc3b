package factcheck_test

import (
	"testing"

	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
)

func TestSameWords(t *testing.T) {
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
		if got, back := factcheck.SameWords(tt.own, tt.other), factcheck.SameWords(tt.other, tt.own); got != tt.want || back != tt.want {
			t.Errorf("%v and %v: %t, and the other way round %t", tt.own, tt.other, got, back)
		}
	}
}
