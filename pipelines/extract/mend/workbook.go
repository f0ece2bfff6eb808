package mend

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// Book says what a workbook belongs to.
type Book struct {
	Project, Snapshot, Version string
	Language                   string // en or pl
}

const (
	sealed      = "kartoteka" // hidden sheet: what the workbook is, and the columns of each sheet
	mark        = "kartoteka rejects"
	ahead       = 4     // columns before those of the source
	maxComments = 2000  // further cells are coloured only
	maxCell     = 32767 // characters of a cell, a limit of XLSX
	textFormat  = 49    // "@": a workbook program leaves the text as it is
	wrongColor  = "FFD9D0"
)

// behind are the hidden columns after those of the source.
func behind() []string { return []string{"source", "file", "row", "record", "seal"} }

// seal proves that the hidden columns of a row are as they were written.
func seal(project string, r Rejected) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{project, r.Source, r.File, strconv.FormatInt(r.Row, 10), r.Record}, "\x00")))
	return hex.EncodeToString(sum[:8])
}

// page is one sheet.
type page struct {
	sheet, source string
	columns       []string // of the source
	rows          []Rejected
}

// pages sorts rejects into sheets, and names them as XLSX allows.
func pages(list []Rejected, taken ...string) []*page {
	var out []*page
	by := map[string]*page{}
	for _, r := range list {
		p := by[r.Source]
		if p == nil {
			p = &page{source: r.Source, sheet: sheetName(r.Source, taken)}
			taken = append(taken, p.sheet)
			by[r.Source] = p
			out = append(out, p)
		}
		for _, c := range r.Columns {
			if !slices.Contains(p.columns, c) {
				p.columns = append(p.columns, c)
			}
		}
		p.rows = append(p.rows, r)
	}
	return out
}

func sheetName(source string, taken []string) string {
	plain := []rune(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) || r < ' ' {
			return '_'
		}
		return r
	}, source))
	name := string(plain[:min(len(plain), 28)])
	same := func(t string) bool { return strings.EqualFold(t, name) }
	for n := 2; name == "" || slices.ContainsFunc(taken, same); n++ {
		name = string(plain[:min(len(plain), 25)]) + "~" + strconv.Itoa(n)
	}
	return name
}

func (p *page) header(w words) []string {
	return append(append([]string{w.decision, w.reasons, w.place, w.record}, p.columns...), behind()...)
}

// clean is a text as a cell can hold it.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD"))
	if utf8.RuneCountInString(s) > maxCell {
		s = string([]rune(s)[:maxCell])
	}
	return s
}

// Workbook writes rejects as XLSX: a sheet of instructions, then one per source.
func Workbook(w io.Writer, b Book, list []Rejected) (err error) {
	f := excelize.NewFile()
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	book := &writer{f: f, words: wordsOf(b.Language), b: b}
	if err := book.all(pages(list, book.words.about, sealed)); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	if _, err := f.WriteTo(w); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// writer fills a workbook.
type writer struct {
	f        *excelize.File
	words    words
	b        Book
	bold     int
	text     int
	wrong    int
	asked    int
	comments int
}

func (w *writer) all(pages []*page) error {
	if err := w.f.SetSheetName("Sheet1", w.words.about); err != nil {
		return err
	}
	if err := w.lines(w.words.about, w.words.lines); err != nil {
		return err
	}
	if err := w.styles(); err != nil {
		return err
	}
	identity := [][2]string{{mark, w.b.Project}, {"snapshot", w.b.Snapshot}, {"version", w.b.Version}}
	for i, p := range pages {
		if err := w.page(p); err != nil {
			return err
		}
		for _, h := range p.header(w.words) {
			identity = append(identity, [2]string{p.sheet, h})
		}
		if i == 0 {
			if n, err := w.f.GetSheetIndex(p.sheet); err == nil {
				w.f.SetActiveSheet(n)
			}
		}
	}
	if _, err := w.f.NewSheet(sealed); err != nil {
		return err
	}
	if err := w.lines(sealed, identity); err != nil {
		return err
	}
	return w.f.SetSheetVisible(sealed, false)
}

func (w *writer) lines(sheet string, lines [][2]string) error {
	for i, line := range lines {
		for k, text := range line {
			if err := w.f.SetCellStr(sheet, cellName(k+1, i+1), text); err != nil {
				return err
			}
		}
	}
	if err := w.f.SetColWidth(sheet, "A", "A", 18); err != nil {
		return err
	}
	return w.f.SetColWidth(sheet, "B", "B", 120)
}

// cellName is the name of a cell; places are counted by this package and valid.
func cellName(column, row int) string {
	name, _ := excelize.CoordinatesToCellName(column, row)
	return name
}

func (w *writer) styles() (err error) {
	fill := func(color string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}
	}
	for _, s := range []struct {
		to    *int
		style excelize.Style
	}{
		{&w.bold, excelize.Style{Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: fill("2F4858"), NumFmt: textFormat}},
		{&w.text, excelize.Style{NumFmt: textFormat}},
		{&w.wrong, excelize.Style{NumFmt: textFormat, Fill: fill(wrongColor)}},
		{&w.asked, excelize.Style{NumFmt: textFormat, Fill: fill("E3F1E8")}},
	} {
		if *s.to, err = w.f.NewStyle(&s.style); err != nil {
			return err
		}
	}
	return nil
}

