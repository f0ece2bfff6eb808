package address

import (
	"iter"
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// Place is one row of a reference file: a postcode and a place that it serves. For
// Great Britain the postcode may be the outward code alone. Region and RegionCode may
// be empty.
type Place struct{ Country, Postcode, City, Region, RegionCode string }

// Gazetteer knows which places lie under a postcode, and in which region. It never
// changes after NewGazetteer and may be shared by goroutines.
//
// Every name stands in memory once; postcodes and places refer to each other by
// numbers, sorted, in two arrays: about 100 bytes a row of a reference file.
type Gazetteer struct {
	codes   map[string]int32 // country + postcode key -> number
	written []string         // postcode as written, by number, with its country in front
	under   lists            // places by postcode

	places map[string]int32 // place key -> number
	names  []string         // place as written, by number: the first of the alphabet
	keys   []string         // place key, by number
	served lists            // postcodes by place

	countries map[string]bool

	regions  map[string]int32 // country + region key -> number; several names share one
	regionOf []int32          // region by postcode; several is none
	correct  bool
}

// none stands for a region that is not known, or not one.
const none = -1

// NewGazetteer reads rows, in any order, from whoever opened the reference file.
func NewGazetteer(rows iter.Seq[Place]) *Gazetteer {
	g := &Gazetteer{codes: map[string]int32{}, places: map[string]int32{}, regions: map[string]int32{}, countries: map[string]bool{}}
	var pairs [][2]int32
	for r := range rows {
		key := postcodeKey(r.Country, r.Postcode)
		city := placeKey(r.City)
		if city == "" || len(key) == len(r.Country) {
			continue
		}
		code, known := g.codes[key]
		if !known {
			code = int32(len(g.written))
			g.codes[key], g.countries[r.Country] = code, true
			g.written = append(g.written, r.Country+r.Postcode)
			g.regionOf = append(g.regionOf, none)
		}
		g.noteRegion(code, !known, r)
		place, known := g.places[city]
		if !known {
			place = int32(len(g.names))
			g.places[city] = place
			g.names, g.keys = append(g.names, strings.Clone(r.City)), append(g.keys, city)
		} else if r.City < g.names[place] {
			g.names[place] = strings.Clone(r.City)
		}
		pairs = append(pairs, [2]int32{code, place})
	}
	g.under = newLists(pairs, 0, len(g.written))
	g.served = newLists(pairs, 1, len(g.names))
	return g
}

// noteRegion gives a postcode the region of a row; a second one takes it away.
func (g *Gazetteer) noteRegion(code int32, first bool, r Place) {
	region := int32(none)
	for _, name := range []string{r.RegionCode, r.Region} {
		key := regionKey(r.Country, name)
		if len(key) == len(r.Country) {
			continue
		}
		if n, known := g.regions[key]; known && region == none {
			region = n
		} else if !known {
			if region == none {
				region = int32(len(g.regions))
			}
			g.regions[key] = region
		}
	}
	if first {
		g.regionOf[code] = region
	} else if g.regionOf[code] != region {
		g.regionOf[code] = none
	}
}

// Correcting gives the same knowledge to parsers that put a correction in where
// exactly one is possible, instead of only naming it.
func (g *Gazetteer) Correcting() *Gazetteer {
	c := *g
	c.correct = true
	return &c
}

// Size tells how many postcodes and places are known.
func (g *Gazetteer) Size() (postcodes, places int) { return len(g.written), len(g.names) }

// Known reports whether the postcode stands in the reference.
func (g *Gazetteer) Known(country, postcode string) bool {
	_, ok := g.code(country, postcode)
	return ok
}

// Covers reports whether the reference has postcodes of the country at all.
func (g *Gazetteer) Covers(country string) bool { return g.countries[country] }

// Has reports whether the place lies under the postcode.
func (g *Gazetteer) Has(country, postcode, city string) bool {
	code, ok := g.code(country, postcode)
	if !ok {
		return false
	}
	place, ok := g.places[placeKey(city)]
	return ok && g.under.has(code, place)
}

func (g *Gazetteer) code(country, postcode string) (int32, bool) {
	n, ok := g.codes[postcodeKey(country, postcode)]
	return n, ok
}

// postcodeKey drops separators, the add-on of a ZIP+4 and the inward part of a
// British postcode.
func postcodeKey(country, postcode string) string {
	k := fold.Key(postcode)
	switch {
	case country == "GB" && len(k) > 4:
		k = k[:len(k)-3]
	case country == "US" && len(k) > 5:
		k = k[:5]
	}
	return country + k
}

// placeKey folds a place name; Saint, Fort and Mount fold to their abbreviations.
func placeKey(s string) string {
	a := fold.ASCII(s)
	for _, p := range [][2]string{{"saint ", "st "}, {"fort ", "ft "}, {"mount ", "mt "}} {
		if strings.HasPrefix(a, p[0]) {
			a = p[1] + a[len(p[0]):]
		}
	}
	return fold.Key(a)
}

// lists are sorted lists of numbers, one behind the other.
type lists struct{ start, items []int32 }

// newLists groups pairs by their first or second number and drops what stands twice.
func newLists(pairs [][2]int32, by, n int) lists {
	slices.SortFunc(pairs, func(a, b [2]int32) int {
		if a[by] != b[by] {
			return int(a[by] - b[by])
		}
		return int(a[1-by] - b[1-by])
	})
	l := lists{start: make([]int32, n+1)}
	for i, p := range pairs {
		if i > 0 && p == pairs[i-1] {
			continue
		}
		l.items = append(l.items, p[1-by])
		l.start[p[by]+1] = int32(len(l.items))
	}
	for i := 1; i <= n; i++ {
		l.start[i] = max(l.start[i], l.start[i-1])
	}
	l.items = slices.Clip(l.items)
	return l
}

func (l lists) of(i int32) []int32 { return l.items[l.start[i]:l.start[i+1]] }

func (l lists) has(i, item int32) bool {
	_, ok := slices.BinarySearch(l.of(i), item)
	return ok
}
