package returns

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/resolve"
)

// feedback gathers the rows of all feeds in one table.
func (w *work) feedback(ctx context.Context) error {
	var parts []string
	for i, fb := range w.options.From.Feedback {
		part, err := w.feed(ctx, i, fb)
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}
	return w.sql(ctx, "feedback", duck.Args{"feedback": duck.Name(w.table("feedback")), "feeds": union(parts)})
}

func (w *work) feed(ctx context.Context, i int, fb feedback) (string, error) {
	t := fb.Table.Value
	args := duck.Args{"table": duck.Name(t), "feed": i, "table_name": t, "carrier": fb.Codes.Value}
	if err := w.fill(ctx, args, t, "VARCHAR", "source", "source_file", "piece_id", "tracking_no", "ref_source", "ref_key", "code", "text", "event", "status",
		"move_month", "move_type", "address_key", "email", "given_name", "family_name", "company", "phone"); err != nil {
		return "", err
	}
	if err := w.fill(ctx, args, t, "BIGINT", "source_row"); err != nil {
		return "", err
	}
	if err := w.fill(ctx, args, t, "DATE", "returned_on"); err != nil {
		return "", err
	}
	have, err := w.columns(ctx, t)
	if err != nil {
		return "", err
	}
	var list []string
	for _, c := range addressColumns() {
		expr := column(have, "new_"+c, "VARCHAR")
		if c == "address_key" && slices.Contains(have, "new_address_complete") {
			expr = "CASE WHEN COALESCE(new_address_complete, TRUE) THEN " + expr + " END"
		}
		list = append(list, expr+" AS "+duck.Ident("new_"+c))
	}
	args["new_columns"] = duck.Fragment(strings.Join(list, ", "))
	return duck.Render(files, "sql/feedback_of_one_feed.sql", args)
}

// earlier adds the messages of earlier nights.
func (w *work) earlier(ctx context.Context) error {
	declared := correctionsTable(w.name.Value).Columns
	if err := w.before(ctx, "earlier", w.name.Value, declared); err != nil {
		return err
	}
	return w.sql(ctx, "messages", duck.Args{"messages": duck.Name(w.table("messages")), "f_new_columns": prefixed("f.new_", ""), "e_new_columns": prefixed("e.new_", "")})
}

// before makes a working table of a table of the last snapshot, empty on a first night; columns that an older snapshot
// lacks are NULL.
func (w *work) before(ctx context.Context, part, table string, declared []pipelines.Column) error {
	path, found := w.run.Previous.Path(table)
	var have []string
	if found {
		described, err := w.db.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(path)+")")
		if err != nil {
			return fmt.Errorf("look at %s of the last snapshot: %w", table, err)
		}
		for _, c := range described {
			have = append(have, c.Name)
		}
	}
	var list []string
	for _, c := range declared {
		list = append(list, "CAST("+column(have, c.Name, c.Type)+" AS "+c.Type+") AS "+duck.Ident(c.Name))
	}
	args := duck.Args{part: duck.Name(w.table(part)), "columns": duck.Fragment(strings.Join(list, ", ")), "path": path}
	file := map[string]string{"earlier": "earlier", "history": "address_history"}[part]
	if !found {
		file += "_none"
	}
	return w.sql(ctx, file, args)
}

// pieces joins the pieces that messages name.
func (w *work) pieces(ctx context.Context) error {
	var parts []string
	for _, t := range w.options.From.Pieces.List {
		args := duck.Args{"table": duck.Name(t.Value)}
		if err := w.fill(ctx, args, t.Value, "VARCHAR", "tracking_no", "campaign_id", "address_key", "email", "ref_source", "ref_key", "given_name", "family_name", "company", "phone"); err != nil {
			return err
		}
		part, err := duck.Render(files, "sql/pieces_of_one_table.sql", args)
		if err != nil {
			return err
		}
		parts = append(parts, part)
	}
	if len(parts) == 0 {
		parts = append(parts, nothing("piece_ref", "tracking_no", "piece_id", "campaign_id", "address_key", "email", "ref_source", "ref_key", "given_name", "family_name", "company", "phone"))
	}
	if err := w.sql(ctx, "pieces", duck.Args{"pieces": duck.Name(w.table("pieces")), "tables": union(parts)}); err != nil {
		return err
	}
	return w.sql(ctx, "addressed", duck.Args{"addressed": duck.Name(w.table("addressed"))})
}

