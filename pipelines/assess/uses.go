package assess

import (
	"context"
	"fmt"
	"strings"

	"kartoteka/pipelines/duck"
)

// Kinds of requirements.
const (
	kindWhole    = "whole"
	kindRequired = "required"
	kindOptional = "optional"
)

// need is one requirement of a use.
type need struct {
	kind string
	Requirement
}

// use is a purpose with all it needs.
type use struct {
	name  string
	needs []need
}

// unknownTerm is a phrase of uses_from that nothing explains.
type unknownTerm struct{ use, phrase string }

// declaredUses are the uses of the YAML.
func (s *step) declaredUses() []use {
	var out []use
	for _, e := range s.options.Uses {
		u := use{name: e.Key}
		for _, r := range e.Value.Required {
			u.needs = append(u.needs, need{kindRequired, r})
		}
		if len(e.Value.AnyOf) > 0 {
			any := Requirement{}
			for _, r := range e.Value.AnyOf {
				any.Groups = append(any.Groups, r.Groups...)
			}
			any.Text = anyText(any.Groups)
			u.needs = append(u.needs, need{kindRequired, any})
		}
		for _, r := range e.Value.Optional {
			u.needs = append(u.needs, need{kindOptional, r})
		}
		out = append(out, u)
	}
	return out
}

// tabledUses are the uses of the table uses_from, in the order of their names.
func (s *step) tabledUses(ctx context.Context, db *duck.DB) ([]use, []unknownTerm, error) {
	table := s.options.UsesFrom.Value
	if table == "" {
		return nil, nil, nil
	}
	query, err := duck.Render(files, "sql/declared_uses.sql", duck.Args{"table": duck.Name(table)})
	if err != nil {
		return nil, nil, err
	}
	var out []use
	var unknown []unknownTerm
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var name, required, optional string
		if err := scan(&name, &required, &optional); err != nil {
			return err
		}
		u := use{name: name}
		for _, side := range []struct{ kind, text string }{{kindRequired, required}, {kindOptional, optional}} {
			for _, phrase := range strings.FieldsFunc(side.text, func(r rune) bool { return r == ';' || r == '|' }) {
				if phrase = strings.TrimSpace(phrase); phrase == "" {
					continue
				}
				r, known := s.term(phrase)
				if !known {
					unknown = append(unknown, unknownTerm{name, phrase})
				}
				if known && len(r.Groups) == 0 {
					continue
				}
				u.needs = append(u.needs, need{side.kind, Requirement{phrase, r.Groups}})
			}
		}
		out = append(out, u)
		return nil
	})
	if err != nil {
		return nil, nil, fmt.Errorf("read the uses of %s: %w", table, err)
	}
	return out, unknown, nil
}

// term explains a phrase: by terms:, by the built-in meanings, or as the name
// of a field.
func (s *step) term(phrase string) (Requirement, bool) {
	key := strings.ToLower(phrase)
	for _, e := range s.options.Terms {
		if strings.ToLower(e.Key) == key {
			return e.Value, true
		}
	}
	if groups, ok := builtIn()[key]; ok {
		return Requirement{phrase, groups}, true
	}
	if key = strings.ReplaceAll(key, " ", "_"); s.columns[key] {
		return Requirement{phrase, [][]string{{key}}}, true
	}
	return Requirement{Text: phrase}, false
}

// builtIn are phrases that say the same in every firm.
func builtIn() map[string][][]string {
	return map[string][][]string{
		"name":                         {{"family_name"}, {"company"}},
		"first name":                   {{"given_name"}},
		"last name":                    {{"family_name"}},
		"salutation":                   {{"gender"}},
		"address":                      {{"address"}},
		"street line with number":      {{"street", "house_number"}, {"house_number"}, {"po_box"}, {"route"}},
		"address date":                 {{"address_told"}},
		"e-mail":                       {{"email"}},
		"birth date":                   {{"birth_date"}},
		"order history":                {{"order_id"}},
		"order amount":                 {{"amount"}},
		"key code":                     {{"key_code"}},
		"coupon":                       {{"coupon"}},
		"printed address":              {{"printed_address"}},
		"best time to call":            {{"best_time_to_call"}},
		"birth date or order history":  {{"birth_date"}, {"order_id"}},
		"consent with date and source": {{"consent_email", "consent_on"}},
		"no objection":                 {},
		"piece code":                   {{"piece_id"}},
		"return date":                  {{"returned_on"}},
		"new address":                  {{"new_address"}, {"new_street"}},
		"move date":                    {{"move_month"}},
		"reason":                       {{"code"}, {"text"}, {"reason"}},
		"customer number or e-mail or phone or name with address": {{"ref_key"}, {"email"}, {"phone"}, {"family_name", "address"}},
	}
}
