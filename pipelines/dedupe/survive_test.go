package dedupe

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/linkage"
)

// card is one source row of a survivorship case; all rows are one contact.
type card struct {
	source, key, given, family, gender, email, status, birth string
	order                                                    int32
	observed, told                                           int32
	address                                                  string
	incomplete, bought                                       bool
}

func gathered(cards []card) *contacts {
	in := &rows{n: len(cards), text: map[string]linkage.Column{}}
	column := func(f func(card) string) linkage.Column {
		e := linkage.NewEncoder(0)
		for _, c := range cards {
			e.Add(f(c))
		}
		return e.Column()
	}
	for _, n := range texts() {
		in.text[n] = column(func(card) string { return "" })
	}
	in.text["source"] = column(func(c card) string { return c.source })
	in.text["source_key"] = column(func(c card) string { return c.key })
	in.text["given_name"] = column(func(c card) string { return c.given })
	in.text["family_name"] = column(func(c card) string { return c.family })
	in.text["gender"] = column(func(c card) string { return c.gender })
	in.text["email"] = column(func(c card) string { return c.email })
	in.text["email_status"] = column(func(c card) string { return c.status })
	in.text["city"] = column(func(c card) string { return c.address })
	in.text["address_key"] = column(func(c card) string { return c.address })
	result := &linkage.Result{Cluster: make([]uint32, len(cards)), Evidence: make([]string, len(cards)), Links: make([]linkage.Link, len(cards))}
	for _, c := range cards {
		if c.told == 0 {
			c.told = c.observed
		}
		in.rid = append(in.rid, int64(in.n))
		in.order, in.observed, in.told = append(in.order, c.order), append(in.observed, c.observed), append(in.told, c.told)
		in.birth = append(in.birth, noDay)
		in.complete = append(in.complete, c.address != "" && !c.incomplete)
		in.bought = append(in.bought, c.bought)
	}
	return gather(in, result)
}

func defaults(t *testing.T, yaml string) map[string][]string {
	t.Helper()
	var o Options
	var p config.Problems
	config.Decode(config.Parse("dedupe.yaml", []byte("from: people\n"+yaml), &p), &o, &p)
	rules := (&step{o: &o}).survival(&p)
	if len(p) > 0 {
		t.Fatal(p)
	}
	return rules
}

func TestCurrentAddress(t *testing.T) {
	for _, c := range []struct {
		name  string
		cards []card
		want  string
	}{
		{"the one told last", []card{{key: "1", order: 1, told: 100, address: "A"}, {key: "2", order: 2, told: 200, address: "B"}}, "B"},
		{"told before bought", []card{{key: "1", order: 1, told: 100, address: "A"}, {key: "2", order: 2, told: 200, address: "B", bought: true}}, "A"},
		{"bought when there is no other", []card{{key: "1", order: 1, told: 300}, {key: "2", order: 2, told: 200, address: "B", bought: true}}, "B"},
		{"only complete ones count", []card{{key: "1", order: 1, told: 100, address: "A"}, {key: "2", order: 1, told: 200, address: "B", incomplete: true}}, "A"},
		{"none complete", []card{{key: "1", order: 1, told: 100, address: "A", incomplete: true}}, ""},
		{"same day: order of sources", []card{{source: "web", key: "9", order: 2, told: 100, address: "B"}, {source: "crm", key: "1", order: 1, told: 100, address: "A"}}, "A"},
		{"same day and source: the later key", []card{{source: "crm", key: "K1", order: 1, told: 100, address: "A"}, {source: "crm", key: "K2", order: 1, told: 100, address: "B"}}, "B"},
		{"observed stands for told", []card{{key: "1", order: 1, observed: 300, address: "A"}, {key: "2", order: 1, observed: 900, told: 200, address: "B"}}, "A"},
	} {
		got := gathered(c.cards)
		got.choose(defaults(t, ""))
		if a := got.text("address_key", got.list[0].address); a != c.want {
			t.Errorf("%s: address %q, want %q", c.name, a, c.want)
		}
	}
}

