package extract

import (
	"fmt"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/fold"
)

// part tells which side of a field a column holds.
type part uint8

const (
	whole     part = iota
	refSource      // of contact_ref
	refKey         // of contact_ref
	dayOf          // the day of the timestamp in the column before
)

// column is one column of the table between the source columns and raw.
type column struct {
	name     string
	kind     string
	scale    int
	field    *field
	part     part
	invalid  string // reject or null
	required bool
	later    bool
	meaning  string
}

// sqlType is the column's type in DuckDB.
func (c column) sqlType() string {
	switch c.kind {
	case typeDate:
		return "DATE"
	case typeTimestamp:
		return "TIMESTAMP"
	case typeInteger:
		return "INTEGER"
	case typeDecimal:
		return fmt.Sprintf("DECIMAL(18,%d)", c.scale)
	}
	return "VARCHAR"
}

// columnsOf lists the mapped columns: observed, the fields as written, what is
// kept. Every mistake in a name is added to p.
func (o *Options) columnsOf(p *config.Problems) []column {
	var out []column
	if o.Observed != nil {
		out = append(out, o.canonicalColumns("observed", o.Observed, p)...)
	}
	for i := range o.Fields {
		e := &o.Fields[i]
		if e.Key == "observed" && o.Observed != nil {
			p.AddAt(e.KeyAt, e.Node.Path, "observed stands twice", "write it beside fields: only")
			continue
		}
		if _, known := findCanonical(e.Key); !known && e.Key != contactRef {
			if o.isKeyPart(e.Key) { // a position that only has a name for the key
				continue
			}
			p.AddAt(e.KeyAt, e.Node.Path, "there is no field "+e.Key, unknownField(e.Key))
			continue
		}
		out = append(out, o.canonicalColumns(e.Key, &e.Value, p)...)
	}
	if c, ok := o.keyAsField(); ok {
		out = append(out, c)
	}
	for i := range o.Keep {
		k := &o.Keep[i]
		if k.name == "" {
			p.Add(k.at, "the kept column has no name", "write keep: {name: COLUMN}")
			continue
		}
		if isReserved(k.name) {
			k.name = "kept_" + k.name
		}
		c := column{name: k.name, kind: typeText, field: &k.field, meaning: "column of the source, carried through unchanged"}
		c.override(&k.field)
		out = append(out, c)
	}
	o.namesOnce(out, p)
	return out
}

func (o *Options) isKeyPart(name string) bool {
	if o.Key != nil {
		for _, r := range o.Key.refs {
			if r.name == name {
				return true
			}
		}
	}
	return false
}

func (o *Options) canonicalColumns(name string, f *field, p *config.Problems) []column {
	if name == contactRef {
		if f.both == nil && f.refKey == nil {
			p.Add(f.at, "contact_ref names a source and a key", "write {source: webshop, key: customer_id} or {source_and_key: COLUMN, separator: \":\"}")
		}
		return []column{
			{name: "ref_source", kind: typeText, field: f, part: refSource, meaning: "source of the contact record that the row names"},
			{name: "ref_key", kind: typeText, field: f, part: refKey, meaning: "key of the contact record that the row names"},
		}
	}
	if f.both != nil || f.refKey != nil {
		p.Add(f.at, "only contact_ref takes a source and a key", "write a column")
	}
	known, _ := findCanonical(name)
	c := column{name: name, kind: known.kind, scale: known.scale, field: f, invalid: known.invalid, later: known.later, meaning: known.meaning}
	c.override(f)
	if name == "ordered_at" && c.kind == typeTimestamp {
		day := column{name: "ordered_on", kind: typeDate, field: f, part: dayOf, later: true, meaning: "day of the order, in the zone of the source"}
		c.later = false
		return []column{c, day}
	}
	return []column{c}
}

// temporal kinds stand for each other: a field that is an instant stays one
// when its column holds days only, and the other way round.
func temporal(kind string) bool { return kind == typeDate || kind == typeTimestamp }

// override takes over what the long form says otherwise.
func (c *column) override(f *field) {
	if f.kind != "" && f.kind != c.kind && !(temporal(f.kind) && temporal(c.kind)) {
		c.kind = f.kind
		if c.kind == typeDecimal && c.scale == 0 {
			c.scale = 4
		}
	}
	if f.invalid != "" {
		c.invalid = f.invalid
	}
	if c.invalid == "" {
		c.invalid = "null"
	}
	c.required = f.required
}

// keyAsField: a key that is called order_id, campaign_id or piece_id is that
// field too, when fields: does not map it.
func (o *Options) keyAsField() (column, bool) {
	if o.Key == nil || len(o.Key.refs) != 1 || o.Key.refs[0].span != nil {
		return column{}, false
	}
	name := o.Key.refs[0].name
	if _, mapped := o.Fields.Lookup(name); mapped || (name != "order_id" && name != "campaign_id" && name != "piece_id") {
		return column{}, false
	}
	known, _ := findCanonical(name)
	return column{name: name, kind: typeText, field: &o.Key.field, meaning: known.meaning}, true
}

// reserved are the columns that every extracted table has.
func reserved() []pipelines.Column {
	return []pipelines.Column{
		{Name: "source", Type: "VARCHAR", Meaning: "source that the record comes from"},
		{Name: "source_key", Type: "VARCHAR", Meaning: "key of the record in its source"},
		{Name: "source_file", Type: "VARCHAR", Meaning: "file of the record, relative to the project"},
		{Name: "source_row", Type: "BIGINT", Meaning: "data row in the file, from 1, header not counted"},
		{Name: "told_by_customer", Type: "BOOLEAN", Meaning: "false: the record was bought"},
	}
}

func isReserved(name string) bool {
	for _, c := range reserved() {
		if c.Name == name {
			return true
		}
	}
	return name == "raw"
}

func (o *Options) namesOnce(columns []column, p *config.Problems) {
	taken := map[string]bool{}
	for _, c := range columns {
		if taken[c.name] {
			p.Add(c.field.at, "the column "+c.name+" would stand twice in the table", "give it another name with keep: {name: COLUMN}")
		}
		taken[c.name] = true
	}
}

// table declares the table with its exact columns.
func (s *step) table() *pipelines.Table {
	t := &pipelines.Table{
		Name: s.name, About: "records of the source " + s.source + " as read, by canonical field",
		Columns: reserved(), Sort: []string{"source_file", "source_row"}, Key: []string{"source_file", "source_row"},
		Carry: s.o.Mode == "events",
	}
	if s.key != nil && s.o.OnDuplicate != "all" {
		t.Key = []string{"source", "source_key"}
	}
	for _, c := range s.columns {
		t.Columns = append(t.Columns, pipelines.Column{Name: c.name, Type: c.sqlType(), Meaning: c.meaning})
	}
	t.Columns = append(t.Columns, pipelines.Column{Name: "raw", Type: "VARCHAR", Meaning: "the record as read, JSON", Restricted: true})
	return t
}

// columnsTable declares the side table that notices new columns.
func (s *step) columnsTable() *pipelines.Table {
	return &pipelines.Table{
		Name: s.name + "_columns", About: "columns that the files of " + s.source + " have, for on_new_column", Carry: true,
		Sort: []string{"column_name"}, Key: []string{"column_name"},
		Columns: []pipelines.Column{
			{Name: "column_name", Type: "VARCHAR", Meaning: "name in the header"},
			{Name: "source_file", Type: "VARCHAR", Meaning: "first file that has it"},
		},
	}
}

// snake makes a column name of a header: "Data zmiany" is data_zmiany.
func snake(header string) string {
	return strings.Join(fold.Tokens(header), "_")
}
