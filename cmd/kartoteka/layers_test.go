package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	root         = "../.."
	longestFile  = 700
	moduleName   = "kartoteka"
	kernelPrefix = "pipelines/kernel/"
)

// layers says what each folder may import of ours, as path prefixes; its own
// sub-folders are always allowed. A folder that is not named is a step.
var layers = map[string][]string{
	"cmd":                {"config", "jobs", "pipelines"},
	"config":             {},
	"jobs":               {"config", "pipelines"},
	"jobs/announce":      {"config", "jobs/history"},
	"jobs/history":       {"config"},
	"jobs/schedule":      {},
	"pipelines":          {"config", "pipelines/duck", "pipelines/snapshot"},
	"pipelines/duck":     {},
	"pipelines/snapshot": {"config", "pipelines/duck"},
	"pipelines/resolve":  {"config", "pipelines", "pipelines/duck", "pipelines/kernel"},
	"pipelines/steptest": {"config", "pipelines", "pipelines/duck"},
	"pipelines/kernel":   {},
	"pipelines/catalog":  nil, // the steps; see forbidden
}

// stepImports is what a step may import.
var stepImports = []string{"config", "pipelines", "pipelines/duck", "pipelines/kernel", "pipelines/resolve"}

// top lists what may stand at the top of the repository beside dotfiles.
var top = []string{"jobs", "pipelines", "config", "cmd", "testdata", "go.mod", "go.sum", "Makefile", "README.md"}

// impure lists what a kernel must not import: it has no engine and no I/O.
var impure = []string{"C", "os", "net", "net/http", "database/sql", "os/exec", "io/ioutil",
	"github.com/apache/arrow-go", "github.com/duckdb/duckdb-go"}

// source is one Go file of the repository, parsed here: a test that asked
// another process would be answered from a cache.
type source struct {
	folder, name string
	lines        int
	file         *ast.File
}

func (s source) path() string { return path.Join(s.folder, s.name) }

func (s source) imports() []string {
	var all []string
	for _, i := range s.file.Imports {
		p, err := strconv.Unquote(i.Path.Value)
		if err == nil {
			all = append(all, p)
		}
	}
	return all
}

// sources parses every Go file outside testdata, tests aside.
func sources(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() {
			if p != root && (strings.HasPrefix(name, ".") || name == "testdata") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		text, err := os.ReadFile(p)
		if err != nil {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), p, text, parser.ParseComments)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(p))
		all = append(all, source{filepath.ToSlash(rel), name, strings.Count(string(text), "\n"), file})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// owner gives the layer of a folder: the longest named prefix.
func owner(folder string) string {
	for f := folder; f != "."; f = path.Dir(f) {
		if _, named := layers[f]; named && f != "pipelines" {
			return f
		}
	}
	if strings.HasPrefix(folder, "pipelines/") {
		step, _, _ := strings.Cut(strings.TrimPrefix(folder, "pipelines/"), "/")
		return "pipelines/" + step
	}
	return folder
}

// mayImport reports whether an arrow between two folders of ours is allowed.
func mayImport(from, to string) bool {
	a, b := owner(from), owner(to)
	switch {
	case from == to:
		return false
	case strings.HasPrefix(from, kernelPrefix) && strings.Contains(from, "/train"):
		return true // programs that train a kernel
	case a == b:
		return true
	case a == "pipelines/catalog":
		return b == "pipelines" || isStep(b)
	case a == "jobs":
		return b == "jobs/announce" || b == "jobs/history" || b == "jobs/schedule" || slices.Contains(layers["jobs"], b)
	case a == "cmd":
		return true
	}
	allowed, named := layers[a]
	if !named {
		allowed = stepImports
	}
	return slices.Contains(allowed, b)
}

func isStep(folder string) bool {
	_, named := layers[folder]
	return !named && strings.HasPrefix(folder, "pipelines/")
}

func TestArrowsPointOneWay(t *testing.T) {
	for _, s := range sources(t) {
		for _, imported := range s.imports() {
			if to, ours := strings.CutPrefix(imported, moduleName+"/"); ours && !mayImport(s.folder, to) {
				t.Errorf("%s imports %s: that arrow is not allowed", s.path(), to)
			}
			if strings.HasPrefix(imported, "github.com/duckdb/") && s.folder != "pipelines/duck" {
				t.Errorf("%s imports %s: only pipelines/duck does", s.path(), imported)
			}
			if strings.HasPrefix(s.folder, kernelPrefix) && !strings.Contains(s.folder, "/train") && isImpure(imported) {
				t.Errorf("%s imports %s: a kernel is pure", s.path(), imported)
			}
		}
	}
}

