package pipelines

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
	"time"

	"kartoteka/config"
)

// Catalog is the list of step types, in the order of documentation.
type Catalog []Spec

// Find looks a type up.
func (c Catalog) Find(stepType string) (Spec, bool) {
	for _, s := range c {
		if s.Type == stepType {
			return s, true
		}
	}
	return Spec{}, false
}

// Types are the names of all step types.
func (c Catalog) Types() []string {
	out := make([]string, len(c))
	for i, s := range c {
		out[i] = s.Type
	}
	return out
}

// Plan is a job ready to run: its steps in order and what is published.
type Plan struct {
	Project *config.Project
	Job     *config.Job
	AsOf    time.Time
	Params  map[string]string
	Steps   []Planned
	Tables  map[string]*Table
	Publish []config.Publish
}

// Planned is one step of a plan.
type Planned struct {
	Pipeline string
	Type     string
	Name     string
	Step     Step
	Reads    []Input
	Makes    []*Table
	At       config.Pos
}

// Label is "type name", as messages and history show it.
func (p Planned) Label() string { return p.Type + " " + p.Name }

// Values are what ${...} may refer to in a run.
type Values struct {
	AsOf   time.Time
	Params map[string]string // set by --set; others take their default
	Env    func(string) (string, bool)
}

// NewPlan decodes and connects every step of a job. The plan is returned with
// problems too, as far as it got.
func NewPlan(p *config.Project, job *config.Job, catalog Catalog, v Values) (*Plan, config.Problems) {
	b := planner{plan: &Plan{Project: p, Job: job, AsOf: v.AsOf, Tables: map[string]*Table{}}, catalog: catalog, env: v.Env}
	b.plan.Params = b.params(job, v.Params)
	b.declareEngineTables()
	b.later = b.madeLater(job)
	for _, ref := range job.Pipelines {
		pl, ok := p.PipelineNamed(ref.Value)
		if !ok && ref.Value == "" && !ref.At.Exists() {
			continue // no word at all: told when it was decoded
		}
		if !ok {
			b.problems.Add(ref.At, "no pipeline is named "+ref.Value, config.DidYouMean(ref.Value, p.PipelineNames()))
			continue
		}
		b.pipeline(pl)
	}
	b.publish()
	return b.plan, b.problems.Sorted()
}

type planner struct {
	plan     *Plan
	catalog  Catalog
	env      func(string) (string, bool)
	problems config.Problems
	later    map[string]config.Pos
	loose    bool // a pipeline without a job: what others make and define is not known
	publishd []config.Publish
}

// params checks --set values and defaults against the declared types.
func (b *planner) params(job *config.Job, set map[string]string) map[string]string {
	out := map[string]string{}
	var names []string
	for _, e := range job.Params {
		names = append(names, e.Key)
		value, given := set[e.Key]
		at := e.Node
		if !given {
			if !e.Value.Default.Exists() {
				continue
			}
			value, _ = e.Value.Default.Text()
			at = e.Value.Default
		}
		if want := badParam(e.Value.Type, value); want != "" {
			b.problems.Add(at, fmt.Sprintf("the parameter %s cannot be %q", e.Key, value), "write "+want)
			continue
		}
		out[e.Key] = value
	}
	var unknown []string
	for k := range set {
		if _, ok := job.Params.Lookup(k); !ok {
			unknown = append(unknown, k)
		}
	}
	sort.Strings(unknown)
	for _, k := range unknown {
		b.problems.AddAt(config.Pos{File: job.File}, "params", "the job "+job.Job.Value+" has no parameter "+k, config.DidYouMean(k, names))
	}
	return out
}

func badParam(kind, value string) string {
	var err error
	switch kind {
	case "integer":
		_, err = strconv.ParseInt(value, 10, 64)
	case "number":
		_, err = strconv.ParseFloat(value, 64)
	case "date":
		_, err = time.Parse(time.DateOnly, value)
	case "boolean":
		if value != "true" && value != "false" {
			return "true or false"
		}
	}
	if err != nil {
		return map[string]string{"integer": "a whole number", "number": "a number", "date": "a date as yyyy-mm-dd"}[kind]
	}
	return ""
}

