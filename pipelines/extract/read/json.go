package read

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// document is one parsed JSON text: its values in the order in which they
// begin, a container before its members. It is reused from record to record.
type document struct {
	text  string
	at    int
	depth int
	nodes []jsonNode
}

type jsonNode struct {
	kind       byte // { [ " 0 (number) t f n
	escaped    bool // a string with escapes
	keyEscaped bool
	key        string // name of a member, as written
	start, end int    // of the text, without quotes for strings
	after      int    // index of the node behind this one and its members
	members    int
}

const maxDepth = 200

// parse reads one JSON value that fills the whole text, strictly as RFC 8259
// has it.
func (doc *document) parse(text string) error {
	doc.text, doc.at, doc.depth, doc.nodes = text, 0, 0, doc.nodes[:0]
	doc.space()
	if err := doc.value("", false); err != nil {
		return err
	}
	doc.space()
	if doc.at < len(doc.text) {
		return doc.broken("text behind the end of the value")
	}
	return nil
}

func (doc *document) broken(what string) error {
	if doc.at >= len(doc.text) {
		return fmt.Errorf("broken JSON: the record ends too early (at character %d)", len(doc.text))
	}
	return fmt.Errorf("broken JSON at character %d: %s", doc.at+1, what)
}

func (doc *document) space() {
	for doc.at < len(doc.text) {
		switch doc.text[doc.at] {
		case ' ', '\t', '\n', '\r':
			doc.at++
		default:
			return
		}
	}
}

func (doc *document) peek() byte {
	if doc.at < len(doc.text) {
		return doc.text[doc.at]
	}
	return 0
}

func (doc *document) value(key string, keyEscaped bool) error {
	i := len(doc.nodes)
	doc.nodes = append(doc.nodes, jsonNode{key: key, keyEscaped: keyEscaped, start: doc.at})
	var err error
	members, escaped := 0, false
	kind := doc.peek()
	switch {
	case kind == '{' || kind == '[':
		if doc.depth++; doc.depth > maxDepth {
			return doc.broken("nested too deeply")
		}
		members, err = doc.container(kind)
		doc.depth--
	case kind == '"':
		doc.nodes[i].start++
		escaped, err = doc.str()
	case kind == '-' || (kind >= '0' && kind <= '9'):
		kind = '0'
		err = doc.number()
	case kind == 't':
		err = doc.word("true")
	case kind == 'f':
		err = doc.word("false")
	case kind == 'n':
		err = doc.word("null")
	default:
		return doc.broken("expected a value")
	}
	n := &doc.nodes[i]
	n.kind, n.escaped, n.end, n.after, n.members = kind, escaped, doc.at, len(doc.nodes), members
	if kind == '"' {
		n.end--
	}
	return err
}

func (doc *document) container(open byte) (members int, err error) {
	closing := open + 2 // { } and [ ] are two apart
	doc.at++
	for doc.space(); ; doc.space() {
		if doc.peek() == closing && members == 0 {
			doc.at++
			return 0, nil
		}
		key, escaped := "", false
		if open == '{' {
			if doc.peek() != '"' {
				return members, doc.broken("expected a name in quotes")
			}
			from := doc.at + 1
			if escaped, err = doc.str(); err != nil {
				return members, err
			}
			key = doc.text[from : doc.at-1]
			doc.space()
			if doc.peek() != ':' {
				return members, doc.broken("expected a colon")
			}
			doc.at++
			doc.space()
		}
		if err := doc.value(key, escaped); err != nil {
			return members, err
		}
		members++
		doc.space()
		switch doc.peek() {
		case closing:
			doc.at++
			return members, nil
		case ',':
			doc.at++
			doc.space()
			if doc.peek() == closing {
				return members, doc.broken("a comma before the closing bracket")
			}
		default:
			return members, doc.broken("expected a comma or a closing bracket")
		}
	}
}

// str passes over a string in quotes.
func (doc *document) str() (escaped bool, err error) {
	for doc.at++; doc.at < len(doc.text); doc.at++ {
		switch c := doc.text[doc.at]; {
		case c == '"':
			doc.at++
			return escaped, nil
		case c < 0x20:
			return escaped, doc.broken("a control character in a string")
		case c == '\\':
			escaped = true
			if err := doc.escape(); err != nil {
				return escaped, err
			}
		}
	}
	return escaped, doc.broken("")
}

