package lexicon

// AlsoShortFor lists the full names of short forms that more than one name has,
// beside the one that PolishBase or EnglishBase gives.
func AlsoShortFor(short string) []string {
	switch short {
	case "bartek", "bartus":
		return []string{"bartosz", "bartlomiej"}
	case "renia":
		return []string{"renata", "teresa", "irena"}
	case "ola", "olka":
		return []string{"aleksandra", "olga"}
	case "olek":
		return []string{"aleksander", "olgierd"}
	case "nata", "natka":
		return []string{"natalia"}
	case "iza":
		return []string{"izabela", "izabella"}
	case "grazka", "grazynka":
		return []string{"grazyna"}
	case "mania", "maja":
		return []string{"maria"}
	case "kazia":
		return []string{"kazimiera"}
	case "radek":
		return []string{"radoslaw", "radomir"}
	case "mietek":
		return []string{"mieczyslaw"}
	case "marcinek":
		return []string{"marcin"}
	case "tosia":
		return []string{"antonina", "wiktoria"}
	case "alex":
		return []string{"alexander", "alexandra", "alexis", "aleksander", "aleksandra"}
	case "chris", "christy", "chrissy":
		return []string{"christopher", "christine", "christina", "christian"}
	case "jon", "jonny":
		return []string{"jonathan", "jon", "john"}
	case "sam", "sammy":
		return []string{"samuel", "samantha"}
	case "pat":
		return []string{"patrick", "patricia"}
	case "steve":
		return []string{"steven", "stephen"}
	case "kate", "katie", "kathy", "cathy", "kit":
		return []string{"katherine", "catherine", "kathleen", "kathryn"}
	case "jack":
		return []string{"john", "jackson"}
	case "jen", "jenny":
		return []string{"jennifer", "jenna"}
	case "ed", "eddie", "ted":
		return []string{"edward", "edwin", "edmund", "theodore"}
	case "bert":
		return []string{"albert", "robert", "herbert", "hubert"}
	case "al":
		return []string{"albert", "alan", "alfred", "alexander"}
	case "ron":
		return []string{"ronald", "aaron"}
	case "gene":
		return []string{"eugene"}
	case "terry":
		return []string{"terence", "theresa", "teresa"}
	case "sandy":
		return []string{"sandra", "alexander", "alexandra"}
	}
	return nil
}
