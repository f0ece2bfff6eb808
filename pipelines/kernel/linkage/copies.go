package linkage

import "slices"

// mostCopies is how many rows that are equal in every column are linked like any
// others. Further ones follow the first of them: a hundred thousand equal rows
// would be five billion pairs, and would make every value of theirs look usual.
const mostCopies = 8

// Identical is the evidence of a row that follows a copy of itself.
const Identical = "identical"

// copies are the rows of a table that has too many equal ones.
type copies struct {
	kept  []uint32            // rows that are linked
	at    []uint32            // per row of the table: its place, or its first copy's place, in kept
	extra map[uint32][]uint32 // place of the first copy -> places of the other kept ones
	left  []uint32            // rows that follow
}

// findCopies returns nil when no row has more than mostCopies copies.
func findCopies(p *People) *copies {
	hashes := p.contents()
	sorted := slices.Clone(hashes)
	slices.Sort(sorted)
	many := map[uint64][]uint32{}
	for i := mostCopies; i < len(sorted); i++ {
		if sorted[i] != 0 && sorted[i] == sorted[i-mostCopies] {
			many[sorted[i]] = nil
		}
	}
	if len(many) == 0 {
		return nil
	}
	c := &copies{at: make([]uint32, p.Rows), extra: map[uint32][]uint32{}}
	for row, h := range hashes {
		places, ok := many[h]
		if ok && len(places) == mostCopies {
			c.at[row] = places[0]
			c.left = append(c.left, uint32(row))
			continue
		}
		place := uint32(len(c.kept))
		c.at[row] = place
		c.kept = append(c.kept, uint32(row))
		if ok {
			many[h] = append(places, place)
			if len(places) > 0 {
				c.extra[places[0]] = append(c.extra[places[0]], place)
			}
		}
	}
	return c
}

// contents hashes all that a row says; 0 for rows that must be linked themselves.
func (p *People) contents() []uint64 {
	out := make([]uint64, p.Rows)
	columns := []*Column{&p.Given, &p.Family, &p.Suffix, &p.Gender, &p.Company, &p.Email, &p.Phone, &p.Postcode, &p.City,
		&p.Street, &p.House, &p.Box, &p.Unit, &p.Address, &p.Source, &p.Known, &p.Former, &p.Across}
	for i := range p.Other {
		columns = append(columns, &p.Other[i].Column)
	}
	for i, c := range columns {
		for row, code := range c.Codes {
			if code != 0 {
				out[row] += mix(uint64(i+1)<<32 | uint64(code))
			}
		}
	}
	for row, day := range p.Birth {
		if day != 0 {
			out[row] += mix(1<<62 | uint64(uint32(day)))
		}
	}
	for row, code := range p.Apart.Codes {
		if code != 0 {
			out[row] = 0
		}
	}
	for _, d := range p.Decisions {
		out[d.A], out[d.B] = 0, 0
	}
	return out
}

// people keeps the rows that are linked.
func (c *copies) people(p People) People {
	pick := func(x Column) Column {
		if !x.Present() {
			return x
		}
		codes := make([]uint32, len(c.kept))
		for i, row := range c.kept {
			codes[i] = x.Codes[row]
		}
		return Column{Values: x.Values, Codes: codes}
	}
	for _, x := range []*Column{&p.Given, &p.Family, &p.Suffix, &p.Gender, &p.Company, &p.Email, &p.Phone, &p.Postcode, &p.City,
		&p.Street, &p.House, &p.Box, &p.Unit, &p.Address, &p.Source, &p.Known, &p.Former, &p.Apart, &p.Across} {
		*x = pick(*x)
	}
	p.Other = slices.Clone(p.Other)
	for i := range p.Other {
		p.Other[i].Column = pick(p.Other[i].Column)
	}
	if p.Birth != nil {
		days := make([]int32, len(c.kept))
		for i, row := range c.kept {
			days[i] = p.Birth[row]
		}
		p.Birth = days
	}
	p.Decisions = slices.Clone(p.Decisions)
	for i, d := range p.Decisions {
		p.Decisions[i].A, p.Decisions[i].B = c.at[d.A], c.at[d.B]
	}
	p.Rows = len(c.kept)
	return p
}

// spread gives the result of the linked rows to all rows. Rows that were left out
// follow their first copy when all linked copies are one cluster; else what they
// hold is not enough to tell anybody by, and they stand alone.
func (c *copies) spread(r *Result) *Result {
	n := len(c.at)
	out := *r
	out.Cluster, out.Links, out.Evidence = make([]uint32, n), make([]Link, n), make([]string, n)
	for place, row := range c.kept {
		l := r.Links[place]
		l.To = c.kept[l.To]
		out.Cluster[row], out.Links[row], out.Evidence[row] = c.kept[r.Cluster[place]], l, r.Evidence[place]
	}
	for _, row := range c.left {
		first := c.at[row]
		together := true
		for _, place := range c.extra[first] {
			together = together && r.Cluster[place] == r.Cluster[first]
		}
		if together {
			out.Cluster[row], out.Links[row], out.Evidence[row] = c.kept[r.Cluster[first]], Link{Probability: 1, To: c.kept[first]}, Identical
		} else {
			out.Cluster[row], out.Links[row], out.Evidence[row] = row, Link{Probability: 1, To: row}, Single
		}
	}
	out.Review = slices.Clone(r.Review)
	for i := range out.Review {
		out.Review[i].A, out.Review[i].B = c.kept[out.Review[i].A], c.kept[out.Review[i].B]
	}
	out.Refused = slices.Clone(r.Refused)
	for i := range out.Refused {
		out.Refused[i].A, out.Refused[i].B = c.kept[out.Refused[i].A], c.kept[out.Refused[i].B]
	}
	out.at = c.at
	return &out
}
