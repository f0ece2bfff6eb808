package empty

import "testing"

func TestIs(t *testing.T) {
	words := New("ZZZ Klient", "n.z.")
	tests := []struct {
		kind  Kind
		value string
		want  bool
	}{
		{Text, "", true}, {Text, "  ", true}, {Text, "-", true}, {Text, "...", true}, {Text, "Brak", true},
		{Text, " BRAK ", true}, {Text, "nie podano", true}, {Text, "NIE  PODANO.", true}, {Text, "xxx", true},
		{Text, "XXXXX", true}, {Text, "n/a", true}, {Text, "N.A.", true}, {Text, "(brak)", true}, {Text, "000", true},
		{Text, "zzz klient", true}, {Text, "N.Z.", true}, {Text, "NULL", true},
		{Text, "Nowak", false}, {Text, "Brakowska", false}, {Text, "x", false}, {Text, "0", false}, {Text, "NA", false},
		{Text, "test", false}, {Text, "brak ulicy, wieś Golnice, a dalej jeszcze dużo tekstu", false},
		{Name, "Test", true}, {Name, "12345", true}, {Name, "Imię Nazwisko", true}, {Name, "CURRENT RESIDENT", true},
		{Name, "Anonim", true}, {Name, "Jan", false},
		{Phone, "000-000-000", true}, {Phone, "000000000", true}, {Phone, "123456789", true}, {Phone, "123 456 789", true},
		{Phone, "111111111", true}, {Phone, "+48 111 111 111", true}, {Phone, "987654321", true}, {Phone, "brak", true},
		{Phone, "0048 123456789", true}, {Phone, "601123456", false}, {Phone, "+1 555 123 4567", false}, {Phone, "123451234", false},
		{Email, "brak@brak.pl", true}, {Email, "BRAK@wp.pl", true}, {Email, "test@test.pl", true}, {Email, "nie.ma@interia.pl", true},
		{Email, "a@a.pl", true}, {Email, "email@email.com", true}, {Email, "test@example.com", true}, {Email, "nie ma", true},
		{Email, "jan@wp.pl", false}, {Email, "test@firma.pl", false}, {Email, "mail@firma.pl", false}, {Email, "anna@brakowski.pl", false},
		{Date, "01.01.1900", true}, {Date, "1900-01-01", true}, {Date, "19000101", true}, {Date, "00.00.0000", true}, {Date, "01.01.1970", false},
		{Postcode, "00-000", true}, {Postcode, "99-999", true}, {Postcode, "00-001", false}, {Postcode, "xx-xxx", false}, {Postcode, "61-001", false},
	}
	for _, tt := range tests {
		if got := words.Is(tt.kind, tt.value); got != tt.want {
			t.Errorf("%d %q: got %v", tt.kind, tt.value, got)
		}
	}
}

func TestOwn(t *testing.T) {
	words := New("do ustalenia", "-")
	for value, want := range map[string]bool{"Do  Ustalenia.": true, "--": true, "brak": false, "Nowak": false} {
		if got := words.Own(value); got != want {
			t.Errorf("%q: got %v", value, got)
		}
	}
	if (Words{}).Own("brak") {
		t.Error("no words of one's own, but one was found")
	}
}

func FuzzIs(f *testing.F) {
	f.Add("brak@brak.pl", byte(Email))
	f.Fuzz(func(t *testing.T, value string, kind byte) {
		w := New(value)
		if len(value) <= longest && !w.Is(Kind(kind%6), value) {
			t.Errorf("own word %q is not known", value)
		}
	})
}

func BenchmarkIs(b *testing.B) {
	var w Words
	for b.Loop() {
		w.Is(Name, "Górnczyk")
		w.Is(Phone, "601 123 456")
	}
}
