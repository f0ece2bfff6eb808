package charset

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// sharedRows reads a column of a CSV file of the shared data, by a key column; without
// the shared folder the test is skipped visibly.
func sharedRows(t *testing.T, file, key, column string) map[string][]string {
	t.Helper()
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	b, err := os.ReadFile(filepath.Join(root, "data", file))
	if err != nil {
		t.Skip("SKIPPED: no shared data: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	if strings.HasSuffix(file, ".gz") {
		z, err := gzip.NewReader(bytes.NewReader(b))
		if err != nil {
			t.Fatal(err)
		}
		if b, err = io.ReadAll(z); err != nil {
			t.Fatal(err)
		}
	}
	r := csv.NewReader(bytes.NewReader(b))
	header, err := r.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, h := range header {
		at[h] = i
	}
	rows := map[string][]string{}
	for {
		row, err := r.Read()
		if err == io.EOF {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		k := ""
		if key != "" {
			k = row[at[key]]
		}
		text := strings.ReplaceAll(row[at[column]], "\n", " ")
		if n := len(rows[k]); n == 0 || rows[k][n-1] != text {
			rows[k] = append(rows[k], text)
		}
	}
}

// blocks cuts lines into blocks, encodes them and counts those whose detected encoding
// decodes them into other text, and those of them that look Polish. Blocks that the encoding cannot write, or that
// are ASCII, do not count.
func blocks(t *testing.T, lines []string, size int, enc Encoding) (all, wrong, polish int) {
	t.Helper()
	for from := 0; from+size <= len(lines); from += size {
		text := strings.Join(lines[from:from+size], "\n")
		b, err := charmapOf(enc).NewEncoder().Bytes([]byte(text))
		if err != nil || isASCII(b) {
			continue
		}
		all++
		got, err := Decode(b, Detect(b))
		if err == nil && got == text {
			continue
		}
		wrong++
		if strings.ContainsAny(got, "ąęłśźż") {
			polish++
		}
	}
	return all, wrong, polish
}

// TestPolishBlocks holds that short blocks of Polish places are never read wrongly.
func TestPolishBlocks(t *testing.T) {
	places := sharedRows(t, "reference/geonames_pl.csv.gz", "", "place")[""][:8_000]
	for _, size := range []int{5, 20} {
		for _, enc := range []Encoding{Windows1250, ISO88592, CP852} {
			all, wrong, _ := blocks(t, places, size, enc)
			t.Logf("%s, %d lines: %d of %d blocks wrong", enc, size, wrong, all)
			if wrong > 0 && (enc != CP852 || size > 5 || wrong*25 > all) {
				t.Errorf("%s, %d lines: %d of %d blocks wrong", enc, size, wrong, all)
			}
		}
	}
}

// TestOtherBlocks does the same with addresses of other countries.
func TestOtherBlocks(t *testing.T) {
	rows := sharedRows(t, "addresses/world_train.csv", "country_code", "full_address")
	for _, size := range []int{5, 20} {
		total, becamePolish := 0, 0
		for _, enc := range []Encoding{Windows1250, ISO88592, Windows1252} {
			all, wrong := 0, 0
			for _, country := range strings.Fields("cz sk hu hr si ro de at fr es pt br it se fi dk no nl be ch") {
				if strings.Contains("cz sk hu hr si ro de at", country) != (enc != Windows1252) {
					continue
				}
				a, w, p := blocks(t, rows[country], size, enc)
				all, wrong, becamePolish = all+a, wrong+w, becamePolish+p
			}
			total += all
			t.Logf("%s, %d lines: %d of %d blocks wrong", enc, size, wrong, all)
			if wrong*100 > all*map[Encoding]int{Windows1250: 1, ISO88592: 1, Windows1252: 10}[enc] {
				t.Errorf("%s, %d lines: %d of %d blocks wrong", enc, size, wrong, all)
			}
		}
		t.Logf("%d lines: %d of %d blocks became Polish", size, becamePolish, total)
		if becamePolish*200 > total {
			t.Errorf("%d lines: %d of %d blocks became Polish", size, becamePolish, total)
		}
	}
}
