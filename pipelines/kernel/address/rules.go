package address

import (
	"fmt"
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// Rules are what a user knows of the addresses in his files beyond the built-in
// tables. Words are compared folded: case, diacritics and final points do not
// count. The zero value adds nothing and costs nothing.
type Rules struct {
	// Abbreviations are words of the text that stand for others, in any field.
	Abbreviations []Abbreviation `yaml:"abbreviations"`
	// Aliases are streets that are called something else by now.
	Aliases []Alias `yaml:"street_aliases"`
	// Garbage are texts that mean "not known" when they are the whole value of a
	// field or of a line.
	Garbage []string `yaml:"garbage"`
}

// Abbreviation replaces one word by its expansion, of one or more words, before the
// grammar reads the text: NH by Nowa Huta, bndr. by ul.
type Abbreviation struct {
	Word      string `yaml:"word"`
	Expansion string `yaml:"expansion"`
	Country   string `yaml:"country"` // ISO 3166-1 alpha-2; empty: every country
}

// Alias renames a street. From and To are written as in an address, with or without
// the type ("ul. 22 Lipca"); a To without a type keeps the one of the address.
type Alias struct {
	From    string `yaml:"from"`
	To      string `yaml:"to"`
	City    string `yaml:"city"`    // empty: in every town
	Country string `yaml:"country"` // ISO 3166-1 alpha-2; empty: PL
}

// Check reports the first entry that cannot be used, by list and number. New leaves
// such entries out.
func (r Rules) Check() error {
	for i, x := range r.Abbreviations {
		switch word := abbreviationKey(x.Word); {
		case word == "" || strings.ContainsRune(word, ' '):
			return fmt.Errorf("abbreviations, entry %d: word is one word, with or without a point", i+1)
		case fold.Key(x.Expansion) == "":
			return fmt.Errorf("abbreviations, entry %d: expansion is missing; write the word or words that it stands for", i+1)
		case x.Country != "" && countryCode(x.Country) == "":
			return fmt.Errorf("abbreviations, entry %d: country is not known; write a code of two letters such as PL", i+1)
		}
	}
	for i, x := range r.Aliases {
		switch {
		case fold.Key(x.From) == "" || fold.Key(x.To) == "":
			return fmt.Errorf("street_aliases, entry %d: write the street in from and its present name in to", i+1)
		case x.Country != "" && countryCode(x.Country) == "":
			return fmt.Errorf("street_aliases, entry %d: country is not known; write a code of two letters such as PL", i+1)
		}
	}
	for i, x := range r.Garbage {
		if strings.TrimSpace(x) == "" {
			return fmt.Errorf("garbage, entry %d: write the text that means not known", i+1)
		}
	}
	return nil
}

// ruleTable is the prepared form of Rules; nil stands for none.
type ruleTable struct {
	words   map[string]expansion
	aliases map[string][]alias // country|key of the street
	garbage map[string]struct{}
}

type expansion struct{ country, text string }

// alias is the street that replaces another; its Street is never empty.
type alias struct {
	city string // folded, "" for every town
	to   Address
}

func abbreviationKey(s string) string { return strings.Trim(fold.ASCII(s), ".: ") }

// newRuleTable prepares the rules; parse reads the streets of the aliases.
func newRuleTable(r Rules, parse func(Input) Address) *ruleTable {
	if len(r.Abbreviations)+len(r.Aliases)+len(r.Garbage) == 0 {
		return nil
	}
	t := &ruleTable{words: map[string]expansion{}, aliases: map[string][]alias{}, garbage: map[string]struct{}{}}
	for _, x := range r.Abbreviations {
		if word := abbreviationKey(x.Word); word != "" && fold.Key(x.Expansion) != "" {
			t.words[word] = expansion{countryCode(x.Country), x.Expansion}
		}
	}
	for _, x := range r.Aliases {
		country := "PL"
		if x.Country != "" {
			country = countryCode(x.Country)
		}
		from, to := aliasStreet(parse, x.From, country), aliasStreet(parse, x.To, country)
		if from.Street == "" || to.Street == "" {
			continue
		}
		key := country + "|" + from.keyStreet()
		t.aliases[key] = append(t.aliases[key], alias{fold.Key(x.City), to})
	}
	for _, x := range r.Garbage {
		t.garbage[garbageKey(x)] = struct{}{}
	}
	return t
}

// aliasStreet reads a street as it stands in an address, by giving it a house.
func aliasStreet(parse func(Input) Address, street, country string) Address {
	if numberFirst(country) {
		return parse(Input{Street: street, HouseNumber: "1", City: "?", Country: country})
	}
	if c, _ := plType(strings.Trim(firstWord(fold.ASCII(street)), ".")); country == "PL" && c == "" {
		a := parse(Input{Street: "ul. " + street, HouseNumber: "1", City: "?", Country: country})
		a.StreetType = ""
		return a
	}
	return parse(Input{Street: street, HouseNumber: "1", City: "?", Country: country})
}

func firstWord(s string) string {
	first, _, _ := strings.Cut(s, " ")
	return first
}

// garbageKey keeps signs, so that a rule for "-?-" is not one for every sign.
func garbageKey(s string) string { return strings.ToLower(fold.ASCII(s)) }

// isGarbage reports whether the user called this value "not known".
func (t *ruleTable) isGarbage(s string) bool {
	if t == nil || len(t.garbage) == 0 {
		return false
	}
	_, ok := t.garbage[garbageKey(s)]
	return ok
}

// expand replaces the user's abbreviations among the words.
func (w *work) expand() {
	t := w.p.rules
	if t == nil || len(t.words) == 0 {
		return
	}
	var out []token
	for i, tok := range w.toks {
		x, ok := t.words[tok.f]
		if !ok || x.country != "" && x.country != w.a.Country {
			if out != nil {
				out = append(out, tok)
			}
			continue
		}
		if out == nil {
			out = append(make([]token, 0, len(w.toks)+4), w.toks[:i]...)
		}
		for j, word := range strings.Fields(x.text) {
			part := tok
			part.text, part.f = word, strings.Trim(fold.ASCII(word), ".:'\"()")
			part.glued = j == 0 && tok.glued
			out = append(out, part)
		}
		w.code("text", "expanded_by_rule")
	}
	if out != nil {
		w.toks = out
	}
	for _, column := range []*string{&w.in.City, &w.in.Region} {
		*column = t.expandColumn(w, *column)
	}
}

// expandColumn replaces the user's abbreviations in a town or region that has a
// column of its own.
func (t *ruleTable) expandColumn(w *work, text string) string {
	words, found := strings.Fields(text), false
	for i, word := range words {
		if x, ok := t.words[abbreviationKey(word)]; ok && (x.country == "" || x.country == w.a.Country) {
			words[i], found = x.text, true
		}
	}
	if !found {
		return text
	}
	w.code("text", "expanded_by_rule")
	return strings.Join(words, " ")
}

// rename replaces a street that the user's aliases name.
func (w *work) rename() {
	t, a := w.p.rules, &w.a
	if t == nil || len(t.aliases) == 0 || a.Street == "" {
		return
	}
	city := fold.Key(a.City)
	var best *alias
	list := t.aliases[a.Country+"|"+a.keyStreet()]
	for i, x := range list {
		if x.city == city && city != "" || x.city == "" && best == nil {
			best = &list[i]
		}
	}
	if best == nil {
		return
	}
	a.Street, a.Predir, a.StreetSuffix, a.Postdir = best.to.Street, best.to.Predir, best.to.StreetSuffix, best.to.Postdir
	if best.to.StreetType != "" {
		a.StreetType = best.to.StreetType
	}
	w.code("street", "alias_replaced")
}
