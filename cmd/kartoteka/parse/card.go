package parse

import (
	"fmt"
	"strings"

	"kartoteka/pipelines/extract/read"
)

// Card prints a record as a card for people: the text, what it says in standard
// form, then field by field, and each code in words.
type Card struct {
	Reader    Reader
	Columns   []int // that hold the text
	Bold, Dim func(string) string
	Good, Bad func(string) string
}

// Head is nothing.
func (p *Card) Head() []byte { return nil }

// Append writes one card and a blank line.
func (p *Card) Append(b []byte, record *read.Record, r *Reading) []byte {
	var lines []string
	for _, c := range p.Columns {
		if v := record.Cells[c]; v != "" {
			lines = append(lines, v)
		}
	}
	b = fmt.Appendf(b, "%s\n", p.Bold(visible(strings.Join(lines, "\n"))))
	if r.Title != "" {
		b = fmt.Appendf(b, "  %s %s\n", p.Dim("="), r.Title)
	}
	for i, c := range p.Reader.Columns {
		b = p.field(b, c, r.Values[i], i == 0, r.Bad)
	}
	for i, c := range p.Reader.More {
		b = p.field(b, c, r.More[i], false, false)
	}
	b = p.parts(b, r)
	return append(b, '\n')
}

// field writes one column that holds something; a list has a line for each word.
func (p *Card) field(b []byte, c Column, value string, status, bad bool) []byte {
	if value == "" {
		return b
	}
	name := p.Dim(fmt.Sprintf("%-18s", strings.ReplaceAll(c.Name, "_", " ")))
	switch {
	case c.Type == List:
		for i, code := range strings.Fields(value) {
			if i > 0 {
				name = fmt.Sprintf("%-18s", "")
			}
			b = fmt.Appendf(b, "  %s %s\n", name, p.meant(code))
		}
		return b
	case status && bad:
		value = p.Bad(value)
	case status:
		value = p.Good(value)
	}
	return fmt.Appendf(b, "  %s %s\n", name, visible(value))
}

// meant is a code with its meaning.
func (p *Card) meant(code string) string {
	if words := p.Reader.Meaning(code); words != "" {
		return code + p.Dim(": "+words)
	}
	return code
}

// parts writes the parts on one line: [house_number 12] [road ul. Lipowa].
func (p *Card) parts(b []byte, r *Reading) []byte {
	if len(r.Parts) == 0 {
		return b
	}
	var all []string
	for _, part := range r.Parts {
		all = append(all, p.Dim(part.Label+"=")+visible(part.Text))
	}
	return fmt.Appendf(b, "  %s %s\n", p.Dim(fmt.Sprintf("%-18s", "parts")), strings.Join(all, p.Dim(" | ")))
}

// visible keeps a text on one line and free of control characters.
func visible(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return '⏎'
		case r < ' ' || r == 0x7F:
			return ' '
		}
		return r
	}, strings.ReplaceAll(text, "\r\n", "\n"))
}
