package returncode

import (
	"regexp"
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

var statusForm = regexp.MustCompile(`\b([245])\.(\d{1,3})\.(\d{1,3})\b`)

// status reads an enhanced mail status (RFC 3463) by the longest class that the table holds.
func (t *Table) status(text string) Reason {
	m := statusForm.FindStringSubmatch(text)
	if m == nil {
		return Unknown
	}
	for _, class := range []string{m[1] + "." + m[2] + "." + m[3], m[1] + "." + m[2], m[1]} {
		if r, found := t.codes[class]; found {
			return r
		}
	}
	return Unknown
}

// codeKey folds a code for comparison; spreadsheets drop leading zeros, so 03 and 3 are one code.
func codeKey(code string) string {
	k := fold.Key(code)
	if k == "" {
		return k
	}
	if strings.Trim(k, "0123456789") == "" {
		k = strings.TrimLeft(k, "0")
		if k == "" {
			k = "0"
		}
	}
	return k
}

func hasText(s string) bool { return strings.TrimSpace(s) != "" }

func splitEvents(field string) []string {
	return strings.FieldsFunc(field, func(r rune) bool {
		return r == '\n' || r == ',' || r == ';' || r == '|' || r == '+'
	})
}
