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
	places, err := Gazetteer(r.Files[glob.Value], s.project.Settings.Country)
	if err != nil || s.options.PostcodeFix == "suggest" {
		return places, err
	}
	return places.Correcting(), nil
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

// readPlaces reads a file of postcodes, gzipped or not: CSV with a header that names
// a column of postcodes, one of places and perhaps one of regions, of their codes and
// of countries, or the file of GeoNames, which has tabs and no header.
func readPlaces(file pipelines.InputFile, country string, yield func(address.Place) bool) error {
	text, err := readText(file)
	if err != nil {
		return fmt.Errorf("read the reference of postcodes: %w", err)
	}
	rows := csv.NewReader(strings.NewReader(text))
	rows.Comma, rows.FieldsPerRecord, rows.ReuseRecord, rows.LazyQuotes = delimiter(text), -1, true, true
	header, err := rows.Read()
	if err != nil {
		return fmt.Errorf("read the reference of postcodes %s: no header; the first line names the columns postcode and place", file.Name)
	}
	at := placesOf(header)
	if at.postcode < 0 || at.place < 0 {
		return fmt.Errorf("read the reference of postcodes %s: the header names no postcode or no place; call the columns postcode, city, region and country", file.Name)
	}
	if at.headless && !yield(at.read(header, country)) {
		return nil
	}
	for line := 2; ; line++ {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the reference of postcodes %s: line %d: %w", file.Name, line, err)
		}
		if max(at.postcode, at.place) < len(row) && !yield(at.read(row, country)) {
			return nil
		}
	}
}

// placeColumns are the positions of what is read of a row; -1 is absent.
type placeColumns struct {
	postcode, place, region, regionCode, country int
	headless                                     bool // the first line is a row
}

// placesOf finds the columns by their usual names. The file of GeoNames has twelve
// columns: country, postcode, place, region, its code, further levels, coordinates.
func placesOf(header []string) placeColumns {
	if len(header) == 12 && len(header[0]) == 2 {
		return placeColumns{country: 0, postcode: 1, place: 2, region: 3, regionCode: 4, headless: true}
	}
	return placeColumns{
		postcode:   column(header, "postcode", "zipcode", "zip", "postal_code", "kod", "kod_pocztowy", "pna", "plz"),
		place:      column(header, "place", "city", "town", "miejscowosc", "miasto", "ort", "place_name"),
		region:     column(header, "region", "state", "voivodeship", "wojewodztwo", "bundesland", "admin_name1"),
		regionCode: column(header, "region_code", "state_code", "admin_code1"),
		country:    column(header, "country", "country_code", "kraj", "land"),
	}
}

func (c placeColumns) read(row []string, country string) address.Place {
	cell := func(at int) string {
		if at < 0 || at >= len(row) {
			return ""
		}
		return row[at]
	}
	p := address.Place{Country: country, Postcode: cell(c.postcode), City: cell(c.place), Region: cell(c.region), RegionCode: cell(c.regionCode)}
	if own := cell(c.country); own != "" {
		p.Country = strings.ToUpper(own)
	}
	return p
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
