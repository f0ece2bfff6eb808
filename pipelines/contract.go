package pipelines

import (
	"fmt"
	"sort"

	"kartoteka/config"
	"kartoteka/pipelines/snapshot"
)

// Breaks compares what a plan will publish with the published set: a table or
// a stable column that goes, or changes its type, breaks whoever reads it, and
// is a problem until kartoteka.yaml raises contract:.
func (p *Plan) Breaks() (config.Problems, error) {
	var problems config.Problems
	settings := p.Project.Settings
	m, err := snapshot.Current(p.Project.Resolve(settings.Publish.To.Value))
	if err != nil || m == nil || m.Contract != settings.Contract || m.Run["job"] != p.Job.Job.Value {
		return nil, err
	}
	now := map[string]*Table{}
	at := map[string]config.Node{}
	for _, pub := range p.Publish {
		now[pub.As.Value], at[pub.As.Value] = p.Tables[pub.Table.Value], pub.As.At
	}
	for _, t := range EngineTables() {
		now[t.Name] = t
	}
	hint := fmt.Sprintf("readers may rely on it: put it back, or raise contract: to %d in %s", settings.Contract+1, config.ProjectFile)
	for _, f := range m.Tables {
		if f.Place != "tables" {
			continue
		}
		t, ok := now[f.Table]
		if !ok {
			problems.AddAt(config.Pos{File: p.Job.File}, "", "the table "+f.Table+" is published today and would go", hint)
			continue
		}
		for _, text := range lost(t, f.Columns) {
			problems.AddAt(at[f.Table].Pos(), "", text, hint)
		}
	}
	return problems.Sorted(), nil
}

// lost names the columns of a published file that a table has no more, or with
// another type.
func lost(t *Table, published []snapshot.FieldType) []string {
	if t.Dynamic {
		return nil
	}
	var out []string
	for _, f := range published {
		if f.Name == "as_of" || f.Name == "snapshot_id" {
			continue
		}
		c, ok := t.Column(f.Name)
		switch {
		case !ok:
			out = append(out, fmt.Sprintf("the column %s.%s is published today and would go", t.Name, f.Name))
		case c.Type != f.Type && !c.Experimental:
			out = append(out, fmt.Sprintf("the column %s.%s would change from %s to %s", t.Name, f.Name, f.Type, c.Type))
		}
	}
	sort.Strings(out)
	return out
}
