// Package tagger gives each word of an address the field it belongs to, by weights
// learnt from labelled addresses.
//
// Goal: read addresses of countries that have no grammar of their own, and texts in
// which a grammar is unsure, at tens of thousands a second and with a probability
// that says how sure the reading is.
//
// Steps of Tag:
//
//  1. Every word becomes some forty features: the word, its neighbours, its ends, its
//     shape (digits, letters), its place in segment and text, the field that the
//     grammar gave it, whether it stands in a known place name, most of them also
//     together with the country. A feature is a 32-bit hash.
//  2. The weights of the features are added up for each label (integers).
//  3. The best sequence of labels follows by Viterbi (1967) from these sums and the
//     weights of steps between labels, which differ inside a segment and across two.
//  4. The sum over all sequences (forward pass) turns its score into a probability:
//     a linear-chain conditional random field (Lafferty, McCallum, Pereira, 2001).
//
// Input: the words as the grammar leaves them, and the country if known. Output: a
// label for each word, and the probability of the whole sequence.
//
// Not guaranteed: the labels of one field may stand apart; the probability is that of
// the model, the parser's confidence table says what it is worth. The labels are the
// same on every machine; the last digits of the probability need not be.
//
// The weights come from the program in the folder train beside this one; what it
// reads and under which terms, ATTRIBUTION.md says.
package tagger
