package dedupe

import "testing"

func TestCouple(t *testing.T) {
	ewa := resident{flat: "3", surnames: []string{"wrzos"}, gender: "f", birth: 7000, settled: true}
	jan := resident{flat: "3", surnames: []string{"topaz"}, gender: "m", birth: 5000, settled: true}
	with := func(r resident, change func(*resident)) resident { change(&r); return r }
	for what, c := range map[string]struct {
		a, b   resident
		others []resident
		want   bool
	}{
		"a couple":                 {ewa, jan, nil, true},
		"with a child":             {ewa, jan, []resident{{flat: "3", surnames: []string{"topaz"}, gender: "f"}}, true},
		"a neighbour":              {ewa, jan, []resident{{flat: "4", surnames: []string{"kwarc"}}}, true},
		"a third surname":          {ewa, jan, []resident{{flat: "3", surnames: []string{"kwarc"}}}, false},
		"two men":                  {with(ewa, func(r *resident) { r.gender = "m" }), jan, nil, false},
		"gender unknown":           {with(ewa, func(r *resident) { r.gender = "" }), jan, nil, false},
		"a generation apart":       {with(ewa, func(r *resident) { r.birth = -2000 }), jan, nil, false},
		"age unknown":              {with(ewa, func(r *resident) { r.birth = noDay }), jan, nil, true},
		"no house number":          {with(ewa, func(r *resident) { r.settled = false }), jan, nil, false},
		"two flats":                {with(ewa, func(r *resident) { r.flat = "5" }), jan, nil, false},
		"a flat on one side alone": {with(ewa, func(r *resident) { r.flat = "" }), jan, nil, false},
		"no flat in a block of flats": {with(ewa, func(r *resident) { r.flat = "" }), with(jan, func(r *resident) { r.flat = "" }),
			[]resident{{flat: "4", surnames: []string{"wrzos"}}}, false},
	} {
		house := append([]resident{c.a, c.b}, c.others...)
		if got := c.a.couple(&c.b, house); got != c.want {
			t.Errorf("%s: %v, want %v", what, got, c.want)
		}
		if got := c.b.couple(&c.a, house); got != c.want {
			t.Errorf("%s, the other way round: %v, want %v", what, got, c.want)
		}
	}
}
