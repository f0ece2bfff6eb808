package dates

import (
	"errors"
	"testing"
	"time"
)

func day(y, m, d int) time.Time { return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC) }

func TestDate(t *testing.T) {
	tests := []struct {
		in   string
		want time.Time
		err  error
	}{
		{"2024-03-05", day(2024, 3, 5), nil},
		{" 2024-3-5 ", day(2024, 3, 5), nil},
		{"2024.03.05", day(2024, 3, 5), nil},
		{"2024/03/05", day(2024, 3, 5), nil},
		{"20240305", day(2024, 3, 5), nil},
		{"05.03.2024", day(2024, 3, 5), nil},
		{"5.3.2024 r.", day(2024, 3, 5), nil},
		{"05-03-2024", day(2024, 3, 5), nil},
		{"05/03/2024", day(2024, 3, 5), nil},
		{"5 marca 2024", day(2024, 3, 5), nil},
		{"5 MARCA 2024 r.", day(2024, 3, 5), nil},
		{"5-paź-2024", day(2024, 10, 5), nil},
		{"March 5, 2024", day(2024, 3, 5), nil},
		{"5 Mar 2024", day(2024, 3, 5), nil},
		{"2024-03-05T23:59:00", day(2024, 3, 5), nil},
		{"29.02.2024", day(2024, 2, 29), nil},
		{"29.02.2023", time.Time{}, ErrImpossible},
		{"31.02.2024", time.Time{}, ErrImpossible},
		{"2022-13-45", time.Time{}, ErrImpossible},
		{"00.00.0000", time.Time{}, ErrImpossible},
		{"2024-03-05 25:00", time.Time{}, ErrImpossible},
		{"05.03.24", time.Time{}, ErrUnknown},
		{"brak", time.Time{}, ErrUnknown},
		{"", time.Time{}, ErrUnknown},
		{"2024", time.Time{}, ErrUnknown},
		{"5 marzanna 2024", time.Time{}, ErrUnknown},
		{"2024-03-05x", time.Time{}, ErrUnknown},
		{"2024-03/05", time.Time{}, ErrUnknown},
	}
	for _, tt := range tests {
		got, err := Date(tt.in)
		if !got.Equal(tt.want) || !errors.Is(err, tt.err) {
			t.Errorf("%q: got %v, %v, want %v, %v", tt.in, got, err, tt.want, tt.err)
		}
	}
}

func TestOrder(t *testing.T) {
	v, _ := Parse("05/03/2024", DayFirst)
	if !v.Ambiguous || v.Month != 3 {
		t.Errorf("day first: %+v", v)
	}
	if v, _ = Parse("05/03/2024", MonthFirst); v.Ambiguous || v.Month != 5 {
		t.Errorf("month first: %+v", v)
	}
	if v, _ = Parse("25/03/2024", DayFirst); v.Ambiguous {
		t.Errorf("25 is no month: %+v", v)
	}
}

func TestTimestamp(t *testing.T) {
	warsaw, err := time.LoadLocation("Europe/Warsaw")
	if err != nil {
		t.Skip("no time zone data")
	}
	tests := []struct{ in, want string }{
		{"2018-01-06T05:48:24+01:00", "2018-01-06T04:48:24Z"},
		{"2018-01-06T05:48:24Z", "2018-01-06T05:48:24Z"},
		{"2018-01-06T05:48:24", "2018-01-06T04:48:24Z"},
		{"06.07.2018 05:48", "2018-07-06T03:48:00Z"},
		{"20180106054824", "2018-01-06T04:48:24Z"},
		{"2018-01-06 05:48:24.25 -0500", "2018-01-06T10:48:24.25Z"},
		{"2025-10-26 02:30:00", "2025-10-26T00:30:00Z"}, // twice: the earlier
		{"2025-03-30 02:30:00", "2025-03-30T01:30:00Z"}, // never: 03:30 summer time
		{"2025-06-01", "2025-05-31T22:00:00Z"},
	}
	for _, tt := range tests {
		got, err := Timestamp(tt.in, warsaw)
		if err != nil || got.Format(time.RFC3339Nano) != tt.want {
			t.Errorf("%q: got %v, %v, want %s", tt.in, got, err, tt.want)
		}
	}
}

