package assess

import (
	"strings"

	"kartoteka/config"
)

// reads are the columns that extract steps read: source -> column -> fields.
type reads map[string]columnsRead

// columnsRead are the columns of one source with the fields they become.
type columnsRead map[string][]string

// lineage takes what is read from the extract steps of the project.
func lineage(p *config.Project) reads {
	out := reads{}
	if p == nil {
		return out
	}
	for _, pl := range p.Pipelines {
		for _, e := range pl.Steps {
			if e.Type != "extract" {
				continue
			}
			source := e.Name.Value
			if own, ok := e.Body.Get("source").Text(); ok && own != "" {
				source = own
			}
			if out[source] == nil {
				out[source] = columnsRead{}
			}
			for _, key := range []string{"key", "observed", "keep", "fold"} {
				if n := e.Body.Get(key); n.Exists() {
					out[source].add(n, key)
				}
			}
			if fields := e.Body.Get("fields"); fields.Exists() {
				for _, f := range fields.Fields() {
					out[source].add(f.Value, f.Key)
				}
			}
		}
	}
	return out
}

// add takes every text below a node for the name of a column.
func (c columnsRead) add(n config.Node, field string) {
	switch n.Kind() {
	case config.Mapping:
		for _, f := range n.Fields() {
			c.add(f.Value, field)
		}
	case config.List:
		for _, item := range n.Items() {
			c.add(item, field)
		}
	default:
		if text, ok := n.Text(); ok && text != "" {
			for _, name := range columnNames(text) {
				c[name] = append(c[name], field)
			}
		}
	}
}

// columnNames are a path as walk names it, points between keys and no
// elements, and the keys that pick an element: list[kind=a].value reads
// list.value and list.kind.
func columnNames(path string) []string {
	var b, picked strings.Builder
	var out []string
	inside := false
	for _, r := range path {
		switch {
		case r == '[':
			inside = true
			picked.Reset()
		case r == ']':
			inside = false
		case r == '=' && inside:
			out = append(out, b.String()+"."+picked.String())
		case inside:
			picked.WriteRune(r)
		case r == '/':
			b.WriteByte('.')
		default:
			b.WriteRune(r)
		}
	}
	return append(out, b.String())
}

// of are the fields that a column is read into: its own, or those of the list
// or object that holds it.
func (c columnsRead) of(column string) []string {
	for name := column; ; {
		if fields := c[name]; len(fields) > 0 {
			return fields
		}
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return nil
		}
		name = name[:i]
	}
}
