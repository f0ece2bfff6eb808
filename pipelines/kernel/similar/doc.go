// Package similar measures how alike two short values are: names, dates and
// codes as people type them.
//
// Goal: small pure functions that a linkage engine can call millions of times.
// They allocate nothing for values of up to 64 letters, save DaitchMokotoff.
//
//  1. JaroWinkler: share of common letters in order, with a bonus for a common
//     beginning; made for personal names.
//  2. Distance: typing errors between two texts (insert, delete, replace,
//     exchange of neighbours), counted only up to a bound.
//  3. Dates: the usual ways in which one day is typed as another.
//  4. SoundKey: one code for spellings that sound alike in Polish, and well
//     enough in German and English, for blocking: one key per name finds a few
//     more pairs than the first code of Daitch and Mokotoff does.
//  5. DaitchMokotoff: the codes of that soundex, one for each way to read a name,
//     for comparing two surnames.
//
// Inputs are expected folded (lower case, no diacritics); the functions work
// on any text but treat different letters as different. They compare runes,
// except where both texts are ASCII, which is the fast road with equal results.
//
// Not guaranteed: SoundKey is no transcription. It merges spellings on purpose
// and must never be shown or published.
package similar
