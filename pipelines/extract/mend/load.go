package mend

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kartoteka/pipelines/duck"
)

//go:embed sql/*.sql
var statements embed.FS

// Rejected is one rejected record, once for all rows that are equal to it.
type Rejected struct {
	Source, File string
	Row          int64 // of the first such record
	More         int   // further records that are equal to it
	Record, Raw  string
	Reasons      []string
	Columns      []string // of the file, in its order
	Cells        []string
}

// DropOnly tells that nothing is wrong with the record itself.
func (r Rejected) DropOnly() bool {
	return slices.ContainsFunc(r.Reasons, func(why string) bool { return strings.HasPrefix(why, Duplicate) })
}

// Named tells which columns a reason names, and the reasons.
func (r Rejected) Named(column string) []string {
	var out []string
	for _, why := range r.Reasons {
		_, list, _ := strings.Cut(why, ": ")
		if i := strings.Index(list, " ("); i >= 0 {
			list = list[i+2:]
			if j := strings.LastIndex(list, ")"); j >= 0 {
				list = list[:j]
			}
		}
		if strings.Contains(", "+list+", ", ", "+column+", ") {
			out = append(out, why)
		}
	}
	return out
}

// Load reads a published rejects file: what is rejected and not dropped by a
// person, by source, file and row. source "" means every source.
func Load(ctx context.Context, path, source string) (_ []Rejected, err error) {
	db, err := duck.Open(ctx, duck.Options{AllowedPaths: []string{path}})
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	columns, err := db.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(path)+")")
	if err != nil {
		return nil, fmt.Errorf("read the rejects: %w", err)
	}
	if !slices.ContainsFunc(columns, func(c duck.Column) bool { return c.Name == "cells" }) {
		return nil, errors.New("the current snapshot was published by an older kartoteka and does not hold the cells of its rejects; run the job again first")
	}
	query, err := duck.Render(statements, "sql/rejected.sql", duck.Args{"path": path})
	if err != nil {
		return nil, err
	}
	var out []Rejected
	at := map[[2]string]int{}
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var r Rejected
		var cells, reasons string
		if err := scan(&r.Source, &r.File, &r.Row, &r.Raw, &cells, &reasons); err != nil {
			return err
		}
		if source != "" && r.Source != source || strings.HasPrefix(reasons, Discarded) {
			return nil
		}
		r.Record, r.Reasons = Identity(r.Raw), strings.Split(reasons, "; ")
		if i, twice := at[[2]string{r.Source, r.Record}]; twice {
			out[i].More++
			return nil
		}
		if r.Columns, r.Cells, err = object(cells); err != nil {
			return fmt.Errorf("%s, row %d: the cells cannot be read", r.File, r.Row)
		}
		at[[2]string{r.Source, r.Record}] = len(out)
		out = append(out, r)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the rejects: %w", err)
	}
	return out, nil
}

// object reads a JSON object of texts in its order; "" has no columns.
func object(text string) (columns, cells []string, err error) {
	if text == "" {
		return nil, nil, nil
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	if _, err := d.Token(); err != nil {
		return nil, nil, err
	}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, nil, err
		}
		var v any
		if err := d.Decode(&v); err != nil {
			return nil, nil, err
		}
		columns, cells = append(columns, fmt.Sprint(name)), append(cells, plain(v))
	}
	return columns, cells, nil
}

func plain(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	}
	text, _ := json.Marshal(v) // what was decoded from JSON can be written as JSON
	return string(text)
}
