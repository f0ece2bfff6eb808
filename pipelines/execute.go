package pipelines

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// Status is how a run ended.
type Status string

// Statuses of a run.
const (
	StatusOK           Status = "ok"
	StatusWarnings     Status = "warnings"      // published, with warnings
	StatusChecksFailed Status = "checks_failed" // not published
	StatusLate         Status = "late"          // an input is missing or not settled
	StatusFailed       Status = "failed"
	StatusCancelled    Status = "cancelled"
)

// Request is one run to execute.
type Request struct {
	Plan    *Plan
	RunID   string
	Version string // of the program: part of the snapshot's id
	DryRun  bool   // everything but publishing
	Bare    string // directory that gets the published tables as plain Parquet files, instead of a snapshot
	Ask     string // name of what a step may leave in the journal beside its tables
	Keep    bool   // keep every intermediate table as Parquet in the run directory
	Now     func() time.Time
	Events  Events
	Log     *slog.Logger
}

// Events tell a terminal how the run is going. Nil functions are fine.
type Events struct {
	StepStarted  func(index, count int, label string)
	Progress     func(label string, done, total int64)
	StepFinished func(StepResult)
	Stage        func(text string)
}

// StepResult is what one step did.
type StepResult struct {
	Index    int
	Pipeline string
	Type     string
	Name     string
	Table    string
	Rows     int64 // of its main table
	Duration time.Duration
	Accounts []Account
	Err      error
}

// Result is what a run did. It is complete also when Err is set.
type Result struct {
	Status     Status
	Err        error
	SnapshotID string
	Previous   string
	Unchanged  bool // the snapshot of the same inputs stood already
	Inputs     []InputFile
	Steps      []StepResult
	Journal    *Journal
	Manifest   *snapshot.Manifest
	Bare       []BareFile // of a bare publication
	RunDir     string
	Duration   time.Duration
}

// Execute runs a plan to its end. The caller holds the project's lock.
func Execute(ctx context.Context, q Request) *Result {
	e := &execution{q: q, result: &Result{Journal: &Journal{}}}
	started := q.Now()
	err := e.run(ctx)
	e.result.Duration = q.Now().Sub(started)
	e.result.Err = err
	e.result.Status = e.status(ctx, err)
	return e.result
}

type execution struct {
	q         Request
	result    *Result
	db        *duck.DB
	publisher *snapshot.Publisher
	previous  *previous
	files     map[string][]InputFile
	tables    map[string]*Table
	runDir    string
	written   map[string]*bareFile // tables that are files already
}

// errChecks ends a run before publishing.
var errChecks = errors.New("blocking checks failed")

func (e *execution) status(ctx context.Context, err error) Status {
	var late *LateError
	switch {
	case err == nil && e.result.Journal.warnings()+e.warned() > 0:
		return StatusWarnings
	case err == nil:
		return StatusOK
	case errors.As(err, &late):
		return StatusLate
	case errors.Is(err, errChecks):
		return StatusChecksFailed
	case errors.Is(err, context.Canceled) && ctx.Err() != nil:
		return StatusCancelled
	}
	return StatusFailed
}

// warnings counts what makes a night less than good.
func (j *Journal) warnings() int {
	n := 0
	for _, w := range j.Warnings {
		if !w.Minor {
			n++
		}
	}
	return n
}

func (e *execution) warned() int {
	n := 0
	for _, c := range e.result.Journal.Checks {
		if c.Status != "passed" {
			n++
		}
	}
	return n
}

func (e *execution) run(ctx context.Context) (err error) {
	plan := e.q.Plan
	settings := plan.Project.Settings
	e.publisher = snapshot.New(plan.Project.Resolve(settings.Publish.To.Value), settings.Publish.Keep.Snapshots, threadsOf(settings.Limits.Threads))
	if !e.q.DryRun && e.q.Bare == "" {
		if err := e.publisher.Recover(); err != nil {
			return fmt.Errorf("complete an interrupted publication: %w", err)
		}
	}
	if e.files, err = resolveInputs(ctx, plan, e.q.Now(), e.q.Bare == ""); err != nil {
		return err
	}
	if err := e.chooseSnapshot(); err != nil {
		return err
	}
	e.runDir = filepath.Join(plan.Project.Dir, WorkDir, "runs", e.q.RunID)
	e.result.RunDir = e.runDir
	export := filepath.Join(e.runDir, "export")
	if err := os.MkdirAll(export, 0o755); err != nil {
		return fmt.Errorf("make the run directory: %w", bare(err))
	}
	defer func() { err = errors.Join(err, e.cleanUp()) }()

	goMemory := settings.Limits.Memory.Bytes * 4 / 10
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(goMemory))
	e.db, err = duck.Open(ctx, duck.Options{
		Memory: settings.Limits.Memory.Bytes * 6 / 10, Threads: threadsOf(settings.Limits.Threads),
		TempDir: filepath.Join(e.runDir, "temp"), TempSize: settings.Limits.Temp.Bytes,
		AllowedPaths: e.allowedPaths(), AllowedDirs: []string{export},
	})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, e.db.Close()) }()
	e.publisher.Export = export

	if err := e.steps(ctx, export, goMemory); err != nil {
		return err
	}
	if e.q.Bare == "" {
		if err := e.engineTables(ctx); err != nil {
			return err
		}
	}
	if failed := e.blocking(); len(failed) > 0 {
		if err := e.leaveIssues(ctx, export); err != nil {
			return err
		}
		return fmt.Errorf("%w: %s", errChecks, joinWords(failed))
	}
	if e.q.DryRun {
		return nil
	}
	e.stage("publishing")
	if e.q.Bare != "" {
		return e.publishBare(ctx, e.q.Bare, export)
	}
	return e.publish(ctx)
}

