package address

import (
	"slices"
	"strings"
	"testing"
)

// reference is a small gazetteer of two countries.
func reference(rows ...string) *Gazetteer {
	return NewGazetteer(func(yield func(Place) bool) {
		for _, r := range rows {
			f := strings.Split(r, "|")
			if !yield(Place{Country: f[0], Postcode: f[1], City: f[2], Region: f[3], RegionCode: f[4]}) {
				return
			}
		}
	})
}

func ourPlaces() *Gazetteer {
	return reference("PL|61-001|Poznań|Greater Poland|86", "PL|61-010|Poznań|Greater Poland|86", "PL|62-200|Gniezno|Greater Poland|86", "PL|62-230|Golnice|Greater Poland|86",
		"PL|62-230|Golnica|Greater Poland|86", "PL|62-230|Witkowo|Greater Poland|86", "PL|20-001|Lublin|Lublin|75", "US|02139|Cambridge|Massachusetts|MA", "US|63101|Saint Louis|Missouri|MO")
}

func TestCheck(t *testing.T) {
	plain, correcting := New(Options{Gazetteer: ourPlaces()}), New(Options{Gazetteer: ourPlaces().Correcting()})
	for _, tt := range []struct {
		postcode, city, region, country string
		codes, suggested                string // postcode city
		corrected                       string
	}{
		{"61-001", "Poznań", "wielkopolskie", "PL", "", "", "61-001 Poznań"},
		{"61-001", "POZNAN", "", "PL", "", "", "61-001 Poznan"},
		{"61-001", "Poznna", "", "PL", "city:not_under_postcode city:suggested", "61-001 Poznań", "61-001 Poznań"},
		{"62-020", "Gniezno", "", "PL", "postcode:unknown postcode:suggested", "62-200 Gniezno", "62-200 Gniezno"},
		{"61-001", "Gniezno", "", "PL", "city:not_under_postcode", "", "61-001 Gniezno"},
		{"99-999", "Gniezno", "", "PL", "postcode:unknown postcode:suggested", "62-200 Gniezno", "62-200 Gniezno"},
		{"61-011", "Poznań", "", "PL", "postcode:unknown city:ambiguous", "", "61-011 Poznań"},
		{"62-230", "Golnicz", "", "PL", "city:not_under_postcode city:ambiguous", "", "62-230 Golnicz"},
		{"61-001", "Toruń", "", "PL", "city:not_under_postcode", "", "61-001 Toruń"},
		{"99-999", "Toruń", "", "PL", "postcode:unknown", "", "99-999 Toruń"},
		{"61-001", "Poznań", "lubelskie", "PL", "region:not_of_postcode", "", "61-001 Poznań"},
		{"61-001", "Poznań", "Narnia", "PL", "", "", "61-001 Poznań"},
		{"02139", "Cambridge", "MA", "US", "", "", "02139 Cambridge"},
		{"02139", "Cambridge", "MO", "US", "postcode:region_prefix region:not_of_postcode", "", "02139 Cambridge"},
		{"63101", "St. Louis", "MO", "US", "", "", "63101 St. Louis"},
		{"20359", "Hamburg", "", "DE", "", "", "20359 Hamburg"},
	} {
		in := Input{Street: "ul. Lipowa 3", Postcode: tt.postcode, City: tt.city, Region: tt.region, Country: tt.country}
		if tt.country == "US" {
			in.Street = "12 Main St"
		}
		a := plain.Parse(in)
		var codes []string
		for _, c := range a.Codes {
			if word := c.Field + ":" + c.Code; slices.Contains([]string{"postcode", "city", "region"}, c.Field) {
				codes = append(codes, word)
			}
		}
		if got := strings.Join(codes, " "); !strings.Contains(got, tt.codes) || tt.codes == "" && got != "" {
			t.Errorf("%+v: codes %q", tt, got)
		}
		if got := strings.TrimSpace(a.SuggestedPostcode + " " + a.SuggestedCity); got != tt.suggested {
			t.Errorf("%+v: suggested %q", tt, got)
		}
		if tt.suggested != "" && (a.Postcode != tt.postcode || plainName(a.City) != plainName(tt.city)) {
			t.Errorf("%+v: changed to %s %s without being asked", tt, a.Postcode, a.City)
		}
		b := correcting.Parse(in)
		if got := b.Postcode + " " + b.City; plainName(got) != plainName(tt.corrected) {
			t.Errorf("%+v: corrected to %s", tt, got)
		}
		if tt.suggested != "" && (b.Status == Conflict || b.SuggestedCity != "") {
			t.Errorf("%+v: corrected, but %s", tt, b.Status)
		}
	}
}

func plainName(s string) string { return placeKey(s) }

// TestStateZIP needs no reference file.
func TestStateZIP(t *testing.T) {
	for zipState, want := range map[string]bool{
		"77002 TX": true, "88510 TX": true, "73301 TX": true, "90210 TX": false, "02139 MA": true, "05501 MA": true, "00501 NY": true, "06390 NY": true, "06390-1234 NY": true,
		"10001 NJ": false, "00901 PR": true, "96201 AP": true, "96960 MH": true, "96960 GU": false, "99501 AK": true, "83414 WY": true, "12345 ZZ": true, "123 TX": true,
	} {
		zip, state, _ := strings.Cut(zipState, " ")
		if got := zipOfState(zip, state); got != want {
			t.Errorf("%s: %v", zipState, got)
		}
	}
	for _, state := range strings.Fields("AL AK AS AZ AR AA AE AP CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MH MD MA MI FM MN MS MO MT NE NV NH NJ NM NY NC ND MP OH OK OR PW PA PR RI SC SD TN TX UT VT VI VA WA WV WI WY") {
		if zipRanges(state) == "" {
			t.Errorf("%s has no ZIPs", state)
		}
	}
}

// TestGazetteerOrder: the order of rows decides nothing.
func TestGazetteerOrder(t *testing.T) {
	rows := []string{"PL|62-230|Golnice|Greater Poland|86", "PL|62-230|GOLNICE||", "PL|62-230|Golnica|Lublin|75", "PL|62-200|Golnice|Greater Poland|86"}
	a := reference(rows...)
	slices.Reverse(rows)
	b := reference(rows...)
	for _, g := range []*Gazetteer{a, b} {
		if !g.Has("PL", "62230", "golnice") || g.Has("PL", "62-200", "Golnica") || g.names[g.places["golnice"]] != "GOLNICE" || g.regionOf[g.codes["PL62230"]] != none {
			t.Errorf("%+v", g)
		}
	}
}
