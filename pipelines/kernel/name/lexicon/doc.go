// Package lexicon holds the word lists of names: given names with the gender
// they tell, short forms, surnames, titles, suffixes and the words of firms.
//
// All keys are folded: lower-case ASCII without a final point. The lists are
// written from general knowledge; they are switches, which need no start-up
// time and no memory.
package lexicon
