package splitter

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestQuotations gives texts in which [ and ] stand around what is quoted; they are taken out before reading.
// Those are the outermost quotations; one that does not close has its ] where it is taken to end.
func TestQuotations(t *testing.T) {
	t.Parallel()
	for name, text := range map[string]string{
		"curly":                         "He said [“no”] and left. She said, [“Yes.”] They met.",
		"straight":                      `He said ["no"] and left. She said, ["Yes."] They met.`,
		"typewriter":                    "He said [''no''] and left. She said, [``Yes.''] They met.",
		"several sentences":             `["It is over. We lost," ]he said. ["Go home."]`,
		"split":                         `["It is over," ]he said, ["and we lost."]`,
		"single":                        "He said ['no'] and left. She said, [‘Yes.’] They met.",
		"single, with apostrophes":      "He said ['it isn't Ann's or the workers' fault'] and left.",
		"curly single, with a plural":   "He called it [‘the workers’ strike’] in May.",
		"apostrophes":                   "The workers' strike of the '70s was rock 'n' roll to 'em, the bosses' men said.",
		"curly apostrophes":             "The workers’ strike of the ’70s was rock ’n’ roll to ’em.",
		"wrongly curled apostrophes":    "It was the ‘70s, rock ‘n’ roll.",
		"nested":                        "[“She called it ‘a farce,’ and left,”] he said.",
		"nested at both ends":           "[“‘It is over’ is what she said, ‘all over.’”] They met.",
		"nested straight":               `["'No,' she said, 'never.'"] They met.`,
		"nested in single":              "He wrote: [‘She called it “a farce” in May.’] They met.",
		"the same mark nested":          "[“She called it “a farce” in May,”] he said.",
		"scare quotes":                  "What he called a [“broad consensus”] is none.",
		"paragraphs open again":         "[“We lost.]\n\n[“We will go home.]\n\n[“That is all,”] he said.",
		"straight paragraphs":           "[\"We lost.]\n[\"We will go home.\" ]He left.",
		"paragraph that does not open":  "[“We lost.]\n\n[We will go home,”] he said. [“Soon.”]",
		"never closed":                  "He said [“we lost. ]They went home.\n\nShe said nothing.",
		"never closed, opens paragraph": "[“We lost. They went home.]\n\nShe said nothing of it.",
		"closed by the wrong mark":      "He said [“no“] and left.",
		"opened by the wrong mark":      "[”No,”] he said.",
		"two opened, one closed":        "He said [“we lost. ]She said [“no.”] They met.",
		"stray closing mark":            "He said no.” She left.",
		"letters struck out":            "It is not [‘spam’] or [‘n****’] any more. They say, [‘Let’s eat.’]",
		"inches":                        `He is 6'3" tall, she 5'2". They met.`,
		"quotation ends in a number":    `He wrote ["in 2019"] and left.`,
		"in brackets":                   `He left (["no," ]he said).`,
		"after a dash":                  "He left—[“no,”] he said—for home.",
		"ellipsis at both ends":         "He said [“… it is over …”] in May. She said [\"... no ...\"] too.",
		"German":                        "Er sagte: [„Nein.“] Sie ging. [„Ja“], sagte er.",
		"German single":                 "Er sagte: [„Das ist ‚schlecht‘.“] Sie nannte es [‚gut‘].",
		"German guillemets":             "Er sagte: [»Nein.«] Sie ging. [»Ja«], sagte er.",
		"French":                        "Il a dit : [« Non. »] Elle est partie. [«Oui»], dit-il.",
		"Polish":                        "Powiedział: [„Nie”]. Wyszła.",
		"Russian":                       "Он сказал: [«Нет»]. Она ушла.",
		"Swedish":                       "Han sade: [”Nej.”] Hon gick.",
		"Japanese":                      "彼は[「はい」]と言った。",
		"Hawaiian":                      "They live in Hawai‘i and O‘ahu.",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			plain := strings.NewReplacer("[", "", "]", "").Replace(text)
			a := &analysis{text: plain}
			a.readAs("en")
			a.readBlocks()
			a.lookUpWords()
			a.findQuotations()
			var got, want []string
			for _, q := range a.quotes {
				b := a.tokensOf(q.from, q.to)
				got = append(got, plain[b.start:b.end])
			}
			for _, part := range strings.Split(text, "[")[1:] {
				quoted, _, _ := strings.Cut(part, "]")
				want = append(want, strings.TrimSpace(quoted))
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
			for k := range a.toks {
				if a.toks[k].kind == kindQuote {
					t.Errorf("%q is neither a quotation mark nor an apostrophe", a.str(k))
				}
				if in := a.quotationAt(k) >= 0; in != a.toks[k].quoted {
					t.Errorf("%q is marked as quoted: %v", a.str(k), a.toks[k].quoted)
				}
			}
		})
	}
}
