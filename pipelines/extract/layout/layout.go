package layout

import (
	"embed"
	"fmt"
	"path"
	"sort"
	"strconv"
	"strings"

	"kartoteka/config"
)

//go:embed builtin/*.yaml
var builtin embed.FS

// Span is a stretch of characters, from First to Last, counted from 1.
type Span struct{ First, Last int }

func (s Span) String() string {
	if s.First == s.Last {
		return strconv.Itoa(s.First)
	}
	return fmt.Sprintf("%d-%d", s.First, s.Last)
}

// Field is a named stretch of a record.
type Field struct {
	Name string
	At   Span
}

// Type is one kind of record in a file.
type Type struct {
	Name   string
	When   *When // nil: every record
	Header bool  // not a data row
	Fields []Field
}

// When recognises a record type by the text at a place.
type When struct {
	At Span
	Is string
}

// Total is a header field that must equal a number of data records.
type Total struct {
	Field string
	Where string // a field of the data records; "": all of them count
	In    []string
	NotIn []string
}

// Layout is a fixed-width file format.
type Layout struct {
	Name   string
	Length int
	Types  []Type
	Totals []Total
}

// Builtin reads a layout that is shipped with the tool.
func Builtin(name string) (*Layout, bool) {
	text, err := builtin.ReadFile("builtin/" + name + ".yaml")
	if err != nil {
		return nil, false
	}
	var p config.Problems
	l := Parse("builtin/"+name+".yaml", text, &p)
	if len(p) > 0 {
		panic("layout: " + p.Error())
	}
	return l, true
}

// Names lists the shipped layouts.
func Names() []string {
	entries, err := builtin.ReadDir("builtin")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(path.Base(e.Name()), ".yaml"))
	}
	sort.Strings(names)
	return names
}

// Of makes the layout of a file whose fields stand in a pipeline. The length
// may be 0: then it is the last position named.
func Of(fields []Field, length int) *Layout {
	for _, f := range fields {
		if f.At.Last > length {
			length = f.At.Last
		}
	}
	return &Layout{Length: length, Types: []Type{{Fields: fields}}}
}

// Columns are the fields of all data records, then those of the headers whose
// names no data record has, each once, in the order of their first mention.
func (l *Layout) Columns() []string {
	var names []string
	seen := map[string]bool{}
	for _, header := range []bool{false, true} {
		for _, t := range l.Types {
			for _, f := range t.Fields {
				if t.Header == header && !seen[f.Name] {
					seen[f.Name] = true
					names = append(names, f.Name)
				}
			}
		}
	}
	return names
}

// holdsData tells whether any record type is a data row.
func (l *Layout) holdsData() bool {
	for _, t := range l.Types {
		if !t.Header && len(t.Fields) > 0 {
			return true
		}
	}
	return false
}

// ParseSpan reads "9-33" or "7".
func ParseSpan(text string) (Span, error) {
	first, last, ranged := strings.Cut(strings.TrimSpace(text), "-")
	if !ranged {
		last = first
	}
	a, errA := strconv.Atoi(strings.TrimSpace(first))
	b, errB := strconv.Atoi(strings.TrimSpace(last))
	switch {
	case errA != nil || errB != nil:
		return Span{}, fmt.Errorf("%q is not a position", text)
	case a < 1:
		return Span{}, fmt.Errorf("%q: positions count from 1", text)
	case b < a:
		return Span{}, fmt.Errorf("%q ends before it begins", text)
	}
	return Span{a, b}, nil
}
