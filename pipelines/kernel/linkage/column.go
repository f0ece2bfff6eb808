package linkage

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

// Mapped codes a column anew by a function of its values, so that values with
// the same result share a code: surnames by their key, for example.
func (c *Column) Mapped(f func(string) string) Column {
	if !c.Present() {
		return Column{}
	}
	e := NewEncoder(0)
	translate := make([]uint32, len(c.Values))
	for i, v := range c.Values {
		if i > 0 {
			translate[i] = e.code(f(v), false)
		}
	}
	codes := make([]uint32, len(c.Codes))
	for row, code := range c.Codes {
		codes[row] = translate[code]
	}
	return Column{Values: e.column.Values, Codes: codes}
}

// Ordered returns the column with its rows in another order, order[i] being the
// row that comes to place i, and its values in the order of their first rows.
func (c *Column) Ordered(order []uint32) Column {
	if !c.Present() {
		return Column{}
	}
	out := Column{Values: make([]string, 1, len(c.Values)), Codes: make([]uint32, len(order))}
	translate := make([]uint32, len(c.Values))
	for i, row := range order {
		code := c.Codes[row]
		if code != 0 && translate[code] == 0 {
			translate[code] = uint32(len(out.Values))
			out.Values = append(out.Values, c.Values[code])
		}
		out.Codes[i] = translate[code]
	}
	return out
}
