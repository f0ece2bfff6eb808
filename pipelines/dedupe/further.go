package dedupe

import (
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/linkage"
)

// further adds what the project says beside the fields of people: columns to
// compare, sources without duplicates, and decided pairs.
func (s *step) further(r *pipelines.Run, in *rows, p *linkage.People) error {
	for _, c := range s.o.Compare {
		column := in.text[c.Value]
		if len(column.Values) < 2 {
			continue
		}
		f := words
		if numbers(&column) {
			f = fold.Key
		}
		p.Other = append(p.Other, linkage.Field{Name: c.Value, Column: column.Mapped(f)})
	}
	asWritten(in, p)
	source := in.text["source"]
	p.Source = source
	if s.o.LinkOnly {
		p.Across = source
	}
	if len(s.o.Unique) > 0 {
		p.Apart = only(source, func(row int) bool {
			for _, u := range s.o.Unique {
				if source.Values[source.Codes[row]] == u.Value {
					return true
				}
			}
			return false
		})
	}
	var err error
	p.Decisions, err = s.decisions(r, in)
	return err
}

// numbers tells whether most values of a column hold a digit: signs between them
// are then of no account.
func numbers(c *linkage.Column) bool {
	with := 0
	for _, v := range c.Values[1:] {
		if strings.ContainsAny(v, "0123456789") {
			with++
		}
	}
	return with*2 > len(c.Values)-1
}

// rulesFor adds a rule for every further column that tells rows apart well
// enough: one value in thirty rows at most.
func (s *step) rulesFor(other []linkage.Field) []linkage.Rule {
	rules := s.rules
	for _, f := range other {
		filled := 0
		for _, code := range f.Codes {
			if code != 0 {
				filled++
			}
		}
		if distinct := len(f.Values) - 1; distinct*30 > filled {
			rules = append(rules[:len(rules):len(rules)], linkage.Rule{f.Name})
		}
	}
	return rules
}
