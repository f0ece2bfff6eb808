package cleanse

import (
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/empty"
)

// home is a cleansed address with what is derived from it.
type home struct {
	address  address.Address
	line     string
	key      string
	complete bool
	assumed  bool // nothing in the row tells the country
	codes    []string
}

// home parses the address of a row from its columns; the order is that of parse.
func (w *worker) home(row int, seen []cache[home], parse func(key string) home, columns ...string) home {
	if !w.fields(row, columns...) {
		return home{address: address.Address{Status: address.Missing}, assumed: true}
	}
	return seen[w.set.at].get(w.key, parse)
}

func (w *worker) parseHome(key string) home {
	return w.parseAddress(key, w.set.address, &w.set.homeWords)
}

func (w *worker) parseMoved(key string) home {
	return w.parseAddress(key, w.set.moved, &w.set.movedWords)
}

// parseAddress parses the columns of an address, separated by NUL bytes: whole
// address, street, house number, unit, postcode, city, region, country.
func (w *worker) parseAddress(key, country string, words *empty.Words) home {
	key, repaired := mend(key)
	f := strings.Split(key, "\x00")
	placeholder := false
	for i := range f {
		f[i], placeholder = known(words, f[i], placeholder)
	}
	in := address.Input{
		Street: f[1], HouseNumber: f[2], Unit: f[3], Postcode: f[4], City: f[5], Region: f[6], Country: f[7], DefaultCountry: country,
	}
	if f[0] != "" {
		in.Lines = strings.Split(f[0], "\n")
	}
	a := w.addresses.Parse(in)
	if a.Status == address.Missing && placeholder {
		a.Status = address.Placeholder
	}
	if a.Country == "" && len(f[7]) == 2 {
		a.Country = strings.ToUpper(f[7])
	}
	h := home{address: a, key: a.Key(), complete: a.Complete(), assumed: f[7] == "" && assumes(&a, country)}
	if a.Status != address.Missing && a.Status != address.Placeholder && a.Status != address.Unparsed {
		h.line = a.Line(w.line)
	}
	for _, c := range a.Codes {
		h.codes = append(h.codes, c.Field+":"+c.Code)
	}
	if repaired {
		h.codes = append(h.codes, "address:mojibake_repaired")
	}
	switch a.Status {
	case address.Placeholder, address.Unparsed, address.Incomplete, address.Conflict:
		h.codes = append(h.codes, "address:"+a.Status)
	}
	if a.Unparsed != "" {
		h.codes = append(h.codes, "address:words_not_understood")
	}
	return h
}

// assumes reports whether the country of an address is only the default: it has no
// postcode, or five digits that may be a postcode of several countries.
func assumes(a *address.Address, country string) bool {
	return (a.Country == "" || a.Country == country) && (a.Postcode == "" || slices.Contains(a.Codes, address.Code{Field: "postcode", Code: "hyphen_added"}))
}

// known empties a part that is one of the user's own words for "not known"; of
// several lines, those lines.
func known(words *empty.Words, part string, placeholder bool) (string, bool) {
	if part == "" {
		return "", placeholder
	}
	if strings.IndexByte(part, '\n') < 0 {
		if words.Own(part) {
			return "", true
		}
		return part, placeholder
	}
	lines := strings.Split(part, "\n")
	for i, l := range lines {
		if words.Own(l) {
			lines[i], placeholder = "", true
		}
	}
	return strings.Join(lines, "\n"), placeholder
}

func (w *worker) putHome(h home, prefix string) {
	for _, c := range h.codes {
		w.codes = append(w.codes, prefix+c)
	}
	a := &h.address
	w.put(w.cased(a.Recipient), a.Predir, a.StreetType, w.cased(a.Street), a.StreetSuffix, a.Postdir, a.HouseNumber, a.Staircase, a.Level, a.UnitType, a.Unit,
		a.POBox, a.Route, w.cased(a.Urbanization), w.cased(a.DependentLocality), w.cased(a.City), w.cased(a.Region), a.Postcode, a.Country, w.cased(h.line), h.key)
	w.place[w.at].(*array.BooleanBuilder).Append(h.complete)
	w.at++
	w.put(a.Status)
	to := w.place[w.at].(*array.Float64Builder)
	w.at++
	if a.Status == address.Missing || a.Status == address.Placeholder {
		to.AppendNull()
	} else {
		to.Append(a.Confidence)
	}
	if w.layout.suggests {
		w.put(w.cased(strings.TrimSpace(a.SuggestedPostcode + " " + a.SuggestedCity)))
	}
}
