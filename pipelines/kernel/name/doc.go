// Package name takes the names of people and firms apart.
//
// # Goal
//
// "ZARĘBA ARTUR", "Artur Zaręba", "dr Artur Zaręba" and two columns are one
// man, "Jan i Maria Kowalscy" are two people and "Zakład Stolarski Andrzej Dąb"
// is a firm. Matching needs the parts; letters need the form of address.
//
// # Steps
//
//  1. Texts for "not known", form labels and tests make the name empty.
//  2. Marks of firms (legal forms, kinds of institutions) make a company; a
//     person before a comma in front of one is a person with an employer.
//  3. Two people joined by "i", "oraz", "and", "&", or listed with a comma, are
//     a couple; the plural of an adjectival surname (Kowalscy) becomes the form
//     of each person's gender.
//  4. Titles in front and suffixes behind are taken off.
//  5. The order is decided: a comma, else the known given names (with a slip of
//     one letter), else the shapes of Polish surnames, else given name first.
//  6. All-capital and all-lower names get the usual capitals (McDonald, O'Brien,
//     van der Berg, Nowak-Łęcka); mixed case is left as written.
//  7. Gender comes from the own column, a title, the given name, an adjectival
//     surname; where none speaks it stays empty.
//
// # Outputs
//
// One Name: kind, parts, the second person of a couple, the company, codes of
// what was changed or doubted. SurnameKey and GivenKey bring parts to the form
// in which two records of one person agree (Kowalska = Kowalski, Kasia =
// Katarzyna); Compatible lets initials agree with names.
//
// # Not guaranteed
//
// A surname that is also a given name (Jan Marcin) is ambiguous; it is read
// given name first and marked order_unsure. Names outside Polish, English and
// German custom are kept whole, but their order may be wrong.
//
// # Why lists in code
//
// A few hundred given names decide the order of nearly all Polish and English
// names; a switch needs no start-up time, no memory and no reference file.
package name
