package address

import (
	"os"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/fold"
)

// A noise spoils a labelled address the way forms and hands do; it gives the text
// and the truth of what is left.
type noise struct {
	name  string
	spoil func(r tagged, seed uint64) (string, map[string]string)
}

// pick mixes a seed and a salt to a number below n, so that noise is the same in
// every run.
func pick(seed, salt, n uint64) uint64 {
	h := seed*0x9e3779b97f4a7c15 + salt*0xbf58476d1ce4e5b9
	h ^= h >> 31
	h *= 0x94d049bb133111eb
	return (h ^ h>>29) % n
}

func seedOf(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// without leaves the words with any of the labels away.
func (t tagged) without(labels ...string) tagged {
	var out tagged
	for i, l := range t.labels {
		gone := false
		for _, x := range labels {
			gone = gone || l == x
		}
		if !gone {
			out.words, out.labels = append(out.words, t.words[i]), append(out.labels, l)
		}
	}
	return out
}

func noCommas(s string) string { return fold.Space(strings.NewReplacer(",", " ", ";", " ").Replace(s)) }

// breakLines puts line breaks at the commas.
func breakLines(s string) string { return strings.ReplaceAll(s, ", ", "\n") }

func noises() []noise {
	same := func(f func(string) string) func(tagged, uint64) (string, map[string]string) {
		return func(r tagged, _ uint64) (string, map[string]string) { return f(r.text()), r.truth() }
	}
	drop := func(f func(string) string, labels ...string) func(tagged, uint64) (string, map[string]string) {
		return func(r tagged, _ uint64) (string, map[string]string) {
			r = r.without(labels...)
			return f(r.text()), r.truth()
		}
	}
	asIs := func(s string) string { return s }
	return []noise{
		{"clean", same(asIs)},
		{"upper", same(strings.ToUpper)},
		{"lower", same(strings.ToLower)},
		{"spaces", same(func(s string) string { return strings.ReplaceAll(s, " ", "  ") })},
		{"lines", same(breakLines)},
		{"no-commas", same(noCommas)},
		{"no-commas-lower", same(func(s string) string { return strings.ToLower(noCommas(s)) })},
		{"no-points", same(func(s string) string { return strings.ReplaceAll(s, ".", "") })},
		{"no-zip", drop(asIs, "ZipCode", "ZipPlus4")},
		{"no-zip-commas", drop(noCommas, "ZipCode", "ZipPlus4")},
		{"no-state", drop(noCommas, "StateName")},
		{"no-city", drop(noCommas, "PlaceName")},
		{"no-state-zip", drop(noCommas, "StateName", "ZipCode", "ZipPlus4")},
		{"no-designator", drop(noCommas, "OccupancyType")},
		{"no-suffix", drop(noCommas, "StreetNamePostType")},
		{"broken", func(r tagged, seed uint64) (string, map[string]string) {
			w := append([]string{}, r.words...)
			if len(w) > 3 {
				w[1+pick(seed, 1, uint64(len(w)-2))] += "\n"
			}
			return strings.ReplaceAll(strings.Join(w, " "), "\n ", "\n"), r.truth()
		}},
		{"mixed", func(r tagged, seed uint64) (string, map[string]string) {
			for i, l := range [][]string{{"ZipCode", "ZipPlus4"}, {"StateName"}, {"PlaceName"}, {"OccupancyType"}, {"StreetNamePostType"}} {
				if pick(seed, uint64(i), 5) == 0 {
					r = r.without(l...)
				}
			}
			s := noCommas(r.text())
			if pick(seed, 9, 2) == 0 {
				s = strings.ToLower(s)
			}
			return s, r.truth()
		}},
	}
}

// TestUSNoise shows how much each kind of noise costs; what leaves every word in
// place may cost one point at most.
func TestUSNoise(t *testing.T) {
	p := New(Options{GrammarOnly: true})

	for _, c := range []struct {
		file string
		step int
	}{{"usaddress_labeled.xml", 1}, {"usaddress_synthetic_osm_data_xml.xml", 8}} {
		rows := taggedFile(t, c.file)
		clean := 0.0
		for _, n := range noises() {
			right, all := 0, 0
			for i := 0; i < len(rows); i += c.step {
				text, truth := n.spoil(rows[i], seedOf(rows[i].text()))
				if text == "" {
					continue
				}
				all++
				bad := p.differs(p.Parse(Input{Lines: strings.Split(text, "\n"), DefaultCountry: "US"}), truth)
				if len(bad) == 0 {
					right++
				} else if shownUS(n.name + c.file) {
					t.Logf("%s %v %q\n  got %s", n.name, bad, text, showUS(p.Parse(Input{Lines: strings.Split(text, "\n"), DefaultCountry: "US"})))
				}
			}
			share := 100 * float64(right) / float64(all)
			t.Logf("%-16s %-44s %.2f %%", n.name, c.file, share)
			switch n.name {
			case "clean":
				clean = share
			case "upper", "lower", "spaces", "lines", "no-commas", "no-commas-lower", "no-points":
				if share < clean-1 {
					t.Errorf("%s: %s costs %.2f points, more than one", c.file, n.name, clean-share)
				}
			}
		}
	}
}

// shownUS reports the noise whose errors the environment asks to see.
func shownUS(name string) bool {
	s := os.Getenv("KARTOTEKA_NOISE")
	return s != "" && strings.HasPrefix(name, s)
}
