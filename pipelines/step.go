package pipelines

import (
	"context"

	"kartoteka/config"
)

// Spec tells everything about one step type.
type Spec struct {
	Type    string // the YAML key, the folder, the package, the prefix of errors
	Summary string // one line
	Doc     string // Markdown: what it does, what it reads and makes, what it does not do

	Example string            // YAML of one step ("- type: name ..."), decoded and run by tests
	Fixture string            // SQL statements, separated by ";\n", that make the tables the example reads
	Files   map[string]string // files that the example reads: path in the project -> content

	Sides []string // names of its side tables by default: known also when the step has mistakes

	Options func() any // pointer to a fresh options struct
	New     func(e config.StepEntry, options any, s Setting) (Step, config.Problems)
}

// Setting is what a step may know of its project when it is made.
type Setting struct {
	Project *config.Project
	Job     string
}

// Step is one step of a plan.
type Step interface {
	// Inputs are the tables it reads.
	Inputs() []Input
	// Plan tells the tables it makes, main table first, from those it reads
	// (by name). A step such as check or suppress may make none or several.
	// It opens no file and no database.
	Plan(in map[string]*Table) ([]*Table, config.Problems)
	// Run makes the tables. Accounts of which In, Added, Out, Rejected, Merged
	// and Suppressed are all zero count nothing; others must balance.
	Run(ctx context.Context, r *Run) ([]Account, error)
}

// FileReader is a step that reads files of the project.
type FileReader interface {
	// Patterns are the file patterns; optional ones may match nothing.
	Patterns() []Pattern
}

// Pattern is one file pattern of a step.
type Pattern struct {
	Source   string // table of the step, named in messages
	Glob     config.Text
	Optional bool
	Own      bool // a file of the project, which nobody delivers: it counts as it stands
}

// Input is one table that a step reads.
type Input struct {
	Role     string // contacts, pieces, ...; empty when the step has one kind of input
	Table    config.Text
	Optional bool // by default of the step, not written by the user: absent is fine
}

// Table is a table as its maker declares it.
type Table struct {
	Name       string
	About      string
	Columns    []Column
	Sort       []string // order of rows in the published file: the usual filter first
	Key        []string // columns that name a row, for quarantine and diffs
	Carry      bool     // the next night starts from it: kept in the snapshot even when not published
	Restricted bool     // raw records: published apart from what BI reads
	Dynamic    bool     // columns are known at run time only (user SQL)
	Maker      string   // "extract crm", set by the plan
	At         config.Pos
}

// Column is one column of a table.
type Column struct {
	Name         string
	Type         string // DuckDB type
	Unit         string
	Meaning      string
	Values       []string // allowed values, when they are few
	Experimental bool
	Restricted   bool // left out of the table that BI reads (raw)
}

// Column finds a column by name.
func (t *Table) Column(name string) (Column, bool) {
	for _, c := range t.Columns {
		if c.Name == name {
			return c, true
		}
	}
	return Column{}, false
}

// Has tells whether the table has every one of the columns. A table of user
// SQL, whose columns are not known yet, has them all.
func (t *Table) Has(names ...string) bool {
	if t.Dynamic {
		return true
	}
	for _, n := range names {
		if _, ok := t.Column(n); !ok {
			return false
		}
	}
	return true
}

// ColumnNames lists the names in order.
func (t *Table) ColumnNames() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}
