package guess

import (
	"fmt"
	"slices"
	"strings"
)

// What becomes of a column.
const (
	Use     = "use"     // it is a canonical field
	Compare = "compare" // it is compared as text
	Keep    = "keep"    // it is carried along
	Key     = "key"     // it names the rows
	LeaveMe = "never"   // it is carried along and must not be compared
)

// Field is what a column holds.
type Field struct {
	Column string
	Role   string
	Field  string // of role Use: the canonical field; several columns may make one
	Why    string
	Filled float64 // share of the sample rows with a value
}

// Guess is what a file holds.
type Guess struct {
	Fields     []Field // one per column, in their order
	Country    string  // ISO code of addresses and numbers that do not say
	CountryWhy string
	MonthFirst bool     // 05/13/1980
	BirthParts []string // columns of year, month and day of birth, when they are three
	Rows       int      // of the sample
}

// Told is what the caller knows.
type Told struct {
	Fields  map[string][]string // canonical field -> columns
	Compare []string            // columns to be compared
	Key     string              // column, "" when not said
	Only    bool                // nothing else is guessed
	Country string
}

// Of guesses the columns of a file.
func Of(columns []Column, told Told) Guess {
	g := guesser{columns: columns, told: told, known: table()}
	for _, c := range columns {
		g.profiles = append(g.profiles, profileOf(c))
	}
	g.fields = make([]Field, len(columns))
	for i, c := range columns {
		g.fields[i] = Field{Column: c.Name, Role: Keep, Why: "no field is known by this name"}
		if n := len(c.Values); n > 0 {
			g.fields[i].Filled = float64(g.profiles[i].filled) / float64(n)
		}
	}
	g.byTold()
	if !told.Only {
		g.byName()
		g.byValue()
		g.birthParts()
		g.oneEach()
		g.addressOrStreet()
		g.bareNumber()
		g.personOrFirm()
		g.wholeNames()
	}
	g.key()
	out := Guess{Fields: g.fields, Country: told.Country, CountryWhy: "as told"}
	if len(columns) > 0 {
		out.Rows = len(columns[0].Values)
	}
	for i := range g.fields {
		if g.fields[i].Field == "birth_date" && g.profiles[i].monthFirst > g.profiles[i].dayFirst {
			out.MonthFirst = true
		}
	}
	for _, i := range g.parts {
		out.BirthParts = append(out.BirthParts, columns[i].Name)
	}
	if out.Country == "" {
		out.Country, out.CountryWhy = g.country()
	}
	return out
}

// Columns lists the columns of a field, in their order.
func (g *Guess) Columns(field string) []string {
	var out []string
	for _, f := range g.Fields {
		if f.Role == Use && f.Field == field {
			out = append(out, f.Column)
		}
	}
	return out
}

// With lists the columns of a role.
func (g *Guess) With(role string) []string {
	var out []string
	for _, f := range g.Fields {
		if f.Role == role {
			out = append(out, f.Column)
		}
	}
	return out
}

type guesser struct {
	columns  []Column
	profiles []profile
	fields   []Field
	told     Told
	known    lookup
	sure     map[int]bool // told by the caller
	exact    map[int]bool // a usual header
	parts    []int        // year, month and day of birth
}

func (g *guesser) set(i int, role, field, why string) {
	g.fields[i].Role, g.fields[i].Field, g.fields[i].Why = role, field, why
}

func (g *guesser) at(name string) int {
	return slices.IndexFunc(g.columns, func(c Column) bool { return c.Name == name })
}

// has tells whether some column is the field.
func (g *guesser) has(field string) bool { return g.find(field) >= 0 }

func (g *guesser) find(field string) int {
	return slices.IndexFunc(g.fields, func(f Field) bool { return f.Role == Use && f.Field == field })
}

