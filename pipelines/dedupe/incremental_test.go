package dedupe

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

const nightly = `- dedupe: contacts
  from: people
  nights: %s
  known: decided
`

// towns is a fixture of n rows of invented people, about every third person
// twice, with the rows of extra after them.
func towns(n int, known, extra string) string {
	given := []string{"Adam", "Ewa", "Piotr", "Zofia", "Marek", "Hanna", "Tomasz", "Irena", "Jacek", "Lidia", "Roman"}
	family := []string{"Bursztyn", "Jaskier", "Wrzos", "Kwarc", "Sasanka", "Topaz", "Paproć", "Lipiec", "Granat", "Olcha", "Bławat", "Szafir", "Jantar"}
	var b strings.Builder
	for i := range n {
		who := i - i%4/3 // the fourth of four rows is its neighbour's
		fmt.Fprintf(&b, "('crm', 'K%03d', '%s', '%s', '19%02d-%02d-%02d', 'osoba%d@poczta.example', 'Długa', '%d', '80-0%02d', 'Gdańsk'),\n",
			i, given[who%11], family[who%13], 40+who%50, 1+who%12, 1+who%28, who, who, who%90)
	}
	return `CREATE TABLE people AS
SELECT CAST(source AS VARCHAR) AS source, CAST(key AS VARCHAR) AS source_key, CAST(given AS VARCHAR) AS given_name, CAST(family AS VARCHAR) AS family_name,
    CAST(birth AS DATE) AS birth_date, CAST(email AS VARCHAR) AS email, CAST(street AS VARCHAR) AS street, CAST(house AS VARCHAR) AS house_number,
    CAST(postcode AS VARCHAR) AS postcode, CAST(city AS VARCHAR) AS city
FROM (VALUES ` + strings.TrimSuffix(b.String()+extra, ",\n") + `) AS rows (source, key, given, family, birth, email, street, house, postcode, city);
CREATE TABLE decided AS
SELECT CAST(source AS VARCHAR) AS source, CAST(source_key AS VARCHAR) AS source_key, CAST(entity AS VARCHAR) AS entity
FROM (VALUES ` + known + `) AS rows (source, source_key, entity);
`
}

// nightOf runs the step after another night, if there was one.
func nightOf(t *testing.T, before *steptest.Bench, mode, fixture string) *steptest.Bench {
	t.Helper()
	spec := Spec()
	spec.Fixture = fixture
	b := steptest.Prepare(t, spec, steptest.Options{YAML: fmt.Sprintf(nightly, mode)})
	if before != nil {
		path := filepath.Join(before.Run.Export, "contact_sources.parquet")
		if err := before.DB.CopyParquet(context.Background(), "SELECT * FROM contact_sources", path); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(b.Run.Export, "contact_sources.parquet"), text, 0o644); err != nil {
			t.Fatal(err)
		}
		b.Run.Previous = lastNight(b.Run.Export)
	}
	if _, err := b.Step.Run(context.Background(), b.Run); err != nil {
		t.Fatal(err)
	}
	return b
}

const (
	noneKnown = "('none', 'none', 'E0')"
	twoKnown  = "('crm', 'K000', 'E1'), ('crm', 'K001', 'E1')"
)

func TestIncremental(t *testing.T) {
	first := nightOf(t, nil, "incremental", towns(400, noneKnown, ""))
	one := ids(t, first)
	if one["K002"] != one["K003"] || one["K000"] == one["K001"] {
		t.Fatal("the fixture is not linked as it was made")
	}
	if again := ids(t, nightOf(t, first, "incremental", towns(400, noneKnown, ""))); !maps.Equal(one, again) {
		t.Error("ids changed though no row did")
	}
	more := towns(400, noneKnown, "('web', 'W1', 'Adam', 'Bursztyn', '1940-01-01', 'osoba0@poczta.example', NULL, NULL, NULL, NULL),\n"+
		"('web', 'W2', 'Kalina', 'Nowa', '1971-05-05', 'kalina@poczta.example', 'Cicha', '1', '30-001', 'Kraków'),\n")
	more = strings.Replace(more, "('crm', 'K003', 'Piotr', 'Wrzos', '1942-03-03', 'osoba2@poczta.example', 'Długa', '2', '80-002',",
		"('crm', 'K003', 'Halina', 'Inna', '1988-08-08', 'halina@poczta.example', 'Polna', '7', '80-002',", 1)
	second := nightOf(t, first, "incremental", more)
	two, full := ids(t, second), ids(t, nightOf(t, first, "full", more))
	if !maps.Equal(two, full) {
		t.Error("an incremental night differs from a full one")
	}
	if two["W1"] != one["K000"] || two["K002"] == two["K003"] || two["W2"] == "" {
		t.Error("a new row did not join its contact, or a changed row did not leave it")
	}
	for key, id := range one {
		if key != "K003" && key != "K002" && two[key] != id {
			t.Errorf("row %s changed its contact for rows of others", key)
		}
	}
	if again := ids(t, nightOf(t, first, "incremental", more)); !maps.Equal(two, again) {
		t.Error("a replayed night differs")
	}
	if strings.Contains(second.Dump(t, "contact_sources"), "|former") {
		t.Error("a row forgot what holds it")
	}
}

func TestIncrementalUndo(t *testing.T) {
	before := ids(t, nightOf(t, nil, "incremental", towns(400, noneKnown, "")))
	joined := nightOf(t, nil, "incremental", towns(400, twoKnown, ""))
	if c := ids(t, joined); c["K000"] != c["K001"] {
		t.Fatal("a known identity did not join its rows")
	}
	after := ids(t, nightOf(t, joined, "incremental", towns(400, noneKnown, "")))
	if after["K000"] == after["K001"] {
		t.Error("a merge stands though the identity was taken back")
	}
	if after["K000"] != before["K000"] {
		t.Error("the first row of an undone merge lost its id")
	}
}
