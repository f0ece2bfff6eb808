package dedupe

import (
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/linkage"
)

// contact is one cluster with what survives. Rows are numbers in canonical
// order; noRow means that no row has a value.
type contact struct {
	rows                    []uint32
	id, household           string
	name, email, phone      int
	address, birth, company int
	given, middle, prefix   int // rows that fill gaps of the name
	suffix, gender, family  int
}

const noRow = -1

// contacts are all clusters in the order of their first rows.
type contacts struct {
	in        *rows
	result    *linkage.Result
	list      []contact
	of        []uint32 // row -> contact
	events    []event
	dwellings []dwelling
	choosers  map[string]*chooser // by field
}

// gather lists the clusters. The rows of all contacts share one array.
func gather(in *rows, result *linkage.Result) *contacts {
	c := &contacts{in: in, result: result, of: make([]uint32, in.n)}
	sizes := make([]uint32, 0, in.n/2)
	for row := range uint32(in.n) {
		if first := result.Cluster[row]; first == row {
			c.of[row] = uint32(len(sizes))
			sizes = append(sizes, 1)
		} else {
			c.of[row] = c.of[first]
			sizes[c.of[row]]++
		}
	}
	c.list = make([]contact, len(sizes))
	all := make([]uint32, in.n)
	for i, size := range sizes {
		c.list[i].rows, all = all[:0:size], all[size:]
	}
	for row, i := range c.of {
		c.list[i].rows = append(c.list[i].rows, uint32(row))
	}
	return c
}

// account: every source row is a contact or was merged into one.
func (c *contacts) account(subject string) pipelines.Account {
	a := pipelines.Account{Subject: subject, In: int64(c.in.n), Out: int64(len(c.list))}
	a.Merged = a.In - a.Out
	why := map[string]int64{}
	for _, x := range c.list {
		for _, row := range x.rows[1:] {
			why[c.result.Evidence[row]]++
		}
	}
	a.Reasons = pipelines.Reasons(pipelines.KindMerged, why)
	return a
}

func (c *contacts) text(column string, row int) string {
	if row == noRow {
		return ""
	}
	col := c.in.text[column]
	return col.Text(uint32(row))
}

// kind is company for firms and person for everybody else.
func (c *contacts) kind(x *contact) string {
	for _, row := range x.rows {
		if c.text("kind", int(row)) == "company" {
			return "company"
		}
	}
	return "person"
}
