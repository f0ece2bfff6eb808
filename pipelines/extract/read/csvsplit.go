package read

import (
	"bytes"
	"fmt"
	"strings"
)

// cutCSV is the cutFunc of delimited text. A quote opens a field only at its
// beginning, and closes it only where the delimiter, the line or the file ends;
// a field that breaks this gives up the line on which the record begins, and
// the next line is a record again.
func cutCSV(delim, eol byte, limit int) cutFunc {
	line := cutLine(limit, eol)
	return func(b []byte, atEOF bool) (int, int, string, bool) {
		end := bytes.IndexByte(b, eol)
		first := b
		if end >= 0 {
			first = b[:end]
		}
		if bytes.IndexByte(first, '"') < 0 || len(first) > limit {
			return line(b, atEOF)
		}
		size, lines, fault, ok := walkQuotes(b, delim, eol, limit, atEOF)
		if ok && fault != "" {
			switch {
			case end >= 0:
				size, lines = end+1, 1
			case atEOF:
				size, lines = len(b), 1
			default:
				return 0, 0, "", false
			}
		}
		return size, lines, fault, ok
	}
}

// walkQuotes walks the fields of the first record of b. It looks at no more
// than limit bytes, so that what it finds does not depend on how much was read.
func walkQuotes(b []byte, delim, eol byte, limit int, atEOF bool) (size, lines int, fault string, ok bool) {
	lines = 1
	beyond := len(b) > limit
	if beyond {
		b, atEOF = b[:limit], false
	}
	for at, field := 0, 1; ; field++ {
		if at < len(b) && b[at] == '"' {
			closed, found := closingQuote(b, at+1)
			switch {
			case !found && beyond:
				return 0, 0, fmt.Sprintf("broken quotes: the quote that opens field %d is not closed within %d bytes", field, limit), true
			case !found && atEOF:
				return 0, 0, fmt.Sprintf("broken quotes: the quote that opens field %d is never closed", field), true
			case !found, closed+1 == len(b) && !atEOF, closed+2 == len(b) && b[closed+1] == '\r' && !atEOF:
				return longOrMore(limit, beyond)
			}
			broken := bytes.Count(b[at:closed], []byte{eol})
			lines += broken
			at = closed + 1
			rest := b[at:]
			if len(rest) == 0 || rest[0] == eol || (len(rest) > 1 && rest[0] == '\r' && rest[1] == eol) || (atEOF && len(rest) == 1 && rest[0] == '\r') {
				return at + lineEndSize(rest, eol), lines, "", true
			}
			if rest[0] != delim {
				if broken > 0 {
					return 0, 0, fmt.Sprintf("broken quotes: the quote that opens field %d is not closed on its line nor where a later field ends", field), true
				}
				return 0, 0, fmt.Sprintf("broken quotes: field %d has text behind its closing quote; quotes inside a field are doubled", field), true
			}
			at++
			continue
		}
		end := bytes.IndexByte(b[at:], eol)
		switch {
		case end < 0 && !atEOF:
			return longOrMore(limit, beyond)
		case end < 0:
			end = len(b) - at
		}
		next := bytes.IndexByte(b[at:at+end], delim)
		if next < 0 {
			return at + end + lineEndSize(b[at+end:], eol), lines, "", true
		}
		at += next + 1
	}
}

// longOrMore gives a record up that goes beyond the limit, or asks for more.
func longOrMore(limit int, beyond bool) (int, int, string, bool) {
	if beyond {
		return 0, 0, fmt.Sprintf("too long: the record has more than %d bytes", limit), true
	}
	return 0, 0, "", false
}

func lineEndSize(rest []byte, eol byte) int {
	switch {
	case len(rest) > 1 && rest[0] == '\r' && rest[1] == eol:
		return 2
	case len(rest) > 0 && (rest[0] == eol || rest[0] == '\r'):
		return 1
	}
	return 0
}

// closingQuote finds the quote that closes the field whose content begins at
// from, passing over doubled ones.
func closingQuote(b []byte, from int) (int, bool) {
	for {
		n := bytes.IndexByte(b[from:], '"')
		if n < 0 {
			return 0, false
		}
		from += n
		if from+1 < len(b) && b[from+1] == '"' {
			from += 2
			continue
		}
		return from, true
	}
}

// splitCSV appends the fields of one well-formed record to cells.
func splitCSV(record string, delim byte, cells []string) []string {
	if strings.IndexByte(record, '"') < 0 {
		for {
			n := strings.IndexByte(record, delim)
			if n < 0 {
				return append(cells, record)
			}
			cells = append(cells, record[:n])
			record = record[n+1:]
		}
	}
	for {
		if strings.HasPrefix(record, `"`) {
			text, rest := unquote(record[1:])
			cells = append(cells, text)
			if rest == "" {
				return cells
			}
			record = rest[1:]
			continue
		}
		n := strings.IndexByte(record, delim)
		if n < 0 {
			return append(cells, record)
		}
		cells = append(cells, record[:n])
		record = record[n+1:]
	}
}

// unquote reads the content of a quoted field and returns what follows its
// closing quote.
func unquote(s string) (text, rest string) {
	from, doubled := 0, false
	for {
		n := strings.IndexByte(s[from:], '"')
		if n < 0 {
			return s, ""
		}
		from += n
		if from+1 < len(s) && s[from+1] == '"' {
			from, doubled = from+2, true
			continue
		}
		break
	}
	text, rest = s[:from], s[from+1:]
	if doubled {
		text = strings.ReplaceAll(text, `""`, `"`)
	}
	return text, rest
}
