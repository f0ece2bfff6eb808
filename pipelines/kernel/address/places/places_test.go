package places

import (
	"fmt"
	"testing"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		postcode, name string
		under, known   bool
	}{
		{"62-200", "gniezno", true, true},
		{"34-400", "lopuszna", true, true},
		{"34-400", "polna", false, true},
		{"62-200", "krakow", false, true},
		{"62-200", "marszalkowska", false, false},
	} {
		if got := Under(c.postcode, c.name); got != c.under {
			t.Errorf("Under(%s, %s) = %v", c.postcode, c.name, got)
		}
		if got := Known(c.name); got != c.known {
			t.Errorf("Known(%s) = %v", c.name, got)
		}
	}
}

// TestRate holds the share of wrong yeses to what the documentation says, and the
// table to its size.
func TestRate(t *testing.T) {
	wrong := 0
	const asked = 20000
	for i := range asked {
		if Known(fmt.Sprintf("q%dx", i)) {
			wrong++
		}
		if Under("62-200", fmt.Sprintf("q%dx", i)) {
			wrong++
		}
	}
	if rate := float64(wrong) / (2 * asked); rate > 0.001 {
		t.Errorf("%.4f of the answers are wrong", rate)
	}
	if len(pl) > 240_000 {
		t.Errorf("the table has %d bytes", len(pl))
	}
}

func TestTableIsComplete(t *testing.T) {
	pairs := [][2]string{{"62-200", "gniezno"}, {"34-400", "lopuszna"}, {"34-400", "nowytarg"}}
	names, both := split(string(Table(pairs)))
	for _, p := range pairs {
		if !names.has(hash("", p[1])) || !both.has(hash(p[0], p[1])) {
			t.Errorf("%v is lost", p)
		}
	}
}
