package cleanse

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/address"
)

// parts are the columns of an address that its line and key are made of.
func parts(a *address.Address) ([]string, []*string) {
	return []string{
			"predir", "street_type", "street", "street_suffix", "postdir", "house_number", "staircase", "level", "unit_type", "unit",
			"po_box", "route", "urbanization", "dependent_locality", "city", "region", "postcode", "country", "address_status",
		}, []*string{
			&a.Predir, &a.StreetType, &a.Street, &a.StreetSuffix, &a.Postdir, &a.HouseNumber, &a.Staircase, &a.Level, &a.UnitType, &a.Unit,
			&a.POBox, &a.Route, &a.Urbanization, &a.DependentLocality, &a.City, &a.Region, &a.Postcode, &a.Country, &a.Status,
		}
}

// respelt are the columns that a repair changes, with the prefix of their group;
// address_line and those behind it are made anew.
func respelt(a *address.Address) (columns []string, values []string) {
	return []string{"predir", "street", "street_suffix", "postdir", "dependent_locality", "city", "address_status", "address_line", "address_key"},
		[]string{a.Predir, a.Street, a.StreetSuffix, a.Postdir, a.DependentLocality, a.City, a.Status}
}

func textSchema(first arrow.Field, names ...string) *arrow.Schema {
	fields := []arrow.Field{first}
	for _, n := range names {
		fields = append(fields, arrow.Field{Name: n, Type: arrow.BinaryTypes.String, Nullable: true})
	}
	return arrow.NewSchema(fields, nil)
}

// load makes the table of repairs.
func (s *speller) load(ctx context.Context, repairs []repair) error {
	schema := textSchema(arrow.Field{Name: "house", Type: arrow.BinaryTypes.String}, "country", "text", "predir", "suffix", "postdir", "to_text", "to_predir", "to_suffix", "to_postdir")
	return s.run.DB.Load(ctx, s.table("repairs"), schema, func(yield func(arrow.RecordBatch) error) error {
		b := duck.Builder(schema)
		defer b.Release()
		for part := range slices.Chunk(repairs, 2048) {
			for _, r := range part {
				for i, v := range []string{r.house, r.Country, r.Text, r.Predir, r.Suffix, r.Postdir, r.to.Text, r.to.Predir, r.to.Suffix, r.to.Postdir} {
					b.Field(i).(*array.StringBuilder).Append(v)
				}
			}
			batch := b.NewRecordBatch()
			err := yield(batch)
			batch.Release()
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// rewrite repairs the rows of one group of address columns.
func (s *speller) rewrite(ctx context.Context, prefix string, tools *tools, counts []map[string]int64) error {
	names, _ := parts(&address.Address{})
	columns := make([]string, len(names))
	for i, n := range names {
		columns[i] = "made." + duck.Ident(prefix+n)
	}
	args := addressArgs(s.made, prefix)
	delete(args, "table")
	args["made"], args["repairs"], args["columns"] = duck.Name(s.name.Value), duck.Name(s.table("repairs")), duck.Fragment(strings.Join(columns, ", "))
	for arg, v := range args {
		if n, ok := v.(duck.Name); ok && arg != "made" && arg != "repairs" {
			args[arg] = duck.Fragment("made." + duck.Ident(string(n)))
		}
	}
	query, err := duck.Render(sqlFiles, "sql/misspelt.sql", args)
	if err != nil {
		return err
	}
	changed, _ := respelt(&address.Address{})
	schema := textSchema(arrow.Field{Name: "row_id", Type: arrow.PrimitiveTypes.Int64}, append(changed, "cleanse_codes")...)
	rewriters := make([]rewriter, max(1, s.run.Threads))
	for i := range rewriters {
		rewriters[i] = rewriter{tools: tools, prefix: prefix}
		for range counts {
			rewriters[i].counts = append(rewriters[i].counts, map[string]int64{})
		}
	}
	err = s.run.DB.Map(ctx, query, s.table("respelt"), schema, len(rewriters), nil,
		func(w int, in arrow.RecordBatch, out *array.RecordBuilder) error { return rewriters[w].batch(in, out) })
	if err != nil {
		return err
	}
	for _, w := range rewriters {
		for i := range counts {
			add(counts[i], w.counts[i])
		}
	}
	changes := []string{"cleanse_codes = respelt.cleanse_codes"}
	for _, c := range changed {
		changes = append(changes, duck.Ident(prefix+c)+" = respelt."+duck.Ident(c))
	}
	err = s.run.DB.Run(ctx, sqlFiles, "sql/respell.sql", duck.Args{
		"made": duck.Name(s.name.Value), "respelt": duck.Name(s.table("respelt")), "changes": duck.Fragment(strings.Join(changes, ", ")),
	})
	if err != nil {
		return err
	}
	return s.drop("respelt")
}

// rewriter makes repaired addresses of batches; one goroutine uses it.
type rewriter struct {
	*tools
	prefix string
	counts []map[string]int64 // by table of from:
}

func (w *rewriter) batch(in arrow.RecordBatch, out *array.RecordBuilder) error {
	ids, ok := in.Column(0).(*array.Int64)
	if !ok {
		return fmt.Errorf("row numbers are %s", in.Column(0).DataType())
	}
	order, ok := in.Column(1).(*array.Int32)
	if !ok {
		return fmt.Errorf("source_order is %s", in.Column(1).DataType())
	}
	var columns []*array.String
	for _, c := range in.Columns()[2:] {
		text, ok := c.(*array.String)
		if !ok {
			return fmt.Errorf("expected text, found %s", c.DataType())
		}
		columns = append(columns, text)
	}
	for row := range int(in.NumRows()) {
		value := func(i int) string {
			if columns[i].IsNull(row) {
				return ""
			}
			return columns[i].Value(row)
		}
		var a address.Address
		_, fields := parts(&a)
		for i, f := range fields {
			*f = value(5 + i)
		}
		code := a.Respell(address.Spelling{Text: value(0), Predir: value(1), Suffix: value(2), Postdir: value(3)})
		word := w.prefix + code.Field + ":" + code.Code
		w.counts[order.Value(row)-1][word]++
		codes := append(strings.Fields(value(4)), word)
		slices.Sort(codes)
		_, values := respelt(&a)
		out.Field(0).(*array.Int64Builder).Append(ids.Value(row))
		for i, v := range append(values, w.cased(a.Line(w.line)), a.Key(), strings.Join(codes, " ")) {
			appendText(out.Field(i+1).(*array.StringBuilder), v)
		}
	}
	return nil
}
