package tagger

// single reports the labels whose words stand together: an address has one road and
// one city, and a suburb is not written around it.
func single(l Label) bool {
	switch l {
	case Road, Suburb, CityDistrict, City, StateDistrict, State:
		return true
	}
	return false
}

// again reports a sequence in which such a label comes back after another one.
func again(out []Label) bool {
	var seen [Labels]bool
	for i, l := range out {
		if i > 0 && out[i-1] == l {
			continue
		}
		if seen[l] && single(l) {
			return true
		}
		seen[l] = true
	}
	return false
}

// mend looks for the best sequence near out in which no such label comes back. Three
// changes are tried where one does: the words between take the label, or the run
// before or the run after takes the label of its neighbour between.
func (m *Model) mend(n int, s *Scratch, out []Label) int32 {
	for range 3 {
		from, a, b, to := comesBack(out)
		if to == 0 {
			break
		}
		var best [maxWords]Label
		found, top := false, int32(0)
		for _, change := range [3]struct {
			from, to int
			label    Label
		}{{a, b, out[from]}, {from, a, out[a]}, {b, to, out[b-1]}} {
			var try [maxWords]Label
			copy(try[:], out)
			for i := change.from; i < change.to; i++ {
				try[i] = change.label
			}
			if score := m.score(n, s, try[:n]); !found || score > top {
				found, top, best = true, score, try
			}
		}
		copy(out, best[:n])
	}
	return m.score(n, s, out)
}

// comesBack finds a label that comes back: its run [from, a), what stands between
// [a, b), and its next run [b, to). All are 0 when there is none.
func comesBack(out []Label) (from, a, b, to int) {
	for b = 1; b < len(out); b++ {
		if !single(out[b]) || out[b] == out[b-1] {
			continue
		}
		for a = b - 1; a > 0 && out[a-1] != out[b]; a-- {
		}
		if a == 0 {
			continue
		}
		for from = a - 1; from > 0 && out[from-1] == out[b]; from-- {
		}
		for to = b + 1; to < len(out) && out[to] == out[b]; to++ {
		}
		return from, a, b, to
	}
	return 0, 0, 0, 0
}

// score adds up the weights of a sequence.
func (m *Model) score(n int, s *Scratch, out []Label) int32 {
	score := s.unary[0][out[0]]
	for i := 1; i < n; i++ {
		score += m.edges[s.across(i)][int(out[i-1])*Labels+int(out[i])] + s.unary[i][out[i]]
	}
	return score
}
