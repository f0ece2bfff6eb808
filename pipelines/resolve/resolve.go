package resolve

import (
	"context"
	"embed"
	"fmt"
	"slices"

	"github.com/apache/arrow-go/v18/arrow"

	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var files embed.FS

// Request is one table to be resolved.
type Request struct {
	Rows    string   // table whose rows name a contact
	Key     []string // columns that name a row of it, unique together
	Sources string   // contact_sources of dedupe
	Into    string   // table to be made
	Workers int      // goroutines that compare names; at least 1

	// Taught lets rows that found their contact say what else belongs to it, and finds further rows by that.
	Taught bool

	// Circles and Members name two tables, both or none: (Key..., circle) are the groups of people that a row points at
	// in some other way, such as those who were sent the code it gives, and (circle, contact_id) who is in them.
	Circles, Members string

	// Rare is the number of contacts of one whole name to be expected by chance below which the name alone finds the
	// one contact that bears it; 0: never. doc.go has the error that was measured.
	Rare float64
}

// Counts tells how many rows were resolved by what.
type Counts map[string]int64

// Rungs are the values of resolved_by, the surest first.
func Rungs() []string {
	return []string{"reference", "email_name", "phone_name", "name_address", "email", "phone", "taught", "circle_name", "rare_name", "ambiguous", "none"}
}

// carried are the columns that are looked at, beside the reference.
var carried = [...]string{"given_name", "family_name", "given_name_2", "family_name_2", "company", "phone", "address_key"}

// Make resolves the rows of a table.
func Make(ctx context.Context, db *duck.DB, q Request) (counts Counts, err error) {
	w, err := prepare(ctx, db, q)
	if err != nil {
		return nil, err
	}
	defer func() {
		if cerr := w.clean(context.WithoutCancel(ctx)); err == nil {
			err = cerr
		}
	}()
	if err := w.run(ctx, "named"); err != nil {
		return nil, err
	}
	if err := w.byValues(ctx); err != nil {
		return nil, err
	}
	if q.Taught {
		if err := w.byOtherRows(ctx); err != nil {
			return nil, err
		}
	}
	if q.Circles != "" || q.Rare > 0 {
		if err := w.byName(ctx); err != nil {
			return nil, err
		}
	}
	if err := w.run(ctx, "resolved"); err != nil {
		return nil, err
	}
	return count(ctx, db, q.Into)
}

// prepare looks at the tables of a request.
func prepare(ctx context.Context, db *duck.DB, q Request) (*work, error) {
	rows, err := columns(ctx, db, q.Rows)
	if err != nil {
		return nil, err
	}
	sources, err := columns(ctx, db, q.Sources)
	if err != nil {
		return nil, err
	}
	key := make(duck.Names, len(q.Key))
	for i, k := range q.Key {
		key[i] = duck.Name(k)
	}
	country := "CAST(NULL AS VARCHAR)"
	if slices.Contains(sources, "country") {
		country = "s.country"
	}
	w := &work{db: db, request: q, args: duck.Args{
		"rows": duck.Name(q.Rows), "sources": duck.Name(q.Sources), "into": duck.Name(q.Into), "key": key,
		"row_columns": duck.Fragment(selection(rows, "r.")), "source_columns": duck.Fragment(selection(sources, "s.")),
		"ref": duck.Fragment(reference(rows)), "country": duck.Fragment(country),
	}}
	w.table("named")
	return w, nil
}

func count(ctx context.Context, db *duck.DB, table string) (Counts, error) {
	counts := Counts{}
	err := db.Rows(ctx, "SELECT resolved_by, COUNT(*) FROM "+duck.Ident(table)+" GROUP BY ALL", func(scan func(...any) error) error {
		var by string
		var n int64
		if err := scan(&by, &n); err != nil {
			return err
		}
		counts[by] = n
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("count %s: %w", table, err)
	}
	return counts, nil
}

func columns(ctx context.Context, db *duck.DB, table string) ([]string, error) {
	described, err := db.Describe(ctx, "SELECT * FROM "+duck.Ident(table))
	if err != nil {
		return nil, fmt.Errorf("look at %s: %w", table, err)
	}
	names := make([]string, len(described))
	for i, c := range described {
		names[i] = c.Name
	}
	return names, nil
}

// selection lists the carried columns under their names, NULL where the table has none.
func selection(have []string, prefix string) string {
	text := "CAST(NULL AS VARCHAR) AS email"
	switch {
	case slices.Contains(have, "email_key") && slices.Contains(have, "email"):
		text = "COALESCE(" + prefix + "email_key, LOWER(TRIM(" + prefix + "email))) AS email"
	case slices.Contains(have, "email_key"):
		text = prefix + "email_key AS email"
	case slices.Contains(have, "email"):
		text = "LOWER(TRIM(" + prefix + "email)) AS email"
	}
	for _, c := range carried {
		if slices.Contains(have, c) {
			text += ", " + prefix + c
		} else {
			text += ", CAST(NULL AS VARCHAR) AS " + c
		}
	}
	return text
}

// reference is the contact that a row's reference names, NULL where the table has none.
func reference(have []string) string {
	if slices.Contains(have, "ref_source") && slices.Contains(have, "ref_key") {
		return "r.ref_source AS ref_source, r.ref_key AS ref_key"
	}
	return "CAST(NULL AS VARCHAR) AS ref_source, CAST(NULL AS VARCHAR) AS ref_key"
}

func levelSchema() *arrow.Schema {
	return arrow.NewSchema([]arrow.Field{
		{Name: "row_id", Type: arrow.PrimitiveTypes.Int64},
		{Name: "contact_id", Type: arrow.BinaryTypes.String},
		{Name: "level", Type: arrow.PrimitiveTypes.Int32},
	}, nil)
}