func threadsOf(n int) int {
	if n > 0 {
		return n
	}
	return runtime.NumCPU()
}

func (e *execution) stage(text string) {
	if e.q.Events.Stage != nil {
		e.q.Events.Stage(text)
	}
}

// allowedPaths are the files that SQL of this run may read: inputs and the
// previous snapshot.
func (e *execution) allowedPaths() []string {
	var out []string
	for _, files := range e.files {
		for _, f := range files {
			out = append(out, f.Path)
		}
	}
	return append(out, e.previous.paths()...)
}

// cleanUp removes the run directory; --keep leaves the intermediate tables.
func (e *execution) cleanUp() error {
	for _, sub := range []string{"temp", "export"} {
		if err := os.RemoveAll(filepath.Join(e.runDir, sub)); err != nil {
			return fmt.Errorf("clean up the run directory: %w", bare(err))
		}
	}
	if e.q.Keep {
		return nil
	}
	if err := os.Remove(e.runDir); err != nil && !errors.Is(err, os.ErrNotExist) && !isNotEmpty(err) {
		return fmt.Errorf("clean up the run directory: %w", bare(err))
	}
	return nil
}

// isNotEmpty tells that a directory holds something else, such as the log.
func isNotEmpty(err error) bool {
	var pe *os.PathError
	return errors.As(err, &pe) && pe.Err.Error() == "directory not empty"
}

// steps runs every step and proves its account.
func (e *execution) steps(ctx context.Context, export string, memory int64) error {
	plan := e.q.Plan
	e.tables = map[string]*Table{}
	lastUse := e.lastUses()
	unwanted, direct := e.unwanted(), e.direct(export)
	for i, p := range plan.Steps {
		if err := ctx.Err(); err != nil {
			return err
		}
		if e.q.Events.StepStarted != nil {
			e.q.Events.StepStarted(i+1, len(plan.Steps), p.Label())
		}
		run := &Run{
			Job: plan.Job.Job.Value, Step: p.Label(), AsOf: plan.AsOf, Zone: plan.Project.Zone(), Project: plan.Project,
			DB: e.db, Threads: threadsOf(plan.Project.Settings.Limits.Threads), Memory: memory,
			Previous: e.previous, Files: e.files, Export: export,
			ask: e.q.Ask, unwanted: unwanted, direct: direct, tables: e.tables, journal: e.result.Journal, progress: e.q.Events.Progress, log: e.q.Log,
		}
		sr := e.step(ctx, run, i, p)
		e.result.Steps = append(e.result.Steps, sr)
		logStep(run.Log(), p.Label(), sr)
		if e.q.Events.StepFinished != nil {
			e.q.Events.StepFinished(sr)
		}
		if sr.Err != nil {
			return fmt.Errorf("%s: %w", p.Label(), sr.Err)
		}
		if err := e.release(ctx, lastUse, i); err != nil {
			return err
		}
	}
	return nil
}

// logStep writes what became of a step's rows.
func logStep(log *slog.Logger, label string, sr StepResult) {
	var sum Account
	for _, a := range sr.Accounts {
		sum.In, sum.Added, sum.Out = sum.In+a.In, sum.Added+a.Added, sum.Out+a.Out
		sum.Rejected, sum.Merged, sum.Suppressed = sum.Rejected+a.Rejected, sum.Merged+a.Merged, sum.Suppressed+a.Suppressed
	}
	attrs := []any{"step", label, "seconds", sr.Duration.Seconds(), "in", sum.In, "added", sum.Added, "out", sum.Out,
		"rejected", sum.Rejected, "merged", sum.Merged, "suppressed", sum.Suppressed}
	if sr.Err != nil {
		log.Error("step failed", append(attrs, "error", sr.Err.Error())...)
		return
	}
	log.Info("step finished", append(attrs, "rows", sr.Rows)...)
}

