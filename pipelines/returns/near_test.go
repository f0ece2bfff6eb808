package returns

import (
	"testing"

	"kartoteka/pipelines/kernel/returnpolicy"
)

func TestSameAddress(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"PL|31581|powstancow|44|", "PL|31581|powstancow|44|", true},
		{"PL|31581|powstancow|44|", "PL|31581|powstnacow|44|", true},
		{"PL|31581|lipowa|44|", "PL|31581|lipova|44|", true},
		{"PL|31581|lipowa|44|", "PL|31581|lipowa|45|", false},
		{"PL|31581|lipowa|44|", "PL|31582|lipowa|44|", false},
		{"PL|31581|lipowa|44|", "PL|31581|lipova|45|", false},
		{"PL|31581|lipowa|44|1", "PL|31581|lipowa|44|", false},
		{"PL|31581|cicha|44|", "PL|31581|cica|44|", true},
		{"US|43033|e.birch.blvd.|81|", "US|43033|e.birchbllvd..|81|", true},
		{"PL|31581|kazimierzawielkiego|4|", "PL|31581|kazimierzzawielkeigo|4|", true},
		{"PL|31581|nowa|44|", "PL|31581|mowa|44|", false}, // too short to tell
		{"PL|31581|3maja|44|", "PL|31581|8maja|44|", false},
		{"PL|31581|lipowa|44|", "PL|31581|klonowa|44|", false},
		{"lipowa 1", "lipova 1", false}, // no key of parts
		{"", "PL|31581|lipowa|44|", false},
	} {
		if got := sameAddress(c.a, c.b); got != c.want || sameAddress(c.b, c.a) != c.want {
			t.Errorf("%s and %s: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestHomesOfAFamilyTakeOneSpelling(t *testing.T) {
	r := &results{
		before: []returnpolicy.Contact{{Address: "US|1|jefferson|7|"}, {Address: "US|1|jeferson|7|"}, {Address: "US|1|jeferson|8|"}},
		returns: []returnpolicy.Return{
			{Contact: 0, MoveType: returnpolicy.Family, Printed: "US|1|jefferson|7|"}, {Contact: 2, MoveType: returnpolicy.Individual, Printed: "US|1|jefferson|8|"},
		},
	}
	r.unifyHomes()
	for c, want := range []string{"US|1|jefferson|7|", "US|1|jefferson|7|", "US|1|jeferson|8|"} {
		if got := r.before[c].Address; got != want {
			t.Errorf("contact %d lives at %s, want %s", c, got, want)
		}
	}
}

func TestSpellingsTakeTheCurrentOne(t *testing.T) {
	s := newSpellings("PL|1|powstnacow|4|", []string{"PL|1|powstancow|4|", "PL|1|topolowa|5|", "PL|1|topolova|5|"})
	for key, want := range map[string]string{
		"PL|1|powstancow|4|": "PL|1|powstnacow|4|", "PL|1|topolowa|5|": "PL|1|topolova|5|", "PL|1|topolova|5|": "PL|1|topolova|5|", "PL|1|powstnaco|4|": "PL|1|powstnacow|4|", "": "", "PL|9|x|1|": "PL|9|x|1|",
	} {
		if got := s.of(key); got != want {
			t.Errorf("%s is spelt %s, want %s", key, got, want)
		}
	}
}
