package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name/lexicon"
)

// plPersonal reports words that name a person by title, a firm or an institution
// rather than a place.
func (w *work) plPersonal(from, to int) bool { return plPerson(w.toks[from:to]) }

// plPerson is plPersonal for a list of words.
func plPerson(toks []token) bool {
	for i, t := range toks {
		if plFirm(t.f) || plInstitution(t.f) {
			return true
		}
		switch t.f {
		case "pan", "pani", "panstwo", "sz", "szan", "szanowny", "szanowna", "szanowni", "c/o", "mgr", "inz", "dr", "lek", "adw", "prof", "hab",
			"dla", "jw", "jednostka", "kpr", "szer", "sierz", "st.", "plut", "chor":
			return true
		case "do":
			return i+1 < len(toks) && toks[i+1].f == "rak"
		case "p", "f", "z":
			if i+2 < len(toks) && t.dot() && toks[i+1].glued && toks[i+2].glued && len(toks[i+1].f) == 1 && len(toks[i+2].f) == 1 {
				return true // P.P.H.U., F.H.U.
			}
		case "j":
			return i+1 < len(toks) && toks[i+1].f == "w" && t.dot()
		}
	}
	return false
}

// plFirm tells the words of a firm's legal form or trade.
func plFirm(f string) bool {
	switch f {
	case "sp", "spolka", "firma", "phu", "fhu", "ppuh", "pphu", "zhu", "zpuh", "fpuh", "ppu", "puh", "pw", "s.a", "sa", "s.c", "sc", "z.o.o", "sp.j", "sp.k",
		"apteka", "sklep", "biuro", "hurtownia", "kancelaria", "gabinet", "nzoz", "spzoz", "zoz", "hotel", "restauracja", "bank", "salon",
		"zaklad", "przedsiebiorstwo", "wytwornia", "fabryka", "stacja", "serwis", "warsztat", "piekarnia", "ksiegarnia", "kwiaciarnia", "studio", "agencja":
		return true
	}
	return false
}

// plInstitution tells the words that schools, offices and societies are called by.
func plInstitution(f string) bool {
	switch f {
	case "szkola", "urzad", "przedszkole", "liceum", "technikum", "zespol", "gimnazjum", "zlobek", "szpital", "przychodnia", "parafia",
		"spoldzielnia", "stowarzyszenie", "fundacja", "osrodek", "uniwersytet", "politechnika", "akademia", "instytut", "muzeum", "biblioteka",
		"sad", "starostwo", "komenda", "nadlesnictwo", "dyrekcja", "oddzial", "wspolnota", "zgromadzenie", "klasztor", "kuria", "klub", "zwiazek", "rada":
		return true
	}
	return false
}

// plNamesPerson reports two or three words of which the first or second is a given
// name in the nominative: "Jan Kowalski", "Kowalski Jan". Streets have the genitive.
func (w *work) plNamesPerson(from, to int) bool {
	if to-from < 2 || to-from > 4 {
		return false
	}
	for i := from; i < to; i++ {
		if f := w.toks[i].f; hasDigit(f) || plTitle(f) != "" {
			return false
		}
	}
	return plFullName(w.toks[from].f, w.toks[to-1].f) || plFullName(w.toks[to-1].f, w.toks[from].f) || plGiven(w.toks[from].f) && plGiven(w.toks[from+1].f)
}

// plGiven reports a given name, and no word that streets and places are called by.
func plGiven(f string) bool {
	return len(f) > 2 && lexicon.Given(f) != 0
}

// plFullName reports a given name and a surname that agree in the nominative: Jan
// Kowalski, Anna Kowalska; not Józefa Kraszewskiego, whose first word is a given name
// of women too.
func plFullName(given, surname string) bool {
	if !plGiven(given) || len(surname) < 3 || hasDigit(surname) || plDateWord(surname) {
		return false
	}
	adjective := strings.HasSuffix(surname, "ska") || strings.HasSuffix(surname, "cka") || strings.HasSuffix(surname, "dzka") || strings.HasSuffix(surname, "zka")
	genitive := strings.HasSuffix(surname, "ego") || strings.HasSuffix(surname, "iej") || strings.HasSuffix(surname, "ich")
	if strings.HasSuffix(given, "a") && patronsName(given) {
		return adjective
	}
	return !genitive
}

