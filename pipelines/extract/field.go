package extract

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines/extract/layout"
	"kartoteka/pipelines/kernel/dates"
)

// ref names one column of a file, by header, path or position.
type ref struct {
	name string
	at   config.Node
	span *layout.Span // fixed
}

// field says what a value is read from and how.
type field struct {
	at        config.Node
	refs      []ref
	firstOf   bool   // the first of refs that is not blank, instead of all
	separator string // between refs that are not blank; "": line break
	value     *string
	unless    string // value counts unless the file has this column
	fromFile  *regexp.Regexp

	kind     string // "": by the field's name
	format   *dates.Format
	decimal  byte
	zone     *time.Location
	mapping  map[string]string
	invalid  string
	required bool

	refSource, refKey *field // of contact_ref
	both              *ref   // of contact_ref: source and key in one column
	bothSeparator     string
}

// longField is the long form.
type longField struct {
	Column    *field                      `yaml:"column"`
	Path      config.Text                 `yaml:"path"`
	At        config.Text                 `yaml:"at"`
	FirstOf   []config.Text               `yaml:"first_of"`
	Value     *string                     `yaml:"value"`
	FromFile  config.Text                 `yaml:"from_file"`
	Type      string                      `yaml:"type" enum:"text,date,timestamp,decimal,integer,month"`
	Format    config.Text                 `yaml:"format"`
	Decimal   config.Text                 `yaml:"decimal"`
	TimeZone  config.Text                 `yaml:"time_zone"`
	Map       config.Entries[config.Text] `yaml:"map"`
	OnInvalid string                      `yaml:"on_invalid" enum:"reject,null"`
	Required  bool                        `yaml:"required"`

	Source       *field      `yaml:"source"`
	Key          *field      `yaml:"key"`
	SourceAndKey config.Text `yaml:"source_and_key"`
	Separator    string      `yaml:"separator" default:"':'"`

	Join *string `yaml:"join"`
}

// DecodeNode reads a column, a list of columns, or the long form.
func (f *field) DecodeNode(n config.Node, p *config.Problems) {
	f.at = n
	switch n.Kind() {
	case config.Scalar, config.List:
		f.columns(n.Items(), p)
	case config.Mapping:
		var long longField
		config.Decode(n, &long, p)
		f.long(n, long, p)
	default:
		p.Add(n, "expected a column, a list of columns or the long form, found "+n.Kind(), "write NAME, [NAME, NAME] or {column: NAME, type: date, format: dd.mm.yyyy}")
	}
}

func (f *field) columns(items []config.Node, p *config.Problems) {
	for _, item := range items {
		var t config.Text
		t.DecodeNode(item, p)
		f.refs = append(f.refs, ref{name: t.Value, at: item})
	}
}

// long takes the long form over, and refuses what does not go together.
func (f *field) long(n config.Node, l longField, p *config.Problems) {
	origins := 0
	given := func(yes bool) bool {
		if yes {
			origins++
		}
		return yes
	}
	if given(l.Column != nil) {
		f.refs = l.Column.refs
	}
	if given(l.Path.Value != "") {
		f.refs = []ref{{name: l.Path.Value, at: l.Path.At}}
	}
	if given(l.At.Value != "") {
		f.position(l.At, p)
	}
	if given(l.FirstOf != nil) {
		f.firstOf = true
		for _, t := range l.FirstOf {
			f.refs = append(f.refs, ref{name: t.Value, at: t.At})
		}
	}
	if given(l.Value != nil) {
		f.value = l.Value
	}
	if given(l.FromFile.Value != "") {
		f.pattern(l.FromFile, p)
	}
	if given(l.SourceAndKey.Value != "") {
		f.both, f.bothSeparator = &ref{name: l.SourceAndKey.Value, at: l.SourceAndKey.At}, l.Separator
	}
	if given(l.Source != nil || l.Key != nil) {
		f.reference(n, l, p)
	}
	if origins != 1 {
		p.Add(n, "say once where the value comes from", "write one of column, path, at, first_of, value, from_file")
	}
	if l.Join != nil {
		f.separator = *l.Join
		if len(f.refs) < 2 || f.firstOf {
			p.Add(n, "join: goes with several columns", "write {column: [YEAR, MONTH, DAY], join: \"-\"}")
		}
	}
	f.meaning(l, p)
}

