package review

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

const (
	sheet     = "pairs"
	aboutRows = "about"
	mark      = "kartoteka review"
)

// fixed are the columns before the fields.
func fixed() []string {
	return []string{"pair", "probability", "decision", "who", "note"}
}

// ends are the columns after the weights: the names of the rows.
func ends() []string { return []string{"source_a", "key_a", "source_b", "key_b"} }

func (p *Pairs) header() []string {
	out := fixed()
	for _, f := range p.Fields {
		out = append(out, f+" A", f+" B")
	}
	for _, w := range p.Weights {
		out = append(out, w+" bits")
	}
	return append(out, ends()...)
}

// Workbook writes the pairs as XLSX: a row per pair, the two values of a field
// side by side and coloured where they differ. decided fills in what was decided
// before.
func (p *Pairs) Workbook(w io.Writer, project string, decided []Decision) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	if err := f.SetSheetName("Sheet1", sheet); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	before := map[[2]Row]Decision{}
	for _, d := range decided {
		before[[2]Row{d.A, d.B}] = d
	}
	if err := p.fill(f, before); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	if err := p.about(f, project); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	if _, err := f.WriteTo(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

func (p *Pairs) fill(f *excelize.File, before map[[2]Row]Decision) error {
	header := p.header()
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"2F4858"}}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "center"}})
	if err != nil {
		return err
	}
	differs, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"FFF1C9"}}})
	if err != nil {
		return err
	}
	asked, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E3F1E8"}}})
	if err != nil {
		return err
	}
	s, err := f.NewStreamWriter(sheet)
	if err != nil {
		return err
	}
	for i, width := range []float64{7, 11, 12, 14, 26} {
		if err := s.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	if err := s.SetColWidth(len(fixed())+1, len(header), 18); err != nil {
		return err
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, XSplit: 3, YSplit: 1, TopLeftCell: "D2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	var row []any
	for _, h := range header {
		row = append(row, excelize.Cell{StyleID: bold, Value: h})
	}
	if err := s.SetRow("A1", row, excelize.RowOpts{Height: 30}); err != nil {
		return err
	}
	for i, pair := range p.List {
		d := before[[2]Row{ordered(pair).A, ordered(pair).B}]
		row = []any{i + 1, round(pair.Probability, 4), excelize.Cell{StyleID: asked, Value: d.Decision}, excelize.Cell{StyleID: asked, Value: d.Who}, excelize.Cell{StyleID: asked, Value: d.Note}}
		for k := range p.Fields {
			style := 0
			if !strings.EqualFold(pair.Left[k], pair.Right[k]) {
				style = differs
			}
			row = append(row, excelize.Cell{StyleID: style, Value: pair.Left[k]}, excelize.Cell{StyleID: style, Value: pair.Right[k]})
		}
		for _, w := range pair.Weights {
			row = append(row, round(w, 1))
		}
		row = append(row, pair.A.Source, pair.A.Key, pair.B.Source, pair.B.Key)
		cell, err := excelize.CoordinatesToCellName(1, i+2)
		if err != nil {
			return err
		}
		if err := s.SetRow(cell, row); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	choice := excelize.NewDataValidation(true)
	choice.SetSqref(fmt.Sprintf("C2:C%d", len(p.List)+1))
	if err := choice.SetDropList(Words()); err != nil {
		return err
	}
	choice.SetError(excelize.DataValidationErrorStyleStop, "decision", "write same, different or unsure")
	return f.AddDataValidation(sheet, choice)
}

// about says what the workbook is, for import and for people.
func (p *Pairs) about(f *excelize.File, project string) error {
	if _, err := f.NewSheet(aboutRows); err != nil {
		return err
	}
	for i, line := range [][2]string{
		{mark, project},
		{"decision", "same: one person; different: two people; unsure: ask me again"},
		{"bits", "what a comparison says for (+) or against (-) one person; 1 bit doubles the odds"},
		{"then", "kartoteka review import FILE.xlsx"},
	} {
		for k, text := range line {
			cell, err := excelize.CoordinatesToCellName(k+1, i+1)
			if err != nil {
				return err
			}
			if err := f.SetCellStr(aboutRows, cell, text); err != nil {
				return err
			}
		}
	}
	return f.SetColWidth(aboutRows, "A", "B", 40)
}

func ordered(p Pair) Decision { return Decision{A: p.A, B: p.B}.Ordered() }

func round(x float64, digits int) float64 {
	scale := 1.0
	for range digits {
		scale *= 10
	}
	if x < 0 {
		return float64(int64(x*scale-.5)) / scale
	}
	return float64(int64(x*scale+.5)) / scale
}
