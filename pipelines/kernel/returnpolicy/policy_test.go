package returnpolicy

import (
	"strings"
	"testing"
	"time"

	rc "kartoteka/pipelines/kernel/returncode"
)

func day(text string) time.Time {
	if text == "" {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		panic(err)
	}
	return t
}

// household is the people of most cases: 0 and 1 share home and surname, 2 shares the home alone, 3 lives elsewhere,
// 4 has no address.
func household() []Contact {
	return []Contact{
		{Address: "oak 1", Since: day("2024-03-10"), Surname: "wolsk"},
		{Address: "oak 1", Since: day("2024-02-01"), Surname: "wolsk"},
		{Address: "oak 1", Since: day("2024-02-01"), Surname: "bard"},
		{Address: "elm 9", Since: day("2023-01-01"), Surname: "wolsk"},
		{},
	}
}

// back is a return of contact 0's piece, printed with the current address.
func back(reason rc.Reason, on string, change ...func(*Return)) Return {
	r := Return{Batch: 1, Carrier: "c", Piece: "P1", Reason: reason, On: day(on), Printed: "oak 1"}
	for _, f := range change {
		f(&r)
	}
	return r
}

func to(address string) func(*Return)    { return func(r *Return) { r.New = address } }
func inMonth(m string) func(*Return)     { return func(r *Return) { r.Month = day(m + "-01") } }
func kind(m MoveType) func(*Return)      { return func(r *Return) { r.MoveType = m } }
func piece(p string) func(*Return)       { return func(r *Return) { r.Piece = p } }
func printed(a string) func(*Return)     { return func(r *Return) { r.Printed = a } }
func row(n int64) func(*Return)          { return func(r *Return) { r.Row = n } }
func batch(n int) func(*Return)          { return func(r *Return) { r.Batch = n } }
func who(c int) func(*Return)            { return func(r *Return) { r.Contact = c } }
func refers(ref Reference) func(*Return) { return func(r *Return) { r.Reference = ref } }
func mail(a string) func(*Return)        { return func(r *Return) { r.Email, r.Address = true, a } }

func shippedOn(contact int, address, on string) Shipped {
	return func(c int, a string) time.Time {
		if c == contact && a == address {
			return day(on)
		}
		return time.Time{}
	}
}

// words joins the decisions in the order given.
func words(o Outcome) string {
	var all []string
	for _, d := range o.Decisions {
		all = append(all, d.String())
	}
	return strings.Join(all, " ")
}

