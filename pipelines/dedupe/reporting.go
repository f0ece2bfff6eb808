package dedupe

import (
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/dedupe/report"
)

// ReportName is the name under which the step leaves its report.Data.
const ReportName = "dedupe report"

// report leaves what was learned and found, when somebody asked for it.
func (s *step) report(r *pipelines.Run, c *contacts) {
	if !r.Asked(ReportName) {
		return
	}
	r.Leave(ReportName, s.reportData(r, c))
}

func (s *step) reportData(r *pipelines.Run, c *contacts) report.Data {
	result := c.result
	d := report.Data{
		Title: s.name, AsOf: r.AsOf.Format("2006-01-02"), Rows: c.in.n, Contacts: len(c.list), Review: len(result.Review), Pairs: result.Pairs,
		Match: result.Match, Least: s.o.Threshold.Review, Prior: result.Model.Prior,
		Scores: report.Bits{Least: result.Weights.Least, Count: result.Weights.Count}, GivenUp: result.Weights.Given,
		ContactsBySize: map[int]int{},
	}
	if d.Least == 0 {
		d.Least = .8 * d.Match
	}
	alone := result.Explainer().Unlinkables()
	d.Unlinkable = report.Bits{Least: alone.Least, Count: alone.Count}
	for _, f := range result.Model.Fields {
		field := report.Field{Name: f.Field}
		for _, l := range f.Levels {
			field.Levels = append(field.Levels, report.Level{Name: l.Level, M: l.M, U: l.U})
		}
		if c.compared(f.Field) {
			d.Fields = append(d.Fields, field)
		}
	}
	for i := range c.list {
		d.ContactsBySize[len(c.list[i].rows)]++
	}
	for _, b := range result.Blocks {
		if b.Blocks > 0 {
			d.Rules = append(d.Rules, report.Rule{Name: strings.Join(b.Rule, " + "), Blocks: b.Blocks, Pairs: b.Pairs, Largest: b.Largest})
		}
	}
	return d
}

// compared tells whether any row has a value for a comparison.
func (c *contacts) compared(field string) bool {
	columns := []string{field}
	switch field {
	case "source":
		return len(c.in.text["source"].Values) > 2
	case "birth_date":
		return anyDay(c.in.birth) || len(c.in.text[birthWritten].Values) > 1
	case "email_name", "email_year":
		columns = []string{"email"}
	case "address":
		columns = []string{"address_key", "street", "postcode", "city"}
	}
	for _, n := range columns {
		if len(c.in.text[n].Values) > 1 {
			return true
		}
	}
	return false
}
