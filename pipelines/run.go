package pipelines

import (
	"context"
	"fmt"
	"log/slog"
	"sort"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// Run is what a step sees of the run it works in.
type Run struct {
	Job      string
	Step     string // "extract crm"
	AsOf     time.Time
	Zone     *time.Location
	Project  *config.Project
	DB       *duck.DB
	Threads  int
	Memory   int64 // bytes that Go code of this run may take
	Previous Previous
	Files    map[string][]InputFile // resolved patterns by glob text
	Export   string                 // directory of the run into which SQL may COPY

	unwanted map[string]bool
	ask      string
	direct   func(table string) *bareFile // nil: a table like others
	tables   map[string]*Table
	journal  *Journal
	issues   map[[2]string][]Issue       // of the last snapshot, by check and rule; nil: not read yet
	history  map[[2]string][]Measurement // likewise
	progress func(step string, done, total int64)
	log      *slog.Logger
}

// Previous gives the tables of the last snapshot, by name.
type Previous interface {
	// Path is the Parquet file of a published or carried table.
	Path(table string) (path string, ok bool)
	// ID is the snapshot's id; empty on the first night.
	ID() string
}

// InputFile is one file that a pattern matched.
type InputFile struct {
	Name   string // relative to the project, with '/'
	Path   string
	SHA256 string
	Bytes  int64
}

// Journal gathers what steps report beside their tables.
type Journal struct {
	Warnings   []Warning
	Rejects    []Reject
	Inputs     []InputRecord
	Checks     []CheckResult
	Issues     []Issue
	Quarantine []Quarantine
	Left       []Left
}

// Left is what a step leaves for the caller of the run beside tables.
type Left struct {
	Step, Name string
	Value      any
}

// Warning is something that a person should look at; the run goes on and ends
// with exit code 4.
type Warning struct {
	Step, Code, Text string
	Minor            bool // it is told, and the night is a good one all the same
}

// Reject is a source row that could not be used.
type Reject struct {
	Source, File string
	Row          int64
	Raw          string // the record as read; goes to restricted/ only
	Cells        string // its columns as JSON, as far as it could be cut; goes to restricted/ only
	Reasons      []string
}

// InputRecord is one line of run_inputs.
type InputRecord struct {
	Source, File, SHA256            string
	Bytes, Read, Accepted, Rejected int64
}

// CheckResult is the outcome of one rule of one check.
type CheckResult struct {
	Check, Rule, Table string
	Status             string // passed, warned, failed
	Failing, Rows      int64
	Measured           string
	Value              *float64 // Measured as a number, when it is one
	Blocking           bool     // a failure stops the run before publishing
	Issues             IssueCounts
}

// Quarantine keeps failing rows of a table out of the published set; Failing
// is the table with their keys.
type Quarantine struct {
	Check, Table, Failing string
	Key                   []string
}

// Table is the declaration of a table made so far.
func (r *Run) Table(name string) (*Table, bool) {
	t, ok := r.tables[name]
	return t, ok
}

// Wanted tells whether anybody reads a side table: a later step, the published
// set, or the next night. A table that is not wanted may be left empty.
func (r *Run) Wanted(table string) bool { return !r.unwanted[table] }

// Asked tells whether the caller of the run wants something of this name.
func (r *Run) Asked(name string) bool { return r.ask != "" && r.ask == name }

// Leave hands something to the caller of the run.
func (r *Run) Leave(name string, value any) {
	r.journal.Left = append(r.journal.Left, Left{r.Step, name, value})
}

// Make makes a table of batches, in their order. In a run that publishes bare
// files and reads the table nowhere else, it becomes its file at once.
func (r *Run) Make(ctx context.Context, table string, schema *arrow.Schema, produce func(yield func(arrow.RecordBatch) error) error) error {
	if r.direct != nil {
		if to := r.direct(table); to != nil {
			open, produced := to.open(schema, produce)
			return r.DB.CopyStream(ctx, to.path, table, open, produced)
		}
	}
	return r.DB.Load(ctx, table, schema, produce)
}

// Progress reports rows done; total 0 is unknown.
func (r *Run) Progress(done, total int64) {
	if r.progress != nil {
		r.progress(r.Step, done, total)
	}
}

// Warn records something that a person should look at. Never put a person's
// data into it.
func (r *Run) Warn(code, text string) {
	r.journal.Warnings = append(r.journal.Warnings, Warning{Step: r.Step, Code: code, Text: text})
	r.Log().Warn(text, "step", r.Step, "code", code)
}

// Notice records something that is worth knowing and no reason to call the night
// anything but good. Never put a person's data into it.
func (r *Run) Notice(code, text string) {
	r.journal.Warnings = append(r.journal.Warnings, Warning{Step: r.Step, Code: code, Text: text, Minor: true})
	r.Log().Info(text, "step", r.Step, "code", code)
}

// Log is the run's log. Never put a person's data into it.
func (r *Run) Log() *slog.Logger {
	if r.log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return r.log
}

// Reject records refused source rows.
func (r *Run) Reject(rejects ...Reject) { r.journal.Rejects = append(r.journal.Rejects, rejects...) }

// RecordInput records an input file for run_inputs.
func (r *Run) RecordInput(in InputRecord) { r.journal.Inputs = append(r.journal.Inputs, in) }

// RecordCheck records the outcome of a rule.
func (r *Run) RecordCheck(c CheckResult) { r.journal.Checks = append(r.journal.Checks, c) }

// QuarantineRows keeps rows out of the published set.
func (r *Run) QuarantineRows(q Quarantine) {
	r.journal.Quarantine = append(r.journal.Quarantine, q)
}

// RowCount counts the rows of a table.
func (r *Run) RowCount(ctx context.Context, table string) (int64, error) {
	var n int64
	if err := r.DB.One(ctx, "SELECT count(*) FROM "+duck.Ident(table), &n); err != nil {
		return 0, fmt.Errorf("count %s: %w", table, err)
	}
	return n, nil
}

// NewRun makes a run for tests of steps: a journal, no previous snapshot.
func NewRun(db *duck.DB, p *config.Project, asOf time.Time) (*Run, *Journal) {
	j := &Journal{}
	return &Run{
		Job: "test", Step: "test", AsOf: asOf, Zone: p.Zone(), Project: p, DB: db, Threads: 2, Memory: 1 << 30,
		Previous: Nothing{}, Files: map[string][]InputFile{}, tables: map[string]*Table{}, journal: j,
	}, j
}

// SetTables declares tables that a test made itself.
func (r *Run) SetTables(tables ...*Table) {
	for _, t := range tables {
		r.tables[t.Name] = t
	}
}

// Nothing is the previous snapshot of a first night.
type Nothing struct{}

// Path finds nothing.
func (Nothing) Path(string) (string, bool) { return "", false }

// ID is empty.
func (Nothing) ID() string { return "" }

// RejectReasons counts rejects by reason; the words after a colon are dropped
// so that reasons stay few.
func RejectReasons(rejects []Reject) []Reason {
	counts := map[string]int64{}
	for _, rj := range rejects {
		first := "unknown"
		if len(rj.Reasons) > 0 {
			first, _, _ = strings.Cut(rj.Reasons[0], ":")
		}
		counts[first]++
	}
	return Reasons(KindRejected, counts)
}

// Reasons makes a sorted list of reasons of one kind from counts.
func Reasons(kind string, counts map[string]int64) []Reason {
	var out []Reason
	for reason, rows := range counts {
		if rows > 0 {
			out = append(out, Reason{Kind: kind, Reason: reason, Rows: rows})
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].Reason < out[j].Reason })
	return out
}
