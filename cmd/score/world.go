package main

import (
	"cmp"
	"context"
	"maps"
	"slices"
	"strings"
)

// labels are the parts of an address that the world set labels.
var labels = strings.Fields("house house_number road unit level staircase po_box suburb city_district city state_district state postcode country")

// mark is the bar of a country and what others publish for the whole set.
type mark struct {
	bar  float64
	peer string
}

func marks() map[string]mark {
	return map[string]mark{
		"all": {94, "Senzing 89.9, libpostal 78.7 (published)"},
		"pl":  {99.5, "Senzing 98.4, libpostal 92.5 (published)"},
		"us":  {97, "usaddress 86.4; Senzing 95.4 (published)"},
		"de":  {95, "Senzing 91.7 (published)"},
		"fr":  {98, "Senzing 97.1 (published)"},
		"gb":  {86, "Senzing 77.1 (published)"},
		"nl":  {99, "Senzing 99.6 (published)"},
		"ca":  {0, "Senzing 93.1 (published)"},
	}
}

// few is the number of rows below which a country has no line of its own.
const few = 50

// world scores the labelled addresses of many countries: every label of the row
// equal.
func (s *scorer) world(ctx context.Context) error {
	s.title("World set: every labelled part of the row right")
	return s.read("addresses/world*.csv", func(name string, rows []map[string]string) error {
		note := ""
		if strings.HasPrefix(name, "world_train") {
			note = "trained on: the figure to believe is that of make train"
		}
		told, byCountry := newOutcome(), map[string]*outcome{}
		for country, of := range byCountryOf(rows) {
			o := newOutcome()
			if err := s.labelled(ctx, country, of, o, told); err != nil {
				return err
			}
			byCountry[country] = o
		}
		untold := newOutcome()
		if err := s.labelled(ctx, "", rows, untold); err != nil {
			return err
		}
		s.table(worldLines(told, untold, byCountry, note))
		s.details(name, told)
		return nil
	})
}

func byCountryOf(rows []map[string]string) map[string][]map[string]string {
	out := map[string][]map[string]string{}
	for _, r := range rows {
		out[r["country_code"]] = append(out[r["country_code"]], r)
	}
	return out
}

// labelled parses rows with one country told, or none, and judges their parts.
func (s *scorer) labelled(ctx context.Context, country string, rows []map[string]string, into ...*outcome) error {
	texts := make([]text, len(rows))
	for i, r := range rows {
		texts[i] = text{r["record_id"], r["full_address"]}
	}
	made, err := s.parts(ctx, country, texts)
	if err != nil {
		return err
	}
	for i, truth := range rows {
		a := answer{id: truth["record_id"], raw: truth["full_address"], group: truth["country_code"], fields: labels, truth: truth, got: joined(made[i])}
		for _, o := range into {
			o.judge(a)
		}
	}
	return nil
}

// joined gives the spans of each label as one text.
func joined(spans []span) map[string]string {
	got := map[string]string{}
	for _, x := range spans {
		got[x.Label] = strings.TrimSpace(got[x.Label] + " " + x.Text)
	}
	return got
}

// worldLines are all rows, then the countries by their number of rows.
func worldLines(told, untold *outcome, byCountry map[string]*outcome, note string) []line {
	m := marks()
	lines := []line{
		{what: "all", country: "told", score: told, bar: m["all"].bar, peer: m["all"].peer, note: note},
		{what: "all", country: "not told", score: untold},
	}
	names := slices.SortedFunc(maps.Keys(byCountry), func(a, b string) int {
		return cmp.Or(cmp.Compare(byCountry[b].rows, byCountry[a].rows), strings.Compare(a, b))
	})
	rest := newOutcome()
	for _, c := range names {
		o := byCountry[c]
		if o.rows < few {
			rest.rows, rest.right = rest.rows+o.rows, rest.right+o.right
			continue
		}
		lines = append(lines, line{what: c, country: strings.ToUpper(c), score: o, bar: m[c].bar, peer: m[c].peer})
	}
	if rest.rows > 0 {
		lines = append(lines, line{what: "other countries", score: rest})
	}
	return lines
}
