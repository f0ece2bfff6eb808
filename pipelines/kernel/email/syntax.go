package email

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// checkLocal gives the local part in its shortest form and what is wrong with it.
// Letters outside ASCII (RFC 6531) are taken before an international domain only:
// no other domain is known to deliver them.
func checkLocal(local, domain string) (string, string) {
	if strings.HasPrefix(local, `"`) {
		return checkQuoted(local)
	}
	switch {
	case len(local) > 64:
		return local, CodeTooLong
	case validLocal(local):
		return local, ""
	case isASCII(local):
		return local, CodeSyntax
	case strings.Contains(domain, "xn--") && validUTF8Local(local):
		return local, ""
	}
	return local, CodeBadCharset
}

// checkQuoted reads a quoted local part (RFC 5321 Quoted-string). One whose content
// needs no quotes is the same mailbox without them.
func checkQuoted(local string) (string, string) {
	if len(local) > 64 {
		return local, CodeTooLong
	}
	if len(local) < 3 || local[len(local)-1] != '"' {
		return local, CodeSyntax
	}
	inner := local[1 : len(local)-1]
	if validLocal(inner) {
		return inner, ""
	}
	for i := 0; i < len(inner); i++ {
		switch c := inner[i]; {
		case c == '\\' && i+1 < len(inner) && inner[i+1] >= ' ' && inner[i+1] < 0x7F:
			i++
		case c < ' ' || c >= 0x7F || c == '"' || c == '\\':
			return local, CodeSyntax
		}
	}
	return local, ""
}

// validLocal checks dot-atom text: atoms of atext with single points between.
func validLocal(local string) bool {
	if local == "" || len(local) > 64 || local[0] == '.' || local[len(local)-1] == '.' {
		return false
	}
	for i := 0; i < len(local); i++ {
		c := local[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '_' || c == '-':
		case c == '.':
			if local[i-1] == '.' {
				return false
			}
		case strings.IndexByte("!#$%&'*+/=?^`{|}~", c) < 0:
			return false
		}
	}
	return true
}

// validUTF8Local is validLocal with letters and digits of every script.
func validUTF8Local(local string) bool {
	if !utf8.ValidString(local) {
		return false
	}
	return validLocal(strings.Map(func(r rune) rune {
		if r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)) {
			return 'x'
		}
		return r
	}, local))
}

// validDomain checks host labels of letters, digits and inner hyphens, at
// least two of them, the last one of letters (or an encoded one).
func validDomain(domain string) bool {
	if len(domain) > 253 || strings.IndexByte(domain, '.') < 0 {
		return false
	}
	label := 0
	for i := 0; i <= len(domain); i++ {
		if i == len(domain) || domain[i] == '.' {
			if label == 0 || label > 63 || domain[i-1] == '-' || domain[i-label] == '-' {
				return false
			}
			label = 0
			continue
		}
		c := domain[i]
		if (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
		label++
	}
	return validTop(domain[strings.LastIndexByte(domain, '.')+1:])
}

func validTop(top string) bool {
	if strings.HasPrefix(top, "xn--") {
		return true
	}
	if len(top) < 2 {
		return false
	}
	for i := 0; i < len(top); i++ {
		if top[i] < 'a' || top[i] > 'z' {
			return false
		}
	}
	return true
}
