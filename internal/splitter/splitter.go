// Package splitter takes the text of a news article apart: sentences and what each is for, who is said to have
// said what, names and figures, and the checkable claims in it, each as spans of the exact words.
//
// It is a set of rules over word tables, deterministic and without I/O: the same text and Version give the same
// Document on every machine. It owns what news prose looks like: in English, and less of it in German, French,
// Spanish, Polish and Russian; docs/QUALITY.md says how well. It must not know of desks, storage, people's decisions
// about a claim, or how a claim is shown.
package splitter

import (
	"slices"
	"time"

	"factdesk/internal/textspan"
)

// Version names the rule set. It is stored with what Split made, so that a later rule set can be told apart.
const Version = "news-2"

// Class is what a sentence is for in its article.
type Class string

// The classes. Every sentence has exactly one.
const (
	ClassClaim       Class = "claim"
	ClassOpinion     Class = "opinion"
	ClassQuestion    Class = "question"
	ClassHeading     Class = "heading"
	ClassBoilerplate Class = "boilerplate"
)

// ClaimType is one of the nine claim types of AVeriTeC (Schlichtkrull, Guo, Vlachos: "AVeriTeC", 2023, §3).
type ClaimType string

// The claim types.
const (
	TypeQuote           ClaimType = "quote"
	TypeNumerical       ClaimType = "numerical"
	TypeEvent           ClaimType = "event"
	TypePosition        ClaimType = "position"
	TypeCausal          ClaimType = "causal"
	TypeSpeculative     ClaimType = "speculative"
	TypeMediaPublishing ClaimType = "media_publishing"
	TypeMediaAnalysis   ClaimType = "media_analysis"
	TypeOpinion         ClaimType = "opinion"
)

// EntityType is the kind of thing a name or figure stands for.
type EntityType string

// The entity types.
const (
	EntityPerson       EntityType = "person"
	EntityOrganization EntityType = "organization"
	EntityPlace        EntityType = "place"
	EntityNumber       EntityType = "number"
	EntityPercent      EntityType = "percent"
	EntityMoney        EntityType = "money"
	EntityDate         EntityType = "date"
)

// Polarity is whether a source stands behind what it is said to have said.
type Polarity string

// The polarities.
const (
	Affirmed   Polarity = "affirmed"   // "said that"
	Denied     Polarity = "denied"     // "denied that", "did not say that"
	Questioned Polarity = "questioned" // "asked whether", "questioned if"
)

// Article is what Split reads.
type Article struct {
	Text string
	// Published is the day that words like "yesterday" are counted from; zero when it is not known.
	Published time.Time
	// Language is the BCP 47 tag of the text's language, "" to find it out from the text.
	Language string
}

// Document is an article taken apart. All offsets are half-open, in Unicode code points of the text given.
// Every list is in text order and never nil.
type Document struct {
	Sentences    []Sentence      `json:"sentences"`
	Attributions []Attribution   `json:"attributions"`
	Hedges       []textspan.Span `json:"hedges"`
	Entities     []Entity        `json:"entities"`
	Claims       []Claim         `json:"claims"`
	// Language is the BCP 47 tag of the language the text was read as, "und" when that is not known.
	// Supported is false when there are no rules for it: then there are sentences, and nothing else.
	Language  string `json:"language"`
	Supported bool   `json:"supported"`
}

// Sentence is one sentence, heading or line. Together the sentences hold every character that is not white
// space, and they never overlap.
type Sentence struct {
	Start int   `json:"start"`
	End   int   `json:"end"`
	Class Class `json:"class"`
	// Score is check-worthiness in [0,1], made for ranking; Reasons say in words what raised or lowered it.
	Score float64 `json:"score"`
	// Opinion is how subjective the author's own words are, in [0,1]. What others are quoted as saying
	// does not count.
	Opinion float64  `json:"opinion"`
	Reasons []string `json:"reasons"`
	// Rule made the class, EndRule the end.
	Rule    Rule `json:"rule"`
	EndRule Rule `json:"end_rule"`
}

