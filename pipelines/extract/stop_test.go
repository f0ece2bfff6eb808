package extract

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"kartoteka/pipelines/duck"
)

// manyFiles are files of some blocks each.
func manyFiles(n int) map[string]string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("f%02d.csv", i)] = "id,name\n" + strings.Repeat("1,somebody with a name of some length\n", 20000)
	}
	return files
}

const manyYAML = "- extract: a\n  files: f*.csv\n  fields: {name: name}\n"

// TestFailingFile: one file that cannot be read ends the step, whatever the
// others are doing, and leaves no table.
func TestFailingFile(t *testing.T) {
	files := manyFiles(6)
	files["f03.csv"] = "id,other\n1,2\n"
	n, err := runNight(t, manyYAML, files, nil)
	if err == nil || !strings.Contains(err.Error(), `f03.csv has no column "name"`) {
		t.Errorf("got %v", err)
	}
	if err := n.db.Exec(context.Background(), "SELECT * FROM "+duck.Ident("a")); err == nil {
		t.Error("the table of a failed step stays")
	}
}

// TestOrder: rows stand in the order of the files for any number of threads.
func TestOrder(t *testing.T) {
	n := mustRun(t, manyYAML, manyFiles(5), nil)
	var last, wrong int64
	err := n.db.Rows(context.Background(), "SELECT CAST(SUBSTR(source_file, 2, 2) AS BIGINT) * 100000 + source_row FROM a", func(scan func(...any) error) error {
		var at int64
		if err := scan(&at); err != nil {
			return err
		}
		if at <= last && last > 0 {
			wrong++
		}
		last = at
		return nil
	})
	if err != nil || wrong > 0 {
		t.Errorf("%d rows out of order, %v", wrong, err)
	}
}

// TestCancel stops in the middle of reading: the step returns, and says why
// unless it was done already.
func TestCancel(t *testing.T) {
	files := manyFiles(8)
	for _, after := range []time.Duration{time.Millisecond, 10 * time.Millisecond, 40 * time.Millisecond} {
		ctx, stop := context.WithTimeout(context.Background(), after)
		_, err := runNightIn(ctx, t, manyYAML, files, nil)
		stop()
		if err != nil && !errors.Is(err, context.DeadlineExceeded) && !errors.Is(err, context.Canceled) {
			t.Errorf("after %s: %v", after, err)
		}
	}
}
