package main

import (
	"encoding/binary"
	"fmt"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/nyaruka/phonenumbers"

	planpkg "kartoteka/pipelines/kernel/phone/plan"
)

// pattern is a compiled pattern of digits with the lengths that it allows.
type pattern struct {
	prog    *syntax.Prog
	lengths []int32 // none: all
	kind    byte    // what a match means, see region.kind
}

// region is one region of a calling code.
type region struct {
	id       string
	meta     *phonenumbers.PhoneMetadata
	patterns []pattern
}

// What the patterns of a region stand for, beside the types of planpkg.
const (
	general = 100 + iota
	leading
)

func newRegion(m *phonenumbers.PhoneMetadata) (region, error) {
	r := region{id: m.GetId(), meta: m}
	add := func(text string, lengths []int32, kind byte) error {
		if text == "" {
			return nil
		}
		re, err := syntax.Parse(text, syntax.Perl)
		if err != nil {
			return err
		}
		prog, err := syntax.Compile(re.Simplify())
		if err != nil {
			return err
		}
		r.patterns = append(r.patterns, pattern{prog, lengths, kind})
		return nil
	}
	for _, d := range []struct {
		desc *phonenumbers.PhoneNumberDesc
		kind byte
	}{
		{m.GetGeneralDesc(), general}, {m.GetPremiumRate(), planpkg.Premium}, {m.GetTollFree(), planpkg.TollFree},
		{m.GetSharedCost(), planpkg.SharedCost}, {m.GetVoip(), planpkg.VoIP}, {m.GetPersonalNumber(), planpkg.Personal},
		{m.GetPager(), planpkg.Pager}, {m.GetUan(), planpkg.UAN}, {m.GetVoicemail(), planpkg.Voicemail},
		{m.GetFixedLine(), planpkg.Fixed}, {m.GetMobile(), planpkg.Mobile},
	} {
		if err := add(d.desc.GetNationalNumberPattern(), d.desc.GetPossibleLength(), d.kind); err != nil {
			return r, err
		}
	}
	if lead := m.GetLeadingDigits(); lead != "" {
		return r, add("(?:"+lead+`)\d*`, nil, leading)
	}
	return r, nil
}

// plan is one calling code at work.
type plan struct {
	code      int
	regions   []region
	automaton automaton
}

// automaton: next[s][d] is the state after digit d, 0 is the dead state, 1 the start;
// out[s] is the answer for a number that ends in s, 0 for none.
type automaton struct {
	next [][10]int
	out  []uint16
}

// longest is the longest national number (MAX_LENGTH_FOR_NSN of the library).
const longest = 17

// explore makes the deterministic automaton of all patterns at once.
func (p *plan) explore() automaton {
	var a automaton
	seen := map[string]int{}
	var sets [][][]uint32
	var lengths []int
	add := func(set [][]uint32, length int) int {
		key := keyOf(set, length)
		if key == "" {
			return 0
		}
		if s, ok := seen[key]; ok {
			return s
		}
		s := len(a.next)
		seen[key] = s
		sets, lengths = append(sets, set), append(lengths, length)
		a.next, a.out = append(a.next, [10]int{}), append(a.out, p.answer(set, length))
		return s
	}
	a.next, a.out, sets, lengths = [][10]int{{}}, []uint16{0}, [][][]uint32{nil}, []int{0}
	var start [][]uint32
	for _, r := range p.regions {
		for _, x := range r.patterns {
			start = append(start, closure(x.prog, []uint32{uint32(x.prog.Start)}))
		}
	}
	add(start, 0)
	for s := 1; s < len(a.next); s++ {
		if lengths[s] == longest {
			continue
		}
		for d := range 10 {
			a.next[s][d] = add(p.step(sets[s], rune('0'+d)), lengths[s]+1)
		}
	}
	return a
}

func (p *plan) step(set [][]uint32, digit rune) [][]uint32 {
	var out [][]uint32
	i := 0
	for _, r := range p.regions {
		for _, x := range r.patterns {
			var next []uint32
			for _, pc := range set[i] {
				if in := &x.prog.Inst[pc]; in.Op != syntax.InstMatch && in.MatchRune(digit) {
					next = append(next, in.Out)
				}
			}
			out = append(out, closure(x.prog, next))
			i++
		}
	}
	return out
}

// closure follows everything that takes no digit; the result is sorted.
func closure(prog *syntax.Prog, from []uint32) []uint32 {
	var out []uint32
	seen := map[uint32]bool{}
	for len(from) > 0 {
		pc := from[len(from)-1]
		from = from[:len(from)-1]
		if seen[pc] {
			continue
		}
		seen[pc] = true
		switch in := &prog.Inst[pc]; in.Op {
		case syntax.InstAlt, syntax.InstAltMatch:
			from = append(from, in.Out, in.Arg)
		case syntax.InstCapture, syntax.InstNop, syntax.InstEmptyWidth:
			from = append(from, in.Out)
		case syntax.InstFail:
		default:
			out = append(out, pc)
		}
	}
	slices.Sort(out)
	return out
}

