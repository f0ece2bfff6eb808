package address

import "strings"

// zipOfState reports whether a ZIP may be one of the state: its first digits are
// given out by state. States that the table does not have may have any.
func zipOfState(zip, state string) bool {
	ranges := zipRanges(state)
	if ranges == "" || len(zip) < 5 {
		return true
	}
	for _, r := range strings.Fields(ranges) {
		from, to, found := strings.Cut(r, "-")
		if !found {
			to = from
		}
		if head := zip[:len(from)]; from <= head && head <= to {
			return true
		}
	}
	return false
}

// zipRanges gives the first digits of the ZIPs of a state, of military posts and of
// the territories, as published by the United States Postal Service (the table of the
// libaddressinput project, Apache-2.0, has the same).
func zipRanges(state string) string {
	switch state {
	case "AL":
		return "35-36"
	case "AK":
		return "995-999"
	case "AS":
		return "96799"
	case "AZ":
		return "85-86"
	case "AR":
		return "716-729"
	case "AA":
		return "340"
	case "AE":
		return "09"
	case "AP":
		return "962-966"
	case "CA":
		return "900-961"
	case "CO":
		return "80-81"
	case "CT":
		return "06"
	case "DE":
		return "197-199"
	case "DC":
		return "200 202-205 569"
	case "FL":
		return "320-339 341-349"
	case "GA":
		return "30-31 398-399"
	case "GU":
		return "9691-9693"
	case "HI":
		return "967-968"
	case "ID":
		return "832-839"
	case "IL":
		return "60-62"
	case "IN":
		return "46-47"
	case "IA":
		return "50-52"
	case "KS":
		return "66-67"
	case "KY":
		return "400-427"
	case "LA":
		return "700-715"
	case "ME":
		return "039-049"
	case "MH":
		return "96960 96970"
	case "MD":
		return "206-219"
	case "MA":
		return "010-027 055"
	case "MI":
		return "48-49"
	case "FM":
		return "96941-96944"
	case "MN":
		return "550-567"
	case "MS":
		return "386-397"
	case "MO":
		return "63-65"
	case "MT":
		return "59"
	case "NE":
		return "68-69"
	case "NV":
		return "889-899"
	case "NH":
		return "030-038"
	case "NJ":
		return "07-08"
	case "NM":
		return "870-884"
	case "NY":
		return "10-14 005 06390"
	case "NC":
		return "27-28"
	case "ND":
		return "58"
	case "MP":
		return "96950-96952"
	case "OH":
		return "43-45"
	case "OK":
		return "73-74"
	case "OR":
		return "97"
	case "PW":
		return "96939-96940"
	case "PA":
		return "150-196"
	case "PR":
		return "006-007 009"
	case "RI":
		return "028-029"
	case "SC":
		return "29"
	case "SD":
		return "57"
	case "TN":
		return "370-385"
	case "TX":
		return "75-79 885 73301 73344"
	case "UT":
		return "84"
	case "VT":
		return "05"
	case "VI":
		return "008"
	case "VA":
		return "201 220-246"
	case "WA":
		return "980-994"
	case "WV":
		return "247-268"
	case "WI":
		return "53-54"
	case "WY":
		return "820-831 83414"
	}
	return ""
}
