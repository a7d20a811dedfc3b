package splitter_test

import (
	"slices"
	"strings"
	"testing"

	"factdesk/internal/splitter"
)

// TestPronounsThatMayBeSomebodyWithoutANameStay looks at the last claim of each text.
func TestPronounsThatMayBeSomebodyWithoutANameStay(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, want, unclear string }{
		{"object, after a suspect", "The suspect stabbed Constable Mark Hale on Friday. Hale died in May. Police said they had charged him with murder.",
			"Police had charged him with murder.", "him"},
		{"object, after a captain", "President Karl Ode saw the ship in May. The report says that the captain had been drinking. Police said they had arrested him.",
			"Police had arrested him.", "him"},
		{"object, after a woman", "Ann Lee was found dead in 2019. A woman rang the police. Officers said they had questioned her for 3 hours.",
			"Officers had questioned her for 3 hours.", "her"},
		{"the speaker of the clause", "Mark Stone died in the fire. The witness, a driver, told the court that he had lied for 5 years.",
			"He had lied for 5 years.", "he"},
		{"a subject without a name", "The gunman shot Officer Mark Stone. He fled to Oslo.", "He fled to Oslo.", "he"},
		{"known by age", "Mark Stone was hurt in May. The 81-year-old was taken to Oslo. Police said he had been drinking.", "He had been drinking.", "he"},
		{"not who does it", "Mark Stone met Ann Lee in May. Tom Reed said he had seen him in Oslo.", "Tom Reed had seen him in Oslo.", "him"},
		{"not those who do it", "Three men fled from Oslo. Police said officers had arrested them in May.", "Officers had arrested them in May.", "them"},
		{"a role with a name", "Mark Stone, mayor of Oslo, left in May. The mayor sold a house. He was born in 1951.", "Mark Stone was born in 1951.", ""},
		{"what somebody is", "Mark Stone was the captain of the ship. He was born in 1951.", "Mark Stone was born in 1951.", ""},
		{"in the name of a thing", "Mark Stone lost the general election. He was born in 1951.", "Mark Stone was born in 1951.", ""},
		{"of the other gender", "Mark Stone met a woman in Oslo. He was born in 1951.", "Mark Stone was born in 1951.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			claims := splitter.Split(splitter.Article{Text: tt.text}).Claims
			if len(claims) == 0 || claims[len(claims)-1].Statement != tt.want {
				t.Fatalf("%+v, want %q last", claims, tt.want)
			}
			reasons := claims[len(claims)-1].Reasons
			if got := slices.ContainsFunc(reasons, func(r string) bool { return strings.HasPrefix(r, "unclear: ") }); got != (tt.unclear != "") ||
				got && !slices.Contains(reasons, "unclear: "+tt.unclear) {
				t.Errorf("reasons %q, want %q to be unclear", reasons, tt.unclear)
			}
		})
	}
}

func TestSourcesAreNamedByTheirHead(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, source, want string }{
		{"for", "A spokesman for Ann Lee said the port was shut.", "A spokesman for Ann Lee", "A spokesman for Ann Lee"},
		{"for somebody with a role", "A lawyer for the singer Ann Lee said the port was shut.", "A lawyer for the singer Ann Lee", "A lawyer for the singer Ann Lee"},
		{"led by", "The group, led by Prof. Ann Lee, said the port was shut.", "The group, led by Prof. Ann Lee", "The group, led by Prof. Ann Lee"},
		{"apposition", "The head of the port, Ann Lee, said it was shut in May.", "The head of the port, Ann Lee", "Ann Lee"},
		{"apposition without a comma", "The head of the port authority Ann Lee said it was shut.", "The head of the port authority Ann Lee", "Ann Lee"},
		{"of a body", "Ann Lee of the port authority said it was shut.", "Ann Lee of the port authority", "Ann Lee"},
		{"after another clause", "Senator Mark Stone resigned after a clerk said he had lied.", "a clerk", "a clerk"},
		{"after a clause with a day", "Transport Minister Ann Lee resigned on Friday after Premier Mark Stone refused to fund 200 trains.", "Premier Mark Stone", "Mark Stone"},
		{"after because", "Mark Stone resigned on Friday because the board found that he had lied.", "the board", "the board"},
		{"described by what was done to it", "A report released after the vote found that 40 homes were lost.", "A report released after the vote", "A report released after the vote"},
		{"several people", "Detectives said the port was shut.", "Detectives", "Detectives"},
		{"of a country", "The Spaniard said the port was shut.", "The Spaniard", "The Spaniard"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got := attributions(t, tt.text)
			if len(got) != 1 || got[0].Source != tt.source || got[0].Name != tt.want {
				t.Errorf("%+v, want %q, who is %q", got, tt.source, tt.want)
			}
		})
	}
}

func TestKindsOfPeopleAreNobody(t *testing.T) {
	t.Parallel()
	const text = "Detectives said he had fled. The Spaniard said it was late. Her husband left in May."
	d := splitter.Split(splitter.Article{Text: text})
	for _, e := range d.Entities {
		if e.Type == splitter.EntityPerson {
			t.Errorf("person %+v in %q", e, text)
		}
	}
	for _, c := range d.Claims {
		if len(c.Filled) > 0 {
			t.Errorf("%q has words filled in", c.Statement)
		}
	}
}
