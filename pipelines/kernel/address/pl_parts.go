package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// plRemarks takes voivodeship, gmina, powiat, boxes and labels out of the text.
func (w *work) plRemarks() {
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		if w.toks[i].text[0] == '(' {
			w.parenthesis(i)
			if w.toks[i].used {
				continue
			}
		}
		f, next := w.toks[i].f, w.near(i+1, i)
		if misspelt(f, "skrytka") != "" && next != "" {
			f = "skrytka"
		}
		switch f {
		case "woj", "wojewodztwo", "wojew":
			if next == "" {
				continue
			}
			end := i + 2
			w.setRegion(i+1, end)
			w.take(tagger.State, i, end)
		case "gm", "gmina", "pow", "powiat":
			if next == "" || (f == "gmina" || f == "powiat") && i > 0 && w.toks[i-1].seg == w.toks[i].seg && !w.toks[i-1].used && !w.toks[i].dot() {
				continue
			}
			end := w.remarkEnd(i + 1)
			w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + w.text(i, end))
			w.use(i, end)
		case "dzielnica", "dz":
			if next != "" && !hasDigit(next) && w.a.DependentLocality == "" && f == "dzielnica" {
				end := w.run(i + 1)
				w.a.DependentLocality = w.name(i+1, end)
				w.take(tagger.Suburb, i, end)
			}
		case "skr", "skrytka", "skryt", "przegrodka":
			w.plBox(i)
		case "po", "p":
			if j := i + 1; f == "po" && w.near(j, i) == "box" || f == "p" && w.near(j, i) == "o" && w.near(j+1, i) == "box" {
				w.plBox(i)
			}
		case "poste":
			if next == "restante" {
				w.a.POBox = "poste restante"
				w.a.Rule = "pl:box"
				w.take(tagger.POBox, i, i+2)
			}
		case "adres", "adr", "zam", "zamieszkaly", "zamieszkala", "kod", "miejscowosc", "miasto", "poczta":
			if strings.HasSuffix(w.toks[i].text, ":") || w.toks[i].dot() && f != "kod" {
				w.toks[i].used = true
			}
		case "tel", "telefon", "kom", "domofon", "fax", "nip":
			if next != "" && hasDigit(next) || strings.HasSuffix(w.toks[i].text, ":") {
				end := w.run(i)
				w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + w.text(i, end))
				w.use(i, end)
			}
		default:
			if w.a.Region == "" && plRegion(f) != "" && i > 0 {
				if from, to := w.segment(i); to-from == 1 {
					w.setRegion(i, i+1)
					w.take(tagger.State, i, i+1)
				}
			}
		}
	}
}

// parenthesis takes a remark in brackets that begins at token i: a voivodeship goes
// to the region, other remarks are kept apart; a name stays part of its place
// ("Domanin (Osada)").
func (w *work) parenthesis(i int) {
	end := i + 1
	for end < len(w.toks) && !strings.HasSuffix(w.toks[end-1].text, ")") {
		end++
	}
	first := strings.TrimPrefix(w.toks[i].f, "woj. ")
	switch {
	case plRegion(first) != "" && end == i+1, first == "woj" && end > i+1:
		if first == "woj" {
			w.setRegion(i+1, end)
		} else {
			w.setRegion(i, end)
		}
	case digitsIn(w.toks[i:end]) || i > 0 && hasDigit(w.toks[i-1].f):
		w.a.Unparsed = strings.TrimSpace(w.a.Unparsed + " " + w.text(i, end))
	default:
		return
	}
	w.use(i, end)
}

func (w *work) setRegion(from, to int) {
	r := plRegion(joinFolded(w.toks[from:to]))
	if r == "" {
		r = w.text(from, to)
	}
	if w.a.Region == "" {
		w.a.Region = r
	}
}

// remarkEnd finds where the name after gm. or pow. ends: at the segment, or before
// the next mark or number.
func (w *work) remarkEnd(i int) int {
	end := w.run(i)
	for j := i + 1; j < end; j++ {
		f := w.toks[j].f
		if c, abbr := plType(f); c != "" && abbr || hasDigit(f) || f == "pow" || f == "woj" || f == "gm" {
			return j
		}
	}
	return end
}

