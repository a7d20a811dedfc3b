package intake

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"factdesk/internal/errs"
)

func TestFromText(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ in, want string }{
		"one line":                       {"It rained.", "It rained."},
		"a line is a block":              {"One.\nTwo.\n", "One.\nTwo."},
		"blank lines are no blocks":      {"\n\nOne.\n \t\n\nTwo.\n\n", "One.\nTwo."},
		"line ends of every system":      {"a\r\nb\rc\u2028d\u2029e\u0085f\fg\vh", "a\nb\nc\nd\ne\nf\ng\nh"},
		"spaces of every width":          {"\u00a0a \t b\u00a0c\u2003d\u3000e\u202f", "a b c d e"},
		"byte order mark":                {"\ufeffIt rained.", "It rained."},
		"curly quotes and dashes":        {"‘It’ – “said” — he…", "‘It’ – “said” — he…"},
		"soft hyphen and zero widths":    {"im\u00adpor\u200btant\u2060\ufeff \u200b day", "important day"},
		"control characters":             {"a\x01b\x1b[31mc\x7f\u0080d", "ab[31mcd"},
		"noncharacters":                  {"a\ufffeb\U0010ffffc", "abc"},
		"form C":                         {"cafe\u0301 A\u030a \u212b", "café Å Å"},
		"composes over what was dropped": {"cafe\u200b\u0301", "café"},
		"joiners in Persian stay":        {"می\u200cخواهم", "می\u200cخواهم"},
		"joiners in Malayalam stay":      {"അവന\u0d4d\u200d പറഞ്ഞു", "അവന\u0d4d\u200d പറഞ്ഞു"},
		"joiner once":                    {"می\u200c\u200c\u200dخ", "می\u200cخ"},
		"joiners in English go":          {"Ber\u200dlin\u200c", "Berlin"},
		"family of emoji":                {"a 👩\u200d👩\u200d👧 b", "a 👩\u200d👩\u200d👧 b"},
		"emoji with skin and selector":   {"🧔🏽\u200d♂\ufe0f ❤\ufe0f\u200d🔥", "🧔🏽\u200d♂\ufe0f ❤\ufe0f\u200d🔥"},
		"joiner after the last emoji":    {"👩\u200d said", "👩 said"},
		"flag of Wales":                  {"🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F", "🏴\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"},
		"text hidden in tags":            {"fine\U000E0068\U000E0069", "fine"},
		"text hidden in selectors":       {"x\ufe01\ufe02\ufe03\U000E0101 \ufe01y", "x\ufe01 y"},
		"Arabic number sign is visible":  {"\u0601١٢", "\u0601١٢"},
		"markup is text":                 {"<b>2 &lt; 3</b>", "<b>2 &lt; 3</b>"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FromText([]byte(tt.in))
			if err != nil {
				t.Fatalf("FromText(%q): %v", tt.in, err)
			}
			if diff := cmp.Diff(Article{Text: tt.want}, got); diff != "" {
				t.Errorf("FromText(%q) (-want +got):\n%s", tt.in, diff)
			}
		})
	}
}

