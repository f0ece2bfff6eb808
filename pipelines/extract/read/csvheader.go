package read

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
)

// findDelimiter chooses among , ; tab and | the one that splits most of the
// first records into as many fields as the header; the more fields the better.
// A file without any is one column.
func findDelimiter(b []byte, eol byte) byte {
	best, bestScore := byte(','), 0
	for _, d := range []byte{';', ',', '\t', '|'} {
		if score := delimScore(b, d, eol); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// delimScore is agreeing records per hundred times 1000, plus the fields of
// the header; 0 when the header is not split.
func delimScore(b []byte, delim, eol byte) int {
	cut := cutCSV(delim, eol, MaxRecord)
	width, agree, seen := 0, 0, 0
	for len(b) > 0 && seen < 50 {
		size, _, _, ok := cut(b, true)
		if !ok {
			break
		}
		record := trimEnd(b[:size], eol)
		whole := bytes.IndexByte(b[:size], eol) >= 0 || seen == 0
		b = b[size:]
		if len(record) == 0 || !whole {
			continue
		}
		cells := splitCSV(string(record), delim, nil)
		if seen == 0 {
			width = len(cells)
		}
		if len(cells) == width {
			agree++
		}
		seen++
	}
	if width < 2 {
		return 0
	}
	return agree*100/seen*1000 + width
}

// delimName writes a delimiter for a message.
func delimName(d byte) string {
	if d == '\t' {
		return "tab"
	}
	return strconv.Quote(string(d))
}

// numbered names the columns of a file without a header 1, 2, 3, ...
func numbered(n int) []string {
	names := make([]string, n)
	for i := range names {
		names[i] = strconv.Itoa(i + 1)
	}
	return names
}

// nameColumns trims header names, names blank ones by their number and marks
// repeated ones (Kod, Kod#2), so that every column can be told from the others.
func nameColumns(file string, header []string) ([]string, []Note) {
	names := make([]string, len(header))
	seen := map[string]int{}
	var blank, repeated []string
	for i, h := range header {
		name := strings.Join(strings.Fields(strings.Trim(h, "\ufeff\u00a0")), " ")
		if name == "" {
			name = "column " + strconv.Itoa(i+1)
			blank = append(blank, strconv.Itoa(i+1))
		}
		seen[name]++
		if n := seen[name]; n > 1 {
			repeated = append(repeated, name)
			name += "#" + strconv.Itoa(n)
		}
		names[i] = name
	}
	var notes []Note
	if blank != nil {
		notes = append(notes, Note{"blank_header", fmt.Sprintf("%s: header without a name in column %s", file, strings.Join(blank, ", "))})
	}
	if repeated != nil {
		notes = append(notes, Note{"repeated_header", fmt.Sprintf("%s: header names that stand twice: %s; the later ones are called NAME#2", file, strings.Join(repeated, ", "))})
	}
	return names, notes
}
