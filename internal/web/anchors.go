package web

import (
	"strconv"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/textspan"
	"factdesk/internal/workflow"
	"factdesk/views/components"
)

// What of the claim list a new version of the article asks for; values of "show".
const (
	showWaiting  = "to-place"
	showChanged  = "changed"
	showOrphaned = "orphaned"
)

// anchorShows reports whether a claim belongs to a part of the list that is made by a new version of the article.
func anchorShows(c *factcheck.Claim, show string) bool {
	if c.Anchor == nil || c.Anchor.Settled() || c.Status == factcheck.Declined {
		return false
	}
	needs := c.Anchor.Needs()
	switch show {
	case showWaiting:
		return c.Anchor.Waits()
	case showChanged:
		return c.Anchor.Waits() && (needs == factcheck.NeedsConfirm || needs == factcheck.NeedsLook)
	case showOrphaned:
		return needs == factcheck.NeedsPlace || needs == factcheck.NeedsPick || c.Anchor.Decision == factcheck.AnchorOrphaned
	}
	return false
}

// anchorFilters are the parts of the list that a new version of the article makes, where there are any.
func anchorFilters(article factcheck.ArticleID, show string, claims []factcheck.Claim) []components.Tab {
	var tabs []components.Tab
	for _, part := range []struct{ show, text string }{{showChanged, "Changed"}, {showOrphaned, "Orphaned"}} {
		n := 0
		for i := range claims {
			if anchorShows(&claims[i], part.show) {
				n++
			}
		}
		if n > 0 {
			tabs = append(tabs, components.Tab{Text: part.text, URL: articlePath(article) + "?show=" + part.show, Count: strconv.Itoa(n), Current: show == part.show})
		}
	}
	return tabs
}

// shown reports whether the list shows the claim.
func shown(c *factcheck.Claim, show string) bool {
	return show == "" || show == "all" || string(c.Status) == show || anchorShows(c, show)
}

// anchorMark is what the list says of a claim that waits for somebody to place it; "" for others.
func anchorMark(c *factcheck.Claim) string {
	switch {
	case !anchorShows(c, showWaiting) && !anchorShows(c, showOrphaned):
		return ""
	case c.Anchor.Decision == factcheck.AnchorOrphaned:
		return "Gone from the article"
	}
	return factcheck.AnchorLabel(c.Anchor.State)
}

// anchorWords say what a state means for a claim of that status.
func anchorWords(a *factcheck.Anchor, status factcheck.Status) string {
	switch a.Needs() {
	case factcheck.NeedsNoLook:
		if a.State == textspan.StateNormalized {
			return "The same words but for spaces, quotation marks and dashes. Nobody need look."
		}
		return "The same words. Nobody need look."
	case factcheck.NeedsConfirm:
		if a.State == textspan.StateRelocated {
			return "The same words stand in another place. One key confirms that it is the same claim."
		}
		return "Other words, none of which bears on the claim. One key confirms that it is the same claim; the verdict stays."
	case factcheck.NeedsLook:
		if status == factcheck.InReview {
			return "The article says something else now, so the claim cannot be approved as it is."
		}
		return "The article says something else now. The verdict was given for the old words, and waits for a new look."
	case factcheck.NeedsPick:
		return "The same words stand in several places. Choose the claim’s."
	case factcheck.NeedsPlace:
	}
	return "The words are gone. The claim keeps its history; it can be put on other words, or left."
}

// anchor is where the claim stands in the newest version of the article; nil while its words are of that one.
func (p *panel) anchor() *components.PanelAnchor {
	a, words := p.claim.Anchor, p.found.Anchored
	if a == nil || words == nil || !p.newest() {
		return nil
	}
	view := &components.PanelAnchor{
		State: string(a.State), Label: factcheck.AnchorLabel(a.State), Explain: anchorWords(a, p.claim.Status), Version: a.Version, Differs: a.Differs,
		Old:     components.Link{Text: "Version " + strconv.Itoa(p.claim.ArticleVersion), URL: versionPath(p.claim.Article, p.claim.ArticleVersion)},
		Settled: a.Settled(),
	}
	if words.Now == "" {
		view.Was = []components.Diff{{Kind: components.Same, Text: words.Was}}
	} else {
		view.Was, view.Now = diffSides(words.Was, words.Now)
	}
	if a.DecidedBy != nil {
		view.Decided = capital(decidedWords(a.Decision)) + " by " + a.DecidedBy.Name + ", " + since(a.DecidedAt).Text + "."
	}
	if p.page == onReview || p.claim.Status == factcheck.Declined || a.Settled() {
		return view
	}
	p.anchorDecisions(view, words)
	return view
}

// anchorDecisions offers what may be decided, or says what would help.
func (p *panel) anchorDecisions(view *components.PanelAnchor, words *workflow.Anchored) {
	may := func(d factcheck.AnchorDecision) bool { return p.claim.PlaceRefusal(p.actor, d) == nil }
	view.Confirm = may(factcheck.AnchorConfirmed)
	view.Pick = may(factcheck.AnchorPicked) && len(words.Places) > 0
	view.Reselect, view.Orphan = may(factcheck.AnchorReselected), may(factcheck.AnchorOrphaned)
	for i, place := range words.Places {
		view.Places = append(view.Places, components.AnchorPlace{Number: i + 1, Before: leadIn(place.Before), Words: place.Words, After: leadOut(place.After)})
	}
	if !view.Confirm && !view.Pick && !view.Reselect && p.actor.Role.AtLeast(factcheck.Editor) {
		view.WayOut = reasons(errs.Reasons(p.claim.PlaceRefusal(p.actor, factcheck.AnchorReselected)))
	}
	if p.back.came("anchor") {
		view.Typed = p.back.form.text("quote")
		if isAmbiguous(p.back.err) {
			view.Occurrences = occurrences(words.Newest, view.Typed)
		}
	}
}

func decidedWords(d factcheck.AnchorDecision) string {
	switch d {
	case factcheck.AnchorPicked:
		return "chosen"
	case factcheck.AnchorReselected:
		return "marked"
	case factcheck.AnchorOrphaned:
		return "said to be gone"
	case factcheck.AnchorConfirmed:
	}
	return "confirmed"
}

// placeClaim decides where a claim stands in the newest version of its article.
func (s *Server) placeClaim(r *request) (reply, error) {
	return s.change(r, func(f *form) claimForm {
		in := workflow.ResolveAnchor{
			Version: f.number("article_version"), Decision: factcheck.AnchorDecision(f.line("decision")), Place: f.number("place"), Spans: f.spans(),
			Quote: f.text("quote"), Occurrence: f.number("occurrence"),
		}
		return claimForm{name: "anchor", next: nextToPlace, done: saying(placedWords(in.Decision)), do: func(cmd workflow.Command, on workflow.On) error {
			return s.workflow.ResolveAnchor(r.Context(), cmd, on, in)
		}}
	})
}

func placedWords(d factcheck.AnchorDecision) string {
	if d == factcheck.AnchorOrphaned {
		return "The claim keeps its history, and is not in the newest version of the article."
	}
	return "The claim stands in the newest version of the article."
}
