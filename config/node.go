package config

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// Node is a YAML value that remembers where it stands: its file, line, column
// and its path from the top of the file (steps[2].threshold.match).
// Aliases are followed; the zero Node is absent.
type Node struct {
	y    *yaml.Node
	File string
	Path string
}

// Field is one key of a mapping with its value.
type Field struct {
	Key   string
	KeyAt Pos
	Value Node
}

// Kinds of a node, in the words used in messages.
const (
	Absent  = "nothing"
	Null    = "an empty value"
	Scalar  = "a single value"
	List    = "a list"
	Mapping = "a mapping (key: value)"
)

// Parse reads one YAML document. Syntax errors and a second document are
// problems. An empty file gives the zero Node.
func Parse(file string, text []byte, p *Problems) Node {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		line, msg := syntaxError(err)
		p.AddAt(Pos{File: file, Line: line, Col: 1}, "", "this is not valid YAML: "+msg, "check indentation, quotes and colons near this line")
		return Node{}
	}
	if doc.Kind != yaml.DocumentNode || len(doc.Content) == 0 {
		return Node{}
	}
	if at := cycle(&doc, map[*yaml.Node]bool{}); at != nil {
		p.AddAt(Pos{File: file, Line: at.Line, Col: at.Column}, "", "the anchor *"+at.Value+" contains itself", "")
		return Node{}
	}
	return Node{y: doc.Content[0], File: file}
}

// cycle finds an alias that stands inside what it stands for.
func cycle(y *yaml.Node, open map[*yaml.Node]bool) *yaml.Node {
	if y.Kind == yaml.AliasNode {
		if open[y.Alias] {
			return y
		}
		return cycle(y.Alias, open)
	}
	open[y] = true
	defer delete(open, y)
	for _, c := range y.Content {
		if at := cycle(c, open); at != nil {
			return at
		}
	}
	return nil
}

var yamlLine = regexp.MustCompile(`line (\d+): (.*)`)

func syntaxError(err error) (int, string) {
	text := strings.TrimPrefix(err.Error(), "yaml: ")
	if m := yamlLine.FindStringSubmatch(text); m != nil {
		n, convErr := strconv.Atoi(m[1])
		if convErr == nil {
			return n, m[2]
		}
	}
	return 1, text
}

// real follows aliases to the value they stand for.
func (n Node) real() *yaml.Node {
	y := n.y
	for y != nil && y.Kind == yaml.AliasNode {
		y = y.Alias
	}
	return y
}

// Kind tells what the node is, one of the constants above.
func (n Node) Kind() string {
	y := n.real()
	if y == nil {
		return Absent
	}
	switch y.Kind {
	case yaml.SequenceNode:
		return List
	case yaml.MappingNode:
		return Mapping
	default:
		if y.ShortTag() == "!!null" {
			return Null
		}
		return Scalar
	}
}

// Exists tells whether the node was written at all.
func (n Node) Exists() bool { return n.y != nil }

// Pos is where the value begins.
func (n Node) Pos() Pos {
	if n.y == nil {
		return Pos{File: n.File}
	}
	return Pos{File: n.File, Line: n.y.Line, Col: n.y.Column}
}

// Text is the scalar as it was written, so 01234 stays 01234.
func (n Node) Text() (string, bool) {
	if n.Kind() != Scalar {
		return "", false
	}
	return n.real().Value, true
}

// Tag is the resolved YAML type of a scalar: !!str, !!int, !!float, !!bool, ...
func (n Node) Tag() string {
	y := n.real()
	if y == nil {
		return ""
	}
	return y.ShortTag()
}

// Items are the members of a list; a scalar counts as a list of one.
func (n Node) Items() []Node {
	y := n.real()
	switch n.Kind() {
	case List:
		items := make([]Node, len(y.Content))
		for i, c := range y.Content {
			items[i] = Node{y: c, File: n.File, Path: fmt.Sprintf("%s[%d]", n.Path, i)}
		}
		return items
	case Scalar:
		return []Node{n}
	}
	return nil
}

// Fields are the keys of a mapping in the order written; `<<` merges are
// resolved, a key written here wins over a merged one.
func (n Node) Fields() []Field {
	y := n.real()
	if n.Kind() != Mapping {
		return nil
	}
	var fields []Field
	var merged []Node
	for i := 0; i+1 < len(y.Content); i += 2 {
		k, v := y.Content[i], y.Content[i+1]
		child := Node{y: v, File: n.File, Path: join(n.Path, k.Value)}
		if k.Tag == "!!merge" {
			merged = append(merged, child)
			continue
		}
		fields = append(fields, Field{Key: k.Value, KeyAt: Pos{File: n.File, Line: k.Line, Col: k.Column}, Value: child})
	}
	return append(fields, n.mergedFields(fields, merged)...)
}

func (n Node) mergedFields(own []Field, merged []Node) []Field {
	have := map[string]bool{}
	for _, f := range own {
		have[f.Key] = true
	}
	var out []Field
	for _, m := range merged {
		sources := []Node{m}
		if m.Kind() == List {
			sources = m.Items()
		}
		for _, s := range sources {
			for _, f := range s.Fields() {
				if !have[f.Key] {
					have[f.Key] = true
					f.Value.Path = join(n.Path, f.Key)
					out = append(out, f)
				}
			}
		}
	}
	return out
}

// Get is the value of a key; the zero Node when it is not there.
func (n Node) Get(key string) Node {
	for _, f := range n.Fields() {
		if f.Key == key {
			return f.Value
		}
	}
	return Node{File: n.File, Path: join(n.Path, key)}
}

// Without is the mapping minus one key.
func (n Node) Without(key string) Node {
	y := n.real()
	if n.Kind() != Mapping {
		return n
	}
	c := *y
	c.Content = nil
	for i := 0; i+1 < len(y.Content); i += 2 {
		if y.Content[i].Value != key {
			c.Content = append(c.Content, y.Content[i], y.Content[i+1])
		}
	}
	return Node{y: &c, File: n.File, Path: n.Path}
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
