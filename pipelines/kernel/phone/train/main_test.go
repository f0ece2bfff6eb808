package main

import (
	"bytes"
	"os"
	"testing"
)

// TestEmbedded holds the embedded table to what the library's metadata give.
func TestEmbedded(t *testing.T) {
	want, err := build()
	if err != nil {
		t.Fatal(err)
	}
	got, err := os.ReadFile("../plan/plans.bin")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("plans.bin is not that of this version of the library; run: go run ./pipelines/kernel/phone/train")
	}
}
