package review

import (
	"context"
	"embed"
	"fmt"
	"slices"
	"strings"

	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var statements embed.FS

// Pair is one pair for review: a text per shown field for both rows, and the
// weight of every comparison in bits.
type Pair struct {
	A, B        Row
	Probability float64
	Weights     []float64
	Left, Right []string
}

// Pairs are the pairs for review with the names of what they show.
type Pairs struct {
	Fields, Weights []string
	List            []Pair
}

// shown are the columns of source rows that help to decide.
func shown() []string {
	return []string{"given_name", "middle_name", "family_name", "name_suffix", "company", "gender", "birth_date", "email", "phone", "address_line", "postcode", "city", "country", "observed"}
}

// Tables are the published files that review reads.
type Tables struct{ Pairs, Sources string }

func (t Tables) open(ctx context.Context) (*duck.DB, error) {
	return duck.Open(ctx, duck.Options{AllowedPaths: []string{t.Pairs, t.Sources}})
}

// Load reads the pairs with their rows.
func (t Tables) Load(ctx context.Context) (_ *Pairs, err error) {
	db, err := t.open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() {
		if cerr := db.Close(); err == nil {
			err = cerr
		}
	}()
	out := &Pairs{}
	if err := t.columns(ctx, db, out); err != nil {
		return nil, err
	}
	args := duck.Args{"pairs": t.Pairs, "sources": t.Sources, "weights": list(out.Weights, `p.%s`, "_weight"), "fields": list(out.Fields, "%s", "")}
	args["sides"] = duck.Fragment(string(list(out.Fields, "CAST(a.%s AS VARCHAR)", "")) + ", " + string(list(out.Fields, "CAST(b.%s AS VARCHAR)", "")))
	query, err := duck.Render(statements, "sql/pairs.sql", args)
	if err != nil {
		return nil, err
	}
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		p := Pair{Weights: make([]float64, len(out.Weights))}
		texts := make([]*string, 2*len(out.Fields))
		to := []any{&p.A.Source, &p.A.Key, &p.B.Source, &p.B.Key, &p.Probability}
		for i := range p.Weights {
			to = append(to, &p.Weights[i])
		}
		for i := range texts {
			to = append(to, &texts[i])
		}
		if err := scan(to...); err != nil {
			return err
		}
		p.Left, p.Right = values(texts[:len(out.Fields)]), values(texts[len(out.Fields):])
		out.List = append(out.List, p)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the pairs for review: %w", err)
	}
	return out, nil
}

// columns finds what the tables have to show.
func (t Tables) columns(ctx context.Context, db *duck.DB, out *Pairs) error {
	pairs, err := db.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(t.Pairs)+")")
	if err != nil {
		return fmt.Errorf("describe the pairs for review: %w", err)
	}
	for _, c := range pairs {
		if w, ok := strings.CutSuffix(c.Name, "_weight"); ok {
			out.Weights = append(out.Weights, w)
		}
	}
	sources, err := db.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(t.Sources)+")")
	if err != nil {
		return fmt.Errorf("describe the source rows: %w", err)
	}
	has := func(name string) bool {
		return slices.ContainsFunc(sources, func(c duck.Column) bool { return c.Name == name })
	}
	for _, f := range shown() {
		if has(f) {
			out.Fields = append(out.Fields, f)
		}
	}
	for _, w := range out.Weights {
		if has(w) && !slices.Contains(out.Fields, w) {
			out.Fields = append(out.Fields, w)
		}
	}
	if len(out.Fields) == 0 {
		return fmt.Errorf("the source rows have no field to show")
	}
	return nil
}

// Keys are the rows that a decision may name.
func (t Tables) Keys(ctx context.Context) (_ map[Row]bool, err error) {
	db, err := t.open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() {
		if cerr := db.Close(); err == nil {
			err = cerr
		}
	}()
	query, err := duck.Render(statements, "sql/keys.sql", duck.Args{"sources": t.Sources})
	if err != nil {
		return nil, err
	}
	out := map[Row]bool{}
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var r Row
		err := scan(&r.Source, &r.Key)
		out[r] = true
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the keys of the source rows: %w", err)
	}
	return out, nil
}

func list(names []string, form, suffix string) duck.Fragment {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = fmt.Sprintf(form, duck.Ident(n+suffix))
	}
	return duck.Fragment(strings.Join(out, ", "))
}

func values(texts []*string) []string {
	out := make([]string, len(texts))
	for i, t := range texts {
		if t != nil {
			out[i] = *t
		}
	}
	return out
}
