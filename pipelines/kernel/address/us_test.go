package address

import (
	"strings"
	"testing"
)

func TestUnitedStates(t *testing.T) {
	p := New(Options{})
	for _, c := range []struct{ in, want, line string }{
		{"123 Larch Street, Tyler, TX 75712", "street=Larch;suf=ST;nr=123;pc=75712;city=Tyler;reg=TX", "123 LARCH ST"},
		{"123 N. LARCH ST APT 4 TYLER TX 75712", "pre=N;street=Larch;suf=ST;nr=123;ut=APT;unit=4;pc=75712;city=Tyler;reg=TX", "123 N LARCH ST APT 4"},
		{"123 Larch Ave NW #5A, Tyler, Texas 75712-1234", "street=Larch;suf=AVE;post=NW;nr=123;ut=#;unit=5A;pc=75712-1234;city=Tyler;reg=TX", "123 LARCH AVE NW # 5A"},
		{"Jane Doe\n77 East Court Square\nBoston MA 2139", "to=Jane Doe;pre=E;street=Court;suf=SQ;nr=77;pc=02139;city=Boston;reg=MA", "77 E COURT SQ"},
		{"P.O. Box 0412, Tyler TX 75712", "box=412;pc=75712;city=Tyler;reg=TX", "PO BOX 412"},
		{"Rural Route 3, Box 12, Tyler, TX 75712", "box=12;route=RR 3;pc=75712;city=Tyler;reg=TX", "RR 3 BOX 12"},
		{"900 Co Rd 33 Tyler, TX 75712", "street=County Road 33;nr=900;pc=75712;city=Tyler;reg=TX", "900 COUNTY ROAD 33"},
		{"12 South Highway 61 Unit 4, Tyler, TX 75712", "pre=S;street=Highway 61;nr=12;ut=UNIT;unit=4;pc=75712;city=Tyler;reg=TX", "12 S HIGHWAY 61 UNIT 4"},
		{"842 E 1700 S, Provo UT 84601", "pre=E;street=1700;post=S;nr=842;pc=84601;city=Provo;reg=UT", "842 E 1700 S"},
		{"55 Avenue E, Tyler TX 75712", "street=Avenue E;nr=55;pc=75712;city=Tyler;reg=TX", "55 AVENUE E"},
		{"15 Larch Stret, Tyler TX 75712", "street=Larch;suf=ST;nr=15;pc=75712;city=Tyler;reg=TX", "15 LARCH ST"},
		{"40 B Larch Lane, Upper Marlboro MD 20772", "street=Larch;suf=LN;nr=40 B;pc=20772;city=Upper Marlboro;reg=MD", "40 B LARCH LN"},
		{"8 Old Mill Pl, Fort Worth, TX 76101", "street=Old Mill;suf=PL;nr=8;pc=76101;city=Fort Worth;reg=TX", "8 OLD MILL PL"},
	} {
		a := p.Parse(Input{Lines: strings.Split(c.in, "\n"), DefaultCountry: "US"})
		if got := show(a); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
		if got := a.Line(LineOptions{}); got != c.line {
			t.Errorf("%s: line %q, want %q", c.in, got, c.line)
		}
	}
}

func TestOtherCountries(t *testing.T) {
	p := New(Options{})
	for _, c := range []struct{ in, country, want string }{
		{"Flat 3, 12 Larch Road, Mayfield, East Sussex, tn206qz", "GB", "street=Larch Road;nr=12;ut=flat;unit=3;pc=TN20 6QZ;city=Mayfield;reg=East Sussex"},
		{"Lange Str. 5 a, 10115 Berlin", "DE", "street=Lange Straße;nr=5A;pc=10115;city=Berlin"},
		{"Postfach 12, D-10115 Berlin", "DE", "box=12;pc=10115;city=Berlin"},
		{"4 bis rue des Ormes, 75011 Paris, France", "", "street=rue des Ormes;nr=4 bis;pc=75011;city=Paris"},
		{"Iepenlaan 7, 1012ab Amsterdam", "NL", "street=Iepenlaan;nr=7;pc=1012 AB;city=Amsterdam"},
		{"Jilmová 5/12, 11000 Praha", "CZ", "street=Jilmová;nr=5/12;pc=110 00;city=Praha"},
		{"12 Elm Street, Ottawa ON K1A 0B1", "CA", "street=Elm Street;nr=12;pc=K1A 0B1;city=Ottawa;reg=ON"},
	} {
		if got := show(p.Parse(Input{Lines: []string{c.in}, DefaultCountry: c.country})); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.in, got, c.want)
		}
	}
}

