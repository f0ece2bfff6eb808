package similar

import (
	"strings"
	"testing"
)

// The codes are those that descriptions of the soundex publish for these names.
func TestDaitchMokotoff(t *testing.T) {
	for name, want := range map[string]string{
		"auerbach": "097400|097500", "ohrbach": "097400|097500", "lipshitz": "874400", "lippszyc": "874400|874500",
		"lewinsky": "876450", "levinski": "876450", "szlamawicz": "486740", "shlamovitz": "486740",
		"golden": "583600", "alpert": "087930", "breuer": "791900", "haber": "579000", "mannheim": "665600", "mintz": "664000",
		"topf": "370000", "kleinmann": "586660", "ben aron": "769600",
		"ceniow": "467000|567000", "tsenyuv": "467000", "holubica": "587400|587500", "golubitsa": "587400",
		"przemysl": "746480|794648", "pshemeshil": "746480",
		"rosochowaciec": "944744|944745|944754|944755|945744|945745|945754|945755", "rosokhovatsets": "945744",
		"peters": "734000|739400", "peterson": "734600|739460", "moskowitz": "645740", "moskovitz": "645740",
		"jackson":         "154600|145460|454600|445460",
		"jackson-jackson": "154654|154645|154644|145465|145464|454654|454645|454644|445465|445464",
		"akssol":          "054800", "gerschfeld": "547830|545783|594783|594578", "o'brien": "079600", "kings-mith": "565463", "strassburg": "294795",
		"": "", "123": "", "lee": "800000",
	} {
		if got := strings.Join(DaitchMokotoff(name), "|"); got != want {
			t.Errorf("DaitchMokotoff(%q) = %q, want %q", name, got, want)
		}
	}
}

func FuzzDaitchMokotoff(f *testing.F) {
	f.Add("gerschfeld")
	f.Add("rsrsjcjchckrz")
	f.Add("ł-9 mn")
	f.Fuzz(func(t *testing.T, s string) {
		codes := DaitchMokotoff(s)
		seen := map[string]bool{}
		for _, c := range codes {
			if len(c) != 6 || strings.Trim(c, "0123456789") != "" || seen[c] {
				t.Fatalf("codes %q", codes)
			}
			seen[c] = true
		}
		if len(codes) > 128 {
			t.Fatalf("%d codes", len(codes))
		}
	})
}

func BenchmarkDaitchMokotoff(b *testing.B) {
	for b.Loop() {
		DaitchMokotoff("szczepanowska")
	}
}