// contacts finds the contact of every message.
func (w *work) contacts(ctx context.Context) error {
	var err error
	addressed, resolved := w.name.Value+"__addressed", w.table("resolved")
	w.counts, err = resolve.Make(ctx, w.db, resolve.Request{Rows: addressed, Key: []string{"return_id"}, Sources: w.options.From.Sources.Value, Into: resolved, Workers: w.run.Threads})
	if err != nil {
		return err
	}
	sources, err := w.columns(ctx, w.options.From.Sources.Value)
	if err != nil {
		return err
	}
	if err := w.sql(ctx, "found", duck.Args{"found": duck.Name(w.table("found")), "source_address_key": duck.Fragment(column(sources, "address_key", "VARCHAR"))}); err != nil {
		return err
	}
	have, err := w.columns(ctx, w.options.From.Contacts.Value)
	if err != nil {
		return err
	}
	surname := "c.family_name"
	if slices.Contains(have, "address_family_name") {
		surname = "COALESCE(c.address_family_name, c.family_name)"
	}
	return w.sql(ctx, "concerned", duck.Args{"concerned": duck.Name(w.table("concerned")), "surname": duck.Fragment(surname), "near": w.options.Rules.SameAddress == "near"})
}

// evidence finds the last order shipped to an address that a message is about.
func (w *work) evidence(ctx context.Context) error {
	var orders, changes []string
	for _, t := range w.options.From.Orders.List {
		have, err := w.columns(ctx, t.Value)
		if err != nil {
			return err
		}
		if !slices.Contains(have, "address_key") {
			continue
		}
		args := duck.Args{"table": duck.Name(t.Value), "found": duck.Name(w.name.Value + "__found"), "near": w.options.Rules.SameAddress == "near"}
		if err := w.fill(ctx, args, t.Value, "VARCHAR", "ref_source", "ref_key", "given_name", "family_name", "company", "email", "phone"); err != nil {
			return err
		}
		if err := w.fill(ctx, args, t.Value, "DECIMAL(18,2)", "amount"); err != nil {
			return err
		}
		part, err := duck.Render(files, "sql/orders_of_one_table.sql", args)
		if err != nil {
			return err
		}
		orders = append(orders, part)
	}
	for _, t := range w.options.From.Changes.List {
		args := duck.Args{"table": duck.Name(t.Value)}
		if err := w.fill(ctx, args, t.Value, "DECIMAL(18,2)", "amount"); err != nil {
			return err
		}
		part, err := duck.Render(files, "sql/changes_of_one_table.sql", args)
		if err != nil {
			return err
		}
		changes = append(changes, part)
	}
	if len(orders) == 0 {
		orders = append(orders, "SELECT CAST(NULL AS VARCHAR) AS order_id, CAST(NULL AS DATE) AS ordered_on, CAST(NULL AS DECIMAL(18,2)) AS amount, x.* FROM ("+
			nothing("address_key", "ref_source", "ref_key", "given_name", "family_name", "company", "email", "phone")+") AS x")
	}
	if len(changes) == 0 {
		changes = append(changes, "SELECT x.*, CAST(NULL AS DECIMAL(18,2)) AS amount FROM ("+nothing("order_id", "kind")+") AS x")
	}
	if err := w.sql(ctx, "orders", duck.Args{"orders": duck.Name(w.table("orders")), "tables": union(orders), "changes": union(changes)}); err != nil {
		return err
	}
	if _, err := resolve.Make(ctx, w.db, resolve.Request{Rows: w.name.Value + "__orders", Key: []string{"order_id"}, Sources: w.options.From.Sources.Value,
		Into: w.table("resolved_orders"), Workers: w.run.Threads}); err != nil {
		return err
	}
	return w.sql(ctx, "evidence", duck.Args{"evidence": duck.Name(w.table("evidence"))})
}

// fill adds the columns of a table under their names; a column that the table lacks is NULL.
func (w *work) fill(ctx context.Context, args duck.Args, table, kind string, names ...string) error {
	have, err := w.columns(ctx, table)
	if err != nil {
		return err
	}
	for _, n := range names {
		args[n] = duck.Fragment(column(have, n, kind))
	}
	return nil
}

func (w *work) columns(ctx context.Context, table string) ([]string, error) {
	if have, known := w.have[table]; known {
		return have, nil
	}
	described, err := w.db.Describe(ctx, "SELECT * FROM "+duck.Ident(table))
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", table, err)
	}
	var have []string
	for _, c := range described {
		have = append(have, c.Name)
	}
	w.have[table] = have
	return have, nil
}

func column(have []string, name, kind string) string {
	if slices.Contains(have, name) {
		return "CAST(" + duck.Ident(name) + " AS " + kind + ")"
	}
	return "CAST(NULL AS " + kind + ")"
}

// nothing is a SELECT of no rows with text columns.
func nothing(names ...string) string {
	list := make([]string, len(names))
	for i, n := range names {
		list[i] = "CAST(NULL AS VARCHAR) AS " + duck.Ident(n)
	}
	return "SELECT " + strings.Join(list, ", ") + " WHERE FALSE"
}

func union(parts []string) duck.Fragment {
	return duck.Fragment(strings.Join(parts, "\nUNION ALL BY NAME\n"))
}

// prefixed lists the address columns under a prefix, named as they are or as given.
func prefixed(prefix, as string) duck.Fragment {
	list := make([]string, len(addressColumns()))
	for i, c := range addressColumns() {
		list[i] = prefix + c
		if as != "" {
			list[i] += " AS " + as + c
		}
	}
	return duck.Fragment(strings.Join(list, ", "))
}
