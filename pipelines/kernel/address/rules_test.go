package address

import "testing"

func TestRules(t *testing.T) {
	rules := Rules{
		Abbreviations: []Abbreviation{{Word: "NH", Expansion: "Nowa Huta", Country: "PL"}, {Word: "bndr.", Expansion: "ul."}},
		Aliases: []Alias{
			{From: "ul. 22 Lipca", To: "Dębowa"},
			{From: "22 Lipca", To: "al. Lipowa", City: "Gniezno"},
			{From: "Old Mill Rd", To: "N Larch Ave", Country: "US"},
		},
		Garbage: []string{"patrz uwagi", "-?-"},
	}
	if err := rules.Check(); err != nil {
		t.Fatal(err)
	}
	p := New(Options{Rules: rules})
	for _, c := range []struct{ in, country, want string }{
		{"bndr. Dębowa 4, 31-001 NH", "PL", "type=ul.;street=Dębowa;nr=4;pc=31-001;city=Nowa Huta"},
		{"ul. 22 Lipca 3/4, 87-100 Toruń", "PL", "type=ul.;street=Dębowa;nr=3;unit=4;pc=87-100;city=Toruń"},
		{"ul. 22 Lipca 3/4, 62-200 Gniezno", "PL", "type=al.;street=Lipowa;nr=3;unit=4;pc=62-200;city=Gniezno"},
		{"123 Old Mill Road, Tyler, TX 75712", "US", "pre=N;street=Larch;suf=AVE;nr=123;pc=75712;city=Tyler;reg=TX"},
		{"patrz uwagi", "PL", ""},
	} {
		if got := show(p.Parse(Input{Lines: []string{c.in}, DefaultCountry: c.country})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
	if a := p.Parse(Input{Street: "bndr. Dębowa 4", Postcode: "31-001", City: "NH", DefaultCountry: "PL"}); a.City != "Nowa Huta" || a.Line(LineOptions{}) != "ul. Dębowa 4" {
		t.Errorf("columns: got %s, %s", a.Line(LineOptions{}), a.City)
	}
	for _, bad := range []Rules{
		{Abbreviations: []Abbreviation{{Word: "N. Huta", Expansion: "Nowa Huta"}}},
		{Abbreviations: []Abbreviation{{Word: "NH"}}},
		{Aliases: []Alias{{From: "22 Lipca"}}},
		{Aliases: []Alias{{From: "22 Lipca", To: "Dębowa", Country: "Atlantis"}}},
		{Garbage: []string{" "}},
	} {
		if bad.Check() == nil {
			t.Errorf("no complaint about %+v", bad)
		}
		New(Options{Rules: bad})
	}
}
