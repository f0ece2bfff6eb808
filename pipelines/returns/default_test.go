package returns

import (
	"reflect"
	"testing"

	"kartoteka/config"
	"kartoteka/pipelines/kernel/returnpolicy"
	"kartoteka/pipelines/steptest"
)

// Options left out are the default policy of the engine, word for word.
func TestDefaultOptionsAreTheDefaultPolicy(t *testing.T) {
	var problems config.Problems
	options := Spec().Options().(*Options)
	config.Decode(config.Parse("p.yaml", []byte("from: {feedback: [{table: a, codes: uk}]}\n"), &problems), options, &problems)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	if got, want := options.policy(), returnpolicy.Default(); !reflect.DeepEqual(got, want) {
		t.Errorf("options left out give %+v, the engine's default is %+v", got, want)
	}
}

// A code table of the project is read from its file; mistakes in it name the file and the line.
func TestCodeTableOfTheProject(t *testing.T) {
	spec := Spec()
	yaml := "- returns: corrections\n  from:\n    pieces: mailed_pieces\n    feedback: [{table: stickers, codes: codes/ours.csv}]\n"
	spec.Files = map[string]string{"codes/ours.csv": "text;reason\nwyprowadzila sie;refused\n"}
	b := steptest.Execute(t, spec, steptest.Options{YAML: yaml})
	if got := one(t, b, "SELECT string_agg(DISTINCT reason, ' ' ORDER BY reason) FROM corrections"); got != "refused unknown" {
		t.Errorf("reasons are %q", got)
	}
	spec.Files = map[string]string{"codes/ours.csv": "text;reason\nwyprowadzila sie;angry\n"}
	b = steptest.Prepare(t, spec, steptest.Options{YAML: yaml})
	if _, err := b.Step.Run(t.Context(), b.Run); err == nil || err.Error()[:len("codes of stickers: codes/ours.csv: line 2")] != "codes of stickers: codes/ours.csv: line 2" {
		t.Errorf("a wrong reason gives %v", err)
	}
}
