package review

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"
)

// maxFaults is how many mistakes of a workbook are told at once.
const maxFaults = 10

// Import takes the decisions out of a workbook that Workbook wrote. Rows without
// a decision are passed over. known tells which rows there are; a workbook of
// another project, with other columns, or about rows that nobody knows is
// refused as a whole.
func Import(r io.Reader, project, day string, known map[Row]bool) (out []Decision, err error) {
	f, err := excelize.OpenReader(r)
	if err != nil {
		return nil, fmt.Errorf("the file is no XLSX workbook; give the one that `kartoteka review export` wrote")
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	signed, err := f.GetCellValue(aboutRows, "A1")
	if err != nil || signed != mark {
		return nil, fmt.Errorf("the workbook is not one that `kartoteka review export` wrote")
	}
	if of, err := f.GetCellValue(aboutRows, "B1"); err != nil || of != project {
		return nil, fmt.Errorf("the workbook belongs to another project")
	}
	rows, err := f.GetRows(sheet)
	if err != nil {
		return nil, fmt.Errorf("the workbook has no sheet %s", sheet)
	}
	at, err := places(rows)
	if err != nil {
		return nil, err
	}
	var faults []string
	seen := map[[2]Row]string{}
	for i, row := range rows[1:] {
		cell := func(name string) string {
			if k := at[name]; k < len(row) {
				return strings.TrimSpace(row[k])
			}
			return ""
		}
		word := strings.ToLower(cell("decision"))
		if word == "" {
			continue
		}
		d := Decision{A: Row{cell("source_a"), cell("key_a")}, B: Row{cell("source_b"), cell("key_b")}, Decision: word, Who: cell("who"), Note: cell("note"), Day: day}.Ordered()
		fault := ""
		switch before, twice := seen[[2]Row{d.A, d.B}]; {
		case !slices.Contains(Words(), word):
			fault = "the decision is not one of " + strings.Join(Words(), ", ")
		case !known[d.A] || !known[d.B]:
			fault = "a source row is not in contact_sources any more, or its key was changed in the workbook"
		case twice && before != word:
			fault = "the same pair stands above with another decision"
		}
		seen[[2]Row{d.A, d.B}] = word
		if fault != "" {
			faults = append(faults, fmt.Sprintf("row %d: %s", i+2, fault))
			continue
		}
		out = append(out, d)
	}
	if n := len(faults); n > 0 {
		if n > maxFaults {
			faults = append(faults[:maxFaults], fmt.Sprintf("and %d more", n-maxFaults))
		}
		return nil, fmt.Errorf("nothing was imported:\n  %s", strings.Join(faults, "\n  "))
	}
	return out, nil
}

// places finds the columns that import needs.
func places(rows [][]string) (map[string]int, error) {
	at := map[string]int{}
	if len(rows) > 0 {
		for i, h := range rows[0] {
			if _, twice := at[h]; !twice {
				at[h] = i
			}
		}
	}
	for _, need := range append([]string{"decision", "who", "note"}, ends()...) {
		if _, ok := at[need]; !ok {
			return nil, fmt.Errorf("the sheet %s has no column %s; leave the first row as it was", sheet, need)
		}
	}
	return at, nil
}
