package address

import (
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/fold"
)

var scoredLabels = []string{"house", "house_number", "road", "po_box", "unit", "level", "staircase", "suburb", "city_district", "city", "state_district", "state", "postcode", "country"}

// TestPartsScore scores the parts of the open test set: a row is right when every
// label is, compared without case. The tagger has seen these rows; what it does on
// rows it has not seen, the program in train prints.
func TestPartsScore(t *testing.T) {
	p := New(Options{})
	floors := map[string]float64{"all": 0.96, "pl": 0.995, "us": 0.98, "de": 0.97, "fr": 0.95, "gb": 0.90, "nl": 0.995}
	type tally struct{ n, right, fields int }
	counts := map[string]*tally{}
	for country := range floors {
		counts[country] = &tally{}
	}
	for _, r := range labelled(t, "world_train.csv") {
		a, parts := p.ParseParts(Input{Lines: strings.Split(strings.ReplaceAll(r["full_address"], `\n`, "\n"), "\n"), DefaultCountry: r["country_code"]})
		got := map[string]string{}
		for _, x := range parts {
			got[x.Label] = strings.TrimSpace(got[x.Label] + " " + fold.Space(fold.Lower(x.Text)))
		}
		right := true
		for _, l := range scoredLabels {
			right = right && got[l] == fold.Space(fold.Lower(r[l]))
		}
		for _, country := range []string{"all", r["country_code"]} {
			if c := counts[country]; c != nil {
				c.n++
				if right {
					c.right++
				}
				if fieldsFollow(a, got) {
					c.fields++
				}
			}
		}
	}
	for country, floor := range floors {
		c := counts[country]
		share, follow := float64(c.right)/float64(c.n), float64(c.fields)/float64(c.n)
		t.Logf("%s: %d rows, every label right %.2f %%, fields follow the parts %.2f %%", country, c.n, 100*share, 100*follow)
		if share < floor || follow < 0.99 {
			t.Errorf("%s: %.4f of the rows right, floor %.4f; fields follow in %.4f", country, share, floor, follow)
		}
	}
}

// fieldsFollow reports whether the fields that a part names are filled, and no other.
func fieldsFollow(a Address, parts map[string]string) bool {
	has := func(labels ...string) bool {
		for _, l := range labels {
			if parts[l] != "" {
				return true
			}
		}
		return false
	}
	return (a.City != "") == has("city") && (a.Postcode != "") == has("postcode") && (a.HouseNumber != "") == has("house_number") &&
		(a.Region != "") == has("state", "state_district") && (a.Recipient != "") == has("house") && (a.POBox+a.Route != "") == has("po_box") &&
		(a.Street+a.StreetType+a.DependentLocality+a.Urbanization != "") == has("road", "suburb", "city_district") &&
		(a.Unit+a.UnitType+a.Level+a.Staircase != "" || !has("unit", "level", "staircase"))
}
