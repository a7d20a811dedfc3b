package textspan_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/rivo/uniseg"
	"pgregory.net/rapid"

	"factdesk/internal/textspan"
)

func TestSlice(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		name, text string
		span       textspan.Span
		want       string
		ok         bool
	}{
		{"ascii", "hello", textspan.Span{Start: 1, End: 3}, "el", true},
		{"outside the basic plane counts as one", "a💖b", textspan.Span{Start: 1, End: 2}, "💖", true},
		{"after it", "a💖b", textspan.Span{Start: 2, End: 3}, "b", true},
		{"whole", "Ž’", textspan.Span{Start: 0, End: 2}, "Ž’", true},
		{"empty", "abc", textspan.Span{Start: 3, End: 3}, "", true},
		{"past the end", "abc", textspan.Span{Start: 2, End: 4}, "", false},
		{"negative", "abc", textspan.Span{Start: -1, End: 1}, "", false},
		{"inverted", "abc", textspan.Span{Start: 2, End: 1}, "", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			got, ok := textspan.Slice(tt.text, tt.span)
			if got != tt.want || ok != tt.ok {
				t.Errorf("Slice = %q, %v; want %q, %v", got, ok, tt.want, tt.ok)
			}
			if got, ok := textspan.NewIndex(tt.text).Slice(tt.span); got != tt.want || ok != tt.ok {
				t.Errorf("Index.Slice = %q, %v; want %q, %v", got, ok, tt.want, tt.ok)
			}
		})
	}
}

func TestSpanJSON(t *testing.T) {
	t.Parallel()
	data, err := json.Marshal(textspan.Span{Start: 3, End: 9})
	if err != nil || string(data) != "[3,9]" {
		t.Fatalf("Marshal = %s, %v", data, err)
	}
	var s textspan.Span
	if err := json.Unmarshal(data, &s); err != nil || s != (textspan.Span{Start: 3, End: 9}) {
		t.Errorf("Unmarshal = %v, %v", s, err)
	}
	if data, err := json.Marshal(textspan.Span{}); err != nil || string(data) != "[]" {
		t.Errorf("Marshal of the empty span = %s, %v", data, err)
	}
	if err := json.Unmarshal([]byte("[]"), &s); err != nil || !s.Empty() {
		t.Errorf("Unmarshal of [] = %v, %v", s, err)
	}
	for _, bad := range []string{`null`, `[1]`, `[1,2,3]`, `"1"`, `{}`} {
		if err := json.Unmarshal([]byte(bad), &s); err == nil {
			t.Errorf("Unmarshal(%s) gave no error", bad)
		}
	}
}

func TestSpanRelations(t *testing.T) {
	t.Parallel()
	s := textspan.Span{Start: 2, End: 5}
	if s.Len() != 3 || s.Empty() || !s.Valid(5) || s.Valid(4) {
		t.Errorf("Len, Empty or Valid of %v is wrong", s)
	}
	if s.Overlaps(textspan.Span{Start: 5, End: 6}) || !s.Overlaps(textspan.Span{Start: 4, End: 6}) {
		t.Error("Overlaps: neighbours share nothing, 4-6 shares 4")
	}
	if !s.Contains(s) || s.Contains(textspan.Span{Start: 2, End: 6}) {
		t.Error("Contains is wrong")
	}
}

func TestTrimAndSnap(t *testing.T) {
	t.Parallel()
	const text = "  Japan’s fleet\u00a0sailed: 👩‍👩‍👧 3.5 percent. "
	for _, tt := range []struct{ name, part, trim, snap string }{
		{"white space", "  Japan’s ", "Japan’s", "Japan’s"},
		{"inside words", "an’s fle", "an’s fle", "Japan’s fleet"},
		{"no-break space", "fleet\u00a0", "fleet", "fleet"},
		{"inside a family", "\u200d👩", "\u200d👩", "👩‍👩‍👧"},
		{"inside a number", ".5 perc", ".5 perc", "3.5 percent"},
		{"whole words", "sailed", "sailed", "sailed"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			span := textspan.Locate(strings.ReplaceAll(text, "\u00a0", "_"), strings.ReplaceAll(tt.part, "\u00a0", "_"), "", "")[0].Span
			if strings.HasPrefix(tt.part, " ") {
				span = textspan.Span{Start: 0, End: 10}
			}
			if got, _ := textspan.Slice(text, textspan.Trim(text, span)); got != tt.trim {
				t.Errorf("Trim = %q, want %q", got, tt.trim)
			}
			if got, _ := textspan.Slice(text, textspan.SnapToWords(text, span)); got != tt.snap {
				t.Errorf("SnapToWords = %q, want %q", got, tt.snap)
			}
		})
	}
	outside := textspan.Span{Start: 4, End: 99}
	if textspan.Trim("abc", outside) != outside || textspan.SnapToWords("abc", outside) != outside {
		t.Error("a span outside the text must come back as it is")
	}
	if got := textspan.Trim("a   b", textspan.Span{Start: 1, End: 4}); !got.Empty() {
		t.Errorf("Trim of white space = %v, want it empty", got)
	}
}

