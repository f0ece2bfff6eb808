package lexicon

// How sure a word is a title when it stands in front of a name.
const (
	Always  byte = 's' // dr, ks, mgr
	Dotted  byte = 'd' // with a point, or before further titles: p., st., gen.
	AsWord  byte = 'w' // an ordinary word: only before a given name and a surname
	Joining byte = 'j' // only between or behind titles: hab, rez, and
)

// Title reports the words that stand before a name, with the gender that they
// tell (m, f, or 0) and how sure they are.
func Title(key string) (gender, sure byte) {
	switch key {
	case "pan", "panie", "mr", "mister", "sir", "herr", "ks", "ksiadz", "szanowny", "rabin", "senor", "monsieur", "abp", "kard", "xdz", "x.dz", "wielebny", "hrabia", "herrn", "signor", "messrs", "don.":
		return 'm', Always
	case "pani", "mrs", "ms", "miss", "madam", "madame", "mme", "mlle", "frau", "siostra", "dame", "senora", "sra", "srta", "senorita", "szanowna", "signora", "hrabina", "fraulein", "panna", "sr.ma":
		return 'f', Always
	case "dr", "drs", "doktor", "doctor", "prof", "professor", "profesor", "mgr", "inz", "lek", "mec", "adw", "mx", "sz", "szan", "panstwo", "szanowni", "radca", "notariusz", "adwokat", "mecenas", "docent",
		"plk", "pplk", "mjr", "kpt", "ppor", "podinsp", "nadkom", "nadinsp", "podkom", "asp", "sierz", "kmdr", "kadm", "wadm", "chor", "plut", "kpr", "dypl.-ing", "dipl.-ing", "ing", "sgt", "capt", "lt", "cpl", "cmdr", "cdr", "maj", "rev", "revd", "reverend", "hon", "honorable",
		"dr.h.c", "h.c", "dr-inz", "dr.-ing", "mgr.inz", "mgr-inz", "dr.inz", "dr.hab", "prof.dr", "lek.med", "lek.wet", "lek.dent", "lek.stom", "r.pr", "adj", "ph.dr", "phdr", "mudr", "judr", "s.p", "swp", "w.p", "sz.p", "sz.pan", "sz.pani", "szp", "j.e", "jm", "ltc", "ltcol", "wo", "ssgt", "msgt", "pfc", "pvt", "dipl", "atty", "sen.", "rep.", "gov", "supt", "ven", "msgr", "mons", "dyr", "inspektor", "kierownik", "prezes", "burmistrz", "wojt", "starosta", "dyrektor", "posel", "europosel", "minister", "senatorka", "aplikant", "apl", "prok", "prokurator", "sedzia", "ssa", "ssr", "sso", "pulkownik", "podpulkownik", "kapitan", "porucznik", "major.", "mlodszy.", "ordynator", "redaktor", "technik", "tech", "magister", "inzynier", "lekarz", "komornik", "rzecznik", "dzielnicowy", "soltys.", "dh", "druh", "druhna", "hm", "phm":
		switch key {
		case "druh":
			return 'm', Always
		case "druhna":
			return 'f', Always
		case "dyrektor", "prezes", "kierownik", "technik", "lekarz", "minister", "inspektor", "starosta", "komornik", "rzecznik", "burmistrz", "wojt", "senatorka", "tech", "gov", "ven", "adj", "maj", "ing", "hm", "wo", "magister":
			return 0, AsWord
		}
		return 0, Always
	case "o", "br", "fr", "hr", "bp", "ojciec", "brat", "father", "brother", "lord", "biskup", "arcybiskup", "kardynal", "pralat", "proboszcz", "imam", "rabbi", "monsignor", "deacon", "friar", "prob", "pral", "dziek", "wik", "diakon", "dk", "kan", "dom", "squire", "baron", "count", "duke", "earl", "prince", "king", "congressman", "assemblyman", "councilman", "alderman", "pastor", "elder", "bishop", "archbishop", "cardinal", "pope", "kanonik", "wikary", "opat", "przeor":
		switch key {
		case "o", "br", "fr", "hr", "bp", "prob", "wik", "dk", "kan", "pral", "dziek":
			return 'm', Dotted
		case "pastor", "elder", "bishop", "archbishop", "deacon", "rabbi":
			return 0, AsWord
		}
		return 'm', AsWord
	case "s", "sr", "sister", "lady", "mother", "matka", "congresswoman", "councilwoman", "baroness", "countess", "duchess", "princess", "queen", "przeorysza", "abbess":
		switch key {
		case "s":
			return 'f', Dotted
		case "sr": // a sister or a Señor
			return 0, Dotted
		}
		return 'f', AsWord
	case "p", "pp", "wp", "sp", "por", "gen", "st", "ml", "insp", "red", "doc", "lic", "mag", "adm", "col", "bryg", "ogn", "szer", "mar", "pr", "arch", "hab", "med", "vet", "wet", "pres", "sec", "amb", "sen", "rep", "insp-l", "mat", "bosm", "sekc", "rtm", "kol", "pil", "kdr", "nac", "r", "sw", "swietej", "pamieci", "dypl":
		return 0, Dotted
	case "general", "admiral", "colonel", "lieutenant", "captain", "major", "sergeant", "corporal", "private", "judge", "justice", "senator", "representative", "governor", "mayor", "ambassador", "president", "secretary", "chief", "officer", "sheriff", "coach", "attorney", "dean", "principal", "chancellor", "commander", "commissioner", "marshal", "detective", "nurse", "state", "counsellor", "the", "podporucznik", "sierzant", "aspirant", "komisarz", "nadkomisarz", "generał", "doktorzy", "rektor", "dziekan", "rotmistrz", "chorazy", "marszalek", "wojewoda", "radny", "radna", "wicestarosta", "superintendent", "right", "very", "honourable":
		return 0, AsWord
	case "n", "hum", "nauk", "ekon", "tech-n", "przyr", "techn", "roln", "praw", "farm", "fiz", "chem", "biol", "teol", "zwycz", "zw", "nadzw", "em", "emer", "emerytowany", "uczelni", "stom", "dent", "spec", "rez", "ret", "rezerwy", "dyw", "broni", "brygady", "dywizji", "wojsk", "szt", "sztab", "spocz", "w", "w.st.spocz", "gm", "wspanialy", "c", "h", "pil-l", "lek-l", "nat", "phil", "jur", "oec", "rer", "habil", "pracy", "sztuki", "zdr", "publ", "inform", "nm", "kmdt", "mult", "univ", "n.med", "n.hum", "n.tech", "n.praw", "n.ekon", "n.farm", "st.spocz", "us", "usc":
		return 0, Joining
	}
	return 0, 0
}

