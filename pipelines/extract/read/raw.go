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

// AppendJSON appends s as a JSON string. Text that is not UTF-8 loses the
// bytes that are not.
func AppendJSON(dst []byte, s string) []byte {
	const hex = "0123456789abcdef"
	dst = append(dst, '"')
	from := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c >= 0x20 && c != '"' && c != '\\' {
			continue
		}
		dst = append(dst, s[from:i]...)
		from = i + 1
		switch c {
		case '"', '\\':
			dst = append(dst, '\\', c)
		case '\n':
			dst = append(dst, '\\', 'n')
		case '\r':
			dst = append(dst, '\\', 'r')
		case '\t':
			dst = append(dst, '\\', 't')
		default:
			dst = append(dst, '\\', 'u', '0', '0', hex[c>>4], hex[c&15])
		}
	}
	if rest := s[from:]; utf8.ValidString(rest) {
		dst = append(dst, rest...)
	} else {
		for _, r := range rest {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}
