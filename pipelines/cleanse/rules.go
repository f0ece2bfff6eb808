package cleanse

import (
	"errors"
	"fmt"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name"
)

// Rules are what the user knows of his data beyond the built-in lists. They stand
// in the step, or under cleanse: of kartoteka.yaml for every cleanse step.
type Rules struct {
	Abbreviations config.Entries[Meaning]     `yaml:"abbreviations" about:"words of addresses that stand for others: {NH: Nowa Huta, bndr.: {means: ul., country: PL}}"`
	Aliases       []Alias                     `yaml:"street_aliases" about:"streets that are called something else by now: {from: ul. 22 Lipca, to: ul. Lipowa, city: Gniezno}; without city in every town"`
	Titles        []Word                      `yaml:"titles" about:"further titles in front of names, one word each: dh., or {text: dh., gender: m}"`
	Suffixes      []Word                      `yaml:"name_suffixes" about:"further words behind names: MBA"`
	Given         []Word                      `yaml:"given_names" about:"further given names and short forms: Jagna, or {text: Jagna, gender: f}"`
	Companies     []Word                      `yaml:"company_words" about:"words that make a name the name of a firm"`
	Persons       []Word                      `yaml:"person_words" about:"words that never do, although the built-in list says so"`
	Disposable    []string                    `yaml:"disposable_domains" about:"further e-mail domains of throw-away mailboxes"`
	Roles         []string                    `yaml:"role_mailboxes" about:"further mailboxes of a function, not of a person: the part before the @"`
	Corrections   config.Entries[config.Text] `yaml:"domain_corrections" about:"e-mail domains that stand for another one and are replaced: {firmalis.pl: firma-lis.pl}"`
}

// Alias is a street under its former and its present name.
type Alias struct {
	From    config.Text `yaml:"from" required:"true" about:"the former name, with or without ul."`
	To      config.Text `yaml:"to" required:"true" about:"the present name"`
	City    string      `yaml:"city" about:"town; default: every town"`
	Country string      `yaml:"country" about:"ISO country; default: PL"`
}

// Meaning is what an abbreviation stands for.
type Meaning struct {
	Means   string `yaml:"means" required:"true" about:"the word or words that it stands for"`
	Country string `yaml:"country" about:"ISO country; default: every country"`
}

// DecodeNode takes a text or {means, country}.
func (m *Meaning) DecodeNode(n config.Node, p *config.Problems) {
	if text, ok := n.Text(); ok {
		m.Means = text
		return
	}
	type long Meaning
	config.Decode(n, (*long)(m), p)
}

// SchemaNode describes the shape to editors.
func (Meaning) SchemaNode() *jsonschema.Schema {
	type long Meaning
	return either(config.SchemaOf(long{}))
}

// Word is a word of a list with the gender that it tells, if any.
type Word struct {
	Text   string      `yaml:"text" required:"true" about:"the word"`
	Gender string      `yaml:"gender" enum:"f,m" about:"gender that it tells"`
	At     config.Node `yaml:"-"`
}

// DecodeNode takes a text or {text, gender}.
func (w *Word) DecodeNode(n config.Node, p *config.Problems) {
	w.At = n
	if text, ok := n.Text(); ok {
		w.Text = text
		return
	}
	type long Word
	config.Decode(n, (*long)(w), p)
}

// SchemaNode describes the shape to editors.
func (Word) SchemaNode() *jsonschema.Schema {
	type long Word
	return either(config.SchemaOf(long{}))
}

// either is a text or what the schema says.
func either(s *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Types: []string{"string", "number", "boolean"}}, s}}
}

