package resolve

import "kartoteka/pipelines/kernel/name"

func givenKey(s string) string   { return name.GivenKey(s) }
func surnameKey(s string) string { return name.SurnameKey(s) }

// givens compares given-name keys: equal (pet names are), or an initial.
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
