package returns

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/steptest"
)

// lastNight serves the tables of the night before.
type lastNight struct{ dir string }

func (l lastNight) Path(table string) (string, bool) {
	path := filepath.Join(l.dir, table+".parquet")
	_, err := os.Stat(path)
	return path, err == nil
}

func (lastNight) ID() string { return "before" }

// night runs the example on its tables as statements change them, after the night before.
func night(t *testing.T, day string, before *steptest.Bench, statements ...string) *steptest.Bench {
	t.Helper()
	asOf, err := time.Parse(time.DateOnly, day)
	must(t, err)
	b := steptest.Prepare(t, Spec(), steptest.Options{AsOf: asOf})
	ctx := context.Background()
	if before != nil {
		for _, table := range []string{"corrections", "contact_addresses"} {
			from := filepath.Join(before.Run.Export, table+".parquet")
			must(t, before.DB.CopyParquet(ctx, "SELECT *, DATE '2000-01-01' AS as_of, 'x' AS snapshot_id FROM "+table, from))
			body, err := os.ReadFile(from)
			must(t, err)
			must(t, os.WriteFile(filepath.Join(b.Run.Export, table+".parquet"), body, 0o644))
		}
		b.Run.Previous = lastNight{b.Run.Export}
	}
	for _, s := range statements {
		must(t, b.DB.Exec(ctx, s))
	}
	b.Accounts, err = b.Step.Run(ctx, b.Run)
	must(t, err)
	for _, a := range b.Accounts {
		must(t, a.Balance())
	}
	b.Run.SetTables(b.Made...)
	return b
}

func all(t *testing.T, b *steptest.Bench) string {
	t.Helper()
	var s strings.Builder
	for _, table := range []string{"corrections", "contacts_corrected", "contact_addresses", "tasks"} {
		s.WriteString("== " + table + "\n" + b.Dump(t, table))
	}
	return s.String()
}

// one selects one row as text.
func one(t *testing.T, b *steptest.Bench, query string) string {
	t.Helper()
	var s string
	must(t, b.DB.One(context.Background(), query, &s))
	return s
}

const noFeedback = "DELETE FROM stickers; DELETE FROM acs; DELETE FROM epo; DELETE FROM ncoa; DELETE FROM bounces"

// The same state comes out of the second night whether the files are there again, renamed and in another order, gone,
// or gone together with the mail files.
func TestSecondNightIsTheSame(t *testing.T) {
	first := night(t, "2026-03-31", nil)
	want := all(t, first)
	for name, statements := range map[string][]string{
		"same files again":      nil,
		"renamed and re-sorted": {"UPDATE stickers SET source_file = 'returns/a_copy.csv', source_row = 11 - source_row"},
		"files gone":            strings.Split(noFeedback, "; "),
		"files and pieces gone": append(strings.Split(noFeedback, "; "), "DELETE FROM mailed_pieces"),
		"some files gone":       {"DELETE FROM acs", "DELETE FROM stickers WHERE source_row > 3"},
	} {
		t.Run(name, func(t *testing.T) {
			second := night(t, "2026-04-01", first, statements...)
			if got := all(t, second); got != want {
				t.Errorf("the second night differs:\n%s", steptest.Diff(want, got))
			}
			if name != "files and pieces gone" {
				return
			}
			third := night(t, "2026-04-02", second)
			if got := all(t, third); got != want {
				t.Errorf("the third night, with the files again, differs:\n%s", steptest.Diff(want, got))
			}
		})
	}
}

