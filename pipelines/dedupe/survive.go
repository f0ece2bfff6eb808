package dedupe

import (
	"cmp"
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/name"
)

// chooser picks the surviving row of one field for one contact.
type chooser struct {
	c     *contacts
	field string
	rules []string
	// has tells whether a row has a value for the field.
	has func(row uint32) bool
	// value is the text that is counted, measured and compared.
	value func(row uint32) string
	// recent is the day that counts for most_recent.
	recent []int32
	// status and good: valid_first prefers rows whose status is one of these.
	status string
}

// choose fills the surviving rows of every contact.
func (c *contacts) choose(rules map[string][]string) {
	column := func(n string) func(uint32) string {
		col := c.in.text[n]
		return func(row uint32) string { return col.Text(row) }
	}
	filled := func(n string) func(uint32) bool {
		col := c.in.text[n]
		return func(row uint32) bool { return col.At(row) != 0 }
	}
	simple := func(field, col, status string) *chooser {
		return &chooser{c: c, field: field, rules: rules[field], has: filled(col), value: column(col), recent: c.in.observed, status: status}
	}
	names := simple("name", "family_name", "")
	hasFamily, hasGiven := filled("family_name"), filled("given_name")
	names.value = func(row uint32) string {
		return words(c.text("given_name", int(row)) + " " + c.text("family_name", int(row)))
	}
	address := simple("address", "address_key", "address_status")
	address.recent = c.in.told
	hasCity, hasPostcode := filled("city"), filled("postcode")
	address.has = func(row uint32) bool { return c.in.complete[row] || hasCity(row) || hasPostcode(row) }
	birth := simple("birth_date", "", "")
	birth.has = func(row uint32) bool { return c.in.birth[row] != noDay }
	birth.value = func(row uint32) string { return dayText(c.in.birth[row]) }
	email, phone := simple("email", "email", "email_status"), simple("phone", "phone", "phone_status")
	company, gender := simple("company", "company", ""), simple("gender", "gender", "")
	named := *names
	named.has = func(row uint32) bool { return hasFamily(row) || hasGiven(row) }
	c.choosers = map[string]*chooser{"name": &named, "email": email, "phone": phone, "address": address, "birth_date": birth, "company": company, "gender": gender}
	for i := range c.list {
		x := &c.list[i]
		exchanged := c.exchanged(x)
		names.has = func(row uint32) bool { return (hasFamily(row) || hasGiven(row)) && !exchanged[row] }
		x.name, x.email, x.phone = names.pick(x.rows), email.pick(x.rows), phone.pick(x.rows)
		x.address, x.birth, x.company = address.pick(x.rows), birth.pick(x.rows), c.accented("company", company.pick(x.rows), x.rows)
		c.fillName(x, names, gender)
	}
}

// exchanged are the rows whose given name and surname stand the other way round
// in more rows of the contact.
func (c *contacts) exchanged(x *contact) map[uint32]bool {
	if len(x.rows) < 2 {
		return nil
	}
	count := map[[2]string]int{}
	both := func(row uint32) [2]string {
		return [2]string{words(c.text("given_name", int(row))), words(c.text("family_name", int(row)))}
	}
	for _, row := range x.rows {
		count[both(row)]++
	}
	var out map[uint32]bool
	for _, row := range x.rows {
		n := both(row)
		if n[0] != n[1] && count[[2]string{n[1], n[0]}] > count[n] {
			if out == nil {
				out = map[uint32]bool{}
			}
			out[row] = true
		}
	}
	return out
}

// fillName finds the parts that the surviving name lacks in rows whose names are
// compatible with it.
func (c *contacts) fillName(x *contact, names, gender *chooser) {
	x.given, x.family, x.middle, x.prefix, x.suffix, x.gender = x.name, x.name, noRow, noRow, noRow, noRow
	if x.name == noRow {
		x.gender = gender.pick(x.rows)
		return
	}
	given, family := c.text("given_name", x.name), c.text("family_name", x.name)
	fits := func(row uint32) bool {
		g, f := c.text("given_name", int(row)), c.text("family_name", int(row))
		return (given == "" || g == "" || name.Compatible(given, g)) &&
			(family == "" || f == "" || name.SurnameKey(family) == name.SurnameKey(f))
	}
	from := func(column string) int {
		if c.text(column, x.name) != "" {
			return x.name
		}
		fill := *names
		fill.has = func(row uint32) bool { return c.text(column, int(row)) != "" && fits(row) }
		return fill.pick(x.rows)
	}
	x.given, x.family = c.accented("given_name", from("given_name"), x.rows), c.accented("family_name", from("family_name"), x.rows)
	x.middle, x.prefix, x.suffix, x.gender = from("middle_name"), from("prefix"), from("name_suffix"), from("gender")
}

