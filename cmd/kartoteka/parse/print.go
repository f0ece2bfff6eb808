package parse

import (
	"strconv"
	"strings"

	"kartoteka/pipelines/extract/read"
)

// Printer writes records with their readings. Append may be called on several
// goroutines at once.
type Printer interface {
	Head() []byte
	Append(dst []byte, record *read.Record, r *Reading) []byte
}

// Names gives the names under which input columns are printed beside the columns of
// a reader, and those that had to be changed.
func Names(input []string, own ...[]Column) (names, changed []string) {
	taken := map[string]bool{}
	for _, columns := range own {
		for _, c := range columns {
			taken[c.Name] = true
		}
	}
	clash := make([]bool, len(input))
	for i, n := range input {
		clash[i] = taken[n]
		if !clash[i] {
			taken[n] = true
		}
	}
	names = make([]string, len(input))
	for i, n := range input {
		names[i] = n
		if !clash[i] {
			continue
		}
		changed = append(changed, n)
		for n = "input_" + n; taken[n]; n = "input_" + n {
		}
		names[i], taken[n] = n, true
	}
	return names, changed
}

// CSV prints the input columns and those of a reader, separated by commas.
type CSV struct {
	Input  []string
	Reader Reader
}

// Head is the line of column names.
func (p *CSV) Head() []byte {
	var b []byte
	for _, n := range p.Input {
		b = append(appendCSV(b, n), ',')
	}
	for _, c := range p.Reader.Columns {
		b = append(appendCSV(b, c.Name), ',')
	}
	b[len(b)-1] = '\n'
	return b
}

// Append writes one row.
func (p *CSV) Append(b []byte, record *read.Record, r *Reading) []byte {
	for _, v := range record.Cells {
		b = append(appendCSV(b, v), ',')
	}
	for _, v := range r.Values {
		b = append(appendCSV(b, v), ',')
	}
	b[len(b)-1] = '\n'
	return b
}

// appendCSV quotes a field where RFC 4180 asks for it, and where blanks stand at its
// ends.
func appendCSV(b []byte, s string) []byte {
	if s == "" {
		return b
	}
	if s[0] != ' ' && s[len(s)-1] != ' ' && !strings.ContainsAny(s, ",\"\r\n") {
		return append(b, s...)
	}
	b = append(b, '"')
	for {
		at := strings.IndexByte(s, '"')
		if at < 0 {
			break
		}
		b = append(append(b, s[:at+1]...), '"')
		s = s[at+1:]
	}
	return append(append(b, s...), '"')
}

// JSON prints one object a line: the input columns, those of a reader, the further
// ones, and the parts.
type JSON struct {
	Reader Reader

	input, own, more [][]byte // encoded names
}

// NewJSON prepares the names.
func NewJSON(input []string, rd Reader) *JSON {
	return &JSON{Reader: rd, input: read.RawNames(input), own: rawNames(rd.Columns), more: rawNames(rd.More)}
}

func rawNames(columns []Column) [][]byte {
	names := make([][]byte, len(columns))
	for i, c := range columns {
		names[i] = read.AppendJSON(nil, c.Name)
	}
	return names
}

// Head is nothing.
func (p *JSON) Head() []byte { return nil }

// Append writes one object.
func (p *JSON) Append(b []byte, record *read.Record, r *Reading) []byte {
	b = append(b, '{')
	for i, v := range record.Cells {
		b = append(append(b, p.input[i]...), ':')
		b = append(read.AppendJSON(b, v), ',')
	}
	b = appendValues(b, p.own, p.Reader.Columns, r.Values)
	b = appendValues(b, p.more, p.Reader.More, r.More)
	if p.Reader.Parts {
		b = append(b, `"parts":[`...)
		for i, part := range r.Parts {
			if i > 0 {
				b = append(b, ',')
			}
			b = appendPart(b, part)
		}
		b = append(b, ']', ',')
	}
	b[len(b)-1] = '}'
	return append(b, '\n')
}

func appendValues(b []byte, names [][]byte, columns []Column, values []string) []byte {
	for i, v := range values {
		b = append(append(b, names[i]...), ':')
		switch columns[i].Type {
		case Number, Bool:
			if v == "" {
				v = "null"
			}
			b = append(b, v...)
		case List:
			b = append(b, '[')
			for j, word := range strings.Fields(v) {
				if j > 0 {
					b = append(b, ',')
				}
				b = read.AppendJSON(b, word)
			}
			b = append(b, ']')
		default:
			b = read.AppendJSON(b, v)
		}
		b = append(b, ',')
	}
	return b
}

func appendPart(b []byte, p Part) []byte {
	b = read.AppendJSON(append(b, `{"label":`...), p.Label)
	b = read.AppendJSON(append(b, `,"text":`...), p.Text)
	b = strconv.AppendInt(append(b, `,"start":`...), int64(p.Start), 10)
	b = strconv.AppendInt(append(b, `,"end":`...), int64(p.End), 10)
	return append(b, '}')
}