func TestLayout(t *testing.T) {
	tests := []struct {
		format, in string
		want       time.Time
		err        error
	}{
		{"dd.mm.yyyy", "05.03.2024", day(2024, 3, 5), nil},
		{"dd.mm.yyyy", "5.3.2024", day(2024, 3, 5), nil},
		{"dd.mm.yyyy", "05.03.2024 00:00:00", day(2024, 3, 5), nil},
		{"DD.MM.YYYY", "05.03.2024", day(2024, 3, 5), nil},
		{"mm/dd/yyyy", "05/03/2024", day(2024, 5, 3), nil},
		{"yyyymmdd", "20240305", day(2024, 3, 5), nil},
		{"ddmmyyyy", "05032024", day(2024, 3, 5), nil},
		{"yymmdd", "240305", day(2024, 3, 5), nil},
		{"yymmdd", "650305", day(1965, 3, 5), nil},
		{"dd mmm yyyy", "5 marca 2024", day(2024, 3, 5), nil},
		{"dd-mmm-yyyy", "05-MAR-2024", day(2024, 3, 5), nil},
		{"yyyymm", "202403", day(2024, 3, 1), nil},
		{"yyyy-mm-dd HH:MM:SS", "2024-03-05 10:11:12", day(2024, 3, 5), nil},
		{"yyyymmdd", "2024030", time.Time{}, ErrUnknown},
		{"yyyymmdd", "00000000", time.Time{}, ErrImpossible},
		{"dd.mm.yyyy", "31.04.2024", time.Time{}, ErrImpossible},
		{"dd.mm.yyyy", "2024-03-05", time.Time{}, ErrUnknown},
	}
	for _, tt := range tests {
		f, err := Layout(tt.format)
		if err != nil {
			t.Fatal(err)
		}
		v, err := f.Parse(tt.in)
		if !errors.Is(err, tt.err) || err == nil && !v.Date().Equal(tt.want) {
			t.Errorf("%s %q: got %+v, %v, want %v, %v", tt.format, tt.in, v, err, tt.want, tt.err)
		}
	}
	for _, bad := range []string{"", "dd.mm", "dd.MM.yyyy MM", "yyyy-mm-dd mm", "yyyy MM dd mm"} {
		if _, err := Layout(bad); err == nil {
			t.Errorf("format %q was accepted", bad)
		}
	}
}

func TestMonth(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03": "2024-03", "202403": "2024-03", "03.2024": "2024-03", "3/2024": "2024-03",
		"marzec 2024": "2024-03", "Grudzień 2024 r.": "2024-12", "2024-03-17": "2024-03",
		"17.03.2024": "2024-03", "202413": "", "": "", "brak": "",
	} {
		if got, _ := Month(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	for _, d := range []time.Time{day(1900, 1, 1), day(1899, 12, 30), day(1753, 1, 1), day(9999, 12, 31), day(1, 1, 1)} {
		if !Placeholder(d) {
			t.Errorf("%v is not a placeholder", d)
		}
	}
	for _, d := range []time.Time{day(1934, 1, 1), day(1900, 3, 4), day(2024, 12, 31)} {
		if Placeholder(d) {
			t.Errorf("%v is a placeholder", d)
		}
	}
}

func TestSerial(t *testing.T) {
	for days, want := range map[float64]string{
		1: "1900-01-01T00:00:00Z", 45356: "2024-03-05T00:00:00Z", 45356.5: "2024-03-05T12:00:00Z", 61: "1900-03-01T00:00:00Z",
	} {
		if got := Serial(days).Format(time.RFC3339); got != want {
			t.Errorf("%v: got %s, want %s", days, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"2024-03-05", "05/03/2024 10:00", "5 marca 2024 r.", "20240305", "March 5, 2024 10:00Z"} {
		f.Add(s)
	}
	layout, _ := Layout("dd.mm.yyyy")
	f.Fuzz(func(t *testing.T, s string) {
		if v, err := Parse(s, DayFirst); err == nil {
			again, err := Date(v.Date().Format(time.DateOnly))
			if err != nil || !again.Equal(v.Date()) {
				t.Errorf("%+v does not read back", v)
			}
		}
		layout.Parse(s)
		Month(s)
	})
}

func BenchmarkFormat(b *testing.B) {
	f, _ := Layout("dd.mm.yyyy")
	for b.Loop() {
		f.Parse("05.03.2024")
	}
}
