package address

import (
	"strings"

	"kartoteka/pipelines/kernel/address/tagger"
	"kartoteka/pipelines/kernel/fold"
)

// CountryCode reads a country as people write it, a code or a name in English, Polish
// or its own language, and gives its ISO 3166-1 alpha-2 code; "" when it is unknown.
func CountryCode(s string) string { return countryCode(s) }

// countryCode reads a country as people write it: a two- or three-letter code, or
// a name in English, Polish or its own language. Unknown words give "".
func countryCode(s string) string {
	k := fold.Key(s)
	switch k {
	case "pl", "pol", "polska", "poland", "polen", "rp", "rzeczpospolitapolska", "republicofpoland", "pologne":
		return "PL"
	case "us", "usa", "unitedstates", "unitedstatesofamerica", "theunitedstates", "stanyzjednoczone", "america", "vereinigtestaaten":
		return "US"
	case "de", "deu", "ger", "germany", "deutschland", "niemcy", "brd", "allemagne":
		return "DE"
	case "gb", "uk", "gbr", "unitedkingdom", "greatbritain", "england", "scotland", "wales", "northernireland",
		"wielkabrytania", "zjednoczonekrolestwo", "anglia", "szkocja", "walia":
		return "GB"
	case "fr", "fra", "france", "francja", "frankreich":
		return "FR"
	case "nl", "nld", "netherlands", "thenetherlands", "nederland", "holandia", "niderlandy", "holland":
		return "NL"
	case "it", "ita", "italy", "italia", "wlochy", "italien":
		return "IT"
	case "es", "esp", "spain", "espana", "hiszpania", "spanien":
		return "ES"
	case "cz", "cze", "czechrepublic", "czechia", "ceskarepublika", "czechy", "cesko":
		return "CZ"
	case "sk", "svk", "slovakia", "slovensko", "slowacja":
		return "SK"
	case "at", "aut", "austria", "osterreich", "oesterreich":
		return "AT"
	case "ch", "che", "switzerland", "schweiz", "suisse", "svizzera", "szwajcaria":
		return "CH"
	case "be", "bel", "belgium", "belgie", "belgique", "belgia", "belgien":
		return "BE"
	case "dk", "dnk", "denmark", "danmark", "dania":
		return "DK"
	case "se", "swe", "sweden", "sverige", "szwecja":
		return "SE"
	case "no", "nor", "norway", "norge", "norwegia":
		return "NO"
	case "fi", "fin", "finland", "suomi", "finlandia":
		return "FI"
	case "ie", "irl", "ireland", "eire", "irlandia":
		return "IE"
	case "pt", "prt", "portugal", "portugalia":
		return "PT"
	case "lt", "ltu", "lithuania", "lietuva", "litwa":
		return "LT"
	case "lv", "lva", "latvia", "latvija", "lotwa":
		return "LV"
	case "ee", "est", "estonia", "eesti":
		return "EE"
	case "ua", "ukr", "ukraine", "ukraina":
		return "UA"
	case "by", "blr", "belarus", "bialorus":
		return "BY"
	case "ru", "rus", "russia", "rosja", "rossiia", "russianfederation":
		return "RU"
	case "ca", "can", "canada", "kanada":
		return "CA"
	case "au", "aus", "australia":
		return "AU"
	case "nz", "nzl", "newzealand", "nowazelandia":
		return "NZ"
	case "hu", "hun", "hungary", "magyarorszag", "wegry":
		return "HU"
	case "ro", "rou", "romania", "rumunia":
		return "RO"
	case "bg", "bgr", "bulgaria":
		return "BG"
	case "hr", "hrv", "croatia", "hrvatska", "chorwacja":
		return "HR"
	case "si", "svn", "slovenia", "slovenija", "slowenia":
		return "SI"
	case "gr", "grc", "greece", "ellada", "grecja":
		return "GR"
	case "tr", "tur", "turkey", "turkiye", "turcja":
		return "TR"
	case "lu", "lux", "luxembourg", "luksemburg":
		return "LU"
	case "mx", "mex", "mexico", "meksyk":
		return "MX"
	case "br", "bra", "brazil", "brasil", "brazylia":
		return "BR"
	case "jp", "jpn", "japan", "japonia":
		return "JP"
	case "in", "ind", "india", "indie":
		return "IN"
	}
	return ""
}

