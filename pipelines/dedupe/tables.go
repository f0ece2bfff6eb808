package dedupe

import "kartoteka/pipelines"

// col is a short way to write a column.
func col(name, sqlType, meaning string, values ...string) pipelines.Column {
	return pipelines.Column{Name: name, Type: sqlType, Meaning: meaning, Values: values}
}

// addressColumns are taken together from the row whose address stands.
func addressColumns() []pipelines.Column {
	return []pipelines.Column{
		col("recipient", "VARCHAR", "recipient written in the address, such as a firm or c/o"),
		col("street_type", "VARCHAR", "kind of street: ul., al., St"),
		col("street", "VARCHAR", "street without its kind"),
		col("house_number", "VARCHAR", "house number"),
		col("staircase", "VARCHAR", "staircase or building part"),
		col("level", "VARCHAR", "floor"),
		col("unit_type", "VARCHAR", "kind of unit: m., lok., Apt"),
		col("unit", "VARCHAR", "flat or suite"),
		col("po_box", "VARCHAR", "post office box"),
		col("dependent_locality", "VARCHAR", "village or quarter below the post town"),
		col("city", "VARCHAR", "town"),
		col("region", "VARCHAR", "state or region"),
		col("postcode", "VARCHAR", "postcode in the country's form"),
		col("country", "VARCHAR", "ISO 3166-1 alpha-2"),
		col("predir", "VARCHAR", "US: direction before the street"),
		col("street_suffix", "VARCHAR", "US: kind of street after its name"),
		col("postdir", "VARCHAR", "US: direction after the street"),
		col("route", "VARCHAR", "US: rural route and box"),
		col("urbanization", "VARCHAR", "Puerto Rico: urbanization"),
		col("address_line", "VARCHAR", "address in standard form"),
		col("address_key", "VARCHAR", "equal for spellings of one address"),
	}
}

// contactColumns are the columns of the main table.
func contactColumns() []pipelines.Column {
	out := []pipelines.Column{
		col("contact_id", "VARCHAR", "stable from night to night"),
		col("household_id", "VARCHAR", "household; empty for firms"),
		col("kind", "VARCHAR", "what the contact is", "person", "company"),
		col("prefix", "VARCHAR", "title"),
		col("given_name", "VARCHAR", "given name"),
		col("middle_name", "VARCHAR", "further given names"),
		col("family_name", "VARCHAR", "surname"),
		col("name_suffix", "VARCHAR", "Jr, Sr, degrees"),
		col("gender", "VARCHAR", "gender", "f", "m"),
		col("company", "VARCHAR", "firm"),
		col("birth_date", "DATE", "day of birth"),
		col("email", "VARCHAR", "e-mail address"),
		col("phone", "VARCHAR", "telephone number in E.164"),
	}
	out = append(out, addressColumns()...)
	return append(out,
		col("address_valid_from", "DATE", "day on which the address was told"),
		col("address_origin", "VARCHAR", "who told the address: the customer, or a bought list", "told", "bought"),
		col("address_source", "VARCHAR", "source of the row that gives the address"),
		col("address_source_key", "VARCHAR", "key of the row that gives the address"),
		col("address_family_name", "VARCHAR", "surname on the row that gives the address"),
		col("email_status", "VARCHAR", "what cleansing says of the e-mail address"),
		col("phone_status", "VARCHAR", "what cleansing says of the telephone number"),
		pipelines.Column{Name: "source_count", Type: "INTEGER", Unit: "rows", Meaning: "source rows of the contact"},
		col("first_seen", "DATE", "first day on which a source touched the contact"),
		col("last_seen", "DATE", "last day on which a source touched the contact"),
	)
}

// added are the columns that contact_sources has beside those of the table read.
func added() []pipelines.Column {
	return []pipelines.Column{
		col("contact_id", "VARCHAR", "the contact of the row"),
		col("household_id", "VARCHAR", "the contact's household; empty for firms"),
		{Name: "match_probability", Type: "DOUBLE", Unit: "0-1", Meaning: "of the weakest link that holds the row in its contact; 1 for a row that stands alone"},
		col("matched_by", "VARCHAR", "fields that hold the row, joined with +; known by a known identity, single when it stands alone"),
	}
}

// weights are the columns of contact_pairs that follow from linkage's fields.
func weights() []string {
	return []string{"given_name", "middle_name", "family_name", "name_suffix", "gender", "company", "birth_date", "email", "email_name", "email_year", "phone", "address"}
}

// weights are those of linkage's fields and of the columns that the project wants
// compared.
func (s *step) weights() []string {
	out := weights()
	for _, c := range s.o.Compare {
		out = append(out, c.Value)
	}
	return out
}

