package resolve

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"testing"

	"kartoteka/pipelines/duck"
)

const sourcesSQL = `CREATE TABLE contact_sources AS SELECT * FROM (VALUES
	('crm',  'A1', 'p1', 'Halina',   'Bródka',  'halina@example.org', '+48600100100', 'lipowa 1'),
	('shop', 'S1', 'p1', 'H.',       'Bródka',  'hb@example.org',     NULL,           'lipowa 1'),
	('crm',  'A2', 'p2', 'Henryk',   'Bródka',  NULL,                 '+48600100100', 'lipowa 1'),
	('crm',  'A3', 'p3', 'Teodor',   'Wilga',   'biuro@example.org',  '+48600300300', 'polna 7'),
	('crm',  'A4', 'p4', 'Zenona',   'Wilga',   'biuro@example.org',  NULL,           'polna 7'),
	('shop', 'S5', 'p5', 'Ida',      'Norman',  'ida@example.org',    '+48600500500', 'nowa 3'),
	('shop', 'S6', 'p6', NULL,       NULL,      'cicho@example.org',  NULL,           NULL),
	('old',  'D7', 'p7', 'Igor',     'Sowa',    NULL,                 NULL,           'leśna 2'),
	('old',  'D7', 'p8', 'Iwo',      'Sowa',    NULL,                 NULL,           'leśna 2'),
	('crm',  NULL, 'p5', 'Ida',      'Norman',  NULL,                 NULL,           NULL),
	('crm',  'A9', 'p9', 'Paulina',  'Mróz',    NULL,                 NULL,           NULL),
	('shop', 'S9', 'p9', NULL,       NULL,      'pm@example.org',     NULL,           NULL)
) v(source, source_key, contact_id, given_name, family_name, email, phone, address_key)`

func open(t testing.TB) *duck.DB {
	t.Helper()
	db, err := duck.Open(context.Background(), duck.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	})
	return db
}

func exec(t testing.TB, db *duck.DB, stmt string) {
	t.Helper()
	if err := db.Exec(context.Background(), stmt); err != nil {
		t.Fatal(err)
	}
}

