package snapshot

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// Erased names the persons who must not stand in any published or carried table: their contact ids of this run, and
// their source rows. Email helps to find rejected rows; it may be empty.
type Erased struct {
	Contacts []string
	Rows     []ErasedRow
}

// ErasedRow is one source row of an erased person.
type ErasedRow struct{ Source, Key, Email string }

// Empty says that nobody is to be erased.
func (e Erased) Empty() bool { return len(e.Contacts) == 0 && len(e.Rows) == 0 }

// ReadErased reads the two relations that suppress makes: contacts(contact_id) and rows(source, source_key, email).
func ReadErased(ctx context.Context, db Engine, contacts, rows string) (Erased, error) {
	var out Erased
	err := db.Rows(ctx, "SELECT DISTINCT contact_id FROM "+ident(contacts)+" WHERE contact_id IS NOT NULL ORDER BY 1", func(scan func(...any) error) error {
		var id string
		err := scan(&id)
		out.Contacts = append(out.Contacts, id)
		return err
	})
	if err != nil {
		return Erased{}, fmt.Errorf("read %s: %w", contacts, err)
	}
	query := "SELECT DISTINCT source, source_key, COALESCE(email, '') FROM " + ident(rows) + " WHERE source IS NOT NULL AND source_key IS NOT NULL ORDER BY 1, 2, 3"
	err = db.Rows(ctx, query, func(scan func(...any) error) error {
		var r ErasedRow
		err := scan(&r.Source, &r.Key, &r.Email)
		out.Rows = append(out.Rows, r)
		return err
	})
	if err != nil {
		return Erased{}, fmt.Errorf("read %s: %w", rows, err)
	}
	return out, nil
}

// erasure is Erased as relations of an engine: erased__contacts, erased__rows, and what follows from them and the
// tables of the set: erased__orders, erased__pieces, erased__households.
type erasure struct{ active bool }

// prepare makes the erased relations in the engine from the persons and the set's tables.
func prepare(ctx context.Context, db Engine, who Erased, tables []Table) (erasure, error) {
	if who.Empty() {
		return erasure{}, nil
	}
	contacts := []string{"SELECT CAST(NULL AS VARCHAR) AS contact_id WHERE FALSE"}
	for _, id := range who.Contacts {
		contacts = append(contacts, "SELECT "+text(id))
	}
	rows := []string{"SELECT CAST(NULL AS VARCHAR) AS source, CAST(NULL AS VARCHAR) AS source_key, CAST(NULL AS VARCHAR) AS email WHERE FALSE"}
	for _, r := range who.Rows {
		rows = append(rows, fmt.Sprintf("SELECT %s, %s, %s", text(r.Source), text(r.Key), text(r.Email)))
	}
	orders := []string{"SELECT CAST(NULL AS VARCHAR) AS order_id WHERE FALSE"}
	pieces := []string{"SELECT CAST(NULL AS VARCHAR) AS piece_id WHERE FALSE"}
	homes := []string{"SELECT CAST(NULL AS VARCHAR) AS contact_id, CAST(NULL AS VARCHAR) AS household_id WHERE FALSE"}
	e := erasure{active: true}
	for _, t := range tables {
		if who := e.persons(t); who != "" && e.anonymises(t) {
			if t.column("order_id") {
				orders = append(orders, "SELECT order_id FROM "+ident(t.from())+" AS t WHERE "+who)
			}
			if t.column("piece_id") {
				pieces = append(pieces, "SELECT piece_id FROM "+ident(t.from())+" AS t WHERE "+who)
			}
		}
		if t.has("contact_id", "household_id") && !e.anonymises(t) {
			homes = append(homes, "SELECT contact_id, household_id FROM "+ident(t.from()))
		}
	}
	for _, made := range []struct{ name, query string }{
		{"erased__contacts", strings.Join(contacts, " UNION ALL ")},
		{"erased__rows", strings.Join(rows, " UNION ALL ")},
		{"erased__orders", "SELECT DISTINCT order_id FROM (" + strings.Join(orders, " UNION ALL ") + ") WHERE order_id IS NOT NULL"},
		{"erased__pieces", "SELECT DISTINCT piece_id FROM (" + strings.Join(pieces, " UNION ALL ") + ") WHERE piece_id IS NOT NULL"},
		{"erased__households", "SELECT household_id, COUNT(e.contact_id) AS gone, COUNT(*) - COUNT(e.contact_id) AS remaining FROM (" +
			strings.Join(homes, " UNION ") + ") LEFT JOIN erased__contacts AS e USING (contact_id) WHERE household_id IS NOT NULL GROUP BY household_id HAVING COUNT(e.contact_id) > 0"},
	} {
		if err := db.Exec(ctx, "CREATE OR REPLACE TABLE "+made.name+" AS "+made.query); err != nil {
			return erasure{}, fmt.Errorf("make %s: %w", made.name, err)
		}
	}
	return e, nil
}

// release drops the erased relations.
func (e erasure) release(ctx context.Context, db Engine) error {
	if !e.active {
		return nil
	}
	for _, name := range []string{"contacts", "rows", "orders", "pieces", "households"} {
		if err := db.Exec(ctx, "DROP TABLE IF EXISTS erased__"+name); err != nil {
			return fmt.Errorf("drop erased__%s: %w", name, err)
		}
	}
	return nil
}

// pairs are the columns that together name a source row.
var pairNames = [...][2]string{{"source", "source_key"}, {"ref_source", "ref_key"}, {"source_a", "key_a"}, {"source_b", "key_b"}, {"address_source", "address_source_key"}}

