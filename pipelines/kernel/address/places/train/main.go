// Command train makes the tables of places from the postal-code files of GeoNames:
//
//	go run ./pipelines/kernel/address/places/train -from geonames_pl.csv.gz -to pipelines/kernel/address/places/pl.bloom
//	go run ./pipelines/kernel/address/places/train -us -from geonames_us.csv.gz -to pipelines/kernel/address/places/us.bloom
//
// The file is a gzipped CSV with the columns zipcode and place, for the United States
// state_code too. Equal rows give equal bytes, whatever their order.
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
	us := flag.Bool("us", false, "places of the United States: pairs with the state are kept too")
	flag.Parse()
	if err := run(*from, *to, *us); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(from, to string, us bool) error {
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
	state := slices.Index(rows[0], "state_code")
	if us && state < 0 {
		return fmt.Errorf("read the postal codes %s: the header needs the column state_code", from)
	}
	var pairs [][2]string
	for _, r := range rows[1:] {
		if us {
			if k := places.NameUS(r[place]); k != "" {
				pairs = append(pairs, [2]string{r[code], k}, [2]string{r[state], k})
			}
			continue
		}
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
