package response

import (
	"context"
	"database/sql"
	"fmt"
	"math"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/money"
	"kartoteka/pipelines/kernel/stats"
)

// sums are what one row of campaign_money starts from. Amounts in cents; cost,
// fee and margin in ten-thousandths.
type sums struct {
	campaign, cut, value, currency string
	mailed, returned               sql.NullInt64
	responders, orders             int64
	test, control                  sql.NullInt64 // persons
	own                            bool          // the campaign's own currency
	cost, fee                      int64
	margin                         sql.NullInt64
	currencyOrders, revenue        int64
	testNet, controlNet            int64
	testSquares, controlSquares    float64
}

// amount are the derived figures of one row in cents; nil is not known.
type amount struct {
	cost, wasted, profit, perPiece, perResponder, perOrder *int64
	aov, revenuePerPiece                                   *int64
	incremental, low, high                                 *int64
}

func (o *Options) amount(s sums) (amount, error) {
	var a amount
	var e faults
	if s.own && s.mailed.Valid {
		m, u := s.mailed.Int64, s.returned.Int64
		total := m*s.cost + u*s.fee
		a.cost = e.rescaled(total)
		a.wasted = e.rescaled(u * (s.cost + s.fee))
		a.perPiece = e.divided(total, 100*m)
		a.perResponder = e.divided(total, 100*s.responders)
		a.perOrder = e.divided(total, 100*s.orders)
		if s.margin.Valid {
			earned := e.product(s.margin.Int64, s.revenue)
			a.profit = e.divided(earned-100*total, 10_000)
		}
	}
	a.aov = e.divided(s.revenue, s.currencyOrders)
	if s.mailed.Valid {
		a.revenuePerPiece = e.divided(s.revenue, s.mailed.Int64)
	}
	if s.test.Int64 > 0 && s.control.Int64 > 0 {
		organic, err := money.MulDiv(s.test.Int64, s.controlNet, s.control.Int64)
		e.keep(err)
		lift := s.testNet - organic
		a.incremental = &lift
		d := stats.Welch(stats.FromSums(s.test.Int64, float64(s.testNet), s.testSquares),
			stats.FromSums(s.control.Int64, float64(s.controlNet), s.controlSquares), o.Confidence)
		a.low, a.high = whole(float64(s.test.Int64)*d.Interval.Low), whole(float64(s.test.Int64)*d.Interval.High)
	}
	return a, e.first
}

// whole rounds to cents; nil when the value is not defined.
func whole(x float64) *int64 {
	if math.IsNaN(x) || math.Abs(x) > 1<<62 {
		return nil
	}
	v := int64(math.Round(x))
	return &v
}

// faults keeps the first error of several computations.
type faults struct{ first error }

func (e *faults) keep(err error) {
	if e.first == nil {
		e.first = err
	}
}

// rescaled turns ten-thousandths into cents.
func (e *faults) rescaled(units int64) *int64 {
	v, err := money.Rescale(units, 4, 2)
	e.keep(err)
	return &v
}

// divided is nil without a denominator.
func (e *faults) divided(num, den int64) *int64 {
	if den == 0 {
		return nil
	}
	v, err := money.DivHalfUp(num, den)
	e.keep(err)
	return &v
}

func (e *faults) product(a, b int64) int64 {
	v, err := money.MulDiv(a, b, 1)
	e.keep(err)
	return v
}

// amounts computes the derived figures of every row of campaign_money and
// loads them as a table.
func (s *step) amounts(ctx context.Context, db *duck.DB, table string) error {
	query, err := duck.Render(files, "sql/sums_to_judge.sql", nil)
	if err != nil {
		return err
	}
	var rows []sums
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		rows = append(rows, sums{})
		r := &rows[len(rows)-1]
		return scan(&r.campaign, &r.cut, &r.value, &r.currency, &r.mailed, &r.returned, &r.responders, &r.orders, &r.test, &r.control,
			&r.own, &r.cost, &r.fee, &r.margin, &r.currencyOrders, &r.revenue, &r.testNet, &r.controlNet, &r.testSquares, &r.controlSquares)
	})
	if err != nil {
		return fmt.Errorf("read the sums of campaigns: %w", err)
	}
	out := make([]amount, len(rows))
	for i, r := range rows {
		if out[i], err = s.options.amount(r); err != nil {
			return fmt.Errorf("campaign %s, %s %s: %w", r.campaign, r.cut, r.value, err)
		}
	}
	fields := textFields("campaign_id", "cut", "value", "currency")
	for _, n := range []string{"cost", "wasted", "profit", "per_piece", "per_responder", "per_order", "aov", "revenue_per_piece",
		"incremental_revenue", "incremental_revenue_low", "incremental_revenue_high"} {
		fields = append(fields, arrow.Field{Name: n, Type: arrow.PrimitiveTypes.Int64, Nullable: true})
	}
	return load(ctx, db, table, arrow.NewSchema(fields, nil), len(rows), func(b *array.RecordBuilder, i int) {
		r, a := rows[i], out[i]
		texts(b, 0, r.campaign, r.cut, r.value, r.currency)
		cents(b, 4, a.cost, a.wasted, a.profit, a.perPiece, a.perResponder, a.perOrder, a.aov, a.revenuePerPiece, a.incremental, a.low, a.high)
	})
}
