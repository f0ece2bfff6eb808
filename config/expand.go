package config

import (
	"fmt"
	"regexp"
	"strings"

	"gopkg.in/yaml.v3"
)

// Lookup answers one reference such as run.as_of, param.window_days or
// env.NAME. hint tells what to write when it is not known.
type Lookup func(ref string) (value string, ok bool, hint string)

var reference = regexp.MustCompile(`\$\{([^}]*)\}`)

// EnvOnly answers ${env.NAME} alone: what kartoteka.yaml and jobs may use.
func EnvOnly(env func(string) (string, bool)) Lookup {
	return func(ref string) (string, bool, string) {
		if name, ok := strings.CutPrefix(ref, "env."); ok {
			if v, set := env(name); set {
				return v, true, ""
			}
			return "", false, "set the environment variable " + name
		}
		return "", false, "only ${env.NAME} can stand here"
	}
}

// Expand returns a copy of the tree in which every ${...} of a scalar is
// replaced; what is not defined is a problem at its own column and stays.
func Expand(n Node, lookup Lookup, p *Problems) Node {
	if n.y == nil {
		return n
	}
	n.y = expand(n, n.y, lookup, p)
	return n
}

func expand(n Node, y *yaml.Node, lookup Lookup, p *Problems) *yaml.Node {
	c := *y
	switch y.Kind {
	case yaml.ScalarNode:
		if strings.Contains(y.Value, "${") {
			c.Value = expandText(n, y, lookup, p)
			if y.Style == 0 {
				c.Tag = ""
			}
		}
	case yaml.AliasNode:
		return expand(n, y.Alias, lookup, p)
	default:
		c.Content = make([]*yaml.Node, len(y.Content))
		for i, child := range y.Content {
			at := n
			at.y = child
			if y.Kind == yaml.MappingNode && i%2 == 1 {
				at.Path = join(n.Path, y.Content[i-1].Value)
			} else if y.Kind == yaml.SequenceNode {
				at.Path = fmt.Sprintf("%s[%d]", n.Path, i)
			}
			if y.Kind == yaml.MappingNode && i%2 == 0 {
				c.Content[i] = child
				continue
			}
			c.Content[i] = expand(at, child, lookup, p)
		}
	}
	return &c
}

func expandText(n Node, y *yaml.Node, lookup Lookup, p *Problems) string {
	return reference.ReplaceAllStringFunc(y.Value, func(m string) string {
		ref := strings.TrimSpace(m[2 : len(m)-1])
		v, ok, hint := lookup(ref)
		if !ok {
			pos := Pos{File: n.File, Line: y.Line, Col: y.Column}
			if y.Style&(yaml.LiteralStyle|yaml.FoldedStyle) == 0 {
				if i := strings.Index(y.Value, m); i >= 0 {
					pos.Col += len([]rune(y.Value[:i]))
					if y.Style != 0 {
						pos.Col++
					}
				}
			}
			p.AddAt(pos, n.Path, m+" is not defined", hint)
			return m
		}
		return v
	})
}
