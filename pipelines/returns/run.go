package returns

import (
	"context"
	"fmt"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/returncode"
	"kartoteka/pipelines/resolve"
)

// work is one run of the step.
type work struct {
	*step
	run     *pipelines.Run
	db      *duck.DB
	tables  map[string]*returncode.Table // by codes
	have    map[string][]string          // columns of a table, looked up once
	made    []string                     // working tables, dropped at the end
	silent  map[string]int64             // rows per feed that say nothing about a contact
	counts  resolve.Counts
	results *results
}

// Run makes the four tables.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	w := &work{step: s, run: r, db: r.DB, have: map[string][]string{}, silent: map[string]int64{}}
	var err error
	if w.tables, err = w.codeTables(); err != nil {
		return nil, err
	}
	for _, part := range []struct {
		what string
		do   func(context.Context) error
	}{
		{"read feedback", w.feedback},
		{"read messages of earlier nights", w.earlier},
		{"join pieces", w.pieces},
		{"find contacts", w.contacts},
		{"look for evidence of life", w.evidence},
		{"decide", w.decide},
		{"write", w.write},
	} {
		if err := part.do(ctx); err != nil {
			return nil, fmt.Errorf("%s: %w", part.what, err)
		}
	}
	accounts, err := w.accounts(ctx)
	if err != nil {
		return nil, err
	}
	for _, t := range w.made {
		if err := w.db.Exec(ctx, "DROP TABLE "+duck.Ident(t)); err != nil {
			return nil, fmt.Errorf("clean up: %w", err)
		}
	}
	return accounts, nil
}

// table names a working table and remembers to drop it.
func (w *work) table(part string) string {
	name := w.name.Value + "__" + part
	w.made = append(w.made, name)
	return name
}

// sql runs one embedded statement.
func (w *work) sql(ctx context.Context, file string, args duck.Args) error {
	for k, v := range map[string]string{
		"feedback": "feedback", "earlier": "earlier", "messages": "messages", "pieces": "pieces", "addressed": "addressed", "resolved": "resolved",
		"found": "found", "concerned": "concerned", "orders": "orders", "resolved_orders": "resolved_orders", "evidence": "evidence",
		"decisions": "decisions", "states": "states", "moves": "moves", "history": "history", "suggestions": "suggestions",
	} {
		if _, given := args[k]; !given {
			args[k] = duck.Name(w.name.Value + "__" + v)
		}
	}
	o := w.options
	args["contacts"], args["sources"] = duck.Name(o.From.Contacts.Value), duck.Name(o.From.Sources.Value)
	args["corrections"], args["corrected"] = duck.Name(w.name.Value), duck.Name(o.Makes.Contacts.Value)
	args["addresses"], args["tasks"] = duck.Name(o.Makes.Addresses.Value), duck.Name(o.Makes.Tasks.Value)
	args["as_of"] = w.run.AsOf
	return w.db.Run(ctx, files, "sql/"+file+".sql", args)
}
