package assess

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/fold"
)

// mostValues is how many different values of a column are told apart; of a
// column with more their number is not known.
const mostValues = 10_000

// tally counts one column as a source delivered it.
type tally struct {
	filled, placeholder, sensitive int64
	values                         map[string]judgement
	many                           bool
	row                            int64 // the row counted last, so that a list counts once
}

type judgement struct{ placeholder, sensitive bool }

// tallies are the columns of one source.
type tallies struct {
	rows    int64
	columns map[string]*tally
}

// reader judges raw records.
type reader struct {
	words     empty.Words
	sensitive []string
	sources   map[string]*tallies
	rows      int64
}

func newReader(emptyWords, sensitive []string) *reader {
	r := &reader{words: empty.New(emptyWords...), sources: map[string]*tallies{}}
	for _, w := range sensitive {
		r.sensitive = append(r.sensitive, " "+fold.ASCII(strings.ToLower(w)))
	}
	return r
}

// read counts every record of a table.
func (r *reader) read(ctx context.Context, db *duck.DB, t relation) error {
	query := "SELECT " + sourceOf(t) + " AS source, raw FROM " + duck.Ident(t.name) + " WHERE raw IS NOT NULL"
	err := db.Read(ctx, query, func(b arrow.RecordBatch) error {
		source, ok := b.Column(0).(*array.String)
		raw, ok2 := b.Column(1).(*array.String)
		if !ok || !ok2 {
			return fmt.Errorf("the columns source and raw of %s are not text", t.name)
		}
		for i := range int(b.NumRows()) {
			r.record(source.Value(i), raw.Value(i))
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("read the records of %s: %w", t.name, err)
	}
	return nil
}

func (r *reader) record(source, raw string) {
	s := r.sources[source]
	if s == nil {
		s = &tallies{columns: map[string]*tally{}}
		r.sources[strings.Clone(source)] = s
	}
	s.rows++
	r.rows++
	walk(raw, func(name, value string) {
		c := s.columns[name]
		if c == nil {
			c = &tally{values: map[string]judgement{}}
			s.columns[strings.Clone(name)] = c
		}
		if value = strings.TrimSpace(value); value != "" && c.row != r.rows {
			c.row = r.rows
			r.count(c, value)
		}
	})
}

func (r *reader) count(c *tally, value string) {
	j, seen := c.values[value]
	if !seen {
		j = judgement{r.placeholder(value), r.hints(value)}
		if len(c.values) < mostValues {
			c.values[strings.Clone(value)] = j
		} else {
			c.many = true
		}
	}
	c.filled++
	if j.placeholder {
		c.placeholder++
	}
	if j.sensitive {
		c.sensitive++
	}
}

// placeholder judges a value by what it looks like: nobody told which field
// the column is read into.
func (r *reader) placeholder(value string) bool {
	if r.words.Is(empty.Text, value) || r.words.Is(empty.Date, value) {
		return true
	}
	digits := 0
	for _, c := range value {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	switch {
	case strings.ContainsRune(value, '@'):
		return r.words.Is(empty.Email, value)
	case digits >= 7:
		return r.words.Is(empty.Phone, value)
	case digits == 5 && len(value) <= 6:
		return r.words.Is(empty.Postcode, value)
	}
	return false
}

// hints reports that a text of several words begins one with a word that
// hints at a special category.
func (r *reader) hints(value string) bool {
	if !strings.ContainsRune(value, ' ') {
		return false
	}
	folded := " " + strings.ToLower(fold.ASCII(value))
	for _, w := range r.sensitive {
		if strings.Contains(folded, w) {
			return true
		}
	}
	return false
}

// inventory are the columns of every source, in order.
func (r *reader) inventory() []line {
	var out []line
	for source, s := range r.sources {
		for name, c := range s.columns {
			l := line{source: source, field: name, kind: kindColumn, cut: "all", value: "all", rows: s.rows,
				filled: c.filled, placeholder: c.placeholder, usable: c.filled - c.placeholder, sensitive: c.sensitive, valid: unknown, distinct: int64(len(c.values))}
			if c.many {
				l.distinct = unknown
			}
			out = append(out, l)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].before(out[j]) })
	return out
}
