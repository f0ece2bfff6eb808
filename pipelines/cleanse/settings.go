package cleanse

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name"
)

// Field are the options of one field: off, or a mapping.
type Field struct {
	Country string   `yaml:"country" about:"ISO country with which values are read"`
	Empty   []string `yaml:"empty" about:"further values that mean not known"`

	Off bool        `yaml:"-"`
	At  config.Node `yaml:"-"`
}

// DecodeNode takes the word off or {country, empty}.
func (f *Field) DecodeNode(n config.Node, p *config.Problems) {
	f.At = n
	if text, ok := n.Text(); ok {
		// YAML 1.1 reads a bare off as false; both mean the same here.
		if f.Off = text == "off" || text == "false"; !f.Off {
			p.Add(n, fmt.Sprintf("%q is not an option of a field", text), "write off, or {country: DE} or {empty: [...]}")
		}
		return
	}
	type long Field
	config.Decode(n, (*long)(f), p)
	f.At = n
}

// SchemaNode describes the shape to editors.
func (Field) SchemaNode() *jsonschema.Schema {
	type long Field
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Enum: []any{"off", false}}, config.SchemaOf(long{})}}
}

// named gives the options of every field by the name of its group.
func (f *Fields) named() map[string]*Field {
	return map[string]*Field{
		"name": &f.Name, "address": &f.Address, "new_address": &f.NewAddress, "email": &f.Email, "phone": &f.Phone, "birth_date": &f.BirthDate,
	}
}

// off tells whether a group of columns is left as it is.
func (o *Options) off(group string) bool { return o.Fields.named()[group].Off }

// checkSettings reports what the options of fields and tables cannot mean.
func (o *Options) checkSettings(p *config.Problems) {
	o.Fields.check(p, false)
	var tables []string
	for _, t := range o.From.List {
		tables = append(tables, t.Value)
	}
	for _, e := range o.Tables {
		if !slices.Contains(tables, e.Key) {
			p.AddAt(e.KeyAt, e.Node.Path, "the table "+e.Key+" is not among from:", config.DidYouMean(e.Key, tables))
		}
		checkCountry(p, e.Node.Get("country"), e.Value.Country)
		e.Value.Fields.check(p, true)
	}
}

func (f *Fields) check(p *config.Problems, ofTable bool) {
	for group, field := range f.named() {
		if field.Off && ofTable {
			p.Add(field.At, "off holds for all tables of a step", "give this table a cleanse step of its own")
		}
		if field.Country != "" && (group == "email" || group == "birth_date") {
			p.Add(field.At.Get("country"), "the country decides nothing about this field", "remove country")
			continue
		}
		checkCountry(p, field.At.Get("country"), field.Country)
	}
}

func checkCountry(p *config.Problems, at config.Node, country string) {
	if country != "" && len(country) != 2 {
		p.Add(at, fmt.Sprintf("%q is not an ISO country code", country), "write two letters, for example PL")
	}
}

// setting is how the rows of one table are read. Countries of single fields are ""
// when the row decides.
type setting struct {
	at                    int    // equal settings share one place: results are remembered by it
	country               string // of rows that do not say
	address, moved        string // the same, for addresses and new addresses
	name, phone           string // whatever the address says
	homeWords, movedWords empty.Words
	phoneWords, dateWords empty.Words
	names                 *name.Parser
	emails                email.Reader
}

// settings gives the setting of every table of from:. Tables without options of
// their own share one.
func (o *Options) settings(projectEmpty []string) ([]*setting, error) {
	shared, err := o.setting(Table{}, projectEmpty)
	if err != nil {
		return nil, err
	}
	next := 1
	var all []*setting
	for _, t := range o.From.List {
		own, ok := o.Tables.Lookup(t.Value)
		if !ok {
			all = append(all, shared)
			continue
		}
		s, err := o.setting(own, projectEmpty)
		if err != nil {
			return nil, err
		}
		s.at, next = next, next+1
		all = append(all, s)
	}
	return all, nil
}

func (o *Options) setting(t Table, projectEmpty []string) (*setting, error) {
	country := func(group string) string {
		return strings.ToUpper(first(t.Fields.named()[group].Country, t.Country, o.Fields.named()[group].Country))
	}
	own := func(group string) string {
		return strings.ToUpper(first(t.Fields.named()[group].Country, o.Fields.named()[group].Country))
	}
	words := func(group string) empty.Words {
		return empty.New(slices.Concat(projectEmpty, o.Empty, t.Empty, o.Fields.named()[group].Empty, t.Fields.named()[group].Empty)...)
	}
	names, err := name.New(o.names(), words("name"))
	if err != nil {
		return nil, fmt.Errorf("rules of names: %w", err)
	}
	s := &setting{
		country: strings.ToUpper(first(t.Country, o.Country)), name: own("name"), phone: own("phone"),
		homeWords: words("address"), movedWords: words("new_address"), phoneWords: words("phone"), dateWords: words("birth_date"),
		names: names, emails: o.emails(words("email")),
	}
	s.address, s.moved = first(country("address"), s.country), first(country("new_address"), s.country)
	return s, nil
}

// first is the first text that is not empty.
func first(texts ...string) string {
	for _, t := range texts {
		if t != "" {
			return t
		}
	}
	return ""
}
