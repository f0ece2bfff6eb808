package extract

import (
	"os"
	"strings"
	"testing"
)

// mustRunAt runs a step over one file that stands elsewhere.
func mustRunAt(t *testing.T, path, yaml string) *night {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return mustRun(t, strings.ReplaceAll(yaml, "PATH", "p.parquet"), map[string]string{"p.parquet": string(text)}, nil)
}

func TestDuplicates(t *testing.T) {
	files := map[string]string{
		"a1.csv": "id,when,v\n1,2026-01-02,late\n2,,no date\n3,2026-01-01,same a\n",
		"a2.csv": "id,when,v\n1,2026-01-01,early\n2,2026-01-01,dated\n3,2026-01-01,same b\n4,2026-01-01,alone\n",
	}
	for how, want := range map[string]string{
		"latest": "1|late\n4|alone\n2|dated\n3|same b\n===\na1.csv: 3+0 = 1 out 0 rejected 2 merged\na2.csv: 4+0 = 3 out 0 rejected 1 merged",
		"first":  "3|same a\n1|early\n2|dated\n4|alone\n===\na1.csv: 3+0 = 1 out 0 rejected 2 merged\na2.csv: 4+0 = 3 out 0 rejected 1 merged",
		"all":    "1|late\n2|no date\n3|same a\n1|early\n2|dated\n3|same b\n4|alone\n===\na1.csv: 3+0 = 3 out 0 rejected 0 merged\na2.csv: 4+0 = 4 out 0 rejected 0 merged",
		"reject": "3|same a\n1|early\n2|dated\n4|alone\n===\nreject a1.csv:1 duplicate key: it stands already in row 1 of a2.csv\nreject a1.csv:2 duplicate key: it stands already in row 2 of a2.csv\nreject a2.csv:3 duplicate key: it stands already in row 3 of a1.csv\na1.csv: 3+0 = 1 out 2 rejected 0 merged\na2.csv: 4+0 = 3 out 1 rejected 0 merged\nwarning many_rejects a1.csv: 2 of 3 rows are rejected, most for: duplicate key",
	} {
		t.Run(how, func(t *testing.T) {
			n := mustRun(t, "- extract: a\n  files: a*.csv\n  key: id\n  on_duplicate: "+how+"\n  observed: when\n  fields: {name: v}\n", files, nil)
			got := strings.ReplaceAll(n.rows(t, "source_key name")+"\n===\n"+n.reports(), "\n\n", "\n")
			want := want
			if how == "latest" {
				want = "1|late\n2|dated\n3|same b\n4|alone\n===\na1.csv: 3+0 = 1 out 0 rejected 2 merged\na2.csv: 4+0 = 3 out 0 rejected 1 merged"
			}
			check(t, how, got, want)
		})
	}
}

func TestKeyOfTwoColumns(t *testing.T) {
	n := mustRun(t, "- extract: a\n  files: a.csv\n  key: [shop, nr]\n  fields: {name: v}\n", map[string]string{"a.csv": "shop,nr,v\nA,1,x\n,1,y\n,,z\n"}, nil)
	check(t, "rows", n.rows(t, "source_key name"), "A|1|x\n|1|y")
	check(t, "reports", n.reports(), "reject a.csv:3 no key: shop, nr\na.csv: 3+0 = 2 out 1 rejected 0 merged")
}

func TestFold(t *testing.T) {
	n := mustRun(t, `- extract: news
  files: n.csv
  key: id
  fold: {by: event_time}
  observed: event_time
  fields:
    email: mail
    name: name
    consent_email: {column: event, map: {subscribe: pending, confirm: granted, unsubscribe: withdrawn}}
    consent_on: event_time
`, map[string]string{"n.csv": `id,mail,name,event,event_time
1,a@x.pl,,subscribe,2026-01-01 10:00:00
2,b@x.pl,Ola,subscribe,2026-01-01 11:00:00
1,,Ala,confirm,2026-01-01 10:01:00
2,b2@x.pl,,unsubscribe,2026-02-01 09:00:00
3,c@x.pl,,subscribe,2021-02-30 10:00:00
4,d@x.pl,,subscribe,
`}, nil)
	check(t, "rows", n.rows(t, "source_key source_row observed email name consent_email consent_on"), `
1|3|2026-01-01|a@x.pl|Ala|granted|2026-01-01
2|4|2026-02-01|b2@x.pl|Ola|withdrawn|2026-02-01`)
	check(t, "reports", n.reports(), `
reject n.csv:5 impossible date: event time (event_time); impossible date: observed (event_time)
reject n.csv:6 no event time: event time (event_time)
n.csv: 6+0 = 2 out 2 rejected 2 merged`)
}

