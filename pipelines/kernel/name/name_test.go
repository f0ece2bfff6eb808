package name

import (
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/empty"
)

// shown gives a name on one line: kind prefix|given|middle|family|suffix|gender,
// then what else there is.
func shown(n Name) string {
	s := string(n.Kind) + " " + strings.Join([]string{n.Prefix, n.Given, n.Middle, n.Family, n.Suffix, n.Gender}, "|")
	if n.Company != "" {
		s += " @" + n.Company
	}
	if n.Given2 != "" || n.Family2 != "" {
		s += " +" + n.Given2 + "|" + n.Family2 + "|" + n.Gender2
	}
	return s
}

func TestWhole(t *testing.T) {
	tests := []struct{ in, country, want string }{
		{"Artur Wolański", "PL", "person |Artur||Wolański||m"},
		{"WOLAŃSKI ARTUR", "PL", "person |Artur||Wolański||m"},
		{"wolanska iwona", "PL", "person |Iwona||Wolanska||f"},
		{"Wrona Kuba", "PL", "person |Kuba||Wrona||m"},
		{"Barnaba Lis", "PL", "person |Barnaba||Lis||m"},
		{"I. GÓRECKA", "PL", "person |I.||Górecka||f"},
		{"J.K.Zych", "PL", "person |J.|K.|Zych||"},
		{"Zych J.", "PL", "person |J.||Zych||"},
		{"Anna Maria Lis-Zawadzka", "PL", "person |Anna|Maria|Lis-Zawadzka||f"},
		{"EWA LIS - ZAWADZKA", "PL", "person |Ewa||Lis-Zawadzka||f"},
		{"Agnieszak Hubik", "PL", "person |Agnieszak||Hubik||"},
		{"Hubik Agnieszak", "PL", "person |Agnieszak||Hubik||"},
		{"dr inż. Piotr Olech", "PL", "person dr inż.|Piotr||Olech||m"},
		{"Sz. P. Irena Olech", "PL", "person Sz. P.|Irena||Olech||f"},
		{"ks. Olech", "PL", "person ks.|||Olech||m"},
		{"Zofia Olech z d. Lis", "PL", "person |Zofia||Olech||f"},
		{"Zofia Olech (sąsiadka)", "PL", "person |Zofia||Olech||f"},
		{"Olech", "PL", "person |||Olech||"},
		{"Kasia", "PL", "person |Kasia||||f"},
		{"CARTER LINDA", "US", "person |Linda||Carter||f"},
		{"Mrs. Linda B. Carter", "US", "person Mrs.|Linda|B.|Carter||f"},
		{"Carter Jr, Paul", "US", "person |Paul||Carter|Jr|m"},
		{"Paul Carter III", "US", "person |Paul||Carter|III|m"},
		{"MARY ANN O'BRIEN", "US", "person |Mary|Ann|O'Brien||f"},
		{"BRIAN MCADAMS", "US", "person |Brian||McAdams||m"},
		{"WILLEM VAN DER MEER", "US", "person |Willem||van der Meer||m"},
		{"Mrs. Harold Carter", "US", "person Mrs.|Harold||Carter||f"},
		{"Casey Reed", "US", "person |Casey||Reed||"},
		{"Charlotte Church", "GB", "person |Charlotte||Church||f"},
		{"Jan i Maria Wolańscy", "PL", "couple |Jan||Wolański||m +Maria|Wolańska|f"},
		{"ANNA I PIOTR ZAWADZCY", "PL", "couple |Anna||Zawadzka||f +Piotr|Zawadzki|m"},
		{"Ewa Lis oraz Marcin Olech", "PL", "couple |Ewa||Lis||f +Marcin|Olech|m"},
		{"Jan Wolański i Maria", "PL", "couple |Jan||Wolański||m +Maria|Wolańska|f"},
		{"Państwo Wolańscy", "PL", "couple Państwo|||Wolański||m +|Wolańska|f"},
		{"Olech Irena, Olech Roman", "PL", "couple |Irena||Olech||f +Roman|Olech|m"},
		{"John & Mary Carter", "US", "couple |John||Carter||m +Mary|Carter|f"},
		{"Mr and Mrs Paul Carter", "US", "couple Mr and Mrs|Paul||Carter||m +|Carter|f"},
		{"Wit-Bud Sp. z o.o.", "PL", "company ||||| @Wit-Bud Sp. z o.o."},
		{"OLECH I WSPÓLNICY S.C.", "PL", "company ||||| @OLECH I WSPÓLNICY S.C."},
		{"Zakład Szewski Andrzej Olech", "PL", "company |Andrzej||Olech||m @Zakład Szewski Andrzej Olech"},
		{"Szkoła Podstawowa im. Jana Lisa", "PL", "company ||||| @Szkoła Podstawowa im. Jana Lisa"},
		{"Jan Olech, Wit-Bud Sp. z o.o.", "PL", "person |Jan||Olech||m @Wit-Bud Sp. z o.o."},
		{"Carter, Reed & Associates", "US", "company ||||| @Carter, Reed & Associates"},
		{"Carter Plumbing LLC", "US", "company ||||| @Carter Plumbing LLC"},
		{"brak", "PL", "unknown |||||"}, {"Test", "PL", "unknown |||||"}, {"12345", "PL", "unknown |||||"},
		{"jan@wp.pl", "PL", "unknown |||||"}, {"", "PL", "unknown |||||"}, {" , ", "PL", "unknown |||||"},
	}
	for _, tt := range tests {
		got := shown(Parse(Input{Name: tt.in, Country: tt.country}, empty.Words{}))
		if got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.in, got, tt.want)
		}
	}
}

