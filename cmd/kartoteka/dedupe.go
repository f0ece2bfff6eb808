package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"kartoteka/cmd/kartoteka/adhoc"
	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/catalog"
	"kartoteka/pipelines/dedupe"
	"kartoteka/pipelines/dedupe/guess"
	"kartoteka/pipelines/dedupe/report"
)

// dedupeOptions are the flags of dedupe.
type dedupeOptions struct {
	out, key, fields, country, save, memory string
	report                                  string
	compare                                 []string
	threshold                               float64
	threads                                 int
	only, linkOnly, households, dryRun      bool
}

func (m *Main) dedupeCommand() *cobra.Command {
	var o dedupeOptions
	c := &cobra.Command{
		Use:   "dedupe FILE...",
		Short: "Deduplicate any CSV, XLSX or Parquet, without a project",
		Long: `Cleanse and deduplicate files of people or firms, without a project: what the
columns hold is guessed from their names and values, and told. The tables are
written to DIR/tables:

  contacts.parquet         one row per person or firm
  contact_sources.parquet  every row of every file once, with its contact_id;
                           source_key is the value of --key
  contact_pairs.parquet    pairs that may be one person, for a human to decide

No row is refused: rows without a key, with a key that stands twice, or with a
wrong number of fields are rows like others. Columns that number rows or name
the answer (id, cluster, entity) are carried along and never compared.

--fields names columns yourself, FIELD=COLUMN; the rest is guessed unless
--only-fields. Several columns are joined with +. The fields are:
  ` + wrapped(adhoc.Fields(), 76, "  ") + `
--compare names further columns that tell people apart, such as an identity
number. --save-project writes the YAML of this very run: change it, and
kartoteka run does the same every night, with stable ids.

` + exitHelp + `

With --output json: {"rows", "contacts", "duplicates", "pairs", "seconds",
"country", "columns": [{"file", "column", "role", "field", "why", "filled"}],
"warnings": [text]}.`,
		Example: `  kartoteka dedupe customers.csv --out deduped --key customer_no
  kartoteka dedupe crm.xlsx shop.csv --out deduped --link-only
  kartoteka dedupe people.parquet --out deduped --fields family_name=sn,given_name=gn --compare ssn`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error { return m.dedupe(c.Context(), args, o) },
	}
	f := c.Flags()
	f.StringVar(&o.out, "out", "", "directory `DIR` for the tables")
	f.StringVar(&o.key, "key", "", "`COLUMN` that names the rows (default: the first that numbers them)")
	f.StringVar(&o.fields, "fields", "", "what columns hold: `FIELD=COLUMN,...`")
	f.BoolVar(&o.only, "only-fields", false, "use the columns of --fields and --compare alone")
	f.StringSliceVar(&o.compare, "compare", nil, "further `COLUMNS` to compare, separated by commas")
	f.StringVar(&o.country, "country", "", "`XX`, the ISO country of addresses and telephone numbers that do not say (default: guessed)")
	f.Float64Var(&o.threshold, "threshold", 0, "`PROBABILITY` from which two rows are one person (default 0.95)")
	f.BoolVar(&o.linkOnly, "link-only", false, "of several files: compare rows of different files only")
	f.BoolVar(&o.households, "households", false, "find households too")
	f.StringVar(&o.save, "save-project", "", "write the project that does the same to `DIR`")
	f.StringVar(&o.report, "report", "", "write charts of what was learned and found to `FILE.html`")
	f.StringVar(&o.memory, "memory", "", "memory of the process, such as 4GB")
	f.IntVar(&o.threads, "threads", 0, "threads (default: one per core)")
	f.BoolVar(&o.dryRun, "dry-run", false, "do everything but write the tables")
	m.addOutput(c)
	return c
}

// wrapped sets words in lines of a width.
func wrapped(list []string, width int, indent string) string {
	var b strings.Builder
	line := 0
	for i, w := range list {
		if i > 0 {
			if line+len(w)+2 > width {
				b.WriteString(",\n" + indent)
				line = 0
			} else {
				b.WriteString(", ")
				line += 2
			}
		}
		b.WriteString(w)
		line += len(w)
	}
	return b.String()
}

func (m *Main) dedupe(ctx context.Context, files []string, o dedupeOptions) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	order, err := m.dedupeOrder(files, o)
	if err != nil {
		return usage(err)
	}
	made, err := adhoc.Make(ctx, order)
	if err != nil {
		return usage(err)
	}
	if o.save != "" {
		if err := m.saveProject(made, o.save); err != nil {
			return err
		}
	}
	if !asJSON {
		m.printGuess(made)
	}
	result, err := m.dedupeRun(ctx, made, o)
	if err != nil {
		return err
	}
	if asJSON {
		err = m.printJSON(dedupeJSON(made, result))
	} else {
		m.printDeduped(made, result, o)
	}
	if result.Status == pipelines.StatusWarnings && err == nil {
		return said(exitWarnings)
	}
	return err
}

