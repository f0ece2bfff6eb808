package address

import (
	_ "embed"
	"math"
	"sort"
	"strconv"
	"strings"
)

// Confidence of an address is the share of labelled addresses that were read rightly
// in every field when the grammar, or the tagger, was as sure as it is now. The
// program that trains the tagger counts them; confidence.csv has its columns:
// who decided, how sure, how many rows, the share right.
//
//go:embed confidence.csv
var confidenceTable string

// signature is what the grammar says of its own reading.
type signature struct {
	rule    string
	sure    int8 // Confidence of the grammar in fiftieths
	one     bool // the text has no separators
	left    bool // words are left that no rule took
	guessed bool // a flat without designator, or a recipient
}

func (w *work) signature() signature {
	s := signature{rule: w.a.Rule, sure: int8(math.Round(w.a.Confidence * 50)), one: len(w.toks) > 0 && w.toks[0].seg == w.toks[len(w.toks)-1].seg}
	s.left = w.a.Unparsed != ""
	for _, t := range w.toks {
		s.left = s.left || !t.used
	}
	s.guessed = w.a.Recipient != ""
	for _, c := range w.a.Codes {
		s.guessed = s.guessed || c.Code == "no_designator" || c.Code == "after_blank"
	}
	return s
}

// String writes a signature as it stands in the table.
func (s signature) String() string {
	b := []byte(s.rule + " " + strconv.Itoa(int(s.sure)) + " ")
	for _, f := range []struct {
		set  bool
		mark byte
	}{{s.one, 'o'}, {s.left, 'l'}, {s.guessed, 'g'}} {
		if f.set {
			b = append(b, f.mark)
		}
	}
	return strings.TrimSpace(string(b))
}

func readSignature(text string) signature {
	f := strings.Fields(text)
	f = append(f, "", "", "")
	n, _ := strconv.Atoi(f[1])
	return signature{rule: f[0], sure: int8(n), one: strings.Contains(f[2], "o"), left: strings.Contains(f[2], "l"), guessed: strings.Contains(f[2], "g")}
}

// odds are the tables that turn scores into probabilities.
type odds struct {
	signatures map[signature]float64
	curves     [2][]knot // tagger disagreeing with the grammar, agreeing
}

type knot struct{ score, share float64 }

func readOdds(table string) odds {
	o := odds{signatures: map[signature]float64{}}
	for _, line := range strings.Split(table, "\n") {
		f := strings.Split(line, ",")
		if len(f) != 4 {
			continue
		}
		share, _ := strconv.ParseFloat(f[3], 64)
		switch f[0] {
		case "grammar":
			o.signatures[readSignature(f[1])] = share
		case "differs", "agrees":
			score, _ := strconv.ParseFloat(f[1], 64)
			c := &o.curves[agreement(f[0] == "agrees")]
			*c = append(*c, knot{score, share})
		}
	}
	return o
}

// grammar gives the share right of readings with this signature; for one that the
// labelled rows do not show, what the rule says of itself.
func (o *odds) grammar(s signature) float64 {
	if p, ok := o.signatures[s]; ok {
		return p
	}
	base := float64(s.sure) / 50
	if s.left {
		base /= 2
	}
	return base
}

// tagger gives the share right of taggings with this probability of their own, on a
// straight line between the two nearest entries of the table.
func (o *odds) tagger(agree bool, score float64) float64 {
	c := o.curves[agreement(agree)]
	if len(c) == 0 {
		return score
	}
	i := sort.Search(len(c), func(i int) bool { return c[i].score >= score })
	switch {
	case i == 0:
		return c[0].share
	case i == len(c):
		return c[i-1].share
	}
	a, b := c[i-1], c[i]
	if b.score == a.score {
		return b.share
	}
	return a.share + (b.share-a.share)*(score-a.score)/(b.score-a.score)
}

func agreement(agree bool) int {
	if agree {
		return 1
	}
	return 0
}