func TestFileReadTwiceOnALaterNight(t *testing.T) {
	first := night(t, "2026-03-31", nil)
	second := night(t, "2026-04-01", first,
		"INSERT INTO stickers SELECT * REPLACE ('returns/stickers_resend.csv' AS source_file) FROM stickers", "INSERT INTO bounces SELECT * REPLACE ('returns/again.csv' AS source_file) FROM bounces")
	got := one(t, second, "SELECT string_agg(d || ' ' || CAST(n AS VARCHAR), ', ' ORDER BY d) FROM (SELECT decision || COALESCE(':' || because, '') AS d, COUNT(*) AS n FROM corrections WHERE batch = 2 GROUP BY ALL)")
	if want := "no_change:bad_check_digit 1, no_change:duplicate_row 11, no_change:unknown_piece 1"; got != want {
		t.Errorf("the second delivery is decided %q, want %q", got, want)
	}
	for _, table := range []string{"contacts_corrected", "contact_addresses", "tasks"} {
		if want, got := first.Dump(t, table), second.Dump(t, table); got != want {
			t.Errorf("%s changes by a second delivery:\n%s", table, steptest.Diff(want, got))
		}
	}
}

const (
	decisionOf = "SELECT decision || COALESCE(':' || because, '') || ' first ' || first_decision || ' batch ' || CAST(batch AS VARCHAR) FROM corrections WHERE "
	contactOf  = "SELECT concat_ws(' ', COALESCE(address_key, '-'), CAST(address_valid_from AS VARCHAR), address_origin, postal_status, CASE WHEN deceased THEN 'deceased' END) FROM contacts_corrected WHERE contact_id = "
	versionsOf = "SELECT string_agg(concat_ws(' ', address_key, CAST(valid_from AS VARCHAR), COALESCE(CAST(valid_to AS VARCHAR), '-'), origin, status), '; ' ORDER BY valid_from) FROM contact_addresses WHERE contact_id = "
)

