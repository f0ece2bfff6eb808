package suppress

import (
	"github.com/google/jsonschema-go/jsonschema"

	"kartoteka/config"
)

// Options are the keys of a suppress step.
type Options struct {
	From    config.Tables `yaml:"from" required:"true" about:"the contacts, or roles: {contacts, sources, consents, orders, order_rows}; sources default to contact_sources, consents to contact_consents; orders (order_id, contact_id) and order_rows let what a person gave with an order count too"`
	Lists   []list        `yaml:"lists" about:"suppression and erasure lists"`
	Consent consent       `yaml:"consent" about:"what a channel needs: opt_out = open until refused, withdrawn or pending; opt_in = closed until granted; ignore"`
	Makes   makes         `yaml:"makes" about:"names of the further tables it makes"`
}

type list struct {
	Table   config.Text `yaml:"table" required:"true" about:"table of the list; cleansed when it is matched by name_address"`
	Channel channel     `yaml:"channel" about:"mail, email, phone or all, or {column, map: {word: channel}}; all when absent"`
	Match   []string    `yaml:"match" required:"true" enum:"contact_ref,name_address,email,phone,sha256_email,sha256_phone" about:"keys that name a person: contact_ref, name_address, email, phone, sha256_email, sha256_phone"`
	Effect  string      `yaml:"effect" default:"suppress" enum:"suppress,erase" about:"suppress closes channels; erase removes the person from everything"`
	Since   config.Text `yaml:"since" about:"column with the day of the entry; since when the list has such a column"`
}

type consent struct {
	Mail  string `yaml:"mail" default:"opt_out" enum:"opt_out,opt_in,ignore" about:"post"`
	Email string `yaml:"email" default:"opt_out" enum:"opt_out,opt_in,ignore" about:"e-mail; choose opt_in where the law asks for consent beforehand"`
	Phone string `yaml:"phone" default:"opt_out" enum:"opt_out,opt_in,ignore" about:"calls and text messages; choose opt_in where the law asks for consent beforehand"`
}

type makes struct {
	Suppressions config.Text `yaml:"suppressions" default:"suppressions" about:"suppressed contact and channel, with the reason"`
}

// channel is a word, or a column with a map from its words to channels.
type channel struct {
	word   string
	column config.Text
	words  map[string]string
	at     config.Node
}

type channelShape struct {
	Column config.Text                 `yaml:"column" required:"true" about:"column that names the channel"`
	Map    config.Entries[config.Text] `yaml:"map" about:"its words: mail, email, phone or all"`
}

var channelWords = [...]string{"mail", "email", "phone", "all"}

func isChannel(s string) bool {
	for _, w := range channelWords {
		if s == w {
			return true
		}
	}
	return false
}

// DecodeNode reads both shapes.
func (c *channel) DecodeNode(n config.Node, p *config.Problems) {
	c.at, c.word = n, "all"
	if n.Kind() != config.Mapping {
		word, ok := n.Text()
		if !ok || !isChannel(word) {
			p.Add(n, "this is not a channel", "write mail, email, phone or all, or {column: name, map: {word: channel}}")
			return
		}
		c.word = word
		return
	}
	var shape channelShape
	config.Decode(n, &shape, p)
	c.word, c.column, c.words = "", shape.Column, map[string]string{}
	for _, w := range channelWords {
		c.words[w] = w
	}
	for _, e := range shape.Map {
		if !isChannel(e.Value.Value) {
			p.Add(e.Value.At, "this is not a channel", "write mail, email, phone or all")
			continue
		}
		c.words[e.Key] = e.Value.Value
	}
}

// SchemaNode describes both shapes to editors.
func (channel) SchemaNode() *jsonschema.Schema {
	var words []any
	for _, w := range channelWords {
		words = append(words, w)
	}
	return &jsonschema.Schema{AnyOf: []*jsonschema.Schema{{Type: "string", Enum: words}, config.SchemaOf(channelShape{})}}
}