// check reports the entries that the kernels cannot use, each at its place.
func (r *Rules) check(p *config.Problems) {
	for _, e := range r.Abbreviations {
		if err := (address.Rules{Abbreviations: []address.Abbreviation{abbreviation(e)}}).Check(); err != nil {
			p.AddAt(e.KeyAt, e.Node.Path, "this abbreviation cannot be used", reason(err))
		}
	}
	for _, a := range r.Aliases {
		if a.From.Value == "" || a.To.Value == "" {
			continue // reported as missing
		}
		if err := (address.Rules{Aliases: []address.Alias{a.alias()}}).Check(); err != nil {
			p.Add(a.From.At, "this alias cannot be used", reason(err))
		}
	}
	for _, list := range r.lists() {
		for _, w := range list.words {
			var one name.Rules
			list.put(&one, w)
			switch _, err := name.New(one, empty.Words{}); {
			case w.Text == "": // reported as missing
			case err != nil:
				p.Add(w.At, fmt.Sprintf("the word %q cannot be used", w.Text), reason(err))
			case w.Gender != "" && !list.gendered:
				p.Add(w.At, "a word of this list has no gender", "write the word alone")
			}
		}
	}
	for _, e := range r.Corrections {
		if !strings.Contains(e.Key, ".") || !strings.Contains(e.Value.Value, ".") {
			p.AddAt(e.KeyAt, e.Node.Path, "a domain has a point and no @", "write typed.example: meant.example")
		}
	}
}

// reason is what the kernel says of an entry, without the place that it counts.
func reason(err error) string {
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	_, why, found := strings.Cut(err.Error(), ": ")
	if !found {
		return err.Error()
	}
	return why
}

func abbreviation(e config.Entry[Meaning]) address.Abbreviation {
	return address.Abbreviation{Word: e.Key, Expansion: e.Value.Means, Country: strings.ToUpper(e.Value.Country)}
}

func (a Alias) alias() address.Alias {
	return address.Alias{From: a.From.Value, To: a.To.Value, City: a.City, Country: strings.ToUpper(a.Country)}
}

// wordList is one list of words about names.
type wordList struct {
	words    []Word
	gendered bool
	put      func(*name.Rules, Word)
}

func (r *Rules) lists() []wordList {
	return []wordList{
		{r.Titles, true, func(n *name.Rules, w Word) { n.Titles = append(n.Titles, name.Word{Text: w.Text, Gender: w.Gender}) }},
		{r.Given, true, func(n *name.Rules, w Word) { n.Given = append(n.Given, name.Word{Text: w.Text, Gender: w.Gender}) }},
		{r.Suffixes, false, func(n *name.Rules, w Word) { n.Suffixes = append(n.Suffixes, w.Text) }},
		{r.Companies, false, func(n *name.Rules, w Word) { n.Companies = append(n.Companies, w.Text) }},
		{r.Persons, false, func(n *name.Rules, w Word) { n.Persons = append(n.Persons, w.Text) }},
	}
}

// names gives the rules of the name kernel.
func (r *Rules) names() name.Rules {
	var out name.Rules
	for _, list := range r.lists() {
		for _, w := range list.words {
			list.put(&out, w)
		}
	}
	return out
}

// addresses gives the rules of the address kernel.
func (r *Rules) addresses() address.Rules {
	var out address.Rules
	for _, e := range r.Abbreviations {
		out.Abbreviations = append(out.Abbreviations, abbreviation(e))
	}
	for _, a := range r.Aliases {
		out.Aliases = append(out.Aliases, a.alias())
	}
	return out
}

// emails sets a reader of e-mails up.
func (r *Rules) emails(words empty.Words) email.Reader {
	out := email.Reader{Words: words, Disposable: set(r.Disposable), Roles: set(r.Roles), Corrected: map[string]string{}}
	for _, e := range r.Corrections {
		out.Corrected[plainWord(e.Key)] = plainWord(e.Value.Value)
	}
	return out
}

func plainWord(s string) string { return strings.ToLower(strings.TrimSpace(s)) }

func set(words []string) map[string]struct{} {
	out := make(map[string]struct{}, len(words))
	for _, w := range words {
		out[plainWord(w)] = struct{}{}
	}
	return out
}

// join adds the rules of the project to those of the step.
func (r *Rules) join(project Rules) {
	r.Abbreviations = append(r.Abbreviations, project.Abbreviations...)
	r.Aliases = append(r.Aliases, project.Aliases...)
	r.Titles = append(r.Titles, project.Titles...)
	r.Suffixes = append(r.Suffixes, project.Suffixes...)
	r.Given = append(r.Given, project.Given...)
	r.Companies = append(r.Companies, project.Companies...)
	r.Persons = append(r.Persons, project.Persons...)
	r.Disposable = append(r.Disposable, project.Disposable...)
	r.Roles = append(r.Roles, project.Roles...)
	r.Corrections = append(r.Corrections, project.Corrections...)
}