// Attribution is one thing somebody is said to have said.
type Attribution struct {
	// Content is what was said, in one or more pieces.
	Content []textspan.Span `json:"content"`
	// Source is the words that say who said it; empty when the text does not.
	Source textspan.Span `json:"source"`
	// Name is whom Source stands for after looking back through the text; "" when that is not known.
	Name string `json:"name"`
	// Cue is the words that mark the saying ("told", "according to").
	Cue textspan.Span `json:"cue"`
	// Outlet is who it was said to or who carried it first, Via who passed it on or what it rests on.
	Outlet textspan.Span `json:"outlet"`
	Via    textspan.Span `json:"via"`
	// Direct is set when at least four fifths of the words of Content are in quotation marks: a few quoted words in
	// reported speech do not make it direct.
	Direct   bool            `json:"direct"`
	Polarity Polarity        `json:"polarity"`
	Hedges   []textspan.Span `json:"hedges"`
	Rule     Rule            `json:"rule"`
}

// Entity is a name or a figure.
type Entity struct {
	Start int        `json:"start"`
	End   int        `json:"end"`
	Type  EntityType `json:"type"`
	// Value is a figure in one form for all: a decimal number ("4300000"), of money followed by its ISO 4217 code
	// ("4300000 USD"), of a percentage without the sign ("4.3"), of a date as much of ISO 8601 as is known
	// ("2017-07-21", "2017-07", "2017"). "" for names, and for what has no such form.
	Value string `json:"value,omitempty"`
	Rule  Rule   `json:"rule"`
}

// Claim is one checkable statement cut out of a sentence.
type Claim struct {
	// Spans are the claim's words, within the sentence, without the frame of who said it.
	Spans []textspan.Span `json:"spans"`
	// Sentence is an index into Sentences; Attribution one into Attributions, or nil for the article's own.
	Sentence    int       `json:"sentence"`
	Attribution *int      `json:"attribution"`
	Type        ClaimType `json:"type"`
	Score       float64   `json:"score"`
	// Statement is the claim as a sentence of its own. Filled are the words in it that do not stand in Spans but
	// were looked up in the article, in order.
	Statement string   `json:"statement"`
	Filled    []Filled `json:"filled"`
	Reasons   []string `json:"reasons"`
	Rule      Rule     `json:"rule"`
}

// Filled is a stretch of a claim's statement that was put in for words that do not stand alone.
type Filled struct {
	// Start and End are code points of the statement, half-open.
	Start int `json:"start"`
	End   int `json:"end"`
	// For is the words of the text it stands for ("he", "last month"); empty where there was none.
	For textspan.Span `json:"for"`
	// From is the words of the text it was taken from; empty when it was reckoned from the article's date.
	From textspan.Span `json:"from"`
}

// Split takes an article apart. It accepts any text and never fails; bytes that are not UTF-8 count as one code
// point each. It is safe for concurrent use.
func Split(article Article) Document {
	a := &analysis{text: article.Text, published: article.Published}
	a.readAs(article.Language)
	a.readBlocks()
	if a.lang == unknown {
		a.unread()
		return a.document()
	}
	a.lookUpWords()
	a.findQuotations()
	if a.lang != english {
		a.readFrames()
		return a.document()
	}
	a.findHedges()
	a.readDateline()
	a.findEntities()
	a.findAttributions()
	a.classify()
	a.findClaims()
	return a.document()
}

// analysis is the work on one text. Until document is called all places are byte offsets or token indexes.
type analysis struct {
	text      string
	published time.Time
	lang      *language
	tag       string // of the text's language
	toks      []token
	blocks    []block
	sents     []sentence
	items     []int // what listItems found last
	quotes    []quotation
	hedges    []hedge
	ents      []entity
	entsFrom  []int32 // for each token the first entity that ends after it
	roster    roster
	attrs     []attribution
	claims    []claim
	views     []view // for each sentence the last found in it
	mentions  mentions
	// runs and places are what lists of claims are parts of, so that each is not an allocation.
	runs   []run
	places []bytesOf
	// speakers are the entities that are sources of attributions.
	speakers map[int]bool
	// meant is whom "he" and "she" last stood for.
	meant map[string]meant
}

// bytesOf is a stretch of the text in bytes, half-open.
type bytesOf struct{ start, end int }

func (b bytesOf) empty() bool { return b.end <= b.start }

func (b bytesOf) overlaps(o bytesOf) bool { return max(b.start, o.start) < min(b.end, o.end) }

