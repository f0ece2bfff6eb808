package suppress

import (
	"slices"

	"kartoteka/pipelines"
)

var channels = [...]string{"mail", "email", "phone"}

func text(name, meaning string, values ...string) pipelines.Column {
	return pipelines.Column{Name: name, Type: "VARCHAR", Meaning: meaning, Values: values}
}

// allowed are the three columns that this step sets.
func allowed() []pipelines.Column {
	var out []pipelines.Column
	for _, c := range [...][2]string{{"mail", "post may be sent"}, {"email", "e-mail may be sent"}, {"phone", "may be called"}} {
		out = append(out, pipelines.Column{Name: c[0] + "_allowed", Type: "BOOLEAN", Meaning: c[1] + ": no objection, no refused consent, not deceased"})
	}
	return out
}

// contactsTable is the input with *_allowed in their places, or at the end.
func contactsTable(name string, in *pipelines.Table) *pipelines.Table {
	t := &pipelines.Table{Name: name, About: "one row per contact, with what may be sent to it", Sort: []string{"contact_id"}, Key: []string{"contact_id"}, Dynamic: in.Dynamic}
	missing := allowed()
	for _, c := range in.Columns {
		if i := slices.IndexFunc(missing, func(a pipelines.Column) bool { return a.Name == c.Name }); i >= 0 {
			c = missing[i]
			missing = slices.Delete(missing, i, i+1)
		}
		t.Columns = append(t.Columns, c)
	}
	t.Columns = append(t.Columns, missing...)
	return t
}

func suppressionsTable(name string) *pipelines.Table {
	return &pipelines.Table{Name: name, About: "one row per contact and closed channel, with the strongest reason", Sort: []string{"contact_id", "channel"}, Key: []string{"contact_id", "channel"},
		Columns: []pipelines.Column{
			text("contact_id", "contact"),
			text("channel", "closed channel", channels[:]...),
			text("reason", "strongest reason", "deceased", "objection", "refused", "complaint", "consent_refused", "consent_withdrawn", "consent_pending", "no_consent"),
			text("basis", "where the reason comes from", "list", "returned_mail", "consent"),
			text("list", "list, or source of the consent, that says so"),
			{Name: "since", Type: "DATE", Meaning: "day of the reason; NULL when not known"},
			text("grounds", "all reasons: reason, a colon and its list or source, separated by '; '"),
		}}
}

func erasedContacts() *pipelines.Table {
	return &pipelines.Table{Name: pipelines.ErasedContacts, About: "contacts that the run removes from everything; never published", Restricted: true,
		Sort: []string{"contact_id"}, Key: []string{"contact_id"}, Columns: []pipelines.Column{text("contact_id", "contact")}}
}

func erasedRows() *pipelines.Table {
	return &pipelines.Table{Name: pipelines.ErasedRows, About: "source rows of persons that the run removes from everything; never published", Restricted: true,
		Sort: []string{"source", "source_key", "email"}, Key: []string{"source", "source_key", "email"}, Columns: []pipelines.Column{
			text("source", "source of the row"), text("source_key", "its key"), text("email", "e-mail of the person, by which a rejected row is found")}}
}
