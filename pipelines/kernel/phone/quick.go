package phone

import (
	"github.com/nyaruka/phonenumbers"

	"kartoteka/pipelines/kernel/phone/plan"
)

// international reads the digits of a number with its calling code by the tables, as
// the library would; ok is false when it has to be asked.
func international(digits string) (n Number, ok bool) {
	p, national, ok := planOf(digits)
	if !ok || p.Trunk(national) != "" || len(national) < 2 || len(national) > 17 {
		return Number{}, false
	}
	return judge(p, national, digits), true
}

// national reads the digits of a number of country by the tables, as the library
// would; ok is false when it has to be asked.
func national(digits, country string) (n Number, ok bool) {
	code := codeOf(country)
	p, ok := plan.Find(code)
	if !ok || !p.PlainIDD() || len(digits) < 3 || len(digits) > 17 || digits[:2] == "00" || digits[:2] == "01" && code == 1 {
		return Number{}, false
	}
	own, _, found := planOf(digits)
	if found && own == p {
		return Number{}, false // perhaps with its calling code, but no +
	}
	trunk := p.Trunk(digits)
	digits = digits[len(trunk):]
	if _, _, valid := p.Type(digits); trunk != "" && (!valid || p.Trunk(digits) != "") {
		return Number{}, false
	}
	return judge(p, digits, ""), true
}

// judge tells what a national number is. international are the digits with the calling
// code, "" when they are not at hand.
func judge(p plan.Plan, national, international string) Number {
	if international == "" {
		international = codeText(p.Code()) + national
	}
	if region, kind, ok := p.Type(national); ok {
		return Number{E164: "+" + international, Status: OK, Type: typeOf(kind), Country: region}
	}
	switch p.Length(len(national)) {
	case plan.Possible:
		return Number{E164: "+" + international, Status: Invalid, Country: p.Main(), Codes: []string{CodeUnassigned}}
	case plan.TooLong:
		return Number{Status: Invalid, Codes: []string{CodeTooLong}}
	case plan.TooShort, plan.Local:
		return Number{Status: Invalid, Codes: []string{CodeTooShort}}
	}
	return Number{Status: Invalid, Codes: []string{CodeNotNumber}}
}

// planOf finds the plan by the calling code at the beginning of digits. No code is the
// beginning of another.
func planOf(digits string) (p plan.Plan, national string, ok bool) {
	code := 0
	for i := 0; i < min(3, len(digits)); i++ {
		code = code*10 + int(digits[i]-'0')
		if code == 0 {
			break
		}
		if p, ok = plan.Find(code); ok {
			return p, digits[i+1:], true
		}
	}
	return plan.Plan{}, "", false
}

// codeOf gives the calling code of a country whose national numbers the tables read.
func codeOf(country string) int {
	switch country {
	case "US", "CA":
		return 1
	case "PL":
		return 48
	case "DE":
		return 49
	case "GB":
		return 44
	case "FR":
		return 33
	case "NL":
		return 31
	case "BE":
		return 32
	case "ES":
		return 34
	case "IT":
		return 39
	case "CZ":
		return 420
	case "SK":
		return 421
	case "AT":
		return 43
	case "CH":
		return 41
	case "DK":
		return 45
	case "SE":
		return 46
	case "NO":
		return 47
	case "IE":
		return 353
	case "PT":
		return 351
	case "UA":
		return 380
	}
	return 0
}

func codeText(code int) string {
	digits := [3]byte{byte('0' + code/100), byte('0' + code/10%10), byte('0' + code%10)}
	switch {
	case code >= 100:
		return string(digits[:])
	case code >= 10:
		return string(digits[1:])
	}
	return string(digits[2:])
}

// typeOf gives the type of a line of the tables.
func typeOf(kind byte) Type {
	switch kind {
	case plan.Mobile:
		return Mobile
	case plan.Fixed:
		return Landline
	case plan.FixedOrMobile:
		return Either
	case plan.TollFree:
		return TollFree
	case plan.Premium:
		return Premium
	case plan.VoIP:
		return VoIP
	}
	return Other
}

// typeOfLibrary gives the type of a line of the library.
func typeOfLibrary(t phonenumbers.PhoneNumberType) Type {
	switch t {
	case phonenumbers.MOBILE:
		return Mobile
	case phonenumbers.FIXED_LINE:
		return Landline
	case phonenumbers.FIXED_LINE_OR_MOBILE:
		return Either
	case phonenumbers.TOLL_FREE:
		return TollFree
	case phonenumbers.PREMIUM_RATE:
		return Premium
	case phonenumbers.VOIP:
		return VoIP
	}
	return Other
}
