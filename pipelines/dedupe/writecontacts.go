package dedupe

import (
	"context"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/linkage"
)

// writeContacts makes the main table, in the order of the contacts' first rows.
func (s *step) writeContacts(ctx context.Context, r *pipelines.Run, c *contacts) error {
	fields, err := fieldsOf(contactColumns())
	if err != nil {
		return err
	}
	first := len(fields) // of the columns after the address
	for i, f := range fields {
		if f.Name == "address_valid_from" {
			first = i
		}
	}
	address := make([]linkage.Column, len(fields))
	for i, f := range fields {
		address[i] = c.in.text[f.Name]
	}
	return fill(ctx, r, s.name, len(c.list), fields, func(b *array.RecordBuilder, i int) {
		x := &c.list[i]
		at := 0
		put := func(texts ...string) {
			for _, t := range texts {
				appendText(b, at, t)
				at++
			}
		}
		put(x.id, x.household, c.kind(x), c.text("prefix", x.prefix), c.text("given_name", x.given), c.text("middle_name", x.middle),
			c.text("family_name", x.family), c.text("name_suffix", x.suffix), c.text("gender", x.gender), c.text("company", x.company))
		birth, told := int32(noDay), int32(noDay)
		if x.birth != noRow {
			birth = c.in.birth[x.birth]
		}
		if x.address != noRow {
			told = c.in.told[x.address]
		}
		appendDay(b, at, birth)
		at++
		put(c.text("email", x.email), c.text("phone", x.phone))
		for ; at < first; at++ {
			value := ""
			if x.address != noRow {
				value = address[at].Text(uint32(x.address))
			}
			appendText(b, at, value)
		}
		appendDay(b, at, told)
		at++
		put(c.origin(x), c.text("source", x.address), c.text("source_key", x.address), c.text("family_name", x.address),
			c.status("email", x.email, x), c.status("phone", x.phone, x))
		b.Field(at).(*array.Int32Builder).Append(int32(len(x.rows)))
		seen, last := c.seen(x)
		appendDay(b, at+1, seen)
		appendDay(b, at+2, last)
	})
}

func appendDay(b *array.RecordBuilder, column int, day int32) {
	f := b.Field(column).(*array.Date32Builder)
	if day == noDay {
		f.AppendNull()
		return
	}
	f.Append(arrow.Date32(day))
}

// status is the status of the surviving value, or of the first row when no value
// survives.
func (c *contacts) status(field string, row int, x *contact) string {
	if row == noRow {
		row = int(x.rows[0])
	}
	return c.text(field+"_status", row)
}

func (c *contacts) origin(x *contact) string {
	switch {
	case x.address == noRow:
		return ""
	case c.in.bought[x.address]:
		return "bought"
	}
	return "told"
}

// seen is the first and the last day on which a source touched the contact.
func (c *contacts) seen(x *contact) (first, last int32) {
	first, last = noDay, noDay
	for _, row := range x.rows {
		day := c.in.observed[row]
		if day == noDay {
			continue
		}
		if first == noDay || day < first {
			first = day
		}
		last = max(last, day)
	}
	return first, last
}
