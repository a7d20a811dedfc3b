// Package opinion tells how much of a sentence is its writer's view: a logistic regression over some fifty
// features, which are counts of kinds of words (words.go) and marks of form (features.go).
//
// The weights stand in opinion.weights, in hundredths and by name, so that they can be read. They are made by
// package train from sentences of the press that people have judged, and are the only ones here that are learnt.
package opinion

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// bias names the weight that every sentence has.
const bias = "bias"

//go:embed opinion.weights
var weightsFile string

// shipped are the weights of weightsFile. They are only ever read.
var shipped = mustParse(weightsFile)

// Weights are a model, in hundredths.
type Weights struct {
	Bias int
	Of   [numFeatures]int
}

// Score is how subjective sentence is, in [0,1]; of a balanced lot of sentences, those above 0.5 are views. quoted
// reports whether byte at of the sentence is inside a quotation: what others said does not count.
func Score(sentence string, quoted func(at int) bool) float64 {
	return shipped.Score(read(sentence, quoted))
}

// maxSigns is how many words Signs gives.
const maxSigns = 3

// Signs are the words of sentence that most show a view, those that take sides first; quoted is as for Score.
func Signs(sentence string, quoted func(at int) bool) []string {
	var siding, others []string
	for at := 0; at < len(sentence); {
		end := wordEnd(sentence, at)
		if end == at {
			_, size := utf8.DecodeRuneInString(sentence[at:])
			at += size
			continue
		}
		var buf [longest]byte
		word, _ := lowered(buf[:0], sentence[at:end])
		switch sets := listed[string(word)]; {
		case quoted(at):
		case sets&colours != 0:
			siding = append(siding, sentence[at:end])
		case sets&(views&^(groupWe|groupYou|groupNot|groupThis)) != 0:
			others = append(others, sentence[at:end])
		}
		at = end
	}
	signs := append(siding, others...)
	return signs[:min(len(signs), maxSigns)]
}

// Read is the features of a sentence that stands alone, with what is between its quotation marks left out.
func Read(sentence string) Features {
	quotes := quotations(sentence)
	return read(sentence, func(at int) bool {
		for _, q := range quotes {
			if q[0] < at && at < q[1] {
				return true
			}
		}
		return false
	})
}

// Score is the model's curve from a sum of weights to [0,1].
func (w Weights) Score(f Features) float64 {
	x := float64(w.Bias)
	for i, value := range f {
		x += float64(w.Of[i]) * value
	}
	return 1 / (1 + math.Exp(-x/100))
}

// String is w as the file of weights: a name and a weight a line.
func (w Weights) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %d\n", bias, w.Bias)
	for i, k := range kinds {
		fmt.Fprintf(&b, "%s %d\n", k.Name, w.Of[i])
	}
	return b.String()
}

// ParseWeights reads what String wrote.
func ParseWeights(text string) (Weights, error) {
	var w Weights
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	if len(lines) != 1+numFeatures {
		return w, fmt.Errorf("%d weights, want %d", len(lines), 1+numFeatures)
	}
	for i, line := range lines {
		want, to := bias, &w.Bias
		if i > 0 {
			want, to = kinds[i-1].Name, &w.Of[i-1]
		}
		name, value, _ := strings.Cut(line, " ")
		n, err := strconv.Atoi(value)
		if err != nil || name != want {
			return w, fmt.Errorf("line %d is %q, want the weight of %s", i+1, line, want)
		}
		*to = n
	}
	return w, nil
}

// mustParse is ParseWeights of the file that is part of the program, which a test holds to its form.
func mustParse(text string) Weights {
	w, err := ParseWeights(text)
	if err != nil {
		panic("opinion.weights: " + err.Error())
	}
	return w
}

// quotations are the places of opening and closing quotation marks in s, in bytes. A sentence cut out of a longer
// quotation may have but one of the two.
func quotations(s string) [][2]int {
	var out [][2]int
	open, closer := -1, ""
	for i, c := range s {
		switch {
		case open < 0 && c == '“':
			open, closer = i, "”"
		case open < 0 && c == '‘':
			open, closer = i, "’"
		case open < 0 && c == '"':
			open, closer = i, `"`
		case open < 0 && c == '”':
			out = append(out, [2]int{-1, i})
		case open >= 0 && strings.HasPrefix(s[i:], closer) && !(c == '’' && wordEnd(s, i+len(closer)) > i+len(closer)):
			out = append(out, [2]int{open, i})
			open = -1
		}
	}
	if open >= 0 && closer == "”" {
		out = append(out, [2]int{open, len(s)})
	}
	return out
}