func (f *field) position(at config.Text, p *config.Problems) {
	span, err := layout.ParseSpan(at.Value)
	if err != nil {
		p.Add(at.At, err.Error(), "write FIRST-LAST, such as 9-33")
	}
	f.refs = []ref{{name: span.String(), at: at.At, span: &span}}
}

func (f *field) pattern(t config.Text, p *config.Problems) {
	re, err := regexp.Compile(`^(?:` + t.Value + `)$`)
	switch {
	case err != nil:
		p.Add(t.At, "this is not a regular expression", "write one with a group, such as mailfile_(.+)\\.csv")
	case re.NumSubexp() == 0:
		p.Add(t.At, "the expression has no group", "put the wanted part in brackets, such as mailfile_(.+)\\.csv")
	}
	f.fromFile = re
}

// reference is {source: NAME, key: COLUMN}. The source is the column of that
// name where the file has one, else the name itself.
func (f *field) reference(n config.Node, l longField, p *config.Problems) {
	if l.Source == nil || l.Key == nil {
		p.Add(n, "a reference has source: and key:", "write {source: webshop, key: customer_id} or {source_and_key: COLUMN, separator: \":\"}")
		return
	}
	f.refSource, f.refKey = l.Source, l.Key
	if n.Get("source").Kind() == config.Scalar {
		name := l.Source.refs[0].name
		f.refSource = &field{at: l.Source.at, value: &name, unless: name}
	}
}

// meaning takes over how text becomes a value.
func (f *field) meaning(l longField, p *config.Problems) {
	f.kind, f.invalid, f.required = l.Type, l.OnInvalid, l.Required
	if l.Format.Value != "" {
		format, err := dates.Layout(l.Format.Value)
		if err != nil {
			p.Add(l.Format.At, err.Error(), "")
		}
		f.format = format
	}
	switch l.Decimal.Value {
	case "":
	case ",", ".":
		f.decimal = l.Decimal.Value[0]
	default:
		p.Add(l.Decimal.At, fmt.Sprintf("%q is not a decimal sign", l.Decimal.Value), `write "," or "."`)
	}
	if l.TimeZone.Value != "" {
		config.CheckZone(l.TimeZone, p)
		if zone, err := time.LoadLocation(l.TimeZone.Value); err == nil {
			f.zone = zone
		}
	}
	if l.Map != nil {
		f.mapping = map[string]string{}
		for _, e := range l.Map {
			f.mapping[strings.ToLower(e.Key)] = e.Value.Value
		}
	}
}

// all lists every column that the field reads.
func (f *field) all() []ref {
	if f == nil {
		return nil
	}
	out := append([]ref(nil), f.refs...)
	if f.both != nil {
		out = append(out, *f.both)
	}
	return append(append(out, f.refSource.all()...), f.refKey.all()...)
}

// SchemaNode describes the shapes to editors.
func (field) SchemaNode() *jsonschema.Schema {
	word := &jsonschema.Schema{Types: []string{"string", "number"}}
	list := &jsonschema.Schema{Type: "array", Items: word}
	long := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{
		"column": {AnyOf: []*jsonschema.Schema{word, list}}, "path": word, "at": word, "first_of": list, "value": word, "from_file": word,
		"type":   {Enum: []any{typeText, typeDate, typeTimestamp, typeDecimal, typeInteger, typeMonth}},
		"format": word, "decimal": {Enum: []any{",", "."}}, "time_zone": word, "map": {Type: "object", AdditionalProperties: word},
		"on_invalid": {Enum: []any{"reject", "null"}}, "required": {Type: "boolean"}, "join": word,
		"source": {}, "key": {}, "source_and_key": word, "separator": word,
	}}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{word, list, config.Closed(long)}}
}
