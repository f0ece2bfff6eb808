package phone

import (
	"math/rand/v2"
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/phone/plan"
)

// sameAsLibrary compares the tables with the library on one number; false when the
// tables leave it to the library.
func sameAsLibrary(t *testing.T, digits, country string, plus bool) bool {
	t.Helper()
	var got, want Number
	var ok bool
	if plus {
		got, ok = international(digits)
		want = ask("+"+digits, country)
	} else {
		got, ok = national(digits, country)
		want = ask(digits, country)
	}
	if ok && (got.E164 != want.E164 || got.Status != want.Status || got.Type != want.Type || got.Country != want.Country || strings.Join(got.Codes, " ") != strings.Join(want.Codes, " ")) {
		t.Errorf("%s %s %v: got %+v, the library says %+v", digits, country, plus, got, want)
	}
	return ok
}

// walk makes a number that the plan is likely to know: each digit leads to a state from
// which some number of the plan can still be reached.
func walk(random *rand.Rand, p plan.Plan) string {
	number := ""
	for range 17 {
		if _, _, ok := p.Type(number); ok && random.IntN(4) > 0 {
			break
		}
		first := random.IntN(10)
		next := ""
		for d := range 10 {
			digit := string(rune('0' + (first+d)%10))
			if p.Alive(number + digit) {
				next = digit
				break
			}
		}
		if next == "" {
			break
		}
		number += next
	}
	return number
}

// TestTableAgrees holds the tables of every plan to the library: numbers that follow
// the plan, the same with a digit changed, with and without trunk prefix and calling
// code, and numbers of chance.
func TestTableAgrees(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	countries := []string{"US", "CA", "PL", "DE", "GB", "FR", "NL", "BE", "ES", "IT", "CZ", "SK", "AT", "CH", "DK", "SE", "NO", "IE", "PT", "UA"}
	rounds, quick, all := 300, 0, 0
	for _, code := range plan.Codes() {
		p, _ := plan.Find(code)
		for range rounds {
			number := walk(random, p)
			if random.IntN(3) == 0 && number != "" {
				at := random.IntN(len(number))
				number = number[:at] + string(rune('0'+random.IntN(10))) + number[at+1:]
			}
			all++
			if sameAsLibrary(t, codeText(code)+number, "PL", true) {
				quick++
			}
		}
	}
	for _, country := range countries {
		p, _ := plan.Find(codeOf(country))
		for range 2 * rounds {
			var number string
			switch random.IntN(4) {
			case 0:
				for range 3 + random.IntN(12) {
					number += string(rune('0' + random.IntN(10)))
				}
			default:
				number = walk(random, p)
			}
			number = []string{"", "", "0", "00", "1", codeText(p.Code())}[random.IntN(6)] + number
			all++
			if sameAsLibrary(t, number, country, false) {
				quick++
			}
		}
	}
	t.Logf("the tables answered %d of %d", quick, all)
	if quick*10 < all*6 {
		t.Errorf("the tables answered only %d of %d", quick, all)
	}
}

// FuzzTable looks for a number on which the tables and the library disagree.
func FuzzTable(f *testing.F) {
	f.Add("601123456", "PL", false)
	f.Add("442079460000", "GB", true)
	f.Add("0301234567", "DE", false)
	f.Add("390612345678", "IT", true)
	f.Fuzz(func(t *testing.T, digits, country string, plus bool) {
		if strings.Trim(digits, "0123456789") != "" || len(digits) < 5 || len(digits) > 20 || codeOf(country) == 0 {
			return
		}
		sameAsLibrary(t, digits, country, plus)
	})
}
