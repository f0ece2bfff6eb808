package response

import (
	"context"
	"fmt"
	"slices"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/resolve"
)

// finder gives every row of a role the contact it names.
type finder struct {
	step  *step
	run   *pipelines.Run
	in    roles
	made  []string // tables that go at the end
	views []string // and views
}

func (f *finder) sql(ctx context.Context, file, makes string, args duck.Args) error {
	args["makes"] = duck.Name(makes)
	f.made = append(f.made, makes)
	return f.run.DB.Run(ctx, files, "sql/"+file+".sql", args)
}

// find replaces the tables of a role by one with the fields given in which
// every row carries the contact it names, unless each of them does already.
// how tells in which further ways contacts are found.
func (f *finder) find(ctx context.Context, name string, fields []field, how resolve.Request) error {
	if !f.needed(name) {
		return nil
	}
	if err := f.number(ctx, name, fields); err != nil {
		return err
	}
	return f.resolve(ctx, name, how)
}

// orders finds the contacts of orders, also by the codes they give.
func (f *finder) orders(ctx context.Context, fields []field) error {
	if !f.needed("orders") {
		return nil
	}
	if err := f.number(ctx, "orders", fields); err != nil {
		return err
	}
	o := f.step.options
	how := resolve.Request{Taught: o.Find.Taught, Rare: o.Find.RareNames}
	if o.Find.Recipients == "never" {
		return f.resolve(ctx, "orders", how)
	}
	how.Circles, how.Members = "response_work_circles", "response_work_members"
	args := duck.Args{"rows": duck.Name(numbered("orders")), "any_window": o.Find.Recipients == "window",
		"channels": lower(o.KeyCodes.Channels), "no_code": codes(o.KeyCodes.None)}
	for _, c := range []string{"channel", "coupon", "key_code"} {
		args[c] = f.column("orders", c, "VARCHAR")
	}
	args["ordered_on"] = duck.Fragment("COALESCE(" + string(f.column("orders", "ordered_on", "DATE")) + ", CAST(" + string(f.column("orders", "ordered_at", "TIMESTAMP")) + " AS DATE))")
	if err := f.sql(ctx, "circles", how.Circles, args); err != nil {
		return err
	}
	if err := f.sql(ctx, "circle_members", how.Members, duck.Args{}); err != nil {
		return err
	}
	return f.resolve(ctx, "orders", how)
}

func (f *finder) needed(name string) bool {
	return slices.ContainsFunc(f.in[name], func(t relation) bool { return !t.columns["contact_id"] })
}

func numbered(name string) string { return "response_work_" + name }

// column is a column of the numbered rows, NULL when no table of the role has it.
func (f *finder) column(name, column, kind string) duck.Fragment {
	if anyHas(f.in[name], column) {
		return duck.Fragment("r." + duck.Ident(column))
	}
	return duck.Fragment("CAST(NULL AS " + kind + ")")
}

// number makes one table of a role, with a number for every row and only what
// the step reads.
func (f *finder) number(ctx context.Context, name string, fields []field) error {
	have := present(append(slices.Clone(fields), carriedFields()...), f.in[name])
	return f.sql(ctx, "rows_to_resolve", numbered(name), duck.Args{"rows": shape(f.in[name], have)})
}

func (f *finder) resolve(ctx context.Context, name string, how resolve.Request) error {
	sources := f.step.sources()
	if len(sources) != 1 {
		return fmt.Errorf("sources: one table of source rows is needed, %d are named", len(sources))
	}
	rows, found, joined := numbered(name), "response_work_"+name+"_found", "response_work_"+name+"_named"
	how.Rows, how.Key, how.Sources, how.Into, how.Workers = rows, []string{"response_row"}, sources[0].Value, found, f.run.Threads
	f.made = append(f.made, found)
	if _, err := resolve.Make(ctx, f.run.DB, how); err != nil {
		return fmt.Errorf("find the contacts of %s: %w", name, err)
	}
	exclude := duck.Names{"response_row"}
	if anyHas(f.in[name], "contact_id") {
		exclude = append(exclude, "contact_id")
	}
	if anyHas(f.in[name], "resolved_by") {
		exclude = append(exclude, "resolved_by")
	}
	args := duck.Args{"rows": duck.Name(rows), "found": duck.Name(found), "own": f.column(name, "contact_id", "VARCHAR"), "exclude": exclude}
	args["makes"] = duck.Name(joined)
	f.views = append(f.views, joined)
	if err := f.run.DB.Run(ctx, files, "sql/rows_resolved.sql", args); err != nil {
		return err
	}
	rel, err := describe(ctx, f.run.DB, joined)
	f.in[name] = []relation{rel}
	return err
}
