package intake

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestFromHTMLBlocks(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("The article goes on at length. ", 8)
	long = strings.TrimSpace(long)
	tests := map[string]struct {
		in   string
		want []string
	}{
		"paragraphs":              {"<p>One\n  two.</p><p>Three.</p>", []string{"One two.", "Three."}},
		"text beside blocks":      {"before<div>in</div>after", []string{"before", "in", "after"}},
		"inline elements":         {"<p>A <b>bo</b>ld <a href=x>li<i>n</i>k</a>.", []string{"A bold link."}},
		"line breaks are spaces":  {"<p>One<br>two<br/><br>three", []string{"One two three"}},
		"possible breaks are not": {"<p>im<wbr>por&shy;tant&ZeroWidthSpace;ly", []string{"importantly"}},
		"references":              {"<p>&ldquo;2&nbsp;&lt;&nbsp;3&rdquo; &amp;amp; &#x2014;", []string{"“2 < 3” &amp; —"}},
		"headings and lists":      {"<h2>Head</h2><ul><li>One<li>Two<ol><li>Three</ol></ul><dl><dt>T<dd>D</dl>", []string{"Head", "One", "Two", "Three", "T", "D"}},
		"rows":                    {"<table><caption>C</caption><tr><th>Year<th>Share</tr><tr><td>2024<td>11 %</table>", []string{"C", "Year Share", "2024 11 %"}},
		"tables for layout":       {"<table><tr><td><p>One</p><p>Two</p></td></tr></table>", []string{"One", "Two"}},
		"quotations":              {"<blockquote><p>Said.</p>Source</blockquote>", []string{"Said.", "Source"}},
		"figures with captions":   {"<figure><img alt=no src=x><figcaption>A bridge</figcaption></figure>", []string{"A bridge"}},
		"preformatted":            {"<pre>\nOne  line\nTwo<br>Three <b>bold</b></pre>after", []string{"One line", "Two", "Three bold", "after"}},
		"preformatted and nested": {"<pre>a\nb<div>c\nd</div>e</pre>f\ng", []string{"a", "b", "c", "d", "e", "f g"}},
		"ruby":                    {"<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字", []string{"漢字"}},
		"invisible": {
			`<p>Seen<script>a</script><style>b</style><noscript>c</noscript><template>d</template><svg><text>e</text></svg>
			<iframe>f</iframe><button>g</button><span hidden>h</span><span style="color:red;Display : none !important">i</span>
			<i style="visibility:hidden">j</i><select><option>k</select><textarea>l</textarea><dialog>m</dialog><!-- n --></p>`,
			[]string{"Seen"},
		},
		"what surrounds it": {
			"<header>a</header><nav>b</nav><div>Text</div><aside>c</aside><form>d</form><footer>e</footer>", []string{"Text"},
		},
		"style that hides nothing": {`<p style="display:block; visibility">Seen`, []string{"Seen"}},
		"article before the rest":  {"<div>Latest news</div><article><p>" + long + "</p></article><div>More</div>", []string{long}},
		"the largest article":      {"<article>Teaser</article><article><p>" + long + "</article><article>Teaser</article>", []string{long}},
		"body of the article": {
			`<article><p>Share this</p><div itemprop="articleBody"><p>` + long + `</div><p>Comments</article>`, []string{long},
		},
		"main":                   {"<div>Menu</div><main><p>" + long + "</main>", []string{long}},
		"role of main":           {"<div>Menu</div><div role=main><p>" + long + "</div>", []string{long}},
		"teaser is not believed": {"<article>Teaser</article><p>" + long, []string{"Teaser", long}},
		"article in a form":      {"<form><div>Menu</div><article><p>" + long + "</article></form>", []string{long}},
		"no markup":              {"Only text", []string{"Only text"}},
		"joined by newlines":     {"<p>a</p>\n\n<p> </p><p>&nbsp;</p><p>b", []string{"a", "b"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FromHTML([]byte(tt.in), "")
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(Article{Text: strings.Join(tt.want, "\n")}, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestFromHTMLWholePageAsLastResort(t *testing.T) {
	t.Parallel()
	got, err := FromHTML([]byte("<form><p>All is in a form.</p><button>Send</button></form>"), "")
	if err != nil {
		t.Fatal(err)
	}
	want := Article{Text: "All is in a form.", Warnings: []string{
		"No article was found apart from the page's forms and navigation, so all of its text was taken.",
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestEncodings(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ name, raw, contentType, want string }{
		"UTF-16 little-endian text":    {"a.txt", "\xff\xfec\x00a\x00f\x00\xe9\x00", "", "café"},
		"UTF-16 big-endian page":       {"a.html", "\xfe\xff\x00<\x00p\x00>\x00\xe9", "", "é"},
		"UTF-16 broken pair":           {"a.txt", "\xff\xfea\x00\x00\xd8", "", "a\ufffd"},
		"UTF-8 with a mark":            {"a.html", "\xef\xbb\xbf<p>é", "text/html; charset=windows-1252", "é"},
		"meta element":                 {"a.html", "<meta charset=windows-1251><p>\xcc\xe8\xf0", "", "Мир"},
		"meta element of windows-1252": {"a.html", "<meta charset=windows-1252><p>caf\xe9 \x93x\x94", "", "café “x”"},
		"meta with http-equiv":         {"a.htm", `<meta http-equiv=Content-Type content="text/html; charset=iso-8859-2"><p>` + "\xb1", "", "ą"},
		"content type before meta":     {"a.html", "<meta charset=utf-8><p>\xe9", "text/html; charset=iso-8859-1", "é"},
		"UTF-8 whatever is declared":   {"a.html", "<meta charset=windows-1252><p>é", "", "é"},
		"seven bits are not UTF-8":     {"a.html", "<meta charset=iso-2022-jp><p>\x1b$B$\"\x1b(B", "", "あ"},
		"an unknown declaration":       {"a.html", "<meta charset=klingon><p>é", "", "é"},
		"text file with a page in it":  {"a.txt", " <!DOCTYPE html><p>One<p>Two", "", "One\nTwo"},
		"text file about markup":       {"a.txt", "<p>is a tag", "", "<p>is a tag"},
		"text by content type":         {"paste", "<p>One<p>Two", "text/plain; charset=utf-8", "<p>One<p>Two"},
		"page by content type":         {"paste", "One<p>Two", "text/html", "One\nTwo"},
		"page by its looks":            {"", "<html><p>One<p>Two", "", "One\nTwo"},
		"text by its looks":            {"", "BMW sold more cars.", "application/octet-stream", "BMW sold more cars."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FromFile(tt.name, []byte(tt.raw), tt.contentType)
			if err != nil {
				t.Fatal(err)
			}
			if got.Text != tt.want {
				t.Errorf("text %q, want %q", got.Text, tt.want)
			}
		})
	}
}

func TestMetadata(t *testing.T) {
	t.Parallel()
	at := func(s string) time.Time {
		parsed, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return parsed
	}
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>x` }
	tests := map[string]struct {
		in   string
		want Article
	}{
		"OpenGraph": {
			`<html lang=en-us><meta property="og:title" content=" Bridges &amp;  roads "><meta property="og:site_name" content="Example News">
			<meta property="og:url" content="https://news.example/og"><link rel="shortlink canonical" href="https://news.example/a/1">
			<meta property="article:published_time" content="2026-03-04T01:02:03+09:00"><meta name="author" content="Jane Roe"><title>Bridges | News</title>x`,
			Article{Title: "Bridges & roads", URL: "https://news.example/a/1", Publisher: "Example News", Author: "Jane Roe", Language: "en-US", Published: at("2026-03-03T16:02:03Z")},
		},
		"JSON-LD": {
			ld(`{"@graph":[{"@type":"Organization","name":"Not this"},{"@type":["NewsArticle"],"headline":"Head","inLanguage":"pt_br",
			"mainEntityOfPage":{"@id":"http://n.example/x"},"datePublished":"2026-03-04","publisher":{"name":"The Pub"},"author":[{"name":"A"},{"name":"B"},"https://x.example/me"]}]}`),
			Article{Title: "Head", URL: "http://n.example/x", Publisher: "The Pub", Author: "A, B", Language: "pt-BR", Published: at("2026-03-04T00:00:00Z")},
		},
		"JSON-LD of a page's main entity": {
			ld(`[{"@type":"WebPage","mainEntity":{"@type":"BlogPosting","name":"Head","author":"Me","url":["","https://b.example/"]}}]`),
			Article{Title: "Head", Author: "Me", URL: "https://b.example/"},
		},
		"broken JSON-LD, then whole": {
			`<script type="application/ld+json">{"@type":"Article",</script>` + ld(`{"@type":"Article","headline":"H"}`), Article{Title: "H"},
		},
		"JSON-LD of something else": {ld(`{"@type":"Organization","name":"N","author":1}`), Article{}},
		"elements": {
			`<title>T - Site</title><svg><title>icon</title></svg><article><h1>The <br>head</h1><time datetime="2026-01-02 03:04">x</time></article>`,
			Article{Title: "The head", Published: at("2026-01-02T03:04:00Z")},
		},
		"microdata":         {`<title>T</title><span itemprop=datePublished content=2026-05-06></span>x`, Article{Title: "T", Published: at("2026-05-06T00:00:00Z")}},
		"several headings":  {`<title>T</title><h1>a</h1><h1>b</h1>`, Article{Title: "T"}},
		"unusable values":   {`<html lang="???"><meta name=author content="https://x.example/me"><meta name=date content="yesterday"><link rel=canonical href="/a"><meta property=og:url content="javascript:alert(1)">x`, Article{}},
		"locale":            {`<meta property=og:locale content=de_AT>x`, Article{Language: "de-AT"}},
		"invisible in meta": {"<title>Be\u200bst\u202e</title>x", Article{Title: "Best"}},
		"overlong":          {"<title>" + strings.Repeat("é", 600) + "</title>x", Article{Title: strings.Repeat("é", 500)}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got, err := FromHTML([]byte(tt.in), "")
			if err != nil {
				t.Fatal(err)
			}
			got.Text = ""
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// Pages that repeat what parsers find hard must fail or end, within the size that is let in.
func TestHostilePages(t *testing.T) {
	t.Parallel()
	for _, unit := range []string{"<div>", "<a>x", "<b><p>", "<a><table>", "<table><a>x</a>", "<b a=1><b a=2></b></p>", "<pre>a\n", "&amp;"} {
		t.Run(unit, func(t *testing.T) {
			t.Parallel()
			start := time.Now()
			if got, err := FromHTML([]byte(strings.Repeat(unit, MaxUpload/8/len(unit))), ""); err == nil && len(got.Text) > MaxText {
				t.Errorf("%d bytes of text", len(got.Text))
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v for an eighth of the largest upload", took)
			}
		})
	}
}
