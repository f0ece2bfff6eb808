package review

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
)

// The words of a decision.
const (
	Same      = "same"
	Different = "different"
	Unsure    = "unsure"
)

// Words lists them.
func Words() []string { return []string{Same, Different, Unsure} }

// Row names a source row for ever.
type Row struct{ Source, Key string }

// String is source:key, as the command line takes it.
func (r Row) String() string { return r.Source + ":" + r.Key }

func (r Row) compare(o Row) int {
	return cmp.Or(strings.Compare(r.Source, o.Source), strings.Compare(r.Key, o.Key))
}

// Decision is what somebody said about a pair; A stands before B.
type Decision struct {
	A, B                     Row
	Decision, Who, Note, Day string
}

// Ordered puts the rows of a pair into order.
func (d Decision) Ordered() Decision {
	if d.B.compare(d.A) < 0 {
		d.A, d.B = d.B, d.A
	}
	return d
}

func header() []string {
	return []string{"source_a", "key_a", "source_b", "key_b", "decision", "who", "note", "decided_on"}
}

// Parse reads a file of decisions. Mistakes are told by line, never with what
// stands there.
func Parse(name string, text []byte) ([]Decision, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))))
	r.FieldsPerRecord = -1
	var out []Decision
	for first := true; ; first = false {
		record, err := r.Read()
		if err == io.EOF {
			return out, nil
		}
		line, _ := r.FieldPos(0)
		switch {
		case err != nil:
			return nil, fmt.Errorf("%s: line %d: the quotes do not fit; write the file with `kartoteka review import`", name, line)
		case first && !slices.Equal(record, header()):
			return nil, fmt.Errorf("%s: line 1: expected the columns %s", name, strings.Join(header(), ","))
		case first:
			continue
		case len(record) != len(header()):
			return nil, fmt.Errorf("%s: line %d: %d fields instead of %d", name, line, len(record), len(header()))
		}
		d := Decision{Row{record[0], record[1]}, Row{record[2], record[3]}, record[4], record[5], record[6], record[7]}
		if !slices.Contains(Words(), d.Decision) {
			return nil, fmt.Errorf("%s: line %d: the decision is not one of %s", name, line, strings.Join(Words(), ", "))
		}
		if d.A.Key == "" || d.B.Key == "" || d.A == d.B {
			return nil, fmt.Errorf("%s: line %d: a decision is about two rows with keys", name, line)
		}
		out = append(out, d.Ordered())
	}
}

// Bytes writes decisions, in order.
func Bytes(list []Decision) []byte {
	sorted := slices.Clone(list)
	slices.SortFunc(sorted, func(x, y Decision) int { return cmp.Or(x.A.compare(y.A), x.B.compare(y.B)) })
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	rows := [][]string{header()}
	for _, d := range sorted {
		rows = append(rows, []string{d.A.Source, d.A.Key, d.B.Source, d.B.Key, d.Decision, d.Who, d.Note, d.Day})
	}
	if err := w.WriteAll(rows); err != nil { // memory takes every byte
		panic(err)
	}
	return b.Bytes()
}

// Merge adds decisions; of a pair decided twice the new decision stands. added
// and changed count what is new.
func Merge(old, more []Decision) (all []Decision, added, changed int) {
	at := map[[2]Row]int{}
	for _, d := range old {
		at[[2]Row{d.A, d.B}] = len(all)
		all = append(all, d)
	}
	for _, d := range more {
		d = d.Ordered()
		pair := [2]Row{d.A, d.B}
		i, known := at[pair]
		switch {
		case !known:
			at[pair] = len(all)
			all = append(all, d)
			added++
		case all[i].Decision != d.Decision || all[i].Note != d.Note || all[i].Who != d.Who:
			all[i] = d
			changed++
		}
	}
	return all, added, changed
}
