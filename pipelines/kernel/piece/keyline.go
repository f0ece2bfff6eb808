package piece

import "strings"

// Reference brings a piece reference as typed or scanned into its printed spelling: upper case, without spaces of any
// kind and without the # that frames a keyline.
func Reference(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\u00a0' || r == '\t' || r == '#':
			return -1
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, typed)
}

// CheckDigit returns the MOD 10 check digit '0'..'9' of a keyline body; ok is false for an empty body or one that
// holds anything but A-Z and 0-9.
func CheckDigit(body string) (digit byte, ok bool) {
	if body == "" {
		return 0, false
	}
	sum := 0
	for i := 0; i < len(body); i++ {
		c := body[i]
		if !upperOrDigit(c) {
			return 0, false
		}
		v := int(c & 15)
		if i%2 == 0 {
			v *= 2
		}
		sum += v/10 + v%10
	}
	return '0' + byte((10-sum%10)%10), true
}

// ValidReference says whether a reference in the spelling of Reference ends in the check digit of what stands before it.
func ValidReference(ref string) bool {
	if len(ref) < 2 {
		return false
	}
	digit, ok := CheckDigit(ref[:len(ref)-1])
	return ok && digit == ref[len(ref)-1]
}

func upperOrDigit(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' }
