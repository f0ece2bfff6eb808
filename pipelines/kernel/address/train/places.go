package main

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// placeBytes is the size of the set of places.
const placeBytes = 192 << 10

// readPlaces reads the postcodes of GeoNames.
func readPlaces(dir string) (*tagger.Places, error) {
	p := tagger.NewPlaces(placeBytes)
	for _, c := range []string{"us", "de", "gb"} {
		path := filepath.Join(dir, "geonames_"+c+".csv.gz")
		f, err := os.Open(path)
		if err != nil {
			return nil, fmt.Errorf("reading places: %w", err)
		}
		defer f.Close()
		z, err := gzip.NewReader(bufio.NewReader(f))
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		rows, err := csv.NewReader(z).ReadAll()
		if err != nil {
			return nil, fmt.Errorf("reading %s: %w", path, err)
		}
		zip, place := slices.Index(rows[0], "zipcode"), slices.Index(rows[0], "place")
		if zip < 0 || place < 0 {
			return nil, fmt.Errorf("reading %s: columns zipcode and place are missing", path)
		}
		for _, r := range rows[1:] {
			name := placeName(r[place])
			p.Add(fold.ASCII(r[zip]), name)
			p.Add("", name)
		}
	}
	return p, nil
}

// placeName writes a place as the words of an address are folded, without what
// stands in brackets.
func placeName(s string) string {
	s, _, _ = strings.Cut(s, "(")
	words := strings.Fields(fold.ASCII(s))
	for i, w := range words {
		words[i] = strings.Trim(w, ".:'\"()")
	}
	return strings.Join(words, " ")
}
