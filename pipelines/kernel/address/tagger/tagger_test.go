package tagger

import "testing"

func words(segments ...[]string) []Word {
	var out []Word
	for i, s := range segments {
		for _, f := range s {
			out = append(out, Word{F: f, Segment: i, To: 1})
		}
	}
	return out
}

func TestTag(t *testing.T) {
	m, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	var s Scratch
	in := words([]string{"an", "der", "kirche", "7"}, []string{"10115", "berlin"})
	in[3].Hint, in[4].Hint, in[5].Hint = HouseNumber, Postcode, City
	out := make([]Label, len(in))
	prob, ok := m.Tag(in, Context{Country: "DE"}, &s, out)
	want := []Label{Road, Road, Road, HouseNumber, Postcode, City}
	for i := range want {
		if out[i] != want[i] {
			t.Errorf("word %d: %v, not %v", i, out[i], want[i])
		}
	}
	if !ok || prob <= 0 || prob > 1.000001 {
		t.Errorf("probability %v, %v", prob, ok)
	}
	if n := testing.AllocsPerRun(100, func() { m.Tag(in, Context{Country: "DE"}, &s, out) }); n > 0 {
		t.Errorf("%v allocations per address", n)
	}
	if _, ok := m.Tag(nil, Context{}, &s, nil); ok {
		t.Error("an empty text was tagged")
	}
	if _, ok := m.Tag(make([]Word, maxWords+1), Context{}, &s, make([]Label, maxWords+1)); ok {
		t.Error("a text that is too long was tagged")
	}
}

func TestWeights(t *testing.T) {
	if n := len(weights); n > 1000_000 {
		t.Errorf("%d bytes of weights; a million is the limit", n)
	}
	for _, n := range []int{0, 4, 20, len(weights) / 2, len(weights) - 1} {
		if _, err := Decode(weights[:n]); err == nil {
			t.Errorf("weights cut after %d bytes were accepted", n)
		}
	}
	if _, err := Decode(append(append([]byte(nil), weights...), 0)); err == nil {
		t.Error("weights with a byte too many were accepted")
	}
}

func TestEncode(t *testing.T) {
	w := Weights{Scale: 0.5, Places: NewPlaces(64), Features: []Feature{{Key: 7}, {Key: 70000}}}
	w.Edges[1][3] = -9
	w.Features[1].Row[City] = -128
	w.Places.Add("10115", "berlin")
	m, err := Decode(w.Encode())
	if err != nil {
		t.Fatal(err)
	}
	if m.edges[1][3] != -9 || m.find(70000)[City] != -128 || m.find(8) != nil || !m.Places.has(placeHash("10115", "berlin")) || m.Places.has(placeHash("10115", "bonn")) {
		t.Error("the model is not what was encoded")
	}
}

func TestEnds(t *testing.T) {
	for in, want := range map[string]string{
		" Main St, ": "Main St,", "(woj. mazowieckie)": "woj. mazowieckie", "'s-Gravenhage": "'s-Gravenhage", "- Berlin -": "Berlin",
		"Halle (Saale)": "Halle (Saale)", "-1": "-1", "(a": "a", ": x": "x", "": "", "-": "", "12/": "12/",
	} {
		from, to := Ends(in, 0, len(in))
		if got := in[from:to]; got != want {
			t.Errorf("Ends(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for l := None + 1; int(l) < Labels; l++ {
		if Named(l.String()) != l {
			t.Errorf("label %d has the name %q", l, l)
		}
	}
	if Named("") != None || Named("x") != None {
		t.Error("an unknown name has a label")
	}
}

func BenchmarkTag(b *testing.B) {
	m, err := Load()
	if err != nil {
		b.Fatal(err)
	}
	var s Scratch
	in := words([]string{"via", "giovanni", "verdi", "12"}, []string{"20121", "milano", "mi"})
	out := make([]Label, len(in))
	for b.Loop() {
		m.Tag(in, Context{Country: "IT"}, &s, out)
	}
}
