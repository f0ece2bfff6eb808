package config

import (
	"fmt"
	"sort"
	"strings"
)

// Pos is a place in a project file. Line and Col count from 1; zero means the
// whole file.
type Pos struct {
	File string `json:"file"`
	Line int    `json:"line"`
	Col  int    `json:"col"`
}

// String is file:line:col, as editors and terminals link it.
func (p Pos) String() string {
	if p.Line == 0 {
		return p.File
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Col)
}

// Problem is one mistake in the project: where, in which value, what is wrong
// and what to write instead.
type Problem struct {
	Pos
	Path    string `json:"path,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// String is one line: `file:line:col: path: what is wrong; what to write instead`.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.Pos.String())
	b.WriteString(": ")
	if p.Path != "" {
		b.WriteString(p.Path)
		b.WriteString(": ")
	}
	b.WriteString(p.Message)
	if p.Hint != "" {
		b.WriteString("; ")
		b.WriteString(p.Hint)
	}
	return b.String()
}

// Problems are all mistakes found, in any order until Sorted. It is an error
// when it is not empty.
type Problems []Problem

// Add appends a problem at a node.
func (ps *Problems) Add(n Node, message, hint string) {
	*ps = append(*ps, Problem{Pos: n.Pos(), Path: n.Path, Message: message, Hint: hint})
}

// AddAt appends a problem at a place that is not a node of its own, such as
// a key or a character within a value.
func (ps *Problems) AddAt(pos Pos, path, message, hint string) {
	*ps = append(*ps, Problem{Pos: pos, Path: path, Message: message, Hint: hint})
}

// Sorted returns the problems by file, line, column and message, without
// repetitions.
func (ps Problems) Sorted() Problems {
	out := append(Problems(nil), ps...)
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		if a.Col != b.Col {
			return a.Col < b.Col
		}
		if a.Path != b.Path {
			return a.Path < b.Path
		}
		return a.Message < b.Message
	})
	uniq := out[:0]
	for i, p := range out {
		if i == 0 || p != out[i-1] {
			uniq = append(uniq, p)
		}
	}
	return uniq
}

// Error lists the problems one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Err is nil when there is no problem, else the sorted list.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	return ps.Sorted()
}
