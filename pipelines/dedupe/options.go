package dedupe

import (
	"fmt"
	"strings"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/linkage"
)

// Options are the keys of the step. Nothing but from: is needed.
type Options struct {
	From      config.Text                   `yaml:"from" required:"true" about:"the cleansed table"`
	Block     [][]config.Text               `yaml:"block" default:"[email, phone, address, [company, postcode], [company, city], [street, house_number], [family_name, birth_date], [given_name, birth_date], [name, birth_year], [name, postcode_area], [family_name, postcode], email_local, name, [postcode, house_number], [birth_date, postcode_area], [given_name, postcode], [family_sound, given_initial, birth_year], [family_sound, postcode_area], [family_sound, given_initial, city], birth_date, postcode, company]" about:"which rows are compared: those that agree on a field, or on all fields of a list; strict rules first"`
	Threshold Threshold                     `yaml:"threshold" about:"how sure the step must be"`
	Survive   config.Entries[[]SurviveRule] `yaml:"survive" default:"{default: [most_recent, source_order], name: [most_complete, told_by_customer, most_recent, source_order], email: [valid_first, most_recent, source_order], phone: [valid_first, most_recent, source_order], address: [complete, told_by_customer, most_recent, source_order], birth_date: [most_frequent, told_by_customer, most_recent, source_order], company: [most_recent, longest, source_order]}" about:"whose value stands, per field: rules in order, the next one breaks ties of the one before; beside the words {source_priority: [A, B]} and {sql: EXPRESSION}, of which the greatest stands"`
	Household []string                      `yaml:"household" enum:"family_name,address,phone,email" default:"[family_name, address]" about:"people who share all of these live together"`
	Compare   []config.Text                 `yaml:"compare" about:"further columns of the table that are compared as text, at most four: an identity number, an occupation, a web address"`
	Unique    []config.Text                 `yaml:"unique_sources" about:"sources that hold nobody twice: two of their rows are never one person"`
	LinkOnly  bool                          `yaml:"link_only" default:"false" about:"rows are compared with those of other sources only"`
	Model     Model                         `yaml:"model" about:"weights of the comparison: learned from the table itself, unless they are given"`
	Decisions config.Text                   `yaml:"decisions" about:"CSV of decided pairs, as review import writes it; default: decisions/NAME.csv, which need not exist"`
	Nights    string                        `yaml:"nights" enum:"full,incremental" default:"full" about:"full: every night compares all rows; incremental: new and changed rows are compared with all, contacts without a change stay as they are"`
	Known     config.Text                   `yaml:"known" about:"table with source, source_key and entity: identities that somebody decided before"`
	Makes     Makes                         `yaml:"makes" about:"names of the further tables"`
}

// Threshold are probabilities between which a human decides.
type Threshold struct {
	Match  float64 `yaml:"match" default:"0" min:"0" max:"1" about:"from this probability two rows are one person; 0: chosen from the table, so that one pair in a hundred is expected to be wrong"`
	Review float64 `yaml:"review" default:"0" min:"0" max:"1" about:"from this probability a pair is shown in contact_pairs; 0: four fifths of match"`
}

// Model says where weights come from and where they go.
type Model struct {
	Read  config.Text `yaml:"read" about:"JSON file with weights to start from, as save: writes it"`
	Fixed bool        `yaml:"fixed" default:"false" about:"true: the weights of read: are taken as they are, nothing is learned"`
	Save  config.Text `yaml:"save" about:"JSON file that gets the weights learned"`
}

// Makes are the names of the tables made beside the contacts.
type Makes struct {
	Sources    string `yaml:"contact_sources" default:"contact_sources" about:"source rows with their contact"`
	Households string `yaml:"households" default:"households" about:"contacts that live together"`
	Companies  string `yaml:"contact_companies" default:"contact_companies" about:"contacts of one firm"`
	Events     string `yaml:"contact_events" default:"contact_events" about:"contacts created, merged, split, retired"`
	Fields     string `yaml:"contact_fields" default:"contact_fields" about:"whose value of each field stands, and why"`
	Pairs      string `yaml:"contact_pairs" default:"contact_pairs" about:"pairs that a human may decide"`
	Consents   string `yaml:"contact_consents" default:"contact_consents" about:"consents and objections told by source rows"`
}

// rules turns block: into rules and reports unknown fields.
func (o *Options) rules(p *config.Problems) []linkage.Rule {
	var rules []linkage.Rule
	for _, fields := range o.Block {
		var r linkage.Rule
		for _, f := range fields {
			if !contains(linkage.Parts(), f.Value) {
				p.Add(f.At, fmt.Sprintf("block: the field %q is not known", f.Value), nearest(f.Value, linkage.Parts()))
				continue
			}
			r = append(r, f.Value)
		}
		if len(r) > 0 {
			rules = append(rules, r)
		}
	}
	return rules
}

// Fields of survive: besides default. name and address are units.
func survivors() []string {
	return []string{"default", "name", "email", "phone", "address", "birth_date", "gender", "company"}
}

// ruleWords are the rules of survivorship.
func ruleWords() []string {
	return []string{"most_recent", "source_order", "valid_first", "complete", "told_by_customer", "most_frequent", "longest", "most_complete", "min", "max", "first_non_null", "verified"}
}

// survival returns the rules of every field: the built-in ones where the user
// says nothing about a field.
func (s *step) survival(p *config.Problems) map[string][]string {
	o := s.o
	own := map[string][]string{}
	for _, e := range o.Survive {
		if !contains(survivors(), e.Key) {
			p.AddAt(e.KeyAt, "survive."+e.Key, fmt.Sprintf("survive: the field %q is not known", e.Key), nearest(e.Key, survivors()))
			continue
		}
		for _, r := range e.Value {
			word := s.ruleWord(r)
			if word == r.Word && !contains(ruleWords(), word) {
				if word != "" {
					p.Add(r.At, fmt.Sprintf("survive: the rule %q is not known", word), nearest(word, ruleWords()))
				}
				continue
			}
			own[e.Key] = append(own[e.Key], word)
		}
	}
	var builtIn Options
	var none config.Problems
	config.Decode(config.Parse("default", []byte("from: x"), &none), &builtIn, &none)
	for _, e := range builtIn.Survive {
		if _, ok := own[e.Key]; ok {
			continue
		}
		for _, r := range e.Value {
			own[e.Key] = append(own[e.Key], r.Word)
		}
	}
	for _, f := range survivors() {
		if len(own[f]) == 0 {
			own[f] = own["default"]
		}
	}
	return own
}

func nearest(word string, choices []string) string {
	if c, ok := config.Closest(word, choices); ok {
		return "did you mean " + c + "?"
	}
	return "write one of " + strings.Join(choices, ", ")
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
