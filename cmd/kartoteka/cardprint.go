package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"kartoteka/cmd/kartoteka/card"
)

// printCard lays a card out to be read from top to bottom: who, what may be
// sent, then the evidence.
func (m *Main) printCard(c *card.Card) {
	s := sheet{m: m, paint: m.colors(m.Stdout)}
	s.head(c)
	s.sending(c)
	s.sources(c.Sources)
	s.addresses(c.Addresses)
	s.returns(c.Returns)
	s.orders(c)
	s.section("Campaigns", len(c.Pieces))
	for _, p := range c.Pieces {
		s.entry(p["campaign_id"], joined(" · ", words(p["cell"], p["segment"]), yes("held out", p["held_out"]), yes("came back", p["returned"])))
	}
	s.section("Tasks", len(c.Tasks))
	for _, t := range c.Tasks {
		s.entry(t["due_on"], words(spaced(t["kind"]), paren(t["assignee"])), t["detail"])
	}
	s.section("History of the card", len(c.Events))
	for _, e := range c.Events {
		s.entry(e["since"], words(spaced(e["event"]), e["other_id"]))
	}
	fmt.Fprintln(m.Stdout, s.paint.dim(fmt.Sprintf("\nas of %s, snapshot %s", c.AsOf, c.Snapshot)))
}

// sheet prints the parts of a card.
type sheet struct {
	m     *Main
	paint colors
}

func (s sheet) line(text string) {
	if text != "" {
		fmt.Fprintln(s.m.Stdout, text)
	}
}

func (s sheet) section(name string, entries int) {
	if entries > 0 {
		fmt.Fprintf(s.m.Stdout, "\n%s\n", s.paint.bold(fmt.Sprintf("%s (%d)", name, entries)))
	}
}

// entry prints a dated line and what belongs under it.
func (s sheet) entry(when, what string, under ...string) {
	fmt.Fprintf(s.m.Stdout, "  %-10s  %s\n", when, what)
	for _, u := range under {
		if u != "" {
			fmt.Fprintf(s.m.Stdout, "              %s\n", s.paint.dim(u))
		}
	}
}

func (s sheet) head(c *card.Card) {
	r := c.Contact
	title := person(r)
	if title == "" {
		title = "(no name)"
	}
	s.line(s.paint.bold(title) + s.paint.dim("   "+c.ID))
	if c.Formerly != "" {
		s.line(s.paint.yellow(c.Formerly + " was merged into this card"))
	}
	s.line(address(r))
	s.line(s.paint.dim(joined(", ", label("address since", r["address_valid_from"]), origin(r), other("ok", r["postal_status"]))))
	s.line(joined(" · ", reach("e-mail", r["email"], r["email_status"]), reach("phone", r["phone"], r["phone_status"])))
	s.line(joined(" · ", label("born", r["birth_date"]), label("gender", r["gender"]), kindOf(r["kind"]), yes("deceased", r["deceased"])))
	var names []string
	for _, h := range c.Household {
		names = append(names, words(person(h), s.paint.dim(h["contact_id"])))
	}
	s.line(label("household with", strings.Join(names, ", ")))
}

// sending tells what the contact may be sent, and who forbade the rest.
func (s sheet) sending(c *card.Card) {
	var parts, why []string
	for _, channel := range []string{"mail", "email", "phone"} {
		switch c.Contact[channel+"_allowed"] {
		case "true":
			parts = append(parts, channel+" "+s.paint.green("yes"))
		case "false":
			parts = append(parts, channel+" "+s.paint.red("no"))
		}
	}
	if len(parts) == 0 {
		return
	}
	s.line("\n" + s.paint.bold("May be sent") + "  " + strings.Join(parts, " · "))
	for _, r := range append(slices.Clone(c.Stops), c.Consents...) {
		why = append(why, words(r["since"], r["channel"]+":", spaced(r["state"]), spaced(r["reason"]), paren(words(r["basis"], r["list"], r["source"]))))
	}
	for _, w := range why {
		s.line("  " + w)
	}
}

// sources shows each row that the card was made of, and what was changed in it.
func (s sheet) sources(rows []card.Row) {
	s.section("Source rows", len(rows))
	for _, r := range rows {
		key := joined(":", r["source"], r["source_key"])
		from := words(r["source_file"], label("row", r["source_row"]))
		s.entry(r["observed"], s.paint.bold(key)+"  "+joined(" · ", person(r), address(r), r["email"], r["phone"]),
			joined(" · ", from, match(r)))
		for _, change := range changes(r["cleanse_codes"]) {
			s.line("              " + s.paint.yellow("changed ") + change)
		}
		s.entryRaw(r["raw"])
	}
}

