package duck

import (
	"context"
	"strings"
	"testing"
)

func TestParseSelects(t *testing.T) {
	cases := []struct{ query, tables, err string }{
		{"SELECT 1", "", ""},
		{"FROM a", "a", ""},
		{`WITH x AS (SELECT * FROM b) SELECT count(*) FROM x JOIN main."Tab" t USING (k) WHERE EXISTS (SELECT 1 FROM a)`, "Tab a b", ""},
		{"SELECT * FROM a UNION ALL SELECT * FROM b ORDER BY 1", "a b", ""},
		{"SELECT (SELECT max(n) FROM c) FROM range(3)", "c", ""},
		{"SELECT 1; SELECT 2", "", "2 statements"},
		{"DELETE FROM a", "", "only SELECT"},
		{"COPY a TO 'x'", "", "only SELECT"},
		{"ATTACH 'x'", "", "only SELECT"},
		{"SELEC 1", "", "syntax error"},
		{"SELECT * FROM read_csv('/etc/passwd')", "", "read_csv is not allowed"},
		{"SELECT * FROM '/etc/passwd.csv'", "/etc/passwd.csv", ""}, // no table of the run has this name
		{"SELECT * FROM information_schema.tables", "", "information_schema may not be read"},
		{"SELECT now()", "", "now reads the clock"},
		{"SELECT current_date AS d", "", "current_date reads the clock"},
		{"SELECT random()", "", "random gives another result"},
		{"SELECT getenv('HOME')", "", "getenv is not allowed"},
	}
	var queries []string
	for _, c := range cases {
		queries = append(queries, c.query)
	}
	got, err := ParseSelects(context.Background(), queries)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range cases {
		text := ""
		if got[i].Err != nil {
			text = got[i].Err.Error()
		}
		if c.err == "" && text != "" || !strings.Contains(text, c.err) || c.err == "" && strings.Join(got[i].Tables, " ") != c.tables {
			t.Errorf("%s: %v %q", c.query, got[i].Tables, text)
		}
	}
}
