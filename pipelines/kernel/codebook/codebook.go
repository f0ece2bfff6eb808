// Package codebook says what the codes of cleansing mean.
//
// The kernels and the cleanse step name what they changed or doubted with words such
// as postcode:hyphen_added. Here each has its meaning and an example, once:
// documentation, `kartoteka parse`, `kartoteka show` and the summary of the step
// print this text. A test reads the sources of the kernels and fails on a code that
// has no entry.
//
// The examples are invented and say nothing about anybody.
package codebook

import (
	"cmp"
	"slices"
	"strings"
)

// Kinds of codes.
const (
	Changed = "changed" // the value was rewritten; the raw value stays beside it
	Doubted = "doubted" // the value stands, but something speaks against it
	Absent  = "absent"  // there is no value, or none that could be used
)

// Entry is one code.
type Entry struct {
	Field, Code string
	Kind        string // one of the constants above
	Meaning     string
	Example     string // what was read -> what came out, or what is doubted
}

// All lists every code by field and code.
func All() []Entry {
	var all []Entry
	for _, list := range lists() {
		all = append(all, list()...)
	}
	slices.SortFunc(all, func(a, b Entry) int {
		return cmp.Or(strings.Compare(a.Field, b.Field), strings.Compare(a.Code, b.Code))
	})
	return all
}

// Find gives the entry of a code. Fields of new addresses (new_postcode) have the
// codes of addresses. What has no entry is told by its own words, with no kind.
func Find(field, code string) Entry {
	bare := strings.TrimPrefix(field, "new_")
	for _, list := range lists() {
		for _, e := range list() {
			if e.Field == bare && e.Code == code {
				e.Field = field
				return e
			}
		}
	}
	return Entry{Field: field, Code: code, Meaning: strings.ReplaceAll(code, "_", " ")}
}

// Explain gives the meaning of a word of cleanse_codes, "field:code".
func Explain(word string) string {
	field, code, found := strings.Cut(word, ":")
	if !found {
		return strings.ReplaceAll(word, "_", " ")
	}
	return Find(field, code).Meaning
}

func lists() []func() []Entry {
	return []func() []Entry{names, emails, phones, dates, addresses}
}

// Markdown lists the codes as a table for documentation.
func Markdown() string {
	var b strings.Builder
	b.WriteString("| code | kind | meaning | example |\n|---|---|---|---|\n")
	for _, e := range All() {
		b.WriteString("| " + e.Field + ":" + e.Code + " | " + e.Kind + " | " + e.Meaning + " | " + strings.ReplaceAll(e.Example, "|", "\\|") + " |\n")
	}
	return b.String()
}
