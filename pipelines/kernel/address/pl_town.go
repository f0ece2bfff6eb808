package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// placeWord folds one word of the name of a place.
func placeWord(f string) string {
	if f == "" || plainWord(f) {
		return f
	}
	return fold.Key(f)
}

// plUnder reports whether the place of this folded name lies under the postcode: the
// user's reference decides when it knows the postcode, else the built-in table.
func (w *work) plUnder(key string) bool {
	if w.a.Postcode == "" || key == "" {
		return false
	}
	if w.plUnderAs(key) {
		return true
	}
	for _, other := range plPlaceForms(key) {
		if w.plUnderAs(other) {
			return true
		}
	}
	return false
}

func (w *work) plUnderAs(key string) bool {
	if g := w.p.gaz; g != nil && g.Known("PL", w.a.Postcode) {
		return g.Has("PL", w.a.Postcode, key)
	}
	return places.Known(key) && places.Under(w.a.Postcode, key)
}

// plPlaceForms gives other ways in which the tables may write a village: with the word
// kolonia in front or behind, without it, with its ordinal in words.
func plPlaceForms(key string) []string {
	for _, c := range []string{"kolonia", "kol"} {
		if rest, ok := strings.CutPrefix(key, c); ok && len(rest) > 4 {
			return []string{"kolonia" + rest, rest + "kolonia", rest}
		}
		if rest, ok := strings.CutSuffix(key, c); ok && len(rest) > 4 && !plBigCity(rest) {
			return []string{"kolonia" + rest, rest + "kolonia", rest}
		}
	}
	for _, o := range [][2]string{{"ii", "drug"}, {"i", "pierwsz"}} {
		if rest, ok := strings.CutSuffix(key, o[0]); ok && len(rest) > 4 {
			return []string{rest + o[1] + "y", rest + o[1] + "i", rest + o[1] + "a", rest + o[1] + "e"}
		}
	}
	return nil
}

// plPlace grades tokens [from, to) as the name of a place: 3 lies under the postcode,
// 2 a big city or its abbreviation, 1 known somewhere in Poland, 0 unknown.
func (w *work) plPlace(from, to int) int {
	if from >= to || to-from > 5 {
		return 0
	}
	key := ""
	for i := from; i < to; i++ {
		f := w.toks[i].f
		if isDigit(f[0]) {
			return 0
		}
		key += placeWord(f)
	}
	return w.plPlaceKey(key, joinFolded(w.toks[from:to]))
}

func (w *work) plPlaceKey(key, f string) int {
	switch {
	case w.plUnder(key), w.a.Postcode != "" && w.plTownInFull(f) != "":
		return 3
	case plBigCity(key), plShortCity(f) != "", plExonym(key) != "":
		return 2
	case places.Known(key):
		return 1
	}
	return 0
}

// plTownInFull expands the second word of a town when the place lies under the
// postcode: "Ostrów Wlkp." is Ostrów Wielkopolski. It gives the second word.
func (w *work) plTownInFull(f string) string {
	i := strings.LastIndexByte(f, ' ')
	if i <= 0 {
		return ""
	}
	for _, long := range plTownAdjective(strings.Trim(f[i+1:], ".")) {
		if w.plUnder(fold.Key(f[:i] + long)) {
			return long
		}
	}
	return ""
}