// countryWord takes a country written at the end of the text, or alone in its
// segment at the beginning, and returns its code; likely is the country that the
// source leads to expect. A two-letter code counts only
// when it stands alone in the last segment and is no state of the United States.
func (w *work) countryWord(given, likely string) string {
	n := len(w.toks)
	for length := min(4, n-1); length >= 1; length-- {
		var b strings.Builder
		for _, t := range w.toks[n-length:] {
			b.WriteString(t.f)
			b.WriteByte(' ')
		}
		words := b.String()
		c := countryCode(words)
		if c == "" || given != "" && c != given || !w.plausibleCountry(n-length, words, c == likely) || likely == "US" && c != "US" && !w.abroad(n-length) {
			continue
		}
		w.take(tagger.Country, n-length, n)
		return c
	}
	if n > 1 && w.toks[1].seg != w.toks[0].seg && len(w.toks[0].f) > 3 {
		if c := countryCode(w.toks[0].f); c != "" && (given == "" || c == given) {
			w.take(tagger.Country, 0, 1)
			return c
		}
	}
	return ""
}

// abroad reports whether the country at token from can be meant among addresses of
// the United States, where towns are called Holland, Peru and Norway and a street
// ends in SE: it stands alone behind two segments at least.
func (w *work) abroad(from int) bool {
	own := w.toks[from].seg != w.toks[from-1].seg
	return own && len(w.toks[from].f) > 2 && w.toks[from].seg-w.toks[0].seg > 1
}

func (w *work) plausibleCountry(from int, words string, likely bool) bool {
	own := w.toks[from].seg != w.toks[from-1].seg
	k := fold.Key(words)
	switch {
	case k == "usa" || k == "uk" || len(k) > 6:
		// "Nowa Polska" and "Old England" are places: a country stands apart or follows a code.
		return own || hasDigit(w.toks[from-1].f) || k != "england" && k != "america"
	case k == "us":
		return own || allDigits(strings.ReplaceAll(w.toks[from-1].f, "-", ""))
	case len(k) == 2 && likely && k != "us" && len(w.toks) > 3 && w.toks[from].seg != w.toks[0].seg:
		return true // "..., 2424 Zurndorf AT"
	case len(k) == 2 && (own || w.toks[from].seg != w.toks[0].seg):
		// "..., 07639 Tautenhain DE"; but "Old Mill Pl", "Dover DE 19901", "Ames IA"
		return (k == "gb" || k == "de" || k == "pl" || own) && k != "no" && k != "si" && (stateCode(k) == "" || k == "de" && w.postcodeBefore(from))
	case len(k) <= 3:
		return false
	}
	return own || hasDigit(w.toks[from-1].f)
}

// postcodeBefore reports five digits that open the segment of token i.
func (w *work) postcodeBefore(i int) bool {
	from, _ := w.segment(i - 1)
	return len(w.toks[from].f) == 5 && allDigits(w.toks[from].f)
}

// namedCountry reads the country that a caller names: as countryCode does, and any
// other code of ISO 3166-1 alpha-2 (XK, Kosovo, included; the territories that are
// states to the mail of the United States are not).
func namedCountry(s string) string {
	if c := countryCode(s); c != "" {
		return c
	}
	if k := strings.ToUpper(fold.ASCII(s)); len(k) == 2 && strings.Contains(isoCountries, " "+k+" ") {
		return k
	}
	return ""
}

const isoCountries = " AD AE AF AG AI AL AM AO AQ AR AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ " +
	"CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF " +
	"GG GH GI GL GM GN GP GQ GR GS GT GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW " +
	"KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL " +
	"NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST " +
	"SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VN VU WF WS XK YE YT ZA ZM ZW "

// guessCountry decides the country: the one given, the one written, the one whose
// postcode shape or street form shows, the default.
func (w *work) guessCountry() string {
	given := namedCountry(w.in.Country)
	likely := given
	if likely == "" {
		likely = namedCountry(w.in.DefaultCountry)
	}
	c := w.countryWord(given, likely)
	if given != "" {
		return given
	}
	if c != "" {
		w.code("country", "from_text")
		return c
	}
	def := namedCountry(w.in.DefaultCountry)
	if w.in.Postcode != "" {
		if c := shapeCountry(fold.ASCII(w.in.Postcode)); c != "" {
			return c
		}
		if zip5(fold.ASCII(w.in.Postcode)) && stateCode(fold.ASCII(w.in.Region)) != "" {
			return "US"
		}
	}
	c = w.textCountry(def)
	if def == "" && (c == "" || w.unsure) {
		if form := w.formCountry(); form != "" {
			c, w.unsure = form, false
		}
	}
	if c != "" {
		return c
	}
	if def == "" && stateCode(fold.ASCII(w.in.Region)) != "" {
		return "US"
	}
	return def
}

