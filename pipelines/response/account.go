package response

import (
	"context"
	"fmt"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// account counts what became of every order row, and warns of what was left
// out of the figures.
func (s *step) account(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	counts := map[string]int64{}
	query, err := duck.Render(files, "sql/account.sql", duck.Args{"as_of": r.AsOf})
	if err != nil {
		return nil, err
	}
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var what string
		var n int64
		err := scan(&what, &n)
		counts[what] = n
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("account.sql: %w", err)
	}
	for _, w := range []struct{ code, text string }{
		{"change_of_unknown_kind", "order changes are of a kind that is neither listed under cancel nor under return; they are left out"},
		{"repeated_order_differs", "order numbers are repeated with another amount or currency; the first row stands"},
		{"order_after_as_of", "orders are dated after the day of the run; they are kept"},
		{"piece_of_unknown_campaign", "pieces belong to a campaign that is not declared; they are left out"},
		{"campaign_without_window", "campaigns have no date to open their window; no order can belong to them"},
	} {
		if counts[w.code] > 0 {
			r.Warn(w.code, fmt.Sprintf("%d %s", counts[w.code], w.text))
		}
	}
	a := pipelines.Account{Subject: "orders", In: counts["rows"], Out: counts["orders"], Merged: counts["rows"] - counts["orders"]}
	a.Reasons = append(pipelines.Reasons(pipelines.KindMerged, map[string]int64{"repeated_order": counts["repeated"], "typed_again": counts["typed_again"]}),
		pipelines.Reasons(pipelines.KindDecided, map[string]int64{
			"counted": counts["counted"], "cancelled": counts["cancelled"], "returned": counts["returned"], "without_value": counts["without_value"],
			"credited": counts["credited"], "passed_along": counts["passed_along"], "organic": counts["organic"], "contact_unknown": counts["contact_unknown"]})...)
	a.Reasons = append(a.Reasons, pipelines.Reasons(pipelines.KindWarning, map[string]int64{
		"change_of_unknown_order": counts["change_of_unknown_order"], "change_in_other_currency": counts["change_in_other_currency"]})...)
	return []pipelines.Account{a}, nil
}
