package address

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// batch makes a Speller that has seen names at so many houses.
func batch(names ...Name) *Speller {
	return NewSpeller(slices.Values(names), func(func([]Spelling) bool) {})
}

func TestSpeller(t *testing.T) {
	s := batch(Name{"PL", "Wiązowa", 40}, Name{"PL", "WIAZOWA", 60}, Name{"PL", "Wiązow Ą", 1}, Name{"PL", "Polna", 90}, Name{"PL", "Rolna", 60}, Name{"PL", "Zacisze", 30},
		Name{"US", "Oak", 300}, Name{"US", "Oaks", 20}, Name{"GB", "Church Lane", 25},
		Name{"PL", "Wiązwoa", 2}, Name{"PL", "Zacsze", 1}, Name{"PL", "Zaacisze", 1}, Name{"PL", "Piotrowska", 1}, Name{"PL", "Piotrwoska", 1})
	// A spelling is written country:predir:text:suffix:rows:settled.
	tests := []struct{ name, house, want string }{
		{"more rows win", "PL::Klonowa:2:0 PL::Klnoowa:1:0", "Klonowa Klonowa"},
		{"the frequent name wins against rows, with diacritics", "PL::Wiązwoa:3:0 PL::WIAZOWA:1:0", "Wiązowa WIAZOWA"},
		{"both are names in their own right", "PL::Polna:5:0 PL::Rolna:1:0", "Polna Rolna"},
		{"nothing tells", "PL::Piotrowska:1:0 PL::Piotrwoska:1:0", "Piotrowska Piotrwoska"},
		{"two errors in a long name", "PL::Konstytucji:2:0 PL::Konsyttucij:1:0", "Konstytucji Konstytucji"},
		{"two errors in a short name", "PL::Klonowa:2:0 PL::Kolonwaa:1:0", "Klonowa Kolonwaa"},
		{"two errors of a third", "PL::Zacsze:1:0 PL::Zaacisze:1:0", "Zacisze Zacisze"},
		{"the settled one wins against rows and frequency", "PL::Wiązwoa:0:1 PL::Wiązowa:9:0", "Wiązwoa Wiązwoa"},
		{"settled spellings stay", "PL::Klonowa:5:1 PL::Klnoowa:0:1", "Klonowa Klnoowa"},
		{"an error of an error", "PL::Konstytucji:3:0 PL::Konsyttucij:2:0 PL::Konsyttuciij:1:0", "Konstytucji Konstytucji Konstytucji"},
		{"numbers are no errors", "US::12th:3:0 US::13th:1:0", "12th 13th"},
		{"other suffix", "US::Oak:ST:3:0 US::Oek:AVE:1:0", "Oak ST Oek AVE"},
		{"own rights of Oaks", "US::Oak:ST:3:0 US::Oaks:ST:1:0", "Oak ST Oaks ST"},
		{"the error hides the direction", "US:N:Park:PL:2:0 US::Nortth_Park:PL:1:0", "N Park PL N Park PL"},
		{"north is not south", "US:N:Park:PL:2:0 US:S:Park:PL:1:0 US::Soth_Park:PL:1:0", "N Park PL S Park PL S Park PL"},
		{"British short forms", "GB::Church_Lane:2:0 GB::Chucrh_Ln:1:0", "Church Lane Church Lane"},
		{"the error hides the suffix", "US:S:Elm:BLVD:2:0 US:S:Elm_Blnd::1:0", "S Elm BLVD S Elm BLVD"},
		{"an error at the end", "DE::Schillerstraße:2:0 DE::Schillerstrame:1:0", "Schillerstraße Schillerstraße"},
		{"too short", "PL::Oś:5:0 PL::O:1:0", "Oś O"},
	}
	for _, tt := range tests {
		house := spellings(tt.house)
		if got := shown(s.Repair(house)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

// TestSpellerBeside: a common error stands beside the right name at many houses.
func TestSpellerBeside(t *testing.T) {
	names := []Name{{"PL", "Kwiatowa", 100}, {"PL", "Kwiiatowa", 4}, {"PL", "Polna", 100}, {"PL", "Rolna", 40}}
	both := spellings("PL::Kwiatowa:1:0 PL::Kwiiatowa:1:0 PL::Polna:1:0 PL::Rolna:1:0")
	s := NewSpeller(slices.Values(names), slices.Values([][]Spelling{both, both}))
	if got, want := shown(s.Repair(both)), "Kwiatowa Kwiatowa Polna Rolna"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func spellings(text string) []Spelling {
	var out []Spelling
	for _, word := range strings.Fields(text) {
		f := strings.Split(word, ":")
		if len(f) == 5 {
			f = slices.Insert(f, 3, "")
		}
		x := Spelling{Country: f[0], Predir: f[1], Text: strings.ReplaceAll(f[2], "_", " "), Suffix: f[3]}
		fmt.Sscan(f[4], &x.Rows)
		fmt.Sscan(f[5], &x.Settled)
		out = append(out, x)
	}
	return out
}

func shown(list []Spelling) string {
	var out []string
	for _, x := range list {
		out = append(out, words(x.Predir, x.Text, x.Suffix))
	}
	return strings.Join(out, " ")
}

// TestSpellerOrder: neither the order of names nor that of spellings matters.
func TestSpellerOrder(t *testing.T) {
	names := []Name{{"PL", "Wiązowa", 40}, {"PL", "Wiazowa", 40}, {"PL", "Wiązwoa", 2}, {"PL", "Zacisze", 30}, {"PL", "Klonowa", 9}}
	house := spellings("PL::Wiązwoa:3:0 PL::WIAZOWA:1:0 PL::Wiąozwa:1:0 PL::Zacsze:1:0 PL::Zaacisze:1:0 PL::Klonowa:2:0 PL::Klnoowa:2:0")
	want := map[string]string{}
	for i, x := range batch(names...).Repair(house) {
		want[house[i].Text] = x.Text
	}
	random := rand.New(rand.NewPCG(1, 2))
	for range 50 {
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		random.Shuffle(len(house), func(i, j int) { house[i], house[j] = house[j], house[i] })
		for i, x := range batch(names...).Repair(house) {
			if x.Text != want[house[i].Text] {
				t.Fatalf("%s became %s and %s", house[i].Text, x.Text, want[house[i].Text])
			}
		}
	}
}

func TestRespell(t *testing.T) {
	for _, tt := range []struct {
		in   Address
		want Address
	}{
		{Address{Country: "PL", Street: "Klnoowa", HouseNumber: "1", Postcode: "62-200", Status: OK}, Address{Street: "X", Status: Changed}},
		{Address{Country: "PL", City: "Golnce", HouseNumber: "1", Postcode: "62-200", Status: Conflict}, Address{City: "X", Status: Conflict}},
		{Address{Country: "PL", DependentLocality: "Golnce", City: "Gniezno", HouseNumber: "1", Postcode: "62-200"}, Address{DependentLocality: "X", City: "Gniezno"}},
	} {
		x, ok := tt.in.Spelling()
		x.Text = "X"
		tt.in.Respell(x)
		if !ok || tt.in.Street != tt.want.Street || tt.in.City != tt.want.City || tt.in.DependentLocality != tt.want.DependentLocality || tt.in.Status != tt.want.Status || len(tt.in.Codes) != 1 {
			t.Errorf("got %+v, want %+v", tt.in, tt.want)
		}
	}
	if _, ok := (&Address{Country: "US", City: "Tyler", HouseNumber: "1", Postcode: "75712"}).Spelling(); ok {
		t.Error("an American town is no street")
	}
}
