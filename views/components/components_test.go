package components

import (
	"strings"
	"testing"
)

func TestSafeURL(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"/claims/7?x=1#top":                "/claims/7?x=1#top",
		"https://example.org/a b":          "https://example.org/a%20b",
		"HTTP://example.org":               "http://example.org",
		" https://example.org ":            "https://example.org",
		"mailto:ana@example.org":           "mailto:ana@example.org",
		"#f-url":                           "#f-url",
		"javascript:alert(1)":              "#",
		"JaVaScRiPt:alert(1)":              "#",
		" javascript:alert(1)":             "#",
		"java\nscript:alert(1)":            "#",
		"data:text/html,<script></script>": "#",
		"vbscript:x":                       "#",
		"http://[broken":                   "#",
	}
	for in, want := range cases {
		if got := SafeURL(in); got != want {
			t.Errorf("SafeURL(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestToneClassIsAlwaysInTheStyleSheet(t *testing.T) {
	t.Parallel()
	for _, tone := range []Tone{Green, Teal, Amber, Orange, Red, Violet, Blue, Grey} {
		if got := tone.Class(); got != "tone-"+string(tone) {
			t.Errorf("class of %q is %q", tone, got)
		}
	}
	for _, tone := range []Tone{"", "pink", `x" onclick="f()`} {
		if got := tone.Class(); got != "tone-grey" {
			t.Errorf("class of %q is %q", tone, got)
		}
	}
}

func TestToneOf(t *testing.T) {
	t.Parallel()
	want := map[string]Tone{"true": Green, "mostly": Teal, "mixed": Amber, "doubt": Violet, "false": Red, "neutral": Grey, "": Grey, "unknown": Grey}
	for colour, tone := range want {
		if got := ToneOf(colour); got != tone {
			t.Errorf("ToneOf(%q) = %q, want %q", colour, got, tone)
		}
	}
}

func TestFormFindsTheErrorOfAField(t *testing.T) {
	t.Parallel()
	f := Form{Reasons: []Reason{{Rule: "evidence", Detail: "needs a source"}, {Field: "url", Detail: "is not an address"}, {Field: "url", Detail: "is too long"}}}
	if got := f.Error("url"); got != "is not an address" {
		t.Errorf("error of url: %q", got)
	}
	if got := f.Error("title"); got != "" {
		t.Errorf("error of title: %q", got)
	}
	if !f.Failed() || (Form{Key: "k", Revision: 3}).Failed() {
		t.Error("a form has failed when it says why, and only then")
	}
}

func TestFieldDescribesItself(t *testing.T) {
	t.Parallel()
	cases := []struct {
		field Field
		want  string
	}{
		{Field{Name: "url"}, ""},
		{Field{Name: "url", Hint: "h"}, "f-url-hint"},
		{Field{Name: "url", Error: "e"}, "f-url-error"},
		{Field{ID: "x", Name: "url", Hint: "h", Error: "e"}, "x-error x-hint"},
	}
	for _, c := range cases {
		if got := c.field.describedBy(); got != c.want {
			t.Errorf("%+v is described by %q, want %q", c.field, got, c.want)
		}
	}
}

func TestDateThatIsNoneStaysAsTyped(t *testing.T) {
	t.Parallel()
	cases := map[string]string{"": "date", "2026-09-03": "date", "2026-13-40": "text", "3 September": "text"}
	for value, want := range cases {
		if got := (Field{Type: "date", Value: value}).inputType(); got != want {
			t.Errorf("%q is shown in a field of type %s, want %s", value, got, want)
		}
	}
}

func TestPasswordsAndFilesAreNotGivenBack(t *testing.T) {
	t.Parallel()
	for _, kind := range []string{"password", "file"} {
		var out strings.Builder
		if err := Input(Field{Name: "x", Label: "X", Type: kind, Value: "hunter2"}).Render(t.Context(), &out); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "hunter2") {
			t.Errorf("%s shows its value: %s", kind, out.String())
		}
	}
}

func TestNothingTypedBecomesMarkup(t *testing.T) {
	t.Parallel()
	const evil = `"><script>f()</script>`
	var out strings.Builder
	for _, render := range []func() error{
		func() error {
			return Input(Field{Name: "x", Label: evil, Value: evil, Hint: evil, Error: evil}).Render(t.Context(), &out)
		},
		func() error {
			return TextArea(Field{Name: "x", Label: evil, Value: "</textarea>" + evil}).Render(t.Context(), &out)
		},
		func() error { return Anchor(Link{Text: evil, URL: evil}).Render(t.Context(), &out) },
		func() error { return RatingMark(Rating{Label: evil, Tone: evil}).Render(t.Context(), &out) },
		func() error {
			return FormErrors(Form{Message: evil, Reasons: []Reason{{Field: evil, Detail: evil, Remedy: evil}}}).Render(t.Context(), &out)
		},
	} {
		if err := render(); err != nil {
			t.Fatal(err)
		}
	}
	if strings.Contains(out.String(), "<script") {
		t.Errorf("typed text became markup: %s", out.String())
	}
}
