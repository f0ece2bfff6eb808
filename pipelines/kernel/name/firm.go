package name

import (
	"slices"
	"strings"
)

// firm reports whether a text names a firm or an institution.
func firm(text string, ts []token) bool {
	if slices.ContainsFunc(ts, beginsForm) && formOfWords(ts) {
		return true
	}
	for i, t := range ts {
		if legalForm(t) || institution(t.key) && !personWithThatSurname(ts, i) {
			return true
		}
	}
	if len(ts) > 2 && ts[len(ts)-1].key == "co" {
		return true
	}
	return strings.ContainsAny(text, "&") && len(ts) > 2 && !knownCouple(ts)
}

// beginsForm reports the words of which formOfWords knows phrases, so that most
// names need not be searched.
func beginsForm(t token) bool {
	switch t.key {
	case "sp", "sp.z", "sp.z.o.o", "z", "spolka", "i", "&", "and", "law", "estate", "city", "town", "county", "office", "friends", "house", "dom", "urzad", "c/o":
		return true
	}
	return false
}

// formOfWords reports legal forms and phrases of several words.
func formOfWords(ts []token) bool {
	key := " " + strings.Join(keys(ts), " ") + " "
	for _, form := range []string{" sp z o.o ", " sp. z o.o ", " sp.z o.o ", " sp.z.o.o ", " sp. z.o.o ", " sp z oo ", " spolka z o.o ", " z o. o ", " spolka akcyjna ",
		" spolka jawna ", " spolka cywilna ", " spolka komandytowa ", " sp. j ", " sp. k ", " sp j ", " sp k ", " i wspolnicy ", " i syn ", " i synowie ", " i s-ka ", " & sons ", " and sons ", " & co ", " and co ",
		" and associates ", " & associates ", " law offices ", " law office ", " estate of ", " city of ", " town of ", " county of ", " office of ", " friends of ", " friends for ", " citizens for ", " citizens to ", " house of ", " dom kultury ", " dom dziecka ", " dom pomocy ",
		" urzad gminy ", " c/o "} {
		if strings.Contains(key, form) {
			return true
		}
	}
	return false
}

// knownCouple reports "Jan & Maria Kowalski": a given name on both sides.
func knownCouple(ts []token) bool {
	for i, t := range ts {
		if t.key == "&" && i > 0 && i+1 < len(ts) {
			_, before := given(ts[0].key)
			_, after := given(ts[i+1].key)
			_, titleBefore := title(ts[i-1].key)
			return (before || titleBefore || ts[0].initial()) && (after || titleBefore || ts[i+1].initial())
		}
	}
	return false
}

// personWithThatSurname allows "Charlotte Church": a known given name before
// the only other word.
func personWithThatSurname(ts []token, at int) bool {
	if len(ts) != 2 || at != 1 {
		return false
	}
	switch ts[1].key {
	case "flowers", "pub", "deli", "church", "bank", "banks", "hall", "center", "school", "park", "parks", "shop", "store", "farm", "group", "church's", "klub", "sklep", "bar", "motor", "trust", "union", "press", "media", "house":
		_, known := given(ts[0].key)
		return known
	}
	return false
}

func keys(ts []token) []string {
	out := make([]string, len(ts))
	for i, t := range ts {
		out[i] = t.key
	}
	return out
}

// legalForm reports the legal forms of firms that are one word.
func legalForm(t token) bool {
	key := t.key
	if strings.IndexByte(key, '.') >= 0 {
		key = strings.ReplaceAll(key, ".", "")
	}
	switch key {
	case "spzoo", "sa", "sc", "spj", "spk", "ska", "psa":
		return strings.Contains(t.text, ".") || t.text == strings.ToUpper(t.text) && len(t.text) > 2 || t.text == "SA"
	case "llc", "inc", "incorporated", "ltd", "limited", "corp", "corporation", "llp", "pllc", "plc", "gmbh", "ohg", "kgaa", "ug", "sro", "srl", "spa",
		"oyj", "bv", "nv", "aps", "sarl", "sas", "pty", "dba", "gbr", "ev", "mbh", "lllp", "sprl", "zoo":
		return true
	case "co":
		return strings.HasSuffix(t.text, ".")
	case "ag", "kg", "lp", "oy":
		return t.text == strings.ToUpper(t.text)
	}
	return false
}

