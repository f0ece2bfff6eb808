package config

import (
	"encoding/json"
	"strings"
	"testing"
)

type inner struct {
	Match  float64 `yaml:"match" default:"0.95" min:"0" max:"1" about:"certain"`
	Review float64 `yaml:"review" default:"0.8" min:"0" max:"1" about:"to review"`
}

type sample struct {
	From      Tables         `yaml:"from" required:"true" about:"tables to read"`
	Threshold inner          `yaml:"threshold" about:"limits"`
	Block     []string       `yaml:"block" default:"[email, phone]" about:"keys"`
	OnFail    string         `yaml:"on_fail" enum:"stop,quarantine,keep" default:"stop" about:"what then"`
	Limit     int            `yaml:"limit" default:"5" min:"1" about:"at most"`
	Strict    bool           `yaml:"strict" about:"no mercy"`
	Window    Duration       `yaml:"window" default:"365d" about:"how long"`
	Memory    Size           `yaml:"memory" default:"1GB" about:"how much"`
	Names     Entries[Text]  `yaml:"names" about:"ordered"`
	Counts    map[string]int `yaml:"counts" about:"by word"`
	Maybe     *inner         `yaml:"maybe" about:"optional"`
	Raw       Node           `yaml:"raw" about:"anything"`
}

// decode reads a YAML text into a sample and prints what is wrong.
func decode(t *testing.T, text string) (sample, string) {
	t.Helper()
	var p Problems
	var s sample
	Decode(Parse("f.yaml", []byte(text), &p), &s, &p)
	return s, p.Sorted().Error()
}

func TestDecodeDefaults(t *testing.T) {
	s, problems := decode(t, "from: people\n")
	if problems != "" {
		t.Fatal(problems)
	}
	if s.Threshold.Match != 0.95 || s.OnFail != "stop" || s.Limit != 5 || s.Window.Days() != 365 || s.Memory.Bytes != 1e9 || strings.Join(s.Block, ",") != "email,phone" {
		t.Errorf("defaults: %+v", s)
	}
	if s.From.List[0].Value != "people" || s.From.List[0].At.Pos() != (Pos{"f.yaml", 1, 7}) {
		t.Errorf("from: %+v", s.From)
	}
}

// TestDecodeKeepsText: what looks like a number stays as written.
func TestDecodeKeepsText(t *testing.T) {
	s, problems := decode(t, "from: people\nblock: [01234, 1_000, 2026-01-02, yes]\n")
	if problems != "" || strings.Join(s.Block, " ") != "01234 1_000 2026-01-02 yes" {
		t.Errorf("%v %s", s.Block, problems)
	}
}

