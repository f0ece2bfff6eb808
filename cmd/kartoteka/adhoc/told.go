package adhoc

import (
	"fmt"
	"slices"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines/dedupe/guess"
)

// Fields are the canonical fields that people and firms have.
func Fields() []string {
	return []string{"prefix", "given_name", "middle_name", "family_name", "name_suffix", "name", "company", "birth_date", "gender", "address", "street", "house_number",
		"unit", "postcode", "city", "region", "country", "email", "phone"}
}

// reserved are columns that the tables of a run have already.
func reserved() []string {
	return append(Fields(), "source", "source_key", "source_file", "source_row", "source_order", "told_by_customer", "raw", "kind", "name_kind", "given_name_2", "family_name_2",
		"gender_2", "recipient", "predir", "street_type", "street_suffix", "postdir", "staircase", "level", "unit_type", "po_box", "route", "urbanization",
		"dependent_locality", "address_line", "address_key", "address_complete", "address_status", "address_confidence", "address_told", "observed", "email_key", "email_status",
		"email_suggestion", "phone_status", "phone_type", "cleanse_codes", "contact_id", "household_id", "match_probability", "matched_by", "as_of", "snapshot_id",
		"consent_mail", "consent_email", "consent_phone", "consent_on", "birth_date_as_written", "phone_as_written")
}

// ParseFields reads family_name=last,address=street+town.
func ParseFields(text string) (map[string][]string, error) {
	out := map[string][]string{}
	for _, pair := range strings.Split(text, ",") {
		if strings.TrimSpace(pair) == "" {
			continue
		}
		field, columns, ok := strings.Cut(pair, "=")
		field = strings.TrimSpace(field)
		if !ok || strings.TrimSpace(columns) == "" {
			return nil, fmt.Errorf("--fields %q: write FIELD=COLUMN, such as family_name=last", pair)
		}
		if known, ok := guess.Canonical(field); ok && !slices.Contains(Fields(), field) {
			field = known
		}
		if !slices.Contains(Fields(), field) {
			return nil, fmt.Errorf("--fields: there is no field %q; %s", field, config.DidYouMean(field, Fields()))
		}
		if len(out[field]) > 0 {
			return nil, fmt.Errorf("--fields: the field %s stands twice; several columns are joined with +, such as address=street+town", field)
		}
		out[field] = []string{columns}
	}
	return out, nil
}

// checked finds the columns that the caller named, blanks and capitals aside.
func checked(told guess.Told, columns []guess.Column, file string) (guess.Told, error) {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	find := func(flag, wanted string) (string, error) {
		wanted = strings.TrimSpace(wanted)
		for _, same := range []func(a string) bool{
			func(a string) bool { return a == wanted },
			func(a string) bool { return strings.TrimSpace(a) == wanted },
			func(a string) bool { return strings.EqualFold(strings.TrimSpace(a), wanted) },
		} {
			if i := slices.IndexFunc(names, same); i >= 0 {
				return names[i], nil
			}
		}
		return "", fmt.Errorf("%s: %s has no column %q; %s", flag, file, wanted, config.DidYouMean(wanted, names))
	}
	out := told
	var err error
	if told.Key != "" {
		if out.Key, err = find("--key", told.Key); err != nil {
			return out, err
		}
	}
	out.Fields = map[string][]string{}
	for field, list := range told.Fields {
		parts := []string{list[0]}
		if _, err := find("--fields", list[0]); err != nil {
			parts = strings.Split(list[0], "+")
		}
		for _, c := range parts {
			found, err := find("--fields", c)
			if err != nil {
				return out, err
			}
			out.Fields[field] = append(out.Fields[field], found)
		}
	}
	out.Compare = nil
	for _, c := range told.Compare {
		found, err := find("--compare", c)
		if err != nil {
			return out, err
		}
		out.Compare = append(out.Compare, found)
	}
	return out, nil
}
