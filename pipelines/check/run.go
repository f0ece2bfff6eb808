package check

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// outcome is what one measure found.
type outcome struct {
	*measure
	rows, failing int64
	value         string // measured
	status        string
}

// Run measures all rules, records their outcomes and keeps failing rows out when told so.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	types := map[string]string{}
	columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(s.from.Value))
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", s.from.Value, err)
	}
	for _, c := range columns {
		types[c.Name] = c.Type
	}
	var all []*outcome
	for i := range s.o.Rules {
		for _, m := range s.o.Rules[i].measures(s.from.Value, types, r.AsOf) {
			all = append(all, &outcome{measure: m})
		}
	}
	number(all)
	if err := s.scan(ctx, r, all); err != nil {
		return nil, fmt.Errorf("measure %s: %w", s.from.Value, err)
	}
	account := pipelines.Account{Subject: s.from.Value}
	var kept []*outcome
	for _, o := range all {
		if o.query != "" {
			if err := s.count(ctx, r, o); err != nil {
				return nil, fmt.Errorf("measure %s: rule %s: %w", s.from.Value, o.name, err)
			}
		}
		o.status = o.rule.status(o.failing, o.rows)
		keyed := s.o.OnFail == "quarantine" && !o.whole()
		if keyed && o.status == "failed" {
			if keyed, err = s.keyed(ctx, r, o); err != nil {
				return nil, err
			}
			if keyed {
				kept = append(kept, o)
			}
		}
		r.RecordCheck(pipelines.CheckResult{Check: s.name.Value, Rule: o.name, Table: s.from.Value, Status: o.status, Failing: o.failing, Rows: o.rows,
			Measured: o.value, Blocking: s.o.OnFail == "stop" || s.o.OnFail == "quarantine" && !keyed})
		if o.failing > 0 {
			account.Reasons = append(account.Reasons, pipelines.Reason{Kind: pipelines.KindDecided, Reason: o.status + ": " + o.name, Rows: o.failing})
		}
	}
	if s.o.OnFail == "quarantine" {
		err = s.quarantine(ctx, r, kept)
	}
	return []pipelines.Account{account}, err
}

// number makes the names of rules different: a repeated one ends in its number.
func number(all []*outcome) {
	seen := map[string]int{}
	for _, o := range all {
		seen[o.name]++
		if n := seen[o.name]; n > 1 {
			o.name += " " + strconv.Itoa(n)
		}
	}
}

// scan measures everything that one pass over the table can.
func (s *step) scan(ctx context.Context, r *pipelines.Run, all []*outcome) error {
	var total int64
	figures, dest := []string{"COUNT(*)"}, []any{&total}
	whole := make([]bool, len(all))
	text := make([]*string, len(all))
	for i, o := range all {
		where := o.rule.where()
		figures, dest = append(figures, "COUNT(*) FILTER (WHERE "+where+")"), append(dest, &o.rows)
		switch {
		case o.row != "":
			figures, dest = append(figures, "COUNT(*) FILTER (WHERE "+where+" AND "+o.row+")"), append(dest, &o.failing)
		case o.table != "":
			figures, dest = append(figures, o.table, "CAST("+o.measured+" AS VARCHAR)"), append(dest, &whole[i], &text[i])
		}
	}
	query, err := duck.Render(files, "sql/scan.sql", duck.Args{"figures": duck.Fragment(strings.Join(figures, ",\n    ")), "table": duck.Name(s.from.Value)})
	if err != nil {
		return err
	}
	if err := r.DB.One(ctx, query, dest...); err != nil {
		return err
	}
	for i, o := range all {
		if o.table == "" {
			o.value = share(o.failing, o.rows)
			continue
		}
		if whole[i] {
			o.failing = 1
		}
		if text[i] != nil {
			o.value = *text[i]
		}
	}
	return nil
}

// count measures a rule that has a query of its own.
func (s *step) count(ctx context.Context, r *pipelines.Run, o *outcome) error {
	query := o.measure.count
	if query == "" {
		query = "SELECT COUNT(*) FROM (" + o.query + ")"
	}
	if err := r.DB.One(ctx, query, &o.failing); err != nil {
		return err
	}
	o.value = share(o.failing, o.rows)
	return nil
}

// share is the measured value of a rule about rows: its failing share, 0-1.
func share(failing, rows int64) string {
	if rows == 0 {
		return "0"
	}
	return strconv.FormatFloat(float64(failing)/float64(rows), 'g', 6, 64)
}

// keyed says whether a rule's failing rows can be named: a user's query may leave the key out.
func (s *step) keyed(ctx context.Context, r *pipelines.Run, o *outcome) (bool, error) {
	if o.row != "" {
		return true, nil
	}
	columns, err := r.DB.Describe(ctx, o.query)
	if err != nil {
		return false, fmt.Errorf("rule %s: %w", o.name, err)
	}
	for _, k := range s.key {
		if !slices.ContainsFunc(columns, func(c duck.Column) bool { return c.Name == k }) {
			return false, nil
		}
	}
	return true, nil
}

// quarantine makes the keys of the rows that break a failed rule, and tells the run.
func (s *step) quarantine(ctx context.Context, r *pipelines.Run, failed []*outcome) error {
	keys := make(duck.Names, len(s.key))
	for i, k := range s.key {
		keys[i] = duck.Name(k)
	}
	list, err := duck.Literal(keys)
	if err != nil {
		return err
	}
	rows := []string{"SELECT " + list + " FROM " + duck.Ident(s.from.Value) + " WHERE FALSE"}
	for _, o := range failed {
		if o.row != "" {
			rows = append(rows, "SELECT "+list+" FROM "+duck.Ident(s.from.Value)+" AS t WHERE "+o.rule.where()+" AND "+o.row)
		} else {
			rows = append(rows, "SELECT "+list+" FROM ("+o.query+")")
		}
	}
	args := duck.Args{"failing": duck.Name(s.failing()), "keys": keys, "rows": duck.Fragment(strings.Join(rows, "\nUNION ALL\n"))}
	if err := r.DB.Run(ctx, files, "sql/failing.sql", args); err != nil {
		return fmt.Errorf("keep failing rows out: %w", err)
	}
	if len(failed) > 0 {
		r.QuarantineRows(pipelines.Quarantine{Check: s.name.Value, Table: s.from.Value, Failing: s.failing(), Key: s.key})
	}
	return nil
}
