package opinion_test

import (
	_ "embed"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"factdesk/internal/splitter/opinion"
)

//go:embed opinion.weights
var file string

// maxFile is how large the weights may be, in bytes.
const maxFile = 64 << 10

func TestWeightsFile(t *testing.T) {
	t.Parallel()
	w, err := opinion.ParseWeights(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(file) > maxFile || w.String() != file {
		t.Errorf("the file is %d bytes; written again it is\n%s", len(file), w)
	}
	for i, k := range opinion.Kinds() {
		if float64(w.Of[i])*k.Sign < 0 {
			t.Errorf("%s weighs %d, against its sign", k.Name, w.Of[i])
		}
	}
}

func TestParseWeightsRefuses(t *testing.T) {
	t.Parallel()
	lines := strings.SplitAfter(file, "\n")
	for name, text := range map[string]string{
		"empty":         "",
		"a line less":   strings.Join(lines[1:], ""),
		"a line more":   file + "bias 1\n",
		"another name":  strings.Replace(file, "praise ", "prize ", 1),
		"another order": lines[1] + lines[0] + strings.Join(lines[2:], ""),
		"a fraction":    strings.Replace(file, "bias ", "bias 0.", 1),
	} {
		if _, err := opinion.ParseWeights(text); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func own(int) bool { return false }

func TestScore(t *testing.T) {
	t.Parallel()
	views := []string{
		"It is a shameful, ridiculous disaster.",
		"Surely we must never let these cynical elites betray our freedom.",
		"But who would trust such a reckless and incompetent government?",
		"The plan is utterly absurd, and everyone knows it.",
		"Perhaps the worst of it is that nobody seems to care.",
	}
	reports := []string{
		"The council approved the budget on Monday, a spokeswoman said.",
		"Police arrested three men in Leeds in March 2019.",
		"The company sold 4,000 shares for $3 million.",
		"According to the ministry, 12 schools were closed last year.",
		"Unemployment in Spain fell to 11.2 percent, figures released on Thursday showed.",
	}
	for _, view := range views {
		if got := opinion.Score(view, own); got < 0.6 {
			t.Errorf("%.2f for the view %q", got, view)
		}
		if got := opinion.Score(view, func(int) bool { return true }); got >= 0.5 {
			t.Errorf("%.2f for %q when all of it is quoted", got, view)
		}
	}
	for _, report := range reports {
		if got := opinion.Score(report, own); got > 0.35 {
			t.Errorf("%.2f for the report %q", got, report)
		}
	}
}

func TestReadLeavesQuotedWordsOut(t *testing.T) {
	t.Parallel()
	for _, pair := range [][2]string{
		{"He called it “a shameful disaster” in May.", "He called it “a wooden cupboard” in May."},
		{`"Utterly absurd," she said.`, `"Nearly twenty," she said.`},
		{"It was ‘the town’s worst farce’, he said.", "It was ‘the town’s next house’, he said."},
	} {
		if opinion.Read(pair[0]) != opinion.Read(pair[1]) {
			t.Errorf("%q and %q differ outside their quotations", pair[0], pair[1])
		}
	}
	if opinion.Read("It is the town’s worst farce.") == opinion.Read("It is the town’s next house.") {
		t.Error("an apostrophe hides words")
	}
}

func TestScoreIsAProbability(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if got := opinion.Score(text, own); !(got >= 0 && got <= 1) {
			t.Fatalf("%v for %q", got, text)
		}
		opinion.Read(text)
	})
}

func TestSigns(t *testing.T) {
	t.Parallel()
	const text = "Perhaps the Elites, utterly corrupt as they are, should not celebrate."
	if diff := cmp.Diff([]string{"Elites", "corrupt", "celebrate"}, opinion.Signs(text, own)); diff != "" {
		t.Error(diff)
	}
	fromShould := func(at int) bool { return at >= strings.Index(text, "should") }
	if diff := cmp.Diff([]string{"Elites", "corrupt", "utterly"}, opinion.Signs(text, fromShould)); diff != "" {
		t.Error(diff)
	}
	if got := opinion.Signs("The port was closed in May.", own); len(got) > 0 {
		t.Errorf("signs %q in a report", got)
	}
}
