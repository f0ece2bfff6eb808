package guess

import (
	"fmt"
	"sort"
	"strings"
)

// country guesses where the people live: every clue is a vote.
func (g *guesser) country() (code, why string) {
	votes := map[string]int{}
	clue := map[string]string{}
	vote := func(code string, n int, what string) {
		if n > 0 {
			votes[code] += n
			if n > votes[code]/2 {
				clue[code] = what
			}
		}
	}
	for i, f := range g.fields {
		if f.Role != Use {
			continue
		}
		for code, n := range g.clues(f.Field, g.columns[i].Values) {
			vote(code, n, f.Field)
		}
	}
	var codes []string
	for c := range votes {
		codes = append(codes, c)
	}
	sort.Slice(codes, func(a, b int) bool {
		if votes[codes[a]] != votes[codes[b]] {
			return votes[codes[a]] > votes[codes[b]]
		}
		return codes[a] < codes[b]
	})
	if len(codes) == 0 {
		return "GB", "nothing tells; English names and days before months"
	}
	best := codes[0]
	return best, fmt.Sprintf("%d clues, most in %s", votes[best], clue[best])
}

func (g *guesser) clues(field string, values []string) map[string]int {
	out := map[string]int{}
	for _, v := range values {
		if v == "" {
			continue
		}
		switch field {
		case "region":
			out[stateOf(strings.ToLower(v))]++
		case "country":
			out[countryOf(strings.ToLower(v))] += 3
		case "postcode":
			out[postcodeOf(v)]++
		case "phone":
			out[phoneOf(v)]++
		case "email":
			if at := strings.LastIndexByte(v, '.'); at > 0 {
				out[domainOf(strings.ToLower(v[at+1:]))]++
			}
		case "street", "address":
			if code := lettersOf(v); code != "" {
				out[code]++
			} else {
				out[streetOf(v)]++
			}
		case "given_name", "family_name", "name", "city":
			out[lettersOf(v)]++
		}
	}
	delete(out, "")
	return out
}

func stateOf(v string) string {
	switch v {
	case "nsw", "vic", "qld", "tas", "act", "new south wales", "victoria", "queensland", "tasmania":
		return "AU"
	case "on", "qc", "bc", "ab", "sk", "mb", "ns", "nb", "nl", "pe", "ontario", "quebec":
		return "CA"
	case "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh", "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wv", "wi", "wy", "california", "texas", "florida", "new york":
		return "US"
	case "mazowieckie", "slaskie", "śląskie", "wielkopolskie", "malopolskie", "małopolskie", "dolnoslaskie", "dolnośląskie":
		return "PL"
	case "bayern", "hessen", "sachsen", "berlin", "hamburg", "nordrhein-westfalen", "baden-württemberg":
		return "DE"
	}
	return ""
}

func countryOf(v string) string {
	switch v {
	case "pl", "polska", "poland", "polen":
		return "PL"
	case "de", "deutschland", "germany", "niemcy":
		return "DE"
	case "gb", "uk", "united kingdom", "england", "great britain", "wielka brytania":
		return "GB"
	case "us", "usa", "united states", "u.s.a.", "u.s.":
		return "US"
	case "au", "australia":
		return "AU"
	case "ca", "canada":
		return "CA"
	case "fr", "france":
		return "FR"
	}
	return ""
}

func postcodeOf(v string) string {
	shape := make([]byte, 0, 10)
	for i := 0; i < len(v); i++ {
		switch c := v[i]; {
		case c >= '0' && c <= '9':
			shape = append(shape, '9')
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
			shape = append(shape, 'A')
		case c != ' ':
			shape = append(shape, c)
		}
	}
	switch string(shape) {
	case "99-999":
		return "PL"
	case "99999-9999":
		return "US"
	case "A99AA", "A999AA", "AA99AA", "AA999AA", "A9A9AA", "AA9A9AA":
		return "GB"
	case "A9A9A9":
		return "CA"
	}
	return ""
}

func phoneOf(v string) string {
	digits := make([]byte, 0, 16)
	for i := 0; i < len(v); i++ {
		if v[i] >= '0' && v[i] <= '9' {
			digits = append(digits, v[i])
		}
	}
	d := string(digits)
	plus := strings.HasPrefix(v, "+") || strings.HasPrefix(d, "00")
	d = strings.TrimPrefix(d, "00")
	switch {
	case plus && strings.HasPrefix(d, "48"):
		return "PL"
	case plus && strings.HasPrefix(d, "49"):
		return "DE"
	case plus && strings.HasPrefix(d, "44"), len(d) == 11 && strings.HasPrefix(d, "07"):
		return "GB"
	case plus && strings.HasPrefix(d, "61"), len(d) == 10 && strings.HasPrefix(d, "04"):
		return "AU"
	case plus && strings.HasPrefix(d, "1"), len(d) == 10 && d[0] > '1', len(d) == 11 && d[0] == '1':
		return "US"
	case len(d) == 9 && d[0] >= '4' && d[0] <= '8':
		return "PL"
	}
	return ""
}

func domainOf(v string) string {
	switch v {
	case "pl":
		return "PL"
	case "de":
		return "DE"
	case "uk":
		return "GB"
	case "au":
		return "AU"
	}
	return ""
}

// streetOf takes the American way of writing a street: the number first, then a
// direction of one letter or a kind of street that is abbreviated there alone.
func streetOf(v string) string {
	words := strings.Fields(strings.ToLower(v))
	if len(words) < 3 || words[0][0] < '0' || words[0][0] > '9' {
		return ""
	}
	switch strings.TrimSuffix(words[1], ".") {
	case "n", "s", "e", "w", "nw", "ne", "sw", "se":
		return "US"
	}
	for _, w := range words[2:] {
		switch strings.Trim(w, ".,") {
		case "ave", "blvd", "pkwy", "hwy", "ste", "apt", "trl", "cir":
			return "US"
		}
	}
	return ""
}

// lettersOf takes letters that one language alone has.
func lettersOf(v string) string {
	switch {
	case strings.ContainsAny(v, "łŁąęśźżńĄĘŚŹŻŃ"):
		return "PL"
	case strings.ContainsAny(v, "äüßÄÜ"):
		return "DE"
	}
	return ""
}
