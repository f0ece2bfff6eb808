// Package stats answers the three questions of a campaign report: how sure is
// a rate, how sure is a difference, and are the two groups what they were
// planned to be.
//
//  1. One rate: Wilson's score interval. It stays inside [0, 1] and behaves for
//     small counts, where the textbook "p plus or minus z times se" does not.
//  2. Difference of two rates: Newcombe's hybrid score interval, which joins
//     two Wilson intervals (method 10 of Newcombe, Statistics in Medicine 17,
//     1998, 873-890). Test of the same question: two-proportion z, pooled.
//  3. Difference of two means (revenue per head): Welch, without the
//     assumption of equal variances.
//  4. Was the split as planned: chi-square of the counts against the planned
//     shares (sample-ratio mismatch).
//  5. Many questions at once: Holm's correction of the p values.
//
// Inputs are counts and sums, outputs plain numbers; nothing here knows what a
// campaign is. Shares are 0-1. An undefined value (empty group, no variance) is
// NaN and the callers turn it into NULL: a report says "not known", never 0.
//
// # Not guaranteed
//
// Nothing here corrects for a group that was not drawn at random, nor for
// looking at the figures every night until they please.
//
// # Why
//
// Quantiles and tails come from gonum; the interval formulas are short enough
// to stand here with their source, and must equal the published figures of
// other tools digit by digit, so they are written out.
package stats
