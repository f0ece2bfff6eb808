package name

import (
	"encoding/csv"
	"os"
	"testing"

	"kartoteka/pipelines/kernel/empty"
)

// settled parses the printed form of a person until it stays, which must be at
// once or after one correction of case.
func settled(t *testing.T, text, country string) {
	t.Helper()
	n := Parse(Input{Name: text, Country: country}, empty.Words{})
	if n.Kind != Person || n.Company != "" || n.Given == "" || n.Family == "" {
		return
	}
	again := Parse(Input{Name: n.Full(), Country: country}, empty.Words{})
	if again.Kind != Person || again.Prefix != n.Prefix || again.Given != n.Given || again.Middle != n.Middle || again.Family != n.Family || again.Suffix != n.Suffix {
		t.Errorf("%q is printed as %q and read as %q", text, shown(n), shown(again))
	}
}

// TestIdempotent prints what was parsed and parses it again.
func TestIdempotent(t *testing.T) {
	f, err := os.Open("testdata/names.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		if row[2] == "person" {
			settled(t, row[1], "PL")
		}
	}
}

// FuzzWhole looks for panics, lost letters and parts out of nothing.
func FuzzWhole(f *testing.F) {
	for _, seed := range []string{"Jan i Maria Wolańscy", "Olech, dr Jan", "Carter Jr, Paul (x) \"y\"", "A-B Sp. z o.o., Jan Olech", "Ś. P. J.K.Olech", "1 a & b", "Dr. X and Ms. Y", "van der de la", ",;,;", "(", "\"\"", "Pan i Pani", "Mr and Mrs", "i", "& Co"} {
		f.Add(seed, true)
	}
	f.Fuzz(func(t *testing.T, text string, polish bool) {
		country := ""
		if polish {
			country = "PL"
		}
		n := Parse(Input{Name: text, Country: country}, empty.Words{})
		if n.Confidence < 0 || n.Confidence > 1 || n.Rule == "" && n.Kind != Unknown {
			t.Errorf("%q: rule %q, confidence %v", text, n.Rule, n.Confidence)
		}
		row := n.Row()
		if row.Kind == "unparsed" && row != (Row{Kind: "unparsed"}) {
			t.Errorf("%q: unparsed with %+v", text, row)
		}
		n.Salutation(Style{Language: "pl", Given: true, Vocative: true})
		n.Salutation(Style{Language: "en"})
		Parse(Input{Name: n.Full(), Country: country}, empty.Words{})
		Vocative(text, "m")
	})
}
