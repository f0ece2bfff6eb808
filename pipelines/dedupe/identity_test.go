package dedupe

import (
	"fmt"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/linkage"
)

// night gives rows a former contact each; groups are the present clusters.
func night(former string, groups ...[]uint32) string {
	e := linkage.NewEncoder(0)
	all := map[string]bool{}
	for _, id := range strings.Fields(former) {
		if id == "-" {
			id = ""
		}
		e.Add(id)
		all[id] = true
	}
	delete(all, "")
	var known []string
	for _, id := range []string{"A", "B", "C", "Z"} {
		if all[id] || id == "Z" {
			known = append(known, id)
		}
	}
	column := e.Column()
	ids, parts := carry(groups, &column)
	for i := range ids {
		if ids[i] == "" {
			ids[i] = fmt.Sprint("new", i)
		}
	}
	var out []string
	for _, x := range changes(ids, parts, known) {
		out = append(out, strings.TrimSpace(x.id+" "+x.event+" "+x.other))
	}
	return strings.Join(ids, " ") + ": " + strings.Join(out, ", ")
}

// Z was a contact whose rows are all gone.
func TestCarry(t *testing.T) {
	for _, c := range []struct{ name, got, want string }{
		{"nothing changed", night("A A B", []uint32{0, 1}, []uint32{2}), "A B: Z retired"},
		{"a new row joins", night("A - B", []uint32{0, 1}, []uint32{2}), "A B: Z retired"},
		{"a new contact", night("A A -", []uint32{0, 1}, []uint32{2}), "A new1: Z retired, new1 created"},
		{"a merge keeps the larger part's id", night("A B B", []uint32{0, 1, 2}), "B: A merged_into B, Z retired"},
		{"an even merge keeps the smaller id", night("B A", []uint32{0, 1}), "A: B merged_into A, Z retired"},
		{"a split keeps the larger part", night("A A A", []uint32{0}, []uint32{1, 2}), "new0 A: Z retired, new0 split_from A"},
		{"rows change sides", night("A A B B B", []uint32{0}, []uint32{1, 2, 3, 4}), "A B: Z retired"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
}

func TestNewID(t *testing.T) {
	used := map[string]bool{}
	a, b := newID("C", "crm\x00K1", used), newID("C", "crm\x00K1", used)
	if a == b || len(a) != 11 || len(b) != 11 || a[0] != 'C' {
		t.Errorf("ids %q and %q", a, b)
	}
	if again := newID("C", "crm\x00K1", map[string]bool{}); again != a {
		t.Errorf("another run gives %q, want %q", again, a)
	}
}