// plTownAdjective gives the forms that the abbreviation of a town's second word may
// stand for.
func plTownAdjective(f string) []string {
	switch f {
	case "wlkp", "wlkpl", "wielkop":
		return []string{"Wielkopolski", "Wielkopolska", "Wielkopolskie"}
	case "maz", "mazow":
		return []string{"Mazowiecki", "Mazowiecka", "Mazowieckie"}
	case "tryb":
		return []string{"Trybunalski"}
	case "podl", "podlas":
		return []string{"Podlaski", "Podlaska", "Podlaskie"}
	case "sl", "slas":
		return []string{"Śląski", "Śląska", "Śląskie"}
	case "sw", "swiet", "swietokrz":
		return []string{"Świętokrzyski", "Świętokrzyska"}
	case "gd", "gdan":
		return []string{"Gdański", "Gdańska"}
	case "lub", "lubel":
		return []string{"Lubelski", "Lubelska", "Lubuski"}
	case "krak":
		return []string{"Krakowski", "Krakowska"}
	case "kuj":
		return []string{"Kujawski", "Kujawska"}
	case "pom":
		return []string{"Pomorski", "Pomorska"}
	case "gorn":
		return []string{"Górnicza", "Górny", "Górna"}
	case "zdr":
		return []string{"Zdrój"}
	case "war", "warm":
		return []string{"Warmiński"}
	case "mal", "malop":
		return []string{"Małopolska", "Małopolski"}
	case "dol", "doln":
		return []string{"Dolny", "Dolna", "Dolne"}
	}
	return nil
}

// plSetCity stores tokens [from, to) as the town: abbreviations are expanded, the
// number of a post office is dropped, a district goes to the locality, a country at
// the end to the country.
func (w *work) plSetCity(from, to int) {
	w.take(tagger.City, from, to)
	for from+1 < to && plTownLabel(w.toks, from, to) {
		w.plDrop(from, from+1, "label", "dropped")
		w.toks[from].label = tagger.None
		from++
	}
	if f := w.toks[to-1].f; to-from > 1 && allDigits(f) && len(f) <= 2 {
		to--
		w.code("city", "post_office_removed")
	}
	if f := w.toks[to-1].f; to-from > 1 && (f == "polska" || f == "poland" || f == "polen" || f == "rp" || w.toks[to-1].text == "PL") && w.plPlace(from, to) < 3 {
		to--
		w.take(tagger.Country, to, to+1)
		w.code("country", "from_text")
		if to-from > 1 && loneSign(w.toks[to-1].f) {
			to--
		}
	}
	w.plTown(from, to)
}

// plTownLabel reports a word in front of the town that is no part of it: "m.st.",
// "miasto", "poczta".
func plTownLabel(toks []token, i, to int) bool {
	switch t := toks[i]; t.f {
	case "m":
		return t.dot()
	case "st", "m.st":
		return t.dot() && i > 0 && toks[i-1].f == "m" || t.f == "m.st"
	case "miejscowosc", "miasto", "poczta", "p-ta", "pta":
		return !places.Known(placeWord(joinFolded(toks[i:to])))
	case "p":
		return t.dot()
	}
	return false
}

// plTown cuts tokens [from, to) into town and district. The whole stays together when
// it is a place; else the longest beginning that is one is the town, cut at a blank or
// a hyphen.
func (w *work) plTown(from, to int) {
	w.plCutHyphen(from, &to)
	if w.plPlace(from, to) == 0 {
		best, grade := 0, 1
		for i := to - 1; i > from; i-- {
			if loneSign(w.toks[i-1].f) {
				continue
			}
			if g := w.plPlace(from, i); g > grade {
				best, grade = i, g
			}
		}
		if rest := best; best > 0 {
			for rest < to && loneSign(w.toks[rest].f) {
				rest++
			}
			if rest < to {
				w.plAfterTown(rest, to)
				to = best
			}
		}
	} else if i := to - 1; i > from && w.plPlace(from, to) < 3 && w.plPlace(from, i) == 3 && !places.Known(placeWord(joinFolded(w.toks[from:to]))) {
		w.plAfterTown(i, to)
		to = i
	}
	w.a.City = w.plTownName(from, to)
}

// plAfterTown reads the words behind the town: voivodeship, person, district.
func (w *work) plAfterTown(from, to int) {
	key := placeWord(joinFolded(w.toks[from:to]))
	switch {
	case plRegionKey(key) != "" || w.toks[from].dot() && plRegionShort(key) != "":
		w.setRegion(from, to)
		w.take(tagger.State, from, to)
	case w.plNamesPerson(from, to) && !places.Known(key) || w.plPersonal(from, to):
		for i := from; i < to; i++ {
			w.toks[i].used, w.toks[i].label = false, tagger.None
		}
	default:
		w.plSetDistrict(from, to)
	}
}

