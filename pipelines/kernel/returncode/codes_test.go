package returncode

import (
	"slices"
	"strings"
	"testing"
)

// wanted repeats every code of every coded table by hand, so that a slip in a table is seen.
var wanted = map[string]map[Reason]string{
	"usps_acs": {
		MovedNoForward: "K C", BoxClosed: "G", TemporaryAbsent: "W", UnknownAddressee: "A", BadAddress: "I N S X L",
		Inaccessible: "M V", Unclaimed: "U", Refused: "R", Deceased: "P", Generic: "Q B", NotContactFault: "D E",
	},
	"ncoa": {
		NewAddress: "A 91 92", MovedNoForward: "01 02 05 14 19 77", BoxClosed: "03",
		NoMatch: "00 04 06 07 08 09 10 11 12 13 15 16 17 18 20 66",
	},
	"epo": {
		MovedNoForward: "ADRESAT_WYPROWADZIL_SIE", UnknownAddressee: "ADRESAT_NIEZNANY ADRESAT_NIEODNALEZIONY",
		BadAddress: "ADRES_NIEPELNY ADRES_BLEDNY ADRES_NIEZGODNY ADRES_NIEZNALEZIONY",
		Unclaimed:  "NIE_PODJETO ADRESAT_NIE_PODJAL ADRESAT_NIE_ZGLASZA_SIE", TemporaryAbsent: "ADRESAT_NIE_ZASTANO ADRESAT_NIEOBECNY",
		Refused: "ODMOWA", Deceased: "ADRESAT_ZMARL", Inaccessible: "ZAMKNIETA_SIEDZIBA", Generic: "INNA",
		NotContactFault: "MYLNE_SKIEROWANIE USZKODZONA ODMOWA_USZKODZENIA POBRANIE_NIEZGODNE NIEZGODNE_WYMAGANIA NADAWCA_ODMOWIL DO_NADAWCY_NA_POZNIEJ ADRESAT_STRAJKUJE",
	},
	"uk": {
		MovedNoForward: "R01", BadAddress: "R02 R07", Inaccessible: "R03", UnknownAddressee: "R04", Refused: "R05",
		Unclaimed: "R06", Generic: "R08 R10", Deceased: "R09",
	},
	"email": {BounceHard: "5", BounceSoft: "4 5.2.2"},
}

func TestEveryRowOfTheCodeTables(t *testing.T) {
	for name, reasons := range wanted {
		table := mustBuiltin(t, name)
		rows := 0
		for reason, codes := range reasons {
			for _, code := range strings.Fields(codes) {
				rows++
				if name == "email" {
					continue
				}
				if got, ok := table.Read(Message{Code: code}); got != reason || !ok {
					t.Errorf("%s %s = %s, %v; want %s", name, code, got, ok, reason)
				}
				if got, _ := table.Read(Message{Code: " " + strings.ToLower(code)}); got != reason {
					t.Errorf("%s %s in lower case = %s; want %s", name, code, got, reason)
				}
			}
		}
		if len(table.Rows()) != rows {
			t.Errorf("%s has %d rows, the test knows %d", name, len(table.Rows()), rows)
		}
		if name == "epo" && rows != 24 {
			t.Errorf("epo has %d rows, the enumeration has 24", rows)
		}
	}
}

