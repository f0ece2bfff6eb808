package check

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
)

// check looks at a rule as it is written, without a table.
func (r *rule) check(node config.Node, p *config.Problems) {
	set, _ := r.named()
	if len(set) != 1 {
		what := "the rule has no kind"
		if len(set) > 1 {
			what = fmt.Sprintf("the rule has %d kinds: %s", len(set), strings.Join(set, ", "))
		}
		p.Add(node, what, "write one of "+r.kindList())
		return
	}
	at := node.Get(set[0])
	switch {
	case r.Regex != nil:
		if _, err := regexp.Compile(r.Regex.Pattern.Value); err != nil {
			p.Add(r.Regex.Pattern.At, "the pattern cannot be read: "+err.Error(), "write an RE2 pattern")
		}
	case r.Range != nil && r.Range.Min.Value == "" && r.Range.Max.Value == "":
		p.Add(r.Range.Column.At, "the range has no bounds", "write min: or max:")
	case r.Length != nil && r.Length.Min == nil && r.Length.Max == nil:
		p.Add(at, "the length has no bounds", "write min: or max:")
	case r.RowCount != nil && r.RowCount.Min == nil && r.RowCount.Max == nil && r.Compared == nil:
		p.Add(at, "the number of rows has no bounds", "write min: or max:, or compare it with earlier nights by compared:")
	case r.Measure != nil && r.Measure.Min == nil && r.Measure.Max == nil && r.Compared == nil:
		p.Add(at, "the figure has no bounds", "write min: or max:, or compare it with earlier nights by compared:")
	case r.Castable != nil:
		r.Castable.check(p)
	case r.Matches != nil:
		r.Matches.check(at, p)
	case r.SQL.Value != "" && r.When.Value != "":
		p.Add(r.When.At, "when does not go with sql", "write the condition into the query")
	}
	if r.Compared != nil && r.Freshness != nil {
		p.Add(node.Get("compared"), "freshness is compared with as_of, not with earlier nights", "remove compared:")
	}
}

func (c *castable) check(p *config.Problems) {
	var words []string
	for w := range castTypes() {
		words = append(words, w)
	}
	slices.Sort(words)
	if _, ok := castTypes()[c.Type.Value]; !ok && c.Type.Value != "" {
		p.Add(c.Type.At, "there is no type "+c.Type.Value, config.DidYouMean(c.Type.Value, words))
	}
	if c.Format.Value != "" && c.Type.Value != "date" && c.Type.Value != "timestamp" {
		p.Add(c.Format.At, "format is for dates", "write type: date or type: timestamp, or remove format:")
	}
}

func (m *matches) check(at config.Node, p *config.Problems) {
	switch {
	case m.Figure == "sum" && m.Column.Value == "":
		p.Add(at, "the sum has no column", "write column:")
	case m.Figure == "row_count" && m.Column.Value != "":
		p.Add(m.Column.At, "a number of rows has no column", "write figure: sum, or remove column:")
	case m.Figure == "row_count" && m.With.Value != "":
		p.Add(m.With.At, "a number of rows has no column", "write figure: sum, or remove with:")
	}
}

// checkTypes compares bounds, patterns and forms with the types of their columns.
func (r *rule) checkTypes(t *pipelines.Table, p *config.Problems) {
	want := func(c config.Text, what, hint string, ok func(string) bool) {
		if have, known := t.Column(c.Value); known && have.Type != "" && !ok(have.Type) {
			p.Add(c.At, c.Value+" is "+have.Type+", "+what, hint)
		}
	}
	switch {
	case r.Range != nil:
		c, ok := t.Column(r.Range.Column.Value)
		for _, b := range []config.Text{r.Range.Min, r.Range.Max} {
			if ok && b.Value != "" && !fits(b.Value, c.Type) {
				p.Add(b.At, fmt.Sprintf("%q cannot be compared with %s, which is %s", b.Value, c.Name, c.Type), "")
			}
		}
	case r.Regex != nil:
		want(r.Regex.Column, "a pattern needs text", "use range: or accepted:", isText)
	case r.Castable != nil:
		want(r.Castable.Column, "it needs no cast", "castable is for text", isText)
	case r.Postcode != nil:
		want(r.Postcode.Column, "a postcode is text", "", isText)
		want(r.Postcode.Country, "a country is text", "", isText)
	case r.Freshness != nil:
		want(r.Freshness.Column, "freshness needs a DATE or a TIMESTAMP", "", isTime)
	case r.NotOlderThan != nil:
		want(r.NotOlderThan.Column, "an age needs a DATE or a TIMESTAMP", "", isTime)
	case r.SumPer != nil:
		want(r.SumPer.Column, "a sum needs a number", "", isNumber)
	case r.Matches != nil:
		want(r.Matches.Column, "a sum needs a number", "", isNumber)
	case r.Measure != nil && !slices.Contains([]string{"distinct_count", "most_common_share", "null_share"}, r.Measure.Figure):
		want(r.Measure.Column, r.Measure.Figure+" needs a number", "dates have range: and freshness:", isNumber)
	}
	for _, c := range r.NotInFuture {
		want(c, "it needs a DATE or a TIMESTAMP", "", isTime)
	}
	for _, c := range slices.Concat(r.Email, r.Phone) {
		want(c, "it needs text", "", isText)
	}
}

func isText(t string) bool { return t == "VARCHAR" }
func isTime(t string) bool { return t == "DATE" || t == "TIMESTAMP" }
func isNumber(t string) bool {
	return t == "INTEGER" || t == "BIGINT" || t == "DOUBLE" || strings.HasPrefix(t, "DECIMAL") || t == "HUGEINT"
}

// fits says that a bound can be compared with a column of a type.
func fits(value, typ string) bool {
	var err error
	switch {
	case typ == "DATE":
		_, err = time.Parse(time.DateOnly, value)
	case typ == "TIMESTAMP":
		if _, err = time.Parse(time.DateOnly, value); err != nil {
			_, err = time.Parse(time.DateTime, value)
		}
	case isNumber(typ):
		_, err = strconv.ParseFloat(value, 64)
	}
	return err == nil
}
