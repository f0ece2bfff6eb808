package read

import "strings"

// jsonlFile reads one JSON object a line.
type jsonlFile struct {
	*blocks
	columns []string
	paths   []Path
	notes   []Note
}

func openJSONL(path, name string, seen Survey, s Settings) (File, error) {
	paths, err := parsePaths(s.Paths, '.')
	if err != nil {
		return nil, err
	}
	b, notes, err := openBlocks(path, name, seen, s)
	if err != nil {
		return nil, err
	}
	if head := strings.TrimSpace(string(b.buf[:min(len(b.buf), 64)])); strings.HasPrefix(head, "[") {
		b.closer.Close()
		return nil, &Error{File: name, Line: 1, What: "the file is one JSON array, not one object a line", Remedy: "ask for JSON lines (one object a line)"}
	}
	b.cut = cutLine(b.limit, b.eol)
	return &jsonlFile{blocks: b, columns: s.Paths, paths: paths, notes: notes}, nil
}

func parsePaths(texts []string, sep byte) ([]Path, error) {
	paths := make([]Path, len(texts))
	for i, t := range texts {
		p, err := ParsePath(t, sep)
		if err != nil {
			return nil, err
		}
		paths[i] = p
	}
	return paths, nil
}

func (f *jsonlFile) Columns() []string { return f.columns }
func (f *jsonlFile) Check() error      { return nil }
func (f *jsonlFile) Close() error      { return f.closer.Close() }
func (f *jsonlFile) Notes() []Note     { return append(f.notes, f.blankNote()...) }

// Next cuts off a block of whole lines.
func (f *jsonlFile) Next() (Chunk, error) {
	block, cuts, err := f.next(1 << 20)
	if err != nil {
		return nil, err
	}
	return func() []Record {
		decoder := newDecoder(block, f.enc)
		records := make([]Record, len(cuts))
		doc := document{}
		for i, c := range cuts {
			text, fault := decoder.text(c)
			if c.fault != "" {
				fault = c.fault
			}
			records[i] = doc.record(text, fault, f.paths)
			records[i].Row, records[i].Line = c.row, c.line
		}
		return records
	}, nil
}

// record parses one JSON text and takes the values at the paths.
func (doc *document) record(text, fault string, paths []Path) Record {
	r := Record{Text: text}
	if fault == "" {
		if err := doc.parse(text); err != nil {
			fault = err.Error()
		} else if doc.nodes[0].kind != '{' {
			fault = "broken JSON: the line is no object"
		}
	}
	if fault != "" {
		r.Faults = []string{fault}
		return r
	}
	r.Cells = make([]string, len(paths))
	for i, p := range paths {
		r.Cells[i], _ = doc.find(0, p)
	}
	return r
}
