package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/pipelines/dedupe"
	"kartoteka/pipelines/dedupe/review"
	"kartoteka/pipelines/snapshot"
)

func (m *Main) reviewCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "review {export | import FILE}",
		Short: "Decide pairs that may be one person, in a workbook",
		Long: `Decide pairs that may be one person. export writes a workbook with both rows of
each pair side by side; fill in the column decision (same, different, unsure);
import takes the decisions over. They stand in the project, in decisions/NAME.csv,
hold for every later run, and undo a match or a non-match of earlier ones.`,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(m.reviewExportCommand(), m.reviewImportCommand())
	return c
}

func (m *Main) reviewExportCommand() *cobra.Command {
	var out, step string
	c := &cobra.Command{
		Use:   "export [--out FILE]",
		Short: "Write the pairs for review to a workbook",
		Long: `Write the pairs between review and match to an XLSX workbook, the likeliest
first. Needs contact_pairs and contact_sources among the published tables.`,
		Example: "  kartoteka review export --out review.xlsx",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return m.reviewExport(c.Context(), out, step) },
	}
	c.Flags().StringVar(&out, "out", "review.xlsx", "`FILE` to write")
	c.Flags().StringVar(&step, "step", "", "`NAME` of the dedupe step (default: the only one)")
	return c
}

func (m *Main) reviewImportCommand() *cobra.Command {
	var step, who string
	c := &cobra.Command{
		Use:   "import FILE",
		Short: "Take the decisions of a workbook over",
		Long: `Take the decisions of a workbook that export wrote. A workbook of another project,
with other columns, or with mistakes is refused as a whole. Decisions of earlier
imports stay; a pair that is decided anew takes the new decision.`,
		Example: "  kartoteka review import review.xlsx --who anna",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return m.reviewImport(c.Context(), args[0], step, who)
		},
	}
	c.Flags().StringVar(&step, "step", "", "`NAME` of the dedupe step (default: the only one)")
	c.Flags().StringVar(&who, "who", "", "`NAME` for decisions that do not say who decided")
	return c
}

// reviewed is a dedupe step with the published tables that review reads.
type reviewed struct {
	project   *config.Project
	name      string
	entry     config.StepEntry
	options   dedupe.Options
	published string
	manifest  *snapshot.Manifest
}

// dedupeStep finds the dedupe step of the project by name, or the only one.
func (m *Main) dedupeStep(name string) (*reviewed, error) {
	p, problems, err := m.load()
	if err != nil {
		return nil, err
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	var found []config.StepEntry
	var names []string
	for _, pl := range p.Pipelines {
		for _, e := range pl.Steps {
			if e.Type == "dedupe" {
				names = append(names, e.Name.Value)
				if name == "" || name == e.Name.Value {
					found = append(found, e)
				}
			}
		}
	}
	switch {
	case len(names) == 0:
		return nil, usage(errors.New("the project has no dedupe step"))
	case len(found) == 0:
		return nil, usage(fmt.Errorf("no dedupe step is called %q; %s", name, config.DidYouMean(name, names)))
	case len(found) > 1:
		return nil, usage(fmt.Errorf("which dedupe step? write --step with one of %s", strings.Join(names, ", ")))
	}
	r := &reviewed{project: p, name: found[0].Name.Value, entry: found[0], published: p.Resolve(p.Settings.Publish.To.Value)}
	var mistakes config.Problems
	config.Decode(found[0].Body, &r.options, &mistakes)
	if err := mistakes.Err(); err != nil {
		return nil, err
	}
	if r.manifest, err = snapshot.Current(r.published); err != nil {
		return nil, err
	}
	if r.manifest == nil {
		return nil, usage(errors.New("nothing is published yet; run a job first"))
	}
	return r, nil
}

// table is the file of a published table.
func (r *reviewed) table(name string) (string, error) {
	path, ok := r.manifest.Path(name)
	if !ok {
		return "", usage(fmt.Errorf("%s is not published; add it to publish: of the pipeline and run the job", name))
	}
	return filepath.Join(r.published, filepath.FromSlash(path)), nil
}

func (r *reviewed) tables() (t review.Tables, err error) {
	if t.Pairs, err = r.table(r.options.Makes.Pairs); err != nil {
		return t, err
	}
	t.Sources, err = r.table(r.options.Makes.Sources)
	return t, err
}

// decided reads the decisions so far.
func (r *reviewed) decided() (path string, list []review.Decision, err error) {
	name := r.options.DecisionsOf(r.name)
	path = r.project.Resolve(name)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return path, nil, nil
	}
	if err != nil {
		return path, nil, fmt.Errorf("read %s: %w", name, errors.Unwrap(err))
	}
	list, err = review.Parse(name, text)
	return path, list, err
}

func (m *Main) reviewExport(ctx context.Context, out, step string) error {
	r, err := m.dedupeStep(step)
	if err != nil {
		return err
	}
	tables, err := r.tables()
	if err != nil {
		return err
	}
	pairs, err := tables.Load(ctx)
	if err != nil {
		return err
	}
	_, decided, err := r.decided()
	if err != nil {
		return err
	}
	write := func(w io.Writer) error { return pairs.Workbook(w, r.project.Settings.Project.Value, decided) }
	if err := m.writePrivate(out, write); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "%s to decide in %s\nNext: fill in the column decision, then kartoteka review import %s\n", plural(int64(len(pairs.List)), "pair"), out, out)
	return nil
}

func (m *Main) reviewImport(ctx context.Context, file, step, who string) error {
	r, err := m.dedupeStep(step)
	if err != nil {
		return err
	}
	tables, err := r.tables()
	if err != nil {
		return err
	}
	known, err := tables.Keys(ctx)
	if err != nil {
		return err
	}
	path, before, err := r.decided()
	if err != nil {
		return err
	}
	f, err := os.Open(m.path(file))
	if err != nil {
		return usage(fmt.Errorf("open %s: %w", file, errors.Unwrap(err)))
	}
	defer f.Close()
	day := jobs.AsOf(m.Now(), r.project.Zone()).Format(time.DateOnly)
	list, err := review.Import(f, r.project.Settings.Project.Value, day, known)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", file, err))
	}
	for i := range list {
		if list[i].Who == "" {
			list[i].Who = who
		}
	}
	all, added, changed := review.Merge(before, list)
	if added+changed > 0 {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return fmt.Errorf("make the folder of decisions: %w", errors.Unwrap(err))
		}
		if err := renameio.WriteFile(path, review.Bytes(all), 0o644); err != nil {
			return fmt.Errorf("write the decisions: %w", errors.Unwrap(err))
		}
	}
	fmt.Fprintf(m.Stdout, "%s new, %d changed; %s in %s\nThe next run obeys them.\n", plural(int64(added), "decision"), changed, plural(int64(len(all)), "decision"), r.options.DecisionsOf(r.name))
	return nil
}