// shapeCountry names the country whose postcodes alone look like f.
func shapeCountry(f string) string {
	switch {
	case len(f) == 6 && f[2] == '-' && allDigits(f[:2]) && allDigits(f[3:]):
		return "PL"
	case len(f) == 10 && f[5] == '-' && allDigits(f[:5]) && allDigits(f[6:]):
		return "US"
	case gbPostcode(f) != "":
		return "GB"
	}
	return ""
}

// textCountry reads the country off the words of the text.
func (w *work) textCountry(def string) string {
	n := len(w.toks)
	for i := n - 1; i >= 0; i-- {
		t := w.toks[i]
		if t.used {
			continue
		}
		if hasDigit(t.f) {
			if c := shapeCountry(t.f); c != "" {
				return c
			}
			if i+1 < n && gbPostcode(t.f+" "+w.toks[i+1].f) != "" && len(t.f) <= 4 {
				return "GB"
			}
			if zip5(t.f) && i > 1 && i >= n-2 && w.stateEndsAt(i) {
				return "US"
			}
		}
		if def == "PL" && (germanStreet(t.f) || germanLead(t.f) && i+2 < n && germanArticle(w.toks[i+1].f)) && (len(w.in.Postcode) == 5 && allDigits(w.in.Postcode) || n > 3 && w.germanTail()) {
			return "DE"
		}
		if t.dot() && strings.EqualFold(t.text, t.f+".") && (def != "PL" && t.f == "ul" || def == "" && (t.f == "os" || t.f == "al")) {
			return "PL"
		}
	}
	if def == "US" || n < 3 || !isDigit(w.toks[0].f[0]) && w.toks[0].f != "po" {
		return ""
	}
	if stateCode(w.toks[n-1].f) != "" && len(w.toks[n-1].text) == 2 && def != "DE" {
		return "US"
	}
	if def != "" && def != "PL" && def != "DE" {
		return ""
	}
	// "123 Oak Street ...": a number first and an English street word after it.
	if last := w.toks[n-1].f; def == "" && len(last) == 4 && allDigits(last) {
		return "" // Australia, New Zealand, Denmark ...
	}
	for i, t := range w.toks[1:] {
		if s, strong := w.p.suffix(t.f); strong && (i > 0 || def != "") && len(s) > 0 && len(t.f) > 1 && t.f != "pl" && t.f != "al" && t.seg == w.toks[0].seg {
			if def == "" || zip5(fold.ASCII(w.in.Postcode)) || w.in.Postcode == "" {
				w.unsure = def == "" && w.in.Postcode == ""
				return "US"
			}
		}
	}
	return ""
}

func (w *work) stateEndsAt(i int) bool {
	f := w.toks[i-1].f
	return len(f) == 2 && stateCode(f) != "" || len(f) > 3 && stateCode(f) != "" || i > 2 && stateCode(w.toks[i-2].f+" "+f) != ""
}

// zip5 reports five digits, alone or followed by a hyphen and four digits.
func zip5(f string) bool {
	return len(f) == 5 && allDigits(f) || len(f) == 10 && f[5] == '-' && allDigits(f[:5]) && allDigits(f[6:])
}

// germanStreet tells street words of Germany: Waldstr., Hauptstrasse, Birkenweg.
func germanStreet(f string) bool {
	if len(f) < 6 {
		return f == "weg" || f == "platz" || f == "allee"
	}
	for _, end := range []string{"str", "strasse", "weg", "platz", "gasse", "allee", "bahnhof"} {
		if strings.HasSuffix(f, end) {
			return true
		}
	}
	return false
}

// germanLead and germanArticle tell the beginning of "An der Kirche", "Am Bahnhof".
func germanLead(f string) bool {
	switch f {
	case "an", "am", "auf", "im", "in", "zum", "zur", "unter", "hinter", "vor":
		return true
	}
	return false
}

func germanArticle(f string) bool {
	switch f {
	case "der", "dem", "den", "die", "das":
		return true
	}
	return false
}

// germanTail reports five bare digits in front of a town: "12345 Berlin".
func (w *work) germanTail() bool {
	for i := 1; i+1 < len(w.toks); i++ {
		if f := w.toks[i].f; len(f) == 5 && allDigits(f) && !hasDigit(w.toks[i+1].f) && w.toks[i].seg == w.toks[i+1].seg {
			return true
		}
	}
	return false
}
