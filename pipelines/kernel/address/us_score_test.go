package address

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/fold"
)

// tagged is one address of a labelled file: its words as written, each with the
// commas behind it, and their labels.
type tagged struct {
	words, labels []string
}

// text writes the address on one line.
func (t tagged) text() string { return strings.Join(t.words, " ") }

// taggedFile reads a file of XML labels per word.
func taggedFile(t *testing.T, name string) []tagged {
	root := os.Getenv("KARTOTEKA_SHARED")
	if root == "" {
		root = filepath.Join("..", "..", "..", "..", "shared")
	}
	f, err := os.Open(filepath.Join(root, "data", "addresses", name))
	if err != nil {
		t.Skip("SKIPPED: no labelled addresses: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	defer f.Close()
	var all []tagged
	var row tagged
	d := xml.NewDecoder(f)
	label := ""
	for {
		tok, err := d.Token()
		if tok == nil {
			if len(all) == 0 {
				t.Fatal(name, err)
			}
			return all
		}
		switch e := tok.(type) {
		case xml.StartElement:
			if label = e.Name.Local; label == "AddressString" {
				row = tagged{}
			}
		case xml.EndElement:
			if e.Name.Local == "AddressString" {
				all = append(all, row)
			}
			label = ""
		case xml.CharData:
			s := strings.TrimSpace(string(e))
			switch {
			case s == "":
			case label != "" && label != "AddressString" && label != "AddressCollection":
				row.words, row.labels = append(row.words, s), append(row.labels, label)
			case len(row.words) > 0 && label == "":
				row.words[len(row.words)-1] += s
			}
		}
	}
}

// truth gives the fields of a labelled address, folded as fields folds ours.
func (t tagged) truth() map[string]string {
	m := map[string]string{}
	add := func(field, word string) {
		m[field] = strings.TrimSpace(m[field] + " " + strings.Trim(word, ",;()"))
	}
	for i, l := range t.labels {
		w := t.words[i]
		switch {
		case strings.HasPrefix(l, "AddressNumber"):
			add("number", w)
		case strings.HasPrefix(l, "StreetName"), strings.HasPrefix(l, "Second"), l == "IntersectionSeparator":
			add("road", w)
		case l == "OccupancyIdentifier", l == "SubaddressIdentifier", l == "OccupancyType", l == "SubaddressType":
			add("unit", w)
		case l == "USPSBoxID":
			add("box", w)
		case l == "USPSBoxGroupID":
			add("route", w)
		case l == "PlaceName":
			add("city", w)
		case l == "StateName":
			add("state", w)
		case strings.HasPrefix(l, "ZipCode"), l == "ZipPlus4":
			add("zip", w)
		case l == "Recipient", l == "LandmarkName", l == "BuildingName":
			add("recipient", w)
		}
	}
	if c := stateCode(strings.Trim(fold.ASCII(m["state"]), ". ")); c != "" {
		m["state"] = c
	}
	return m
}

// usFields gives our fields under the names of truth.
func usFields(a Address) map[string]string {
	return map[string]string{
		"number": a.HouseNumber, "road": words(a.Predir, a.Street, a.StreetSuffix, a.Postdir), "unit": words(a.UnitType, a.Unit),
		"box": a.POBox, "route": a.Route, "city": a.City, "state": a.Region, "zip": a.Postcode, "recipient": a.Recipient,
	}
}

// shortUS folds a field so that spelled and abbreviated forms are equal.
func (p *Parser) shortUS(field, s string) string {
	switch field {
	case "number", "box", "zip":
		if n := wordNumber(fold.ASCII(s)); n != "" {
			s = n
		}
		return strings.TrimLeft(fold.Key(s), "0")
	case "route":
		return strings.TrimLeft(strings.Trim(fold.Key(s), "abcdefghijklmnopqrstuvwxyz"), "0")
	case "unit":
		var out []string
		for _, w := range fold.Tokens(s) {
			if n := wordOrdinal(w); n != "" {
				w = n
			}
			if usUnit(w) == "" && w != "no" && w != "level" {
				if isDigit(w[0]) && len(w) > 2 {
					w = strings.TrimRight(w, "stndrh")
				}
				out = append(out, w)
			}
		}
		slices.Sort(out)
		return strings.Join(out, "")
	}
	t := fold.Tokens(s)
	road := field == "road" && slices.ContainsFunc(t, func(w string) bool { return isDigit(w[0]) && !ordinal(w) })
	for i, w := range t {
		if road && (roadWord(w) && stateCode(w) == "" || w == "no" || w == "number" || w == "s" && i > 0 && t[i-1] == "" || w == "states" || w == "u" || w == "market" || w == "to") && !ordinal(w) {
			t[i] = ""
			continue
		}
		if c := stateCode(w); road && c != "" {
			t[i] = c
		} else if d := direction(w); d != "" {
			t[i] = strings.ToLower(d)
		} else if c, _ := p.suffix(w); c != "" {
			t[i] = strings.ToLower(c)
		} else if w == "county" {
			t[i] = "co"
		} else if w == "saint" {
			t[i] = "st"
		} else if w == "states" {
			t[i] = "s"
		} else if w == "united" {
			t[i] = "u"
		} else if w == "interstate" {
			t[i] = "i"
		} else if w == "and" {
			t[i] = ""
		}
	}
	return strings.Join(t, "")
}

// differs names the fields in which a is not the truth.
func (p *Parser) differs(a Address, truth map[string]string) []string {
	var bad []string
	got := usFields(a)
	for _, f := range []string{"number", "road", "unit", "box", "route", "city", "state", "zip"} {
		if g, w := p.shortUS(f, got[f]), p.shortUS(f, truth[f]); g != w && !(f == "box" && g == "generaldelivery") {
			bad = append(bad, f)
		}
	}
	return bad
}

// TestUSLabelled scores the grammar alone over the addresses that people labelled for
// usaddress. Their labels differ from ours in places: mail stops, files and customer
// numbers are occupancies there, buildings without a street are landmarks or streets.
func TestUSLabelled(t *testing.T) {
	p := New(Options{GrammarOnly: true})

	for _, c := range []struct {
		file  string
		floor float64
	}{
		{"usaddress_labeled.xml", 0.84}, {"usaddress_us50_train_tagged.xml", 0.87}, {"usaddress_us50_messiest_manual_label.xml", 0.95},
		{"usaddress_multi_word_state_addresses.xml", 1}, {"usaddress_synthetic_osm_data_xml.xml", 0.998},
	} {
		rows := taggedFile(t, c.file)
		right, recipients, lost := 0, 0, map[string]int{}
		show := 0
		fmt.Sscan(os.Getenv("KARTOTEKA_SHOW"), &show)
		for _, r := range rows {
			a := p.Parse(Input{Lines: []string{r.text()}, DefaultCountry: "US"})
			truth := r.truth()
			bad := p.differs(a, truth)
			if p.shortUS("recipient", a.Recipient) == p.shortUS("recipient", truth["recipient"]) {
				recipients++
			}
			if len(bad) == 0 {
				right++
				continue
			}
			for _, f := range bad {
				lost[f]++
			}
			if show > 0 {
				show--
				t.Logf("%v: %s\n   got %s [%s %.2f]\n  want %v", bad, r.text(), showUS(a), a.Rule, a.Confidence, truth)
			}
		}
		t.Logf("%s: %d of %d right (%.2f %%), recipients %.2f %%, lost %v", c.file, right, len(rows), 100*float64(right)/float64(len(rows)), 100*float64(recipients)/float64(len(rows)), lost)
		if float64(right) < c.floor*float64(len(rows)) {
			t.Errorf("%s: below the floor %.3f", c.file, c.floor)
		}
	}
}

// showUS writes the fields that are not empty.
func showUS(a Address) string {
	var s []string
	for _, f := range [][2]string{{"to", a.Recipient}, {"nr", a.HouseNumber}, {"pre", a.Predir}, {"street", a.Street}, {"suf", a.StreetSuffix}, {"post", a.Postdir},
		{"ut", a.UnitType}, {"unit", a.Unit}, {"lvl", a.Level}, {"box", a.POBox}, {"route", a.Route}, {"urb", a.Urbanization}, {"loc", a.DependentLocality}, {"city", a.City},
		{"reg", a.Region}, {"pc", a.Postcode}, {"?", a.Unparsed}} {
		if f[1] != "" {
			s = append(s, f[0]+"="+f[1])
		}
	}
	return strings.Join(s, ";")
}
