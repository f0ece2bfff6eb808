package parse

import "strings"

func emailReader() Reader {
	return Reader{
		Kind:  "email",
		Short: "Read e-mail addresses as people type them",
		Long: `Read e-mail addresses as people type them: wrapped in names and labels, with (at),
commas, blanks, two in one field.

status is ok, role (info@), disposable, invalid, placeholder or missing; no server
is asked. suggestion is the whole address that was probably meant; it is never put
in. key is for matching people only: without +tags and the points that gmail
ignores, with a suspected domain repaired.`,
		Example: `  kartoteka parse email "Jan Lis <j.lis+sklep@gmial.com>" "brak@brak.pl"
  kartoteka parse email --file newsletter.csv --column email > emails.csv
  kartoteka parse email --file newsletter.csv --column email --disposable throwaway.txt`,
		Columns: texts("status", "email", "local", "domain", "suggestion", "key", "second", "codes"),
		Meaning: meaning("email"),
		read:    readEmail,
	}
}

// readEmail reads one e-mail address. The suggestion is the whole address with the
// domain that was probably meant.
func readEmail(t *Tools, r *Reading, lines []string, _ string) {
	a := t.Emails.Parse(strings.Join(lines, "\n"))
	local, domain := "", ""
	if at := strings.LastIndexByte(a.Address, '@'); at >= 0 {
		local, domain = a.Address[:at], a.Address[at+1:]
	}
	r.put(string(a.Status), a.Address, local, domain, a.Suggested, a.Key, a.Second, strings.Join(a.Codes, " "))
	r.tell()
	r.Title, r.Bad = a.Address, a.Address == ""
}
