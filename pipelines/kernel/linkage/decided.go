package linkage

import "slices"

// decide joins what needs no score: decisions, known identities and former
// contacts, in this order, and returns the decisions that others contradict.
func (s *clusters) decide(p *People) []Decision {
	s.apart = rootsApart(&p.Apart)
	for _, d := range p.Decisions {
		if !d.Same && d.A != d.B {
			s.cannot[d.A] = append(s.cannot[d.A], d.B)
			s.cannot[d.B] = append(s.cannot[d.B], d.A)
		}
	}
	s.markKnown(&p.Known)
	var refused []Decision
	for _, d := range p.Decisions {
		if !d.Same || s.find(d.A) == s.find(d.B) {
			continue
		}
		if !s.join(d.A, d.B, ByDecision) {
			refused = append(refused, d)
		}
	}
	s.joinEqual(&p.Known, ByKnown)
	s.joinEqual(&p.Former, ByFormer)
	return refused
}

// join joins the clusters of two rows unless that is forbidden.
func (s *clusters) join(a, b uint32, by Reason) bool {
	x, y := s.find(a), s.find(b)
	if x == y {
		return true
	}
	if s.forbidden(x, y) {
		return false
	}
	s.union(x, y, edge{a: a, b: b, p: 1}, by)
	return true
}

// markKnown notes the entity of every row that has one.
func (s *clusters) markKnown(known *Column) {
	for row := range uint32(len(known.Codes)) {
		if entity := known.Codes[row]; entity != 0 {
			s.known[row] = entity
		}
	}
}

// joinEqual joins the rows that share a value. A row that may not join the first
// row of its value becomes the first of those after it.
func (s *clusters) joinEqual(c *Column, by Reason) {
	heads := map[uint32][]uint32{}
	for row := range uint32(len(c.Codes)) {
		value := c.Codes[row]
		if value == 0 {
			continue
		}
		joined := false
		for _, head := range heads[value] {
			if joined = s.join(head, row, by); joined {
				break
			}
		}
		if !joined {
			heads[value] = append(heads[value], row)
		}
	}
}

func rootsApart(c *Column) map[uint32][]uint32 {
	out := map[uint32][]uint32{}
	for row := range uint32(len(c.Codes)) {
		if v := c.Codes[row]; v != 0 {
			out[row] = []uint32{v}
		}
	}
	return out
}

// forbidden tells whether two clusters may not be joined whatever they look like:
// two known entities, two rows of a source without duplicates, or a decision.
func (s *clusters) forbidden(x, y uint32) bool {
	if a, ok := s.known[x]; ok {
		if b, ok := s.known[y]; ok && a != b {
			return true
		}
	}
	if a, b := s.apart[x], s.apart[y]; len(a) > 0 && len(b) > 0 {
		for _, v := range a {
			if slices.Contains(b, v) {
				return true
			}
		}
	}
	if len(s.cannot) == 0 {
		return false
	}
	few, other := s.rows(x), y
	if many := s.rows(y); len(many) < len(few) {
		few, other = many, x
	}
	for _, row := range few {
		for _, not := range s.cannot[row] {
			if s.find(not) == other {
				return true
			}
		}
	}
	return false
}
