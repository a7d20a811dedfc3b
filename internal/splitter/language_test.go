package splitter_test

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter"
)

func TestLanguage(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"": "en",
		"„Das ist falsch“, sagte der Minister am Montag.":                                          "de",
		"Selon le ministre, le port sera fermé pendant trois mois.":                                "fr",
		"El ministro dijo el lunes que el puerto estará cerrado.":                                  "es",
		"Minister powiedział w poniedziałek, że port będzie zamknięty.":                            "pl",
		"«Это неправда», — заявил министр в понедельник.":                                          "ru",
		"A miniszter hétfőn azt mondta, hogy a kikötő három hónapig zárva lesz a javítások miatt.": "hu",
		"De minister zei maandag dat de haven drie maanden gesloten zal zijn wegens reparaties.":   "nl",
		"大臣は月曜日、港を3か月閉鎖すると述べた。":                                                                    "ja",
		"Міністр заявив у понеділок, що порт буде закрито на три місяці через ремонт.":             "und",
		// What gives no clear evidence is English.
		"Harbour costs rise": "en",
		"I think we do":      "en",
		"Le Monde":           "en",
		"La La Land":         "en",
		"Das Boot":           "en",
		"1. FC Köln":         "en",
		"Moscow (Москва)":    "en",
		"12:41 — 4.3 %":      "en",
		"Angela Merkel, Olaf Scholz, Emmanuel Macron, Pedro Sánchez, Donald Tusk, Jarosław Kaczyński, Vladimir Putin, Mark Rutte": "en",
		"“Wir schaffen das,” the chancellor said. The words, which mean that it can be done, were to follow her for years.":       "en",
		"The mayor had few words to say. “Ich bin ein Berliner,” she told the crowd that had come to the square, and left.":       "en",
	} {
		d := splitter.Split(splitter.Article{Text: text})
		if supported := strings.Contains("en de fr es pl ru", want); d.Language != want || d.Supported != supported {
			t.Errorf("%q is read as %s, supported %v; want %s", text, d.Language, d.Supported, want)
		}
	}
}

func TestLanguageIsReadFromAllOfAText(t *testing.T) {
	t.Parallel()
	harbour, err := os.ReadFile("testdata/harbour.txt")
	if err != nil {
		t.Fatal(err)
	}
	german := strings.Repeat("Der Minister sagte, dass die Regierung den Hafen in diesem Jahr nicht mehr öffnen werde. ", 20)
	if d := splitter.Split(splitter.Article{Text: german + "\n" + strings.Repeat(string(harbour), 12)}); d.Language != "en" {
		t.Errorf("an English text that begins in German is read as %s", d.Language)
	}
	if d := splitter.Split(splitter.Article{Text: german}); d.Language != "de" {
		t.Errorf("a German text is read as %s", d.Language)
	}
}

func TestNamedLanguageIsTaken(t *testing.T) {
	t.Parallel()
	const text = "The harbour was closed. The ships left."
	for named, want := range map[string]string{"": "en", "en-GB": "en", "de-AT": "de", "fr": "fr", "xx": "xx", "hu-HU": "hu-HU", "und": "en", "not a tag": "en"} {
		d := splitter.Split(splitter.Article{Text: text, Language: named})
		if supported := want == "en" || want == "de" || want == "fr"; d.Language != want || d.Supported != supported {
			t.Errorf("named %q, it is read as %s, supported %v", named, d.Language, d.Supported)
		}
	}
}

func TestOtherLanguagesAreOnlyCut(t *testing.T) {
	t.Parallel()
	const text = "大臣は「港を閉鎖する」と述べた。船は出た！本当か？はい。"
	d := splitter.Split(splitter.Article{Text: text})
	if diff := cmp.Diff([]string{"大臣は「港を閉鎖する」と述べた。", "船は出た！", "本当か？", "はい。"}, words(t, text)); diff != "" {
		t.Error(diff)
	}
	for _, s := range d.Sentences {
		if s.Class != splitter.ClassClaim || s.Score != 0 || !cmp.Equal(s.Reasons, []string{"not supported for this language: ja"}) {
			t.Errorf("%+v says more than is known", s)
		}
	}
	if n := len(d.Attributions) + len(d.Claims) + len(d.Entities) + len(d.Hedges); n > 0 {
		t.Errorf("%d findings in a language without rules", n)
	}
}

