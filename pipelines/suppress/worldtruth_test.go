package suppress

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/charmap"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/kernel/phone"
)

var day = time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)

// world is the labelled firm beside the repository; the test skips where it is absent.
func world(t *testing.T) string {
	t.Helper()
	dir := os.Getenv("KARTOTEKA_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir, err := filepath.Abs(filepath.Join(dir, "data", "world"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "truth", "suppression.parquet")); err != nil {
		t.Skip("SKIPPED: no labelled world: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	return dir
}

// lines reads a list of the world, without its header.
func lines(t *testing.T, path string, comma rune, polish bool) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	if polish {
		r = csv.NewReader(charmap.Windows1250.NewDecoder().Reader(f))
	}
	r.Comma = comma
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[1:]
}

// table makes a table of texts.
func table(t *testing.T, db *duck.DB, r *pipelines.Run, name string, columns []string, rows [][]string) {
	t.Helper()
	var values []string
	for _, row := range rows {
		cells := make([]string, len(row))
		for i, c := range row {
			cells[i] = "NULLIF(" + duck.Quote(c) + ", '')"
		}
		values = append(values, "("+strings.Join(cells, ", ")+")")
	}
	must(t, db.Exec(t.Context(), "CREATE TABLE "+name+" AS SELECT * FROM (VALUES "+strings.Join(values, ", ")+") AS v("+strings.Join(columns, ", ")+")"))
	declare(r, name, columns...)
}

func declare(r *pipelines.Run, name string, columns ...string) {
	d := &pipelines.Table{Name: name}
	for _, c := range columns {
		d.Columns = append(d.Columns, pipelines.Column{Name: c, Type: "VARCHAR"})
	}
	r.SetTables(d)
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// TestWorldWithTrueIdentities matches the world's lists against true persons: everybody is found, and nobody else, except
// those listed by the hash of an e-mail or phone that none of their records carries. Addresses are the true ones of the
// listed record, since their reading is not this step's work.
func TestWorldWithTrueIdentities(t *testing.T) {
	dir := world(t)
	db, err := duck.Open(t.Context(), duck.Options{AllowedDirs: []string{dir}})
	must(t, err)
	defer db.Close()
	truth := func(n string) string {
		return "read_parquet(" + duck.Quote(filepath.Join(dir, "truth", n+".parquet")) + ")"
	}
	r, _ := pipelines.NewRun(db, &config.Project{}, day)

	must(t, db.Exec(t.Context(), `CREATE TABLE contact_sources AS
		SELECT r.source, r.source_key, CAST(r.person_id AS VARCHAR) AS contact_id, r.email, r.phone, CASE WHEN r.address_usable THEN 'A' || r.address_id END AS address_key,
			p.first_name AS given_name, CASE WHEN p.maiden_name IS NOT NULL AND r.created < p.married_on THEN p.maiden_name ELSE p.last_name END AS family_name,
			CASE p.gender WHEN 'K' THEN 'f' WHEN 'M' THEN 'm' END AS gender
		FROM `+truth("records")+` AS r JOIN `+truth("people")+` AS p USING (person_id)`))
	declare(r, "contact_sources", "source", "source_key", "contact_id", "email", "phone", "address_key", "given_name", "family_name", "gender")
	must(t, db.Exec(t.Context(), `CREATE TABLE contacts_found AS SELECT DISTINCT contact_id FROM contact_sources`))
	declare(r, "contacts_found", "contact_id")

	addresses := map[string]string{}
	must(t, db.Rows(t.Context(), `SELECT s.file || s.row_no, COALESCE('A' || MIN(r.address_id), '') FROM `+truth("suppression")+` AS s LEFT JOIN `+truth("records")+` AS r ON r.person_id = s.person_id AND r.is_winner GROUP BY 1`,
		func(scan func(...any) error) error {
			var row, address string
			err := scan(&row, &address)
			addresses[row] = address
			return err
		}))
	words := empty.New()
	var listed, robinson, hashed, erased [][]string
	for i, l := range lines(t, filepath.Join(dir, "suppression/do_not_mail.csv"), ';', true) {
		n := name.Parse(name.Input{Name: l[0], Country: l[4]}, words)
		listed = append(listed, []string{n.Given, n.Family, addresses[fmt.Sprint("suppression/do_not_mail.csv", i+1)], l[6]})
	}
	for i, l := range lines(t, filepath.Join(dir, "suppression/robinson_plain.csv"), ',', false) {
		n := name.Parse(name.Input{Name: l[1], Country: "PL"}, words)
		number := phone.Parse(l[3], "", "PL", words)
		address := ""
		if l[0] == "postal" {
			address = addresses[fmt.Sprint("suppression/robinson_plain.csv", i+1)]
		}
		robinson = append(robinson, []string{n.Given, n.Family, address, number.E164, l[0]})
	}
	for i, l := range lines(t, filepath.Join(dir, "suppression/robinson_hashed.csv"), ',', false) {
		hashed = append(hashed, []string{l[1], l[1], l[0], fmt.Sprint(i + 1)})
	}
	for _, l := range lines(t, filepath.Join(dir, "suppression/erasure_requests.csv"), ',', false) {
		erased = append(erased, []string{l[2], l[3]})
	}
	table(t, db, r, "do_not_mail", []string{"given_name", "family_name", "address_key", "kanal"}, listed)
	table(t, db, r, "robinson_plain", []string{"given_name", "family_name", "address_key", "phone", "kind"}, robinson)
	table(t, db, r, "robinson_hashed", []string{"sha256_email", "sha256_phone", "kind", "row_no"}, hashed)
	table(t, db, r, "erasure_requests", []string{"ref_source", "ref_key"}, erased)

	var p config.Problems
	entry, _ := config.EntryOf(config.Parse("w.yaml", []byte(`- suppress: contacts
  from: contacts_found
  lists:
    - {table: do_not_mail, channel: {column: kanal, map: {poczta: mail, wszystkie: all}}, match: [name_address]}
    - {table: robinson_plain, channel: {column: kind, map: {postal: mail, phone: phone}}, match: [name_address, phone]}
    - {table: robinson_hashed, channel: {column: kind, map: {email: email, phone: phone}}, match: [sha256_email, sha256_phone]}
    - {table: erasure_requests, effect: erase, match: [contact_ref]}
`), &p).Items()[0], &p)
	options := Spec().Options()
	config.Decode(entry.Body, options, &p)
	step, more := Spec().New(entry, options, pipelines.Setting{})
	if p = append(p, more...); len(p) > 0 {
		t.Fatal(p)
	}
	accounts, err := step.Run(t.Context(), r)
	must(t, err)
	for _, reason := range accounts[0].Reasons {
		t.Logf("%s %s %d", reason.Kind, reason.Reason, reason.Rows)
	}
	expect := `SELECT DISTINCT CAST(s.person_id AS VARCHAR) AS contact_id, c.channel FROM ` + truth("suppression") + ` AS s JOIN ` + truth("people") + ` AS p USING (person_id)
		JOIN (VALUES ('mail'), ('email'), ('phone')) AS c(channel) ON s.channel IN ('all', c.channel)
		WHERE NOT p.erased AND (s.file NOT LIKE '%hashed%' OR (s.row_no, s.person_id) IN (SELECT (CAST(h.row_no AS INTEGER), CAST(c.contact_id AS INTEGER))
			FROM robinson_hashed AS h JOIN contact_sources AS c ON SHA256(c.email) = h.sha256_email OR SHA256(c.phone) = h.sha256_phone))`
	for _, missing := range []struct{ what, query string }{
		{"listed but not suppressed", expect + " EXCEPT SELECT contact_id, channel FROM suppressions"},
		{"suppressed but not listed", "SELECT contact_id, channel FROM suppressions EXCEPT " + expect},
		{"erased but still there", "SELECT contact_id, '' FROM contacts WHERE contact_id IN (SELECT CAST(person_id AS VARCHAR) FROM " + truth("people") + " WHERE erased)"},
	} {
		n := 0
		must(t, db.Rows(t.Context(), missing.query+" ORDER BY 1, 2", func(scan func(...any) error) error {
			var id, channel string
			err := scan(&id, &channel)
			t.Logf("%s: person %s %s", missing.what, id, channel)
			n++
			return err
		}))
		if n > 0 {
			t.Errorf("%s: %d", missing.what, n)
		}
	}
}
