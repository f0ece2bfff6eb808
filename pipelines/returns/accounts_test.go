package returns

import "testing"

func TestMisread(t *testing.T) {
	for _, c := range []struct {
		name                    string
		rows, unknown, mistyped int
		want                    bool
	}{
		{"all are known", 1000, 0, 0, false},
		{"typing errors in a small feed", 71, 10, 10, false},
		{"a mail file is missing", 100, 25, 2, true},
		{"too few to tell", 19, 19, 0, false},
		{"the wrong column", 60, 3, 57, true},
		{"many typing errors", 200, 5, 90, false},
	} {
		if got := misread(c.rows, c.unknown, c.mistyped); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}
