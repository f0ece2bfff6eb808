package snapshot

import (
	"maps"
	"testing"
)

// TestSameBytes holds: equal tables make equal files for any number of threads and any order of their rows.
func TestSameBytes(t *testing.T) {
	var want map[string]string
	for _, threads := range []int{1, 2, 8} {
		dir := t.TempDir()
		db := open(t, threads, dir)
		night(t, db, 65000, 0) // more than one row group of orders
		if threads > 1 {
			run(t, db, "CREATE OR REPLACE TABLE contacts AS SELECT * FROM contacts ORDER BY hash(contact_id)")
			run(t, db, "CREATE OR REPLACE TABLE orders AS SELECT * FROM orders ORDER BY hash(order_id)")
		}
		got := hashes(publish(t, New(dir, 3, threads), db, set("same")))
		if want == nil {
			want = got
		}
		if !maps.Equal(want, got) {
			t.Errorf("%d threads: other bytes", threads)
		}
	}
}
