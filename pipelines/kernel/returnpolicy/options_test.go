package returnpolicy

import (
	"testing"

	rc "kartoteka/pipelines/kernel/returncode"
)

// One case per choice that is not the default.
func TestChoices(t *testing.T) {
	conflict := []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.Deceased, "2025-11-01", piece("P2"), row(1))}
	two := []Return{back(rc.NewAddress, "2025-05-01", to("ash 2")), back(rc.NewAddress, "2025-05-20", to("fir 4"), printed("ash 2"), piece("P2"), row(1))}
	family := []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), kind(Family))}
	action := func(r rc.Reason, a Action) func(*Policy) { return func(p *Policy) { p.Actions[r] = a } }
	for _, c := range []struct {
		option  string
		set     func(*Policy)
		returns []Return
		shipped Shipped
		want    string
		state   string
	}{
		{"duplicates: repeat", func(p *Policy) { p.Duplicates = Repeat }, []Return{back(rc.Refused, "2025-05-01"), back(rc.Refused, "2025-05-01", row(1))}, nil, "suppressed suppressed", "0 do_not_mail"},
		{"deceased_and_new_address: in_order", func(p *Policy) { p.DeceasedAndNewAddress = InOrder }, conflict, nil, "address_updated suppressed", "0 ash 2 2025-05-01 deceased"},
		{"two_new_addresses: in_order", func(p *Policy) { p.TwoNewAddresses = InOrder }, two, nil, "address_updated address_updated", "0 fir 4 2025-05-20"},
		{"stale_printed: apply", func(p *Policy) { p.StalePrinted = Apply }, []Return{back(rc.MovedNoForward, "2025-05-01", printed("old"))}, nil, "address_marked_undeliverable", "0 undeliverable"},
		{"stale_move: task", func(p *Policy) { p.StaleMove = AsTask }, []Return{back(rc.NewAddress, "2024-03-10", to("ash 2"))}, nil, "task:stale_move", ""},
		{"stale_move: apply", func(p *Policy) { p.StaleMove = Apply }, []Return{back(rc.NewAddress, "2024-03-09", to("ash 2"))}, nil, "address_updated", "0 ash 2 2024-03-09"},
		{"same_month: no_change", func(p *Policy) { p.SameMonth = AsNoChange }, []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), inMonth("2024-03"))}, nil, "no_change:same_month", ""},
		{"same_month: apply", func(p *Policy) { p.SameMonth = Apply }, []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"), inMonth("2024-03"))}, nil, "address_updated", "0 ash 2 2024-03-31"},
		{"family_moves: everybody", func(p *Policy) { p.FamilyMoves = Everybody }, family, nil, "address_updated", "0 ash 2 2025-05-01, 1 ash 2 2025-05-01, 2 ash 2 2025-05-01"},
		{"family_moves: addressee", func(p *Policy) { p.FamilyMoves = Addressee }, family, nil, "address_updated", "0 ash 2 2025-05-01"},
		{"evidence_of_life: off", func(p *Policy) { p.EvidenceOfLife = Off }, []Return{back(rc.MovedNoForward, "2025-05-01")}, shippedOn(0, "oak 1", "2025-05-02"), "address_marked_undeliverable", "0 undeliverable"},
		{"evidence_of_life: no_change", func(p *Policy) { p.EvidenceOfLife = AsNoChange }, []Return{back(rc.MovedNoForward, "2025-05-01")}, shippedOn(0, "oak 1", "2025-05-02"), "no_change:evidence_after_return", ""},
		{"new_address_unusable: no_change", func(p *Policy) { p.NewAddressUnusable = AsNoChange }, []Return{back(rc.NewAddress, "2025-05-01")}, nil, "no_change:new_address_unusable", ""},

		{"refused: ignore", action(rc.Refused, Action{Kind: Ignore}), []Return{back(rc.Refused, "2025-05-01")}, nil, "no_change:refused", ""},
		{"refused: task", action(rc.Refused, Action{Kind: MakeTask, Task: "ask"}), []Return{back(rc.Refused, "2025-05-01")}, nil, "task:ask", ""},
		{"bad_address: mark_undeliverable", action(rc.BadAddress, Action{Kind: MarkUndeliverable}), []Return{back(rc.BadAddress, "2025-05-01")}, nil, "address_marked_undeliverable", "0 undeliverable"},
		{"new_address: task", action(rc.NewAddress, Action{Kind: MakeTask, Task: "confirm"}), []Return{back(rc.NewAddress, "2025-05-01", to("ash 2"))}, nil, "task:confirm", ""},
		{"unclaimed: count only", action(rc.Unclaimed, Action{Kind: Count}), []Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-06-01", piece("P2"), row(1))}, nil, "no_change:counted no_change:counted", ""},
		{"unclaimed: mark after 3", action(rc.Unclaimed, Action{Kind: Count, After: 3, Within: 365, Then: MarkUndeliverable}),
			[]Return{back(rc.Unclaimed, "2025-05-01"), back(rc.Unclaimed, "2025-06-01", piece("P2"), row(1)), back(rc.Unclaimed, "2025-07-01", piece("P3"), row(2))}, nil,
			"no_change:counted no_change:counted address_marked_undeliverable", "0 undeliverable"},
		{"bounce_soft: mark after 2", action(rc.BounceSoft, Action{Kind: Count, After: 2, Within: 30, Then: MarkUndeliverable}),
			[]Return{back(rc.BounceSoft, "2025-05-01", mail("a@b.example")), back(rc.BounceSoft, "2025-05-08", mail("a@b.example"), piece("P2"), row(1))}, nil, "no_change:counted address_marked_undeliverable", "0 bounced"},
		{"bounce_soft: hold after 2", action(rc.BounceSoft, Action{Kind: Count, After: 2, Within: 30, Then: MakeTask}),
			[]Return{back(rc.BounceSoft, "2025-05-01", mail("a@b.example")), back(rc.BounceSoft, "2025-05-08", mail("a@b.example"), piece("P2"), row(1))}, nil, "no_change:counted task:hold", ""},
		{"complaint: task", action(rc.Complaint, Action{Kind: MakeTask, Task: "answer"}), []Return{back(rc.Complaint, "2025-05-01", mail("a@b.example"))}, nil, "task:answer", ""},
		{"complaint: suppress_all", action(rc.Complaint, Action{Kind: SuppressAll}), []Return{back(rc.Complaint, "2025-05-01", mail("a@b.example"))}, nil, "suppressed", "0 deceased"},
		{"complaint: retry", action(rc.Complaint, Action{Kind: Retry}), []Return{back(rc.Complaint, "2025-05-01", mail("a@b.example"))}, nil, "no_change:retry_later", ""},
		{"unknown: count", action(rc.Unknown, Action{Kind: Count, After: 2, Within: 365, Then: MakeTask}), []Return{back(rc.Unknown, "2025-05-01")}, nil, "no_change:counted", ""},
	} {
		t.Run(c.option, func(t *testing.T) {
			p := Default()
			c.set(&p)
			out := p.Decide(household(), c.returns, c.shipped)
			if got := words(out); got != c.want {
				t.Errorf("decided %q, want %q", got, c.want)
			}
			if got := changed(out); got != c.state {
				t.Errorf("left %q, want %q", got, c.state)
			}
		})
	}
}

func TestDefaultKnowsEveryReason(t *testing.T) {
	p := Default()
	for _, r := range rc.Reasons() {
		a, ok := p.Actions[r]
		if !ok || a.Describe() == "" {
			t.Errorf("the default policy has no action for %s", r)
		}
	}
	if got := p.Actions[rc.Unclaimed].Describe(); got != "hold after 2 within 365 days" {
		t.Errorf("unclaimed is described as %q", got)
	}
}

func TestReadMoveType(t *testing.T) {
	for text, want := range map[string]MoveType{"F": Family, "family": Family, " Individual": Individual, "B": Business, "": "", "x": ""} {
		if got := ReadMoveType(text); got != want {
			t.Errorf("ReadMoveType(%q) = %q, want %q", text, got, want)
		}
	}
}
