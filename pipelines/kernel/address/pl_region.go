package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// plRegions takes the voivodeship out of the text: marked as such, or alone between
// separators.
func (w *work) plRegions() {
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		switch f := w.toks[i].f; f {
		case "woj", "wojewodztwo", "wojew":
			if end := w.regionEnd(i + 1); end > i+1 && (w.a.Region == "" || w.a.Region == plRegion(joinFolded(w.toks[i+1:end]))) {
				w.setRegion(i+1, end)
				w.take(tagger.State, i, end)
			}
		default:
			from, to := w.segment(i)
			if from == i && to-from > 1 && w.a.Region == "" && strings.HasSuffix(f, "kie") && plRegionKey(placeKey(f)) != "" && (w.plPlace(i+1, i+2) > 0 || typeAbbr(w.toks[i+1].f)) {
				w.setRegion(i, i+1) // "mazowieckie Radom ul. Lipowa 1"
				w.take(tagger.State, i, i+1)
				continue
			}
			if from != i || to-from > 3 || len(w.toks) == to-from || w.a.Region != "" || !regionStart(f) {
				continue
			}
			for to > from && (w.toks[to-1].used || countryCode(w.toks[to-1].f) == "PL" && plRegionKey(placeKey(joinFolded(w.toks[from:to]))) == "") {
				to--
			}
			if key := placeKey(joinFolded(w.toks[from:to])); plRegionKey(key) != "" || w.toks[from].dot() && to == from+1 && plRegionShort(key) != "" {
				w.setRegion(from, to)
				w.take(tagger.State, from, to)
			}
		}
	}
}

// regionStart reports a letter that a voivodeship, or a name of one, begins with.
func regionStart(f string) bool { return strings.IndexByte("dklmoprswzg", f[0]) >= 0 }

// regionEnd finds the end of the name after "woj.": the longest that is known, else
// one word.
func (w *work) regionEnd(i int) int {
	for n := 3; n > 0; n-- {
		if i+n <= len(w.toks) && w.sameRun(i, i+n) {
			key := placeKey(joinFolded(w.toks[i : i+n]))
			if plRegionKey(key) != "" || plRegionShort(key) != "" {
				return i + n
			}
		}
	}
	if w.near(i, i-1) == "" || hasDigit(w.near(i, i-1)) {
		return i
	}
	return i + 1
}

func (w *work) setRegion(from, to int) {
	key := placeKey(joinFolded(w.toks[from:to]))
	r := plRegionKey(key)
	if r == "" {
		if r = plRegionShort(key); r != "" {
			w.code("region", "abbreviation_expanded")
		}
	}
	if r == "" {
		r = strings.Trim(w.text(from, to), "()")
	}
	if w.a.Region == "" {
		w.a.Region = r
	}
}

// plRegion gives the name of a voivodeship from its folded adjective or noun, or "".
func plRegion(f string) string { return plRegionKey(placeKey(f)) }

// plRegionKey is plRegion for a name without blanks and hyphens.
func plRegionKey(key string) string {
	switch key {
	case "dolnoslaskie", "dolnyslask", "lowersilesia":
		return "dolnośląskie"
	case "kujawskopomorskie", "kuyavianpomeranian", "kuyaviapomerania":
		return "kujawsko-pomorskie"
	case "lubelskie", "lubelszczyzna":
		return "lubelskie"
	case "lubuskie", "lubusz":
		return "lubuskie"
	case "lodzkie":
		return "łódzkie"
	case "malopolskie", "malopolska", "lesserpoland":
		return "małopolskie"
	case "mazowieckie", "mazowsze", "mazovia", "masovian":
		return "mazowieckie"
	case "opolskie", "opolszczyzna":
		return "opolskie"
	case "podkarpackie", "podkarpacie", "subcarpathian":
		return "podkarpackie"
	case "podlaskie", "podlasie":
		return "podlaskie"
	case "pomorskie", "pomerania":
		return "pomorskie"
	case "slaskie", "silesia", "silesian":
		return "śląskie"
	case "swietokrzyskie":
		return "świętokrzyskie"
	case "warminskomazurskie":
		return "warmińsko-mazurskie"
	case "wielkopolskie", "wielkopolska", "greaterpoland":
		return "wielkopolskie"
	case "zachodniopomorskie", "westpomerania":
		return "zachodniopomorskie"
	}
	return ""
}

// plRegionShort gives the voivodeship of an abbreviation that stands after "woj." or
// alone with a point.
func plRegionShort(key string) string {
	switch key {
	case "dolnosl", "dlnsl", "dolsl", "dln":
		return "dolnośląskie"
	case "kujpom", "kujawskopom", "kp":
		return "kujawsko-pomorskie"
	case "lubel":
		return "lubelskie"
	case "lubus":
		return "lubuskie"
	case "lodz", "ldz":
		return "łódzkie"
	case "malop", "malopol", "mlp", "mpl":
		return "małopolskie"
	case "maz", "mazow", "maz-w":
		return "mazowieckie"
	case "opol", "op":
		return "opolskie"
	case "podkarp", "podk":
		return "podkarpackie"
	case "podl", "podlas":
		return "podlaskie"
	case "pom", "pomor":
		return "pomorskie"
	case "sl", "slas":
		return "śląskie"
	case "swietokrz", "swiet", "swkrz":
		return "świętokrzyskie"
	case "warmmaz", "warminskomaz", "wm":
		return "warmińsko-mazurskie"
	case "wlkp", "wielkop", "wielkopol", "wlkpl":
		return "wielkopolskie"
	case "zachodniopom", "zachpom", "zp":
		return "zachodniopomorskie"
	}
	return ""
}
