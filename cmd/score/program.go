package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// scorer scores one program over one directory of labelled files.
type scorer struct {
	binary, data, people string
	showRows             bool
	out                  io.Writer
	dir                  string // for the texts, temporary
	files                int    // made so far
	sure                 [10]tally
}

// text is one text to parse, under the id of its row.
type text struct{ id, raw string }

// parse runs `kartoteka parse` over the texts and gives the columns that it made,
// in the order of the texts. Of addresses, parts are their spans by label.
func (s *scorer) parse(ctx context.Context, what, country string, texts []text) ([]map[string]string, error) {
	out, err := s.parseFile(ctx, what, country, "csv", texts)
	if err != nil {
		return nil, err
	}
	rows, err := readCSV(bytes.NewReader(out))
	if err != nil {
		return nil, fmt.Errorf("read what parse %s wrote: %w", what, err)
	}
	byID := make(map[string]map[string]string, len(rows))
	for _, r := range rows {
		byID[r["id"]] = r
	}
	made := make([]map[string]string, len(texts))
	for i, t := range texts {
		if made[i] = byID[t.id]; made[i] == nil {
			return nil, fmt.Errorf("parse %s lost the row %s", what, t.id)
		}
	}
	return made, nil
}

// span is a labelled piece of an address.
type span struct {
	Label string `json:"label"`
	Text  string `json:"text"`
}

// parts runs `kartoteka parse address` and gives the spans of each text.
func (s *scorer) parts(ctx context.Context, country string, texts []text) ([][]span, error) {
	out, err := s.parseFile(ctx, "address", country, "json", texts)
	if err != nil {
		return nil, err
	}
	var made [][]span
	lines := bufio.NewScanner(bytes.NewReader(out))
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		var row struct{ Parts []span }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			return nil, fmt.Errorf("read what parse address wrote: line %d: %w", len(made)+1, err)
		}
		made = append(made, row.Parts)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read what parse address wrote: %w", err)
	}
	if len(made) != len(texts) {
		return nil, fmt.Errorf("parse address wrote %d lines for %d texts", len(made), len(texts))
	}
	return made, nil
}

func (s *scorer) parseFile(ctx context.Context, what, country, output string, texts []text) ([]byte, error) {
	s.files++
	path := filepath.Join(s.dir, fmt.Sprintf("texts%d.csv", s.files))
	if err := writeTexts(path, texts); err != nil {
		return nil, err
	}
	defer os.Remove(path)
	args := []string{"parse", what, "--file", path, "--column", "raw", "--output", output}
	if country != "" {
		args = append(args, "--country", strings.ToUpper(country))
	}
	c := exec.CommandContext(ctx, s.binary, args...)
	c.Dir = s.dir
	var problems bytes.Buffer
	c.Stderr = &problems
	out, err := c.Output()
	if err != nil {
		return nil, fmt.Errorf("run kartoteka parse %s: %w: %s", what, err, lastLine(problems.String()))
	}
	return out, nil
}

// lastLine is where a program says what went wrong.
func lastLine(text string) string {
	text = strings.TrimSpace(text)
	return text[strings.LastIndexByte(text, '\n')+1:]
}

func writeTexts(path string, texts []text) error {
	f, err := os.Create(path)
	if err != nil {
		return fmt.Errorf("write the texts: %w", err)
	}
	defer f.Close()
	w := csv.NewWriter(f)
	rows := [][]string{{"id", "raw"}}
	for _, t := range texts {
		rows = append(rows, []string{t.id, t.raw})
	}
	if err := w.WriteAll(rows); err != nil {
		return fmt.Errorf("write the texts: %w", err)
	}
	return f.Close()
}

// readCSV reads rows by the names of the header.
func readCSV(in io.Reader) ([]map[string]string, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = -1
	all, err := r.ReadAll()
	if err != nil || len(all) == 0 {
		return nil, err
	}
	all[0][0] = strings.TrimPrefix(all[0][0], "\ufeff")
	var rows []map[string]string
	for _, record := range all[1:] {
		row := make(map[string]string, len(all[0]))
		for i, name := range all[0] {
			if i < len(record) {
				row[strings.TrimSpace(name)] = record[i]
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// read gives the rows of the data files that match a pattern, file by file; a
// pattern that matches none is skipped visibly.
func (s *scorer) read(pattern string, each func(name string, rows []map[string]string) error) error {
	paths, err := filepath.Glob(filepath.Join(s.data, filepath.FromSlash(pattern)))
	if err != nil {
		return fmt.Errorf("find %s: %w", pattern, err)
	}
	if len(paths) == 0 {
		s.skipped(pattern, "no such file in the data directory; name another with -data")
	}
	for _, p := range paths {
		f, err := os.Open(p)
		if err != nil {
			return fmt.Errorf("read %s: %w", filepath.Base(p), err)
		}
		rows, err := readCSV(f)
		f.Close()
		if err != nil {
			return fmt.Errorf("read %s: %w", filepath.Base(p), err)
		}
		if err := each(filepath.Base(p), rows); err != nil {
			return err
		}
	}
	return nil
}
