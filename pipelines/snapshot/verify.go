package snapshot

import (
	"context"
	"fmt"
	"math"
	"math/big"
	"strings"
)

// measure is what both engines say of one column: how many values, and a sum that a lost, doubled or changed value
// moves. Integers, decimals (unscaled), dates (days), timestamps (microseconds), booleans (trues) and text (bytes) sum
// exactly; doubles sum the finite values, within the rounding of another order of addition.
type measure struct {
	values int64
	sum    *big.Int
	float  float64
	size   float64 // sum of absolute values, the scale of the rounding
}

type measures struct {
	rows    int64
	columns []measure
}

// sumSQL is the exact sum of a column that is not a double.
func sumSQL(c Column) string {
	name := ident(c.Name)
	switch {
	case c.Type == "BOOLEAN":
		return "SUM(CAST(" + name + " AS INTEGER))"
	case c.Type == "DATE":
		return "SUM(CAST(" + name + " - DATE '1970-01-01' AS BIGINT))"
	case c.Type == "TIMESTAMP":
		return "SUM(CAST(epoch_us(" + name + ") AS HUGEINT))"
	case c.Type == "VARCHAR":
		return "SUM(strlen(" + name + "))"
	}
	return "SUM(" + name + ")"
}

// count asks DuckDB for the measures of a query's rows, in one scan.
func count(ctx context.Context, db Engine, query string, columns []Column) (measures, error) {
	var b strings.Builder
	b.WriteString("SELECT CAST(COUNT(*) AS VARCHAR)")
	for _, c := range columns {
		name := ident(c.Name)
		fmt.Fprintf(&b, ", CAST(COUNT(%s) AS VARCHAR)", name)
		if c.Type == "DOUBLE" {
			fmt.Fprintf(&b, ", CAST(fsum(CASE WHEN isfinite(%s) THEN %s END) AS VARCHAR), CAST(fsum(CASE WHEN isfinite(%s) THEN ABS(%s) END) AS VARCHAR)", name, name, name, name)
		} else {
			fmt.Fprintf(&b, ", CAST(%s AS VARCHAR), '0'", sumSQL(c))
		}
	}
	cells := make([]*string, 1+3*len(columns))
	dest := make([]any, len(cells))
	for i := range cells {
		dest[i] = &cells[i]
	}
	err := db.Rows(ctx, b.String()+" FROM ("+query+")", func(scan func(...any) error) error { return scan(dest...) })
	if err != nil {
		return measures{}, err
	}
	out := measures{rows: integer(cells[0]).Int64()}
	for i, c := range columns {
		m := measure{values: integer(cells[1+3*i]).Int64(), sum: new(big.Int)}
		if c.Type == "DOUBLE" {
			m.float, m.size = float(cells[2+3*i]), float(cells[3+3*i])
		} else {
			m.sum = integer(cells[2+3*i])
		}
		out.columns = append(out.columns, m)
	}
	return out, nil
}

// integer reads a sum; a decimal loses its point, which gives the unscaled value.
func integer(s *string) *big.Int {
	n := new(big.Int)
	if s != nil {
		n.SetString(strings.Replace(*s, ".", "", 1), 10)
	}
	return n
}

func float(s *string) float64 {
	var f float64
	if s != nil {
		fmt.Sscan(*s, &f)
	}
	return f
}

// compare says how a file differs from what DuckDB counted before writing it.
func compare(want, got measures, columns []Column) error {
	if want.rows != got.rows {
		return fmt.Errorf("%d rows were written, %d are read back", want.rows, got.rows)
	}
	for i, c := range columns {
		w, g := want.columns[i], got.columns[i]
		switch {
		case w.values != g.values:
			return fmt.Errorf("column %s: %d values were written, %d are read back", c.Name, w.values, g.values)
		case c.Type == "DOUBLE" && math.Abs(w.float-g.float) > 1e-9*(w.size+1e-300):
			return fmt.Errorf("column %s: the sum read back is another than the one written", c.Name)
		case c.Type != "DOUBLE" && w.sum.Cmp(g.sum) != 0:
			return fmt.Errorf("column %s: the sum read back is another than the one written", c.Name)
		}
	}
	return nil
}
