package dedupe

import (
	"cmp"
	"math"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"kartoteka/pipelines/kernel/linkage"
)

// A tie is broken by the next of these columns that the table has; absent values
// come last. Rows that agree in all of them keep the order of the table.
func canonicalOrder() []string {
	return []string{"source", "source_key", "given_name", "family_name", "company", "birth_date", "email", "phone", "address_key", "postcode", "city", "street", "observed", "source_file", "source_row"}
}

// canonical brings the rows into an order that does not depend on that of the
// table. Sorting codes takes a tenth of what sorting the wide rows takes.
func (o *rows) canonical(file linkage.Column, number []uint32) {
	order := make([]place, o.n)
	for row := range order {
		order[row].row = uint32(row)
	}
	groups := 1
	for _, name := range append(canonicalOrder(), "") {
		var rank func(row uint32) uint32
		switch name {
		case "birth_date":
			rank = func(row uint32) uint32 { return dayRank(o.birth[row]) }
		case "observed":
			rank = func(row uint32) uint32 { return dayRank(o.observed[row]) }
		case "source_row":
			rank = func(row uint32) uint32 { return number[row] }
		case "":
			rank = func(row uint32) uint32 { return uint32(o.rid[row]) }
		default:
			column := o.text[name]
			if name == "source_file" {
				column = file
			}
			if len(column.Values) < 2 {
				continue
			}
			of := ranks(column.Values)
			rank = func(row uint32) uint32 { return of[column.Codes[row]] }
		}
		if groups = refine(order, rank); groups == o.n {
			break
		}
	}
	rows := make([]uint32, o.n)
	for i := range order {
		rows[i] = order[i].row
	}
	o.reorder(rows)
}

// place is a row with the number of its group among the rows that were told apart
// so far, and its rank within.
type place struct {
	key uint64 // group, rank
	row uint32
}

// refine sorts the rows of each group by a rank and returns how many groups that
// makes.
func refine(order []place, rank func(row uint32) uint32) int {
	for i := range order {
		order[i].key = order[i].key&^math.MaxUint32 | uint64(rank(order[i].row))
	}
	slices.SortFunc(order, func(a, b place) int { return cmp.Compare(a.key, b.key) })
	group, last := uint64(0), uint64(0)
	for i := range order {
		key := order[i].key
		if i > 0 && key != last {
			group++
		}
		last, order[i].key = key, group<<32
	}
	return int(group) + 1
}

// ranks gives the rank of every value; the absent one is last.
func ranks(values []string) []uint32 {
	codes := make([]uint32, len(values)-1)
	for i := range codes {
		codes[i] = uint32(i + 1)
	}
	slices.SortFunc(codes, func(a, b uint32) int { return cmp.Compare(values[a], values[b]) })
	out := make([]uint32, len(values))
	for rank, code := range codes {
		out[code] = uint32(rank)
	}
	out[0] = math.MaxUint32
	return out
}

func dayRank(day int32) uint32 {
	if day == noDay {
		return math.MaxUint32
	}
	return uint32(day) ^ 1<<31
}

// reorder puts the row that stands at order[i] into place i.
func (o *rows) reorder(order []uint32) {
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	names := make([]string, 0, len(o.text))
	for name := range o.text {
		names = append(names, name)
	}
	columns := make([]linkage.Column, len(names))
	for i, name := range names {
		column := o.text[name]
		all.Go(func() error {
			columns[i] = column.Ordered(order)
			return nil
		})
	}
	for _, c := range []*linkage.Column{&o.former, &o.formerHouse, &o.known} {
		all.Go(func() error {
			*c = c.Ordered(order)
			return nil
		})
	}
	o.rid = ordered(o.rid, order)
	o.observed, o.told, o.birth, o.order = ordered(o.observed, order), ordered(o.told, order), ordered(o.birth, order), ordered(o.order, order)
	o.complete, o.bought = ordered(o.complete, order), ordered(o.bought, order)
	_ = all.Wait() // none of them gives an error
	for i, name := range names {
		o.text[name] = columns[i]
	}
}

func ordered[T any](list []T, order []uint32) []T {
	out := make([]T, len(list))
	for i, row := range order {
		out[i] = list[row]
	}
	return out
}
