package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
)

// puertoRico takes the urbanization of Puerto Rico, and the house number that
// stands behind a Spanish street name there (Publication 28, 29).
func (g *usGrammar) puertoRico() {
	g.runs(func(from, to int) bool {
		for i := from; i < to; i++ {
			f := g.toks[i].f
			if f != "urb" && f != "urbanizacion" && !(g.caribbean() && (f == "bo" || f == "barrio" || f == "sector" || f == "sect" || f == "parc" || f == "parcelas" || f == "ext" || f == "residencial" || f == "res" || f == "reparto" || f == "rpto" || f == "com" || f == "comunidad" || f == "villa" && i == from && to-from < 4 && from > 0 && false)) || i+1 >= to {
				continue
			}
			end := i + 1
			for end < to && !(hasDigit(g.toks[end].f) && end > i+1) && !spanishType(g.toks[end].f) && g.info[end].suf != "AVE" && usUnit(g.toks[end].f) == "" {
				end++
			}
			if end == i+1 || g.a.Urbanization != "" {
				continue
			}
			if end == to && to == g.tail && g.place(to-1, to) > nowhere && end-i > 2 {
				end = to - 1 // no comma before the town
			}
			head := "URB "
			if f != "urb" && f != "urbanizacion" {
				head = upper(f) + " "
			}
			g.a.Urbanization = head + g.name(i+1, end)
			g.take(tagger.Suburb, i, end)
			return false
		}
		return true
	})
	if !g.caribbean() {
		return
	}
	g.runs(func(from, to int) bool {
		f := g.toks[from].f
		if !spanishType(f) && g.info[from].suf != "AVE" || to-from < 2 || g.a.HouseNumber != "" {
			return true
		}
		at := to
		for i := from + 1; i < to; i++ {
			if strings.HasPrefix(g.toks[i].f, "#") || usNumber(g.toks[i].f) && i > from+1 {
				at = i
				break
			}
		}
		if f == "carr" || f == "carretera" {
			if from+2 < to && g.toks[from+2].f == "km" || at < to && g.toks[at-1].f == "km" {
				g.roadKilometre(from, to)
				return false
			}
		}
		if at == to {
			return true
		}
		end := at + 1
		id := strings.TrimPrefix(g.toks[at].f, "#")
		if id == "" && end < to {
			id, end = g.toks[end].f, end+1
		}
		if !usNumber(id) {
			return true
		}
		g.a.HouseNumber = upper(id)
		g.a.Street, g.a.Rule, g.a.Confidence = g.name(from, at), "us:named", 0.9
		g.take(tagger.Road, from, at)
		g.take(tagger.HouseNumber, at, end)
		return false
	})
}

// roadKilometre takes "Carr 2 Km 14.5 Int" as a street.
func (g *usGrammar) roadKilometre(from, to int) {
	end := from + 2
	for end < to && (g.toks[end].f == "km" || g.toks[end].f == "hm" || hasDigit(g.toks[end].f) || g.toks[end].f == "int" || g.toks[end].f == "interior") {
		end++
	}
	g.a.Street, g.a.Rule, g.a.Confidence = upper(g.text(from, end)), "us:named", 0.85
	g.take(tagger.Road, from, end)
}

// caribbean reports an address of Puerto Rico or the Virgin Islands.
func (g *usGrammar) caribbean() bool {
	return g.state == "PR" || len(g.a.Postcode) > 3 && (g.a.Postcode[:3] == "006" || g.a.Postcode[:3] == "007" || g.a.Postcode[:3] == "009")
}
