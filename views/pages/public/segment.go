package public

import (
	"context"
	"io"
	"strings"

	"github.com/a-h/templ"
)

// passageText writes a passage's pieces with nothing between them. A template
// would put a space after each element, and the article's words are shown as
// they stand.
func passageText(p Passage) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var out strings.Builder
		for _, s := range p.Segments {
			writeSegment(&out, s)
		}
		_, err := io.WriteString(w, out.String())
		return err
	})
}

func writeSegment(out *strings.Builder, s Segment) {
	text := templ.EscapeString(s.Text)
	if len(s.Numbers) == 0 {
		out.WriteString(text)
	} else {
		out.WriteString(`<mark class="mark ` + s.Tone.Class() + `"`)
		if s.ID != "" {
			out.WriteString(` id="` + templ.EscapeString(s.ID) + `"`)
		}
		out.WriteString(">" + text + "</mark>")
	}
	for _, c := range s.Ends {
		out.WriteString(`<a class="note" href="#` + templ.EscapeString(c.Anchor) + `" aria-label="Claim ` + number(c.Number) + `">` + number(c.Number) + `</a>`)
	}
}
