package parse

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/extract"
	"kartoteka/pipelines/extract/read"
	"kartoteka/pipelines/kernel/charset"
)

// TextColumn is the one column of texts that stand in no file.
const TextColumn = "text"

// Source gives records in chunks; read.File is one.
type Source interface {
	Columns() []string
	Next() (read.Chunk, error) // io.EOF after the last chunk
	Close() error
}

// Texts is a source of given texts.
func Texts(all []string) Source { return &given{all} }

// given are texts in memory.
type given struct{ rest []string }

func (t *given) Columns() []string { return []string{TextColumn} }
func (t *given) Close() error      { return nil }

func (t *given) Next() (read.Chunk, error) {
	if len(t.rest) == 0 {
		return nil, io.EOF
	}
	all := t.rest
	t.rest = nil
	return func() []read.Record { return records(all, 1) }, nil
}

func records(lines []string, first int64) []read.Record {
	all := make([]read.Record, len(lines))
	for i := range lines {
		all[i] = read.Record{Row: first + int64(i), Cells: lines[i : i+1 : i+1]}
	}
	return all
}

// Lines is a source of the lines of a stream, one text each. A chunk is what can be
// had without waiting, so that a person at a keyboard gets an answer to each line.
func Lines(from io.Reader) Source { return &lines{in: bufio.NewReaderSize(from, 1<<18)} }

type lines struct {
	in  *bufio.Reader
	row int64
	enc charset.Encoding
}

// mostLines bounds a chunk, so that several workers share a long stream.
const mostLines = 2000

func (l *lines) Columns() []string { return []string{TextColumn} }
func (l *lines) Close() error      { return nil }

func (l *lines) Next() (read.Chunk, error) {
	var got []string
	for len(got) < mostLines && (len(got) == 0 || l.in.Buffered() > 0) {
		line, err := l.in.ReadString('\n')
		if line = strings.TrimRight(line, "\r\n"); err == nil || line != "" {
			got = append(got, l.decode(line))
		}
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read the standard input: %w", err)
		}
	}
	if len(got) == 0 {
		return nil, io.EOF
	}
	first := l.row + 1
	l.row += int64(len(got))
	return func() []read.Record { return records(got, first) }, nil
}

// decode reads lines that are no UTF-8 in the encoding of the first of them.
func (l *lines) decode(line string) string {
	if utf8.ValidString(line) {
		return line
	}
	if l.enc == charset.Unknown {
		l.enc = charset.Detect([]byte(line))
	}
	if text, err := charset.Decode([]byte(line), l.enc); err == nil {
		return text
	}
	return strings.ToValidUTF8(line, "\uFFFD")
}

// Open opens delimited text, a workbook (.xlsx) or a Parquet file; name is the file in
// messages. A name without a known extension is delimited text.
func Open(ctx context.Context, path, name string) (read.File, error) {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson", ".json", ".xml":
		return nil, &read.Error{File: name, What: "only csv, xlsx and parquet files are parsed at the prompt", Remedy: "save it as csv, or pass its texts on the standard input, one a line"}
	}
	settings := read.Settings{Format: formatOf(name)}
	seen, err := read.Inspect(ctx, path, name, settings.Encoding)
	if err != nil {
		return nil, err
	}
	if settings.Format != "parquet" {
		return read.Open(path, name, seen, settings)
	}
	db, err := duck.Open(ctx, duck.Options{AllowedPaths: []string{path}})
	if err != nil {
		return nil, err
	}
	settings.Scan = extract.Scanner(ctx, db)
	f, err := read.Open(path, name, seen, settings)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &parquet{f, db}, nil
}

// parquet closes its database with the file.
type parquet struct {
	read.File
	db *duck.DB
}

func (p *parquet) Close() error { return errors.Join(p.File.Close(), p.db.Close()) }

func formatOf(name string) string {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".xlsx", ".xlsm":
		return "xlsx"
	case ".parquet":
		return "parquet"
	}
	return "csv"
}

// Pick finds the columns that names mean: exactly, else without case.
func Pick(file string, columns, names []string) ([]int, error) {
	var at []int
	for _, n := range names {
		i := find(columns, n)
		if i < 0 {
			hint := config.DidYouMean(n, columns)
			if list := "columns: " + strings.Join(columns, ", "); !strings.HasPrefix(hint, "allowed") {
				hint = strings.TrimSpace(hint + " " + list)
			} else {
				hint = list
			}
			return nil, fmt.Errorf("%s has no column %q; %s", file, n, hint)
		}
		at = append(at, i)
	}
	return at, nil
}

func find(columns []string, name string) int {
	folded := -1
	for i, c := range columns {
		if c == name {
			return i
		}
		if folded < 0 && strings.EqualFold(strings.TrimSpace(c), strings.TrimSpace(name)) {
			folded = i
		}
	}
	return folded
}
