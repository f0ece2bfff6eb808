package dedupe

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
	"golang.org/x/sync/errgroup"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// texts are the columns that linking and survivorship read, with the SQL that
// stands for a column that the table lacks.
func texts() []string {
	return []string{
		"source", "source_key", "kind", "prefix", "given_name", "middle_name", "family_name", "name_suffix", "gender", "company",
		"family_name_2", "email", "email_key", "email_status", "phone", "phone_status",
		"street", "house_number", "unit", "po_box", "route", "postcode", "city", "country", "address_key", "address_line", "address_status",
	}
}

// texts are those columns and the ones that the project wants compared.
func (s *step) texts() []string {
	out := texts()
	for _, c := range addressColumns() {
		if s.columns[c.Name] && !contains(out, c.Name) {
			out = append(out, c.Name)
		}
	}
	for _, c := range []string{birthWritten, phoneWritten} {
		if s.columns[c] {
			out = append(out, c)
		}
	}
	for _, c := range s.o.Compare {
		if !contains(out, c.Value) {
			out = append(out, c.Value)
		}
	}
	return out
}

// rows are the source rows in canonical order.
type rows struct {
	n              int
	rid            []int64 // row number in the table read
	text           map[string]linkage.Column
	observed, told []int32 // days since 1970; absent is noDay
	birth          []int32 // days since 1970; absent is noDay
	complete       []bool
	bought         []bool
	order          []int32
	former         linkage.Column // contact_id in the last snapshot
	formerHouse    linkage.Column
	known          linkage.Column
	priority       [][]float64 // per rule source_priority: the greater is preferred
	score          [][]float64 // per rule sql
}

const noDay = -1 << 31

func (s *step) read(ctx context.Context, r *pipelines.Run) (*rows, error) {
	if err := s.describe(ctx, r); err != nil {
		return nil, err
	}
	queries, err := s.queries(ctx, r)
	if err != nil {
		return nil, err
	}
	enc := map[string]*linkage.Encoder{}
	total, err := r.RowCount(ctx, s.o.From.Value)
	if err != nil {
		return nil, err
	}
	for _, name := range append(s.texts(), "former", "former_household", "entity", "order_file") {
		enc[name] = linkage.NewEncoder(int(total))
	}
	var number []uint32 // of the row in its file
	out := &rows{text: map[string]linkage.Column{}}
	err = r.DB.ReadAll(ctx, queries, func(b arrow.RecordBatch) error {
		if err := addColumns(enc, b); err != nil {
			return err
		}
		out.addTyped(b)
		number = append(number, rowNumbers(b)...)
		r.Progress(int64(out.n), 0)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", s.o.From.Value, err)
	}
	for _, name := range s.texts() {
		out.text[name] = enc[name].Column()
		if len(out.text[name].Values) < 2 && !contains(texts(), name) {
			out.text[name] = linkage.Column{} // absent everywhere
		}
	}
	out.former, out.formerHouse, out.known = enc["former"].Column(), enc["former_household"].Column(), enc["entity"].Column()
	out.canonical(enc["order_file"].Column(), number)
	return out, nil
}

// queries read the table, piece by piece where nothing is joined.
func (s *step) queries(ctx context.Context, r *pipelines.Run) ([]string, error) {
	pieces := []string{"TRUE"}
	if _, again := r.Previous.Path(s.o.Makes.Sources); !again && s.o.Known.Value == "" {
		var err error
		if pieces, err = r.DB.Pieces(ctx, s.o.From.Value); err != nil {
			return nil, err
		}
	}
	args := s.readArgs(r)
	var out []string
	for _, piece := range pieces {
		args["piece"] = duck.Fragment(piece)
		query, err := duck.Render(sqlFiles, "sql/rows.sql", args)
		if err != nil {
			return nil, err
		}
		out = append(out, query)
	}
	return out, nil
}

// describe notes the columns that the table has.
func (s *step) describe(ctx context.Context, r *pipelines.Run) error {
	columns, err := r.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(s.o.From.Value))
	if err != nil {
		return fmt.Errorf("describe %s: %w", s.o.From.Value, err)
	}
	s.columns = map[string]bool{}
	for _, c := range columns {
		s.columns[c.Name] = true
	}
	return nil
}