// One case per rule of the policy; want is the decisions in the order of returns, state the contacts that differ from
// an untouched one.
func TestRules(t *testing.T) {
	const updated, marked = AddressUpdated, AddressUndeliverable
	for _, c := range []struct {
		rule    string
		returns []Return
		shipped Shipped
		want    string
		state   string
	}{
		{"wrong check digit", []Return{back(rc.Deceased, "2025-05-01", refers(WrongCheckDigit), who(-1))}, nil, "no_change:bad_check_digit", ""},
		{"unknown piece", []Return{back(rc.Deceased, "2025-05-01", refers(NotFound), who(-1))}, nil, "no_change:unknown_piece", ""},
		{"unknown contact", []Return{back(rc.Deceased, "2025-05-01", who(-1))}, nil, "no_change:unknown_contact", ""},
		{"duplicate row", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-05-01", row(1))}, nil, "no_change:counted no_change:duplicate_row", ""},
		{"another day is no duplicate", []Return{back(rc.TemporaryAbsent, "2025-05-01"), back(rc.TemporaryAbsent, "2025-05-02", row(1))}, nil, "no_change:retry_later no_change:retry_later", ""},
		{"another new address is no duplicate", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.NewAddress, "2025-05-01", to("ash 3"), row(1))}, nil, "task:two_new_addresses task:two_new_addresses", ""},
		{"not the contact's fault", []Return{back(rc.NotContactFault, "2025-05-01")}, nil, "no_change:not_contact_fault", ""},
		{"text not understood", []Return{back(rc.Unknown, "2025-05-01")}, nil, "task:unknown_reason", ""},
		{"no match", []Return{back(rc.NoMatch, "2025-05-01")}, nil, "no_change:no_match", ""},
		{"hard bounce", []Return{back(rc.BounceHard, "2025-05-01", mail("a@b.example"))}, nil, marked, "0 bounced"},
		{"soft bounce", []Return{back(rc.BounceSoft, "2025-05-01", mail("a@b.example"))}, nil, "no_change:counted", ""},
		{"complaint", []Return{back(rc.Complaint, "2025-05-01", mail("a@b.example"))}, nil, "suppressed", "0 stop_email"},

		{"death beside a new address", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.Deceased, "2025-11-01", piece("P2"), row(1))}, nil, "task:deceased_and_new_address task:deceased_and_new_address", ""},
		{"death beside the current address as new", []Return{back(rc.NewAddress, "2025-05-01", to("oak 1")), back(rc.Deceased, "2025-11-01", piece("P2"), row(1))}, nil, "no_change:already_applied suppressed", "0 deceased"},
		{"two new addresses in one month", []Return{back(rc.NewAddress, "2025-07-09", to("ash 2"), inMonth("2025-05")), back(rc.NewAddress, "2025-05-20", to("fir 4"), piece("P2"), row(1))}, nil, "task:two_new_addresses task:two_new_addresses", ""},
		{"one new address twice in one month", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.NewAddress, "2025-05-20", to("ash 2"), piece("P2"), row(1))}, nil, updated + " no_change:already_applied", "0 ash 2 2025-05-01"},

		{"death", []Return{back(rc.Deceased, "2025-05-01", printed("old"))}, nil, "suppressed", "0 deceased"},
		{"refusal", []Return{back(rc.Refused, "2025-05-01", printed("old"))}, nil, "suppressed", "0 do_not_mail"},
		{"new address is the current one", []Return{back(rc.NewAddress, "2025-05-01", to("oak 1"), printed("old"))}, nil, "no_change:already_applied", ""},
		{"printed address is not current", []Return{back(rc.MovedNoForward, "2025-05-01", printed("old"))}, nil, "no_change:stale_printed", ""},
		{"printed address is not known", []Return{back(rc.MovedNoForward, "2025-05-01", printed(""))}, nil, "no_change:stale_printed", ""},
		{"contact without an address", []Return{back(rc.MovedNoForward, "2025-05-01", printed(""), who(4))}, nil, "no_change:stale_printed", ""},

		{"move month before the address", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), inMonth("2024-02"))}, nil, "no_change:stale_move", ""},
		{"move month of the address", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), inMonth("2024-03"))}, nil, "task:same_month", ""},
		{"move month after the address", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), inMonth("2024-04"))}, nil, updated, "0 ash 2 2024-04-30"},
		{"return on the day of the address", []Return{back(rc.NewAddress, "2024-03-10", to("ash 2"))}, nil, "no_change:stale_move", ""},
		{"return after the day of the address", []Return{back(rc.NewAddress, "2024-03-11", to("ash 2"))}, nil, updated, "0 ash 2 2024-03-11"},
		{"new address cannot be used", []Return{back(rc.NewAddress, "2025-05-01")}, nil, "task:new_address_unusable", ""},
		{"individual move", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), kind(Individual))}, nil, updated, "0 ash 2 2025-05-01"},
		{"family move takes the surname along", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), kind(Family))}, nil, updated, "0 ash 2 2025-05-01, 1 ash 2 2025-05-01"},
		{"family move leaves who told the address in that month", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), kind(Family), inMonth("2024-04"), who(1))}, nil, updated, "0 ash 2 2024-04-30, 1 ash 2 2024-04-30"},
		{"family move of an earlier month", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), kind(Family), inMonth("2024-03"), who(1))}, nil, updated, "1 ash 2 2024-03-31"},
		{"individual before family in one month", []Return{
			back(rc.NewAddress, "2025-06-01", to("ash 2"), kind(Family), inMonth("2025-05"), who(1), piece("P2")),
			back(rc.NewAddress, "2025-06-09", to("fir 4"), kind(Individual), inMonth("2025-05"), row(1))}, nil, updated + " " + updated, "0 fir 4 2025-05-31, 1 ash 2 2025-05-31"},
		{"chain in the order of effect", []Return{
			back(rc.NewAddress, "2025-09-01", to("fir 4"), printed("ash 2"), piece("P2")),
			back(rc.NewAddress, "2025-05-01", to("ash 2"), row(1))}, nil, updated + " " + updated, "0 fir 4 2025-09-01"},
		{"moved back", []Return{
			back(rc.NewAddress, "2025-05-01", to("ash 2")),
			back(rc.NewAddress, "2025-09-01", to("oak 1"), printed("ash 2"), piece("P2"), row(1))}, nil, updated + " " + updated, "0 oak 1 2025-09-01"},
		{"update makes the address deliverable", []Return{
			back(rc.MovedNoForward, "2025-05-01"),
			back(rc.NewAddress, "2025-09-01", to("ash 2"), piece("P2"), row(1))}, nil, marked + " " + updated, "0 ash 2 2025-09-01"},

		{"moved without address", []Return{back(rc.MovedNoForward, "2025-05-01")}, nil, marked, "0 undeliverable"},
		{"box closed", []Return{back(rc.BoxClosed, "2025-05-01")}, nil, marked, "0 undeliverable"},
		{"addressee unknown", []Return{back(rc.UnknownAddressee, "2025-05-01")}, nil, marked, "0 undeliverable"},
		{"already undeliverable", []Return{back(rc.BoxClosed, "2025-05-01"), back(rc.UnknownAddressee, "2025-06-01", piece("P2"), row(1))}, nil, marked + " no_change:already_marked", "0 undeliverable"},
		{"order shipped there after the return", []Return{back(rc.MovedNoForward, "2025-05-01")}, shippedOn(0, "oak 1", "2025-05-02"), "task:evidence_after_return", ""},
		{"order shipped there on the day", []Return{back(rc.MovedNoForward, "2025-05-01")}, shippedOn(0, "oak 1", "2025-05-01"), marked, "0 undeliverable"},
		{"order shipped elsewhere", []Return{back(rc.MovedNoForward, "2025-05-01")}, shippedOn(0, "ash 2", "2025-06-01"), marked, "0 undeliverable"},
		{"bad address", []Return{back(rc.BadAddress, "2025-05-01")}, nil, "task:fix_address", ""},
		{"away", []Return{back(rc.TemporaryAbsent, "2025-05-01")}, nil, "no_change:retry_later", ""},

		{"first unclaimed", []Return{back(rc.Unclaimed, "2025-05-01")}, nil, "no_change:counted", ""},
		{"second unclaimed", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2026-05-01", piece("P2"), row(1))}, nil, "no_change:counted task:hold", "0 held"},
		{"second unclaimed too late", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2026-05-02", piece("P2"), row(1))}, nil, "no_change:counted no_change:counted", ""},
		{"unclaimed twice by one piece", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-05-09", row(1))}, nil, "no_change:counted no_change:counted", ""},
		{"unclaimed and generic do not add up", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Generic, "2025-06-01", piece("P2"), row(1))}, nil, "no_change:counted no_change:counted", ""},
		{"second generic", []Return{back(rc.Generic, "2025-05-01"), back(rc.Generic, "2025-06-01", piece("P2"), row(1))}, nil, "no_change:counted task:hold", "0 held"},
		{"second inaccessible", []Return{back(rc.Inaccessible, "2025-05-01"), back(rc.Inaccessible, "2025-06-01", piece("P2"), row(1))}, nil, "no_change:counted " + marked, "0 undeliverable"},
		{"unclaimed at an undeliverable address", []Return{back(rc.MovedNoForward, "2025-05-01"), back(rc.Unclaimed, "2025-06-01", piece("P2"), row(1))}, nil, marked + " no_change:already_marked", "0 undeliverable"},
		{"counter starts anew at a new address", []Return{
			back(rc.Unclaimed, "2025-05-01"), back(rc.NewAddress, "2025-06-01", to("ash 2"), piece("P2"), row(1)),
			back(rc.Unclaimed, "2025-07-01", piece("P3"), printed("ash 2"), row(2))}, nil, "no_change:counted " + updated + " no_change:counted", "0 ash 2 2025-06-01"},
		{"undeliverable after hold", []Return{
			back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-06-01", piece("P2"), row(1)),
			back(rc.MovedNoForward, "2025-07-01", piece("P3"), row(2))}, nil, "no_change:counted task:hold " + marked, "0 undeliverable"},
		{"a later batch sees no conflict", []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.Deceased, "2025-11-01", piece("P2"), batch(2))}, nil, updated + " suppressed", "0 ash 2 2025-05-01 deceased"},
		{"a later batch counts on", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-04-01", piece("P2"), batch(2))}, nil, "no_change:counted task:hold", "0 held"},
		{"a later batch knows the rows before", []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-05-01", batch(2))}, nil, "no_change:counted no_change:duplicate_row", ""},
	} {
		t.Run(c.rule, func(t *testing.T) {
			out := Default().Decide(household(), c.returns, c.shipped)
			if got := words(out); got != c.want {
				t.Errorf("decided %q, want %q", got, c.want)
			}
			if got := changed(out); got != c.state {
				t.Errorf("left %q, want %q", got, c.state)
			}
		})
	}
}

// changed writes the states that differ from the household before.
func changed(o Outcome) string {
	before := household()
	bounced := map[int]bool{}
	for _, b := range o.Bounced {
		bounced[b.Contact] = true
	}
	var all []string
	for i, s := range o.States {
		var parts []string
		if s.Contact != before[i] {
			parts = append(parts, s.Address, s.Since.Format(time.DateOnly))
		}
		if s.Status != StatusOK {
			parts = append(parts, s.Status)
		}
		if bounced[i] {
			parts = append(parts, "bounced")
		}
		if s.StopEmail {
			parts = append(parts, "stop_email")
		}
		if s.DoNotMail {
			parts = append(parts, "do_not_mail")
		}
		if s.Deceased {
			parts = append(parts, "deceased")
		}
		if len(parts) > 0 {
			all = append(all, string(rune('0'+i))+" "+strings.Join(parts, " "))
		}
	}
	return strings.Join(all, ", ")
}
