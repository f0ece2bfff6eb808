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
	value         string   // measured
	number        *float64 // measured, when it is a number
	status        string
	keys          []pipelines.FailingKey
	last          string // last key of those that are listed in order
}

// Run measures all rules, records their outcomes and issues, and keeps failing rows out when told so.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	all, err := s.measured(ctx, r)
	if err != nil {
		return nil, fmt.Errorf("measure %s: %w", s.from.Value, err)
	}
	if err := s.findings(ctx, r, all); err != nil {
		return nil, fmt.Errorf("name the failing rows of %s: %w", s.from.Value, err)
	}
	account := pipelines.Account{Subject: s.from.Value}
	var kept []*outcome
	for _, o := range all {
		keep, err := s.record(ctx, r, o)
		if err != nil {
			return nil, fmt.Errorf("rule %s: %w", o.name, err)
		}
		if keep {
			kept = append(kept, o)
		}
		if o.failing > 0 {
			account.Reasons = append(account.Reasons, pipelines.Reason{Kind: pipelines.KindDecided, Reason: o.status + ": " + o.name, Rows: o.failing})
		}
	}
	if s.o.OnFail == "quarantine" {
		err = s.quarantine(ctx, r, kept)
	}
	return []pipelines.Account{account}, err
}

// measured are the figures of all rules.
func (s *step) measured(ctx context.Context, r *pipelines.Run) ([]*outcome, error) {
	columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(s.from.Value))
	if err != nil {
		return nil, err
	}
	in := setting{from: s.from.Value, types: map[string]string{}, asOf: r.AsOf}
	for _, c := range columns {
		in.types[c.Name] = c.Type
	}
	var all []*outcome
	for _, m := range s.measures(in) {
		all = append(all, &outcome{measure: m})
	}
	if err := s.scan(ctx, r, all); err != nil {
		return nil, err
	}
	for _, o := range all {
		if o.query == "" {
			continue
		}
		if err := o.countRows(ctx, r); err != nil {
			return nil, fmt.Errorf("rule %s: %w", o.name, err)
		}
	}
	for _, o := range all {
		if v, err := strconv.ParseFloat(o.value, 64); err == nil {
			o.number = &v
		}
	}
	return s.compare(ctx, r, all)
}

// measures are those of all rules; a repeated name ends in its number.
func (s *step) measures(in setting) []*measure {
	var all []*measure
	seen := map[string]int{}
	for i := range s.o.Rules {
		for _, m := range s.o.Rules[i].measures(in) {
			seen[m.name]++
			if n := seen[m.name]; n > 1 {
				m.name += " " + strconv.Itoa(n)
			}
			all = append(all, m)
		}
	}
	return all
}

// record puts an outcome and its issues into the run's journal; keep says that its rows are to be kept out.
func (s *step) record(ctx context.Context, r *pipelines.Run, o *outcome) (keep bool, err error) {
	counts, err := r.RecordIssues(ctx, pipelines.Finding{Check: s.name.Value, Rule: o.name, Table: s.from.Value, Keys: o.keys, More: o.more(), Last: o.last})
	if err != nil {
		return false, err
	}
	switch failing := o.failing - counts.Accepted; {
	case o.status == "" && o.rule.drifts(o.measure):
		o.status = "passed"
	case o.status == "":
		o.status = o.rule.status(failing, o.rows)
	case failing == 0:
		o.status = "passed"
	}
	keyed := s.o.OnFail == "quarantine" && !o.whole()
	if keyed && o.status == "failed" {
		if keyed, err = s.keyed(ctx, r, o); err != nil {
			return false, err
		}
		keep = keyed
	}
	r.RecordCheck(pipelines.CheckResult{Check: s.name.Value, Rule: o.name, Table: s.from.Value, Status: o.status, Failing: o.failing, Rows: o.rows,
		Measured: o.value, Value: o.number, Blocking: s.o.OnFail == "stop" || s.o.OnFail == "quarantine" && !keyed, Issues: counts})
	return keep, nil
}

// scan measures everything that one pass over the table can.
func (s *step) scan(ctx context.Context, r *pipelines.Run, all []*outcome) error {
	var total int64
	figures, dest := []string{"COUNT(*)"}, []any{&total}
	whole := make([]bool, len(all))
	text := make([]*string, len(all))
	for i, o := range all {
		when := o.rule.when()
		if o.rule.When.Value != "" {
			figures, dest = append(figures, "COUNT(*) FILTER (WHERE "+when+")"), append(dest, &o.rows)
		}
		switch {
		case o.row != "":
			figures, dest = append(figures, "COUNT(*) FILTER (WHERE "+when+" AND "+o.row+")"), append(dest, &o.failing)
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
		if o.rule.When.Value == "" {
			o.rows = total
		}
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

// countRows measures a rule that has a query of its own.
func (o *outcome) countRows(ctx context.Context, r *pipelines.Run) error {
	query, dest := o.count, []any{&o.failing}
	switch {
	case query == "":
		query = "SELECT COUNT(*) FROM (" + o.query + ")"
	case len(o.groups) > 0:
		dest = append(dest, &o.rows)
	}
	if err := r.DB.One(ctx, query, dest...); err != nil {
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
	if o.row != "" || len(s.rowKey) == 0 {
		return len(s.rowKey) > 0, nil
	}
	columns, err := r.DB.Describe(ctx, o.query)
	if err != nil {
		return false, err
	}
	for _, k := range s.rowKey {
		if !slices.ContainsFunc(columns, func(c duck.Column) bool { return c.Name == k }) {
			return false, nil
		}
	}
	return true, nil
}

// quarantine makes the keys of the rows that break a failed rule, and tells the run. Accepted rows stay.
func (s *step) quarantine(ctx context.Context, r *pipelines.Run, failed []*outcome) error {
	keys := make(duck.Names, len(s.rowKey))
	for i, k := range s.rowKey {
		keys[i] = duck.Name(k)
	}
	list, err := duck.Literal(keys)
	if err != nil {
		return err
	}
	rows := []string{"SELECT " + list + " FROM " + duck.Ident(s.from.Value) + " WHERE FALSE"}
	for _, o := range failed {
		not := ""
		if known := accepted(r, s.name.Value, o.name); len(known) > 0 {
			not = " AND " + recordKey(s.rowKey) + " NOT IN " + texts(known)
		}
		if o.row != "" {
			rows = append(rows, "SELECT "+list+" FROM "+duck.Ident(s.from.Value)+" AS t WHERE "+o.rule.when()+" AND "+o.row+not)
		} else {
			rows = append(rows, "SELECT "+list+" FROM ("+o.query+") AS t WHERE TRUE"+not)
		}
	}
	args := duck.Args{"failing": duck.Name(s.failing()), "keys": keys, "rows": duck.Fragment(strings.Join(rows, "\nUNION ALL\n"))}
	if err := r.DB.Run(ctx, files, "sql/failing.sql", args); err != nil {
		return fmt.Errorf("keep failing rows out: %w", err)
	}
	if len(failed) > 0 {
		r.QuarantineRows(pipelines.Quarantine{Check: s.name.Value, Table: s.from.Value, Failing: s.failing(), Key: s.rowKey})
	}
	return nil
}
