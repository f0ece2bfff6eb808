package dates

import (
	"strings"
	"testing"
)

func TestRead(t *testing.T) {
	tests := []struct{ in, want string }{ // status day time or other day, form, codes
		{"2024-03-05", "ok 2024-03-05 yyyy-mm-dd"},
		{"05.03.2024", "ok 2024-03-05 dd.mm.yyyy"},
		{"5/3/2024", "ambiguous 2024-03-05 or 2024-05-03 dd/mm/yyyy day_and_month_unsure"},
		{"25/03/2024", "ok 2024-03-25 dd/mm/yyyy"},
		{"03/25/2024", "ok 2024-03-25 mm/dd/yyyy only_possible_order"},
		{"03.25.2024", "ok 2024-03-25 mm.dd.yyyy only_possible_order"},
		{"5/5/2024", "ok 2024-05-05 dd/mm/yyyy"},
		{"20240305", "ok 2024-03-05 yyyymmdd"},
		{"05032024", "ambiguous 2024-03-05 or 2024-05-03 ddmmyyyy without_separators day_and_month_unsure"},
		{"25032024", "ok 2024-03-25 ddmmyyyy without_separators"},
		{"05.03.80", "ok 1980-03-05 dd.mm.yy two_digit_year"},
		{"05.03.24", "ok 2024-03-05 dd.mm.yy two_digit_year"},
		{"25/03/80", "ok 1980-03-25 dd/mm/yy two_digit_year"},
		{"5/3/80", "ambiguous 1980-03-05 or 1980-05-03 dd/mm/yy two_digit_year day_and_month_unsure"},
		{"80-03-05", "ok 1980-03-05 yy-mm-dd two_digit_year"},
		{"800325", "ok 1980-03-25 yymmdd without_separators two_digit_year"},
		{"3 maja 1980", "ok 1980-05-03 dd mmm yyyy"},
		{"3-go maja 1980 roku", "ok 1980-05-03 dd mmm yyyy"},
		{"3 V 1980", "ok 1980-05-03 dd mmm yyyy"},
		{"3.XII.1980 r.", "ok 1980-12-03 dd mmm yyyy"},
		{"3 maja 80", "ok 1980-05-03 dd mmm yy two_digit_year"},
		{"May 3rd, 1980", "ok 1980-05-03 mmm dd, yyyy"},
		{"3rd of May 1980", "ok 1980-05-03 dd mmm yyyy"},
		{"Sat, 3 May 1980 17:05:00", "ok 1980-05-03 17:05:00 dd mmm yyyy"},
		{"piątek, 3 maja 1980", "ok 1980-05-03 dd mmm yyyy"},
		{"3. Mai 1980", "ok 1980-05-03 dd mmm yyyy"},
		{"3. 5. 1980", "ok 1980-05-03 dd.mm.yyyy"},
		{"1980-May-03", "ok 1980-05-03 yyyy mmm dd"},
		{"ur. 3.05.1980", "ok 1980-05-03 dd.mm.yyyy"},
		{"3.05.1980 godz. 17:30", "ok 1980-05-03 17:30:00 dd.mm.yyyy"},
		{"05/13/1980 5:30 PM", "ok 1980-05-13 17:30:00 mm/dd/yyyy only_possible_order"},
		{"1980-05-03T17:30:00+02:00", "ok 1980-05-03 17:30:00+02:00 yyyy-mm-dd"},
		{"29344", "ok 1980-05-03 spreadsheet_day"},
		{"29344.5", "ok 1980-05-03 12:00:00 spreadsheet_day"},
		{"1709596800", "ok 2024-03-05 00:00:00 unix_time"},
		{"05.1980", "incomplete 1980-05"}, {"maj 1980", "incomplete 1980-05"}, {"1980", "incomplete 1980"}, {"202403", "incomplete 2024-03"},
		{"31.02.1980", "impossible"}, {"2022-13-45", "impossible"}, {"1980-05-03 25:00", "impossible"}, {"99.99.1999", "impossible"},
		{"01.01.1900", "placeholder"}, {"9999-12-31", "placeholder"}, {"01.01.1970", "placeholder dd.mm.yyyy epoch_day"}, {"brak", "placeholder"},
		{"0000-00-00", "placeholder"}, {"31/12/2099", "placeholder dd/mm/yyyy"},
		{"wczoraj", "invalid"}, {"601123456", "invalid"}, {"12", "invalid"}, {"", "missing"}, {" ", "missing"},
	}
	for _, tt := range tests {
		r := Read(tt.in, Options{})
		got := []string{string(r.Status), r.Day(), r.Time()}
		if r.OtherDay() != "" {
			got = append(got, "or", r.OtherDay())
		}
		line := strings.Join(strings.Fields(strings.Join(append(append(got, r.Form), r.Codes...), " ")), " ")
		if line != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.in, line, tt.want)
		}
	}
}

