package phone

import (
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
		{"(0-22) 123 45 67", "PL", "+48221234567", OK, ""},
		{"048 22 123 45 67", "PL", "+48221234567", OK, ""},
		{"+48 0 601 123 456", "PL", "+48601123456", OK, ""},
		{"22 123 45 67/68", "PL", "+48221234567", OK, "two_numbers"},
		{"601 123 456 po 17", "PL", "+48601123456", OK, "remark_dropped"},
		{"tel. 1: 601 123 456", "PL", "+48601123456", OK, "remark_dropped"},
		{"6O1 l23 456", "PL", "+48601123456", OK, "digit_corrected"},
		{"22 123 45 67 wewnętrzny 12", "PL", "+48221234567", OK, "extension_dropped"},
		{"22 123 45 67, nr wew. 12", "PL", "+48221234567", OK, "extension_dropped"},
		{"６０１ １２３ ４５６", "PL", "+48601123456", OK, ""},
		{"601\u2011123\u2011456", "PL", "+48601123456", OK, ""},
		{"212-555-0143", "US", "", Placeholder, "fictional"},
		{"07700 900123", "GB", "", Placeholder, "fictional"},
		{"600 000 000", "PL", "", Placeholder, "fictional"},
		{"030 1234567", "DE", "+49301234567", OK, ""},
		{"+49 (0)30 1234567", "DE", "+49301234567", OK, ""},
		{"030/123456, 0171/1234567", "DE", "+4930123456", OK, "two_numbers"},
		{"020 7123 4567", "GB", "+442071234567", OK, ""},
		{"+44 (0)20 7123 4567", "PL", "+442071234567", OK, ""},
		{"01 42 68 53 00", "FR", "+33142685300", OK, ""},
		{"+39 06 698 12345", "PL", "+390669812345", OK, ""},
		{"+420 601 123 456", "PL", "+420601123456", OK, ""},
		{"416 736 5000", "CA", "+14167365000", OK, ""},
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
	for in, want := range map[string]string{
		"22 123 45 67/68": "+48221234568", "601123456 602123456": "+48602123456", "601 123 456 lub 22 123 45 67": "+48221234567", "601 123 456": "",
	} {
		if got := Parse(in, "PL", "", empty.Words{}); got.Second != want {
			t.Errorf("%q: second number: got %q, want %q", in, got.Second, want)
		}
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

// BenchmarkParse reads what fields hold: Polish numbers in every spelling, American,
// German and British ones, some with a fault.
func BenchmarkParse(b *testing.B) {
	texts := []struct{ text, country string }{
		{"601 123 456", "PL"}, {"+48 601-123-457", "PL"}, {"22 123 45 67", "PL"}, {"0048601123458", "PL"}, {"(0-22) 123 45 67", "PL"}, {"501123456", "PL"},
		{"tel. 601 123 456", "PL"}, {"601 123 45", "PL"}, {"brak", "PL"}, {"48 601 123 459", "PL"}, {"(212) 736-5000", "US"}, {"212.736.5000", "US"},
		{"1-212-736-5001", "US"}, {"2127365002 x12", "US"}, {"0171 1234567", "DE"}, {"+49 30 1234567", "DE"}, {"07911 123456", "GB"}, {"+44 20 7123 4567", "GB"},
		{"22 123 45 67/68", "PL"}, {"601123456.0", "PL"},
	}
	i := 0
	for b.Loop() {
		x := texts[i%len(texts)]
		Parse(x.text, x.country, "", empty.Words{})
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}
