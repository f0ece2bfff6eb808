package response

import (
	"fmt"
	"strings"

	"kartoteka/pipelines/duck"
)

// field is a column that a role may have, with the type it is read as.
type field struct{ name, kind string }

// placed are the columns that tell rows of one role apart, whoever made them.
func placed(fields ...field) []field {
	return append(fields, field{"source_file", "VARCHAR"}, field{"source_row", "BIGINT"})
}

func orderFields() []field {
	return placed(field{"order_id", "VARCHAR"}, field{"ordered_at", "TIMESTAMP"}, field{"ordered_on", "DATE"},
		field{"channel", "VARCHAR"}, field{"rep", "VARCHAR"}, field{"coupon", "VARCHAR"}, field{"key_code", "VARCHAR"},
		field{"amount", "DECIMAL(18,2)"}, field{"currency", "VARCHAR"}, field{"same_as", "VARCHAR"}, field{"contact_id", "VARCHAR"}, field{"resolved_by", "VARCHAR"})
}

// carriedFields are what a row may carry by which its contact is found.
func carriedFields() []field {
	var out []field
	for _, name := range []string{"ref_source", "ref_key", "email_key", "email", "phone", "address_key",
		"given_name", "family_name", "given_name_2", "family_name_2", "company"} {
		out = append(out, field{name, "VARCHAR"})
	}
	return out
}

// present are the fields that any of the tables has.
func present(fields []field, tables []relation) []field {
	var out []field
	for _, f := range fields {
		if anyHas(tables, f.name) {
			out = append(out, f)
		}
	}
	return out
}

func pieceFields() []field {
	return placed(field{"piece_id", "VARCHAR"}, field{"campaign_id", "VARCHAR"}, field{"cell", "VARCHAR"}, field{"segment", "VARCHAR"},
		field{"coupon", "VARCHAR"}, field{"key_code", "VARCHAR"}, field{"contact_id", "VARCHAR"})
}

func campaignFields() []field {
	return placed(field{"campaign_id", "VARCHAR"}, field{"name", "VARCHAR"}, field{"channel", "VARCHAR"}, field{"drop_date", "DATE"},
		field{"in_home_date", "DATE"}, field{"window_days", "INTEGER"}, field{"cost_per_piece", "DECIMAL(18,4)"},
		field{"return_fee", "DECIMAL(18,4)"}, field{"margin", "DECIMAL(18,4)"}, field{"currency", "VARCHAR"}, field{"coupon_rule", "VARCHAR"},
		field{"coupon_code", "VARCHAR"}, field{"key_codes", "VARCHAR"}, field{"priority", "INTEGER"}, field{"control_share", "DOUBLE"})
}

func changeFields() []field {
	return placed(field{"order_id", "VARCHAR"}, field{"kind", "VARCHAR"}, field{"amount", "DECIMAL(18,2)"}, field{"currency", "VARCHAR"})
}

func contactFields() []field {
	return []field{{"contact_id", "VARCHAR"}, {"household_id", "VARCHAR"}}
}

func returnFields() []field { return []field{{"piece_id", "VARCHAR"}, {"came_back", "BOOLEAN"}} }

func objectionFields() []field {
	return []field{{"contact_id", "VARCHAR"}, {"channel", "VARCHAR"}, {"since", "DATE"}}
}

func hashedFields() []field {
	return append(objectionFields(), field{"sha256_email", "VARCHAR"}, field{"sha256_phone", "VARCHAR"})
}

// relation is a table of a role with the columns it has.
type relation struct {
	name    string
	columns map[string]bool
}

// shape reads several tables of one role as one: every field, NULL where a
// table lacks it, and source_order, which keeps the order of the tables. A
// role without tables is an empty relation.
func shape(tables []relation, fields []field) duck.Fragment {
	if len(tables) == 0 {
		tables = []relation{{}}
	}
	selects := make([]string, len(tables))
	for i, t := range tables {
		var columns []string
		for _, f := range fields {
			value := "NULL"
			if t.columns[f.name] {
				value = duck.Ident(f.name)
			}
			columns = append(columns, fmt.Sprintf("CAST(%s AS %s) AS %s", value, f.kind, duck.Ident(f.name)))
		}
		order := fmt.Sprintf("%d", i*1000)
		if t.columns["source_order"] {
			order += " + COALESCE(source_order, 0)"
		}
		from := " FROM " + duck.Ident(t.name)
		if t.name == "" {
			from = " WHERE FALSE"
		}
		selects[i] = "SELECT " + strings.Join(append(columns, order+" AS source_order"), ", ") + from
	}
	return duck.Fragment(strings.Join(selects, " UNION ALL "))
}
