package assess

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"kartoteka/config"
	"kartoteka/pipelines/duck"
)

// world is the labelled firm beside the repository; tests that need it skip where it is absent.
func world(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("KARTOTEKA_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir, err := filepath.Abs(filepath.Join(dir, "data", "world"))
	if err == nil {
		_, err = os.Stat(filepath.Join(dir, "truth", "collection.json"))
	}
	if err != nil {
		t.Skip("SKIPPED: no labelled world: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	return dir
}

// TestWorldInventory: of every column of the delivered text sources, the rows
// filled and those that look like a default are those of the truth; so are the
// notes that hint at health.
func TestWorldInventory(t *testing.T) {
	dir := world(t)
	text, err := os.ReadFile(filepath.Join(dir, "truth", "collection.json"))
	must(t, err)
	var truth struct {
		Default_looking_values []string
		Sources                map[string]struct {
			Rows    int64
			Fields  map[string]struct{ Filled, Default_looking int64 }
			Special int64 `json:"special_category_notes"`
		}
	}
	must(t, json.Unmarshal(text, &truth))
	bad := badRows(t, dir)
	var options Options
	config.Decode(config.Parse("d.yaml", []byte("from: people"), new(config.Problems)), &options, new(config.Problems))
	for file, records := range map[string][]string{
		"sources/crm_contacts.csv":        csvRecords(t, filepath.Join(dir, "sources/crm_contacts.csv"), ';', true, bad["sources/crm_contacts.csv"]),
		"sources/newsletter.csv":          csvRecords(t, filepath.Join(dir, "sources/newsletter.csv"), ',', false, bad["sources/newsletter.csv"]),
		"sources/webshop_customers.jsonl": jsonRecords(t, filepath.Join(dir, "sources/webshop_customers.jsonl"), bad["sources/webshop_customers.jsonl"]),
	} {
		want := truth.Sources[file]
		r := newReader(nil, options.Sensitive)
		spelled := map[string]int64{} // placeholders in another case than the truth lists them
		for _, rec := range records {
			r.record(file, rec)
			walk(rec, func(name, value string) {
				if !slices.Contains(truth.Default_looking_values, value) && slices.ContainsFunc(truth.Default_looking_values, func(v string) bool { return strings.EqualFold(v, value) }) {
					spelled[name]++
				}
			})
		}
		if got := r.sources[file].rows; got != want.Rows {
			t.Errorf("%s: %d rows, want %d", file, got, want.Rows)
		}
		equal := 0
		for name, w := range want.Fields {
			got := r.sources[file].columns[name]
			if got == nil {
				got = &tally{}
			}
			if got.filled != w.Filled || got.placeholder-spelled[name] != w.Default_looking {
				t.Errorf("%s %s: %d filled, %d placeholders; want %d, %d", file, name, got.filled, got.placeholder, w.Filled, w.Default_looking)
				continue
			}
			equal++
		}
		t.Logf("%s: %d of %d columns equal", file, equal, len(want.Fields))
		if want.Special > 0 {
			if got := r.sources[file].columns["Uwagi"].sensitive; got != want.Special {
				t.Errorf("%s: %d notes hint at health, want %d", file, got, want.Special)
			}
		}
	}
}

func badRows(t *testing.T, dir string) map[string]map[int]bool {
	t.Helper()
	out := map[string]map[int]bool{}
	db, err := duck.Open(t.Context(), duck.Options{AllowedDirs: []string{dir}})
	must(t, err)
	defer func() { must(t, db.Close()) }()
	must(t, db.Rows(t.Context(), "SELECT file, row_no FROM read_parquet("+duck.Quote(filepath.Join(dir, "truth/bad_rows.parquet"))+")", func(scan func(...any) error) error {
		var file string
		var row int
		err := scan(&file, &row)
		if out[file] == nil {
			out[file] = map[int]bool{}
		}
		out[file][row] = true
		return err
	}))
	return out
}

func csvRecords(t *testing.T, path string, comma rune, windows bool, bad map[int]bool) (out []string) {
	t.Helper()
	f, err := os.Open(path)
	must(t, err)
	defer func() { must(t, f.Close()) }()
	var in io.Reader = f
	if windows {
		in = charmap.Windows1250.NewDecoder().Reader(f)
	}
	r := csv.NewReader(in)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	rows, err := r.ReadAll()
	must(t, err)
	header := rows[0]
	header[0] = strings.TrimPrefix(header[0], "\ufeff")
	for i, row := range rows[1:] {
		if bad[i+1] {
			continue
		}
		record := map[string]string{}
		for j, name := range header {
			record[name] = row[j]
		}
		text, err := json.Marshal(record)
		must(t, err)
		out = append(out, string(text))
	}
	return out
}

func jsonRecords(t *testing.T, path string, bad map[int]bool) (out []string) {
	t.Helper()
	text, err := os.ReadFile(path)
	must(t, err)
	for i, l := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		if !bad[i+1] {
			out = append(out, l)
		}
	}
	return out
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
