package linkage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// maker makes people and firms with known duplicates. The same seed makes the
// same rows.
type maker struct {
	*rand.Rand
	rows   []row
	truth  []int
	entity int
}

func newMaker(seed uint64) *maker { return &maker{Rand: rand.New(rand.NewPCG(seed, 17))} }

func (m *maker) pick(words string) string {
	list := strings.Fields(words)
	return list[min(int(m.ExpFloat64()*float64(len(list))/3), len(list)-1)] // the first are the usual ones
}

func (m *maker) chance(p float64) bool { return m.Float64() < p }

func (m *maker) given() string {
	return m.pick(`james mary robert patricia john jennifer michael linda david elizabeth william barbara richard susan joseph jessica
		thomas sarah charles karen daniel lisa matthew nancy anthony betty mark sandra donald ashley steven emily paul kimberly andrew
		donna joshua michelle kenneth carol kevin amanda brian melissa george deborah timothy stephanie ronald rebecca edward laura`)
}

func (m *maker) surname() string {
	if m.chance(.4) {
		return m.pick(`smith johnson williams brown jones garcia miller davis wilson anderson taylor moore jackson martin lee thompson white
			harris clark lewis robinson walker young allen king wright scott hill green adams nelson baker hall rivera campbell`)
	}
	return m.pick("ash bar bro car dun ell fair gil har ing kel lam mor nor oak pem rad sel tar und wes yar") + m.pick("by den ford ham ington ley man more ridge son ton well wick worth")
}

func (m *maker) slip(s string) string {
	if len(s) < 3 {
		return s
	}
	i := m.IntN(len(s) - 1)
	switch m.IntN(4) {
	case 0:
		return s[:i] + string(rune('a'+m.IntN(26))) + s[i+1:]
	case 1:
		return s[:i] + s[i+1:]
	case 2:
		return s[:i] + s[i:i+1] + s[i:]
	}
	return s[:i] + s[i+1:i+2] + s[i:i+1] + s[i+2:]
}

func (m *maker) day() int32 {
	return int32(1935+m.IntN(70))*10000 + int32(1+m.IntN(12))*100 + int32(1+m.IntN(28))
}

func (m *maker) phone() string { return fmt.Sprintf("+1%03d%07d", 201+m.IntN(700), m.IntN(10_000_000)) }

func (m *maker) digit(s string) string {
	if s == "" {
		return s
	}
	i := m.IntN(len(s))
	return s[:i] + fmt.Sprint(m.IntN(10)) + s[i+1:]
}

func (m *maker) place(r *row) {
	town := m.IntN(300)
	r.city = m.pick("green oak spring river lake hill stone wood salem clay") + m.pick("field ton ville port ford dale burg view") + fmt.Sprint(town%7)
	r.postcode = fmt.Sprintf("%05d", 10000+town*37+m.IntN(12))
	r.street = m.pick("main park oak pine maple cedar elm lake hill washington lincoln church mill river spring north") + " " + m.pick("st ave rd dr ln blvd ct way")
	r.house = fmt.Sprint(1 + m.IntN(900))
}

func (m *maker) add(r row) {
	m.rows, m.truth = append(m.rows, r), append(m.truth, m.entity)
}

// spoil changes a row as people and systems do, each fault with its own chance.
func (m *maker) spoil(r row, faults float64) row {
	for _, fault := range []func(){
		func() { r.given = m.slip(r.given) }, func() { r.family = m.slip(r.family) }, func() { r.given = r.given[:1] },
		func() { r.given, r.family = r.family, r.given }, func() { r.given = "" }, func() { r.street = m.slip(r.street) },
		func() { r.house = m.digit(r.house) }, func() { r.postcode = m.digit(r.postcode) }, func() { r.city = m.slip(r.city) },
		func() { m.place(&r) }, func() { r.phone = m.digit(r.phone) }, func() { r.phone = "" }, func() { r.phone = m.phone() },
		func() { r.email = "" }, func() { r.email = m.slip(r.email) }, func() { r.birth = 0 },
		func() { r.birth = r.birth/10000*10000 + r.birth%100*100 + r.birth/100%100 }, func() { r.birth += int32(m.IntN(9)-4) * 10000 },
		func() { r.street, r.house = "", "" },
	} {
		if m.chance(faults) && r.given != "" {
			fault()
		}
	}
	if r.email == "" && r.phone == "" && r.birth == 0 && r.street == "" {
		r.family = strings.TrimSpace(r.family)
	}
	return r
}

// only keeps the fields of a kind of file.
func only(r row, fields string) row {
	if !strings.Contains(fields, "e") {
		r.email = ""
	}
	if !strings.Contains(fields, "p") {
		r.phone = ""
	}
	if !strings.Contains(fields, "b") {
		r.birth = 0
	}
	if !strings.Contains(fields, "a") {
		r.postcode, r.city, r.street, r.house = "", "", "", ""
	}
	return r
}

