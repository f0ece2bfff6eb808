package layout

import (
	"fmt"
	"sort"
	"strings"

	"kartoteka/config"
)

// file is the YAML shape of a layout file.
type file struct {
	Layout  string       `yaml:"layout" about:"name of the layout"`
	About   string       `yaml:"about" about:"what the format is and where its description comes from"`
	Length  int          `yaml:"length" required:"true" min:"1" about:"characters of a record without the line end"`
	Records []recordType `yaml:"records" required:"true" about:"the record types"`
	Totals  []total      `yaml:"totals" about:"header fields that must equal a number of records"`
}

type recordType struct {
	Type   config.Text           `yaml:"type" required:"true" about:"name of the record type"`
	When   *when                 `yaml:"when" about:"how the type is recognised"`
	Header bool                  `yaml:"header" about:"true: not a data row"`
	Fields config.Entries[place] `yaml:"fields" required:"true" about:"fields and their places"`
	Filler []config.Text         `yaml:"filler" about:"places that hold nothing of use"`
}

type when struct {
	At config.Text `yaml:"at" required:"true" about:"place, such as 1 or 1-2"`
	Is string      `yaml:"is" required:"true" about:"the text that stands there"`
}

type place struct {
	At    config.Text `yaml:"at" required:"true" about:"place, such as 9-33"`
	About string      `yaml:"about" about:"what it holds"`
}

type total struct {
	Field config.Text `yaml:"field" required:"true" about:"field of the header"`
	Where string      `yaml:"where" about:"field of the data records that decides; all records count without it"`
	In    []string    `yaml:"in" about:"values that count"`
	NotIn []string    `yaml:"not_in" about:"values that do not count"`
}

// Parse reads a layout file. Every mistake is added to p.
func Parse(name string, text []byte, p *config.Problems) *Layout {
	root := config.Parse(name, text, p)
	if !root.Exists() {
		return &Layout{}
	}
	before := len(*p)
	var f file
	config.Decode(root, &f, p)
	l := &Layout{Name: f.Layout, Length: f.Length}
	for _, rt := range f.Records {
		l.Types = append(l.Types, rt.build(f.Length, p))
	}
	for _, t := range f.Totals {
		l.Totals = append(l.Totals, t.build(l, p))
	}
	if len(*p) == before && !l.holdsData() {
		p.Add(root, "no record type holds data", "leave out header: true in one of them")
	}
	return l
}

func (rt recordType) build(length int, p *config.Problems) Type {
	t := Type{Name: rt.Type.Value, Header: rt.Header}
	if rt.When != nil {
		t.When = &When{At: span(rt.When.At, p), Is: rt.When.Is}
	}
	type taken struct {
		Span
		name string
		at   config.Node
	}
	var all []taken
	for _, e := range rt.Fields {
		at := span(e.Value.At, p)
		t.Fields = append(t.Fields, Field{Name: e.Key, At: at})
		all = append(all, taken{at, e.Key, e.Value.At.At})
	}
	for _, text := range rt.Filler {
		all = append(all, taken{span(text, p), "filler", text.At})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].First < all[j].First })
	next := 1
	for _, a := range all {
		switch {
		case a.First == 0: // reported as no position
			return t
		case a.First < next:
			p.Add(a.at, fmt.Sprintf("%s at %s overlaps what ends at %d", a.name, a.Span, next-1), "every character belongs to one field or filler")
		case a.First > next:
			p.Add(a.at, fmt.Sprintf("characters %s before %s belong to no field", Span{next, a.First - 1}, a.name), "declare them as filler")
		}
		next = max(next, a.Last+1)
	}
	if next-1 != length && length > 0 {
		p.Add(rt.Type.At, fmt.Sprintf("record type %s adds up to %d characters, not to the length of %d", t.Name, next-1, length), "correct a position, or declare what is left as filler")
	}
	return t
}

func (t total) build(l *Layout, p *config.Problems) Total {
	found := false
	for _, rt := range l.Types {
		for _, f := range rt.Fields {
			found = found || (rt.Header && f.Name == t.Field.Value)
		}
	}
	if !found {
		p.Add(t.Field.At, fmt.Sprintf("no header record has the field %s", t.Field.Value), "name a field of a record type with header: true")
	}
	if columns := l.Columns(); t.Where != "" && !contains(columns, t.Where) {
		p.Add(t.Field.At, fmt.Sprintf("no data record has the field %s", t.Where), config.DidYouMean(t.Where, columns))
	}
	return Total{Field: t.Field.Value, Where: t.Where, In: t.In, NotIn: t.NotIn}
}

func span(text config.Text, p *config.Problems) Span {
	s, err := ParseSpan(text.Value)
	if err != nil && text.Value != "" {
		p.Add(text.At, err.Error(), "write FIRST-LAST, such as 9-33")
	}
	return s
}

func contains(list []string, want string) bool {
	for _, s := range list {
		if s == want {
			return true
		}
	}
	return false
}

// Counts tells whether a data record with this value in the field Where counts
// for the total.
func (t Total) Counts(value string) bool {
	if t.Where == "" {
		return true
	}
	value = strings.TrimSpace(value)
	if t.In != nil {
		return contains(t.In, value)
	}
	return !contains(t.NotIn, value)
}
