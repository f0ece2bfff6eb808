package read

import (
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// utf16Reader turns UTF-16 into UTF-8. A unit that is no character becomes the
// byte FF, which no UTF-8 text holds, so that the record it stands in is
// rejected like any other with invalid bytes.
type utf16Reader struct {
	src       io.Reader
	bigEndian bool
	raw       [4096]byte
	held      int // bytes of raw not yet used
	out       []byte
	err       error
}

func (u *utf16Reader) Read(p []byte) (int, error) {
	for len(u.out) == 0 && u.err == nil {
		u.refill()
	}
	if len(u.out) == 0 {
		return 0, u.err
	}
	n := copy(p, u.out)
	u.out = u.out[n:]
	return n, nil
}

func (u *utf16Reader) refill() {
	n, err := u.src.Read(u.raw[u.held:])
	have := u.held + n
	u.err = err
	out, at := []byte(nil), 0
	for ; at+1 < have; at += 2 {
		r := rune(u.unit(at))
		if utf16.IsSurrogate(r) {
			if at+3 >= have && err == nil {
				break
			}
			r = u.pair(r, at, have)
			if r != utf8.RuneError {
				at += 2
			}
		}
		if r == utf8.RuneError && rune(u.unit(at)) != utf8.RuneError {
			out = append(out, 0xFF)
			continue
		}
		out = utf8.AppendRune(out, r)
	}
	if err != nil && at < have {
		out = append(out, 0xFF)
		at = have
	}
	u.held = copy(u.raw[:], u.raw[at:have])
	u.out = out
}

func (u *utf16Reader) pair(high rune, at, have int) rune {
	if at+3 >= have {
		return utf8.RuneError
	}
	return utf16.DecodeRune(high, rune(u.unit(at+2)))
}

func (u *utf16Reader) unit(at int) uint16 {
	if u.bigEndian {
		return uint16(u.raw[at])<<8 | uint16(u.raw[at+1])
	}
	return uint16(u.raw[at+1])<<8 | uint16(u.raw[at])
}
