package parse

import (
	"strconv"
	"strings"

	"kartoteka/pipelines/kernel/phone"
)

func phoneReader() Reader {
	return Reader{
		Kind:  "phone",
		Short: "Read telephone numbers into E.164 form",
		Long: `Read telephone numbers as people type them: with trunk prefixes, extensions, remarks,
two in one field.

status is ok, invalid, placeholder or missing; valid says whether the numbering
plan assigns the range (nobody is called). A number of the right length in a range
that is not assigned is invalid but keeps its e164. Numbers without a country code
belong to --country or to the country of the row.`,
		Example: `  kartoteka parse phone --country PL "601 123 456" "(0-22) 123 45 67 wew. 12"
  kartoteka parse phone --country US "(212) 736-5000 x12" --output json
  kartoteka parse phone --file crm.csv --column Telefon --country-column Kraj > phones.csv`,
		Columns: texts("status", "e164", "national", "country", "type", "valid", "extension", "second", "codes"),
		Meaning: meaning("phone"),
		read:    readPhone,
	}
}

func readPhone(t *Tools, r *Reading, lines []string, country string) {
	n := phone.Parse(strings.Join(lines, "\n"), country, "", t.Words)
	r.put(string(n.Status), n.E164, n.National(), n.Country, string(n.Type), strconv.FormatBool(n.Status == phone.OK), n.Extension, n.Second, strings.Join(n.Codes, " "))
	r.tell()
	r.Title, r.Bad = n.E164, n.Status != phone.OK
}
