package main

import (
	"cmp"
	"slices"

	"factdesk/internal/splitter"
)

// scored is a sentence's score beside whether it is what the score is for.
type scored struct {
	score float64
	is    bool
}

// score reads a set of labelled sentences; the score of a text is the highest of its sentences'.
func score(path string, of func(splitter.Sentence) float64) ([]scored, error) {
	gold, err := read[struct {
		Text  string
		Label int
	}](path)
	list := make([]scored, len(gold))
	for i, g := range gold {
		list[i].is = g.Label == 1
		for _, s := range splitter.Split(splitter.Article{Text: g.Text}).Sentences {
			list[i].score = max(list[i].score, of(s))
		}
	}
	return list, err
}

// checkWorthiness measures how well the score ranks what is worth a check.
func checkWorthiness(reach float64) measure {
	return func(path string) ([]figure, error) {
		list, err := score(path, func(s splitter.Sentence) float64 { return s.Score })
		return []figure{{name: "AUC", got: auc(list), reach: reach}}, err
	}
}

// opinion measures how well opinion is told from fact, at one half and as a ranking.
func opinion(reach float64) measure {
	return func(path string) ([]figure, error) {
		list, err := score(path, func(s splitter.Sentence) float64 { return s.Opinion })
		return []figure{
			{name: "macro-F1", got: (halfF1(list, true) + halfF1(list, false)) / 2, reach: reach, floor: 0.62},
			{name: "AUC", got: auc(list)},
		}, err
	}
}

// auc is the share of pairs of one that is and one that is not in which the first has the higher score; equal
// scores count half (the Mann-Whitney statistic).
func auc(list []scored) float64 {
	slices.SortFunc(list, func(x, y scored) int { return cmp.Compare(x.score, y.score) })
	ranks, yes := 0.0, 0
	for i := 0; i < len(list); {
		j := i
		for j < len(list) && list[j].score == list[i].score {
			j++
		}
		for k := i; k < j; k++ {
			if list[k].is {
				ranks += float64(i+j+1) / 2
				yes++
			}
		}
		i = j
	}
	no := len(list) - yes
	if yes == 0 || no == 0 {
		return 0
	}
	return (ranks - float64(yes*(yes+1))/2) / float64(yes*no)
}

// halfF1 is F1, in [0,1], of telling which are class when a score of one half or more says that it is.
func halfF1(list []scored, class bool) float64 {
	var c count
	for _, s := range list {
		said := s.score >= 0.5 == class
		c.found += one(said)
		c.wanted += one(s.is == class)
		c.right += one(said && s.is == class)
	}
	return c.f1() / 100
}
