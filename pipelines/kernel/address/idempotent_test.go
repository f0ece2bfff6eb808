package address

import (
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/address/places"
	"kartoteka/pipelines/kernel/fold"
)

// TestPolishStandardForm asks that the standard form of every case, read again, has
// the same fields, the same standard form and the same key, with either way to write
// a flat.
func TestPolishStandardForm(t *testing.T) {
	p := New(Options{})
	for _, c := range polishCases(t) {
		a := p.Parse(Input{Lines: strings.Split(c.raw, "\n"), DefaultCountry: "PL"})
		if a.Status == Unparsed || a.Status == Placeholder || a.Street+a.HouseNumber+a.POBox == "" {
			continue
		}
		if a.HouseNumber+a.POBox+a.StreetType == "" || a.DependentLocality != "" && !places.Known(fold.Key(a.DependentLocality)) && !plDistrict(fold.Key(a.DependentLocality)) && len(plPlaceForms(fold.Key(a.DependentLocality))) == 0 {
			continue // a name that nothing marks as a street or a district
		}
		for _, o := range []LineOptions{{}, {FlatWord: true}} {
			line := a.OneLine(o)
			b := p.Parse(Input{Lines: []string{line}, DefaultCountry: "PL"})
			if got, want := essence(b), essence(a); got != want || b.OneLine(o) != line || b.Key() != a.Key() {
				t.Errorf("%q\nbecame %q\nthen   %q\n%s\n%s", c.raw, line, b.OneLine(o), want, got)
			}
		}
	}
}

// essence is show without what the standard form leaves out.
func essence(a Address) string {
	a.Recipient, a.Region, a.Unparsed, a.UnitType = "", "", "", ""
	return show(a)
}

// lostWords gives the words of the text that neither a field nor Unparsed holds. Words
// that a code names as dropped are left out when there is such a code.
func lostWords(text string, a Address) []string {
	held := fold.Key(strings.Join([]string{
		a.Recipient, a.StreetType, a.Street, a.HouseNumber, a.Staircase, a.Level, a.UnitType, a.Unit, a.POBox, a.DependentLocality, a.City, a.Region, a.Postcode, a.Country, a.Unparsed,
	}, " "))
	for _, c := range a.Codes {
		if c.Code == "dropped" || strings.HasSuffix(c.Code, "_removed") || c.Code == "placeholder" {
			return nil
		}
	}
	var lost []string
	pieces := strings.FieldsFunc(fold.ASCII(text), func(r rune) bool { return !isLetter(byte(r)) })
	pieces = append(pieces, strings.FieldsFunc(fold.ASCII(text), func(r rune) bool { return !isDigit(byte(r)) })...)
	for _, word := range pieces {
		if !strings.Contains(held, word) && !mark(word) {
			lost = append(lost, word)
		}
	}
	return lost
}

// mark reports a word that says which field its neighbour belongs to: the field, not
// the word, stands in the address.
func mark(word string) bool {
	if c, _ := plType(word); c != "" || plUnitWord(word) != "" || plBlock(word) || foreignType(word) != "" || countryCode(word) == "PL" || plRegionKey(word) != "" {
		return true
	}
	switch word {
	case "nr", "no", "kl", "poczta", "pocztowa", "skrytka", "m", "p", "pietro", "woj", "skr", "poczt", "wa", "w", "st", "o", "l", "i", "r", "dzielnica", "b", "n", "brak", "bez":
		return true
	}
	return false
}

// FuzzPolishWords strings words of addresses together in any order: no word is lost,
// and the parts stay inside the text.
func FuzzPolishWords(f *testing.F) {
	words := []string{
		"ul.", "Klonowa", "12", "/", "7", ",", "\n", "62-200", "Gniezno", "m.", "5", "A", "os.", "3", "Maja", "lok.", "kl.", "B", "II", "p.", "piętro", "bud.", "-", "nr", "Jan",
		"Klonowski", "woj.", "wielkopolskie", "gm.", "(obok", "sklepu)", "tel.", "600100200", "skr.", "poczt.", "Mnichowo", "Katowice-Ligota", "W-wa", "Polska", "PL", "b.n.",
		"św.", "Anny", "Plac", "Rynek", "gen.", "J.", "Hallera", "1956", "r.", "dz.", "55/2", "zam.", "adres:", "kod", "poczta", "00950", "Sp. z o.o.", "k/Poznania", "12m5", "Klonowa12/7",
		"osiedle", "Dywizjonu", "303", "1/2", "i", "parter", "box", "hala", "jan@example.pl", "c/o", "brak", "No.", "Street", "12A", "10-12", "m.st.", "dzielnica", "Podgórze", "|", "(", ")", `"Wilków"`,
	}
	f.Add([]byte{0, 1, 2, 3, 4, 5, 7, 8})
	f.Add([]byte{36, 5, 0, 1, 2, 6, 7, 8, 38})
	for i := range 200 {
		b := make([]byte, 3+i%14)
		for j := range b {
			b[j] = byte((i*31 + j*j*17 + j*7 + i*j*13) % 251)
		}
		f.Add(b)
	}
	p := New(Options{})
	f.Fuzz(func(t *testing.T, pick []byte) {
		if len(pick) > 40 {
			return
		}
		var text []string
		for _, b := range pick {
			text = append(text, words[int(b)%len(words)])
		}
		in := Input{Lines: strings.Split(strings.Join(text, " "), "\n"), DefaultCountry: "PL"}
		a, parts := p.ParseParts(in)
		if lost := lostWords(in.Text(), a); len(lost) > 0 && a.Country == "PL" {
			t.Errorf("%q lost %q: %s", in.Text(), lost, show(a))
		}
		runes := []rune(in.Text())
		for _, x := range parts {
			if x.Start < 0 || x.End > len(runes) || x.Start >= x.End || string(runes[x.Start:x.End]) != x.Text {
				t.Errorf("%q: part %+v", in.Text(), x)
			}
		}
	})
}
