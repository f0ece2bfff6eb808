package main

import (
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// edits changes cells of a workbook as a person does.
//
//	edits FILE SHEET [FIND COLUMN VALUE]...
//
// FIND is a text that one cell of the row holds, COLUMN a name in the first row
// (decision for the first column) or #N. The values are written as text; =TEXT is
// a formula, date is a date of the workbook, nothing empties the cell.
func edits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 || len(args)%3 != 2 {
		ts.Fatalf("usage: edits FILE SHEET [FIND COLUMN VALUE]...")
	}
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	sheet := args[1]
	for a := args[2:]; len(a) > 0; a = a[3:] {
		rows, err := f.GetRows(sheet)
		ts.Check(err)
		row, column := 0, 0
		for i, cells := range rows {
			for _, cell := range cells {
				if strings.Contains(cell, a[0]) && row == 0 {
					row = i + 1
				}
			}
		}
		for k, h := range rows[0] {
			if h == a[1] || a[1] == "decision" && k == 0 {
				column = k + 1
			}
		}
		if n, ok := strings.CutPrefix(a[1], "#"); ok {
			column, err = strconv.Atoi(n)
			ts.Check(err)
		}
		if row == 0 || column == 0 {
			ts.Fatalf("sheet %s has no row with %q or no column %q: %q", sheet, a[0], a[1], rows[0])
		}
		cell, err := excelize.CoordinatesToCellName(column, row)
		ts.Check(err)
		switch value := a[2]; {
		case strings.HasPrefix(value, "="):
			ts.Check(f.SetCellFormula(sheet, cell, value))
		case value == "date":
			style, err := f.NewStyle(&excelize.Style{NumFmt: 14})
			ts.Check(err)
			ts.Check(f.SetCellValue(sheet, cell, 45000))
			ts.Check(f.SetCellStyle(sheet, cell, cell, style))
		case value == "twice":
			ts.Check(f.DuplicateRow(sheet, row))
		case value == "nothing":
			ts.Check(f.SetCellStr(sheet, cell, ""))
		default:
			ts.Check(f.SetCellStr(sheet, cell, value))
		}
	}
	ts.Check(f.Save())
}
