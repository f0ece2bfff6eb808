package linkage

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// row is a person as a test writes it.
type row struct {
	id, given, family, suffix, gender, company string
	birth                                      int32
	email, phone, postcode, city, street       string
	house, unit, known                         string
}

func people(rows []row) People {
	p := People{Rows: len(rows), GivenKeys: givenKeys, SurnameKey: surnameKey}
	column := func(f func(row) string) Column {
		e := NewEncoder(len(rows))
		for _, r := range rows {
			e.Add(f(r))
		}
		return e.Column()
	}
	p.Given = column(func(r row) string { return r.given })
	p.Family = column(func(r row) string { return r.family })
	p.Suffix = column(func(r row) string { return r.suffix })
	p.Gender = column(func(r row) string { return r.gender })
	p.Company = column(func(r row) string { return r.company })
	p.Email = column(func(r row) string { return r.email })
	p.Phone = column(func(r row) string { return r.phone })
	p.Postcode = column(func(r row) string { return r.postcode })
	p.City = column(func(r row) string { return r.city })
	p.Street = column(func(r row) string { return r.street })
	p.House = column(func(r row) string { return r.house })
	p.Unit = column(func(r row) string { return r.unit })
	p.Known = column(func(r row) string { return r.known })
	p.Address = column(func(r row) string {
		if r.house == "" || r.postcode == "" {
			return ""
		}
		return strings.Join([]string{r.postcode, r.street, r.house, r.unit}, "|")
	})
	for _, r := range rows {
		p.Birth = append(p.Birth, r.birth)
	}
	return p
}

func givenKeys(s string) []string {
	switch s {
	case "kasia":
		return []string{s, "katarzyna"}
	case "ola":
		return []string{s, "aleksandra"}
	}
	return []string{s}
}

func surnameKey(s string) string {
	if stem, ok := strings.CutSuffix(s, "ska"); ok {
		return stem + "ski"
	}
	return s
}

// crowd makes strangers, so that frequencies and priors are those of a table and
// not of a handful of rows. The same seed makes the same rows.
func crowd(n int, seed uint64) []row {
	r := rand.New(rand.NewPCG(seed, 1))
	given := strings.Fields(`anna jan piotr maria katarzyna adam tomasz ewa marek zofia pawel agnieszka michal barbara
		karol magda jakub julia filip hanna teresa henryk iwona dorota leszek oskar paulina renata sylwia urszula wanda zenon`)
	syllables := strings.Fields("ba ko la mi no pe ra su ta wi za do fe gu he jo")
	rows := make([]row, n)
	for i := range rows {
		family := ""
		for range 3 {
			family += syllables[r.IntN(len(syllables))]
		}
		rows[i] = row{
			id: fmt.Sprint("c", i), given: given[r.IntN(len(given))], family: family + "ski",
			birth: int32(1940+r.IntN(65))*10000 + int32(1+r.IntN(12))*100 + int32(1+r.IntN(28)),
			email: fmt.Sprintf("m%d@poczta.example", r.IntN(1<<30)), phone: fmt.Sprintf("+485%08d", r.IntN(100_000_000)),
			postcode: fmt.Sprintf("%02d-%03d", r.IntN(100), r.IntN(200)), city: fmt.Sprint("miasto", r.IntN(200)),
			street: fmt.Sprint("ulica", r.IntN(90)), house: fmt.Sprint(1 + r.IntN(120)),
		}
	}
	return rows
}
