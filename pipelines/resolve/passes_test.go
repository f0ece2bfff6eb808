package resolve

import (
	"context"
	"maps"
	"strings"
	"testing"
)

// resolved makes a request over the rows of a VALUES list and gives "n contact by" of every row.
func resolved(t *testing.T, q Request, sources, columns string, rows ...string) string {
	t.Helper()
	db := open(t)
	exec(t, db, sources)
	exec(t, db, "CREATE TABLE rows_in AS SELECT * FROM (VALUES "+strings.Join(rows, ", ")+") v("+columns+")")
	if q.Circles != "" {
		exec(t, db, "CREATE TABLE circles AS SELECT * FROM (VALUES (1, 'spring'), (2, 'spring'), (3, 'autumn'), (4, 'spring'), (5, 'spring'), (6, 'spring')) v(n, circle)")
		exec(t, db, "CREATE TABLE members AS SELECT * FROM (VALUES ('spring', 'p1'), ('spring', 'p3'), ('spring', 'p7'), ('spring', 'p8'), ('autumn', 'p5')) v(circle, contact_id)")
	}
	q.Rows, q.Key, q.Sources, q.Into, q.Workers = "rows_in", []string{"n"}, "contact_sources", "out", 2
	counts, err := Make(context.Background(), db, q)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	again := Counts{}
	if err := db.Rows(context.Background(), "SELECT n || ' ' || COALESCE(contact_id, '-') || ' ' || resolved_by, resolved_by FROM out ORDER BY n", func(scan func(...any) error) error {
		var line, by string
		err := scan(&line, &by)
		out = append(out, line)
		again[by]++
		return err
	}); err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(counts, again) {
		t.Errorf("counts %v, the table has %v", counts, again)
	}
	var left int64
	if err := db.One(context.Background(), "SELECT COUNT(*) FROM duckdb_tables() WHERE table_name LIKE '%\\_\\_%' ESCAPE '\\'", &left); err != nil || left != 0 {
		t.Errorf("%d working tables are left, %v", left, err)
	}
	return strings.Join(out, "\n")
}

const (
	orderColumns = "n, ref_source, ref_key, given_name, family_name, email, phone, address_key"
	phoneA       = "'+48600111111'"
	phoneB       = "'+48600222222'"
	phoneC       = "'+48600333333'"
)

func TestTaught(t *testing.T) {
	rows := []string{
		"(1, 'crm', 'A3', 'Teodor', 'Wilga', CAST(NULL AS VARCHAR), " + phoneA + ", CAST(NULL AS VARCHAR))",
		"(2, NULL, NULL, 'T.', 'Wilga', NULL, " + phoneA + ", NULL)",   // the phone was told by row 1
		"(3, NULL, NULL, 'Roch', 'Dereń', NULL, " + phoneA + ", NULL)", // another name
		"(4, NULL, NULL, 'Ida', 'Norman', 'ida@example.org', " + phoneB + ", 'dolna 4')",
		"(5, NULL, NULL, 'Ida', 'Norman', NULL, " + phoneB + ", NULL)",         // told by row 4
		"(6, NULL, NULL, 'Ida', 'Norman', 'new@example.org', NULL, 'dolna 4')", // told by row 4; itself teaches nobody
		"(7, NULL, NULL, NULL, NULL, 'new@example.org', NULL, NULL)",           // one link too far
		"(8, 'crm', 'A1', 'Roch', 'Dereń', NULL, " + phoneC + ", NULL)",        // a present: another name than the contact's
		"(9, NULL, NULL, 'Roch', 'Dereń', NULL, " + phoneC + ", NULL)",
		"(10, NULL, NULL, NULL, NULL, NULL, " + phoneB + ", NULL)", // alone, one contact
		"(11, 'old', 'D8', 'Iwo', 'Sowa', NULL, '+48600444444', NULL)",
		"(12, 'crm', 'A1', 'Halina', 'Bródka', NULL, '+48600444444', NULL)",
		"(13, NULL, NULL, NULL, NULL, NULL, '+48600444444', NULL)", // alone, two contacts
	}
	sources := sourcesSQL + "; INSERT INTO contact_sources VALUES ('old', 'D8', 'p8', NULL, NULL, NULL, NULL, NULL)"
	want := "1 p3 reference\n2 p3 taught\n3 - none\n4 p5 email_name\n5 p5 taught\n6 p5 taught\n7 - none\n8 p1 reference\n9 - none\n10 p5 taught\n11 p8 reference\n12 p1 reference\n13 - none"
	if got := resolved(t, Request{Taught: true}, sources, orderColumns, rows...); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if got := resolved(t, Request{}, sources, orderColumns, rows...); strings.Contains(got, "taught") {
		t.Errorf("taught without being asked:\n%s", got)
	}
}

