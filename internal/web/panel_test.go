package web

import "testing"

func TestQuoteContextIsWholeWordsOfOneBlock(t *testing.T) {
	t.Parallel()
	for prefix, want := range map[string]string{
		"":                                 "",
		"ogether with the other victors ":  "…with the other victors ",
		"said so.\nThe first words of it ": "The first words of it ",
		"ends above.\n":                    "",
	} {
		if got := leadIn(prefix); got != want {
			t.Errorf("leadIn(%q) = %q, want %q", prefix, got, want)
		}
	}
	for suffix, want := range map[string]string{
		"":                                 "",
		" that was signed in San Francis":  " that was signed in San…",
		".\nAlso read\nThe meeting put Wa": ".",
		".":                                "",
	} {
		if got := leadOut(suffix); got != want {
			t.Errorf("leadOut(%q) = %q, want %q", suffix, got, want)
		}
	}
}
