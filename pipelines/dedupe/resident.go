package dedupe

import (
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/similar"
)

// A resident is what tells who lives with whom in one house.
type resident struct {
	contact  uint32
	flat     string
	surnames []string
	reach    []string // telephones and e-mail addresses
	gender   string
	birth    int32 // days since 1970; absent is noDay
	settled  bool  // the address is complete
}

func (c *contacts) resident(i uint32, byName bool) resident {
	x := &c.list[i]
	r := resident{contact: i, birth: noDay}
	if key := c.text("address_key", x.address); key != "" {
		r.flat = key[strings.LastIndexByte(key, '|')+1:]
	}
	if !byName {
		return r
	}
	r.surnames, r.gender = c.surnames(x), c.text("gender", x.gender)
	if x.birth != noRow {
		r.birth = c.in.birth[x.birth]
	}
	r.settled = x.address != noRow && c.in.complete[x.address]
	for _, row := range x.rows {
		for _, field := range []string{"phone", "email"} {
			if v := c.text(field, int(row)); v != "" && !slices.Contains(r.reach, v) {
				r.reach = append(r.reach, v)
			}
		}
	}
	return r
}

// family tells whether two people of one house belong together.
func (x *resident) family(y *resident) bool {
	if x.namesake(y) {
		return true
	}
	for _, v := range x.reach {
		if slices.Contains(y.reach, v) {
			return true
		}
	}
	return false
}

// namesake tells whether two people have a surname in common.
func (x *resident) namesake(y *resident) bool {
	for _, a := range x.surnames {
		for _, b := range y.surnames {
			if a == b || min(len(a), len(b)) >= 5 && a[0] == b[0] && similar.Distance(a, b, 1) <= 1 {
				return true
			}
		}
	}
	return false
}

// coupleYears is how far apart in age a couple is at most; further apart they are
// rather landlady and lodger.
const coupleYears = 16

// couple tells whether a woman and a man of two surnames are the couple of a home:
// nobody of a third surname lives there, and the house is known to be a house, or
// the flat to be a flat.
func (x *resident) couple(y *resident, house []resident) bool {
	if !x.settled || !y.settled || x.flat != y.flat || x.gender == "" || y.gender == "" || x.gender == y.gender {
		return false
	}
	if len(x.surnames) == 0 || len(y.surnames) == 0 {
		return false
	}
	if apart := x.birth - y.birth; x.birth != noDay && y.birth != noDay && max(apart, -apart) > coupleYears*365 {
		return false
	}
	for i := range house {
		z := &house[i]
		if x.flat == "" && z.flat != "" || z.flat == x.flat && len(z.surnames) > 0 && !z.namesake(x) && !z.namesake(y) {
			return false
		}
	}
	return true
}

// oneFlat tells whether two people of one house may have one flat.
func (x *resident) oneFlat(y *resident, house []resident, byName bool) bool {
	if x.flat == y.flat {
		return true
	}
	if x.flat != "" && y.flat != "" {
		return false
	}
	known := x.flat + y.flat
	for i := range house {
		if z := &house[i]; z.flat != "" && z.flat != known && (!byName || z.family(x)) {
			return false
		}
	}
	return true
}
