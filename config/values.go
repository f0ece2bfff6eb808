package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/google/jsonschema-go/jsonschema"
)

// Text is a string that remembers where it was written.
type Text struct {
	Value string
	At    Node
}

// DecodeNode takes any scalar as it was written.
func (t *Text) DecodeNode(n Node, p *Problems) {
	text, ok := n.Text()
	if !ok {
		p.Add(n, "expected a single value, found "+n.Kind(), "")
		return
	}
	t.Value, t.At = text, n
}

// SchemaNode describes the shape to editors.
func (Text) SchemaNode() *jsonschema.Schema { return &jsonschema.Schema{Type: "string"} }

// String is the value.
func (t Text) String() string { return t.Value }

// Duration is a length of time: 30s, 2m, 36h, 365d.
type Duration struct {
	time.Duration
	At Node
}

var durationForm = regexp.MustCompile(`^(\d+)(s|m|h|d)$`)

// DecodeNode reads a whole number and one unit of s, m, h, d.
func (d *Duration) DecodeNode(n Node, p *Problems) {
	text, ok := n.Text()
	m := durationForm.FindStringSubmatch(strings.TrimSpace(text))
	if !ok || m == nil {
		p.Add(n, fmt.Sprintf("%q is not a length of time", text), "write a whole number with a unit: 30s, 2m, 36h or 365d")
		return
	}
	count, err := strconv.ParseInt(m[1], 10, 32)
	if err != nil {
		p.Add(n, fmt.Sprintf("%q is too long", text), "")
		return
	}
	unit := map[string]time.Duration{"s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}[m[2]]
	d.Duration, d.At = time.Duration(count)*unit, n
}

// SchemaNode describes the shape to editors.
func (Duration) SchemaNode() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: durationForm.String()}
}

// Days is the length in whole days.
func (d Duration) Days() int { return int(d.Duration / (24 * time.Hour)) }

// Size is an amount of memory or disk: 512MB, 4GB (powers of 1000).
type Size struct {
	Bytes int64
	At    Node
}

var sizeForm = regexp.MustCompile(`^(\d+)(KB|MB|GB|TB)$`)

// DecodeNode reads a whole number and one unit of KB, MB, GB, TB.
func (s *Size) DecodeNode(n Node, p *Problems) {
	text, ok := n.Text()
	m := sizeForm.FindStringSubmatch(strings.TrimSpace(text))
	if !ok || m == nil {
		p.Add(n, fmt.Sprintf("%q is not an amount of memory", text), "write a whole number with a unit: 512MB, 4GB")
		return
	}
	count, err := strconv.ParseInt(m[1], 10, 32)
	if err != nil {
		p.Add(n, fmt.Sprintf("%q is too much", text), "")
		return
	}
	unit := map[string]int64{"KB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12}[m[2]]
	s.Bytes, s.At = count*unit, n
}

// SchemaNode describes the shape to editors.
func (Size) SchemaNode() *jsonschema.Schema {
	return &jsonschema.Schema{Type: "string", Pattern: sizeForm.String()}
}

// Entries is a mapping that keeps the order and the places of its keys.
type Entries[T any] []Entry[T]

// Entry is one key with its value.
type Entry[T any] struct {
	Key   string
	KeyAt Pos
	Value T
	Node  Node
}

// DecodeNode reads a mapping.
func (e *Entries[T]) DecodeNode(n Node, p *Problems) {
	if n.Kind() != Mapping {
		p.Add(n, "expected a mapping (key: value), found "+n.Kind(), "")
		return
	}
	seen := map[string]Pos{}
	out := Entries[T]{}
	for _, f := range n.Fields() {
		if strings.HasPrefix(f.Key, "x-") || duplicate(seen, f, p) {
			continue
		}
		item := Entry[T]{Key: f.Key, KeyAt: f.KeyAt, Node: f.Value}
		if f.Value.Kind() == Null {
			p.AddAt(f.KeyAt, f.Value.Path, "the key "+f.Key+" has no value", "write a value or remove the key")
			continue
		}
		Decode(f.Value, &item.Value, p)
		out = append(out, item)
	}
	*e = out
}

// SchemaNode describes the shape to editors.
func (Entries[T]) SchemaNode() *jsonschema.Schema {
	var zero T
	return &jsonschema.Schema{Type: "object", AdditionalProperties: SchemaOf(zero)}
}

// Lookup is the value of a key.
func (e Entries[T]) Lookup(key string) (T, bool) {
	for _, it := range e {
		if it.Key == key {
			return it.Value, true
		}
	}
	var zero T
	return zero, false
}

// Tables is what `from:` holds: a table, a list of tables, or roles with a
// table or a list each.
type Tables struct {
	List  []Text          // a table or a list
	Roles Entries[Tables] // roles
	At    Node
}

// DecodeNode reads any of the three shapes.
func (t *Tables) DecodeNode(n Node, p *Problems) {
	t.At = n
	switch n.Kind() {
	case Scalar, List:
		for _, it := range n.Items() {
			var name Text
			name.DecodeNode(it, p)
			if name.Value != "" {
				t.List = append(t.List, name)
			}
		}
	case Mapping:
		t.Roles.DecodeNode(n, p)
	default:
		p.Add(n, "expected a table, a list of tables or roles, found "+n.Kind(), "from: people, from: [crm, webshop] or from: {contacts: contacts_found}")
	}
}

// SchemaNode describes the shape to editors.
func (Tables) SchemaNode() *jsonschema.Schema {
	list := &jsonschema.Schema{Type: "array", Items: &jsonschema.Schema{Type: "string"}}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string"}, list, {Type: "object"}}}
}
