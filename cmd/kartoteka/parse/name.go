package parse

import (
	"strings"

	"kartoteka/pipelines/kernel/name"
)

func nameReader() Reader {
	return Reader{
		Kind:  "name",
		Short: "Take the name of a person, couple or firm apart",
		Long: `Take names apart: people, couples, firms.

kind is person, couple, company, or unparsed for what is no name; then every other
column is empty. Of a couple, values of the two people are separated by "; ", a
surname that both bear stands once. gender is f, m or unknown; it is never guessed
from nothing. A sole trader is a company with its owner's name beside it.`,
		Example: `  kartoteka parse name "KOWALSKA ANNA" "dr inż. Piotr Olech" "Jan i Maria Kowalscy"
  kartoteka parse name --country US "Carter, Paul Jr"
  kartoteka parse name --file crm.csv --column Klient --output csv > names.csv`,
		Columns: texts("kind", "prefix", "given_name", "middle_name", "family_name", "suffix", "gender", "company", "confidence", "codes"),
		More:    texts("key", "rule"),
		Meaning: meaning("name"),
		read:    readName,
	}
}

// readName reads one name. Kind is person, couple, company or unparsed; what is
// unparsed has no other value. The two people of a couple are separated by "; ",
// a surname that both bear stands once.
func readName(t *Tools, r *Reading, lines []string, country string) {
	n := t.Names.Parse(name.Input{Name: strings.Join(lines, "\n"), Country: country})
	if n.Kind == name.Unknown {
		r.Bad = true
		r.put("unparsed", "", "", "", "", "", "", "", "", "")
		r.tell("", n.Rule)
		return
	}
	row := n.Row()
	r.put(row.Kind, row.Prefix, row.Given, row.Middle, row.Surname, row.Suffix, row.Gender, row.Company, confidence(n.Confidence), strings.Join(n.Codes, " "))
	r.tell(nameKey(n, t.Nicknames), n.Rule)
	r.Title = spaced(row.Prefix, row.Given, row.Middle, row.Surname, row.Suffix)
	if n.Company != "" {
		r.Title = strings.TrimPrefix(r.Title+", "+n.Company, ", ")
	}
}

// nameKey is what two records of one person agree in.
func nameKey(n name.Name, short *name.Nicknames) string {
	if n.Family == "" && n.Given == "" {
		return ""
	}
	return name.SurnameKey(n.Family) + "|" + short.GivenKey(n.Given)
}

// spaced joins what is there with blanks.
func spaced(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " ")
}