func (g *guesser) byTold() {
	g.sure, g.exact = map[int]bool{}, map[int]bool{}
	for field, columns := range g.told.Fields {
		for _, c := range columns {
			if i := g.at(c); i >= 0 {
				g.set(i, Use, field, "as told")
				g.sure[i] = true
			}
		}
	}
	for _, c := range g.told.Compare {
		if i := g.at(c); i >= 0 {
			g.set(i, Compare, "", "as told")
			g.sure[i] = true
		}
	}
	if i := g.at(g.told.Key); i >= 0 && !g.sure[i] {
		g.set(i, Key, "", "names the rows, as told")
		g.sure[i] = true
	}
}

// taken tells whether the caller gave the field himself.
func (g *guesser) taken(field string) bool { return len(g.told.Fields[field]) > 0 }

func (g *guesser) byName() {
	for i, c := range g.columns {
		if g.sure[i] {
			continue
		}
		field, exact := g.known.named(c.Name)
		p := &g.profiles[i]
		switch {
		case field == "":
		case field == never:
			g.set(i, LeaveMe, "", numbersRows)
		case field == oneOf:
			g.set(i, Compare, "", "a number of the person or firm itself")
		case field == trait:
			g.set(i, Compare, "", "describes the person or firm")
		case g.taken(field):
			g.set(i, Keep, "", "the field "+field+" was told otherwise")
		case p.filled == 0:
			g.set(i, Use, field, "by its name; empty in the rows looked at")
			g.exact[i] = false
		case contradicts(field, p):
			g.set(i, Keep, "", "named like "+field+", but its values are something else")
		default:
			g.set(i, Use, field, "by its name")
			g.exact[i] = exact && !g.numberAlone(i)
		}
	}
}

// contradicts tells that hardly any value can be of the field.
func contradicts(field string, p *profile) bool {
	switch field {
	case "email":
		return p.email < .2
	case "phone":
		return p.phone < .2 && p.digits < .2
	case "birth_date":
		return p.date < .1
	case "given_name", "family_name", "middle_name", "name", "company", "city":
		return p.digits > .8 || p.email > .5
	case "gender", "prefix":
		return p.distinct > 40
	}
	return false
}

// byValue looks at the columns whose names say nothing.
func (g *guesser) byValue() {
	for i := range g.columns {
		p := &g.profiles[i]
		if g.sure[i] || g.fields[i].Role != Keep || p.filled < 5 || g.fields[i].Why != "no field is known by this name" && !strings.HasPrefix(g.fields[i].Why, "named like") {
			continue
		}
		field, why := byShape(p)
		if field == "" || g.taken(field) || g.has(field) {
			continue
		}
		g.set(i, Use, field, why)
	}
	g.surname()
}

func byShape(p *profile) (field, why string) {
	percent := func(share float64, what string) string {
		return fmt.Sprintf("%.0f %% of its values are %s", 100*share, what)
	}
	switch {
	case p.email > .8:
		return "email", percent(p.email, "e-mail addresses")
	case p.birth > .8 && p.distinct*10 > p.filled:
		return "birth_date", percent(p.birth, "days on which people are born")
	case p.postcode > .8:
		return "postcode", percent(p.postcode, "postcodes")
	case p.phone > .8 && p.date < .2 && p.distinct*2 > p.filled && p.digits < .95:
		return "phone", percent(p.phone, "telephone numbers")
	case p.given > .6 && p.letters > .9 && p.words < 1.5:
		return "given_name", percent(p.given, "given names")
	case p.given > .6 && p.letters > .8 && p.words >= 1.5 && p.words < 4:
		return "name", percent(p.given, "words with a given name")
	}
	return "", ""
}

// surname takes the column of single words beside one of given names.
func (g *guesser) surname() {
	if !g.has("given_name") || g.has("family_name") || g.taken("family_name") {
		return
	}
	best, given := -1, g.profiles[g.find("given_name")].distinct
	for i := range g.columns {
		p := &g.profiles[i]
		if !g.sure[i] && g.fields[i].Role == Keep && p.letters > .9 && p.words < 1.6 && 2*p.distinct >= given && (best < 0 || p.distinct > g.profiles[best].distinct) {
			best = i
		}
	}
	if best >= 0 {
		g.set(best, Use, "family_name", "one word a row beside given names")
	}
}
