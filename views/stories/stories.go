// Package stories is the registry of every page and component in every state it
// can be in: full, empty, refused, with words that are too long. The development
// page, the golden HTML tests, the accessibility tests and the screenshots all
// read this one list.
package stories

import (
	"slices"
	"strings"

	"github.com/a-h/templ"
)

// Story is one whole page with sample data.
type Story struct {
	Name      string // "area/state", the path below /dev/stories
	Title     string
	Component templ.Component
}

// All returns every story, ordered by name.
func All() []Story {
	all := slices.Concat(
		componentStories(), accountStories(), problemStories(), queueStories(), articleStories(), resplitStories(), versionStories(),
		sourceStories(), reportStories(), publicStories(), deskStories(), benchStories(),
	)
	slices.SortFunc(all, func(a, b Story) int { return strings.Compare(a.Name, b.Name) })
	return all
}

// Find returns the story of that name and whether there is one.
func Find(name string) (Story, bool) {
	for _, s := range All() {
		if s.Name == name {
			return s, true
		}
	}
	return Story{}, false
}
