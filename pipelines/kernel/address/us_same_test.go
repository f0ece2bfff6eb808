package address

import (
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/fold"
)

// TestUSIdempotent reads every standard form again: the fields, the line and the key
// stay the same.
func TestUSIdempotent(t *testing.T) {
	p := New(Options{})
	for _, c := range readUSCases(t) {
		a := p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "US"})
		if c.fields == nil || a.Rule == "us:crossing" {
			continue
		}
		form := a.OneLine(LineOptions{})
		b := p.Parse(Input{Lines: []string{form}, Country: "US"})
		if again := b.OneLine(LineOptions{}); again != form || b.Key() != a.Key() || b.Unparsed != "" || b.Recipient != "" {
			t.Errorf("%q became %q: %s\nkeys %q, %q", form, again, showUS(b), a.Key(), b.Key())
		}
		if got := p.Parse(Input{Street: a.Line(LineOptions{}), City: a.City, Region: a.Region, Postcode: a.Postcode, Country: "US"}); got.Line(LineOptions{}) != a.Line(LineOptions{}) || got.Key() != a.Key() {
			t.Errorf("columns: %q became %q: %s\nkeys %q, %q", a.Line(LineOptions{}), got.Line(LineOptions{}), showUS(got), a.Key(), got.Key())
		}
	}
}

// TestUSVariants writes the same home in many ways; the key is the same.
func TestUSVariants(t *testing.T) {
	p := New(Options{})
	homes := [][]string{
		{"123 North Main Street, Apartment 4, Tyler, TX 75702", "123 N Main St Apt 4, Tyler TX 75702", "123 N. MAIN ST. #4, TYLER, TEXAS 75702-1234", "123 n main st 4\ntyler tx 75702",
			"Apt 4, 123 N Main St, Tyler TX 75702", "123 N Main St, Unit 4, Tyler TX 75702", "123 No. Main Str., Apt. No. 4, Tyler, Tex. 75702", "  123  N  Main  St  ,  Apt  4 ,  Tyler ,  TX  75702  "},
		{"45 Oak Ave SW, Lowell, MA 01852", "45 Oak Avenue Southwest, Lowell MA 1852", "45 OAK AVE S.W. LOWELL MA 01852", "45 Oak Ave. S W, Lowell, Mass. 01852-0042", "45 oak av sw lowell massachusetts 01852"},
		{"P.O. Box 17, Bend, OR 97701", "PO BOX 17 BEND OR 97701", "Post Office Box 17, Bend, Oregon 97701", "P O Box 00017, Bend OR 97701-0017", "POB 17\nBend OR 97701", "Lockbox 17, Bend OR 97701"},
		{"RR 3 Box 44, Benton AR 72015", "R.R. #3, Box 44, Benton, AR 72015", "Rural Route 3 Box 44, Benton AR 72015", "RFD 3 Box 44 Benton AR 72015", "RR03 BOX 44, BENTON AR 72015"},
		{"HC 2 Box 9, Salem MO 65560", "HCR 2 BOX 9 SALEM MO 65560", "Star Route 2 Box 9, Salem MO 65560", "H.C. 2, Box 9, Salem, Missouri 65560"},
		{"900 County Road 33, Ada OK 74820", "900 Co Rd 33, Ada OK 74820", "900 CR 33 ADA OK 74820", "900 Cnty. Rd. 33, Ada, Oklahoma 74820"},
		{"12 US Highway 50, Salem IL 62881", "12 US Hwy 50, Salem IL 62881", "12 U.S. Highway 50, Salem IL 62881", "12 US 50, Salem IL 62881", "12 United States Highway 50, Salem, Ill. 62881"},
		{"77 5th St Fl 3, Troy NY 12180", "77 Fifth Street, 3rd Floor, Troy, NY 12180", "77 5th St Floor 3, Troy NY 12180", "77 5TH ST THIRD FLOOR TROY NY 12180"},
		{"310 Saint Mary St, Fort Wayne IN 46802", "310 St. Mary Street, Ft. Wayne, Indiana 46802", "310 ST MARY ST FT WAYNE IN 46802"},
		{"1 Mill Rd, Mount Vernon OH 43050", "One Mill Road, Mt. Vernon, OH 43050", "1 MILL RD MT VERNON OHIO 43050"},
	}
	for _, forms := range homes {
		want := p.Parse(Input{Lines: strings.Split(forms[0], "\n"), DefaultCountry: "US"}).Key()
		for _, f := range forms {
			for _, s := range []string{f, strings.ToUpper(f), strings.ToLower(f), strings.ReplaceAll(f, " ", "  "), strings.ReplaceAll(f, ", ", "\n")} {
				if a := p.Parse(Input{Lines: strings.Split(s, "\n"), DefaultCountry: "US"}); a.Key() != want {
					t.Errorf("%q: key %q, want %q: %s", s, a.Key(), want, showUS(a))
				}
			}
		}
	}
}

// TestUSDisguises reads the cases in capitals, in small letters, with doubled blanks
// and with line breaks for commas: the fields stay the same.
func TestUSDisguises(t *testing.T) {
	p := New(Options{})
	cases := readUSCases(t)
	for _, d := range []struct {
		name string
		of   func(string) string
	}{
		{"upper", strings.ToUpper}, {"lower", strings.ToLower},
		{"spaces", func(s string) string { return strings.ReplaceAll(s, " ", "  ") }},
		{"lines", func(s string) string { return strings.ReplaceAll(s, ", ", "\n") }},
		{"no points", func(s string) string { return strings.ReplaceAll(s, ". ", " ") }},
	} {
		wrong := 0
		for _, c := range cases {
			a := p.Parse(Input{Lines: strings.Split(d.of(c.raw), "\n"), DefaultCountry: "US"})
			if !sameFields(caseFields(a), c.fields) {
				wrong++
				t.Logf("%s: %q: %s", d.name, d.of(c.raw), showUS(a))
			}
		}
		if t.Logf("%s: %d of %d wrong", d.name, wrong, len(cases)); wrong*100 > len(cases) {
			t.Errorf("%s: %d of %d wrong, more than one in a hundred", d.name, wrong, len(cases))
		}
	}
}

// TestUSKeepsEveryWord looks for every word of the text in the fields, in Unparsed,
// or for a code that says what was dropped.
func TestUSKeepsEveryWord(t *testing.T) {
	p := New(Options{})
	texts := []string{}
	for _, c := range readUSCases(t) {
		texts = append(texts, c.raw, strings.ReplaceAll(c.raw, ",", " qqq,"), "Zed "+c.raw, c.raw+" zz9")
	}
	for _, s := range texts {
		in := Input{Lines: strings.Split(s, "\n"), DefaultCountry: "US"}
		a := p.Parse(in)
		w := work{p: p, in: &in}
		w.parse()
		dropped := false
		for _, c := range a.Codes {
			dropped = dropped || c.Code == "dropped" || c.Code == "repeated" || c.Code == "placeholder"
		}
		held := fold.Key(showUS(a))
		for _, tok := range w.toks {
			if k := fold.Key(tok.text); tok.label == 0 && !dropped && k != "" && !strings.Contains(held, k) {
				t.Errorf("%q: the word %q is nowhere: %s", s, tok.text, showUS(a))
			}
		}
	}
}
