package response

import (
	"strings"
	"testing"

	"kartoteka/pipelines/steptest"
)

// TestFind: callers without a customer number. F1 gives a phone and a number, F2 the phone; F3 has a key code of the
// campaign and the name of one of the two namesakes, the one mailed; F4 a name that chance would not give twice; F5 the
// name of the namesakes and no code; F6 orders in the window of spring, where one of them was mailed.
func TestFind(t *testing.T) {
	const callers = `;
ALTER TABLE contact_sources ADD COLUMN given_name VARCHAR;
ALTER TABLE contact_sources ADD COLUMN family_name VARCHAR;
UPDATE contact_sources SET given_name = 'Imię' || CHR(CAST(96 + CAST(source_key AS INTEGER) AS INTEGER)), family_name = 'Nazwisko';
UPDATE contact_sources SET given_name = 'Jan', family_name = 'Wilga' WHERE contact_id IN ('K4', 'K8');
UPDATE contact_sources SET given_name = 'Teodora', family_name = 'Bródka' WHERE contact_id = 'K7';
INSERT INTO contact_sources SELECT 'crm', '1' || source_key, 'L' || contact_id, NULL, given_name || 'x', family_name FROM contact_sources;
CREATE TABLE callers AS SELECT *, 'phone' AS channel, CAST(10 AS DECIMAL(18,2)) AS amount, 'PLN' AS currency FROM (VALUES
  ('F1', DATE '2025-03-10', 'crm', '2', 'Imięb', 'Nazwisko', '+48600100100', NULL),
  ('F2', DATE '2025-03-11', NULL, NULL, 'I.', 'Nazwisko', '+48600100100', NULL),
  ('F3', DATE '2025-03-12', NULL, NULL, 'Jan', 'Wilga', NULL, 'SP2'),
  ('F4', DATE '2025-08-12', NULL, NULL, 'Teodora', 'Bródka', NULL, NULL),
  ('F5', DATE '2025-08-12', NULL, NULL, 'Jan', 'Wilga', NULL, NULL),
  ('F6', DATE '2025-03-12', NULL, NULL, 'Jan', 'Wilga', NULL, NULL)
) AS v(order_id, ordered_on, ref_source, ref_key, given_name, family_name, phone, key_code)`
	spec := Spec()
	spec.Fixture = strings.TrimRight(strings.TrimSpace(spec.Fixture), ";") + callers
	yaml := strings.Replace(example, "phone_orders]", "phone_orders, callers]", 1)
	for _, c := range []struct{ name, find, want string }{
		{"defaults", "", "F1 K2 reference, F2 K2 taught, F3 K4 circle_name, F4 ∅ none, F5 ∅ none, F6 ∅ none"},
		{"everything off", "find: {taught: false, recipients: never, rare_names: 0}", "F1 K2 reference, F2 ∅ none, F3 ∅ none, F4 ∅ none, F5 ∅ none, F6 ∅ none"},
		{"names less rare", "find: {rare_names: 0.5}", "F1 K2 reference, F2 K2 taught, F3 K4 circle_name, F4 K7 rare_name, F5 ∅ none, F6 ∅ none"},
		{"everybody mailed in the window", "find: {recipients: window}", "F1 K2 reference, F2 K2 taught, F3 K4 circle_name, F4 ∅ none, F5 ∅ none, F6 K4 circle_name"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := yaml
			if c.find != "" {
				text += "  " + c.find + "\n"
			}
			b := steptest.Execute(t, spec, steptest.Options{YAML: text})
			var got []string
			for _, line := range strings.Split(b.Dump(t, "orders", "order_id", "contact_id", "resolved_by"), "\n") {
				if strings.HasPrefix(line, "F") {
					got = append(got, strings.ReplaceAll(line, "|", " "))
				}
			}
			if g := strings.Join(got, ", "); g != c.want {
				t.Errorf("got %s, want %s", g, c.want)
			}
		})
	}
}