// escape passes over what follows a backslash, to its last character.
func (doc *document) escape() error {
	doc.at++
	if doc.peek() != 'u' {
		if doc.at >= len(doc.text) || strings.IndexByte(`"\/bfnrt`, doc.text[doc.at]) < 0 {
			return doc.broken("an unknown escape")
		}
		return nil
	}
	for range 4 {
		doc.at++
		if _, err := strconv.ParseUint(string(doc.peek()), 16, 8); err != nil {
			return doc.broken("\\u needs four hexadecimal digits")
		}
	}
	return nil
}

func (doc *document) number() error {
	if doc.peek() == '-' {
		doc.at++
	}
	digits := func() bool {
		from := doc.at
		for c := doc.peek(); c >= '0' && c <= '9'; c = doc.peek() {
			doc.at++
		}
		return doc.at > from
	}
	if doc.peek() == '0' {
		doc.at++
	} else if !digits() {
		return doc.broken("expected a digit")
	}
	if doc.peek() == '.' {
		doc.at++
		if !digits() {
			return doc.broken("expected a digit")
		}
	}
	if c := doc.peek(); c == 'e' || c == 'E' {
		doc.at++
		if c := doc.peek(); c == '+' || c == '-' {
			doc.at++
		}
		if !digits() {
			return doc.broken("expected a digit")
		}
	}
	return nil
}

func (doc *document) word(w string) error {
	if !strings.HasPrefix(doc.text[doc.at:], w) {
		return doc.broken("expected " + w)
	}
	doc.at += len(w)
	return nil
}

// member finds a member of an object, the last one when a name stands twice;
// -1 when there is none. An array stands for its first element.
func (doc *document) member(node int, name string) int {
	if doc.nodes[node].kind == '[' {
		if doc.nodes[node].members == 0 {
			return -1
		}
		return doc.member(node+1, name)
	}
	if doc.nodes[node].kind != '{' {
		return -1
	}
	found := -1
	for i, left := node+1, doc.nodes[node].members; left > 0; i, left = doc.nodes[i].after, left-1 {
		n := &doc.nodes[i]
		if n.key == name || (n.keyEscaped && unescape(n.key) == name) {
			found = i
		}
	}
	return found
}

// length is the number of elements; what is no array counts as one, null as none.
func (doc *document) length(node int) int {
	switch n := &doc.nodes[node]; n.kind {
	case '[':
		return n.members
	case 'n':
		return 0
	}
	return 1
}

func (doc *document) element(node, i int) int {
	if doc.nodes[node].kind != '[' {
		return node
	}
	at := node + 1
	for ; i > 0; i-- {
		at = doc.nodes[at].after
	}
	return at
}

// scalar is the text of a value: a string's content, a number as written, true
// or false, the content of an XML element with attributes (#text), and the
// JSON text of what has members.
func (doc *document) scalar(node int) (string, bool) {
	n := &doc.nodes[node]
	switch n.kind {
	case 'n':
		return "", false
	case '"':
		if n.escaped {
			return unescape(doc.text[n.start:n.end]), true
		}
	case '{':
		if i := doc.member(node, "#text"); i >= 0 {
			return doc.scalar(i)
		}
	}
	return doc.text[n.start:n.end], true
}

// unescape resolves the escapes of a valid JSON string. A half of a surrogate
// pair alone becomes U+FFFD.
func unescape(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			out = append(out, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'b':
			out = append(out, '\b')
		case 'f':
			out = append(out, '\f')
		case 'n':
			out = append(out, '\n')
		case 'r':
			out = append(out, '\r')
		case 't':
			out = append(out, '\t')
		case 'u':
			r := hex4(s, i+1)
			i += 4
			if utf16.IsSurrogate(r) {
				if strings.HasPrefix(s[i+1:], `\u`) {
					if pair := utf16.DecodeRune(r, hex4(s, i+3)); pair != utf8.RuneError {
						out = utf8.AppendRune(out, pair)
						i += 6
						continue
					}
				}
				r = utf8.RuneError
			}
			out = utf8.AppendRune(out, r)
		default:
			out = append(out, s[i])
		}
	}
	return string(out)
}

func hex4(s string, at int) rune {
	n, err := strconv.ParseUint(s[at:at+4], 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	return rune(n)
}