func TestNameIsAUnit(t *testing.T) {
	for _, c := range []struct {
		name  string
		cards []card
		want  string
	}{
		{"the most recent", []card{{key: "1", observed: 1, given: "Ewa", family: "Malwa"}, {key: "2", observed: 2, given: "Ewa", family: "Rumianek"}}, "Ewa Rumianek"},
		{"complete before recent", []card{{key: "1", observed: 1, given: "Ewa", family: "Malwa"}, {key: "2", observed: 2, given: "E.", family: "Malwa"}, {key: "3", observed: 3, given: "Ewa"}}, "Ewa Malwa"},
		{"the full name before its short form", []card{{key: "1", observed: 1, given: "Katarzyna", family: "Malwa"}, {key: "2", observed: 2, given: "Kasia", family: "Malwa"}}, "Katarzyna Malwa"},
		{"exchanged names", []card{{key: "1", observed: 1, given: "Ewa", family: "Malwa"}, {key: "2", observed: 2, given: "Malwa", family: "Ewa"}, {key: "3", observed: 1, given: "Ewa", family: "Malwa"}}, "Ewa Malwa"},
		{"gender from a compatible row", []card{{key: "1", observed: 9, given: "Ewa", family: "Malwa"}, {key: "2", observed: 1, given: "Ewa", family: "Malwa", gender: "f"}}, "Ewa Malwa f"},
		{"no gender from another name", []card{{key: "1", observed: 9, given: "Ewa", family: "Malwa"}, {key: "2", observed: 1, given: "Adam", gender: "m"}}, "Ewa Malwa"},
	} {
		got := gathered(c.cards)
		got.choose(defaults(t, ""))
		x := got.list[0]
		name := strings.TrimSpace(fmt.Sprint(got.text("given_name", x.given), " ", got.text("family_name", x.family), " ", got.text("gender", x.gender)))
		if name != c.want {
			t.Errorf("%s: %q, want %q", c.name, name, c.want)
		}
	}
}

func TestRulesOfOneField(t *testing.T) {
	cards := []card{
		{source: "a", key: "1", order: 2, observed: 5, email: "bb@x.example", status: "ok"},
		{source: "a", key: "2", order: 1, observed: 9, email: "a@x.example", status: "disposable"},
		{source: "b", key: "3", order: 3, observed: 1, email: "ccc@x.example", status: "ok", bought: true},
		{source: "b", key: "4", order: 3, observed: 1, email: "ccc@x.example", status: "ok", bought: true},
	}
	for rule, want := range map[string]string{
		"most_recent": "a@x.example", "source_order": "a@x.example", "valid_first": "ccc@x.example", "told_by_customer": "a@x.example",
		"most_frequent": "ccc@x.example", "longest": "ccc@x.example", "min": "a@x.example", "max": "ccc@x.example", "first_non_null": "ccc@x.example",
	} {
		got := gathered(cards)
		got.choose(defaults(t, "survive: {email: "+rule+"}"))
		if e := got.text("email", got.list[0].email); e != want {
			t.Errorf("%s: %q, want %q", rule, e, want)
		}
	}
}

func TestMistakes(t *testing.T) {
	var o Options
	var p config.Problems
	config.Decode(config.Parse("dedupe.yaml", []byte("from: people\nblock: [emial, [family_name, postcode]]\nsurvive: {adress: [complete], email: [most_recnt]}\n"), &p), &o, &p)
	o.rules(&p)
	(&step{o: &o}).survival(&p)
	text := p.Sorted().Error()
	for _, want := range []string{"dedupe.yaml:2:9", "did you mean email?", "dedupe.yaml:3:11", "did you mean address?", "did you mean most_recent?"} {
		if !strings.Contains(text, want) {
			t.Errorf("problems do not say %q:\n%s", want, text)
		}
	}
	if len(p) != 3 {
		t.Errorf("%d problems, want 3", len(p))
	}
}

// The documented default of block: is the engine's.
func TestDefaultRules(t *testing.T) {
	var o Options
	var p config.Problems
	config.Decode(config.Parse("dedupe.yaml", []byte("from: people"), &p), &o, &p)
	if got, want := fmt.Sprint(o.rules(&p)), fmt.Sprint(linkage.DefaultRules()); got != want {
		t.Errorf("default of block:\n%s\nengine:\n%s", got, want)
	}
	if _, err := linkage.Find(context.Background(), linkage.People{}, linkage.Options{Rules: o.rules(&p)}); err != nil {
		t.Error(err)
	}
}
