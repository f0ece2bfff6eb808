package address

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/address/tagger"
)

// plDrop takes words out of the text that no field holds, and names the reason.
func (w *work) plDrop(from, to int, field, code string) {
	w.use(from, to)
	w.code(field, code)
}

// has reports whether a code was given.
func (w *work) has(field, code string) bool { return slices.Contains(w.a.Codes, Code{field, code}) }

// compact removes the words that plDrop took, so that what stood around them is
// neighbours.
func (w *work) compact() {
	gone := false
	for i := range w.toks {
		if w.toks[i].used && w.toks[i].label == tagger.None {
			gone = true
			break
		}
	}
	if !gone {
		return
	}
	out := w.toks[:0]
	cut := false
	for _, t := range w.toks {
		if t.used && t.label == tagger.None {
			cut = true
			continue
		}
		if cut {
			t.glued, cut = false, false
		}
		out = append(out, t)
	}
	w.toks = out
}

// plLabels drops what forms and people write around an address: labels (adres:),
// telephone numbers, e-mail addresses, remarks in brackets, the gmina.
func (w *work) plLabels() {
	for i := 0; i < len(w.toks); i++ {
		if w.toks[i].used {
			continue
		}
		t := w.toks[i]
		if t.text[0] == '(' || t.text[0] == '[' {
			i = w.parenthesis(i) - 1
			continue
		}
		if strings.IndexByte(t.f, '@') >= 0 || strings.HasPrefix(t.f, "www") && i+1 < len(w.toks) && w.toks[i+1].glued {
			w.plContact(w.gluedFrom(i), w.gluedTo(i))
			continue
		}
		if end := w.plPhone(i); end > i {
			w.plDrop(i, end, "phone", "dropped")
			continue
		}
		if end := w.plLabel(i); end > i {
			w.plDrop(i, end, "label", "dropped")
			continue
		}
		if end := w.plNear(i); end > i {
			w.plDrop(i, end, "remark", "dropped")
			continue
		}
		if (t.f == "dzielnica" || t.f == "dzieln" || t.f == "dz") && w.near(i+1, i) != "" && w.a.DependentLocality == "" && w.districtEnd(i+1) > 0 && !plNumberWord(w.toks[i+1]) && !plotWord(w.toks[i+1].f) {
			end := w.districtEnd(i + 1)
			w.a.DependentLocality = w.name(i+1, end)
			w.take(tagger.Suburb, i, end)
			continue
		}
		if t.f == "gm" || t.f == "gmina" || t.f == "pow" || t.f == "powiat" {
			if end := w.plDistrictName(i); end > i {
				w.plDrop(i, end, "gmina", "dropped")
			}
		}
	}
	w.compact()
}

// plContact drops an e-mail address or a site; its last part is no country.
func (w *work) plContact(from, to int) {
	for i := from; i < to; i++ {
		if w.toks[i].label == tagger.Country {
			w.toks[i].label = tagger.None
			w.a.Codes = slices.DeleteFunc(w.a.Codes, func(c Code) bool { return c == Code{"country", "from_text"} })
		}
	}
	w.plDrop(from, to, "email", "dropped")
}

// gluedFrom and gluedTo give the ends of the words written without a blank around i.
func (w *work) gluedFrom(i int) int {
	for i > 0 && w.toks[i].glued {
		i--
	}
	return i
}

func (w *work) gluedTo(i int) int {
	for i++; i < len(w.toks) && w.toks[i].glued && w.toks[i].seg == w.toks[i-1].seg; i++ {
	}
	return i
}

// plPhone finds the end of a telephone number, a domofon or a tax number at i.
func (w *work) plPhone(i int) int {
	f := w.toks[i].f
	switch f {
	case "tel", "telefon", "tel/fax", "kom", "komorka", "mob", "fax", "faks", "nip", "regon", "pesel", "domofon", "krs", "bdo":
		j := i + 1
		for w.near(j, i) != "" && w.toks[j].text != "(" && strings.Trim(w.near(j, i), "0123456789+-/x") == "" && !w.plPostcodeHere(j) {
			j++
		}
		if j > i+1 || strings.HasSuffix(w.toks[i].text, ":") {
			return j
		}
	case "kod":
		if w.near(i+1, i) == "domofonu" || w.near(i+1, i) == "do" && w.near(i+2, i) == "domofonu" {
			return w.plPhoneTail(i + 2)
		}
	}
	if !isDigit(f[0]) && f[0] != '+' {
		return i
	}
	digits := strings.Map(func(r rune) rune {
		if r == '-' || r == '+' {
			return -1
		}
		return r
	}, f)
	switch {
	case !allDigits(digits):
		return i
	case f[0] == '+' || f == "0048" || f == "48" && len(w.near(i+1, i)) == 3 && len(w.near(i+2, i)) == 3:
		return w.plPhoneTail(i)
	case len(digits) == 9 && len(f) <= 11 && (i > 0 || len(w.toks) > 1):
		return i + 1
	case len(f) == 3 && len(w.near(i+1, i)) == 3 && allDigits(w.near(i+1, i)) && len(w.near(i+2, i)) == 3 && allDigits(w.near(i+2, i)) && i > 0:
		return i + 3
	}
	return i
}

