package address

import "strings"

// usSuffix is a street suffix: its Publication 28 abbreviation, and whether the
// word is rarely part of a street's or city's own name.
type usSuffix struct {
	canon  string
	strong bool
}

// strongSuffixes and weakSuffixes follow USPS Publication 28, appendix C1: first the
// standard abbreviation, then its other spellings.
const strongSuffixes = `
st street str strt|ave avenue av aven avenu avn avnue|rd road|dr drive driv drv|ln lane|blvd boulevard boul boulv bvd
ct court crt|pl place|ter terrace terr|cir circle circ circl crcl crcle|pkwy parkway parkwy pky pkway|hwy highway highwy hiway hiwy hway
way wy|trl trail trails trls|plz plaza plza|loop loops|aly alley allee ally|sq square sqr sqre squ|expy expressway exp expr express expw
cres crescent crsent crsnt|pike pikes|tpke turnpike trnpk turnpk|cts courts|rds roads|drs drives|sts streets|aves avenues|mnr manor|xing crossing crssng
trce trace traces|tpke trpk|fwy freeway freewy frway frwy|byp bypass bypa bypas byps|cswy causeway causwa|ctr center cent centr centre cnter cntr
cor corner|cors corners|mall|row|run|walk walks|trwy throughway|path paths|pass|spur|est estate|ests estates|psge passage|skwy skyway|rte route`

const weakSuffixes = `
anx annex anex annx|arc arcade|bch beach|bnd bend|blf bluff bluf|blfs bluffs|btm bottom bot bottm|br branch brnch|brg bridge brdge|brk brook|brks brooks
bg burg|bgs burgs|cp camp cmp|cyn canyon canyn cnyn|cpe cape|clf cliff|clfs cliffs|clb club|cmn common|cmns commons|crse course|cv cove|cvs coves|crk creek
crst crest|xrd crossroad|curv curve|dl dale|dm dam|dv divide div dvd|ext extension extn extnsn|exts extensions|fall|fls falls|fry ferry frry|fld field|flds fields
flt flat|flts flats|frd ford|frds fords|frst forest forests|frg forge forg|frgs forges|frk fork|frks forks|ft fort frt|gdn garden gardn grden grdn|gdns gardens grdns
gtwy gateway gatewy gatway gtway|gln glen|glns glens|grn green|grns greens|grv grove grov|grvs groves|hbr harbor harb harbr hrbor|hbrs harbors|hvn haven
hts heights ht|hl hill|hls hills|holw hollow hllw hollows holws|inlt inlet|is island islnd|iss islands islnds|isle isles|jct junction jction jctn junctn juncton
jcts junctions jctns|ky key|kys keys|knl knoll knol|knls knolls|lk lake|lks lakes|land|lndg landing lndng|lgt light|lgts lights|lf loaf|lck lock|lcks locks
ldg lodge ldge lodg|mdw meadow|mdws meadows medows|mews|ml mill|mls mills|msn mission missn mssn|mtwy motorway|mt mount mnt|mtn mountain mntain mntn mountin mtin
mtns mountains mntns|nck neck|orch orchard orchrd|oval ovl|opas overpass|park prk|parks|pne pine|pnes pines|pln plain|plns plains|pt point|pts points
prt port|prts ports|pr prairie prr|radl radial rad radiel|ramp|rnch ranch ranches rnchs|rpd rapid|rpds rapids|rst rest|rdg ridge rdge|rdgs ridges|riv river rvr rivr
shl shoal|shls shoals|shr shore shoar|shrs shores shoars|spg spring spng sprng|spgs springs spngs sprngs|sta station statn stn|stra stravenue strav
strm stream streme|smt summit sumit sumitt|trak track tracks trk trks|trfy trafficway|tunl tunnel tunel tunls tunnels|un union|uns unions|vly valley vally vlly
vlys valleys|via viaduct vdct viadct|vw view|vws views|vlg village vill villag villg|vlgs villages|vl ville|vis vista vist vst vsta|wl well|wls wells|gate|chase|cv cv`

func suffixTable() map[string]usSuffix {
	m := make(map[string]usSuffix, 700)
	for _, part := range []struct {
		text   string
		strong bool
	}{{weakSuffixes, false}, {strongSuffixes, true}} {
		for _, group := range strings.FieldsFunc(part.text, func(r rune) bool { return r == '|' || r == '\n' }) {
			words := strings.Fields(group)
			for _, word := range words {
				m[word] = usSuffix{strings.ToUpper(words[0]), part.strong}
			}
		}
	}
	m["trpk"] = usSuffix{"TPKE", true}
	return m
}

// suffix gives the standard abbreviation of a street suffix, or "".
func (p *Parser) suffix(f string) (canon string, strong bool) {
	s := p.suffixes[f]
	return s.canon, s.strong
}

// direction gives the abbreviation of a directional word, or "".
func direction(f string) string {
	switch f {
	case "n", "north", "no", "nth":
		return "N"
	case "s", "south", "so", "sth":
		return "S"
	case "e", "east":
		return "E"
	case "w", "west":
		return "W"
	case "ne", "northeast", "n.e":
		return "NE"
	case "nw", "northwest", "n.w":
		return "NW"
	case "se", "southeast", "s.e":
		return "SE"
	case "sw", "southwest", "s.w":
		return "SW"
	}
	return ""
}