func TestCountryGuess(t *testing.T) {
	p := New(Options{})
	for _, c := range []struct {
		in   Input
		want string
	}{
		{Input{Street: "Wiązowa 5", Postcode: "62-200", DefaultCountry: "US"}, "PL"},
		{Input{Street: "Wiązowa 5", Postcode: "62200", DefaultCountry: "PL"}, "PL"},
		{Input{Street: "5 Larch St", Postcode: "62200", Country: "usa", DefaultCountry: "PL"}, "US"},
		{Input{Street: "5 Larch St", Postcode: "62200", Region: "IL", DefaultCountry: "PL"}, "US"},
		{Input{Lines: []string{"5 Larch St, Tyler TX 75712"}, DefaultCountry: "PL"}, "US"},
		{Input{Lines: []string{"5 Larch Road, Mayfield TN20 6QZ"}, DefaultCountry: "PL"}, "GB"},
		{Input{Lines: []string{"Ulmenstr. 5, 10115 Berlin"}, DefaultCountry: "PL"}, "DE"},
		{Input{Lines: []string{"Iepenlaan 7, 1012 AB Amsterdam, Holandia"}, DefaultCountry: "PL"}, "NL"},
	} {
		if got := p.Parse(c.in).Country; got != c.want {
			t.Errorf("%+v: country %q, want %q", c.in, got, c.want)
		}
	}
}

func TestStatus(t *testing.T) {
	g := NewGazetteer(func(yield func(Place) bool) {
		_ = yield(Place{Country: "PL", Postcode: "62-200", City: "Gniezno"}) && yield(Place{Country: "PL", Postcode: "62-200", City: "Mnichowo"})
	})
	p := New(Options{Gazetteer: g})
	for _, c := range []struct {
		in    Input
		want  string
		codes string
	}{
		{Input{}, Missing, ""},
		{Input{Street: "brak", City: ".", Postcode: "00-000"}, Placeholder, "street:placeholder postcode:placeholder city:placeholder"},
		{Input{Lines: []string{"do uzupełnienia"}}, Placeholder, "street:placeholder"},
		{Input{Lines: []string{"ktoś z polecenia"}}, Unparsed, ""},
		{Input{Street: "ul. Wiązowa", City: "Gniezno", Postcode: "62-200"}, Incomplete, ""},
		{Input{Street: "ul. Wiązowa 5", City: "Gniezno", Postcode: "62-200"}, OK, ""},
		{Input{Street: "ul. Wiązowa 5", City: "Gniezno", Postcode: "62200"}, Changed, "postcode:hyphen_added"},
		{Input{Street: "ul. Wiązowa 5", City: "W-wa", Postcode: "62-200"}, Conflict, "city:abbreviation_expanded city:not_under_postcode"},
		{Input{Street: "ul. Wiązowa 5", City: "Gniezno", Postcode: "99-999"}, Changed, "postcode:unknown postcode:suggested"},
		{Input{Street: "Mnichowo 5", Postcode: "62-200"}, Changed, "city:from_street_line"},
		{Input{Street: "Mnichowo 5", City: "Gniezno", Postcode: "62-200"}, OK, ""},
	} {
		c.in.DefaultCountry = "PL"
		a := p.Parse(c.in)
		var codes []string
		for _, k := range a.Codes {
			codes = append(codes, k.Field+":"+k.Code)
		}
		if got := strings.Join(codes, " "); a.Status != c.want || got != c.codes {
			t.Errorf("%+v: %s [%s], want %s [%s]", c.in, a.Status, got, c.want, c.codes)
		}
	}
}

func BenchmarkPL(b *testing.B) {
	p := New(Options{})
	bench(b, p, "PL", "ul. gen. Józefa Hallera 12/7, 62-200 Gniezno", "UL.WIAZOWA 12 M 7, 62200 GNIEZNO", "Mnichowo nr 12, 62-200 Gniezno", "al. 3 Maja 5 lok. 2 00-950 W-wa")
}

func BenchmarkUS(b *testing.B) {
	p := New(Options{})
	bench(b, p, "US", "123 N Larch Street, Apt 4, Tyler, TX 75712", "PO BOX 412 TYLER TX 75712", "12 S HIGHWAY 61 #4, TYLER TX 75712", "77 Old Mill Blvd Fort Worth, TX 76101")
}

func bench(b *testing.B, p *Parser, country string, lines ...string) {
	b.ReportAllocs()
	n := 0
	for b.Loop() {
		p.Parse(Input{Lines: lines[n%len(lines) : n%len(lines)+1], DefaultCountry: country})
		n++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "addresses/s")
}

// TestStreetColumn: where town and ZIP have columns of their own, the last word of the
// street column is a kind of street rather than a state.
func TestStreetColumn(t *testing.T) {
	p := New(Options{})
	for street, want := range map[string]string{"5059 Park Ct": "5059 PARK CT", "12 Oak Ridge Ct": "12 OAK RIDGE CT", "7 42nd Ct": "7 42ND CT", "9 Main St NE": "9 MAIN ST NE"} {
		a := p.Parse(Input{Street: street, Postcode: "75661", City: "Karnack", Country: "US"})
		if got := a.Line(LineOptions{}); got != want || a.Region != "" {
			t.Errorf("%s: got %s, region %q", street, got, a.Region)
		}
	}
}
