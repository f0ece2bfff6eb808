package main

import (
	"hash/fnv"
	"strings"
)

// noisy takes one in six of the labelled addresses and spoils it as forms and
// old files do: no commas, now and then in one case, postcode, state or town
// missing, street words abbreviated. What is done depends on the text alone, so the
// set is always the same. Every fourth address is left out: the tagger learns from it.
func noisy(items [][]token) ([][]token, []string) {
	var out [][]token
	var raws []string
	for i, item := range items {
		if i%4 == 0 {
			continue
		}
		var whole []string
		for _, t := range item {
			whole = append(whole, t.text)
		}
		dice := diceOf(strings.Join(whole, " "))
		if !dice.one(6) {
			continue
		}
		spoilt := dice.spoil(item)
		if len(spoilt) < 2 {
			continue
		}
		var words []string
		for _, t := range spoilt {
			words = append(words, t.text)
		}
		raw := strings.Join(words, " ")
		switch {
		case dice.one(3):
			raw = strings.ToUpper(raw)
		case dice.one(3):
			raw = strings.ToLower(raw)
		}
		out, raws = append(out, spoilt), append(raws, raw)
	}
	return out, raws
}

func (d *dice) spoil(item []token) []token {
	noZip, noState, noCity := d.one(3), d.one(4), d.one(6)
	var out []token
	for _, t := range item {
		if t.label == "ZipCode" && noZip || t.label == "StateName" && noState || t.label == "PlaceName" && noCity && !noZip {
			continue
		}
		t.text = strings.TrimSpace(strings.ReplaceAll(t.text, ",", ""))
		if short, ok := shortStreet[strings.ToLower(t.text)]; ok && t.label == "StreetNamePostType" && d.one(2) {
			t.text = short
		}
		if t.text != "" {
			out = append(out, t)
		}
	}
	return out
}

var shortStreet = map[string]string{
	"street": "St", "avenue": "Ave", "road": "Rd", "drive": "Dr", "lane": "Ln", "court": "Ct", "place": "Pl", "boulevard": "Blvd", "circle": "Cir", "terrace": "Ter",
}

// dice are throws that a text decides.
type dice struct{ state uint64 }

func diceOf(text string) *dice {
	h := fnv.New64a()
	h.Write([]byte(text))
	return &dice{h.Sum64() | 1}
}

// one is true in one of n throws.
func (d *dice) one(n uint64) bool {
	d.state ^= d.state << 13
	d.state ^= d.state >> 7
	d.state ^= d.state << 17
	return d.state>>11%n == 0
}
