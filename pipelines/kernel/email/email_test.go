package email

import (
	"strings"
	"testing"
	"unicode/utf8"

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
		{"jan@wppl", "", "jan@wp.pl", Invalid, "point_missing not_an_address"},
		{"jan@gmail", "", "jan@gmail.com", Invalid, "point_missing not_an_address"},
		{"jan@firma", "", "", Invalid, "not_an_address"},
		{"jan@sklep-lis.con", "jan@sklep-lis.con", "jan@sklep-lis.com", OK, "domain_typo_suspected"},
		{"jan(at)wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "at_sign_restored"},
		{"jan.lis [at] wp [dot] pl", "jan.lis@wp.pl", "jan.lis@wp.pl", OK, "at_sign_restored"},
		{"jan małpa wp kropka pl", "jan@wp.pl", "jan@wp.pl", OK, "at_sign_restored"},
		{"jan at wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "at_sign_restored"},
		{"jan@@wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "at_sign_restored"},
		{"E-mail: jan@wp.pl", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"mailto:jan@wp.pl?subject=Lis", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"jan@wp.pl (praca)", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"jan@wp.pl - prywatny", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"\u200bjan@wp.pl\u00a0", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"\"Lis, Jan\" <jan@wp.pl>", "jan@wp.pl", "jan@wp.pl", OK, "wrapping_dropped"},
		{"<brak@brak.pl>", "", "", Placeholder, ""},
		{"jan lis@wp.pl", "", "", Invalid, "not_an_address"},
		{"\"jan.lis\"@wp.pl", "jan.lis@wp.pl", "jan.lis@wp.pl", OK, "wrapping_dropped"},
		{"\"jan lis\"@wp.pl", "\"jan lis\"@wp.pl", "\"jan lis\"@wp.pl", OK, "quoted_local_part"},
		{"jan@[192.0.2.7]", "", "", Invalid, "address_literal"},
		{"żółw@żółw.pl", "żółw@xn--w-uga1v8h.pl", "żółw@xn--w-uga1v8h.pl", OK, "domain_to_ascii non_ascii_local_part"},
		{strings.Repeat("a", 65) + "@wp.pl", "", "", Invalid, "too_long"},
		{"a@" + strings.Repeat("abcdefgh.", 29) + "pl", "", "", Invalid, "too_long"},
		{"j.l-x_1@proton.me", "j.l-x_1@proton.me", "jlx1@proton.me", OK, ""},
		{"jan@me.com", "jan@me.com", "jan@icloud.com", OK, ""},
		{"biuro.krakow@lis.example", "biuro.krakow@lis.example", "biuro.krakow@lis.example", Role, ""},
		{"a1@poczta.mailinator.com", "a1@poczta.mailinator.com", "a1@poczta.mailinator.com", Disposable, ""},
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

func TestMeant(t *testing.T) {
	for in, want := range map[string]string{
		"jan@gmial.con": "jan@gmail.com", "łukasz@wp.pl": "lukasz@wp.pl", "jan..lis@wp.pl": "jan.lis@wp.pl", ".jan@wp.pl": "jan@wp.pl",
		"jankowal.wp.pl": "", "jan.kowalwp.pl": "jan.kowal@wp.pl", "jan@wp.pl": "", "jan@gmailcom": "jan@gmail.com",
	} {
		if got := (Reader{}).Parse(in); got.Suggested != want {
			t.Errorf("%q: got %q, want %q", in, got.Suggested, want)
		}
	}
	a := Reader{}.Parse("jan@wp.pl lub ewa@wp.pl")
	if a.Address != "jan@wp.pl" || a.Second != "ewa@wp.pl" {
		t.Errorf("two addresses: got %+v", a)
	}
}

func TestSuggest(t *testing.T) {
	for in, want := range map[string]string{
		"gmial.com": "gmail.com", "gmail.co": "gmail.com", "gmail.con": "gmail.com", "gnail.com": "gmail.com", "interia.pll": "interia.pl",
		"wp.p": "wp.pl", "wp.lp": "wp.pl", "o2.pll": "o2.pl", "onte.pl": "onet.pl", "hotmial.com": "hotmail.com", "yaho.com": "yahoo.com",
		"gmail.com": "", "mail.com": "", "wp.eu": "", "up.pl": "", "op.pl": "", "firma.pl": "", "gmx.at": "", "hp.pl": "", "onet.de": "",
		"gmail.com.pl": "gmail.com", "gmai.com": "gmail.com", "gamil.com": "gmail.com", "gmail.cmo": "gmail.com", "outlok.com": "outlook.com",
		"hotmal.com": "hotmail.com", "yahooo.com": "yahoo.com", "www.onet.pl": "onet.pl", "intera.pl": "interia.pl",
		"cloud.com": "", "pmail.com": "", "vmail.com": "gmail.com", "lis.example": "", "lis.ogr": "lis.org",
	} {
		if got := Suggest(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// FuzzParse holds that an address reads back as itself, with the same key, and that
// what is suggested is an address.
func FuzzParse(f *testing.F) {
	for _, text := range []string{"Jan <jan@wp,pl>; x", "jan+a@gmail.com", "\"j l\"@wp.pl", "jan (at) wp.pl", "e-mail: ż@ż.pl", "a@b.con", "x@wppl", "a@[1]"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		a := Reader{}.Parse(text)
		if !utf8.ValidString(text) {
			return
		}
		for _, address := range []string{a.Address, a.Second, a.Suggested} {
			if address == "" {
				continue
			}
			again := Reader{}.Parse(address)
			if again.Status == Placeholder {
				continue
			}
			if again.Address != address {
				t.Errorf("%q: %q reads back as %+v", text, address, again)
			}
			if address == a.Address && again.Key != a.Key {
				t.Errorf("%q: key %q reads back as %q", text, a.Key, again.Key)
			}
		}
	})
}

// BenchmarkParse reads what fields hold: mostly clean addresses of large services and
// of firms, here and there capitals, a typing error, a wrapping, a word for none.
func BenchmarkParse(b *testing.B) {
	texts := []string{
		"jan.nowak@poczta.onet.pl", "alis@gmail.com", "Ewa.Lis@WP.PL", "biuro@piekarnia-lis.pl", "j.olech+sklep@gmail.com", "olech7@interia.pl",
		"k.wrona@zaklad-szewski.com.pl", "mary.carter@yahoo.com", "pcarter@comcast.net", "ola@gmial.com", "brak", "<ewa@o2.pl>", "test@test.pl",
		"h.meyer@t-online.de", "zosia_92@op.pl", "paul@carterplumbing.com",
	}
	i := 0
	for b.Loop() {
		Reader{}.Parse(texts[i%len(texts)])
		i++
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "texts/s")
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
