package charset

import (
	"bytes"
	"unicode/utf8"
)

// Detect names the encoding of the file that begins with sample. doc.go tells
// how; the answer is never Unknown.
func Detect(sample []byte) Encoding {
	if enc, n := bom(sample); n > 0 {
		return enc
	}
	if enc := utf16Shape(sample); enc != Unknown {
		return enc
	}
	if mostlyUTF8(sample) && !byChance(sample) {
		return UTF8
	}
	return singleByte(sample)
}

// byChance reports that what is valid UTF-8 holds nothing but one or two pairs of bytes
// that make no Latin letter: KOŃ¯A in ISO-8859-2 passes for Cyrillic.
func byChance(sample []byte) bool {
	pairs := 0
	for rest := sample; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		rest = rest[size:]
		switch {
		case r < utf8.RuneSelf || r == utf8.RuneError:
		case r <= 0x24F || r >= 0x2000 && r <= 0x20CF || r >= 0x1E00 && r <= 0x1EFF || size > 2:
			return false
		default:
			if pairs++; pairs > 2 {
				return false
			}
		}
	}
	return pairs > 0
}

// SkipBOM returns b without the byte order mark of enc, if it begins with one.
func SkipBOM(b []byte, enc Encoding) []byte {
	if found, n := bom(b); n > 0 && found == enc {
		return b[n:]
	}
	return b
}

// bom reports the encoding of a byte order mark and its length in bytes.
func bom(b []byte) (Encoding, int) {
	switch {
	case bytes.HasPrefix(b, []byte{0xEF, 0xBB, 0xBF}):
		return UTF8, 3
	case bytes.HasPrefix(b, []byte{0xFF, 0xFE}):
		return UTF16LE, 2
	case bytes.HasPrefix(b, []byte{0xFE, 0xFF}):
		return UTF16BE, 2
	}
	return Unknown, 0
}

// utf16Shape recognises UTF-16 without a mark: in European text nearly every
// character has a zero byte, always on the same side.
func utf16Shape(b []byte) Encoding {
	var even, odd int
	for i, c := range b {
		if c != 0 {
			continue
		}
		if i%2 == 0 {
			even++
		} else {
			odd++
		}
	}
	half := len(b) / 2
	switch {
	case half < 2:
		return Unknown
	case odd*10 >= half*7 && even*20 <= half:
		return UTF16LE
	case even*10 >= half*7 && odd*20 <= half:
		return UTF16BE
	}
	return Unknown
}

// mostlyUTF8 reports whether nine in ten of the lines that hold a byte above
// 7F are valid UTF-8. The last line may be cut inside a character.
func mostlyUTF8(sample []byte) bool {
	var valid, invalid, cut int
	for rest := sample; len(rest) > 0; {
		line, after, whole := bytes.Cut(rest, []byte{'\n'})
		if !whole {
			whole := line
			line = trimCutRune(line)
			cut = len(whole) - len(line)
		}
		switch {
		case isASCII(line):
		case utf8.Valid(line):
			valid++
		default:
			invalid++
		}
		rest = after
	}
	return valid >= 9*invalid && (valid > 0 || invalid == 0 && cut == 0)
}

// trimCutRune drops the first bytes of a UTF-8 character whose rest lies
// behind the end of the sample.
func trimCutRune(b []byte) []byte {
	for back := 1; back <= 3 && back <= len(b); back++ {
		if tail := b[len(b)-back:]; utf8.RuneStart(tail[0]) {
			if !utf8.FullRune(tail) {
				return b[:len(b)-back]
			}
			break
		}
	}
	return b
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
