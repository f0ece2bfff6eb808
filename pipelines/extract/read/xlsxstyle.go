package read

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// cellStyle is what a number format means for reading.
type cellStyle struct {
	date   bool
	digits string // a format of digits and signs alone, such as 00-000
}

func (f *xlsxFile) readStyles() ([]cellStyle, error) {
	var sheet struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := f.decodePart("xl/styles.xml", &sheet); err != nil {
		if errors.Is(err, errNoPart) {
			return nil, nil
		}
		return nil, err
	}
	codes := map[int]string{}
	for _, n := range sheet.Formats {
		codes[n.ID] = n.Code
	}
	styles := make([]cellStyle, len(sheet.Cells))
	for i, c := range sheet.Cells {
		if code, ok := codes[c.ID]; ok {
			styles[i] = styleOf(code)
		} else {
			styles[i].date = builtinDate(c.ID)
		}
	}
	return styles, nil
}

// builtinDate tells whether a number format without a code of its own shows a
// date or a time of day (ECMA-376 part 1, 18.8.30).
func builtinDate(id int) bool {
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

// styleOf reads a format code: its first section, without what stands in
// quotes, brackets or behind a backslash.
func styleOf(code string) cellStyle {
	section, _, _ := strings.Cut(code, ";")
	var bare, digits strings.Builder
	for i := 0; i < len(section); i++ {
		switch c := section[i]; c {
		case '"':
			end := strings.IndexByte(section[i+1:], '"')
			if end < 0 {
				end = len(section) - i - 1
			}
			digits.WriteString(section[i+1 : min(i+1+end, len(section))])
			i += end + 1
		case '[':
			if end := strings.IndexByte(section[i:], ']'); end >= 0 {
				i += end
			}
		case '\\':
			if i++; i < len(section) {
				digits.WriteByte(section[i])
			}
		case '_', '*':
			i++
		default:
			bare.WriteByte(c)
			digits.WriteByte(c)
		}
	}
	text := bare.String()
	if strings.EqualFold(text, "general") || text == "@" {
		return cellStyle{}
	}
	if strings.ContainsAny(text, "ydmhsYDMHS") {
		return cellStyle{date: true}
	}
	if d := digits.String(); strings.Contains(text, "0") && !strings.ContainsAny(text, ".,%?/eE") && strings.Trim(d, "0#-() +") == "" && strings.Contains(d, "00") {
		return cellStyle{digits: d}
	}
	return cellStyle{}
}

// fillDigits shows a whole number through a format such as 00-000: 950 becomes
// 00-950.
func fillDigits(format, number string) (string, bool) {
	if strings.Trim(number, "0123456789") != "" {
		return "", false
	}
	at := len(number)
	var back []byte
	first := strings.IndexAny(format, "0#")
	for i := len(format) - 1; i >= 0; i-- {
		switch c := format[i]; {
		case c != '0' && c != '#':
			if i < first || at > 0 || strings.Contains(format[:i], "0") {
				back = append(back, c)
			}
		case at > 0:
			at--
			back = append(back, number[at])
			for i == first && at > 0 {
				at--
				back = append(back, number[at])
			}
		case c == '0':
			back = append(back, '0')
		}
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return string(back), true
}

// readShared reads the shared strings: the text runs of each, without
// phonetic readings.
func (f *xlsxFile) readShared() ([]string, error) {
	r, err := f.openPart(sharedPart)
	if errors.Is(err, errNoPart) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	defer r.Close()
	decoder := xml.NewDecoder(r)
	var shared []string
	var text strings.Builder
	taking, skipping := false, false
	for {
		token, err := decoder.RawToken()
		if err == io.EOF {
			return shared, nil
		}
		if err != nil {
			return nil, f.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			taking = t.Name.Local == "t"
			skipping = skipping || t.Name.Local == "rPh"
			if t.Name.Local == "si" {
				text.Reset()
			}
		case xml.CharData:
			if taking && !skipping {
				text.Write(t)
			}
		case xml.EndElement:
			taking = false
			switch t.Name.Local {
			case "rPh":
				skipping = false
			case "si":
				shared = append(shared, text.String())
			}
		}
	}
}
