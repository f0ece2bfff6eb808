package snapshot

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"time"
)

// catalogue are the columns of columns.parquet.
func catalogue() []Column {
	return []Column{
		{Name: "table_name", Type: "VARCHAR", Meaning: "the published table"},
		{Name: "position", Type: "INTEGER", Meaning: "place of the column in the table, from 1"},
		{Name: "column_name", Type: "VARCHAR", Meaning: "the column"},
		{Name: "type", Type: "VARCHAR", Meaning: "its type"},
		{Name: "unit", Type: "VARCHAR", Meaning: "unit of its numbers"},
		{Name: "meaning", Type: "VARCHAR", Meaning: "what it says"},
		{Name: "allowed_values", Type: "VARCHAR", Meaning: "its possible values, separated by a comma"},
		{Name: "step", Type: "VARCHAR", Meaning: "the step that makes the table"},
		{Name: "stability", Type: "VARCHAR", Meaning: "may it change without a new contract", Values: []string{"stable", "experimental"}},
		{Name: "restricted", Type: "BOOLEAN", Meaning: "it stands only in restricted/"},
	}
}

// describe writes columns.parquet, columns.md and views.sql into a staged set.
func (p *Publisher) describe(ctx context.Context, db Engine, set Set, m *Manifest, stage string) (File, error) {
	if err := p.Files.Write(filepath.Join(stage, "columns.md"), []byte(markdown(set))); err != nil {
		return File{}, err
	}
	if err := p.Files.Write(filepath.Join(stage, "views.sql"), []byte(views(m))); err != nil {
		return File{}, err
	}
	self := part{table: Table{Name: "columns"}, columns: catalogue()}
	query := columnRows(set)
	want, err := count(ctx, db, query, self.columnsOf())
	if err != nil {
		return File{}, fmt.Errorf("count columns.parquet: %w", err)
	}
	if err := p.copyInto(ctx, db, query+" ORDER BY table_name, position", filepath.Join(stage, "columns.parquet"), set.Contract); err != nil {
		return File{}, fmt.Errorf("write columns.parquet: %w", err)
	}
	f, err := p.verified(ctx, stage, self, want, Erased{})
	if err != nil {
		return File{}, fmt.Errorf("verify columns.parquet: %w", err)
	}
	f.Path = m.Directory + "/columns.parquet"
	return f, nil
}

// columnRows is the SELECT of the rows of columns.parquet.
func columnRows(set Set) string {
	var rows []string
	for _, t := range set.Tables {
		if !t.Publish {
			continue
		}
		for i, c := range (part{t, "", t.Columns}).columnsOf() {
			stability := "stable"
			if c.Experimental {
				stability = "experimental"
			}
			rows = append(rows, fmt.Sprintf("(%s, %d, %s, %s, %s, %s, %s, %s, %s, %t)", text(t.Name), i+1, text(c.Name), text(c.Type), orNull(c.Unit),
				orNull(c.Meaning), orNull(strings.Join(c.Values, ", ")), orNull(t.Step), text(stability), t.Restricted || c.Restricted))
		}
	}
	empty := ""
	if len(rows) == 0 {
		rows, empty = []string{"('', 0, '', '', '', '', '', '', '', FALSE)"}, " WHERE FALSE"
	}
	var casts, names []string
	for _, c := range catalogue() {
		names = append(names, c.Name)
		casts = append(casts, fmt.Sprintf("CAST(%s AS %s) AS %s", c.Name, c.Type, c.Name))
	}
	return fmt.Sprintf("SELECT %s, CAST(%s AS DATE) AS as_of, %s AS snapshot_id FROM (VALUES %s) AS v(%s)%s", strings.Join(casts, ", "),
		text(set.AsOf.Format(time.DateOnly)), text(set.ID), strings.Join(rows, ", "), strings.Join(names, ", "), empty)
}

func orNull(s string) string {
	if s == "" {
		return "NULL"
	}
	return text(s)
}

// markdown is columns.md.
func markdown(set Set) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# Published tables\n\nContract %d. Every table ends with as_of (DATE) and snapshot_id (VARCHAR).\n", set.Contract)
	cell := strings.NewReplacer("|", "\\|", "\n", " ")
	for _, t := range set.Tables {
		if !t.Publish {
			continue
		}
		where := placeTables
		if t.Restricted {
			where = placeRestricted
		}
		fmt.Fprintf(&b, "\n## %s\n\n%s\n\nMade by %s; stands in %s/.\n\n| column | type | unit | meaning | values | |\n|---|---|---|---|---|---|\n", t.Name, t.About, t.Step, where)
		for _, c := range t.Columns {
			var notes []string
			if c.Experimental {
				notes = append(notes, "experimental")
			}
			if c.Restricted && !t.Restricted {
				notes = append(notes, "only in restricted/")
			}
			fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", c.Name, c.Type, cell.Replace(c.Unit), cell.Replace(c.Meaning), cell.Replace(strings.Join(c.Values, ", ")), strings.Join(notes, ", "))
		}
	}
	return b.String()
}

// views is views.sql: one view per open table of one set, all of one night.
func views(m *Manifest) string {
	var b strings.Builder
	fmt.Fprintf(&b, `-- Opens the set %s (as of %s) in DuckDB: every view is of this one set.
-- Start DuckDB in the folder that holds this file, or first say where it is: SET VARIABLE published = '/data/published';
SET VARIABLE published = COALESCE(getvariable('published'), '.');
`, m.SnapshotID, m.AsOf)
	for _, f := range m.Tables {
		if f.Place == placeTables {
			fmt.Fprintf(&b, "CREATE OR REPLACE VIEW %s AS SELECT * FROM read_parquet(getvariable('published') || %s);\n", ident(f.Table), text("/"+f.Path))
		}
	}
	return b.String()
}
