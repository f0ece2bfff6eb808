package cleanse

import (
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/charset"
	"kartoteka/pipelines/kernel/fold"
)

// gazetteer reads the project's reference file of postcodes; nil without one.
func (s *step) gazetteer(r *pipelines.Run) (*address.Gazetteer, error) {
	glob, ok := s.postcodes()
	if !ok {
		return nil, nil
	}
	return Gazetteer(r.Files[glob.Value], s.project.Settings.Country)
}

// Gazetteer reads reference files of postcodes. country (ISO alpha-2) is that of
// rows whose file has no column of countries.
func Gazetteer(files []pipelines.InputFile, country string) (*address.Gazetteer, error) {
	var failure error
	places := address.NewGazetteer(func(yield func(address.Place) bool) {
		for _, f := range files {
			if failure = readPlaces(f, country, yield); failure != nil {
				return
			}
		}
	})
	if failure != nil {
		return nil, failure
	}
	return places, nil
}

// readPlaces reads a CSV file, gzipped or not, with a column of postcodes, one
// of places and perhaps one of countries, under one of their usual names.
func readPlaces(file pipelines.InputFile, country string, yield func(address.Place) bool) error {
	text, err := readText(file)
	if err != nil {
		return fmt.Errorf("read the reference of postcodes: %w", err)
	}
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.FieldsPerRecord, rows.ReuseRecord = delimiter(text), -1, true
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("read the reference of postcodes %s: no header; the first line names the columns postcode and place", file.Name)
	}
	code := column(header, "postcode", "zipcode", "zip", "postal_code", "kod", "kod_pocztowy", "pna", "plz")
	place := column(header, "place", "city", "town", "miejscowosc", "miasto", "ort", "place_name")
	land := column(header, "country", "country_code", "kraj")
	if code < 0 || place < 0 {
		return fmt.Errorf("read the reference of postcodes %s: the header names no postcode or no place; call the columns postcode, place and country", file.Name)
	}
	for line := 2; ; line++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the reference of postcodes %s: line %d: %w", file.Name, line, err)
		}
		if max(code, place) >= len(row) {
			continue
		}
		p := address.Place{Country: country, Postcode: strings.Clone(row[code]), City: strings.Clone(row[place])}
		if land >= 0 && land < len(row) && row[land] != "" {
			p.Country = strings.ToUpper(row[land])
		}
		if !yield(p) {
			return nil
		}
	}
}

func readText(file pipelines.InputFile) (string, error) {
	in, err := os.Open(file.Path)
	if err != nil {
		return "", fmt.Errorf("%s: it cannot be opened", file.Name)
	}
	defer in.Close()
	var from io.Reader = in
	if strings.HasSuffix(file.Name, ".gz") {
		if from, err = gzip.NewReader(in); err != nil {
			return "", fmt.Errorf("%s: %w", file.Name, err)
		}
	}
	b, err := io.ReadAll(from)
	if err != nil {
		return "", fmt.Errorf("%s: %w", file.Name, err)
	}
	text, err := charset.DecodeAll(b, charset.Detect(b[:min(len(b), 1<<16)]))
	if err != nil {
		return "", fmt.Errorf("%s: %w", file.Name, err)
	}
	return text, nil
}

// delimiter is the sign among ; , and tab that the first line has most of.
func delimiter(text string) rune {
	first, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, c := range []rune{';', '\t'} {
		if strings.Count(first, string(c)) > strings.Count(first, string(best)) {
			best = c
		}
	}
	return best
}

func column(header []string, names ...string) int {
	return slices.IndexFunc(header, func(h string) bool {
		return slices.Contains(names, strings.ReplaceAll(fold.ASCII(h), " ", "_"))
	})
}
