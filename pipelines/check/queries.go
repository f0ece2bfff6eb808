package check

import (
	"fmt"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// queryMeasures have a SELECT of their own for the failing rows or groups.
func (r *rule) queryMeasures(s setting) []*measure {
	switch {
	case len(r.Unique) > 0:
		return []*measure{r.unique(s)}
	case r.ForeignKey != nil:
		return []*measure{r.ForeignKey.measure("foreign_key", r, s)}
	case r.ExactlyOnce != nil:
		return []*measure{r.ExactlyOnce.measure("exactly_once", r, s)}
	case r.SumPer != nil:
		return []*measure{r.sumPer(s)}
	case r.Matches != nil && len(r.Matches.By) > 0:
		return []*measure{r.controlTotals(s)}
	case r.Mailable != nil:
		k := r.Mailable
		args := duck.Args{"table": duck.Name(s.from), "contacts": duck.Name(k.Contacts.Value), "contact": duck.Name(k.Contact.Value), "when": duck.Fragment(r.when())}
		return []*measure{{name: "mailable", columns: []config.Text{k.Contact}, query: render("mailable", args), others: needs(k.Contacts, "contact_id", "postal_status")}}
	case r.NotSuppressed != nil:
		k := r.NotSuppressed
		args := duck.Args{"table": duck.Name(s.from), "suppressions": duck.Name(k.Suppressions.Value), "contact": duck.Name(k.Contact.Value),
			"channel": k.Channel, "when": duck.Fragment(r.when())}
		return []*measure{{name: "not_suppressed " + k.Channel, columns: []config.Text{k.Contact}, query: render("not_suppressed", args), others: needs(k.Suppressions, "contact_id", "channel")}}
	case r.SQL.Value != "":
		return []*measure{{name: "sql", query: strings.TrimRight(strings.TrimSpace(r.SQL.Value), "; \n\t")}}
	}
	return nil
}

// needs are columns of another table.
func needs(table config.Text, columns ...string) []needed {
	var out []needed
	for _, c := range columns {
		out = append(out, needed{table, config.Text{Value: c, At: table.At}})
	}
	return out
}

func (r *rule) unique(s setting) *measure {
	args := duck.Args{"table": duck.Name(s.from), "columns": listed(r.Unique, col, ", "),
		"equal": listed(r.Unique, func(c config.Text) string { return "d." + ident(c) + " = " + col(c) }, " AND "),
		"when":  duck.Fragment(r.when() + " AND " + string(listed(r.Unique, func(c config.Text) string { return col(c) + " IS NOT NULL" }, " AND ")))}
	return &measure{name: "unique " + joined(r.Unique), columns: r.Unique, query: render("unique", args), count: render("unique_count", args)}
}

// measure of a reference to another table; kind is also the name of the statement.
func (k *foreignKey) measure(kind string, r *rule, s setting) *measure {
	there := k.References
	if there.Value == "" {
		there = config.Text{Value: k.Column.Value, At: k.Table.At}
	}
	args := duck.Args{"table": duck.Name(s.from), "other": duck.Name(k.Table.Value), "column": duck.Name(k.Column.Value), "there": duck.Name(there.Value), "when": duck.Fragment(r.when())}
	return &measure{name: kind + " " + k.Column.Value, columns: []config.Text{k.Column}, query: render(kind, args), others: []needed{{k.Table, there}}}
}

// sumPer finds groups whose sum is another.
func (r *rule) sumPer(s setting) *measure {
	k := r.SumPer
	args := duck.Args{"table": duck.Name(s.from), "by": listed(k.By, col, ", "), "sum": duck.Fragment("SUM(" + exact(k.Column, s) + ")"), "when": duck.Fragment(r.when()),
		"wrong": duck.Fragment(fmt.Sprintf("COALESCE(ABS(CAST(total AS DOUBLE) - %v) > %v, TRUE)", k.Equals, k.Tolerance))}
	return &measure{name: "sum_per " + joined(k.By) + " " + k.Column.Value, columns: append([]config.Text{k.Column}, k.By...), groups: k.By,
		query: render("sum_per", args), count: render("sum_per_count", args)}
}

// controlTotals compares the groups of two tables.
func (r *rule) controlTotals(s setting) *measure {
	k := r.Matches
	here, there := "COUNT(*)", "COUNT(*)"
	m := &measure{name: "matches " + k.Table.Value, groups: k.By, columns: k.By}
	if k.Figure == "sum" {
		with := k.with()
		here, there = "SUM("+exact(k.Column, s)+")", "SUM("+duck.Ident(with.Value)+")"
		m.columns = append([]config.Text{k.Column}, k.By...)
		m.others = append(m.others, needed{k.Table, with})
	}
	for _, b := range k.By {
		m.others = append(m.others, needed{k.Table, b})
	}
	args := duck.Args{"table": duck.Name(s.from), "other": duck.Name(k.Table.Value), "by": listed(k.By, ident, ", "), "by_here": listed(k.By, col, ", "),
		"here": duck.Fragment(here), "there": duck.Fragment(there), "when": duck.Fragment(r.when()),
		"equal": listed(k.By, func(c config.Text) string { return "a." + ident(c) + " IS NOT DISTINCT FROM b." + ident(c) }, " AND "),
		"keys":  listed(k.By, func(c config.Text) string { return "COALESCE(a." + ident(c) + ", b." + ident(c) + ") AS " + ident(c) }, ", "),
		"wrong": duck.Fragment(k.differs("COALESCE(CAST(here AS DOUBLE), 0)", "COALESCE(CAST(there AS DOUBLE), 0)"))}
	m.query, m.count = render("matches", args), render("matches_count", args)
	return m
}

func (k *matches) with() config.Text {
	if k.With.Value == "" {
		return config.Text{Value: k.Column.Value, At: k.Table.At}
	}
	return k.With
}

// differs is the condition under which a figure is too far from the other; sums that differ in the ninth digit are equal.
func (k *matches) differs(here, there string) string {
	return fmt.Sprintf("ABS(%s - %s) > %v * ABS(%s) + 0.000001", here, there, k.Tolerance/100, there)
}

// exact is a numeric column in a type whose sum does not depend on the order of rows.
func exact(c config.Text, s setting) string {
	if s.types[c.Value] == "DOUBLE" || s.types[c.Value] == "FLOAT" {
		return "TRY_CAST(" + col(c) + " AS DECIMAL(38, 9))"
	}
	return col(c)
}
