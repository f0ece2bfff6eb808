package linkage

import (
	"context"
	"strings"
	"testing"
)

func TestMemory(t *testing.T) {
	rows := crowd(5000, 3)
	for i := range rows {
		if i%2 == 0 {
			rows[i].city = "warszawa"
		}
	}
	p := people(rows)
	_, err := Find(context.Background(), p, Options{Memory: 100_000})
	if err == nil || !strings.Contains(err.Error(), "city 25") || strings.Contains(err.Error(), "warszawa") {
		t.Errorf("error %v, want one that names the column and its count alone", err)
	}
	all, err := Find(context.Background(), p, Options{})
	if err != nil {
		t.Fatal(err)
	}
	few, err := Find(context.Background(), p, Options{Memory: 5000 * (rowBytes + ruleBytes*12)})
	if err != nil {
		t.Fatal(err)
	}
	if len(few.Blocks) >= len(all.Blocks) || len(few.Dropped) == 0 {
		t.Errorf("%d rules with little memory, %d with enough, dropped %v", len(few.Blocks), len(all.Blocks), few.Dropped)
	}
}
