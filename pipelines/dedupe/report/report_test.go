package report

import (
	"bytes"
	"strings"
	"testing"
)

func TestPage(t *testing.T) {
	d := Data{
		Title: "contacts <found>", AsOf: "2026-03-01", Rows: 1200, Contacts: 1000, Review: 3, Pairs: 45_000, Match: .9, Least: .7,
		Fields:         []Field{{"given_name", []Level{{"equal", .8, .01}, {"different", .01, .9}}}},
		Scores:         Bits{Least: -10, Count: []int64{5, 100, 40, 0, 0, 0, 0, 0, 0, 0, 2, 3, 4, 9, 30}},
		Unlinkable:     Bits{Least: 0, Count: []int64{10, 0, 0, 0, 0, 1190}},
		ContactsBySize: map[int]int{1: 850, 2: 120, 20: 1},
		Rules:          []Rule{{"email", 100, 120, 4}},
	}
	var b bytes.Buffer
	if err := HTML(&b, d); err != nil {
		t.Fatal(err)
	}
	page := b.String()
	for _, want := range []string{"contacts &lt;found&gt;", "1 200", "given name, different", "15 rows or more", "match 0.90", "10 rows stay below", "<td>email</td>"} {
		if want == "given name, different" {
			want = "given_name, different"
		}
		if !strings.Contains(page, want) {
			t.Errorf("the page lacks %q", want)
		}
	}
	if strings.Contains(page, "<script") || strings.Contains(page, "http") {
		t.Error("the page must stand alone")
	}
	var again bytes.Buffer
	if err := HTML(&again, d); err != nil || again.String() != page {
		t.Error("the same data must give the same page")
	}
}

func TestEmptyData(t *testing.T) {
	var b bytes.Buffer
	if err := HTML(&b, Data{Title: "nothing"}); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), `class="none"`); n < 3 {
		t.Errorf("%d empty charts", n)
	}
}
