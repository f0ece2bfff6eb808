package returns

import (
	"slices"

	"kartoteka/pipelines"
)

// addressColumns are the columns of an address, as cleanse makes them.
func addressColumns() []string {
	return []string{"recipient", "predir", "street_type", "street", "street_suffix", "postdir", "house_number", "staircase", "level",
		"unit_type", "unit", "po_box", "route", "urbanization", "dependent_locality", "city", "region", "postcode", "country",
		"address_line", "address_key"}
}

// addressMeanings gives the columns of an address under a prefix of their names.
func addressTable(prefix, whose string) []pipelines.Column {
	var out []pipelines.Column
	for _, c := range addressColumns() {
		meaning := whose + ": " + c
		switch c {
		case "address_line":
			meaning = whose + " in its standard form"
		case "address_key":
			meaning = whose + " as a key, equal for equal addresses"
		}
		out = append(out, pipelines.Column{Name: prefix + c, Type: "VARCHAR", Meaning: meaning})
	}
	return out
}

func text(name, meaning string, values ...string) pipelines.Column {
	return pipelines.Column{Name: name, Type: "VARCHAR", Meaning: meaning, Values: values}
}

func date(name, meaning string) pipelines.Column {
	return pipelines.Column{Name: name, Type: "DATE", Meaning: meaning}
}

func yesNo(name, meaning string) pipelines.Column {
	return pipelines.Column{Name: name, Type: "BOOLEAN", Meaning: meaning}
}

// correctionsTable is the main table: one row per message of a carrier.
func correctionsTable(name string) *pipelines.Table {
	columns := []pipelines.Column{
		text("return_id", "id of the message by its content; a repetition ends in -2, -3, ..."),
		text("source", "extract step that read it"),
		text("source_file", "file in which it was first read"),
		{Name: "source_row", Type: "BIGINT", Meaning: "data row of that file from 1, header not counted"},
		text("feed", "feedback table"),
		text("piece_id", "piece that the message is about; NULL when no known piece"),
		text("piece_ref", "piece reference as read, without spaces and #, in capitals"),
		text("tracking_no", "number of the registered item as read"),
		text("campaign_id", "campaign of the piece"),
		text("ref_source", "source of the contact record that piece or message names"),
		text("ref_key", "key of the contact record that piece or message names"),
		text("contact_id", "contact; NULL when nobody was found"),
		text("resolved_by", "by what the contact was found"),
		date("received_on", "day of the return; the night it was first read when the carrier gives none"),
		text("carrier", "code table that read it"),
		text("code", "code as read"),
		text("text", "words as read"),
		text("event", "event as read"),
		text("status", "mail status as read"),
		text("reason", "reason in one vocabulary for all carriers", reasonWords()...),
		text("move_month", "month of the move, YYYY-MM"),
		text("move_type", "who moved according to the carrier"),
		date("effective_on", "day from which it holds: last day of the move month of a new address, otherwise the day of the return"),
		text("precision", "what effective_on stands for", "day", "month"),
		text("printed_address_key", "key of the address on the piece or on the compared record"),
		text("email", "e-mail address that the message is about"),
	}
	columns = append(columns, addressTable("new_", "new address")...)
	columns = append(columns,
		yesNo("came_back", "the piece itself came back (counts against delivered pieces)"),
		text("decision", "what was done, decided anew every night", "address_updated", "address_marked_undeliverable", "suppressed", "no_change", "task"),
		text("because", "why nothing was changed, or the kind of the task; NULL where the reason says why"),
		text("first_decision", "decision and because of the night it was first read"),
		date("decided_on", "that night"),
		pipelines.Column{Name: "batch", Type: "INTEGER", Meaning: "nights with new messages up to that night, from 1: the order in which decisions build on each other"},
	)
	return &pipelines.Table{Name: name, About: "one row per message of a carrier: what it said and what was done", Columns: columns,
		Sort: []string{"received_on", "return_id"}, Key: []string{"return_id"}, Carry: true}
}

// contactsTable is the contacts as they came, with addresses and states after the corrections.
func contactsTable(name string, in *pipelines.Table) *pipelines.Table {
	t := &pipelines.Table{Name: name, About: "contacts after the corrections of returned mail", Sort: []string{"contact_id"}, Key: []string{"contact_id"}, Dynamic: in.Dynamic}
	for _, c := range in.Columns {
		if c.Name == "address_origin" {
			c.Values = nil
			c.Meaning = "where the address comes from: told, bought or returned_mail"
		}
		if !slices.Contains(stateColumns(), c.Name) {
			t.Columns = append(t.Columns, c)
		}
	}
	t.Columns = append(t.Columns,
		text("postal_status", "can the address be mailed", "ok", "undeliverable", "held", "missing"),
		yesNo("mail_allowed", "post may be sent: no refusal, not deceased"),
		yesNo("email_allowed", "e-mail may be sent: no complaint, not deceased"),
		yesNo("phone_allowed", "may be called: not deceased"),
		yesNo("deceased", "a carrier reported the death"))
	return t
}

func stateColumns() []string {
	return []string{"postal_status", "mail_allowed", "email_allowed", "phone_allowed", "deceased"}
}

func addressesTable(name string) *pipelines.Table {
	columns := []pipelines.Column{text("contact_id", "contact")}
	columns = append(columns, addressTable("", "address")...)
	columns = append(columns,
		date("valid_from", "first day known; NULL when not known"),
		date("valid_to", "first day on which it no longer holds; NULL for the current one"),
		text("precision", "what valid_from stands for", "day", "month"),
		text("origin", "who gave it", "told", "bought", "returned_mail"),
		text("status", "state of this address", "ok", "undeliverable", "held", "superseded"),
		text("evidence", "source record or return_id that gave it"))
	return &pipelines.Table{Name: name, About: "every known address of every contact with its days", Columns: columns,
		Sort: []string{"contact_id", "valid_from", "address_key"}, Key: []string{"contact_id", "address_key", "valid_from"}, Carry: true}
}

func tasksTable(name string) *pipelines.Table {
	return &pipelines.Table{Name: name, About: "open work for people", Sort: []string{"opened_on", "task_id"}, Key: []string{"task_id"}, Columns: []pipelines.Column{
		text("task_id", "id, the same every night"),
		text("kind", "what is to be done"),
		text("contact_id", "contact; NULL when nobody was found"),
		text("order_id", "order that is evidence of life"),
		text("assignee", "who does it"),
		date("opened_on", "night on which the first of its messages was read"),
		date("due_on", "day until which it should be done"),
		text("detail", "the messages it is about: file, row and reason"),
		text("suggested", "what to do"),
	}}
}
