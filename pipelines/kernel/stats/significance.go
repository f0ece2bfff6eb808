package stats

import (
	"math"
	"sort"

	"gonum.org/v1/gonum/stat/distuv"
)

// SampleRatio tests counts against planned shares: Pearson's chi-square and its
// p value. The shares need not sum to 1. NaN when there is nothing to compare
// (fewer than two groups, no observations, a share that is not positive).
func SampleRatio(counts []int64, shares []float64) (chi2, p float64) {
	var n, whole float64
	for i, c := range counts {
		if i >= len(shares) || !(shares[i] > 0) {
			return math.NaN(), math.NaN()
		}
		n += float64(c)
		whole += shares[i]
	}
	if len(counts) < 2 || len(counts) != len(shares) || n == 0 {
		return math.NaN(), math.NaN()
	}
	for i, c := range counts {
		expected := n * shares[i] / whole
		chi2 += square(float64(c)-expected) / expected
	}
	return chi2, distuv.ChiSquared{K: float64(len(counts) - 1)}.Survival(chi2)
}

// Holm returns the p values corrected for having asked them all (Holm, 1979):
// in the order given, each at most 1. A NaN stays NaN and is not counted as a
// question.
func Holm(p []float64) []float64 {
	out := make([]float64, len(p))
	order := make([]int, 0, len(p))
	for i, v := range p {
		out[i] = v
		if !math.IsNaN(v) {
			order = append(order, i)
		}
	}
	sort.SliceStable(order, func(a, b int) bool { return p[order[a]] < p[order[b]] })
	worst := 0.0
	for rank, i := range order {
		worst = math.Max(worst, math.Min(1, p[i]*float64(len(order)-rank)))
		out[i] = worst
	}
	return out
}

// Detectable returns the smallest difference from the rate p that two groups
// of these sizes show with the given power (1 - beta) at the given confidence,
// by the normal approximation with the variance at p. It is for planning and
// for saying why a small holdout could not answer.
func Detectable(p float64, n1, n2 int64, confidence, power float64) float64 {
	if n1 <= 0 || n2 <= 0 || p < 0 || p > 1 {
		return math.NaN()
	}
	reach := Normal(confidence) + distuv.UnitNormal.Quantile(power)
	return reach * math.Sqrt(p*(1-p)*(1/float64(n1)+1/float64(n2)))
}
