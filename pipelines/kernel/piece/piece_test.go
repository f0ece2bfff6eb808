package piece

import (
	"strings"
	"testing"
)

func TestCheckDigit(t *testing.T) {
	for _, c := range []struct {
		body string
		want byte
		ok   bool
	}{
		{"JLSTMS6796", '9', true}, // Publication 8A, sum 51
		{"ID1234", '3', true},     // sum 27
		{"A", '8', true},
		{"N", '0', true}, // 14 doubled is 28: 2 + 8
		{"0", '0', true},
		{"", 0, false},
		{"AB-1", 0, false},
		{"żółw", 0, false},
	} {
		if got, ok := CheckDigit(c.body); got != c.want || ok != c.ok {
			t.Errorf("CheckDigit(%q) = %q, %v; want %q, %v", c.body, got, ok, c.want, c.ok)
		}
	}
}

func TestReference(t *testing.T) {
	for typed, want := range map[string]string{
		"#ID12343#":       "ID12343",
		" id 12343 ":      "ID12343",
		"I\u00a0D12343":   "ID12343",
		"ID12343":         "ID12343",
		"":                "",
		"JLSTMS67969    ": "JLSTMS67969",
	} {
		if got := Reference(typed); got != want {
			t.Errorf("Reference(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestValidReference(t *testing.T) {
	for ref, want := range map[string]bool{
		"ID12343": true, "JLSTMS67969": true,
		"ID12344": false, "ID1234": false, "3": false, "": false, "ID1234X": false, "ID 12343": false,
	} {
		if got := ValidReference(ref); got != want {
			t.Errorf("ValidReference(%q) = %v, want %v", ref, got, want)
		}
	}
}

func TestEveryWrongDigitIsFound(t *testing.T) {
	const ref = "Q900417732"
	body := ref[:len(ref)-1]
	d, _ := CheckDigit(body)
	good := body + string(d)
	for i := 1; i < len(good); i++ {
		for c := byte('0'); c <= '9'; c++ {
			if bad := good[:i] + string(c) + good[i+1:]; bad != good && ValidReference(bad) {
				t.Errorf("%s passes as %s", good, bad)
			}
		}
	}
}

func TestCode(t *testing.T) {
	for typed, want := range map[string]string{
		"ab-c2d3e4-f": "ABC2D3E4F", " Wiosna 25 ": "WIOSNA25", "ż-1": "1", "": "",
	} {
		if got := Code(typed); got != want {
			t.Errorf("Code(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestCoupon(t *testing.T) {
	for serial, want := range map[string]byte{"222222": '2', "322222": '3', "223222": '5', "ZZZZZZ": 'C'} {
		if got, ok := CouponCheck(serial); !ok || got != want {
			t.Errorf("CouponCheck(%q) = %q, %v; want %q", serial, got, ok, want)
		}
	}
	for code, want := range map[string]bool{
		"AB2222222": true, "AB3222223": true, "AB3222224": false, "A23222223": false, "AB32222230": false,
		"AB3O22223": false, "": false,
	} {
		if got := ValidCoupon(code); got != want {
			t.Errorf("ValidCoupon(%q) = %v, want %v", code, got, want)
		}
	}
	if got := FormatCoupon("AB3222223"); got != "AB-322222-3" {
		t.Errorf("FormatCoupon = %q", got)
	}
	if got := FormatCoupon("X"); got != "X" {
		t.Errorf("FormatCoupon of another code = %q", got)
	}
	if _, ok := CouponCheck("22222"); ok {
		t.Error("a short serial has a check character")
	}
}

func TestCouponFindsOneWrongCharacterAndEveryExchange(t *testing.T) {
	const serial = "7KQ3ZA"
	check, _ := CouponCheck(serial)
	good := "AB" + serial + string(check)
	for i := 2; i < 8; i++ {
		for j := 0; j < len(Alphabet); j++ {
			if bad := good[:i] + Alphabet[j:j+1] + good[i+1:]; bad != good && ValidCoupon(bad) {
				t.Errorf("%s passes as %s", good, bad)
			}
		}
		for k := i + 1; k < 8; k++ {
			b := []byte(good)
			b[i], b[k] = b[k], b[i]
			if ValidCoupon(string(b)) {
				t.Errorf("%s passes as %s", good, b)
			}
		}
	}
}

func FuzzReference(f *testing.F) {
	f.Add("#ID12343#")
	f.Add("ł 1")
	f.Fuzz(func(t *testing.T, s string) {
		once := Reference(s)
		if Reference(once) != once || strings.ContainsAny(once, "# \t") {
			t.Errorf("Reference(%q) is not settled", s)
		}
		ValidReference(once)
		if code := Code(s); Code(code) != code {
			t.Errorf("Code(%q) is not settled", s)
		}
		ValidCoupon(Code(s))
	})
}

func BenchmarkValidReference(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !ValidReference(Reference("#JLSTMS67969#")) {
			b.Fatal("refused")
		}
	}
}

func BenchmarkValidCoupon(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if !ValidCoupon(Code("AB-322222-3")) {
			b.Fatal("refused")
		}
	}
}
