package assess

import (
	"fmt"
	"sort"
	"strings"

	"kartoteka/pipelines/duck"
)

// relation is a table read, with the columns it has now.
type relation struct {
	name    string
	columns map[string]string // name -> type
}

// field says how the rows of one field are judged, as SQL conditions.
type field struct {
	name                               string
	filled, placeholder, valid, usable string
	value                              string // of which different values are counted
}

// judged are the fields of cleansed tables whose status tells more than NULL.
func judged(name, status, valid, usable string) field {
	column := duck.Ident(status)
	return field{
		name:        name,
		filled:      "COALESCE(" + column + ", 'missing') <> 'missing'",
		placeholder: column + " = 'placeholder'",
		valid:       column + " IN " + valid,
		usable:      column + " IN " + usable,
		value:       duck.Ident(name),
	}
}

// plain is a field that is usable when it holds a value. What cleanse took out
// as a placeholder was filled.
func plain(name, kind string, codes bool) field {
	column := duck.Ident(name)
	held := column + " IS NOT NULL"
	if kind == "VARCHAR" {
		held = "NULLIF(TRIM(" + column + "), '') IS NOT NULL"
	}
	f := field{name: name, filled: held, placeholder: "FALSE", valid: held, usable: held, value: column}
	if codes {
		f.placeholder = "COALESCE(' ' || cleanse_codes || ' ' LIKE " + duck.Quote("% "+name+":placeholder %") + ", FALSE) AND NOT (" + held + ")"
		f.filled = "(" + held + ") OR COALESCE(' ' || cleanse_codes LIKE " + duck.Quote("% "+name+":%") + ", FALSE)"
	}
	return f
}

// notFields are columns that say where a row comes from or what a step found,
// not what the firm collects.
func notFields() map[string]bool {
	out := map[string]bool{}
	for _, name := range strings.Fields(`source source_key source_file source_row source_order told_by_customer raw cleanse_codes contact_id household_id
		match_probability matched_by email_key email_status email_suggestion phone_status phone_type address_line address_key address_complete
		address_status address_confidence kind name_kind fold_at`) {
		out[name] = true
	}
	return out
}

// fieldsOf are the fields of a table in the order of their names.
func fieldsOf(t relation) []field {
	skip := notFields()
	codes := t.columns["cleanse_codes"] != ""
	var out []field
	for name, kind := range t.columns {
		switch {
		case skip[name]:
		case name == "email" && t.columns["email_status"] != "":
			out = append(out, judged("email", "email_status", "('ok', 'role', 'disposable')", "('ok', 'role')"))
		case name == "phone" && t.columns["phone_status"] != "":
			out = append(out, judged("phone", "phone_status", "('ok')", "('ok')"))
		default:
			out = append(out, plain(name, kind, codes))
		}
	}
	if t.columns["address_status"] != "" && t.columns["address_complete"] != "" {
		a := judged("address", "address_status", "('ok', 'changed', 'conflict')", "('ok', 'changed', 'conflict')")
		a.usable, a.value = "COALESCE(address_complete, FALSE)", "address_key"
		if t.columns["address_key"] == "" {
			a.value = "address_status"
		}
		out = append(out, a)
	}
	sort.Slice(out, func(i, j int) bool { return out[i].name < out[j].name })
	return out
}

// fieldNamed finds a field of a table.
func fieldNamed(t relation, name string) (field, bool) {
	for _, f := range fieldsOf(t) {
		if f.name == name {
			return f, true
		}
	}
	return field{}, false
}

// sourceOf is the source of a table's rows.
func sourceOf(t relation) string {
	if t.columns["source"] != "" {
		return "COALESCE(CAST(source AS VARCHAR), " + duck.Quote(t.name) + ")"
	}
	return duck.Quote(t.name)
}

// counted are the aggregates of a table's fields, five per field.
func counted(fields []field) duck.Fragment {
	parts := make([]string, 0, 5*len(fields))
	for _, f := range fields {
		for _, condition := range []string{f.filled, f.placeholder, f.valid, f.usable} {
			parts = append(parts, "COUNT(CASE WHEN "+condition+" THEN 1 END)")
		}
		parts = append(parts, fmt.Sprintf("COUNT(DISTINCT CASE WHEN %s THEN %s END)", f.usable, f.value))
	}
	return duck.Fragment(strings.Join(parts, ", "))
}
