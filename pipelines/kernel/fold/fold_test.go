package fold

import (
	"reflect"
	"testing"
)

func TestASCII(t *testing.T) {
	for in, want := range map[string]string{
		"":                            "",
		"   ":                         "",
		" Zażółć  GĘŚLĄ\tjaźń ":       "zazolc gesla jazn",
		"Łódź":                        "lodz",
		"\u0141o\u0301dz\u0301":       "lodz",
		"Straße Ærø Đorđe Þór":        "strasse aero dorde thor",
		"Müller–Lüdenscheidt “Ü”":     "muller-ludenscheidt \"u\"",
		"O’Brien\u00a0 &\u200b Co.":   "o'brien & co.",
		"Москва":                      "moskva",
		"Ĳssel":                       "ijssel",
		"a\x00b":                      "ab",
		"ul. Lipowa 12/7":             "ul. lipowa 12/7",
		"\ufeffNr klienta":            "nr klienta",
		"Škoda ğüş ő ţ ș":             "skoda gus o t s",
		"broken \xff byte":            "broken byte",
		"line\r\nbreak\u2028and more": "line break and more",
	} {
		if got := ASCII(in); got != want {
			t.Errorf("ASCII(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestOthers(t *testing.T) {
	if got := Lower("ŻÓŁĆ A"); got != "żółć a" {
		t.Errorf("Lower: %q", got)
	}
	if got := Lower("E\u0301"); got != "\u00e9" {
		t.Errorf("Lower does not compose: %q", got)
	}
	if got := Space("  Ala\u00a0\n ma  Kota "); got != "Ala ma Kota" {
		t.Errorf("Space: %q", got)
	}
	if got := Key("gen. J. Hallera 12-a/Ż"); got != "genjhallera12az" {
		t.Errorf("Key: %q", got)
	}
	want := []string{"obrien", "co", "12a", "7"}
	if got := Tokens("O'Brien & Co. 12a/7"); !reflect.DeepEqual(got, want) {
		t.Errorf("Tokens: %q", got)
	}
	if got := Tokens(" .,- "); len(got) != 0 {
		t.Errorf("Tokens of punctuation: %q", got)
	}
}

func FuzzFold(f *testing.F) {
	for _, s := range []string{"", "Zażółć", "a  b", "\u00a0", "E\u0301", "\xff\xfe", "ǅ №5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		a := ASCII(s)
		if ASCII(a) != a {
			t.Errorf("ASCII is not idempotent on %q: %q, %q", s, a, ASCII(a))
		}
		if Key(a) != Key(s) || Space(a) != a {
			t.Errorf("Key or Space differ after ASCII on %q", s)
		}
		for i := 0; i < len(a); i++ {
			if a[i] < ' ' || a[i] > '~' {
				t.Errorf("ASCII(%q) holds byte %x", s, a[i])
			}
		}
	})
}

func BenchmarkASCII(b *testing.B) {
	for b.Loop() {
		ASCII("ul. Księdza Józefa Poniatowskiego 12/7")
	}
}
