package address

import "kartoteka/pipelines/kernel/address/tagger"

// plBoxes takes boxes at a post office out of the text, and the post office with
// them: "skr. poczt. 12A", "P.O. Box 8", "poste restante, UP Gdańsk 50".
func (w *work) plBoxes() {
	for i := range w.toks {
		if w.toks[i].used {
			continue
		}
		f, next := w.toks[i].f, w.near(i+1, i)
		switch f {
		case "skr", "skrytka", "skryt", "skrytki", "przegrodka", "przegr", "skrpoczt", "pobox":
			w.plBox(i)
		case "po", "post", "postbox", "postfach":
			if f != "po" && f != "post" || next == "box" {
				w.plBox(i)
			}
		case "p":
			if next == "o" && w.near(i+2, i) == "box" || next == "o" && w.near(i+2, i) == "b" || next == "box" {
				w.plBox(i)
			}
		case "poste":
			if next == "restante" || next == "restant" {
				w.a.POBox, w.a.Rule = "poste restante", "pl:box"
				w.take(tagger.POBox, i, i+2)
			}
		case "poste-restante":
			w.a.POBox, w.a.Rule = "poste restante", "pl:box"
			w.take(tagger.POBox, i, i+1)
		default:
			if next != "" && misspelt(f, "skrytka") != "" {
				w.plBox(i)
			}
		}
	}
	if w.a.POBox != "" {
		w.plPostOffice()
	}
}

// plBox reads the number of a box whose first word is token i.
func (w *work) plBox(i int) {
	j := i + 1
	for ; j < len(w.toks); j++ {
		switch f := w.near(j, i); f {
		case "poczt", "pocz", "pocztowa", "pocztowej", "p", "o", "box", "nr", "b", "numer", "no":
			continue
		default:
			if misspelt(f, "pocztowa", "poczt") != "" {
				continue
			}
		}
		break
	}
	f := w.near(j, i)
	if f == "" || !isDigit(f[0]) || w.a.POBox != "" {
		return
	}
	end := j + 1
	if g := w.near(end, i); len(g) == 1 && isLetter(g[0]) && allDigits(f) && g != "w" && g != "i" && g != "z" {
		f, end = f+g, end+1
	}
	w.a.POBox, w.a.Rule = upperNumber(f), "pl:box"
	w.take(tagger.POBox, i, end)
}

// plPostOffice reads the post office that keeps the box, when it stands in a segment
// of its own: "UP Gdańsk 50", "Urząd Pocztowy Gdańsk 1".
func (w *work) plPostOffice() {
	w.runs(func(from, to int) bool {
		name := from
		switch {
		case w.toks[from].f == "up" || w.toks[from].f == "fup" || w.toks[from].f == "upt":
			name = from + 1
		case w.toks[from].f == "urzad" && w.near(from+1, from) == "pocztowy":
			name = from + 2
		default:
			return true
		}
		if name < to && (w.toks[name].f == "nr" || w.toks[name].f == "w") {
			name++
		}
		end := name
		for end < to && !hasDigit(w.toks[end].f) {
			end++
		}
		w.code("city", "post_office_removed")
		if w.a.City == "" && end > name && w.a.Postcode == "" {
			w.plSetCity(name, end)
		}
		w.use(from, to)
		return true
	})
	w.compact()
}
