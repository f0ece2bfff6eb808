package check

import (
	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Options are the keys of a check step.
type Options struct {
	From   config.Tables `yaml:"from" required:"true" about:"the table that is measured"`
	Key    []config.Text `yaml:"key" about:"columns that name a row, for the issue ledger and for quarantine; by default those that the table declares, else a hash of the row"`
	Rules  []rule        `yaml:"rules" required:"true" about:"rules; each has one kind, such as unique, not_null, range, sql, row_count (kartoteka steps check lists them)"`
	OnFail string        `yaml:"on_fail" default:"stop" enum:"stop,quarantine,keep" about:"what a failed rule does: stop publishing, keep failing rows out, or record only"`
}

// rule is one rule; exactly one of its kinds is set.
type rule struct {
	kinds `yaml:",inline"`

	Name     config.Text `yaml:"name" about:"name in run_checks; made from the rule when absent"`
	When     config.Text `yaml:"when" about:"condition in SQL: only these rows are looked at"`
	Warn     *threshold  `yaml:"warn" about:"when the rule warns"`
	Fail     *threshold  `yaml:"fail" about:"when the rule fails; with neither warn nor fail: above 0"`
	Compared *compared   `yaml:"compared" about:"how far the measured value may be from earlier nights"`
}

// threshold is passed when either figure is exceeded.
type threshold struct{ thresholdShape }

type thresholdShape struct {
	Above        *int     `yaml:"above" min:"0" about:"failing rows"`
	AbovePercent *float64 `yaml:"above_percent" min:"0" max:"100" about:"failing rows in percent of the rows looked at"`
}

// DecodeNode demands at least one figure.
func (t *threshold) DecodeNode(n config.Node, p *config.Problems) {
	config.Decode(n, &t.thresholdShape, p)
	if n.Kind() == config.Mapping && t.Above == nil && t.AbovePercent == nil {
		p.Add(n, "the threshold has no figure", "write {above: 10} or {above_percent: 1}")
	}
}

// SchemaNode describes the shape to editors.
func (threshold) SchemaNode() *jsonschema.Schema { return config.SchemaOf(thresholdShape{}) }

// passed says that failing rows of a number looked at are too many.
func (t *threshold) passed(failing, rows int64) bool {
	if t == nil || failing == 0 {
		return false
	}
	return t.Above != nil && failing > int64(*t.Above) || t.AbovePercent != nil && rows > 0 && float64(failing)*100 > *t.AbovePercent*float64(rows)
}

// drifts says that only the comparison with earlier nights judges the rule, not its rows.
func (r *rule) drifts(m *measure) bool {
	return r.Compared != nil && r.Warn == nil && r.Fail == nil && !m.whole()
}

// status of a rule: passed, warned or failed. Accepted rows are not among the failing ones.
func (r *rule) status(failing, rows int64) string {
	switch {
	case r.Warn == nil && r.Fail == nil && failing > 0, r.Fail.passed(failing, rows):
		return "failed"
	case r.Warn.passed(failing, rows):
		return "warned"
	}
	return "passed"
}