func TestSelect(t *testing.T) {
	t.Parallel()
	text := "0123456789012345678901234567890123456789 he claimed that NATO 0123456789012345678901234567890123456789"
	got, err := textspan.Select(text, textspan.Span{Start: 57, End: 61})
	if err != nil {
		t.Fatal(err)
	}
	want := textspan.Selector{Exact: "NATO", Prefix: "567890123456789 he claimed that ", Suffix: " 0123456789012345678901234567890"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if _, err := textspan.Select("abc", textspan.Span{Start: 1, End: 1}); err == nil {
		t.Error("an empty span gave no error")
	}
	if _, err := textspan.Select("abc", textspan.Span{Start: 1, End: 4}); err == nil {
		t.Error("a span past the end gave no error")
	}
}

func TestLocate(t *testing.T) {
	t.Parallel()
	const text = "It said “no”.\nIt said “no” again, and Japan’s\n  fleet sailed."
	for _, tt := range []struct {
		name, quote, prefix, suffix string
		want                        []textspan.Match
	}{
		{"every exact one", "said", "", "", []textspan.Match{{Span: textspan.Span{Start: 3, End: 7}}, {Span: textspan.Span{Start: 17, End: 21}}}},
		{"context picks", "said", "“no”.\nIt ", "", []textspan.Match{{Span: textspan.Span{Start: 17, End: 21}}}},
		{"suffix picks, tolerantly", "said", "", `"no" again`, []textspan.Match{{Span: textspan.Span{Start: 17, End: 21}}}},
		{"context that fits nowhere is ignored", "said", "zzz", "", []textspan.Match{{Span: textspan.Span{Start: 3, End: 7}}, {Span: textspan.Span{Start: 17, End: 21}}}},
		{"straight quotes and spaces", " Japan's fleet\n", "", "", []textspan.Match{{Span: textspan.Span{Start: 38, End: 53}, Tolerant: true}}},
		{"exact wins over tolerant", "“no”", "", "", []textspan.Match{{Span: textspan.Span{Start: 8, End: 12}}, {Span: textspan.Span{Start: 22, End: 26}}}},
		{"absent", "Russia", "", "", nil},
		{"empty", "  ", "", "", nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, textspan.Locate(text, tt.quote, tt.prefix, tt.suffix)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestFlatten(t *testing.T) {
	t.Parallel()
	mark := func(id int64, start, end int) textspan.Mark {
		return textspan.Mark{ID: id, Span: textspan.Span{Start: start, End: end}}
	}
	piece := func(start, end int, ids ...int64) textspan.Piece {
		return textspan.Piece{Span: textspan.Span{Start: start, End: end}, IDs: ids}
	}
	for _, tt := range []struct {
		name   string
		length int
		marks  []textspan.Mark
		want   []textspan.Piece
	}{
		{"nothing", 0, nil, nil},
		{"no marks", 5, nil, []textspan.Piece{piece(0, 5)}},
		{"three levels", 10, []textspan.Mark{mark(3, 2, 8), mark(1, 4, 6), mark(2, 5, 9)},
			[]textspan.Piece{piece(0, 2), piece(2, 4, 3), piece(4, 5, 1, 3), piece(5, 6, 1, 2, 3), piece(6, 8, 2, 3), piece(8, 9, 2), piece(9, 10)}},
		{"one mark in touching pieces", 6, []textspan.Mark{mark(1, 0, 3), mark(1, 3, 6)}, []textspan.Piece{piece(0, 6, 1)}},
		{"one mark over itself", 6, []textspan.Mark{mark(1, 0, 4), mark(1, 2, 3)}, []textspan.Piece{piece(0, 4, 1), piece(4, 6)}},
		{"clipped and empty", 4, []textspan.Mark{mark(1, -3, 2), mark(2, 3, 99), mark(3, 2, 2), mark(4, 9, 12)},
			[]textspan.Piece{piece(0, 2, 1), piece(2, 3), piece(3, 4, 2)}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(tt.want, textspan.Flatten(tt.length, tt.marks)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestIndexAgreesWithCounting(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		if rapid.Bool().Draw(t, "broken") {
			text = string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		}
		ix := textspan.NewIndex(text)
		cp := 0
		for off := range text {
			if got := ix.CodePoint(off); got != cp {
				t.Fatalf("CodePoint(%d) = %d, want %d", off, got, cp)
			}
			if got := ix.Byte(cp); got != off {
				t.Fatalf("Byte(%d) = %d, want %d", cp, got, off)
			}
			cp++
		}
		if ix.Len() != cp || ix.Byte(cp) != len(text) || ix.CodePoint(len(text)) != cp {
			t.Fatalf("the end of %q is not %d code points", text, cp)
		}
	})
}

func TestFlattenCovers(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		length := rapid.IntRange(1, 60).Draw(t, "length")
		marks := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) textspan.Mark {
			return textspan.Mark{ID: rapid.Int64Range(1, 6).Draw(t, "id"),
				Span: textspan.Span{Start: rapid.IntRange(-3, 63).Draw(t, "start"), End: rapid.IntRange(-3, 63).Draw(t, "end")}}
		}), 0, 12).Draw(t, "marks")
		at := 0
		for _, p := range textspan.Flatten(length, marks) {
			if p.Span.Start != at || p.Span.Empty() {
				t.Fatalf("piece %v after %d", p, at)
			}
			at = p.Span.End
			for cp := p.Span.Start; cp < p.Span.End; cp++ {
				want := map[int64]bool{}
				for _, m := range marks {
					if m.Span.Start <= cp && cp < m.Span.End {
						want[m.ID] = true
					}
				}
				got := map[int64]bool{}
				for _, id := range p.IDs {
					got[id] = true
				}
				if diff := cmp.Diff(want, got); diff != "" || len(got) != len(p.IDs) {
					t.Fatalf("at %d: %s", cp, diff)
				}
			}
		}
		if at != length {
			t.Fatalf("pieces end at %d of %d", at, length)
		}
	})
}

// drawSpan is a non-empty span of a text of length code points.
func drawSpan(t *rapid.T, length int) textspan.Span {
	start := rapid.IntRange(0, length-1).Draw(t, "start")
	return textspan.Span{Start: start, End: rapid.IntRange(start+1, length).Draw(t, "end")}
}

func TestSelectIsFoundAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(1, 80, -1).Draw(t, "text")
		span := drawSpan(t, utf8.RuneCountInString(text))
		sel, err := textspan.Select(text, span)
		if err != nil {
			t.Fatal(err)
		}
		if want, _ := textspan.Slice(text, span); sel.Exact != want {
			t.Fatalf("exact %q, want %q", sel.Exact, want)
		}
		if !strings.Contains(text, sel.Prefix+sel.Exact+sel.Suffix) {
			t.Fatalf("%q is not in the text", sel)
		}
		if utf8.RuneCountInString(sel.Prefix) > 32 || utf8.RuneCountInString(sel.Suffix) > 32 {
			t.Fatalf("more than 32 code points of context in %q", sel)
		}
		if strings.TrimSpace(sel.Exact) != "" && len(textspan.Locate(text, sel.Exact, "", "")) == 0 {
			t.Fatalf("%q is not found again", sel.Exact)
		}
	})
}

