package firm

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// Equal sizes and seeds give equal bytes; another seed gives others.
func TestWriteIsDeterministic(t *testing.T) {
	read := func(seed uint64) []byte {
		dir := t.TempDir()
		rows, err := Write(dir, 200, seed)
		if err != nil || rows < 400 {
			t.Fatalf("%d rows, %v", rows, err)
		}
		text, err := os.ReadFile(filepath.Join(dir, "sources", "crm.csv"))
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if !bytes.Equal(read(1), read(1)) {
		t.Error("one seed gave two firms")
	}
	if bytes.Equal(read(1), read(2)) {
		t.Error("two seeds gave one firm")
	}
}
