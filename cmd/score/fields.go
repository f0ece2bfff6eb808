package main

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// fieldSet is a kind of labelled file whose truth stands in columns.
type fieldSet struct {
	pattern, what, country string   // files, what parse is asked for, country told
	fields                 []string // columns of the truth that make a row right
	column                 map[string]string
	alone                  string // a column judged by itself, on rows where it is filled
	bar, aloneBar          float64
	peer, alonePeer        string
}

// asWritten names the columns of parse that are called otherwise in the truth.
func (f fieldSet) made(field string) string {
	if c := f.column[field]; c != "" {
		return c
	}
	return field
}

func hardPL() fieldSet {
	return fieldSet{
		pattern: "addresses/pl_hard*.csv", what: "address", country: "PL",
		fields: strings.Fields("recipient street_type street house_number unit staircase level po_box postcode city dependent_locality region country status"),
		bar:    97, peer: "an anchored expression 50",
	}
}

func hardUS() fieldSet {
	return fieldSet{
		pattern: "addresses/us_hard*.csv", what: "address", country: "US",
		fields: strings.Fields("recipient house_number predir street suffix postdir unit_type unit po_box route urbanization city state postcode country status"),
		column: map[string]string{"state": "region"},
		alone:  "standard", bar: 94, aloneBar: 92, peer: "usaddress 75.4", alonePeer: "scourgify 59.4",
	}
}

func hardNames() fieldSet {
	return fieldSet{
		pattern: "names/names_hard*.csv", what: "name",
		fields: strings.Fields("kind prefix given middle surname suffix gender company"),
		column: map[string]string{"given": "given_name", "middle": "middle_name", "surname": "family_name"},
		bar:    88, peer: "probablepeople 38.1",
	}
}

// addresses scores the hard addresses of both countries and their standard line.
func (s *scorer) addresses(ctx context.Context) error {
	s.title("Hard addresses: every field of the row right")
	return s.fieldSets(ctx, hardPL(), hardUS())
}

// names scores the hard names, all and persons alone, and the labelled sets.
func (s *scorer) names(ctx context.Context) error {
	s.title("Names: every field of the row right")
	if err := s.fieldSets(ctx, hardNames()); err != nil {
		return err
	}
	return s.taggedNames(ctx)
}

func (s *scorer) fieldSets(ctx context.Context, sets ...fieldSet) error {
	var lines []line
	for _, set := range sets {
		err := s.read(set.pattern, func(name string, rows []map[string]string) error {
			more, err := s.fieldFile(ctx, set, name, rows)
			lines = append(lines, more...)
			return err
		})
		if err != nil {
			return err
		}
	}
	s.table(lines)
	for _, l := range lines {
		s.details(l.what, l.score)
	}
	return nil
}

// fieldFile scores one file: all rows, and what is judged apart.
func (s *scorer) fieldFile(ctx context.Context, set fieldSet, name string, rows []map[string]string) ([]line, error) {
	made, err := s.parse(ctx, set.what, set.country, textsOf(rows))
	if err != nil {
		return nil, err
	}
	all, alone, persons := newOutcome(), newOutcome(), newOutcome()
	for i, truth := range rows {
		a := answer{id: truth["id"], raw: truth["raw"], group: group(truth["note"]), fields: set.fields, truth: truth, got: set.named(made[i])}
		right := all.judge(a)
		if made[i]["status"] != "unparsed" && made[i]["kind"] != "unparsed" {
			s.confident(made[i]["confidence"], right)
		}
		if truth["kind"] == "person" {
			persons.judge(a)
		}
		if set.alone != "" && truth[set.alone] != "" {
			a.fields = []string{set.alone}
			alone.judge(a)
		}
	}
	lines := []line{{what: name, country: set.country, score: all, bar: set.bar, peer: set.peer}}
	if alone.rows > 0 {
		lines = append(lines, line{what: name + ": " + set.alone, country: set.country, score: alone, bar: set.aloneBar, peer: set.alonePeer})
	}
	if persons.rows > 0 {
		lines = append(lines, line{what: name + ": persons", country: set.country, score: persons, bar: 92, peer: "nameparser 59.7"})
	}
	return lines, nil
}

// named gives what parse made under the names of the truth.
func (f fieldSet) named(made map[string]string) map[string]string {
	got := map[string]string{}
	for _, field := range append(slices.Clone(f.fields), f.alone) {
		got[field] = made[f.made(field)]
	}
	return got
}

func textsOf(rows []map[string]string) []text {
	texts := make([]text, len(rows))
	for i, r := range rows {
		if r["id"] == "" {
			r["id"] = strconv.Itoa(i + 1)
		}
		texts[i] = text{r["id"], r["raw"]}
	}
	return texts
}
