package address

import (
	"strings"
	"testing"
)

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		"ul. Wiązowa 12/7, 62-200 Gniezno", "12, 62-200 Mnichowo", "skr. poczt. 5", "123 N LARCH ST APT 4, TYLER TX 75712",
		"RR 3 BOX 12\nTYLER TX", "PO Box", "Flat 3, 12 Larch Rd, Mayfield TN20 6QZ", "Lange Str. 5 a, D-10115 Berlin", "ul.", "nr 5 / ", "m m m 5",
		"(a) (b", "# #", "5 - 7 - ", "1/2", "62 200 G", "kl. B p. 3", "1 \x00", "Rynek", "US 5", "\xff\x00", "one one", "ul. ul. ul.", "-/-", "bl. 4",
	} {
		for _, c := range []string{"PL", "US", "DE", "GB", "FR", "CA", ""} {
			f.Add(s, s, c)
		}
	}
	p := New(Options{})
	f.Fuzz(func(t *testing.T, text, column, country string) {
		for _, in := range []Input{
			{Lines: strings.Split(text, "\n"), DefaultCountry: country},
			{Street: text, City: column, Postcode: column, Country: country},
			{Street: text, HouseNumber: column, Unit: column, City: text, Region: column, DefaultCountry: country},
		} {
			a := p.Parse(in)
			if a.Status == "" || a.Confidence < 0 || a.Confidence > 1 {
				t.Errorf("%+v: status %q, confidence %v", in, a.Status, a.Confidence)
			}
			if a.Complete() && (a.Status == Incomplete || a.Status == Unparsed) {
				t.Errorf("%+v: complete but %s", in, a.Status)
			}
			_, _, _ = a.OneLine(LineOptions{}), a.Line(LineOptions{FlatWord: true, DropUl: true}), a.Key()
		}
	})
}

// FuzzStandardForm builds addresses of plain parts: the standard form, parsed
// again, is the same and has the same key.
func FuzzStandardForm(f *testing.F) {
	streets := []string{"Wiązowa", "7 Lutego", "gen. Józefa Hallera", "600-lecia", "Zielony Rynek", "św. Anny", "Na Stoku", "Curie-Skłodowskiej"}
	american := []string{"Larch", "7th", "Old Mill", "Country Club", "Highway 61", "County Road 12", "Saint Anne", "Court Square"}
	suffixes := []string{"ST", "AVE", "BLVD", "LN", "WAY", "CIR"}
	types := []string{"ul.", "al.", "os.", "pl."}
	for i := range 40 {
		f.Add(byte(i), byte(i*7), uint16(i*31), uint16(i*17))
	}
	p := New(Options{})
	f.Fuzz(func(t *testing.T, x, y byte, number, unit uint16) {
		n := 1 + int(number)%999
		pl := Address{Country: "PL", StreetType: types[x%4], Street: streets[y%8], HouseNumber: itoa(n), Postcode: "62-200", City: "Gniezno"}
		us := Address{Country: "US", Street: american[y%8], HouseNumber: itoa(n), Postcode: "75712", City: "Tyler", Region: "TX"}
		if us.Street[len(us.Street)-1] > '9' {
			us.StreetSuffix = suffixes[x%6]
		}
		if x&16 != 0 {
			us.Predir = "N"
			pl.HouseNumber += "A"
		}
		if unit%3 > 0 {
			pl.Unit, us.Unit, us.UnitType = itoa(1+int(unit)%200), itoa(1+int(unit)%200), "APT"
		}
		for _, a := range []Address{pl, us} {
			line := a.OneLine(LineOptions{})
			b := p.Parse(Input{Lines: []string{line}, Country: a.Country})
			if got := b.OneLine(LineOptions{}); got != line || b.Key() != a.Key() || b.Unparsed != "" {
				t.Errorf("%q became %q (key %q, want %q)", line, got, b.Key(), a.Key())
			}
			if o := (LineOptions{FlatWord: true}); a.Country == "PL" && p.Parse(Input{Lines: []string{a.OneLine(o)}, Country: "PL"}).Key() != a.Key() {
				t.Errorf("%q lost its key", a.OneLine(o))
			}
		}
	})
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}
