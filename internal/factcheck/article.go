package factcheck

import (
	"time"

	"factdesk/internal/textspan"
)

// MaxArticleBytes is how long the canonical text of an article may be, in bytes of UTF-8.
const MaxArticleBytes = 2 << 20

// Article is what is checked. Its text is in its versions.
type Article struct {
	ID          ArticleID
	Title       string
	URL         string
	Publisher   string
	Author      string
	PublishedOn time.Time // a date in UTC; zero when unknown
	Language    string    // BCP 47
	Version     int       // the newest version's number
	Revision    int
	CreatedBy   Person
	CreatedAt   time.Time
}

// ArticleVersion is one immutable canonical text of an article.
type ArticleVersion struct {
	Article  ArticleID
	Number   int
	Text     string
	Origin   Origin
	FileName string
}

// TextVersion is what a list of an article's versions shows of one.
type TextVersion struct {
	Number    int
	Origin    Origin
	FileName  string
	CreatedBy string
	CreatedAt time.Time
}

// Origin says how a text came to the desk.
type Origin string

// The origins of a text.
const (
	Paste   Origin = "paste"
	File    Origin = "file"
	FromURL Origin = "url"
)

// SentenceClass says what a sentence of an article is.
type SentenceClass string

// The classes of a sentence.
const (
	ClassClaim       SentenceClass = "claim"
	ClassOpinion     SentenceClass = "opinion"
	ClassQuestion    SentenceClass = "question"
	ClassHeading     SentenceClass = "heading"
	ClassBoilerplate SentenceClass = "boilerplate"
)

// Sentence is one sentence of an article version. Ordinals count from 0.
type Sentence struct {
	Ordinal int
	Span    textspan.Span
	Class   SentenceClass
	Score   float64 // check-worthiness in [0,1]
	Opinion float64 // subjectivity of the author's own words in [0,1]
	Reasons []string
	Rule    string // of the splitter, that made the class
	EndRule string // that found where it ends
}
