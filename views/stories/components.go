package stories

import (
	"context"
	"io"

	"github.com/a-h/templ"

	"factdesk/views/components"
	"factdesk/views/layout"
)

func componentStories() []Story {
	return []Story{
		{Name: "components/all", Title: "Every component", Component: framed(page("Components", layout.None), partsPage())},
	}
}

// framed puts content into the desk's frame.
func framed(p layout.Page, content templ.Component) templ.Component {
	return templ.ComponentFunc(func(ctx context.Context, w io.Writer) error {
		return layout.Base(p).Render(templ.WithChildren(ctx, content), w)
	})
}

func sampleReasons() []components.Reason {
	return []components.Reason{
		{Rule: "evidence", Detail: "“False” needs 1 primary source, or 2 secondary ones that do not depend on each other; there is 1 secondary.", Remedy: "Add a source, or choose a rating that needs less."},
		{Rule: "change_request", Detail: "One point of the reviewer is not answered: “Who counted the ships?”", Remedy: "Answer it below."},
	}
}

func sampleForm() components.Form {
	return components.Form{Key: key, Revision: 7, Message: "The article was not imported.", Reasons: []components.Reason{
		{Rule: "field", Field: "url", Detail: "The address does not begin with http:// or https://."},
	}}
}

func sampleConflict() *components.Conflict {
	return &components.Conflict{By: "Ben Ito", When: when("2026-09-03T14:05:00Z", "3 Sep 2026, 14:05 UTC"), Fields: []components.ConflictField{
		{Label: "Statement", Theirs: "NATO planned to use Japan’s fleet.", Yours: "NATO planned to use Japan’s fleet for global operations."},
	}}
}

func sampleStatuses() []components.Status {
	return []components.Status{
		{Name: "candidate", Label: "Candidate"}, {Name: "open", Label: "Open"}, {Name: "in_review", Label: "In review"},
		{Name: "changes_requested", Label: "Changes requested"}, {Name: "approved", Label: "Approved"}, {Name: "declined", Label: "Declined"},
	}
}

func sampleRatings() []components.Rating {
	out := []components.Rating{}
	for _, t := range []components.Tone{components.Green, components.Teal, components.Amber, components.Orange, components.Red, components.Violet, components.Blue, components.Grey} {
		out = append(out, components.Rating{Label: "Verdict " + string(t), Tone: t})
	}
	return out
}
