package assess

import (
	"slices"
	"testing"

	"kartoteka/config"
)

func TestLineage(t *testing.T) {
	var ps config.Problems
	n := config.Parse("x.yaml", []byte(`
address: [Ulica, Kod]
email: {path: profile.email}
consent_email: {path: "consents[channel=email].granted"}
code: {path: "A/B[-1]/C"}
phone: {first_of: [Tel, Kom]}
`), &ps)
	c := columnsRead{}
	for _, f := range n.Fields() {
		c.add(f.Value, f.Key)
	}
	for column, want := range map[string][]string{
		"Ulica": {"address"}, "profile.email": {"email"}, "profile.phone": nil, "consents.granted": {"consent_email"}, "consents.channel": {"consent_email"},
		"A.B.C": {"code"}, "Kom": {"phone"}, "Uwagi": nil,
	} {
		if got := c.of(column); !slices.Equal(got, want) {
			t.Errorf("%s is read into %v, want %v", column, got, want)
		}
	}
	if len(ps) > 0 {
		t.Error(ps)
	}
}
