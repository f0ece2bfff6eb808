package cleanse

import (
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines/kernel/dates"
	"kartoteka/pipelines/kernel/email"
	"kartoteka/pipelines/kernel/empty"
	"kartoteka/pipelines/kernel/phone"
)

// row cleanses one row into the builders of its groups. The address comes
// first since its country decides how name and phone are read; columns are
// filled in the order of the groups.
func (w *worker) row(row int) {
	var here, moved home
	country, assumed := w.set.country, true
	for _, g := range w.layout.groups {
		switch g.name {
		case "address":
			here = w.home(row, w.homes, w.parseHome, "address", "street", "house_number", "unit", "postcode", "city", "region", "country")
			assumed = here.assumed
		case "new_address":
			moved = w.home(row, w.moved, w.parseMoved, "new_address", "", "", "", "", "", "", "")
		}
	}
	if here.address.Country != "" {
		country = here.address.Country
	} else if own := strings.TrimSpace(w.text("country", row)); len(own) == 2 {
		country, assumed = strings.ToUpper(own), false
	}
	for _, g := range w.layout.groups {
		switch g.name {
		case "name":
			w.putName(row, first(w.set.name, country))
		case "address":
			w.putHome(here, "")
		case "new_address":
			w.putHome(moved, "new_")
		case "email":
			w.putMail(row)
		case "phone":
			w.putPhone(row, first(w.set.phone, country), assumed && w.set.phone == "")
		case "birth_date":
			w.putBirth(row)
		}
	}
}

// fields sets w.key to the values of the columns, separated by NUL bytes, and
// tells whether any of them holds something.
func (w *worker) fields(row int, columns ...string) bool {
	w.key = w.key[:0]
	any := false
	for i, c := range columns {
		if i > 0 {
			w.key = append(w.key, 0)
		}
		if c == "" {
			continue
		}
		v := w.text(c, row)
		any = any || v != ""
		w.key = append(w.key, v...)
	}
	return any
}

func (w *worker) putMail(row int) {
	text := w.text("email", row)
	a := w.set.emails.Parse(text)
	switch {
	case a.Status == email.Invalid && w.keepEmail:
		a.Address = strings.TrimSpace(text)
	case a.Status == email.Placeholder:
		w.code("email", string(a.Status))
	}
	for _, c := range a.Codes {
		w.code("email", c)
	}
	w.put(a.Address, a.Key, string(a.Status), a.Suggestion)
}

// putPhone reads the phone of a row. Where the country is only assumed, the currency
// may tell a better one, or the number itself.
func (w *worker) putPhone(row int, country string, assumed bool) {
	text := w.text("phone", row)
	n := phone.Parse(text, country, w.set.country, w.set.phoneWords)
	if assumed && n.E164 == "" && n.Status == phone.Invalid && len(w.phoneCountries) > 0 {
		n = w.guessPhone(text, w.text("currency", row), n)
	}
	switch {
	case n.Status == phone.Invalid && !w.keepPhone:
		n.E164 = ""
	case n.Status == phone.Placeholder:
		w.code("phone", string(n.Status))
	}
	for _, c := range n.Codes {
		w.code("phone", c)
	}
	w.put(n.E164, string(n.Status), string(n.Type))
}

// guessPhone reads a number that is none in the default country as one of the country
// of the row's currency, or of a country whose numbers look like that. Who pays in
// another currency than dollars has not ten digits of the US, but one too many.
func (w *worker) guessPhone(text, currency string, n phone.Number) phone.Number {
	countries, paid := w.phoneCountries, ""
	switch strings.ToUpper(strings.TrimSpace(currency)) {
	case "":
	case "USD":
		paid = "US"
	case "GBP":
		paid = "GB"
		fallthrough
	default:
		countries = slices.DeleteFunc(slices.Clone(countries), func(c string) bool { return c == "US" })
	}
	if slices.Contains(countries, paid) {
		if other := phone.Parse(text, paid, "", w.set.phoneWords); other.E164 != "" {
			other.Codes = append(other.Codes, phone.CodeGuessed)
			return other
		}
	}
	if other, ok := phone.Guess(text, countries); ok {
		return other
	}
	return n
}

// code notes "field:code" for the row.
func (w *worker) code(field, code string) { w.codes = append(w.codes, field+":"+code) }

func (w *worker) putBirth(row int) {
	to := w.place[w.at].(*array.Date32Builder)
	w.at++
	text := strings.TrimSpace(w.text("birth_date", row))
	if text == "" {
		to.AppendNull()
		return
	}
	day, err := dates.Date(text)
	code := ""
	switch {
	case err != nil && w.set.dateWords.Is(empty.Date, text), err == nil && dates.Placeholder(day):
		code = "placeholder"
	case err != nil:
		code = "invalid"
	case day.After(w.asOf):
		code = "future"
	case day.Year() < w.asOf.Year()-120:
		code = "implausible"
	}
	if code != "" {
		w.code("birth_date", code)
		to.AppendNull()
		return
	}
	to.Append(arrow.Date32FromTime(day))
}

// qualified puts the field in front of each code.
func qualified(field string, codes []string) []string {
	if len(codes) == 0 {
		return nil
	}
	out := make([]string, len(codes))
	for i, c := range codes {
		out[i] = field + ":" + c
	}
	return out
}
