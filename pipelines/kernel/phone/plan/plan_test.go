package plan

import "testing"

func TestType(t *testing.T) {
	for _, tt := range []struct {
		code             int
		national, region string
		kind             byte
	}{
		{48, "601123456", "PL", Mobile}, {48, "221234567", "PL", Fixed}, {48, "800123456", "PL", TollFree}, {48, "900123456", "", 0}, {48, "60112345", "", 0},
		{1, "2127365000", "US", FixedOrMobile}, {1, "4167365000", "CA", FixedOrMobile}, {1, "2121365000", "", 0}, {1, "8003569377", "US", TollFree},
		{44, "7400123456", "GB", Mobile}, {44, "7911123456", "GG", Mobile}, {44, "1534456789", "JE", Fixed}, {39, "0612345678", "IT", Fixed}, {39, "0669812345", "VA", Fixed}, {49, "301234567", "DE", Fixed},
	} {
		p, ok := Find(tt.code)
		if !ok {
			t.Fatalf("no plan of +%d", tt.code)
		}
		region, kind, valid := p.Type(tt.national)
		if kind != tt.kind || valid != (tt.kind != 0) || valid && region != tt.region {
			t.Errorf("+%d %s: got %s %d %v, want %s %d", tt.code, tt.national, region, kind, valid, tt.region, tt.kind)
		}
	}
	if _, ok := Find(999); ok {
		t.Error("there is a plan of +999")
	}
	if p, _ := Find(44); p.Main() != "GB" || p.Trunk("0207") != "0" || p.Trunk("207") != "" || p.Length(10) != Possible || p.Length(3) != TooShort || p.Length(12) != TooLong {
		t.Errorf("+44: %s %q %d", p.Main(), p.Trunk("0207"), p.Length(10))
	}
}

func BenchmarkType(b *testing.B) {
	p, _ := Find(49)
	for b.Loop() {
		p.Type("301234567")
	}
}
