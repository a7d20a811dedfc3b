package stories

import (
	"slices"
	"strings"
	"unicode/utf8"

	"factdesk/views/components"
)

// benchSentence is one sentence of the sample article.
type benchSentence struct{ class, text string }

// benchClaim is one claim of the sample article, by the words it covers.
type benchClaim struct {
	number    int
	status    components.Status
	quotes    []string
	statement string
	rating    components.Rating
	holder    string
	attention string
}

func status(name string) components.Status {
	for _, s := range sampleStatuses() {
		if s.Name == name {
			return s
		}
	}
	return components.Status{Name: name, Label: name}
}

func benchArticle() [][]benchSentence {
	return [][]benchSentence{
		{{"claim", "The harbour at Port Lysander handled 2.4 million containers last year, more than any other port on the strait, the port authority said on Tuesday."},
			{"claim", "That is a third more than in 2019."}},
		{{"boilerplate", "Advertisement"}},
		{{"claim", "“We have overtaken Corvin without a single new crane,” the authority’s director, Ilse Marrow, told the Evening Post."},
			{"claim", "She added that dredging had lowered the average waiting time from nineteen hours to six."}},
		{{"heading", "A tunnel nobody can see"}},
		{{"claim", "According to Hector Vane, who led the opposition until March, the ministry secretly paid for a rail tunnel under the old town, and the money came from the flood relief fund."},
			{"claim", "He offered no documents."},
			{"opinion", "It would be the most brazen diversion of public money in a generation."}},
		{{"claim", "The ministry denies it: no contract for a tunnel has been signed, and none has been tendered, it says."},
			{"claim", "Vane claimed without evidence that surveyors were seen at night."},
			{"question", "So who sent them?"}},
		{{"heading", "What the numbers say"}},
		{{"claim", "Noise near the quay has doubled since the night shift began, residents say, and one in four families has moved away."},
			{"claim", "The city’s own measurements show a rise of three decibels at two of five stations."}},
		{{"claim", "Wages on the docks rose by 11 percent, the union reports, while the cost of living rose by 14."},
			{"claim", "Marrow expects three million containers next year."}},
		{{"boilerplate", "Sources: Evening Post, port authority"}},
	}
}

func benchClaims() []benchClaim {
	return []benchClaim{
		{1, status("approved"), []string{"The harbour at Port Lysander handled 2.4 million containers last year"}, "Port Lysander handled 2.4 million containers last year.", ratingTrue(), "", ""},
		{2, status("in_review"), []string{"2.4 million containers last year, more than any other port on the strait"}, "No other port on the strait handled as many containers last year as Port Lysander.", ratingFalse(), "Ben Ito", ""},
		{3, status("open"), []string{"That is a third more than in 2019."}, "Port Lysander handled a third more containers last year than in 2019.", components.Rating{}, "Ana Petrović", ""},
		{4, status("declined"), []string{"We have overtaken Corvin without a single new crane"}, "Port Lysander overtook Corvin without a new crane.", components.Rating{}, "", ""},
		{5, status("open"), []string{"dredging had lowered the average waiting time from nineteen hours to six"}, "Dredging lowered the average waiting time in Port Lysander from nineteen hours to six.", components.Rating{}, "", ""},
		{6, status("changes_requested"), []string{"the ministry secretly paid for a rail tunnel under the old town", "the money came from the flood relief fund"}, "The transport ministry paid for a rail tunnel under the old town of Port Lysander out of the flood relief fund.", ratingUnproven(), "Ana Petrović", "1 point to answer"},
		{7, status("open"), []string{"the ministry secretly paid for a rail tunnel"}, "The transport ministry paid for a rail tunnel in Port Lysander.", components.Rating{}, "", ""},
		{8, status("candidate"), []string{"no contract for a tunnel has been signed", "none has been tendered"}, "No contract for a rail tunnel in Port Lysander has been signed or tendered.", components.Rating{}, "", ""},
		{9, status("candidate"), []string{"surveyors were seen at night"}, "Surveyors were seen at night in Port Lysander.", components.Rating{}, "", ""},
		{10, status("candidate"), []string{"Noise near the quay has doubled since the night shift began"}, "Noise near the quay of Port Lysander has doubled since the night shift began.", components.Rating{}, "", ""},
		{11, status("candidate"), []string{"one in four families has moved away"}, "One in four families near the quay of Port Lysander has moved away.", components.Rating{}, "", ""},
		{12, status("candidate"), []string{"Wages on the docks rose by 11 percent"}, "Wages on the docks of Port Lysander rose by 11 percent.", components.Rating{}, "", ""},
	}
}

// benchText is the text of an article with its claims marked, the one of the number being current.
func benchText(blocks [][]benchSentence, claims []benchClaim, current int) components.Text {
	in := components.TextInput{Claims: map[int64]components.TextClaim{}}
	ordinal := 0
	var text strings.Builder
	at := func() int { return utf8.RuneCountInString(text.String()) }
	for i, block := range blocks {
		if i > 0 {
			text.WriteString("\n")
		}
		for j, s := range block {
			if j > 0 {
				text.WriteString(" ")
			}
			start := at()
			text.WriteString(s.text)
			in.Sentences = append(in.Sentences, components.SentenceInput{Ordinal: ordinal, Start: start, End: at(), Class: s.class})
			ordinal++
		}
	}
	in.Text = text.String()
	over := make([][]int64, at())
	for _, c := range claims {
		length := 0
		for _, q := range c.quotes {
			start := utf8.RuneCountInString(in.Text[:max(0, strings.Index(in.Text, q))])
			length += utf8.RuneCountInString(q)
			for p := start; p < start+utf8.RuneCountInString(q); p++ {
				over[p] = append(over[p], int64(c.number))
			}
		}
		in.Claims[int64(c.number)] = components.TextClaim{
			ID: int64(c.number), Number: c.number, Status: c.status, Current: c.number == current, Length: length,
			URL: claimURL(c.number),
		}
	}
	for p, ids := range over {
		if last := len(in.Pieces) - 1; last >= 0 && slices.Equal(in.Pieces[last].Claims, ids) {
			in.Pieces[last].End = p + 1
			continue
		}
		in.Pieces = append(in.Pieces, components.PieceInput{Start: p, End: p + 1, Claims: ids})
	}
	in.Pieces = hedged(in.Text, in.Pieces)
	return components.Text{Lang: "en", Blocks: components.BuildText(in)}
}

// sampleHedge is the sample article's hedge.
const sampleHedge = "without evidence"

// hedged marks the sample article's hedge in its pieces.
func hedged(text string, pieces []components.PieceInput) []components.PieceInput {
	before, _, found := strings.Cut(text, sampleHedge)
	if !found {
		return pieces
	}
	start := utf8.RuneCountInString(before)
	end := start + utf8.RuneCountInString(sampleHedge)
	var out []components.PieceInput
	for _, p := range pieces {
		for _, part := range []components.PieceInput{
			{Start: p.Start, End: min(p.End, start)}, {Start: max(p.Start, start), End: min(p.End, end), Hedge: true}, {Start: max(p.Start, end), End: p.End},
		} {
			if part.Start < part.End {
				part.Claims = p.Claims
				out = append(out, part)
			}
		}
	}
	return out
}
