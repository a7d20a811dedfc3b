package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// sets are the folders of the fixtures and of the measuring sets.
type sets struct{ fixtures, shared string }

// measure measures on one file; figures come without their part and set.
type measure func(path string) ([]figure, error)

// plan is what is measured: the part of the splitter, the file of the gold, and how.
var plan = [...]struct {
	part, file string
	// fixture is set when the file is one of the repository's.
	fixture bool
	measure measure
}{
	{"sentences", "golden_rules_en.jsonl", true, exactly(48)},
	{"sentences", "golden_rules_en_ext.jsonl", true, exactly(92)},
	{"sentences", "sent_gum_news_dev.jsonl", false, boundaries(99.3)},
	{"sentences", "mpqa_dev.jsonl", false, boundaries(99.0)},
	{"attribution", "polnear_dev.jsonl", false, attributions},
	{"article", "seed.jsonl", true, article},
	{"claims", "claims.jsonl", true, claims},
	{"German", "lang_de.jsonl", true, inLanguage("de")},
	{"French", "lang_fr.jsonl", true, inLanguage("fr")},
	{"Spanish", "lang_es.jsonl", true, inLanguage("es")},
	{"Polish", "lang_pl.jsonl", true, inLanguage("pl")},
	{"Russian", "lang_ru.jsonl", true, inLanguage("ru")},
	{"boilerplate", "boiler_dev.jsonl", false, boilerplate},
	{"opinion", "subj_newssd_val.jsonl", false, opinion(0.68)},
	{"check-worthiness", "cw_ct24_dev.jsonl", false, checkWorthiness(0.93)},
	{"names", "ner_gum_news_dev.jsonl", false, spansOf(84, 80, nil)},
	{"figures", "recog_number.jsonl", false, spansOf(0, 0, nil)},
	{"figures", "recog_percent.jsonl", false, spansOf(0, 0, map[splitter.EntityType]string{"percent": "percentage"})},
	{"figures", "recog_currency.jsonl", false, spansOf(0, 0, map[splitter.EntityType]string{"money": "currency"})},
	{"figures", "recog_date.jsonl", false, spansOf(0, 0, nil)},
}

// measureAll carries out the plan. A measuring set that is not there is left out; a fixture must be there.
func measureAll(in sets) ([]figure, error) {
	var all []figure
	for _, p := range plan {
		folder := in.shared
		if p.fixture {
			folder = in.fixtures
		}
		figures, err := p.measure(filepath.Join(folder, p.file))
		if errors.Is(err, fs.ErrNotExist) && !p.fixture {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("measure %s: %w", p.file, err)
		}
		for _, f := range figures {
			f.part, f.set = p.part, p.file[:len(p.file)-len(".jsonl")]
			all = append(all, f)
		}
	}
	return all, nil
}

// maxLine is the longest line of a set, in bytes.
const maxLine = 16 << 20

// read is the objects of the file at path, one a line.
func read[T any](path string) ([]T, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var list []T
	in := bufio.NewScanner(file)
	in.Buffer(nil, maxLine)
	for in.Scan() {
		if len(in.Bytes()) == 0 {
			continue
		}
		var one T
		if err := json.Unmarshal(in.Bytes(), &one); err != nil {
			return nil, fmt.Errorf("line %d: %w", len(list)+1, err)
		}
		list = append(list, one)
	}
	return list, in.Err()
}

// pair is a span as the sets write it.
type pair [2]int

// spans turns pairs into spans.
func spans(pairs []pair) []textspan.Span {
	list := make([]textspan.Span, len(pairs))
	for i, p := range pairs {
		list[i] = textspan.Span{Start: p[0], End: p[1]}
	}
	return list
}

// common is how many code points the spans of x and y share. The spans of each do not overlap.
func common(x, y []textspan.Span) int {
	n := 0
	for _, a := range x {
		for _, b := range y {
			n += max(0, min(a.End, b.End)-max(a.Start, b.Start))
		}
	}
	return n
}

// size is how many code points the spans hold.
func size(list []textspan.Span) int {
	n := 0
	for _, s := range list {
		n += s.End - s.Start
	}
	return n
}

// agreement is the share of the code points of x and y together that both hold.
func agreement(x, y []textspan.Span) float64 {
	both := common(x, y)
	if both == 0 {
		return 0
	}
	return float64(both) / float64(size(x)+size(y)-both)
}

// count tells right findings from all found and all wanted.
type count struct{ right, found, wanted int }

func (c count) precision() float64 { return percent(c.right, c.found) }
func (c count) recall() float64    { return percent(c.right, c.wanted) }

// f1 is the harmonic mean of precision and recall, in percent.
func (c count) f1() float64 { return percent(2*c.right, c.found+c.wanted) }

// percent is n of all; 0 of none.
func percent(n, all int) float64 {
	if all == 0 {
		return 0
	}
	return 100 * float64(n) / float64(all)
}
