package extract

import (
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Options are the keys of an extract step.
type Options struct {
	Files          config.Text           `yaml:"files" required:"true" about:"pattern of the files inside the project, such as sources/crm_*.csv; ** crosses folders"`
	Optional       bool                  `yaml:"optional" default:"false" about:"true: no file is fine and gives an empty table"`
	Source         string                `yaml:"source" about:"name of the source in the tables; default: the table's name"`
	Format         string                `yaml:"format" enum:"csv,fixed,jsonl,xlsx,parquet,xml,acs" about:"format of the files; default: by the file's extension"`
	Encoding       config.Text           `yaml:"encoding" about:"utf-8, utf-16le, utf-16be, windows-1250, iso-8859-2 or windows-1252; default: found"`
	Delimiter      config.Text           `yaml:"delimiter" about:"csv: one character, or tab; default: found among , ; tab |"`
	Header         header                `yaml:"header" about:"csv and xlsx: true, false (columns are called 1, 2, ...) or the list of names of a file without a header"`
	Sheet          string                `yaml:"sheet" about:"xlsx: the sheet; default: the only one"`
	Rows           string                `yaml:"rows" about:"xml: name of the element that is a row, without its namespace"`
	Layout         config.Text           `yaml:"layout" about:"fixed: a layout file of the project, or a shipped layout such as acs"`
	Length         int                   `yaml:"length" min:"0" about:"fixed: characters of a record; default: of the layout, or the last position named"`
	ShortLines     string                `yaml:"short_lines" default:"reject" enum:"reject,pad" about:"fixed: pad fills up lines whose trailing blanks an editor has cut"`
	Totals         string                `yaml:"totals" default:"fail" enum:"fail,warn" about:"fixed: what to do when the totals of the header do not agree with the records"`
	Key            *keyField             `yaml:"key" about:"column that names a record, or a list of them; a row without it is a reject"`
	OnMissingKey   string                `yaml:"on_missing_key" default:"reject" enum:"reject,keep" about:"what becomes of a row without its key; keep leaves its source_key empty"`
	OnRagged       string                `yaml:"on_ragged" default:"reject" enum:"reject,keep" about:"csv: what becomes of a row with a wrong number of fields; keep leaves the missing ones empty and drops what stands beyond the last column"`
	Raw            string                `yaml:"raw" default:"keep" enum:"keep,drop" about:"drop: the record as read is not carried along; the column raw stays empty"`
	OnDuplicate    string                `yaml:"on_duplicate" default:"latest" enum:"latest,first,all,reject" about:"which row of a key is kept: the latest or first observed, all, or the others are rejects"`
	Mode           string                `yaml:"mode" default:"full" enum:"full,events" about:"full: the files are the whole state; events: they add to what earlier nights read, by key"`
	Fold           *foldBy               `yaml:"fold" about:"reduce an event log to one state per key: {by: event_time}; the last event wins, other columns keep their last value"`
	Observed       *field                `yaml:"observed" about:"when the source last touched the record"`
	ToldByCustomer bool                  `yaml:"told_by_customer" default:"true" about:"false: bought data"`
	OnNewColumn    string                `yaml:"on_new_column" default:"warn" enum:"ignore,warn,fail" about:"what to do when a file has a column that it did not have last night and that no field reads"`
	Fields         config.Entries[field] `yaml:"fields" required:"true" about:"canonical field: source column, a list of columns read as lines of one value, or the long form"`
	Keep           keep                  `yaml:"keep" about:"columns carried through unchanged: a list, or name: column"`
	Empty          []string              `yaml:"empty" about:"words that mean not known in dates and numbers of these files, beside those of the project"`
}

// header is true, false or a list of names.
type header struct {
	Without bool
	Names   []string
}

// DecodeNode reads the three shapes.
func (h *header) DecodeNode(n config.Node, p *config.Problems) {
	if n.Kind() == config.List {
		for _, item := range n.Items() {
			var t config.Text
			t.DecodeNode(item, p)
			h.Names = append(h.Names, t.Value)
		}
		return
	}
	var with bool
	config.Decode(n, &with, p)
	h.Without = !with
}

// SchemaNode describes the shapes to editors.
func (header) SchemaNode() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "boolean"}, {Type: "array", Items: &jsonschema.Schema{Type: "string"}}}}
}

// foldBy says by which time events are put in order.
type foldBy struct {
	By field `yaml:"by" required:"true" about:"column or field that holds the time of the event"`
}

// keyField is a column or a list of columns joined with '|', or a long form.
type keyField struct{ field }

// DecodeNode reads a key.
func (k *keyField) DecodeNode(n config.Node, p *config.Problems) {
	k.field.DecodeNode(n, p)
	k.separator = "|"
}

// keep are columns that are carried through.
type keep []kept

type kept struct {
	name  string // of the table's column
	field field
	at    config.Node
}

// DecodeNode reads a list of columns, or a mapping of names to columns.
func (k *keep) DecodeNode(n config.Node, p *config.Problems) {
	if n.Kind() == config.Mapping {
		for _, f := range n.Fields() {
			one := kept{name: snake(f.Key), at: f.Value}
			one.field.DecodeNode(f.Value, p)
			*k = append(*k, one)
		}
		return
	}
	if n.Kind() != config.List && n.Kind() != config.Scalar {
		p.Add(n, "expected a list of columns, found "+n.Kind(), "keep: [Segment] or keep: {segment: Segment}")
		return
	}
	for _, item := range n.Items() {
		one := kept{at: item}
		one.field.DecodeNode(item, p)
		if len(one.field.refs) == 1 {
			one.name = snake(one.field.refs[0].name)
		}
		*k = append(*k, one)
	}
}

// SchemaNode describes the shapes to editors.
func (keep) SchemaNode() *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{
		{Type: "array", Items: &jsonschema.Schema{Type: "string"}}, {Type: "object", AdditionalProperties: field{}.SchemaNode()}}}
}

// delimiter is the byte that is declared, 0 when none is.
func (o *Options) delimiter(p *config.Problems) byte {
	switch v := o.Delimiter.Value; {
	case v == "":
		return 0
	case strings.EqualFold(v, "tab"), v == `\t`:
		return '\t'
	case len(v) == 1 && v != `"` && v != "\n" && v != "\r":
		return v[0]
	}
	p.Add(o.Delimiter.At, "the delimiter must be one ASCII character", `write ";", ",", "|" or tab`)
	return 0
}
