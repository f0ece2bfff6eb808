package mend

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// What a person decides about a rejected row.
const (
	Mend  = "mend"  // read it with the corrected cells
	Drop  = "drop"  // it is not wanted: never offer it again
	Leave = "leave" // nothing yet
)

// Words are the decisions.
func Words() []string { return []string{Mend, Drop, Leave} }

// Discarded is the reason of a record that a person dropped.
const Discarded = "discarded by a person"

// Duplicate begins the reason of a record whose key stands twice.
const Duplicate = "duplicate key"

// Line is one corrected cell, or one dropped record (without a column).
type Line struct {
	Source, Record string // Record: see Identity
	File           string // where the record stood when it was corrected
	Row            int64
	Decision       string // Mend or Drop
	Column, Value  string
	By, On, Note   string // On: yyyy-mm-dd
}

// Fix is what becomes of one record.
type Fix struct {
	Drop  bool
	File  string
	Cells map[string]string // new values by column
}

// Identity names a record by its text, in hex.
func Identity(raw string) string {
	sum := sha256.Sum256([]byte(raw))
	return hex.EncodeToString(sum[:16])
}

// FileOf is where the corrections of a source are kept, relative to the project.
func FileOf(source string) string {
	plain := strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, source)
	return "mended/" + plain + ".csv"
}

func header() []string {
	return []string{"source", "record", "file", "row", "decision", "column", "value", "by", "on", "note"}
}

// Parse reads a file of corrections. The error names the line.
func Parse(name string, text []byte) ([]Line, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\uFEFF"))))
	rows, err := r.ReadAll()
	var broken *csv.ParseError
	if errors.As(err, &broken) {
		return nil, fmt.Errorf("%s: line %d: %w; write CSV with commas, as `kartoteka rejects import` does", name, broken.Line, broken.Err)
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if len(rows) == 0 || !slices.Equal(rows[0], header()) {
		return nil, fmt.Errorf("%s: line 1: the columns must be %s", name, strings.Join(header(), ","))
	}
	var out []Line
	seen := map[[3]string]bool{}
	for i, row := range rows[1:] {
		l := Line{Source: row[0], Record: row[1], File: row[2], Decision: row[4], Column: row[5], Value: row[6], By: row[7], On: row[8], Note: row[9]}
		l.Row, err = strconv.ParseInt(row[3], 10, 64)
		what := ""
		switch {
		case err != nil:
			what = "the row is not a number"
		case l.Decision != Mend && l.Decision != Drop:
			what = "the decision is not one of mend, drop"
		case (l.Decision == Mend) != (l.Column != ""):
			what = "mend names a column, drop names none"
		case seen[[3]string{l.Source, l.Record, l.Column}]:
			what = "the same cell of the same record stands above"
		}
		if what != "" {
			return nil, fmt.Errorf("%s: record %d: %s", name, i+1, what)
		}
		seen[[3]string{l.Source, l.Record, l.Column}] = true
		out = append(out, l)
	}
	return out, nil
}

// Bytes writes corrections, sorted.
func Bytes(lines []Line) []byte {
	lines = slices.Clone(lines)
	slices.SortFunc(lines, func(a, b Line) int {
		return slices.Compare([]string{a.Source, a.Record, a.Column}, []string{b.Source, b.Record, b.Column})
	})
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(header()) // a buffer takes everything
	for _, l := range lines {
		_ = w.Write([]string{l.Source, l.Record, l.File, strconv.FormatInt(l.Row, 10), l.Decision, l.Column, l.Value, l.By, l.On, l.Note})
	}
	w.Flush()
	return out.Bytes()
}

// Merge takes new corrections over: a cell corrected anew replaces its line, and
// what is decided about a record replaces the other decision about it.
func Merge(before, fresh []Line) []Line {
	type cell struct{ source, record, column string }
	decided, cells := map[[2]string]string{}, map[cell]bool{}
	for _, l := range fresh {
		decided[[2]string{l.Source, l.Record}] = l.Decision
		cells[cell{l.Source, l.Record, l.Column}] = true
	}
	var out []Line
	for _, l := range before {
		now, again := decided[[2]string{l.Source, l.Record}]
		if !cells[cell{l.Source, l.Record, l.Column}] && (!again || now == l.Decision) {
			out = append(out, l)
		}
	}
	return append(out, fresh...)
}

// Fixes are the corrections of one source, by record.
func Fixes(lines []Line, source string) map[string]Fix {
	out := map[string]Fix{}
	for _, l := range lines {
		if l.Source != source {
			continue
		}
		f := out[l.Record]
		f.File, f.Drop = l.File, f.Drop || l.Decision == Drop
		if l.Column != "" {
			if f.Cells == nil {
				f.Cells = map[string]string{}
			}
			f.Cells[l.Column] = l.Value
		}
		out[l.Record] = f
	}
	return out
}
