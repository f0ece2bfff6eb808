package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// rest gives the free words in front of the delivery line to the recipient, and
// what stands between it and the city, when no digit is in it.
func (g *usGrammar) rest() {
	if g.a.Rule == "us:empty" && g.a.City == "" && g.a.Postcode == "" {
		return
	}
	g.runs(func(from, to int) bool {
		k := fold.Key(g.text(from, to))
		switch {
		case k == "" || k == fold.Key(g.a.City) || k == fold.Key(g.a.City+g.a.Region) || k == fold.Key(g.a.Region):
			g.code("city", "repeated")
			g.use(from, to)
		case (k == "us" || k == "usa") && from > 0:
			g.code("country", "from_text")
			g.take(tagger.Country, from, to)
		case strings.Contains(k, "@"):
		case !g.afterDelivery(from) || from < g.tail && !digitsIn(g.toks[from:to]) || careWord(g.toks[from].f):
			g.take(tagger.House, from, to)
		}
		return true
	})
	for i := 0; i < len(g.toks); {
		j := i
		for j < len(g.toks) && g.toks[j].label == tagger.House && g.toks[j].seg == g.toks[i].seg {
			j++
		}
		if j > i {
			g.a.Recipient = strings.TrimSpace(g.a.Recipient + " " + g.text(i, j))
		}
		i = max(j, i+1)
	}
}

// county drops a county that stands alone between commas: "King County".
func (g *usGrammar) county() {
	g.runs(func(from, to int) bool {
		if n := to - from; from > 0 && n > 1 && n < 4 && (to < g.tail || g.runs2(from)) && !digitsIn(g.toks[from:to]) {
			switch f := g.toks[to-1].f; {
			case f == "county" || f == "cty" || f == "cnty" || f == "parish":
				g.take(tagger.StateDistrict, from, to)
				g.code("county", "dropped")
			}
		}
		return true
	})
}

// runs2 reports two stretches of free words before token i: a street and a city.
func (g *usGrammar) runs2(i int) bool {
	n := 0
	g.runs(func(from, to int) bool {
		if to <= i {
			n++
		}
		return true
	})
	return n > 1
}

// careOf gives the name behind c/o or attn to the recipient, up to the end of the
// segment, a number or the city.
func (g *usGrammar) careOf() {
	g.runs(func(from, to int) bool {
		for i := from; i < to; i++ {
			if !careWord(g.toks[i].f) || g.toks[i].f == "care" && (i+1 >= to || g.toks[i+1].f != "of") {
				continue
			}
			end := i + 1
			for end < to && !hasDigit(g.toks[end].f) && !(to == g.tail && end > i+1 && g.state != "" && g.place(end, to) >= here) {
				end++
			}
			g.take(tagger.House, i, end)
			break
		}
		return true
	})
}

// careWord tells the words that open the name of somebody else: c/o, attn, %.
func careWord(f string) bool {
	switch f {
	case "c/o", "co/", "attn", "attention", "%", "care":
		return true
	}
	return false
}

// refuse gives text back unread when it has neither town nor ZIP nor a street with
// a name nor a box.
func (g *usGrammar) refuse() {
	a := &g.a
	if a.City != "" || a.Postcode != "" || a.Street != "" || a.POBox != "" || a.Route != "" || g.in.HouseNumber != "" || g.in.Street != "" {
		return
	}
	codes := a.Codes
	*a = Address{Country: a.Country, Rule: "us:empty", Region: g.in.Region}
	for _, c := range codes {
		if c.Code == "placeholder" || c.Field == "country" {
			a.Codes = append(a.Codes, c)
		}
	}
	for i := range g.toks {
		g.toks[i].used = false
	}
}