// usUnit gives the Publication 28 abbreviation of a secondary unit designator, or "".
func usUnit(f string) string {
	switch f {
	case "apt", "apartment", "apmt", "aptmt", "apts", "apartments", "appt", "flat":
		return "APT"
	case "ste", "suite", "suit", "suites":
		return "STE"
	case "unit", "unt", "units", "condo", "condominium":
		return "UNIT"
	case "bldg", "building", "bld", "bldng", "blg":
		return "BLDG"
	case "fl", "floor", "flr":
		return "FL"
	case "rm", "room":
		return "RM"
	case "spc", "space", "spce":
		return "SPC"
	case "trlr", "trailer":
		return "TRLR"
	case "lot":
		return "LOT"
	case "dept", "department":
		return "DEPT"
	case "slip":
		return "SLIP"
	case "hngr", "hangar", "hanger":
		return "HNGR"
	case "pmb":
		return "PMB"
	case "stop", "key", "pier":
		return strings.ToUpper(f)
	case "ofc", "office":
		return "OFC"
	case "ph", "penthouse":
		return "PH"
	}
	return unitAlone(f)
}

// unitAlone gives the designators that need no identifier.
func unitAlone(f string) string {
	switch f {
	case "rear":
		return "REAR"
	case "bsmt", "basement":
		return "BSMT"
	case "lowr", "lower":
		return "LOWR"
	case "uppr", "upper":
		return "UPPR"
	case "frnt", "front":
		return "FRNT"
	case "lbby", "lobby":
		return "LBBY"
	case "side":
		return "SIDE"
	}
	return ""
}

// stateCode gives the two letters of a state, territory or military region written
// as a code or in full, or "". f is folded.
func stateCode(f string) string {
	if len(f) == 2 {
		const codes = "al ak az ar ca co ct de dc fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy pr vi gu as mp aa ae ap fm mh pw"
		if strings.Contains(codes, f) && isLetter(f[0]) && isLetter(f[1]) {
			return strings.ToUpper(f)
		}
		return ""
	}
	switch f {
	case "n.j":
		return "NJ"
	case "n.y":
		return "NY"
	case "alabama", "ala":
		return "AL"
	case "alaska":
		return "AK"
	case "arizona", "ariz":
		return "AZ"
	case "arkansas", "ark":
		return "AR"
	case "california", "calif", "cal":
		return "CA"
	case "colorado", "colo":
		return "CO"
	case "connecticut", "conn":
		return "CT"
	case "delaware":
		return "DE"
	case "district of columbia", "d.c":
		return "DC"
	case "florida", "fla":
		return "FL"
	case "georgia":
		return "GA"
	case "hawaii":
		return "HI"
	case "idaho":
		return "ID"
	case "illinois", "ill":
		return "IL"
	case "indiana", "ind":
		return "IN"
	case "iowa":
		return "IA"
	case "kansas", "kans", "kan":
		return "KS"
	case "kentucky":
		return "KY"
	case "louisiana":
		return "LA"
	case "maine":
		return "ME"
	case "maryland":
		return "MD"
	case "massachusetts", "mass":
		return "MA"
	case "michigan", "mich":
		return "MI"
	case "minnesota", "minn":
		return "MN"
	case "mississippi", "miss":
		return "MS"
	case "missouri":
		return "MO"
	case "montana", "mont":
		return "MT"
	case "nebraska", "nebr", "neb":
		return "NE"
	case "nevada", "nev":
		return "NV"
	case "new hampshire":
		return "NH"
	case "new jersey":
		return "NJ"
	case "new mexico":
		return "NM"
	case "new york":
		return "NY"
	case "north carolina":
		return "NC"
	case "north dakota":
		return "ND"
	case "ohio":
		return "OH"
	case "oklahoma", "okla":
		return "OK"
	case "oregon", "ore":
		return "OR"
	case "pennsylvania", "penn", "penna":
		return "PA"
	case "rhode island":
		return "RI"
	case "south carolina":
		return "SC"
	case "south dakota":
		return "SD"
	case "tennessee", "tenn":
		return "TN"
	case "texas", "tex":
		return "TX"
	case "utah":
		return "UT"
	case "vermont":
		return "VT"
	case "virginia":
		return "VA"
	case "washington", "wash":
		return "WA"
	case "west virginia":
		return "WV"
	case "wisconsin", "wis", "wisc":
		return "WI"
	case "wyoming", "wyo":
		return "WY"
	case "puerto rico":
		return "PR"
	case "virgin islands":
		return "VI"
	case "guam":
		return "GU"
	}
	return ""
}

// streetAlone tells street names that carry no suffix.
func streetAlone(f string) bool {
	switch f {
	case "broadway", "bowery", "embarcadero", "esplanade", "boardwalk", "strand", "promenade":
		return true
	}
	return false
}

// cityFirst tells first words of city names of two or more words.
func cityFirst(f string) bool {
	switch f {
	case "san", "santa", "new", "los", "las", "saint", "st", "fort", "ft", "el", "la", "le", "de", "port", "mount", "mt", "north",
		"south", "east", "west", "lake", "palm", "grand", "little", "big", "cedar", "salt", "kansas", "oklahoma", "des",
		"green", "high", "long", "white", "black", "red", "blue", "bay", "rocky", "iowa", "sioux", "baton", "corpus",
		"colorado", "virginia", "upper", "lower", "old", "great", "point", "royal", "silver", "sun", "twin", "rio":
		return true
	}
	return false
}

// spelledOrdinal reports first to tenth.
func spelledOrdinal(f string) bool { return wordOrdinal(f) != "" }

// cityLast tells words that often end the names of cities.
func cityLast(f string) bool {
	switch f {
	case "city", "heights", "hts", "beach", "springs", "hills", "falls", "island", "village", "township", "twp", "park", "grove", "lake", "lakes",
		"valley", "creek", "point", "harbor", "junction", "center", "ridge", "bay", "town", "hill", "gardens", "mills", "forest", "estates", "shores",
		"river", "rapids", "station", "oaks", "port", "bluff", "bluffs", "borough", "boro", "crossing", "landing", "mesa", "rock", "wood", "woods":
		return true
	}
	return false
}
