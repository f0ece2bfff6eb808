package extract

import (
	"context"
	"embed"
	"fmt"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var statements embed.FS

// settle makes the step's table of the loaded rows: one row per key.
func (s *step) settle(ctx context.Context, r *pipelines.Run, sources []*source) error {
	if s.fold != nil {
		return s.foldEvents(ctx, r, sources)
	}
	if s.key == nil || s.o.OnDuplicate == "all" {
		return nil
	}
	merged := s.name + "__merged"
	args := duck.Args{"table": duck.Name(s.name), "merged": duck.Name(merged), "order": duck.Fragment(s.order())}
	if err := r.DB.Run(ctx, statements, "sql/merged_rows.sql", args); err != nil {
		return err
	}
	err := s.countMerged(ctx, r, merged, sources)
	if err == nil {
		err = r.DB.Run(ctx, statements, "sql/without_merged.sql", args)
	}
	return dropped(r, merged, err)
}

// dropped drops a working table whatever happened before.
func dropped(r *pipelines.Run, table string, err error) error {
	if derr := r.DB.Exec(context.Background(), "DROP TABLE IF EXISTS "+duck.Ident(table)); err == nil {
		return derr
	}
	return err
}

// order puts the row to keep first: by the time that the rows carry, then by
// their place.
func (s *step) order() string {
	var by []string
	direction, nulls := "DESC", "NULLS LAST"
	if s.o.OnDuplicate != "latest" {
		direction = "ASC"
	}
	for _, name := range []string{"observed", "ordered_at", "returned_on", "changed_on", "consent_on", "address_told"} {
		if s.has(name) {
			by = append(by, "t."+duck.Ident(name)+" "+direction+" "+nulls)
			break
		}
	}
	return strings.Join(append(by, "t.source_file "+direction, "t.source_row "+direction), ", ")
}

func (s *step) has(name string) bool {
	for _, c := range s.columns {
		if c.name == name {
			return true
		}
	}
	return false
}

// countMerged books the merged rows to their files; with on_duplicate: reject
// they become rejects.
func (s *step) countMerged(ctx context.Context, r *pipelines.Run, merged string, sources []*source) error {
	byName := byName(sources)
	return r.DB.Rows(ctx, "SELECT source_file, source_row, kept_file, kept_row, raw FROM "+duck.Ident(merged)+" ORDER BY source_file, source_row", func(scan func(...any) error) error {
		var file, keptFile, raw string
		var row, keptRow int64
		if err := scan(&file, &row, &keptFile, &keptRow, &raw); err != nil {
			return err
		}
		src := byName[file]
		if s.o.OnDuplicate != "reject" {
			src.merged++
			return nil
		}
		where := fmt.Sprintf("row %d", keptRow)
		if keptFile != file {
			where += " of " + keptFile
		}
		src.rejects = append(src.rejects, s.duplicate(src, row, raw, where))
		return nil
	})
}

func byName(sources []*source) map[string]*source {
	out := map[string]*source{}
	for _, src := range sources {
		out[src.input.Name] = src
	}
	return out
}

// foldEvents reduces the loaded events to one row per key.
func (s *step) foldEvents(ctx context.Context, r *pipelines.Run, sources []*source) error {
	var last []string
	var names duck.Names
	for _, c := range s.table().Columns {
		names = append(names, duck.Name(c.Name))
		if q := duck.Ident(c.Name); c.Name != "source_key" {
			last = append(last, "MAX_BY("+q+", place) FILTER (WHERE "+q+" IS NOT NULL) AS "+q)
		}
	}
	err := r.DB.Run(ctx, statements, "sql/folded.sql", duck.Args{
		"table": duck.Name(s.name), "events": duck.Name(s.events()), "last": duck.Fragment(strings.Join(last, ", ")), "columns": names,
	})
	if err == nil {
		err = s.countFolded(ctx, r, sources)
	}
	return dropped(r, s.events(), err)
}

// events is the working table of an event log.
func (s *step) events() string { return s.name + "__events" }

func (s *step) countFolded(ctx context.Context, r *pipelines.Run, sources []*source) error {
	byName := byName(sources)
	for _, src := range sources {
		src.merged = src.read - int64(len(src.rejects))
	}
	return r.DB.Rows(ctx, "SELECT source_file, COUNT(*) FROM "+duck.Ident(s.name)+" GROUP BY source_file", func(scan func(...any) error) error {
		var file string
		var rows int64
		if err := scan(&file, &rows); err != nil {
			return err
		}
		byName[file].merged -= rows
		return nil
	})
}

// addEarlier adds the rows of earlier nights that tonight does not replace.
func (s *step) addEarlier(ctx context.Context, r *pipelines.Run) (pipelines.Account, error) {
	account := pipelines.Account{Subject: s.name + " of earlier nights"}
	path, ok := r.Previous.Path(s.name)
	if !ok {
		return account, nil
	}
	columns, err := s.earlierColumns(ctx, r, path)
	if err != nil {
		return account, err
	}
	earlier := s.name + "__earlier"
	err = r.DB.Run(ctx, statements, "sql/earlier_rows.sql", duck.Args{"earlier": duck.Name(earlier), "columns": duck.Fragment(columns), "path": path, "table": duck.Name(s.name)})
	if err == nil {
		err = r.DB.One(ctx, "SELECT COUNT(*) FROM read_parquet("+duck.Quote(path)+")", &account.Added)
	}
	if err == nil {
		account.Out, err = r.RowCount(ctx, earlier)
	}
	if err == nil {
		err = r.DB.Exec(ctx, "INSERT INTO "+duck.Ident(s.name)+" SELECT * FROM "+duck.Ident(earlier))
	}
	if err := dropped(r, earlier, err); err != nil {
		return account, fmt.Errorf("add the rows of earlier nights: %w", err)
	}
	account.Merged = account.Added - account.Out
	account.Reasons = append(
		pipelines.Reasons(pipelines.KindAdded, map[string]int64{"read on an earlier night": account.Added}),
		pipelines.Reasons(pipelines.KindMerged, map[string]int64{"read again tonight": account.Merged})...)
	return account, nil
}

// earlierColumns selects the table's columns from the last snapshot; one that
// it did not have yet is NULL.
func (s *step) earlierColumns(ctx context.Context, r *pipelines.Run, path string) (string, error) {
	have, err := r.DB.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(path)+")")
	if err != nil {
		return "", fmt.Errorf("read the columns of earlier nights: %w", err)
	}
	var list []string
	for _, c := range s.table().Columns {
		from := "NULL"
		for _, h := range have {
			if h.Name == c.Name {
				from = "e." + duck.Ident(c.Name)
			}
		}
		list = append(list, "CAST("+from+" AS "+c.Type+") AS "+duck.Ident(c.Name))
	}
	return strings.Join(list, ", "), nil
}