// institution reports words that stand in names of firms, offices, schools and
// clubs and hardly ever in names of people.
func institution(key string) bool {
	switch key {
	case "firma", "zaklad", "zaklady", "przedsiebiorstwo", "hurtownia", "sklep", "sklepy", "apteka", "przychodnia", "szpital", "hotel", "pensjonat", "restauracja",
		"kancelaria", "biuro", "biblioteka", "szkola", "przedszkole", "zlobek", "liceum", "technikum", "gimnazjum", "uniwersytet", "politechnika", "akademia", "uczelnia",
		"parafia", "kosciol", "klasztor", "diecezja", "urzad", "starostwo", "gmina", "powiat", "sad", "prokuratura", "komenda", "straz", "osp", "fundacja", "stowarzyszenie", "towarzystwo", "zwiazek",
		"spoldzielnia", "wspolnota", "zarzad", "izba", "instytut", "muzeum", "teatr", "galeria", "drukarnia", "piekarnia", "cukiernia", "masarnia", "ogrodnictwo",
		"gospodarstwo", "kwiaciarnia", "ksiegarnia", "stolarnia", "serwis", "uslugi", "uslug", "handel", "produkcja", "transport", "spedycja", "gabinet", "salon", "studio", "warsztat", "centrum",
		"osrodek", "zespol", "klub", "agencja", "wydawnictwo", "redakcja", "bank", "skok", "ubezpieczenia", "nzoz", "spzoz", "phu", "ppuh", "pphu", "fhu", "phup", "p.h.u", "p.p.h.u", "f.h.u", "f.h", "p.u.h", "f.h.u.p",
		"zpchr", "mops", "gops", "gok", "mok", "auto-serwis", "autoserwis", "meble", "nieruchomosci", "budownictwo", "fabryka", "kopalnia", "elektrownia", "nadlesnictwo", "lesnictwo",
		"associates", "bank's", "church", "ministries", "ministry", "school", "schools", "university", "college", "academy", "services", "service", "group", "holdings", "holding", "trust", "foundation",
		"department", "dept", "hospital", "clinic", "center", "centre", "store", "stores", "shop", "industries", "enterprises", "enterprise", "solutions", "systems", "partners", "partnership",
		"international", "national", "society", "association", "assoc", "institute", "committee", "council", "county", "union", "federation", "nails", "cafe", "restaurant", "grill", "pizza", "diner", "farms", "farm",
		"realty", "properties", "property", "construction", "consulting", "consultants", "insurance", "company", "companies", "bros", "brothers", "motors", "motor", "electric", "plumbing", "landscaping",
		"cleaning", "technologies", "technology", "software", "media", "press", "publishing", "productions", "capital", "investments", "investment", "financial", "finance", "management", "development", "developers", "marketing", "advertising",
		"products", "supply", "supplies", "equipment", "manufacturing", "trucking", "transportation", "logistics", "airlines", "pharmacy", "dental", "medical", "health", "healthcare", "laboratories", "labs", "museum", "library",
		"gallery", "theatre", "theater", "club", "hotels", "inn", "resort", "lodge", "apartments", "housing", "estates", "cooperative", "co-op", "credit", "mutual", "savings", "federal", "verein", "schule", "gesellschaft", "praxis", "apotheke",
		"hardware", "fund", "mfg", "packers", "studios", "outlet", "communications", "builders", "brokerage", "jewelers", "grocery", "liquor", "liquors", "concrete", "paving", "asphalt", "automotive",
		"republican", "republicans", "democratic", "democrats", "photography", "railway", "railroad", "township", "organization", "chevrolet", "toyota", "honda", "carpenters", "citizens", "pac", "bargain", "furniture", "flooring", "roofing",
		"heating", "tire", "towing", "printing", "graphics", "designs", "interiors", "bakery", "deli", "tavern", "pub", "lounge", "ranch", "nursery", "florist", "flowers", "gifts", "jewelry", "imports", "distributors", "wholesale", "rentals", "leasing":
		return true
	}
	return false
}