// dedupeOrder checks what the command line says.
func (m *Main) dedupeOrder(files []string, o dedupeOptions) (adhoc.Order, error) {
	order := adhoc.Order{Match: o.threshold, LinkOnly: o.linkOnly, Household: o.households, Memory: o.memory, Threads: o.threads}
	if o.out == "" && !o.dryRun {
		return order, errors.New("where to? write --out DIR")
	}
	if o.threshold != 0 && (o.threshold < .5 || o.threshold > 1) {
		return order, errors.New("--threshold: write a probability between 0.5 and 1")
	}
	if o.linkOnly && len(files) < 2 {
		return order, errors.New("--link-only: compares rows of different files; name two files")
	}
	if o.country != "" && (len(o.country) != 2 || strings.ToUpper(o.country) != o.country) {
		return order, fmt.Errorf("--country %q: write the two capital letters of ISO 3166, such as PL or US", o.country)
	}
	fields, err := adhoc.ParseFields(o.fields)
	if err != nil {
		return order, err
	}
	if o.only && len(fields)+len(o.compare) == 0 {
		return order, errors.New("--only-fields: name the columns with --fields")
	}
	seen := map[string]bool{}
	for _, f := range files {
		path := m.path(f)
		if seen[path] {
			return order, fmt.Errorf("%s stands twice", f)
		}
		seen[path] = true
		order.Files = append(order.Files, path)
	}
	order.Told = guess.Told{Fields: fields, Compare: o.compare, Key: o.key, Only: o.only, Country: o.country}
	return order, nil
}

func (m *Main) saveProject(made *adhoc.Project, name string) error {
	dir := m.path(name)
	if _, err := os.Stat(filepath.Join(dir, config.ProjectFile)); err == nil {
		return usage(fmt.Errorf("%s holds a project already; choose an empty or new directory", name))
	}
	return made.Save(dir)
}

// dedupeRun executes the project in a working directory that goes away.
func (m *Main) dedupeRun(ctx context.Context, made *adhoc.Project, o dedupeOptions) (_ *pipelines.Result, err error) {
	out, parent := "", os.TempDir()
	if o.out != "" && !o.dryRun {
		out = m.path(o.out)
		parent = out
		if err := os.MkdirAll(out, 0o755); err != nil {
			return nil, fmt.Errorf("make the directory %s: %w", o.out, errors.Unwrap(err))
		}
	}
	dir, err := os.MkdirTemp(parent, ".dedupe-")
	if err != nil {
		return nil, fmt.Errorf("make a working directory in %s: %w", o.out, errors.Unwrap(err))
	}
	defer func() {
		if rerr := os.RemoveAll(dir); err == nil && rerr != nil {
			err = fmt.Errorf("remove the working directory: %w", errors.Unwrap(rerr))
		}
	}()
	if err := made.Save(dir); err != nil {
		return nil, err
	}
	p, problems := config.Load(dir, m.Env)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	job, err := pickJob(p, adhoc.JobName)
	if err != nil {
		return nil, err
	}
	values, err := m.values(p, job, runOptions{})
	if err != nil {
		return nil, err
	}
	plan, problems := pipelines.NewPlan(p, job, catalog.All(), values)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	shown := m.newProgress(ctx)
	defer shown.close()
	bare := out
	if bare == "" {
		bare = dir
	}
	result := pipelines.Execute(ctx, pipelines.Request{
		Plan: plan, RunID: "dedupe", Version: version, DryRun: o.dryRun, Bare: bare, Ask: asked(o.report), Now: m.Now, Events: shown.plain(),
	})
	if result.Err == nil && o.report != "" {
		return result, m.writeReport(o.report, result.Journal, strings.Join(titles(made), ", "))
	}
	return result, result.Err
}

func titles(made *adhoc.Project) []string {
	var out []string
	for _, s := range made.Sources {
		out = append(out, filepath.Base(s.Path))
	}
	return out
}

// asked is what a run is asked for when a report is wanted.
func asked(report string) string {
	if report == "" {
		return ""
	}
	return dedupe.ReportName
}

// writePage writes charts to a file.
func (m *Main) writePage(name string, data report.Data) error {
	var page bytes.Buffer
	if err := report.HTML(&page, data); err != nil {
		return err
	}
	if err := renameio.WriteFile(m.path(name), page.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write %s: %w", name, errors.Unwrap(err))
	}
	return nil
}

// writeReport writes what the dedupe step left as a page.
func (m *Main) writeReport(name string, j *pipelines.Journal, title string) error {
	for _, l := range j.Left {
		if data, ok := l.Value.(report.Data); ok && l.Name == dedupe.ReportName {
			data.Title = title
			return m.writePage(name, data)
		}
	}
	return fmt.Errorf("write %s: the run left no report", name)
}
