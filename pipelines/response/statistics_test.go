package response

import (
	"database/sql"
	"math"
	"testing"
)

func known(n int64) sql.NullInt64 { return sql.NullInt64{Int64: n, Valid: true} }

func TestVerdict(t *testing.T) {
	o := &Options{Confidence: 0.95, Floors: Floors{Persons: 30, Buyers: 5}}
	for _, c := range []struct {
		name                               string
		test, control, buyers, controlBuys int64
		want                               string
	}{
		{"nobody held out", 400, 0, 20, 0, verdictNoControl},
		{"a small holdout", 400, 29, 60, 1, verdictTooSmall},
		{"few buyers", 400, 400, 3, 1, verdictTooSmall},
		{"more", 4000, 4000, 300, 200, verdictMore},
		{"fewer", 4000, 4000, 200, 300, verdictFewer},
		{"no difference", 400, 400, 30, 28, verdictNothing},
	} {
		s := o.statistic(cell{mailed: known(c.test), delivered: known(c.test), test: known(c.test), control: known(c.control), testBuyers: known(c.buyers), controlBuyers: known(c.controlBuys)})
		if s.verdict != c.want {
			t.Errorf("%s: %s, want %s", c.name, s.verdict, c.want)
		}
		if c.control == 0 && !math.IsNaN(s.diff) {
			t.Errorf("%s: a lift of %v is claimed", c.name, s.diff)
		}
	}
	if s := o.statistic(cell{responders: 3}); !math.IsNaN(s.rate) || s.verdict != "" {
		t.Errorf("a cut of orders: %+v, want nothing known", s)
	}
}

// TestSplit: 900 to 100 is what a control share of 10 % plans; 800 to 200 is not.
func TestSplit(t *testing.T) {
	o := &Options{Confidence: 0.95}
	share := sql.NullFloat64{Float64: .1, Valid: true}
	if s := o.statistic(cell{test: known(900), control: known(100), controlShare: share}); s.splitP < .99 {
		t.Errorf("as planned: p = %v", s.splitP)
	}
	if s := o.statistic(cell{test: known(800), control: known(200), controlShare: share}); s.splitP > 1e-6 {
		t.Errorf("not as planned: p = %v", s.splitP)
	}
}

func TestAmount(t *testing.T) {
	o := &Options{Confidence: 0.95}
	a, err := o.amount(sums{mailed: known(417), returned: known(51), responders: 40, orders: 44, test: known(409), control: known(52),
		own: true, cost: 21_000, fee: 15_000, margin: known(3800), currencyOrders: 44, revenue: 657_092, testNet: 760_478, controlNet: 44_576})
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		got  *int64
		want int64
	}{
		"cost": {a.cost, 95_220}, "wasted": {a.wasted, 18_360}, "profit": {a.profit, 154_475}, "per responder": {a.perResponder, 2_381},
		"per order": {a.perOrder, 2_164}, "aov": {a.aov, 14_934}, "incremental": {a.incremental, 409_871},
	} {
		if c.got == nil || *c.got != c.want {
			t.Errorf("%s = %v, want %d", name, c.got, c.want)
		}
	}
	if a, _ := o.amount(sums{}); a.cost != nil || a.aov != nil || a.incremental != nil || a.revenuePerPiece != nil {
		t.Errorf("nothing known: %+v", a)
	}
}