// Suffix reports the words that stand behind a name, points and brackets left
// out: a generation ('g'), a degree, profession or order ('d'), 'a' a degree
// whose letters may be initials as well, 'w' a word of a profession.
func Suffix(key string) byte {
	switch key {
	case "jr", "sr", "jnr", "snr", "jun", "sen", "junr", "senr", "junior", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th", "5th", "mlodszy", "starszy", "mlodsza", "starsza":
		return 'g'
	case "v", "vi", "vii", "viii", "ml", "st":
		return 'r'
	case "phd", "md", "mba", "esq", "esquire", "rn", "bsn", "msn", "dnp", "dds", "dmd", "dvm", "dpm", "edd", "psyd", "pharmd", "dpt", "jd", "llm", "llb", "msc", "bsc", "meng", "beng", "mphil", "dphil", "mfa", "bfa", "mph", "msw", "lcsw", "lpn", "crna", "aprn", "fnp", "usn", "usaf", "usmc", "usa", "uscg", "usnr", "usmcr", "usar", "rcaf",
		"ret", "retired", "pe", "cfa", "cpa", "cma", "cfp", "clu", "chfc", "cpcu", "obe", "mbe", "cbe", "kbe", "dbe", "frcs", "facs", "facp", "faia", "aia", "asla", "riba", "pmp", "mbbs", "frcp", "frs", "qc", "kc", "mep", "csc", "csp", "ofm", "ofmcap", "osb", "ocd", "omi", "sdb", "cssr", "svd", "osu", "msf", "sds", "cm-l", "gri", "crs", "ssm", "ndsm", "mrcp", "mrcs", "mrcgp", "dsc", "dlitt", "litt", "thd", "dmin", "mdiv", "mtheol", "medu", "bed", "lmft", "lmhc", "ccp", "cissp", "cpp", "rpa", "crnp", "emt", "rdh", "rph", "od", "sj", "op", "nsj", "emba", "llp-l", "mim", "mcs", "msce", "bcom", "bbus", "fca", "aca", "acca", "frics", "mrics", "ceng", "habil":
		return 'd'
	case "ma", "ba", "bs", "ms", "do", "dc", "np", "pa", "pac", "pa-c", "mp", "jp", "be", "dd", "ed", "ot", "pt", "rt", "mm", "sc", "ssc", "am", "ab", "bl", "mt", "im", "med":
		return 'a'
	case "attorney", "trustee", "realtor", "executor", "trustees", "ttee", "ttees", "deceased", "broker", "agent", "emeritus", "emerita", "decd", "dec'd":
		return 'w'
	}
	return 0
}
