package plan

import (
	_ "embed"
	"sort"
	"strings"
)

//go:embed plans.bin
var table string

// RecordSize is the size of a plan's record in the table.
const RecordSize = 92

const stateSize = 22

// Types of lines.
const (
	Fixed = 1 + iota
	Mobile
	FixedOrMobile
	TollFree
	Premium
	SharedCost
	VoIP
	Personal
	Pager
	UAN
	Voicemail
)

// Plan is the numbering plan of one calling code. The zero value is none.
type Plan struct{ record string }

// Find gives the plan of a calling code.
func Find(code int) (Plan, bool) {
	n := int(table[0])
	at := func(i int) string { return table[1+i*RecordSize : 1+(i+1)*RecordSize] }
	i := sort.Search(n, func(i int) bool { return number(at(i)[:2]) >= code })
	if i == n || number(at(i)[:2]) != code {
		return Plan{}, false
	}
	return Plan{at(i)}, true
}

// Codes lists the calling codes of the table.
func Codes() []int {
	codes := make([]int, table[0])
	for i := range codes {
		codes[i] = number(table[1+i*RecordSize : 3+i*RecordSize])
	}
	return codes
}

// Code is the calling code.
func (p Plan) Code() int { return number(p.record[:2]) }

// Trunk tells which prefix of calls inside the country stands before a number: "" when
// none does, or the country has none.
func (p Plan) Trunk(digits string) string {
	for rest := p.record[17:28]; rest[0] != 0; {
		end := 0
		for rest[end] != '|' && rest[end] != 0 {
			end++
		}
		if strings.HasPrefix(digits, rest[:end]) {
			return rest[:end]
		}
		rest = rest[min(end+1, len(rest)-1):]
	}
	return ""
}

// PlainIDD reports that calls abroad begin with 00 or 011 and nothing else.
func (p Plan) PlainIDD() bool { return p.record[16] == 1 }

// Main is the ISO code of the main region.
func (p Plan) Main() string { return p.record[28:30] }

// Length says what can be told of a national number by its length alone.
type Length uint8

// Verdicts on a length.
const (
	Possible Length = iota
	TooShort
	TooLong
	Local // without its area code
	Wrong // between two possible lengths
)

// Length judges a national number of n digits.
func (p Plan) Length(n int) Length {
	possible, local := uint32(number(p.record[8:12])), uint32(number(p.record[12:16]))
	switch bit := uint32(1) << min(n, 31); {
	case local&bit != 0:
		return Local
	case possible&bit != 0:
		return Possible
	case possible < bit:
		return TooLong
	case possible&(bit-1) == 0:
		return TooShort
	}
	return Wrong
}

// Type gives the region (ISO code) and type of a national number of digits; ok is
// false when it is not assigned.
func (p Plan) Type(national string) (region string, kind byte, ok bool) {
	states := p.states()
	state := walk(states, national)
	kind = states[state*stateSize+1]
	at := 28 + 2*int(states[state*stateSize])
	return p.record[at : at+2], kind, kind != 0
}

// Alive reports whether a number of the plan begins with these digits.
func (p Plan) Alive(digits string) bool { return walk(p.states(), digits) != 0 }

// walk goes from the start along digits and gives the state where it ends.
func walk(states, digits string) int {
	state := 1
	for i := 0; i < len(digits) && state != 0; i++ {
		at := state*stateSize + 2 + 2*int(digits[i]-'0')
		state = int(states[at])<<8 | int(states[at+1])
	}
	return state
}

// states are the states of the plan.
func (p Plan) states() string {
	from := 1 + int(table[0])*RecordSize + number(p.record[2:6])
	return table[from : from+number(p.record[6:8])*stateSize]
}

// number reads two or four bytes.
func number(b string) int {
	n := 0
	for i := 0; i < len(b); i++ {
		n = n<<8 | int(b[i])
	}
	return n
}