func (s *step) readArgs(r *pipelines.Run) duck.Args {
	list := []string{"t.rowid AS rid"}
	for _, c := range s.texts() {
		switch {
		case c == "kind" && s.columns["name_kind"]:
			list = append(list, "t.name_kind AS kind")
		case s.columns[c]:
			list = append(list, fmt.Sprintf("CAST(t.%s AS VARCHAR) AS %s", duck.Ident(c), duck.Ident(c)))
		default:
			list = append(list, "CAST(NULL AS VARCHAR) AS "+duck.Ident(c))
		}
	}
	typed := func(column, sqlType, absent string) {
		if s.columns[column] {
			list = append(list, fmt.Sprintf("CAST(t.%s AS %s) AS %s", duck.Ident(column), sqlType, duck.Ident(column)))
		} else {
			list = append(list, fmt.Sprintf("CAST(%s AS %s) AS %s", absent, sqlType, duck.Ident(column)))
		}
	}
	for _, day := range []string{"observed", "address_told", "birth_date"} {
		typed(day, "DATE", "NULL")
	}
	typed("address_complete", "BOOLEAN", "t.address_key IS NOT NULL")
	if !s.columns["address_complete"] && !s.columns["address_key"] {
		list[len(list)-1] = "FALSE AS address_complete"
	}
	typed("told_by_customer", "BOOLEAN", "TRUE")
	typed("source_order", "INTEGER", "1")
	for _, c := range []struct{ column, sqlType, as string }{{"source_file", "VARCHAR", "order_file"}, {"source_row", "BIGINT", "order_row"}} {
		value := "NULL"
		if s.columns[c.column] {
			value = "t." + c.column
		}
		list = append(list, fmt.Sprintf("CAST(%s AS %s) AS %s", value, c.sqlType, c.as))
	}
	former := "(SELECT CAST(NULL AS VARCHAR) AS source, CAST(NULL AS VARCHAR) AS source_key, CAST(NULL AS VARCHAR) AS contact_id, CAST(NULL AS VARCHAR) AS household_id WHERE FALSE)"
	if path, ok := r.Previous.Path(s.o.Makes.Sources); ok {
		former = "read_parquet(" + duck.Quote(path) + ")"
	}
	known := "(SELECT CAST(NULL AS VARCHAR) AS source, CAST(NULL AS VARCHAR) AS source_key, CAST(NULL AS VARCHAR) AS entity WHERE FALSE)"
	if s.o.Known.Value != "" {
		known = duck.Ident(s.o.Known.Value)
	}
	return duck.Args{
		"from": duck.Name(s.o.From.Value), "columns": duck.Fragment(strings.Join(list, ",\n    ")),
		"former": duck.Fragment(former), "known": duck.Fragment(known),
	}
}

// addColumns codes the columns of a batch, several at a time.
func addColumns(enc map[string]*linkage.Encoder, b arrow.RecordBatch) error {
	var all errgroup.Group
	all.SetLimit(runtime.GOMAXPROCS(0))
	for i, f := range b.Schema().Fields() {
		e, column := enc[f.Name], b.Column(i)
		if e == nil {
			continue
		}
		all.Go(func() error {
			if err := addTexts(e, column); err != nil {
				return fmt.Errorf("column %s: %w", f.Name, err)
			}
			return nil
		})
	}
	return all.Wait()
}

func addTexts(e *linkage.Encoder, column arrow.Array) error {
	if column.NullN() == column.Len() {
		e.AddAbsent(column.Len())
		return nil
	}
	switch a := column.(type) {
	case *array.String:
		for i := range a.Len() {
			if a.IsNull(i) {
				e.Add("")
			} else {
				e.Add(a.Value(i))
			}
		}
	case *array.Null:
		for range a.Len() {
			e.Add("")
		}
	default:
		return fmt.Errorf("expected text, found %s", column.DataType())
	}
	return nil
}

func (o *rows) addTyped(b arrow.RecordBatch) {
	column := func(name string) arrow.Array { return b.Column(b.Schema().FieldIndices(name)[0]) }
	o.rid = append(o.rid, column("rid").(*array.Int64).Int64Values()...)
	o.order = append(o.order, column("source_order").(*array.Int32).Int32Values()...)
	observed, told, birth := column("observed").(*array.Date32), column("address_told").(*array.Date32), column("birth_date").(*array.Date32)
	complete, customer := column("address_complete").(*array.Boolean), column("told_by_customer").(*array.Boolean)
	n := int(b.NumRows())
	o.n += n
	for i := range n {
		o.observed = append(o.observed, dayAt(observed, i))
		day := dayAt(told, i)
		if day == noDay {
			day = dayAt(observed, i)
		}
		o.told = append(o.told, day)
		o.birth = append(o.birth, dayAt(birth, i))
		o.complete = append(o.complete, complete.IsValid(i) && complete.Value(i))
		o.bought = append(o.bought, customer.IsValid(i) && !customer.Value(i))
	}
}

// rowNumbers are the places of the rows in their files; absent ones are last.
func rowNumbers(b arrow.RecordBatch) []uint32 {
	column := b.Column(b.Schema().FieldIndices("order_row")[0]).(*array.Int64)
	out := make([]uint32, column.Len())
	for i := range out {
		out[i] = math.MaxUint32
		if column.IsValid(i) {
			out[i] = uint32(min(max(column.Value(i), 0), math.MaxUint32))
		}
	}
	return out
}

func dayAt(a *array.Date32, i int) int32 {
	if a.IsNull(i) {
		return noDay
	}
	return int32(a.Value(i))
}
