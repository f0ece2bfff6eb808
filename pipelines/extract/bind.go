package extract

import (
	"fmt"
	"path"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/extract/mend"
	"kartoteka/pipelines/extract/read"
)

// bound is a field whose columns were found in one file.
type bound struct {
	cells     []int
	firstOf   bool
	separator string
	constant  string
	fixed     bool // constant counts
	mapping   map[string]string

	both              int // cell of source and key together, -1: none
	bothSeparator     string
	refSource, refKey *bound
}

// mapper turns the records of one file into rows. It is used by several
// goroutines and never changed.
type mapper struct {
	step    *step
	file    pipelines.InputFile
	asOf    time.Time
	columns [][]byte // names as JSON
	asRead  bool     // raw is the record's own text
	key     *bound
	fold    *bound
	bounds  []*bound
	serial  func(string) (time.Time, bool)
	index   map[string]int      // cell of a column
	fixes   map[string]mend.Fix // by record
}

// bind finds the columns of a file. Columns that it lacks are problems with
// the place in the YAML.
func (s *step) bind(file pipelines.InputFile, format string, f read.File, asOf time.Time) (*mapper, error) {
	m := &mapper{step: s, file: file, asOf: asOf, columns: read.RawNames(f.Columns()), asRead: format == "jsonl" || format == "xml", serial: noSerial}
	if w, ok := f.(interface {
		Serial(string) (time.Time, bool)
	}); ok {
		m.serial = w.Serial
	}
	b := binder{file: file, index: map[string]int{}, columns: f.Columns()}
	for i, c := range f.Columns() {
		b.index[c] = i
	}
	m.index = b.index
	for _, r := range s.refs() {
		_, near := config.Closest(r.name, b.columns)
		b.header = b.header || near
	}
	m.key = b.bind(s.key)
	if s.fold != nil {
		m.fold = b.bind(s.fold.field)
	}
	for _, c := range s.columns {
		m.bounds = append(m.bounds, b.bind(c.field))
	}
	if err := b.problems.Err(); err != nil {
		return nil, err
	}
	return m, nil
}

func noSerial(string) (time.Time, bool) { return time.Time{}, false }

type binder struct {
	file     pipelines.InputFile
	columns  []string
	index    map[string]int
	header   bool // at least one column is there, or nearly: the names are names, not a person's data
	problems config.Problems
}

func (b *binder) bind(f *field) *bound {
	if f == nil {
		return nil
	}
	out := &bound{firstOf: f.firstOf, separator: f.separator, mapping: f.mapping, both: -1, bothSeparator: f.bothSeparator}
	if out.separator == "" {
		out.separator = "\n"
	}
	for _, r := range f.refs {
		out.cells = append(out.cells, b.find(r))
	}
	if f.both != nil {
		out.both = b.find(*f.both)
	}
	if i, ok := b.index[f.unless]; ok && f.unless != "" {
		out.cells = []int{i}
	} else if f.value != nil {
		out.constant, out.fixed = *f.value, true
	}
	if f.fromFile != nil {
		out.fixed = true
		if m := f.fromFile.FindStringSubmatch(path.Base(b.file.Name)); len(m) > 1 {
			out.constant = m[1]
		} else {
			b.problems.Add(f.at, "the name of "+b.file.Name+" does not match", "correct the expression of from_file")
		}
	}
	out.refSource, out.refKey = b.bind(f.refSource), b.bind(f.refKey)
	return out
}

// find gives the cell of a column; white space in the name does not count.
func (b *binder) find(r ref) int {
	if i, ok := b.index[r.name]; ok {
		return i
	}
	if i, ok := b.index[strings.Join(strings.Fields(r.name), " ")]; ok {
		return i
	}
	hint := config.DidYouMean(r.name, b.columns)
	switch {
	case !b.header:
		hint = "no column of the step is there; check whether the file begins with its header"
	case !strings.Contains(hint, "?"):
		hint = "the file has " + some(b.columns)
	}
	b.problems.Add(r.at, fmt.Sprintf("%s has no column %q", b.file.Name, r.name), hint)
	return 0
}

// some names columns for a message, at most twelve.
func some(columns []string) string {
	if len(columns) > 12 {
		return strings.Join(columns[:12], ", ") + fmt.Sprintf(" and %d more", len(columns)-12)
	}
	return strings.Join(columns, ", ")
}

// text is the value of a field in a record: its text without the blanks around
// it, and what it was in the file.
func (b *bound) text(r *read.Record) (string, read.Kind) {
	text, kind := b.plain(r)
	if b.mapping != nil {
		if to, ok := b.mapping[strings.ToLower(text)]; ok {
			return to, read.Text
		}
	}
	return text, kind
}

func (b *bound) plain(r *read.Record) (string, read.Kind) {
	if b.fixed {
		return b.constant, read.Text
	}
	if len(b.cells) == 1 {
		return b.cell(r, b.cells[0])
	}
	if b.firstOf {
		for _, i := range b.cells {
			if text, kind := b.cell(r, i); text != "" {
				return text, kind
			}
		}
		return "", read.Text
	}
	return b.joined(r), read.Text
}

func (b *bound) cell(r *read.Record, i int) (string, read.Kind) {
	kind := read.Text
	if r.Kinds != nil {
		kind = r.Kinds[i]
	}
	return strings.TrimSpace(r.Cells[i]), kind
}

// joined joins the cells: lines of a value leave blank ones out, parts of a key
// keep their places.
func (b *bound) joined(r *read.Record) string {
	var parts []string
	blank := true
	for _, i := range b.cells {
		text, _ := b.cell(r, i)
		blank = blank && text == ""
		if text != "" || b.separator == "|" {
			parts = append(parts, text)
		}
	}
	if blank {
		return ""
	}
	return strings.Join(parts, b.separator)
}

// reference is the source and key of contact_ref; a reference without a key
// names nobody.
func (b *bound) reference(r *read.Record) (source, key string) {
	if b.both >= 0 {
		text, _ := b.cell(r, b.both)
		source, key, _ = strings.Cut(text, b.bothSeparator)
		source, key = strings.TrimSpace(source), strings.TrimSpace(key)
	} else if b.refKey != nil {
		source, _ = b.refSource.text(r)
		key, _ = b.refKey.text(r)
	}
	if key == "" || source == "" {
		return "", ""
	}
	if to, ok := b.mapping[strings.ToLower(source)]; ok {
		source = to
	}
	return source, key
}
