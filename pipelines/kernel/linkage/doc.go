// Package linkage finds the rows that describe the same person or firm.
//
// Goal: precision before recall, at a million rows in seconds, from columns of
// plain Go values. It knows persons, households and firms, and nothing of
// files, tables or engines.
//
//  1. Columns are coded: each distinct value of a field gets a number (Column),
//     so that all later work compares integers, and a similarity is computed
//     once per pair of values and not per pair of rows.
//  2. Copies (copies.go): of rows equal in every column eight are linked, and
//     further ones follow the first.
//  3. Blocking (Rule, block.go, group.go): every rule gives each row a key; rows
//     with the same key are compared. A pair found by several rules is compared
//     once. Strict rules come first; further fields that are nearly keys come before
//     all. All rules together may propose a bounded number of pairs per row; a block
//     that is too large is split by further fields, and what stays too large is
//     skipped with a warning. Up to 1,500 rows every pair is compared. A memory
//     limit drops loose rules and then refuses (memory.go).
//  4. Comparison (compare_*.go): each pair gets one level per field, such as
//     equal, variant, initial, similar, different; absent when a side is empty.
//     Sketches of words settle most names by a few integers (letters.go).
//  5. Scoring (model.go): Fellegi and Sunter's likelihood ratio, with a third
//     class. Besides "same person" and "two strangers" a pair may be "two of one
//     household": those share surname, address, telephone and sometimes e-mail,
//     but neither given name nor day of birth. The score is the probability of
//     the first class against both others, so that shared household data alone
//     never joins two people. Where a table has no households, training finds so.
//     An agreement on a rare value weighs more: u is the frequency of the value
//     itself, without the rows that one person has. Names that are often met
//     together weigh less than each alone (culture.go). An absent value weighs
//     nothing. Names and years that an e-mail address tells stand in for absent ones
//     (hint.go); a row without a name on a shared e-mail address is either owner's.
//     A pair that nothing could save any more is given up (hopeless.go).
//  6. Training (train.go): u of other levels comes from random pairs of rows, less
//     the true pairs among them; m, the household shares and the priors come from
//     expectation-maximisation over a sample of the proposed pairs, held near
//     documented defaults when there are few pairs. Pairs that a human joined count
//     as certain. A Model can be saved, read, and
//     fixed as a whole or by field (saved.go).
//  7. Threshold (threshold.go): unless the caller gives one, the lowest at which one
//     pair in a hundred is expected to be wrong by the probabilities themselves.
//  8. Clustering (cluster.go): decisions of humans, known identities and former
//     contacts first (decided.go); known ones are never joined with each other. Then
//     links are taken from the strongest to the weakest, and two clusters are joined
//     only when they match as wholes: field by field the closest pair of their rows
//     counts. Pairs of rows that contradict each other must not outnumber those that
//     match, and an initial that fits two names does not join them. Two given names
//     with two days of birth, or junior and senior, are never one pair.
//  9. Explaining (explain.go, report.go): the waterfall of a pair, the tree and the
//     path that hold a cluster, blocks, weights and unlinkable rows.
//
// Inputs: People, with one value per row in every column, in a canonical order
// of rows that the caller chooses (sorted by key). Outputs: the cluster of every
// row, the link that holds it, and the pairs between review and match.
//
// The result is the same for any number of threads. It is the same for any
// order of rows as long as the caller sorts them first; training draws its samples
// by row number.
//
// Not guaranteed: that two rows of one person are found when they share no
// blocking key; that probabilities are exact, since fields are taken as
// independent within a class (on generated customers they are right within a
// third of the share of wrong pairs).
//
// Why a household class and not a list of forbidden cases: the cases (couples
// with one telephone, father and son of one name, twins, lodgers) differ only in
// which fields agree, and the likelihood of each is known from the data itself.
//
// Formulas: I. P. Fellegi and A. B. Sunter, "A theory for record linkage", JASA
// 64 (1969); W. E. Winkler, "Using the EM algorithm for weight computation in
// the Fellegi-Sunter model" (1988) and "Frequency-based matching" (1989).
package linkage