// lookup answers ${...} inside a pipeline.
func (b *planner) lookup(ref string) (string, bool, string) {
	if ref == "run.as_of" {
		return b.plan.AsOf.Format(time.DateOnly), true, ""
	}
	if name, ok := strings.CutPrefix(ref, "param."); ok {
		if b.loose {
			return "1", true, "" // stands for a number and for a text
		}
		if v, set := b.plan.Params[name]; set {
			return v, true, ""
		}
		if _, declared := b.plan.Job.Params.Lookup(name); declared {
			return "", false, "give it with --set " + name + "=VALUE or a default in " + b.plan.Job.File
		}
		var names []string
		for _, e := range b.plan.Job.Params {
			names = append(names, e.Key)
		}
		hint := "declare it under params: of " + b.plan.Job.File
		if c, near := config.Closest(name, names); near {
			hint = "did you mean ${param." + c + "}?"
		}
		return "", false, hint
	}
	if strings.HasPrefix(ref, "env.") {
		return config.EnvOnly(b.env)(ref)
	}
	return "", false, "use ${run.as_of}, ${param.name} or ${env.NAME}"
}

func (b *planner) pipeline(pl *config.Pipeline) {
	for _, e := range pl.Steps {
		b.step(pl, e)
	}
	b.publishd = append(b.publishd, pl.Publish...)
}

// madeLater tells where each main table of the job is made, for the message
// about a table that is used before it is made.
func (b *planner) madeLater(job *config.Job) map[string]config.Pos {
	out := map[string]config.Pos{}
	for _, ref := range job.Pipelines {
		pl, ok := b.plan.Project.PipelineNamed(ref.Value)
		if !ok {
			continue
		}
		for _, e := range pl.Steps {
			if _, ok := out[e.Name.Value]; !ok {
				out[e.Name.Value] = e.TypeAt
			}
		}
	}
	return out
}

func (b *planner) step(pl *config.Pipeline, e config.StepEntry) {
	spec, ok := b.catalog.Find(e.Type)
	if !ok {
		b.problems.AddAt(e.TypeAt, e.Node.Path, "there is no step type "+e.Type, b.typeHint(e))
		if near, ok := config.Closest(e.Type, b.catalog.Types()); ok {
			spec, _ = b.catalog.Find(near)
		}
		b.declareUnknown(e, spec)
		return
	}
	before := len(b.problems)
	e.Body = config.Expand(e.Body, b.lookup, &b.problems)
	options := spec.Options()
	config.Decode(e.Body, options, &b.problems)
	step, problems := spec.New(e, options, Setting{Project: b.plan.Project, Job: b.plan.Job.Job.Value})
	b.problems = append(b.problems, problems...)
	if step == nil {
		b.declareUnknown(e, spec)
		return
	}
	planned := Planned{Pipeline: pl.Pipeline.Value, Type: e.Type, Name: e.Name.Value, Step: step, At: e.TypeAt}
	in, complete := b.inputs(&planned, step.Inputs())
	if !complete || len(b.problems) > before {
		b.declareUnknown(e, spec)
		return
	}
	tables, problems := step.Plan(in)
	b.problems = append(b.problems, problems...)
	if len(problems) > 0 {
		b.declareUnknown(e, spec)
	}
	for i, t := range tables {
		b.declare(&planned, e, t, i == 0)
	}
	b.plan.Steps = append(b.plan.Steps, planned)
}

// typeHint helps when the type is mistyped or not the first key.
func (b *planner) typeHint(e config.StepEntry) string {
	for _, f := range e.Body.Fields() {
		if _, ok := b.catalog.Find(f.Key); ok {
			return "the type must be the first key: begin with \"- " + f.Key + ": ...\""
		}
	}
	return config.DidYouMean(e.Type, b.catalog.Types())
}

