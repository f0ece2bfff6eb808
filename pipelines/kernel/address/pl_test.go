package address

import (
	"strings"
	"testing"
)

// show writes the filled fields in a fixed order, so that a case fits on one line.
func show(a Address) string {
	var b strings.Builder
	for _, f := range []struct{ name, v string }{
		{"to", a.Recipient}, {"pre", a.Predir}, {"type", a.StreetType}, {"street", a.Street}, {"suf", a.StreetSuffix}, {"post", a.Postdir},
		{"nr", a.HouseNumber}, {"kl", a.Staircase}, {"lev", a.Level}, {"ut", a.UnitType}, {"unit", a.Unit}, {"box", a.POBox}, {"route", a.Route},
		{"urb", a.Urbanization}, {"dep", a.DependentLocality}, {"pc", a.Postcode}, {"city", a.City}, {"reg", a.Region}, {"un", a.Unparsed},
	} {
		if f.v != "" {
			b.WriteString(f.name + "=" + f.v + ";")
		}
	}
	return strings.TrimSuffix(b.String(), ";")
}

func TestPoland(t *testing.T) {
	p := New(Options{})
	for _, c := range []struct{ in, want string }{
		{"ul. Wiązowa 12/7, 62-200 Gniezno", "type=ul.;street=Wiązowa;nr=12;unit=7;pc=62-200;city=Gniezno"},
		{"UL.WIĄZOWA 12 M 7\n62-200 GNIEZNO", "type=ul.;street=Wiązowa;nr=12;ut=m.;unit=7;pc=62-200;city=Gniezno"},
		{"Wiazowa 12 / 7 62200 Gniezno", "street=Wiazowa;nr=12;unit=7;pc=62-200;city=Gniezno"},
		{"al. Wierzbowa 14/16 lok 31,Opole 45-O10", "type=al.;street=Wierzbowa;nr=14/16;ut=lok.;unit=31;pc=45-010;city=Opole"},
		{"Wiązowa 12 m5, 62-200 Gniezno", "street=Wiązowa;nr=12;ut=m.;unit=5;pc=62-200;city=Gniezno"},
		{"ul. 7 Lutego 15 A, 62-200 Gniezno", "type=ul.;street=7 Lutego;nr=15A;pc=62-200;city=Gniezno"},
		{"ul. 17 Stycznia 1920 r. 4, 87-100 Toruń", "type=ul.;street=17 Stycznia 1920 r.;nr=4;pc=87-100;city=Toruń"},
		{"os. 600-lecia 3/4, 62-200 Gniezno", "type=os.;street=600-lecia;nr=3;unit=4;pc=62-200;city=Gniezno"},
		{"Rynek 3, 62-200 Gniezno", "type=rynek;street=Rynek;nr=3;pc=62-200;city=Gniezno"},
		{"ul. Dębowa 8 1/2, 62-200 Gniezno", "type=ul.;street=Dębowa;nr=8 1/2;pc=62-200;city=Gniezno"},
		{"skr. poczt. nr 14, 62-200 Gniezno 1", "box=14;pc=62-200;city=Gniezno"},
		{"ul. Dębowa 4 kl. B II piętro m. 9, 62-200 Gniezno", "type=ul.;street=Dębowa;nr=4;kl=B;lev=II;ut=m.;unit=9;pc=62-200;city=Gniezno"},
		{"Sz. P. Maria Dąb\nul. Dębowa 4\n00-950 W-wa\nPolska", "to=Sz. P. Maria Dąb;type=ul.;street=Dębowa;nr=4;pc=00-950;city=Warszawa"},
		{"Mnichowo 12, 62-200 Mnichowo", "nr=12;pc=62-200;city=Mnichowo"},
		{"Mnichowo nr 12, 62-200 Gniezno, gm. Gniezno, woj. wielkopolskie", "nr=12;dep=Mnichowo;pc=62-200;city=Gniezno;reg=wielkopolskie"},
		{"12, 62-200 Mnichowo", "nr=12;pc=62-200;city=Mnichowo"},
		{"62-200 Gniezno ul. Dębowa 4", "type=ul.;street=Dębowa;nr=4;pc=62-200;city=Gniezno"},
		{"Gniezno, ul. Dębowa 4, 62-200", "type=ul.;street=Dębowa;nr=4;pc=62-200;city=Gniezno"},
		{"ulca Dębowa 4, 62-200 Gniezno", "type=ul.;street=Dębowa;nr=4;pc=62-200;city=Gniezno"},
		{"ul. Dębowa b.n., 62-200 Gniezno", "type=ul.;street=Dębowa;pc=62-200;city=Gniezno"},
		{"Domanin (Osada) 9, 63-600 Domanin (Osada)", "nr=9;pc=63-600;city=Domanin (Osada)"},
	} {
		if got := show(p.Parse(Input{Lines: strings.Split(c.in, "\n"), DefaultCountry: "PL"})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestKeyOfEqualHomes(t *testing.T) {
	p := New(Options{})
	for _, group := range [][]Input{
		{
			{Street: "Mnichowo 12", Postcode: "62-200", City: "Mnichowo"},
			{Street: "Mnichowo nr 12", Postcode: "62200", City: "Gniezno"},
			{Street: "12", Postcode: "62-200", City: "MNICHOWO"},
			{Lines: []string{"Mnichowo 12, 62-200 Gniezno"}},
			{Street: "Mnichowo", HouseNumber: "12", Postcode: "62-200", City: "Gniezno"},
		}, {
			{Street: "ul. gen. Józefa Hallera 4 m. 9", Postcode: "62-200", City: "Gniezno"},
			{Street: "Generała Józefa Hallera 4/9", Postcode: "62-200", City: "Gniezno"},
			{Street: "UL. GENERALA JOZEFA HALLERA", HouseNumber: "4", Unit: "9", Postcode: "62200", City: "GNIEZNO"},
		}, {
			{Street: "123 N. Larch Street, Apt 4", Postcode: "07102", City: "Newark", Country: "US"},
			{Street: "123 NORTH LARCH ST #4", Postcode: "7102-1234", City: "NEWARK", Country: "US"},
			{Lines: []string{"123 North Larch St. Apt. 4 Newark, NJ 07102"}, Country: "USA"},
		}, {
			{Street: "Rural Route 3, Box 12", Postcode: "75712", City: "Tyler", Country: "US"},
			{Lines: []string{"R.R. 3 Box 12", "TYLER TX 75712"}, Country: "US"},
		}, {
			{Street: "Lange Str. 5 a", Postcode: "10115", City: "Berlin", Country: "DE"},
			{Street: "LANGE STRASSE 5A", Postcode: "10115", City: "BERLIN", Country: "DE"},
		}, {
			{Street: "Flat 3, 12 Larch Road", Postcode: "tn206qz", City: "Mayfield", Country: "GB"},
			{Street: "12 Larch Rd, Flat 3", Postcode: "TN20 6QZ", City: "Mayfield", Country: "GB"},
		},
	} {
		for _, in := range group {
			if in.Country == "" {
				in.DefaultCountry = "PL"
			}
			first := group[0]
			if first.Country == "" {
				first.DefaultCountry = "PL"
			}
			if a, b := p.Parse(first), p.Parse(in); a.Key() != b.Key() || a.Key() == "" || !b.Complete() {
				t.Errorf("%+v: key %q, want %q; complete %v", in, b.Key(), a.Key(), b.Complete())
			}
		}
	}
}
