package parse

import (
	"fmt"
	"slices"

	"kartoteka/pipelines/cleanse"
	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/codebook"
	"kartoteka/pipelines/kernel/dates"
	"kartoteka/pipelines/kernel/name"
)

// Tools are the kernels, set up once; workers share them.
type Tools struct {
	*cleanse.Kernels
	Line      address.LineOptions
	Nicknames *name.Nicknames // nil: the built-in ones

	DateOrder dates.Order // how a column of dates is written
	DateKnown bool        // the column itself showed it
}

// Type says how JSON writes a column; CSV writes its text.
type Type uint8

// Types of columns. A blank number is null, a list is separated by blanks.
const (
	Text Type = iota
	Number
	List
	Bool
)

// Column is one output column.
type Column struct {
	Name string
	Type Type
}

// Reading is what one text was read as. Values and More have one text for each
// column of their names in Reader.
type Reading struct {
	Values []string
	More   []string
	Parts  []Part
	Title  string // the text in standard form, for a card
	Bad    bool   // it is not what it should be

	Full bool // asked for: parts and More cost time; without, More is blank
}

// Part is a stretch of the text: what it is, as written, and where (code points,
// end exclusive).
type Part struct {
	Label, Text string
	Start, End  int
}

// Reader reads texts of one kind.
type Reader struct {
	Kind    string
	Columns []Column // of every output
	More    []Column // of JSON and cards only
	Parts   bool     // readings have parts
	Meaning func(code string) string

	Short, Long, Example string // for the command's help

	read func(t *Tools, r *Reading, lines []string, country string)
}

// Read fills r with what lines say; country (ISO alpha-2, may be blank) holds where
// the text names none.
func (rd Reader) Read(t *Tools, r *Reading, lines []string, country string) {
	r.Values, r.More, r.Parts, r.Title, r.Bad = r.Values[:0], r.More[:0], r.Parts[:0], "", false
	rd.read(t, r, lines, country)
	if len(r.Values) != len(rd.Columns) || len(r.More) != len(rd.More) {
		panic(fmt.Sprintf("parse %s: %d and %d values for %d and %d columns", rd.Kind, len(r.Values), len(r.More), len(rd.Columns), len(rd.More)))
	}
}

// PartsColumn is the column of parts, where there is one.
func (rd Reader) PartsColumn() []Column {
	if !rd.Parts {
		return nil
	}
	return []Column{{Name: "parts"}}
}

// put adds the values of the common columns, in order.
func (r *Reading) put(values ...string) { r.Values = append(r.Values, values...) }

// tell adds the values of the columns that only JSON and cards have.
func (r *Reading) tell(values ...string) { r.More = append(r.More, values...) }

// Readers lists the readers of all kinds.
func Readers() []Reader {
	return []Reader{addressReader(), nameReader(), emailReader(), phoneReader(), dateReader()}
}

// Kinds lists the names of the readers.
func Kinds() []string {
	var names []string
	for _, r := range Readers() {
		names = append(names, r.Kind)
	}
	return names
}

// Find gives the reader of a kind.
func Find(kind string) (Reader, bool) {
	all := Readers()
	at := slices.IndexFunc(all, func(r Reader) bool { return r.Kind == kind })
	if at < 0 {
		return Reader{}, false
	}
	return all[at], true
}

// meaning says what the codes of a field mean.
func meaning(field string) func(string) string {
	return func(code string) string { return codebook.Explain(field + ":" + code) }
}

// texts makes columns of texts.
func texts(names ...string) []Column {
	columns := make([]Column, len(names))
	for i, n := range names {
		columns[i] = Column{Name: n}
		switch n {
		case "confidence":
			columns[i].Type = Number
		case "codes":
			columns[i].Type = List
		case "valid":
			columns[i].Type = Bool
		}
	}
	return columns
}
