package linkage

import (
	"math/rand/v2"
	"testing"

	"kartoteka/pipelines/kernel/similar"
)

func TestUnlikeIsSure(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	word := func() string {
		b := make([]byte, 2+r.IntN(9))
		for i := range b {
			b[i] = "aaeioklmnrstwzq0"[r.IntN(16)]
		}
		return string(b)
	}
	said := 0
	for range 200_000 {
		x, y := word(), word()
		a, b := sketchOf(x), sketchOf(y)
		if !a.unlike(&b) {
			continue
		}
		said++
		if jaroWinkler(x, y) >= 0.88 || similar.Distance(x, y, 2) <= 2 {
			t.Fatalf("%q and %q are alike", x, y)
		}
	}
	if said < 20_000 {
		t.Errorf("unlike said so %d times only", said)
	}
}