func TestSnapNeverCutsAGrapheme(t *testing.T) {
	t.Parallel()
	alphabet := []rune("ab Z9.’'\n\r\u0301\u200d👩👧🇫🇷é-한ห์")
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.RuneFrom(alphabet), 1, 40, -1).Draw(t, "text")
		span := drawSpan(t, utf8.RuneCountInString(text))
		got := textspan.SnapToWords(text, span)
		if trimmed := textspan.Trim(text, span); !trimmed.Empty() && !got.Contains(trimmed) {
			t.Fatalf("%v lost part of %v", got, trimmed)
		}
		if textspan.Trim(text, span).Empty() {
			return
		}
		edges := map[int]bool{0: true}
		at := 0
		for words, state := text, -1; words != ""; {
			var word string
			word, words, state = uniseg.FirstWordInString(words, state)
			at += utf8.RuneCountInString(word)
			edges[at] = true
		}
		if !edges[got.Start] || !edges[got.End] {
			t.Fatalf("%v of %q is not on word boundaries", got, text)
		}
	})
}

func FuzzLocate(f *testing.F) {
	f.Add("It said “no”.", `said "no"`, "It ", ".")
	f.Add("a\u00a0 b\xff", "a b", "", "")
	f.Fuzz(func(t *testing.T, text, quote, prefix, suffix string) {
		end := 0
		length := textspan.NewIndex(text).Len()
		for _, m := range textspan.Locate(text, quote, prefix, suffix) {
			if !m.Span.Valid(length) || m.Span.Start < end {
				t.Fatalf("match %v after %d in %d code points", m, end, length)
			}
			end = m.Span.End
			words, _ := textspan.Slice(text, m.Span)
			if !m.Tolerant && words != strings.TrimSpace(quote) {
				t.Fatalf("exact match %q of %q", words, quote)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	text := strings.Repeat("Japan’s fleet sailed. ", 5000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		textspan.NewIndex(text)
	}
}
