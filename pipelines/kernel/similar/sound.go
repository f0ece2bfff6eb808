package similar

import "strings"

// SoundKey returns a short code that is equal for spellings of a surname that
// sound alike to Polish ears: wójcik and wujcik, szulc and schulz, kowalski
// and kowalsky. The text must be folded to a-z; other signs are skipped.
//
// Rules, in this order of reading, the longest first:
//
//	sch sz sh tsch cz ch(after s) rz ż → S      dz dż dj cz tsch tz c(before e i y) ts z s x → S
//	w v f ph ff → F                             b p → P      d t dt th → T
//	g k q c ck h ch → K                         l ł → L      m n → N      r → R      j y i → (vowel)
//
// Vowels count only at the beginning, where every vowel is A. Doubled codes
// count once. The key has at most six letters, as in Daitch-Mokotoff soundex
// (which inspired the grouping; its several codes per name are for comparing,
// because one key per name keeps blocks simple).
func SoundKey(s string) string {
	var out [6]byte
	n := 0
	var last byte
	for i := 0; i < len(s) && n < len(out); {
		code, used := sound(s[i:])
		i += used
		if code == 'A' {
			if n == 0 {
				out[0], n = 'A', 1
			}
			last = 'A'
			continue
		}
		if code == 0 || code == last {
			continue
		}
		out[n], last = code, code
		n++
	}
	return string(out[:n])
}

// sibilants are letter groups heard as s, sh, ch, ts or zh; longest first.
var sibilants = [...]string{"tsch", "szcz", "sch", "dsz", "drz", "trz", "sz", "sh", "cz", "rz", "dz", "dj", "tz", "ts", "ss", "zs"}

// sound returns the code of the beginning of s and the number of bytes it takes.
func sound(s string) (code byte, used int) {
	for _, g := range sibilants {
		if strings.HasPrefix(s, g) {
			return 'S', len(g)
		}
	}
	next := byte(0)
	if len(s) > 1 {
		next = s[1]
	}
	switch s[0] {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'j':
		return 'A', 1
	case 's', 'z', 'x':
		return 'S', 1
	case 'c':
		switch next {
		case 'e', 'i', 'y':
			return 'S', 1
		case 'h', 'k':
			return 'K', 2
		case 0:
			return 'S', 1
		}
		return 'K', 1
	case 'p':
		if next == 'h' {
			return 'F', 2
		}
		return 'P', 1
	case 'b':
		return 'P', 1
	case 'w', 'v', 'f':
		return 'F', 1
	case 'd', 't':
		return 'T', 1
	case 'g', 'k', 'q', 'h':
		return 'K', 1
	case 'l':
		return 'L', 1
	case 'm', 'n':
		return 'N', 1
	case 'r':
		return 'R', 1
	}
	return 0, 1
}
