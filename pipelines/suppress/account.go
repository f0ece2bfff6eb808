package suppress

import (
	"context"
	"fmt"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// account balances the contacts, and tells how many entries of each list found somebody and how many contacts each
// reason closes to a channel.
func (w *work) account(ctx context.Context) (pipelines.Account, error) {
	a := pipelines.Account{Subject: w.name.Value}
	var err error
	if a.In, err = w.run.RowCount(ctx, w.contacts.Value); err != nil {
		return a, err
	}
	if a.Out, err = w.run.RowCount(ctx, w.name.Value); err != nil {
		return a, err
	}
	if a.Suppressed = a.In - a.Out; a.Suppressed > 0 {
		a.Reasons = append(a.Reasons, pipelines.Reason{Kind: pipelines.KindSuppressed, Reason: "erased", Rows: a.Suppressed})
	}
	count := func(kind, query string) error {
		return w.db.Rows(ctx, query, func(scan func(...any) error) error {
			var reason string
			var n int64
			err := scan(&reason, &n)
			a.Reasons = append(a.Reasons, pipelines.Reason{Kind: kind, Reason: reason, Rows: n})
			return err
		})
	}
	entries, hits := duck.Ident(w.name.Value+"__entries"), duck.Ident(w.name.Value+"__hits")
	err = count(pipelines.KindDecided, fmt.Sprintf(`SELECT e.list || CASE WHEN h.entry IS NULL THEN ': nobody' ELSE ': found' END, COUNT(*)
		FROM %s AS e LEFT JOIN (SELECT DISTINCT number, entry FROM %s) AS h ON h.number = e.number AND h.entry = e.entry GROUP BY 1 ORDER BY 1`, entries, hits))
	if err != nil {
		return a, err
	}
	if err := count(pipelines.KindChanged, "SELECT channel || ' closed: ' || reason, COUNT(*) FROM "+duck.Ident(w.o.Makes.Suppressions.Value)+" GROUP BY 1 ORDER BY 1"); err != nil {
		return a, err
	}
	return a, w.unknownErasures(ctx, entries, hits)
}

// unknownErasures warns of erasure requests that found nobody: a person should look at them.
func (w *work) unknownErasures(ctx context.Context, entries, hits string) error {
	if !w.erases() {
		return nil
	}
	query := fmt.Sprintf("SELECT e.list, COUNT(*) FROM %s AS e ANTI JOIN %s AS h ON h.number = e.number AND h.entry = e.entry WHERE e.effect = 'erase' GROUP BY 1 ORDER BY 1", entries, hits)
	return w.db.Rows(ctx, query, func(scan func(...any) error) error {
		var list string
		var n int64
		if err := scan(&list, &n); err != nil {
			return err
		}
		w.run.Warn("erasure_unknown", fmt.Sprintf("%d rows of %s found no contact; look whether the record was rejected or erased before", n, list))
		return nil
	})
}
