package piece

import "strings"

// Alphabet holds the 31 characters of a coupon serial; the value of a character is its position from 0.
const Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

const (
	couponPrefix = 2
	couponSerial = 6
	couponLength = couponPrefix + couponSerial + 1
)

// Code brings a coupon or key code as typed into the form in which codes are compared: upper case, everything but
// A-Z and 0-9 removed. A mistyped code is not repaired.
func Code(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, typed)
}

// CouponCheck returns the check character of the six characters of a unique coupon; ok is false when the serial has
// another length or a character outside Alphabet.
func CouponCheck(serial string) (check byte, ok bool) {
	if len(serial) != couponSerial {
		return 0, false
	}
	sum := 0
	for i := 0; i < couponSerial; i++ {
		v := strings.IndexByte(Alphabet, serial[i])
		if v < 0 {
			return 0, false
		}
		sum += (i + 1) * v
	}
	return Alphabet[sum%len(Alphabet)], true
}

// ValidCoupon says whether a code in the form of Code has the shape of a unique coupon and its check character is right.
func ValidCoupon(code string) bool {
	if len(code) != couponLength || !letter(code[0]) || !letter(code[1]) {
		return false
	}
	check, ok := CouponCheck(code[couponPrefix : couponPrefix+couponSerial])
	return ok && check == code[couponLength-1]
}

// FormatCoupon writes a unique coupon as it is printed, XX-XXXXXX-X; another code is returned as it is.
func FormatCoupon(code string) string {
	if len(code) != couponLength {
		return code
	}
	return code[:2] + "-" + code[2:8] + "-" + code[8:]
}

func letter(c byte) bool { return c >= 'A' && c <= 'Z' }
