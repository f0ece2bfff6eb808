package check

import (
	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Options are the keys of a check step.
type Options struct {
	From   config.Tables `yaml:"from" required:"true" about:"the table that is measured"`
	Rules  []rule        `yaml:"rules" required:"true" about:"rules: unique, not_null, accepted, range, regex, row_count, freshness, foreign_key, sql"`
	OnFail string        `yaml:"on_fail" default:"stop" enum:"stop,quarantine,keep" about:"what a failed rule does: stop publishing, keep failing rows out, or record only"`
}

// rule is one rule; exactly one of its kinds is set.
type rule struct {
	Unique     []config.Text `yaml:"unique" about:"columns that are unique together"`
	NotNull    []config.Text `yaml:"not_null" about:"columns that are never empty"`
	Accepted   *accepted     `yaml:"accepted" about:"values that are accepted"`
	Range      *bounds       `yaml:"range" about:"bounds of numbers, dates or texts"`
	Regex      *pattern      `yaml:"regex" about:"pattern that texts match (RE2)"`
	RowCount   *rowCount     `yaml:"row_count" about:"bounds of the number of rows"`
	Freshness  *freshness    `yaml:"freshness" about:"greatest age of the latest value"`
	ForeignKey *foreignKey   `yaml:"foreign_key" about:"table that has every value"`
	SQL        config.Text   `yaml:"sql" about:"SELECT of failing rows"`

	Name  config.Text `yaml:"name" about:"name in run_checks; made from the rule when absent"`
	Where config.Text `yaml:"where" about:"condition in SQL: only these rows are looked at"`
	Warn  *threshold  `yaml:"warn" about:"when the rule warns"`
	Fail  *threshold  `yaml:"fail" about:"when the rule fails; with neither warn nor fail: above 0"`
}

type accepted struct {
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Values []string    `yaml:"values" required:"true" about:"its accepted values"`
}

type bounds struct {
	Column config.Text `yaml:"column" required:"true" about:"column"`
	Min    config.Text `yaml:"min" about:"smallest value, included"`
	Max    config.Text `yaml:"max" about:"greatest value, included"`
}

type pattern struct {
	Column  config.Text `yaml:"column" required:"true" about:"column"`
	Pattern config.Text `yaml:"pattern" required:"true" about:"RE2 pattern; anchor it with ^ and $ for the whole text"`
}

type rowCount struct {
	Min *int `yaml:"min" min:"0" about:"fewest rows"`
	Max *int `yaml:"max" min:"0" about:"most rows"`
}

type freshness struct {
	Column config.Text     `yaml:"column" required:"true" about:"DATE or TIMESTAMP column"`
	MaxAge config.Duration `yaml:"max_age" required:"true" about:"greatest age at the end of as_of: 36h, 2d"`
}

type foreignKey struct {
	Column     config.Text `yaml:"column" required:"true" about:"column"`
	Table      config.Text `yaml:"table" required:"true" about:"table that has every value"`
	References config.Text `yaml:"references" about:"its column; the same name when absent"`
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

// status of a rule: passed, warned or failed.
func (r *rule) status(failing, rows int64) string {
	switch {
	case r.Warn == nil && r.Fail == nil && failing > 0, r.Fail.passed(failing, rows):
		return "failed"
	case r.Warn.passed(failing, rows):
		return "warned"
	}
	return "passed"
}
