package suppress

import (
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

// problems decodes and plans a step on the fixture, and gives what is wrong with it.
func problems(t *testing.T, spec pipelines.Spec, yaml string) string {
	t.Helper()
	b := steptest.Prepare(t, spec, steptest.Options{})
	var p config.Problems
	entry, _ := config.EntryOf(config.Parse("p.yaml", []byte(yaml), &p).Items()[0], &p)
	options := spec.Options()
	config.Decode(entry.Body, options, &p)
	step, more := spec.New(entry, options, pipelines.Setting{Project: b.Run.Project, Job: "test"})
	p = append(p, more...)
	in := map[string]*pipelines.Table{}
	for _, i := range step.Inputs() {
		if table, ok := b.Run.Table(i.Table.Value); ok {
			in[table.Name] = table
		}
	}
	_, more = step.Plan(in)
	return append(p, more...).Sorted().Error()
}
