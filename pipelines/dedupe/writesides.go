package dedupe

import (
	"cmp"
	"context"
	"slices"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// writeHouseholds makes the table of households: size and usual address.
func (s *step) writeHouseholds(ctx context.Context, r *pipelines.Run, c *contacts) error {
	fields := textField("household_id", "address_key", "address_line")
	fields = slices.Insert(fields, 1, arrow.Field{Name: "size", Type: arrow.PrimitiveTypes.Int32, Nullable: true})
	return fill(ctx, r, s.o.Makes.Households, len(c.dwellings), fields, func(b *array.RecordBuilder, i int) {
		d := &c.dwellings[i]
		key, line := c.usualAddress(d)
		appendText(b, 0, d.id)
		b.Field(1).(*array.Int32Builder).Append(int32(len(d.members)))
		appendText(b, 2, key)
		appendText(b, 3, line)
	})
}

// usualAddress is the address that most members have: the first key of several,
// and the first of its spellings.
func (c *contacts) usualAddress(d *dwelling) (key, line string) {
	count := map[string]int{}
	lines := map[string]string{}
	for _, m := range d.members {
		row := c.list[m].address
		k, l := c.text("address_key", row), c.text("address_line", row)
		if k == "" {
			continue
		}
		if count[k]++; l != "" && (lines[k] == "" || l < lines[k]) {
			lines[k] = l
		}
	}
	for k := range count {
		if key == "" || cmp.Or(cmp.Compare(count[k], count[key]), cmp.Compare(key, k)) > 0 {
			key = k
		}
	}
	return key, lines[key]
}

// writeEvents makes the table of events: those of this run and of earlier ones.
func (s *step) writeEvents(ctx context.Context, r *pipelines.Run, c *contacts) error {
	err := fill(ctx, r, todayEvents, len(c.events), textField("contact_id", "event", "other_id"), func(b *array.RecordBuilder, i int) {
		e := c.events[i]
		appendText(b, 0, e.id)
		appendText(b, 1, e.event)
		appendText(b, 2, e.other)
	})
	if err != nil {
		return err
	}
	return s.sql(ctx, r, "contact_events", todayEvents, duck.Args{
		"events": duck.Name(s.o.Makes.Events), "today": duck.Name(todayEvents), "as_of": r.AsOf, "past": s.pastEvents(r),
	})
}

// writeConsents makes the table of consents.
func (s *step) writeConsents(ctx context.Context, r *pipelines.Run, c *contacts) error {
	fields := append([]arrow.Field{{Name: "rid", Type: arrow.PrimitiveTypes.Int64}}, textField("contact_id")...)
	err := fill(ctx, r, rowMap, c.in.n, fields, func(b *array.RecordBuilder, i int) {
		b.Field(0).(*array.Int64Builder).Append(c.in.rid[i])
		appendText(b, 1, c.list[c.of[i]].id)
	})
	if err != nil {
		return err
	}
	return s.sql(ctx, r, "contact_consents", rowMap, duck.Args{
		"from": duck.Name(s.o.From.Value), "consents": duck.Name(s.o.Makes.Consents), "row_map": duck.Name(rowMap),
		"consent_mail": s.has("consent_mail", "VARCHAR"), "consent_email": s.has("consent_email", "VARCHAR"), "consent_phone": s.has("consent_phone", "VARCHAR"),
		"consent_on": s.has("consent_on", "DATE"),
	})
}

// sql runs a statement that reads a working table, and drops that table.
func (s *step) sql(ctx context.Context, r *pipelines.Run, file, working string, args duck.Args) error {
	if err := r.DB.Run(ctx, sqlFiles, "sql/"+file+".sql", args); err != nil {
		return err
	}
	return r.DB.Exec(ctx, "DROP TABLE "+duck.Ident(working))
}

// pastEvents are the events of earlier nights.
func (s *step) pastEvents(r *pipelines.Run) duck.Fragment {
	if path, ok := r.Previous.Path(s.o.Makes.Events); ok {
		return duck.Fragment("read_parquet(" + duck.Quote(path) + ")")
	}
	return "(SELECT CAST(NULL AS VARCHAR) AS contact_id, CAST(NULL AS VARCHAR) AS event, CAST(NULL AS VARCHAR) AS other_id, CAST(NULL AS DATE) AS since WHERE FALSE)"
}

// writePairs makes the table of pairs between review and match.
func (s *step) writePairs(ctx context.Context, r *pipelines.Run, c *contacts) error {
	fields := textField("source_a", "key_a", "source_b", "key_b")
	weights := s.weights()
	for i, n := range append([]string{"probability"}, weights...) {
		if i > 0 {
			n += "_weight"
		}
		fields = append(fields, arrow.Field{Name: n, Type: arrow.PrimitiveTypes.Float64, Nullable: true})
	}
	pairs := c.result.Review
	return fill(ctx, r, s.o.Makes.Pairs, len(pairs), fields, func(b *array.RecordBuilder, i int) {
		p := pairs[i]
		for at, row := range []uint32{p.A, p.B} {
			appendText(b, 2*at, c.text("source", int(row)))
			appendText(b, 2*at+1, c.text("source_key", int(row)))
		}
		b.Field(4).(*array.Float64Builder).Append(p.Probability)
		for at, w := range weights {
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
