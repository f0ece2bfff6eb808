package assess

import (
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Options are the keys of an assess step.
type Options struct {
	From      config.Tables               `yaml:"from" required:"true" about:"cleansed tables of people: one table or a list; with a contact_id in each, contacts are counted, else rows"`
	Uses      config.Entries[Use]         `yaml:"uses" about:"what the data is used for, and the fields that each use needs"`
	UsesFrom  config.Text                 `yaml:"uses_from" about:"a table with the columns use, required_fields and optional_fields (phrases joined with ;), added to uses"`
	Terms     config.Entries[Requirement] `yaml:"terms" about:"what the phrases of uses_from mean: a field, a list of fields that are all needed, or {any_of: [...]}; [] needs nothing"`
	By        []config.Text               `yaml:"by" about:"columns, such as rep, by whose values the inventory is given too"`
	Floor     int                         `yaml:"floor" default:"10" min:"1" about:"advice about fewer people gives no count"`
	Sensitive []string                    `yaml:"sensitive" default:"[alerg, chorob, choro, operacj, ciąż, niepełnosprawn, inwalid, rak, cukrzyc, wyzn, religi, allerg, surgery, disab, illness, pregnan, religio]" about:"beginnings of words that hint at special categories of personal data"`
	Makes     Makes                       `yaml:"makes" about:"names of further tables"`
}

// Use is one purpose of the data.
type Use struct {
	Required []Requirement `yaml:"required" about:"requirements: a field, or a list of fields that are all needed"`
	AnyOf    []Requirement `yaml:"any_of" about:"at least one of these is needed too"`
	Optional []Requirement `yaml:"optional" about:"good to have"`
}

// Makes are the names of the tables made beside the main one.
type Makes struct {
	Uses   string `yaml:"uses" default:"collection_uses" about:"what each use has and misses"`
	Advice string `yaml:"advice" default:"collection_advice" about:"recommendations, the largest first"`
}

// Requirement is met by any one of its groups of fields; a group needs all of
// its fields. Without a group it needs nothing.
type Requirement struct {
	Text   string
	Groups [][]string
}

// DecodeNode reads a field, a list of fields or {any_of: [...]}.
func (r *Requirement) DecodeNode(n config.Node, p *config.Problems) {
	if n.Kind() != config.Mapping {
		group, ok := groupOf(n, p)
		if ok && len(group) > 0 {
			r.Groups = [][]string{group}
		}
		r.Text = strings.Join(group, " + ")
		return
	}
	for _, f := range n.Fields() {
		if f.Key != "any_of" {
			p.AddAt(f.KeyAt, f.Value.Path, "unknown key "+f.Key, config.DidYouMean(f.Key, []string{"any_of"}))
			continue
		}
		for _, item := range f.Value.Items() {
			if group, ok := groupOf(item, p); ok {
				r.Groups = append(r.Groups, group)
			}
		}
	}
	r.Text = anyText(r.Groups)
}

func groupOf(n config.Node, p *config.Problems) ([]string, bool) {
	var group []string
	for _, item := range n.Items() {
		text, ok := item.Text()
		if !ok {
			p.Add(item, "expected a field, found "+item.Kind(), "write a field, [field, field] or {any_of: [field, [field, field]]}")
			return nil, false
		}
		group = append(group, text)
	}
	return group, true
}

func anyText(groups [][]string) string {
	texts := make([]string, len(groups))
	for i, g := range groups {
		texts[i] = strings.Join(g, " + ")
	}
	return strings.Join(texts, " or ")
}

// SchemaNode describes the shape to editors.
func (Requirement) SchemaNode() *jsonschema.Schema {
	word := &jsonschema.Schema{Type: "string"}
	list := &jsonschema.Schema{Type: "array"}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{word, list, {Type: "object"}}}
}