// tokensOf is the bytes from token from up to, but not including, token to.
func (a *analysis) tokensOf(from, to int) bytesOf {
	if from >= to {
		return bytesOf{}
	}
	return bytesOf{int(a.toks[from].start), int(a.toks[to-1].end)}
}

// document turns byte offsets into code points.
func (a *analysis) document() Document {
	w := documentWriter{analysis: a, index: textspan.NewIndex(a.text), places: make([]textspan.Span, 0, a.countPlaces())}
	d := Document{
		Language:     a.tag,
		Supported:    a.lang != unknown,
		Sentences:    make([]Sentence, 0, len(a.sents)),
		Attributions: make([]Attribution, 0, len(a.attrs)),
		Hedges:       make([]textspan.Span, 0, len(a.hedges)),
		Entities:     make([]Entity, 0, len(a.ents)),
		Claims:       w.allClaims(),
	}
	for i := range a.sents {
		s := &a.sents[i]
		place := w.span(s.bytesOf)
		d.Sentences = append(d.Sentences, Sentence{Start: place.Start, End: place.End, Class: s.class,
			Score: round(s.score), Opinion: round(s.opinion), Reasons: listed(s.reasons), Rule: s.rule, EndRule: s.endRule})
	}
	for i := range a.attrs {
		at := &a.attrs[i]
		d.Attributions = append(d.Attributions, Attribution{Content: w.spans(at.content), Source: w.span(at.source),
			Name: at.name, Cue: w.span(at.cue), Outlet: w.span(at.outlet), Via: w.span(at.via), Direct: at.direct && a.quotedWords(at),
			Polarity: at.polarity, Hedges: w.spans(at.hedges), Rule: at.rule})
	}
	for _, h := range a.hedges {
		d.Hedges = append(d.Hedges, w.span(a.tokensOf(h.from, h.to)))
	}
	for _, e := range a.ents {
		place := w.span(a.tokensOf(e.from, e.to))
		d.Entities = append(d.Entities, Entity{Start: place.Start, End: place.End, Type: e.typ, Value: e.value, Rule: e.rule})
	}
	return d
}

// documentWriter turns the places of an analysis into code points.
type documentWriter struct {
	*analysis
	index *textspan.Index
	// places is what the lists of the document are parts of, so that each is not an allocation.
	places []textspan.Span
}

func (w *documentWriter) span(b bytesOf) textspan.Span {
	if b.empty() {
		return textspan.Span{}
	}
	return w.index.Span(b.start, b.end)
}

func (w *documentWriter) spans(list []bytesOf) []textspan.Span {
	from := len(w.places)
	for _, b := range list {
		w.places = append(w.places, w.span(b))
	}
	return slices.Clip(w.places[from:])
}

func (w *documentWriter) allClaims() []Claim {
	claims := make([]Claim, 0, len(w.claims))
	attributions := make([]int, len(w.claims))
	for n := range w.claims {
		c := &w.claims[n]
		out := Claim{Spans: w.spans(c.spans), Sentence: c.sentence, Type: c.typ, Score: round(c.score),
			Statement: c.statement, Filled: make([]Filled, 0, len(c.filled)), Reasons: listed(c.reasons), Rule: c.rule}
		for _, f := range c.filled {
			out.Filled = append(out.Filled, Filled{Start: f.start, End: f.end, For: w.span(f.of), From: w.span(f.from)})
		}
		if c.attribution >= 0 {
			attributions[n] = c.attribution
			out.Attribution = &attributions[n]
		}
		claims = append(claims, out)
	}
	return claims
}

// countPlaces is how many spans the lists of the document hold.
func (a *analysis) countPlaces() int {
	n := 0
	for i := range a.attrs {
		n += len(a.attrs[i].content) + len(a.attrs[i].hedges)
	}
	for i := range a.claims {
		n += len(a.claims[i].spans)
	}
	return n
}

// listed makes an empty list of a nil one, for JSON, and leaves out control characters.
func listed(reasons []string) []string {
	if reasons == nil {
		return []string{}
	}
	for i := range reasons {
		reasons[i] = printable(reasons[i])
	}
	return reasons
}

// round keeps two decimals: more would look like knowledge.
func round(x float64) float64 { return float64(int(x*100+0.5)) / 100 }
