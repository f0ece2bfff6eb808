package cleanse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// worker turns batches into rows of the output; one goroutine uses it.
type worker struct {
	*tools
	layout layout
	counts []map[string]int64 // rows by code, of each table of from:
	codes  []string           // of the row at work
	key    []byte             // of the text at work, for the caches
	set    *setting           // of the table of the row at work
	table  int                // its position in from:, from 0

	names []cache[named] // by setting
	homes []cache[home]
	moved []cache[home] // of new addresses

	// of the batch at work
	in    map[string]*array.String
	place []array.Builder // builders of the groups' columns, in order
	at    int             // the next of them
}

func newWorker(t *tools, l layout) *worker {
	w := &worker{tools: t, layout: l, names: make([]cache[named], len(t.settings)+1)}
	w.homes, w.moved = make([]cache[home], len(w.names)), make([]cache[home], len(w.names))
	for range t.settings {
		w.counts = append(w.counts, map[string]int64{})
	}
	return w
}

// batch appends one output row per input row.
func (w *worker) batch(in arrow.RecordBatch, out *array.RecordBuilder) error {
	if err := w.open(in, out); err != nil {
		return err
	}
	fields := out.Fields()
	order, ok := in.Column(int(in.NumCols()) - 1).(*array.Int32)
	if !ok {
		return fmt.Errorf("column source_order: expected whole numbers, found %s", in.Column(int(in.NumCols())-1).DataType())
	}
	tail := w.tail()
	for i, c := range w.layout.passed {
		to := i
		if c.Name == "raw" {
			to = len(fields) - 1
		}
		if err := copyColumn(fields[to], in.Column(i)); err != nil {
			return fmt.Errorf("column %s: %w", c.Name, err)
		}
	}
	if err := copyColumn(fields[tail+1], order); err != nil {
		return fmt.Errorf("column source_order: %w", err)
	}
	codes := fields[tail].(*array.StringBuilder)
	for row := range int(in.NumRows()) {
		w.codes, w.at = w.codes[:0], 0
		w.table = int(order.Value(row)) - 1
		w.set = w.settings[w.table]
		w.row(row)
		appendText(codes, w.joined())
	}
	return nil
}

// tail is the position of cleanse_codes, which source_order follows.
func (w *worker) tail() int {
	n := len(w.layout.out) - 2
	if w.layout.out[len(w.layout.out)-1].Name == "raw" {
		n--
	}
	return n
}

// open finds the text columns of the batch and the builders to fill.
func (w *worker) open(in arrow.RecordBatch, out *array.RecordBuilder) error {
	w.in = make(map[string]*array.String, len(w.layout.read))
	first := len(w.layout.passed)
	for i, name := range w.layout.read {
		column, ok := in.Column(first + i).(*array.String)
		if !ok {
			return fmt.Errorf("column %s: expected text, found %s", name, in.Column(first+i).DataType())
		}
		w.in[name] = column
	}
	from := first
	if w.layout.out[len(w.layout.out)-1].Name == "raw" {
		from--
	}
	w.place = out.Fields()[from:w.tail()]
	return nil
}

// text is the value of a column in a row, "" when absent.
func (w *worker) text(column string, row int) string {
	c := w.in[column]
	if c == nil || c.IsNull(row) {
		return ""
	}
	return c.Value(row)
}

// put appends a text to the next column; "" is NULL.
func (w *worker) put(values ...string) {
	for _, v := range values {
		appendText(w.place[w.at].(*array.StringBuilder), v)
		w.at++
	}
}

func appendText(to *array.StringBuilder, v string) {
	if v == "" {
		to.AppendNull()
	} else {
		to.Append(v)
	}
}

// joined gives the codes of the row, sorted and once each, and counts them.
func (w *worker) joined() string {
	counts := w.counts[w.table]
	switch len(w.codes) {
	case 0:
		return ""
	case 1:
		counts[w.codes[0]]++
		return w.codes[0]
	}
	slices.Sort(w.codes)
	w.codes = slices.Compact(w.codes)
	for _, c := range w.codes {
		counts[c]++
	}
	return strings.Join(w.codes, " ")
}
