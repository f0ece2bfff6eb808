package extract

import (
	"testing"
	"time"
)

func TestValues(t *testing.T) {
	n := mustRun(t, `- extract: orders
  files: orders_*.csv
  key: order_id
  fields:
    order_id: nr
    ordered_at: {column: kiedy, type: timestamp}
    amount: {column: kwota, decimal: ","}
    birth_date: ur
    contact_ref: {source: webshop, key: klient}
    channel: {value: phone}
    campaign_id: {from_file: 'orders_(.+)\.csv'}
    phone: {first_of: [tel1, tel2]}
    address: [ulica, miasto]
    event: {column: stan, map: {T: tak, n: ""}}
    window_days: dni
    move_month: miesiąc
`, map[string]string{"orders_A1.csv": `nr;kiedy;kwota;ur;klient;tel1;tel2;ulica;miasto;stan;dni;miesiąc
 1 ;2026-01-31 23:30;1 234,50 zł;01.02.1980;W1;;22;Polna 1;Opole;t;42;2026-01
2;2026-03-29T02:30:00;-0,99;brak;;11;22;;Opole;N;;02.2026
3;2026-01-31T23:30:00Z;5;31.02.1980;W3;;;;;inny;7;nie podano
4;2026-01-31T23:30:00-05:00;7;01.01.1900;W4;;;;;;7;
5;31.02.2026;ok. 100;;W5;;;;;;x;
;2026-01-01;1;;W6;;;;;;;
7;nie podano;;;W7;;;;;;;
`}, nil)
	check(t, "rows", n.rows(t, "source_key ordered_at ordered_on amount birth_date ref_source ref_key channel campaign_id phone address event window_days move_month"), `
1|2026-01-31 22:30:00|2026-01-31|1234.50|1980-02-01|webshop|W1|phone|A1|22|Polna 1/Opole|tak|42|2026-01
2|2026-03-29 01:30:00|2026-03-29|-0.99|∅|∅|∅|phone|A1|11|Opole|∅|∅|2026-02
3|2026-01-31 23:30:00|2026-02-01|5.00|∅|webshop|W3|phone|A1|∅|∅|inny|7|∅
4|2026-02-01 04:30:00|2026-02-01|7.00|∅|webshop|W4|phone|A1|∅|∅|∅|7|∅
7|∅|∅|∅|∅|webshop|W7|phone|A1|∅|∅|∅|∅|∅`)
	check(t, "reports", n.reports(), `
reject orders_A1.csv:5 impossible date: ordered_at (kiedy); impossible amount: amount (kwota); impossible number: window_days (dni)
reject orders_A1.csv:6 no key: nr
orders_A1.csv: 7+0 = 5 out 2 rejected 0 merged`)
}

func TestInvalidAndRequired(t *testing.T) {
	n := mustRun(t, `- extract: a
  files: a.csv
  fields:
    birth_date: {column: ur, on_invalid: reject}
    amount: {column: kwota, on_invalid: "null"}
    name: {column: nazwa, required: true}
`, map[string]string{"a.csv": "ur,kwota,nazwa\n2020-02-30,1.00,x\n2020-02-20,abc,y\n2020-02-20,1,\n"}, nil)
	check(t, "rows", n.rows(t, "source_key source_row birth_date amount name"), `∅|2|2020-02-20|∅|y`)
	check(t, "reports", n.reports(), `
reject a.csv:1 impossible date: birth_date (ur)
reject a.csv:3 missing value: name (nazwa)
a.csv: 3+0 = 1 out 2 rejected 0 merged
warning many_rejects a.csv: 2 of 3 rows are rejected, most for: impossible date`)
}

func TestUnclearAmount(t *testing.T) {
	n := mustRun(t, "- extract: a\n  files: a.csv\n  fields: {amount: kwota}\n", map[string]string{"a.csv": "x;kwota\n1;1,234\n2;1,23\n"}, nil)
	check(t, "rows", n.rows(t, "amount"), "1.23")
	check(t, "reports", n.reports(), `
reject a.csv:1 unclear amount: amount (kwota), write decimal: "," or decimal: "."
a.csv: 2+0 = 1 out 1 rejected 0 merged`)
}

