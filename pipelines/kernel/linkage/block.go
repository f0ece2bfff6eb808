package linkage

import "fmt"

// hardCap is the largest block that is ever compared pair by pair.
const hardCap = 400

// pairsPerRow bounds the pairs that all rules together may propose, per row.
const pairsPerRow = 10

// leastBudget is the number of pairs that small tables may propose.
const leastBudget = 3_000_000

// A Skipped block was too large after every split.
type Skipped struct {
	Rule   Rule
	Blocks int // how many
	Rows   int // in the largest
}

func (s Skipped) String() string {
	return fmt.Sprintf("%d blocks of rule %v hold too many rows after every split and were not compared, the largest %d; add a field to the rule", s.Blocks, []string(s.Rule), s.Rows)
}

// blocks are all candidate pairs, rule by rule.
type blocks struct {
	rules   []Rule
	width   int                    // rules that there may be
	keys    []uint32               // per row and rule: hash of the row's block, 0 for none
	members [][]uint32             // per rule: rows sorted by block
	bounds  [][]uint32             // per rule: first member of each block, and the end
	settled func(x, y uint32) bool // pairs that need no comparison; nil for none
	skipped []Skipped
	threads int
	own     []uint64 // keys of the rule at hand
	sorted  []keyed
	pairs   int64 // with pairs counted once per rule
}

// makeBlocks applies the rules in order until the budget is used.
func makeBlocks(q *prepared, rules []Rule, threads int) (*blocks, error) {
	b := &blocks{settled: q.across(), threads: threads, width: len(rules) + 1}
	b.keys = make([]uint32, q.Rows*b.width)
	budget := int64(q.Rows) * pairsPerRow
	if budget < leastBudget {
		budget = leastBudget
	}
	for i, r := range rules {
		fs, err := q.parts.rule(r)
		if err != nil {
			return nil, err
		}
		if fs == nil {
			continue
		}
		// a rule may use half of what is left, the last ones all
		share := budget - b.pairs
		if left := len(rules) - i; left > 1 {
			share /= 2
		}
		b.add(q, r, fs, share)
	}
	b.own, b.sorted = nil, nil
	if q.Rows <= allPairsRows && len(rules) > 0 {
		b.addAll(q.Rows)
	}
	return b, nil
}

// allPairsRows is up to how many rows every pair is compared.
const allPairsRows = 1500

// addAll adds one block of all rows.
func (b *blocks) addAll(rows int) {
	members := make([]uint32, rows)
	for row := range rows {
		members[row] = uint32(row)
	}
	b.rules = append(b.rules, Rule{"everything"})
	b.members, b.bounds = append(b.members, members), append(b.bounds, []uint32{0, uint32(rows)})
	b.pairs += int64(rows) * int64(rows-1) / 2
}

// add makes the blocks of one rule, with as large a cap as its share allows.
func (b *blocks) add(q *prepared, r Rule, fs []func(uint32) uint64, share int64) {
	if b.own == nil {
		b.own, b.sorted = make([]uint64, q.Rows), make([]keyed, q.Rows)
	}
	keys := b.own
	b.parallel(q.Rows, func(_, from, to int) {
		for row := from; row < to; row++ {
			keys[row] = key(fs, uint32(row))
		}
	})
	members, bounds := b.group(keys)
	limit := capFor(bounds, share)
	for _, s := range splitters() {
		f := q.parts[s]
		if f == nil || !split(keys, members, bounds, limit, f) {
			continue
		}
		members, bounds = b.group(keys)
		limit = min(limit, capFor(bounds, share))
	}
	members, bounds = b.dropLarge(r, members, bounds, limit)
	at := len(b.rules)
	for i := 0; i+1 < len(bounds); i++ {
		for _, row := range members[bounds[i]:bounds[i+1]] {
			b.keys[int(row)*b.width+at] = uint32(keys[row]>>32) | 1
		}
		n := int64(bounds[i+1] - bounds[i])
		b.pairs += n * (n - 1) / 2
	}
	b.rules = append(b.rules, r)
	b.members, b.bounds = append(b.members, members), append(b.bounds, bounds)
}

// dropLarge leaves out the blocks above the limit and notes those that are too
// large for any limit.
func (b *blocks) dropLarge(r Rule, members, bounds []uint32, limit int) ([]uint32, []uint32) {
	left, limits := members[:0], bounds[:0]
	skipped := Skipped{Rule: r}
	for i := 0; i+1 < len(bounds); i++ {
		from, to := bounds[i], bounds[i+1]
		if n := int(to - from); n > limit {
			if n > hardCap {
				skipped.Blocks++
				skipped.Rows = max(skipped.Rows, n)
			}
			continue
		}
		limits = append(limits, uint32(len(left)))
		left = append(left, members[from:to]...)
	}
	if skipped.Rows > 0 {
		b.skipped = append(b.skipped, skipped)
	}
	return left, append(limits, uint32(len(left)))
}

// split gives the rows of every block above the limit a narrower key, and tells
// whether there was such a block. Rows without the field stay together.
func split(keys []uint64, members, bounds []uint32, limit int, f func(uint32) uint64) bool {
	any := false
	for i := 0; i+1 < len(bounds); i++ {
		if int(bounds[i+1]-bounds[i]) <= limit {
			continue
		}
		any = true
		for _, row := range members[bounds[i]:bounds[i+1]] {
			keys[row] = mix(keys[row]^f(row)) | 1
		}
	}
	return any
}

// capFor returns the largest block size whose blocks, with all smaller ones,
// stay within the share of pairs.
func capFor(bounds []uint32, share int64) int {
	var bySize [hardCap + 1]int64
	for i := 0; i+1 < len(bounds); i++ {
		if n := bounds[i+1] - bounds[i]; n <= hardCap {
			bySize[n]++
		}
	}
	var used int64
	for n := int64(2); n <= hardCap; n++ {
		used += bySize[n] * n * (n - 1) / 2
		if used > share {
			return int(n - 1)
		}
	}
	return hardCap
}

// each calls f with every pair of a block of rule r that no earlier rule found;
// the smaller row comes first.
func (b *blocks) each(r, block int, f func(a, b uint32)) {
	rows := b.members[r][b.bounds[r][block]:b.bounds[r][block+1]]
	for i, x := range rows {
		mine := b.keys[int(x)*b.width:][:r]
	pair:
		for _, y := range rows[i+1:] {
			if b.settled != nil && b.settled(x, y) {
				continue
			}
			theirs := b.keys[int(y)*b.width:][:len(mine)]
			for e, k := range mine {
				if k != 0 && k == theirs[e] {
					continue pair
				}
			}
			f(x, y)
		}
	}
}

// across returns the test of pairs that are never compared: two rows of one file
// when files are linked across. Nil when there are none.
func (q *prepared) across() func(x, y uint32) bool {
	if file := q.Across.Codes; len(file) > 0 {
		return func(x, y uint32) bool { return file[x] != 0 && file[x] == file[y] }
	}
	return nil
}

// settled returns the test of pairs that are not compared tonight: those, and two
// former rows.
func (q *prepared) settled() func(x, y uint32) bool {
	former, never := q.Former.Codes, q.across()
	if len(former) == 0 {
		return never
	}
	return func(x, y uint32) bool {
		return former[x] != 0 && former[y] != 0 || never != nil && never(x, y)
	}
}
