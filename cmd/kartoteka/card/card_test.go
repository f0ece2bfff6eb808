package card

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

// published makes a small published folder of the given tables.
func published(t *testing.T, tables map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	db, err := duck.Open(t.Context(), duck.Options{AllowedDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	m := snapshot.Manifest{Format: 1, SnapshotID: "s1", AsOf: "2026-03-31"}
	for name, query := range tables {
		place, table, _ := strings.Cut(name, "/")
		f := snapshot.File{Table: table, Place: place, Path: place + "_" + table + ".parquet"}
		columns, err := db.Describe(context.Background(), query)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range columns {
			f.Columns = append(f.Columns, snapshot.FieldType{Name: c.Name, Type: c.Type})
		}
		if err := db.CopyParquet(t.Context(), query, filepath.Join(dir, f.Path)); err != nil {
			t.Fatal(err)
		}
		m.Tables = append(m.Tables, f)
	}
	text, err := json.Marshal(m)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "manifest.json"), text, 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func firm(t *testing.T) string {
	return published(t, map[string]string{
		"tables/contacts": `SELECT * FROM (VALUES
			('C1', 'H1', 'Łucja', 'Wzorcowa-Próbna', 'ul. Długa 7', 'Kraków', 'lucja@example.com', DATE '2026-03-31'),
			('C2', 'H1', 'Adam', 'Wzorcowy', 'ul. Długa 7', 'Kraków', NULL, DATE '2026-03-31'),
			('C3', NULL, 'Olga', 'O''Hara', 'Main St 1', 'Gdańsk', NULL, DATE '2026-03-31')
		) AS t(contact_id, household_id, given_name, family_name, address_line, city, email, as_of)`,
		"tables/contact_sources": `SELECT * FROM (VALUES
			('C1', 'crm', '17', 'crm.csv', CAST(10 AS BIGINT)), ('C1', 'crm', '18', 'crm.csv', 2), ('C3', 'shop:eu', 'a:b', 'x.csv', 1)
		) AS t(contact_id, source, source_key, source_file, source_row)`,
		"restricted/contact_sources": `SELECT 'C1' AS contact_id, 'crm' AS source, '17' AS source_key, 'crm.csv' AS source_file, CAST(10 AS BIGINT) AS source_row, '{"a":1}' AS raw`,
		"state/orders":               `SELECT 'C1' AS contact_id, 'hidden' AS order_id`,
		"tables/contact_events": `SELECT 'C0' AS contact_id, 'merged_into' AS event, 'C1' AS other_id, DATE '2026-01-01' AS since
			UNION ALL SELECT 'C9', 'retired', NULL, DATE '2026-01-01'`,
	})
}

func open(t *testing.T, raw bool) *Box {
	t.Helper()
	b, err := Open(t.Context(), firm(t), raw)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func TestFindKnowsEveryIDOfAContact(t *testing.T) {
	b := open(t, false)
	for what, want := range map[string]string{"C1": "C1", "crm:17": "C1", "C0": "C1 formerly C0", "crm:99": "", "C9": "", "C'": "", "": ""} {
		id, formerly, err := b.Find(t.Context(), what)
		if formerly != "" {
			id += " formerly " + formerly
		}
		if id != want && !errors.Is(err, ErrNone) || (want == "") != errors.Is(err, ErrNone) {
			t.Errorf("%q: %q, %v; want %q", what, id, err, want)
		}
	}
}

func TestNamedLooksForBeginningsOfWords(t *testing.T) {
	b := open(t, false)
	for text, want := range map[string]string{
		"lucja": "C1", "LUCJA wzor": "C1", "wzor": "C1 C2", "probna": "C1", "dluga krakow": "C1 C2", "orcowa": "",
		"lucja@example.com": "C1", "o'hara": "C3", "  ": "C1 C2 C3", "%": "",
	} {
		hits, err := b.Named(t.Context(), text, 10)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, h := range hits {
			ids = append(ids, h["contact_id"])
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if hits, err := b.Named(t.Context(), "wzor", 1); err != nil || len(hits) != 1 {
		t.Error(hits, err)
	}
}

func TestReadGathersWhatIsPublished(t *testing.T) {
	c, err := open(t, false).Read(t.Context(), "C1")
	if err != nil {
		t.Fatal(err)
	}
	if c.Contact["given_name"] != "Łucja" || c.Contact["as_of"] != "" || len(c.Household) != 1 || c.Household[0]["contact_id"] != "C2" {
		t.Errorf("%+v", c)
	}
	if len(c.Sources) != 2 || c.Sources[0]["source_row"] != "2" || c.Sources[1]["source_row"] != "10" {
		t.Errorf("sources out of order: %v", c.Sources)
	}
	if c.Orders == nil || len(c.Orders) != 0 {
		t.Errorf("carried state was read: %v", c.Orders)
	}
	raw, err := open(t, true).Read(t.Context(), "C1")
	if err != nil || len(raw.Sources) != 1 || raw.Sources[0]["raw"] != `{"a":1}` {
		t.Errorf("%v, %v", raw.Sources, err)
	}
	if _, err := open(t, false).Read(t.Context(), "C9"); !errors.Is(err, ErrNone) {
		t.Error(err)
	}
}

func TestNothingPublishedYet(t *testing.T) {
	if _, err := Open(t.Context(), t.TempDir(), false); err == nil || !strings.Contains(err.Error(), "run a job first") {
		t.Error(err)
	}
}