func TestHardWrap(t *testing.T) {
	t.Parallel()
	const wrapped = `The ministry said on Tuesday that the number of
bridges in need of repair had fallen to the well-
known level of eleven percent, after years in
which it had been rising.

An earlier count had put the share at forty
percent, which the ministry now calls wrong. A
new register is to be opened in the spring:
- one for roads and the bridges that carry
them over water,
- one for railways.`
	tests := map[string]struct {
		in   string
		want []string
	}{
		"prose": {wrapped, []string{
			"The ministry said on Tuesday that the number of bridges in need of repair had fallen to the well-known level of eleven percent, after years in which it had been rising.",
			"An earlier count had put the share at forty percent, which the ministry now calls wrong. A new register is to be opened in the spring:",
			"- one for roads and the bridges that carry them over water,",
			"- one for railways.",
		}},
		"without blank lines, lines stay": {
			strings.ReplaceAll(wrapped, "\n\n", "\n"), strings.Split(strings.ReplaceAll(wrapped, "\n\n", "\n"), "\n"),
		},
		"verse": {
			"I wandered lonely as a cloud\nThat floats on high\nWhen all at once I saw a crowd\nA host\n\nBeside the lake, beneath the trees,\nFluttering\nand dancing\nin the breeze.",
			[]string{"I wandered lonely as a cloud", "That floats on high", "When all at once I saw a crowd", "A host", "Beside the lake, beneath the trees,", "Fluttering", "and dancing", "in the breeze."},
		},
		"long lines": {
			strings.Repeat("word ", 40) + "\n" + strings.Repeat("word ", 40) + "\n\n" + strings.Repeat("word ", 40) + "\nend",
			[]string{strings.TrimSpace(strings.Repeat("word ", 40)), strings.TrimSpace(strings.Repeat("word ", 40)), strings.TrimSpace(strings.Repeat("word ", 40)), "end"},
		},
		"Japanese joins without spaces": {
			strings.Repeat(strings.Repeat("日", 39)+" "+strings.Repeat("本", 5)+"\n", 4) + "。\n\n終",
			[]string{strings.Repeat(strings.Repeat("日", 39)+" "+strings.Repeat("本", 5), 4) + "。", "終"},
		},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FromText([]byte(tt.in))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, strings.Split(got.Text, "\n")); diff != "" {
				t.Errorf("blocks (-want +got):\n%s", diff)
			}
		})
	}
}

