package resolve

import (
	"fmt"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/similar"
)

// Levels of agreement between two names.
const (
	contradict int32 = -1
	silent     int32 = 0 // nothing to compare, or only the given name agrees
	compatible int32 = 1
	full       int32 = 2
)

// person is one name in comparable form.
type person struct{ given, family string }

// compareNames gives the level for every pair of the pairs table (see sql/pairs.sql for the columns).
func compareNames(_ int, in arrow.RecordBatch, out *array.RecordBuilder) error {
	rows, ok := in.Column(0).(*array.Int64)
	if !ok {
		return fmt.Errorf("the row number is a %s", in.Column(0).DataType())
	}
	text := make([]*array.String, in.NumCols())
	for c := 1; c < int(in.NumCols()); c++ {
		if text[c], ok = in.Column(c).(*array.String); !ok {
			return fmt.Errorf("the column %s is a %s", in.ColumnName(c), in.Column(c).DataType())
		}
	}
	at := func(c, i int) string {
		if text[c].IsNull(i) {
			return ""
		}
		return text[c].Value(i)
	}
	for i := range int(in.NumRows()) {
		row := named{at(2, i), at(3, i), at(4, i), at(5, i), at(6, i)}
		source := named{at(7, i), at(8, i), at(9, i), at(10, i), at(11, i)}
		out.Field(0).(*array.Int64Builder).Append(rows.Value(i))
		out.Field(1).(*array.StringBuilder).Append(at(1, i))
		out.Field(2).(*array.Int32Builder).Append(agree(row, source))
	}
	return nil
}

// named is the name columns of a row: a person or a couple, a company.
type named struct{ given, family, given2, family2, company string }

func (n named) people() []person {
	var all []person
	for _, p := range [][2]string{{n.given, n.family}, {n.given2, n.family2}} {
		if p[0] != "" || p[1] != "" {
			all = append(all, person{givenKey(p[0]), surnameKey(p[1])})
		}
	}
	return all
}

// agree compares two names, each perhaps a couple or a company; the best agreement counts.
func agree(a, b named) int32 {
	best := int32(-2)
	for _, p := range a.people() {
		for _, q := range b.people() {
			best = max(best, p.agree(q))
		}
	}
	if a.company != "" && b.company != "" {
		level := contradict
		if fold.Key(a.company) == fold.Key(b.company) {
			level = full
		}
		best = max(best, level)
	}
	if best == -2 {
		return silent
	}
	return best
}

// agree compares two people, in the order given and with the second one's order exchanged.
func (p person) agree(q person) int32 {
	straight := both(givens(p.given, q.given), families(p.family, q.family))
	exchanged := person{givenKey(q.family), surnameKey(q.given)}
	return max(straight, both(givens(p.given, exchanged.given), families(p.family, exchanged.family)))
}

// both joins the agreement of given names and surnames. A surname that differs beside an equal given name may be one
// of before or after a marriage: it neither supports nor contradicts.
func both(given, family int32) int32 {
	switch {
	case given == contradict:
		return contradict
	case family == contradict && given == full:
		return silent
	case family == contradict:
		return contradict
	case family == silent:
		return silent
	case given == silent:
		return compatible
	}
	return min(given, family)
}

// families compares surname keys: equal, or one wrong letter from five letters on, or a part of a double name.
func families(a, b string) int32 {
	switch {
	case a == "" || b == "":
		return silent
	case a == b:
		return full
	case len(a) >= 5 && len(b) >= 5 && similar.Distance(a, b, 1) <= 1:
		return compatible
	}
	return contradict
}