func TestFields(t *testing.T) {
	tests := []struct {
		in          Input
		want, codes string
	}{
		{Input{Given: "Ewa", Family: "Lis"}, "person |Ewa||Lis||f", ""},
		{Input{Given: "EWA", Family: "LIS"}, "person |Ewa||Lis||f", "case_changed"},
		{Input{Given: "Wolańska", Family: "Ewa"}, "person |Ewa||Wolańska||f", "fields_swapped"},
		{Input{Given: "Ewa Maria", Family: "Lis"}, "person |Ewa|Maria|Lis||f", ""},
		{Input{Given: "Ewa", Middle: "MARIA", Family: "Lis"}, "person |Ewa|Maria|Lis||f", "case_changed"},
		{Input{Family: "Braynt"}, "person |||Braynt||", ""},
		{Input{Family: "Zakład Stolarski"}, "company ||||| @Zakład Stolarski", ""},
		{Input{Given: "dr Ewa", Family: "Lis"}, "person dr|Ewa||Lis||f", ""},
		{Input{Given: "Ewa", Family: "brak"}, "person |Ewa||||f", "placeholder"},
		{Input{Given: "xxx", Family: "xxx"}, "unknown |||||", "placeholder"},
		{Input{Given: "Jan i Ewa", Family: "Wolańscy"}, "couple |Jan||Wolański||m +Ewa|Wolańska|f", "plural_resolved"},
		{Input{Family: "Wit-Bud Sp. z o.o."}, "company ||||| @Wit-Bud Sp. z o.o.", ""},
		{Input{Given: "Ewa", Family: "Lis", Company: "Wit-Bud"}, "person |Ewa||Lis||f @Wit-Bud", ""},
		{Input{Company: "Wit-Bud"}, "company ||||| @Wit-Bud", ""},
		{Input{Given: "Ewa", Family: "Lis", Gender: "M"}, "person |Ewa||Lis||m", "gender_conflict"},
		{Input{Given: "Casey", Family: "Reed", Gender: "K"}, "person |Casey||Reed||f", ""},
		{Input{Prefix: "Pani", Given: "Casey", Family: "Reed"}, "person Pani|Casey||Reed||f", ""},
		{Input{Given: "Ewa", Family: "Ewa Lis"}, "person |Ewa||Lis||f", ""},
		{Input{Family: "Wolański Jan"}, "person |Jan||Wolański||m", "order_reversed"},
	}
	for _, tt := range tests {
		tt.in.Country = "PL"
		n := Parse(tt.in, empty.Words{})
		if got, codes := shown(n), strings.Join(n.Codes, " "); got != tt.want || codes != tt.codes {
			t.Errorf("%+v: got %s %q, want %s %q", tt.in, got, codes, tt.want, tt.codes)
		}
	}
}

