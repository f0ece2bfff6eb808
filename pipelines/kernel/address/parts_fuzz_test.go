package address

import (
	"strings"
	"testing"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/fold"
)

// FuzzParts: parts are stretches of the text in order, and no word is lost: each is in
// a part, in Unparsed, or its disappearance has a code.
func FuzzParts(f *testing.F) {
	for _, s := range []string{
		"ul. Wiązowa 12/7, 62-200 Gniezno", "Flat 3, 12 Larch Rd, Mayfield TN20 6QZ", "Lange Str. 5 a, D-10115 Berlin", "12 rue de la Paix, 75002 Paris, France",
		"(a) (b", "# #", "5 - 7 - ", "1 \x00", "\xff\x00", "улица Ленина 5, Москва", "東京都 新宿区 西新宿 2-8-1", "Box 7 Ada MN", "Postfach 12, D-10115 Berlin",
	} {
		for _, c := range []string{"PL", "US", "DE", "GB", "JP", ""} {
			f.Add(s, c)
		}
	}
	p := New(Options{})
	f.Fuzz(func(t *testing.T, text, country string) {
		in := Input{Lines: strings.Split(text, "\n"), DefaultCountry: country}
		a, parts := p.ParseParts(in)
		if b := p.Parse(in); b.OneLine(LineOptions{}) != a.OneLine(LineOptions{}) || b.Confidence != a.Confidence {
			t.Errorf("Parse and ParseParts differ")
		}
		points, last := []rune(in.Text()), 0
		seen := fold.Key(a.Unparsed) + "|"
		for _, part := range parts {
			if part.Start < last || part.End > len(points) || part.Start >= part.End || string(points[part.Start:part.End]) != strings.ToValidUTF8(part.Text, "\uFFFD") && strings.ToValidUTF8(part.Text, "") == part.Text {
				t.Fatalf("part %+v of %q", part, text)
			}
			last = part.End
			seen += fold.Key(part.Text)
		}
		if len(a.Codes) > 0 || a.Status == Unparsed || a.Status == Placeholder || a.Status == Missing {
			return
		}
		for _, word := range fold.Tokens(strings.Map(printable, text)) {
			if !strings.Contains(seen, word) {
				t.Errorf("%q lost %q: %+v %v", text, word, a, parts)
			}
		}
	})
}

// printable leaves out what the words of an address leave out.
func printable(r rune) rune {
	if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t' && r != '\r' {
		return -1
	}
	return r
}
