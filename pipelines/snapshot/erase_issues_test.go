package snapshot

import (
	"testing"

	"kartoteka/pipelines/duck"
)

// TestIssuesOfErasedPersons: the ledger names persons by keys, joined ones too.
func TestIssuesOfErasedPersons(t *testing.T) {
	ctx := t.Context()
	db, err := duck.Open(ctx, duck.Options{Threads: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	if err := db.Exec(ctx, "CREATE TABLE run_issues AS SELECT 'i' || row_number() OVER () AS issue_id, k AS record_key FROM (VALUES ('c_1'), ('c_1:mail'), ('c_12'), ('crm:7'), ('crm:77'), ('shop:7'), ('crm:7:x'), ('')) AS v(k)"); err != nil {
		t.Fatal(err)
	}
	table := Table{Name: "run_issues", Columns: []Column{{Name: "issue_id", Type: "VARCHAR"}, {Name: "record_key", Type: "VARCHAR"}}}
	gone, err := prepare(ctx, db, Erased{Contacts: []string{"c_1"}, Rows: []ErasedRow{{Source: "crm", Key: "7"}}}, []Table{table})
	if err != nil {
		t.Fatal(err)
	}
	var got string
	if err := db.One(ctx, "SELECT string_agg(record_key, ' ' ORDER BY record_key) FROM run_issues AS t WHERE "+gone.match(table), &got); err != nil {
		t.Fatal(err)
	}
	if got != "c_1 c_1:mail crm:7 crm:7:x" {
		t.Error(got)
	}
}
