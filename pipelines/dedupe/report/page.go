package report

import (
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"math"
)

//go:embed page.html
var pageText string

// page is what the template sees.
type page struct {
	Data
	Duplicates, Unlinked                       string
	Cards                                      []card
	Weights, Scores, Curve, Sizes, Unlinkables template.HTML
}

type card struct{ Value, Label, Note string }

// HTML writes the page.
func HTML(w io.Writer, d Data) error {
	t, err := template.New("page").Funcs(template.FuncMap{"count": func(n any) string {
		switch n := n.(type) {
		case int:
			return count(int64(n))
		case int64:
			return count(n)
		}
		return ""
	}}).Parse(pageText)
	if err != nil {
		return fmt.Errorf("read the page's template: %w", err)
	}
	match, least := bitsOf(d.Match), bitsOf(d.Least)
	unlinkable := d.Unlinkable.sum() - d.Unlinkable.above(math.Ceil(match))
	p := page{
		Data: d, Unlinked: count(unlinkable),
		Weights:     template.HTML(weights(d.Fields)),
		Scores:      template.HTML(histogram(d.Scores, "Compared pairs by weight", []mark{{least, fmt.Sprintf("review %.2f", d.Least)}, {match, fmt.Sprintf("match %.2f", d.Match)}})),
		Curve:       template.HTML(curve(d.Scores, d.Match)),
		Sizes:       template.HTML(sizes(d.ContactsBySize)),
		Unlinkables: template.HTML(histogram(d.Unlinkable, "Rows by the weight they reach against themselves", []mark{{match, fmt.Sprintf("match %.2f", d.Match)}})),
	}
	share := func(n, of int64) string {
		if of == 0 {
			return ""
		}
		return fmt.Sprintf("%.1f %%", 100*float64(n)/float64(of))
	}
	rows := int64(d.Rows)
	p.Cards = []card{
		{count(rows), "rows", ""},
		{count(int64(d.Contacts)), "contacts", ""},
		{count(rows - int64(d.Contacts)), "duplicates", share(rows-int64(d.Contacts), rows) + " of the rows"},
		{count(int64(d.Review)), "pairs for review", fmt.Sprintf("probability %.2f to %.2f", d.Least, d.Match)},
		{count(unlinkable), "rows that say too little", share(unlinkable, rows) + " of the rows"},
		{short(d.Pairs), "pairs compared", ""},
	}
	if err := t.Execute(w, p); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}
