package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Sample is what a difference of means needs to know about a group.
type Sample struct {
	N        int64
	Mean     float64
	Variance float64 // of the sample, divided by N-1; NaN below two values
}

// FromSums makes a Sample of a group's size, sum and sum of squares. Exact sums
// (integers in the database) keep the result free of the order of rows.
func FromSums(n int64, sum, squares float64) Sample {
	if n <= 0 {
		return Sample{0, math.NaN(), math.NaN()}
	}
	size := float64(n)
	s := Sample{N: n, Mean: sum / size, Variance: math.NaN()}
	if n > 1 {
		s.Variance = math.Max(0, (squares-sum*sum/size)/(size-1))
	}
	return s
}

// Difference is the outcome of comparing two means.
type Difference struct {
	Mean     float64 // of the first group less the second
	Interval Interval
	T        float64 // Welch's statistic
	Freedom  float64 // Welch-Satterthwaite degrees of freedom
	P        float64 // two-sided
}

// Welch compares the means of two groups without assuming equal variances
// (Welch, Biometrika 34, 1947, 28-35). With fewer than two values in a group
// only Mean may be known; with no variance at all the interval is one point
// and the test is not defined.
func Welch(a, b Sample, confidence float64) Difference {
	nan := math.NaN()
	d := Difference{a.Mean - b.Mean, undefined, nan, nan, nan}
	if a.N < 2 || b.N < 2 {
		return d
	}
	va, vb := a.Variance/float64(a.N), b.Variance/float64(b.N)
	se := math.Sqrt(va + vb)
	if se == 0 {
		d.Interval = Interval{d.Mean, d.Mean}
		return d
	}
	d.T = d.Mean / se
	d.Freedom = square(va+vb) / (va*va/float64(a.N-1) + vb*vb/float64(b.N-1))
	student := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: d.Freedom}
	half := student.Quantile(0.5+confidence/2) * se
	d.Interval = Interval{d.Mean - half, d.Mean + half}
	d.P = 2 * student.Survival(math.Abs(d.T))
	return d
}
