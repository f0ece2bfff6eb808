package address

import "testing"

// BenchmarkParse gives the time of one address by country.
func BenchmarkParse(b *testing.B) {
	p := New(Options{})
	for country, lines := range map[string][]string{
		"PL": {"ul. Wiązowa 12/7, 62-200 Gniezno", "Jesionowa 5, 85-555 Bydgoszcz"},
		"US": {"123 N Larch St Apt 4, Tyler TX 75712", "88 Old Mill Rd, Ada, MN 56510"},
		"DE": {"Lange Straße 5a, 10115 Berlin", "An der Kirche 7, 99330 Oberdorf Geratal de"},
		"IT": {"Via Giovanni Verdi 12, 20121 Milano", "Piazza San Marco 1, 30124 Venezia VE, Italia"},
		"RU": {"улица Ленина 5, Тула", "Садовая улица 12, Москва 101000"},
	} {
		b.Run(country, func(b *testing.B) {
			b.ReportAllocs()
			in := Input{Lines: make([]string, 1), DefaultCountry: country}
			for i := 0; b.Loop(); i++ {
				in.Lines[0] = lines[i%len(lines)]
				p.Parse(in)
			}
		})
	}
}
