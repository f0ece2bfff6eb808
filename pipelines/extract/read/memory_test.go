package read

import (
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"kartoteka/pipelines/kernel/charset"
)

// TestConstantMemory reads 64 MB and finds no more than a few blocks alive.
func TestConstantMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "big.csv")
	row := []byte("K0100002;Nowakowska;Anna;K;21.03.1989;ul. Polna 151/12;20-194;Opole;PL;601 002 003;anna.n@example.com;09.01.2015\n")
	rows := (64 << 20) / len(row)
	if err := os.WriteFile(path, append([]byte("a;b;c;d;e;f;g;h;i;j;k;l\n"), bytes.Repeat(row, rows)...), 0o600); err != nil {
		t.Fatal(err)
	}
	seen, err := Inspect(context.Background(), path, "big.csv", charset.Unknown)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, "big.csv", seen, Settings{Format: "csv"})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var most uint64
	read := 0
	for n := 0; ; n++ {
		chunk, err := f.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		read += len(chunk())
		if n%40 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if read != rows {
		t.Errorf("read %d rows of %d", read, rows)
	}
	if most > 16<<20 {
		t.Errorf("%d MB were alive", most>>20)
	}
	t.Logf("at most %d KB alive", most>>10)
}
