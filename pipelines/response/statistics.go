package response

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/stats"
)

// Verdicts of a comparison with the control group.
const (
	verdictNoControl = "no_control_group"
	verdictTooSmall  = "too_small_to_say"
	verdictMore      = "more_buyers"
	verdictFewer     = "fewer_buyers"
	verdictNothing   = "no_difference_shown"
)

// power of the smallest difference that is called detectable.
const power = 0.8

// cell are the counts of one row of campaign_response that rates need. Counts
// that a cut of orders cannot know are not valid.
type cell struct {
	campaign, cut, value      string
	mailed, delivered         sql.NullInt64
	responders                int64
	test, control             sql.NullInt64 // persons
	testBuyers, controlBuyers sql.NullInt64
	controlShare              sql.NullFloat64
}

// statistic are the rates of one cell; NaN is not known.
type statistic struct {
	rate, rateLow, rateHigh, adjusted    float64
	testRate, controlRate                float64
	diff, diffLow, diffHigh              float64
	relative, incremental, p, detectable float64
	pHolm, splitP                        float64
	verdict                              string
}

func (o *Options) statistic(c cell) statistic {
	nan := math.NaN()
	s := statistic{nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, nan, ""}
	z := stats.Normal(o.Confidence)
	if c.mailed.Valid && c.mailed.Int64 > 0 {
		s.rate = ratio(c.responders, c.mailed.Int64)
		w := stats.Wilson(min(c.responders, c.mailed.Int64), c.mailed.Int64, z)
		s.rateLow, s.rateHigh = w.Low, w.High
		s.adjusted = ratio(c.responders, c.delivered.Int64)
	}
	if !c.test.Valid {
		return s
	}
	nt, nc, xt, xc := c.test.Int64, c.control.Int64, c.testBuyers.Int64, c.controlBuyers.Int64
	s.testRate, s.controlRate = ratio(xt, nt), ratio(xc, nc)
	s.verdict = verdictNoControl
	if nt == 0 || nc == 0 {
		return s
	}
	var iv stats.Interval
	s.diff, iv = stats.Newcombe(xt, nt, xc, nc, z)
	s.diffLow, s.diffHigh = iv.Low, iv.High
	if xc > 0 {
		s.relative = s.testRate/s.controlRate - 1
	}
	s.incremental = float64(nt) * s.diff
	_, s.p = stats.TwoProportions(xt, nt, xc, nc)
	s.detectable = stats.Detectable(ratio(xt+xc, nt+nc), nt, nc, o.Confidence, power)
	if share := c.controlShare.Float64; c.controlShare.Valid && share > 0 && share < 1 {
		_, s.splitP = stats.SampleRatio([]int64{nt, nc}, []float64{1 - share, share})
	}
	s.verdict = o.verdict(nt, nc, xt+xc, iv)
	return s
}

// verdict puts a comparison into a word.
func (o *Options) verdict(test, control, buyers int64, iv stats.Interval) string {
	floor := int64(o.Floors.Persons)
	switch {
	case test < floor || control < floor || buyers < int64(o.Floors.Buyers):
		return verdictTooSmall
	case iv.Low > 0:
		return verdictMore
	case iv.High < 0:
		return verdictFewer
	}
	return verdictNothing
}

// ratio is NaN without a denominator.
func ratio(part, whole int64) float64 {
	if whole <= 0 {
		return math.NaN()
	}
	return float64(part) / float64(whole)
}

// correct fills pHolm: the values of one cut of one campaign are one family.
func correct(cells []cell, out []statistic) {
	for start := 0; start < len(cells); {
		end := start
		var p []float64
		for end < len(cells) && cells[end].campaign == cells[start].campaign && cells[end].cut == cells[start].cut {
			p = append(p, out[end].p)
			end++
		}
		for i, v := range stats.Holm(p) {
			out[start+i].pHolm = v
		}
		start = end
	}
}

// statistics computes the rates of every cell and loads them as a table.
func (s *step) statistics(ctx context.Context, db *duck.DB, table string) error {
	query, err := duck.Render(files, "sql/cells_to_judge.sql", nil)
	if err != nil {
		return err
	}
	var cells []cell
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var c cell
		cells = append(cells, c)
		p := &cells[len(cells)-1]
		return scan(&p.campaign, &p.cut, &p.value, &p.mailed, &p.delivered, &p.responders, &p.test, &p.control, &p.testBuyers, &p.controlBuyers, &p.controlShare)
	})
	if err != nil {
		return fmt.Errorf("read the counts of campaigns: %w", err)
	}
	out := make([]statistic, len(cells))
	for i, c := range cells {
		out[i] = s.options.statistic(c)
	}
	correct(cells, out)
	names := []string{"response_rate", "response_wilson95_0", "response_wilson95_1", "adjusted_response_rate", "lift_test_rate", "lift_control_rate",
		"lift_diff", "lift_newcombe95_0", "lift_newcombe95_1", "lift_relative", "lift_incremental_buyers", "lift_p", "lift_p_holm", "lift_detectable", "split_p"}
	return load(ctx, db, table, statisticSchema(names), len(cells), func(b *array.RecordBuilder, i int) {
		c, r := cells[i], out[i]
		texts(b, 0, c.campaign, c.cut, c.value)
		numbers(b, 3, r.rate, r.rateLow, r.rateHigh, r.adjusted, r.testRate, r.controlRate,
			r.diff, r.diffLow, r.diffHigh, r.relative, r.incremental, r.p, r.pHolm, r.detectable, r.splitP)
		texts(b, 3+len(names), r.verdict)
	})
}

func statisticSchema(names []string) *arrow.Schema {
	fields := textFields("campaign_id", "cut", "value")
	for _, n := range names {
		fields = append(fields, arrow.Field{Name: n, Type: arrow.PrimitiveTypes.Float64, Nullable: true})
	}
	return arrow.NewSchema(append(fields, textFields("verdict")...), nil)
}
