package name

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/xml"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/fold"
)

// shared gives the directory of the labelled names beside the repository.
func shared(t *testing.T) string {
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	dir := filepath.Join(root, "data", "names")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("SKIPPED: no labelled names: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	return dir
}

// same compares a value with a truth cell, in which "a||b" allows either: case,
// diacritics, points, commas, colons, quotes and repeated blanks do not count.
func same(got, want string) bool {
	for _, w := range strings.Split(want, "||") {
		if loose(got) == loose(w) {
			return true
		}
	}
	return false
}

func loose(s string) string {
	return strings.Join(strings.Fields(strings.NewReplacer(".", "", ",", "", ":", "", "\"", "").Replace(fold.ASCII(s))), " ")
}

func (r Row) columns() []string {
	return []string{r.Kind, r.Prefix, r.Given, r.Middle, r.Surname, r.Suffix, r.Gender, r.Company}
}

// scoreRows counts the right rows of a file of the labelled form.
func scoreRows(t *testing.T, path, country string) (right, all, persons, rightPersons int) {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows[1:] {
		got := Parse(Input{Name: row[1], Country: country}, empty.Words{}).Row().columns()
		ok := true
		for i, g := range got {
			ok = ok && same(g, row[2+i])
		}
		all++
		if row[2] == "person" {
			persons++
		}
		switch {
		case !ok:
			t.Logf("%s %-4q %s: %q\n\tgot  %q\n\twant %q", row[0], country, row[10], row[1], got, row[2:10])
		case row[2] == "person":
			rightPersons++
			right++
		default:
			right++
		}
	}
	return right, all, persons, rightPersons
}

func TestScoreHard(t *testing.T) {
	dir := shared(t)
	for _, country := range []string{"PL", "", "US"} {
		right, all, persons, rightPersons := scoreRows(t, filepath.Join(dir, "names_hard_examples.csv"), country)
		t.Logf("hard names, country %q: %d of %d rows, %d of %d persons", country, right, all, rightPersons, persons)
		if country == "PL" && float64(right) < 0.95*float64(all) {
			t.Errorf("only %d of %d rows are right", right, all)
		}
	}
}

// TestOwnRows holds the rows written for this package.
func TestOwnRows(t *testing.T) {
	for _, country := range []string{"PL", ""} {
		right, all, persons, rightPersons := scoreRows(t, filepath.Join("testdata", "names.csv"), country)
		t.Logf("own names, country %q: %d of %d rows, %d of %d persons", country, right, all, rightPersons, persons)
		if float64(right) < 0.97*float64(all) {
			t.Errorf("only %d of %d rows are right", right, all)
		}
	}
}

// labelled is a name of the token-labelled sets.
type labelled struct {
	Words []struct {
		XMLName xml.Name
		Text    string `xml:",chardata"`
	} `xml:",any"`
}

func (l labelled) raw() string {
	var out []string
	for _, w := range l.Words {
		out = append(out, strings.TrimSpace(w.Text))
	}
	return strings.Join(out, " ")
}

// learned reports the half of the labelled sets that may be looked at; the
// other half only measures.
func learned(raw string) bool {
	h := sha256.Sum256([]byte(strings.ToLower(raw)))
	return h[0]&1 == 1
}

func readLabelled(t *testing.T, path string) []labelled {
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var all struct {
		Names []labelled `xml:"Name"`
	}
	if err := xml.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all.Names
}

// expected maps the labels of one person to parts; ok is false for two people
// and labels that have no part.
func (l labelled) expected() (want [5]string, ok bool) {
	given := 0
	var parts [5][]string // prefix given middle surname suffix
	for _, w := range l.Words {
		text := strings.TrimSpace(w.Text)
		switch w.XMLName.Local {
		case "PrefixMarital", "PrefixOther":
			parts[0] = append(parts[0], text)
		case "GivenName", "FirstInitial":
			if initials(text) { // V.S. is a given name and a middle one
				parts[1], parts[2] = append(parts[1], text[:2]), append(parts[2], text[2:])
				given++
			} else if given++; given > 1 {
				parts[2] = append(parts[2], text)
			} else {
				parts[1] = append(parts[1], text)
			}
		case "MiddleName", "MiddleInitial":
			parts[2] = append(parts[2], text)
		case "Surname", "LastInitial":
			parts[3] = append(parts[3], text)
		case "SuffixGenerational", "SuffixOther":
			parts[4] = append(parts[4], text)
		case "Nickname":
		default:
			return want, false
		}
	}
	for i, p := range parts {
		want[i] = strings.Join(p, " ")
	}
	return want, true
}

func TestScoreLabelled(t *testing.T) {
	dir := shared(t)
	type count struct{ right, all int }
	var persons, words, kinds [2]count
	half := func(raw string) int {
		if learned(raw) {
			return 0
		}
		return 1
	}
	for _, l := range readLabelled(t, filepath.Join(dir, "person_labeled.xml")) {
		raw := l.raw()
		h := half(raw)
		n := Parse(Input{Name: raw, Country: "US"}, empty.Words{})
		kinds[h].all++
		if n.Kind != Company && n.Kind != Unknown {
			kinds[h].right++
		} else if h == 0 {
			t.Logf("learned half, a person as %s by %s: %q", n.Kind, n.Rule, raw)
		}
		want, ok := l.expected()
		if !ok {
			continue
		}
		row := n.Row()
		ok = n.Kind == Person
		for i, got := range []string{row.Prefix, row.Given, row.Middle, row.Surname, row.Suffix} {
			ok = ok && same(got, want[i])
		}
		to := &persons[h]
		if len(l.Words) == 1 {
			to = &words[h]
		}
		to.all++
		if ok {
			to.right++
		} else if h == 0 && len(l.Words) > 1 {
			t.Logf("learned half: %q\n\tgot  %q\n\twant %q", raw, []string{row.Prefix, row.Given, row.Middle, row.Surname, row.Suffix}, want)
		}
	}
	t.Logf("persons of several words: learned half %d of %d, other half %d of %d", persons[0].right, persons[0].all, persons[1].right, persons[1].all)
	t.Logf("single words: learned half %d of %d, other half %d of %d", words[0].right, words[0].all, words[1].right, words[1].all)
	t.Logf("persons as persons: learned half %d of %d, other half %d of %d", kinds[0].right, kinds[0].all, kinds[1].right, kinds[1].all)
	var firms [2]count
	for _, l := range readLabelled(t, filepath.Join(dir, "company_labeled.xml")) {
		raw := l.raw()
		h := half(raw)
		n := Parse(Input{Name: raw, Country: "US"}, empty.Words{})
		firms[h].all++
		if n.Kind == Company {
			firms[h].right++
		} else if h == 0 {
			t.Logf("learned half, a company as %s by %s: %q", n.Kind, n.Rule, raw)
		}
	}
	t.Logf("companies: learned half %d of %d, other half %d of %d", firms[0].right, firms[0].all, firms[1].right, firms[1].all)
}
