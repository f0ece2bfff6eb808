package cleanse

// cacheSize bounds the texts that a worker remembers per field.
const cacheSize = 1 << 15

// Where texts hardly repeat, remembering them costs more than it saves: of so many
// looked up, one in rareHit must have been there, or the next ones are not remembered.
const (
	probe   = 1 << 12
	rareHit = 16
	rest    = 1 << 16
)

// cache remembers results by their input text. When it is full it forgets
// everything: repeated texts come back soon, and no order has to be kept.
type cache[T any] struct {
	seen         map[string]T
	looked, hits int // since the last probe
	idle         int // texts that are not remembered yet
}

// get gives the result for key, computing it from a copy of key when it is new.
// The copy matters: key lies in memory of a batch that does not last.
func (c *cache[T]) get(key []byte, compute func(key string) T) T {
	if c.idle > 0 {
		c.idle--
		return compute(string(key))
	}
	c.looked++
	v, ok := c.seen[string(key)]
	if ok {
		c.hits++
		return v
	}
	switch {
	case c.seen == nil:
		c.seen = make(map[string]T, 1024)
	case len(c.seen) >= cacheSize:
		clear(c.seen)
	}
	if c.looked >= probe {
		if c.hits*rareHit < c.looked {
			clear(c.seen)
			c.idle = rest
		}
		c.looked, c.hits = 0, 0
	}
	text := string(key)
	v = compute(text)
	if c.idle == 0 {
		c.seen[text] = v
	}
	return v
}
