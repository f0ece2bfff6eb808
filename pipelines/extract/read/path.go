package read

import (
	"fmt"
	"strconv"
	"strings"
)

// Path finds a value in a JSON object or an XML element:
//
//	address.city                  a member of a member
//	consents[0].granted           the first element of an array; [-1] is the last
//	consents[channel=email].at    the first element whose member has the value
//	tags[*]                       all elements, one a line
//	"a.b".c                       a name with a dot in quotes
//
// In XML the separator is / and @name is an attribute: Adres/Kod, @id. A step
// through an array without a bracket takes its first element.
type Path []pathStep

type pathStep struct {
	name  string
	pick  picker
	index int
	path  Path // of pickWhere
	value string
}

type picker uint8

const (
	pickFirst picker = iota
	pickIndex
	pickAll
	pickWhere
)

// ParsePath reads a path; sep is '.' or '/'.
func ParsePath(text string, sep byte) (Path, error) {
	var path Path
	rest := text
	for {
		step, after, err := parseStep(rest, sep)
		if err != nil {
			return nil, fmt.Errorf("path %q: %w", text, err)
		}
		path = append(path, step)
		if after == "" {
			return path, nil
		}
		if after[0] != sep {
			return nil, fmt.Errorf("path %q: expected %q or [ before %q", text, sep, after)
		}
		rest = after[1:]
	}
}

func parseStep(s string, sep byte) (step pathStep, rest string, err error) {
	if strings.HasPrefix(s, `"`) {
		end := strings.IndexByte(s[1:], '"')
		if end < 0 {
			return step, "", fmt.Errorf("a quote is not closed")
		}
		step.name, rest = s[1:1+end], s[end+2:]
	} else {
		end := strings.IndexAny(s, string(sep)+"[]\"")
		if end < 0 {
			end = len(s)
		}
		step.name, rest = s[:end], s[end:]
	}
	if step.name == "" {
		return step, "", fmt.Errorf("a name is missing")
	}
	if !strings.HasPrefix(rest, "[") {
		return step, rest, nil
	}
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		return step, "", fmt.Errorf("[ is not closed")
	}
	return step, rest[end+1:], step.bracket(rest[1:end], sep)
}

// bracket reads what stands between [ and ].
func (step *pathStep) bracket(s string, sep byte) error {
	if s == "*" {
		step.pick = pickAll
		return nil
	}
	if n, err := strconv.Atoi(s); err == nil {
		step.pick, step.index = pickIndex, n
		return nil
	}
	member, value, ok := strings.Cut(s, "=")
	if !ok {
		return fmt.Errorf("[%s] is neither a number, * nor name=value", s)
	}
	path, err := ParsePath(strings.TrimSpace(member), sep)
	if err != nil {
		return err
	}
	step.pick, step.path, step.value = pickWhere, path, strings.Trim(strings.TrimSpace(value), `"'`)
	return nil
}

// find gives the text of the value at the path below node, "" and false when
// there is none or it is null.
func (doc *document) find(node int, path Path) (string, bool) {
	if len(path) == 0 {
		return doc.scalar(node)
	}
	step := path[0]
	child := doc.member(node, step.name)
	if child < 0 {
		return "", false
	}
	if step.pick == pickAll {
		return doc.all(child, path[1:])
	}
	if child = doc.choose(child, step); child < 0 {
		return "", false
	}
	return doc.find(child, path[1:])
}

// choose picks one element of an array; what is no array counts as an array
// of one.
func (doc *document) choose(node int, step pathStep) int {
	switch step.pick {
	case pickIndex:
		n := doc.length(node)
		i := step.index
		if i < 0 {
			i += n
		}
		if i < 0 || i >= n {
			return -1
		}
		return doc.element(node, i)
	case pickWhere:
		for i := range doc.length(node) {
			e := doc.element(node, i)
			if text, ok := doc.find(e, step.path); ok && text == step.value {
				return e
			}
		}
		return -1
	}
	if doc.length(node) == 0 {
		return -1
	}
	return doc.element(node, 0)
}

// all joins the values below every element with line breaks.
func (doc *document) all(node int, rest Path) (string, bool) {
	var parts []string
	for i := range doc.length(node) {
		if text, ok := doc.find(doc.element(node, i), rest); ok && text != "" {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "\n"), len(parts) > 0
}
