package charset

import (
	"fmt"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// InvalidByteError tells which byte cannot stand in the encoding. It carries
// no text of the record.
type InvalidByteError struct {
	Encoding Encoding
	Offset   int  // bytes from the start of what was decoded
	Byte     byte // the byte that is refused
}

func (e *InvalidByteError) Error() string {
	return fmt.Sprintf("byte %02X at offset %d is not valid %s", e.Byte, e.Offset, e.Encoding)
}

// DecodeAll decodes a whole file into UTF-8 and skips its byte order mark.
// Offsets in the error count from the start of b, mark included.
func DecodeAll(b []byte, enc Encoding) (string, error) {
	body := SkipBOM(b, enc)
	text, err := Decode(body, enc)
	if bad, ok := err.(*InvalidByteError); ok {
		bad.Offset += len(b) - len(body)
	}
	return text, err
}

// Decode decodes b, usually one line without its end, into UTF-8. The first
// byte that the encoding does not define is an *InvalidByteError.
func Decode(b []byte, enc Encoding) (string, error) {
	switch enc {
	case UTF8:
		return decodeUTF8(b)
	case UTF16LE, UTF16BE:
		return decodeUTF16(b, enc)
	case Windows1250, ISO88592, Windows1252, CP852:
		return decodeSingleByte(b, enc)
	}
	return "", fmt.Errorf("cannot decode %s text; name the encoding", enc)
}

func decodeUTF8(b []byte) (string, error) {
	if utf8.Valid(b) {
		return string(b), nil
	}
	at := 0
	for at < len(b) {
		r, size := utf8.DecodeRune(b[at:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		at += size
	}
	return "", &InvalidByteError{UTF8, at, b[at]}
}

func decodeUTF16(b []byte, enc Encoding) (string, error) {
	unit := func(i int) rune {
		if enc == UTF16BE {
			return rune(b[i])<<8 | rune(b[i+1])
		}
		return rune(b[i+1])<<8 | rune(b[i])
	}
	text := make([]byte, 0, len(b))
	for i := 0; i < len(b); i += 2 {
		if i+1 == len(b) {
			return "", &InvalidByteError{enc, i, b[i]}
		}
		r := unit(i)
		if utf16.IsSurrogate(r) {
			if i+3 >= len(b) {
				return "", &InvalidByteError{enc, i, b[i]}
			}
			if r = utf16.DecodeRune(r, unit(i+2)); r == utf8.RuneError {
				return "", &InvalidByteError{enc, i, b[i]}
			}
			i += 2
		}
		text = utf8.AppendRune(text, r)
	}
	return string(text), nil
}

func decodeSingleByte(b []byte, enc Encoding) (string, error) {
	if isASCII(b) {
		return string(b), nil
	}
	table := charmapOf(enc)
	text := make([]byte, 0, len(b)+len(b)/4+4)
	for i, c := range b {
		switch {
		case c < utf8.RuneSelf:
			text = append(text, c)
		case undefined(c, enc):
			return "", &InvalidByteError{enc, i, c}
		default:
			text = utf8.AppendRune(text, table.DecodeByte(c))
		}
	}
	return string(text), nil
}

func charmapOf(enc Encoding) *charmap.Charmap {
	switch enc {
	case ISO88592:
		return charmap.ISO8859_2
	case Windows1252:
		return charmap.Windows1252
	case CP852:
		return charmap.CodePage852
	}
	return charmap.Windows1250
}

// undefined reports the bytes that have no character in enc. ISO-8859-2 has
// control characters at 80-9F, which never stand in a text file.
func undefined(c byte, enc Encoding) bool {
	switch enc {
	case ISO88592:
		return c >= 0x80 && c <= 0x9F
	case CP852:
		return false
	case Windows1252:
		return c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D
	}
	return c == 0x81 || c == 0x83 || c == 0x88 || c == 0x90 || c == 0x98
}