func TestReadOptions(t *testing.T) {
	tests := []struct {
		in   string
		o    Options
		want string
	}{
		{"05/03/2024", Options{Order: MonthFirst, Known: true}, "ok 2024-05-03"},
		{"05/03/2024", Options{Order: DayFirst, Known: true}, "ok 2024-03-05"},
		{"5/3/80", Options{Order: MonthFirst, Known: true}, "ok 1980-05-03"},
		{"25/03/2024", Options{Order: MonthFirst, Known: true}, "ok 2024-03-25"},
		{"05.03.29", Options{LastYear: 2026}, "ok 1929-03-05"},
		{"05.03.26", Options{LastYear: 2026}, "ok 2026-03-05"},
	}
	for _, tt := range tests {
		r := Read(tt.in, tt.o)
		if got := string(r.Status) + " " + r.Day(); got != tt.want {
			t.Errorf("%q %+v: got %s, want %s", tt.in, tt.o, got, tt.want)
		}
	}
}

func TestEvidence(t *testing.T) {
	for column, want := range map[string]string{
		"05/03/2024 25/03/2024 01/02/2024":               "day first, known",
		"05/03/2024 03/25/2024":                          "month first, known",
		"05/03/2024 06/07/2024":                          "day first, unsure",
		"25/03/2024 03/25/2024":                          "day first, unsure",
		"03/25/2024 03/26/2024 13/01/2024":               "month first, unsure",
		"2024-03-05 05.03.2024 x":                        "day first, unsure",
		strings.Repeat("03/25/2024 ", 40) + "25/03/2024": "month first, known",
	} {
		var e Evidence
		for _, text := range strings.Fields(column) {
			e.Add(text)
		}
		order, known := e.Order()
		got := map[Order]string{DayFirst: "day first", MonthFirst: "month first"}[order] + map[bool]string{true: ", known", false: ", unsure"}[known]
		if got != want {
			t.Errorf("%.40q: got %s, want %s", column, got, want)
		}
	}
}

// FuzzRead holds that a day that was read reads back as itself, and that two readings
// of one text differ.
func FuzzRead(f *testing.F) {
	for _, text := range []string{"3 V 1980", "05/03/24", "29344.5", "May 3rd, 1980 5:30 pm", "ur. 3.5.80 r.", "800503", "1980-13-05T10:00Z"} {
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, us bool) {
		o := Options{}
		if us {
			o.Order = MonthFirst
		}
		r := Read(text, o)
		if r.Status != StatusOK && r.Status != StatusAmbiguous {
			return
		}
		again := Read(r.Day(), o)
		if again.Day() != r.Day() && again.Status != StatusPlaceholder {
			t.Errorf("%q is %s, which reads back as %+v", text, r.Day(), again)
		}
		if r.Status == StatusAmbiguous && r.OtherDay() == r.Day() {
			t.Errorf("%q: both readings are %s", text, r.Day())
		}
	})
}

func BenchmarkRead(b *testing.B) {
	texts := []string{"05.03.1980", "1980-03-05", "5/3/1980", "3 maja 1980", "05.03.80", "May 3rd, 1980", "29344", "brak"}
	i := 0
	for b.Loop() {
		Read(texts[i%len(texts)], Options{})
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
}
