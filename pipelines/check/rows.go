package check

import (
	"fmt"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// blank is the condition under which a column is empty or holds nothing that is seen.
func blank(c config.Text) string {
	return "NOT COALESCE(regexp_matches(" + text(c) + `, '[^\s\p{Z}]'), FALSE)`
}

// Forms of single values.
const (
	// emailForm is the dot-atom form of RFC 5321 with a domain of at least two labels; quoted local parts and addresses
	// in brackets, which no customer has, do not fit.
	emailForm = "^[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&''*+/=?^_`{|}~-]+)*@([A-Za-z0-9\\p{L}]([A-Za-z0-9\\p{L}-]*[A-Za-z0-9\\p{L}])?\\.)+[A-Za-z\\p{L}][A-Za-z0-9\\p{L}-]*[A-Za-z0-9\\p{L}]$"
	// phoneForm is ITU-T E.164: at most fifteen digits, the first not 0.
	phoneForm = `^\+[1-9][0-9]{6,14}$`
)

// rowMeasures are conditions on single rows; NULL breaks only not_null, not_blank and at_least_one_of.
func (r *rule) rowMeasures(s setting) []*measure {
	switch {
	case len(r.NotNull) > 0:
		return each("not_null", r.NotNull, func(c config.Text) string { return col(c) + " IS NULL" })
	case len(r.NotBlank) > 0:
		return each("not_blank", r.NotBlank, blank)
	case len(r.AtLeastOneOf) > 0:
		return []*measure{{name: "at_least_one_of " + joined(r.AtLeastOneOf), columns: r.AtLeastOneOf, row: "(" + string(listed(r.AtLeastOneOf, blank, " AND ")) + ")"}}
	case r.Accepted != nil:
		return one("accepted", r.Accepted.Column, text(r.Accepted.Column)+" NOT IN "+texts(r.Accepted.Values))
	case r.Forbidden != nil:
		return one("forbidden", r.Forbidden.Column, text(r.Forbidden.Column)+" IN "+texts(r.Forbidden.Values))
	case r.Range != nil:
		b := r.Range
		var out []string
		if b.Min.Value != "" {
			out = append(out, col(b.Column)+" < "+duck.Quote(b.Min.Value))
		}
		if b.Max.Value != "" {
			out = append(out, col(b.Column)+" > "+duck.Quote(b.Max.Value))
		}
		return one("range", b.Column, "("+strings.Join(out, " OR ")+")")
	case r.Length != nil:
		l := r.Length
		return one("length", l.Column, outside("LENGTH("+text(l.Column)+")", l.Min, l.Max))
	case r.Regex != nil:
		return one("regex", r.Regex.Column, "NOT regexp_matches("+col(r.Regex.Column)+", "+duck.Quote(r.Regex.Pattern.Value)+")")
	case r.Castable != nil:
		return one("castable", r.Castable.Column, "("+col(r.Castable.Column)+" IS NOT NULL AND "+r.Castable.read()+" IS NULL)")
	case len(r.NotInFuture) > 0:
		end := instant(s.asOf.AddDate(0, 0, 1))
		return each("not_in_future", r.NotInFuture, func(c config.Text) string { return stamp(c) + " >= " + end })
	case r.NotOlderThan != nil:
		return one("not_older_than", r.NotOlderThan.Column, stamp(r.NotOlderThan.Column)+" < "+r.NotOlderThan.oldest(s))
	case r.Expression.Value != "":
		return []*measure{{name: "expression", row: "NOT COALESCE((" + r.Expression.Value + "), TRUE)"}}
	case len(r.Email) > 0:
		return each("email", r.Email, func(c config.Text) string {
			return "NOT (LENGTH(" + col(c) + ") <= 254 AND regexp_matches(" + col(c) + ", '" + emailForm + "'))"
		})
	case len(r.Phone) > 0:
		return each("phone", r.Phone, func(c config.Text) string { return "NOT regexp_matches(" + col(c) + ", " + duck.Quote(phoneForm) + ")" })
	case r.Postcode != nil:
		m := one("postcode", r.Postcode.Column, r.Postcode.unfit())
		m[0].columns = append(m[0].columns, r.Postcode.Country)
		return m
	}
	return nil
}

// one is a measure of one column.
func one(kind string, c config.Text, row string) []*measure {
	return []*measure{{name: kind + " " + c.Value, columns: []config.Text{c}, row: row}}
}

// each is a measure for every column.
func each(kind string, columns []config.Text, row func(config.Text) string) []*measure {
	var out []*measure
	for _, c := range columns {
		out = append(out, one(kind, c, row(c))...)
	}
	return out
}

// texts is a list of text literals in the order given.
func texts(values []string) string {
	quoted := make([]string, len(values))
	for i, v := range values {
		quoted[i] = duck.Quote(v)
	}
	return "(" + strings.Join(quoted, ", ") + ")"
}

// outside is the condition under which a number lies outside of bounds.
func outside[T int | float64](value string, low, high *T) string {
	cond := []string{"FALSE"}
	if low != nil {
		cond = append(cond, fmt.Sprintf("%s < %v", value, *low))
	}
	if high != nil {
		cond = append(cond, fmt.Sprintf("%s > %v", value, *high))
	}
	return "(" + strings.Join(cond, " OR ") + ")"
}

func instant(t time.Time) string { return t.Format("TIMESTAMP '2006-01-02 15:04:05'") }

// oldest is the oldest instant that is young enough at the end of as_of; a date is as old as its day.
func (a *age) oldest(s setting) string {
	end := s.asOf
	if s.types[a.Column.Value] != "DATE" {
		end = end.AddDate(0, 0, 1)
	}
	return instant(end.Add(-a.MaxAge.Duration))
}

// castTypes are the types that castable knows.
func castTypes() map[string]string {
	return map[string]string{"integer": "BIGINT", "number": "DOUBLE", "date": "DATE", "timestamp": "TIMESTAMP", "boolean": "BOOLEAN"}
}

// read is the text as the type, NULL when it cannot be read.
func (c *castable) read() string {
	if c.Format.Value != "" {
		return "try_strptime(" + text(c.Column) + ", " + duck.Quote(c.Format.Value) + ")"
	}
	return "TRY_CAST(" + text(c.Column) + " AS " + castTypes()[c.Type.Value] + ")"
}

// unfit is the condition under which a postcode has not the form of its country. Of other countries nothing is known.
func (p *postcode) unfit() string {
	var forms strings.Builder
	for _, f := range postcodeForms() {
		fmt.Fprintf(&forms, " WHEN %s THEN NOT regexp_matches(%s, %s)", duck.Quote(f[0]), text(p.Column), duck.Quote("^("+f[1]+")$"))
	}
	return "CASE " + col(p.Country) + forms.String() + " ELSE FALSE END"
}

// postcodeForms are the postcodes' forms of countries, as the Universal Postal Union describes them.
func postcodeForms() [][2]string {
	return [][2]string{
		{"AT", `\d{4}`}, {"AU", `\d{4}`}, {"BE", `\d{4}`}, {"BG", `\d{4}`}, {"CA", `[A-CEGHJ-NPR-TVXY]\d[A-Z] ?\d[A-Z]\d`}, {"CH", `\d{4}`},
		{"CZ", `\d{3} ?\d{2}`}, {"DE", `\d{5}`}, {"DK", `\d{4}`}, {"EE", `\d{5}`}, {"ES", `\d{5}`}, {"FI", `\d{5}`}, {"FR", `\d{5}`},
		{"GB", `[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|GIR ?0AA`}, {"GR", `\d{3} ?\d{2}`}, {"HR", `\d{5}`}, {"HU", `\d{4}`},
		{"IE", `[A-Z]\d[\dW] ?[A-Z\d]{4}`}, {"IT", `\d{5}`}, {"LT", `(LT-)?\d{5}`}, {"LU", `(L-)?\d{4}`}, {"LV", `(LV-)?\d{4}`}, {"MT", `[A-Z]{3} ?\d{4}`},
		{"MX", `\d{5}`}, {"NL", `[1-9]\d{3} ?[A-Z]{2}`}, {"NO", `\d{4}`}, {"PL", `\d{2}-\d{3}`}, {"PR", `\d{5}(-\d{4})?`}, {"PT", `\d{4}-\d{3}`},
		{"RO", `\d{6}`}, {"SE", `\d{3} ?\d{2}`}, {"SI", `\d{4}`}, {"SK", `\d{3} ?\d{2}`}, {"UA", `\d{5}`}, {"US", `\d{5}(-\d{4})?`},
	}
}
