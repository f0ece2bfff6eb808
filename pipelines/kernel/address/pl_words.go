package address

// plType gives the canonical short form of a Polish street type, or "". abbr says
// that the word is an abbreviation, which cannot be a name itself.
func plType(f string) (canon string, abbr bool) {
	switch f {
	case "ul", "u", "il", "str":
		return "ul.", true
	case "ulica", "ulicy":
		return "ul.", false
	case "al":
		return "al.", true
	case "aleja", "aleje", "alei":
		return "al.", false
	case "os", "osied", "osiedl":
		return "os.", true
	case "osiedle", "osiedlu":
		return "os.", false
	case "pl", "plc":
		return "pl.", true
	case "plac", "placu":
		return "pl.", false
	case "rondo":
		return "rondo", false
	case "skwer":
		return "skwer", false
	case "bulwar", "bulwary", "bulw":
		return "bulwar", f == "bulw"
	case "rynek":
		return "rynek", false
	case "szosa":
		return "szosa", false
	case "wybrzeze", "wyb":
		return "wybrzeże", f == "wyb"
	case "droga":
		return "droga", false
	case "trakt":
		return "trakt", false
	case "pasaz":
		return "pasaż", false
	}
	return "", false
}

// plTitle normalises a title before a person's name to its abbreviation, or "".
func plTitle(f string) string {
	switch f {
	case "gen", "general", "generala", "gener":
		return "gen"
	case "ks", "ksiadz", "ksiedza":
		return "ks"
	case "kss", "ksiecia", "ksiaze":
		return "ksiecia"
	case "sw", "swietego", "swietej", "swiety", "swieta":
		return "sw"
	case "dr", "doktora", "doktor":
		return "dr"
	case "prof", "profesora", "profesor":
		return "prof"
	case "plk", "pulkownika", "pulk":
		return "plk"
	case "ppk", "podpulkownika", "pplk":
		return "pplk"
	case "mjr", "majora", "major":
		return "mjr"
	case "kpt", "kapitana", "kapitan":
		return "kpt"
	case "por", "porucznika":
		return "por"
	case "ppor", "podporucznika":
		return "ppor"
	case "rtm", "rotmistrza":
		return "rtm"
	case "marsz", "marszalka", "marszalek":
		return "marsz"
	case "kard", "kardynala", "kardynal":
		return "kard"
	case "bp", "bpa", "biskupa":
		return "bp"
	case "abp", "abpa", "arcybiskupa":
		return "abp"
	case "hr", "hrabiego":
		return "hr"
	case "inz", "inzyniera":
		return "inz"
	case "adm", "admirala":
		return "adm"
	case "bl", "blogoslawionego", "blogoslawionej":
		return "bl"
	case "boh", "bohaterow":
		return "bohaterow"
	case "krol", "krola":
		return "krola"
	case "marii", "m":
		return ""
	}
	return ""
}

// plUnitWord gives the canonical designator of a flat or premises, or "".
func plUnitWord(f string) string {
	switch f {
	case "m", "mieszkanie", "mieszk", "miesz", "mie", "mkn", "mieszkania", "msz", "mk", "flat":
		return "m."
	case "lok", "lokal", "l", "lokalu", "lokalowy", "loc", "lu":
		return "lok."
	case "apt", "ap", "apartament", "apart", "app", "apartment", "#", "suite", "ste", "unit":
		return "apt"
	case "pok", "pokoj", "room":
		return "pok."
	case "biuro", "biura", "office":
		return "biuro"
	case "box", "boks":
		return "box"
	}
	return ""
}

// plKeptUnit tells premises whose word stays with the number: hala 3.
func plKeptUnit(f string) bool {
	switch f {
	case "hala", "pawilon", "paw", "stoisko", "stois", "garaz", "magazyn", "sala", "kiosk", "straganu", "stragan":
		return true
	}
	return false
}

// plDateWord tells the words that follow the number of a street named after a day
// or a unit: 3 Maja, 72 Pułku Piechoty, 1000 lecia.
func plDateWord(f string) bool {
	switch f {
	case "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "wrzesnia",
		"pazdziernika", "listopada", "grudnia", "pulku", "dywizji", "armii", "batalionu", "brygady", "lecia",
		"korpusu", "dywizjonu", "eskadry", "zwirki", "praskiego", "pp", "ulanow", "pomorskiego":
		return true
	}
	return false
}

// plShortCity expands the usual abbreviations of town names, or gives "".
func plShortCity(f string) string {
	switch f {
	case "w-wa", "wwa", "wawa", "wa-wa", "warsaw", "w wa", "warszwa":
		if f == "warsaw" || f == "warszwa" {
			return ""
		}
		return "Warszawa"
	case "bdg", "bydg":
		return "Bydgoszcz"
	case "gda", "gdn":
		return "Gdańsk"
	case "krk", "kr-ow":
		return "Kraków"
	case "wro", "wroc", "wr-w":
		return "Wrocław"
	case "poz", "pzn", "p-n":
		return "Poznań"
	case "b-b":
		return "Bielsko-Biała"
	case "k-ce", "kce":
		return "Katowice"
	case "cz-wa", "czewa":
		return "Częstochowa"
	case "j-bie", "jastrzebie-zdr":
		return "Jastrzębie-Zdrój"
	case "lodz 1":
		return "Łódź"
	}
	return ""
}

// plBigCity tells towns that are written together with a district: Katowice-Ligota.
func plBigCity(f string) bool {
	switch f {
	case "warszawa", "krakow", "lodz", "wroclaw", "poznan", "gdansk", "szczecin", "bydgoszcz", "lublin", "katowice",
		"bialystok", "gdynia", "czestochowa", "radom", "sosnowiec", "torun", "kielce", "gliwice", "zabrze", "bytom",
		"olsztyn", "rzeszow", "rybnik", "tychy", "opole", "elblag", "plock", "walbrzych", "chorzow", "tarnow", "sopot",
		"bielskobiala", "zielonagora", "rudaslaska", "gorzowwielkopolski", "dabrowagornicza", "koszalin", "legnica", "jaworzno", "slupsk",
		"nowysacz", "jeleniagora", "kalisz", "grudziadz", "siedlce", "myslowice", "jastrzebiezdroj", "wloclawek", "piekaryslaskie", "swidnica":
		return true
	}
	return false
}
