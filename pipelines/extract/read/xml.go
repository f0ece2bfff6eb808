package read

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"kartoteka/pipelines/kernel/charset"
)

// xmlFile reads the elements of one name. Each becomes a JSON object, in which
// the paths are looked up: children by local name, repeated ones as an array,
// attributes as @name, the text beside attributes or children as #text.
type xmlFile struct {
	name    string
	closer  io.Closer
	decoder *xml.Decoder
	element string
	columns []string
	paths   []Path
	limit   int
	row     int64
	others  map[string]bool // elements met outside rows
	lossy   bool            // bytes outside the declared encoding come as U+FFFD
	done    bool
}

func openXML(path, name string, seen Survey, s Settings) (File, error) {
	paths, err := parsePaths(s.Paths, '/')
	if err != nil {
		return nil, err
	}
	if what, remedy := seen.magic(); what != "" {
		return nil, &Error{File: name, What: "the file is " + what + ", not XML", Remedy: remedy}
	}
	if seen.Size == 0 {
		return nil, &Error{File: name, What: "the file is empty (0 bytes)", Remedy: "check whether the transfer was cut"}
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, bare(err))
	}
	f := &xmlFile{name: name, closer: file, element: s.Element, columns: s.Paths, paths: paths, limit: s.limit(), others: map[string]bool{}}
	var src io.Reader = file
	enc := charset.Detect(seen.Head)
	if enc == charset.UTF16LE || enc == charset.UTF16BE {
		if _, err := file.Seek(int64(len(seen.Head)-len(charset.SkipBOM(seen.Head, enc))), io.SeekStart); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		src = &utf16Reader{src: file, bigEndian: enc == charset.UTF16BE}
	}
	f.decoder = xml.NewDecoder(src)
	f.decoder.CharsetReader = f.charsetReader
	return f, nil
}

// charsetReader reads the encoding that the XML declaration names.
func (f *xmlFile) charsetReader(label string, in io.Reader) (io.Reader, error) {
	enc, err := charset.Parse(label)
	if err != nil {
		return nil, err
	}
	f.lossy = enc != charset.UTF8
	switch enc {
	case charset.Windows1250:
		return charmap.Windows1250.NewDecoder().Reader(in), nil
	case charset.ISO88592:
		return charmap.ISO8859_2.NewDecoder().Reader(in), nil
	case charset.Windows1252:
		return charmap.Windows1252.NewDecoder().Reader(in), nil
	}
	return in, nil
}

func (f *xmlFile) Columns() []string { return f.columns }
func (f *xmlFile) Notes() []Note     { return nil }
func (f *xmlFile) Close() error      { return f.closer.Close() }

// Check refuses a file whose elements have other names than the one declared.
func (f *xmlFile) Check() error {
	if f.row > 0 || len(f.others) < 2 { // a root alone is an empty delivery
		return nil
	}
	var names []string
	for n := range f.others {
		names = append(names, n)
	}
	sort.Strings(names)
	return &Error{File: f.name, What: fmt.Sprintf("there is no element %s; there are %s", f.element, strings.Join(names, ", ")), Remedy: "write the name of the row element in rows:"}
}

// Next reads up to 500 row elements. Elements of a broken file are never
// returned: the error comes first or the file is refused as a whole.
func (f *xmlFile) Next() (Chunk, error) {
	if f.done {
		return nil, io.EOF
	}
	var texts []string
	var lines []int64
	first := f.row + 1
	for len(texts) < 500 {
		token, err := f.decoder.Token()
		if err == io.EOF {
			f.done = true
			break
		}
		if err != nil {
			return nil, f.broken(err)
		}
		start, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if start.Name.Local != f.element {
			if len(f.others) < 20 {
				f.others[start.Name.Local] = true
			}
			continue
		}
		line, _ := f.decoder.InputPos()
		text, err := f.rowText(start)
		if err != nil {
			return nil, f.broken(err)
		}
		f.row++
		texts, lines = append(texts, text), append(lines, int64(line))
	}
	if len(texts) == 0 {
		return nil, io.EOF
	}
	return func() []Record {
		doc := document{}
		records := make([]Record, len(texts))
		for i, t := range texts {
			fault := ""
			if f.lossy && strings.ContainsRune(t, utf8.RuneError) {
				fault = "invalid bytes: not valid in the encoding of the file"
			}
			records[i] = doc.record(t, fault, f.paths)
			records[i].Row, records[i].Line = first+int64(i), lines[i]
		}
		return records
	}, nil
}

func (f *xmlFile) broken(err error) error {
	line, _ := f.decoder.InputPos()
	what := err.Error()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		what = syntax.Msg
	}
	return &Error{File: f.name, Line: int64(line), What: "broken XML: " + what, Remedy: "no row of the file is used; ask for it again"}
}

var errTooLarge = errors.New("an element is too large")

// rowText turns one row element into JSON text.
func (f *xmlFile) rowText(start xml.StartElement) (string, error) {
	from := f.decoder.InputOffset()
	var b strings.Builder
	if err := f.object(&b, start, from, 0); err != nil {
		return "", err
	}
	if s := b.String(); strings.HasPrefix(s, "{") {
		return s, nil
	}
	return `{"#text":` + b.String() + "}", nil
}

// object writes one element: as a string when it holds text alone, else as an
// object whose repeated children are arrays.
func (f *xmlFile) object(b *strings.Builder, start xml.StartElement, from int64, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("elements are nested more than %d deep", maxDepth)
	}
	var order []string
	children := map[string][]string{}
	add := func(name, json string) {
		if children[name] == nil {
			order = append(order, name)
		}
		children[name] = append(children[name], json)
	}
	for _, a := range start.Attr {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" {
			add("@"+a.Name.Local, string(AppendJSON(nil, a.Value)))
		}
	}
	var text strings.Builder
	for {
		token, err := f.decoder.Token()
		if err != nil {
			return err
		}
		if f.decoder.InputOffset()-from > int64(f.limit) {
			return fmt.Errorf("%w: more than %d bytes", errTooLarge, f.limit)
		}
		switch t := token.(type) {
		case xml.StartElement:
			var child strings.Builder
			if err := f.object(&child, t, from, depth+1); err != nil {
				return err
			}
			add(t.Name.Local, child.String())
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			content := string(AppendJSON(nil, strings.TrimSpace(text.String())))
			if len(order) == 0 {
				b.WriteString(content)
				return nil
			}
			if content != `""` {
				add("#text", content)
			}
			writeObject(b, order, children)
			return nil
		}
	}
}

func writeObject(b *strings.Builder, order []string, children map[string][]string) {
	for i, name := range order {
		b.WriteByte("{,"[min(i, 1)])
		b.Write(AppendJSON(nil, name))
		b.WriteByte(':')
		if values := children[name]; len(values) == 1 {
			b.WriteString(values[0])
		} else {
			b.WriteString("[" + strings.Join(values, ",") + "]")
		}
	}
	b.WriteByte('}')
}
