package main

import (
	"bytes"
	"context"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		got, truth string
		want       bool
	}{
		{"ŁÓDŹ", "Łódź", true}, {"6c", "6 bud. c||6c", true}, {"6 bud c", "6 bud. c||6c", true}, {"", "", true}, {"", "x||", true},
		{"x", "", false}, {"ul. Lipowa", "ul Lipowa", true}, {"Wit–Bud", "Wit-Bud", true}, {"# 5", "#5", true}, {"O’Brien", "o'brien", true}, {"12/5", "12 5", false},
	} {
		if got := same(tt.got, tt.truth); got != tt.want {
			t.Errorf("%q and %q: got %v", tt.got, tt.truth, got)
		}
	}
}

func TestJudge(t *testing.T) {
	o := newOutcome()
	fields := []string{"street", "unit"}
	o.judge(answer{id: "1", group: "slash", fields: fields, truth: map[string]string{"street": "Lipowa", "unit": "3"}, got: map[string]string{"street": "LIPOWA", "unit": "3"}})
	o.judge(answer{id: "2", group: "slash", fields: fields, truth: map[string]string{"street": "Lipowa"}, got: map[string]string{"street": "Osowa", "unit": "3"}})
	if o.rows != 2 || o.right != 1 || o.percent() != 50 || o.errors["street+unit"] != 1 || o.groups["slash"].right != 1 || o.fields["unit"].right != 1 {
		t.Errorf("%+v", o)
	}
	var out bytes.Buffer
	s := scorer{out: &out, showRows: true}
	s.table([]line{{what: "mine", score: o, bar: 97}})
	s.details("mine", o)
	for _, want := range []string{"50.00", "below", "street+unit 1", "slash 1 of 2", "want Lipowa, got Osowa"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s in\n%s", want, out.String())
		}
	}
}

// TestCompare holds the figures of pairs and B-cubed to ones worked out by hand.
func TestCompare(t *testing.T) {
	entity := map[string]string{"1": "a", "2": "a", "3": "a", "4": "b", "5": "", "6": ""}
	cluster := map[string]string{"1": "x", "2": "x", "3": "y", "4": "y", "5": "z"}
	q := compare(entity, cluster)
	if q.right != 1 || q.found != 2 || q.all != 3 || q.precision() != .5 || q.f1() != .4 {
		t.Errorf("%+v", q)
	}
	if p, r := q.bp/6, q.br/6; math.Abs(p-5./6) > 1e-9 || math.Abs(r-14./18) > 1e-9 {
		t.Errorf("B-cubed precision %v, recall %v", p, r)
	}
}

func TestReadTagged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.xml")
	text := "<AddressCollection><AddressString><AddressNumber>12</AddressNumber> <StreetName>Main,</StreetName># <OccupancyIdentifier>4</OccupancyIdentifier></AddressString></AddressCollection>"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	items, raws, err := readTagged(path)
	if err != nil || len(items) != 1 || raws[0] != "12 Main,# 4" || items[0][1] != (token{"StreetName", "Main,"}) {
		t.Errorf("%v %v %v", items, raws, err)
	}
}

// TestNoise: the same texts give the same noise, and what is left is labelled.
func TestNoise(t *testing.T) {
	var items [][]token
	for i := range 200 {
		n := strings.Repeat("1", i%5+1)
		items = append(items, []token{{"AddressNumber", n + string(rune('a'+i%26))}, {"StreetName", "Main"}, {"StreetNamePostType", "Street,"}, {"PlaceName", "Cary,"}, {"ZipCode", "27511"}})
	}
	once, raws := noisy(items)
	_, again := noisy(items)
	if strings.Join(raws, "|") != strings.Join(again, "|") {
		t.Error("another noise")
	}
	if len(once) == 0 || strings.Contains(strings.Join(raws, ""), ",") {
		t.Errorf("%d texts: %v", len(once), raws)
	}
}

// TestSkips: without data and program the parts say what is missing.
func TestSkips(t *testing.T) {
	var out bytes.Buffer
	s := scorer{out: &out, data: t.TempDir(), binary: os.Args[0]}
	if err := s.run(context.Background(), []string{"addresses", "world", "tagged", "names", "robust", "linkage"}); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"pl_hard*.csv", "world*.csv", "febrl3.csv", "person_labeled*.xml"} {
		if !strings.Contains(out.String(), "SKIPPED: "+want) && !strings.Contains(out.String(), "SKIPPED: addresses/"+want) {
			t.Errorf("%s is not skipped:\n%s", want, out.String())
		}
	}
	if err := s.run(context.Background(), []string{"x"}); err == nil {
		t.Error("an unknown part is no error")
	}
}