func TestDecodeProblems(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"unknown key":           {"from: p\ntreshold: {match: 0.9}\n", "f.yaml:2:1: treshold: unknown key treshold; did you mean threshold?"},
		"unknown nested key":    {"from: p\nthreshold: {macth: 0.9}\n", "f.yaml:2:13: threshold.macth: unknown key macth; did you mean match?"},
		"duplicate key":         {"from: p\nlimit: 1\nlimit: 2\n", "f.yaml:3:1: limit: the key limit is written twice; it stands already on line 2; keep one"},
		"missing key":           {"limit: 1\n", "f.yaml:1:1: the key from is missing; from: tables to read"},
		"empty value":           {"from: p\nlimit:\n", "f.yaml:2:1: limit: the key limit has no value; write a value or remove the key"},
		"number expected":       {"from: p\nlimit: many\n", "f.yaml:2:8: limit: expected a whole number, found \"many\""},
		"out of range":          {"from: p\nthreshold: {match: 95}\n", "f.yaml:2:20: threshold.match: 95 is out of range; write a number between 0 and 1"},
		"too small":             {"from: p\nlimit: 0\n", "f.yaml:2:8: limit: 0 is out of range; write a number at least 1"},
		"word of a list":        {"from: p\non_fail: sotp\n", "f.yaml:2:10: on_fail: \"sotp\" is not one of stop, quarantine, keep; did you mean stop?"},
		"true or false":         {"from: p\nstrict: yes\n", "f.yaml:2:9: strict: expected true or false, found \"yes\""},
		"list for a number":     {"from: p\nlimit: [1]\n", "f.yaml:2:8: limit: expected a whole number, found a list"},
		"mapping for a list":    {"from: p\nblock: {a: b}\n", "f.yaml:2:8: block: expected a list, found a mapping (key: value); write [a, b] or one \"- item\" per line"},
		"scalar for a mapping":  {"from: p\nthreshold: 0.9\n", "f.yaml:2:12: threshold: expected a mapping (key: value), found a single value; keys: match, review"},
		"length of time":        {"from: p\nwindow: 3 weeks\n", "f.yaml:2:9: window: \"3 weeks\" is not a length of time; write a whole number with a unit: 30s, 2m, 36h or 365d"},
		"amount of memory":      {"from: p\nmemory: lots\n", "f.yaml:2:9: memory: \"lots\" is not an amount of memory; write a whole number with a unit: 512MB, 4GB"},
		"duplicate ordered key": {"from: p\nnames: {a: b, a: c}\n", "f.yaml:2:15: names.a: the key a is written twice; it stands already on line 2; keep one"},
		"wrong from":            {"from: {contacts: [a, {b: c}]}\n", "f.yaml:1:22: from.contacts[1]: expected a single value, found a mapping (key: value)"},
		"two mistakes": {"limit: x\nblokc: []\n", "f.yaml:1:1: the key from is missing; from: tables to read\n" +
			"f.yaml:1:8: limit: expected a whole number, found \"x\"\nf.yaml:2:1: blokc: unknown key blokc; did you mean block?"},
		"anchor in itself": {"from: p\nraw: &a [*a]\n", "f.yaml:2:10: the anchor *a contains itself"},
		"not YAML":         {"from: [a\n", "f.yaml:1:1: this is not valid YAML: did not find expected ',' or ']'; check indentation, quotes and colons near this line"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, got := decode(t, c.in); !strings.HasPrefix(got, c.want) {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestMergeKeysAndAnchors(t *testing.T) {
	s, problems := decode(t, "x-base: &base {limit: 7, on_fail: keep}\nfrom: p\n<<: *base\non_fail: stop\n")
	if problems != "" || s.Limit != 7 || s.OnFail != "stop" {
		t.Errorf("%+v %s", s, problems)
	}
}

func TestSchemaAllowsWhatDecodeAllows(t *testing.T) {
	schema := SchemaOf(sample{})
	if _, err := json.Marshal(schema); err != nil {
		t.Fatal(err)
	}
	r, err := schema.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	for doc, ok := range map[string]bool{
		`{"from":"p"}`: true,
		`{"from":{"contacts":"c"},"block":"email"}`: true,
		`{"from":"p","on_fail":"sotp"}`:             false,
		`{"from":"p","limits":1}`:                   false,
		`{"limit":1}`:                               false,
		`{"from":"p","x-note":1}`:                   true,
	} {
		var v any
		if err := json.Unmarshal([]byte(doc), &v); err != nil {
			t.Fatal(err)
		}
		if err := r.Validate(v); (err == nil) != ok {
			t.Errorf("%s: %v", doc, err)
		}
	}
}

func TestDefaultsYAMLDecodes(t *testing.T) {
	text := "from: p\n" + DefaultsYAML(sample{})
	s, problems := decode(t, text)
	if problems != "" || s.Limit != 5 || s.Maybe != nil {
		t.Errorf("%s\n%s", problems, text)
	}
}

func FuzzDecode(f *testing.F) {
	f.Add("from: people\nthreshold: {match: 0.9}\n")
	f.Add("x: &a [*a]\n")
	f.Add("from: {a: [b, c]}\n<<: [*x, {limit: 2}]\n")
	f.Fuzz(func(t *testing.T, text string) {
		decode(t, text)
	})
}
