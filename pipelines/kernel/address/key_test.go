package address

import (
	"strings"
	"testing"
)

// TestPolishKeys asks that the texts of one line, which mean one home, have one key,
// and that no two lines share a key.
func TestPolishKeys(t *testing.T) {
	p := New(Options{})
	seen := map[string]string{}
	for _, group := range [][]string{
		{"ul. Klonowa 12/7, 62-200 Gniezno", "Klonowa 12 m. 7\n62-200 GNIEZNO", "KLONOWA 12 M.7, 62200 GNIEZNO", "ulica Klonowa 12 lok. 7, 62-200 Gniezno", "Klonowa12m7 62-200 gniezno", "12/7 Klonowa Street, 62-200 Gniezno, Poland"},
		{"ul. Klonowa 12/8, 62-200 Gniezno"},
		{"ul. Klonowa 12a/7, 62-200 Gniezno", "Klonowa 12 A m 7, 62-200 Gniezno", "Klonowa 12-A/7, 62-200 Gniezno"},
		{"ul. Klonowa 12, 62-200 Gniezno", "os. Klonowa nr 12, 62-200 Gniezno"},
		{"ul. Klonowa 12, 00-950 Warszawa", "Klonowa 12, 00950 W-wa"},
		{"ul. Klonowa 12, W-wa", "Klonowa 12, Warszawa", "Klonowa 12, Warsaw"},
		{"ul. gen. Józefa Hallera 4/9, 62-200 Gniezno", "ul. Generała Józefa Hallera 4 m. 9, 62-200 Gniezno", "Hallera 4/9, 62-200 Gniezno", "ul. gen. J. Hallera 4/9, 62-200 Gniezno", "UL. GEN. HALLERA 4/9 62-200 GNIEZNO", "al. J. Hallera 4/9, 62-200 Gniezno"},
		{"ul. św. Anny 4, 62-200 Gniezno", "Świętej Anny 4, 62-200 Gniezno", "SW. ANNY 4, 62-200 Gniezno"},
		{"ul. św. Rocha 4, 62-200 Gniezno", "ul. Świętego Rocha 4, 62-200 Gniezno"},
		{"ul. 3 Maja 5, 62-200 Gniezno", "3-go Maja 5, 62-200 Gniezno", "ul. 3. Maja 5, 62-200 Gniezno", "ul. Trzeciego Maja 5, 62-200 Gniezno", "ul. 3go Maja 5, 62-200 Gniezno", "3MAJA 5, 62-200 Gniezno", "aleja 3 Maja 5, 62-200 Gniezno"},
		{"ul. 1 Maja 5, 62-200 Gniezno", "Pierwszego Maja 5, 62-200 Gniezno", "1-go Maja 5, 62-200 Gniezno"},
		{"ul. 11 Listopada 5, 62-200 Gniezno", "ul. Jedenastego Listopada 5, 62-200 Gniezno"},
		{"ul. 28 Czerwca 1956 r. 5, 62-200 Gniezno", "28 Czerwca 1956 roku 5, 62-200 Gniezno", "ul. 28 czerwca 1956 nr 5, 62-200 Gniezno"},
		{"ul. Jana Pawła II 5, 62-200 Gniezno", "al. Jana Pawła 2 5, 62-200 Gniezno", "JANA PAWLA II 5, 62-200 GNIEZNO"},
		{"ul. Jana III Sobieskiego 5, 62-200 Gniezno", "Sobieskiego 5, 62-200 Gniezno", "ul. J. Sobieskiego 5, 62-200 Gniezno", "ul. Króla Jana III Sobieskiego 5, 62-200 Gniezno"},
		{"ul. Marii Skłodowskiej-Curie 5, 62-200 Gniezno", "M. Curie-Skłodowskiej 5, 62-200 Gniezno", "ul. M.C. Skłodowskiej 5, 62-200 Gniezno", "ul. Skłodowskiej - Curie 5, 62-200 Gniezno"},
		{"ul. Mikołaja Kopernika 5, 62-200 Gniezno", "ul. M. Kopernika 5, 62-200 Gniezno", "Kopernika 5, 62-200 Gniezno"},
		{"ul. Stanisława Wyspiańskiego 5, 62-200 Gniezno", "ul. St. Wyspiańskiego 5, 62-200 Gniezno"},
		{"ul. ks. Jerzego Popiełuszki 5, 62-200 Gniezno", "ul. Księdza Popiełuszki 5, 62-200 Gniezno"},
		{"os. Tysiąclecia 5/3, 62-200 Gniezno", "os. 1000-lecia 5 m. 3, 62-200 Gniezno", "os. 1000 lecia 5/3, 62-200 Gniezno"},
		{"ul. XX-lecia 5, 62-200 Gniezno", "ul. 20-lecia 5, 62-200 Gniezno"},
		{"Mnichowo 12, 62-200 Mnichowo", "Mnichowo nr 12, 62-200 Gniezno", "12, 62-200 Mnichowo", "62-200 Mnichowo 12"},
		{"Dokudów Pierwszy 18, 21-500 Biała Podlaska", "Dokudów I 18, 21-500 Biała Podlaska"},
		{"ul. Klonowa 6, 62-080 Lusówko", "Lusówko, ul. Klonowa 6, 62-080 Lusowo"},
		{"Rynek 5, 62-200 Gniezno", "ul. Rynek 5, 62-200 Gniezno"},
		{"skr. poczt. 5, 62-200 Gniezno", "P.O. Box 5, 62-200 Gniezno 1"},
		{"ul. Zygmunta Augusta 5, 62-200 Gniezno"},
		{"ul. Augusta 5, 62-200 Gniezno"},
		{"os. Centrum A 5, 31-923 Kraków"},
		{"os. Centrum B 5, 31-923 Kraków"},
		{"ul. 3 Maja 5/6, 62-200 Gniezno"},
		{"ul. Maja 35, 62-200 Gniezno"},
	} {
		first := ""
		for i, text := range group {
			key := p.Parse(Input{Lines: strings.Split(text, "\n"), DefaultCountry: "PL"}).Key()
			if i == 0 {
				first = key
				if other, taken := seen[key]; taken || key == "" {
					t.Errorf("%q and %q have one key %q", text, other, key)
				}
				seen[key] = text
			}
			if key != first {
				t.Errorf("%q\n has %q\nwant %q", text, key, first)
			}
		}
	}
}