// patronsName tells given names of women that are also the genitive of a man's, as in
// names of streets: Józefa Bema, Stanisława Moniuszki.
func patronsName(f string) bool {
	if strings.HasSuffix(f, "slawa") {
		return true
	}
	switch f {
	case "jozefa", "kazimiera", "augustyna", "alfreda", "aleksandra", "stefana", "romana", "juliana", "mariana", "adriana", "fabiana", "krystiana", "bogumila",
		"ludwika", "fryderyka", "henryka", "franciszka", "dominika", "gabriela", "karola", "daniela", "rafaela", "marcela", "bogdana", "bohdana", "jana", "marcina",
		"michala", "pawla", "adama", "konstantego", "ryszarda", "leona", "emila", "kamila", "jerzego", "lecha", "dawida", "alberta", "antonina", "wiktora", "olgierda":
		return true
	}
	return false
}

// surnameForm reports the endings of surnames that no street has in the nominative.
func surnameForm(f string) bool {
	for _, end := range []string{"ski", "cki", "dzki", "zki", "ska", "cka", "dzka", "zka", "wicz", "czyk", "czak", "iak", "asik", "czuk"} {
		if len(f) > len(end)+1 && strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// recipientEnd finds where the words of a person or firm end that no separator parts
// from the street or village whose number stands at n; from when there are none.
func (w *work) recipientEnd(from, n int) int {
	firm := plPerson(w.toks[from:n])
	end := from
	if first := w.toks[from].f; first == "pan" || first == "pani" || first == "panstwo" {
		if n-from > 3 {
			return w.placeStart(from+3, n)
		}
		return from
	}
	for i := from; i < n-1; i++ {
		t := w.toks[i]
		prev := ""
		if i > from {
			prev = w.toks[i-1].f
		}
		closed := strings.HasSuffix(t.text, `"`) || strings.HasSuffix(t.text, "”")
		switch {
		case t.f == "o.o" || t.f == "oo" || t.f == "s.a" || t.f == "sa" || t.f == "s.c" || t.f == "sc" || t.f == "sp.k" || t.f == "sp.j",
			t.f == "o" && prev == "o", (t.f == "k" || t.f == "j") && prev == "sp" && t.dot(), (t.f == "c" || t.f == "a") && prev == "s" && t.dot(),
			firm && closed && i > from:
			end = i + 1
		case i+2 < n && (firm || i == from) && (plFullName(t.f, w.toks[i+1].f) || i == from && surnameForm(t.f) && plFullName(w.toks[i+1].f, t.f)):
			end = i + 2
			return w.placeStart(end, n)
		}
	}
	if end > from || !firm {
		return end
	}
	// "Urząd Gminy Warszawa 138", "Biblioteka A. Mickiewicza 44", "Urząd Miasta Plac Lipowy 3"
	for i := from + 1; i < n; i++ {
		t := w.toks[i]
		kind, _ := plType(t.f)
		initial := len(t.f) == 1 && t.dot() && isLetter(t.f[0]) && !plFirm(w.toks[i-1].f) && i+1 < n && len(w.toks[i-1].f) > 2
		if len(w.toks[i-1].f) == 1 && t.glued {
			continue
		}
		if w.plIsTown(i, n) || kind != "" && i+1 < n && len(t.f) > 3 || initial || plTitle(t.f) != "" && t.dot() && i > from+1 {
			return i
		}
	}
	return end
}

// placeStart skips words in front of a place that ends at n.
func (w *work) placeStart(from, n int) int {
	for i := from + 1; i < n; i++ {
		if w.plIsTown(i, n) && !w.plIsTown(from, n) && places.Known(placeWord(joinFolded(w.toks[i:n]))) && w.a.StreetType == "" && n-i > 1 {
			return i
		}
	}
	return from
}

// plIsTown reports whether [from, to) is the town or lies under the postcode.
func (w *work) plIsTown(from, to int) bool {
	key := placeWord(joinFolded(w.toks[from:to]))
	return key == fold.Key(w.a.City) && key != "" || w.plPlace(from, to) == 3
}

// plRest gives what is left: places to the locality, the words before the street
// line to the recipient, and a person behind it when there is none before.
func (w *work) plRest() {
	if w.a.Rule == "pl:empty" && w.a.City == "" && w.a.Postcode == "" && w.a.POBox == "" {
		return
	}
	delivery := w.firstDelivery()
	w.runs(func(from, to int) bool {
		t := w.text(from, to)
		k := fold.Key(t)
		switch {
		case k == "":
			w.use(from, to)
		case k == fold.Key(w.a.City) || k == fold.Key(w.a.DependentLocality):
			w.take(tagger.City, from, to) // the place named twice
		case w.plLocality(from, to, delivery):
		case from < delivery && w.plBareStreet(from, to):
			w.a.Street = w.name(from, to)
			w.take(tagger.Road, from, to)
		case from < delivery || w.a.Recipient == "" && (w.plPersonal(from, to) || w.plNamesPerson(from, to)) || w.a.Recipient != "" && w.plPersonal(from, to) && w.toks[max(0, from-1)].label == tagger.House:
			w.a.Recipient = strings.TrimSpace(w.a.Recipient + " " + plUnquote(join(w.toks[from:to])))
			w.take(tagger.House, from, to)
		}
		return true
	})
}

// plBareStreet reports words in front of the place that can only be a street whose
// number is not known: "Na Skarpie", "Łąkowa".
func (w *work) plBareStreet(from, to int) bool {
	a := w.a
	if a.Street != "" || a.StreetType != "" || a.HouseNumber != "" || a.POBox != "" || a.Recipient != "" || to-from > 3 || digitsIn(w.toks[from:to]) {
		return false
	}
	first := w.toks[from].f
	switch first {
	case "na", "pod", "za", "nad", "przy":
		return to-from > 1 && !w.plPersonal(from, to)
	}
	if to-from > 1 || plGiven(first) || surnameForm(first) || len(first) < 5 {
		return false
	}
	return strings.HasSuffix(first, "owa") || strings.HasSuffix(first, "na")
}

// plUnquote trims signs at the ends, but leaves a pair of quotation marks alone.
func plUnquote(s string) string {
	s = strings.Trim(s, " -/:'")
	if strings.Count(s, `"`) == 1 || len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' && strings.Count(s, `"`) == 2 {
		s = strings.TrimSpace(strings.ReplaceAll(s, `"`, ""))
	}
	return s
}

// firstDelivery gives the first word of the street line or box; without either, the
// first word of the place line.
func (w *work) firstDelivery() int {
	place := len(w.toks)
	for i, t := range w.toks {
		switch t.label {
		case tagger.Road, tagger.HouseNumber, tagger.POBox, tagger.Unit, tagger.Staircase, tagger.Level:
			return i
		case tagger.City, tagger.Postcode, tagger.Suburb:
			place = min(place, i)
		}
	}
	return place
}

// plLocality takes words that name a village or district: one that lies under the
// postcode, a district, or a known place behind the street line.
func (w *work) plLocality(from, to, delivery int) bool {
	if w.a.DependentLocality != "" || w.a.City == "" || digitsIn(w.toks[from:to]) || to-from > 4 {
		return false
	}
	grade := w.plPlace(from, to)
	key := placeWord(joinFolded(w.toks[from:to]))
	beside := from > 0 && w.toks[from-1].label == tagger.City || to < len(w.toks) && w.toks[to].label == tagger.City
	switch {
	case grade == 3, plDistrict(key) && (plBigCity(fold.Key(w.a.City)) || beside):
	case grade > 0 && to-from == 1 && to == delivery && len(w.toks[from].f) > 3 && w.toks[to].seg != w.toks[from].seg && w.a.StreetType != "" && !plGiven(w.toks[from].f):
	case grade > 0 && from > delivery && !w.plNamesPerson(from, to):
	case grade > 0 && beside && to-from == 1 && plBigCity(fold.Key(w.a.City)) && !plGiven(w.toks[from].f):
	default:
		return false
	}
	w.a.DependentLocality = w.name(from, to)
	w.take(tagger.Suburb, from, to)
	return true
}

// afterDelivery reports whether a used word that names the delivery point stands
// before token i.
func (w *work) afterDelivery(i int) bool {
	for j := i - 1; j >= 0; j-- {
		if w.toks[j].used {
			return true
		}
	}
	return false
}
