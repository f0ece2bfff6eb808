package address

import (
	"iter"
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// Place is one row of a reference file: a postcode and a place that it serves. For
// Great Britain the postcode may be the outward code alone.
type Place struct{ Country, Postcode, City string }

// Gazetteer knows which places lie under a postcode. It never changes after
// NewGazetteer and may be shared by goroutines.
type Gazetteer struct {
	places map[string]string // country + postcode key -> "|place|place|"
}

// NewGazetteer reads rows, in any order, from whoever opened the reference file.
func NewGazetteer(rows iter.Seq[Place]) *Gazetteer {
	g := &Gazetteer{places: map[string]string{}}
	for r := range rows {
		k, city := postcodeKey(r.Country, r.Postcode), placeKey(r.City)
		if city == "" {
			continue
		}
		have := g.places[k]
		if have == "" {
			have = "|"
		}
		if !strings.Contains(have, "|"+city+"|") {
			g.places[k] = have + city + "|"
		}
	}
	return g
}

// Known reports whether the postcode stands in the reference.
func (g *Gazetteer) Known(country, postcode string) bool {
	_, ok := g.places[postcodeKey(country, postcode)]
	return ok
}

// Has reports whether the place lies under the postcode.
func (g *Gazetteer) Has(country, postcode, city string) bool {
	list, ok := g.places[postcodeKey(country, postcode)]
	return ok && strings.Contains(list, "|"+placeKey(city)+"|")
}

// postcodeKey drops separators, the add-on of a ZIP+4 and the inward part of a
// British postcode.
func postcodeKey(country, postcode string) string {
	k := fold.Key(postcode)
	switch {
	case country == "GB" && len(k) > 4:
		k = k[:len(k)-3]
	case country == "US" && len(k) > 5:
		k = k[:5]
	}
	return country + k
}

// placeKey folds a place name; Saint, Fort and Mount fold to their abbreviations.
func placeKey(s string) string {
	a := fold.ASCII(s)
	for _, p := range [][2]string{{"saint ", "st "}, {"fort ", "ft "}, {"mount ", "mt "}} {
		if strings.HasPrefix(a, p[0]) {
			a = p[1] + a[len(p[0]):]
		}
	}
	return fold.Key(a)
}

// check asks the gazetteer about postcode and city.
func (w *work) check() {
	g, a := w.p.gaz, &w.a
	if g == nil || a.Postcode == "" || a.Country == "" {
		return
	}
	if !g.Known(a.Country, a.Postcode) {
		w.code("postcode", "unknown")
		return
	}
	if a.City != "" && !g.Has(a.Country, a.Postcode, a.City) && (a.DependentLocality == "" || !g.Has(a.Country, a.Postcode, a.DependentLocality)) {
		w.code("city", "not_under_postcode")
	}
}

// conflict reports whether the gazetteer contradicted.
func (w *work) conflict() bool {
	for _, c := range w.a.Codes {
		if c.Code == "not_under_postcode" || c.Code == "two_values" {
			return true
		}
	}
	return false
}
