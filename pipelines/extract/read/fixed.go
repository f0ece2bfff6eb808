package read

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"

	"kartoteka/pipelines/extract/layout"
)

// fixedFile reads fixed-width text by a layout.
type fixedFile struct {
	*blocks
	settings Settings
	layout   *layout.Layout
	columns  []string
	index    map[string]int // column -> cell
	front    []string       // cells that the header at the front of the file gives every record
	notes    []Note
	totals   totals
}

func openFixed(path, name string, seen Survey, s Settings) (File, error) {
	b, notes, err := openBlocks(path, name, seen, s)
	if err != nil {
		return nil, err
	}
	f := &fixedFile{blocks: b, settings: s, layout: s.Layout, columns: s.Layout.Columns(), index: map[string]int{}, notes: notes}
	for i, c := range f.columns {
		f.index[c] = i
	}
	b.cut = cutLine(b.limit, b.eol)
	b.isHead = f.isHeader
	f.front = f.frontCells()
	return f, nil
}

// frontCells reads the header at the front of the file, whose fields are
// columns of every record.
func (f *fixedFile) frontCells() []string {
	cells := make([]string, len(f.columns))
	size, _, _, ok := f.cut(f.buf, true)
	if !ok || size == 0 {
		return cells
	}
	record := trimEnd(f.buf[:size], f.eol)
	if !f.isHeader(record) {
		return cells
	}
	r := Record{Text: visible(record, f.enc)}
	var t tally
	f.split(&r, true, &t)
	for name, value := range t.fields {
		cells[f.index[name]] = value
	}
	return cells
}

// isHeader tells whether a record belongs to a header type, before decoding:
// the text that marks a type is ASCII at the front of the record.
func (f *fixedFile) isHeader(record []byte) bool {
	for _, t := range f.layout.Types {
		if t.Header && t.When != nil && t.When.At.Last <= len(record) && string(record[t.When.At.First-1:t.When.At.Last]) == t.When.Is {
			return true
		}
	}
	return false
}

func (f *fixedFile) Columns() []string { return f.columns }
func (f *fixedFile) Close() error      { return f.closer.Close() }
func (f *fixedFile) Notes() []Note     { return append(f.notes, f.blankNote()...) }

// Next cuts off a block of whole records.
func (f *fixedFile) Next() (Chunk, error) {
	block, cuts, err := f.next(1 << 20)
	if err != nil {
		return nil, err
	}
	return func() []Record { return f.parse(block, cuts) }, nil
}

func (f *fixedFile) parse(block []byte, cuts []cut) []Record {
	decoder := newDecoder(block, f.enc)
	records := make([]Record, 0, len(cuts))
	var tally tally
	for _, c := range cuts {
		r := Record{Row: c.row, Line: c.line}
		var fault string
		r.Text, fault = decoder.text(c)
		for _, why := range []string{c.fault, fault} {
			if why != "" {
				r.Faults = append(r.Faults, why)
			}
		}
		if r.Faults == nil {
			f.split(&r, c.row == 0, &tally)
		}
		if c.row > 0 {
			tally.records++
			records = append(records, r)
		}
	}
	f.totals.add(tally)
	return records
}

// split checks the length of a record and cuts its fields.
func (f *fixedFile) split(r *Record, header bool, tally *tally) {
	text, at := padded(r.Text, f.layout.Length, f.settings.PadShort), 0
	chars := utf8.RuneCountInString(text)
	if chars != f.layout.Length && !header {
		r.Faults = append(r.Faults, wrongLength(text, chars, f.layout.Length))
		return
	}
	kind := f.typeOf(text)
	if kind == nil {
		r.Faults = append(r.Faults, "unknown record type: the layout describes none like it")
		return
	}
	offsets := charOffsets(text, chars)
	value := func(s layout.Span) string {
		if s.Last > chars {
			return ""
		}
		if offsets == nil {
			return strings.Trim(text[s.First-1:s.Last], " ")
		}
		return strings.Trim(text[offsets[s.First-1]:offsets[s.Last]], " ")
	}
	if header {
		for _, field := range kind.Fields {
			tally.header(field.Name, value(field.At))
		}
		return
	}
	r.Cells = append(make([]string, 0, len(f.columns)), f.front...)
	for _, field := range kind.Fields {
		at = f.index[field.Name]
		r.Cells[at] = value(field.At)
	}
	for i, t := range f.layout.Totals {
		if t.Where != "" && t.Counts(r.Cells[f.index[t.Where]]) {
			tally.count(i, len(f.layout.Totals))
		}
	}
}