// match tells why a row belongs to the card; a row that stands alone needs no
// reason.
func match(r card.Row) string {
	by := r["matched_by"]
	if by == "" || by == "single" {
		return ""
	}
	if p, err := strconv.ParseFloat(r["match_probability"], 64); err == nil {
		return fmt.Sprintf("matched by %s, probability %.2f", by, p)
	}
	return "matched by " + by
}

func (s sheet) entryRaw(raw string) {
	if raw != "" {
		s.line("              " + s.paint.dim("read as "+raw))
	}
}

// changes turns "field:code field:code" into one line for each field.
func changes(codes string) []string {
	var fields []string
	byField := map[string][]string{}
	for _, c := range strings.Fields(codes) {
		field, code, _ := strings.Cut(c, ":")
		if byField[field] == nil {
			fields = append(fields, field)
		}
		byField[field] = append(byField[field], spaced(code))
	}
	var lines []string
	for _, f := range fields {
		lines = append(lines, spaced(f)+": "+strings.Join(byField[f], ", "))
	}
	return lines
}

func (s sheet) addresses(rows []card.Row) {
	s.section("Addresses", len(rows))
	for _, r := range rows {
		until := "until now"
		if r["valid_to"] != "" {
			until = "until " + r["valid_to"]
		}
		s.entry(r["valid_from"], joined(" · ", address(r), until, r["status"]),
			words(spaced(r["origin"]), paren(r["evidence"])))
	}
}

func (s sheet) returns(rows []card.Row) {
	s.section("Returned mail", len(rows))
	for _, r := range rows {
		decision := spaced(r["decision"])
		because := r["because"]
		if because == r["reason"] {
			because = ""
		}
		s.entry(r["received_on"], joined(" · ", spaced(r["reason"]), s.paint.bold(decision)),
			spaced(because), label("new address", newAddress(r)),
			joined(" · ", label("campaign", r["campaign_id"]), label("piece", r["piece_id"]), words(r["carrier"], r["code"])),
			joined(" · ", words(r["source_file"], label("row", r["source_row"])), label("text", quoted(r["text"]))))
	}
}

func (s sheet) orders(c *card.Card) {
	if len(c.Orders) == 0 {
		return
	}
	s.section("Orders", len(c.Orders))
	for _, p := range c.Purchases {
		s.line(s.paint.dim("  " + joined(" · ", p["lifecycle"], ordersOf(p["orders"]), words(p["net_revenue"], p["currency"]),
			label("first", p["first_order"]), label("last", p["last_order"]))))
	}
	for _, o := range c.Orders {
		s.entry(o["ordered_on"], joined(" · ", o["order_id"], words(amount(o), o["currency"]), o["channel"], other("counted", o["status"]),
			label("coupon", o["coupon"]), label("key", o["key_code"])))
	}
}

// amount is an order's net, with its gross when they differ.
func amount(o card.Row) string {
	if o["net"] != "" && o["gross"] != "" && o["net"] != o["gross"] {
		return o["net"] + " of " + o["gross"]
	}
	if o["net"] == "" {
		return o["gross"]
	}
	return o["net"]
}

// address is the whole address on one line.
func address(r card.Row) string {
	return joined(", ", r["address_line"], words(r["postcode"], r["city"], r["region"]), r["country"])
}

// origin tells who said the address.
func origin(r card.Row) string {
	switch r["address_origin"] {
	case "told":
		return words("told by the customer", paren(r["address_source"]))
	case "":
		return r["address_source"]
	}
	return words(spaced(r["address_origin"]), paren(r["address_source"]))
}

// newAddress is the address that a returned piece told.
func newAddress(r card.Row) string {
	return joined(", ", r["new_address_line"], words(r["new_postcode"], r["new_city"], r["new_region"]), r["new_country"])
}

// reach is an e-mail or a phone with what is wrong with it.
func reach(what, value, status string) string {
	if value == "" && status != "" {
		return words("no "+what, other("missing", status))
	}
	return words(value, other("ok", status))
}

func kindOf(kind string) string {
	if kind == "person" {
		return ""
	}
	return kind
}

// The small words of a card; each is empty when it has nothing to tell.

func label(name, value string) string {
	if value == "" {
		return ""
	}
	return words(name, value)
}

func paren(value string) string {
	if value == "" {
		return ""
	}
	return "(" + value + ")"
}

// spaced turns a code word into words.
func spaced(code string) string { return strings.ReplaceAll(code, "_", " ") }

func ordersOf(n string) string {
	if n == "1" {
		return "1 order"
	}
	return words(n, "orders")
}

func quoted(value string) string {
	if value == "" {
		return ""
	}
	return strconv.Quote(value)
}

// other gives a value that is not the usual one.
func other(usual, value string) string {
	if value == usual {
		return ""
	}
	return paren(value)
}

func yes(name, value string) string {
	if value == "true" {
		return name
	}
	return ""
}

func joined(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), by)
}
