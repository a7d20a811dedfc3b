package splitter

import "strings"

// topicSet is the topics a word is of: smaller sets than those of the lexicon, each read by a rule or two for names or
// page furniture, so that only the few words they ask about are looked up.
type topicSet uint64

// The topics. A word may be of several.
const (
	topicCall       topicSet = 1 << iota // what a page asks its reader to do: subscribe, click
	topicThing                           // what pages, and hardly anything else, are made of: newsletter
	topicReader                          // words that speak to the reader or for the page: your, here
	topicPage                            // what a line of page furniture can consist of
	topicMark                            // those of them that make it one
	topicLabel                           // what a label before a colon can consist of
	topicLabelMark                       // those of them that make it one: Tags
	topicStopped                         // labels that stand before a whole sentence too: Correction
	topicStamp                           // what a time of publishing consists of besides figures and days
	topicStampMark                       // those of them that make it one: updated, GMT
	topicPicture                         // what a credit is for: photo
	topicCounted                         // what pages count: comments
	topicStaff                           // what people on the staff are: correspondent
	topicJoint                           // what stands between the names of a by-line
	topicChanged                         // what was done to a page: corrected
	topicNotice                          // what it was done to: article
	topicStrong                          // what hardly anything but a page has: menu
	topicWeak                            // what pages and articles have: network
	topicMaker                           // what is made by somebody: story, video
	topicOf                              // nouns that, capitalised, begin the name of a body that goes on with "of": Municipality
	topicCompany                         // what ends the names of companies: Holdings
	topicCapitals                        // nouns before which capitals name a thing: virus
	topicCentre                          // what makes a centre a building: convention
	topicBody                            // common nouns for bodies: company
	topicPlace                           // common nouns for places: town
	topicPlaceAfter                      // those that follow the name of a place: township
	topicLed                             // what the name of its leader comes before: administration
	topicWork                            // common nouns for things that have names: film
	topicMatch                           // the words of matches: goalkeeper
	topicSection                         // the parts of a paper: sport, world
	topicLink                            // what announces links to other stories: also, related
	topicIn                              // what stands before a place: in, near
)

// topicTable gives a topic its words.
type topicTable struct {
	set   topicSet
	words string
}

// topicWords holds the words of topicTables. It is only ever read.
var topicWords = newTopicWords()

func newTopicWords() map[string]topicSet {
	topics := make(map[string]topicSet, 1024)
	for _, tables := range [...][]topicTable{pageTables[:], kindTables[:]} {
		for _, table := range tables {
			for _, word := range strings.Fields(table.words) {
				topics[word] |= table.set
			}
		}
	}
	return topics
}

// topics is the topics of token k, whatever its case.
func (a *analysis) topics(k int) topicSet {
	var buf [longestWord]byte
	return topicWords[string(lowerCase(buf[:0], a.str(k)))]
}

// topic reports whether token k is of any of topics.
func (a *analysis) topic(k int, topics topicSet) bool { return a.topics(k)&topics != 0 }
