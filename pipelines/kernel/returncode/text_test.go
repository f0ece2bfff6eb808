package returncode

import (
	"strings"
	"testing"
)

func TestStickers(t *testing.T) {
	table := mustBuiltin(t, "pl_sticker")
	for text, want := range map[string]Reason{
		"Wyprowadził się":                         MovedNoForward,
		"WYPROWADZIL SIE":                         MovedNoForward,
		"adresatka wyprowadzila sie":              MovedNoForward,
		"wyprowadził się 03.2025":                 MovedNoForward,
		"wyprowadzł sie":                          MovedNoForward, // a letter lost
		"upłynął termin dosyłania":                MovedNoForward,
		"wyprowadził się, nowy adres na naklejce": MovedNoForward,
		"zwrot: nie podjęto w terminie":           Unclaimed,
		"nie podjeto":                             Unclaimed,
		"niepodjeto":                              Unclaimed,
		"nie podjéto w terminie 14 dni":           Unknown, // "dni" says nothing that the table knows
		"nie podjeot":                             Unclaimed,
		"podjęto":                                 Unknown,
		"nie zgłasza się":                         Unclaimed,
		"adresat nieznany pod wskazanym adresem":  UnknownAddressee,
		"adres nieznany":                          BadAddress,
		"NIEZNANY":                                UnknownAddressee,
		"nie mozna odnalezc adresata":             UnknownAddressee,
		"adres niepelny":                          BadAddress,
		"brak nr":                                 Unknown,
		"brak numeru mieszkania":                  BadAddress,
		"adresata nie zastano":                    TemporaryAbsent,
		"nieobecny":                               TemporaryAbsent,
		"odmowa przyjecia przesylki":              Refused,
		"adresat odmówił przyjęcia":               Refused,
		"odmowil przyjecia":                       Refused,
		"adresat zmarł":                           Deceased,
		"ZMARLA":                                  Deceased,
		"adresat nie żyje":                        Deceased,
		"brak skrzynki na listy":                  Inaccessible,
		"zamknieta siedziba":                      Inaccessible,
		"pustostan":                               Inaccessible,
		"inne":                                    Generic,
		"z innych przyczyn":                       Generic,
		"mylne skierowanie":                       NotContactFault,
		"przesyłka uszkodzona":                    NotContactFault,
		"uszkodzna":                               NotContactFault,
		"unbekannt verzogen":                      MovedNoForward,
		"Parti / Déménagé":                        MovedNoForward,
		"Empfaenger nicht zu ermitteln":           UnknownAddressee,
		"Annahme verweigert":                      Refused,
		"Non réclamé":                             Unclaimed,
		"Décédé":                                  Deceased,
		"Adresse insuffisante":                    BadAddress,
		"gone away":                               MovedNoForward,
		"???":                                     Unknown,
		"-":                                       Unknown,
		"adresat":                                 Unknown,
		"sprawdzić z listonoszem":                 Unknown,
		"zmarł, wyprowadził się":                  Unknown, // two reasons
		"nie zastano, nie podjęto w terminie":     Unclaimed,
		"nie wiadomo":                             Unknown,
		"ślad wody, tekst nieczytelny":            Unknown,
		"1234":                                    Unknown,
		"wyprowadził się do Niemiec":              Unknown,
		"skrytka pocztowa zlikwidowana":           BoxClosed,
		"przesylka uszkodzona w transporcie " + "X9": Unknown,
	} {
		if got, ok := table.Read(Message{Text: text}); got != want || !ok {
			t.Errorf("%q = %s, %v; want %s", text, got, ok, want)
		}
	}
}

func TestStickerWithANewAddress(t *testing.T) {
	table := mustBuiltin(t, "pl_sticker")
	for _, text := range []string{"", "wyprowadził się", "???", "zmarł"} {
		if got, _ := table.Read(Message{Text: text, NewAddress: true}); got != NewAddress {
			t.Errorf("%q with a new address = %s", text, got)
		}
	}
	if got, ok := table.Read(Message{}); got != Unknown || !ok {
		t.Errorf("an empty sticker = %s, %v", got, ok)
	}
	if got, _ := table.Read(Message{Code: "zmarł"}); got != Deceased {
		t.Errorf("words in the code column = %s", got)
	}
}

// Every phrase is read as its own reason, however it is written, and one slip never makes it another reason.
func TestEveryPhraseAndItsSlips(t *testing.T) {
	for _, name := range []string{"pl_sticker", "upu"} {
		table := mustBuiltin(t, name)
		slips, known := 0, 0
		for _, row := range table.Rows() {
			for _, text := range []string{row.Text, strings.ToUpper(row.Text), "  " + row.Text + "."} {
				if got, _ := table.Read(Message{Text: text}); got != row.Reason {
					t.Errorf("%s: %q = %s, want %s", name, text, got, row.Reason)
				}
			}
			for _, text := range oneSlip(row.Text) {
				slips++
				switch got, _ := table.Read(Message{Text: text}); got {
				case row.Reason:
					known++
				case Unknown:
				default:
					t.Errorf("%s: %q, a slip of %q, = %s instead of %s", name, text, row.Text, got, row.Reason)
				}
			}
		}
		t.Logf("%s: %d of %d slips still read", name, known, slips)
	}
}

// oneSlip leaves out, doubles and exchanges letters.
func oneSlip(text string) []string {
	r := []rune(text)
	var all []string
	for i := range r {
		if r[i] == ' ' {
			continue
		}
		all = append(all, string(r[:i])+string(r[i+1:]), string(r[:i+1])+string(r[i:]))
		if i+1 < len(r) && r[i+1] != ' ' && r[i+1] != r[i] {
			all = append(all, string(r[:i])+string(r[i+1])+string(r[i])+string(r[i+2:]))
		}
	}
	return all
}

func FuzzText(f *testing.F) {
	f.Add("nie podjęto w terminie")
	f.Add("Parti / Déménagé")
	f.Add("\xff\x00 adresat zmarł")
	table := mustBuiltin(f, "pl_sticker")
	coded := []*Table{mustBuiltin(f, "epo"), mustBuiltin(f, "email"), mustBuiltin(f, "usps_acs")}
	f.Fuzz(func(t *testing.T, s string) {
		got, ok := table.Read(Message{Text: s})
		if !ok || !Known(string(got)) {
			t.Fatalf("%q = %q, %v", s, got, ok)
		}
		if again, _ := table.Read(Message{Text: s}); again != got {
			t.Fatalf("%q = %s, then %s", s, got, again)
		}
		for _, c := range coded {
			if r, ok := c.Read(Message{Code: s, Event: s, Status: s}); ok && !Known(string(r)) {
				t.Fatalf("%s %q = %q", c.Name, s, r)
			}
		}
	})
}

func BenchmarkStickerExact(b *testing.B) { benchText(b, "nie podjęto w terminie") }
func BenchmarkStickerTypo(b *testing.B)  { benchText(b, "adresat wyprowadzł sie") }
func BenchmarkStickerUnknown(b *testing.B) {
	benchText(b, "proszę sprawdzić u listonosza, ślad wody na kopercie")
}

func benchText(b *testing.B, text string) {
	table := mustBuiltin(b, "pl_sticker")
	b.ReportAllocs()
	for b.Loop() {
		table.Read(Message{Text: text})
	}
}
