package layout

import (
	"strings"
	"testing"

	"kartoteka/config"
)

func TestBuiltin(t *testing.T) {
	for _, name := range Names() {
		l, ok := Builtin(name)
		if !ok || l.Length == 0 || len(l.Columns()) == 0 {
			t.Errorf("%s: %+v", name, l)
		}
	}
	if _, ok := Builtin("nothing"); ok {
		t.Error("a layout called nothing")
	}
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, yaml, want string }{
		{"sums up", "length: 10\nrecords:\n- {type: x, fields: {a: {at: 1-4}}, filler: [5-10]}\n", ""},
		{"too short", "length: 10\nrecords:\n- {type: x, fields: {a: {at: 1-4}}, filler: [5-9]}\n", "adds up to 9 characters, not to the length of 10"},
		{"gap", "length: 10\nrecords:\n- {type: x, fields: {a: {at: 1-4}, b: {at: 6-10}}}\n", "characters 5 before b belong to no field"},
		{"overlap", "length: 10\nrecords:\n- {type: x, fields: {a: {at: 1-4}, b: {at: 4-10}}}\n", "b at 4-10 overlaps what ends at 4"},
		{"no position", "length: 10\nrecords:\n- {type: x, fields: {a: {at: q}}}\n", `"q" is not a position`},
		{"total of no field", "length: 2\nrecords:\n- {type: x, fields: {a: {at: 1-2}}}\ntotals:\n- {field: n}\n", "no header record has the field n"},
		{"no data", "length: 2\nrecords:\n- {type: x, header: true, fields: {a: {at: 1-2}}}\n", "no record type holds data"},
	} {
		var p config.Problems
		Parse("x.yaml", []byte(c.yaml), &p)
		if got := p.Error(); (c.want == "") != (got == "") || !strings.Contains(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
