package mend

import (
	"bytes"
	"reflect"
	"strings"
	"testing"
)

func TestCorrectionsKeepTheirFile(t *testing.T) {
	old := []Line{
		{"crm", "b", "a.csv", 2, Mend, "ur", "1990-01-01", "anna", "2026-03-01", ""},
		{"crm", "a", "a.csv", 1, Mend, "Imię, drugie", "x\n\"y\"", "anna", "2026-03-01", "asked; told"},
		{"crm", "a", "a.csv", 1, Mend, "ur", "", "anna", "2026-03-01", ""},
		{"shop", "a", "b.csv", 1, Drop, "", "", "jan", "2026-03-01", ""},
	}
	text := Bytes(old)
	back, err := Parse("mended/crm.csv", text)
	if err != nil || !bytes.Equal(Bytes(back), text) {
		t.Fatalf("%v\n%s", err, text)
	}
	all := Merge(back, []Line{
		{"crm", "a", "a.csv", 9, Mend, "ur", "1980-01-01", "jan", "2026-03-02", ""}, // another value
		{"crm", "b", "a.csv", 2, Drop, "", "", "jan", "2026-03-02", ""},             // another decision
		{"shop", "a", "b.csv", 1, Mend, "ur", "1970-01-01", "jan", "2026-03-02", ""},
	})
	if len(all) != 4 {
		t.Fatalf("%v", all)
	}
	want := map[string]Fix{
		"a": {File: "a.csv", Cells: map[string]string{"Imię, drugie": "x\n\"y\"", "ur": "1980-01-01"}},
		"b": {File: "a.csv", Drop: true},
	}
	if got := Fixes(all, "crm"); !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestDamagedCorrectionsAreNamed(t *testing.T) {
	head := "source,record,file,row,decision,column,value,by,on,note\n"
	for text, want := range map[string]string{
		"":                                   "line 1",
		"source,record\n":                    "line 1: the columns must be",
		head + "crm,a,f,x,mend,ur,1,j,d,\n":  "record 1: the row is not a number",
		head + "crm,a,f,1,leave,ur,1,j,d,\n": "record 1: the decision",
		head + "crm,a,f,1,drop,ur,1,j,d,\n":  "drop names none",
		head + "crm,a,f,1,mend,ur,1,j,d\n":   "line 2",
		head + strings.Repeat("crm,a,f,1,mend,ur,1,j,d,\n", 2): "record 2: the same cell",
	} {
		if _, err := Parse("mended/crm.csv", []byte(text)); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), ",1,j") {
			t.Errorf("%q: %v", want, err)
		}
	}
}

func TestReasonsNameColumns(t *testing.T) {
	r := Rejected{Reasons: []string{"no key: shop, nr", "impossible date: birth_date (Data ur.)", "wrong number of fields: 3 instead of 4"}}
	for column, want := range map[string]int{"shop": 1, "nr": 1, "Data ur.": 1, "Data": 0, "birth_date": 0, "3": 0} {
		if got := len(r.Named(column)); got != want {
			t.Errorf("%s is named %d times, want %d", column, got, want)
		}
	}
}

func TestPlainNames(t *testing.T) {
	for source, want := range map[string]string{"crm": "mended/crm.csv", "../etc/x": "mended/___etc_x.csv", "Źródło 1": "mended/_r_d_o_1.csv"} {
		if got := FileOf(source); got != want {
			t.Errorf("%s is kept in %s, want %s", source, got, want)
		}
	}
	long := strings.Repeat("a", 40)
	first := sheetName(long, nil)
	if second := sheetName(long, []string{first}); first == second || len(first) > 31 || len(second) > 31 {
		t.Errorf("sheets %s and %s", first, second)
	}
}
