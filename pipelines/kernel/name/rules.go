package name

import (
	"fmt"

	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/fold"
)

// Rules are what a user knows of the names in his files beyond the built-in
// lists. Words are compared folded: case, diacritics and final points do not
// count. The zero value adds nothing.
type Rules struct {
	// Titles stand before a name and belong to its prefix.
	Titles []Word `yaml:"titles"`
	// Suffixes stand behind a name.
	Suffixes []string `yaml:"suffixes"`
	// Given are further given names and short forms.
	Given []Word `yaml:"given_names"`
	// Companies are words that make a name the name of a firm; Persons are words
	// that never do, although the built-in list says so.
	Companies []string `yaml:"company_words"`
	Persons   []string `yaml:"person_words"`
	// Placeholders are texts that mean "not known" when they are the whole name.
	Placeholders []string `yaml:"placeholders"`
}

// Word is a title or a given name with the gender it tells: f, m, or empty.
type Word struct {
	Text   string `yaml:"text"`
	Gender string `yaml:"gender"`
}

// Parser reads names with a user's rules. It never changes and is safe for use
// by several goroutines.
type Parser struct {
	words empty.Words
	own   map[string]own
	mine  empty.Words // placeholders of the rules
}

// own says what the user's rules make of a word.
type own struct {
	title, suffix, given, company, person bool
	gender                                byte // m, f, or 0
}

// New makes a parser of the texts that mean "not known" and the user's rules.
// An error names the list and the number of the entry that cannot be used.
func New(rules Rules, words empty.Words) (*Parser, error) {
	p := &Parser{words: words, own: map[string]own{}, mine: empty.New(rules.Placeholders...)}
	for i, w := range rules.Titles {
		if err := p.add("titles", i, w, func(o *own) { o.title = true }); err != nil {
			return nil, err
		}
	}
	for i, w := range rules.Given {
		if err := p.add("given_names", i, w, func(o *own) { o.given = true }); err != nil {
			return nil, err
		}
	}
	for _, list := range []struct {
		name  string
		words []string
		set   func(*own)
	}{
		{"suffixes", rules.Suffixes, func(o *own) { o.suffix = true }},
		{"company_words", rules.Companies, func(o *own) { o.company = true }},
		{"person_words", rules.Persons, func(o *own) { o.person = true }},
	} {
		for i, w := range list.words {
			if err := p.add(list.name, i, Word{Text: w}, list.set); err != nil {
				return nil, err
			}
		}
	}
	return p, nil
}

func (p *Parser) add(list string, i int, w Word, set func(*own)) error {
	key := keyOf(fold.Space(w.Text))
	if key == "" {
		return fmt.Errorf("%s, entry %d: write a word", list, i+1)
	}
	for _, c := range key {
		if c == ' ' {
			return fmt.Errorf("%s, entry %d: write one word; several words are several entries", list, i+1)
		}
	}
	o := p.own[key]
	set(&o)
	switch w.Gender {
	case "f", "m":
		o.gender = w.Gender[0]
	case "":
	default:
		return fmt.Errorf("%s, entry %d: gender is f, m or empty", list, i+1)
	}
	p.own[key] = o
	return nil
}
