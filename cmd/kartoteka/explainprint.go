package main

import (
	"fmt"
	"math"
	"strings"

	"kartoteka/pipelines/dedupe"
)

// barBits is how many bits one sign of a bar stands for.
const barBits = 1.5

// printPair adds the evidence up, line by line.
func (m *Main) printPair(p dedupe.Pair) {
	paint := m.colors(m.Stdout)
	together := "of two contacts, " + p.ContactA + " and " + p.ContactB
	if p.ContactA == p.ContactB {
		together = "both of contact " + p.ContactA
	}
	fmt.Fprintf(m.Stdout, "%s and %s, %s\n\n", paint.bold(p.A), paint.bold(p.B), together)
	sum := p.PriorBits
	rows := [][]string{{"before", "", "", "", bits(p.PriorBits), "", fmt.Sprintf("two rows drawn at random are one person once in %s", count(int64(math.Round(math.Pow(2, -p.PriorBits)))))}}
	for _, s := range p.Steps {
		sum += s.Bits
		rows = append(rows, []string{strings.ReplaceAll(s.Field, "_", " "), s.A, s.B, s.Level, bits(s.Bits), paint.bar(s.Bits), likelier(s)})
	}
	if p.Household < -.05 {
		rows = append(rows, []string{"household", "", "", "", bits(p.Household), paint.bar(p.Household), "two people of one household would agree alike"})
	}
	rows = append(rows, []string{"in all", "", "", "", bits(p.TotalBits), "", fmt.Sprintf("probability %s", probability(p.Probability))})
	m.grid(m.Stdout, []string{"", p.A, p.B, "", "bits ", "", ""}, rows)
	fmt.Fprintf(m.Stdout, "\n%s\n", paint.bold(verdict(p)))
}

func bits(x float64) string { return fmt.Sprintf("%+.1f", x) }

// bar draws bits: to the right of the line for, in red against.
func (c colors) bar(x float64) string {
	n := int(math.Round(math.Abs(x) / barBits))
	if x < 0 {
		return c.red(strings.Repeat("▒", max(n, 1)))
	}
	return c.green(strings.Repeat("█", max(n, 1)))
}

// likelier says a weight in words.
func likelier(s dedupe.Step) string {
	times := math.Pow(2, math.Abs(s.Bits))
	text := fmt.Sprintf("%.1f", times)
	if times >= 10 {
		text = count(int64(math.Round(times)))
	}
	if math.Abs(s.Bits) < .1 {
		return "says nothing"
	}
	if s.Bits < 0 {
		return text + " times likelier among strangers"
	}
	return text + " times likelier of one person"
}

func probability(p float64) string {
	switch {
	case p >= .99995:
		return "above 0.9999"
	case p > 0 && p < .0001:
		return "below 0.0001"
	}
	return fmt.Sprintf("%.4f", p)
}

func verdict(p dedupe.Pair) string {
	switch {
	case p.Verdict == "decided":
		return "decided by hand: " + p.Decided
	case p.Veto != "":
		return "two people: " + p.Veto
	case p.Verdict == "match" && p.ContactA != p.ContactB:
		return fmt.Sprintf("one person by itself (match from %.2f), but the contacts as wholes contradict each other", p.Match)
	case p.Verdict == "match":
		return fmt.Sprintf("one person (match from %.2f)", p.Match)
	case p.ContactA == p.ContactB && p.ContactA != "":
		return fmt.Sprintf("not one person by these two rows alone (match from %.2f); other rows of the contact join them", p.Match)
	case p.Verdict == "review":
		return fmt.Sprintf("perhaps one person: for a human (review from %.2f, match from %.2f)", p.Review, p.Match)
	}
	return fmt.Sprintf("two people (match from %.2f)", p.Match)
}

// printContact shows what holds a contact together.
func (m *Main) printContact(c *dedupe.Contact) {
	paint := m.colors(m.Stdout)
	fmt.Fprintf(m.Stdout, "%s, %s\n\n", paint.bold(c.ID), plural(int64(len(c.Rows)), "row"))
	var rows [][]string
	for _, r := range c.Rows {
		rows = append(rows, []string{r.Row, r.MatchedBy})
	}
	m.grid(m.Stdout, []string{"row", "held by"}, rows)
	if len(c.Links) > 0 {
		fmt.Fprintf(m.Stdout, "\n%s\n", paint.bold("what holds it together, the strongest link first"))
		rows = nil
		for i, l := range c.Links {
			note := ""
			if i == len(c.Links)-1 && i > 0 {
				note = "the weakest link"
			}
			rows = append(rows, []string{l.A, l.B, bits(l.TotalBits), probability(l.Probability), strongest(l), note})
		}
		m.grid(m.Stdout, []string{"row", "row", "bits ", "probability ", "by", ""}, rows)
	}
	fmt.Fprintf(m.Stdout, "\n%s\n", paint.bold("whose value stands"))
	rows = nil
	for _, w := range c.Winners {
		rows = append(rows, []string{strings.ReplaceAll(w.Field, "_", " "), w.Value, w.Row, strings.ReplaceAll(w.Rule, "_", " "), fmt.Sprint(w.Candidates), some(int64(w.Conflicts))})
	}
	m.grid(m.Stdout, []string{"field", "value", "of row", "rule", "rows ", "other values "}, rows)
}

// strongest names the comparisons that speak most.
func strongest(p dedupe.Pair) string {
	var out []string
	for _, s := range p.Steps {
		if s.Bits >= 2 || s.Bits <= -2 {
			out = append(out, fmt.Sprintf("%s %s", strings.ReplaceAll(s.Field, "_", " "), bits(s.Bits)))
		}
	}
	return strings.Join(out, ", ")
}