func TestWarnings(t *testing.T) {
	t.Parallel()
	got, err := FromText([]byte("\u202eevil\u202c and \ufffd\n\u200efine\u2069"))
	if err != nil {
		t.Fatal(err)
	}
	want := Article{Text: "evil and \ufffd\nfine", Warnings: []string{
		"4 characters were removed: invisible controls of writing direction can make text read differently from what it says.",
		"1 character was unreadable in the original (shown as \ufffd): its encoding may have been damaged.",
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestRefusals(t *testing.T) {
	t.Parallel()
	type read func([]byte) (Article, error)
	html := func(raw []byte) (Article, error) { return FromHTML(raw, "") }
	file := func(raw []byte) (Article, error) { return FromFile("letters/a.bin", raw, "") }
	tests := map[string]struct {
		read read
		in   string
		kind errs.Kind
		want string
	}{
		"empty text":         {FromText, "", errs.Invalid, "There is no text to check in this."},
		"invisible text":     {FromText, " \u200b\n\u202e\u00ad\t", errs.Invalid, "There is no text to check in this."},
		"empty page":         {html, "<p> <script>x</script>", errs.Invalid, "There is no text to check in this."},
		"NUL in text":        {FromText, "né\x00x", errs.Invalid, "The text contains a NUL byte at character 3."},
		"NUL in a page":      {html, "<p>né\x00x", errs.Invalid, "The text contains a NUL byte at character 6."},
		"not UTF-8":          {FromText, "n\xe9e", errs.Invalid, "The text is not UTF-8: the byte 0xE9 at offset 1 does not belong. Save it as UTF-8 and try again."},
		"surrogate":          {FromText, "a\xed\xa0\x80", errs.Invalid, "The text is not UTF-8: the byte 0xED at offset 1 does not belong. Save it as UTF-8 and try again."},
		"page not UTF-8":     {html, "<meta charset=utf-8><p>\xff", errs.Invalid, "The text is not UTF-8: the byte 0xFF at offset 23 does not belong. Save it as UTF-8 and try again."},
		"page of no charset": {html, "<p>caf\xe9", errs.Invalid, "The text is not UTF-8: the byte 0xE9 at offset 6 does not belong. Save it as UTF-8 and try again."},
		"too deep":           {html, strings.Repeat("<div>", 600) + "x", errs.Invalid, "The page cannot be read: its elements are nested more than 512 deep."},
		"upload too large":   {FromText, strings.Repeat("a", MaxUpload+1), errs.TooLarge, "The text is 10.1 MB; the limit is 10 MB."},
		"page too large":     {html, strings.Repeat("a", MaxUpload+1), errs.TooLarge, "The page is 10.1 MB; the limit is 10 MB."},
		"file too large":     {file, strings.Repeat("a", MaxUpload+1), errs.TooLarge, "The file is 10.1 MB; the limit is 10 MB."},
		"text too large":     {FromText, strings.Repeat("a", MaxText+1), errs.TooLarge, "There are 2.1 MB of text in this; the limit is 2 MB. Import it in parts."},
		"page's text too large": {
			html, strings.Repeat("<p>"+strings.Repeat("a", 997)+"</p>", 2200), errs.TooLarge, "There are 2.1 MB of text in this; the limit is 2 MB. Import it in parts.",
		},
		"PDF":        {file, "%PDF-1.7 text", errs.Invalid, "a.bin is a PDF. Save it as text or HTML, or paste its text."},
		"rich text":  {file, `{\rtf1 text}`, errs.Invalid, "a.bin is a rich text document. Save it as text or HTML, or paste its text."},
		"Word":       {file, "PK\x03\x04\xff\x00", errs.Invalid, "a.bin is an office document or an archive. Save it as text or HTML, or paste its text."},
		"picture":    {file, "\x89PNG\x0d\x0a\x1a\x0a\x00", errs.Invalid, "a.bin is of the type image/png. Save it as text or HTML, or paste its text."},
		"other file": {file, "\x00\x01\x02", errs.Invalid, "The text contains a NUL byte at character 1."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := tt.read([]byte(tt.in))
			if err == nil {
				t.Fatalf("read as %.60q", got.Text)
			}
			if got := errs.KindOf(err); got != tt.kind {
				t.Errorf("kind %v, want %v", got, tt.kind)
			}
			if got := errs.Message(err); got != tt.want {
				t.Errorf("message %q, want %q", got, tt.want)
			}
			if reasons := errs.Reasons(err); tt.kind == errs.Invalid && (len(reasons) != 1 || reasons[0].Field != "text") {
				t.Errorf("reasons %+v, want one about the field text", reasons)
			}
		})
	}
}

func TestAtTheLimits(t *testing.T) {
	t.Parallel()
	got, err := FromText([]byte(strings.Repeat("a", MaxText) + strings.Repeat("\n", MaxUpload-MaxText)))
	if err != nil || len(got.Text) != MaxText {
		t.Errorf("%d bytes of text, error %v; want all %d", len(got.Text), err, MaxText)
	}
}

// The article and the strings stand beside the repository in the places where it is
// worked on; elsewhere these two tests have nothing to read.
func shared(t *testing.T, name string) []byte {
	t.Helper()
	raw, err := os.ReadFile("../../../shared/" + name)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is not here", name)
	}
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestCanonicalArticleIsUnchanged(t *testing.T) {
	t.Parallel()
	raw := shared(t, "data/article-japan.txt")
	got, err := FromText(raw)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.TrimSuffix(string(raw), "\n"), got.Text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestNaughtyStrings(t *testing.T) {
	t.Parallel()
	var lines []string
	if err := json.Unmarshal(shared(t, "standards/blns.json"), &lines); err != nil {
		t.Fatal(err)
	}
	for _, line := range lines {
		if got, err := FromText([]byte(line)); err == nil {
			checkCanonical(t, got.Text)
		} else if errs.KindOf(err) != errs.Invalid {
			t.Errorf("FromText(%q): %v", line, err)
		}
		if got, err := FromHTML([]byte(line), ""); err == nil {
			checkCanonical(t, got.Text)
		} else if errs.KindOf(err) != errs.Invalid {
			t.Errorf("FromHTML(%q): %v", line, err)
		}
	}
}

// checkCanonical holds what every canonical text promises.
func checkCanonical(t interface {
	Helper()
	Errorf(string, ...any)
}, text string) {
	t.Helper()
	if !utf8.ValidString(text) {
		t.Errorf("%q is not UTF-8", text)
	}
	if !norm.NFC.IsNormalString(text) {
		t.Errorf("%q is not in form C", text)
	}
	for block := range strings.SplitSeq(text, "\n") {
		if block == "" || block != strings.Join(strings.Fields(block), " ") {
			t.Errorf("block %q of %q is empty or has spaces to collapse", block, text)
		}
	}
	for _, r := range text {
		if r < ' ' && r != '\n' || 0x7f <= r && r < 0xa0 || isBidiControl(r) || r == '\u200b' || r == '\u00ad' || r == '\ufeff' {
			t.Errorf("%q holds %U", text, r)
		}
	}
	again, err := FromText([]byte(text))
	if err != nil {
		t.Errorf("canonical text %q is refused: %v", text, err)
	}
	if again.Text != text {
		t.Errorf("%q is read again as %q", text, again.Text)
	}
}

// awkward draws text out of what canonicalisation is about, and of anything else.
func awkward() *rapid.Generator[string] {
	pieces := rapid.SampledFrom([]string{
		"a", "word", "É", "e\u0301", "\u0301", "\u0323", " ", "  ", "\u00a0", "\t", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x00", "\x1b", "\u0085",
		"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202e", "\u200f", "\u061c", "\ufe0f", "\ufe01", "\u034f", "\U000E0067", "🏴",
		"👩", "❤", "🏽", "می", "ക\u0d4d", "क\u094d", "\u0958", "\u0fb9", "\u1100", "\u1161", "\u11a8", "\u2329", "\u212b", "日", "ﬀ", "-", "\u0344", "\u180e", "\u0600", "\ufffd", "\ufffe",
		strings.Repeat("\u0301", 35), "a line about as long as others ", "<p>", "</p>", "<br>", "<article>", "<pre>", "</pre>", "<!--", "&shy;", "&#0;", "<td>", "<form>",
	})
	return rapid.Custom(func(t *rapid.T) string {
		var s strings.Builder
		for _, piece := range rapid.SliceOf(rapid.OneOf(pieces, rapid.StringN(0, 4, -1))).Draw(t, "pieces") {
			s.WriteString(piece)
		}
		return s.String()
	})
}

func TestCanonicalProperties(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		in := []byte(awkward().Draw(t, "in"))
		for _, read := range []func() (Article, error){
			func() (Article, error) { return FromText(in) },
			func() (Article, error) { return FromHTML(in, "") },
		} {
			got, err := read()
			if err == nil {
				checkCanonical(t, got.Text)
			} else if errs.KindOf(err) != errs.Invalid {
				t.Fatalf("%v", err)
			}
		}
	})
}

func FuzzFromFile(f *testing.F) {
	f.Add("a.txt", []byte("One.\n\nTwo\u200d."), "")
	f.Add("a.html", []byte(`<html lang=en><title>T</title><article><p>One<br>two</p><pre>a`+"\n"+`b</pre></article>`), "text/html; charset=windows-1252")
	f.Add("", []byte("\xff\xfea\x00"), "text/plain")
	f.Add("x", []byte(`<script type="application/ld+json">{"@type":"Article","author":[{"name":"A"}]}</script>x`), "")
	f.Fuzz(func(t *testing.T, name string, raw []byte, contentType string) {
		got, err := FromFile(name, raw, contentType)
		if err != nil {
			if kind := errs.KindOf(err); kind != errs.Invalid && kind != errs.TooLarge {
				t.Fatalf("kind %v: %v", kind, err)
			}
			return
		}
		checkCanonical(t, got.Text)
		for _, field := range []string{got.Title, got.Publisher, got.Author, got.Language, got.URL} {
			if !utf8.ValidString(field) || strings.ContainsAny(field, "\n\x00") {
				t.Errorf("field %q", field)
			}
		}
	})
}
