package main

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"kartoteka/pipelines/kernel/address"
	"kartoteka/pipelines/kernel/address/tagger"
)

// invented makes labelled addresses of an invented country: street, number, then
// postcode and town, some with a district before the town.
func invented() []example {
	streets := []string{"oak lane", "mill road", "long street", "church way", "hill street", "river road"}
	towns := []string{"ashton", "brookfield", "new carlow", "derry hill", "elmstead"}
	var out []example
	for i := range 60 {
		e := example{country: "XK", fold: i % folds}
		e.fields[tagger.Road] = streets[i%6]
		e.fields[tagger.HouseNumber] = fmt.Sprint(1 + i)
		e.fields[tagger.Postcode] = fmt.Sprint(20000 + 371*i)
		e.fields[tagger.City] = towns[i%5]
		district := ""
		if i%4 == 0 {
			e.fields[tagger.Suburb] = "westend"
			district = "westend "
		}
		e.text = fmt.Sprintf("%s %s, %s %s%s", streets[i%6], e.fields[tagger.HouseNumber], e.fields[tagger.Postcode], district, towns[i%5])
		out = append(out, e)
	}
	return out
}

func small(t *testing.T) *corpus {
	places := tagger.NewPlaces(64)
	places.Add("", "ashton")
	c := &corpus{places: places}
	a := &aligner{parser: address.New(address.Options{GrammarOnly: true})}
	rows := invented()
	a.learn(rows)
	for i, e := range rows {
		s := a.words(e.text, e.country)
		s.group = i
		if !a.label(&s, e) || !e.says(s.words, s.gold) {
			t.Fatalf("%q is not labelled as it should be: %v", e.text, s.gold)
		}
		c.samples = append(c.samples, s)
		if v, ok := a.variant(s, e, 1); ok {
			c.samples = append(c.samples, v)
		}
		c.tests = append(c.tests, test{e, [2]sample{s, s}})
	}
	return c
}

func TestSameWeights(t *testing.T) {
	a := newField().train(small(t), allFolds).Encode()
	b := newField().train(small(t), allFolds).Encode()
	if !bytes.Equal(a, b) {
		t.Error("two trainings gave different weights")
	}
	if _, err := tagger.Decode(a); err != nil {
		t.Error(err)
	}
}

func TestCross(t *testing.T) {
	c := small(t)
	models, err := c.cross()
	if err != nil {
		t.Fatal(err)
	}
	right := 0
	results := c.judge(models)
	for _, r := range results {
		right += b2i(r.right[0])
	}
	if right < len(results)*3/4 {
		t.Errorf("%d of %d held-out addresses right", right, len(results))
	}
	if len(c.table(results)) == 0 {
		t.Error("the confidence table is empty")
	}
	var b bytes.Buffer
	report(&b, results, "")
	var parsers [folds]*address.Parser
	parsers[0] = address.New(address.Options{Tagger: models[0]})
	c.whole(&b, parsers)
	if b.Len() == 0 {
		t.Error("nothing was reported")
	}
}

func TestExp(t *testing.T) {
	for x := -40.0; x < 40; x += 0.37 {
		if got, want := exp(x), math.Exp(x); math.Abs(got-want) > 1e-12*want {
			t.Errorf("exp(%v) = %v, not %v", x, got, want)
		}
	}
	if exp(-1000) != 0 {
		t.Error("exp of a large negative number is not 0")
	}
}

func TestIsotonic(t *testing.T) {
	var points []point
	for i := range 600 {
		points = append(points, point{float64(i) / 600, i%10 < i/60})
	}
	bins := isotonic(points)
	n := 0
	for i, b := range bins {
		n += b.n
		if i > 0 && (b.share <= bins[i-1].share || b.score <= bins[i-1].score) {
			t.Errorf("bin %d does not rise: %+v", i, bins)
		}
	}
	if n != len(points) {
		t.Errorf("%d points in the bins", n)
	}
}

func TestOccurrences(t *testing.T) {
	norm := []string{"new", "york", "new", "york", "", "york"}
	if got := occurrences(norm, "newyork"); len(got) != 2 || got[1] != [2]int{2, 4} {
		t.Errorf("found %v", got)
	}
	if got := occurrences(norm, "yorknew"); len(got) != 1 {
		t.Errorf("found %v", got)
	}
}
