package dedupe

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/steptest"
)

// lastNight is a previous snapshot in a directory.
type lastNight string

func (l lastNight) ID() string { return "last" }

func (l lastNight) Path(table string) (string, bool) {
	path := filepath.Join(string(l), table+".parquet")
	_, err := os.Stat(path)
	return path, err == nil
}

// after runs the step on a changed fixture, with the tables of an earlier night.
func after(t *testing.T, before *steptest.Bench, change *strings.Replacer, asOf time.Time) *steptest.Bench {
	t.Helper()
	spec := Spec()
	spec.Fixture = change.Replace(spec.Fixture)
	b := steptest.Prepare(t, spec, steptest.Options{AsOf: asOf})
	for _, table := range []string{"contact_sources", "contact_events"} {
		path := filepath.Join(before.Run.Export, table+".parquet")
		if err := before.DB.CopyParquet(context.Background(), "SELECT * FROM "+table, path); err != nil {
			t.Fatal(err)
		}
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(b.Run.Export, table+".parquet"), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	b.Run.Previous = lastNight(b.Run.Export)
	if _, err := b.Step.Run(context.Background(), b.Run); err != nil {
		t.Fatal(err)
	}
	return b
}

func ids(t *testing.T, b *steptest.Bench) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := b.DB.Rows(context.Background(), "SELECT COALESCE(source_key, '-'), contact_id FROM contact_sources", func(scan func(...any) error) error {
		var key, id string
		err := scan(&key, &id)
		out[key] = id
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestNights(t *testing.T) {
	first := steptest.Execute(t, Spec(), steptest.Options{})
	one := ids(t, first)
	second := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)

	same := ids(t, after(t, first, strings.NewReplacer(), second))
	for key, id := range one {
		if same[key] != id {
			t.Errorf("nothing changed, but row %s has contact %s, before %s", key, same[key], id)
		}
	}

	// a row with an earlier key joins Jan, Maria's second row is known to be another, a row vanishes
	changed := after(t, first, strings.NewReplacer(
		"('crm', 'K2', 2,", "('crm', 'A0', 9, true, '2023-02-01', NULL, 'person', 'Jan', 'Wrzos', 'm', NULL, '1979-11-02', NULL, '+48500600701', 'Długa', '5', '80-001', 'Gdańsk', 1, NULL, NULL),\n    ('crm', 'K2', 2,",
		"('list', 'P2', 'E1')", "('list', 'P2', 'E2')",
		"('crm', 'K3', 3, true, '2022-06-01', NULL, 'company', NULL, NULL, NULL, 'Piekarnia Wrzos sp. z o.o.', NULL, 'biuro@piekarnia.example', '+48500600799', 'Rynek', '1', '80-001', 'Gdańsk', 1, NULL, NULL),\n", "",
	), second)
	two := ids(t, changed)
	if two["A0"] != one["K2"] || two["K2"] != one["K2"] {
		t.Errorf("a new row that joins a contact changed its id: %s and %s, before %s", two["A0"], two["K2"], one["K2"])
	}
	if two["P2"] != one["W3"] && two["W3"] != one["W3"] {
		t.Error("neither part of a split contact keeps its id")
	}
	if two["P2"] == two["W3"] {
		t.Error("two known entities are one contact")
	}
	events := changed.Dump(t, "contact_events")
	for _, want := range []string{"|split_from|" + one["W3"] + "|2026-04-01", one["K2"] + "|created|∅|2026-03-31"} {
		if !strings.Contains(events, want) {
			t.Errorf("contact_events has no %q:\n%s", want, events)
		}
	}
	if strings.Contains(events, one["K2"]+"|created|∅|2026-04-01") {
		t.Error("a contact that was there is created again")
	}
}
