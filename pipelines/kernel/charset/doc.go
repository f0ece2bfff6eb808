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
//  4. Otherwise the six letters that windows-1250 and ISO-8859-2 place
//     differently are counted: ą ś ź Ą Ś Ź are B9 9C 9F A5 8C 8F in the first
//     and B1 B6 BC A1 A6 AC in the second. The larger count wins.
//  5. Without any of them both decode every Polish letter alike; typographic
//     bytes 80-9F, or nothing at all, give windows-1250.
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
// Encodings without Polish letters are never guessed: windows-1252 must be
// declared. Step 4 reads text, not numbers of symbols: a sample that holds
// many ± or ¶ and no Polish text may be called ISO-8859-2.
package charset
