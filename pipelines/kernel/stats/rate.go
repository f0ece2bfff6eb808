package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Z95 is the two-sided 95 % point of the normal distribution.
const Z95 = 1.959963984540054

// Interval is a closed range; both ends are NaN when it is not defined.
type Interval struct{ Low, High float64 }

var undefined = Interval{math.NaN(), math.NaN()}

// Normal returns the two-sided point of the normal distribution for a
// confidence between 0 and 1: Normal(0.95) is Z95.
func Normal(confidence float64) float64 {
	if confidence == 0.95 {
		return Z95
	}
	return distuv.UnitNormal.Quantile(0.5 + confidence/2)
}

// Wilson returns the score interval of hits out of n at the normal point z
// (Wilson, JASA 22, 1927, 209-212). Without any observation it is [0, 1]:
// everything is possible.
func Wilson(hits, n int64, z float64) Interval {
	if n <= 0 {
		return Interval{0, 1}
	}
	size := float64(n)
	p := float64(hits) / size
	scale := 1 + z*z/size
	middle := p + z*z/(2*size)
	half := z * math.Sqrt(p*(1-p)/size+z*z/(4*size*size))
	return Interval{(middle - half) / scale, (middle + half) / scale}
}

// Newcombe returns the difference of two rates, hits1/n1 - hits2/n2, with its
// hybrid score interval. NaN when a group is empty.
func Newcombe(hits1, n1, hits2, n2 int64, z float64) (float64, Interval) {
	if n1 <= 0 || n2 <= 0 {
		return math.NaN(), undefined
	}
	p1, p2 := float64(hits1)/float64(n1), float64(hits2)/float64(n2)
	w1, w2 := Wilson(hits1, n1, z), Wilson(hits2, n2, z)
	d := p1 - p2
	return d, Interval{
		d - math.Sqrt(square(p1-w1.Low)+square(w2.High-p2)),
		d + math.Sqrt(square(w1.High-p1)+square(p2-w2.Low)),
	}
}

// TwoProportions tests whether two rates differ, with the pooled standard
// error: the statistic z and its two-sided p value. NaN when a group is empty
// or when nobody or everybody hit in both.
func TwoProportions(hits1, n1, hits2, n2 int64) (z, p float64) {
	if n1 <= 0 || n2 <= 0 {
		return math.NaN(), math.NaN()
	}
	size1, size2 := float64(n1), float64(n2)
	pooled := float64(hits1+hits2) / (size1 + size2)
	se := math.Sqrt(pooled * (1 - pooled) * (1/size1 + 1/size2))
	if se == 0 {
		return math.NaN(), math.NaN()
	}
	z = (float64(hits1)/size1 - float64(hits2)/size2) / se
	return z, 2 * distuv.UnitNormal.Survival(math.Abs(z))
}

func square(x float64) float64 { return x * x }