// keyOf is a state as text; "" when no pattern can match any more.
func keyOf(set [][]uint32, length int) string {
	key := []byte{byte(length)}
	alive := false
	for _, s := range set {
		for _, pc := range s {
			key = binary.BigEndian.AppendUint16(key, uint16(pc)+1)
			alive = true
		}
		key = append(key, 0, 0)
	}
	if !alive {
		return ""
	}
	return string(key)
}

// answer asks the regions in the library's order: one with leading digits owns the
// numbers that begin with them, any other those of a type of its own.
func (p *plan) answer(set [][]uint32, length int) uint16 {
	i := 0
	for at, r := range p.regions {
		matched := map[byte]bool{}
		owns := false
		for _, x := range r.patterns {
			for _, pc := range set[i] {
				if x.prog.Inst[pc].Op == syntax.InstMatch && (len(x.lengths) == 0 || slices.Contains(x.lengths, int32(length))) {
					matched[x.kind] = true
				}
			}
			owns = owns || x.kind == leading
			i++
		}
		kind := r.kind(matched)
		if owns && matched[leading] || !owns && kind != 0 {
			if kind == 0 {
				return 0
			}
			return uint16(at)<<8 | uint16(kind)
		}
	}
	return 0
}

// kind is the type of a number whose patterns matched, in the order in which the
// library asks; 0 for none.
func (r region) kind(matched map[byte]bool) byte {
	if !matched[general] {
		return 0
	}
	for _, k := range []byte{planpkg.Premium, planpkg.TollFree, planpkg.SharedCost, planpkg.VoIP, planpkg.Personal, planpkg.Pager, planpkg.UAN, planpkg.Voicemail} {
		if matched[k] {
			return k
		}
	}
	same := r.meta.GetSameMobileAndFixedLinePattern()
	switch {
	case matched[planpkg.Fixed] && (same || matched[planpkg.Mobile]):
		return planpkg.FixedOrMobile
	case matched[planpkg.Fixed]:
		return planpkg.Fixed
	case !same && matched[planpkg.Mobile]:
		return planpkg.Mobile
	}
	return 0
}

// minimal joins states that no digits can tell apart (Moore's algorithm).
func minimal(a automaton) automaton {
	class := make([]int, len(a.next))
	for s := range class {
		class[s] = int(a.out[s])
	}
	for count := 0; ; {
		ids := map[[11]int]int{}
		next := make([]int, len(class))
		for s := range class {
			key := [11]int{class[s]}
			for d, to := range a.next[s] {
				key[d+1] = class[to]
			}
			id, ok := ids[key]
			if !ok {
				id = len(ids)
				ids[key] = id
			}
			next[s] = id
		}
		class = next
		if len(ids) == count {
			break
		}
		count = len(ids)
	}
	return renumber(a, class)
}

// renumber keeps one state of each class: the dead one is 0, the start 1, the others
// follow in the order of their first state.
func renumber(a automaton, class []int) automaton {
	number := map[int]int{}
	var first []int
	for s, c := range class {
		if _, ok := number[c]; !ok {
			number[c] = len(first)
			first = append(first, s)
		}
	}
	out := automaton{next: make([][10]int, len(first)), out: make([]uint16, len(first))}
	for i, s := range first {
		out.out[i] = a.out[s]
		for d, to := range a.next[s] {
			out.next[i][d] = number[class[to]]
		}
	}
	return out
}

// encode writes the plans in the layout that package plan reads.
func encode(plans []plan) ([]byte, error) {
	head, body := []byte{byte(len(plans))}, []byte(nil)
	for _, p := range plans {
		main := p.regions[0].meta
		trunk := main.GetNationalPrefixForParsing()
		flags := byte(0)
		if strings.Trim(trunk, "0123456789|") != "" || len(trunk) > 10 {
			return nil, fmt.Errorf("+%d: the trunk prefix %q is no plain one; leave the code out", p.code, trunk)
		}
		if main.GetNationalPrefixTransformRule() != "" {
			return nil, fmt.Errorf("+%d: its trunk prefix is rewritten; leave the code out", p.code)
		}
		if idd := main.GetInternationalPrefix(); idd == "00" || idd == "011" {
			flags = 1
		}
		record := make([]byte, planpkg.RecordSize)
		binary.BigEndian.PutUint16(record, uint16(p.code))
		binary.BigEndian.PutUint32(record[2:], uint32(len(body)))
		binary.BigEndian.PutUint16(record[6:], uint16(len(p.automaton.next)))
		binary.BigEndian.PutUint32(record[8:], mask(main.GetGeneralDesc().GetPossibleLength()))
		binary.BigEndian.PutUint32(record[12:], mask(main.GetGeneralDesc().GetPossibleLengthLocalOnly()))
		record[16] = flags
		copy(record[17:27], trunk)
		for i, r := range p.regions {
			copy(record[28+2*i:], r.id)
		}
		head = append(head, record...)
		for s, next := range p.automaton.next {
			body = binary.BigEndian.AppendUint16(body, p.automaton.out[s])
			for _, to := range next {
				body = binary.BigEndian.AppendUint16(body, uint16(to))
			}
		}
	}
	return append(head, body...), nil
}

func mask(lengths []int32) uint32 {
	var m uint32
	for _, l := range lengths {
		if l > 0 {
			m |= 1 << l
		}
	}
	return m
}
