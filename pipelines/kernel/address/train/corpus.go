package main

import (
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"hash/fnv"
	"io"
	"os"
	"path/filepath"
	"strings"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// example is one labelled text. Fields is the truth by label; spans, when known,
// label stretches of bytes directly.
type example struct {
	text    string
	country string // ISO 3166-1 alpha-2, upper case
	fields  [tagger.Labels]string
	spans   []span
	fold    int // which fifth of the file it belongs to
}

type span struct {
	from, to int
	label    tagger.Label
}

const folds = 5

// fifth deals texts out by their letters, so that equal texts fall together.
func fifth(text string) int {
	h := fnv.New32a()
	io.WriteString(h, fold.Key(text))
	return int(h.Sum32()>>7) % folds
}

// corpus is everything that is learnt from.
type corpus struct {
	places  *tagger.Places
	samples []sample
	tests   []test
	us      []example // all rows of usaddress, for noisy copies
	human   []sample  // the rows of usaddress that people wrote and labelled
}

// readCorpus reads the labelled files and the places, and makes the variants.
func readCorpus(shared string) (*corpus, error) {
	places, err := readPlaces(filepath.Join(shared, "reference"))
	if err != nil {
		return nil, err
	}
	dir := filepath.Join(shared, "addresses")
	world, err := readWorld(dir)
	if err != nil {
		return nil, err
	}
	c := &corpus{places: places}
	a := &aligner{parser: address.New(address.Options{GrammarOnly: true})}
	a.learn(world)
	group := 0
	add := func(e example, times int, countries ...string) {
		group++
		t := test{e: e}
		for i, country := range countries {
			s := a.words(e.text, country)
			s.group = group
			if i < 2 {
				t.read[i] = s
			}
			if !a.label(&s, e) {
				continue
			}
			c.samples = append(c.samples, s)
			for k := range times {
				if v, ok := a.variant(s, e, uint64(2*k+i)); ok && i == k%len(countries) {
					c.samples = append(c.samples, v)
				}
			}
		}
		if len(countries) == 2 {
			c.tests = append(c.tests, t)
		}
	}
	for _, e := range world {
		add(e, worldVariants, e.country, "")
	}
	for _, file := range usFiles {
		rows, err := readUS(dir, file.name)
		if err != nil {
			return nil, err
		}
		c.us = append(c.us, rows...)
		for i := 0; i < len(rows); i += file.every {
			add(rows[i], 1, "US")
			if s := a.words(rows[i].text, "US"); file.every == 1 && a.label(&s, rows[i]) {
				c.human = append(c.human, s)
			}
		}
	}
	return c, nil
}

// readWorld reads the labelled addresses of many countries.
func readWorld(dir string) ([]example, error) {
	path := filepath.Join(dir, "world_train.csv")
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading labelled addresses: %w", err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var out []example
	for _, r := range rows[1:] {
		var e example
		for i, name := range rows[0] {
			switch l := tagger.Named(name); {
			case name == "full_address":
				e.text = strings.ReplaceAll(r[i], `\n`, "\n")
			case name == "country_code":
				e.country = strings.ToUpper(r[i])
			case l != tagger.None:
				e.fields[l] = r[i]
			}
		}
		e.fold = fifth(e.text)
		out = append(out, e)
	}
	return out, nil
}

// usFiles are the labelled files of usaddress; every stands for one row in so many.
var usFiles = []struct {
	name  string
	every int
}{
	{"usaddress_labeled.xml", 1},
	{"usaddress_us50_train_tagged.xml", 1},
	{"usaddress_us50_messiest_manual_label.xml", 1},
	{"usaddress_multi_word_state_addresses.xml", 1},
	{"usaddress_synthetic_osm_data_xml.xml", 4},
}

// readUS reads one labelled file of usaddress: an element per address with an
// element per word.
func readUS(dir, name string) ([]example, error) {
	path := filepath.Join(dir, name)
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading labelled addresses: %w", err)
	}
	var doc struct {
		Rows []struct {
			Words []struct {
				XMLName xml.Name
				Text    string `xml:",chardata"`
			} `xml:",any"`
		} `xml:"AddressString"`
	}
	if err := xml.Unmarshal(data, &doc); err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var out []example
	for _, r := range doc.Rows {
		e := example{country: "US"}
		var b strings.Builder
		floor := false
		for i, w := range r.Words {
			if b.Len() > 0 {
				b.WriteByte(' ')
			}
			word := strings.TrimSpace(w.Text)
			next := ""
			if i+1 < len(r.Words) {
				next = r.Words[i+1].Text
			}
			tag := w.XMLName.Local
			if tag == "OccupancyType" || tag == "SubaddressType" {
				floor = floorWord(word)
			}
			isFloor := floor || (tag == "OccupancyIdentifier" || tag == "SubaddressIdentifier") && floorWord(next)
			b.WriteString(word)
			e.spans = append(e.spans, span{b.Len() - len(word), b.Len(), usLabel(tag, isFloor)})
			if tag == "OccupancyIdentifier" || tag == "SubaddressIdentifier" {
				floor = false
			}
		}
		e.text = b.String()
		e.fold = fifth(e.text)
		out = append(out, e)
	}
	return out, nil
}

func floorWord(s string) bool {
	switch fold.Key(s) {
	case "floor", "fl", "flr", "level":
		return true
	}
	return false
}

// usLabel says the tags of usaddress in the vocabulary of the world set.
func usLabel(tag string, floor bool) tagger.Label {
	switch tag {
	case "AddressNumber", "AddressNumberPrefix", "AddressNumberSuffix":
		return tagger.HouseNumber
	case "StreetName", "StreetNamePreDirectional", "StreetNamePreModifier", "StreetNamePreType", "StreetNamePostDirectional",
		"StreetNamePostModifier", "StreetNamePostType", "CornerOf", "IntersectionSeparator":
		return tagger.Road
	case "OccupancyType", "OccupancyIdentifier", "SubaddressType", "SubaddressIdentifier":
		if floor {
			return tagger.Level
		}
		return tagger.Unit
	case "USPSBoxType", "USPSBoxID", "USPSBoxGroupType", "USPSBoxGroupID":
		return tagger.POBox
	case "PlaceName":
		return tagger.City
	case "StateName":
		return tagger.State
	case "ZipCode", "ZipPlus4", "ZipCodePlus4":
		return tagger.Postcode
	case "CountryName":
		return tagger.Country
	case "Recipient", "BuildingName", "LandmarkName":
		return tagger.House
	}
	return tagger.None
}
