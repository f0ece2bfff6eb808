package linkage

import (
	"context"
	"testing"
)

// find links the rows after a crowd and returns their clusters, numbered from 0.
func find(t *testing.T, crowdRows int, p People) (*Result, []uint32) {
	t.Helper()
	r, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r, r.Cluster[crowdRows:]
}

func TestDecisions(t *testing.T) {
	ewa := home(row{given: "ewa", family: "bursztyn", birth: 19800517})
	rows := append(crowd(500, 5), ewa, ewa, row{given: "zenon", family: "kwarc"}, ewa)
	p := people(rows)
	p.Decisions = []Decision{{500, 501, false}, {500, 502, true}, {500, 501, true}}
	r, c := find(t, 500, p)
	if c[0] == c[1] {
		t.Error("a pair that a human took apart was joined")
	}
	if c[0] != c[2] || r.Evidence[502] != Decided {
		t.Errorf("a pair that a human joined is apart, evidence %q", r.Evidence[502])
	}
	if c[3] != c[0] && c[3] != c[1] {
		t.Error("the last row stands alone")
	}
	if len(r.Refused) != 1 || r.Refused[0].B != 501 {
		t.Errorf("refused %v, want the third decision", r.Refused)
	}
	p.Decisions = nil
	if _, c := find(t, 500, p); c[0] != c[1] || c[0] != c[3] || c[0] == c[2] {
		t.Errorf("without decisions: clusters %v", c)
	}
}

func TestApartAndAcross(t *testing.T) {
	ewa := home(row{given: "ewa", family: "bursztyn", birth: 19800517})
	rows := append(crowd(500, 5), ewa, ewa, ewa)
	column := func(values ...string) Column {
		e := NewEncoder(0)
		for range 500 {
			e.Add("")
		}
		for _, v := range values {
			e.Add(v)
		}
		return e.Column()
	}
	p := people(rows)
	p.Apart = column("crm", "crm", "shop")
	if _, c := find(t, 500, p); c[0] == c[1] || c[2] != c[0] {
		t.Errorf("a source without duplicates: clusters %v", c)
	}
	p = people(rows[:502])
	p.Across = column("crm", "crm")
	if _, c := find(t, 500, p); c[0] == c[1] {
		t.Error("two rows of one file were linked across files")
	}
}

func TestFormer(t *testing.T) {
	ewa := home(row{given: "ewa", family: "bursztyn", birth: 19800517})
	rows := append(crowd(500, 5), ewa, ewa, row{given: "zenon", family: "kwarc"}, ewa)
	former := NewEncoder(0)
	for range 500 {
		former.Add("")
	}
	for _, id := range []string{"C1", "C2", "C1"} {
		former.Add(id)
	}
	p := people(rows[:503])
	p.Former = former.Column()
	r, c := find(t, 500, p)
	if c[0] == c[1] || c[0] != c[2] || r.Evidence[502] != Former {
		t.Errorf("former contacts changed without a new row: clusters %v, evidence %q", c, r.Evidence[502])
	}
	p = people(rows)
	former.Add("")
	p.Former = former.Column()
	if _, c := find(t, 500, p); c[3] != c[0] && c[3] != c[1] {
		t.Errorf("a new row did not find its former contact: clusters %v", c)
	}
}

func TestModelAgain(t *testing.T) {
	p := people(duplicated(1200))
	first, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	saved, err := ParseModel(first.Model.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	again, err := Find(context.Background(), p, Options{Model: saved, Frozen: true})
	if err != nil {
		t.Fatal(err)
	}
	for row := range first.Cluster {
		if first.Cluster[row] != again.Cluster[row] {
			t.Fatalf("row %d: another cluster with the saved model", row)
		}
	}
	if a, b := string(first.Model.Bytes()), string(again.Model.Bytes()); a != b {
		t.Error("the saved model changed")
	}
	for _, bad := range []string{"{", `{"version":9}`, `{"version":1,"fields":[{"field":"email","levels":[{"level":"equal","m":2}]}]}`} {
		if _, err := ParseModel([]byte(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

func TestExplain(t *testing.T) {
	r, err := Find(context.Background(), people(duplicated(1200)), Options{})
	if err != nil {
		t.Fatal(err)
	}
	e := r.Explainer()
	for row, l := range r.Links {
		if l.To == uint32(row) {
			continue
		}
		w := e.Pair(uint32(row), l.To)
		sum := w.Prior + w.Household
		for _, s := range w.Steps {
			sum += s.Bits
		}
		if d := sum - w.Total; d > 1e-6 || d < -1e-6 {
			t.Fatalf("row %d: steps add up to %v bits, total %v", row, sum, w.Total)
		}
		path := e.Path([]uint32{uint32(row), l.To}, uint32(row), l.To)
		if len(path) != 1 || path[0].B != l.To {
			t.Fatalf("row %d: path %v", row, path)
		}
	}
	u := e.Unlinkables()
	if n := u.Above(leastBits); n != int64(len(r.Cluster)) {
		t.Errorf("%d rows against themselves, want %d", n, len(r.Cluster))
	}
	if len(r.Blocks) == 0 || r.Weights.Above(leastBits) == 0 {
		t.Error("no blocks or no weights reported")
	}
}

// TestLabels holds that pairs which a human joined teach the weights.
func TestLabels(t *testing.T) {
	rows := duplicated(1200)
	p := people(rows)
	before, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for row := range uint32(300) { // a human says that people change their city without end
		p.Decisions = append(p.Decisions, Decision{A: row, B: row + 300, Same: true})
	}
	after, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	different := func(r *Result) float64 {
		levels := r.Model.Fields[atAddress].Levels
		return levels[len(levels)-1].M
	}
	if a, b := different(before), different(after); b < a+0.1 {
		t.Errorf("m of a different address: %v before, %v after", a, b)
	}
}
