package cleanse

import (
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
	country := w.country
	for _, g := range w.layout.groups {
		switch g.name {
		case "address":
			here = w.home(row, "address", "street", "house_number", "unit", "postcode", "city", "region", "country")
		case "new_address":
			moved = w.home(row, "new_address", "", "", "", "", "", "", "")
		}
	}
	if here.address.Country != "" {
		country = here.address.Country
	} else if own := strings.TrimSpace(w.text("country", row)); len(own) == 2 {
		country = strings.ToUpper(own)
	}
	for _, g := range w.layout.groups {
		switch g.name {
		case "name":
			w.putName(row, country)
		case "address":
			w.putHome(here, "")
		case "new_address":
			w.putHome(moved, "new_")
		case "email":
			w.putMail(row)
		case "phone":
			w.putPhone(row, country)
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

// mail is a cleansed e-mail with its codes.
type mail struct {
	email.Address
	codes []string
}

func (w *worker) putMail(row int) {
	w.fields(row, "email")
	m := w.mails.get(w.key, func(text string) mail {
		a := w.emails.Parse(text)
		if a.Status == email.Invalid && w.keepEmail {
			a.Address = strings.TrimSpace(text)
		}
		if a.Status == email.Placeholder {
			a.Codes = append(a.Codes, string(a.Status))
		}
		return mail{a, qualified("email", a.Codes)}
	})
	w.codes = append(w.codes, m.codes...)
	w.put(m.Address.Address, m.Key, string(m.Status), m.Suggestion)
}

// call is a cleansed phone number with its codes.
type call struct {
	phone.Number
	codes []string
}

func (w *worker) putPhone(row int, country string) {
	w.fields(row, "phone")
	w.key = append(append(w.key, 0), country...)
	c := w.phones.get(w.key, func(text string) call {
		text, country, _ := cutLast(text)
		n := phone.Parse(text, country, w.country, w.words)
		if n.Status == phone.Invalid && !w.keepPhone {
			n.E164 = ""
		}
		if n.Status == phone.Placeholder {
			n.Codes = append(n.Codes, string(n.Status))
		}
		return call{n, qualified("phone", n.Codes)}
	})
	w.codes = append(w.codes, c.codes...)
	w.put(c.E164, string(c.Status), string(c.Type))
}

// cutLast cuts at the last NUL byte.
func cutLast(text string) (before, after string, found bool) {
	at := strings.LastIndexByte(text, 0)
	if at < 0 {
		return text, "", false
	}
	return text[:at], text[at+1:], true
}

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
	case err != nil && w.words.Is(empty.Date, text), err == nil && dates.Placeholder(day):
		code = "birth_date:placeholder"
	case err != nil:
		code = "birth_date:invalid"
	case day.After(w.asOf):
		code = "birth_date:future"
	case day.Year() < w.asOf.Year()-120:
		code = "birth_date:implausible"
	}
	if code != "" {
		w.codes = append(w.codes, code)
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
