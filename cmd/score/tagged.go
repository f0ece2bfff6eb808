package main

import (
	"context"
	"path/filepath"
	"strconv"
	"strings"
)

// usLabel gives the part of the world's vocabulary that a label of US addresses
// belongs to; floors aside, whatever lies within a building is its unit.
func usLabel(label string) string {
	switch {
	case strings.HasPrefix(label, "AddressNumber"):
		return "house_number"
	case strings.HasPrefix(label, "StreetName"), label == "IntersectionSeparator", label == "CornerOf":
		return "road"
	case strings.HasPrefix(label, "Occupancy"), strings.HasPrefix(label, "Subaddress"):
		return "unit"
	case strings.HasPrefix(label, "USPSBox"):
		return "po_box"
	}
	return map[string]string{
		"PlaceName": "city", "StateName": "state", "ZipCode": "postcode", "CountryName": "country",
		"Recipient": "house", "BuildingName": "house", "LandmarkName": "house", "suffix": "road",
	}[label]
}

// taggedFile is a file of US addresses labelled word by word.
type taggedFile struct {
	pattern, note string
	bar           float64
	peer          string
	noisy         bool
}

// tagged scores the US addresses labelled by hand, and made ones with noise.
func (s *scorer) tagged(ctx context.Context) error {
	s.title("US addresses labelled word by word: every part of the row right (floors count as units)")
	var lines []line
	for _, f := range []taggedFile{
		{pattern: "usaddress_labeled*.xml", note: "by hand; trained on"},
		{pattern: "usaddress_multi_word*.xml", note: "trained on"},
		{pattern: "usaddress_us50_train*.xml", note: "trained on"},
		{pattern: "usaddress_us50_messiest*.xml", note: "the worst; trained on"},
		{pattern: "usaddress_synthetic*.xml", note: "made from a map; a quarter trained on"},
		{pattern: "usaddress_synthetic*.xml", note: "without commas, parts missing", noisy: true, bar: 92, peer: "usaddress 88.2"},
	} {
		paths, err := filepath.Glob(filepath.Join(s.data, "addresses", f.pattern))
		if err != nil {
			return err
		}
		if len(paths) == 0 {
			s.skipped(f.pattern, "no such file in the data directory")
		}
		for _, p := range paths {
			l, err := s.taggedFile(ctx, f, p)
			if err != nil {
				return err
			}
			lines = append(lines, l)
		}
	}
	s.table(lines)
	for _, l := range lines {
		s.details(l.what+" "+l.note, l.score)
	}
	return nil
}

func (s *scorer) taggedFile(ctx context.Context, f taggedFile, path string) (line, error) {
	items, raws, err := readTagged(path)
	if err != nil {
		return line{}, err
	}
	if f.noisy {
		items, raws = noisy(items)
	}
	texts := make([]text, len(items))
	for i, raw := range raws {
		texts[i] = text{strconv.Itoa(i + 1), raw}
	}
	made, err := s.parts(ctx, "US", texts)
	if err != nil {
		return line{}, err
	}
	o := newOutcome()
	for i, item := range items {
		truth := map[string]string{}
		for _, t := range item {
			if label := usLabel(t.label); label != "" {
				truth[label] = strings.TrimSpace(truth[label] + " " + t.text)
			}
		}
		got := joined(asUnits(made[i]))
		o.judge(answer{id: texts[i].id, raw: texts[i].raw, fields: labels, truth: bare(truth), got: bare(got)})
	}
	return line{what: filepath.Base(path), country: "US", score: o, bar: f.bar, peer: f.peer, note: f.note}, nil
}

// asUnits calls floors and staircases units, and parts of a town its city: the
// labels of US addresses do not tell them apart.
func asUnits(spans []span) []span {
	out := make([]span, len(spans))
	for i, x := range spans {
		switch x.Label {
		case "level", "staircase":
			x.Label = "unit"
		case "suburb", "city_district", "state_district":
			x.Label = "city"
		}
		out[i] = x
	}
	return out
}

// bare drops the signs that separate words, which belong to no part.
func bare(parts map[string]string) map[string]string {
	out := map[string]string{}
	for label, text := range parts {
		out[label] = strings.NewReplacer("#", " ", ";", " ", "(", " ", ")", " ").Replace(text)
	}
	return out
}