func (s *step) pairColumns() []pipelines.Column {
	out := []pipelines.Column{
		col("source_a", "VARCHAR", "source of the first row"), col("key_a", "VARCHAR", "key of the first row"),
		col("source_b", "VARCHAR", "source of the second row"), col("key_b", "VARCHAR", "key of the second row"),
		{Name: "probability", Type: "DOUBLE", Unit: "0-1", Meaning: "that the rows are one person"},
	}
	for _, w := range s.weights() {
		out = append(out, pipelines.Column{Name: w + "_weight", Type: "DOUBLE", Unit: "bits", Meaning: "what " + w + " says for (+) or against (-) one person"})
	}
	return out
}

// tables are what the step makes, the contacts first.
func (s *step) tables(from *pipelines.Table) []*pipelines.Table {
	m := s.o.Makes
	sources := &pipelines.Table{
		Name: m.Sources, About: "one row per source row, with the contact it belongs to", Columns: append(append([]pipelines.Column{}, from.Columns...), added()...),
		Carry: true, Dynamic: from.Dynamic, Restricted: from.Restricted,
	}
	for _, c := range []string{"source", "source_key", "source_file", "source_row"} {
		if from.Has(c) && !from.Dynamic {
			sources.Sort = append(sources.Sort, c)
		}
	}
	return []*pipelines.Table{
		{Name: s.name, About: "one row per person or firm", Columns: contactColumns(), Sort: []string{"contact_id"}, Key: []string{"contact_id"}},
		sources,
		{Name: m.Households, About: "one row per household", Columns: []pipelines.Column{
			col("household_id", "VARCHAR", "stable from night to night"),
			{Name: "size", Type: "INTEGER", Unit: "contacts", Meaning: "contacts in the household"},
			col("address_key", "VARCHAR", "the address most of them have"),
			col("address_line", "VARCHAR", "that address in standard form"),
		}, Sort: []string{"household_id"}, Key: []string{"household_id"}},
		{Name: m.Events, About: "one row per change of a contact's identity", Carry: true, Columns: []pipelines.Column{
			col("contact_id", "VARCHAR", "the contact that changed"),
			col("event", "VARCHAR", "what happened", "created", "merged_into", "split_from", "retired"),
			col("other_id", "VARCHAR", "the contact it was merged into or split from"),
			col("since", "DATE", "day of the run in which it happened"),
		}, Sort: []string{"contact_id", "since", "event", "other_id"}},
		{Name: m.Pairs, About: "one row per pair of source rows that a human may decide", Columns: s.pairColumns(),
			Sort: []string{"source_a", "key_a", "source_b", "key_b", "probability"}},
		{Name: m.Consents, About: "one row per contact, channel and source: the latest consent or objection", Columns: []pipelines.Column{
			col("contact_id", "VARCHAR", "the contact"),
			col("channel", "VARCHAR", "way of contact", "mail", "email", "phone"),
			col("state", "VARCHAR", "granted, refused, withdrawn, pending, or the source's own word"),
			col("basis", "VARCHAR", "legal basis", "consent"),
			col("source", "VARCHAR", "source that says so"),
			col("since", "DATE", "day of the statement"),
		}, Sort: []string{"contact_id", "channel", "source"}},
		{Name: m.Fields, About: "one row per contact and surviving field: whose value stands, and why", Columns: []pipelines.Column{
			col("contact_id", "VARCHAR", "the contact"),
			col("field", "VARCHAR", "the field; name and address are units", "name", "company", "gender", "birth_date", "email", "phone", "address"),
			col("source", "VARCHAR", "source of the row whose value stands"),
			col("source_key", "VARCHAR", "key of that row"),
			col("rule", "VARCHAR", "rule of survive: after which no other value was left; only_value: one row has one, all_equal: all rows agree, later_key: all rules were even"),
			{Name: "candidates", Type: "INTEGER", Unit: "rows", Meaning: "source rows that have a value"},
			{Name: "conflicts", Type: "INTEGER", Unit: "rows", Meaning: "of them, those with another value"},
		}, Sort: []string{"contact_id", "field"}, Key: []string{"contact_id", "field"}},
		{Name: m.Companies, About: "one row per contact with a firm: the firm itself, or a person who works there (experimental)", Columns: []pipelines.Column{
			col("company_id", "VARCHAR", "the company; stable from night to night where this table is published"),
			col("contact_id", "VARCHAR", "the contact"),
			col("kind", "VARCHAR", "what the contact is", "person", "company"),
			col("company", "VARCHAR", "name of the company"),
		}, Sort: []string{"company_id", "contact_id"}, Key: []string{"contact_id"}},
	}
}
