package check

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines"
)

// compared is how far a rule's measured value may be from what it was.
type compared struct{ comparedShape }

type comparedShape struct {
	With        string   `yaml:"with" default:"last" enum:"last,median" about:"the earlier night, or the median of several"`
	Runs        int      `yaml:"runs" default:"7" min:"1" max:"365" about:"nights that the median is of"`
	SameWeekday bool     `yaml:"same_weekday" about:"only nights of the same day of the week"`
	Change      *float64 `yaml:"max_change_percent" min:"0" about:"greatest change up or down, in percent of the earlier value"`
	Deviations  *float64 `yaml:"max_deviations" min:"0" about:"greatest distance from the median in median absolute deviations (scaled by 1.4826, at least 1 % of the median)"`
	Level       string   `yaml:"level" default:"fail" enum:"fail,warn" about:"what it means to be too far away"`
}

// DecodeNode demands one limit that goes with what is compared.
func (c *compared) DecodeNode(n config.Node, p *config.Problems) {
	config.Decode(n, &c.comparedShape, p)
	switch {
	case n.Kind() != config.Mapping:
	case (c.Change == nil) == (c.Deviations == nil):
		p.Add(n, "the comparison needs one limit", "write max_change_percent: or max_deviations:")
	case c.Deviations != nil && c.With != "median":
		p.Add(n.Get("max_deviations"), "deviations are from a median", "write with: median")
	}
}

// SchemaNode describes the shape to editors.
func (compared) SchemaNode() *jsonschema.Schema { return config.SchemaOf(comparedShape{}) }

// Sources: a scaled MAD of 1.4826 estimates the standard deviation of normal values (Rousseeuw and Croux 1993).
const (
	madScale   = 1.4826
	leastScale = 0.01 // of the median: steady figures may move a little
	leastRuns  = 3    // nights that a deviation is reckoned from
)

// chosen are the earlier values that count tonight, the oldest first.
func (c *compared) chosen(all []pipelines.Measurement, r *pipelines.Run) []float64 {
	var out []float64
	for _, m := range all {
		if !c.SameWeekday || m.Night.Weekday() == r.AsOf.Weekday() {
			out = append(out, m.Value)
		}
	}
	n := 1
	if c.With == "median" {
		n = c.Runs
	}
	return out[max(0, len(out)-n):]
}

// judge says whether a value is too far from earlier ones, and tells the comparison in words.
func (c *compared) judge(value float64, earlier []float64) (far bool, words string) {
	if len(earlier) == 0 || c.Deviations != nil && len(earlier) < leastRuns {
		return false, number(value) + ", too few earlier nights"
	}
	was := median(earlier)
	words = fmt.Sprintf("%s, before %s", number(value), number(was))
	if c.Change != nil {
		return math.Abs(value-was)*100 > *c.Change*math.Abs(was), words
	}
	var apart []float64
	for _, e := range earlier {
		apart = append(apart, math.Abs(e-was))
	}
	scale := max(madScale*median(apart), leastScale*math.Abs(was))
	return math.Abs(value-was) > *c.Deviations*scale, words
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 6, 64) }

// compare adds an outcome for every rule that is compared with earlier nights.
func (s *step) compare(ctx context.Context, r *pipelines.Run, all []*outcome) ([]*outcome, error) {
	out := all
	for _, o := range all {
		c := o.rule.Compared
		if c == nil || o.number == nil {
			continue
		}
		earlier, err := r.Measured(ctx, s.name.Value, o.name)
		if err != nil {
			return nil, err
		}
		d := &outcome{measure: &measure{rule: o.rule, name: o.name + " compared", table: "compared"}, rows: o.rows, status: "passed"}
		far, words := c.judge(*o.number, c.chosen(earlier, r))
		d.value = words
		if far {
			d.failing = 1
			d.status = map[string]string{"fail": "failed", "warn": "warned"}[c.Level]
		}
		out = append(out, d)
	}
	return out, nil
}