func isImpure(imported string) bool {
	return slices.ContainsFunc(impure, func(p string) bool { return imported == p || strings.HasPrefix(imported, p+"/v") })
}

// The rule itself, on arrows that must and must not be there.
func TestTheArrowRule(t *testing.T) {
	for arrow, want := range map[string]bool{
		"config > jobs":                                 false,
		"pipelines/dedupe > pipelines/extract":          false,
		"pipelines/dedupe > pipelines/resolve":          true,
		"pipelines/extract > pipelines/extract/read":    true,
		"pipelines/dedupe > pipelines/extract/read":     false,
		"pipelines/dedupe > pipelines/kernel/fold":      true,
		"pipelines/dedupe > pipelines":                  true,
		"pipelines/dedupe > pipelines/snapshot":         false,
		"pipelines/dedupe > jobs/history":               false,
		"pipelines > jobs":                              false,
		"pipelines > pipelines/dedupe":                  false,
		"pipelines > pipelines/kernel/fold":             false,
		"pipelines/catalog > pipelines/dedupe":          true,
		"pipelines/catalog > pipelines/duck":            false,
		"pipelines/kernel/name > pipelines/kernel/fold": true,
		"pipelines/kernel/name > config":                false,
		"pipelines/kernel/name > pipelines/duck":        false,
		"pipelines/kernel/name/train > pipelines/duck":  true,
		"jobs > pipelines":                              true,
		"jobs > pipelines/dedupe":                       false,
		"jobs > jobs/history":                           true,
		"jobs > jobs/announce":                          true,
		"jobs/announce > jobs/history":                  true,
		"jobs/announce > pipelines":                     false,
		"jobs/announce > jobs":                          false,
		"jobs/history > jobs/announce":                  false,
		"jobs/history > jobs":                           false,
		"jobs/history > pipelines":                      false,
		"jobs/schedule > config":                        false,
		"cmd/kartoteka > pipelines/catalog":             true,
		"pipelines/resolve > pipelines/kernel/fold":     true,
		"pipelines/resolve > pipelines/dedupe":          false,
	} {
		from, to, _ := strings.Cut(arrow, " > ")
		if got := mayImport(from, to); got != want {
			t.Errorf("%s: allowed %v, want %v", arrow, got, want)
		}
	}
}

func TestOnlyKnownEntriesStandAtTheTop(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	ignored, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	patterns := strings.Fields(string(ignored))
	for _, e := range entries {
		built := slices.ContainsFunc(patterns, func(p string) bool {
			match, err := path.Match(strings.Trim(p, "/"), e.Name())
			return err == nil && match
		})
		if !built && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(top, e.Name()) {
			t.Errorf("%s stands at the top of the repository", e.Name())
		}
	}
}

func TestEveryPackageTellsWhatItIs(t *testing.T) {
	documented := map[string]bool{}
	for _, s := range sources(t) {
		doc := s.file.Doc.Text()
		said := strings.HasPrefix(doc, "Package "+s.file.Name.Name+" ") || s.file.Name.Name == "main" && strings.HasPrefix(doc, "Command ")
		documented[s.folder] = documented[s.folder] || said
	}
	for folder, ok := range documented {
		if !ok {
			t.Errorf("%s has no package comment", folder)
		}
	}
}

func TestFilesStayShortAndNothingHappensAtImport(t *testing.T) {
	for _, s := range sources(t) {
		if s.lines > longestFile {
			t.Errorf("%s has %d lines", s.path(), s.lines)
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init function", s.path())
			}
		}
	}
}

func TestEveryStepIsInTheCatalog(t *testing.T) {
	steps, listed := map[string]bool{}, map[string]bool{}
	for _, s := range sources(t) {
		if s.folder == "pipelines/catalog" {
			for _, i := range s.imports() {
				listed[strings.TrimPrefix(i, moduleName+"/")] = true
			}
		}
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "Spec" && isStep(s.folder) {
				steps[s.folder] = true
			}
		}
	}
	for folder := range steps {
		if !listed[folder] {
			t.Errorf("%s has a Spec, but the catalog does not list it", folder)
		}
	}
}
