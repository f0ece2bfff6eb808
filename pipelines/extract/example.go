package extract

import "strings"

// documentation is doc with the list of fields.
func documentation() string {
	var b strings.Builder
	b.WriteString(doc)
	b.WriteString("\nFields\n")
	for _, c := range canonicalFields() {
		kind := column{kind: c.kind, scale: c.scale}.sqlType()
		b.WriteString("- " + c.name + " (" + kind + "): " + c.meaning + "\n")
	}
	b.WriteString("- " + contactRef + " (ref_source, ref_key VARCHAR): the contact record that the row names\n")
	return b.String()
}

const doc = `Reads every file that matches the pattern into one table: source, source_key, source_file,
source_row, told_by_customer, one column per mapped field, the kept columns, and raw (the record as
read, in restricted tables only).

A field is read from a column, from a list of columns (lines of one value), or by a long form:
{column, type, format, decimal, time_zone, map, on_invalid, required}, {first_of: [A, B]},
{value: online}, {path: address.city}, {at: 9-33}, {column: [year, month, day], join: "-"}, {from_file: 'mailfile_(.+)\.csv'}.
contact_ref is {source: NAME, key: COLUMN} or {source_and_key: COLUMN, separator: ":"}; source: NAME is
the column of that name where the file has one, else the name of a source. Where a key or the time
of fold is called like a mapped field, that field's column is meant.

Encoding and delimiter are found when they are not given. Rows with a wrong number of fields, a wrong
length, bytes that the encoding does not know, broken JSON, no key, or an impossible date or amount
in a mandatory field are rejects; every other row is kept. An impossible birth_date, address_told,
consent_on, since or move_month becomes empty. Dates take yyyy mm dd HH MM SS mmm Z; without a format
the usual shapes are read, day first.

A kept column that is called like one that every table has becomes kept_NAME.

Every run makes a further table NAME_columns, which only the next night needs (on_new_column).
It does not cleanse: names, addresses, phones and e-mails stay as they are written.
`

const example = `- extract: crm
  files: sources/crm_*.csv
  key: ID
  observed: {column: Data zmiany, type: date, format: dd.mm.yyyy}
  fields:
    family_name: Nazwisko
    given_name: Imię
    address: [Ulica, Kod, Miejscowość]
    email: E-mail
    birth_date: {column: Data ur., type: date, format: dd.mm.yyyy}
    consent_email: {column: Zgoda, map: {T: granted, N: refused}}
  keep: [Segment]
`

func exampleFiles() map[string]string {
	const header = "ID;Nazwisko;Imię;Ulica;Kod;Miejscowość;E-mail;Data ur.;Zgoda;Data zmiany;Segment\n"
	return map[string]string{
		"sources/crm_1.csv": header +
			"1;Przykładowa;Anna;ul. Testowa 1;00-001;Warszawa;anna@example.com;01.02.1980;T;05.01.2026;A\n" +
			"2;Wzorcowy;Jan;;;;;31.02.1990;N;06.01.2026;B\n" +
			"3;Za;Krótki\n" +
			";Bez;Klucza;;;;;;;07.01.2026;\n",
		"sources/crm_2.csv": header +
			"1;Przykładowa-Wzór;Anna;\"ul. Testowa 1\nm. 2\";00-001;Warszawa;anna@example.com;01.02.1980;T;09.02.2026;A\n" +
			"4;Zła;Data;;;;;;;31.02.2026;\n" +
			"5;Jutro;Ewa;;;;;;;01.04.2026;C\n",
	}
}
