package review

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

func pair(a, b string) Pair {
	return Pair{A: Row{"crm", a}, B: Row{"shop", b}, Probability: .9, Weights: []float64{3.21}, Left: []string{"Bogna"}, Right: []string{"Bogusia"}}
}

// filled writes a workbook and puts texts into cells.
func filled(t *testing.T, cells map[string]string) *bytes.Buffer {
	t.Helper()
	p := &Pairs{Fields: []string{"given_name"}, Weights: []string{"given_name"}, List: []Pair{pair("001", "W1"), pair("K2", "W2"), pair("K3", "W3")}}
	var b bytes.Buffer
	if err := p.Workbook(&b, "firm", nil); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	for cell, text := range cells {
		if err := f.SetCellStr(sheet, cell, text); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if _, err := f.WriteTo(&out); err != nil {
		t.Fatal(err)
	}
	return &out
}

func known() map[Row]bool {
	return map[Row]bool{{"crm", "001"}: true, {"crm", "K2"}: true, {"crm", "K3"}: true, {"shop", "W1"}: true, {"shop", "W2"}: true, {"shop", "W3"}: true}
}

func TestRoundTrip(t *testing.T) {
	list, err := Import(filled(t, map[string]string{"C2": "Same", "D2": "anna", "E2": "twins, no", "C4": "different"}), "firm", "2026-03-01", known())
	if err != nil {
		t.Fatal(err)
	}
	want := "source_a,key_a,source_b,key_b,decision,who,note,decided_on\ncrm,001,shop,W1,same,anna,\"twins, no\",2026-03-01\ncrm,K3,shop,W3,different,,,2026-03-01\n"
	if got := string(Bytes(list)); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	again, err := Parse("decisions/contacts.csv", []byte(want))
	if err != nil || string(Bytes(again)) != want {
		t.Errorf("read again: %v\n%s", err, Bytes(again))
	}
}

func TestRefused(t *testing.T) {
	for what, c := range map[string]struct {
		cells   map[string]string
		project string
		known   map[Row]bool
	}{
		"is not one of":              {map[string]string{"C2": "perhaps"}, "firm", known()},
		"belongs to another project": {nil, "other", known()},
		"not in contact_sources":     {map[string]string{"C2": "same"}, "firm", map[Row]bool{}},
		"has no column decision":     {map[string]string{"C1": "verdict"}, "firm", known()},
	} {
		_, err := Import(filled(t, c.cells), c.project, "2026-03-01", c.known)
		if err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("got %v, want %q", err, what)
		}
	}
	if _, err := Import(strings.NewReader("a,b\n"), "firm", "", nil); err == nil {
		t.Error("a CSV was taken for a workbook")
	}
}

func TestMergeTakesTheNewDecision(t *testing.T) {
	a := Decision{A: Row{"crm", "1"}, B: Row{"shop", "2"}, Decision: Same}
	b := Decision{A: Row{"shop", "2"}, B: Row{"crm", "1"}, Decision: Different}
	all, added, changed := Merge([]Decision{a}, []Decision{b, {A: Row{"x", "1"}, B: Row{"x", "2"}, Decision: Unsure}})
	if added != 1 || changed != 1 || len(all) != 2 || all[0].Decision != Different {
		t.Errorf("got %+v, %d added, %d changed", all, added, changed)
	}
}

func TestParseTellsTheLine(t *testing.T) {
	head := "source_a,key_a,source_b,key_b,decision,who,note,decided_on\n"
	for text, want := range map[string]string{
		"a,b\n":                         "line 1: expected the columns",
		head + "crm,1,crm,2,maybe,,,\n": "line 2: the decision is not one of",
		head + "crm,1,crm,1,same,,,\n":  "line 2: a decision is about two rows",
		head + "crm,1,crm\n":            "line 2: 3 fields instead of 8",
	} {
		if _, err := Parse("d.csv", []byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}
