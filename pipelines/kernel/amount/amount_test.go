package amount

import (
	"errors"
	"fmt"
	"testing"
)

func TestParse(t *testing.T) {
	tests := []struct {
		in      string
		decimal byte
		scale   int
		want    int64
		err     error
	}{
		{"73,99", ',', 2, 7399, nil},
		{"293.59", '.', 2, 29359, nil},
		{"1 234,5", ',', 2, 123450, nil},
		{"1\u00a0234,50 zł", ',', 2, 123450, nil},
		{"1.234.567,89", ',', 2, 123456789, nil},
		{"1,234,567.89", 0, 2, 123456789, nil},
		{"1.234.567", 0, 2, 123456700, nil},
		{"1'234.50", '.', 2, 123450, nil},
		{"12,5", 0, 2, 1250, nil},
		{"0,125", 0, 3, 125, nil},
		{"1234", 0, 2, 123400, nil},
		{"-12,00", ',', 2, -1200, nil},
		{"12,00-", ',', 2, -1200, nil},
		{"(12.00)", 0, 2, -1200, nil},
		{"$1,234.50", '.', 2, 123450, nil},
		{"-$5.00", '.', 2, -500, nil},
		{"PLN 5", 0, 2, 500, nil},
		{"2.3000", '.', 2, 230, nil},
		{"2.345", '.', 4, 23450, nil},
		{",50", ',', 2, 50, nil},
		{"2.345", '.', 2, 0, ErrPrecision},
		{"1,234", 0, 2, 0, ErrAmbiguous},
		{"12 34,50", ',', 2, 0, ErrNotAmount},
		{"1234 567", ',', 2, 0, ErrNotAmount},
		{"12,3x", ',', 2, 0, ErrNotAmount},
		{"73.99", ',', 2, 0, ErrNotAmount},
		{"abc", 0, 2, 0, ErrNotAmount},
		{"", 0, 2, 0, ErrNotAmount},
		{",", ',', 2, 0, ErrNotAmount},
		{"99999999999999999999", 0, 2, 0, ErrOverflow},
		{"--5", 0, 2, 0, ErrNotAmount},
	}
	for _, tt := range tests {
		got, err := Parse(tt.in, tt.decimal, tt.scale)
		if got != tt.want || !errors.Is(err, tt.err) {
			t.Errorf("%q %q: got %d, %v, want %d, %v", tt.in, tt.decimal, got, err, tt.want, tt.err)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("1 234,50 zł", int64(5))
	f.Fuzz(func(t *testing.T, s string, n int64) {
		Parse(s, 0, 2)
		n %= 1e15
		sign := ""
		if n < 0 {
			sign, n = "-", -n
		}
		text := fmt.Sprintf("%s%d,%02d", sign, n/100, n%100)
		got, err := Parse(text, ',', 2)
		if sign != "" {
			got = -got
		}
		if err != nil || got != n {
			t.Errorf("%s: got %d, %v", text, got, err)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Parse("1 234,50", ',', 2)
	}
}
