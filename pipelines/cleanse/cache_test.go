package cleanse

import (
	"strconv"
	"testing"
)

// TestCache: repeated texts are computed once, texts that hardly repeat are not kept.
func TestCache(t *testing.T) {
	computed := 0
	compute := func(key string) string { computed++; return key + "!" }
	var c cache[string]
	for i := range 10000 {
		if got := c.get([]byte(strconv.Itoa(i%100)), compute); got != strconv.Itoa(i%100)+"!" {
			t.Fatalf("got %s", got)
		}
	}
	if computed != 100 {
		t.Errorf("100 texts were computed %d times", computed)
	}
	computed, c = 0, cache[string]{}
	for i := range 50000 {
		c.get([]byte(strconv.Itoa(i)), compute)
	}
	if computed != 50000 || len(c.seen) > probe || c.idle == 0 {
		t.Errorf("%d computed, %d kept, %d not to be kept", computed, len(c.seen), c.idle)
	}
	for i := range 2 * rest {
		c.get([]byte(strconv.Itoa(i%10)), compute)
	}
	if computed > 50000+rest+20 || c.idle > 0 {
		t.Errorf("repeated texts are not kept again: %d computed", computed)
	}
}
