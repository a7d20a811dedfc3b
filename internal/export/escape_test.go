package export

import "testing"

func TestGuardFormula(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"": "", "text": "text", "’t Hooft": "’t Hooft", "'t Hooft": "'t Hooft", "a=1": "a=1", "1-2": "1-2",
		"=1+1": "'=1+1", "+1": "'+1", "-1": "'-1", "@SUM(A1)": "'@SUM(A1)", "\t=1": "'\t=1", "\r=1": "'\r=1", "\n=1": "'\n=1",
		" =1": "' =1", "'=1": "''=1", "＝1": "'＝1",
	}
	for in, want := range tests {
		if got := guardFormula(in); got != want {
			t.Errorf("guardFormula(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestInline(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"plain, it’s fine (1).": "plain, it’s fine (1).",
		"a\n\n b\t\x00c":        "a b c",
		"# no heading":          `\# no heading`,
		"- no item - here":      `\- no item - here`,
		"12. no item 3. here":   `12\. no item 3. here`,
		"1) no item":            `1\) no item`,
		"=== --- +":             `\=== --- +`,
		"--- ":                  `\---`,
		"> no quote":            "&gt; no quote",
		"<b onload=x>&amp;":     "&lt;b onload=x&gt;&amp;amp;",
		"![x](javascript:y)":    `!\[x\](javascript:y)`,
		"`*_~|$\\":              "\\`\\*\\_\\~\\|\\$\\\\",
	}
	for in, want := range tests {
		if got := inline(in); got != want {
			t.Errorf("inline(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLink(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, address, want string }{
		{"A [b]", "https://x.example/a b?c=<d>&copy=1", `[A \[b\]](<https://x.example/a%20b?c=%3Cd%3E&amp;copy=1>)`},
		{"A", "javascript:alert(1)", "A, javascript:alert(1)"},
		{"isbn:1", "isbn:1", "isbn:1"},
		{"A", "", "A"},
	}
	for _, tt := range tests {
		if got := link(tt.text, tt.address); got != tt.want {
			t.Errorf("link(%q, %q) = %q, want %q", tt.text, tt.address, got, tt.want)
		}
	}
}

func TestWebURL(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"https://x.example/a?b=c#d":  "https://x.example/a?b=c#d",
		" http://x.example ":         "http://x.example",
		"HTTPS://x.example/é":        "https://x.example/%C3%A9",
		"https://x.example/?q=é\"<>": "https://x.example/?q=%C3%A9%22%3C%3E",
		"https://u:p@x.example/":     "",
		"//x.example/a":              "",
		"/a":                         "",
		"javascript://x.example/%0a": "",
		"data:text/html,x":           "",
		"https://":                   "",
		"https://x.example/\nb":      "",
		"":                           "",
	}
	for in, want := range tests {
		if got := webURL(in); got != want {
			t.Errorf("webURL(%q) = %q, want %q", in, got, want)
		}
	}
}
