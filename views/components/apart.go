package components

import (
	"context"
	"io"
	"strconv"

	"github.com/a-h/templ"
)

// Chain is who is said to have said something, from the speaker to the article.
type Chain struct {
	Steps []ChainStep
	Cue   string // the article's words for the saying: "claimed"
	// Polarity is "denied" or "questioned" where the speaker does not stand behind the words; "" where they do.
	Polarity string
	Direct   bool     // in quotation marks
	Hedges   []string // the article's own doubt: "without evidence"
	Said     []string // what was said, as it stands in this sentence
	// Continued is set where the saying began in a sentence before: then it has its speaker alone.
	Continued bool
	Why       string // the rule that found it, in a sentence; "" where that is not known
}

// ChainStep is one link of a chain.
type ChainStep struct {
	Role string // what it did: "said by", "told", "passed on by", "reported by"
	Name string
	// Words are those of the article that stand for the name; "" where they are the name.
	Words string
}

// StatementPart is a stretch of a statement: its own words, or words that were put in for others.
type StatementPart struct {
	Text   string
	Filled string // what was done, "“he” stands for this"; "" for the statement's own words
}

// statementHTML writes a statement with what was filled in marked, and no space that is not the statement's own.
func statementHTML(parts []StatementPart) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		text := ""
		for _, p := range parts {
			if p.Filled == "" {
				text += templ.EscapeString(p.Text)
				continue
			}
			text += `<ins class="filled" title="` + templ.EscapeString(p.Filled) + `">` + templ.EscapeString(p.Text) +
				`<span class="visually-hidden"> (` + templ.EscapeString(p.Filled) + `)</span></ins>`
		}
		_, err := io.WriteString(w, text)
		return err
	})
}

// hasFilled reports whether anything of a statement was filled in.
func hasFilled(parts []StatementPart) bool {
	for _, p := range parts {
		if p.Filled != "" {
			return true
		}
	}
	return false
}

// SentenceFacts is what the splitter took a sentence for, and what it found in it.
type SentenceFacts struct {
	Class   string   // as people read it: "Claim", "Page furniture"
	Score   string   // "0.81", check-worthiness; "" where there is nothing to check
	Opinion string   // "0.07", how subjective the author's own words are; "" where nobody asks
	Reasons []string // short
	Said    []Chain
	Claims  []SentenceClaim
	Hedges  []string
	Rules   []string // each a sentence: what made the class, what ended it
}

// SentenceClaim is a claim that begins in a sentence.
type SentenceClaim struct {
	Number int
	Text   string          // its statement, else its words
	Parts  []StatementPart // of the statement, where words were filled in
	URL    string          // the page with this claim as the current one
	Status Status
}

func (f SentenceFacts) figures() string {
	switch {
	case f.Score != "" && f.Opinion != "":
		return "Worth checking " + f.Score + ", opinion " + f.Opinion
	case f.Score != "":
		return "Worth checking " + f.Score
	case f.Opinion != "":
		return "Opinion " + f.Opinion
	}
	return ""
}

// classMark is the word that stands after a sentence of a class that its looks do not tell; "" for the others.
func (s TextSentence) classMark() string {
	switch s.Class {
	case "opinion", "question":
		return s.Class
	}
	return ""
}

func sentenceName(s TextSentence) string { return "Sentence " + strconv.Itoa(s.Ordinal+1) }
