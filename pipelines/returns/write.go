package returns

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// write makes the four tables from the decisions.
func (w *work) write(ctx context.Context) error {
	for _, part := range []func(context.Context) error{w.loadDecisions, w.loadStates, w.loadMoves, w.corrections, w.corrected, w.addresses, w.tasks} {
		if err := part(ctx); err != nil {
			return err
		}
	}
	return nil
}

func (w *work) loadDecisions(ctx context.Context) error {
	schema := schemaOf("return_id", "", "reason", "", "decision", "", "because", "", "effective_on", "date", "precision", "", "came_back", "bool")
	r := w.results
	return w.load(ctx, "decisions", schema, len(r.ids), func(b *array.RecordBuilder, i int) {
		x, d := &r.returns[i], r.outcome.Decisions[i]
		day, monthly := x.Effective()
		str(b, 0, r.ids[i])
		str(b, 1, string(x.Reason))
		str(b, 2, d.Action)
		str(b, 3, d.Because)
		b.Field(4).(*array.Date32Builder).Append(arrow.Date32FromTime(day))
		str(b, 5, precision(monthly))
		b.Field(6).(*array.BooleanBuilder).Append(r.cameBack[i])
	})
}

func (w *work) loadStates(ctx context.Context) error {
	schema := schemaOf("contact_id", "", "status", "", "do_not_mail", "bool", "deceased", "bool", "stop_email", "bool", "bounced", "",
		"moved_by", "", "moved_on", "date")
	r := w.results
	bounced := map[int][]string{}
	for _, b := range r.outcome.Bounced {
		bounced[b.Contact] = append(bounced[b.Contact], b.Email)
	}
	return w.load(ctx, "states", schema, len(r.contacts), func(b *array.RecordBuilder, i int) {
		s := &r.outcome.States[i]
		str(b, 0, r.contacts[i])
		str(b, 1, s.Status)
		for c, v := range []bool{s.DoNotMail, s.Deceased, s.StopEmail} {
			b.Field(2 + c).(*array.BooleanBuilder).Append(v)
		}
		str(b, 5, bouncedList(bounced[i]))
		if s.Moved == 0 {
			b.Field(6).AppendNull()
			b.Field(7).AppendNull()
			return
		}
		m := r.outcome.Moves[s.Moved-1]
		str(b, 6, r.ids[m.Return])
		b.Field(7).(*array.Date32Builder).Append(arrow.Date32FromTime(m.On))
	})
}

// bouncedList writes the bounced e-mail addresses of a contact between bars, so that SQL can look for one.
func bouncedList(emails []string) string {
	if len(emails) == 0 {
		return ""
	}
	emails = slices.Clone(emails)
	slices.Sort(emails)
	return "|" + strings.Join(slices.Compact(emails), "|") + "|"
}

func (w *work) loadMoves(ctx context.Context) error {
	schema := schemaOf("contact_id", "", "return_id", "", "moved_on", "date", "monthly", "bool", "place", "int")
	r := w.results
	place := map[int]int32{}
	return w.load(ctx, "moves", schema, len(r.outcome.Moves), func(b *array.RecordBuilder, i int) {
		m := &r.outcome.Moves[i]
		place[m.Contact]++
		str(b, 0, r.contacts[m.Contact])
		str(b, 1, r.ids[m.Return])
		b.Field(2).(*array.Date32Builder).Append(arrow.Date32FromTime(m.On))
		b.Field(3).(*array.BooleanBuilder).Append(m.Monthly)
		b.Field(4).(*array.Int32Builder).Append(place[m.Contact])
	})
}

func (w *work) corrections(ctx context.Context) error {
	var list []string
	for _, c := range correctionsTable(w.name.Value).Columns {
		list = append(list, "CAST("+duck.Ident(c.Name)+" AS "+c.Type+") AS "+duck.Ident(c.Name))
	}
	return w.sql(ctx, "corrections", duck.Args{"columns": duck.Fragment(strings.Join(list, ", "))})
}

