package address

import "testing"

func TestParts(t *testing.T) {
	p := New(Options{})
	for _, x := range []struct{ in, country, want string }{
		{"Jan Lis, ul. Wiązowa 12 m. 7, 62-200 Gniezno", "PL", "house=Jan Lis|road=ul. Wiązowa|house_number=12|unit=m. 7|postcode=62-200|city=Gniezno"},
		{"123 N Larch St Apt 4, Tyler TX 75712", "US", "house_number=123|road=N Larch St|unit=Apt 4|city=Tyler|state=TX|postcode=75712"},
		{"Lange Str. 5a, 10115 Berlin", "DE", "road=Lange Str.|house_number=5a|postcode=10115|city=Berlin"},
	} {
		in := Input{Lines: []string{x.in}, DefaultCountry: x.country}
		_, parts := p.ParseParts(in)
		got := ""
		for i, part := range parts {
			if i > 0 {
				got += "|"
			}
			got += part.Label + "=" + part.Text
			if r := []rune(in.Text()); string(r[part.Start:part.End]) != part.Text {
				t.Errorf("%q: offsets of %+v are wrong", x.in, part)
			}
		}
		if got != x.want {
			t.Errorf("%q:\n got %s\nwant %s", x.in, got, x.want)
		}
	}
}
