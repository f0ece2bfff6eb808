package address

import (
	_ "embed"
	"strings"
	"testing"
)

//go:embed testdata/us_cases.txt
var usCases string

// usCase is one address written for the tests, with its truth.
type usCase struct {
	group, raw string
	fields     map[string]string // nil: refused
	line       string            // "": two forms are defensible
}

func readUSCases(t *testing.T) []usCase {
	var all []usCase
	group := ""
	for line := range strings.Lines(usCases) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "## ") {
			group = line[3:]
			continue
		}
		if strings.HasPrefix(line, "#") || line == "" {
			continue
		}
		part := strings.Split(line, " |")
		if len(part) != 3 {
			t.Fatalf("testdata/us_cases.txt: %q has %d parts", line, len(part))
		}
		c := usCase{group: group, raw: strings.NewReplacer(`\n`, "\n", `\t`, "\t").Replace(part[0]), line: strings.TrimSpace(part[2])}
		if f := strings.TrimSpace(part[1]); f != "-" {
			c.fields = map[string]string{}
			for _, kv := range strings.Split(f, ";") {
				k, v, _ := strings.Cut(kv, "=")
				c.fields[k] = v
			}
		}
		all = append(all, c)
	}
	return all
}

// caseFields gives a under the names of the test cases.
func caseFields(a Address) map[string]string {
	m := map[string]string{}
	if a.Status == Unparsed || a.Status == Placeholder || a.Status == Missing {
		return nil
	}
	for k, v := range map[string]string{"to": a.Recipient, "nr": a.HouseNumber, "pre": a.Predir, "street": a.Street, "suf": a.StreetSuffix, "post": a.Postdir,
		"ut": a.UnitType, "unit": a.Unit, "box": a.POBox, "route": a.Route, "urb": a.Urbanization, "loc": a.DependentLocality, "city": a.City, "reg": a.Region, "pc": a.Postcode, "?": a.Unparsed} {
		if v != "" {
			m[k] = v
		}
	}
	for _, c := range a.Codes {
		if c == (Code{"country", "from_text"}) {
			m["us"] = a.Country
		}
	}
	return m
}

func sameFields(got, want map[string]string) bool {
	if (got == nil) != (want == nil) {
		return false
	}
	for k, v := range got {
		if plain(v) != plain(want[k]) {
			return false
		}
	}
	for k := range want {
		if got[k] == "" {
			return false
		}
	}
	return true
}

func TestUSCases(t *testing.T) {
	p := New(Options{GrammarOnly: true})
	for _, c := range readUSCases(t) {
		a := p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "US"})
		if !sameFields(caseFields(a), c.fields) {
			t.Errorf("%s: %q\n got %s\nwant %v", c.group, c.raw, showUS(a), c.fields)
			continue
		}
		if got := a.Line(LineOptions{}); c.line != "" && got != c.line {
			t.Errorf("%s: %q\n got line %q\nwant      %q", c.group, c.raw, got, c.line)
		}
	}
}

// TestUSCasesTagged reads the same cases with the tagger beside the grammar: it may
// cost no more than one case in fifty.
func TestUSCasesTagged(t *testing.T) {
	p := New(Options{})
	cases, wrong := readUSCases(t), 0
	for _, c := range cases {
		if a := p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "US"}); !sameFields(caseFields(a), c.fields) {
			wrong++
			t.Logf("%s: %q: %s", c.group, c.raw, showUS(a))
		}
	}
	if wrong*50 > len(cases) {
		t.Errorf("%d of %d wrong", wrong, len(cases))
	}
}
