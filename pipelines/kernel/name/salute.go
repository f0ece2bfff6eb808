package name

import "strings"

// Style says how a letter addresses people.
type Style struct {
	// Language is pl or en.
	Language string
	// Vocative puts Polish given names into the vocative: Panie Janie.
	Vocative bool
	// Given addresses by the given name where there is one: Szanowna Pani Anno,
	// Dear Anna. Without it Polish letters name the surname's bearer as Pan or
	// Pani alone, English ones by title and surname.
	Given bool
}

// Salutation gives the opening line of a letter: "Szanowna Pani Anno,",
// "Szanowny Panie Janie,", "Szanowni Państwo,", "Dear Ms Smith,", "Dear Alex
// Smith,". Whose gender is not known is never guessed: Polish letters say
// "Szanowni Państwo,", English ones the whole name. Couples, firms without an
// owner and nameless addressees get the form of several people.
func (n Name) Salutation(s Style) string {
	if s.Language == "pl" {
		return n.polish(s) + ","
	}
	return n.english(s) + ","
}

func (n Name) polish(s Style) string {
	if n.Kind == Couple || n.Gender == "" || n.Kind == Unknown {
		return "Szanowni Państwo"
	}
	title := polishForm(n.Prefix, n.Gender)
	if title == "" && s.Given && len(n.Given) > 2 && !strings.HasSuffix(n.Given, ".") {
		given := n.Given
		if s.Vocative {
			given = Vocative(given, n.Gender)
		}
		title = given
	}
	opening := "Szanowny Panie"
	if n.Gender == "f" {
		opening = "Szanowna Pani"
	}
	if clergy := clergyForm(n.Prefix); clergy != "" {
		return clergy
	}
	if title == "" {
		return opening
	}
	return opening + " " + title
}

// polishForm is the address by title that custom puts above the given name.
func polishForm(prefix, gender string) string {
	form := ""
	for _, word := range strings.Fields(prefix) {
		switch keyOf(word) {
		case "prof", "profesor":
			if gender == "f" {
				return "Profesor"
			}
			return "Profesorze"
		case "dr", "doktor", "lek":
			if form = "Doktorze"; gender == "f" {
				form = "Doktor"
			}
		case "mec", "mecenas", "adw", "adwokat", "r.pr":
			if form = "Mecenasie"; gender == "f" {
				form = "Mecenas"
			}
		case "gen", "plk", "pplk", "mjr", "kpt":
			if form = polishRank(keyOf(word)); gender == "f" {
				form = ""
			}
		}
	}
	return form
}

func polishRank(key string) string {
	switch key {
	case "gen":
		return "Generale"
	case "plk", "pplk":
		return "Pułkowniku"
	case "mjr":
		return "Majorze"
	}
	return "Kapitanie"
}

// clergyForm is the address of priests and nuns, who are no Pan and no Pani.
func clergyForm(prefix string) string {
	for _, word := range strings.Fields(prefix) {
		switch key := keyOf(word); key {
		case "ks", "ksiadz":
			return "Czcigodny Księże"
		case "bp", "abp", "biskup", "arcybiskup":
			return "Ekscelencjo"
		case "kard", "kardynal":
			return "Eminencjo"
		case "o", "ojciec":
			return "Czcigodny Ojcze"
		case "s", "siostra":
			return "Czcigodna Siostro"
		case "br", "brat":
			return "Czcigodny Bracie"
		}
	}
	return ""
}

func (n Name) english(s Style) string {
	switch {
	case n.Kind == Unknown, n.Kind == Company && n.Family == "":
		return "Dear Sir or Madam"
	case n.Kind == Couple:
		return "Dear " + n.englishCouple(s)
	case s.Given && len(n.Given) > 2 && !strings.HasSuffix(n.Given, "."):
		return "Dear " + n.Given
	case n.Family == "":
		return "Dear " + n.Given
	}
	title := englishTitle(n.Prefix, n.Gender)
	if title == "" {
		return "Dear " + words(n.Given, n.Family)
	}
	return "Dear " + title + " " + n.Family
}

func (n Name) englishCouple(s Style) string {
	if s.Given && n.Given != "" && n.Given2 != "" {
		return n.Given + " and " + n.Given2
	}
	p1, p2, _ := strings.Cut(n.Prefix, "; ")
	for _, word := range []string{" and ", " & ", " i ", " und "} {
		if joined, second, found := strings.Cut(n.Prefix, word); found {
			p1, p2 = joined, second
		}
	}
	a, b := englishTitle(p1, n.Gender), englishTitle(p2, n.Gender2)
	shared := n.Shared != "" || n.Family2 == "" || n.Family == n.Family2
	switch {
	case shared && a != "" && b != "":
		if b == "Ms" && a == "Mr" {
			b = "Mrs"
		}
		return a + " and " + b + " " + first(n.Family, n.Family2)
	case shared:
		return strings.TrimPrefix(words(joinAnd(n.Given, n.Given2), first(n.Shared, n.Family)), "and ")
	case a != "" && b != "":
		return a + " " + n.Family + " and " + b + " " + n.Family2
	}
	return words(n.Given, n.Family) + " and " + words(n.Given2, n.Family2)
}

func joinAnd(a, b string) string {
	switch {
	case a == "":
		return b
	case b == "":
		return a
	}
	return a + " and " + b
}

// englishTitle is the form of address before a surname: the own one, or Mr and
// Ms by gender, "" for neither.
func englishTitle(prefix, gender string) string {
	form := ""
	for _, word := range strings.Fields(prefix) {
		switch key := keyOf(word); key {
		case "prof", "professor", "profesor":
			return "Professor"
		case "dr", "doctor", "doktor":
			return "Dr"
		case "rev", "reverend", "ks":
			return "Reverend"
		case "father", "fr", "o":
			return "Father"
		case "sister", "s", "siostra":
			return "Sister"
		case "judge":
			return "Judge"
		case "mrs":
			form = "Mrs"
		case "miss":
			form = "Miss"
		case "mx":
			form = "Mx"
		}
	}
	switch {
	case form != "":
		return form
	case gender == "m":
		return "Mr"
	case gender == "f":
		return "Ms"
	}
	return ""
}
