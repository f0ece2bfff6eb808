package returncode

import (
	"strings"
	"testing"
)

func TestParseRefuses(t *testing.T) {
	for text, want := range map[string]string{
		"table: x\nreads: smoke\n":                           `reads: "smoke"`,
		"table: x\nchannel: fax\n":                           `channel: "fax"`,
		"table: x\nblank: nothing\n":                         `blank: "nothing"`,
		"table: x\ncame_back: some\n":                        `came_back: "some"`,
		"table: x\ncame_back: [gone]\n":                      `came_back: "gone"`,
		"table: x\nevents: {A: perhaps}\n":                   `events: A: "perhaps"`,
		"table: x\nreasons: {moved: [A]}\n":                  `reasons: "moved"`,
		"table: x\nreasons: {refused: [A], deceased: [a]}\n": `stands under refused and under deceased`,
		"table: x\nreasons: {refused: ['?']}\n":              `holds no letter`,
		"table: x\nreads: text\nincludes: [latin]\n":         `includes: no code table is called "latin"`,
		"table: x\nreason: {refused: [A]}\n":                 "field reason not found",
	} {
		if _, err := Parse([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", text, err, want)
		}
	}
}

func TestParseCSV(t *testing.T) {
	codes, err := ParseCSV("ours", []byte("\ufeffcode;reason;note\n7;unclaimed;\n07x;refused;\n;no_match;\n"))
	if err != nil {
		t.Fatal(err)
	}
	for code, want := range map[string]Reason{"07": Unclaimed, "07X": Refused, "": NoMatch, "8": Unknown} {
		if got, _ := codes.Read(Message{Code: code}); got != want {
			t.Errorf("%q = %s, want %s", code, got, want)
		}
	}
	text, err := ParseCSV("ours", []byte("text,reason\nvrátené nedoručené,generic\n"))
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := text.Read(Message{Text: "VRATENE NEDORUCENE"}); got != Generic {
		t.Errorf("own words = %s", got)
	}
	for body, want := range map[string]string{
		"":                       "header",
		"code,why\n1,refused\n":  "needs the columns",
		"code,reason\n1,angry\n": "line 2",
		"code,reason\n1\n":       "read a code table",
	} {
		if _, err := ParseCSV("ours", []byte(body)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q gives %v, want %q", body, err, want)
		}
	}
}