func (w *writer) page(p *page) error {
	if _, err := w.f.NewSheet(p.sheet); err != nil {
		return err
	}
	s, err := w.f.NewStreamWriter(p.sheet)
	if err != nil {
		return err
	}
	header := p.header(w.words)
	for _, width := range []struct {
		from, to int
		width    float64
	}{{1, 1, 11}, {2, 2, 46}, {3, 3, 28}, {4, 4, 18}, {ahead + 1, max(len(header)-len(behind()), ahead+1), 20}} {
		if err := s.SetColWidth(width.from, width.to, width.width); err != nil {
			return err
		}
	}
	if err := s.SetPanes(&excelize.Panes{Freeze: true, XSplit: 2, YSplit: 1, TopLeftCell: "C2", ActivePane: "bottomRight"}); err != nil {
		return err
	}
	var cells []any
	for _, h := range header {
		cells = append(cells, excelize.Cell{StyleID: w.bold, Value: clean(h)})
	}
	if err := s.SetRow("A1", cells); err != nil {
		return err
	}
	for i, r := range p.rows {
		if err := s.SetRow(cellName(1, i+2), w.row(p, r)); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return w.finish(p, len(header))
}

func (w *writer) row(p *page, r Rejected) []any {
	place := fmt.Sprintf("%s:%d", r.File, r.Row)
	if r.More > 0 {
		place += " " + fmt.Sprintf(w.words.more, r.More)
	}
	var out []any
	add := func(style int, text string) { out = append(out, excelize.Cell{StyleID: style, Value: clean(text)}) }
	add(w.asked, "")
	add(0, strings.Join(r.Reasons, "; "))
	add(0, place)
	add(w.text, r.Raw)
	for _, c := range p.columns {
		value, style := "", w.text
		if i := slices.Index(r.Columns, c); i >= 0 {
			value = r.Cells[i]
		}
		if len(r.Named(c)) > 0 {
			style = w.wrong
		}
		add(style, value)
	}
	for _, hidden := range []string{r.Source, r.File, strconv.FormatInt(r.Row, 10), r.Record, seal(w.b.Project, r)} {
		add(w.text, hidden)
	}
	return out
}

// finish hides the identity, offers the decisions and says beside each marked
// cell what is wrong.
func (w *writer) finish(p *page, width int) error {
	first, _, err := excelize.SplitCellName(cellName(width-len(behind())+1, 1))
	if err != nil {
		return err
	}
	last, _, err := excelize.SplitCellName(cellName(width, 1))
	if err != nil {
		return err
	}
	if err := w.f.SetColVisible(p.sheet, first+":"+last, false); err != nil {
		return err
	}
	choice := excelize.NewDataValidation(true)
	choice.SetSqref(fmt.Sprintf("A2:A%d", len(p.rows)+1))
	if err := choice.SetDropList(Words()); err != nil {
		return err
	}
	if err := w.f.AddDataValidation(p.sheet, choice); err != nil {
		return err
	}
	for i, r := range p.rows {
		for k, c := range p.columns {
			named := r.Named(c)
			if len(named) == 0 || w.comments >= maxComments {
				continue
			}
			w.comments++
			err := w.f.AddComment(p.sheet, excelize.Comment{Cell: cellName(ahead+k+1, i+2), Author: "kartoteka", Text: strings.Join(named, "; ")})
			if err != nil {
				return err
			}
		}
	}
	return nil
}
