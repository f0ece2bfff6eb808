// Command train makes the table of Polish places from a postal-code file of GeoNames:
//
//	go run ./pipelines/kernel/address/places/train -from geonames_pl.csv.gz -to pipelines/kernel/address/places/pl.bloom
//
// The file is a gzipped CSV with the columns zipcode and place. Equal rows give equal
// bytes, whatever their order.
package main

import (
	"compress/gzip"
	"encoding/csv"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/fold"
)

func main() {
	from := flag.String("from", "geonames_pl.csv.gz", "gzipped CSV with the columns zipcode and place")
	to := flag.String("to", "pl.bloom", "the table to write")
	flag.Parse()
	if err := run(*from, *to); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string) error {
	f, err := os.Open(from)
	if err != nil {
		return fmt.Errorf("open the postal codes: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("unpack the postal codes %s: %w", from, err)
	}
	rows, err := csv.NewReader(z).ReadAll()
	if err != nil {
		return fmt.Errorf("read the postal codes %s: %w", from, err)
	}
	if len(rows) == 0 {
		return fmt.Errorf("read the postal codes %s: the file is empty", from)
	}
	code, place := slices.Index(rows[0], "zipcode"), slices.Index(rows[0], "place")
	if code < 0 || place < 0 {
		return fmt.Errorf("read the postal codes %s: the header needs the columns zipcode and place", from)
	}
	var pairs [][2]string
	for _, r := range rows[1:] {
		name, _, _ := strings.Cut(r[place], "(") // "Strzelce (Osada)" is written Strzelce too
		for _, n := range []string{r[place], name} {
			if k := fold.Key(n); k != "" {
				pairs = append(pairs, [2]string{r[code], k})
			}
		}
	}
	if err := os.WriteFile(to, places.Table(pairs), 0o644); err != nil {
		return fmt.Errorf("write the table of places: %w", err)
	}
	return nil
}
