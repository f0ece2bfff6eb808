// Package report draws what a deduplication learned and found as one HTML page:
// no script, no file beside it, no personal data.
//
// # What it shows
//
//  1. Match weights: per field and level, log2(m/u), what an agreement or a
//     difference is worth in bits.
//  2. Scores: how many compared pairs have which weight, with the thresholds.
//  3. Threshold curve: how many pairs would be one person at which threshold.
//  4. Sizes of the contacts.
//  5. Rows that say too little to be linked with any other.
//  6. Blocking rules: what was compared.
//
// # Inputs and outputs
//
// Data holds counts and weights only; HTML writes the page. Charts are SVG in the
// page, so that it prints, and can be mailed.
package report
