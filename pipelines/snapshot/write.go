package snapshot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Engine is what publishing needs of a database. Rows calls each once per row with a function that scans it.
type Engine interface {
	Exec(ctx context.Context, sql string) error
	Rows(ctx context.Context, sql string, each func(scan func(dest ...any) error) error) error
}

// rowGroup is DuckDB's own row group size, fixed here since it decides the bytes of a file.
const rowGroup = 122880

// stamp is what the two last columns of every table hold.
type stamp struct {
	id   string
	asOf time.Time
}

// columnsOf are the columns of a part as they stand in its file.
func (p part) columnsOf() []Column {
	return append(slices.Clone(p.columns),
		Column{Name: "as_of", Type: "DATE", Meaning: "the date for which the run answers, in the project's zone"},
		Column{Name: "snapshot_id", Type: "VARCHAR", Meaning: "the set this row was published with; two values in one report mean two nights"})
}

// rows is the SELECT of a part's rows without an order. Persons in the erased relations are left out, or, in rows about
// an order or a piece, their columns are empty.
func (p part) rows(s stamp, e erasure) string {
	hit := e.match(p.table)
	var b strings.Builder
	b.WriteString("SELECT ")
	for _, c := range p.columns {
		if hit != "" && e.anonymises(p.table) && personal(p.table, c.Name) {
			fmt.Fprintf(&b, "CASE WHEN %s THEN NULL ELSE t.%s END AS %s, ", hit, ident(c.Name), ident(c.Name))
			continue
		}
		fmt.Fprintf(&b, "%s AS %s, ", e.value(p.table, c), ident(c.Name))
	}
	fmt.Fprintf(&b, "CAST(%s AS DATE) AS as_of, %s AS snapshot_id FROM %s AS t", text(s.asOf.Format(time.DateOnly)), text(s.id), ident(p.table.from()))
	if hit != "" && !e.anonymises(p.table) {
		fmt.Fprintf(&b, " WHERE NOT %s", hit)
	}
	return b.String()
}

// order is the ORDER BY that puts the rows into one total order. Rows that are equal in every column may change places,
// which no byte shows.
func (p part) order(ctx context.Context, db Engine) (string, error) {
	keys := slices.DeleteFunc(slices.Clone(p.table.Sort), func(s string) bool {
		return !slices.ContainsFunc(p.columns, func(c Column) bool { return c.Name == s })
	})
	quoted := make([]string, 0, len(p.columns))
	for _, k := range keys {
		quoted = append(quoted, ident(k))
	}
	ties := true
	if len(quoted) > 0 {
		ties = false
		list := strings.Join(quoted, ", ")
		query := fmt.Sprintf("SELECT 1 FROM %s GROUP BY %s HAVING COUNT(*) > 1 LIMIT 1", ident(p.table.from()), list)
		if err := db.Rows(ctx, query, func(func(...any) error) error { ties = true; return nil }); err != nil {
			return "", fmt.Errorf("look for ties in the order of %s: %w", p.table.Name, err)
		}
	}
	if ties {
		for _, c := range p.columns {
			if !slices.Contains(keys, c.Name) {
				quoted = append(quoted, ident(c.Name))
			}
		}
	}
	for i := range quoted {
		quoted[i] += " NULLS LAST"
	}
	if len(quoted) == 0 {
		return "", nil
	}
	return " ORDER BY " + strings.Join(quoted, ", "), nil
}

// copyTo writes a query to a Parquet file. kv_metadata holds the contract alone: a run id or a time there would make
// equal nights differ.
func copyTo(ctx context.Context, db Engine, query, path string, contract int) error {
	return db.Exec(ctx, fmt.Sprintf("COPY (%s) TO %s (FORMAT parquet, COMPRESSION zstd, PARQUET_VERSION v1, ROW_GROUP_SIZE %d, KV_METADATA {contract: '%d'})",
		query, text(path), rowGroup, contract))
}
