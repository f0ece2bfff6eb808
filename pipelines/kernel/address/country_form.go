package address

import "strings"

// countryForm says which country a street word points to, by the form of the postcode
// beside it; "" is none.
type countryForm struct {
	ends  string // the word ends so, or is the whole word
	whole bool
	four  string // with a postcode of four digits
	five  string // with one of five
	none  string // without a postcode
}

// countryForms are tried in this order; the first that fits decides.
var countryForms = [...]countryForm{
	{"straat", false, "BE", "", "NL"}, {"plein", false, "BE", "", "NL"}, {"gracht", false, "BE", "", "NL"}, {"steenweg", false, "BE", "", "BE"}, {"laan", false, "BE", "", "NL"},
	{"via", true, "", "IT", "IT"}, {"viale", true, "", "IT", "IT"}, {"piazza", true, "", "IT", "IT"}, {"vicolo", true, "", "IT", "IT"},
	{"rue", true, "BE", "FR", ""}, {"chemin", true, "CH", "FR", ""}, {"impasse", true, "", "FR", "FR"}, {"allee", true, "", "FR", ""},
	{"calle", true, "", "ES", ""}, {"carrer", true, "", "ES", "ES"}, {"plaza", true, "", "ES", ""},
	{"vej", false, "DK", "", "DK"}, {"gade", false, "DK", "", "DK"}, {"veien", false, "NO", "", "NO"}, {"vegen", false, "NO", "", "NO"}, {"vei", false, "NO", "", "NO"}, {"gata", false, "NO", "", "NO"},
	{"vagen", false, "", "SE", "SE"}, {"gatan", false, "", "SE", "SE"}, {"katu", false, "", "FI", "FI"}, {"utca", true, "HU", "", "HU"}, {"korut", true, "HU", "", "HU"},
	{"strasse", false, "AT", "DE", "DE"}, {"gasse", false, "AT", "DE", "AT"}, {"str", false, "AT", "DE", ""}, {"platz", false, "AT", "DE", "DE"}, {"weg", false, "AT", "DE", "DE"},
	{"ring", false, "AT", "DE", ""}, {"ulitsa", true, "", "", "RU"}, {"pereulok", true, "", "", "RU"}, {"prospekt", true, "", "", "RU"},
}

// formCountry guesses the country of a text that names none, from the words of its
// street and the form of its postcode.
func (w *work) formCountry() string {
	digits := 0
	for i, t := range w.toks {
		switch {
		case dutchPostcode(t.f) || len(t.f) == 4 && allDigits(t.f) && len(w.near(i+1, i)) == 2 && !hasDigit(w.near(i+1, i)) && i > 0 && i+2 < len(w.toks):
			return "NL"
		case len(t.f) == 6 && (layout{pattern: "ANANAN"}).match(t.f) != "", len(t.f) == 3 && (layout{pattern: "ANA"}).match(t.f) != "" && (layout{pattern: "NAN"}).match(w.near(i+1, i)) != "":
			return "CA"
		case allDigits(t.f) && (len(t.f) == 4 || len(t.f) == 5) && i > 0 && w.toks[i].seg != w.toks[0].seg:
			digits = len(t.f)
		}
	}
	if c := w.englishCountry(digits); c != "" {
		return c
	}
	for _, t := range w.toks {
		if hasDigit(t.f) {
			continue
		}
		for k := range countryForms {
			c := &countryForms[k]
			if t.f != c.ends && (c.whole || len(t.f) < len(c.ends)+3 || !strings.HasSuffix(t.f, c.ends)) {
				continue
			}
			switch digits {
			case 4:
				return c.four
			case 5:
				return c.five
			}
			return c.none
		}
	}
	return ""
}

// englishCountry tells Canada, Australia and New Zealand, whose streets are written
// as in the United States, by a province, a large city or a postcode of four digits
// at the end; digits is the length of the postcode.
func (w *work) englishCountry(digits int) string {
	street, last := false, len(w.toks)-1
	for i, t := range w.toks {
		street = street || englishStreet(t.f)
		if i == 0 || w.toks[i].seg == w.toks[0].seg {
			continue
		}
		switch t.f {
		case "toronto", "montreal", "calgary", "edmonton", "ottawa", "winnipeg", "mississauga", "brampton", "quebec", "saskatoon", "regina", "halifax", "laval",
			"gatineau", "longueuil", "sherbrooke", "burnaby", "kitchener", "markham", "vaughan", "oshawa", "guelph", "moncton", "nanaimo", "kelowna", "sudbury",
			"barrie", "lethbridge", "kamloops", "saguenay", "trois-rivieres", "levis", "saanich", "coquitlam", "terrebonne", "repentigny", "brossard":
			return "CA"
		case "qc", "bc", "ab", "mb", "sk":
			if i == last {
				return "CA"
			}
		case "nsw", "qld", "tas":
			return "AU"
		case "auckland", "christchurch", "dunedin", "tauranga", "invercargill":
			if digits != 5 {
				return "NZ"
			}
		}
	}
	if street && digits == 4 && last > 0 && allDigits(w.toks[last].f) {
		return "AU"
	}
	return ""
}

// englishStreet tells the commonest words of English streets, in full.
func englishStreet(f string) bool {
	switch f {
	case "street", "road", "avenue", "drive", "place", "court", "crescent", "close", "terrace", "lane", "parade", "grove", "circuit", "way", "highway", "boulevard":
		return true
	}
	return false
}

// dutchPostcode reports 1234ab.
func dutchPostcode(f string) bool {
	return len(f) == 6 && allDigits(f[:4]) && isLetter(f[4]) && isLetter(f[5])
}
