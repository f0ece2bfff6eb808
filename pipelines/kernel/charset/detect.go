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
	if mostlyUTF8(sample) {
		return UTF8
	}
	return polishSingleByte(sample)
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
	var valid, invalid int
	for rest := sample; len(rest) > 0; {
		line, after, whole := bytes.Cut(rest, []byte{'\n'})
		if !whole {
			line = trimCutRune(line)
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
	return valid >= 9*invalid && (valid > 0 || invalid == 0)
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

// polishSingleByte chooses between windows-1250 and ISO-8859-2 by the six
// Polish letters that they place differently.
func polishSingleByte(sample []byte) Encoding {
	var windows, iso int
	for _, c := range sample {
		switch c {
		case 0xB9, 0x9C, 0x9F, 0xA5, 0x8C, 0x8F:
			windows++
		case 0xB1, 0xB6, 0xBC, 0xA1, 0xA6, 0xAC:
			iso++
		}
	}
	if iso > windows {
		return ISO88592
	}
	return Windows1250
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