// pick returns the surviving row, or noRow.
func (h *chooser) pick(rows []uint32) int {
	complete := contains(h.rules, "complete")
	best := noRow
	counts := h.count(rows)
	for _, row := range rows {
		if !h.has(row) || complete && !h.c.in.complete[row] {
			continue
		}
		if best == noRow || h.before(row, uint32(best), counts) {
			best = int(row)
		}
	}
	return best
}

// count counts the values of rows, when a rule asks for it.
func (h *chooser) count(rows []uint32) map[string]int {
	if !contains(h.rules, "most_frequent") || len(rows) < 2 {
		return nil
	}
	counts := map[string]int{}
	for _, row := range rows {
		if h.has(row) {
			counts[h.value(row)]++
		}
	}
	return counts
}

// before tells whether row a stands rather than row b.
func (h *chooser) before(a, b uint32, counts map[string]int) bool {
	for _, rule := range h.rules {
		if d := h.compare(rule, a, b, counts); d != 0 {
			return d < 0
		}
	}
	// in canonical order the later key comes later
	return cmp.Or(strings.Compare(h.c.text("source_key", int(b)), h.c.text("source_key", int(a))), cmp.Compare(b, a)) < 0
}

// compare orders two rows by one rule; negative when a stands.
func (h *chooser) compare(rule string, a, b uint32, counts map[string]int) int {
	in := h.c.in
	switch rule {
	case "most_recent":
		return cmp.Compare(h.recent[b], h.recent[a])
	case "source_order":
		return cmp.Compare(in.order[a], in.order[b])
	case "told_by_customer":
		return first(!in.bought[a], !in.bought[b])
	case "complete":
		return first(in.complete[a], in.complete[b])
	case "verified":
		return first(h.verified(a), h.verified(b))
	case "valid_first":
		return first(h.valid(a), h.valid(b))
	case "most_frequent":
		return cmp.Compare(counts[h.value(b)], counts[h.value(a)])
	case "longest":
		return cmp.Compare(len(h.value(b)), len(h.value(a)))
	case "most_complete":
		return cmp.Compare(h.filled(b), h.filled(a))
	case "min":
		return strings.Compare(h.value(a), h.value(b))
	case "max":
		return strings.Compare(h.value(b), h.value(a))
	}
	if strings.HasPrefix(rule, priorityRule) || strings.HasPrefix(rule, sqlRule) {
		return in.own(rule, a, b)
	}
	return 0 // first_non_null: rows without a value were left out
}

// first puts true before false.
func first(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// valid tells whether the row's value passed cleansing.
func (h *chooser) valid(row uint32) bool {
	if h.status == "" {
		return true
	}
	status := h.c.text(h.status, int(row))
	return status == "" || slices.Contains([]string{"ok", "changed", "role"}, status)
}

// verified tells whether cleansing found the row's value good as it was written.
func (h *chooser) verified(row uint32) bool {
	return h.status == "" || h.c.text(h.status, int(row)) == "ok"
}

// filled counts the parts of a unit that a row has. A given name of one letter
// does not count, a short form counts less than the full name.
func (h *chooser) filled(row uint32) int {
	count := 0
	parts := []string{h.field}
	switch h.field {
	case "name":
		given := words(h.c.text("given_name", int(row)))
		if len(given) > 1 {
			count++
		}
		if first, _, _ := strings.Cut(given, " "); len(first) > 1 && name.GivenKey(first) == first {
			count++
		}
		if h.c.text("family_name", int(row)) != "" { // a surname is worth more than a full given name
			count += 2
		}
		return count
	case "address":
		parts = []string{"street", "house_number", "unit", "postcode", "city"}
	}
	for _, p := range parts {
		if h.c.text(p, int(row)) != "" {
			count++
		}
	}
	return count
}
