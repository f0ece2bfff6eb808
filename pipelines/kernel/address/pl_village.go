package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/fold"
)

// plVillage decides whether a name without a type is a village: when it equals the
// town, or when the gazetteer or the form of the name says so.
func (w *work) plVillage() {
	name := w.a.Street
	k := fold.Key(name)
	switch {
	case k == "":
	case k == fold.Key(w.a.City), k == fold.Key(w.a.DependentLocality):
		w.a.Street = ""
		w.a.Rule = "pl:village"
	case w.a.StreetType == "" && innerTypo(k, fold.Key(w.a.City)) && !streetForm(fold.ASCII(name)):
		w.a.Street, w.a.Rule = "", "pl:village" // "Siemcsyn nr 15, Siemczyn"
		if g := w.p.gaz; g != nil && g.Known("PL", w.a.Postcode) && !g.Has("PL", w.a.Postcode, name) {
			w.code("street", "spelling_corrected")
		} else if w.a.DependentLocality == "" {
			w.a.DependentLocality = name // a neighbour with a similar name, for all one knows
		}
	case w.a.City == "" && w.placeName(name):
		w.a.City, w.a.Street = name, ""
		w.a.Rule = "pl:village"
		w.code("city", "from_street_line")
	case w.a.DependentLocality == "" && w.a.City != "" && w.villageOf(name):
		w.a.DependentLocality, w.a.Street = name, ""
		w.a.Rule = "pl:village"
	}
}

// placeName decides for a line without any town, villageOf for one with a town.
func (w *work) placeName(name string) bool {
	f := fold.ASCII(name)
	if key := fold.Key(f); w.a.Postcode != "" {
		return w.plUnder(key) || places.Known(key) && villageForm(f)
	} else if places.Known(key) {
		return !streetForm(f)
	}
	return placeFirst(strings.Fields(f)) || !streetForm(f)
}

// placeFirst tells names of villages by their first of several words.
func placeFirst(words []string) bool {
	if len(words) < 2 {
		return false
	}
	switch words[0] {
	case "kolonia", "wolka", "nowa", "stara", "stary", "stare", "nowe", "wola", "gora", "dabrowa", "huta", "mala", "wielka", "duza":
		return true
	}
	return false
}

func (w *work) villageOf(name string) bool {
	key := fold.Key(name)
	if w.plUnder(key) {
		return true
	}
	if g := w.p.gaz; g != nil && g.Known("PL", w.a.Postcode) {
		return false
	}
	if w.a.Unit != "" || plBigCity(fold.Key(w.a.City)) {
		return false // flats stand in towns
	}
	return villageForm(fold.ASCII(name)) && (places.Known(key) || w.a.Postcode == "" || !places.Under(w.a.Postcode, fold.Key(w.a.City)))
}

// villageForm reports names that are nearly always villages: -ice, -owo, -ów, -no ...
func villageForm(f string) bool {
	words := strings.Fields(f)
	if len(words) == 0 || placeFirst(words) {
		return len(words) > 0
	}
	if streetForm(f) {
		return false
	}
	last := words[0]
	for _, end := range []string{"ice", "yce", "owo", "ewo", "ow", "ew", "owko", "ewko", "ino", "yno", "in", "no", "sko", "yn", "iec", "owka"} {
		if strings.HasSuffix(last, end) && len(last) > len(end)+1 {
			return true
		}
	}
	return false
}

// streetForm reports names that are nearly always streets: adjectives in the
// feminine (Długa), genitives of persons (Sienkiewicza, Kościuszki), titles.
func streetForm(f string) bool {
	words := strings.Fields(f)
	for _, word := range words {
		if plTitle(strings.Trim(word, ".")) != "" || plDateWord(word) {
			return true
		}
	}
	if len(words) == 0 {
		return false
	}
	last := words[len(words)-1]
	for _, end := range []string{"ska", "cka", "dzka", "owa", "ewa", "lna", "ela", "ego", "iej", "icza", "ckich", "skich", "czna", "sna", "rna", "cha", "ta", "uga", "elka", "ona", "wna", "zki", "szki"} {
		if strings.HasSuffix(last, end) {
			return true
		}
	}
	switch f {
	case "nowy swiat", "nowa", "dluga", "krotka", "polna", "zacisze", "widok", "jasna", "rynkowa", "mostowa", "gorna", "dolna":
		return true
	}
	return len(words) > 2
}
