package similar

// DateLevel says how alike two dates are.
type DateLevel uint8

// The levels of two dates, from alike to different.
const (
	DateEqual     DateLevel = iota // the same day
	DateSlip                       // day and month exchanged, one digit wrong, or two neighbours exchanged
	DateYear                       // same year, and day or month equal
	DateNear                       // same year, or day and month equal within ten years
	DateDifferent                  // nothing of this
)

// Dates compares two dates given as yyyymmdd, such as 19890321. The numbers
// need not be real days (a month 00 or 86 is compared as typed).
func Dates(a, b int32) DateLevel {
	if a == b {
		return DateEqual
	}
	ya, ma, da := a/10000, a/100%100, a%100
	yb, mb, db := b/10000, b/100%100, b%100
	switch {
	case ya == yb && ma == db && da == mb, digitSlip(a, b):
		return DateSlip
	case ya == yb && (ma == mb || da == db):
		return DateYear
	case ya == yb, ma == mb && da == db && ya-yb <= 10 && yb-ya <= 10:
		return DateNear
	}
	return DateDifferent
}

// digitSlip tells whether two eight-digit numbers differ in one digit, or in
// two neighbouring digits that changed places.
func digitSlip(a, b int32) bool {
	var first, second, n int
	var digitsA, digitsB [8]int32
	for i := 7; i >= 0; i-- {
		digitsA[i], digitsB[i] = a%10, b%10
		a, b = a/10, b/10
		if digitsA[i] != digitsB[i] {
			n++
			first, second = i, first
		}
	}
	if n == 1 {
		return true
	}
	return n == 2 && second == first+1 && digitsA[first] == digitsB[second] && digitsA[second] == digitsB[first]
}