func (e *execution) step(ctx context.Context, run *Run, i int, p Planned) StepResult {
	sr := StepResult{Index: i + 1, Pipeline: p.Pipeline, Type: p.Type, Name: p.Name}
	started := e.q.Now()
	accounts, err := p.Step.Run(ctx, run)
	sr.Duration = e.q.Now().Sub(started)
	if err != nil {
		sr.Err = err
		return sr
	}
	for _, a := range accounts {
		sr.Accounts = append(sr.Accounts, a.sorted())
		if err := a.Balance(); err != nil {
			sr.Err = fmt.Errorf("%w; nothing is published, this is a fault of the step", err)
			return sr
		}
	}
	for _, t := range p.Makes {
		e.tables[t.Name] = t
		if sr.Err = e.describe(ctx, t); sr.Err != nil {
			return sr
		}
		if e.q.Keep {
			if sr.Err = e.keep(ctx, t.Name); sr.Err != nil {
				return sr
			}
		}
	}
	if len(p.Makes) > 0 {
		sr.Table = p.Makes[0].Name
		if f := e.written[sr.Table]; f != nil {
			sr.Rows = f.rows
		} else {
			sr.Rows, sr.Err = run.RowCount(ctx, sr.Table)
		}
	}
	return sr
}

// describe fills in the columns of a table that were not known before.
func (e *execution) describe(ctx context.Context, t *Table) error {
	if !t.Dynamic {
		return nil
	}
	columns, err := e.db.Describe(ctx, "SELECT * FROM "+duck.Ident(t.Name))
	if err != nil {
		return fmt.Errorf("describe %s: %w", t.Name, err)
	}
	var out []Column
	for _, c := range columns {
		col, ok := t.Column(c.Name)
		if !ok {
			col = Column{Name: c.Name, Meaning: "column of the project's own query"}
		}
		col.Type = c.Type
		out = append(out, col)
	}
	t.Columns = out
	return nil
}

// keep writes an intermediate table into the run directory, where it stays.
func (e *execution) keep(ctx context.Context, table string) error {
	from := filepath.Join(e.runDir, "export", table+".parquet")
	if err := e.db.CopyParquet(ctx, "SELECT * FROM "+duck.Ident(table), from); err != nil {
		return fmt.Errorf("keep %s: %w", table, err)
	}
	dir := filepath.Join(e.runDir, "tables")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("keep %s: %w", table, bare(err))
	}
	if err := os.Rename(from, filepath.Join(dir, table+".parquet")); err != nil {
		return fmt.Errorf("keep %s: %w", table, bare(err))
	}
	return nil
}

// lastUses tells after which step each table is not needed any more; tables
// that are published or carried are not among them.
func (e *execution) lastUses() map[string]int {
	plan := e.q.Plan
	last := map[string]int{}
	for i, p := range plan.Steps {
		for _, t := range p.Makes {
			last[t.Name] = i
		}
		for _, in := range p.Reads {
			last[in.Table.Value] = i
		}
		if _, free := p.Step.(ReadsAnything); free {
			for t := range last {
				last[t] = i
			}
		}
	}
	for _, pub := range plan.Publish {
		delete(last, pub.Table.Value)
	}
	delete(last, ErasedContacts)
	delete(last, ErasedRows)
	for name, t := range plan.Tables {
		if t.Carry {
			delete(last, name)
		}
	}
	return last
}

// ReadsAnything marks a step whose SQL may name any table made so far.
type ReadsAnything interface{ ReadsAnyTable() }

// release drops the tables that no later step needs, to free memory.
func (e *execution) release(ctx context.Context, lastUse map[string]int, i int) error {
	quarantined := map[string]bool{}
	for _, q := range e.result.Journal.Quarantine {
		quarantined[q.Failing] = true
	}
	for _, t := range sortedKeys(lastUse) {
		if lastUse[t] != i || quarantined[t] {
			continue
		}
		if tab, ok := e.tables[t]; !ok || tab.Maker == engine {
			continue
		}
		if err := e.db.Exec(ctx, "DROP TABLE IF EXISTS "+duck.Ident(t)); err != nil {
			return fmt.Errorf("free %s: %w", t, err)
		}
	}
	return nil
}

// blocking are the checks that forbid publishing.
func (e *execution) blocking() []string {
	var out []string
	for _, c := range e.result.Journal.Checks {
		if c.Status == "failed" && c.Blocking {
			out = append(out, c.Check+" ("+c.Rule+")")
		}
	}
	return out
}
