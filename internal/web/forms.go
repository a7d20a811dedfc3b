package web

import (
	"errors"
	"io"
	"maps"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"factdesk/internal/errs"
	"factdesk/internal/textspan"
)

// Limits of a request's body, in bytes.
const (
	bodyLimit   = 1 << 20
	importLimit = 12 << 20 // a file of 10 MiB and the form around it
)

// form reads a posted form's fields. What cannot be read is collected, so that a person
// hears of every field at once: see err.
type form struct {
	action  string // the path it was posted to
	values  url.Values
	file    upload
	reasons []errs.Reason
}

// upload is a file sent with a form; its name is empty when there was none.
type upload struct {
	name        string
	contentType string
	content     []byte
}

// readForm reads the body, at most limit bytes of it. Returns TooLarge over the limit and
// Invalid for a body that is no form, or for a field that is not UTF-8 or holds a NUL.
func readForm(w http.ResponseWriter, r *http.Request, limit int64) (*form, error) {
	if r.ContentLength > limit {
		return nil, tooLarge(limit, nil)
	}
	r.Body = http.MaxBytesReader(w, r.Body, limit)
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch {
	case err == nil && media == "multipart/form-data":
		err = r.ParseMultipartForm(limit) // all of it in memory: no file is left behind
	case err == nil && media == "application/x-www-form-urlencoded", r.Header.Get("Content-Type") == "" && r.ContentLength == 0:
		err = r.ParseForm()
	default:
		return nil, errs.New(errs.Invalid, "This is not a form: send it as application/x-www-form-urlencoded or multipart/form-data.")
	}
	if err != nil {
		if _, over := errors.AsType[*http.MaxBytesError](err); over {
			return nil, tooLarge(limit, err)
		}
		return nil, errs.Wrap(err, errs.Invalid, "The form could not be read.")
	}
	if err := checkText(r.PostForm); err != nil {
		return nil, err
	}
	f := &form{action: r.URL.Path, values: r.PostForm}
	if r.MultipartForm != nil {
		f.file, err = readFile(r)
	}
	return f, err
}

func tooLarge(limit int64, cause error) error {
	return &errs.Error{Kind: errs.TooLarge, Message: "This is more than can be taken in at once.", Err: cause,
		Reasons: []errs.Reason{{Rule: "size", Detail: "A request holds at most " + strconv.FormatInt(limit>>20, 10) + " MB.",
			Remedy: "Send less, or split it."}}}
}

// readFile returns the form's field "file".
func readFile(r *http.Request) (upload, error) {
	file, header, err := r.FormFile("file")
	if errors.Is(err, http.ErrMissingFile) {
		return upload{}, nil
	}
	if err != nil {
		return upload{}, errs.Wrap(err, errs.Invalid, "The file could not be read.")
	}
	content, err := io.ReadAll(file)
	if err := errors.Join(err, file.Close()); err != nil {
		return upload{}, errs.Wrap(err, errs.Invalid, "The file could not be read.")
	}
	if !storable(header.Filename) {
		return upload{}, unstorable("file")
	}
	return upload{name: header.Filename, contentType: header.Header.Get("Content-Type"), content: content}, nil
}

// checkText refuses values PostgreSQL could not store as text, naming the field.
func checkText(values url.Values) error {
	for name, list := range values {
		if !storable(name) {
			return errs.New(errs.Invalid, "The name of a field is not text.")
		}
		for _, v := range list {
			if !storable(v) {
				return unstorable(name)
			}
		}
	}
	return nil
}

func storable(text string) bool { return utf8.ValidString(text) && strings.IndexByte(text, 0) < 0 }

func unstorable(field string) error {
	return errs.Field(field, "“%s” holds a NUL or bytes that are not UTF-8, so it cannot be stored.", field)
}

// text returns the field with the line ends of browsers (CR LF) made LF; "" when absent.
func (f *form) text(name string) string {
	return strings.ReplaceAll(f.values.Get(name), "\r\n", "\n")
}

// names returns the fields' names in order.
func (f *form) names() []string { return slices.Sorted(maps.Keys(f.values)) }

// line returns the field without white space at its ends.
func (f *form) line(name string) string { return strings.TrimSpace(f.text(name)) }

// on reports whether the box was ticked.
func (f *form) on(name string) bool { return f.values.Get(name) == "on" }