func TestMake(t *testing.T) {
	cases := []struct {
		name, row, want string // row: ref_source, ref_key, given, family, email, phone, address
	}{
		{"by reference", "'crm','A2',NULL,NULL,NULL,NULL,NULL", "p2 reference"},
		{"reference beats what is carried", "'crm','A2','Ida','Norman','ida@example.org',NULL,NULL", "p2 reference"},
		{"reference of another source", "'web','A2',NULL,NULL,NULL,NULL,NULL", "- none"},
		{"reference that two contacts bear", "'old','D7','Igor','Sowa',NULL,NULL,'leśna 2'", "p7 name_address"},
		{"e-mail and name", "NULL,NULL,'Halina','Bródka','HALINA@example.org ',NULL,NULL", "p1 email_name"},
		{"e-mail and initial", "NULL,NULL,'H','Brodka','halina@example.org',NULL,NULL", "p1 email_name"},
		{"e-mail and exchanged name", "NULL,NULL,'BRODKA','HALINA','hb@example.org',NULL,NULL", "p1 email_name"},
		{"name on another row of the contact", "NULL,NULL,'Halina','Bródka','hb@example.org',NULL,NULL", "p1 email_name"},
		{"shared phone, the name decides", "NULL,NULL,'Henryk','Bródka',NULL,'+48600100100',NULL", "p2 phone_name"},
		{"shared phone, initial of both", "NULL,NULL,'H','Bródka',NULL,'+48600100100',NULL", "- ambiguous"},
		{"shared e-mail, the name decides", "NULL,NULL,'Zenona','Wilga','biuro@example.org',NULL,NULL", "p4 email_name"},
		{"shared e-mail, no name", "NULL,NULL,NULL,NULL,'biuro@example.org',NULL,NULL", "- none"},
		{"name and address", "NULL,NULL,'Teodor','Wilga',NULL,NULL,'polna 7'", "p3 name_address"},
		{"surname and address of two", "NULL,NULL,NULL,'Wilga',NULL,NULL,'polna 7'", "- ambiguous"},
		{"initial and address of two", "NULL,NULL,'I','Sowa',NULL,NULL,'leśna 2'", "- ambiguous"},
		{"address alone", "NULL,NULL,NULL,NULL,NULL,NULL,'nowa 3'", "- none"},
		{"e-mail alone", "NULL,NULL,NULL,NULL,'ida@example.org',NULL,NULL", "p5 email"},
		{"phone alone", "NULL,NULL,NULL,NULL,NULL,'+48600500500',NULL", "p5 phone"},
		{"e-mail of a contact without a name", "NULL,NULL,'Ktoś','Inny','cicho@example.org',NULL,NULL", "p6 email"},
		{"married name, e-mail of one contact", "NULL,NULL,'Ida','Zaborska','ida@example.org',NULL,NULL", "p5 email"},
		{"another person with an e-mail that also stands on a row without a name", "NULL,NULL,'Roch','Dereń','pm@example.org',NULL,NULL", "- none"},
		{"another person with the e-mail", "NULL,NULL,'Roch','Dereń','ida@example.org',NULL,NULL", "- none"},
		{"slip in the surname", "NULL,NULL,'Ida','Normann','ida@example.org',NULL,NULL", "p5 email_name"},
		{"slip in the given name", "NULL,NULL,'Helina','Bródka','hb@example.org',NULL,NULL", "p1 email_name"},
		{"a given name of the other gender is no slip", "NULL,NULL,'Paulin','Mróz','pm@example.org',NULL,NULL", "- none"},
		{"e-mail of one, phone of another, name of the second", "NULL,NULL,'Henryk','Bródka','ida@example.org','+48600100100',NULL", "p2 phone_name"},
		{"nothing", "NULL,NULL,NULL,NULL,NULL,NULL,NULL", "- none"},
	}
	db := open(t)
	exec(t, db, sourcesSQL)
	var rows []string
	for i, c := range cases {
		rows = append(rows, fmt.Sprintf("(%d,%s)", i, c.row))
	}
	exec(t, db, "CREATE TABLE rows_in AS SELECT CAST(n AS INTEGER) AS n, CAST(ref_source AS VARCHAR) AS ref_source, CAST(ref_key AS VARCHAR) AS ref_key, given_name, family_name, email, phone, address_key FROM (VALUES "+
		strings.Join(rows, ",")+") v(n, ref_source, ref_key, given_name, family_name, email, phone, address_key)")
	counts, err := Make(context.Background(), db, Request{Rows: "rows_in", Key: []string{"n"}, Sources: "contact_sources", Into: "out", Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	got := map[int]string{}
	total := int64(0)
	if err := db.Rows(context.Background(), "SELECT n, COALESCE(contact_id, '-') || ' ' || resolved_by FROM out", func(scan func(...any) error) error {
		var n int
		var s string
		if err := scan(&n, &s); err != nil {
			return err
		}
		got[n] = s
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		if got[i] != c.want {
			t.Errorf("%s: %q, want %q", c.name, got[i], c.want)
		}
	}
	for by, n := range counts {
		total += n
		if !strings.Contains(strings.Join(Rungs(), " "), by) {
			t.Errorf("%q is no rung", by)
		}
	}
	if total != int64(len(cases)) {
		t.Errorf("counted %d rows of %d", total, len(cases))
	}
	var left int64
	if err := db.One(context.Background(), "SELECT COUNT(*) FROM duckdb_tables() WHERE table_name LIKE '%\\_\\_%' ESCAPE '\\'", &left); err != nil || left != 0 {
		t.Errorf("%d working tables are left, %v", left, err)
	}
}

func TestMakeWithFewColumns(t *testing.T) {
	db := open(t)
	exec(t, db, "CREATE TABLE contact_sources AS SELECT 'crm' AS source, '1' AS source_key, 'p1' AS contact_id, 'a@example.org' AS email_key")
	exec(t, db, "CREATE TABLE rows_in AS SELECT 'x' AS id, 'a@example.org' AS email UNION ALL SELECT 'y', 'b@example.org'")
	counts, err := Make(context.Background(), db, Request{Rows: "rows_in", Key: []string{"id"}, Sources: "contact_sources", Into: "out"})
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(counts, Counts{"email": 1, "none": 1}) {
		t.Errorf("counts are %v", counts)
	}
	if _, err := Make(context.Background(), db, Request{Rows: "absent", Key: []string{"id"}, Sources: "contact_sources", Into: "out2"}); err == nil {
		t.Error("an absent table is resolved")
	}
}

func TestMakeWhenCancelled(t *testing.T) {
	db := open(t)
	exec(t, db, sourcesSQL)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Make(ctx, db, Request{Rows: "contact_sources", Key: []string{"source"}, Sources: "contact_sources", Into: "out"}); err == nil {
		t.Error("a cancelled run ends well")
	}
}

func BenchmarkMake(b *testing.B) {
	db := open(b)
	exec(b, db, `CREATE TABLE contact_sources AS SELECT 'crm' AS source, CAST(i AS VARCHAR) AS source_key, 'p' || CAST(i // 2 AS VARCHAR) AS contact_id,
		'Imię' || CAST(i % 400 AS VARCHAR) AS given_name, 'Nazwisko' || CAST(i % 7000 AS VARCHAR) AS family_name,
		'm' || CAST(i // 2 AS VARCHAR) || '@example.org' AS email, '+48' || CAST(600000000 + i // 3 AS VARCHAR) AS phone, 'a' || CAST(i // 3 AS VARCHAR) AS address_key
		FROM range(100000) t(i)`)
	exec(b, db, `CREATE TABLE orders AS SELECT i AS n, CASE WHEN i % 2 = 0 THEN 'crm' END AS ref_source, CASE WHEN i % 2 = 0 THEN CAST(i AS VARCHAR) END AS ref_key,
		given_name, family_name, email, phone, address_key FROM (SELECT *, CAST(source_key AS INTEGER) AS i FROM contact_sources)`)
	for i := 0; b.Loop(); i++ {
		if _, err := Make(context.Background(), db, Request{Rows: "orders", Key: []string{"n"}, Sources: "contact_sources", Into: "out", Workers: 2}); err != nil {
			b.Fatal(err)
		}
		exec(b, db, "DROP TABLE out")
	}
	b.ReportMetric(100000*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
}
