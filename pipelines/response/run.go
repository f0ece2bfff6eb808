package response

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/resolve"
)

// Names of working tables that stand in the main schema while the step works.
const (
	statisticsTable = "response_work_statistics"
	amountsTable    = "response_work_amounts"
)

// Run makes the tables.
func (s *step) Run(ctx context.Context, r *pipelines.Run) (accounts []pipelines.Account, err error) {
	db := r.DB
	in, err := s.relations(ctx, r)
	if err != nil {
		return nil, err
	}
	if err := db.Exec(ctx, openWork); err != nil {
		return nil, fmt.Errorf("open the working schema: %w", err)
	}
	cuts, unknown := findCuts(values(s.options.Cuts), in["pieces"], in["contacts"], in["orders"])
	for _, name := range unknown {
		if name != defaultCut {
			return nil, fmt.Errorf("cuts: no table of pieces, contacts or orders has the column %s", name)
		}
	}
	f := &finder{step: s, run: r, in: in}
	defer func() {
		if cerr := s.clean(context.WithoutCancel(ctx), db, f); err == nil {
			err = cerr
		}
	}()
	for i, work := range []func() error{
		func() error { return f.find(ctx, "pieces", withCuts(pieceFields(), cuts, ofPieces), resolve.Request{}) },
		func() error { return f.find(ctx, "objections", hashedFields(), resolve.Request{}) },
		func() error { return s.mailings(ctx, db, in, cuts) },
		func() error { return f.orders(ctx, withCuts(orderFields(), cuts, ofOrders)) },
		func() error { return s.orders(ctx, db, in, cuts) },
		func() error { return s.attribute(ctx, db) },
		func() error { return s.count(ctx, db, cuts, len(in["objections"]) > 0) },
		func() error { return s.publish(ctx, r, in) },
		func() error { return s.prove(ctx, db) },
	} {
		if err := work(); err != nil {
			return nil, err
		}
		r.Progress(int64(i+1), 9)
	}
	return s.account(ctx, r)
}

// relations are the tables of every role with the columns they have now.
func (s *step) relations(ctx context.Context, r *pipelines.Run) (roles, error) {
	out := roles{}
	for _, role := range s.roles() {
		for _, t := range role.tables.List {
			rel, err := describe(ctx, r.DB, t.Value)
			if err != nil {
				return nil, fmt.Errorf("look at %s: %w", t.Value, err)
			}
			out[role.name] = append(out[role.name], rel)
		}
	}
	for _, t := range s.sources() {
		if rel, err := describe(ctx, r.DB, t.Value); err == nil {
			out["sources"] = append(out["sources"], rel)
		} else if ctx.Err() != nil {
			return nil, ctx.Err()
		}
	}
	return out, nil
}

func describe(ctx context.Context, db *duck.DB, table string) (relation, error) {
	columns, err := db.Describe(ctx, "SELECT * FROM "+duck.Ident(table))
	rel := relation{name: table, columns: map[string]bool{}}
	for _, c := range columns {
		rel.columns[c.Name] = true
	}
	return rel, err
}

// publish makes the tables of the step.
func (s *step) publish(ctx context.Context, r *pipelines.Run, in roles) error {
	if err := s.statistics(ctx, r.DB, statisticsTable); err != nil {
		return err
	}
	if err := s.amounts(ctx, r.DB, amountsTable); err != nil {
		return err
	}
	m, l := s.options.Makes, s.options.Lifecycle
	st := statements{db: r.DB, ctx: ctx}
	st.run("campaign_response", duck.Args{"makes": duck.Name(s.name), "statistics": duck.Name(statisticsTable)})
	st.run("campaign_money", duck.Args{"makes": duck.Name(m.Money), "amounts": duck.Name(amountsTable)})
	st.run("order_attribution", duck.Args{"makes": duck.Name(m.Attribution)})
	st.run("campaign_curve", duck.Args{"makes": duck.Name(m.Curve), "as_of": r.AsOf})
	st.run("coupon_findings", duck.Args{"makes": duck.Name(m.Findings)})
	if m.Orders != "" {
		st.run("published_orders", duck.Args{"makes": duck.Name(m.Orders)})
	}
	if m.Pieces != "" {
		st.run("published_pieces", duck.Args{"makes": duck.Name(m.Pieces)})
	}
	if m.Campaigns != "" {
		st.run("published_campaigns", duck.Args{"makes": duck.Name(m.Campaigns), "rows": shape(in["campaigns"], campaignFields())})
	}
	if m.Purchases != "" {
		st.run("published_purchases", duck.Args{"makes": duck.Name(m.Purchases), "as_of": r.AsOf, "new_days": l.New.Days(), "active_days": l.Active.Days()})
	}
	return st.err
}

// clean removes everything that is not a table of the step.
func (s *step) clean(ctx context.Context, db *duck.DB, f *finder) error {
	if err := db.Exec(ctx, closeWork); err != nil {
		return fmt.Errorf("close the working schema: %w", err)
	}
	for _, name := range f.views {
		if err := db.Exec(ctx, "DROP VIEW IF EXISTS "+duck.Ident(name)); err != nil {
			return fmt.Errorf("drop %s: %w", name, err)
		}
	}
	for _, name := range append(f.made, statisticsTable, amountsTable) {
		if err := db.Exec(ctx, "DROP TABLE IF EXISTS "+duck.Ident(name)); err != nil {
			return fmt.Errorf("drop %s: %w", name, err)
		}
	}
	return nil
}

func values(texts []config.Text) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		out[i] = t.Value
	}
	return out
}

func sorted(names []string) []string {
	sort.Strings(names)
	return slices.Compact(names)
}