// plBox reads "skr. poczt. 12A", "Skrytka pocztowa nr 8", "P.O. Box 8".
func (w *work) plBox(i int) {
	j := i + 1
	for ; j < len(w.toks); j++ {
		switch w.near(j, i) {
		case "poczt", "pocz", "pocztowa", "pocztowej", "p", "o", "box", "nr":
			continue
		default:
			if misspelt(w.near(j, i), "pocztowa", "poczt") != "" {
				continue
			}
		}
		break
	}
	if f := w.near(j, i); f != "" && isDigit(f[0]) {
		w.a.POBox = upperNumber(f)
		w.a.Rule = "pl:box"
		w.take(tagger.POBox, i, j+1)
	}
}

// plNumberParts takes flat, staircase, floor and "no number" out of the text.
func (w *work) plNumberParts() {
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		f, next := w.toks[i].f, w.near(i+1, i)
		prev := ""
		if i > 0 {
			prev = w.toks[i-1].f
		}
		switch f {
		case "kl", "klatka", "wejscie", "wej", "klat":
			if next != "" && len(next) <= 4 && w.a.Staircase == "" && i > 0 {
				w.a.Staircase = upperNumber(next)
				w.take(tagger.Staircase, i, i+2)
			}
			continue
		case "parter":
			if i > 0 {
				w.a.Level = "parter"
				w.take(tagger.Level, i, i+1)
			}
			continue
		case "pietro", "pietr", "floor", "p":
			w.plLevel(i, prev, next)
			continue
		case "b", "bez":
			if f == "b" && next == "n" && w.toks[i].dot() || f == "bez" && (next == "numeru" || next == "nr") {
				w.use(i, i+2)
				w.code("house_number", "none")
			}
			continue
		case "bn", "brak":
			if f == "bn" && w.toks[i].dot() || f == "brak" && (next == "nr" || next == "numeru") {
				end := i + 1
				if f == "brak" {
					end++
				}
				w.use(i, end)
				w.code("house_number", "none")
			}
			continue
		}
		if plUnitWord(f) != "" {
			w.plUnit(i, prev)
		}
	}
}

func (w *work) plLevel(i int, prev, next string) {
	switch {
	case w.a.Level != "" || i == 0:
	case next != "" && (allDigits(next) && len(next) <= 2 || roman(next)) && (w.toks[i].f != "p" || hasDigit(prev) && w.toks[i].dot()):
		w.a.Level = strings.ToUpper(next)
		w.take(tagger.Level, i, i+2)
	case !w.toks[i-1].used && (roman(prev) || hasDigit(prev) && len(prev) <= 3) && (w.toks[i].f != "p" || w.toks[i].dot() && roman(prev)) && i > 1:
		w.a.Level = strings.ToUpper(prev)
		w.take(tagger.Level, i-1, i+1)
	}
}

// plUnit reads a flat after its designator. The bare letters m and l count only
// after a number ("12 m 5"), because they also stand for other words.
func (w *work) plUnit(i int, prev string) {
	word := plUnitWord(w.toks[i].f)
	if i == 0 || w.a.Unit != "" && w.in.Unit == "" || len(w.toks[i].f) == 1 && !hasDigit(prev) && len(prev) > 1 && !w.toks[i-1].used {
		return
	}
	j := i + 1
	for ; j < len(w.toks); j++ {
		switch w.near(j, i) {
		case "uzytkowy", "uzytk", "uz", "nr", "mieszkalny", "handlowy", "uslugowy", "numer":
			continue
		}
		break
	}
	f := w.near(j, i)
	if f == "" || !isDigit(f[0]) && len(f) > 2 {
		return
	}
	end := j + 1
	if g := w.near(end, i); len(g) == 1 && isLetter(g[0]) && allDigits(f) && plUnitWord(g) == "" && g != "p" && g != "i" {
		f, end = f+g, end+1
	}
	w.a.UnitType, w.a.Unit = word, upperNumber(f)
	w.take(tagger.Unit, i, end)
}

// unitColumn reads a separate column for the flat: the designator goes off.
func unitColumn(s string) (unit, kind string) {
	if s == "" {
		return "", ""
	}
	t := fold.Tokens(s)
	for len(t) > 1 && (plUnitWord(t[0]) != "" || usUnit(t[0]) != "" || t[0] == "nr" || t[0] == "flat") {
		if kind == "" {
			if kind = plUnitWord(t[0]); kind == "" {
				kind = usUnit(t[0])
			}
		}
		t = t[1:]
	}
	return strings.ToUpper(strings.Join(t, "")), kind
}

// upperNumber writes the letters of a number in capitals: 12a becomes 12A.
func upperNumber(f string) string { return strings.ToUpper(strings.Trim(f, "-/")) }
