package dedupe

import (
	"testing"

	"kartoteka/config"
)

// choosing makes one contact of the cards by rules written as YAML.
func choosing(t *testing.T, yaml string, cards []card) (*contacts, *contact) {
	t.Helper()
	var o Options
	var p config.Problems
	config.Decode(config.Parse("dedupe.yaml", []byte("from: people\n"+yaml), &p), &o, &p)
	s := &step{o: &o}
	rules := s.survival(&p)
	if len(p) > 0 {
		t.Fatal(p)
	}
	c := gathered(cards)
	if err := s.rank(t.Context(), nil, c.in); err != nil {
		t.Fatal(err)
	}
	c.choose(rules)
	return c, &c.list[0]
}

func TestWinners(t *testing.T) {
	cards := []card{
		{source: "crm", key: "1", given: "Zofia", family: "Szalwia", email: "a@poczta.example", status: "ok", observed: 10},
		{source: "shop", key: "2", given: "Zofia", family: "Szałwia", email: "b@poczta.example", status: "role", observed: 20},
		{source: "list", key: "3", given: "Zofia", family: "Szalwia", email: "c@poczta.example", status: "ok", observed: 20},
	}
	for _, c := range []struct{ name, yaml, source, rule string }{
		{"the latest", "survive: {email: [most_recent]}", "list", "later_key"},
		{"verified before the latest", "survive: {email: [verified, most_recent]}", "list", "most_recent"},
		{"by a list of sources", "survive: {email: [{source_priority: [shop, crm]}, most_recent]}", "shop", "source_priority"},
		{"sources that are not listed come last", "survive: {email: [{source_priority: [crm]}]}", "crm", "source_priority"},
	} {
		t.Run(c.name, func(t *testing.T) {
			contacts, x := choosing(t, c.yaml, cards)
			for _, w := range contacts.winners(x) {
				if w.Field != "email" {
					continue
				}
				if got := contacts.text("source", int(w.Row)); got != c.source && c.rule != "later_key" || w.Rule != c.rule || w.Candidates != 3 || w.Conflicts != 2 {
					t.Errorf("got %s by %s, %d of %d differ; want %s by %s", got, w.Rule, w.Conflicts, w.Candidates, c.source, c.rule)
				}
			}
			if got := contacts.text("family_name", x.family); got != "Szałwia" {
				t.Errorf("got the surname %s without its accent", got)
			}
		})
	}
}

func TestRuleShapes(t *testing.T) {
	for yaml, mistakes := range map[string]int{
		"survive: {email: [{sql: points}]}":                                 0,
		"survive: {email: [{sql: \"points > 5 AND segment = 'gold'\"}]}":    0,
		"survive: {email: [{sql: \"(SELECT max(x) FROM secrets)\"}]}":       1,
		"survive: {email: [{sql: \"1) FROM t; DROP TABLE t; SELECT (1\"}]}": 1,
		"survive: {email: [{source_priority: [a], sql: b}]}":                1,
		"survive: {email: [most_recnt]}":                                    1,
		"survive: {email: [{sorce_priority: [a]}]}":                         2,
	} {
		var o Options
		var p config.Problems
		config.Decode(config.Parse("dedupe.yaml", []byte("from: people\n"+yaml), &p), &o, &p)
		s := &step{o: &o}
		s.survival(&p)
		s.checkScores(&p)
		if len(p) != mistakes {
			t.Errorf("%s: %d mistakes, want %d: %v", yaml, len(p), mistakes, p)
		}
	}
}
