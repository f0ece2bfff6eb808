// Package money computes with amounts of money as whole cents (int64), so that
// a sum over a year is right to the cent. It rounds half up, away from zero as
// in trade: 0.5 becomes 1 and -0.5 becomes -1.
//
// Products go through 128 bits; a result that does not fit int64 (ninety
// quadrillion) is an error, never a wrapped number.
package money

import (
	"errors"
	"fmt"
	"math/big"
	"math/bits"
	"sort"
)

// ErrRange says that an amount does not fit in 64 bits or was divided by zero.
var ErrRange = errors.New("amount of money out of range")

// DivHalfUp returns num / den rounded half up (away from zero).
func DivHalfUp(num, den int64) (int64, error) { return MulDiv(num, 1, den) }

// MulDiv returns a * b / den rounded half up (away from zero); the product may
// be larger than 64 bits.
func MulDiv(a, b, den int64) (int64, error) {
	if den == 0 {
		return 0, fmt.Errorf("%w: division by zero", ErrRange)
	}
	negative := (a < 0) != (b < 0) != (den < 0)
	high, low := bits.Mul64(abs(a), abs(b))
	d := abs(den)
	if high >= d {
		return 0, ErrRange
	}
	quotient, rest := bits.Div64(high, low, d)
	if rest >= d-rest {
		quotient++
	}
	if quotient > 1<<63-1 {
		return 0, ErrRange
	}
	if negative {
		return -int64(quotient), nil
	}
	return int64(quotient), nil
}

// abs is exact for the smallest int64 too.
func abs(x int64) uint64 {
	if x < 0 {
		return -uint64(x)
	}
	return uint64(x)
}

// Rescale turns a number of units of 10^-from into units of 10^-to, rounded
// half up: Rescale(20995, 4, 2) is 210.
func Rescale(units int64, from, to int) (int64, error) {
	factor := int64(1)
	for range max(from-to, to-from) {
		if factor > (1<<63-1)/10 {
			return 0, ErrRange
		}
		factor *= 10
	}
	if from > to {
		return DivHalfUp(units, factor)
	}
	return MulDiv(units, factor, 1)
}

// Allocate divides an amount in proportion to weights so that the parts sum to
// it exactly: each gets its share rounded down, and the cents left over go one
// by one to the largest remainders, equal ones in the order given. Weights are
// not negative and at least one is positive.
func Allocate(cents int64, weights []int64) ([]int64, error) {
	whole := new(big.Int)
	for _, w := range weights {
		if w < 0 {
			return nil, fmt.Errorf("%w: a weight is negative", ErrRange)
		}
		whole.Add(whole, big.NewInt(w))
	}
	if whole.Sign() == 0 {
		return nil, fmt.Errorf("%w: no weight is positive", ErrRange)
	}
	sign, amount := int64(1), new(big.Int).SetInt64(cents)
	if cents < 0 {
		sign = -1
		amount.Neg(amount)
	}
	parts := make([]int64, len(weights))
	rests := make([]*big.Int, len(weights))
	left := new(big.Int).Set(amount)
	for i, w := range weights {
		share, rest := new(big.Int).QuoRem(new(big.Int).Mul(amount, big.NewInt(w)), whole, new(big.Int))
		left.Sub(left, share)
		parts[i], rests[i] = sign*share.Int64(), rest
	}
	order := make([]int, len(weights))
	for i := range order {
		order[i] = i
	}
	sort.SliceStable(order, func(a, b int) bool { return rests[order[a]].Cmp(rests[order[b]]) > 0 })
	for _, i := range order[:left.Int64()] {
		parts[i] += sign
	}
	return parts, nil
}
