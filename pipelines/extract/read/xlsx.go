package read

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"
	"time"

	"kartoteka/config"
)

// xlsxFile reads one sheet of a workbook row by row. Shared strings are held
// in memory, rows are not.
type xlsxFile struct {
	name    string
	zip     *zip.ReadCloser
	part    io.ReadCloser
	decoder *xml.Decoder
	shared  []string
	styles  []cellStyle
	from    time.Time // day 0 of the workbook's dates
	columns []string
	notes   []Note
	sheet   int64 // row of the sheet read last
	header  int64 // row of the header
	done    bool
}

func openXLSX(file, name string, seen Survey, s Settings) (File, error) {
	if what, remedy := seen.magic(); what != "" && !strings.HasPrefix(what, "a workbook") {
		return nil, &Error{File: name, What: "the file is " + what + ", not a workbook", Remedy: remedy}
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return nil, &Error{File: name, What: "the file is no workbook (.xlsx): " + err.Error(), Remedy: "write format: csv if it is text, or ask for the file again"}
	}
	f := &xlsxFile{name: name, zip: z}
	if err := f.open(s); err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// open reads the small parts and goes to the first row.
func (f *xlsxFile) open(s Settings) error {
	part, base1904, err := f.findSheet(s.Sheet)
	if err != nil {
		return err
	}
	f.from = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if base1904 {
		f.from = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if f.styles, err = f.readStyles(); err != nil {
		return err
	}
	if f.shared, err = f.readShared(); err != nil {
		return err
	}
	if f.part, err = f.openPart(part); err != nil {
		return err
	}
	f.decoder = xml.NewDecoder(f.part)
	return f.readHeader(s)
}

func (f *xlsxFile) readHeader(s Settings) error {
	if s.Names != nil {
		f.columns = s.Names
		return nil
	}
	row, cells, err := f.nextRow()
	if err == io.EOF {
		return &Error{File: f.name, What: "the sheet is empty, not even a header", Remedy: "check the export, or name another sheet in sheet:"}
	}
	if err != nil {
		return err
	}
	if s.NoHeader {
		return &Error{File: f.name, What: "header: false has no column names in a workbook", Remedy: "write header: [name, name, ...]"}
	}
	f.header = row
	names := make([]string, len(cells))
	for i, c := range cells {
		names[i] = c.text
	}
	f.columns, f.notes = nameColumns(f.name, names)
	return nil
}

func (f *xlsxFile) Columns() []string { return f.columns }
func (f *xlsxFile) Notes() []Note     { return f.notes }
func (f *xlsxFile) Check() error      { return nil }

// Close closes the workbook.
func (f *xlsxFile) Close() error {
	if f.part != nil {
		f.part.Close()
	}
	return f.zip.Close()
}

// Next reads up to 500 rows.
func (f *xlsxFile) Next() (Chunk, error) {
	if f.done {
		return nil, io.EOF
	}
	var records []Record
	for len(records) < 500 {
		row, cells, err := f.nextRow()
		if err == io.EOF {
			f.done = true
			break
		}
		if err != nil {
			return nil, err
		}
		records = append(records, f.record(row, cells))
	}
	if records == nil {
		return nil, io.EOF
	}
	return func() []Record { return records }, nil
}

func (f *xlsxFile) record(row int64, cells []xlsxCell) Record {
	r := Record{Row: row - f.header, Line: row, Cells: make([]string, len(f.columns)), Kinds: make([]Kind, len(f.columns))}
	for i, c := range cells {
		if i >= len(f.columns) {
			if c.text != "" {
				r.Faults = append(r.Faults, fmt.Sprintf("wrong number of fields: a value in column %s, behind the last column of the header", columnName(i)))
			}
			continue
		}
		r.Cells[i], r.Kinds[i] = c.text, c.kind
	}
	return r
}

// partLimit reads a part of the workbook up to MaxUnpacked.
type partLimit struct {
	io.ReadCloser
	name  string
	left  int64
	limit int64
}

// sharedPart holds the texts of a workbook.
const sharedPart = "xl/sharedStrings.xml"

func (p *partLimit) Read(b []byte) (int, error) {
	n, err := p.ReadCloser.Read(b)
	if p.left -= int64(n); p.left < 0 {
		return 0, &Error{File: p.name, What: fmt.Sprintf("a part of the workbook unpacks to more than %d MB", p.limit>>20), Remedy: "ask for csv, or for a smaller workbook"}
	}
	return n, err
}

func (f *xlsxFile) openPart(part string) (io.ReadCloser, error) {
	for _, z := range f.zip.File {
		if !strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(z.Name, `\`, "/"), "/"), part) {
			continue
		}
		if z.UncompressedSize64 > MaxUnpacked || (z.UncompressedSize64 > 100<<20 && z.UncompressedSize64/1000 > z.CompressedSize64) {
			return nil, &Error{File: f.name, What: fmt.Sprintf("a part of the workbook unpacks from %d KB to %d MB", z.CompressedSize64>>10, z.UncompressedSize64>>20), Remedy: "this is no ordinary workbook; ask for csv"}
		}
		r, err := z.Open()
		if err != nil {
			return nil, f.broken(err)
		}
		limit := int64(MaxUnpacked)
		if part == sharedPart {
			limit = maxShared
		}
		return &partLimit{ReadCloser: r, name: f.name, left: limit, limit: limit}, nil
	}
	return nil, fmt.Errorf("%s: %w: %s", f.name, errNoPart, part)
}

var errNoPart = errors.New("the workbook has no part")

func (f *xlsxFile) broken(err error) error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	return &Error{File: f.name, What: "the workbook is damaged: " + err.Error(), Remedy: "save it again or ask for csv"}
}

// decodePart decodes a small part as a whole.
func (f *xlsxFile) decodePart(part string, into any) error {
	r, err := f.openPart(part)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(into); err != nil {
		return f.broken(err)
	}
	return nil
}

// findSheet gives the part that holds the sheet, and whether its dates count
// from 1904.
func (f *xlsxFile) findSheet(want string) (part string, base1904 bool, err error) {
	var book struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string `xml:"name,attr"`
			ID   string `xml:"id,attr"` // in the namespace of either edition of the standard
		} `xml:"sheets>sheet"`
	}
	if err := f.decodePart("xl/workbook.xml", &book); err != nil {
		return "", false, f.broken(err)
	}
	var links struct {
		Links []struct {
			ID     string `xml:"Id,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if err := f.decodePart("xl/_rels/workbook.xml.rels", &links); err != nil {
		return "", false, f.broken(err)
	}
	var names []string
	id := ""
	for _, s := range book.Sheets {
		names = append(names, s.Name)
		if s.Name == want || (want == "" && len(book.Sheets) == 1) {
			id = s.ID
		}
	}
	for _, l := range links.Links {
		if id != "" && l.ID == id {
			part := path.Join("xl", l.Target)
			if strings.HasPrefix(l.Target, "/") {
				part = l.Target[1:]
			}
			on, err := strconv.ParseBool(book.Properties.Date1904)
			return part, on && err == nil, nil
		}
	}
	if want == "" {
		return "", false, &Error{File: f.name, What: fmt.Sprintf("the workbook has %d sheets: %s", len(names), strings.Join(names, ", ")), Remedy: "write sheet: with one of them"}
	}
	return "", false, &Error{File: f.name, What: fmt.Sprintf("there is no sheet %q; there are: %s", want, strings.Join(names, ", ")), Remedy: config.DidYouMean(want, names)}
}
