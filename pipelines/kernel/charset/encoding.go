package charset

import (
	"fmt"
	"strings"
)

// Encoding is one of the encodings that Decode knows. The zero value is
// Unknown and decodes nothing.
type Encoding uint8

// The encodings in the order in which Names lists them.
const (
	Unknown Encoding = iota
	UTF8
	UTF16LE
	UTF16BE
	Windows1250
	ISO88592
	Windows1252
	CP852
)

// String gives the name that Parse reads back, for example "windows-1250".
func (e Encoding) String() string {
	switch e {
	case UTF8:
		return "utf-8"
	case UTF16LE:
		return "utf-16le"
	case UTF16BE:
		return "utf-16be"
	case Windows1250:
		return "windows-1250"
	case ISO88592:
		return "iso-8859-2"
	case Windows1252:
		return "windows-1252"
	case CP852:
		return "cp852"
	}
	return "unknown"
}

// Names lists the names of all encodings, for messages and schemas.
func Names() []string {
	var names []string
	for e := UTF8; e <= CP852; e++ {
		names = append(names, e.String())
	}
	return names
}

// Parse reads the name of an encoding as people write it: case, spaces, '-'
// and '_' do not matter, and cp1250, latin2 or utf8 are understood.
func Parse(name string) (Encoding, error) {
	fold := strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name))
	switch fold {
	case "utf8", "utf8bom", "utf8sig", "ascii", "usascii", "unicode":
		return UTF8, nil
	case "utf16", "utf16le", "ucs2", "ucs2le":
		return UTF16LE, nil
	case "utf16be", "ucs2be":
		return UTF16BE, nil
	case "windows1250", "win1250", "cp1250", "ansi1250", "1250":
		return Windows1250, nil
	case "iso88592", "88592", "latin2", "isolatin2", "l2":
		return ISO88592, nil
	case "windows1252", "win1252", "cp1252", "iso88591", "latin1", "1252":
		return Windows1252, nil
	case "cp852", "ibm852", "852", "dos852", "oem852", "pcdos852":
		return CP852, nil
	}
	return Unknown, fmt.Errorf("unknown encoding %q; write one of %s", name, strings.Join(Names(), ", "))
}
