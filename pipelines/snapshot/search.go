package snapshot

import "fmt"

// search looks for erased persons among the values of one file while it is read back. A nil search finds nothing.
type search struct {
	contacts map[string]bool
	lengths  map[int]bool // of contact ids: most values are told apart by their length alone
	keys     map[string]map[string]bool
	halves   map[string]*half // by column: rows whose value is a source, or a key, of an erased row
	columns  map[string]bool
}

func newSearch(who Erased, columns []Column) *search {
	if who.Empty() {
		return nil
	}
	s := &search{contacts: map[string]bool{}, lengths: map[int]bool{}, keys: map[string]map[string]bool{}, halves: map[string]*half{}, columns: map[string]bool{}}
	for _, id := range who.Contacts {
		s.contacts[id], s.lengths[len(id)] = true, true
	}
	for _, r := range who.Rows {
		if s.keys[r.Key] == nil {
			s.keys[r.Key] = map[string]bool{}
		}
		s.keys[r.Key][r.Source] = true
	}
	for _, c := range columns {
		s.columns[c.Name] = true
	}
	return s
}

// half is one column of a pair: every row's source, or the rows that hold the key of an erased row.
type half struct {
	row     int
	sources []string
	keys    map[int]string
}

// watch follows one column.
type watch struct {
	s    *search
	half *half
	key  bool
	hits int64
}

func (s *search) column(c Column) *watch {
	if s == nil || c.Type != "VARCHAR" {
		return &watch{}
	}
	w := &watch{s: s}
	for _, p := range pairNames {
		if s.columns[p[0]] && s.columns[p[1]] && (c.Name == p[0] || c.Name == p[1]) {
			w.half, w.key = &half{keys: map[int]string{}}, c.Name == p[1]
			s.halves[c.Name] = w.half
		}
	}
	return w
}

// see looks at the different values of a page, and at its rows only when they matter.
func (w *watch) see(p page) {
	if w.s == nil {
		return
	}
	contact, key, texts := make([]bool, len(p.texts)), make([]bool, len(p.texts)), make([]string, len(p.texts))
	any := false
	for i, v := range p.texts {
		contact[i] = w.s.lengths[len(v)] && w.s.contacts[string(v)]
		key[i] = w.half != nil && w.key && w.s.keys[string(v)] != nil
		any = any || contact[i] || key[i]
		if w.half != nil && (key[i] || !w.key) {
			texts[i] = string(v)
		}
	}
	if !any && (w.half == nil || w.key) {
		if w.half != nil {
			w.half.row += len(p.rows)
		}
		return
	}
	for _, v := range p.rows {
		if v >= 0 && contact[v] {
			w.hits++
		}
		if w.half == nil {
			continue
		}
		switch {
		case !w.key && v < 0:
			w.half.sources = append(w.half.sources, "")
		case !w.key:
			w.half.sources = append(w.half.sources, texts[v])
		case v >= 0 && key[v]:
			w.half.keys[w.half.row] = texts[v]
		}
		w.half.row++
	}
}

func (w *watch) found() error {
	if w.hits > 0 {
		return fmt.Errorf("%d rows hold an erased contact", w.hits)
	}
	return nil
}

// pairsFound joins the halves: a row whose key and source are those of one erased row.
func (s *search) pairsFound() error {
	if s == nil {
		return nil
	}
	for _, p := range pairNames {
		source, key := s.halves[p[0]], s.halves[p[1]]
		if source == nil || key == nil {
			continue
		}
		n := 0
		for row, k := range key.keys {
			if row < len(source.sources) && s.keys[k][source.sources[row]] {
				n++
			}
		}
		if n > 0 {
			return fmt.Errorf("columns %s and %s: %d rows are source rows of erased persons", p[0], p[1], n)
		}
	}
	return nil
}
