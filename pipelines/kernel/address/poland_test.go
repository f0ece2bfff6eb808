package address

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"kartoteka/pipelines/kernel/fold"
)

// polishCase is one row of testdata/poland: "text => fields", with \n and \t in the
// text; the fields are those of show, "cc" says that the text names the country, and
// the one word unparsed that the text is no address.
type polishCase struct{ group, raw, want string }

func polishCases(t *testing.T) []polishCase {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "poland", "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata/poland", err)
	}
	var cases []polishCase
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			raw, want, ok := strings.Cut(line, " => ")
			if !ok {
				t.Fatalf("%s: %q has no =>", f, line)
			}
			raw = strings.NewReplacer(`\n`, "\n", `\r`, "\r", `\t`, "\t").Replace(raw)
			cases = append(cases, polishCase{strings.TrimSuffix(filepath.Base(f), ".txt"), raw, want})
		}
	}
	return cases
}

// outcome is show with the country and the state of what is no address.
func outcome(a Address) string {
	if a.Status == Unparsed || a.Status == Placeholder || a.Status == Missing {
		b := a
		b.Unparsed = ""
		if left := show(b); left != "" {
			return "unparsed, but " + left
		}
		return "unparsed"
	}
	s := show(a)
	for _, c := range a.Codes {
		if c == (Code{"country", "from_text"}) {
			s += ";cc"
		}
	}
	return s
}

func TestPolishCases(t *testing.T) {
	p := New(Options{})
	for _, c := range polishCases(t) {
		if got := outcome(p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "PL"})); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.group, c.raw, got, c.want)
		}
	}
}

// disguises are ways to write the same text that change no field.
func disguises() map[string]func(string) string {
	return map[string]func(string) string{
		"upper case": strings.ToUpper,
		"lower case": strings.ToLower,
		"no diacritics": func(s string) string {
			return strings.Map(func(r rune) rune {
				if f := fold.ASCII(string(r)); len(f) == 1 && r > unicode.MaxASCII && unicode.IsLetter(r) {
					if unicode.IsUpper(r) {
						f = strings.ToUpper(f)
					}
					return rune(f[0])
				}
				return r
			}, s)
		},
		"lines":         func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, ", ", "\n"), ",", "\n") },
		"double blanks": func(s string) string { return strings.ReplaceAll(s, " ", "  ") },
		"tabs":          func(s string) string { return strings.ReplaceAll(s, " ", "\t") },
		"no commas":     func(s string) string { return strings.ReplaceAll(strings.ReplaceAll(s, ",", " "), ";", " ") },
		"semicolons":    func(s string) string { return strings.ReplaceAll(s, ",", ";") },
	}
}

// folded makes outcomes comparable whatever the case and the diacritics. In text
// without separators nothing tells the country word from the town, so it is not asked.
func folded(a Address) string { return strings.ReplaceAll(fold.ASCII(outcome(a)), `"`, "") }

// TestPolishDisguises asks that each disguise of the cases loses less than one in a
// hundred.
func TestPolishDisguises(t *testing.T) {
	p := New(Options{})
	for name, disguise := range disguises() {
		n, lost := 0, 0
		for _, c := range polishCases(t) {
			if name == "no commas" && strings.Contains(c.raw, "\n") {
				continue
			}
			n++
			want := folded(p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "PL"}))
			d := disguise(c.raw)
			if got := folded(p.Parse(Input{Lines: strings.Split(d, "\n"), DefaultCountry: "PL"})); got != want {
				lost++
				t.Logf("%s: %q\n got %s\nwant %s", name, d, got, want)
			}
		}
		t.Logf("%s: %d of %d lost", name, lost, n)
		if lost*100 >= n {
			t.Errorf("%s: %d of %d lost", name, lost, n)
		}
	}
}
