package read

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// csvFile reads delimited text.
type csvFile struct {
	*blocks
	delim   byte
	columns []string
	notes   []Note
	keep    bool // ragged records
}

func openCSV(path, name string, seen Survey, s Settings) (File, error) {
	if seen.Size == 0 && !s.NoHeader && s.Names == nil {
		return nil, &Error{File: name, What: "the file is empty (0 bytes), not even a header", Remedy: "check whether the export or the transfer was cut"}
	}
	b, notes, err := openBlocks(path, name, seen, s)
	if err != nil {
		return nil, err
	}
	f := &csvFile{blocks: b, delim: s.Delimiter, notes: notes, keep: s.KeepRagged}
	f.excelHint()
	if f.delim == 0 {
		f.delim = findDelimiter(b.buf, b.eol)
	}
	b.cut = cutCSV(f.delim, b.eol, b.limit)
	if err := f.header(s); err != nil {
		return nil, err
	}
	return f, nil
}

// excelHint takes the line "sep=;" that Excel understands at the top of a file.
func (f *csvFile) excelHint() {
	line, rest, found := bytes.Cut(f.buf, []byte{f.eol})
	if line = trimEnd(line, '\n'); !found || len(line) != 5 || !bytes.EqualFold(line[:4], []byte("sep=")) {
		return
	}
	if f.delim == 0 {
		f.delim = line[4]
	}
	f.buf = rest
	f.line = 1
}

// header settles the column names: given, counted, or the first record.
func (f *csvFile) header(s Settings) error {
	if s.Names != nil {
		f.columns = s.Names
		return nil
	}
	if s.NoHeader {
		f.columns = numbered(f.firstWidth())
		return nil
	}
	block, cuts, err := f.next(1)
	if err == io.EOF {
		return &Error{File: f.name, What: "the file holds blank lines only, not even a header", Remedy: "check whether the export was cut"}
	}
	if err != nil {
		return err
	}
	text, fault := newDecoder(block, f.enc).text(cuts[0])
	if cuts[0].fault != "" {
		fault = cuts[0].fault
	}
	if fault != "" {
		return &Error{File: f.name, Line: cuts[0].line, What: "header: " + fault, Remedy: "write encoding: or header: if the file has none"}
	}
	f.row = 0
	f.columns = splitCSV(text, f.delim, nil)
	return f.checkHeader(text, s.Delimiter)
}

// checkHeader refuses a header that another delimiter would split, and names
// that cannot be told apart.
func (f *csvFile) checkHeader(text string, declared byte) error {
	if len(f.columns) == 1 && declared != 0 {
		if found := findDelimiter([]byte(text), f.eol); found != declared && strings.IndexByte(text, found) >= 0 {
			n := strings.Count(text, string(found)) + 1
			return &Error{File: f.name, Line: 1, What: fmt.Sprintf("with delimiter %s there is one column; with %s there are %d", delimName(declared), delimName(found), n),
				Remedy: fmt.Sprintf("write delimiter: %q or leave it out", found)}
		}
	}
	names, notes := nameColumns(f.name, f.columns)
	f.columns = names
	f.notes = append(f.notes, notes...)
	return nil
}

// firstWidth counts the fields of the first record without reading it.
func (f *csvFile) firstWidth() int {
	for rest := f.buf; len(rest) > 0; {
		size, _, _, ok := f.cut(rest, true)
		if !ok {
			break
		}
		if record := trimEnd(rest[:size], f.eol); len(record) > 0 {
			cells := splitCSV(string(record), f.delim, nil)
			return len(cells)
		}
		rest = rest[size:]
	}
	return 1
}

func (f *csvFile) Columns() []string { return f.columns }
func (f *csvFile) Check() error      { return nil }
func (f *csvFile) Close() error      { return f.closer.Close() }

func (f *csvFile) Notes() []Note { return append(f.notes, f.blankNote()...) }

// Next cuts off a block of whole records.
func (f *csvFile) Next() (Chunk, error) {
	block, cuts, err := f.next(1 << 20)
	if err != nil {
		return nil, err
	}
	return func() []Record { return f.parse(block, cuts) }, nil
}

// parse splits the records of a block. The cells of all records share one
// array.
func (f *csvFile) parse(block []byte, cuts []cut) []Record {
	width := len(f.columns)
	decoder := newDecoder(block, f.enc)
	records := make([]Record, len(cuts))
	arena := make([]string, 0, len(cuts)*width+width)
	for i, c := range cuts {
		r := &records[i]
		r.Row, r.Line = c.row, c.line
		var fault string
		r.Text, fault = decoder.text(c)
		for _, why := range []string{c.fault, fault} {
			if why != "" {
				r.Faults = append(r.Faults, why)
			}
		}
		if r.Faults != nil {
			continue
		}
		from := len(arena)
		cells := splitCSV(r.Text, f.delim, arena)
		r.Cells = cells[from:len(cells):len(cells)]
		if n := len(r.Cells); n != width && f.keep {
			cells = widen(cells, from, width)
			r.Cells, r.Ragged = cells[from:from+width:from+width], true
		} else if n != width {
			r.Faults = append(r.Faults, ragged(n, width, c))
			r.Cut, r.Cells = append(r.Cut, r.Cells[:min(n, width)]...), nil
			continue
		}
		arena = cells
	}
	return records
}

// widen gives the record that begins at from as many cells as there are columns.
func widen(cells []string, from, width int) []string {
	for len(cells) < from+width {
		cells = append(cells, "")
	}
	return cells[:from+width]
}

// ragged words a wrong number of fields.
func ragged(n, width int, c cut) string {
	s := fmt.Sprintf("wrong number of fields: %d instead of %d", n, width)
	if c.lines > 1 {
		s += fmt.Sprintf(" (quotes join lines %d to %d)", c.line, c.line+int64(c.lines)-1)
	}
	return s
}

func (b *blocks) blankNote() []Note {
	if b.blank == 0 {
		return nil
	}
	return []Note{{"blank_lines", fmt.Sprintf("%s: %d blank lines passed over", b.name, b.blank)}}
}
