package workflow

import (
	"testing"

	"factdesk/internal/splitter"
)

// TestWhoDeniesHasNotSaidSo: a claim that somebody denies, or was asked about, is proposed as nobody's.
func TestWhoDeniesHasNotSaidSo(t *testing.T) {
	t.Parallel()
	for text, speaker := range map[string]string{
		"Ann Lee said that the harbour was closed in May.":          "Ann Lee",
		"Ann Lee denied that the harbour was closed in May.":        "",
		"Ann Lee did not say that the harbour was closed in May.":   "",
		"No scientist says that the harbour was poisoned in May.":   "",
		"Ann Lee was asked whether the harbour was closed in 2019.": "",
	} {
		found, err := proposals(text, splitter.Split(splitter.Article{Text: text}))
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range found {
			got := ""
			if p.claim.Attribution != nil {
				got = p.claim.Attribution.Speaker
			}
			if got != speaker {
				t.Errorf("%q is proposed as said by %q, want %q", text, got, speaker)
			}
		}
	}
}
