package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

const exampleDir = "../../testdata/example"

// TestMain lets the test binary be the program itself, for tests that kill it
// or run it beside another.
func TestMain(m *testing.M) {
	if os.Getenv("KARTOTEKA_CHILD") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// shop is a project in a directory of its own.
type shop struct {
	t   *testing.T
	dir string
}

// ended is what one command line did.
type ended struct {
	code           int
	stdout, stderr string
}

// exampleShop copies the example: what is in the repository, not what ran there.
func exampleShop(t *testing.T) shop {
	t.Helper()
	s := shop{t, t.TempDir()}
	err := filepath.WalkDir(exampleDir, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(exampleDir, path)
		if err != nil {
			return err
		}
		if d.IsDir() {
			if rel == "published" || rel == ".kartoteka" || rel == "golden" {
				return filepath.SkipDir
			}
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		s.write(rel, string(data))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// newShop is a project of the given files.
func newShop(t *testing.T, files map[string]string) shop {
	t.Helper()
	s := shop{t, t.TempDir()}
	for name, content := range files {
		s.write(name, content)
	}
	return s
}

func (s shop) path(name string) string { return filepath.Join(s.dir, filepath.FromSlash(name)) }

func (s shop) write(name, content string) {
	s.t.Helper()
	path := s.path(name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		s.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		s.t.Fatal(err)
	}
}

func (s shop) read(name string) string {
	s.t.Helper()
	data, err := os.ReadFile(s.path(name))
	if err != nil {
		s.t.Fatal(err)
	}
	return string(data)
}

// replace changes one text of a file, which must be there.
func (s shop) replace(name, old, with string) {
	s.t.Helper()
	text := s.read(name)
	if !strings.Contains(text, old) {
		s.t.Fatalf("%s does not hold the text to replace", name)
	}
	s.write(name, strings.Replace(text, old, with, 1))
}

// command runs one command line of the program in this process.
func (s shop) command(ctx context.Context, args ...string) ended {
	var out, errs bytes.Buffer
	m := &Main{
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs, Args: append(args, "--project", s.dir),
		Env: func(string) (string, bool) { return "", false }, Now: time.Now, Dir: s.dir,
		IsTerminal: func(io.Writer) bool { return false },
	}
	code := m.Run(ctx)
	return ended{code, out.String(), errs.String()}
}

// night runs the job of a date.
func (s shop) night(asOf string) ended {
	return s.command(s.t.Context(), "run", "nightly", "--as-of", asOf)
}

// mustNight is a night that must publish.
func (s shop) mustNight(asOf string) *snapshot.Manifest {
	s.t.Helper()
	if e := s.night(asOf); e.code != exitOK && e.code != exitWarnings {
		s.t.Fatalf("exit code %d\n%s%s", e.code, e.stdout, e.stderr)
	}
	return s.manifest()
}

func (s shop) manifest() *snapshot.Manifest {
	s.t.Helper()
	m, err := snapshot.Current(s.path("published"))
	if err != nil || m == nil {
		s.t.Fatalf("nothing is published: %v", err)
	}
	return m
}

// rows gives the rows of a query over the published tables, joined with |,
// NULL as ∅. {name} stands for a table, {restricted/name} for a restricted one.
func (s shop) rows(query string) string {
	s.t.Helper()
	for _, file := range s.manifest().Tables {
		from := "read_parquet(" + duck.Quote(s.path("published/"+file.Path)) + ")"
		query = strings.ReplaceAll(query, "{"+file.Place+"/"+file.Table+"}", from)
		if file.Place == "tables" || file.Table == "rejects" {
			query = strings.ReplaceAll(query, "{"+file.Table+"}", from)
		}
	}
	return strings.Join(queryRows(s.t, s.dir, query, "|"), "\n")
}

// said is what a run told on stdout, without its id and duration.
func (e ended) said() string {
	var lines []string
	for _, line := range strings.Split(strings.TrimSpace(e.stdout), "\n") {
		if !runLine.MatchString(line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

var runLine = regexp.MustCompile(`^nightly-\d{8}T\d{6}Z`)

// whole proves that the published set is complete: every file of the manifest
// has the bytes that the manifest names.
func (s shop) whole() *snapshot.Manifest {
	s.t.Helper()
	m := s.manifest()
	for _, file := range m.Tables {
		sum := sha256.Sum256([]byte(s.read("published/" + file.Path)))
		if hex.EncodeToString(sum[:]) != file.SHA256 {
			s.t.Errorf("%s is not the file that the manifest names", file.Path)
		}
	}
	return m
}

// filesOf lists the files of a set with their hashes.
func filesOf(m *snapshot.Manifest) string {
	var b strings.Builder
	for _, f := range m.Tables {
		fmt.Fprintf(&b, "%s/%s %d %s\n", f.Place, f.Table, f.Rows, f.SHA256)
	}
	return b.String()
}

// clean tells of working files that a run left behind; its log may stay.
func (s shop) clean() {
	s.t.Helper()
	err := filepath.WalkDir(s.dir, func(path string, d fs.DirEntry, err error) error {
		name := d.Name()
		if strings.HasPrefix(name, ".staging") || strings.HasPrefix(name, ".trash") || strings.HasSuffix(name, ".link") || (d.IsDir() && (name == "temp" || name == "export")) {
			rel, _ := filepath.Rel(s.dir, path)
			s.t.Errorf("%s is left behind", rel)
		}
		return err
	})
	if err != nil {
		s.t.Fatal(err)
	}
}

// queryRows gives the rows of a query that may read the files of a directory.
func queryRows(t *testing.T, dir, query, separator string) []string {
	t.Helper()
	db, err := duck.Open(t.Context(), duck.Options{AllowedDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	columns, err := db.Describe(t.Context(), query)
	if err != nil {
		t.Fatal(err)
	}
	texts := make([]string, len(columns))
	for i, c := range columns {
		texts[i] = "CAST(" + duck.Ident(c.Name) + " AS VARCHAR)"
	}
	var out []string
	err = db.Rows(t.Context(), "SELECT "+strings.Join(texts, ", ")+" FROM ("+query+")", func(scan func(...any) error) error {
		values, into := make([]*string, len(columns)), make([]any, len(columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := scan(into...); err != nil {
			return err
		}
		row := make([]string, len(columns))
		for i, v := range values {
			row[i] = "∅"
			if v != nil {
				row[i] = *v
			}
		}
		out = append(out, strings.Join(row, separator))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
