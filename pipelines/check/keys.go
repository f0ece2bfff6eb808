package check

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// unnamed stands for an empty value in a record's key.
const unnamed = "(empty)"

// recordKey joins the columns of a key by ':'; in all but the last, ':' is written '\:'. Without columns it is a hash of
// the row.
func recordKey(columns []string) string {
	if len(columns) == 0 {
		return "'h_' || left(md5(CAST(t AS VARCHAR)), 16)"
	}
	parts := make([]string, len(columns))
	for i, c := range columns {
		value := "CAST(t." + duck.Ident(c) + " AS VARCHAR)"
		if i < len(columns)-1 {
			value = `replace(replace(` + value + `, '\', '\\'), ':', '\:')`
		}
		parts[i] = "COALESCE(NULLIF(" + value + ", ''), " + duck.Quote(unnamed) + ")"
	}
	return strings.Join(parts, " || ':' || ")
}

// names are the values of texts.
func names(texts []config.Text) []string {
	var out []string
	for _, t := range texts {
		out = append(out, t.Value)
	}
	return out
}

// findings gathers the keys of the rows that break rules: of all rules about single rows in one scan, of every other that
// fails in one query more.
func (s *step) findings(ctx context.Context, r *pipelines.Run, all []*outcome) error {
	var rows []*outcome
	for _, o := range all {
		switch {
		case o.failing == 0 || o.rule.drifts(o.measure):
		case o.whole():
			o.keys = []pipelines.FailingKey{{Record: s.from.Value, Rows: 1}}
		case o.row != "":
			rows = append(rows, o)
		default:
			if err := s.keysOfQuery(ctx, r, o); err != nil {
				return fmt.Errorf("rule %s: %w", o.name, err)
			}
		}
	}
	if len(rows) == 0 {
		return nil
	}
	var lists, any []string
	var from []*outcome
	for _, o := range rows {
		cond := o.rule.when() + " AND " + o.row
		any = append(any, "("+cond+")")
		for _, l := range o.lists(r, s.name.Value, cond) {
			lists, from = append(lists, l), append(from, o)
		}
	}
	query, err := duck.Render(files, "sql/keys.sql", duck.Args{"lists": duck.Fragment(strings.Join(lists, ",\n    ")), "key": duck.Fragment(recordKey(s.rowKey)),
		"table": duck.Name(s.from.Value), "failing": duck.Fragment(strings.Join(any, " OR "))})
	if err != nil {
		return err
	}
	return readKeys(ctx, r, query, from)
}

// lists are the aggregates that gather a rule's keys: the first of them, and beyond those the ones that are accepted.
func (o *outcome) lists(r *pipelines.Run, check, cond string) []string {
	out := []string{fmt.Sprintf("MIN(record__key, %d) FILTER (WHERE %s)", pipelines.MostIssues, cond)}
	if known := accepted(r, check, o.name); o.failing > pipelines.MostIssues && len(known) > 0 {
		out = append(out, "LIST(record__key) FILTER (WHERE "+cond+" AND record__key IN "+texts(known)+")")
	}
	return out
}

// accepted are the single records of a rule that are accepted tonight.
func accepted(r *pipelines.Run, check, rule string) []string {
	var out []string
	for _, a := range r.Accepted(check, rule) {
		if a.Record != config.EveryRecord {
			out = append(out, a.Record)
		}
	}
	return out
}

// keysOfQuery gathers the keys of what a rule's query gives.
func (s *step) keysOfQuery(ctx context.Context, r *pipelines.Run, o *outcome) error {
	key, err := s.keyOf(ctx, r, o)
	if err != nil {
		return err
	}
	lists := o.lists(r, s.name.Value, "TRUE")
	query, err := duck.Render(files, "sql/keys_of.sql", duck.Args{"list": duck.Fragment(strings.Join(lists, ", ")), "key": duck.Fragment(recordKey(key)), "query": duck.Fragment(o.query)})
	if err != nil {
		return err
	}
	return readKeys(ctx, r, query, slices.Repeat([]*outcome{o}, len(lists)))
}

// keyOf are the columns that name what a rule's query gives; a user's query may leave the key out.
func (s *step) keyOf(ctx context.Context, r *pipelines.Run, o *outcome) ([]string, error) {
	if len(o.groups) > 0 {
		return names(o.groups), nil
	}
	there, err := s.keyed(ctx, r, o)
	if err != nil || !there {
		return nil, err
	}
	return s.rowKey, nil
}

// readKeys reads one row of lists; the first list of a rule is in order.
func readKeys(ctx context.Context, r *pipelines.Run, query string, from []*outcome) error {
	lists, dest := make([]any, len(from)), make([]any, len(from))
	for i := range lists {
		dest[i] = &lists[i]
	}
	if err := r.DB.One(ctx, query, dest...); err != nil {
		return err
	}
	for i, o := range from {
		first := i == 0 || from[i-1] != o
		o.take(lists[i], first)
	}
	return nil
}

// take adds the keys of a list; equal ones are one record.
func (o *outcome) take(list any, first bool) {
	keys, _ := list.([]any)
	known := map[string]int{}
	for i, k := range o.keys {
		known[k.Record] = i
	}
	for _, k := range keys {
		record, _ := k.(string)
		if !first && record <= o.last {
			continue
		}
		at, ok := known[record]
		if !ok {
			at = len(o.keys)
			known[record] = at
			o.keys = append(o.keys, pipelines.FailingKey{Record: record})
		}
		o.keys[at].Rows++
	}
	if n := len(o.keys); first && n > 0 {
		o.last = o.keys[n-1].Record
	}
}

// more is the number of failing rows whose keys are not listed.
func (o *outcome) more() int64 {
	if o.whole() || o.rule.drifts(o.measure) {
		return 0
	}
	more := o.failing
	for _, k := range o.keys {
		more -= k.Rows
	}
	return more
}