func TestCircles(t *testing.T) {
	rows := []string{
		"(1, 'Teodor', 'WILGA')", // in the circle
		"(2, 'Ida', 'Norman')",   // not in it
		"(3, 'Norman', 'Ida')",   // in another, exchanged
		"(4, 'Igor', 'Sowa')",    // two of the name are contacts, one in the circle
		"(5, 'T.', 'Wilga')",     // an initial is no whole name
		"(6, 'Iwo', 'Sowa')",
		"(7, 'Teodor', 'Wilga')", // points at no circle
	}
	sources := sourcesSQL + "; INSERT INTO contact_sources VALUES ('shop', 'S10', 'p10', 'Igor', 'Sowa', NULL, NULL, NULL), ('crm', 'A11', 'p3', 'Iwo', 'Sowa', NULL, NULL, NULL)"
	want := "1 p3 circle_name\n2 - none\n3 p5 circle_name\n4 p7 circle_name\n5 - none\n6 - ambiguous\n7 - none"
	if got := resolved(t, Request{Circles: "circles", Members: "members"}, sources, "n, given_name, family_name", rows...); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestRareNames: 503 contacts in PL, two in DE. Of 500 in PL, 50 bear each given name and 10 each surname: one bearer of
// both is to be expected. Ida is borne by one and Zaborska by three: 0.006.
func TestRareNames(t *testing.T) {
	const sources = `CREATE TABLE contact_sources AS
		SELECT 'crm' AS source, CAST(i AS VARCHAR) AS source_key, 'q' || CAST(i AS VARCHAR) AS contact_id, 'Imię' || chr(CAST(97 + i % 10 AS INTEGER)) AS given_name,
			'Nazwisko' || chr(CAST(97 + (i // 10) % 10 AS INTEGER)) || chr(CAST(97 + i // 100 AS INTEGER)) AS family_name, 'PL' AS country FROM range(500) t(i)
		UNION ALL SELECT 'crm', 'z' || CAST(i AS VARCHAR), 'r' || CAST(i AS VARCHAR), given_name, family_name, country FROM (VALUES
			(1, 'Ida', 'Zaborska', 'PL'), (2, 'Roch', 'Zaborski', 'PL'), (3, 'R.', 'Zaborski', 'PL'), (4, 'Jutta', 'Kern', 'DE'), (5, 'Uwe', 'Kern', 'DE')) v(i, given_name, family_name, country)`
	rows := []string{
		"(1, 'Ida', 'Zaborska')",       // rare
		"(2, 'Zaborska', 'Ida')",       // exchanged
		"(3, 'Roch', 'Zaborski')",      // another contact has the initial
		"(4, 'Imięa', 'Nazwiskoaa')",   // one bearer, but a tenth of all have the given name: 50 * 10 / 503
		"(5, 'Jutta', 'Kern')",         // few in DE: 1 * 2 / 2
		"(6, 'Idalia', 'Dereńkowska')", // nobody
	}
	for rare, want := range map[float64]string{
		0:    "1 - none\n2 - none\n3 - none\n4 - none\n5 - none\n6 - none",
		0.03: "1 r1 rare_name\n2 r1 rare_name\n3 - none\n4 - none\n5 - none\n6 - none",
		1.5:  "1 r1 rare_name\n2 r1 rare_name\n3 - none\n4 q0 rare_name\n5 r4 rare_name\n6 - none",
	} {
		if got := resolved(t, Request{Rare: rare}, sources, "n, given_name, family_name", rows...); got != want {
			t.Errorf("rare %v: got\n%s\nwant\n%s", rare, got, want)
		}
	}
}
