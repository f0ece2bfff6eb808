package linkage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"
)

// TestTrouble links tables that no one should have, and holds that the result is
// sound and comes soon: the time of the slowest is some seconds at most.
func TestTrouble(t *testing.T) {
	const n = 20_000
	spoil := func(f func(i int, r *row)) []row {
		rows := crowd(n, 7)
		for i := range rows {
			f(i, &rows[i])
		}
		return rows
	}
	for _, c := range []struct {
		name  string
		rows  []row
		least int // clusters
		most  int
	}{
		{"nothing at all", make([]row, n), n, n},
		{"one given name alone", spoil(func(i int, r *row) { *r = row{given: "anna"} }), n, n},
		{"a city in a third of the rows", spoil(func(i int, r *row) {
			if i%3 == 0 {
				r.city, r.postcode = "warszawa", "00-000"
			}
		}), n - 60, n},
		{"one telephone in a third of the rows", spoil(func(i int, r *row) {
			if i%3 == 0 {
				r.phone = "+48123456789"
			}
		}), n - 60, n},
		{"one e-mail address in a third of the rows", spoil(func(i int, r *row) {
			if i%3 == 0 {
				r.email = "brak@brak.example"
			}
		}), n - 60, n},
		{"one day of birth for all", spoil(func(i int, r *row) { r.birth = 19000101 }), n - 60, n},
		{"one address for all", spoil(func(i int, r *row) { r.postcode, r.city, r.street, r.house = "00-001", "warszawa", "prosta", "1" }), n - 60, n},
		{"one name for all", spoil(func(i int, r *row) { r.given, r.family = "jan", "kowalski" }), n - 60, n},
	} {
		start := time.Now()
		r, err := Find(context.Background(), people(c.rows), Options{})
		if err != nil {
			t.Fatalf("%s: %v", c.name, err)
		}
		clusters := map[uint32]bool{}
		for _, x := range r.Cluster {
			clusters[x] = true
		}
		if k := len(clusters); k < c.least || k > c.most {
			t.Errorf("%s: %d clusters of %d rows, want %d to %d", c.name, k, n, c.least, c.most)
		}
		if d := time.Since(start); d > time.Minute {
			t.Errorf("%s: took %v", c.name, d)
		}
	}
}

func TestIdenticalRows(t *testing.T) {
	rows := crowd(2000, 7)
	for range 100_000 {
		rows = append(rows, home(row{given: "ewa", family: "bursztyn", birth: 19800517, email: "ewa@bursztyn.example"}))
	}
	for i := range 5000 { // nothing but a city
		rows = append(rows, row{id: fmt.Sprint(i), city: "warszawa"})
	}
	r, err := Find(context.Background(), people(rows), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for row := 2000; row < 102_000; row++ {
		if r.Cluster[row] != 2000 {
			t.Fatalf("copy %d is in cluster %d", row, r.Cluster[row])
		}
	}
	if r.Evidence[101_999] != Identical {
		t.Errorf("evidence of a copy: %q", r.Evidence[101_999])
	}
	for row := 102_000; row < len(rows); row++ {
		if r.Cluster[row] != uint32(row) {
			t.Fatalf("row %d says nothing and is in cluster %d", row, r.Cluster[row])
		}
	}
	if p := r.Explainer().Pair(2000, 101_999).Probability; p < r.Match {
		t.Errorf("two copies are one with probability %v", p)
	}
}

// TestRowsAdded holds that a cluster does not change when strangers are added, and
// that taking a decision back leaves no trace.
func TestRowsAdded(t *testing.T) {
	rows := duplicated(1500)
	first, err := Find(context.Background(), people(rows), Options{})
	if err != nil {
		t.Fatal(err)
	}
	more := append(rows[:len(rows):len(rows)], crowd(40, 99)...)
	second, err := Find(context.Background(), people(more), Options{})
	if err != nil {
		t.Fatal(err)
	}
	changed := 0
	for row := range rows {
		if first.Cluster[row] != second.Cluster[row] {
			changed++
		}
	}
	if changed > 2 {
		t.Errorf("%d rows changed their cluster when strangers were added", changed)
	}

	p := people(rows)
	a := uint32(len(rows) - 1)
	b := first.Cluster[a]
	if a == b {
		t.Fatal("the last row stands alone")
	}
	p.Decisions = []Decision{{A: a, B: b}}
	apart, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if apart.Cluster[a] == apart.Cluster[b] {
		t.Error("a merge was not undone")
	}
	p.Decisions = nil
	again, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for row := range rows {
		if again.Cluster[row] != first.Cluster[row] {
			t.Fatalf("row %d: the undone decision left a trace", row)
		}
	}
}

// TestShuffledRows holds that the partition of rows does not depend on their order
// even when the caller does not sort them.
func TestShuffledRows(t *testing.T) {
	rows := duplicated(1500)
	partners := func(order []int) map[int]int {
		shuffled := make([]row, len(rows))
		for to, from := range order {
			shuffled[to] = rows[from]
		}
		r, err := Find(context.Background(), people(shuffled), Options{})
		if err != nil {
			t.Fatal(err)
		}
		least := map[uint32]int{}
		for to, from := range order {
			if at, ok := least[r.Cluster[to]]; !ok || from < at {
				least[r.Cluster[to]] = from
			}
		}
		out := map[int]int{}
		for to, from := range order {
			out[from] = least[r.Cluster[to]]
		}
		return out
	}
	order := make([]int, len(rows))
	for i := range order {
		order[i] = i
	}
	want := partners(order)
	rand.New(rand.NewPCG(5, 6)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	different := 0
	for row, first := range partners(order) {
		if want[row] != first {
			different++
		}
	}
	if different > 4 { // training samples other pairs, so that a pair on the edge may fall
		t.Errorf("%d of %d rows are in another cluster after shuffling", different, len(rows))
	}
}
