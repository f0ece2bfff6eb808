package linkage

import "math"

// cultures is how many groups of names that go together are told apart.
const cultures = 4

// cultureRows bounds the rows that the groups are learned from.
const cultureRows = 200_000

// A culture model says how much more often a given name and a surname are met
// together than each alone would suggest: Wolfgang Wagner in a table that is
// mostly Polish. Names are drawn within one of a few groups of names,
//
//	P(given, family) = sum over groups of P(group) P(given|group) P(family|group),
//
// whose probabilities follow from the table by expectation-maximisation
// (T. Hofmann, "Probabilistic latent semantic analysis", UAI 1999).
type cultureModel struct {
	given  [][cultures]float32 // P(given|group) / P(given), by code of the given name's key
	family [][cultures]float32 // P(group|family), by code of the surname's key
}

// learnCultures looks at the rows that have both names.
func learnCultures(given, family *Column) *cultureModel {
	if !given.Present() || !family.Present() {
		return nil
	}
	type name struct{ g, f, n uint32 }
	counts := map[[2]uint32]uint32{}
	var names []name
	step := len(given.Codes)/cultureRows + 1
	for row := 0; row < len(given.Codes); row += step {
		if pair := [2]uint32{given.Codes[row], family.Codes[row]}; pair[0] != 0 && pair[1] != 0 {
			counts[pair]++
			if counts[pair] == 1 {
				names = append(names, name{g: pair[0], f: pair[1]})
			}
		}
	}
	for i := range names { // a name counts by the root of its rows: many rows may be one person
		names[i].n = counts[[2]uint32{names[i].g, names[i].f}]
	}
	perGroup := [cultures]float64{}
	byGiven, byFamily := make([][cultures]float64, len(given.Values)), make([][cultures]float64, len(family.Values))
	for round := range 25 {
		nextGiven, nextFamily := make([][cultures]float64, len(byGiven)), make([][cultures]float64, len(byFamily))
		next := [cultures]float64{}
		for _, x := range names {
			var p [cultures]float64
			if round == 0 { // the groups differ at first by chance alone, the same chance every time
				p = chance(textHash(family.Values[x.f]))
			} else {
				for k := range p {
					p[k] = byGiven[x.g][k] * byFamily[x.f][k] / max(perGroup[k], tiny)
				}
			}
			weight := math.Sqrt(float64(x.n)) / max(p[0]+p[1]+p[2]+p[3], tiny)
			for k := range p {
				nextGiven[x.g][k] += p[k] * weight
				nextFamily[x.f][k] += p[k] * weight
				next[k] += p[k] * weight
			}
		}
		byGiven, byFamily, perGroup = nextGiven, nextFamily, next
	}
	return ratios(byGiven, byFamily, perGroup)
}

// chance spreads a whole over the groups by the bits of a hash.
func chance(h uint64) [cultures]float64 {
	var p [cultures]float64
	for k := range p {
		p[k] = 0.5 + float64(mix(h+uint64(k))%1024)/1024
	}
	return p
}

// ratios turns weights into the two factors of the lift. A name of few rows says
// little about its group, so that every name is mixed with one usual row.
func ratios(byGiven, byFamily [][cultures]float64, perGroup [cultures]float64) *cultureModel {
	var total float64
	for _, w := range perGroup {
		total += w
	}
	m := &cultureModel{given: make([][cultures]float32, len(byGiven)), family: make([][cultures]float32, len(byFamily))}
	for g := range byGiven {
		var all float64
		for _, w := range byGiven[g] {
			all += w
		}
		for k, w := range byGiven[g] {
			usual := perGroup[k] / total
			m.given[g][k] = float32((w + usual) / (all + 1) / max(usual, tiny))
		}
	}
	for f := range byFamily {
		var all float64
		for _, w := range byFamily[f] {
			all += w
		}
		for k, w := range byFamily[f] {
			m.family[f][k] = float32((w + perGroup[k]/total) / (all + 1))
		}
	}
	return m
}

// lift is P(given, family) / (P(given) P(family)).
func (m *cultureModel) lift(given, family uint32) float32 {
	if m == nil {
		return 1
	}
	g, f := &m.given[given], &m.family[family]
	return g[0]*f[0] + g[1]*f[1] + g[2]*f[2] + g[3]*f[3]
}
