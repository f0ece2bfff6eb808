package suppress

import (
	"embed"
	"slices"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/resolve"
)

//go:embed sql/*.sql
var files embed.FS

//go:embed suppress.md
var doc string

//go:embed example.yaml
var example string

//go:embed fixture.sql
var fixture string

// Spec tells everything about the step.
func Spec() pipelines.Spec {
	return pipelines.Spec{
		Type: "suppress", Summary: "closes channels of people who objected or died, and erases who asked for it",
		Doc: doc, Example: example, Fixture: fixture,
		Sides:   []string{"suppressions", pipelines.ErasedContacts, pipelines.ErasedRows},
		Options: func() any { return &Options{} },
		New:     newStep,
	}
}

type step struct {
	name                                config.Text
	contacts, sources, consents, orders config.Text
	orderRows                           []config.Text
	consentsGiven                       bool
	nicknames                           []pipelines.Pattern // the project's short forms of given names
	o                                   *Options
}

// Patterns are the files read beside the tables.
func (s *step) Patterns() []pipelines.Pattern { return s.nicknames }

func newStep(e config.StepEntry, options any, setting pipelines.Setting) (pipelines.Step, config.Problems) {
	var p config.Problems
	s := &step{name: e.Name, o: options.(*Options), sources: config.Text{Value: "contact_sources"}, consents: config.Text{Value: "contact_consents"},
		nicknames: resolve.NicknameFiles(e.Name.Value, setting.Project)}
	from := s.o.From
	s.sources.At, s.consents.At = from.At, from.At
	switch {
	case len(from.List) == 1:
		s.contacts = from.List[0]
	case len(from.List) > 1:
		p.Add(from.At, "one table of contacts is expected", "write from: contacts_corrected or from: {contacts: ..., sources: ..., consents: ...}")
	}
	for _, role := range from.Roles {
		if role.Key == "order_rows" {
			s.orderRows = role.Value.List
			continue
		}
		into, known := map[string]*config.Text{"contacts": &s.contacts, "sources": &s.sources, "consents": &s.consents, "orders": &s.orders}[role.Key]
		if !known {
			p.AddAt(role.KeyAt, "", "unknown role "+role.Key, config.DidYouMean(role.Key, []string{"contacts", "sources", "consents", "orders", "order_rows"}))
			continue
		}
		if len(role.Value.List) != 1 {
			p.Add(role.Node, "one table is expected", "")
			continue
		}
		*into = role.Value.List[0]
		s.consentsGiven = s.consentsGiven || role.Key == "consents"
	}
	if (s.orders.Value == "") != (len(s.orderRows) == 0) {
		p.Add(from.At, "orders and order_rows go together", "write orders: orders (with contact_id, of response) and order_rows: the cleansed orders")
	}
	if len(from.Roles) > 0 && s.contacts.Value == "" {
		p.Add(from.At, "the role contacts is missing", "write contacts: contacts_corrected")
	}
	return s, p
}

// Inputs are the contacts, their source rows, their consents and the lists.
func (s *step) Inputs() []pipelines.Input {
	in := []pipelines.Input{
		{Role: "contacts", Table: s.contacts}, {Role: "sources", Table: s.sources},
		{Role: "consents", Table: s.consents, Optional: !s.consentsGiven},
	}
	for _, t := range s.orderRows {
		in = append(in, pipelines.Input{Role: "order_rows", Table: t})
	}
	if s.orders.Value != "" {
		in = append(in, pipelines.Input{Role: "orders", Table: s.orders})
	}
	for _, l := range s.o.Lists {
		in = append(in, pipelines.Input{Role: "list", Table: l.Table})
	}
	return in
}

// Plan declares the four tables.
func (s *step) Plan(in map[string]*pipelines.Table) ([]*pipelines.Table, config.Problems) {
	var p config.Problems
	need := func(table config.Text, hint string, columns ...string) {
		for _, c := range columns {
			if t := in[table.Value]; t != nil && !t.Has(c) {
				p.Add(table.At, "the table "+table.Value+" has no column "+c, hint)
			}
		}
	}
	need(s.contacts, "name the contacts that dedupe or returns makes", "contact_id")
	need(s.sources, "name the source rows that dedupe makes", "contact_id", "source", "source_key")
	if in[s.consents.Value] != nil {
		need(s.consents, "name the consents that dedupe makes", "contact_id", "channel", "state", "source", "since")
	}
	need(s.orders, "name the orders that response makes", "order_id", "contact_id")
	for _, t := range s.orderRows {
		need(t, "name orders that cleanse has read", "order_id")
	}
	for _, l := range s.o.Lists {
		for _, m := range l.Match {
			hint := "read it under fields: of its extract step"
			if m == "name_address" {
				hint = "add a cleanse step that reads " + l.Table.Value + " and name its table here"
				need(s.sources, "the source rows were not cleansed", "address_key", "given_name", "family_name")
			}
			need(l.Table, hint, columnsOf(m)...)
		}
		if l.Channel.column.Value != "" {
			need(config.Text{Value: l.Table.Value, At: l.Channel.column.At}, "keep it in the extract step", l.Channel.column.Value)
		}
		if l.Since.At.Exists() {
			need(config.Text{Value: l.Table.Value, At: l.Since.At}, "", l.Since.Value)
		}
	}
	contacts := in[s.contacts.Value]
	if contacts == nil {
		contacts = &pipelines.Table{Dynamic: true}
	}
	return []*pipelines.Table{contactsTable(s.name.Value, contacts), suppressionsTable(s.o.Makes.Suppressions.Value), erasedContacts(), erasedRows()}, p
}

// columnsOf are the columns of a list that a way of matching reads.
func columnsOf(match string) []string {
	switch match {
	case "contact_ref":
		return []string{"ref_source", "ref_key"}
	case "name_address":
		return []string{"address_key", "family_name", "given_name"}
	}
	return []string{match}
}

func (s *step) erases() bool {
	return slices.ContainsFunc(s.o.Lists, func(l list) bool { return l.Effect == "erase" })
}
