package cleanse

// cacheSize bounds the texts that a worker remembers per field.
const cacheSize = 1 << 15

// cache remembers results by their input text. When it is full it forgets
// everything: repeated texts come back soon, and no order has to be kept.
type cache[T any] struct{ seen map[string]T }

// get gives the result for key, computing it from a copy of key when it is new.
// The copy matters: key lies in memory of a batch that does not last.
func (c *cache[T]) get(key []byte, compute func(key string) T) T {
	if v, ok := c.seen[string(key)]; ok {
		return v
	}
	switch {
	case c.seen == nil:
		c.seen = make(map[string]T, 1024)
	case len(c.seen) >= cacheSize:
		clear(c.seen)
	}
	text := string(key)
	v := compute(text)
	c.seen[text] = v
	return v
}
