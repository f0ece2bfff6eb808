package extract

import (
	"context"
	"fmt"
	"sort"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// warn tells what a person should look at after the files were read.
func (s *step) warn(ctx context.Context, r *pipelines.Run, sources []*source) error {
	for _, src := range sources {
		for _, n := range src.notes {
			r.Warn(n.Code, n.Text)
		}
		s.warnRejects(r, src)
		if src.ragged > 0 {
			r.Warn("ragged_rows", fmt.Sprintf("%s: %d of %d rows have a wrong number of fields and are kept as far as they could be read; check delimiter and quotes", src.input.Name, src.ragged, src.read))
		}
	}
	if err := s.noticeMended(r, sources); err != nil {
		return err
	}
	if err := s.tellTwice(ctx, r, sources); err != nil {
		return err
	}
	s.warnLater(r, sources)
	return s.warnShrank(ctx, r, sources)
}

// warnRejects: when half of a file is rejected, the file or its declaration is
// wrong rather than the rows.
func (s *step) warnRejects(r *pipelines.Run, src *source) {
	n := int64(len(src.rejects))
	if n < 2 || n*2 < src.read {
		return
	}
	top := pipelines.Reason{}
	for _, reason := range pipelines.RejectReasons(src.rejects) {
		if reason.Rows > top.Rows {
			top = reason
		}
	}
	text := fmt.Sprintf("%s: %d of %d rows are rejected, most for: %s", src.input.Name, n, src.read, top.Reason)
	if top.Reason == "wrong number of fields" {
		text += "; check delimiter and header, and whether each line ends with a delimiter"
	}
	r.Warn("many_rejects", text)
}

func (s *step) warnLater(r *pipelines.Run, sources []*source) {
	for i, c := range s.columns {
		var rows int64
		first := ""
		for _, src := range sources {
			if src.later[i].rows > 0 && first == "" {
				first = fmt.Sprintf("%s, row %d", src.input.Name, src.later[i].first)
			}
			rows += src.later[i].rows
		}
		if rows > 0 {
			r.Warn("dated_later", fmt.Sprintf("%s: %s is after %s in %d rows (first: %s)", s.source, c.name, r.AsOf.Format("2006-01-02"), rows, first))
		}
	}
}

// warnShrank compares a whole state with last night's: half or less is told.
func (s *step) warnShrank(ctx context.Context, r *pipelines.Run, sources []*source) error {
	path, ok := r.Previous.Path("run_inputs")
	if !ok || s.o.Mode == "events" {
		return nil
	}
	var before int64
	query := "SELECT CAST(COALESCE(SUM(accepted), 0) AS BIGINT) FROM read_parquet(" + duck.Quote(path) + ") WHERE source = " + duck.Quote(s.source)
	if err := r.DB.One(ctx, query, &before); err != nil {
		return fmt.Errorf("read last night's inputs: %w", err)
	}
	var now int64
	for _, src := range sources {
		now += src.read - int64(len(src.rejects))
	}
	if before > 0 && now*2 <= before {
		r.Warn("source_shrank", fmt.Sprintf("%s: %d rows tonight, %d last night; was the export cut?", s.source, now, before))
	}
	return nil
}

// watchColumns makes the side table of column names and tells which are new
// since last night and read by no field.
func (s *step) watchColumns(ctx context.Context, r *pipelines.Run, sources []*source) error {
	first := map[string]string{}
	var names []string
	for _, src := range sources {
		for _, c := range src.columns {
			if _, ok := first[c]; !ok {
				first[c] = src.input.Name
				names = append(names, c)
			}
		}
	}
	sort.Strings(names)
	table := duck.Ident(s.name + "_columns")
	if err := r.DB.Exec(ctx, "CREATE TABLE "+table+" (column_name VARCHAR, source_file VARCHAR)"); err != nil {
		return err
	}
	var rows []string
	for _, n := range names {
		rows = append(rows, "("+duck.Quote(n)+", "+duck.Quote(first[n])+")")
	}
	if rows != nil {
		if err := r.DB.Exec(ctx, "INSERT INTO "+table+" VALUES "+strings.Join(rows, ", ")); err != nil {
			return err
		}
	}
	return s.newColumns(ctx, r, names, first)
}

func (s *step) newColumns(ctx context.Context, r *pipelines.Run, names []string, first map[string]string) error {
	path, ok := r.Previous.Path(s.name + "_columns")
	if !ok {
		return nil
	}
	known := map[string]bool{}
	err := r.DB.Rows(ctx, "SELECT column_name FROM read_parquet("+duck.Quote(path)+")", func(scan func(...any) error) error {
		var n string
		err := scan(&n)
		known[n] = true
		return err
	})
	if err != nil {
		return fmt.Errorf("read last night's columns: %w", err)
	}
	if len(known) == 0 {
		return nil
	}
	for _, ref := range s.refs() {
		known[ref.name] = true
	}
	var fresh []string
	for _, n := range names {
		if !known[n] {
			fresh = append(fresh, fmt.Sprintf("%q (%s)", n, first[n]))
		}
	}
	if fresh == nil {
		return nil
	}
	text := fmt.Sprintf("%s: columns that were not there last night: %s", s.source, strings.Join(fresh, ", "))
	if s.o.OnNewColumn == "fail" {
		return fmt.Errorf("%s; map them in fields: or keep:, or write on_new_column: warn", text)
	}
	r.Warn("new_column", text)
	return nil
}
