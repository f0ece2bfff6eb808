package assess

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"kartoteka/pipelines/steptest"
)

var update = flag.Bool("update", false, "write the goldens anew")

func TestConformance(t *testing.T) { steptest.Run(t, Spec()) }

// TestExampleGolden holds every table that the example makes.
func TestExampleGolden(t *testing.T) {
	b := steptest.Execute(t, Spec(), steptest.Options{})
	for _, table := range b.Made {
		path := filepath.Join("testdata", table.Name+".golden")
		got := b.Dump(t, table.Name)
		if *update {
			if err := os.MkdirAll("testdata", 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs; run the test with -update when that is right\n%s", path, steptest.Diff(string(want), got))
		}
	}
}

func TestWalk(t *testing.T) {
	var got []string
	walk(`{"a":"x \"y\"","b":{"c":null,"d":[{"e":1},{"e":"2"}]},"f":[],"g":[1,2],"h":{}, "i" : true}`, func(name, value string) { got = append(got, name+"="+value) })
	want := []string{`a=x "y"`, "b.c=", "b.d.e=1", "b.d.e=2", "b.d=list", "g=1", "g=2", "i=true"}
	if len(got) != len(want) {
		t.Fatalf("got %q, want %q", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("value %d is %q, want %q", i, got[i], want[i])
		}
	}
}

// FuzzWalk: no text stops or breaks the walk.
func FuzzWalk(f *testing.F) {
	for _, seed := range []string{`{"a":[{"b":1}]}`, `[`, `{"a`, `{"a":}`, `[[[],]`, `"\`, `{"a":1]`, `]`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { walk(text, func(string, string) {}) })
}

func BenchmarkWalk(b *testing.B) {
	record := `{"Nr klienta":"K0101773","Nazwisko":"Górnczyk","Imię":"I.","Ulica":"os. Zwycięstwa 67 lok. 43","Kod":"15-178","Miejscowość":"Białystok","Telefon":"639-752-775","E-mail":"","Uwagi":"VIP"}`
	b.SetBytes(int64(len(record)))
	for b.Loop() {
		walk(record, func(string, string) {})
	}
}
