package read

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"
)

// cutAndSplit runs both stages of the csv reader over b without I/O.
func cutAndSplit(b []byte, delim byte) (records [][]string, faults int, sizes int) {
	cut := cutCSV(delim, '\n', MaxRecord)
	for rest := b; len(rest) > 0; {
		size, _, fault, ok := cut(rest, true)
		if !ok || size <= 0 {
			break
		}
		if fault != "" {
			faults++
		} else if record := trimEnd(rest[:size], '\n'); len(record) > 0 {
			records = append(records, splitCSV(string(record), delim, nil))
		}
		rest = rest[size:]
		sizes += size
	}
	return records, faults, sizes
}

// FuzzCSV holds the splitter against encoding/csv wherever that accepts the
// text, and demands that every byte is passed exactly once.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a\"\"b\",\"c\nd\"\n", "\"open,1\n2,3\n", "a,\"b\"c\n", "\r\n\"\"\r\n", "\"a\"\r", "x\"y,z\n", ",,\n,\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, faults, sizes := cutAndSplit(b, ',')
		if sizes != len(b) {
			t.Fatalf("passed %d of %d bytes", sizes, len(b))
		}
		if bytes.ContainsRune(b, '\r') || !utf8.Valid(b) { // encoding/csv folds \r\n inside quotes
			return
		}
		r := csv.NewReader(bytes.NewReader(b))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if err != nil {
			return
		}
		if faults > 0 || len(got) != len(want) {
			t.Fatalf("%d records and %d faults, encoding/csv has %d", len(got), faults, len(want))
		}
		for i := range want {
			if strings.Join(got[i], "\x00") != strings.Join(want[i], "\x00") {
				t.Fatalf("record %d: got %q, want %q", i, got[i], want[i])
			}
		}
	})
}

// FuzzCSVWindow demands that a record is the same however much of the file is
// in memory.
func FuzzCSVWindow(f *testing.F) {
	f.Add([]byte("\"a\nb\",c\nd,e\n\"x\"\"y\"\r\n"), 3)
	f.Fuzz(func(t *testing.T, b []byte, n int) {
		cut := cutCSV(',', '\n', 40)
		if n < 0 || n > len(b) {
			return
		}
		size, lines, fault, ok := cut(b[:n], false)
		if !ok {
			return
		}
		size2, lines2, fault2, ok2 := cut(b, true)
		if lines == 0 && fault == fault2 { // given up before its end was in sight
			return
		}
		if !ok2 || size != size2 || lines != lines2 || fault != fault2 {
			if fault != "" && fault2 != "" && size == size2 {
				return
			}
			t.Fatalf("with %d bytes: %d %d %q; with all %d: %d %d %q", n, size, lines, fault, len(b), size2, lines2, fault2)
		}
	})
}

// FuzzJSON holds the parser against encoding/json: what is valid, and every
// member of the outermost object.
func FuzzJSON(f *testing.F) {
	for _, s := range []string{`{"a":1,"b":[true,null,"x\u0105\n"]}`, `[1,2,]`, `{"a":-0.1e+5}`, `"\ud83d\ude00"`, ` {} `, `{"a":1,"a":2}`, "{\"a\":\"\x01\"}", `01`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		var doc document
		err := doc.parse(text)
		if valid := json.Valid([]byte(text)); valid != (err == nil) {
			if err != nil && strings.Contains(err.Error(), "nested too deeply") {
				return
			}
			t.Fatalf("valid %v, but the parser says %v", valid, err)
		}
		var want map[string]json.RawMessage
		if err != nil || json.Unmarshal([]byte(text), &want) != nil || doc.nodes[0].kind != '{' {
			return
		}
		for name, raw := range want {
			got, ok := doc.find(0, Path{{name: name}})
			var s *string
			if json.Unmarshal(raw, &s) == nil && s != nil && (!ok || got != *s) {
				t.Fatalf("member %q: got %q, want %q", name, got, *s)
			}
		}
	})
}

// FuzzPath demands that a path never panics, neither when read nor when used.
func FuzzPath(f *testing.F) {
	for _, s := range []string{"a.b", "a[0].b", `"a.b".c[x=1]`, "a[*]", "a[-1].b[c.d='e']", "[", "a[[]]"} {
		f.Add(s)
	}
	doc := document{}
	if err := doc.parse(`{"a":[{"b":1,"c":{"d":"e"}},2,null,[3]],"x":{"a":null}}`); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if p, err := ParsePath(text, '.'); err == nil {
			doc.find(0, p)
		}
	})
}

// FuzzRaw demands that every raw record is JSON with the same values.
func FuzzRaw(f *testing.F) {
	f.Add("a", "x\"\\\n\x01")
	f.Fuzz(func(t *testing.T, name, value string) {
		r := Record{Cells: []string{value}}
		raw := r.Raw(nil, RawNames([]string{name}))
		var got map[string]string
		if err := json.Unmarshal(raw, &got); err != nil {
			t.Fatalf("%q: %v", raw, err)
		}
		if utf8.ValidString(name) && utf8.ValidString(value) && got[name] != value {
			t.Fatalf("got %q", got)
		}
	})
}
