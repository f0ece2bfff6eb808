package linkage

import (
	"hash/maphash"
	"slices"
	"strings"
)

// An Encoder builds a Column value by value. Its table holds codes, not texts: a
// million different values take some tens of megabytes beside their letters.
type Encoder struct {
	column Column
	last   uint32 // code of the last value: many columns repeat it
	seed   maphash.Seed
	hashes []uint32 // by code
	table  []uint32 // open addressing, a power of two; 0 is a free place
	text   strings.Builder
}

// textBlock is how many letters of values are allocated at once.
const textBlock = 1 << 16

// NewEncoder returns an encoder for about the given number of rows.
func NewEncoder(rows int) *Encoder {
	return &Encoder{
		column: Column{Values: []string{""}, Codes: make([]uint32, 0, rows)},
		seed:   maphash.MakeSeed(), hashes: make([]uint32, 1), table: make([]uint32, 16),
	}
}

// Add appends the value of the next row; empty means absent.
func (e *Encoder) Add(value string) {
	if value != e.column.Values[e.last] {
		e.last = e.code(value, true)
	}
	e.column.Codes = append(e.column.Codes, e.last)
}

// AddAbsent appends n rows without a value.
func (e *Encoder) AddAbsent(n int) {
	e.column.Codes = slices.Grow(e.column.Codes, n)
	for range n {
		e.column.Codes = append(e.column.Codes, 0)
	}
}

// Column returns what was added.
func (e *Encoder) Column() Column { return e.column }

// code finds or gives the code of a value; a new one is copied when the caller may
// reuse its memory.
func (e *Encoder) code(value string, reused bool) uint32 {
	if value == "" {
		return 0
	}
	hash := uint32(maphash.String(e.seed, value))
	mask := uint32(len(e.table) - 1)
	at := hash & mask
	for ; e.table[at] != 0; at = (at + 1) & mask {
		if code := e.table[at]; e.hashes[code] == hash && e.column.Values[code] == value {
			return code
		}
	}
	if reused {
		value = e.copied(value)
	}
	code := uint32(len(e.column.Values))
	e.column.Values, e.hashes = append(e.column.Values, value), append(e.hashes, hash)
	e.table[at] = code
	if 4*len(e.hashes) > 3*len(e.table) {
		e.grow()
	}
	return code
}

// copied is a copy of a value in a block that many values share. A block is never
// written beyond its room, so it stays where it is.
func (e *Encoder) copied(value string) string {
	if len(value) > e.text.Cap()-e.text.Len() {
		e.text = strings.Builder{}
		e.text.Grow(max(min(textBlock, 16*len(e.column.Values)), len(value)))
	}
	from := e.text.Len()
	e.text.WriteString(value)
	return e.text.String()[from:]
}

func (e *Encoder) grow() {
	e.table = make([]uint32, 2*len(e.table))
	mask := uint32(len(e.table) - 1)
	for code, hash := range e.hashes {
		if code == 0 {
			continue
		}
		at := hash & mask
		for e.table[at] != 0 {
			at = (at + 1) & mask
		}
		e.table[at] = uint32(code)
	}
}
