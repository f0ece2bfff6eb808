package card

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// find gives a published table's file. The restricted copy holds the records as
// read; it is taken when they are asked for.
func (b *Box) find(table string) (snapshot.File, bool) {
	var found snapshot.File
	ok := false
	for _, f := range b.manifest.Tables {
		switch {
		case f.Table != table || f.Place == "state":
		case f.Place == "tables" && !ok:
			found, ok = f, true
		case f.Place == "restricted" && b.raw:
			found, ok = f, true
		}
	}
	return found, ok
}

func (b *Box) path(f snapshot.File) string {
	return filepath.Join(b.dir, filepath.FromSlash(f.Path))
}

func (b *Box) file(table string) (string, bool) {
	f, ok := b.find(table)
	return b.path(f), ok
}

// rows gives the rows of a table in which a column has a value. A table or a
// column that is not published has none.
func (b *Box) rows(ctx context.Context, table, column, value string) ([]Row, error) {
	f, ok := b.find(table)
	has := slices.ContainsFunc(f.Columns, func(c snapshot.FieldType) bool { return c.Name == column })
	if !ok || !has {
		return []Row{}, nil
	}
	return b.read(ctx, f, "sql/rows.sql", duck.Args{"column": duck.Name(column), "value": value})
}

// read runs a query over one published file, which it knows as file with all
// its columns as text; the two that are the same in every row are left out.
func (b *Box) read(ctx context.Context, f snapshot.File, query string, args duck.Args) ([]Row, error) {
	var names, texts []string
	for _, c := range f.Columns {
		if c.Name != "as_of" && c.Name != "snapshot_id" {
			names = append(names, c.Name)
			texts = append(texts, "CAST("+duck.Ident(c.Name)+" AS VARCHAR)")
		}
	}
	args["columns"], args["file"] = duck.Fragment(strings.Join(texts, ", ")), b.path(f)
	text, err := duck.Render(queries, query, args)
	if err != nil {
		return nil, err
	}
	out := []Row{}
	err = b.db.Rows(ctx, text, func(scan func(...any) error) error {
		values := make([]*string, len(names))
		into := make([]any, len(names))
		for i := range values {
			into[i] = &values[i]
		}
		if err := scan(into...); err != nil {
			return err
		}
		row := Row{}
		for i, v := range values {
			if v != nil && *v != "" {
				row[names[i]] = *v
			}
		}
		out = append(out, row)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read the published table %s: %w", f.Table, err)
	}
	return out, nil
}

// texts gives the only column of a query.
func (b *Box) texts(ctx context.Context, file string, args duck.Args) ([]string, error) {
	query, err := duck.Render(queries, file, args)
	if err != nil {
		return nil, err
	}
	var out []string
	err = b.db.Rows(ctx, query, func(scan func(...any) error) error {
		var s string
		if err := scan(&s); err != nil {
			return err
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// pairs gives the two columns of a query; NULL is empty.
func (b *Box) pairs(ctx context.Context, file string, args duck.Args) ([][2]string, error) {
	query, err := duck.Render(queries, file, args)
	if err != nil {
		return nil, err
	}
	var out [][2]string
	err = b.db.Rows(ctx, query, func(scan func(...any) error) error {
		var x, y *string
		if err := scan(&x, &y); err != nil {
			return err
		}
		var pair [2]string
		for i, v := range []*string{x, y} {
			if v != nil {
				pair[i] = *v
			}
		}
		out = append(out, pair)
		return nil
	})
	return out, err
}
