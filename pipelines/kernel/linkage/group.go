package linkage

import (
	"math/bits"
	"runtime"
	"slices"
	"sync"
)

// keyed is a row with the key of its block.
type keyed struct {
	key uint64
	row uint32
}

// group sorts the rows that have a key by it and returns the limits of the
// groups. Within a group rows are in order; groups of one row are left out. Rows
// are first dealt into buckets of about sixteen by the first bits of their keys,
// which are hashes and so fill the buckets evenly.
func (b *blocks) group(keys []uint64) (members, bounds []uint32) {
	shift := 64 - min(max(bits.Len(uint(len(keys)/16)), 1), 18)
	fan := 1 << (64 - shift)
	start := make([]uint32, fan+1)
	for _, k := range keys {
		if k != 0 {
			start[k>>shift+1]++
		}
	}
	for i := 1; i <= fan; i++ {
		start[i] += start[i-1]
	}
	rows := b.sorted[:start[fan]]
	next := slices.Clone(start)
	for row, k := range keys {
		if k != 0 {
			rows[next[k>>shift]] = keyed{k, uint32(row)}
			next[k>>shift]++
		}
	}
	type part struct{ members, bounds []uint32 }
	parts := make([]part, b.workers())
	b.parallel(fan, func(worker, from, to int) {
		p := &parts[worker]
		for i := from; i < to; i++ {
			bucket := rows[start[i]:start[i+1]]
			slices.SortFunc(bucket, byKey)
			p.members, p.bounds = runs(bucket, p.members, p.bounds)
		}
	})
	total, limits := 0, 1
	for _, p := range parts {
		total, limits = total+len(p.members), limits+len(p.bounds)
	}
	members, bounds = make([]uint32, 0, total), make([]uint32, 0, limits)
	for _, p := range parts {
		for _, at := range p.bounds {
			bounds = append(bounds, at+uint32(len(members)))
		}
		members = append(members, p.members...)
	}
	return members, append(bounds, uint32(len(members)))
}

func byKey(x, y keyed) int {
	switch {
	case x.key < y.key:
		return -1
	case x.key > y.key:
		return 1
	}
	return int(x.row) - int(y.row)
}

// runs adds the groups of two rows or more of a sorted bucket.
func runs(bucket []keyed, members, bounds []uint32) ([]uint32, []uint32) {
	for from := 0; from < len(bucket); {
		to := from + 1
		for to < len(bucket) && bucket[to].key == bucket[from].key {
			to++
		}
		if to-from > 1 {
			bounds = append(bounds, uint32(len(members)))
			for _, r := range bucket[from:to] {
				members = append(members, r.row)
			}
		}
		from = to
	}
	return members, bounds
}

func (b *blocks) workers() int { return workers(b.threads) }

// workers is the number of goroutines for a wish; 0 is as many as processors.
func workers(threads int) int {
	if threads < 1 {
		return runtime.GOMAXPROCS(0)
	}
	return threads
}

// parallel cuts n things into one run per worker, in order.
func (b *blocks) parallel(n int, f func(worker, from, to int)) {
	var wait sync.WaitGroup
	each := b.workers()
	for w := range each {
		wait.Go(func() { f(w, n*w/each, n*(w+1)/each) })
	}
	wait.Wait()
}
