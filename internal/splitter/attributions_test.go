package splitter_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"factdesk/internal/splitter"
	"factdesk/internal/textspan"
)

// said is an attribution in words.
type said struct {
	Source, Name, Cue string
	Content           []string
	Outlet, Via       string
	Direct            bool
	Hedges            []string
}

// attributions are those of text, in words.
func attributions(t *testing.T, text string) []said {
	t.Helper()
	slice := func(s textspan.Span) string {
		part, ok := textspan.Slice(text, s)
		if !ok {
			t.Fatalf("span %v is not within the text", s)
		}
		return part
	}
	var out []said
	for _, at := range splitter.Split(splitter.Article{Text: text}).Attributions {
		s := said{Source: slice(at.Source), Name: at.Name, Cue: slice(at.Cue), Outlet: slice(at.Outlet), Via: slice(at.Via), Direct: at.Direct}
		for _, c := range at.Content {
			s.Content = append(s.Content, slice(c))
		}
		for _, h := range at.Hedges {
			s.Hedges = append(s.Hedges, slice(h))
		}
		out = append(out, s)
	}
	return out
}

func TestAttributions(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []said
	}{
		{"that", "Smith said that the harbour was closed.",
			[]said{{Source: "Smith", Name: "Smith", Cue: "said", Content: []string{"the harbour was closed"}}}},
		{"without that", "The ministry said the harbour was closed.",
			[]said{{Source: "The ministry", Name: "The ministry", Cue: "said", Content: []string{"the harbour was closed"}}}},
		{"after a day", "Officials said on Monday that the harbour was closed.",
			[]said{{Source: "Officials", Name: "Officials", Cue: "said", Content: []string{"the harbour was closed"}}}},
		{"speaker last", "The harbour was closed, the mayor said.",
			[]said{{Source: "the mayor", Name: "the mayor", Cue: "said", Content: []string{"The harbour was closed"}}}},
		{"speaker last with a day", "The harbour was closed, Ann Lee said on Monday.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"The harbour was closed"}}}},
		{"inverted", "“The harbour is closed,” said Ann Lee.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"The harbour is closed"}, Direct: true}}},
		{"quotation in two pieces", "“The harbour is closed,” Ann Lee said. “It will not be opened again.”",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"The harbour is closed", "It will not be opened again"}, Direct: true}}},
		{"in the middle", "The harbour, Ann Lee said, was closed in May.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"The harbour", "was closed in May"}}}},
		{"according to, first", "According to Reuters, the harbour was closed.",
			[]said{{Source: "Reuters", Name: "Reuters", Cue: "According to", Content: []string{"the harbour was closed"}}}},
		{"according to, last", "The harbour was closed, according to Reuters.",
			[]said{{Source: "Reuters", Name: "Reuters", Cue: "according to", Content: []string{"The harbour was closed"}}}},
		{"outlet and via", "According to Hotnews, Ann Lee told Reuters: “The harbour is closed.”",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "told", Content: []string{"The harbour is closed"}, Outlet: "Reuters", Via: "Hotnews", Direct: true}}},
		{"a listener is no outlet", "Ann Lee told reporters that the harbour was closed.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "told", Content: []string{"the harbour was closed"}}}},
		{"citing", "Ann Lee said the harbour was closed, citing a ministry report.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"the harbour was closed"}, Via: "a ministry report"}}},
		{"hedge before that", "Ann Lee claimed without evidence that the harbour was closed.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "claimed", Content: []string{"the harbour was closed"}, Hedges: []string{"without evidence"}}}},
		{"adverb as a hedge", "Ann Lee falsely claimed that the harbour was closed.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "falsely claimed", Content: []string{"the harbour was closed"}, Hedges: []string{"falsely"}}}},
		{"apposition", "Ann Lee, head of the port, said that the harbour was closed.",
			[]said{{Source: "Ann Lee, head of the port", Name: "Ann Lee", Cue: "said", Content: []string{"the harbour was closed"}}}},
		{"name in an apposition", "The head of the port, Ann Lee, said that the harbour was closed.",
			[]said{{Source: "The head of the port, Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"the harbour was closed"}}}},
		{"second verb", "Japan gave up the islands but maintains that the harbour was not included.",
			[]said{{Source: "Japan", Name: "Japan", Cue: "maintains", Content: []string{"the harbour was not included"}}}},
		{"participle", "Ann Lee attended the meeting, saying that the harbour was closed.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "saying", Content: []string{"the harbour was closed"}}}},
		{"accused", "Ann Lee accused the port of hiding the costs.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "accused", Content: []string{"the port of hiding the costs"}}}},
		{"dateline", "LONDON, March 3 (Reuters) - The harbour was closed, the mayor said.",
			[]said{{Source: "the mayor", Name: "the mayor", Cue: "said", Content: []string{"The harbour was closed"}}}},
		{"apposition after according to", "According to the Port Institute, a think tank, the harbour was closed.",
			[]said{{Source: "the Port Institute", Name: "the Port Institute", Cue: "According to", Content: []string{"the harbour was closed"}}}},
		{"semicolon", "Ann Lee said the harbour was closed; the port, she added, lacked funds.",
			[]said{
				{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"the harbour was closed"}},
				{Source: "she", Name: "Ann Lee", Cue: "added", Content: []string{"the port", "lacked funds"}},
			}},
		{"hedge last", "Ann Lee said the harbour was closed, without providing evidence.",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "said", Content: []string{"the harbour was closed"}, Hedges: []string{"without providing evidence"}}}},
		{"name in brackets after it", "“The harbour is closed,” Rep. Ann Lee (D-Wis.) said.",
			[]said{{Source: "Rep. Ann Lee (D-Wis.)", Name: "Ann Lee", Cue: "said", Content: []string{"The harbour is closed"}, Direct: true}}},
		{"name and colon", "Ann Lee: The harbour must be closed",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: ":", Content: []string{"The harbour must be closed"}}}},
		{"name after a dash", "“The harbour must be closed.” — Ann Lee",
			[]said{{Source: "Ann Lee", Name: "Ann Lee", Cue: "—", Content: []string{"The harbour must be closed"}, Direct: true}}},
		{"passive", "The port was accused of hiding the costs.", nil},
		{"nouns", "The claims and reports of the port were read.", nil},
		{"scare quotes", "The “harbour” was closed.", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, attributions(t, tt.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		want       []string
	}{
		{"he", "Dmitry Patrushev spoke in Moscow. He said that it rained.", []string{"Dmitry Patrushev"}},
		{"he is not she", "Dmitry Patrushev met Maria Lopez. He said that it rained. She said that it did not.",
			[]string{"Dmitry Patrushev", "Maria Lopez"}},
		{"last name", "Sanae Takaichi spoke. Later Takaichi said that it rained.", []string{"Sanae Takaichi"}},
		{"family name first", "Wang Yi spoke. Later Wang said that it rained.", []string{"Wang Yi"}},
		{"title", "Finance Minister Carla Mendez said that it rained.", []string{"Carla Mendez"}},
		{"nobody before", "He said that it rained.", []string{""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			var got []string
			for _, at := range attributions(t, tt.text) {
				got = append(got, at.Name)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}
