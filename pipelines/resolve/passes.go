package resolve

import (
	"context"
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/duck"
)

// work is one request with its working tables, all of which go at the end.
type work struct {
	db      *duck.DB
	request Request
	args    duck.Args
	made    []string
}

// table names a working table and puts it among the arguments of the statements to come.
func (w *work) table(name string) string {
	full := w.request.Into + "__" + name
	w.args[name] = duck.Name(full)
	w.made = append(w.made, full)
	return full
}

func (w *work) run(ctx context.Context, steps ...string) error {
	for _, step := range steps {
		if err := w.db.Run(ctx, files, "sql/"+step+".sql", w.args); err != nil {
			return fmt.Errorf("resolve %s: %w", w.request.Rows, err)
		}
	}
	return nil
}

// clean drops the working tables, those that were made.
func (w *work) clean(ctx context.Context) error {
	for _, name := range w.made {
		if err := w.db.Exec(ctx, "DROP TABLE IF EXISTS "+duck.Ident(name)); err != nil {
			return fmt.Errorf("resolve %s: clean up: %w", w.request.Rows, err)
		}
	}
	return nil
}

// compare makes levels of the names of linked rows and contacts.
func (w *work) compare(ctx context.Context, pairs, levels string) error {
	w.args["same_names"], w.args["levels"], w.args["full"] = duck.Name(pairs+"_same"), duck.Name(levels), int(full)
	w.made = append(w.made, pairs+"_same")
	if err := w.run(ctx, "same_names", "pairs"); err != nil {
		return err
	}
	err := w.db.Map(ctx, "SELECT * FROM "+duck.Ident(pairs), levels, levelSchema(), max(w.request.Workers, 1), nil, compareNames)
	if err != nil {
		return fmt.Errorf("resolve %s: compare names: %w", w.request.Rows, err)
	}
	return w.run(ctx, "same_levels")
}

// byValues finds rows by the e-mail, phone and address of source rows.
func (w *work) byValues(ctx context.Context) error {
	w.args["taught_pass"] = false
	w.table("links")
	w.table("people")
	w.table("answers")
	pairs, levels := w.table("pairs"), w.table("levels")
	if err := w.run(ctx, "answers", "links", "people"); err != nil {
		return err
	}
	if err := w.compare(ctx, pairs, levels); err != nil {
		return err
	}
	return w.run(ctx, "best")
}

// byOtherRows finds rows by what rows that have a contact carry.
func (w *work) byOtherRows(ctx context.Context) error {
	outer := w.args
	defer func() { w.args = outer }()
	with := func(replaced map[string]string) {
		w.args = duck.Args{}
		for k, v := range outer {
			w.args[k] = v
		}
		for k, v := range replaced {
			w.args[k] = duck.Name(v)
		}
	}
	claims, claimPeople := w.table("claims"), w.table("claim_people")
	claimPairs, claimLevels := w.table("claim_pairs"), w.table("claim_levels")
	links, people := w.table("taught_links"), w.table("taught_people")
	pairs, levels := w.table("taught_pairs"), w.table("taught_levels")
	w.table("taught")
	if err := w.run(ctx, "claims"); err != nil {
		return err
	}
	with(map[string]string{"links": claims, "people": claimPeople, "pairs": claimPairs})
	if err := w.run(ctx, "people"); err != nil {
		return err
	}
	if err := w.compare(ctx, claimPairs, claimLevels); err != nil {
		return err
	}
	w.args = outer
	if err := w.run(ctx, "taught", "taught_links"); err != nil {
		return err
	}
	with(map[string]string{"links": links, "people": people, "pairs": pairs, "levels": levels})
	w.args["taught_pass"] = true
	if err := w.run(ctx, "people", "taught_people"); err != nil {
		return err
	}
	if err := w.compare(ctx, pairs, levels); err != nil {
		return err
	}
	return w.run(ctx, "best")
}

// byName finds rows by their whole name: in a circle, or because it is rare.
func (w *work) byName(ctx context.Context) error {
	names, keys := w.table("names"), w.table("keys")
	w.table("bearers")
	w.table("asked")
	if err := w.run(ctx, "names"); err != nil {
		return err
	}
	if err := w.db.Map(ctx, "SELECT * FROM "+duck.Ident(names), keys, keySchema(), max(w.request.Workers, 1), nil, nameKeys); err != nil {
		return fmt.Errorf("resolve %s: keys of names: %w", w.request.Rows, err)
	}
	if err := w.run(ctx, "bearers", "asked"); err != nil {
		return err
	}
	if w.request.Circles != "" {
		w.args["circles"], w.args["members"] = duck.Name(w.request.Circles), duck.Name(w.request.Members)
		w.args["same_key"] = sameKey(w.request.Key)
		if err := w.run(ctx, "circle_names"); err != nil {
			return err
		}
	}
	if w.request.Rare > 0 {
		w.args["rare"] = w.request.Rare
		return w.run(ctx, "rare_names")
	}
	return nil
}

// sameKey joins circles to the rows by the columns of the key.
func sameKey(key []string) duck.Fragment {
	parts := make([]string, len(key))
	for i, k := range key {
		parts[i] = "c." + duck.Ident(k) + " = n." + duck.Ident(k)
	}
	return duck.Fragment(strings.Join(parts, " AND "))
}

// nameKeys gives the keys of each name, as written and exchanged.
func nameKeys(_ int, in arrow.RecordBatch, out *array.RecordBuilder) error {
	given, ok := in.Column(0).(*array.String)
	family, also := in.Column(1).(*array.String)
	if !ok || !also {
		return fmt.Errorf("the names are a %s and a %s", in.Column(0).DataType(), in.Column(1).DataType())
	}
	for i := range int(in.NumRows()) {
		g, f := given.Value(i), family.Value(i)
		for c, v := range []string{g, f, givenKey(g), surnameKey(f), givenKey(f), surnameKey(g)} {
			out.Field(c).(*array.StringBuilder).Append(v)
		}
	}
	return nil
}

func keySchema() *arrow.Schema {
	var fields []arrow.Field
	for _, n := range []string{"given_name", "family_name", "given_key", "family_key", "exchanged_given_key", "exchanged_family_key"} {
		fields = append(fields, arrow.Field{Name: n, Type: arrow.BinaryTypes.String})
	}
	return arrow.NewSchema(fields, nil)
}
