package assess

import "strings"

// walk calls leaf for every value of a JSON record with the names of its keys
// joined with points; elements of a list have the name of the list, once each,
// and a list or object that holds nothing is an empty value. The record is
// trusted to be valid JSON: extract wrote it. What is not a record has no
// values.
func walk(record string, leaf func(name, value string)) {
	w := walker{text: record, leaf: leaf}
	w.value("")
}

// heldList is the value of a list that holds lists or objects.
const heldList = "list"

type walker struct {
	text string
	at   int
	leaf func(name, value string)
}

func (w *walker) space() {
	for w.at < len(w.text) && strings.IndexByte(" \t\r\n", w.text[w.at]) >= 0 {
		w.at++
	}
}

// take eats one byte when it is next.
func (w *walker) take(c byte) bool {
	w.space()
	if w.at < len(w.text) && w.text[w.at] == c {
		w.at++
		return true
	}
	return false
}

// value eats one value of the field called name.
func (w *walker) value(name string) {
	w.space()
	if w.at >= len(w.text) {
		return
	}
	switch w.text[w.at] {
	case '{':
		w.object(name)
	case '[':
		w.list(name)
	case '"':
		w.leaf(name, w.str())
	default:
		start := w.at
		for w.at < len(w.text) && strings.IndexByte(",]} \t\r\n", w.text[w.at]) < 0 {
			w.at++
		}
		if v := w.text[start:w.at]; v == "null" {
			w.leaf(name, "")
		} else {
			w.leaf(name, v)
		}
		if w.at == start {
			w.at = len(w.text)
		}
	}
}

func (w *walker) object(name string) {
	w.at++
	for !w.take('}') {
		w.space()
		if w.at >= len(w.text) || w.text[w.at] != '"' {
			w.at = len(w.text)
			return
		}
		key := w.str()
		if name != "" {
			key = name + "." + key
		}
		if !w.take(':') {
			w.at = len(w.text)
			return
		}
		w.value(key)
		w.take(',')
	}
}

func (w *walker) list(name string) {
	w.at++
	held := false
	for !w.take(']') {
		if w.at >= len(w.text) {
			return
		}
		before := w.at
		if c := w.text[w.at]; c == '{' || c == '[' {
			held = true
		}
		w.value(name)
		w.take(',')
		if w.at == before {
			return
		}
	}
	if held {
		w.leaf(name, heldList)
	}
}

// str eats a string and undoes its escapes.
func (w *walker) str() string {
	w.at++
	start := w.at
	for w.at < len(w.text) {
		switch w.text[w.at] {
		case '"':
			s := w.text[start:w.at]
			w.at++
			return s
		case '\\':
			return w.escaped(start)
		}
		w.at++
	}
	return w.text[start:]
}

// escaped eats the rest of a string that has escapes; \u00XX stays as written,
// since only the length and the words of a value matter here.
func (w *walker) escaped(start int) string {
	var b strings.Builder
	b.WriteString(w.text[start:w.at])
	for w.at < len(w.text) {
		c := w.text[w.at]
		w.at++
		switch {
		case c == '"':
			return b.String()
		case c == '\\' && w.at < len(w.text):
			switch e := w.text[w.at]; e {
			case 'n', 'r', 't', 'b', 'f':
				b.WriteByte(' ')
			case 'u':
				b.WriteString("\\u")
			default:
				b.WriteByte(e)
			}
			w.at++
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}
