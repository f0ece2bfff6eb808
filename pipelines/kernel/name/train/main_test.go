package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// TestReproduces trains again: the embedded weights must be those of the word
// lists and the labelled names.
func TestReproduces(t *testing.T) {
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "..", "shared")
	}
	data := filepath.Join(root, "data", "names")
	if _, err := os.Stat(data); err != nil {
		t.Skip("SKIPPED: no labelled names: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	out := filepath.Join(t.TempDir(), "weights.bin")
	if err := run(data, filepath.Join("..", "lexicon"), out); err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	want, err := os.ReadFile(filepath.Join("..", "weights.bin"))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("weights.bin is not what the lists and the labelled names give; run the program again")
	}
}