func namesContact(c Column) bool {
	return c.Type == "VARCHAR" && (strings.HasSuffix(c.Name, "contact_id") || c.Name == "other_id" || c.Name == "responder_id" || c.Name == "record_key")
}

// persons is a condition on t: the row names an erased contact or source row. Empty when the table has no such column.
func (e erasure) persons(t Table) string {
	if !e.active {
		return ""
	}
	var any []string
	for _, c := range t.Columns {
		if namesContact(c) {
			any = append(any, fmt.Sprintf("COALESCE(t.%s IN (SELECT contact_id FROM erased__contacts), FALSE)", ident(c.Name)))
		}
	}
	for _, p := range pairNames {
		if t.has(p[0], p[1]) {
			any = append(any, fmt.Sprintf("COALESCE((t.%s, t.%s) IN (SELECT (source, source_key) FROM erased__rows), FALSE)", ident(p[0]), ident(p[1])))
		}
	}
	if t.has("issue_id", "record_key") { // a record's key is its columns joined by ':'
		any = append(any, "list_has_any(string_split(t.record_key, ':'), (SELECT COALESCE(list(contact_id), CAST([] AS VARCHAR[])) FROM erased__contacts))",
			"EXISTS (SELECT 1 FROM erased__rows AS e WHERE contains(':' || t.record_key || ':', ':' || e.source || ':' || e.source_key || ':'))")
	}
	if t.has("raw", "source", "reasons") {
		any = append(any, "EXISTS (SELECT 1 FROM erased__rows AS e WHERE e.source = t.source AND (regexp_matches(t.raw, '(^|[^0-9A-Za-z])' || regexp_escape(e.source_key) || '([^0-9A-Za-z]|$)') OR e.email <> '' AND contains(lower(t.raw), lower(e.email))))")
	}
	if len(any) == 0 {
		return ""
	}
	return "(" + strings.Join(any, " OR ") + ")"
}

// match is persons and the rows about an order, a piece or a household of nobody but erased persons.
func (e erasure) match(t Table) string {
	if !e.active {
		return ""
	}
	var any []string
	if who := e.persons(t); who != "" {
		any = append(any, who)
	}
	if e.anonymises(t) || holdsPersons(t) {
		for column, relation := range map[string]string{"order_id": "erased__orders", "piece_id": "erased__pieces"} {
			if t.column(column) {
				any = append(any, fmt.Sprintf("COALESCE(t.%s IN (SELECT %s FROM %s), FALSE)", column, column, relation))
			}
		}
	}
	if households(t) {
		any = append(any, "COALESCE(t.household_id IN (SELECT household_id FROM erased__households WHERE remaining = 0), FALSE)")
	}
	if len(any) == 0 {
		return ""
	}
	slices.Sort(any)
	return "(" + strings.Join(any, " OR ") + ")"
}

// value is the expression of a column that is kept: a household that lost a member counts one less.
func (e erasure) value(t Table, c Column) string {
	if e.active && c.Name == "size" && households(t) {
		return fmt.Sprintf("CAST(t.size - COALESCE((SELECT h.gone FROM erased__households AS h WHERE h.household_id = t.household_id), 0) AS %s)", c.Type)
	}
	return "t." + ident(c.Name)
}

// anonymises says that a table's rows are facts of the firm (an order, a mailed piece, a returned one) which stay without the person;
// rows of every other table go.
func (e erasure) anonymises(t Table) bool {
	if len(t.Columns) == 0 {
		return false
	}
	first := t.Columns[0].Name
	return first == "order_id" || first == "piece_id" || first == "return_id" || landed(t) && (t.column("order_id") && t.column("ordered_at") || t.has("piece_id", "cell"))
}

// households have rows of their own that go with their last member.
func households(t Table) bool { return t.column("household_id") && !t.column("contact_id") }

// landed tables are records of a file as extract read them.
func landed(t Table) bool { return t.has("source", "source_row", "raw") }

func holdsPersons(t Table) bool {
	return slices.ContainsFunc(t.Columns, func(c Column) bool { return namesContact(c) || personal(t, c.Name) })
}

// personal says that a column of a row about an order or a piece belongs to the person. In a landed table everything is
// personal that is not known to be the firm's own, since it may carry any column of a file.
func personal(t Table, column string) bool {
	if landed(t) {
		return !slices.Contains(strings.Fields(ownLanded), column)
	}
	for _, prefix := range []string{"new_", "printed_", "ship_to_", "order_", ""} {
		if name, ok := strings.CutPrefix(column, prefix); ok && slices.Contains(strings.Fields(personalColumns), name) {
			return true
		}
	}
	return false
}

const (
	ownLanded = `source source_key source_file source_row told_by_customer observed order_id ordered_at ordered_on channel rep coupon
		key_code amount currency same_as kind campaign_id coupon_rule coupon_code key_codes piece_id cell segment drop_date in_home_date
		changed_on country source_order`
	personalColumns = `contact_id responder_id household_id text piece_ref ref_source ref_key contact_ref prefix given_name middle_name family_name name_suffix name
		name_kind company gender given_name_2 family_name_2 gender_2 birth_date address street street_type house_number staircase level
		unit unit_type po_box route urbanization predir street_suffix postdir dependent_locality postcode city region recipient
		address_line address_key address_status address_complete address_confidence email email_key email_status phone phone_status
		tracking_no cleanse_codes raw`
)
