package linkage

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// home is an address shared by the rows of a case.
func home(r row) row {
	r.postcode, r.city, r.street, r.house = "00-950", "warszawa", "prosta", "7"
	return r
}

func TestPairs(t *testing.T) {
	for _, c := range []struct {
		name string
		a, b row
		same bool
	}{
		{"all equal", home(row{given: "ewa", family: "bursztyn", birth: 19800517}), home(row{given: "ewa", family: "bursztyn", birth: 19800517}), true},
		{"nickname and woman's form", home(row{given: "kasia", family: "bursztynska"}), home(row{given: "katarzyna", family: "bursztynski", phone: "+48600100200"}), true},
		{"slip in the surname", row{given: "ewa", family: "bursztyn", birth: 19800517, phone: "+48600100200"}, row{given: "ewa", family: "burstzyn", phone: "+48600100200"}, true},
		{"names exchanged", home(row{given: "bursztyn", family: "ewa"}), home(row{given: "ewa", family: "bursztyn"}), true},
		{"initial", row{given: "e", family: "bursztyn", email: "abc12@poczta.example", phone: "+48600100200"}, row{given: "ewa", family: "bursztyn", email: "abc12@poczta.example", phone: "+48600100200"}, true},
		{"moved, same telephone", home(row{given: "ewa", family: "bursztyn", phone: "+48600100200"}), row{given: "ewa", family: "bursztyn", phone: "+48600100200", postcode: "30-001", city: "krakow", street: "dluga", house: "1"}, true},
		{"new surname after marriage", row{given: "ewa", family: "bursztyn", birth: 19800517, email: "ewcia80@poczta.example"}, row{given: "ewa", family: "kamien", birth: 19800517, email: "ewcia80@poczta.example"}, true},
		{"day and month exchanged", row{given: "ewa", family: "bursztyn", birth: 19800506, phone: "+48600100200"}, row{given: "ewa", family: "bursztyn", birth: 19800605, phone: "+48600100200"}, true},
		{"an e-mail that names the person", row{email: "ewa.bursztyn@poczta.example"}, row{given: "ewa", family: "bursztyn", email: "ewa.bursztyn@poczta.example"}, true},

		{"couple with one telephone and address", home(row{given: "ewa", family: "bursztyn", phone: "+48600100200"}), home(row{given: "jan", family: "bursztyn", phone: "+48600100200"}), false},
		{"couple with one e-mail", home(row{given: "ewa", family: "bursztyn", email: "bursztyn@poczta.example", phone: "+48600100200"}), home(row{given: "jan", family: "bursztyn", email: "bursztyn@poczta.example", phone: "+48600100200"}), false},
		{"father and son of one name", home(row{given: "jan", family: "bursztyn", birth: 19500101}), home(row{given: "jan", family: "bursztyn", birth: 19790714}), false},
		{"junior and senior", home(row{given: "jan", family: "bursztyn", suffix: "jr"}), home(row{given: "jan", family: "bursztyn", suffix: "sr"}), false},
		{"twins", home(row{given: "anna", family: "bursztyn", birth: 20010203}), home(row{given: "ewa", family: "bursztyn", birth: 20010203}), false},
		{"lodger", home(row{given: "ewa", family: "bursztyn"}), home(row{given: "ewa", family: "zielinko"}), false},
		{"an e-mail that names another member", row{email: "jan.bursztyn@poczta.example"}, row{given: "ewa", family: "bursztyn", email: "jan.bursztyn@poczta.example"}, false},
		{"nothing but a usual given name and a place", row{given: "anna", city: "miasto1"}, row{given: "anna", city: "miasto1"}, false},
		{"firm and its owner", home(row{company: "bursztyn", phone: "+48600100200"}), home(row{given: "ewa", family: "bursztyn", phone: "+48600100200"}), false},
		{"one firm", home(row{company: "zaklad stolarski bursztyn"}), home(row{company: "zaklad stolarski bursztyn", phone: "+48600100200"}), true},
	} {
		rows := append(crowd(3000, 5), c.a, c.b)
		r, err := Find(context.Background(), people(rows), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Cluster[3000] == r.Cluster[3001]; got != c.same {
			t.Errorf("%s: one person %v, want %v", c.name, got, c.same)
		}
	}
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"kwiatowa", "kwiatwoa", true}, {"gen andersa", "generala wladyslawa andersa", false}, {"andersa", "gen andersa", true},
		{"3 maja", "1 maja", false}, {"miasto12", "miasto13", false}, {"polna", "dolna", true}, {"lipowa", "debowa", false},
	} {
		if got := alike(c.a, c.b) == valueSimilar; got != c.want {
			t.Errorf("alike(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestHints(t *testing.T) {
	rows := append(crowd(3000, 5), row{given: "ewa", family: "bursztyn"}, row{email: "ewa.bursztyn66@poczta.example"}, row{email: "ebursztyn1966@x.example"}, row{email: "kot7@x.example"})
	q := prepare(people(rows))
	for i, want := range []string{"ewa bursztyn", "ewa bursztyn", "e bursztyn", " "} {
		at := uint32(3000 + i)
		if got := q.Given.Text(at) + " " + q.Family.Text(at); got != want {
			t.Errorf("row %d: %q, want %q", i, got, want)
		}
	}
	for i, want := range []int16{-1, 66, 66, -1} {
		if got, _ := q.yearOf(uint32(3000 + i)); got != want {
			t.Errorf("row %d: year %d, want %d", i, got, want)
		}
	}
}

func TestWeakBridge(t *testing.T) {
	rows := append(crowd(3000, 5),
		home(row{given: "anna", family: "bursztyn", birth: 19700310, phone: "+48600100200"}),
		home(row{given: "a", family: "bursztyn", phone: "+48600100200"}),
		home(row{given: "adam", family: "bursztyn", birth: 19680704, phone: "+48600100200"}))
	r, err := Find(context.Background(), people(rows), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if r.Cluster[3000] == r.Cluster[3002] {
		t.Error("an initial joins Anna and Adam")
	}
}

func TestKnown(t *testing.T) {
	rows := append(crowd(500, 5),
		home(row{given: "ewa", family: "bursztyn", birth: 19800517, known: "one"}),
		home(row{given: "ewa", family: "bursztyn", birth: 19800517, known: "two"}),
		row{given: "zenon", family: "kwarc", known: "one"},
		home(row{given: "ewa", family: "bursztyn", birth: 19800517}))
	r, err := Find(context.Background(), people(rows), Options{})
	if err != nil {
		t.Fatal(err)
	}
	c := r.Cluster[500:]
	if c[0] == c[1] {
		t.Error("two known entities were joined")
	}
	if c[0] != c[2] {
		t.Error("rows of one known entity are apart")
	}
	if c[3] != c[0] && c[3] != c[1] {
		t.Error("an unknown row that fits is left alone")
	}
	if r.Evidence[502] != Known {
		t.Errorf("evidence %q, want %q", r.Evidence[502], Known)
	}
}

// duplicated returns a crowd in which every third person has a second row with
// less or other data.
func duplicated(n int) []row {
	rows := crowd(n, 9)
	for i := 0; i < n; i += 3 {
		twin := rows[i]
		twin.id += "b"
		switch i % 4 {
		case 0:
			twin.email, twin.phone = "", ""
		case 1:
			twin.birth, twin.street = 0, twin.street+"x"
		case 2:
			twin.family = twin.family[:2] + twin.family[3:]
		case 3:
			twin.postcode, twin.house, twin.city = "99-999", "3", "indziej"
		}
		rows = append(rows, twin)
	}
	return rows
}

// summary writes clusters by the ids of their rows, sorted.
func summary(rows []row, r *Result) string {
	members := map[uint32][]string{}
	for i, c := range r.Cluster {
		members[c] = append(members[c], fmt.Sprintf("%s %.12f %s", rows[i].id, r.Links[i].Probability, r.Evidence[i]))
	}
	var out []string
	for _, m := range members {
		slices.Sort(m)
		out = append(out, strings.Join(m, ", "))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func TestThreadsAndOrder(t *testing.T) {
	rows := duplicated(1200)
	byID := func(rows []row) { slices.SortFunc(rows, func(a, b row) int { return strings.Compare(a.id, b.id) }) }
	byID(rows)
	first, err := Find(context.Background(), people(rows), Options{Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	want := summary(rows, first)
	if n := strings.Count(want, ", "); n < 350 {
		t.Errorf("%d links, want 350 or more", n)
	}
	for threads := 2; threads <= 4; threads++ {
		shuffled := slices.Clone(rows)
		rand.New(rand.NewPCG(uint64(threads), 2)).Shuffle(len(rows), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		byID(shuffled)
		r, err := Find(context.Background(), people(shuffled), Options{Threads: threads})
		if err != nil {
			t.Fatal(err)
		}
		if got := summary(shuffled, r); got != want {
			t.Errorf("%d threads: another result", threads)
		}
	}
}

func TestEmptyAndSingle(t *testing.T) {
	for n := range 3 {
		r, err := Find(context.Background(), people(make([]row, n)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		for i, c := range r.Cluster {
			if int(c) != i || r.Evidence[i] != Single || r.Links[i].Probability != 1 {
				t.Errorf("%d empty rows: row %d in cluster %d, %q", n, i, c, r.Evidence[i])
			}
		}
	}
}

func TestUnknownPart(t *testing.T) {
	_, err := Find(context.Background(), people(crowd(3, 1)), Options{Rules: []Rule{{"shoe_size"}}})
	if err == nil || !strings.Contains(err.Error(), "shoe_size") {
		t.Errorf("error %v, want one that names the field", err)
	}
}

func TestSkippedBlock(t *testing.T) {
	rows := make([]row, 2*hardCap)
	for i := range rows {
		rows[i] = row{city: "warszawa", unit: fmt.Sprint(i)}
	}
	r, err := Find(context.Background(), people(rows), Options{Rules: []Rule{{"city"}}})
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Skipped) != 1 || r.Skipped[0].Rows != len(rows) {
		t.Errorf("skipped %v, want one block of %d rows", r.Skipped, len(rows))
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Find(ctx, people(crowd(50, 1)), Options{}); err == nil {
		t.Error("no error after cancelling")
	}
}

func BenchmarkFind(b *testing.B) {
	p := people(duplicated(15_000))
	for b.Loop() {
		if _, err := Find(context.Background(), p, Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(p.Rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
