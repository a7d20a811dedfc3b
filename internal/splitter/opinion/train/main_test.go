package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestWeightsAreMadeFromTheData makes the weights again where the data is.
func TestWeightsAreMadeFromTheData(t *testing.T) {
	t.Parallel()
	data := filepath.Join("..", "..", "..", "..", "..", "shared", "data", "text", "subj_newssd_train.jsonl")
	if _, err := os.Stat(data); err != nil {
		t.Skip("the data is not here")
	}
	want, err := os.ReadFile(filepath.Join("..", "opinion.weights"))
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	if err := run(data, &got); err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("the weights are stale: train makes\n%s", got.String())
	}
}

func TestFitLearnsWhatTellsLabelsApart(t *testing.T) {
	t.Parallel()
	examples, err := load(strings.NewReader(`{"text": "It is a shameful disaster.", "label": 1}
{"text": "The cruel and absurd plan failed us.", "label": 1}
{"text": "The council met on Monday, he said.", "label": 0}
{"text": "Prices rose by 3 percent in May, she said.", "label": 0}
`))
	if err != nil {
		t.Fatal(err)
	}
	w := fit(examples)
	for i, e := range examples {
		if got := w.Score(e.features); got >= 0.5 != e.subjective {
			t.Errorf("example %d scores %.2f", i, got)
		}
	}
	if again := fit(examples); again != w {
		t.Error("a second fit differs")
	}
}

func TestRunSaysWhatIsWrong(t *testing.T) {
	t.Parallel()
	broken := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(broken, []byte("{\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{"", broken} {
		var out strings.Builder
		if err := run(path, &out); err == nil || out.Len() > 0 {
			t.Errorf("%q: error %v, output %q", path, err, out.String())
		}
	}
}
