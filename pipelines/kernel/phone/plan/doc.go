// Package plan knows the numbering plans of North America and Europe: which national
// numbers are assigned, to which region and type of line.
//
// # How
//
// The phonenumbers library holds a regular expression for every type of line of every
// region. The program in ../train turns all those of one calling code into one
// automaton over digits: a state, a digit, the next state; the state in which a number
// ends tells region and type. The answer is the library's, at a fiftieth of the cost.
//
// # Layout of plans.bin
//
// A byte with the number of plans; a record of RecordSize bytes for each, sorted by
// calling code; then the states. A record holds (big-endian) the calling code in 2
// bytes, the offset of its states in 4, their number in 2, the possible lengths and
// the lengths of local numbers as bit masks in 4 each, a byte that is 1 when calls
// abroad begin with 00 or 011 alone, 11 bytes of trunk prefixes separated by |, ended by
// a zero, then the regions, 2 bytes each, the main one first. A state is a byte with
// the number of the region, a byte with the type (0: not assigned) and ten 2-byte
// states, 0 being the dead one, 1 the start.
//
// # Not guaranteed
//
// The plans are those of the library's version in go.mod; the ranges that operators
// were given later are unknown.
package plan