func TestBlankAndUnknownCodes(t *testing.T) {
	for _, c := range []struct {
		table string
		m     Message
		want  Reason
		ok    bool
	}{
		{"usps_acs", Message{}, NewAddress, true},
		{"usps_acs", Message{Code: " ", NewAddress: true}, NewAddress, true},
		{"usps_acs", Message{Text: "NOTIFY SENDER OF NEW ADDRESS"}, NewAddress, true},
		{"epo", Message{Text: "doręczono"}, "", false},
		{"uk", Message{Text: "R04"}, UnknownAddressee, true},
		{"usps_acs", Message{Code: "K", NewAddress: true}, MovedNoForward, true},
		{"usps_acs", Message{Code: "Z"}, Unknown, true},
		{"ncoa", Message{}, NoMatch, true},
		{"ncoa", Message{Code: "3"}, BoxClosed, true}, // a spreadsheet dropped the zero
		{"ncoa", Message{Code: "0"}, NoMatch, true},
		{"ncoa", Message{Code: "99"}, Unknown, true},
		{"uk", Message{}, Unknown, true},
		{"uk", Message{Code: "R11"}, Unknown, true},
		{"epo", Message{}, "", false},
		{"epo", Message{Event: "DORECZONA"}, "", false},
		{"epo", Message{Event: "AWIZO"}, "", false},
		{"epo", Message{Event: "AWIZO\nDORECZONA"}, "", false},
		{"epo", Message{Event: "AWIZO\nZWROT", Code: "INNA"}, Generic, true},
		{"epo", Message{Event: "ZWROT", Code: "ODMOWA"}, Refused, true},
		{"epo", Message{Event: "ZWROT"}, Unknown, true},
		{"epo", Message{Event: "ZAGINIONA"}, Unknown, true},
		{"epo", Message{Code: "NOWY_POWOD"}, Unknown, true},
		{"epo", Message{Code: "nie podjęto"}, Unclaimed, true},
	} {
		got, ok := mustBuiltin(t, c.table).Read(c.m)
		if got != c.want || ok != c.ok {
			t.Errorf("%s %+v = %q, %v; want %q, %v", c.table, c.m, got, ok, c.want, c.ok)
		}
	}
}

func TestEmailStatus(t *testing.T) {
	table := mustBuiltin(t, "email")
	for _, c := range []struct {
		event, status string
		want          Reason
		ok            bool
	}{
		{"bounce", "5.1.1", BounceHard, true},
		{"bounce", "5.1.10", BounceHard, true},
		{"bounce", "5.2.2", BounceSoft, true},
		{"bounce", "5.2.1", BounceHard, true},
		{"bounce", "4.4.1", BounceSoft, true},
		{"bounce", "4.7.0", BounceSoft, true},
		{"", "550 5.1.1 no such user", BounceHard, true},
		{"complaint", "", Complaint, true},
		{"Complaint", "5.1.1", Complaint, true},
		{"delivered", "2.0.0", "", false},
		{"bounce", "2.0.0", Unknown, true},
		{"bounce", "", Unknown, true},
		{"bounce", "mailbox", Unknown, true},
		{"explosion", "5.1.1", Unknown, true},
	} {
		got, ok := table.Read(Message{Event: c.event, Status: c.status})
		if got != c.want || ok != c.ok {
			t.Errorf("%s %s = %q, %v; want %q, %v", c.event, c.status, got, ok, c.want, c.ok)
		}
	}
	if table.Channel != "email" {
		t.Errorf("channel is %q", table.Channel)
	}
}

func TestCameBack(t *testing.T) {
	for _, c := range []struct {
		table  string
		reason Reason
		want   bool
	}{
		{"usps_acs", NewAddress, true}, {"usps_acs", NotContactFault, true}, {"uk", Generic, true}, {"pl_sticker", Unknown, true},
		{"epo", Unclaimed, true}, {"ncoa", NewAddress, false}, {"ncoa", BoxClosed, false},
		{"email", BounceHard, true}, {"email", BounceSoft, false}, {"email", Complaint, false},
	} {
		if got := mustBuiltin(t, c.table).CameBack(c.reason); got != c.want {
			t.Errorf("%s %s came back: %v, want %v", c.table, c.reason, got, c.want)
		}
	}
}

func TestNames(t *testing.T) {
	want := []string{"email", "epo", "ncoa", "pl_sticker", "uk", "upu", "usps_acs"}
	if got := Names(); !slices.Equal(got, want) {
		t.Errorf("Names = %v, want %v", got, want)
	}
	for _, n := range Names() {
		if table := mustBuiltin(t, n); table.Name != n || table.About == "" {
			t.Errorf("table %s calls itself %q, about %q", n, table.Name, table.About)
		}
	}
	if _, err := Builtin("pl_stickers"); err == nil || !strings.Contains(err.Error(), "pl_sticker,") {
		t.Errorf("an unknown table gives %v", err)
	}
}

func mustBuiltin(t testing.TB, name string) *Table {
	t.Helper()
	table, err := Builtin(name)
	if err != nil {
		t.Fatal(err)
	}
	return table
}
