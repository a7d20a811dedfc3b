package web

import (
	"crypto/rand"
	"log/slog"
	"strconv"
	"strings"
	"time"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
	"factdesk/internal/session"
	"factdesk/views/components"
	"factdesk/views/layout"
	"factdesk/views/pages/problem"

	"github.com/a-h/templ"
)

// savedKind marks the flash that carries the name of a stored draft instead of words.
const savedKind = "saved"

// frame is the frame of a page for whoever asks, with the messages kept for it.
func (s *Server) frame(r *request, title string, section layout.Section) layout.Page {
	page := layout.Page{Title: title, Section: section, Path: r.URL.RequestURI()}
	if !r.me.SignedIn() {
		return page
	}
	page.Viewer = &layout.Viewer{
		Name: r.me.Actor.Name, Email: r.me.Email, Role: roleLabel(r.me.Actor.Role), Desk: r.me.Desk.Name, Key: newKey(),
		Desks: deskOptions(r.me.Desks, r.me.Desk.ID), QueueCount: countText(r.me.Mine), ReviewCount: countText(r.me.InReview),
	}
	flashes, err := s.sessions.TakeFlash(r.Request)
	if err != nil {
		s.log.LogAttrs(r.Context(), slog.LevelWarn, "take a message", slog.Any("err", err))
	}
	for _, f := range flashes {
		if f.Kind == savedKind {
			page.Saved = f.Text
			continue
		}
		flash := components.Flash{Kind: f.Kind, Text: f.Text}
		if f.Kind == doneKind || f.Kind == undoneKind {
			flash.Kind, flash.Offer = "ok", f.Kind
		}
		page.Flashes = append(page.Flashes, flash)
	}
	return page
}

// deskOptions are the desks a member may change to, the current one chosen.
func deskOptions(desks []factcheck.Desk, current factcheck.DeskID) []components.Option {
	list := make([]components.Option, len(desks))
	for i, d := range desks {
		list[i] = components.Option{Value: d.Slug, Label: d.Name, Selected: d.ID == current}
	}
	return list
}

// countText is a counter of the masthead, which says nothing where there is nothing.
func countText(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// saved is the flash that lets the browser drop its copy of a draft.
func saved(draft string) session.Flash { return session.Flash{Kind: savedKind, Text: draft} }

// errorPage is the page about an error. The request's id helps only where we are to blame.
func (s *Server) errorPage(r *request, t trouble, err error, id string) templ.Component {
	page := problem.Page{
		Page: s.frame(r, t.title, layout.None), Status: t.status, Message: errs.Message(err), Reasons: reasons(errs.Reasons(err)),
	}
	page.Narrow = true
	page.Reader = strings.HasPrefix(r.URL.Path, "/r/")
	if t.status >= 500 {
		page.RequestID = id
	}
	return problem.Problem(page)
}

// newForm is a form as it is first shown.
func newForm(revision int) components.Form {
	return components.Form{Key: newKey(), Revision: int64(revision)}
}

// newKey is the idempotency key of one rendering of a form.
func newKey() string { return rand.Text() }

// refused is a form that comes back with why; nil err leaves it as it is.
func refused(f components.Form, err error) components.Form {
	if err != nil {
		f.Message, f.Reasons = errs.Message(err), reasons(errs.Reasons(err))
	}
	return f
}

func reasons(list []errs.Reason) []components.Reason {
	out := make([]components.Reason, len(list))
	for i, r := range list {
		out[i] = components.Reason{Rule: r.Rule, Field: r.Field, Detail: r.Detail, Remedy: r.Remedy}
	}
	return out
}

// isRefusal reports whether a form can come back with err on it: it is about what was typed,
// or about a rule. Anything else is a page of its own.
func isRefusal(err error) bool {
	switch errs.KindOf(err) {
	case errs.Invalid, errs.Unmet, errs.Stale, errs.RateLimited, errs.TooLarge:
		return true
	case errs.Internal, errs.Unauthenticated, errs.Forbidden, errs.NotFound, errs.Unavailable:
	}
	return false
}

// at is a point in time as shown, in UTC.
func at(t time.Time) components.When {
	if t.IsZero() {
		return components.When{}
	}
	t = t.UTC()
	return components.When{ISO: t.Format(time.RFC3339), Text: t.Format("2 Jan 2006, 15:04") + " UTC"}
}

// since is a point in time that the page's script may show as its distance from now.
func since(t time.Time) components.When {
	w := at(t)
	w.Relative = !w.IsZero()
	return w
}

// day is a date as shown.
func day(t time.Time) components.When {
	if t.IsZero() {
		return components.When{}
	}
	return components.When{ISO: t.Format(time.DateOnly), Text: t.Format("2 Jan 2006")}
}

// dayPtr is day for a date that may be missing.
func dayPtr(t *time.Time) components.When {
	if t == nil {
		return components.When{}
	}
	return day(*t)
}

// isoDay is a date as a date input takes it; "" for none.
func isoDay(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

func statusView(s factcheck.Status) components.Status {
	return components.Status{Name: string(s), Label: s.Label()}
}

func ratingView(r *factcheck.Rating) components.Rating {
	if r == nil {
		return components.Rating{}
	}
	return components.Rating{Label: r.Label, Tone: tone(r.Colour), Definition: r.Definition}
}

// ratingOf is the rating of a list's row, which has only its label and colour.
func ratingOf(label, colour *string) components.Rating {
	if label == nil || colour == nil {
		return components.Rating{}
	}
	return components.Rating{Label: *label, Tone: tone(*colour)}
}

// tone gives a rating's colour, a token of the domain, its place in the style sheet.
func tone(colour string) components.Tone {
	switch colour {
	case "true":
		return components.Green
	case "mostly":
		return components.Teal
	case "mixed":
		return components.Amber
	case "doubt":
		return components.Orange
	case "false":
		return components.Red
	}
	return components.Grey
}

func roleLabel(r factcheck.Role) string { return capital(string(r)) }

// capital returns a word of ASCII with a capital letter, and underscores as spaces.
func capital(word string) string {
	if word == "" {
		return ""
	}
	return strings.ToUpper(word[:1]) + strings.ReplaceAll(word[1:], "_", " ")
}

// counted returns "1 claim" or "n claims".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// idText returns an identifier as it stands in paths and forms.
func idText[T ~int64](id T) string { return strconv.FormatInt(int64(id), 10) }

func claimPath(id factcheck.ClaimID) string     { return "/claims/" + idText(id) }
func articlePath(id factcheck.ArticleID) string { return "/articles/" + idText(id) }
func reportPath(id factcheck.ReportID) string   { return "/reports/" + idText(id) }

// publicPath is where readers find a report.
func publicPath(desk, slug string) string { return "/r/" + desk + "/" + slug }

// roleOptions are the roles to choose from, one of them selected.
func roleOptions(selected factcheck.Role) []components.Option {
	var list []components.Option
	for _, role := range factcheck.Roles() {
		list = append(list, components.Option{Value: string(role), Label: roleLabel(role), Selected: role == selected})
	}
	return list
}

// older leads to the next page of a list; path may have a query already.
func older(path string, next, current int64) components.Pager {
	joint := "?"
	if strings.Contains(path, "?") {
		joint = "&"
	}
	var p components.Pager
	if next != 0 {
		p.OlderURL = path + joint + "before=" + strconv.FormatInt(next, 10)
	}
	if current != 0 {
		p.NewestURL = path
	}
	return p
}
