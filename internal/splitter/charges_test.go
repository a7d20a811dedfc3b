package splitter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// TestWhoStandsBehindIt shows attributions as "source | cue | content | polarity | via", and the claims.
func TestWhoStandsBehindIt(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text   string
		want, claims []string
	}{
		{"no", "No doctor says that the drug causes cancer.",
			[]string{"No doctor | says | the drug causes cancer | denied | "}, []string{"No doctor says that the drug causes cancer."}},
		{"neither … nor before the verb", "Neither the mayor nor her aides said that the port was safe in 2019.",
			[]string{"Neither the mayor nor her aides | said | the port was safe in 2019 | denied | "}, []string{"Neither the mayor nor her aides said that the port was safe in 2019."}},
		{"none of", "None of the engineers said that the port was safe in 2019.",
			[]string{"None of the engineers | said | the port was safe in 2019 | denied | "}, []string{"None of the engineers said that the port was safe in 2019."}},
		{"few", "Few experts believe that the port was safe in 2019.",
			[]string{"Few experts | believe | the port was safe in 2019 | denied | "}, []string{"Few experts believe that the port was safe in 2019."}},
		{"a few", "A few experts believe that the port was safe in 2019.",
			[]string{"A few experts | believe | the port was safe in 2019 | affirmed | "}, []string{"The port was safe in 2019."}},
		{"neither of two verbs", "The army neither confirmed nor denied that 40 ships had left.",
			[]string{"The army | neither confirmed nor denied | 40 ships had left | questioned | "}, []string{"The army neither confirmed nor denied that 40 ships had left."}},
		{"a charge denied", "Ann Lee accused Norway of arming the rebels, a charge Oslo has often denied.",
			[]string{"Ann Lee | accused | Norway of arming the rebels | affirmed | ", "Oslo | has often denied | Norway of arming the rebels | denied | "},
			[]string{"Ann Lee accused Norway of arming the rebels, a charge Oslo has often denied."}},
		{"a claim rejected", "Ann Lee said the port had lost 40 ships, a claim that the army rejected.",
			[]string{"Ann Lee | said | the port had lost 40 ships | affirmed | ", "the army | rejected | the port had lost 40 ships | denied | "}, []string{"The port had lost 40 ships."}},
		{"asked and answered", "Asked whether he had taken $9,000, Stone said no.",
			[]string{"Stone | said | whether he had taken $9,000 | questioned | "}, []string{"Asked whether he had taken $9,000, Stone said no."}},
		{"if", "If the mayor had said that the port was unsafe, 90 ships would have left.", nil,
			[]string{"If the mayor had said that the port was unsafe, 90 ships would have left."}},
		{"had", "Had the mayor said that the port was unsafe, 90 ships would have left.", nil,
			[]string{"Had the mayor said that the port was unsafe, 90 ships would have left."}},
		{"unless", "Unless the mayor says that the port is unsafe, it opens in May.", nil, []string{"Unless the mayor says that the port is unsafe, it opens in May."}},
		{"in a post", "Ann Lee said in a Facebook post that the port was shut in 2019.",
			[]string{"Ann Lee | said | the port was shut in 2019 | affirmed | "}, []string{"The port was shut in 2019."}},
		{"in a statement without that", "Ann Lee said in an Instagram statement the port was shut in 2019.",
			[]string{"Ann Lee | said | the port was shut in 2019 | affirmed | "}, []string{"The port was shut in 2019."}},
		{"citing before that", "The Meridian Courier reported on Monday, citing two people close to the firm, that Marlow plans to cut 300 jobs.",
			[]string{"The Meridian Courier | reported | Marlow plans to cut 300 jobs | affirmed | two people close to the firm"}, []string{"Marlow plans to cut 300 jobs."}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			words := func(s textspan.Span) string {
				part, _ := textspan.Slice(tt.text, s)
				return part
			}
			d := splitter.Split(splitter.Article{Text: tt.text})
			var got, claims []string
			for _, at := range d.Attributions {
				got = append(got, strings.Join([]string{words(at.Source), words(at.Cue), wordsOf(tt.text, at.Content), string(at.Polarity), words(at.Via)}, " | "))
			}
			for _, c := range d.Claims {
				claims = append(claims, c.Statement)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			if diff := cmp.Diff(tt.claims, claims); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTitlesAreNoPartOfAName(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Prosecutor Dana Stone said the port was shut.":    "Dana Stone",
		"Commodore Jay Obrela said the port was shut.":     "Jay Obrela",
		"Cllr Mick Stone said the port was shut.":          "Mick Stone",
		"Detective Sgt Sam Stone said the port was shut.":  "Sam Stone",
		"Miss Robin Stone said the port was shut.":         "Robin Stone",
		"Jun Ramos said the port was shut.":                "Jun Ramos",
		"The mayor spoke. In Jun Ramos said it was shut.":  "Ramos",
		"Chief Inspector Ann Lee said the port was shut.":  "Ann Lee",
		"Police Constable Ann Lee said the port was shut.": "Ann Lee",
	} {
		if got := attributions(t, text); len(got) != 1 || got[0].Name != want {
			t.Errorf("%q: %+v, want %q to speak", text, got, want)
		}
	}
}

func TestTitlesTellAGender(t *testing.T) {
	t.Parallel()
	for _, title := range []string{"Mrs", "Ms", "Miss", "Mrs."} {
		text := title + " Robin Stone met Alex Reed in May. He left in 2019."
		claims := splitter.Split(splitter.Article{Text: text}).Claims
		if got := claims[len(claims)-1].Statement; strings.Contains(got, "Stone") {
			t.Errorf("%q: %q", text, got)
		}
	}
}

func TestAnswersOfAnInterview(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want string }{
		{"one person", "Mayor Ann Lee met us in May. Lee was born in 1951.\n\nQ: Was the port shut?\n\nA: The port was shut in 2019.", "Ann Lee"},
		{"two people", "Ann Lee and Mark Stone met us in May.\n\nQ: Was the port shut?\n\nA: The port was shut in 2019.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := attributions(t, tt.text)
			if len(got) != 1 || got[0].Source != "A" || got[0].Name != tt.want || got[0].Content[0] != "The port was shut in 2019" {
				t.Errorf("%+v, want %q to answer", got, tt.want)
			}
			d := splitter.Split(splitter.Article{Text: tt.text})
			if last := d.Claims[len(d.Claims)-1]; last.Statement != "The port was shut in 2019." || d.Sentences[len(d.Sentences)-2].Class != splitter.ClassQuestion {
				t.Errorf("%q, and the question is a %s", last.Statement, d.Sentences[len(d.Sentences)-2].Class)
			}
		})
	}
}
