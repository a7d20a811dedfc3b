// Command train makes the weights of package opinion from sentences judged subjective or objective:
//
//	go run ./internal/splitter/opinion/train -data subj_newssd_train.jsonl > internal/splitter/opinion/opinion.weights
//
// The data is NewsSD-ENG. A line is {"text": …, "label": 0 or 1}. The same lines in the same order give the same
// file on every machine: the number of steps is fixed, and the sums are made of operations that IEEE 754 fixes.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"

	"factdesk/internal/splitter/opinion"
)

// How the weights are fitted: by steps of gradient descent with momentum on the mean loss, with the two labels
// weighing the same, and a penalty on the square of the weights, found by leaving out stretches of the data.
const (
	steps    = 400
	rate     = 0.02
	momentum = 0.9
	penalty  = 0.03
)

// example is a judged sentence.
type example struct {
	features   opinion.Features
	subjective bool
}

func main() {
	path := flag.String("data", "", "the judged sentences, a JSON object a line")
	flag.Parse()
	if err := run(*path, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(path string, out io.Writer) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	examples, err := load(file)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	_, err = io.WriteString(out, fit(examples).String())
	return err
}

// load reads the judged sentences of in.
func load(in io.Reader) ([]example, error) {
	var examples []example
	lines := bufio.NewScanner(in)
	for lines.Scan() {
		var e struct {
			Text  string
			Label int
		}
		if err := json.Unmarshal(lines.Bytes(), &e); err != nil {
			return nil, err
		}
		examples = append(examples, example{opinion.Read(e.Text), e.Label == 1})
	}
	return examples, lines.Err()
}

// model is weights before they are rounded.
type model struct {
	bias    float64
	weights opinion.Features
}

// fit finds the weights for examples. float64 around a product keeps it from being fused with a sum, which some
// machines do and others do not.
func fit(examples []example) opinion.Weights {
	var m, speed model
	for range steps {
		slope := m.slope(examples)
		speed.bias = float64(momentum*speed.bias) - float64(rate*slope.bias)
		m.bias += speed.bias
		for i, k := range opinion.Kinds() {
			pull := slope.weights[i] + float64(penalty*m.weights[i])
			speed.weights[i] = float64(momentum*speed.weights[i]) - float64(rate*pull)
			m.weights[i] += speed.weights[i]
			if m.weights[i]*k.Sign < 0 {
				m.weights[i], speed.weights[i] = 0, 0
			}
		}
	}
	return m.rounded()
}

// slope is the gradient of the mean loss of m over examples.
func (m model) slope(examples []example) model {
	views := 0
	for _, e := range examples {
		if e.subjective {
			views++
		}
	}
	var sum model
	for _, e := range examples {
		miss, share := m.predict(e.features), len(examples)-views
		if e.subjective {
			miss, share = miss-1, views
		}
		miss /= float64(2 * share)
		sum.bias += miss
		for i, value := range e.features {
			sum.weights[i] += float64(miss * value)
		}
	}
	return sum
}

// predict is the probability that a sentence with features f is a view.
func (m model) predict(f opinion.Features) float64 {
	x := m.bias
	for i, value := range f {
		x += float64(m.weights[i] * value)
	}
	return 1 / (1 + exp(-x))
}

// exp is e to the x by ten squarings, near enough and the same to the last bit everywhere.
func exp(x float64) float64 {
	y := max(0, 1+x/1024)
	for range 10 {
		y *= y
	}
	return y
}

// rounded is m in hundredths.
func (m model) rounded() opinion.Weights {
	hundredths := func(x float64) int {
		if x < 0 {
			return -int(0.5 - float64(100*x))
		}
		return int(0.5 + float64(100*x))
	}
	w := opinion.Weights{Bias: hundredths(m.bias)}
	for i, x := range m.weights {
		w.Of[i] = hundredths(x)
	}
	return w
}
