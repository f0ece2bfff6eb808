package mend

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxFaults is how many mistakes of a workbook are told at once.
const maxFaults = 12

// Change counts the corrected cells of one column of a source.
type Change struct {
	Source, Column string
	Rows           int
}

// Review is what an edited workbook says.
type Review struct {
	Lines   []Line // without By, On and Note
	Changes []Change
	Mended  int // records
	Dropped int
	Left    int // rows without a decision
}

// Import reads an edited workbook against what is rejected now.
func Import(r io.Reader, project string, now []Rejected) (_ *Review, err error) {
	f, err := excelize.OpenReader(r)
	if err != nil {
		return nil, errors.New("the file is no XLSX workbook; give the one that `kartoteka rejects export` wrote")
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	sheets, headers, err := identity(f, project)
	if err != nil {
		return nil, err
	}
	in := &reader{f: f, project: project, known: map[[2]string]Rejected{}, seen: map[[2]string]string{}, changes: map[[2]string]int{}, out: &Review{}}
	for _, r := range now {
		in.known[[2]string{r.Source, r.Record}] = r
	}
	for _, sheet := range sheets {
		if err := in.sheet(sheet, headers[sheet]); err != nil {
			return nil, err
		}
	}
	if n := len(in.faults); n > 0 {
		if n > maxFaults {
			in.faults = append(in.faults[:maxFaults], fmt.Sprintf("and %d more", n-maxFaults))
		}
		return nil, fmt.Errorf("nothing was imported:\n  %s", strings.Join(in.faults, "\n  "))
	}
	for key, n := range in.changes {
		in.out.Changes = append(in.out.Changes, Change{key[0], key[1], n})
	}
	slices.SortFunc(in.out.Changes, func(a, b Change) int {
		return slices.Compare([]string{a.Source, a.Column}, []string{b.Source, b.Column})
	})
	return in.out, nil
}

// identity reads the hidden sheet: whose workbook it is, and the columns of each
// sheet.
func identity(f *excelize.File, project string) (sheets []string, headers map[string][]string, err error) {
	rows, err := f.GetRows(sealed)
	if err != nil || len(rows) < 3 || len(rows[0]) < 2 || rows[0][0] != mark {
		return nil, nil, errors.New("the workbook is not one that `kartoteka rejects export` wrote")
	}
	if rows[0][1] != project {
		return nil, nil, errors.New("the workbook belongs to another project")
	}
	headers = map[string][]string{}
	for _, row := range rows[3:] {
		sheet, name := row[0], ""
		if len(row) > 1 {
			name = row[1]
		}
		if headers[sheet] == nil {
			sheets = append(sheets, sheet)
		}
		headers[sheet] = append(headers[sheet], name)
	}
	return sheets, headers, nil
}

// reader goes through an edited workbook.
type reader struct {
	f       *excelize.File
	project string
	known   map[[2]string]Rejected // by source and record
	seen    map[[2]string]string   // where a record stood
	changes map[[2]string]int      // by source and column
	faults  []string
	out     *Review
}

func (in *reader) sheet(sheet string, header []string) error {
	rows, err := in.f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		return fmt.Errorf("the sheet %s is missing; give the whole workbook back", sheet)
	}
	if len(rows) == 0 {
		rows = [][]string{nil}
	}
	for i, want := range header {
		want = clean(want)
		got := ""
		if i < len(rows[0]) {
			got = rows[0][i]
		}
		if got != want {
			return fmt.Errorf("sheet %s: column %d is to be %q; leave names and order of the columns as they were", sheet, i+1, want)
		}
	}
	for i, row := range rows[1:] {
		if strings.TrimSpace(strings.Join(row, "")) == "" {
			continue
		}
		for len(row) < len(header) {
			row = append(row, "")
		}
		if fault := in.row(sheet, i+2, header, row); fault != "" {
			in.faults = append(in.faults, fmt.Sprintf("sheet %s, row %d: %s", sheet, i+2, fault))
		}
	}
	return nil
}

// row takes one row over, or tells what is wrong with it.
func (in *reader) row(sheet string, place int, header, row []string) (fault string) {
	hidden := row[len(header)-len(behind()):]
	named := Rejected{Source: hidden[0], File: hidden[1], Record: hidden[3]}
	named.Row, _ = strconv.ParseInt(hidden[2], 10, 64) // a changed one breaks the seal
	if seal(in.project, named) != hidden[4] {
		return "the hidden columns were changed, so nobody can tell which record it is; export again"
	}
	key := [2]string{named.Source, named.Record}
	r, rejected := in.known[key]
	if where, twice := in.seen[key]; twice {
		return "the same record stands at " + where + " already"
	}
	in.seen[key] = fmt.Sprintf("sheet %s, row %d", sheet, place)
	word := strings.ToLower(strings.TrimSpace(row[0]))
	if word != "" && !slices.Contains(Words(), word) {
		return "the decision is not one of " + strings.Join(Words(), ", ")
	}
	if !rejected {
		return "the record is not rejected any more; delete the row, or export again"
	}
	lines, fault := in.edits(sheet, place, header[ahead:len(header)-len(behind())], row[ahead:], r)
	if fault != "" {
		return fault
	}
	switch {
	case word == Drop && len(lines) > 0:
		return "the decision is drop, yet cells were edited; write mend, or take the edits back"
	case word == Drop:
		in.out.Lines = append(in.out.Lines, Line{Source: r.Source, Record: r.Record, File: r.File, Row: r.Row, Decision: Drop})
		in.out.Dropped++
	case word == Mend && len(lines) == 0:
		return "the decision is mend, yet no cell was edited"
	case word == Leave || len(lines) == 0:
		in.out.Left++
	case r.DropOnly():
		return "the record is good, only its key stands twice; correct it in the source, or write drop"
	default:
		in.out.Lines = append(in.out.Lines, lines...)
		in.out.Mended++
		for _, l := range lines {
			in.changes[[2]string{l.Source, l.Column}]++
		}
	}
	return ""
}

// edits are the cells of a row that differ from the record.
func (in *reader) edits(sheet string, place int, columns, row []string, r Rejected) (lines []Line, fault string) {
	for k, c := range columns {
		before, i := "", slices.Index(r.Columns, c)
		if i >= 0 {
			before = r.Cells[i]
		}
		if row[k] == clean(before) {
			continue
		}
		if i < 0 {
			return nil, fmt.Sprintf("column %s was filled in, but the file of the record has no such column", c)
		}
		if fault := in.typed(sheet, cellName(ahead+k+1, place), row[k]); fault != "" {
			return nil, fmt.Sprintf("column %s: %s", c, fault)
		}
		lines = append(lines, Line{Source: r.Source, Record: r.Record, File: r.File, Row: r.Row, Decision: Mend, Column: c, Value: row[k]})
	}
	return lines, ""
}

// typed refuses what a workbook program made something else of than was typed.
func (in *reader) typed(sheet, cell, raw string) (fault string) {
	if formula, err := in.f.GetCellFormula(sheet, cell); err != nil || formula != "" {
		return "the cell holds a formula; write its value"
	}
	shown, err := in.f.GetCellValue(sheet, cell)
	if err != nil || shown != raw {
		return "the cell holds a date or number of the workbook; write it as text, as the source writes it"
	}
	return ""
}
