package read

import (
	"fmt"
	"io"
)

// Kind tells what a cell was, in files that have types.
type Kind uint8

// The kinds of a cell. Date and Timestamp cells hold ISO text, numbers hold
// digits with a decimal point.
const (
	Text Kind = iota
	Number
	Date
	Timestamp
	Bool
)

// Record is one record of a file. With Faults it is rejected and Cells may be
// nil; without, Cells has one value for every column.
type Record struct {
	Row    int64 // from 1, header not counted
	Line   int64 // first line in the file; 0 where the format has none
	Cells  []string
	Kinds  []Kind // nil: all cells are text
	Text   string // the record as it stands in the file; "" where the file is binary
	Faults []string
	Cut    []string // of a csv record with a wrong number of fields: what its fields are, at most one for each column
	Ragged bool     // it had a wrong number of fields and was brought to the right one
}

// Chunk decodes the records that one call of Next cut off. It may be called
// on any goroutine, once.
type Chunk func() []Record

// Note is something a person should know about a file that is read all the same.
type Note struct{ Code, Text string }

// File is an open file.
type File interface {
	Columns() []string
	Next() (Chunk, error) // io.EOF after the last chunk
	Check() error         // after every chunk was called
	Notes() []Note        // after every chunk was called
	Close() error
}

// Error refuses a whole file: what is wrong and what to do about it. It holds
// no text of the file beside column names.
type Error struct {
	File   string
	Line   int64 // 0 when no line is to blame
	What   string
	Remedy string
}

func (e *Error) Error() string {
	s := e.File
	if e.Line > 0 {
		s += fmt.Sprintf(": line %d", e.Line)
	}
	s += ": " + e.What
	if e.Remedy != "" {
		s += "; " + e.Remedy
	}
	return s
}

// Records reads a whole file on one goroutine; for small files and tests.
func Records(f File) ([]Record, error) {
	var all []Record
	for {
		chunk, err := f.Next()
		if err == io.EOF {
			return all, f.Check()
		}
		if err != nil {
			return all, err
		}
		all = append(all, chunk()...)
	}
}
