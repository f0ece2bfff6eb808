package cleanse

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/steptest"
)

// TestReferenceFiles reads every layout that a reference may have.
func TestReferenceFiles(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) pipelines.InputFile {
		path := filepath.Join(dir, name)
		b := []byte(text)
		if strings.HasSuffix(name, ".gz") {
			var packed bytes.Buffer
			w := gzip.NewWriter(&packed)
			if _, err := w.Write(b); err != nil {
				t.Fatal(err)
			}
			if err := w.Close(); err != nil {
				t.Fatal(err)
			}
			b = packed.Bytes()
		}
		if err := os.WriteFile(path, b, 0o600); err != nil {
			t.Fatal(err)
		}
		return pipelines.InputFile{Name: name, Path: path}
	}
	files := []pipelines.InputFile{
		write("simple.csv", "postcode,city\n62-200,Gniezno\n"),
		write("more.csv", "kod;miejscowość;województwo;kraj\n61-001;Poznań;wielkopolskie;pl\n"),
		write("geo.csv.gz", "country_code,zipcode,place,state,state_code,province\nUS,02139,Cambridge,Massachusetts,MA,\n"),
		write("DE.txt", "DE\t20359\tHamburg\tHamburg\tHH\t\t00\t\t02000\t53.55\t9.96\t4\nDE\t10115\tBerlin\tBerlin\tBE\t\t00\t\t11000\t52.5\t13.4\t4\n"),
	}
	g, err := Gazetteer(files, "PL")
	if err != nil {
		t.Fatal(err)
	}
	for _, has := range [][3]string{{"PL", "62-200", "Gniezno"}, {"PL", "61001", "POZNAN"}, {"US", "02139", "Cambridge"}, {"DE", "20359", "Hamburg"}, {"DE", "10115", "Berlin"}} {
		if !g.Has(has[0], has[1], has[2]) {
			t.Errorf("%v is not there", has)
		}
	}
	for text, want := range map[string]string{"": "no header", "town,x\nA,B\n": "names no postcode"} {
		if _, err := Gazetteer([]pipelines.InputFile{write("bad.csv", text)}, "PL"); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), dir) {
			t.Errorf("%q: got %v, want %s", text, err, want)
		}
	}
}

// TestCorrections are named, or made when the project asks for it.
func TestCorrections(t *testing.T) {
	spec := Spec()
	spec.Files = map[string]string{
		"kartoteka.yaml":  "project: conformance\ncountry: PL\nreference: {postcodes: reference/*.csv}\n",
		"reference/a.csv": "postcode,city\n61-001,Poznań\n62-200,Gniezno\n", "reference/b.csv": "postcode,city,region,country\n02139,Cambridge,MA,US\n",
	}
	spec.Fixture = `CREATE TABLE t AS SELECT CAST(n AS BIGINT) AS source_row, street, postcode, city FROM (VALUES
    (1, 'ul. Lipowa 3', '61-001', 'Poznna'), (2, 'ul. Lipowa 3', '62-020', 'Gniezno'), (3, 'ul. Lipowa 3', '61-001', 'Poznań')) AS v(n, street, postcode, city)`
	spec.Example = "- cleanse: made\n  from: t\n"
	got := steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made", "source_row", "postcode", "city", "address_suggestion", "address_status")
	if want := "1|61-001|Poznna|61-001 Poznań|conflict\n2|62-020|Gniezno|62-200 Gniezno|changed\n3|61-001|Poznań|∅|ok\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	spec.Example += "  postcode_corrections: apply\n"
	got = steptest.Execute(t, spec, steptest.Options{}).Dump(t, "made", "source_row", "postcode", "city", "address_key", "cleanse_codes")
	if want := "1|61-001|Poznań|PL|61001|lipowa|3||city:corrected\n2|62-200|Gniezno|PL|62200|lipowa|3||postcode:corrected\n"; !strings.Contains(got, want) {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	steptest.Run(t, spec)
}

// TestReferenceSize loads the shared files of GeoNames: fast and small.
func TestReferenceSize(t *testing.T) {
	shared := os.Getenv("KARTOTEKA_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "..", "shared")
	}
	var files []pipelines.InputFile
	for _, c := range []string{"pl", "us", "de", "gb"} {
		name := "geonames_" + c + ".csv.gz"
		files = append(files, pipelines.InputFile{Name: name, Path: filepath.Join(shared, "data", "reference", name)})
	}
	if _, err := os.Stat(files[0].Path); err != nil {
		t.Skip("SKIPPED: the shared reference files are not here")
	}
	for _, some := range [][]pipelines.InputFile{files[:1], files} {
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		started := time.Now()
		g, err := Gazetteer(some, "PL")
		if err != nil {
			t.Fatal(err)
		}
		took := time.Since(started)
		runtime.GC()
		runtime.ReadMemStats(&after)
		postcodes, places := g.Size()
		megabytes := float64(after.HeapAlloc-before.HeapAlloc) / 1e6
		t.Logf("%d files: %d postcodes, %d places in %v, %.1f MB", len(some), postcodes, places, took.Round(time.Millisecond), megabytes)
		if took > 3*time.Second || megabytes > 40 {
			t.Errorf("slow or large: %v, %.1f MB", took, megabytes)
		}
	}
}
