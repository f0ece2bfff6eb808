package suppress

import (
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name"
)

// Levels of agreement of two names at one address.
const (
	different int32 = iota
	renamed         // a woman's given name agrees, her surname does not: it may be another since a marriage
	initials        // surnames agree, one given name is an initial of the other
	equal           // surnames and given names agree, or company names
)

func levelSchema() *arrow.Schema {
	return arrow.NewSchema([]arrow.Field{
		{Name: "number", Type: arrow.PrimitiveTypes.Int64}, {Name: "entry", Type: arrow.PrimitiveTypes.Int64},
		{Name: "contact_id", Type: arrow.BinaryTypes.String}, {Name: "level", Type: arrow.PrimitiveTypes.Int32},
	}, nil)
}

// comparer compares names by the built-in short forms of given names and the project's.
type comparer struct{ short *name.Nicknames }

// compare gives the level of every candidate (see sql/candidates.sql for the columns).
func (c comparer) compare(_ int, in arrow.RecordBatch, out *array.RecordBuilder) error {
	texts := make([]*array.String, in.NumCols())
	for i := 2; i < int(in.NumCols()); i++ {
		var ok bool
		if texts[i], ok = in.Column(i).(*array.String); !ok {
			return fmt.Errorf("the column %s is a %s", in.ColumnName(i), in.Column(i).DataType())
		}
	}
	at := func(column, row int) string {
		if texts[column].IsNull(row) {
			return ""
		}
		return texts[column].Value(row)
	}
	numbers, ok := in.Column(0).(*array.Int64)
	entries, ok2 := in.Column(1).(*array.Int64)
	if !ok || !ok2 {
		return fmt.Errorf("the numbers of an entry are a %s and a %s", in.Column(0).DataType(), in.Column(1).DataType())
	}
	for i := range int(in.NumRows()) {
		listed := named{at(3, i), at(4, i), at(5, i), at(6, i), at(7, i)}
		known := named{at(8, i), at(9, i), at(10, i), at(11, i), at(12, i)}
		level := c.agree(listed, known)
		if level == different && at(13, i) == "f" && listed.family != "" && renamedSince(listed, known) {
			level = renamed
		}
		out.Field(0).(*array.Int64Builder).Append(numbers.Value(i))
		out.Field(1).(*array.Int64Builder).Append(entries.Value(i))
		out.Field(2).(*array.StringBuilder).Append(at(2, i))
		out.Field(3).(*array.Int32Builder).Append(level)
	}
	return nil
}

// named is the name of a row: a person or a couple, or a company.
type named struct{ given, family, given2, family2, company string }

func (n named) people() [][2]string {
	var out [][2]string
	for _, p := range [][2]string{{n.given, n.family}, {n.given2, n.family2}} {
		if p[0] != "" && p[1] != "" {
			out = append(out, p)
		}
	}
	return out
}

// agree is the best level of any two people of the two names.
func (c comparer) agree(n, other named) int32 {
	best := different
	for _, a := range n.people() {
		for _, b := range other.people() {
			best = max(best, c.people(a, b), c.people(a, [2]string{b[1], b[0]}))
		}
	}
	if n.company != "" && fold.Key(n.company) == fold.Key(other.company) {
		best = equal
	}
	return best
}

func (c comparer) people(a, b [2]string) int32 {
	if name.SurnameKey(a[1]) != name.SurnameKey(b[1]) || !c.short.Compatible(a[0], b[0]) {
		return different
	}
	x, y := name.GivenKey(a[0]), name.GivenKey(b[0])
	if x != y && (len(x) == 1 || len(y) == 1) {
		return initials
	}
	return equal
}

// renamedSince says that the given names agree and the surnames do not; the order of a listed name is not sure.
func renamedSince(listed, known named) bool {
	key := name.GivenKey(known.given)
	return len(key) > 1 && known.family != "" && (name.GivenKey(listed.given) == key || name.GivenKey(listed.family) == key)
}
