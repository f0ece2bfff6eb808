package phone

// polishType tells the type of a Polish national number (nine digits) by its
// first four digits; "" is a range that is not assigned. The ranges are those
// of the numbering plan in phonenumbers v1.8.1.
func polishType(national string) Type {
	n := int(national[0]-'0')*1000 + int(national[1]-'0')*100 + int(national[2]-'0')*10 + int(national[3]-'0')
	switch {
	case n < 1200:
		return ""
	case n <= 1899:
		return Landline
	case n == 2110, n == 2111, 2113 <= n && n <= 2115, 2120 <= n && n <= 2129, 2131 <= n && n <= 2139:
		return Mobile
	case 2200 <= n && n <= 2699, 2900 <= n && n <= 2999, 3200 <= n && n <= 3499:
		return Landline
	case 3900 <= n && n <= 3999:
		return VoIP
	case 4500 <= n && n <= 4599:
		return Mobile
	case 4100 <= n && n <= 4899:
		return Landline
	case 5000 <= n && n <= 5199, 5300 <= n && n <= 5399, 5700 <= n && n <= 5799:
		return Mobile
	case 5200 <= n && n <= 5999:
		return Landline
	case 6000 <= n && n <= 6099, 6600 <= n && n <= 6699, 6900 <= n && n <= 6999:
		return Mobile
	case 6400 <= n && n <= 6499:
		return Other
	case 6100 <= n && n <= 6899:
		return Landline
	case 7000 <= n && n <= 7019, 7030 <= n && n <= 7049, 7060 <= n && n <= 7089:
		return Premium
	case 7200 <= n && n <= 7399, 7800 <= n && n <= 7999:
		return Mobile
	case 7100 <= n && n <= 7799:
		return Landline
	case 8000 <= n && n <= 8009:
		return TollFree
	case 8010 <= n && n <= 8019, 8040 <= n && n <= 8049:
		return Other
	case 8800 <= n && n <= 8899:
		return Mobile
	case 8100 <= n && n <= 8999, 9100 <= n && n <= 9199, 9400 <= n && n <= 9599:
		return Landline
	}
	return ""
}

// areaCodes tells of the US area codes 200-999 whether every number with an
// exchange of 2-9 is valid (v; toll free: f), none is (-), or the library has
// to be asked (?), one row per hundred. Other countries of the +1 zone are ?.
const areaCodes = "" +
	"-vvv?vvvvvv-vvvvvvvvv--vvv?vvv-v--vv?--vv-?---?-v??vvvv-v?--v-v??--v?vv-v-?-v--v-v-v?----?----------" +
	"-vvvvv?vvvv-vvvvvvvvvv-vvvvv-vvvv-v-vv-v?v-?-?vv--vvvv?-----vv-vv?-??v----------v-?--vv-------------" +
	"-vv?vvvvvvv-vvvv?v?v---vvv--?-v?v-vv-??-v?vv-v-vv-?-------v----vv---?vv-???v--vvv---v---------------" +
	"?vvvvv?vvvv-vv?vvvv?v?????????vv??v----vvv--?---?--v-----v-v-vvvv-?v--vvvvvv-?-?v?v-?vv??-----------" +
	"?vvv?vvvvvv-v?vvvvvvv-?v--v-vvvv-?--v--?vv---vv?-?vv----vv?vvvv-?--v-v???-----v-vvv??-v--v----------" +
	"-vvvv?vvv?--vvvvvvvvv?--vvvvv-vvv-v--vv-v-?v---vv----?v--v?-v-vv-v-?-vvvvvvv--?v?v?-?vv?------------" +
	"fvvvvvv?v?v-vvvvvvv?vv---?v-v?vvvf-v--vvv--vfv-vv?v---vfvvvvv-vvvvf???v-v?--?fv?--------f-----------" +
	"?v?vv?vvvvv-vvvvvvvvv----v--vvvv--v-vvv?vv?v-v-vvv-vv-v-v--v----------vvvv-v--vvv--?vvv--v----------"

// americanType tells the type of a US national number (ten digits); known is
// false when the library has to be asked.
func americanType(national string) (kind Type, known bool) {
	area := int(national[0]-'2')*100 + int(national[1]-'0')*10 + int(national[2]-'0')
	switch areaCodes[area] {
	case '?':
		return "", false
	case '-':
		return "", true
	}
	if national[3] < '2' {
		return "", true
	}
	if areaCodes[area] == 'f' {
		return TollFree, true
	}
	return Either, true
}