func (w *work) plSetDistrict(from, to int) {
	w.take(tagger.Suburb, from, to)
	if name := properName(w.name(from, to), "PL"); w.a.DependentLocality == "" {
		w.a.DependentLocality = name
	} else if name != w.a.DependentLocality {
		w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + name)
	}
	w.code("city", "district_split")
}

// plCutHyphen cuts the word with the hyphen of "Kraków-Nowa Huta" in two, unless the
// whole is a place or what stands before the hyphen is none.
func (w *work) plCutHyphen(from int, to *int) {
	for i := from; i < *to; i++ {
		f := w.toks[i].f
		at := strings.LastIndexByte(f, '-')
		if at <= 0 || at == len(f)-1 || w.plPlace(from, *to) >= 1 && !(w.plPlace(from, *to) == 1 && i == from && plBigCity(fold.Key(f[:at]))) || plShortCity(joinFolded(w.toks[from:i+1])) != "" && *to-from == 1 {
			continue
		}
		head := f[:at]
		if i > from {
			head = joinFolded(w.toks[from:i]) + " " + head
		}
		if short := plShortCity(f); short != "" {
			continue
		}
		if g := w.plPlaceKey(fold.Key(head), head); g < 2 {
			continue
		}
		a, b, ok := splitWord(w.toks[i], at)
		if !ok {
			continue
		}
		b.text, b.f = strings.TrimLeft(b.text, "-"), strings.TrimLeft(b.f, "-")
		if b.to > b.from {
			b.from++
		}
		b.glued = false
		toks := make([]token, 0, len(w.toks)+1)
		toks = append(append(append(toks, w.toks[:i]...), a, b), w.toks[i+1:]...)
		w.toks = toks
		*to++
		return
	}
}

// plTownName gives the name of the town in full.
func (w *work) plTownName(from, to int) string {
	f := joinFolded(w.toks[from:to])
	if full := plShortCity(f); full != "" {
		w.code("city", "abbreviation_expanded")
		return full
	}
	name := strings.TrimRight(w.name(from, to), ".")
	if long := w.plTownInFull(f); long != "" {
		w.code("city", "abbreviation_expanded")
		return w.name(from, to-1) + " " + long
	}
	return name
}

// plExonym gives the Polish name of a town from its English or German one, or "".
func plExonym(key string) string {
	switch key {
	case "warsaw", "warschau":
		return "Warszawa"
	case "cracow", "krakau":
		return "Kraków"
	case "breslau":
		return "Wrocław"
	case "danzig":
		return "Gdańsk"
	case "posen":
		return "Poznań"
	case "stettin":
		return "Szczecin"
	case "lodsch":
		return "Łódź"
	case "kattowitz":
		return "Katowice"
	}
	return ""
}

// plDistrict tells names of districts that are no places of their own in the tables.
func plDistrict(key string) bool {
	switch key {
	case "mokotow", "ochota", "wola", "bemowo", "bielany", "zoliborz", "ursynow", "wilanow", "wawer", "wesola", "bialoleka", "targowek",
		"rembertow", "wlochy", "ursus", "srodmiescie", "pragapoludnie", "pragapolnoc", "praga", "baluty", "polesie", "widzew", "gorna",
		"krzyki", "fabryczna", "psiepole", "staremiasto", "nowemiasto", "jezyce", "grunwald", "wilda", "rataje", "winogrady", "piatkowo",
		"podgorze", "nowahuta", "krowodrza", "pradnik", "debniki", "zwierzyniec", "oliwa", "wrzeszcz", "przymorze", "zaspa", "orunia",
		"chelm", "fordon", "bartodzieje", "orlowo", "chylonia", "oksywie", "redlowo", "ligota", "zaleze", "bogucice", "giszowiec", "golonog",
		"zagorze", "dabrowa", "niebuszewo", "pogodno", "dabie", "kalinowszczyzna", "czuby", "bronowice", "centrum":
		return true
	}
	return false
}
