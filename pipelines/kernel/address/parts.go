package address

import (
	"strings"
	"unicode/utf8"

	"kartoteka/pipelines/kernel/address/tagger"
)

// Part is a stretch of the text that belongs to one field. Label is the vocabulary
// of libpostal: house, house_number, road, unit, level, staircase, po_box, suburb,
// city_district, city, state_district, state, postcode, country. Text is as written;
// it stands in Input.Text() from code point Start up to, not including, End.
type Part struct {
	Label, Text string
	Start, End  int
}

// Text joins the lines and the street column with line breaks: the text that the
// offsets of Part count in. The other columns have no parts, they are labelled by
// their own names.
func (in Input) Text() string {
	if in.Street == "" && len(in.Lines) == 1 {
		return in.Lines[0]
	}
	lines := in.Lines
	if in.Street != "" {
		lines = append(lines[:len(lines):len(lines)], in.Street)
	}
	return strings.Join(lines, "\n")
}

// ParseParts is Parse, and gives the parts of the text in their order. Words that no
// field took (separators, remarks, labels such as "adres:") are in no part.
func (p *Parser) ParseParts(in Input) (Address, []Part) {
	w := work{p: p, in: &in}
	w.parse()
	return w.a, w.parts(in.Text())
}

// parts joins neighbouring words of one label into parts.
func (w *work) parts(text string) []Part {
	var out []Part
	at, points := 0, 0 // byte and code point offset counted so far
	count := func(to int) int {
		points += utf8.RuneCountInString(text[at:to])
		at = to
		return points
	}
	for i := 0; i < len(w.toks); {
		t := w.toks[i]
		if t.label == tagger.None || t.to == 0 {
			i++
			continue
		}
		end := i + 1
		for end < len(w.toks) && w.toks[end].label == t.label && w.toks[end].to > 0 {
			end++
		}
		from, to := tagger.Ends(text, max(t.from, at), w.toks[end-1].to)
		if from < to {
			out = append(out, Part{Label: t.label.String(), Text: text[from:to], Start: count(from), End: count(to)})
		}
		i = end
	}
	return out
}
