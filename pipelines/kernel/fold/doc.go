// Package fold brings text to the plain forms in which kernels compare it.
//
// Goal: two spellings of one word that differ in case, diacritics or spacing
// fold to the same bytes, whatever the country.
//
//   - Lower: lower case, composed (NFC); diacritics stay.
//   - Space: white space of every kind becomes one space, ends trimmed; case stays.
//   - ASCII: lower case, no diacritics, single spaces, only printable ASCII.
//   - Key: ASCII with only a-z and 0-9 left.
//   - Tokens: the words of ASCII, cut at everything that is no letter or digit.
//
// How ASCII works: ASCII bytes are lower-cased; Latin letters up to U+024F come
// from a table (removing marks alone would leave ł, đ, ø, æ, ß, þ as they are);
// combining marks and invisible characters vanish, so composed and decomposed
// text fold alike; everything else is transliterated by go-unidecode.
//
// Not guaranteed: the folding is not that of one language (German ö becomes o,
// not oe), and it cannot be undone.
package fold
