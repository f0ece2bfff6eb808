package parse

import (
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/codebook"
)

func addressReader() Reader {
	return Reader{
		Kind:  "address",
		Short: "Split a postal address into its fields",
		Long: `Split postal addresses into fields, with the standard delivery line, a key that is
equal for equal homes, and every change named by a code (field:code).

status is parsed, or unparsed where there is no town, postcode, street or box; then
every other column is empty. country is set only where the text itself names one.
quality (JSON, cards) tells more: ok, changed, incomplete, conflict (the reference
of postcodes contradicts), unparsed, placeholder, missing.`,
		Example: `  kartoteka parse address "ul. Lipowa 12 m. 7, 62200 Gniezno"
  kartoteka parse address --country US "12 North Elm St #4, Tyler Texas 75702" --output json
  kartoteka parse address --file crm.csv --column Ulica --column Kod --column Miasto
  kartoteka parse address --file crm.csv --column adres --postcodes postcodes.csv --output json`,
		Columns: texts("status", "recipient", "predir", "street_type", "street", "suffix", "postdir", "house_number", "staircase", "level",
			"unit_type", "unit", "po_box", "route", "urbanization", "dependent_locality", "city", "region", "postcode", "country",
			"standard", "confidence", "codes"),
		More:    texts("quality", "read_as", "last_line", "key", "rule", "not_understood"),
		Parts:   true,
		Meaning: codebook.Explain,
		read:    readAddress,
	}
}

// readAddress reads one address. Status is parsed or unparsed; what is unparsed has
// no other value. Country is what the text itself names, read_as the country whose
// grammar read it.
func readAddress(t *Tools, r *Reading, lines []string, country string) {
	in := address.Input{Lines: split(lines), DefaultCountry: country}
	var a address.Address
	if r.Full {
		var parts []address.Part
		a, parts = t.Addresses.ParseParts(in)
		for _, p := range parts {
			r.Parts = append(r.Parts, Part(p))
		}
	} else {
		a = t.Addresses.Parse(in)
	}
	switch a.Status {
	case address.Unparsed, address.Placeholder, address.Missing:
		r.Bad, r.Parts = true, r.Parts[:0]
		r.put("unparsed", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "", "")
		r.tell(a.Status, "", "", "", a.Rule, a.Unparsed)
		return
	}
	written := ""
	codes := make([]string, len(a.Codes))
	for i, c := range a.Codes {
		codes[i] = c.Field + ":" + c.Code
		if c == (address.Code{Field: "country", Code: "from_text"}) {
			written = a.Country
		}
	}
	r.put("parsed", a.Recipient, a.Predir, streetWord(a.StreetType), a.Street, a.StreetSuffix, a.Postdir, a.HouseNumber, a.Staircase, a.Level,
		a.UnitType, a.Unit, a.POBox, a.Route, a.Urbanization, a.DependentLocality, a.City, a.Region, a.Postcode, written,
		a.Line(t.Line), confidence(a.Confidence), strings.Join(codes, " "))
	if !r.Full {
		r.tell("", "", "", "", "", "")
		return
	}
	r.tell(a.Status, a.Country, a.LastLine(), a.Key(), a.Rule, a.Unparsed)
	r.Title = a.OneLine(t.Line)
}

// split cuts texts at their line breaks.
func split(lines []string) []string {
	if len(lines) == 1 && strings.IndexByte(lines[0], '\n') < 0 {
		return lines
	}
	var all []string
	for _, l := range lines {
		all = append(all, strings.Split(l, "\n")...)
	}
	return all
}

// streetWord writes the type of a Polish street in full.
func streetWord(short string) string {
	switch short {
	case "ul.":
		return "ulica"
	case "al.":
		return "aleja"
	case "os.":
		return "osiedle"
	case "pl.":
		return "plac"
	}
	return short
}

func confidence(c float64) string { return strconv.FormatFloat(c, 'f', 3, 64) }
