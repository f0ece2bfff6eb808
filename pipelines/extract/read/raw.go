package read

import "unicode/utf8"

// Raw is the record as JSON text: an object of column and value. Files that
// hold JSON already give it themselves.
func (r *Record) Raw(dst []byte, columns [][]byte) []byte {
	for i, c := range r.Cells {
		if i == 0 {
			dst = append(dst, '{')
		} else {
			dst = append(dst, ',')
		}
		dst = append(append(dst, columns[i]...), ':')
		dst = AppendJSON(dst, c)
	}
	if len(r.Cells) == 0 {
		dst = append(dst, '{')
	}
	return append(dst, '}')
}

// RawNames prepares column names for Raw.
func RawNames(columns []string) [][]byte {
	names := make([][]byte, len(columns))
	for i, c := range columns {
		names[i] = AppendJSON(nil, c)
	}
	return names
}

// AppendJSON appends s as a JSON string. Text that is not UTF-8 gets U+FFFD
// for the bytes that are not.
func AppendJSON(dst []byte, s string) []byte {
	dst = append(dst, '"')
	clean, ascii := inspect(s)
	if clean && (ascii || utf8.ValidString(s)) {
		return append(append(dst, s...), '"')
	}
	for _, r := range s {
		dst = appendEscaped(dst, r)
	}
	return append(dst, '"')
}

// inspect tells whether nothing in s needs an escape, and whether s is ASCII.
func inspect(s string) (clean, ascii bool) {
	clean = true
	var high byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		high |= c
		if c < 0x20 || c == '"' || c == '\\' {
			clean = false
		}
	}
	return clean, high < utf8.RuneSelf
}

func appendEscaped(dst []byte, r rune) []byte {
	const hex = "0123456789abcdef"
	switch {
	case r == '"' || r == '\\':
		return append(dst, '\\', byte(r))
	case r == '\n':
		return append(dst, '\\', 'n')
	case r == '\r':
		return append(dst, '\\', 'r')
	case r == '\t':
		return append(dst, '\\', 't')
	case r < 0x20:
		return append(dst, '\\', 'u', '0', '0', hex[r>>4], hex[r&15])
	}
	return utf8.AppendRune(dst, r)
}
