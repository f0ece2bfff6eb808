package linkage

import "strings"

// Column is one field of all rows: Codes[row] is an index into Values, and code
// 0 with the empty text stands for an absent value. A nil Codes is a column that
// is absent everywhere.
type Column struct {
	Values []string
	Codes  []uint32
}

// Present tells whether the column holds any row.
func (c *Column) Present() bool { return len(c.Codes) > 0 }

// At returns the code of a row, 0 when absent.
func (c *Column) At(row uint32) uint32 {
	if len(c.Codes) == 0 {
		return 0
	}
	return c.Codes[row]
}

// Text returns the value of a row, empty when absent.
func (c *Column) Text(row uint32) string {
	if len(c.Codes) == 0 {
		return ""
	}
	return c.Values[c.Codes[row]]
}

// counts returns how many rows hold each code, and how many hold any value.
func (c *Column) counts() (perCode []uint32, present int) {
	perCode = make([]uint32, max(len(c.Values), 1))
	for _, code := range c.Codes {
		perCode[code]++
	}
	return perCode, len(c.Codes) - int(perCode[0])
}

// An Encoder builds a Column value by value.
type Encoder struct {
	column Column
	codes  map[string]uint32
	last   uint32 // code of the last value: many columns repeat it
}

// NewEncoder returns an encoder for about the given number of rows.
func NewEncoder(rows int) *Encoder {
	return &Encoder{
		column: Column{Values: []string{""}, Codes: make([]uint32, 0, rows)},
		codes:  map[string]uint32{"": 0},
	}
}

// Add appends the value of the next row; empty means absent.
func (e *Encoder) Add(value string) {
	if value == e.column.Values[e.last] {
		e.column.Codes = append(e.column.Codes, e.last)
		return
	}
	code, ok := e.codes[value]
	if !ok {
		code = uint32(len(e.column.Values))
		value = strings.Clone(value) // the caller may reuse its memory
		e.codes[value] = code
		e.column.Values = append(e.column.Values, value)
	}
	e.last = code
	e.column.Codes = append(e.column.Codes, code)
}

// AddAbsent appends n rows without a value.
func (e *Encoder) AddAbsent(n int) {
	e.column.Codes = append(e.column.Codes, make([]uint32, n)...)
}

// Column returns what was added.
func (e *Encoder) Column() Column { return e.column }

// Mapped codes a column anew by a function of its values, so that values with
// the same result share a code: surnames by their key, for example.
func (c *Column) Mapped(f func(string) string) Column {
	if !c.Present() {
		return Column{}
	}
	e := NewEncoder(0)
	translate := make([]uint32, len(c.Values))
	for i, v := range c.Values {
		if i == 0 {
			continue
		}
		key := f(v)
		code, ok := e.codes[key]
		if !ok {
			code = uint32(len(e.column.Values))
			e.codes[key] = code
			e.column.Values = append(e.column.Values, key)
		}
		translate[i] = code
	}
	codes := make([]uint32, len(c.Codes))
	for row, code := range c.Codes {
		codes[row] = translate[code]
	}
	return Column{Values: e.column.Values, Codes: codes}
}
