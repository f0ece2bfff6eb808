package name

import "strings"

// Row is a name as the columns that people read: kind (person, couple, company,
// unparsed), prefix, given, middle, surname, suffix, gender (f, m, unknown) and
// company. Couples have "Jan; Maria" and one surname as written when both bear
// it; their gender and that of firms without an owner is unknown. Of an
// unparsed name every other column is empty.
type Row struct {
	Kind, Prefix, Given, Middle, Surname, Suffix, Gender, Company string
}

// Row gives the columns of a name.
func (n Name) Row() Row {
	if n.Kind == Unknown {
		return Row{Kind: "unparsed"}
	}
	row := Row{Kind: string(n.Kind), Prefix: n.Prefix, Given: n.Given, Middle: n.Middle, Surname: n.Family, Suffix: n.Suffix, Gender: n.Gender, Company: n.Company}
	if n.Kind == Couple {
		row.Given, row.Middle, row.Surname = both(n.Given, n.Given2), both(n.Middle, n.Middle2), both(n.Family, n.Family2)
		if n.Shared != "" {
			row.Surname = recase(n.Shared)
		}
		row.Gender = ""
	}
	if row.Gender == "" {
		row.Gender = "unknown"
	}
	return row
}

func both(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return a + "; " + b
}

// Full is the name of a person or a couple in natural order, the company of a
// firm, "" for none.
func (n Name) Full() string {
	if n.Kind == Company {
		return n.Company
	}
	if n.Kind == Couple {
		if n.Given2 == "" {
			return words(n.Prefix, n.Given, n.Middle, first(n.Shared, n.Family), n.Suffix)
		}
		if n.Shared != "" {
			return words(n.Prefix, n.Given, n.Middle, "&", n.Given2, n.Middle2, recase(n.Shared), n.Suffix)
		}
		p1, p2, _ := strings.Cut(n.Prefix, "; ")
		return words(p1, n.Given, n.Middle, n.Family, "&", p2, n.Given2, n.Middle2, n.Family2, n.Suffix)
	}
	return words(n.Prefix, n.Given, n.Middle, n.Family, n.Suffix)
}

func words(parts ...string) string {
	kept := parts[:0]
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}
