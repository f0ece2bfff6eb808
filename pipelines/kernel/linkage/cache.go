package linkage

// cache remembers the level of pairs of codes. It is direct-mapped: a later
// pair takes the place of an earlier one, which costs time and changes nothing.
type cache struct {
	keys   []uint64
	levels []uint8
}

const cacheSize = 1 << 16

func newCache() *cache {
	return &cache{keys: make([]uint64, cacheSize), levels: make([]uint8, cacheSize)}
}

// get returns the level of (a, b), asking f when it is not remembered. Level 0
// is never a level of two present values.
func (c *cache) get(a, b uint32, f func(a, b uint32) uint8) uint8 {
	k := uint64(a)<<32 | uint64(b)
	slot := mix(k) % cacheSize
	if c.keys[slot] == k && c.levels[slot] != 0 {
		return c.levels[slot]
	}
	level := f(a, b)
	c.keys[slot], c.levels[slot] = k, level
	return level
}