// corrected makes the contacts: address columns of the last move, the e-mail marked when it bounced.
func (w *work) corrected(ctx context.Context) error {
	have, err := w.columns(ctx, w.options.From.Contacts.Value)
	if err != nil {
		return err
	}
	var list []string
	for _, c := range have {
		own := "c." + duck.Ident(c)
		expr := own
		switch {
		case slices.Contains(stateColumns(), c):
			continue
		case slices.Contains(addressColumns(), c):
			expr = "CASE WHEN m.return_id IS NOT NULL THEN m.new_" + c + " ELSE " + own + " END"
		case c == "address_valid_from":
			expr = "COALESCE(s.moved_on, " + own + ")"
		case c == "address_origin":
			expr = "CASE WHEN m.return_id IS NOT NULL THEN 'returned_mail' ELSE " + own + " END"
		case c == "address_source":
			expr = "CASE WHEN m.return_id IS NOT NULL THEN m.source ELSE " + own + " END"
		case c == "address_source_key":
			expr = "CASE WHEN m.return_id IS NOT NULL THEN m.return_id ELSE " + own + " END"
		case c == "email_status" && slices.Contains(have, "email"):
			expr = "CASE WHEN s.bounced IS NOT NULL AND c.email IS NOT NULL AND (CONTAINS(s.bounced, '|' || LOWER(c.email) || '|') OR CONTAINS(s.bounced, '||')) THEN 'undeliverable' ELSE " + own + " END"
		}
		list = append(list, expr+" AS "+duck.Ident(c))
	}
	return w.sql(ctx, "contacts", duck.Args{
		"columns": duck.Fragment(strings.Join(list, ", ")), "address_key": duck.Fragment("CASE WHEN m.return_id IS NOT NULL THEN m.new_address_key ELSE c.address_key END"),
	})
}

func (w *work) addresses(ctx context.Context) error {
	declared := addressesTable(w.options.Makes.Addresses.Value)
	if err := w.before(ctx, "history", declared.Name, declared.Columns); err != nil {
		return err
	}
	have, err := w.columns(ctx, w.options.From.Contacts.Value)
	if err != nil {
		return err
	}
	var own []string
	for _, c := range addressColumns() {
		expr := "CAST(NULL AS VARCHAR)"
		if slices.Contains(have, c) {
			expr = "c." + duck.Ident(c)
		}
		own = append(own, expr+" AS "+c)
	}
	origin, evidence := "CAST(NULL AS VARCHAR)", "CAST(NULL AS VARCHAR)"
	if slices.Contains(have, "address_origin") {
		origin = "c.address_origin"
	}
	if slices.Contains(have, "address_source") && slices.Contains(have, "address_source_key") {
		evidence = "c.address_source || ':' || COALESCE(c.address_source_key, '')"
	}
	return w.sql(ctx, "addresses", duck.Args{
		"own_columns": duck.Fragment(strings.Join(own, ", ")), "origin": duck.Fragment(origin), "evidence": duck.Fragment(evidence),
		"new_columns": prefixed("r.new_", ""), "history_columns": prefixed("h.", ""), "address_columns": prefixed("f.", ""),
	})
}

// load makes a working table of n rows.
func (w *work) load(ctx context.Context, part string, schema *arrow.Schema, n int, row func(b *array.RecordBuilder, i int)) error {
	const batch = 8192
	return w.db.Load(ctx, w.table(part), schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for from := 0; from < n; from += batch {
			for i := from; i < min(from+batch, n); i++ {
				row(b, i)
			}
			rec := b.NewRecordBatch()
			err := yield(rec)
			rec.Release()
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// schemaOf makes a schema of names and kinds: "" text, date, bool, int.
func schemaOf(namesAndKinds ...string) *arrow.Schema {
	kinds := map[string]arrow.DataType{"": arrow.BinaryTypes.String, "date": arrow.FixedWidthTypes.Date32, "bool": arrow.FixedWidthTypes.Boolean, "int": arrow.PrimitiveTypes.Int32}
	var fields []arrow.Field
	for i := 0; i+1 < len(namesAndKinds); i += 2 {
		fields = append(fields, arrow.Field{Name: namesAndKinds[i], Type: kinds[namesAndKinds[i+1]], Nullable: true})
	}
	return arrow.NewSchema(fields, nil)
}

// str appends a text, NULL when it is empty.
func str(b *array.RecordBuilder, column int, text string) {
	if text == "" {
		b.Field(column).AppendNull()
		return
	}
	b.Field(column).(*array.StringBuilder).Append(text)
}

func precision(monthly bool) string {
	if monthly {
		return "month"
	}
	return "day"
}

// decisionCounts counts decisions by word.
func decisionCounts(decisions []returnpolicy.Decision) map[string]int64 {
	counts := map[string]int64{}
	for _, d := range decisions {
		counts[d.String()]++
	}
	return counts
}

// errRows names a table whose row count is not what was decided.
func errRows(table string, got, want int64) error {
	return fmt.Errorf("%s has %d rows, %d were decided", table, got, want)
}