// persons makes n people with up to extra further rows each.
func (m *maker) persons(n, extra int, faults float64, fields string) {
	for range n {
		m.entity++
		r := row{given: m.given(), family: m.surname(), birth: m.day(), phone: m.phone()}
		m.place(&r)
		r.email = r.given + m.pick(". _") + r.family + fmt.Sprint(m.IntN(100)) + "@" + m.pick("mail post web box") + ".example"
		m.add(only(r, fields))
		for range m.IntN(extra + 1) {
			m.add(only(m.spoil(r, faults), fields))
		}
	}
}

// sites makes the places of business of firms, some of them chains.
func (m *maker) sites(n int) {
	for range n {
		name := m.pick("golden blue royal city star green old new grand sunny union central") + " " + m.pick("dragon bakery garage clinic pharmacy diner books hotel market salon dental motors cafe grill")
		if m.chance(.7) {
			name = m.surname() + " " + name
		}
		places := 1
		if m.chance(.1) {
			places = 2 + m.IntN(4)
		}
		for range places {
			m.entity++
			r := row{company: name, phone: m.phone()}
			m.place(&r)
			m.add(r)
			for range m.IntN(3) {
				s := r
				if m.chance(.3) {
					s.company = m.slip(s.company)
				}
				if m.chance(.2) {
					s.company += " " + m.pick("company group services")
				}
				if m.chance(.25) {
					s.phone = ""
				}
				if m.chance(.1) {
					s.phone = m.phone()
				}
				if m.chance(.2) {
					s.street = m.slip(s.street)
				}
				if m.chance(.1) {
					s.postcode = m.digit(s.postcode)
				}
				m.add(s)
			}
		}
	}
}

// TestHeldOut holds the F1 over all true pairs of tables of kinds that the
// defaults were not chosen on: nothing may collapse.
func TestHeldOut(t *testing.T) {
	for _, c := range []struct {
		name  string
		floor float64
		make  func(m *maker)
		twice bool // two files, linked across
	}{
		{"two files", .95, func(m *maker) { m.persons(3000, 1, .05, "bpa") }, true},
		{"hard rows with telephones", .9, func(m *maker) { m.persons(5000, 2, .12, "pa") }, false},
		{"names and days of birth", .9, func(m *maker) { m.persons(8000, 1, .06, "b") }, false},
		{"places of business", .9, func(m *maker) { m.sites(2500) }, false},
		{"people with e-mail addresses", .9, func(m *maker) { m.persons(4000, 3, .1, "ep") }, false},
		{"names and e-mail addresses", .9, func(m *maker) { m.persons(4000, 2, .08, "e") }, false},
		{"names and addresses", .9, func(m *maker) { m.persons(4000, 2, .08, "a") }, false},
		{"a small file", .9, func(m *maker) { m.persons(150, 4, .08, "epba") }, false},
	} {
		m := newMaker(uint64(len(c.name)))
		c.make(m)
		p := people(m.rows)
		if c.twice {
			e, seen := NewEncoder(len(m.rows)), map[int]bool{}
			for _, entity := range m.truth {
				if seen[entity] {
					e.Add("b")
				} else {
					e.Add("a")
				}
				seen[entity] = true
			}
			p.Source = e.Column()
			p.Across, p.Apart = p.Source, p.Source
		}
		r, err := Find(context.Background(), p, Options{})
		if err != nil {
			t.Fatal(err)
		}
		precision, recall := pairwise(m.truth, r.Cluster)
		f1 := 2 * precision * recall / (precision + recall)
		t.Logf("%s: %d rows, precision %.4f, recall %.4f, F1 %.4f, threshold %.2f", c.name, len(m.rows), precision, recall, f1, r.Match)
		if !(f1 >= c.floor) {
			t.Errorf("%s: F1 %.4f, want at least %.2f", c.name, f1, c.floor)
		}
	}
}

// pairwise counts the pairs of rows in one cluster against those of one entity.
func pairwise(truth []int, cluster []uint32) (precision, recall float64) {
	type cell struct {
		entity  int
		cluster uint32
	}
	both, entities, clusters := map[cell]int{}, map[int]int{}, map[uint32]int{}
	for i, e := range truth {
		both[cell{e, cluster[i]}]++
		entities[e]++
		clusters[cluster[i]]++
	}
	var right, all, found float64
	for _, n := range both {
		right += float64(n * (n - 1) / 2)
	}
	for _, n := range entities {
		all += float64(n * (n - 1) / 2)
	}
	for _, n := range clusters {
		found += float64(n * (n - 1) / 2)
	}
	return right / found, right / all
}
