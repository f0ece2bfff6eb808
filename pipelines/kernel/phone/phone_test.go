package phone

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/nyaruka/phonenumbers"

	"kartoteka/pipelines/kernel/empty"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in, country string
		want        string
		status      Status
		codes       string
	}{
		{"601 123 456", "PL", "+48601123456", OK, ""},
		{"+48 855666194", "PL", "+48855666194", OK, ""},
		{"48 601 123 456", "PL", "+48601123456", OK, ""},
		{"0048601123456", "PL", "+48601123456", OK, ""},
		{"0048 601-123-456", "US", "+48601123456", OK, ""},
		{"(22) 123-45-67", "PL", "+48221234567", OK, ""},
		{"22/123-45-67", "PL", "+48221234567", OK, ""},
		{"0 22 123 45 67", "PL", "+48221234567", OK, ""},
		{"+48 (0)22 1234567", "PL", "+48221234567", OK, ""},
		{"tel. 601-123-456", "PL", "+48601123456", OK, ""},
		{"kom.: 601123456", "PL", "+48601123456", OK, ""},
		{"601123456.0", "PL", "+48601123456", OK, ""},
		{"601\u00a0123\u00a0456", "PL", "+48601123456", OK, ""},
		{"22 123 45 67 wew. 12", "PL", "+48221234567", OK, "extension_dropped"},
		{"601 123 456, 602 123 456", "PL", "+48601123456", OK, "two_numbers"},
		{"601 123 456 lub 22 123 45 67", "PL", "+48601123456", OK, "two_numbers"},
		{"601123456 602123456", "PL", "+48601123456", OK, "two_numbers"},
		{"12 / 601 123 456", "PL", "+48601123456", OK, "two_numbers"},
		{"900 123 456", "PL", "+48900123456", Invalid, "unassigned_range"},
		{"601 123 45", "PL", "", Invalid, "too_short"},
		{"601 123 4567", "PL", "", Invalid, "too_long"},
		{"683.681.3368", "US", "+16836813368", OK, ""},
		{"(212) 736-5000", "US", "+12127365000", OK, ""},
		{"1-212-736-5000", "US", "+12127365000", OK, ""},
		{"+1 212 736 5000", "PL", "+12127365000", OK, ""},
		{"011 48 601123456", "US", "+48601123456", OK, ""},
		{"212-736-5000 x12", "US", "+12127365000", OK, "extension_dropped"},
		{"1-800-FLOWERS", "US", "+18003569377", OK, ""},
		{"212-136-5000", "US", "+12121365000", Invalid, "unassigned_range"},
		{"601 123 456", "US", "+48601123456", OK, "other_country"},
		{"(212) 736-5000", "PL", "+12127365000", OK, "other_country"},
		{"0171 1234567", "DE", "+491711234567", OK, ""},
		{"+44 7911 123456", "PL", "+447911123456", OK, ""},
		{"07911 123456", "GB", "+447911123456", OK, ""},
		{"zadzwonić", "PL", "", Invalid, "not_a_number"},
		{"000-000-000", "PL", "", Placeholder, ""},
		{"123456789", "PL", "", Placeholder, ""},
		{"brak", "PL", "", Placeholder, ""},
		{"", "PL", "", Missing, ""},
		{"  ", "PL", "", Missing, ""},
	}
	for _, tt := range tests {
		got := Parse(tt.in, tt.country, "PL", empty.Words{})
		codes := strings.Join(got.Codes, " ")
		if got.E164 != tt.want || got.Status != tt.status || codes != tt.codes {
			t.Errorf("%q %s: got %+v, want %s %s %q", tt.in, tt.country, got, tt.want, tt.status, tt.codes)
		}
	}
	if got := Parse("22 123 45 67 w. 12", "PL", "", empty.Words{}); got.Extension != "12" || got.Type != Landline {
		t.Errorf("extension: got %+v", got)
	}
}

func TestGuess(t *testing.T) {
	all := []string{"US", "DE", "GB"}
	tests := []struct {
		in        string
		countries []string
		want      string
	}{
		{"5027796804", all, "+15027796804 country_guessed"},
		{"1 502 779 6804 x12", all, "+15027796804 country_guessed extension_dropped"},
		{"5027796804.0", all, "+15027796804 country_guessed"},
		{"0171 123 4567", all, "+491711234567 country_guessed"},
		{"0151 12345678", all, "+4915112345678 country_guessed"},
		{"07911 123456", all, "+447911123456 country_guessed"},
		{"07911 123456", []string{"US"}, ""},
		{"5027796804", nil, ""},
		{"6011234567", all, ""},  // no exchange begins with 1
		{"+5027796804", all, ""}, // names its country
		{"030 1234567", all, ""}, // a landline may be anybody's
		{"0221234567", all, ""},  // Polish, with the old trunk 0
		{"50277968041", all, ""}, // a digit too many
		{"brak", all, ""},
	}
	for _, tt := range tests {
		got, ok := Guess(tt.in, tt.countries)
		if text := strings.TrimSpace(got.E164 + " " + strings.Join(got.Codes, " ")); text != tt.want || ok != (tt.want != "") {
			t.Errorf("%q %v: got %q, want %q", tt.in, tt.countries, text, tt.want)
		}
	}
}

// TestTableAgrees holds the prefix tables to the library.
func TestTableAgrees(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text, country := fmt.Sprintf("%09d", 100_000_000+random.IntN(900_000_000)), "PL"
		if random.IntN(2) == 0 {
			text, country = fmt.Sprintf("%010d", 2_000_000_000+random.Int64N(8_000_000_000)), "US"
		}
		got := parseOne(text, country)
		want := ask(map[string]string{"PL": "+48", "US": "+1"}[country]+text, country)
		if got.Status != want.Status || got.E164 != want.E164 || got.Type != want.Type {
			t.Fatalf("%s: got %+v, the library says %+v", country, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("601 123 456 wew. 5", true)
	f.Add("+1 (212) 736-5000; 22 1234567", false)
	f.Fuzz(func(t *testing.T, text string, polish bool) {
		country := "US"
		if polish {
			country = "PL"
		}
		n := Parse(text, country, "PL", empty.Words{})
		if n.Status == OK {
			again := Parse(n.E164, "DE", "", empty.Words{})
			if again.E164 != n.E164 && again.Status != Placeholder {
				t.Errorf("%+v reads back as %+v", n, again)
			}
			parsed, err := phonenumbers.Parse(n.E164, "ZZ")
			if err != nil || !phonenumbers.IsValidNumber(parsed) {
				t.Errorf("%+v is not valid", n)
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.Run("table", func(b *testing.B) {
		for b.Loop() {
			Parse("601 123 456", "PL", "", empty.Words{})
		}
	})
	b.Run("library", func(b *testing.B) {
		for b.Loop() {
			Parse("07911 123456", "GB", "", empty.Words{})
		}
	})
}