func TestKeys(t *testing.T) {
	for in, want := range map[string]string{
		"Wolańska": "wolanski", "Wolański": "wolanski", "NOWICKA": "nowicki", "Zawadzka": "zawadzki", "Zielona": "zielony", "Zielony": "zielony",
		"Lis-Wolańska": "lis wolanski", "Biała": "bialy", "Cicha": "cichy", "Sowa": "sowa", "Nowak": "nowak", "O'Brien": "obrien", "Łęcki": "lecki", "": "",
	} {
		if got := SurnameKey(in); got != want {
			t.Errorf("surname %q: got %q, want %q", in, got, want)
		}
	}
	for in, want := range map[string]string{
		"Kasia": "katarzyna", "Katarzyna": "katarzyna", "Jurek": "jerzy", "BILL": "william", "Staszek": "stanislaw", "Zosia": "zofia", "Gosia": "malgorzata",
		"Magda": "magdalena", "Ola": "aleksandra", "Anna Maria": "anna", "J.": "j", "Zenobia": "zenobia", "": "",
	} {
		if got := GivenKey(in); got != want {
			t.Errorf("given %q: got %q, want %q", in, got, want)
		}
	}
	for _, pair := range [][2]string{{"Kasia", "Katarzyna"}, {"J.", "Jan"}, {"K.", "Kasia"}, {"B", "Bill"}, {"Ewa", "EWA"}} {
		if !Compatible(pair[0], pair[1]) {
			t.Errorf("%q and %q are not compatible", pair[0], pair[1])
		}
	}
	for _, pair := range [][2]string{{"Kasia", "Anna"}, {"J.", "Ewa"}, {"", "Ewa"}, {"", ""}} {
		if Compatible(pair[0], pair[1]) {
			t.Errorf("%q and %q are compatible", pair[0], pair[1])
		}
	}
}

func TestRecase(t *testing.T) {
	for in, want := range map[string]string{
		"ŻÓŁKIEWSKA": "Żółkiewska", "lis-łęcka": "Lis-Łęcka", "McDonald": "McDonald", "MCDONALD": "McDonald", "o'brien": "O'Brien",
		"VON DER HEYDE": "von der Heyde", "de la Cruz": "de la Cruz", "D'ARTOIS": "d'Artois", "Nowak": "Nowak", "nOWAK": "Nowak", "J.": "J.", "T": "T",
	} {
		if got := recase(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func TestColumnGender(t *testing.T) {
	for in, want := range map[string]string{"K": "f", "M": "m", "F": "f", "kobieta": "f", "Mężczyzna": "m", "MALE": "m", "x": "", "": ""} {
		if got := ColumnGender(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Jan i Maria Wolańscy", "", true)
	f.Add("Carter Jr, Paul", "dr Ewa (x)", false)
	f.Add("Sz. P. - ", " , ", true)
	f.Fuzz(func(t *testing.T, a, b string, polish bool) {
		country := "US"
		if polish {
			country = "PL"
		}
		n := Parse(Input{Name: a, Country: country}, empty.Words{})
		if n.Kind == Unknown && n.Given+n.Family+n.Company != "" {
			t.Errorf("%+v is unknown", n)
		}
		Parse(Input{Given: a, Family: b, Country: country}, empty.Words{})
		Compatible(a, b)
		if k := SurnameKey(a); k != SurnameKey(k) {
			t.Errorf("the key of the key %q is %q", k, SurnameKey(k))
		}
	})
}

func BenchmarkParse(b *testing.B) {
	b.Run("fields", func(b *testing.B) {
		for b.Loop() {
			Parse(Input{Given: "Ewa", Family: "Wolańska", Country: "PL"}, empty.Words{})
		}
	})
	b.Run("whole", func(b *testing.B) {
		for b.Loop() {
			Parse(Input{Name: "WOLAŃSKA EWA", Country: "PL"}, empty.Words{})
		}
	})
}
