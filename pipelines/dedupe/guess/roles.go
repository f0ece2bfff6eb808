package guess

// birthParts puts a day of birth in three columns together; a year alone is
// compared.
func (g *guesser) birthParts() {
	y, m, d := g.find(birthYear), g.find(birthMonth), g.find(birthDay)
	whole := g.has("birth_date")
	for _, i := range []int{y, m, d} {
		switch {
		case i < 0:
		case whole:
			g.set(i, Keep, "", "a part of the day of birth, which stands in a column of its own")
		case y >= 0 && m >= 0 && d >= 0:
			g.set(i, Use, "birth_date", "a part of the day of birth")
		default:
			g.set(i, Compare, "", "a part of the day of birth")
		}
	}
	// year first, then month, then day
	if !whole && y >= 0 && m >= 0 && d >= 0 {
		g.parts = []int{y, m, d}
	}
}

// oneEach keeps one column per field: a usual header before others, then the
// fullest, then the first.
func (g *guesser) oneEach() {
	best := map[string]int{}
	better := func(i, j int) bool {
		if g.sure[i] != g.sure[j] {
			return g.sure[i]
		}
		if g.exact[i] != g.exact[j] {
			return g.exact[i]
		}
		return g.profiles[i].filled > g.profiles[j].filled
	}
	for i, f := range g.fields {
		if f.Role != Use || g.isPart(i) {
			continue
		}
		if j, ok := best[f.Field]; !ok || better(i, j) {
			best[f.Field] = i
		}
	}
	for i, f := range g.fields {
		if j, ok := best[f.Field]; f.Role == Use && ok && j != i && !(g.sure[i] && g.sure[j]) && !g.isPart(i) {
			if g.numberAlone(i) {
				g.set(i, LeaveMe, "", numbersRows)
				continue
			}
			g.set(i, Keep, "", "a second "+f.Field+": "+g.columns[j].Name+" is taken")
		}
	}
}

func (g *guesser) isPart(i int) bool {
	for _, p := range g.parts {
		if p == i {
			return true
		}
	}
	return false
}

// addressOrStreet: an address column beside a town or a postcode is the line with
// the street; a street column without either, and with several words and
// numbers, is a whole address.
func (g *guesser) addressOrStreet() {
	beside := g.has("city") || g.has("postcode") || g.has("house_number")
	a := g.find("address")
	switch {
	case a < 0 || g.sure[a] || !beside:
	case g.has("street"):
		g.set(a, Keep, "", "the address stands in columns of its own")
	default:
		g.set(a, Use, "street", "an address column beside a town or postcode")
	}
}

// bareNumber: a column that is called number and nothing else is a house number
// beside a street, and numbers rows elsewhere.
func (g *guesser) bareNumber() {
	i := g.find("house_number")
	if i < 0 || g.sure[i] || g.has("street") || g.has("address") {
		return
	}
	if g.numberAlone(i) {
		g.set(i, LeaveMe, "", numbersRows)
	}
}

const numbersRows = "numbers rows or names the answer: never compared"

// numberAlone tells that a column is called number and nothing else.
func (g *guesser) numberAlone(i int) bool {
	w := words(g.columns[i].Name)
	return len(w) == 1 && numbers(w[0])
}

// personOrFirm: a name that is hardly ever a person's is a firm's.
func (g *guesser) personOrFirm() {
	i := g.find("name")
	if i < 0 || g.sure[i] || g.has("company") || g.has("given_name") || g.has("family_name") || g.has("birth_date") || g.has("gender") {
		return
	}
	if p := &g.profiles[i]; p.given < .35 && (p.company > .1 || p.given < .12) {
		g.set(i, Use, "company", "names, and hardly ever a person's")
	}
}

// wholeNames: beside columns of given name and surname the whole name says
// nothing new.
func (g *guesser) wholeNames() {
	if i := g.find("name"); i >= 0 && !g.sure[i] && g.has("given_name") && g.has("family_name") {
		g.set(i, Keep, "", "given name and surname stand in columns of their own")
	}
}

// key takes the column that names the rows: the one told, else the first that
// numbers rows and never repeats.
func (g *guesser) key() {
	if g.told.Key != "" {
		return
	}
	for i, f := range g.fields {
		if f.Role == LeaveMe && g.profiles[i].unique() && g.profiles[i].filled == g.profiles[i].rows {
			g.set(i, Key, "", "numbers the rows and never repeats")
			return
		}
	}
}
