package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/config"
)

// TestProblems: mistakes in YAML are found without a file.
func TestProblems(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "bad.yaml"), []byte("length: 5\nrecords:\n- {type: x, fields: {a: {at: 1-4}}}\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ yaml, want string }{
		{"fields: {family_nmae: A}", "there is no field family_nmae; did you mean family_name?"},
		{"fields: {key: A}", "there is no field key; write key: beside fields:"},
		{"fields: {name: {column: A, path: b}}", "say once where the value comes from"},
		{"fields: {name: {type: date}}", "say once where the value comes from"},
		{"fields: {birth_date: {column: A, format: rr.mm}}", `date format "rr.mm"`},
		{"fields: {name: A}\n  encoding: latin-9", "unknown encoding"},
		{"fields: {name: A}\n  delimiter: ';;'", "the delimiter must be one ASCII character"},
		{"fields: {name: A}\n  mode: events", "mode: events needs key"},
		{"fields: {name: A}\n  fold: {by: t}", "fold needs key"},
		{"fields: {name: A}\n  format: fixed", "a fixed-width file has positions, not column names"},
		{"fields: {name: {at: 9-3}}\n  format: fixed", "ends before it begins"},
		{"fields: {name: {at: 1-3}}", "at: goes with format: fixed without a layout"},
		{"fields: {name: A}\n  format: xml", "the key rows is missing"},
		{"fields: {name: 'a['}\n  format: jsonl", "[ is not closed"},
		{"fields: {name: nobody}\n  format: acs", "the layout has no field nobody"},
		{"fields: {name: a}\n  layout: bad.yaml", "adds up to 4 characters, not to the length of 5"},
		{"fields: {name: a}\n  layout: akcs", "there is no shipped layout akcs; did you mean acs?"},
		{"fields: {name: A, prefix: B}\n  keep: [name]", "the column name would stand twice in the table"},
		{"fields: {contact_ref: A}", "contact_ref names a source and a key"},
		{"fields: {campaign_id: {from_file: 'mail_.+'}}", "the expression has no group"},
		{"fields: {}", "no field is read"},
	} {
		_, problems := tryCompile(&config.Project{Dir: dir}, "- extract: a\n  files: a.csv\n  "+c.yaml+"\n")
		if !strings.Contains(problems.Error(), c.want) {
			t.Errorf("%s\ngot %q\nwant %q", c.yaml, problems.Error(), c.want)
		}
		for _, p := range problems {
			if p.Line == 0 {
				t.Errorf("%s: no place: %s", c.yaml, p)
			}
		}
	}
	if _, problems := tryCompile(&config.Project{Dir: dir}, "- extract: a\n  files: ../a.csv\n  fields: {name: A}\n"); !strings.Contains(problems.Error(), "leaves the project") {
		t.Errorf("a path out of the project gave %v", problems)
	}
}

// TestRunErrors: what only the file tells is said with the place in the YAML.
func TestRunErrors(t *testing.T) {
	for name, c := range map[string]struct{ yaml, content, want string }{
		"missing columns": {"fields: {email: E-mial, phone: Tel}", "E-mail;Telefon\na;b\n", "p.yaml:3:19: [0].fields.email: a.csv has no column \"E-mial\"; did you mean E-mail?\np.yaml:3:34: [0].fields.phone: a.csv has no column \"Tel\"; the file has E-mail, Telefon"},
		"wrong delimiter": {"fields: {email: E-mail, phone: Telefon}\n  delimiter: ','", "E-mail;Telefon\na;b\n", "a.csv: line 1: with delimiter \",\" there is one column; with \";\" there are 2; write delimiter: ';' or leave it out"},
		"empty file":      {"fields: {email: E-mail}", "", "a.csv: the file is empty (0 bytes), not even a header; check whether the export or the transfer was cut"},
		"from_file":       {"fields: {campaign_id: {from_file: 'x_(.+)'}}", "E-mail;Telefon\na;b\n", "the name of a.csv does not match; correct the expression of from_file"},
		"workbook":        {"fields: {email: E-mail}", "PK\x03\x04", "a.csv: the file is a workbook or a zip archive, not text; write format: xlsx, or unpack it"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := runNight(t, "- extract: a\n  files: a.csv\n  "+c.yaml+"\n", map[string]string{"a.csv": c.content}, nil)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
}
