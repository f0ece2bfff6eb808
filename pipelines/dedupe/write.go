package dedupe

import (
	"context"
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// Tables that exist only while the step runs.
const (
	rowMap      = "dedupe_row_map"      // rid, contact_id, household_id, match_probability, matched_by
	contactMap  = "dedupe_contact_map"  // what Go chose per contact, and the row of its address
	todayEvents = "dedupe_today_events" // contact_id, event, other_id
)

// write makes the tables of the step.
func (s *step) write(ctx context.Context, r *pipelines.Run, c *contacts) error {
	for _, load := range []func(context.Context, *duck.DB, *contacts) error{loadRowMap, loadContactMap, loadEvents, s.loadPairs} {
		if err := load(ctx, r.DB, c); err != nil {
			return err
		}
	}
	args := duck.Args{
		"from": duck.Name(s.o.From.Value), "contacts": duck.Name(s.name), "sources": duck.Name(s.o.Makes.Sources),
		"households": duck.Name(s.o.Makes.Households), "events": duck.Name(s.o.Makes.Events), "consents": duck.Name(s.o.Makes.Consents),
		"row_map": duck.Name(rowMap), "contact_map": duck.Name(contactMap), "today": duck.Name(todayEvents), "as_of": r.AsOf,
		"address": s.addressList(), "told": s.has("address_told", "DATE"), "observed": s.has("observed", "DATE"),
		"consent_mail": s.has("consent_mail", "VARCHAR"), "consent_email": s.has("consent_email", "VARCHAR"), "consent_phone": s.has("consent_phone", "VARCHAR"),
		"consent_on": s.has("consent_on", "DATE"), "past": s.pastEvents(r),
	}
	for _, file := range []string{"contacts", "contact_sources", "households", "contact_events", "contact_consents"} {
		if err := r.DB.Run(ctx, sqlFiles, "sql/"+file+".sql", args); err != nil {
			return fmt.Errorf("make %s: %w", file, err)
		}
	}
	for _, t := range []string{rowMap, contactMap, todayEvents} {
		if err := r.DB.Exec(ctx, "DROP TABLE "+duck.Ident(t)); err != nil {
			return fmt.Errorf("drop %s: %w", t, err)
		}
	}
	return nil
}

// has is a column of the table read (alias t), or a typed NULL.
func (s *step) has(column, sqlType string) duck.Fragment {
	if s.columns[column] {
		return duck.Fragment("CAST(t." + duck.Ident(column) + " AS " + sqlType + ")")
	}
	return duck.Fragment("CAST(NULL AS " + sqlType + ")")
}

func (s *step) addressList() duck.Fragment {
	var list []string
	for _, c := range addressColumns() {
		list = append(list, string(s.has(c.Name, c.Type))+" AS "+duck.Ident(c.Name))
	}
	return duck.Fragment(strings.Join(list, ",\n    "))
}

// pastEvents are the events of earlier nights.
func (s *step) pastEvents(r *pipelines.Run) duck.Fragment {
	if path, ok := r.Previous.Path(s.o.Makes.Events); ok {
		return duck.Fragment("read_parquet(" + duck.Quote(path) + ")")
	}
	return "(SELECT CAST(NULL AS VARCHAR) AS contact_id, CAST(NULL AS VARCHAR) AS event, CAST(NULL AS VARCHAR) AS other_id, CAST(NULL AS DATE) AS since WHERE FALSE)"
}

// batchRows is the size of the batches handed to the database.
const batchRows = 1 << 15

// load makes a table of n rows; fill appends row i.
func load(ctx context.Context, db *duck.DB, table string, n int, fields []arrow.Field, fill func(b *array.RecordBuilder, i int)) error {
	schema := arrow.NewSchema(fields, nil)
	err := db.Load(ctx, table, schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for i := range n {
			fill(b, i)
			if (i+1)%batchRows == 0 || i+1 == n {
				batch := b.NewRecordBatch()
				err := yield(batch)
				batch.Release()
				if err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("load %s: %w", table, err)
	}
	return nil
}

func textField(names ...string) []arrow.Field {
	var out []arrow.Field
	for _, n := range names {
		out = append(out, arrow.Field{Name: n, Type: arrow.BinaryTypes.String, Nullable: true})
	}
	return out
}

// appendText appends a text, NULL when empty.
func appendText(b *array.RecordBuilder, column int, s string) {
	f := b.Field(column).(*array.StringBuilder)
	if s == "" {
		f.AppendNull()
		return
	}
	f.Append(s)
}

func loadRowMap(ctx context.Context, db *duck.DB, c *contacts) error {
	fields := append([]arrow.Field{{Name: "rid", Type: arrow.PrimitiveTypes.Int64}, {Name: "match_probability", Type: arrow.PrimitiveTypes.Float64}},
		textField("contact_id", "household_id", "matched_by")...)
	return load(ctx, db, rowMap, c.in.n, fields, func(b *array.RecordBuilder, i int) {
		x := &c.list[c.of[i]]
		b.Field(0).(*array.Int64Builder).Append(c.in.rid[i])
		b.Field(1).(*array.Float64Builder).Append(c.result.Links[i].Probability)
		appendText(b, 2, x.id)
		appendText(b, 3, x.household)
		appendText(b, 4, c.result.Evidence[i])
	})
}

func loadContactMap(ctx context.Context, db *duck.DB, c *contacts) error {
	fields := textField("contact_id", "household_id", "kind", "prefix", "given_name", "middle_name", "family_name", "name_suffix", "gender", "company",
		"email", "email_status", "phone", "phone_status", "address_family_name", "address_origin", "address_source", "address_source_key")
	texts := len(fields)
	fields = append(fields,
		arrow.Field{Name: "address_rid", Type: arrow.PrimitiveTypes.Int64, Nullable: true},
		arrow.Field{Name: "birth_date", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
		arrow.Field{Name: "source_count", Type: arrow.PrimitiveTypes.Int32},
		arrow.Field{Name: "address_valid_from", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
		arrow.Field{Name: "first_seen", Type: arrow.FixedWidthTypes.Date32, Nullable: true},
		arrow.Field{Name: "last_seen", Type: arrow.FixedWidthTypes.Date32, Nullable: true})
	return load(ctx, db, contactMap, len(c.list), fields, func(b *array.RecordBuilder, i int) {
		x := &c.list[i]
		for column, s := range []string{
			x.id, x.household, c.kind(x), c.text("prefix", x.prefix), c.text("given_name", x.given), c.text("middle_name", x.middle),
			c.text("family_name", x.family), c.text("name_suffix", x.suffix), c.text("gender", x.gender), c.text("company", x.company),
			c.text("email", x.email), c.status("email", x.email, x), c.text("phone", x.phone), c.status("phone", x.phone, x),
			c.text("family_name", x.address), c.origin(x), c.text("source", x.address), c.text("source_key", x.address),
		} {
			appendText(b, column, s)
		}
		rid, birth, told := int64(noRow), int32(noDay), int32(noDay)
		if x.birth != noRow {
			birth = c.in.birth[x.birth]
		}
		if x.address != noRow {
			rid, told = c.in.rid[x.address], c.in.told[x.address]
		}
		b.Field(texts).(*array.Int64Builder).Append(rid)
		appendDay(b, texts+1, birth)
		b.Field(texts + 2).(*array.Int32Builder).Append(int32(len(x.rows)))
		first, last := c.seen(x)
		appendDay(b, texts+3, told)
		appendDay(b, texts+4, first)
		appendDay(b, texts+5, last)
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

func loadEvents(ctx context.Context, db *duck.DB, c *contacts) error {
	return load(ctx, db, todayEvents, len(c.events), textField("contact_id", "event", "other_id"), func(b *array.RecordBuilder, i int) {
		e := c.events[i]
		appendText(b, 0, e.id)
		appendText(b, 1, e.event)
		appendText(b, 2, e.other)
	})
}

// loadPairs writes the pairs between review and match.
func (s *step) loadPairs(ctx context.Context, db *duck.DB, c *contacts) error {
	fields := textField("source_a", "key_a", "source_b", "key_b")
	names := append([]string{"probability"}, weights()...)
	for i, n := range names {
		if i > 0 {
			n += "_weight"
		}
		fields = append(fields, arrow.Field{Name: n, Type: arrow.PrimitiveTypes.Float64})
	}
	pairs := c.result.Review
	return load(ctx, db, s.o.Makes.Pairs, len(pairs), fields, func(b *array.RecordBuilder, i int) {
		p := pairs[i]
		for at, row := range []uint32{p.A, p.B} {
			appendText(b, 2*at, c.text("source", int(row)))
			appendText(b, 2*at+1, c.text("source_key", int(row)))
		}
		b.Field(4).(*array.Float64Builder).Append(p.Probability)
		for at, w := range weights() {
			b.Field(5 + at).(*array.Float64Builder).Append(weightOf(c.result, p, w))
		}
	})
}

func weightOf(r *linkage.Result, p linkage.Pair, field string) float64 {
	for i, f := range r.Fields {
		if f == field {
			return p.Weights[i]
		}
	}
	return 0
}
