package resolve

import "kartoteka/pipelines/kernel/fold"

func givenKey(s string) string   { return fold.Key(s) }
func surnameKey(s string) string { return fold.Key(s) }

// givens compares given-name keys: equal, an initial, or one wrong letter from five letters on.
func givens(a, b string) int32 {
	switch {
	case a == "" || b == "":
		return silent
	case len(a) == 1 || len(b) == 1:
		if a[0] == b[0] {
			return compatible
		}
		return contradict
	case a == b:
		return full
	}
	return contradict
}
