package linkage

import (
	"fmt"
	"slices"
)

// hardCap is the largest block that is ever compared pair by pair.
const hardCap = 400

// pairsPerRow bounds the pairs that all rules together may propose, per row.
const pairsPerRow = 20

// A Skipped block was too large after every split.
type Skipped struct {
	Rule Rule
	Rows int
}

func (s Skipped) String() string {
	return fmt.Sprintf("a block of rule %v holds %d rows after every split and was not compared; add a field to the rule", []string(s.Rule), s.Rows)
}

// blocks are all candidate pairs, rule by rule.
type blocks struct {
	rules   []Rule
	keys    [][]uint64             // per rule, per row: key of the row's block, 0 for none
	members [][]uint32             // per rule: rows sorted by block
	bounds  [][]uint32             // per rule: first member of each block, and the end
	settled func(x, y uint32) bool // pairs that need no comparison; nil for none
	skipped []Skipped
	pairs   int64 // with pairs counted once per rule
}

// makeBlocks applies the rules in order until the budget is used.
func makeBlocks(q *prepared, rules []Rule) (*blocks, error) {
	b := &blocks{settled: q.settled()}
	budget := int64(q.Rows) * pairsPerRow
	if budget < 2_000_000 {
		budget = 2_000_000
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
	if q.Rows <= allPairsRows && len(rules) > 0 {
		b.addAll(q.Rows)
	}
	return b, nil
}

// allPairsRows is up to how many rows every pair is compared.
const allPairsRows = 1500

// addAll adds one block of all rows.
func (b *blocks) addAll(rows int) {
	keys, members := make([]uint64, rows), make([]uint32, rows)
	for row := range rows {
		keys[row], members[row] = 1, uint32(row)
	}
	b.rules, b.keys = append(b.rules, Rule{"everything"}), append(b.keys, keys)
	b.members, b.bounds = append(b.members, members), append(b.bounds, []uint32{0, uint32(rows)})
	b.pairs += int64(rows) * int64(rows-1) / 2
}

// add makes the blocks of one rule, with as large a cap as its share allows.
func (b *blocks) add(q *prepared, r Rule, fs []func(uint32) uint64, share int64) {
	keys := make([]uint64, q.Rows)
	for row := range keys {
		keys[row] = key(fs, uint32(row))
	}
	members, bounds := group(keys)
	limit := capFor(bounds, share)
	for _, s := range splitters() {
		f := q.parts[s]
		if f == nil || !split(keys, members, bounds, limit, f) {
			continue
		}
		members, bounds = group(keys)
		limit = min(limit, capFor(bounds, share))
	}
	largest := 0
	for i := 0; i+1 < len(bounds); i++ {
		n := int(bounds[i+1] - bounds[i])
		if n <= limit {
			continue
		}
		largest = max(largest, n)
		for _, row := range members[bounds[i]:bounds[i+1]] {
			keys[row] = 0
		}
	}
	if largest > 0 {
		members, bounds = group(keys)
		if largest > hardCap {
			b.skipped = append(b.skipped, Skipped{Rule: r, Rows: largest})
		}
	}
	b.rules, b.keys = append(b.rules, r), append(b.keys, keys)
	b.members, b.bounds = append(b.members, members), append(b.bounds, bounds)
	for i := 0; i+1 < len(bounds); i++ {
		n := int64(bounds[i+1] - bounds[i])
		b.pairs += n * (n - 1) / 2
	}
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

// group sorts the rows that have a key by it and returns the limits of the
// groups. Within a group rows are in order; groups of one row are left out.
func group(keys []uint64) (members, bounds []uint32) {
	const fan = 1 << 12 // the keys are hashes, so buckets are even
	var start [fan + 1]uint32
	for _, k := range keys {
		if k != 0 {
			start[k>>52+1]++
		}
	}
	for i := 1; i <= fan; i++ {
		start[i] += start[i-1]
	}
	rows := make([]uint32, start[fan])
	next := start
	for row, k := range keys {
		if k != 0 {
			rows[next[k>>52]] = uint32(row)
			next[k>>52]++
		}
	}
	members = rows[:0]
	for i := range fan {
		bucket := rows[start[i]:start[i+1]]
		slices.SortStableFunc(bucket, func(a, b uint32) int {
			switch {
			case keys[a] < keys[b]:
				return -1
			case keys[a] > keys[b]:
				return 1
			}
			return 0
		})
		for from := 0; from < len(bucket); {
			to := from + 1
			for to < len(bucket) && keys[bucket[to]] == keys[bucket[from]] {
				to++
			}
			if to-from > 1 {
				bounds = append(bounds, uint32(len(members)))
				members = append(members, bucket[from:to]...)
			}
			from = to
		}
	}
	return members, append(bounds, uint32(len(members)))
}

// each calls f with every pair of a block of rule r that no earlier rule found;
// the smaller row comes first.
func (b *blocks) each(r, block int, f func(a, b uint32)) {
	rows := b.members[r][b.bounds[r][block]:b.bounds[r][block+1]]
	for i, x := range rows {
	pair:
		for _, y := range rows[i+1:] {
			if b.settled != nil && b.settled(x, y) {
				continue
			}
			for e := 0; e < r; e++ {
				if k := b.keys[e][x]; k != 0 && k == b.keys[e][y] {
					continue pair
				}
			}
			f(x, y)
		}
	}
}

// settled returns the test of pairs that are not compared: two former rows, or two
// rows of one file when files are linked across.
func (q *prepared) settled() func(x, y uint32) bool {
	former, across := q.Former.Codes, q.Across.Codes
	if len(former) == 0 && len(across) == 0 {
		return nil
	}
	return func(x, y uint32) bool {
		return len(former) > 0 && former[x] != 0 && former[y] != 0 || len(across) > 0 && across[x] != 0 && across[x] == across[y]
	}
}