func TestFormats(t *testing.T) {
	day := time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC)
	n := mustRun(t, `- extract: a
  files: a.*
  key: nr
  fields:
    returned_on: {column: dzień, format: dd.mm.yyyy}
    amount: {column: kwota, decimal: ","}
    postcode: kod
`, map[string]string{
		"a.csv":  "nr;dzień;kwota;kod\n1;05.01.2026;1.234,50;01234\n2;2026-01-05;1;2\n",
		"a.xlsx": sheet(t, []any{"nr", "dzień", "kwota", "kod"}, []any{10, day, 1234.5, "01234"}, []any{"11", 46053, "1.234,50", 950}, []any{12, "31.02.2026", 1, ""}),
	}, nil)
	check(t, "rows", n.rows(t, "source_key source_file source_row returned_on amount postcode"), `
1|a.csv|1|2026-01-05|1234.50|01234
10|a.xlsx|1|2026-01-31|1234.50|01234
11|a.xlsx|2|2026-01-31|1234.50|950`)
	check(t, "reports", n.reports(), `
reject a.csv:2 impossible date: returned_on (dzień)
reject a.xlsx:3 impossible date: returned_on (dzień)
a.csv: 2+0 = 1 out 1 rejected 0 merged
a.xlsx: 3+0 = 2 out 1 rejected 0 merged`)
	check(t, "raw", n.rows(t, "raw"), `
{"nr":"1","dzień":"05.01.2026","kwota":"1.234,50","kod":"01234"}
{"nr":"10","dzień":"2026-01-31","kwota":"1234.5","kod":"01234"}
{"nr":"11","dzień":"46053","kwota":"1.234,50","kod":"950"}`)
}

func TestPaths(t *testing.T) {
	n := mustRun(t, `- extract: web
  files: "*.jsonl"
  key: id
  fields:
    city: {path: address.city}
    consent_email: {path: "consents[channel=email].granted", map: {"true": granted, "false": refused}}
`, map[string]string{"w.jsonl": `{"id":1,"address":{"city":"Opole"},"consents":[{"channel":"sms","granted":false},{"channel":"email","granted":true}]}` + "\n" + `{"id":"` + "\n"}, nil)
	check(t, "rows", n.rows(t, "source_key city consent_email raw"), `1|Opole|granted|{"id":1,"address":{"city":"Opole"},"consents":[{"channel":"sms","granted":false},{"channel":"email","granted":true}]}`)
	n = mustRun(t, `- extract: epo
  files: k.xml
  rows: Item
  fields:
    tracking_no: "@nr"
    returned_on: "Events/Event[-1]/Day"
    code: "Events/Event[*]/Code"
`, map[string]string{"k.xml": `<x xmlns="urn:k"><Item nr="7"><Events><Event><Day>2026-01-01</Day><Code>A</Code></Event><Event><Day>2026-01-03</Day><Code>B</Code></Event></Events></Item></x>`}, nil)
	check(t, "rows", n.rows(t, "tracking_no returned_on code raw"), `7|2026-01-03|A/B|{"@nr":"7","Events":{"Event":[{"Day":"2026-01-01","Code":"A"},{"Day":"2026-01-03","Code":"B"}]}}`)
}

func TestFixedStep(t *testing.T) {
	n := mustRun(t, `- extract: legacy
  files: l.txt
  format: fixed
  length: 20
  key: {at: 1-3}
  observed: {at: 12-19, format: yyyymmdd}
  fields:
    family_name: {at: 4-11}
  keep: {flaga: {at: 20}}
`, map[string]string{"l.txt": "001Nowak   20260105A\r\n002Kowal   20260199B\r\n003Krótka\r\n"}, nil)
	check(t, "rows", n.rows(t, "source_key observed family_name flaga raw"), `001|2026-01-05|Nowak|A|{"1-3":"001","12-19":"20260105","4-11":"Nowak","20":"A"}`)
	check(t, "reports", n.reports(), `
reject l.txt:2 impossible date: observed (12-19)
reject l.txt:3 wrong length: 9 characters instead of 20 (an editor may have cut trailing blanks)
l.txt: 3+0 = 1 out 2 rejected 0 merged
warning many_rejects l.txt: 2 of 3 rows are rejected, most for: impossible date`)
}

func TestParquet(t *testing.T) {
	n := mustRun(t, "- extract: a\n  files: a.csv\n  key: k\n  fields: {name: n, birth_date: b}\n", map[string]string{"a.csv": "k,n,b\n1,Ala,2001-02-03\n2,Ola,\n"}, nil)
	kept := n.keep(t, "")
	made := mustRunAt(t, kept["a"], `- extract: p
  files: PATH
  format: parquet
  key: source_key
  told_by_customer: false
  fields: {name: name, birth_date: {column: birth_date, format: dd.mm.yyyy}}
  keep: [source, told_by_customer]
`)
	check(t, "rows", made.rows(t, "source_key told_by_customer name birth_date kept_source kept_told_by_customer"), `
1|false|Ala|2001-02-03|a|true
2|false|Ola|∅|a|true`)
}
