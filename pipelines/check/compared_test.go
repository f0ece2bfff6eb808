package check

import (
	"testing"
	"time"

	"kartoteka/pipelines"
)

func TestComparison(t *testing.T) {
	twenty, four := 20.0, 4.0
	change := compared{comparedShape{With: "last", Change: &twenty}}
	spread := compared{comparedShape{With: "median", Runs: 5, Deviations: &four}}
	for _, c := range []struct {
		rule    compared
		value   float64
		earlier []float64
		far     bool
	}{
		{change, 100, nil, false},
		{change, 119, []float64{100}, false},
		{change, 79, []float64{100}, true},
		{change, 1, []float64{0}, true},
		{change, 0, []float64{0}, false},
		{spread, 1000, []float64{100, 100}, false}, // too few nights
		{spread, 110, []float64{98, 100, 102, 100, 104}, false},
		{spread, 113, []float64{98, 100, 102, 100, 104}, true},
		{spread, 103, []float64{100, 100, 100}, false}, // steady figures may move a little
		{spread, 105, []float64{100, 100, 100}, true},
	} {
		if far, words := c.rule.judge(c.value, c.earlier); far != c.far {
			t.Errorf("%v beside %v: %t (%s)", c.value, c.earlier, far, words)
		}
	}
}

func TestChosenNights(t *testing.T) {
	run := &pipelines.Run{AsOf: time.Date(2026, 3, 30, 0, 0, 0, 0, time.UTC)} // a Monday
	var all []pipelines.Measurement
	for d := range 29 {
		all = append(all, pipelines.Measurement{Night: time.Date(2026, 3, 1+d, 0, 0, 0, 0, time.UTC), Value: float64(1 + d)})
	}
	for _, c := range []struct {
		rule comparedShape
		want []float64
	}{
		{comparedShape{With: "last", Runs: 7}, []float64{29}},
		{comparedShape{With: "median", Runs: 3}, []float64{27, 28, 29}},
		{comparedShape{With: "median", Runs: 2, SameWeekday: true}, []float64{16, 23}},
	} {
		got := (&compared{c.rule}).chosen(all, run)
		if len(got) != len(c.want) || got[0] != c.want[0] {
			t.Errorf("%+v: %v", c.rule, got)
		}
	}
}