func (w *work) plPhoneTail(i int) int {
	j := i
	for w.near(j, i) != "" && !w.plPostcodeHere(j) && strings.Trim(w.near(j, i), "0123456789+-/x") == "" || j == i && w.near(j, i) == "+" {
		j++
	}
	return j
}

func (w *work) plPostcodeHere(i int) bool { return postcodeShape(w.near(i, i)) }

// plLabel finds the end of a label that begins at i.
func (w *work) plLabel(i int) int {
	t, next := w.toks[i], w.near(i+1, i)
	first := i == 0 || w.toks[i-1].seg != t.seg || w.toks[i-1].used
	colon := strings.HasSuffix(t.text, ":")
	switch t.f {
	case "adres", "adr", "adresy":
		if !first {
			return i
		}
		j := i + 1
		for addressWord(w.near(j, i)) {
			j++
		}
		if w.near(j, i) != "" || strings.HasSuffix(w.toks[j-1].text, ":") || j == i+1 && colon {
			return j
		}
	case "zam", "zamieszkaly", "zamieszkala", "zamieszkali", "zamieszkanie", "zameldowany", "zameldowana", "zameldowani":
		j := i + 1
		for f := w.near(j, i); f == "w" || f == "we" || f == "przy" || f == "pod"; f = w.near(j, i) {
			j++
			if c, _ := plType(w.near(j, i)); c == "" && f == "pod" {
				j--
				break
			}
		}
		if t.f != "zam" || t.dot() || colon {
			return j
		}
	case "kod":
		j := i + 1
		for f := w.near(j, i); f == "pocztowy" || f == "poczt" || f == "pocz"; f = w.near(j, i) {
			j++
		}
		if colon || j > i+1 || j < len(w.toks) && w.toks[j].label == tagger.Postcode {
			return j
		}
	case "pna":
		return i + 1
	case "miejscowosc", "miejsc", "msc", "m-sc", "miejsc-sc", "m-c":
		if next != "" || colon || i+1 < len(w.toks) {
			return i + 1
		}
	case "miasto", "m-to", "kraj", "wojewodztwo", "dom", "ulica", "posesja":
		if colon && t.f != "ulica" && t.f != "wojewodztwo" {
			return i + 1
		}
		if t.f == "miasto" && first && next != "" && places.Known(next) && !hasDigit(next) {
			return i + 1
		}
		if t.f == "dom" && isDigit(firstByte(next)) && !first {
			return i + 1
		}
	case "wies":
		if first && next != "" && !hasDigit(next) && w.plKnownFrom(i+1) && !w.plKnownFrom(i) {
			return i + 1
		}
	case "m":
		// "m. Zalesie 9": a village is announced
		if first && t.dot() && len(next) > 3 && !hasDigit(next) && w.plKnownFrom(i+1) {
			return i + 1
		}
	case "nr", "numer":
		switch next {
		case "domu", "posesji", "budynku":
			return i + 2
		case "mieszkania", "lokalu", "mieszk", "miesz", "lok":
			return i + 1
		}
	case "odbiorca", "adresat", "nadawca", "klient", "platnik":
		if first && colon {
			return i + 1
		}
	case "e-mail", "email", "mail":
		if colon || strings.Contains(next, "@") {
			return i + 1
		}
	case "t":
		if t.dot() && len(next) >= 9 && allDigits(next) {
			return i + 1
		}
	}
	return i
}

func addressWord(f string) bool {
	switch f {
	case "zamieszkania", "zameldowania", "korespondencyjny", "korespondencji", "do", "dostawy", "wysylki", "pocztowy", "staly", "stalego",
		"domowy", "firmy", "klienta", "siedziby", "nadawcy", "odbiorcy", "zam", "koresp":
		return true
	}
	return false
}

// plKnownFrom reports whether one, two or three words from i on name a place.
func (w *work) plKnownFrom(i int) bool {
	key := ""
	for j := i; j < i+3; j++ {
		f := w.near(j, i)
		if f == "" || hasDigit(f) {
			return false
		}
		if key += placeWord(f); places.Known(key) {
			return true
		}
	}
	return false
}

// plNear finds the end of "k/Poznania", "k. Poznania", "koło Poznania": which of
// several villages of one name is meant.
func (w *work) plNear(i int) int {
	t, next := w.toks[i], w.near(i+1, i)
	if i == 0 || w.toks[i-1].seg != t.seg {
		if !strings.HasPrefix(t.f, "k/") {
			return i
		}
	}
	switch {
	case strings.HasPrefix(t.f, "k/") && len(t.f) > 4 && !hasDigit(t.f):
		return i + 1
	case t.f == "k/" && len(next) > 3 && !hasDigit(next):
		return i + 2
	case (t.text == "k." || t.text == "K." && hasDigit(w.toks[i-1].f) && w.near(i+2, i) == "" || t.f == "kolo" || t.text == "ok.") && len(next) > 3 && !hasDigit(next):
		if prev := w.toks[i-1]; prev.dot() || typeAbbr(prev.f) || t.f != "kolo" && len(prev.f) == 1 && isLetter(prev.f[0]) {
			return i
		}
		return i + 2
	}
	return i
}

