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
// when they have a part in common (Nowak, Nowak-Kowalska), in any of their forms
// and with a slip of the fingers; the names on the rows of the card and of a
// couple's second person count. People of one address and two surnames live
// together when they share a telephone or an e-mail address, or are the couple of
// a flat that has no third surname; else they are lodgers. A flat that one side leaves out is no other home, unless several flats
// of the house have the surname. Firms live nowhere.
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
	homes := map[string][]uint32{}
	for i := range c.list {
		if key := c.homeKey(&c.list[i], fields); key != "" {
			homes[key] = append(homes[key], uint32(i))
		}
	}
	byName := slices.Contains(fields, "family_name")
	byAddress := slices.Contains(fields, "address")
	for _, members := range homes { // the order of homes does not matter: each contact has one
		if len(members) < 2 {
			continue
		}
		people := make([]resident, len(members))
		for k, i := range members {
			people[k] = c.resident(i, byName)
		}
		slices.SortStableFunc(people, func(x, y resident) int { return cmp.Or(cmp.Compare(x.flat, y.flat), cmp.Compare(x.contact, y.contact)) })
		for k, x := range people {
			for _, y := range people[k+1 : min(len(people), k+1+mostResidents)] {
				if byName && !x.family(&y) && !(byAddress && x.couple(&y, people)) || byAddress && !x.oneFlat(&y, people, byName) {
					continue
				}
				a, b := find(x.contact), find(y.contact)
				parent[max(a, b)] = min(a, b)
			}
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

// mostResidents bounds the contacts of one house that each is compared with.
const mostResidents = 400

// homeKey is the text that the contacts of one house have in common; empty when
// the contact lacks one of the fields.
func (c *contacts) homeKey(x *contact, fields []string) string {
	if len(fields) == 0 || c.kind(x) == "company" {
		return ""
	}
	var key strings.Builder
	for _, f := range fields {
		v := ""
		switch f {
		case "family_name":
			continue
		case "address":
			v = c.text("address_key", x.address)
			v = v[:max(strings.LastIndexByte(v, '|'), 0)]
		case "phone":
			v = c.text("phone", x.phone)
		case "email":
			v = c.text("email", x.email)
		}
		if v == "" {
			return ""
		}
		key.WriteString(v + "\x00")
	}
	if names := c.surnames(x); key.Len() == 0 && len(names) > 0 {
		return names[0]
	}
	return key.String()
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
	for _, row := range x.rows {
		add(c.text("family_name", int(row)))
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
