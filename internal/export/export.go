// Package export writes a published edition of a report in each format it is offered in.
//
// It owns the formats: their names, media types, and how each is escaped. All of them
// come from the one model, [factcheck.Edition], so they cannot disagree. It must not know
// where an edition is stored, who asks for it, or anything of the site's own pages.
//
// What people typed is text in every format: it never becomes markup, a formula or a
// link to anything but http and https. Claims are written one after the other, so memory
// does not grow with their number, except in the format json, which is the edition as
// stored.
package export

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"factdesk/internal/errs"
	"factdesk/internal/factcheck"
)

// Format is a form in which an edition is given out.
type Format struct {
	Name      string // as in "factdesk export --format NAME"
	MediaType string // for Content-Type, with its parameters
	Extension string // for a file's name, with the dot

	write func(*bufio.Writer, report) error
}

// Formats lists the formats in the order in which they are offered. Names are unique,
// and so are extensions.
func Formats() []Format {
	return []Format{
		{"claimreview", "application/ld+json", ".jsonld", writeClaimReview},
		{"json", "application/json", ".json", writeJSON},
		{"jsonl", "application/jsonl; charset=utf-8", ".jsonl", writeJSONLines},
		{"csv", "text/csv; charset=utf-8; header=present", ".csv", writeCSV},
		{"md", "text/markdown; charset=utf-8; variant=CommonMark", ".md", writeMarkdown},
		{"html", "text/html; charset=utf-8", ".html", writeHTML},
		{"annotations", `application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"`, ".annotations.jsonld", writeAnnotations},
	}
}

// Lookup returns the format of that name. An unknown one is an error of kind
// [errs.Invalid] that lists those there are.
func Lookup(name string) (Format, error) {
	var names []string
	for _, format := range Formats() {
		if format.Name == name {
			return format, nil
		}
		names = append(names, format.Name)
	}
	return Format{}, errs.Field("format", "There is no format %q; the formats are %s.", name, strings.Join(names, ", "))
}

// Write writes the edition to w in the named format. base is the address the desk's
// reports stand under, such as "https://checks.example.org". Errors are those of [Lookup]
// and of w; after one of w, part of the output may be written.
func Write(w io.Writer, format string, edition *factcheck.Edition, base string) error {
	f, err := Lookup(format)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	if err := f.write(out, report{edition, base}); err != nil {
		return fmt.Errorf("write %s: %w", format, err)
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write %s: %w", format, err)
	}
	return nil
}

// report is an edition with the address it stands under.
type report struct {
	*factcheck.Edition
	base string
}

// url returns the address of the report's page.
func (r report) url() string { return r.Edition.URL(r.base) }

// deskURL returns the address of the list of the desk's reports.
func (r report) deskURL() string { return strings.TrimRight(r.base, "/") + "/r/" + r.Desk.Slug }

// replaces reports whether an earlier edition was published before this one.
func (r report) replaces() bool { return !r.FirstAt.IsZero() && r.PublishedAt.After(r.FirstAt) }

// writeClaims writes a JSON object whose last member is a list with one item a claim.
// head is the object without that member, and has others.
func (r report) writeClaims(w *bufio.Writer, head any, member string, item func(*factcheck.EditionClaim) any) error {
	if err := openMember(w, head, member); err != nil {
		return err
	}
	w.WriteByte('[')
	separator := ""
	for i := range r.Claims {
		text, err := json.Marshal(item(&r.Claims[i]))
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "%s\n%s", separator, text)
		separator = ","
	}
	_, err := w.WriteString("\n]}")
	return err
}

// openMember writes the JSON object head without its end, and the name of one more member.
func openMember(w *bufio.Writer, head any, member string) error {
	text, err := json.Marshal(head)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(w, "%s,%q:", text[:len(text)-1], member)
	return err
}