// number returns a whole number from 0; 0 when the field is empty.
func (f *form) number(name string) int {
	value := f.line(name)
	if value == "" {
		return 0
	}
	n, err := strconv.ParseInt(value, 10, 32)
	if err != nil || n < 0 {
		f.fault(name, "This is not a whole number.")
		return 0
	}
	return int(n)
}

// revision returns the revision the form was based on, which every form on a row has.
func (f *form) revision() int {
	if f.line("revision") == "" {
		f.fault("revision", "The form does not say which revision it is based on. Reload the page.")
	}
	return f.number("revision")
}

// numbers returns every value of a repeated field.
func (f *form) numbers(name string) []int {
	var list []int
	for _, value := range f.values[name] {
		n, err := strconv.ParseInt(strings.TrimSpace(value), 10, 32)
		if err != nil || n < 0 {
			f.fault(name, "This is not a whole number.")
			return nil
		}
		list = append(list, int(n))
	}
	return list
}

// spans reads pairs of start and end, in code points; none when the fields are empty.
func (f *form) spans() []textspan.Span {
	if f.line("start") == "" && f.line("end") == "" {
		return nil
	}
	starts, ends := f.numbers("start"), f.numbers("end")
	if len(starts) != len(ends) {
		f.fault("start", "Each beginning needs an end.")
		return nil
	}
	spans := make([]textspan.Span, len(starts))
	for i := range starts {
		spans[i] = textspan.Span{Start: starts[i], End: ends[i]}
	}
	return spans
}

// formID returns an identifier; 0 when the field is empty.
func formID[T ~int64](f *form, name string) T {
	value := f.line(name)
	if value == "" {
		return 0
	}
	id, ok := parseID[T](value)
	if !ok {
		f.fault(name, "This is not an identifier.")
	}
	return id
}

// date returns a day as midnight UTC; the zero time when the field is empty.
func (f *form) date(name string) time.Time {
	value := f.line(name)
	if value == "" {
		return time.Time{}
	}
	day, err := time.Parse(time.DateOnly, value)
	if err != nil || day.Year() < 1 {
		f.fault(name, "A date is written YYYY-MM-DD, such as 2026-03-09.")
		return time.Time{}
	}
	return day
}

func (f *form) fault(field, detail string) {
	f.reasons = append(f.reasons, errs.Reason{Rule: "field", Field: field, Detail: detail})
}

// err returns what could not be read, every field of it, as one Invalid error; nil when all was well.
func (f *form) err() error {
	switch len(f.reasons) {
	case 0:
		return nil
	case 1:
		return errs.Refuse(errs.Invalid, f.reasons[0].Detail, f.reasons...)
	}
	return errs.Refuse(errs.Invalid, "Some fields could not be read.", f.reasons...)
}

// parseID reads an identifier as it stands in paths and forms: a decimal from 1, in its shortest form.
func parseID[T ~int64](value string) (T, bool) {
	n, err := strconv.ParseInt(value, 10, 64)
	if err != nil || n < 1 || strconv.FormatInt(n, 10) != value {
		return 0, false
	}
	return T(n), true
}

// pathID returns the identifier in the path. Returns NotFound, naming what was asked for,
// when there can be no such thing.
func pathID[T ~int64](r *http.Request, name, what string) (T, error) {
	id, ok := parseID[T](r.PathValue(name))
	if !ok {
		return 0, errs.New(errs.NotFound, "There is no such %s.", what)
	}
	return id, nil
}

// queryID returns an identifier of the query string; 0 when it is absent or none.
func queryID[T ~int64](r *http.Request, name string) T {
	id, _ := parseID[T](r.URL.Query().Get(name))
	return id
}

// localPath returns where to go next: raw when it is a path of this site, else "/". Browsers
// take a backslash for a slash and drop control characters, so either is refused.
func localPath(raw string) string {
	u, err := url.Parse(raw)
	switch {
	case err != nil, u.IsAbs(), u.Host != "", u.User != nil, u.Opaque != "":
		return "/"
	case !strings.HasPrefix(raw, "/"), strings.HasPrefix(raw, "//"), strings.ContainsRune(raw, '\\'):
		return "/"
	case strings.ContainsFunc(raw, func(r rune) bool { return r < ' ' || r == 0x7f }):
		return "/"
	case strings.HasPrefix(u.Path, "//"):
		return "/"
	}
	return raw
}
