package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow/memory"
	"github.com/apache/arrow-go/v18/parquet/file"
	"github.com/apache/arrow-go/v18/parquet/pqarrow"
)

// readPeople reads a CSV or Parquet file as rows of texts, blanks around values
// dropped; absent values are "". Of a Parquet file, only the columns named, if any.
func readPeople(ctx context.Context, path string, only ...string) ([]map[string]string, error) {
	if !strings.HasSuffix(path, ".parquet") {
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
		}
		defer f.Close()
		rows, err := readCSV(f)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
		}
		for _, r := range rows {
			for c, v := range r {
				r[c] = strings.TrimSpace(v)
			}
		}
		return rows, nil
	}
	p, err := file.OpenParquetFile(path, false)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
	}
	defer p.Close()
	r, err := pqarrow.NewFileReader(p, pqarrow.ArrowReadProperties{}, memory.DefaultAllocator)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
	}
	var columns, groups []int
	for i := range p.MetaData().Schema.NumColumns() {
		if len(only) == 0 || slices.Contains(only, p.MetaData().Schema.Column(i).Name()) {
			columns = append(columns, i)
		}
	}
	for i := range p.NumRowGroups() {
		groups = append(groups, i)
	}
	t, err := r.ReadRowGroups(ctx, columns, groups)
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
	}
	defer t.Release()
	rows := make([]map[string]string, t.NumRows())
	for i := range rows {
		rows[i] = make(map[string]string, t.NumCols())
	}
	for c := range int(t.NumCols()) {
		column, at := t.Column(c), 0
		for _, chunk := range column.Data().Chunks() {
			for i := range chunk.Len() {
				if !chunk.IsNull(i) {
					rows[at][column.Name()] = strings.TrimSpace(chunk.ValueStr(i))
				}
				at++
			}
		}
	}
	return rows, nil
}

// columnsOf lists the columns of the rows without the hidden ones, in order.
func columnsOf(rows []map[string]string, hidden []string) []string {
	seen := map[string]bool{}
	for _, r := range rows {
		for c := range r {
			seen[c] = true
		}
	}
	var columns []string
	for c := range seen {
		if !slices.Contains(hidden, c) {
			columns = append(columns, c)
		}
	}
	slices.Sort(columns)
	return columns
}
