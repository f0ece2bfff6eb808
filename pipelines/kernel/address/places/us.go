package places

import (
	_ "embed"
	"strings"

	"kartoteka/pipelines/kernel/fold"
)

// us holds the places of the United States: the pairs of ZIP and name and of state
// and name.
//
//go:embed us.bloom
var us string

// KnownUS reports whether any place of the United States has this name, folded by
// NameUS.
func KnownUS(name string) bool {
	names, _ := split(us)
	return names.has(hash("", name))
}

// UnderUS reports whether a place of this name, folded by NameUS, lies in the state
// (two capital letters) or under the ZIP (five digits).
func UnderUS(stateOrZIP, name string) bool {
	_, pairs := split(us)
	return pairs.has(hash(stateOrZIP, name))
}

// NameUS folds the name of a place: small letters and digits without blanks; Saint,
// Fort, Mount and the directions have one spelling.
func NameUS(name string) string {
	t := fold.Tokens(name)
	for i, w := range t {
		t[i] = WordUS(w)
	}
	return strings.Join(t, "")
}

// WordUS gives the one spelling of a folded word in the names of places.
func WordUS(f string) string {
	switch f {
	case "saint":
		return "st"
	case "sainte":
		return "ste"
	case "fort":
		return "ft"
	case "mount":
		return "mt"
	case "n", "no":
		return "north"
	case "s", "so":
		return "south"
	case "e":
		return "east"
	case "w":
		return "west"
	}
	return f
}
