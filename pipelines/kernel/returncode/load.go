package returncode

import (
	"bytes"
	"embed"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"kartoteka/pipelines/kernel/fold"
)

//go:embed tables/*.yaml
var builtin embed.FS

// file is the YAML form of a table.
type file struct {
	Table      string              `yaml:"table"`
	About      string              `yaml:"about"`
	Reads      string              `yaml:"reads"`
	Channel    string              `yaml:"channel"`
	CameBack   yaml.Node           `yaml:"came_back"`
	Blank      string              `yaml:"blank"`
	NewAddress bool                `yaml:"new_address"`
	Includes   []string            `yaml:"includes"`
	Events     map[string]string   `yaml:"events"`
	Fillers    []string            `yaml:"fillers"`
	Reasons    map[string][]string `yaml:"reasons"`
}

// Names lists the built-in tables.
func Names() []string {
	entries, err := builtin.ReadDir("tables")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		names = append(names, strings.TrimSuffix(e.Name(), ".yaml"))
	}
	return names
}

// Builtin reads a table that comes with the program.
func Builtin(name string) (*Table, error) {
	text, err := builtin.ReadFile(path.Join("tables", name+".yaml"))
	if err != nil {
		return nil, fmt.Errorf("no code table is called %q; there are %s", name, strings.Join(Names(), ", "))
	}
	return Parse(text)
}

// Parse reads the YAML form of a table; every mistake names the key it is in.
func Parse(text []byte) (*Table, error) {
	f, err := decode(text)
	if err != nil {
		return nil, err
	}
	return f.table()
}

func decode(text []byte) (*file, error) {
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	f := &file{}
	if err := d.Decode(f); err != nil {
		return nil, fmt.Errorf("read a code table: %w", err)
	}
	if f.Reads == "" {
		f.Reads = readsCode
	}
	if f.Channel == "" {
		f.Channel = "post"
	}
	if f.Blank == "" {
		f.Blank = string(Unknown)
	}
	return f, nil
}

func (f *file) table() (*Table, error) {
	if !slices.Contains([]string{readsCode, readsText, readsStatus}, f.Reads) {
		return nil, fmt.Errorf("reads: %q is not a way to read; write code, text or status", f.Reads)
	}
	if f.Channel != "post" && f.Channel != "email" {
		return nil, fmt.Errorf("channel: %q is not a channel; write post or email", f.Channel)
	}
	t := &Table{Name: f.Table, About: f.About, Reads: f.Reads, Channel: f.Channel, newAddress: f.NewAddress}
	if f.Blank != eventNone {
		if !Known(f.Blank) {
			return nil, fmt.Errorf("blank: %q is not a reason; write one of %s, or none", f.Blank, words())
		}
		t.blank = Reason(f.Blank)
	}
	if err := f.readCameBack(t); err != nil {
		return nil, err
	}
	if err := f.readEvents(t); err != nil {
		return nil, err
	}
	rows, err := f.rows()
	if err != nil {
		return nil, err
	}
	t.rows = rows
	return t, f.index(t)
}

// rows lists what stands under reasons, in the order of the vocabulary.
func (f *file) rows() ([]Row, error) {
	for word := range f.Reasons {
		if !Known(word) {
			return nil, fmt.Errorf("reasons: %q is not a reason; write one of %s", word, words())
		}
	}
	var rows []Row
	for _, r := range Reasons() {
		for _, text := range f.Reasons[string(r)] {
			rows = append(rows, Row{text, r})
		}
	}
	return rows, nil
}

// index prepares the look-up and refuses a code or phrase that stands under two reasons.
func (f *file) index(t *Table) error {
	key := codeKey
	switch t.Reads {
	case readsStatus:
		key = strings.TrimSpace
	case readsText:
		key = fold.Key
	}
	t.codes = map[string]Reason{}
	for _, row := range t.rows {
		k := key(row.Text)
		if k == "" {
			return fmt.Errorf("reasons: %s: %q holds no letter and no digit", row.Reason, row.Text)
		}
		if other, twice := t.codes[k]; twice && other != row.Reason {
			return fmt.Errorf("reasons: %q stands under %s and under %s", row.Text, other, row.Reason)
		}
		t.codes[k] = row.Reason
	}
	if t.Reads != readsText {
		return nil
	}
	rows, fillers := slices.Clone(t.rows), slices.Clone(f.Fillers)
	for _, name := range f.Includes {
		text, err := builtin.ReadFile(path.Join("tables", name+".yaml"))
		if err != nil {
			return fmt.Errorf("includes: no code table is called %q", name)
		}
		other, err := decode(text)
		if err != nil {
			return err
		}
		more, err := other.rows()
		if err != nil {
			return err
		}
		rows, fillers = append(rows, more...), append(fillers, other.Fillers...)
	}
	t.phrases = newPhrases(rows, fillers)
	return nil
}

func (f *file) readCameBack(t *Table) error {
	var word string
	var list []string
	switch f.CameBack.Kind {
	case 0:
		return nil
	case yaml.SequenceNode:
		if err := f.CameBack.Decode(&list); err != nil {
			return fmt.Errorf("came_back: %w", err)
		}
	default:
		if err := f.CameBack.Decode(&word); err != nil {
			return fmt.Errorf("came_back: %w", err)
		}
		if word == "all" {
			return nil
		}
		if word != "none" {
			return fmt.Errorf("came_back: %q is neither all nor none nor a list of reasons", word)
		}
	}
	t.cameBack = map[Reason]bool{}
	for _, r := range list {
		if !Known(r) {
			return fmt.Errorf("came_back: %q is not a reason; write one of %s", r, words())
		}
		t.cameBack[Reason(r)] = true
	}
	return nil
}

func (f *file) readEvents(t *Table) error {
	t.events = map[string]string{}
	for event, meaning := range f.Events {
		if meaning != eventReturned && meaning != eventNone && !Known(meaning) {
			return fmt.Errorf("events: %s: %q is neither returned nor none nor a reason", event, meaning)
		}
		t.events[fold.Key(event)] = meaning
	}
	return nil
}

// ParseCSV reads a project's table from CSV (comma or semicolon) with a header that names code or text, and reason.
func ParseCSV(name string, text []byte) (*Table, error) {
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	if head, _, _ := bytes.Cut(text, []byte("\n")); bytes.Count(head, []byte(";")) > bytes.Count(head, []byte(",")) {
		r.Comma = ';'
	}
	head, err := r.Read()
	if err != nil {
		return nil, fmt.Errorf("read the header of a code table: %w", err)
	}
	f := &file{Table: name, Reads: readsCode, Channel: "post", Blank: string(Unknown), Reasons: map[string][]string{}}
	from, reason := slices.Index(head, "code"), slices.Index(head, "reason")
	if from < 0 {
		from, f.Reads = slices.Index(head, "text"), readsText
	}
	if from < 0 || reason < 0 {
		return nil, errors.New("a code table needs the columns code (or text) and reason")
	}
	for line := 2; ; line++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return f.table()
		}
		if err != nil {
			return nil, fmt.Errorf("read a code table: %w", err)
		}
		if !Known(row[reason]) {
			return nil, fmt.Errorf("line %d: %q is not a reason; write one of %s", line, row[reason], words())
		}
		if !hasText(row[from]) {
			f.Blank = row[reason]
			continue
		}
		f.Reasons[row[reason]] = append(f.Reasons[row[reason]], row[from])
	}
}

func words() string {
	var all []string
	for _, r := range Reasons() {
		all = append(all, string(r))
	}
	return strings.Join(all, ", ")
}
