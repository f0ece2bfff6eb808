package cleanse

import (
	"strings"

	"kartoteka/pipelines/kernel/charset"
	"kartoteka/pipelines/kernel/name"
)

// named is a cleansed name with its codes.
type named struct {
	name.Name
	codes      []string
	salutation string
}

func (w *worker) putName(row int, country string) {
	w.fields(row, "name", "prefix", "given_name", "middle_name", "family_name", "name_suffix", "company", "gender")
	w.key = append(append(w.key, 0), country...)
	n := w.names[w.set.at].get(w.key, w.parseName)
	w.codes = append(w.codes, n.codes...)
	w.put(string(n.Kind), w.cased(n.Prefix), w.cased(n.Given), w.cased(n.Middle), w.cased(n.Family), w.cased(n.Suffix), n.Gender, w.cased(n.Company),
		w.cased(n.Given2), w.cased(n.Family2), n.Gender2)
	if w.layout.salutes {
		w.put(n.salutation)
	}
}

func (w *worker) parseName(key string) named {
	key, repaired := mend(key)
	f := strings.Split(key, "\x00")
	n := w.set.names.Parse(name.Input{
		Name: f[0], Prefix: f[1], Given: f[2], Middle: f[3], Family: f[4], Suffix: f[5], Company: f[6], Gender: f[7], Country: f[8],
	})
	if repaired {
		n.Codes = append(n.Codes, "mojibake_repaired")
	}
	out := named{Name: n, codes: qualified("name", n.Codes)}
	if s := w.salutation; s != nil {
		style := name.Style{Language: s.Language, Given: s.Given, Vocative: s.Vocative}
		if style.Language == "by_country" {
			style.Language = "en"
			if f[8] == "PL" {
				style.Language = "pl"
			}
		}
		out.salutation = n.Salutation(style)
	}
	return out
}

// cased gives a text in the capitals that the step wants.
func (t *tools) cased(text string) string {
	if !t.upper {
		return text
	}
	return strings.ToUpper(text)
}

// mend repairs text that was decoded with a wrong encoding on its way to us.
// Fields are mended one by one, so that one field cannot hide another's fault.
func mend(text string) (string, bool) {
	if !charset.Suspicious(text) {
		return text, false
	}
	found := false
	parts := strings.Split(text, "\x00")
	for i, p := range parts {
		if repaired, bad := charset.Mojibake(p); bad {
			parts[i], found = repaired, true
		}
	}
	return strings.Join(parts, "\x00"), found
}
