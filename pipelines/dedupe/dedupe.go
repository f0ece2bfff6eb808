package dedupe

import (
	"context"
	"embed"
	"fmt"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/linkage"
	"kartoteka/pipelines/resolve"
)

//go:embed sql/*.sql
var sqlFiles embed.FS

// Spec describes the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type: "dedupe", Summary: "one contact for all rows of one person or firm",
		Doc: documentation, Example: example, Fixture: fixture,
		Sides:   []string{"contact_sources", "households", "contact_events", "contact_pairs", "contact_consents", "contact_fields", "contact_companies"},
		Options: func() any { return &Options{} },
		New: func(e config.StepEntry, options any, setting pipelines.Setting) (pipelines.Step, config.Problems) {
			return newStep(e, options.(*Options), setting.Project)
		},
	}
}

type step struct {
	name    string
	o       *Options
	rules   []linkage.Rule
	survive map[string][]string
	// of the rules of survive that have values of their own
	priorities [][]string
	scores     []SurviveRule
	// nicknames is the project's file of short forms, if it has one.
	nicknames []pipelines.Pattern
	columns   map[string]bool // of the table read
}

func newStep(e config.StepEntry, o *Options, project *config.Project) (pipelines.Step, config.Problems) {
	var p config.Problems
	s := &step{name: e.Name.Value, o: o, rules: o.rules(&p), nicknames: resolve.NicknameFiles(e.Name.Value, project)}
	s.survive = s.survival(&p)
	s.checkScores(&p)
	if t := o.Threshold; t.Match > 0 && t.Review > t.Match {
		p.Add(e.Body.Get("threshold"), "threshold: review is above match", "write a review of at most the match")
	}
	s.o.checkFiles(e, project, &p)
	if len(o.Compare) > maxCompare {
		p.Add(o.Compare[maxCompare].At, fmt.Sprintf("compare: %d columns", len(o.Compare)), fmt.Sprintf("name at most %d, those that tell people apart", maxCompare))
	}
	return s, p
}

// Inputs are the cleansed table and the table of known identities.
func (s *step) Inputs() []pipelines.Input {
	in := []pipelines.Input{{Table: s.o.From}}
	if s.o.Known.Value != "" {
		in = append(in, pipelines.Input{Role: "known", Table: s.o.Known})
	}
	return in
}

// Plan tells the tables.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	from, ok := in[s.o.From.Value]
	if !ok {
		return nil, p
	}
	for _, c := range []string{"source", "source_key"} {
		if !from.Has(c) {
			p.Add(s.o.From.At, fmt.Sprintf("the table %s has no column %s", from.Name, c), "dedupe reads what a cleanse step makes")
		}
	}
	for _, c := range s.o.Compare {
		if !from.Has(c.Value) {
			p.Add(c.At, fmt.Sprintf("the table %s has no column %s", from.Name, c.Value), nearest(c.Value, from.ColumnNames()))
		}
	}
	if !from.Dynamic {
		for _, c := range added() {
			if from.Has(c.Name) {
				p.Add(s.o.From.At, fmt.Sprintf("the table %s has a column %s already", from.Name, c.Name), "dedupe makes this column; read the table before it was deduplicated")
			}
		}
	}
	if known, ok := in[s.o.Known.Value]; ok && s.o.Known.Value != "" {
		for _, c := range []string{"source", "source_key", "entity"} {
			if !known.Has(c) {
				p.Add(s.o.Known.At, fmt.Sprintf("the table %s has no column %s", known.Name, c), "known: needs source, source_key and entity")
			}
		}
	}
	return s.tables(from), p
}

// Run makes the tables.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	rows, err := s.read(ctx, r)
	if err != nil {
		return nil, err
	}
	result, err := s.link(ctx, r, rows)
	if err != nil {
		return nil, err
	}
	if err := s.rank(ctx, r, rows); err != nil {
		return nil, err
	}
	c := gather(rows, result)
	c.choose(s.survive)
	if err := s.identify(ctx, r, c); err != nil {
		return nil, err
	}
	c.households(s.o.Household)
	s.report(r, c)
	if err := s.write(ctx, r, c); err != nil {
		return nil, err
	}
	return []pipelines.Account{c.account(s.o.From.Value)}, nil
}