// plDistrictName finds the end of a gmina or powiat and its name.
func (w *work) plDistrictName(i int) int {
	t, next := w.toks[i], w.near(i+1, i)
	if next == "" || hasDigit(next) {
		return i
	}
	if len(t.f) > 3 && i > 0 && w.toks[i-1].seg == t.seg && plInstitution(w.toks[i-1].f) {
		return i // "Urząd gmina"
	}
	end := i + 2
	if !strings.HasPrefix(t.f, "pow") {
		for n := 3; n > 0; n-- {
			if i+1+n <= len(w.toks) && w.sameRun(i+1, i+1+n) && places.Known(placeKey(joinFolded(w.toks[i+1:i+1+n]))) {
				end = i + 1 + n
				break
			}
		}
		if w.wholeTail(i + 1) {
			end = w.remarkEnd(i + 1)
		}
	}
	return end
}

// wholeTail reports words without digits up to the end of the segment.
func (w *work) wholeTail(i int) bool {
	end := w.run(i)
	return end > i && end-i <= 3 && !digitsIn(w.toks[i:end]) && (end == len(w.toks) || w.toks[end].seg != w.toks[i].seg)
}

// districtEnd finds the end of the name of a district that begins at i, or 0.
func (w *work) districtEnd(i int) int {
	end := w.run(i)
	if end <= i || digitsIn(w.toks[i:end]) || end-i > 3 {
		for n := 2; n > 0; n-- {
			if key := placeWord(joinFolded(w.toks[i:min(i+n, len(w.toks))])); w.sameRun(i, i+n) && (plDistrict(key) || places.Known(key)) {
				return i + n
			}
		}
		return 0
	}
	return end
}

// sameRun reports whether tokens [from, to) are free, of one segment and no numbers.
func (w *work) sameRun(from, to int) bool {
	for i := from; i < to; i++ {
		if f := w.near(i, from); f == "" || isDigit(f[0]) {
			return false
		}
	}
	return true
}

// remarkEnd finds where the name after gm. or pow. ends: at the segment, or before
// the next mark or number.
func (w *work) remarkEnd(i int) int {
	end := w.run(i)
	for j := i + 1; j < end; j++ {
		f := w.toks[j].f
		if c, abbr := plType(f); c != "" && abbr || hasDigit(f) || f == "pow" || f == "powiat" || f == "woj" || f == "gm" || f == "gmina" || f == "poczta" {
			return j
		}
	}
	return end
}

// parenthesis reads a remark in brackets that begins at token i and gives its end: a
// voivodeship goes to the region, a district to the locality; a name stays part of
// its place ("Domanin (Osada)"), a mark of a flat is left to its rule, other remarks
// are dropped.
func (w *work) parenthesis(i int) int {
	end := i + 1
	for end < len(w.toks) && !strings.ContainsAny(w.toks[end-1].text, ")]") {
		end++
	}
	first, next := w.toks[i].f, ""
	if end > i+1 {
		next = w.toks[i+1].f
	}
	key := placeKey(joinFolded(w.toks[i:end]))
	switch {
	case plRegionKey(key) != "" || first == "woj" || first == "wojewodztwo":
		for j := i; j < end; j++ {
			w.unbracket(j)
		}
		if from := i + 1; plRegionKey(key) == "" {
			w.setRegion(from, end)
		} else {
			w.setRegion(i, end)
		}
		w.take(tagger.State, i, end)
		return end
	case key == "polska" || key == "poland" || key == "pl":
		w.code("country", "from_text")
		w.take(tagger.Country, i, end)
		return end
	case first == "osada" || first == "kolonia" || first == "czesc" || first == "wies" || first == "przysiolek":
		return end
	case plUnitWord(first) != "" && (hasDigit(next) || len(next) == 1), first == "brak" || first == "bez", plBlock(first),
		end == i+1 && numberLike(first), end == i+1 && postcodeShape(first), first == "parter", first == "kl", first == "klatka",
		first == "dzielnica" || first == "dz", roman(first) && next != "", first == "pietro", allDigits(first) && (next == "pietro" || next == "p"):
		for j := i; j < end; j++ {
			w.unbracket(j)
		}
		return i + 1
	case i > 0 && !digitsIn(w.toks[i:end]) && (places.Known(key) || plDistrict(key)):
		for j := i; j < end; j++ {
			w.unbracket(j)
		}
		w.a.DependentLocality = w.name(i, end)
		w.take(tagger.Suburb, i, end)
		return end
	case i == 0 && end == len(w.toks):
		return end
	}
	w.plDrop(i, end, "remark", "dropped")
	return end
}

func (w *work) unbracket(i int) {
	t := &w.toks[i]
	if s := strings.Trim(t.text, "()[]"); s != "" {
		t.text = s
	}
	t.f = strings.Trim(t.f, "[]")
}
