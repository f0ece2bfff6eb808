package name

import (
	"testing"

	"kartoteka/pipelines/kernel/empty"
)

func TestVocative(t *testing.T) {
	for in, want := range map[string]string{
		"Jan": "Janie", "Marek": "Marku", "Paweł": "Pawle", "Kuba": "Kubo", "Anna": "Anno", "Kasia": "Kasiu", "Zofia": "Zofio", "Piotr": "Piotrze", "Jacek": "Jacku",
		"Kazimierz": "Kazimierzu", "Adam": "Adamie", "Tomasz": "Tomaszu", "Andrzej": "Andrzeju", "Krzysztof": "Krzysztofie", "Stanisław": "Stanisławie", "Michał": "Michale",
		"Rafał": "Rafale", "Robert": "Robercie", "Ryszard": "Ryszardzie", "Dawid": "Dawidzie", "Henryk": "Henryku", "Patryk": "Patryku", "Wojciech": "Wojciechu", "Lech": "Lechu",
		"Karol": "Karolu", "Kamil": "Kamilu", "Maciej": "Macieju", "Mikołaj": "Mikołaju", "Błażej": "Błażeju", "Jerzy": "Jerzy", "Antoni": "Antoni", "Ignacy": "Ignacy", "Aleksander": "Aleksandrze",
		"Kacper": "Kacprze", "Artur": "Arturze", "Zygmunt": "Zygmuncie", "Witold": "Witoldzie", "Leon": "Leonie", "Roman": "Romanie", "Szymon": "Szymonie", "Jakub": "Jakubie", "Filip": "Filipie",
		"Józef": "Józefie", "Tadeusz": "Tadeuszu", "Łukasz": "Łukaszu", "Grześ": "Grzesiu", "Staś": "Stasiu", "Bartek": "Bartku", "Leszek": "Leszku", "Iwo": "Iwo", "Hugo": "Hugo", "Tymoteusz": "Tymoteuszu",
		"Borys": "Borysie", "Denis": "Denisie", "Olaf": "Olafie", "Gustaw": "Gustawie", "Barnaba": "Barnabo", "Kosma": "Kosmo", "Gerard": "Gerardzie", "Norbert": "Norbercie", "Wit": "Wicie", "Jarosz": "Jaroszu",
	} {
		if got := Vocative(in, "m"); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Anna": "Anno", "Maria": "Mario", "Zofia": "Zofio", "Katarzyna": "Katarzyno", "Ewa": "Ewo", "Kasia": "Kasiu", "Basia": "Basiu", "Zosia": "Zosiu", "Hania": "Haniu", "Ola": "Olu", "Ela": "Elu", "Jola": "Jolu",
		"Natalia": "Natalio", "Julia": "Julio", "Stefania": "Stefanio", "Halina": "Halino", "Danuta": "Danuto", "Beata": "Beato", "Agnieszka": "Agnieszko", "Małgorzata": "Małgorzato", "Kinga": "Kingo", "Gabriela": "Gabrielo", "Daniela": "Danielo",
		"Maja": "Majo", "Patrycja": "Patrycjo", "Łucja": "Łucjo", "Nicole": "Nicole", "Carmen": "Carmen", "Miriam": "Miriam", "Marysia": "Marysiu", "Krysia": "Krysiu", "Sonia": "Sonio", "Eugenia": "Eugenio", "Gosia": "Gosiu", "Zuzia": "Zuziu",
	} {
		if got := Vocative(in, "f"); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}

func TestSalutation(t *testing.T) {
	polish, plainPolish, nominative := Style{Language: "pl", Given: true, Vocative: true}, Style{Language: "pl"}, Style{Language: "pl", Given: true}
	english, first := Style{Language: "en"}, Style{Language: "en", Given: true}
	for _, tt := range []struct {
		in, country string
		style       Style
		want        string
	}{
		{"Anna Wolańska", "PL", polish, "Szanowna Pani Anno,"}, {"Jan Olech", "PL", polish, "Szanowny Panie Janie,"}, {"Jan Olech", "PL", nominative, "Szanowny Panie Jan,"},
		{"Jan Olech", "PL", plainPolish, "Szanowny Panie,"}, {"A. Olech", "PL", polish, "Szanowni Państwo,"}, {"A. Wolańska", "PL", polish, "Szanowna Pani,"},
		{"Jan i Maria Wolańscy", "PL", polish, "Szanowni Państwo,"}, {"Wit-Bud Sp. z o.o.", "PL", polish, "Szanowni Państwo,"}, {"brak", "PL", polish, "Szanowni Państwo,"},
		{"dr Anna Wolańska", "PL", polish, "Szanowna Pani Doktor,"}, {"prof. dr hab. Jan Olech", "PL", polish, "Szanowny Panie Profesorze,"}, {"ks. Jan Olech", "PL", polish, "Czcigodny Księże,"},
		{"mgr Jan Olech", "PL", polish, "Szanowny Panie Janie,"}, {"Zakład Szewski Andrzej Olech", "PL", polish, "Szanowny Panie Andrzeju,"},
		{"Linda Carter", "US", english, "Dear Ms Carter,"}, {"Mrs. Linda Carter", "US", english, "Dear Mrs Carter,"}, {"Paul Carter", "US", english, "Dear Mr Carter,"}, {"Dr. Paul Carter", "US", english, "Dear Dr Carter,"},
		{"Casey Reed", "US", english, "Dear Casey Reed,"}, {"Casey Reed", "US", first, "Dear Casey,"}, {"J. Reed", "US", first, "Dear J. Reed,"},
		{"Mr and Mrs Paul Carter", "US", english, "Dear Mr and Mrs Carter,"}, {"John & Mary Carter", "US", english, "Dear Mr and Mrs Carter,"}, {"John & Mary Carter", "US", first, "Dear John and Mary,"},
		{"Dr. Tom Hale and Ms. Ann Price", "US", english, "Dear Dr Hale and Ms Price,"}, {"Carter Plumbing LLC", "US", english, "Dear Sir or Madam,"}, {"", "US", english, "Dear Sir or Madam,"},
	} {
		n := Parse(Input{Name: tt.in, Country: tt.country}, empty.Words{})
		if got := n.Salutation(tt.style); got != tt.want {
			t.Errorf("%q %+v: got %q, want %q", tt.in, tt.style, got, tt.want)
		}
	}
}

func TestNicknames(t *testing.T) {
	n := NewNicknames([]Nickname{{"Miecia", "Mieczysława"}, {"Rudy", "Rudolf"}, {"Ruda", "Rudolfina"}, {"Al", "Alister"}, {"", "x"}, {"Al", "Alister"}})
	if n.Len() != 4 {
		t.Errorf("got %d pairs", n.Len())
	}
	for _, p := range [][2]string{{"Rudy", "Rudolf"}, {"RUDOLF", "rudy"}, {"Al", "Alister"}, {"Al", "Albert"}, {"Chris", "Christine"}, {"Kasia", "Katarzyna"}, {"R.", "Rudolf"}} {
		if !n.Compatible(p[0], p[1]) {
			t.Errorf("%q and %q are not compatible", p[0], p[1])
		}
	}
	for _, p := range [][2]string{{"Rudy", "Rudolfina"}, {"Alister", "Albert"}, {"Christine", "Christopher"}, {"", "Rudolf"}, {"Anna", "Ewa"}} {
		if n.Compatible(p[0], p[1]) {
			t.Errorf("%q and %q are compatible", p[0], p[1])
		}
	}
	if got := n.GivenKey("Rudy"); got != "rudy" && got != "rudolf" {
		t.Errorf("the key of Rudy is %q", got)
	}
	var none *Nicknames
	if !none.Compatible("Kasia", "Katarzyna") || none.Compatible("Rudy", "Rudolf") || none.GivenKey("Kasia") != "katarzyna" {
		t.Error("the built-in short forms are not those of no list")
	}
}
