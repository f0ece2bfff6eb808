package address

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/fold"
)

// labelled opens a file of labelled addresses; without the shared folder the test
// is skipped visibly.
func labelled(t *testing.T, name string) []map[string]string {
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", "addresses", name))
	if err != nil {
		t.Skip("SKIPPED: no labelled addresses: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, r := range all[1:] {
		m := map[string]string{}
		for i, h := range all[0] {
			m[h] = r[i]
		}
		rows = append(rows, m)
	}
	return rows
}

// plain folds a field for comparison: case, diacritics and . , : " do not count.
func plain(s string) string {
	return fold.ASCII(strings.NewReplacer(".", "", ",", "", ":", "", `"`, "").Replace(s))
}

// same reports whether got is one of the truths separated by ||.
func same(got, truth string) bool {
	for _, t := range strings.Split(truth, "||") {
		if plain(got) == plain(t) {
			return true
		}
	}
	return false
}

// hardColumns gives the fields of a under the column names of the hard examples.
func hardColumns(a Address) map[string]string {
	long := map[string]string{"ul.": "ulica", "al.": "aleja", "os.": "osiedle", "pl.": "plac"}
	m := map[string]string{
		"recipient": a.Recipient, "street_type": a.StreetType, "street": a.Street, "house_number": a.HouseNumber, "unit": a.Unit,
		"staircase": a.Staircase, "level": a.Level, "po_box": a.POBox, "postcode": a.Postcode, "city": a.City, "region": a.Region,
		"dependent_locality": a.DependentLocality, "predir": a.Predir, "postdir": a.Postdir, "suffix": a.StreetSuffix,
		"unit_type": a.UnitType, "route": a.Route, "urbanization": a.Urbanization, "state": a.Region, "status": "parsed", "country": "",
	}
	if l := long[a.StreetType]; l != "" {
		m["street_type"] = l
	}
	for _, c := range a.Codes {
		if c == (Code{"country", "from_text"}) {
			m["country"] = a.Country
		}
	}
	if a.Status == Unparsed || a.Status == Placeholder || a.Status == Missing {
		for k := range m {
			m[k] = ""
		}
		m["status"] = "unparsed"
	}
	return m
}

func TestHardExamples(t *testing.T) {
	p := New(Options{})
	for country, floor := range map[string]float64{"pl": 0.96, "us": 0.99} {
		rows := labelled(t, country+"_hard_examples.csv")
		right, standard, written := 0, 0, 0
		for _, r := range rows {
			a := p.Parse(Input{Lines: strings.Split(r["raw"], "\n"), DefaultCountry: country})
			ok := true
			for k, v := range hardColumns(a) {
				if truth, scored := r[k]; scored && !same(v, truth) {
					ok = false
				}
			}
			if ok {
				right++
			}
			if r["standard"] != "" {
				written++
				if a.Line(LineOptions{}) == r["standard"] {
					standard++
				}
			}
		}
		score := float64(right) / float64(len(rows))
		t.Logf("%s: %d of %d rows right (%.2f %%), %d of %d standard lines", country, right, len(rows), 100*score, standard, written)
		if score < floor || standard < written {
			t.Errorf("%s: %.4f is below the floor %.4f", country, score, floor)
		}
	}
}

// TestOpenSet scores the rows of the open test set whose tags our fields can say;
// abbreviated street words count as equal.
func TestOpenSet(t *testing.T) {
	p := New(Options{})
	rows := labelled(t, "world_train.csv")
	for country, floor := range map[string]float64{"pl": 0.99, "us": 0.98, "nl": 0.99, "it": 0.96, "fr": 0.91, "gb": 0.79} {
		n, right := 0, 0
		for _, r := range rows {
			if r["country_code"] != country {
				continue
			}
			a := p.Parse(Input{Lines: []string{r["full_address"]}, DefaultCountry: country})
			n++
			if p.sameTags(a, r) {
				right++
			}
		}
		score := float64(right) / float64(n)
		t.Logf("%s: %d of %d rows right (%.2f %%)", country, right, n, 100*score)
		if score < floor {
			t.Errorf("%s: %.4f is below the floor %.4f", country, score, floor)
		}
	}
}

func (p *Parser) sameTags(a Address, r map[string]string) bool {
	road := words(a.Predir, a.StreetType, a.Street, a.StreetSuffix, a.Postdir)
	short := func(s string) string {
		t := fold.Tokens(s)
		for i, w := range t {
			if c, _ := plType(w); a.Country == "PL" && c != "" {
				t[i] = fold.Key(c)
			} else if c, _ := p.suffix(w); c != "" && a.Country == "US" {
				t[i] = strings.ToLower(c)
			} else if d := direction(w); d != "" && a.Country == "US" {
				t[i] = strings.ToLower(d)
			}
		}
		return strings.Join(t, "")
	}
	number := func(s string) string {
		var out []string
		for _, w := range fold.Tokens(s) {
			if usUnit(w) == "" && plUnitWord(w) == "" {
				out = append(out, strings.TrimSuffix(w, "th"))
			}
		}
		return strings.Join(out, "")
	}
	locality := a.Country == "PL" && fold.Key(a.DependentLocality) == fold.Key(r["road"])
	return fold.Key(a.HouseNumber) == fold.Key(r["house_number"]) &&
		(short(road) == short(r["road"]) || short(a.Street) == short(r["road"]) || locality) &&
		fold.Key(a.Postcode) == fold.Key(r["postcode"]) && short(a.City) == short(r["city"]) &&
		number(a.Unit+a.Level) == number(r["unit"]+r["level"])
}
