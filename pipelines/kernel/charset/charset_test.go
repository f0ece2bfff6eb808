package charset

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const polish = "Wąsik;Źdźbło;Łódź\r\nŚliwa;Gęś;Żory\r\n"

func encode(t testing.TB, enc encoding.Encoding, s string) []byte {
	t.Helper()
	b, err := enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestDetect(t *testing.T) {
	utf16 := func(e unicode.Endianness, b unicode.BOMPolicy) encoding.Encoding { return unicode.UTF16(e, b) }
	noisy := strings.Repeat("Świebodzin\n", 20) + "bad \xB1 byte\n"
	tests := []struct {
		name   string
		sample []byte
		want   Encoding
	}{
		{"empty", nil, UTF8},
		{"ascii", []byte("id,name\n1,Nowak\n"), UTF8},
		{"utf-8", []byte(polish), UTF8},
		{"utf-8 with mark", []byte("\xEF\xBB\xBFid\n"), UTF8},
		{"utf-8 cut inside a letter", []byte("Wąsik Zażół\xC4"), UTF8},
		{"utf-8 with a damaged row", []byte(noisy), UTF8},
		{"windows-1250", encode(t, charmap.Windows1250, polish), Windows1250},
		{"iso-8859-2", encode(t, charmap.ISO8859_2, polish), ISO88592},
		{"neither of the six letters", encode(t, charmap.ISO8859_2, "Łęcki żółw"), Windows1250},
		{"quotes of windows", encode(t, charmap.Windows1250, "„Ogród” Łęcki"), Windows1250},
		{"utf-16le with mark", encode(t, utf16(unicode.LittleEndian, unicode.UseBOM), polish), UTF16LE},
		{"utf-16be with mark", encode(t, utf16(unicode.BigEndian, unicode.UseBOM), polish), UTF16BE},
		{"utf-16le", encode(t, utf16(unicode.LittleEndian, unicode.IgnoreBOM), polish), UTF16LE},
		{"utf-16be", encode(t, utf16(unicode.BigEndian, unicode.IgnoreBOM), polish), UTF16BE},
	}
	for _, tt := range tests {
		if got := Detect(tt.sample); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestDecodeRoundTrip(t *testing.T) {
	for enc, codec := range map[Encoding]encoding.Encoding{
		Windows1250: charmap.Windows1250, ISO88592: charmap.ISO8859_2,
		UTF16LE: unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		UTF16BE: unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		UTF8:    unicode.UTF8BOM,
	} {
		got, err := DecodeAll(encode(t, codec, polish), enc)
		if err != nil || got != polish {
			t.Errorf("%s: got %q, %v", enc, got, err)
		}
	}
}

func TestDecodeRefuses(t *testing.T) {
	tests := []struct {
		enc    Encoding
		in     string
		offset int
	}{
		{Windows1250, "ab\x81", 2}, {Windows1250, "\x83", 0}, {Windows1250, "a\x88", 1},
		{Windows1250, "\x90", 0}, {Windows1250, "\x98", 0},
		{ISO88592, "abc\x80", 3}, {ISO88592, "\x9F", 0},
		{UTF8, "Łą\xFFz", 4}, {UTF8, "a\xC4", 1},
		{UTF16LE, "a\x00b", 2}, {UTF16LE, "\x00\xD8a\x00", 0}, {UTF16BE, "\xD8\x00", 0},
		{Windows1252, "\x9D", 0},
	}
	for _, tt := range tests {
		_, err := Decode([]byte(tt.in), tt.enc)
		bad, ok := err.(*InvalidByteError)
		if !ok || bad.Offset != tt.offset {
			t.Errorf("%s %x: got %v, want offset %d", tt.enc, tt.in, err, tt.offset)
		}
	}
	if _, err := Decode([]byte("a"), Unknown); err == nil {
		t.Error("an unknown encoding decoded")
	}
}

func TestParse(t *testing.T) {
	for _, name := range append(Names(), "CP1250", "Latin2", "UTF8", "ISO 8859-2", "utf-16") {
		if _, err := Parse(name); err != nil {
			t.Error(err)
		}
	}
	for enc := UTF8; enc <= CP852; enc++ {
		if got, _ := Parse(enc.String()); got != enc {
			t.Errorf("%s is read back as %s", enc, got)
		}
	}
	if _, err := Parse("klingon"); err == nil {
		t.Error("klingon is an encoding")
	}
}

func TestMojibake(t *testing.T) {
	tests := []struct{ in, want string }{
		{"GĂłrski", "Górski"},
		{"GÃ³rski", "Górski"},
		{"JarosĹ‚aw", "Jarosław"},
		{"W±sik", "Wąsik"},
		{"¦liwa", "Śliwa"},
		{"W±sik ¦liwa", "Wąsik Śliwa"},
		{"GÃ³rski", "Górski"}, {"ĹÄ…cka", ""}, {"Å\u0081Ä…cka", "Łącka"}, {"Ĺ\u0081Ä…cka", "Łącka"}, {"G├│rski", "Górski"},
		{"GÄ‚Ĺ‚rski", "Górski"}, {"GÃƒÂ³rski", "Górski"}, // twice
		{"Paw³owska", "Pawłowska"}, {"£ukasik Bo¿ena", "Łukasik Bożena"}, {"W¹sik Wiêcek", "Wąsik Więcek"}, {"Wiêcek", ""},
		{"¯ó³w", "Żółw"}, {"W\u009cciek³y", "Wściekły"},
		{"100 m³", ""}, {"£5", ""}, {"¿Como", ""}, {"10 m²", ""}, {"½ kg", ""}, {"Müller & Söhne", ""}, {"Łódź–Zgierz", ""}, {"© Lis", ""}, {"µ", ""},
		{"Górski", ""}, {"Nowak", ""}, {"Żółć", ""}, {"Müller", ""}, {"± 5", ""}, {"Ärzte", ""},
	}
	for _, tt := range tests {
		got, found := Mojibake(tt.in)
		if got != tt.want || found != (tt.want != "") {
			t.Errorf("%q: got %q, %v, want %q", tt.in, got, found, tt.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(polish), byte(UTF8))
	f.Add([]byte("\xB9\x81"), byte(Windows1250))
	f.Fuzz(func(t *testing.T, b []byte, e byte) {
		text, err := Decode(b, Encoding(e%8))
		if err == nil && text != strings.ToValidUTF8(text, "") {
			t.Errorf("%x decodes into invalid UTF-8", b)
		}
		if Detect(b) == Unknown {
			t.Error("Detect gave no answer")
		}
		if repaired, found := Mojibake(string(b)); found && (!utf8.ValidString(repaired) || repaired == "") {
			t.Errorf("%q is repaired to %q", b, repaired)
		}
		if utf8.ValidString(text) && !Suspicious(text) {
			if _, found := Mojibake(text); found {
				t.Errorf("%q is repaired, but not suspicious", text)
			}
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	line := encode(b, charmap.Windows1250, strings.TrimSpace(polish))
	b.SetBytes(int64(len(line)))
	for b.Loop() {
		if _, err := Decode(line, Windows1250); err != nil {
			b.Fatal(err)
		}
	}
}

// TestSuspicious holds the quick test to the characters it stands for.
func TestSuspicious(t *testing.T) {
	for _, bad := range []string{"GĂłrski", "JarosĹ‚aw", "GÃ³rski", "W±sik", "¦liwa", "¶", "¬", "Å‚", "Ä…"} {
		if !Suspicious(bad) {
			t.Errorf("%q is not suspicious", bad)
		}
	}
	for _, good := range []string{"Górski", "Zażółć gęślą jaźń", "ŻÓŁĆ", "Müller", "Straße", ""} {
		if Suspicious(good) {
			t.Errorf("%q is suspicious", good)
		}
	}
}

// BenchmarkDetect names the encoding of 64 KB.
func BenchmarkDetect(b *testing.B) {
	sample := bytes.Repeat(encode(b, charmap.Windows1250, polish), 1200)
	b.SetBytes(int64(len(sample)))
	for b.Loop() {
		Detect(sample)
	}
}

func BenchmarkMojibake(b *testing.B) {
	texts := []string{"Górski", "Paw³owska", "GĂłrski", "Nowak", "ul. Wiązowa 12"}
	i := 0
	for b.Loop() {
		Mojibake(texts[i%len(texts)])
		i++
	}
}
