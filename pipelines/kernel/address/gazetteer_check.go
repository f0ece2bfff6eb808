package address

import (
	"slices"
	"strings"
)

// check asks what is known of postcodes: the region of a US address against the
// first digits of its ZIP, then, with a gazetteer that covers the country, postcode
// against city and region. Where the two disagree and exactly one change would mend
// it, the change is suggested, or made when the gazetteer is a correcting one.
func (w *work) check() {
	a := &w.a
	if a.Postcode == "" || a.Country == "" {
		return
	}
	if a.Country == "US" && a.Region != "" && !zipOfState(a.Postcode, a.Region) {
		w.code("postcode", "region_prefix")
	}
	g := w.p.gaz
	if g == nil {
		return
	}
	code, known := g.code(a.Country, a.Postcode)
	switch {
	case !known && !g.Covers(a.Country):
		return
	case !known:
		w.code("postcode", "unknown")
	case a.City != "" && !g.Has(a.Country, a.Postcode, a.City) && (a.DependentLocality == "" || !g.Has(a.Country, a.Postcode, a.DependentLocality)):
		w.code("city", "not_under_postcode")
	default:
		if a.Region != "" && g.contradicts(code, a.Country, a.Region) {
			w.code("region", "not_of_postcode")
		}
		return
	}
	w.mend(code, known)
}

// mend suggests or makes the one change after which postcode and city agree.
func (w *work) mend(code int32, known bool) {
	g, a := w.p.gaz, &w.a
	towns, codes := g.nearTowns(code, known, a.City), g.nearCodes(a.Country, a.Postcode, a.City, known)
	if a.City == "" {
		return
	}
	switch {
	case len(towns)+len(codes) > 1:
		w.code("city", "ambiguous")
	case len(towns) == 1 && g.correct:
		a.City = towns[0]
		w.retract("city", "not_under_postcode")
		w.code("city", "corrected")
	case len(towns) == 1:
		a.SuggestedPostcode, a.SuggestedCity = a.Postcode, towns[0]
		w.code("city", "suggested")
	case len(codes) == 1 && g.correct:
		a.Postcode = codes[0]
		w.retract("city", "not_under_postcode")
		w.retract("postcode", "unknown")
		w.code("postcode", "corrected")
	case len(codes) == 1:
		a.SuggestedPostcode, a.SuggestedCity = codes[0], a.City
		w.code("postcode", "suggested")
	}
}

// conflict reports whether parts of the address contradict each other.
func (w *work) conflict() bool {
	for _, c := range w.a.Codes {
		switch c.Code {
		case "not_under_postcode", "two_values", "region_prefix", "not_of_postcode":
			return true
		}
	}
	return false
}

// retract takes a code back: what it says was mended.
func (w *work) retract(field, code string) {
	w.a.Codes = slices.DeleteFunc(w.a.Codes, func(c Code) bool { return c == Code{field, code} })
}

// nearTowns are the places of the postcode whose name is one slip away from the city.
func (g *Gazetteer) nearTowns(code int32, known bool, city string) []string {
	if !known {
		return nil
	}
	var out []string
	key := placeKey(city)
	for _, p := range g.under.of(code) {
		if typo(key, g.keys[p]) && len(key) > 3 {
			out = append(out, g.names[p])
		}
	}
	return out
}

// nearCodes are the postcodes of the city that are one slip away from the one
// written; without such, and when the one written does not exist, the only one that
// the city has.
func (g *Gazetteer) nearCodes(country, postcode, city string, known bool) []string {
	place, ok := g.places[placeKey(city)]
	if !ok {
		return nil
	}
	key := postcodeKey(country, postcode)
	var near, all []string
	for _, c := range g.served.of(place) {
		w := g.written[c]
		if !strings.HasPrefix(w, country) {
			continue
		}
		w = w[len(country):]
		all = append(all, w)
		if oneDigit(postcodeKey(country, w), key) {
			near = append(near, w)
		}
	}
	if len(near) > 0 || len(all) > 1 || known {
		return near
	}
	return all
}

// oneDigit reports two codes of one length with one sign changed, or two neighbours
// exchanged.
func oneDigit(a, b string) bool {
	if len(a) != len(b) || a == b {
		return false
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// contradicts reports that the postcode lies in one region and the address names
// another one of the reference.
func (g *Gazetteer) contradicts(code int32, country, region string) bool {
	named, known := g.regions[regionKey(country, region)]
	return known && g.regionOf[code] != none && g.regionOf[code] != named
}

// regionKey folds the name of a region. Files call Polish voivodeships by their
// English names, addresses by their Polish ones.
func regionKey(country, region string) string {
	k := placeKey(region)
	if country != "PL" {
		return country + k
	}
	k = strings.TrimSuffix(strings.TrimPrefix(k, "wojewodztwo"), "voivodeship")
	switch k {
	case "lowersilesia", "lowersilesian":
		k = "dolnoslaskie"
	case "kuyavianpomeranian", "kuyaviapomerania":
		k = "kujawskopomorskie"
	case "lublin":
		k = "lubelskie"
	case "lubusz":
		k = "lubuskie"
	case "lodz":
		k = "lodzkie"
	case "lesserpoland":
		k = "malopolskie"
	case "mazovia", "masovia", "masovian":
		k = "mazowieckie"
	case "opole":
		k = "opolskie"
	case "subcarpathia", "subcarpathian":
		k = "podkarpackie"
	case "podlasie", "podlaskie", "podlachia":
		k = "podlaskie"
	case "pomerania", "pomeranian":
		k = "pomorskie"
	case "silesia", "silesian":
		k = "slaskie"
	case "holycross":
		k = "swietokrzyskie"
	case "warmiamasuria", "warmianmasurian":
		k = "warminskomazurskie"
	case "greaterpoland":
		k = "wielkopolskie"
	case "westpomerania", "westpomeranian":
		k = "zachodniopomorskie"
	}
	return country + k
}
