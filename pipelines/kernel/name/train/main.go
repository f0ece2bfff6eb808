// Command train makes the weights with which package name guesses where its
// lists are silent: whether a word is a given name or a surname, and whether a
// text names a firm or people.
//
//	go run ./pipelines/kernel/name/train -data DIR -out pipelines/kernel/name/weights.bin
//
// DIR holds person_labeled.xml and company_labeled.xml of the probablepeople
// project. Only the half of the rows that the tests call learned is read; the
// other half measures. The word lists of the repository are read as well. An
// averaged perceptron over hashed letters and words; integers only and a fixed
// order, so that equal files give equal bytes everywhere. ATTRIBUTION beside the
// weights names the sources.
package main

import (
	"crypto/sha256"
	"encoding/xml"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/kernel/name/lexicon"
)

func main() {
	data := flag.String("data", "../shared/data/names", "directory of the labelled names")
	lists := flag.String("lists", "pipelines/kernel/name/lexicon", "directory of the word lists")
	out := flag.String("out", "pipelines/kernel/name/weights.bin", "file to write")
	flag.Parse()
	if err := run(*data, *lists, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(data, lists, out string) error {
	people, err := read(filepath.Join(data, "person_labeled.xml"))
	if err != nil {
		return err
	}
	firms, err := read(filepath.Join(data, "company_labeled.xml"))
	if err != nil {
		return err
	}
	words, err := listed(lists)
	if err != nil {
		return err
	}
	var usual []string
	for _, w := range words {
		if key := w.keys[0]; lexicon.PolishGiven(key) != 0 || lexicon.EnglishGiven(key) != 0 {
			usual = append(usual, key)
		}
	}
	for _, p := range people {
		for _, w := range p {
			switch key := clean(w.text); {
			case len(key) < 2:
			case w.label == "GivenName" || w.label == "MiddleName":
				words = append(words, example{[]string{key}, true}, example{[]string{key}, true})
			case w.label == "Surname":
				words = append(words, example{[]string{key}, false}, example{[]string{key}, false})
			}
		}
	}
	var texts []example
	for _, p := range people {
		texts = append(texts, example{keys(p), false})
	}
	for _, f := range firms {
		texts = append(texts, example{keys(f), true})
	}
	table := append(learn(words, 12, func(e example, f func(int)) { name.WordFeatures(e.keys[0], f) }), learn(texts, 12, func(e example, f func(int)) { name.TextFeatures(e.keys, f) })...)
	return os.WriteFile(out, append(table, near(usual)...), 0o644)
}

// near makes the filter of the usual given names.
func near(words []string) []byte {
	bits := make([]byte, name.NearBits/8)
	add := func(word string) {
		for _, at := range name.NearPlaces(word) {
			bits[at/8] |= 1 << (at % 8)
		}
	}
	for _, w := range words {
		add(w)
		for i := range w {
			add(w[:i] + w[i+1:])
		}
	}
	return bits
}

// example is a word or the words of a text, with the answer.
type example struct {
	keys []string
	yes  bool
}

type labelled struct{ label, text string }

// read gives the learned half of a labelled file.
func read(path string) ([][]labelled, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the labelled names: %w", err)
	}
	var all struct {
		Names []struct {
			Words []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		} `xml:"Name"`
	}
	if err := xml.Unmarshal(content, &all); err != nil {
		return nil, fmt.Errorf("read %s: %w", filepath.Base(path), err)
	}
	var out [][]labelled
	for _, n := range all.Names {
		var words []labelled
		var raw []string
		for _, w := range n.Words {
			text := strings.TrimSpace(w.Text)
			raw = append(raw, text)
			words = append(words, labelled{w.XMLName.Local, text})
		}
		if h := sha256.Sum256([]byte(strings.ToLower(strings.Join(raw, " ")))); h[0]&1 == 1 {
			out = append(out, words)
		}
	}
	return out, nil
}

func clean(text string) string { return strings.Trim(fold.ASCII(text), ".,;:\"()[]?!*'") }

func keys(words []labelled) []string {
	var out []string
	for _, w := range words {
		if key := clean(w.text); key != "" {
			out = append(out, key)
		}
	}
	return out
}

// listed reads the given names and surnames of the word lists.
func listed(dir string) ([]example, error) {
	var out []example
	for _, f := range []struct {
		file  string
		given []string
		other []string
	}{
		{"given.go", []string{"PolishGiven", "EnglishGiven"}, nil}, {"given_more.go", []string{"more"}, nil}, {"surname.go", nil, []string{"Surname"}},
	} {
		parsed, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, f.file), nil, 0)
		if err != nil {
			return nil, fmt.Errorf("read the word lists: %w", err)
		}
		for _, d := range parsed.Decls {
			fn, ok := d.(*ast.FuncDecl)
			if !ok || !slices.Contains(f.given, fn.Name.Name) && !slices.Contains(f.other, fn.Name.Name) {
				continue
			}
			ast.Inspect(fn, func(n ast.Node) bool {
				clause, ok := n.(*ast.CaseClause)
				if !ok {
					return true
				}
				for _, e := range clause.List {
					if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
						if word, err := strconv.Unquote(lit.Value); err == nil {
							out = append(out, example{[]string{word}, f.other == nil})
						}
					}
				}
				return true
			})
		}
	}
	return out, nil
}

// learn trains an averaged perceptron and brings its weights to one byte each.
func learn(examples []example, rounds int, features func(example, func(int))) []byte {
	order := func(round int) {
		slices.SortFunc(examples, func(a, b example) int {
			x := sha256.Sum256([]byte(strconv.Itoa(round) + " " + strings.Join(a.keys, " ")))
			y := sha256.Sum256([]byte(strconv.Itoa(round) + " " + strings.Join(b.keys, " ")))
			if c := strings.Compare(string(x[:]), string(y[:])); c != 0 {
				return c
			}
			switch {
			case a.yes == b.yes:
				return 0
			case a.yes:
				return 1
			}
			return -1
		})
	}
	now, sum := make([]int64, name.Buckets), make([]int64, name.Buckets)
	step := int64(0)
	for round := range rounds {
		order(round)
		for _, e := range examples {
			step++
			score, n := int64(0), int64(0)
			features(e, func(b int) { score += now[b]; n++ })
			if e.yes && score > n || !e.yes && score < -n { // right, with a margin
				continue
			}
			change := int64(1)
			if !e.yes {
				change = -1
			}
			features(e, func(b int) { now[b] += change; sum[b] += change * step })
		}
	}
	out := make([]byte, name.Buckets)
	for b := range out {
		average := (now[b]*(step+1) - sum[b]) * 8 / (step + 1)
		out[b] = byte(int8(max(-127, min(127, average))))
	}
	return out
}
