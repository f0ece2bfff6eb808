package steptest

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"sort"
	"testing"

	"github.com/bmatcuk/doublestar/v4"

	"kartoteka/config"
	"kartoteka/pipelines"
)

// resolve finds the files of a pattern as a run does.
func resolve(t *testing.T, p *config.Project, pattern pipelines.Pattern) []pipelines.InputFile {
	t.Helper()
	names, err := doublestar.Glob(os.DirFS(p.Dir), pattern.Glob.Value, doublestar.WithFilesOnly())
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(names)
	var out []pipelines.InputFile
	for _, n := range names {
		path := filepath.Join(p.Dir, n)
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		sum := sha256.Sum256(text)
		out = append(out, pipelines.InputFile{Name: n, Path: path, SHA256: hex.EncodeToString(sum[:]), Bytes: int64(len(text))})
	}
	return out
}
