package stats

import (
	"math"
	"testing"
)

// near fails unless got is within half a unit of the last printed digit.
func near(t *testing.T, what string, got, want, digit float64) {
	t.Helper()
	if math.Abs(got-want) > digit/2 || math.IsNaN(got) {
		t.Errorf("%s = %.10g, want %.10g", what, got, want)
	}
}

// Figures of the Hillstrom e-mail experiment (64,000 customers, three arms).
const (
	none, noneVisits, noneBuyers       = 21306, 2262, 122
	mens, mensVisits, mensBuyers       = 21307, 3894, 267
	womens, womensVisits, womensBuyers = 21387, 3238, 189
)

func TestWilson(t *testing.T) {
	for _, c := range []struct {
		name      string
		hits, n   int64
		low, high float64
	}{
		{"no e-mail", noneBuyers, none, .4798, .6832},
		{"mens", mensBuyers, mens, 1.1123, 1.4115},
		{"womens", womensBuyers, womens, .7668, 1.0183},
	} {
		iv := Wilson(c.hits, c.n, Z95)
		near(t, c.name+" low %", iv.Low*100, c.low, 1e-4)
		near(t, c.name+" high %", iv.High*100, c.high, 1e-4)
	}
	if iv := Wilson(0, 0, Z95); iv != (Interval{0, 1}) {
		t.Errorf("nothing observed: %v, want [0, 1]", iv)
	}
	if iv := Wilson(0, 20, Z95); math.Abs(iv.Low) > 1e-15 || iv.High < .1 || iv.High > .2 {
		t.Errorf("0 of 20: %v", iv)
	}
}

func TestNewcombe(t *testing.T) {
	for _, c := range []struct {
		name           string
		x1, n1, x2, n2 int64
		d, low, high   float64
	}{
		{"visits, mens - none", mensVisits, mens, noneVisits, none, 7.6590, 6.9953, 8.3227},
		{"visits, womens - none", womensVisits, womens, noneVisits, none, 4.5233, 3.8894, 5.1574},
		{"buyers, mens - none", mensBuyers, mens, noneBuyers, none, .6805, .5014, .8641},
		{"buyers, womens - none", womensBuyers, womens, noneBuyers, none, .3111, .1502, .4745},
		{"buyers, mens - womens", mensBuyers, mens, womensBuyers, womens, .3694, .1746, .5663},
	} {
		d, iv := Newcombe(c.x1, c.n1, c.x2, c.n2, Z95)
		near(t, c.name, d*100, c.d, 1e-4)
		near(t, c.name+" low", iv.Low*100, c.low, 1e-4)
		near(t, c.name+" high", iv.High*100, c.high, 1e-4)
	}
	if d, iv := Newcombe(1, 2, 0, 0, Z95); !math.IsNaN(d) || !math.IsNaN(iv.Low) {
		t.Errorf("empty control: %v %v, want NaN", d, iv)
	}
}

func TestTwoProportions(t *testing.T) {
	z, p := TwoProportions(mensBuyers, mens, noneBuyers, none)
	near(t, "mens z", z, 7.39, .01)
	if p > 1e-12 {
		t.Errorf("mens p = %g", p)
	}
	z, _ = TwoProportions(womensBuyers, womens, noneBuyers, none)
	near(t, "womens z", z, 3.78, .01)
	if z, _ := TwoProportions(0, 5, 0, 7); !math.IsNaN(z) {
		t.Errorf("no variance: z = %v, want NaN", z)
	}
}

func TestSampleRatio(t *testing.T) {
	chi2, p := SampleRatio([]int64{none, mens, womens}, []float64{1, 1, 1})
	near(t, "chi-square", chi2, .2025, 1e-4)
	if p < .9 {
		t.Errorf("p = %v, want no mismatch", p)
	}
	if _, p := SampleRatio([]int64{500, 400}, []float64{1, 1}); p > .001 {
		t.Errorf("500:400 planned 1:1: p = %v, want a mismatch", p)
	}
	if chi2, _ := SampleRatio([]int64{1, 2}, []float64{1}); !math.IsNaN(chi2) {
		t.Errorf("missing share: %v, want NaN", chi2)
	}
}

func TestHolm(t *testing.T) {
	got := Holm([]float64{.04, .01, math.NaN(), .03})
	for i, want := range []float64{.06, .03, math.NaN(), .06} {
		if math.IsNaN(want) != math.IsNaN(got[i]) || math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("p[%d] = %v, want %v", i, got[i], want)
		}
	}
}

func TestWelch(t *testing.T) {
	// Two groups of hand-made values: 1 2 3 4 5 and 2 4 6 8.
	d := Welch(FromSums(5, 15, 55), FromSums(4, 20, 120), .95)
	near(t, "difference", d.Mean, -2, 1e-9)
	near(t, "t", d.T, -1.3587, 1e-4)
	near(t, "freedom", d.Freedom, 4.7494, 1e-4)
	if one := Welch(FromSums(1, 3, 9), FromSums(4, 20, 120), .95); one.Mean != -2 || !math.IsNaN(one.T) {
		t.Errorf("one value: %+v", one)
	}
	if flat := Welch(FromSums(3, 0, 0), FromSums(3, 0, 0), .95); flat.Interval != (Interval{0, 0}) {
		t.Errorf("no variance: %+v", flat)
	}
}

func TestNormal(t *testing.T) {
	near(t, "90 %", Normal(.9), 1.6448536269514722, 1e-12)
	near(t, "99 %", Normal(.99), 2.5758293035489004, 1e-12)
	near(t, "95 %", Normal(.95), Z95, 0x1p-52)
}

func TestDetectable(t *testing.T) {
	// 5 % buyers, 1000 mailed and 1000 held out, power .8: about 2.7 points.
	near(t, "detectable", Detectable(.05, 1000, 1000, .95, .8), .02731, 1e-5)
}

func BenchmarkNewcombe(b *testing.B) {
	for b.Loop() {
		Newcombe(mensBuyers, mens, noneBuyers, none, Z95)
	}
}
