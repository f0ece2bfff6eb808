package main

import (
	"context"
	"fmt"
	"strings"
)

// variants write the same address in other ways; none may change what it says.
func variants() []struct {
	name  string
	write func(string) string
} {
	return []struct {
		name  string
		write func(string) string
	}{
		{"upper case", strings.ToUpper},
		{"no diacritics", plain},
		{"upper case, no diacritics", func(s string) string { return strings.ToUpper(plain(s)) }},
		{"a line per comma", func(s string) string {
			return strings.NewReplacer(", ", "\n", ",", "\n").Replace(s)
		}},
		{"doubled blanks", func(s string) string { return strings.ReplaceAll(s, " ", "  ") }},
	}
}

// robust scores the hard addresses again in every variant; the note says how many
// points the variant costs.
func (s *scorer) robust(ctx context.Context) error {
	s.title("The same addresses written otherwise: at most one point may be lost")
	var lines []line
	for _, set := range []fieldSet{hardPL(), hardUS()} {
		set.alone = ""
		err := s.read(set.pattern, func(name string, rows []map[string]string) error {
			before, err := s.variant(ctx, set, rows, func(t string) string { return t })
			if err != nil {
				return err
			}
			for _, v := range variants() {
				after, err := s.variant(ctx, set, rows, v.write)
				if err != nil {
					return err
				}
				lines = append(lines, line{what: name + ": " + v.name, country: set.country, score: after, bar: before.percent() - 1,
					note: fmt.Sprintf("%+.2f", after.percent()-before.percent())})
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	s.table(lines)
	for _, l := range lines {
		if l.score.percent() < l.bar {
			s.details(l.what, l.score)
		}
	}
	return nil
}

func (s *scorer) variant(ctx context.Context, set fieldSet, rows []map[string]string, write func(string) string) (*outcome, error) {
	texts := textsOf(rows)
	for i := range texts {
		texts[i].raw = write(texts[i].raw)
	}
	made, err := s.parse(ctx, set.what, set.country, texts)
	if err != nil {
		return nil, err
	}
	o := newOutcome()
	for i, truth := range rows {
		o.judge(answer{id: truth["id"], raw: texts[i].raw, group: group(truth["note"]), fields: set.fields, truth: truth, got: set.named(made[i])})
	}
	return o, nil
}
