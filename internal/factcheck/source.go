package factcheck

import (
	"fmt"
	"strings"
	"time"

	"factdesk/internal/errs"
)

// Differing returns what was typed of a source the library has already and is not what the library
// says of it, one reason for each field. What was left empty, and the kind page, which the form
// comes with, were not typed.
func (s *Source) Differing(typed *Source) []errs.Reason {
	var list []errs.Reason
	differs := func(field, what, have, typed string) {
		if blank(typed) || strings.TrimSpace(typed) == have {
			return
		}
		detail := fmt.Sprintf("The library has this source as “%s”.", s.Name())
		switch {
		case have == "":
			detail = fmt.Sprintf("The library has this source without %s.", article(what))
		case field != "title":
			detail = fmt.Sprintf("The library has “%s” as the %s of this source.", have, what)
		}
		list = append(list, errs.Reason{
			Rule: "source_differs", Field: field, Detail: detail,
			Remedy: "Use it as it is there: clear the field; or correct the source in the library.",
		})
	}
	differs("url", "web address", s.URL, typed.URL)
	differs("title", "title", s.Title, typed.Title)
	differs("citation", "citation", s.Citation, typed.Citation)
	differs("publisher", "publisher", s.Publisher, typed.Publisher)
	differs("author", "author", s.Author, typed.Author)
	differs("published_on", "date", day(s.PublishedOn), day(typed.PublishedOn))
	if typed.Kind != KindPage {
		differs("kind", "kind", s.Kind.Label(), typed.Kind.Label())
	}
	return list
}

// day writes a date; "" for none.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// Holds reports whether a claim of this status rests on its sources as they are: a reviewer looks
// at them now, or has approved them.
func (s Status) Holds() bool { return s == InReview || s == Approved }

// Resting is a claim whose current version uses a source.
type Resting struct {
	Claim     ClaimID
	Statement string
	Status    Status
}

// SourceRefusal returns why a source that these claims rest on may not be corrected now, naming at
// most three of them, or nil. Its kind is Unmet.
func SourceRefusal(claims []Resting) error {
	const named = 3
	var list []errs.Reason
	for _, c := range claims {
		if !c.Status.Holds() || len(list) == named {
			continue
		}
		remedy := "Whoever submitted it, or an admin, can withdraw it from review."
		if c.Status == Approved {
			remedy = "An editor can open a new version of it."
		}
		list = append(list, errs.Reason{
			Rule: "source_in_use", Remedy: remedy,
			Detail: fmt.Sprintf("“%s” is %s and rests on it.", c.Statement, strings.ToLower(c.Status.Label())),
		})
	}
	if len(list) == 0 {
		return nil
	}
	return errs.Refuse(errs.Unmet, "The source cannot be corrected while a claim that rests on it is in review or approved.", list...)
}