func TestEvents(t *testing.T) {
	yaml := `- extract: orders
  files: o_*.csv
  mode: events
  key: order_id
  fields: {ordered_at: at, amount: {column: total, decimal: "."}}
`
	first := mustRun(t, yaml, map[string]string{"o_1.csv": "order_id,at,total\n1,2026-01-01,10\n2,2026-01-02,20\n"}, nil)
	check(t, "first night", first.rows(t, "order_id amount"), "1|10.00\n2|20.00")
	second := mustRun(t, yaml+"  keep: [rep]\n", map[string]string{"o_2.csv": "order_id,at,total,rep\n2,2026-01-02,25,R1\n3,2026-01-03,30,R2\n"}, first.keep(t, ""))
	check(t, "second night", second.rows(t, "order_id source_file amount rep"), "1|o_1.csv|10.00|∅\n2|o_2.csv|25.00|R1\n3|o_2.csv|30.00|R2")
	check(t, "reports", second.reports(), `
o_2.csv: 2+0 = 2 out 0 rejected 0 merged
orders of earlier nights: 0+2 = 1 out 0 rejected 1 merged`)
}

func TestOptional(t *testing.T) {
	n := mustRun(t, "- extract: a\n  files: none_*.csv\n  optional: true\n  key: id\n  fields: {name: v, amount: x}\n", nil, nil)
	check(t, "rows", n.rows(t, "source_key name amount"), "")
	check(t, "reports", n.reports(), "a: 0+0 = 0 out 0 rejected 0 merged")
}

func TestWarnings(t *testing.T) {
	yaml := "- extract: crm\n  files: a.csv\n  key: id\n  observed: seen\n  fields: {name: v}\n"
	first := mustRun(t, yaml, map[string]string{"a.csv": "id,v,seen\n1,x,2026-01-01\n"}, nil)
	before := first.keep(t, "SELECT 'crm' AS source, 'a.csv' AS source_file, 'x' AS sha256, CAST(10 AS BIGINT) AS accepted")
	second := mustRun(t, yaml, map[string]string{"a.csv": "id,v,seen,nowa\n1,x,2026-04-01,\n2,x,2026-03-31,\n"}, before)
	check(t, "reports", second.reports(), `
a.csv: 2+0 = 2 out 0 rejected 0 merged
warning new_column crm: columns that were not there last night: "nowa" (a.csv)
warning dated_later crm: observed is after 2026-03-31 in 1 rows (first: a.csv, row 1)
warning source_shrank crm: 2 rows tonight, 10 last night; was the export cut?`)
	_, err := runNight(t, yaml+"  on_new_column: fail\n", map[string]string{"a.csv": "id,v,seen,nowa\n1,x,2026-04-01,\n"}, before)
	if err == nil || !strings.Contains(err.Error(), "map them in fields: or keep:") {
		t.Errorf("on_new_column: fail gave %v", err)
	}
}

func TestEveryRowIsKept(t *testing.T) {
	n := mustRun(t, `- extract: a
  files: a.csv
  key: id
  on_missing_key: keep
  on_duplicate: all
  on_ragged: keep
  raw: drop
  fields: {name: v, city: c}
`, map[string]string{"a.csv": "id,v,c\n1,x,A\n,y,B\n1,z\n4,w,D,more\n"}, nil)
	check(t, "rows", n.rows(t, "source_key source_row name city raw"), "1|1|x|A|∅\n∅|2|y|B|∅\n1|3|z|∅|∅\n4|4|w|D|∅")
	check(t, "reports", n.reports(), "a.csv: 4+0 = 4 out 0 rejected 0 merged\nwarning ragged_rows a.csv: 2 of 4 rows have a wrong number of fields and are kept as far as they could be read; check delimiter and quotes")
}
