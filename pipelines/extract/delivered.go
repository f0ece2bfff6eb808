package extract

import (
	"context"
	"fmt"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// tellTwice tells of files that hold what another file of the source holds:
// tonight's under two names, or last night's under a new one. Where a key keeps
// one row of each record, and for events of earlier nights, that does no harm and
// the night is as good as before. Without a key the rows of a file that stands
// there twice count twice; then it is a warning.
func (s *step) tellTwice(ctx context.Context, r *pipelines.Run, sources []*source) error {
	first, tonight := map[string]string{}, map[string]bool{}
	for _, src := range sources {
		tonight[src.input.Name] = true
		hash := src.input.SHA256
		if hash == "" || src.read == 0 {
			continue
		}
		before, twice := first[hash]
		switch {
		case !twice:
			first[hash] = src.input.Name
		case s.o.Format == "acs":
			r.Notice("delivered_twice", fmt.Sprintf("%s holds the same as %s; a message of the carrier that is repeated changes nothing", src.input.Name, before))
		case s.key == nil || s.o.OnDuplicate == "all":
			r.Warn("delivered_twice", fmt.Sprintf("%s holds the same as %s, so that every row of it counts twice; remove one of the files, or name the key of the records", src.input.Name, before))
		default:
			r.Notice("delivered_twice", fmt.Sprintf("%s holds the same as %s; each record counts once, by its key", src.input.Name, before))
		}
	}
	return s.tellAgain(ctx, r, first, tonight)
}

// tellAgain compares tonight's files with those of last night.
func (s *step) tellAgain(ctx context.Context, r *pipelines.Run, files map[string]string, tonight map[string]bool) error {
	path, ok := r.Previous.Path("run_inputs")
	if !ok {
		return nil
	}
	query := "SELECT source_file, sha256 FROM read_parquet(" + duck.Quote(path) + ") WHERE source = " + duck.Quote(s.source) + " ORDER BY source_file"
	told := map[string]bool{}
	err := r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var name, hash string
		if err := scan(&name, &hash); err != nil {
			return err
		}
		now, same := files[hash]
		if !same || tonight[name] || told[now] {
			return nil
		}
		told[now] = true
		if s.o.Mode == "events" {
			r.Notice("delivered_again", fmt.Sprintf("%s was read last night as %s; its events are known and count once", now, name))
			return nil
		}
		r.Notice("delivered_again", fmt.Sprintf("%s holds what %s held last night; see whether the export was made anew", now, name))
		return nil
	})
	if err != nil {
		return fmt.Errorf("read last night's inputs: %w", err)
	}
	return nil
}
