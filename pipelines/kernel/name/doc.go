// Package name takes the names of people and firms apart.
//
// # Goal
//
// "ZARĘBA ARTUR", "Artur Zaręba", "dr Artur Zaręba" and two columns are one
// man, "Jan i Maria Kowalscy" are two people and "Zakład Stolarski Andrzej Dąb"
// is a firm with its owner. Matching needs the parts; letters need the form of
// address.
//
// # Steps
//
//  1. Texts for "not known", form labels, nameless addressees and runs over the
//     keyboard make the name empty.
//  2. Legal forms, words and phrases of firms, shapes that only firms write, and
//     last a small model make a company. A person beside it, with a comma, a dash
//     or brackets between, is a person with that employer; the owner in a sole
//     trader's name is kept.
//  3. Brackets, quotes, maiden names, numbers, labels and notes are taken off and
//     kept as Remark.
//  4. Two people joined by "i", "oraz", "and", "&", "/", or listed with a comma,
//     or named by a plural (Kowalscy, the Carters) are a couple; the plural
//     becomes the form of each person's gender.
//  5. Titles in front and suffixes behind are taken off; both may follow a comma.
//  6. The order is decided: a comma, initials, known given names at one end, a
//     slip of one letter in one, surnames by list and ending, the letters of the
//     words; given name first in doubt. Particles begin a surname.
//  7. All-capital and all-lower names get the usual capitals (McDonald, O'Brien,
//     van der Berg, Nowak-Łęcka); mixed case is left as written.
//  8. Gender comes from the own column, a title, the given name, an adjectival
//     surname; where none speaks it stays empty.
//
// # Inputs and outputs
//
// One Name: kind, parts, the second person of a couple, the company, codes of
// what was changed or doubted, the rule that decided and a confidence. Row and
// Full print it, Salutation opens a letter. A Parser adds a user's words (Rules)
// to the lists of package lexicon. SurnameKey and GivenKey bring parts to the
// form in which two records of one person agree (Kowalska = Kowalski, Kasia =
// Katarzyna); Compatible lets initials agree with names, Nicknames adds a
// user's short forms.
//
// # The model
//
// weights.bin (48 KB, see ATTRIBUTION) holds two averaged perceptrons over
// hashed letters and words, one for given name or surname, one for firm or
// people, and a filter that finds words one letter away from a given name. The
// program in train makes it, byte for byte.
//
// # Not guaranteed
//
// A surname that is also a given name (Jan Marcin) is ambiguous; it is read
// given name first and marked order_unsure. A single word that no list knows is
// a surname, a given name or a brand by its letters alone. Names outside Polish,
// English and German custom are kept whole, but their order may be wrong.
//
// # Why lists in code
//
// A few thousand given names and surnames decide the order of nearly all Polish
// and English names; a switch needs no start-up time, no memory and no reference
// file.
package name
