package returns

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/piece"
	"kartoteka/pipelines/kernel/returncode"
	"kartoteka/pipelines/kernel/returnpolicy"
)

// world is the labelled firm beside the repository; tests that need it skip where it is absent.
func world(t testing.TB) string {
	t.Helper()
	dir := os.Getenv("KARTOTEKA_SHARED")
	if dir == "" {
		dir = filepath.Join("..", "..", "..", "shared")
	}
	dir = filepath.Join(dir, "data", "world")
	if _, err := os.Stat(filepath.Join(dir, "truth", "returns.parquet")); err != nil {
		t.Skip("SKIPPED: no labelled world: set KARTOTEKA_SHARED or place shared beside the repository")
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		t.Fatal(err)
	}
	return abs
}

var feedsOfWorld = []struct{ file, codes string }{
	{"pl_returns", "pl_sticker"}, {"usps_acs", "usps_acs"}, {"karta_epo", "epo"}, {"uk_returns", "uk"}, {"ncoa_result", "ncoa"}, {"email_bounces", "email"},
}

// With true identities and true addresses as keys every return of the world is decided as labelled, and every contact
// is left as labelled. The ACS file gives no day of the return: its own date stands for it.
func TestWorldWithTrueIdentities(t *testing.T) {
	dir := world(t)
	ctx := context.Background()
	db, err := duck.Open(ctx, duck.Options{AllowedDirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	file := func(name string) string { return duck.Quote(filepath.Join(dir, name)) }

	index := map[int]int{}
	var contacts []returnpolicy.Contact
	must(t, db.Rows(ctx, `SELECT p.person_id, p.known_address_id, COALESCE(p.known_address_since, DATE '1800-01-01'),
		CASE WHEN p.maiden_name IS NOT NULL AND r.created < p.married_on THEN p.maiden_name ELSE p.last_name END
		FROM read_parquet(`+file("truth/people.parquet")+`) p
		LEFT JOIN read_parquet(`+file("truth/records.parquet")+`) r ON r.person_id = p.person_id AND r.is_winner
		WHERE p.known ORDER BY 1`, func(scan func(...any) error) error {
		var id, address int
		var c returnpolicy.Contact
		if err := scan(&id, &address, &c.Since, &c.Surname); err != nil {
			return err
		}
		if address >= 0 {
			c.Address = fmt.Sprint(address)
		}
		for _, end := range []string{"ska", "cka", "dzka"} {
			if strings.HasSuffix(c.Surname, end) {
				c.Surname = c.Surname[:len(c.Surname)-1] + "i"
			}
		}
		index[id] = len(contacts)
		contacts = append(contacts, c)
		return nil
	}))

	shipped := map[string]time.Time{}
	must(t, db.Rows(ctx, `SELECT t.person_id, t.ship_address_id, MAX(CAST(SUBSTR(o.created_at, 1, 10) AS DATE))
		FROM read_parquet(`+file("truth/orders.parquet")+`) t
		JOIN read_csv(`+file("orders/online_orders.csv")+`, all_varchar = true, header = true, delim = ',', quote = '"', strict_mode = false, ignore_errors = true) o ON o.order_id = t.order_id
		LEFT JOIN (SELECT order_id, BOOL_OR(type = 'cancel') AS gone, SUM(CAST(amount AS DECIMAL(18,2))) FILTER (type = 'return') AS back
			FROM read_csv(`+file("orders/cancellations.csv")+`, all_varchar = true, header = true, delim = ',', quote = '"', strict_mode = false, ignore_errors = true) GROUP BY ALL) c ON c.order_id = t.order_id
		WHERE t.ship_address_id IS NOT NULL AND NOT COALESCE(c.gone, false) AND COALESCE(c.back, 0) < CAST(o.total AS DECIMAL(18,2))
		GROUP BY ALL`, func(scan func(...any) error) error {
		var person, address int
		var day time.Time
		if err := scan(&person, &address, &day); err != nil {
			return err
		}
		shipped[fmt.Sprint(person, "/", address)] = day
		return nil
	}))
	ids := make([]int, len(contacts))
	for id, i := range index {
		ids[i] = id
	}

	var returns []returnpolicy.Return
	var want, label []string
	must(t, db.Rows(ctx, `SELECT file, row_no, piece_ref, COALESCE(piece_id, ''), COALESCE(person_id, -1), returned_on, COALESCE(raw_reason, ''), canonical_reason,
		COALESCE(move_month, ''), COALESCE(move_type, ''), COALESCE(printed_address_id, -1), COALESCE(new_address_id, -1), expected_action
		FROM read_parquet(`+file("truth/returns.parquet")+`)`, func(scan func(...any) error) error {
		var file, ref, id, raw, reason, month, kind, action string
		var row int64
		var person, old, next int
		var on time.Time
		if err := scan(&file, &row, &ref, &id, &person, &on, &raw, &reason, &month, &kind, &old, &next, &action); err != nil {
			return err
		}
		r := returnpolicy.Return{Batch: 1, File: file, Row: row, Piece: ref, Contact: -1, On: on, MoveType: returnpolicy.ReadMoveType(kind)}
		m := returncode.Message{Code: raw, NewAddress: next >= 0}
		var codes string
		for i, f := range feedsOfWorld {
			if strings.Contains(file, f.file) {
				r.Feed, codes = i, f.codes
			}
		}
		r.Carrier = codes
		switch codes {
		case "usps_acs":
			r.On = time.Date(2026, 3, 29, 0, 0, 0, 0, time.UTC)
		case "email":
			m.Event, m.Status, _ = strings.Cut(raw, " ")
			m.Code = ""
		}
		table, err := returncode.Builtin(codes)
		if err != nil {
			return err
		}
		r.Email, r.Address = table.Channel == "email", ref
		got, ok := table.Read(m)
		if !ok || string(got) != reason {
			t.Errorf("%s row %d: read as %q, labelled %q", file, row, got, reason)
		}
		r.Reason = got
		if codes != "ncoa" && id == "" {
			r.Reference = returnpolicy.NotFound
			if !piece.ValidReference(piece.Reference(ref)) {
				r.Reference = returnpolicy.WrongCheckDigit
			}
		}
		if person >= 0 {
			r.Contact = index[person]
		}
		if month != "" {
			if r.Month, err = time.Parse("2006-01", month); err != nil {
				return err
			}
		}
		if old >= 0 {
			r.Printed = fmt.Sprint(old)
		}
		if next >= 0 {
			r.New = fmt.Sprint(next)
		}
		returns, want, label = append(returns, r), append(want, action), append(label, fmt.Sprint(file, " row ", row))
		return nil
	}))

	out := returnpolicy.Default().Decide(contacts, returns, func(c int, a string) time.Time { return shipped[fmt.Sprint(ids[c], "/", a)] })
	right := 0
	for i, d := range out.Decisions {
		if d.String() == want[i] {
			right++
			continue
		}
		t.Errorf("%s: decided %s, labelled %s", label[i], d, want[i])
	}
	t.Logf("%d of %d returns decided as labelled", right, len(want))

	people := 0
	must(t, db.Rows(ctx, `SELECT person_id, after_address_id, status, mail_objection_by_return, deceased_by_return
		FROM read_parquet(`+file("truth/address_after.parquet")+`)`, func(scan func(...any) error) error {
		var id, after int
		var status string
		var objects, dead bool
		if err := scan(&id, &after, &status, &objects, &dead); err != nil {
			return err
		}
		people++
		s := out.States[index[id]]
		wantAddress := ""
		if after >= 0 {
			wantAddress = fmt.Sprint(after)
		}
		switch status {
		case "hold":
			status = returnpolicy.StatusHeld
		case "none":
			status = returnpolicy.StatusOK
		}
		if s.Address != wantAddress || s.Status != status || s.DoNotMail != objects || s.Deceased != dead {
			t.Errorf("person %d is left at %q %s %v %v, labelled %q %s %v %v", id, s.Address, s.Status, s.DoNotMail, s.Deceased, wantAddress, status, objects, dead)
		}
		return nil
	}))
	t.Logf("%d people compared", people)
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