// inputs connects a step with the tables made so far.
func (b *planner) inputs(p *Planned, inputs []Input) (map[string]*Table, bool) {
	in := map[string]*Table{}
	complete := true
	for _, i := range inputs {
		t, ok := b.plan.Tables[i.Table.Value]
		if ok {
			in[t.Name] = t
			p.Reads = append(p.Reads, i)
			continue
		}
		if i.Optional {
			continue
		}
		complete = false
		if i.Table.Value == "" || b.loose {
			continue // a required key is missing, which decoding reported
		}
		if at, later := b.later[i.Table.Value]; later {
			b.problems.Add(i.Table.At, "the table "+i.Table.Value+" is used before it is made", "it is made at "+at.String()+"; move that step up or this one down")
			continue
		}
		b.problems.Add(i.Table.At, "no earlier step makes the table "+i.Table.Value, config.DidYouMean(i.Table.Value, b.tableNames()))
	}
	return in, complete
}

func (b *planner) tableNames() []string {
	var out []string
	for name, t := range b.plan.Tables {
		if t.Maker != engine {
			out = append(out, name)
		}
	}
	sort.Strings(out)
	return out
}

// declareUnknown keeps a broken step's tables known, so that one mistake is
// not reported again by every reader.
func (b *planner) declareUnknown(e config.StepEntry, spec Spec) {
	for _, name := range append([]string{e.Name.Value}, spec.Sides...) {
		if _, dup := b.plan.Tables[name]; !dup && name != "" {
			b.plan.Tables[name] = &Table{Name: name, Dynamic: true, Maker: e.Type + " " + e.Name.Value, At: e.TypeAt}
		}
	}
}

func (b *planner) declare(p *Planned, e config.StepEntry, t *Table, main bool) {
	if old, dup := b.plan.Tables[t.Name]; dup && (old.At != e.TypeAt || old.Maker == engine) {
		at := e.Name.At
		for _, i := range p.Reads {
			if i.Table.Value == t.Name {
				b.problems.Add(at, e.Type+" would change the table "+t.Name+", which "+old.Maker+" made", "give the result a name of its own; no step changes another's table")
				return
			}
		}
		where := "at " + old.At.String()
		if old.Maker == engine {
			where = "by every run"
		}
		what := "the table " + t.Name + " is made twice"
		if !main {
			what = "the side table " + t.Name + " of this step is made twice"
		}
		b.problems.Add(at, what, "it is made already "+where+"; rename one")
		return
	}
	t.Maker, t.At = p.Label(), e.TypeAt
	b.plan.Tables[t.Name] = t
	p.Makes = append(p.Makes, t)
}

func (b *planner) publish() {
	first := map[string]config.Pos{}
	for _, pub := range b.publishd {
		if at, dup := first[pub.As.Value]; dup {
			b.problems.Add(pub.As.At, "the table "+pub.As.Value+" is published twice", "the first is at "+at.String()+"; remove one")
			continue
		}
		first[pub.As.Value] = pub.As.At.Pos()
		if _, ok := b.plan.Tables[pub.Table.Value]; !ok {
			b.problems.Add(pub.Table.At, "no step makes the table "+pub.Table.Value, config.DidYouMean(pub.Table.Value, b.tableNames()))
			continue
		}
		b.plan.Publish = append(b.plan.Publish, pub)
	}
}

// Check plans every job and reports the problems of all. A pipeline that no job
// runs is checked as far as it can be alone: not the tables that it reads.
func Check(p *config.Project, catalog Catalog, v Values) ([]*Plan, config.Problems) {
	var all config.Problems
	var plans []*Plan
	used := map[string]bool{}
	for _, j := range p.Jobs {
		for _, ref := range j.Pipelines {
			used[ref.Value] = true
		}
		plan, problems := NewPlan(p, j, catalog, v)
		plans, all = append(plans, plan), append(all, problems...)
	}
	for _, pl := range p.Pipelines {
		if !used[pl.Pipeline.Value] {
			b := planner{plan: &Plan{Project: p, Job: &config.Job{}, AsOf: v.AsOf, Tables: map[string]*Table{}}, catalog: catalog, env: v.Env, loose: true}
			b.pipeline(pl)
			all = append(all, b.problems...)
		}
	}
	if len(p.Jobs) == 0 {
		all.AddAt(config.Pos{File: "jobs"}, "", "the project has no job", "write jobs/nightly.yaml: job: nightly, pipelines: [...]")
	}
	return plans, all.Sorted()
}
