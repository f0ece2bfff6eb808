package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/name"
)

// dwelling is one household.
type dwelling struct {
	id      string
	members []uint32 // contacts
}

// households joins persons who share every one of the fields. Surnames agree
// when they have a part in common (Nowak, Nowak-Kowalska), in any of their
// forms; the names on the card, on the row that gives the address and of a
// couple's second person count. Firms live nowhere.
func (c *contacts) households(fields []string) {
	parent := make([]uint32, len(c.list))
	for i := range parent {
		parent[i] = uint32(i)
	}
	find := func(i uint32) uint32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	first := map[string]uint32{}
	for i := range c.list {
		for _, key := range c.homeKeys(&c.list[i], fields) {
			j, ok := first[key]
			if !ok {
				first[key] = uint32(i)
				continue
			}
			a, b := find(j), find(uint32(i))
			parent[max(a, b)] = min(a, b)
		}
	}
	at := map[uint32]int{}
	for i := range c.list {
		if c.kind(&c.list[i]) == "company" {
			continue
		}
		root := find(uint32(i))
		h, ok := at[root]
		if !ok {
			h = len(c.dwellings)
			at[root] = h
			c.dwellings = append(c.dwellings, dwelling{})
		}
		c.dwellings[h].members = append(c.dwellings[h].members, uint32(i))
	}
	c.nameHouseholds()
}

// homeKeys are the texts that two contacts of one household have in common;
// none when the contact lacks one of the fields.
func (c *contacts) homeKeys(x *contact, fields []string) []string {
	if len(fields) == 0 || c.kind(x) == "company" {
		return nil
	}
	keys := []string{""}
	for _, f := range fields {
		var values []string
		switch f {
		case "family_name":
			values = c.surnames(x)
		case "address":
			values = some(c.text("address_key", x.address))
		case "phone":
			values = some(c.text("phone", x.phone))
		case "email":
			values = some(c.text("email", x.email))
		}
		var longer []string
		for _, k := range keys {
			for _, v := range values {
				longer = append(longer, k+v+"\x00")
			}
		}
		keys = longer
	}
	return keys
}

func some(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

// surnames are the parts of a contact's surnames, in one form.
func (c *contacts) surnames(x *contact) []string {
	var out []string
	add := func(surname string) {
		for _, part := range strings.Fields(name.SurnameKey(surname)) {
			if len(part) > 2 && !slices.Contains(out, part) {
				out = append(out, part)
			}
		}
	}
	add(c.text("family_name", x.family))
	add(c.text("family_name", x.address))
	for _, row := range x.rows {
		add(c.text("family_name_2", int(row)))
	}
	return out
}

// nameHouseholds carries the ids of the last snapshot and makes new ones.
func (c *contacts) nameHouseholds() {
	groups := make([][]uint32, len(c.dwellings))
	for h := range c.dwellings {
		for _, i := range c.dwellings[h].members {
			groups[h] = append(groups[h], c.list[i].rows...)
		}
		slices.Sort(groups[h])
	}
	ids, parts := carry(groups, &c.in.formerHouse)
	used := map[string]bool{}
	for _, p := range parts {
		used[p.id] = true
	}
	for h := range c.dwellings {
		if ids[h] == "" {
			ids[h] = newID("H", c.seed(groups[h][0]), used)
		}
		c.dwellings[h].id = ids[h]
		for _, i := range c.dwellings[h].members {
			c.list[i].household = ids[h]
		}
	}
	slices.SortFunc(c.dwellings, func(a, b dwelling) int { return cmp.Compare(a.id, b.id) })
}
