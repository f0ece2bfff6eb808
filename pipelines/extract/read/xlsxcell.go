package read

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"
	"time"
)

// xlsxCell is one cell as a person sees it.
type xlsxCell struct {
	text string
	kind Kind
}

// nextRow reads the next row that holds anything: its number in the sheet and
// its cells up to the last one that is not empty.
func (f *xlsxFile) nextRow() (int64, []xlsxCell, error) {
	for {
		token, err := f.decoder.RawToken()
		if err == io.EOF {
			return 0, nil, io.EOF
		}
		if err != nil {
			return 0, nil, f.broken(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local != "row" {
				continue
			}
			f.sheet++
			if n, err := strconv.ParseInt(attr(t, "r"), 10, 64); err == nil {
				f.sheet = n
			}
			cells, err := f.rowCells()
			if err != nil {
				return 0, nil, f.broken(err)
			}
			if len(cells) > 0 {
				return f.sheet, cells, nil
			}
		case xml.EndElement:
			if t.Name.Local == "sheetData" {
				return 0, nil, io.EOF
			}
		}
	}
}

func attr(t xml.StartElement, name string) string {
	for _, a := range t.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

const maxColumns = 16384 // of a sheet, Excel specifications and limits

var errColumns = errors.New("a cell beyond the last column a sheet can have")

func (f *xlsxFile) rowCells() ([]xlsxCell, error) {
	var cells []xlsxCell
	at := -1
	for {
		token, err := f.decoder.RawToken()
		if err != nil {
			return nil, noEOF(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			if t.Name.Local == "row" {
				return cells, nil
			}
		case xml.StartElement:
			if t.Name.Local != "c" {
				continue
			}
			at++
			if ref := attr(t, "r"); ref != "" {
				at = columnIndex(ref)
			}
			if at < 0 || at >= maxColumns {
				return nil, errColumns
			}
			c, err := f.cell(attr(t, "t"), attr(t, "s"))
			if err != nil {
				return nil, err
			}
			if c.text == "" {
				continue
			}
			for len(cells) <= at {
				cells = append(cells, xlsxCell{})
			}
			cells[at] = c
		}
	}
}

func noEOF(err error) error {
	if err == io.EOF {
		return io.ErrUnexpectedEOF
	}
	return err
}

// cell reads to the end of a c element. Text stands in v or is/t; phonetic
// readings (rPh) and formulas (f) are passed over.
func (f *xlsxFile) cell(kind, style string) (xlsxCell, error) {
	var text strings.Builder
	taking, skipping := false, false
	for {
		token, err := f.decoder.RawToken()
		if err != nil {
			return xlsxCell{}, noEOF(err)
		}
		switch t := token.(type) {
		case xml.StartElement:
			taking = t.Name.Local == "v" || t.Name.Local == "t"
			skipping = skipping || t.Name.Local == "rPh"
		case xml.CharData:
			if taking && !skipping {
				text.Write(t)
			}
		case xml.EndElement:
			taking = false
			switch t.Name.Local {
			case "rPh":
				skipping = false
			case "c":
				return f.value(text.String(), kind, style), nil
			}
		}
	}
}

// value gives the content of a cell its meaning.
func (f *xlsxFile) value(text, kind, style string) xlsxCell {
	switch kind {
	case "s":
		if i, err := strconv.Atoi(text); err == nil && i >= 0 && i < len(f.shared) {
			return xlsxCell{f.shared[i], Text}
		}
		return xlsxCell{}
	case "str", "inlineStr", "e":
		return xlsxCell{text, Text}
	case "b":
		if text == "1" {
			return xlsxCell{"true", Bool}
		}
		return xlsxCell{"false", Bool}
	case "d":
		if len(text) == 10 {
			return xlsxCell{text, Date}
		}
		return xlsxCell{text, Timestamp}
	}
	number, err := strconv.ParseFloat(text, 64)
	if text == "" || err != nil {
		return xlsxCell{text, Text}
	}
	st := cellStyle{}
	if i, err := strconv.Atoi(style); err == nil && i >= 0 && i < len(f.styles) {
		st = f.styles[i]
	}
	if st.date {
		if at, ok := f.Serial(text); ok {
			return dateCell(at, number)
		}
	}
	plain := plainNumber(text, number)
	if st.digits != "" {
		if shown, ok := fillDigits(st.digits, plain); ok {
			return xlsxCell{shown, Text}
		}
	}
	return xlsxCell{plain, Number}
}

func dateCell(at time.Time, number float64) xlsxCell {
	switch {
	case number < 1:
		return xlsxCell{at.Format("15:04:05"), Text}
	case at.Equal(at.Truncate(24 * time.Hour)):
		return xlsxCell{at.Format("2006-01-02"), Date}
	}
	return xlsxCell{at.Format("2006-01-02T15:04:05"), Timestamp}
}

// Serial reads a workbook's day number, to the second. Days 1 to 59 of 1900
// workbooks are one off, since Excel believes in 29 February 1900.
func (f *xlsxFile) Serial(text string) (time.Time, bool) {
	n, err := strconv.ParseFloat(text, 64)
	if err != nil || n < 0 || n >= 2958466 { // 9999-12-31
		return time.Time{}, false
	}
	day := math.Floor(n)
	seconds := math.Round((n - day) * 86400)
	if day < 60 && f.from.Year() == 1899 {
		day++
	}
	return f.from.AddDate(0, 0, int(day)).Add(time.Duration(seconds) * time.Second), true
}

// plainNumber writes a number without exponent and with the 15 digits that
// Excel shows: 166.99000000000001 is 166.99, 12345.0 is 12345.
func plainNumber(text string, n float64) string {
	if len(text) <= 15 && strings.IndexAny(text, ".eE+") < 0 {
		return text
	}
	short, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		return text
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// columnIndex reads the letters of a cell reference: A1 is 0, AA7 is 26.
func columnIndex(ref string) int {
	n := 0
	for i := 0; i < len(ref) && ref[i] >= 'A' && ref[i] <= 'Z' && i < 4; i++ {
		n = n*26 + int(ref[i]-'A') + 1
	}
	return n - 1
}

func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}
