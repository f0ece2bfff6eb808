package resolve

import (
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/kernel/similar"
)

func givenKey(s string) string   { return name.GivenKey(s) }
func surnameKey(s string) string { return name.SurnameKey(s) }

// givens compares given-name keys: equal (pet names are), an initial, or one wrong letter from five letters on; a final
// a more or less (Daniel, Daniela) is another person's name, not a slip.
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
	case len(a) >= 5 && len(b) >= 5 && a+"a" != b && b+"a" != a && similar.Distance(a, b, 1) <= 1:
		return compatible
	}
	return contradict
}
