package splitter_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// namesIn are the names in text with their types, "Oslo place".
func namesIn(text string) []string {
	var got []string
	for _, e := range splitter.Split(splitter.Article{Text: text}).Entities {
		if e.Type == splitter.EntityPerson || e.Type == splitter.EntityOrganization || e.Type == splitter.EntityPlace {
			name, _ := textspan.Slice(text, textspan.Span{Start: e.Start, End: e.End})
			got = append(got, name+" "+string(e.Type))
		}
	}
	return got
}

func TestNamesAreTyped(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ what, text, want string }{
		{"a place known", "The ship left Norway for Cape Town.", "Norway place, Cape Town place"},
		{"a place by its state", "She was born in Tammola, Ohio.", "Tammola place, Ohio place"},
		{"a place by what it is", "They came to the village of Obrela.", "Obrela place"},
		{"a place by its word", "They crossed the Obrela River to the Tamm Stadium.", "Obrela River place, Tamm Stadium place"},
		{"a place with a direction", "It rained in northern Norway and in South Yorkshire.", "Norway place, South Yorkshire place"},
		{"a place by the noun after it", "Soldiers left the Obrela checkpoint at night.", "Obrela place"},
		{"a person by title", "He was met by President Obrela.", "President Obrela person"},
		{"a person by first name", "The prize went to Olga Tammo.", "Olga Tammo person"},
		{"a person with an initial", "The letter was signed by Jeffrey N. Trimbo.", "Jeffrey N. Trimbo person"},
		{"a person by work", "The play was praised by the actor Obrela Tamm.", "Obrela Tamm person"},
		{"a person by age", "The winner was Obrela Tamm, 45, of Oslo.", "Obrela Tamm person, Oslo place"},
		{"a person by what follows", "The book is by Obrela Tamm, a teacher from Riga.", "Obrela Tamm person, Riga place"},
		{"a person by the last name", "Olga Tammo came. The crowd cheered for Tammo.", "Olga Tammo person, Tammo person"},
		{"a person called May", "The letter was sent by Theresa May in 2017.", "Theresa May person"},
		{"a body by its word", "It was bought by the Obrela Bank.", "Obrela Bank organization"},
		{"a body with of and and", "He leads the Union of Bakers and Millers.", "Union of Bakers and Millers organization"},
		{"a body for the", "She wrote to the Council for the Welfare of Orphans.", "Council for the Welfare of Orphans organization"},
		{"a body by what follows", "It was made by Tammobra, a company from Riga.", "Tammobra organization, Riga place"},
		{"a body with a place", "It was sold to Tammobra Textiles Australia.", "Tammobra Textiles Australia organization"},
		{"a body in brackets", "The Obrela Growers Board (OGB) met, and the OGB voted.", "Obrela Growers Board organization, OGB organization, OGB organization"},
		{"a body by its plural", "It was built by Tammobra Industries.", "Tammobra Industries organization"},
		{"letters that name nobody", "The browser reads HTML at 12:00 GMT.", ""},
		{"letters before a thing", "They were given the OBT vaccine.", ""},
		{"a law", "The Obrela Act was passed.", ""},
		{"an event in a place", "She won the Oslo Marathon.", "Oslo place"},
		{"a work in quotation marks", "He wrote “The Silent Harbour Wall” at home.", ""},
		{"a word the text also writes small", "Iodine is rare. The salt has no iodine in it.", ""},
		{"a tag", "They wrote #Obrela and @OBT under it.", ""},
		{"money", "He paid US$ 20,000 for it.", ""},
		{"an adjective of two peoples", "A Spanish-Israeli singer and an American-backed army came.", ""},
		{"a party and a state", "The bill of Ann Lee (R-Utah) was read.", "Ann Lee person"},
		{"an office without a name", "The Prime Minister left early.", ""},
		{"body and person side by side", "It was said by Refugee Council Olga Tammo at noon.", "Refugee Council organization, Olga Tammo person"},
		{"office and person", "Critics blamed Finance Minister Carla Mendes.", "Finance Minister Carla Mendes person"},
		{"all in capitals", "OBRELA WINS THE PRIZE AGAIN\n\nThe prize is old.", ""},
	} {
		var want []string
		if test.want != "" {
			want = strings.Split(test.want, ", ")
		}
		if diff := cmp.Diff(want, namesIn(test.text)); diff != "" {
			t.Errorf("%s: %q: %s", test.what, test.text, diff)
		}
	}
}

func TestTeamsOnlyWhereMatchesAreTold(t *testing.T) {
	t.Parallel()
	const match = "Norway beat Denmark 3 – 1. The striker of Norway scored twice, the goalkeeper missed a penalty, and the referee ended the match in Oslo."
	want := []string{"Norway organization", "Denmark organization", "Norway organization", "Oslo place"}
	if diff := cmp.Diff(want, namesIn(match)); diff != "" {
		t.Error(diff)
	}
	const talks = "Norway met Denmark. The minister of Norway spoke twice in Oslo."
	want = []string{"Norway place", "Denmark place", "Norway place", "Oslo place"}
	if diff := cmp.Diff(want, namesIn(talks)); diff != "" {
		t.Error(diff)
	}
}

func TestNamesFollowTheRestOfTheText(t *testing.T) {
	t.Parallel()
	const text = "They lived in the town of Obrela for years. Later the streets of Obrela were flooded."
	want := []string{"Obrela place", "Obrela place"}
	if diff := cmp.Diff(want, namesIn(text)); diff != "" {
		t.Error(diff)
	}
}
