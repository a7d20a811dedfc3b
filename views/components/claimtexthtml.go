package components

import (
	"context"
	"io"
	"strconv"
	"strings"

	"github.com/a-h/templ"
)

// sentences writes a block's sentences. It is written by hand because a template puts spaces
// between elements, and here every space is the article's own.
func sentences(take *TextTake, block TextBlock) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for _, s := range block.Sentences {
			writeSentence(&b, take, s)
			writeParts(&b, s.Gap)
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// sentenceAlone writes one sentence of a text that is taken apart.
func sentenceAlone(take *TextTake, s TextSentence) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		writeSentence(&b, take, s)
		_, err := io.WriteString(w, b.String())
		return err
	})
}

func writeSentence(b *strings.Builder, take *TextTake, s TextSentence) {
	b.WriteString(`<span class="sentence k-` + templ.EscapeString(s.Class) + `"`)
	if s.Ordinal >= 0 {
		b.WriteString(` id="s` + strconv.Itoa(s.Ordinal) + `"`)
	}
	b.WriteString(` data-sentence>`)
	writeParts(b, s.Parts)
	if mark := s.classMark(); mark != "" {
		b.WriteString(`<span class="class-mark" data-skip lang="en"><span class="visually-hidden"> (</span>` + mark + `<span class="visually-hidden">)</span></span>`)
	}
	if take != nil && s.takes() {
		writeTake(b, *take, s)
	}
	b.WriteString(`</span>`)
}

// words writes the words of a part, underlined where they are a hedge.
func (p TextPart) words() string {
	if !p.Hedge {
		return templ.EscapeString(p.Text)
	}
	return `<span class="hedge" title="A hedge: the article’s own doubt"><span class="visually-hidden" data-skip lang="en">hedge: </span>` + templ.EscapeString(p.Text) + `</span>`
}

func writeParts(b *strings.Builder, parts []TextPart) {
	for _, p := range parts {
		start := strconv.Itoa(p.Start)
		if len(p.Claims) == 0 {
			b.WriteString(`<span data-start="` + start + `">` + p.words() + `</span>`)
			continue
		}
		b.WriteString(`<mark class="` + templ.EscapeString(p.class()) + `" data-start="` + start + `" data-ids="` + p.ids() + `"`)
		if p.Link == nil {
			b.WriteString(`>` + p.words() + `</mark>`)
			continue
		}
		b.WriteString(` id="` + p.Link.anchor() + `"><a href="` + templ.EscapeString(SafeURL(p.Link.URL)) + `"`)
		if p.Link.Current {
			b.WriteString(` aria-current="true"`)
		}
		writeSwap(b, templ.Attributes{"hx-get": withoutAnchor(p.Link.URL), "hx-push-url": "true"})
		b.WriteString(`><span class="visually-hidden" data-skip>` + templ.EscapeString(p.Link.spoken()) + `</span>` +
			p.words() + `</a></mark>`)
	}
}

// writeTake writes the link that makes a claim of the sentence: a form to look at first without
// the script, and the claim itself with it.
func writeTake(b *strings.Builder, take TextTake, s TextSentence) {
	b.WriteString(`<a class="take" data-skip href="` + templ.EscapeString(SafeURL(take.sentenceURL(s.Ordinal))) + `"`)
	writeSwap(b, templ.Attributes{"hx-post": take.Action, "hx-vals": take.values(s)})
	b.WriteString(`>claim<span class="visually-hidden"> from sentence ` + strconv.Itoa(s.Ordinal+1) + `</span></a>`)
}

// quoted writes a piece of a quote with the words around it.
func quoted(s PanelSpan) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		if s.Prefix != "" {
			b.WriteString(`<span class="around">` + templ.EscapeString(s.Prefix) + `</span>`)
		}
		b.WriteString(`<q>` + templ.EscapeString(s.Exact) + `</q>`)
		if s.Suffix != "" {
			b.WriteString(`<span class="around">` + templ.EscapeString(s.Suffix) + `</span>`)
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// diffText writes the stretches of a comparison without spaces of its own between them.
func diffText(list []Diff) templ.Component {
	return templ.ComponentFunc(func(_ context.Context, w io.Writer) error {
		var b strings.Builder
		for _, d := range list {
			tag := "span"
			switch d.Kind {
			case Added:
				tag = "ins"
			case Removed:
				tag = "del"
			case Same:
			}
			b.WriteString("<" + tag + ">" + templ.EscapeString(d.Text) + "</" + tag + ">")
		}
		_, err := io.WriteString(w, b.String())
		return err
	})
}

// DiffView is diffText for the templates of pages.
func DiffView(list []Diff) templ.Component { return diffText(list) }

// writeSwap writes what tells htmx where the answer goes, with the attributes given.
func writeSwap(b *strings.Builder, attrs templ.Attributes) {
	for _, name := range []string{"hx-get", "hx-post", "hx-vals", "hx-push-url"} {
		if value, ok := attrs[name].(string); ok {
			b.WriteString(` ` + name + `="` + templ.EscapeString(value) + `"`)
		}
	}
	b.WriteString(` hx-target="#main" hx-select="#main" hx-swap="outerMorph"`)
}

// posts are the attributes of a form whose answer is the whole page: the script takes its main
// column, and what did not change stays as it is, with focus, selection and unsent words.
func posts(action string) templ.Attributes {
	return templ.Attributes{
		"method": "post", "action": action,
		"hx-post": action, "hx-target": "#main", "hx-select": "#main", "hx-swap": "outerMorph",
	}
}

// leads are the attributes of a link to another claim or filter of the same page.
func leads(address string) templ.Attributes {
	return templ.Attributes{
		"href": SafeURL(address), "hx-get": withoutAnchor(address), "hx-push-url": "true",
		"hx-target": "#main", "hx-select": "#main", "hx-swap": "outerMorph",
	}
}

// withoutAnchor returns the address without its fragment: the script itself decides what to bring
// into view, the passage or the panel.
func withoutAnchor(address string) string {
	page, _, _ := strings.Cut(SafeURL(address), "#")
	return page
}

// PostsTo is posts for the templates of pages.
func PostsTo(action string) templ.Attributes { return posts(action) }

// LeadsTo is leads for the templates of pages.
func LeadsTo(address string) templ.Attributes { return leads(address) }
