package money

import (
	"errors"
	"math"
	"slices"
	"testing"
)

func TestDivHalfUp(t *testing.T) {
	for _, c := range []struct{ num, den, want int64 }{
		{1, 2, 1}, {-1, 2, -1}, {1, 3, 0}, {2, 3, 1}, {5, 2, 3}, {-5, 2, -3}, {5, -2, -3},
		{95220, 40, 2381}, {95220, 44, 2164}, {0, 7, 0},
		{math.MaxInt64, 1, math.MaxInt64}, {math.MaxInt64, math.MaxInt64, 1},
	} {
		if got, err := DivHalfUp(c.num, c.den); err != nil || got != c.want {
			t.Errorf("%d / %d = %d, %v; want %d", c.num, c.den, got, err, c.want)
		}
	}
	if _, err := DivHalfUp(1, 0); !errors.Is(err, ErrRange) {
		t.Errorf("division by zero: %v", err)
	}
}

func TestMulDiv(t *testing.T) {
	for _, c := range []struct{ a, b, den, want int64 }{
		{409, 44576, 52, 350607}, // 350607.38
		{1 << 40, 1 << 40, 1 << 40, 1 << 40},
		{-3, 5, 10, -2},
	} {
		if got, err := MulDiv(c.a, c.b, c.den); err != nil || got != c.want {
			t.Errorf("%d * %d / %d = %d, %v; want %d", c.a, c.b, c.den, got, err, c.want)
		}
	}
	if _, err := MulDiv(1<<40, 1<<40, 1); !errors.Is(err, ErrRange) {
		t.Errorf("overflow: %v", err)
	}
}

func TestRescale(t *testing.T) {
	for _, c := range []struct {
		units    int64
		from, to int
		want     int64
	}{{20995, 4, 2, 210}, {20949, 4, 2, 209}, {-20950, 4, 2, -210}, {21, 2, 4, 2100}, {7, 2, 2, 7}} {
		if got, err := Rescale(c.units, c.from, c.to); err != nil || got != c.want {
			t.Errorf("%d from %d to %d = %d, %v; want %d", c.units, c.from, c.to, got, err, c.want)
		}
	}
	if _, err := Rescale(math.MaxInt64, 2, 4); !errors.Is(err, ErrRange) {
		t.Errorf("overflow: %v", err)
	}
}

func TestAllocate(t *testing.T) {
	for _, c := range []struct {
		cents   int64
		weights []int64
		want    []int64
	}{
		{100, []int64{1, 1, 1}, []int64{34, 33, 33}},
		{-100, []int64{1, 1, 1}, []int64{-34, -33, -33}},
		{10, []int64{0, 3, 1}, []int64{0, 8, 2}},
		{1, []int64{2, 3}, []int64{0, 1}},
		{0, []int64{2, 3}, []int64{0, 0}},
		{math.MaxInt64, []int64{1}, []int64{math.MaxInt64}},
	} {
		got, err := Allocate(c.cents, c.weights)
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%d over %v = %v, %v; want %v", c.cents, c.weights, got, err, c.want)
		}
	}
	for _, weights := range [][]int64{nil, {0}, {2, -1}} {
		if _, err := Allocate(5, weights); !errors.Is(err, ErrRange) {
			t.Errorf("weights %v: %v, want ErrRange", weights, err)
		}
	}
}

func FuzzAllocate(f *testing.F) {
	f.Add(int64(100), int64(1), int64(2), int64(3))
	f.Fuzz(func(t *testing.T, cents, a, b, c int64) {
		parts, err := Allocate(cents, []int64{a, b, c})
		if err != nil {
			return
		}
		if sum := parts[0] + parts[1] + parts[2]; sum != cents {
			t.Errorf("parts sum to %d, want %d", sum, cents)
		}
	})
}

func BenchmarkAllocate(b *testing.B) {
	weights := []int64{50, 30, 20}
	for b.Loop() {
		if _, err := Allocate(12345, weights); err != nil {
			b.Fatal(err)
		}
	}
}