// padded fills up a line whose trailing blanks were cut, where allowed.
func padded(text string, length int, allowed bool) string {
	if !allowed {
		return text
	}
	if n := utf8.RuneCountInString(text); n < length {
		return text + strings.Repeat(" ", length-n)
	}
	return text
}

func wrongLength(text string, chars, want int) string {
	s := fmt.Sprintf("wrong length: %d characters instead of %d", chars, want)
	if chars < want && text != "" && text[len(text)-1] != ' ' {
		s += " (an editor may have cut trailing blanks)"
	}
	return s
}

func (f *fixedFile) typeOf(text string) *layout.Type {
	for i := range f.layout.Types {
		t := &f.layout.Types[i]
		if t.When == nil {
			return t
		}
		if offsets := charOffsets(text, utf8.RuneCountInString(text)); offsets == nil {
			if t.When.At.Last <= len(text) && text[t.When.At.First-1:t.When.At.Last] == t.When.Is {
				return t
			}
		} else if t.When.At.Last < len(offsets) && text[offsets[t.When.At.First-1]:offsets[t.When.At.Last]] == t.When.Is {
			return t
		}
	}
	return nil
}

// charOffsets gives the byte offset of every character and of the end; nil
// when every character is one byte.
func charOffsets(text string, chars int) []int {
	if chars == len(text) {
		return nil
	}
	offsets := make([]int, 0, chars+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

// tally is what the records of one block add to the totals.
type tally struct {
	records int64
	counts  []int64
	fields  map[string]string
}

func (t *tally) header(name, value string) {
	if t.fields == nil {
		t.fields = map[string]string{}
	}
	t.fields[name] = value
}

func (t *tally) count(i, of int) {
	if t.counts == nil {
		t.counts = make([]int64, of)
	}
	t.counts[i]++
}

// totals sums up the tallies of blocks that are read at the same time.
type totals struct {
	mu      sync.Mutex
	records int64
	counts  map[int]int64
	fields  map[string]string
}

func (t *totals) add(one tally) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.records += one.records
	if t.counts == nil {
		t.counts, t.fields = map[int]int64{}, map[string]string{}
	}
	for i, n := range one.counts {
		t.counts[i] += n
	}
	for k, v := range one.fields {
		t.fields[k] = v
	}
}

// Check compares the totals of the header with the records that were read.
func (f *fixedFile) Check() error {
	var wrong []string
	for i, t := range f.layout.Totals {
		told, ok := f.totals.fields[t.Field]
		if !ok {
			wrong = append(wrong, "there is no header with "+t.Field)
			continue
		}
		have := f.totals.counts[i]
		if t.Where == "" {
			have = f.totals.records
		}
		want, err := strconv.ParseInt(told, 10, 64)
		if err != nil {
			wrong = append(wrong, fmt.Sprintf("%s is no number", t.Field))
		} else if want != have {
			wrong = append(wrong, fmt.Sprintf("%s says %d, read %d", t.Field, want, have))
		}
	}
	if wrong == nil {
		return nil
	}
	what := "the totals of the header do not agree with the records: " + strings.Join(wrong, ", ")
	if f.settings.Totals == "warn" {
		f.notes = append(f.notes, Note{"totals_differ", f.name + ": " + what})
		return nil
	}
	return &Error{File: f.name, What: what, Remedy: "ask for the file again; totals: warn takes it as it is"}
}
