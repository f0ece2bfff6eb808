package email

import (
	"strings"
	"testing"

	"kartoteka/pipelines/kernel/empty"
)

func TestParse(t *testing.T) {
	reader := Reader{Words: empty.New("nie dam"), Disposable: map[string]struct{}{"kosz.example": {}}}
	tests := []struct {
		in, want, key string
		status        Status
		codes         string
	}{
		{"jan.nowak@poczta.onet.pl", "jan.nowak@poczta.onet.pl", "jan.nowak@poczta.onet.pl", OK, ""},
		{" Jan.Nowak@WP.PL ", "jan.nowak@wp.pl", "jan.nowak@wp.pl", OK, "lower_cased"},
		{"j.a.n+sklep@gmail.com", "j.a.n+sklep@gmail.com", "jan@gmail.com", OK, ""},
		{"jan@googlemail.com", "jan@googlemail.com", "jan@gmail.com", OK, ""},
		{"<jan@wp.pl>", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"Jan Nowak <jan@wp.pl>", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"mailto:jan@wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"jan @ wp. pl", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"jan@wp.pl.", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"jan@wp,pl", "jan@wp.pl", "jan@wp.pl", OK, "comma_for_point"},
		{"jan@wp.pl; anna@wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "two_addresses"},
		{"jan@x, anna@wp.pl", "anna@wp.pl", "anna@wp.pl", OK, "two_addresses"},
		{"jan@gmial.com", "jan@gmial.com", "jan@gmail.com", OK, "domain_typo_suspected"},
		{"jan@interia.pll", "jan@interia.pll", "jan@interia.pl", OK, "domain_typo_suspected"},
		{"jan@wp.p", "", "jan@wp.pl", Invalid, "domain_typo_suspected not_an_address"},
		{"jan@wppl", "", "", Invalid, "not_an_address"},
		{"jankowalwp.pl", "", "jankowal@wp.pl", Invalid, "at_sign_missing"},
		{"jan@żółw.pl", "jan@xn--w-uga1v8h.pl", "jan@xn--w-uga1v8h.pl", OK, "domain_to_ascii"},
		{"łukasz@wp.pl", "", "", Invalid, "non_ascii_local_part"},
		{"jan..n@wp.pl", "", "", Invalid, "not_an_address"},
		{".jan@wp.pl", "", "", Invalid, "not_an_address"},
		{"jan@-wp.pl", "", "", Invalid, "not_an_address"},
		{"jan@wp.123", "", "", Invalid, "not_an_address"},
		{"jan", "", "", Invalid, "at_sign_missing"},
		{"jan@", "", "", Invalid, "not_an_address"},
		{"@", "", "", Placeholder, ""},
		{"info@ogrod.example", "info@ogrod.example", "info@ogrod.example", Role, ""},
		{"a1@mailinator.com", "a1@mailinator.com", "a1@mailinator.com", Disposable, ""},
		{"a1@kosz.example", "a1@kosz.example", "a1@kosz.example", Disposable, ""},
		{"brak@brak.pl", "", "", Placeholder, ""}, {"nie ma", "", "", Placeholder, ""}, {"nie dam", "", "", Placeholder, ""},
		{"test@test.pl", "", "", Placeholder, ""}, {"-", "", "", Placeholder, ""},
		{"", "", "", Missing, ""},
	}
	for _, tt := range tests {
		got := reader.Parse(tt.in)
		codes := strings.Join(got.Codes, " ")
		if got.Address != tt.want || got.Key != tt.key || got.Status != tt.status || codes != tt.codes {
			t.Errorf("%q: got %+v, want %q %q %s %q", tt.in, got, tt.want, tt.key, tt.status, tt.codes)
		}
	}
}

func TestSuggest(t *testing.T) {
	for in, want := range map[string]string{
		"gmial.com": "gmail.com", "gmail.co": "gmail.com", "gmail.con": "gmail.com", "gnail.com": "gmail.com", "interia.pll": "interia.pl",
		"wp.p": "wp.pl", "wp.lp": "wp.pl", "o2.pll": "o2.pl", "onte.pl": "onet.pl", "hotmial.com": "hotmail.com", "yaho.com": "yahoo.com",
		"gmail.com": "", "mail.com": "", "wp.eu": "", "up.pl": "", "op.pl": "", "firma.pl": "", "gmx.at": "", "hp.pl": "", "onet.de": "",
	} {
		if got := Suggest(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add("Jan <jan@wp,pl>; x")
	f.Add("jan+a@gmail.com")
	f.Fuzz(func(t *testing.T, text string) {
		a := Reader{}.Parse(text)
		if a.Address == "" {
			return
		}
		again := Reader{}.Parse(a.Address)
		if again.Address != a.Address && again.Status != Placeholder {
			t.Errorf("%+v reads back as %+v", a, again)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for b.Loop() {
		Reader{}.Parse("Jan.Nowak@poczta.onet.pl")
	}
}

func TestOwnDomains(t *testing.T) {
	r := Reader{
		Disposable: map[string]struct{}{"zapomnij.example": {}},
		Roles:      map[string]struct{}{"hurtownia": {}},
		Corrected:  map[string]string{"firmalis.example": "firma-lis.example"},
	}
	for in, want := range map[string]string{
		"Ewa@FirmaLis.example":   "ewa@firma-lis.example ok lower_cased domain_corrected",
		"hurtownia@lis.example":  "hurtownia@lis.example role",
		"ewa@zapomnij.example":   "ewa@zapomnij.example disposable",
		"ewa@firma-lis.example":  "ewa@firma-lis.example ok",
		"hurtownia2@lis.example": "hurtownia2@lis.example ok",
	} {
		a := r.Parse(in)
		if got := strings.Join(append([]string{a.Address, string(a.Status)}, a.Codes...), " "); got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
}
