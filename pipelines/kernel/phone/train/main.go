// Command train makes the table of numbering plans that package plan embeds, from the
// metadata of the phonenumbers library:
//
//	go run ./pipelines/kernel/phone/train
//
// Of each calling code, the patterns of all its regions and types become one automaton
// over digits, as small as it can be. The result depends on the library's version
// alone; a test compares it with the embedded file.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/nyaruka/phonenumbers"
)

// codes are the calling codes of the table: North America and Europe.
func codes() []int {
	return []int{1, 7, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 90, 351, 353, 354, 356, 357, 358, 359,
		371, 372, 373, 380, 381, 385, 386, 387, 420, 421}
}

func main() {
	out := filepath.Join("pipelines", "kernel", "phone", "plan", "plans.bin")
	if len(os.Args) > 1 {
		out = os.Args[1]
	}
	table, err := build()
	if err == nil {
		err = os.WriteFile(out, table, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
	fmt.Printf("%s: %d bytes\n", out, len(table))
}

// build makes the whole table.
func build() ([]byte, error) {
	all, err := phonenumbers.MetadataCollection()
	if err != nil {
		return nil, fmt.Errorf("read the library's metadata: %w", err)
	}
	regions := map[string]*phonenumbers.PhoneMetadata{}
	for _, m := range all.GetMetadata() {
		regions[m.GetId()] = m
	}
	byCode := phonenumbers.BuildCountryCodeToRegionMap(all)
	var plans []plan
	for _, code := range codes() {
		p := plan{code: code}
		for _, id := range byCode[code] {
			r, err := newRegion(regions[id])
			if err != nil {
				return nil, fmt.Errorf("+%d %s: %w", code, id, err)
			}
			p.regions = append(p.regions, r)
		}
		if len(p.regions) == 0 {
			return nil, fmt.Errorf("+%d: the library has no region", code)
		}
		p.automaton = minimal(p.explore())
		plans = append(plans, p)
	}
	return encode(plans)
}