// TestSentencesInLanguages holds each text to its sentences, which are set apart by " | ".
func TestSentencesInLanguages(t *testing.T) {
	t.Parallel()
	for language, texts := range map[string][]string{
		"de": {
			"Der Präsident kam am 3. Mai nach Berlin. | Das ist z. B. richtig. | Es kostete 3 Mio. Euro bzw. 4 Mrd. Dollar.",
			"Dr. Müller sagte: „Nein. | Wir bleiben!“ | Dann ging er.",
			"Im 19. Jahrhundert war es anders. | Es kamen 12. | Danach ging er. | Der 2. Weltkrieg begann.",
			"»Das ist falsch«, sagte er. | »Gehen wir?«, fragte sie. | Friedrich II. war König, Nr. 5 usw. | Das war alles.",
			"Er nannte ihn „einen ‚Lügner‘“. | Die Fa. Meier d. h. der Chef ging.",
		},
		"fr": {
			"Le ministre a déclaré : « C’est faux. | Nous partons ! » | Puis il est parti.",
			"M. Dupont est venu, etc. | Il habite av. Foch. | Mme Roy aussi, art. 5.",
			"« Où est-il ? » demande le ministre. | « Ici », dit-elle.",
		},
		"es": {
			"El Sr. López dijo: «No es verdad. | ¿Por qué?». | Luego se fue. | EE. UU. no respondió. | ¿Qué pasa? | ¡Nada!",
			"La Dra. Ruiz vive en la pág. 5. | “Es falso”, dijo. | —No es verdad —dijo él—. | Iremos.",
		},
		"pl": {
			"Według prof. Kowalskiego to nieprawda. | Stało się to 3 maja 2020 r. | W Warszawie było m.in. zimno, tj. pięć stopni.",
			"– Czy to prawda? – zapytał dziennikarz. | – Tak. | W 2020 r. Polska podpisała umowę za 5 mln zł przy ul. Długiej.",
			"„To nieprawda” – powiedział gen. Nowak. | 60 proc. Polaków jest za itd. | Tak jest.",
		},
		"ru": {
			"В 2020 г. Москва подписала договор. | Это, т. е. договор, действует с 2021 г. | В нем 5 млн руб. на ул. Ленина и т. д. | «Где деньги?» — спросил А. С. Иванов.",
			"«Это так, — сказал он. | — Мы уйдем». | Он ушел.",
			"— Так, — сказал он. | — Это правда?",
		},
	} {
		for _, marked := range texts {
			want := strings.Split(marked, " | ")
			text := strings.Join(want, " ")
			var got []string
			for _, s := range splitter.Split(splitter.Article{Text: text, Language: language}).Sentences {
				got = append(got, string([]rune(text)[s.Start:s.End]))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: %s", language, diff)
			}
		}
	}
}

// foreignProse draws text from the pieces the rules for other languages look at, so that random text reaches them.
func foreignProse() *rapid.Generator[string] {
	return pieced("он|сказал|что|Иванов|г.|т. е.|«|»|„|“|”|‚|‘|»|\"|'|l’|,|.|...|?|!|:|;|—|–|(|)|\n|\n\n| |selon|laut|zufolge|według|по словам|" +
		"Jan Nowak|sagte|a déclaré|dijo|powiedział|a-t-il|ohne Beweise|wie|comme|jak|как|dass|que|że|der dpa|à l’AFP|РИА Новости|4,3|Mio.|%|€|3. Mai|2025|1.|•|Von|" +
		"Foto: dpa|¿|¡|teilte|mit|und|nicht|die|der|ministre|El País|\xff|。|Ž|💖|е́")
}

func TestDocumentsInAllLanguagesKeepTheirPromises(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := strings.ToValidUTF8(foreignProse().Draw(t, "text"), "\ufffd")
		language := rapid.SampledFrom([]string{"", "de", "fr", "es", "pl", "ru", "hu"}).Draw(t, "language")
		d := splitter.Split(splitter.Article{Text: text, Language: language})
		check(t, text, d)
		if diff := cmp.Diff(d, splitter.Split(splitter.Article{Text: text, Language: language})); diff != "" {
			t.Fatalf("a second run differs: %s", diff)
		}
	})
}

func TestClaimsInLanguages(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, text, statement, speaker string }{
		{"verb second", "Petra Lang sagte, die Reform koste 11 Milliarden Euro.", "Die Reform koste 11 Milliarden Euro.", "Petra Lang"},
		{"verb last", "Petra Lang sagte, dass die Reform 11 Milliarden Euro koste.", "Petra Lang sagte, dass die Reform 11 Milliarden Euro koste.", "Petra Lang"},
		{"verb first", "Laut Polizei starben drei Menschen bei dem Unfall.", "Laut Polizei starben drei Menschen bei dem Unfall.", "Polizei"},
		{"infinitive", "Der Minister bestritt, Geld genommen zu haben.", "Der Minister bestritt, Geld genommen zu haben.", "Der Minister"},
		{"a paper in quotation marks", "„Das ist ein großer Rückschritt“, sagte Petra Lang der „Süddeutschen Zeitung“.", "Das ist ein großer Rückschritt.", "Petra Lang"},
		{"part of it quoted", "Das Gesetz sei ein „Meilenstein“, sagte Petra Lang.", "Das Gesetz sei ein „Meilenstein“.", "Petra Lang"},
		{"a title with a point", "M. Le Maire a déclaré que la dette avait augmenté de 3 % en 2023.", "La dette avait augmenté de 3 % en 2023.", "M. Le Maire"},
	} {
		d := splitter.Split(splitter.Article{Text: tt.text})
		if len(d.Claims) != 1 || len(d.Attributions) != 1 {
			t.Errorf("%s: %d claims and %d attributions, want one each", tt.name, len(d.Claims), len(d.Attributions))
			continue
		}
		if c, at := d.Claims[0], d.Attributions[0]; c.Statement != tt.statement || at.Name != tt.speaker {
			t.Errorf("%s: %q by %q, want %q by %q", tt.name, c.Statement, at.Name, tt.statement, tt.speaker)
		}
	}
}