func TestLaterNights(t *testing.T) {
	first := night(t, "2026-03-31", nil)
	takenOver := "UPDATE contacts_found SET address_key = 'pl 25-001 nowowiejska 30', address_line = 'Nowowiejska 30, 25-001 Kielce', address_valid_from = DATE '2026-03-31' WHERE contact_id = 'c02'"
	toldNewer := "UPDATE contacts_found SET address_key = 'pl 30-001 inna 1', address_line = 'Inna 1, 30-001 Kraków', address_valid_from = DATE '2026-02-01' WHERE contact_id = 'c02'"
	death := []string{"INSERT INTO epo VALUES ('epo', 'returns/epo2.xml', 1, 'RR024', 'ZWROT', 'ADRESAT_ZMARL', DATE '2026-03-30')", "UPDATE mailed_pieces SET tracking_no = 'RR024' WHERE piece_id = 'A000000123'"}
	order := "INSERT INTO orders VALUES ('W9', DATE '2026-03-30', 'halina@example.org', 'Halina', 'Bródka', 'pl 26-600 lipowa 1', 10)"
	for _, c := range []struct {
		name   string
		change []string
		want   map[string]string // query -> answer
	}{
		{"the firm takes the new address over", []string{takenOver}, map[string]string{
			decisionOf + "piece_id = 'A000000024'": "no_change:already_applied first address_updated batch 1",
			versionsOf + "'c02'":                   "pl 25-001 polna 7 2024-05-02 2025-06-02 told superseded; pl 25-001 nowowiejska 30 2025-06-02 - returned_mail ok",
		}},
		{"the customer tells a newer address", []string{toldNewer}, map[string]string{
			decisionOf + "piece_id = 'A000000024'": "no_change:stale_printed first address_updated batch 1",
			versionsOf + "'c02'":                   "pl 25-001 polna 7 2024-05-02 2025-06-02 told superseded; pl 25-001 nowowiejska 30 2025-06-02 2026-02-01 returned_mail superseded; pl 30-001 inna 1 2026-02-01 - told ok",
		}},
		{"the customer tells the old address again", []string{"UPDATE contacts_found SET address_valid_from = DATE '2026-02-01' WHERE contact_id = 'c02'"}, map[string]string{
			decisionOf + "piece_id = 'A000000024'": "no_change:stale_move first address_updated batch 1",
		}},
		{"a clerk corrects the address typed from the label", []string{"UPDATE stickers SET new_house_number = '31', new_address_line = 'Nowowiejska 31, 25-001 Kielce', new_address_key = 'pl 25-001 nowowiejska 31' WHERE source_row = 3"}, map[string]string{
			contactOf + "'c02'": "pl 25-001 nowowiejska 31 2025-06-02 returned_mail ok",
			"SELECT string_agg(decision, ' ') FROM corrections WHERE piece_id = 'A000000024'": "address_updated",
			versionsOf + "'c02'": "pl 25-001 polna 7 2024-05-02 2025-06-02 told superseded; pl 25-001 nowowiejska 31 2025-06-02 - returned_mail ok",
		}},
		{"a death after the move was applied", death, map[string]string{
			contactOf + "'c02'":                             "pl 25-001 nowowiejska 30 2025-06-02 returned_mail ok deceased",
			decisionOf + "source_file = 'returns/epo2.xml'": "suppressed first suppressed batch 2",
		}},
		{"an order proves that somebody lives there", []string{order}, map[string]string{
			decisionOf + "piece_id = 'A000000016' AND source_row = 1": "task:evidence_after_return first address_marked_undeliverable batch 1",
			contactOf + "'c01'": "pl 26-600 lipowa 1 2024-03-10 told ok",
		}},
		{"orders without any address prove nothing", []string{order, "ALTER TABLE orders DROP COLUMN address_key"}, map[string]string{
			contactOf + "'c01'": "pl 26-600 lipowa 1 2024-03-10 told undeliverable",
		}},
		{"an order that was cancelled proves nothing", []string{order, "INSERT INTO cancellations VALUES ('W9', 'cancel', NULL, DATE '2026-03-31')"}, map[string]string{
			contactOf + "'c01'": "pl 26-600 lipowa 1 2024-03-10 told undeliverable",
		}},
		{"the contact got another id", []string{"UPDATE contacts_found SET contact_id = 'n01' WHERE contact_id = 'c01'", "UPDATE contact_sources SET contact_id = 'n01' WHERE contact_id = 'c01'"}, map[string]string{
			contactOf + "'n01'": "pl 26-600 lipowa 1 2024-03-10 told undeliverable",
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			second := night(t, "2026-04-01", first, c.change...)
			third := night(t, "2026-04-02", second, append(slices.Clone(c.change), strings.Split(noFeedback, "; ")...)...)
			for query, want := range c.want {
				if got := one(t, second, query); got != want {
					t.Errorf("got %q, want %q", got, want)
				}
				if got := one(t, third, query); got != want {
					t.Errorf("the third night, without files: %q, want %q", got, want)
				}
			}
		})
	}
}

// A soft counter counts messages, not nights: one message stays one however often it is read, the second message of a
// later night makes two.
func TestSoftCounterOverNights(t *testing.T) {
	early := "DELETE FROM stickers WHERE source_row = 5"
	b := night(t, "2026-03-30", nil, early)
	for _, day := range []string{"2026-03-31", "2026-04-01"} {
		b = night(t, day, b, early)
		if got := one(t, b, contactOf+"'c05'"); got != "pl 20-001 nowa 3 2022-08-01 told ok" {
			t.Fatalf("%s: reading a file again leaves %q", day, got)
		}
	}
	b = night(t, "2026-04-03", b, "DELETE FROM stickers WHERE source_row = 4")
	if got := one(t, b, contactOf+"'c05'"); got != "pl 20-001 nowa 3 2022-08-01 told held" {
		t.Errorf("the second message of a later night leaves %q", got)
	}
	if got := one(t, b, decisionOf+"source_row = 5 AND feed = 'stickers'"); got != "task:hold first task:hold batch 2" {
		t.Errorf("it is decided %q", got)
	}
	if got := one(t, b, "SELECT CAST(opened_on AS VARCHAR) FROM tasks WHERE kind = 'hold'"); got != "2026-04-03" {
		t.Errorf("its task opened on %s", got)
	}
}
