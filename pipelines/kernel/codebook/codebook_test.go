package codebook

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestEveryCodeHasAnEntry reads the sources of the kernels: literal pairs of field and
// code in package address, constants named Code... in the others.
func TestEveryCodeHasAnEntry(t *testing.T) {
	has := map[string]bool{}
	codes := map[string]bool{}
	for _, e := range All() {
		has[e.Field+":"+e.Code], codes[e.Code] = true, true
	}
	missing := func(at token.Position, what string) {
		t.Errorf("%s:%d: the code %s has no entry; say in pipelines/kernel/codebook what it means", filepath.Base(at.Filename), at.Line, what)
	}
	found := 0
	for field, folder := range map[string]string{"": "../address", "name": "../name", "email": "../email", "phone": "../phone"} {
		files := token.NewFileSet()
		for _, file := range sources(t, files, folder) {
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.CallExpr:
					if s, ok := n.Fun.(*ast.SelectorExpr); ok && field == "" && s.Sel.Name == "code" && len(n.Args) == 2 {
						found++
						f, fixed := literal(n.Args[0])
						c, literalCode := literal(n.Args[1])
						if fixed && literalCode && !has[f+":"+c] || !fixed && literalCode && !codes[c] {
							missing(files.Position(n.Pos()), f+":"+c)
						}
					}
				case *ast.CompositeLit:
					if id, ok := n.Type.(*ast.Ident); ok && field == "" && id.Name == "Code" && len(n.Elts) == 2 {
						f, fixed := literal(n.Elts[0])
						if c, ok := literal(n.Elts[1]); ok && fixed && !has[f+":"+c] {
							missing(files.Position(n.Pos()), f+":"+c)
						}
					}
				case *ast.ValueSpec:
					for i, name := range n.Names {
						if field == "" || !strings.HasPrefix(name.Name, "Code") || i >= len(n.Values) {
							continue
						}
						found++
						if c, ok := literal(n.Values[i]); ok && !has[field+":"+c] {
							missing(files.Position(n.Pos()), field+":"+c)
						}
					}
				}
				return true
			})
		}
	}
	if found < 60 {
		t.Errorf("only %d codes found in the sources; does the test still read them?", found)
	}
}

func sources(t *testing.T, files *token.FileSet, folder string) []*ast.File {
	t.Helper()
	var out []*ast.File
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(files, path, nil, 0)
		out = append(out, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func literal(e ast.Expr) (string, bool) {
	lit, ok := e.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(lit.Value)
	return s, err == nil
}

func TestEntries(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range All() {
		word := e.Field + ":" + e.Code
		if seen[word] || e.Meaning == "" || e.Example == "" || e.Kind != Changed && e.Kind != Doubted && e.Kind != Absent {
			t.Errorf("%s: twice, or incomplete: %+v", word, e)
		}
		seen[word] = true
		if got := Find(e.Field, e.Code); got != e {
			t.Errorf("%s: found %+v", word, got)
		}
	}
	if e := Find("new_postcode", "hyphen_added"); e.Field != "new_postcode" || e.Kind != Changed {
		t.Errorf("%+v", e)
	}
	if got := Explain("phone:some_new_code"); got != "some new code" {
		t.Errorf("got %q", got)
	}
	if table := Markdown(); strings.Count(table, "\n") != len(seen)+2 {
		t.Errorf("%d lines for %d codes", strings.Count(table, "\n"), len(seen))
	}
}
