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

	// NameAlone lets a given name and surname find a contact when exactly one bears them. On labelled orders 19 of 20
	// rows found so are right: good enough to count orders, too weak to change a contact.
	NameAlone bool
}

// Counts tells how many rows were resolved by what.
type Counts map[string]int64

// Rungs are the values of resolved_by, the surest first.
func Rungs() []string {
	return []string{"reference", "email_name", "phone_name", "name_address", "email", "phone", "name", "ambiguous", "none"}
}

// carried are the columns that are looked at, beside the reference.
var carried = [...]string{"given_name", "family_name", "given_name_2", "family_name_2", "company", "phone", "address_key"}

// plainName is the whole name without case, accents and ł; NULL when a part is missing.
const plainName = duck.Fragment("REPLACE(LOWER(STRIP_ACCENTS(given_name || ' ' || family_name)), 'ł', 'l')")

// Make resolves the rows of a table.
func Make(ctx context.Context, db *duck.DB, q Request) (Counts, error) {
	rows, err := columns(ctx, db, q.Rows)
	if err != nil {
		return nil, err
	}
	sources, err := columns(ctx, db, q.Sources)
	if err != nil {
		return nil, err
	}
	part := func(name string) string { return q.Into + "__" + name }
	key := make(duck.Names, len(q.Key))
	for i, k := range q.Key {
		key[i] = duck.Name(k)
	}
	args := duck.Args{
		"rows": duck.Name(q.Rows), "sources": duck.Name(q.Sources), "into": duck.Name(q.Into), "key": key,
		"row_columns": duck.Fragment(selection(rows, "r.")), "source_columns": duck.Fragment(selection(sources, "s.")),
		"ref": duck.Fragment(reference(rows)), "name_alone": q.NameAlone, "plain_name": plainName,
	}
	made := []string{"named", "people", "links", "carriers", "pairs", "levels", "best"}
	for _, name := range made {
		args[name] = duck.Name(part(name))
	}
	for _, step := range []string{"named", "links", "people", "carriers", "pairs"} {
		if err := db.Run(ctx, files, "sql/"+step+".sql", args); err != nil {
			return nil, fmt.Errorf("resolve %s: %w", q.Rows, err)
		}
	}
	if err := db.Map(ctx, "SELECT * FROM "+duck.Ident(part("pairs")), part("levels"), levelSchema(), max(q.Workers, 1), nil, compareNames); err != nil {
		return nil, fmt.Errorf("resolve %s: compare names: %w", q.Rows, err)
	}
	for _, step := range []string{"best", "resolved"} {
		if err := db.Run(ctx, files, "sql/"+step+".sql", args); err != nil {
			return nil, fmt.Errorf("resolve %s: %w", q.Rows, err)
		}
	}
	for _, name := range made {
		if err := db.Exec(ctx, "DROP TABLE "+duck.Ident(part(name))); err != nil {
			return nil, fmt.Errorf("resolve %s: clean up: %w", q.Rows, err)
		}
	}
	return count(ctx, db, q.Into)
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
