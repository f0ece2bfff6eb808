package config

import (
	"fmt"
	"strings"
)

// Frame draws the lines around a place with a caret under the column:
//
//	  12 |     from: people
//	> 13 |     treshold: 0.9
//	     |     ^
//
// It is empty when the place is not in the text.
func Frame(text []byte, at Pos) string {
	lines := strings.Split(string(text), "\n")
	if at.Line < 1 || at.Line > len(lines) {
		return ""
	}
	var b strings.Builder
	for i := max(1, at.Line-1); i <= min(len(lines), at.Line+1); i++ {
		if i > at.Line && strings.TrimSpace(lines[i-1]) == "" {
			continue
		}
		mark := " "
		if i == at.Line {
			mark = ">"
		}
		line := strings.TrimRight(lines[i-1], "\r")
		fmt.Fprintf(&b, "%s %4d | %s\n", mark, i, line)
		if i == at.Line {
			fmt.Fprintf(&b, "       | %s^\n", indent(line, at.Col-1))
		}
	}
	return b.String()
}

// indent is white space as wide as the first n characters, tabs kept.
func indent(line string, n int) string {
	var b strings.Builder
	for i, r := range []rune(line) {
		if i >= n {
			break
		}
		if r == '\t' {
			b.WriteRune('\t')
		} else {
			b.WriteRune(' ')
		}
	}
	return b.String()
}
