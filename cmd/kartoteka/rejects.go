package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"kartoteka/config"
	"kartoteka/jobs"
	"kartoteka/pipelines"
	"kartoteka/pipelines/extract/mend"
	"kartoteka/pipelines/snapshot"
)

func (m *Main) rejectsCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "rejects {export | import FILE}",
		Short: "Correct rejected rows in a workbook",
		Long: `Correct rows that the last run rejected. export writes a workbook, one sheet per
source, with the reasons of each row and the cells that they name marked; edit
cells, or write drop beside a row that is not wanted; import takes that over. The
corrections stand in the project, in mended/SOURCE.csv, and the next runs read the
rejected rows with them, until the source delivers the rows otherwise.

Workbook and corrections hold personal data, like the source files.`,
		RunE: func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(m.rejectsExportCommand(), m.rejectsImportCommand())
	return c
}

func (m *Main) rejectsExportCommand() *cobra.Command {
	var out, source string
	c := &cobra.Command{
		Use:   "export [--out FILE] [--source SOURCE]",
		Short: "Write the rejected rows to a workbook",
		Long: `Write the rows that the current snapshot rejects to an XLSX workbook. Rows that a
person dropped are left out, equal records stand once.`,
		Example: "  kartoteka rejects export\n  kartoteka rejects export --source crm --out crm-rejects.xlsx",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return m.rejectsExport(c.Context(), out, source) },
	}
	c.Flags().StringVar(&out, "out", "rejects.xlsx", "`FILE` to write")
	c.Flags().StringVar(&source, "source", "", "only rows of this `SOURCE`")
	return c
}

// correction are the flags of rejects import.
type correction struct {
	by, note string
	dryRun   bool
}

func (m *Main) rejectsImportCommand() *cobra.Command {
	var o correction
	c := &cobra.Command{
		Use:   "import FILE --by WHO [--note TEXT] [--dry-run]",
		Short: "Take the corrections of a workbook over",
		Long: `Take the corrections of a workbook that export wrote, and say how many cells of
which columns change. A workbook of another project, with other columns, with a
record twice, or with a row that is not rejected any more is refused as a whole.
Corrections of earlier imports stay; a cell that is corrected anew takes the new
value.`,
		Example: "  kartoteka rejects import rejects.xlsx --by anna --note \"asked the shop\"\n  kartoteka rejects import rejects.xlsx --by anna --dry-run",
		Args:    cobra.ExactArgs(1),
		RunE:    func(c *cobra.Command, args []string) error { return m.rejectsImport(c.Context(), args[0], o) },
	}
	c.Flags().StringVar(&o.by, "by", "", "`WHO` answers for the corrections (required)")
	c.Flags().StringVar(&o.note, "note", "", "`TEXT` that stands beside them")
	c.Flags().BoolVar(&o.dryRun, "dry-run", false, "only say what would change")
	return c
}

// rejected is a project with what its current snapshot rejects.
type rejected struct {
	project  *config.Project
	manifest *snapshot.Manifest
	list     []mend.Rejected
}

func (m *Main) rejected(ctx context.Context, source string) (*rejected, error) {
	p, problems, err := m.load()
	if err != nil {
		return nil, err
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	published := p.Resolve(p.Settings.Publish.To.Value)
	r := &rejected{project: p}
	if r.manifest, err = snapshot.Current(published); err != nil {
		return nil, err
	}
	if r.manifest == nil {
		return nil, usage(errors.New("nothing is published yet; run a job first"))
	}
	path, ok := r.manifest.Path("rejects")
	if !ok {
		return nil, errors.New("the current snapshot has no rejects; run the job again")
	}
	r.list, err = mend.Load(ctx, filepath.Join(published, filepath.FromSlash(path)), source)
	return r, err
}

func (m *Main) rejectsExport(ctx context.Context, out, source string) error {
	r, err := m.rejected(ctx, source)
	if err != nil {
		return err
	}
	if len(r.list) == 0 {
		fmt.Fprintln(m.Stdout, "no rejected row waits for a correction; no file was written")
		return nil
	}
	book := mend.Book{Project: r.project.Settings.Project.Value, Snapshot: r.manifest.SnapshotID, Version: version, Language: r.project.Settings.Language}
	if err := m.writePrivate(out, func(w io.Writer) error { return mend.Workbook(w, book, r.list) }); err != nil {
		return err
	}
	fmt.Fprintf(m.Stdout, "%s to correct in %s, which holds personal data\nNext: edit it, then kartoteka rejects import %s --by WHO\n", plural(int64(len(r.list)), "record"), out, out)
	return nil
}

func (m *Main) rejectsImport(ctx context.Context, file string, o correction) error {
	if strings.TrimSpace(o.by) == "" {
		return usage(errors.New("who answers for the corrections? write --by WHO"))
	}
	r, err := m.rejected(ctx, "")
	if err != nil {
		return err
	}
	f, err := os.Open(m.path(file))
	if err != nil {
		return usage(fmt.Errorf("open %s: %w", file, errors.Unwrap(err)))
	}
	defer f.Close()
	told, err := mend.Import(f, r.project.Settings.Project.Value, r.list)
	if err != nil {
		return usage(fmt.Errorf("%s: %w", file, err))
	}
	day := jobs.AsOf(m.Now(), r.project.Zone()).Format(time.DateOnly)
	for i := range told.Lines {
		told.Lines[i].By, told.Lines[i].On, told.Lines[i].Note = o.by, day, o.note
	}
	for _, c := range told.Changes {
		fmt.Fprintf(m.Stdout, "%s: %s: %s\n", c.Source, c.Column, plural(int64(c.Rows), "cell"))
	}
	fmt.Fprintf(m.Stdout, "%s mended, %d dropped, %d left as they are\n", plural(int64(told.Mended), "record"), told.Dropped, told.Left)
	if o.dryRun {
		fmt.Fprintln(m.Stdout, "dry run: nothing was stored")
		return nil
	}
	if err := m.store(ctx, r.project, told.Lines); err != nil {
		return err
	}
	if len(told.Lines) > 0 {
		fmt.Fprintln(m.Stdout, "The next run obeys them.")
	}
	return nil
}

// store merges corrections into the files of their sources, while no run reads
// them. The files hold personal data: others have no business in them.
func (m *Main) store(ctx context.Context, p *config.Project, lines []mend.Line) (err error) {
	release, err := pipelines.Lock(ctx, p.Dir, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, release()) }()
	bySource := map[string][]mend.Line{}
	var names []string
	for _, l := range lines {
		name := mend.FileOf(l.Source)
		if bySource[name] == nil {
			names = append(names, name)
		}
		bySource[name] = append(bySource[name], l)
	}
	slices.Sort(names)
	for _, name := range names {
		path := p.Resolve(name)
		var before []mend.Line
		text, err := os.ReadFile(path)
		switch {
		case err == nil:
			if before, err = mend.Parse(name, text); err != nil {
				return err
			}
		case !errors.Is(err, fs.ErrNotExist):
			return fmt.Errorf("read %s: %w", name, errors.Unwrap(err))
		}
		if err := os.MkdirAll(filepath.Dir(path), 0o750); err != nil {
			return fmt.Errorf("make the folder of corrections: %w", errors.Unwrap(err))
		}
		if err := renameio.WriteFile(path, mend.Bytes(mend.Merge(before, bySource[name])), 0o640); err != nil {
			return fmt.Errorf("write %s: %w", name, errors.Unwrap(err))
		}
		fmt.Fprintf(m.Stdout, "stored in %s\n", name)
	}
	return nil
}
