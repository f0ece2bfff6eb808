package adhoc

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"

	"kartoteka/pipelines/dedupe/guess"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/extract/read"
	"kartoteka/pipelines/kernel/charset"
)

// sampleRows is how many rows of a file are looked at; the first chunk of a
// text file may hold more.
const sampleRows = 3000

// formatOf tells the format by a file's extension.
func formatOf(path string) (string, error) {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".csv", ".tsv", ".txt":
		return "csv", nil
	case ".parquet", ".pq":
		return "parquet", nil
	case ".xlsx", ".xlsm":
		return "xlsx", nil
	}
	return "", fmt.Errorf("%s: the extension does not tell the format; dedupe takes .csv, .tsv, .txt, .xlsx and .parquet", filepath.Base(path))
}

// sample reads the columns of a file with the values of its first rows.
func sample(ctx context.Context, path, format string) (_ []guess.Column, err error) {
	name := filepath.Base(path)
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("%s: there is no such file", name)
		}
		return nil, fmt.Errorf("%s: the file cannot be read", name)
	}
	seen, err := read.Inspect(ctx, path, name, charset.Unknown)
	if err != nil {
		return nil, err
	}
	settings := read.Settings{Format: format, KeepRagged: true, Scan: scanner(ctx)}
	f, err := read.Open(path, name, seen, settings)
	if err != nil {
		return nil, err
	}
	defer func() {
		if cerr := f.Close(); err == nil {
			err = cerr
		}
	}()
	columns := make([]guess.Column, len(f.Columns()))
	for i, c := range f.Columns() {
		columns[i].Name = c
	}
	for rows := 0; rows < sampleRows; {
		chunk, err := f.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		for _, r := range chunk() {
			if r.Faults != nil || len(r.Cells) < len(columns) {
				continue
			}
			rows++
			for i := range columns {
				columns[i].Values = append(columns[i].Values, strings.TrimSpace(r.Cells[i]))
			}
		}
	}
	return columns, nil
}

// scanner reads the first rows of a Parquet file in a database of its own.
func scanner(ctx context.Context) read.Scan {
	return func(path string, yield func(arrow.RecordBatch) error) (err error) {
		db, err := duck.Open(ctx, duck.Options{Threads: 1, AllowedPaths: []string{path}})
		if err != nil {
			return err
		}
		defer func() {
			if cerr := db.Close(); err == nil {
				err = cerr
			}
		}()
		return db.Read(ctx, fmt.Sprintf("SELECT * FROM read_parquet(%s) LIMIT %d", duck.Quote(path), sampleRows), yield)
	}
}
