// Package charset names the encoding of a text file and decodes it strictly.
//
// # Goal
//
// Files of Polish firms come as UTF-8, UTF-16, windows-1250 or ISO-8859-2, and
// nothing in the file says which. A wrong guess turns "Wąsik" into "W±sik" in
// every row, so the guess must not be wrong, and a byte that cannot stand in
// the encoding must refuse its row instead of becoming a question mark.
//
// # How Detect decides
//
//  1. A byte order mark decides.
//  2. NUL bytes at every other position mean UTF-16 without a mark.
//  3. Of the lines with a byte above 7F, at least nine in ten must be valid
//     UTF-8 (a damaged row may stand in a UTF-8 file): UTF-8. A sample of pure
//     ASCII is UTF-8 as well.
//     Text whose only pairs of bytes would be one or two letters of another script is
//     no UTF-8.
//  4. Otherwise the different words with bytes above 7F are read as windows-1250,
//     ISO-8859-2, windows-1252 and CP852, and the reading wins in which they are
//     likeliest words of one language (language.go): by how often Polish, Czech,
//     Slovak, Hungarian, Croatian, Romanian, German, French, Spanish, Portuguese,
//     Italian, Dutch and the Nordic languages use their letters; against it speak
//     signs inside words, bytes without a character, capitals behind small letters
//     and, for Polish, ą ę ś ć ź ń in front of a vowel.
//  5. Where several encodings decode the text alike, windows-1250 is named. Polish
//     is favoured a little where one or two letters cannot decide.
//
// Measured on blocks of five different names of Polish places (TestPolishBlocks): no
// block in windows-1250 or ISO-8859-2 of 10,660 is decoded wrongly, of CP852 three in a
// hundred; on blocks of twenty none. Of blocks of five addresses of other countries one
// in four hundred is wrong in windows-1250 and ISO-8859-2, eight in a hundred in
// windows-1252; two in a thousand become Polish.
//
// # How Mojibake decides
//
// UTF-8 that was read as windows-1250, windows-1252, ISO-8859-2 or CP852, once or
// twice, is encoded back, and believed when the bytes are UTF-8 of letters. Polish text
// of one single-byte encoding read as another (Paw³owska, W±sik) is repaired when a
// sign stands inside a word, every letter becomes a Polish one and all encodings that
// explain it agree. A text without such signs (Wiêcek) stays: it may be a name.
//
// # Input and output
//
// Detect takes a sample from the start of a file (64 KB is plenty, whole lines
// are not needed) and always names an encoding. Decode takes the bytes of one
// line; an invalid byte is an *InvalidByteError with its offset. DecodeAll
// takes a whole file and skips its byte order mark. A UTF-16 file has to be
// decoded as a whole, since its line ends are two bytes wide.
//
// # Not guaranteed
//
// Encodings of other scripts (Cyrillic, Greek, Turkish, Baltic) must be declared. Of
// texts with one or two letters above 7F the encoding is a guess.
package charset
