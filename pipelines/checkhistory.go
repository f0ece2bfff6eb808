package pipelines

import (
	"context"
	"fmt"
	"time"

	"kartoteka/pipelines/duck"
)

// keptNights bounds the check history of a rule.
const keptNights = 400

// Measurement is what a rule measured in a night.
type Measurement struct {
	Check, Rule string
	Night       time.Time
	Value       float64
}

// Measured gives what a rule measured in earlier nights, by the last snapshot,
// the oldest first. Tonight's date is never among them.
func (r *Run) Measured(ctx context.Context, check, rule string) ([]Measurement, error) {
	if r.history == nil {
		before, err := readHistory(ctx, r.DB, r.Previous, r.AsOf)
		if err != nil {
			return nil, err
		}
		r.history = map[[2]string][]Measurement{}
		for _, m := range before {
			at := [2]string{m.Check, m.Rule}
			r.history[at] = append(r.history[at], m)
		}
	}
	return r.history[[2]string{check, rule}], nil
}

func readHistory(ctx context.Context, db *duck.DB, p Previous, asOf time.Time) ([]Measurement, error) {
	path, ok := p.Path(historyTable)
	if !ok {
		return nil, nil
	}
	query, err := duck.Render(statements, "ledger/history.sql", duck.Args{"file": path, "as_of": asOf, "nights": keptNights - 1})
	if err != nil {
		return nil, err
	}
	var out []Measurement
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var m Measurement
		err := scan(&m.Night, &m.Check, &m.Rule, &m.Value)
		out = append(out, m)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the check history of the last snapshot: %w", err)
	}
	return out, nil
}

// historyRows are the earlier nights of the rules that were measured tonight,
// and tonight.
func (e *execution) historyRows(ctx context.Context) ([][]any, error) {
	if len(e.result.Journal.Checks) == 0 {
		return nil, nil
	}
	before, err := readHistory(ctx, e.db, e.previous, e.q.Plan.AsOf)
	if err != nil {
		return nil, err
	}
	tonight := map[[2]string]bool{}
	var out [][]any
	for _, c := range e.result.Journal.Checks {
		if c.Value != nil {
			tonight[[2]string{c.Check, c.Rule}] = true
			out = append(out, []any{e.q.Plan.AsOf, c.Check, c.Rule, *c.Value})
		}
	}
	for _, m := range before {
		if tonight[[2]string{m.Check, m.Rule}] {
			out = append(out, []any{m.Night, m.Check, m.Rule, m.Value})
		}
	}
	return out, nil
}
