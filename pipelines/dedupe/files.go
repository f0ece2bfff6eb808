package dedupe

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/google/renameio/v2"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/linkage"
)

// maxCompare is how many further columns linkage has room for beside middle names.
const maxCompare = 4

// checkFiles names the file of decisions and checks that files lie inside.
func (o *Options) checkFiles(e config.StepEntry, project *config.Project, p *config.Problems) {
	if o.Decisions.Value == "" {
		o.Decisions = config.Text{Value: o.DecisionsOf(e.Name.Value), At: e.Name.At}
	}
	if o.Model.Fixed && o.Model.Read.Value == "" {
		p.Add(e.Body.Get("model"), "model: fixed weights are read from a file", "name it with read:, or leave fixed: out")
	}
	if project == nil {
		return
	}
	for _, file := range []config.Text{o.Decisions, o.Model.Read, o.Model.Save} {
		project.CheckInside(file, p)
	}
}

// DecisionsOf names the file of decided pairs of a step.
func (o *Options) DecisionsOf(step string) string {
	if o.Decisions.Value != "" {
		return o.Decisions.Value
	}
	return "decisions/" + step + ".csv"
}

// Patterns are the files that decide beside the tables: decided pairs, weights and
// the project's short forms of given names.
func (s *step) Patterns() []pipelines.Pattern {
	out := []pipelines.Pattern{{Source: s.name, Glob: s.o.Decisions, Optional: true}}
	if s.o.Model.Read.Value != "" {
		out = append(out, pipelines.Pattern{Source: s.name, Glob: s.o.Model.Read})
	}
	return append(out, s.nicknames...)
}

// model reads the weights to start from; nil when there are none.
func (s *step) model(r *pipelines.Run) (*linkage.Model, error) {
	name := s.o.Model.Read.Value
	if name == "" {
		return nil, nil
	}
	for _, f := range r.Files[name] {
		text, err := os.ReadFile(f.Path)
		if err != nil {
			return nil, fmt.Errorf("read the weights of %s: it cannot be read", name)
		}
		m, err := linkage.ParseModel(text)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return m, nil
	}
	return nil, fmt.Errorf("read the weights of %s: there is no such file", name)
}

// saveModel writes what was learned.
func (s *step) saveModel(r *pipelines.Run, m *linkage.Model) error {
	if s.o.Model.Save.Value == "" {
		return nil
	}
	path := r.Project.Resolve(s.o.Model.Save.Value)
	err := os.MkdirAll(filepath.Dir(path), 0o755)
	if err == nil {
		err = renameio.WriteFile(path, m.Bytes(), 0o644)
	}
	if err != nil {
		return fmt.Errorf("save the weights to %s: %w", s.o.Model.Save.Value, bare(err))
	}
	return nil
}

// bare is the cause without the path of this machine.
func bare(err error) error {
	var pe *fs.PathError
	if errors.As(err, &pe) {
		return pe.Err
	}
	return err
}
