package config

import (
	"encoding/json"
	"reflect"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"
	"gopkg.in/yaml.v3"
)

// Schemer tells the JSON Schema of a value with a YAML shape of its own.
type Schemer interface {
	SchemaNode() *jsonschema.Schema
}

var schemerType = reflect.TypeOf((*Schemer)(nil)).Elem()

// SchemaOf makes the JSON Schema of an options struct (or any supported value)
// from the same tags that Decode reads.
func SchemaOf(v any) *jsonschema.Schema { return schemaOf(reflect.TypeOf(v)) }

func schemaOf(t reflect.Type) *jsonschema.Schema {
	if t == nil {
		return &jsonschema.Schema{}
	}
	if t == nodeType {
		return &jsonschema.Schema{}
	}
	if t.Kind() == reflect.Pointer {
		return schemaOf(t.Elem())
	}
	if t.Implements(schemerType) {
		return reflect.Zero(t).Interface().(Schemer).SchemaNode()
	}
	if reflect.PointerTo(t).Implements(schemerType) {
		return reflect.New(t).Interface().(Schemer).SchemaNode()
	}
	switch t.Kind() {
	case reflect.Struct:
		return structSchema(t)
	case reflect.Slice:
		return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "array", Items: schemaOf(t.Elem())}, schemaOf(t.Elem())}}
	case reflect.Map:
		return &jsonschema.Schema{Type: "object", AdditionalProperties: schemaOf(t.Elem())}
	case reflect.Bool:
		return &jsonschema.Schema{Type: "boolean"}
	case reflect.Int, reflect.Int64:
		return &jsonschema.Schema{Type: "integer"}
	case reflect.Float64:
		return &jsonschema.Schema{Type: "number"}
	}
	return &jsonschema.Schema{Types: []string{"string", "number", "boolean"}}
}

// Closed forbids every key that is not among the properties; x- keys stay.
func Closed(s *jsonschema.Schema) *jsonschema.Schema {
	s.PatternProperties = map[string]*jsonschema.Schema{"^x-": {}}
	s.AdditionalProperties = &jsonschema.Schema{Not: &jsonschema.Schema{}}
	return s
}

func structSchema(t reflect.Type) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "object", Properties: map[string]*jsonschema.Schema{}}
	for _, sf := range structFields(reflect.New(t).Elem()) {
		c := *schemaOf(sf.field.Type)
		c.Description = sf.field.Tag.Get("about")
		decorate(&c, sf.field)
		s.Properties[sf.key] = &c
		s.PropertyOrder = append(s.PropertyOrder, sf.key)
		if sf.field.Tag.Get("required") == "true" {
			s.Required = append(s.Required, sf.key)
		}
	}
	return Closed(s)
}

func decorate(s *jsonschema.Schema, f reflect.StructField) {
	r := rulesOf(f)
	words := []*jsonschema.Schema{s}
	if f.Type.Kind() == reflect.Slice && len(s.AnyOf) == 2 {
		words = []*jsonschema.Schema{s.AnyOf[0].Items, s.AnyOf[1]}
	}
	for _, w := range words {
		if r.enum != nil {
			w.Types, w.Type = nil, ""
		}
		for _, e := range r.enum {
			w.Enum = append(w.Enum, e)
		}
	}
	if b, err := strconv.ParseFloat(r.min, 64); err == nil {
		s.Minimum = &b
	}
	if b, err := strconv.ParseFloat(r.max, 64); err == nil {
		s.Maximum = &b
	}
	if d, ok := f.Tag.Lookup("default"); ok {
		var v any
		if yaml.Unmarshal([]byte(d), &v) == nil {
			if j, err := json.Marshal(v); err == nil {
				s.Default = j
			}
		}
	}
}

// Option is one documented key of an options struct, for help pages.
type Option struct {
	Key, Type, Default, About string
	Required                  bool
	Optional                  bool // a mapping that is absent unless written
	Depth                     int
}

// Options lists the keys of an options struct in order, nested ones after
// their parent with a greater depth.
func Options(v any) []Option {
	t := reflect.TypeOf(v)
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return optionsOf(t, 0)
}

func optionsOf(t reflect.Type, depth int) []Option {
	var out []Option
	for _, sf := range structFields(reflect.New(t).Elem()) {
		d := sf.field.Tag.Get("default")
		out = append(out, Option{
			Key: sf.key, Type: typeWord(sf.field), Default: d, About: sf.field.Tag.Get("about"),
			Required: sf.field.Tag.Get("required") == "true", Depth: depth,
			Optional: sf.field.Type.Kind() == reflect.Pointer,
		})
		ft := sf.field.Type
		for ft.Kind() == reflect.Pointer {
			ft = ft.Elem()
		}
		if ft.Kind() == reflect.Struct && !reflect.PointerTo(ft).Implements(decoderType) && ft != nodeType {
			out = append(out, optionsOf(ft, depth+1)...)
		}
	}
	return out
}

func typeWord(f reflect.StructField) string {
	if e := f.Tag.Get("enum"); e != "" {
		return strings.ReplaceAll(e, ",", " | ")
	}
	t := f.Type
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t {
	case reflect.TypeOf(Text{}):
		return "text"
	case reflect.TypeOf(Tables{}):
		return "tables"
	case reflect.TypeOf(Duration{}):
		return "duration"
	case reflect.TypeOf(Size{}):
		return "size"
	}
	switch t.Kind() {
	case reflect.Slice:
		if reflect.PointerTo(t).Implements(decoderType) {
			return "mapping" // Entries
		}
		return "list"
	case reflect.Map, reflect.Struct:
		return "mapping"
	case reflect.Bool:
		return "true | false"
	case reflect.Int, reflect.Int64, reflect.Float64:
		return "number"
	}
	return "text"
}

// DefaultsYAML prints every option with its default as YAML, each under its
// line of documentation. What has no default is commented out, and so is a
// mapping of which nothing is left; the text decodes as it is.
func DefaultsYAML(v any) string {
	opts := Options(v)
	var b strings.Builder
	for i, o := range opts {
		pad := strings.Repeat("  ", o.Depth)
		b.WriteString(pad + "# " + o.About)
		if o.Type != "" {
			b.WriteString(" (" + o.Type + ")")
		}
		b.WriteString("\n" + pad)
		if !written(opts, i) {
			b.WriteString("# ")
		}
		b.WriteString(o.Key + ":")
		switch {
		case o.Default != "":
			b.WriteString(" " + o.Default)
		case o.Required && !parent(opts, i):
			b.WriteString("   # required")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// parent tells that options are nested under option i.
func parent(opts []Option, i int) bool {
	return i+1 < len(opts) && opts[i+1].Depth > opts[i].Depth
}

// written tells that option i stands in the defaults: it has one, or one of
// its own options has, and no mapping above it is left out as a whole.
func written(opts []Option, i int) bool {
	if opts[i].Optional {
		return false
	}
	for above, depth := i-1, opts[i].Depth; above >= 0 && depth > 0; above-- {
		if opts[above].Depth < depth {
			depth = opts[above].Depth
			if opts[above].Optional {
				return false
			}
		}
	}
	if !parent(opts, i) {
		return opts[i].Default != ""
	}
	for j := i + 1; j < len(opts) && opts[j].Depth > opts[i].Depth; j++ {
		if written(opts, j) {
			return true
		}
	}
	return false
}
