package dedupe

import (
	"context"
	"fmt"
	"strings"
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/kernel/fold"
	"kartoteka/pipelines/kernel/linkage"
	"kartoteka/pipelines/kernel/name"
	"kartoteka/pipelines/resolve"
)

// link folds the columns and finds the clusters.
func (s *step) link(ctx context.Context, r *pipelines.Run, in *rows) (*linkage.Result, error) {
	model, err := s.model(r)
	if err != nil {
		return nil, err
	}
	p := people(in)
	short, err := resolve.Nicknames(r)
	if err != nil {
		return nil, err
	}
	p.GivenKeys = short.Keys
	if err := s.further(r, in, &p); err != nil {
		return nil, err
	}
	quiet, err := s.settle(ctx, r, in, &p)
	if err != nil {
		return nil, err
	}
	p.Former = quiet.former
	result, err := linkage.Find(ctx, p, linkage.Options{
		Rules: s.rulesFor(p.Other), Match: s.o.Threshold.Match, Review: s.o.Threshold.Review, Threads: r.Threads,
		Model: model, Frozen: s.o.Model.Fixed, Memory: r.Memory * 3 / 4, // the columns have the rest
	})
	if err != nil {
		return nil, fmt.Errorf("link the rows of %s: %w", s.o.From.Value, err)
	}
	quiet.keep(result)
	if n := len(result.Dropped); n > 0 {
		r.Warn("memory_short", fmt.Sprintf("%d loose rules were left out for want of memory: some duplicates may not be found", n))
	}
	for _, skipped := range result.Skipped {
		r.Warn("block_too_large", skipped.String())
	}
	if n := len(result.Refused); n > 0 {
		r.Warn("decisions_contradict", fmt.Sprintf("%d decided pairs cannot be one person: other decisions or known identities say so", n))
	}
	return result, s.saveModel(r, result.Model)
}

// people brings the columns to the form that linkage compares.
func people(in *rows) linkage.People {
	text := func(name string, f func(string) string) linkage.Column {
		c := in.text[name]
		if len(c.Values) < 2 {
			return linkage.Column{}
		}
		return c.Mapped(f)
	}
	p := linkage.People{
		Rows:       in.n,
		Given:      text("given_name", words),
		Family:     text("family_name", words),
		Suffix:     text("name_suffix", generation),
		Gender:     text("gender", fold.Key),
		Company:    text("company", firmName),
		Phone:      text("phone", fold.Space),
		Postcode:   text("postcode", fold.Key),
		City:       text("city", words),
		Street:     text("street", words),
		House:      text("house_number", fold.Key),
		Unit:       text("unit", fold.Key),
		Email:      text("email_key", fold.Lower),
		Known:      in.known,
		SurnameKey: name.SurnameKey,
	}
	if !p.Email.Present() {
		p.Email = text("email", fold.Lower)
	}
	if len(in.known.Values) < 2 {
		p.Known = linkage.Column{}
	}
	p.Box = boxes(in)
	if middle := text("middle_name", words); middle.Present() {
		p.Other = append(p.Other, linkage.Field{Name: "middle_name", Column: middle})
	}
	p.Address = only(in.text["address_key"], func(row int) bool { return in.complete[row] })
	kinds := in.text["kind"]
	firm := func(row int) bool { return kinds.Values[kinds.Codes[row]] == "company" }
	p.Company = only(p.Company, firm)
	person := func(row int) bool { return !firm(row) }
	p.Given, p.Family = only(p.Given, person), only(p.Family, person)
	if anyDay(in.birth) {
		p.Birth = make([]int32, in.n)
		for row, day := range in.birth {
			if day != noDay {
				y, m, d := time.Unix(int64(day)*86400, 0).UTC().Date()
				p.Birth[row] = int32(y*10000 + int(m)*100 + d)
			}
		}
	}
	return p
}

// only keeps the values of some rows.
func only(c linkage.Column, keep func(row int) bool) linkage.Column {
	if !c.Present() || len(c.Values) < 2 {
		return linkage.Column{}
	}
	codes := make([]uint32, len(c.Codes))
	for row, code := range c.Codes {
		if keep(row) {
			codes[row] = code
		}
	}
	return linkage.Column{Values: c.Values, Codes: codes}
}

// boxes joins post office boxes and rural routes, which stand for a street.
func boxes(in *rows) linkage.Column {
	box, route := in.text["po_box"], in.text["route"]
	if len(box.Values) < 2 && len(route.Values) < 2 {
		return linkage.Column{}
	}
	e := linkage.NewEncoder(in.n)
	for row := range uint32(in.n) {
		switch {
		case box.At(row) != 0:
			e.Add("box " + fold.Key(box.Text(row)))
		case route.At(row) != 0:
			e.Add("route " + fold.Key(route.Text(row)))
		default:
			e.Add("")
		}
	}
	return e.Column()
}

// words folds a text to its words in lower case without diacritics.
func words(s string) string { return strings.Join(fold.Tokens(s), " ") }

// firmName folds the name of a firm and leaves its legal form out.
func firmName(s string) string {
	tokens := fold.Tokens(s)
	for n := len(tokens); n > 1; n-- {
		switch strings.Join(tokens[n-1:], "") {
		case "spzoo", "spolkazoo", "spolkazograniczonaodpowiedzialnoscia", "sa", "spolkaakcyjna", "spj", "spolkajawna", "spk", "spolkakomandytowa",
			"sc", "spolkacywilna", "psa", "gmbh", "ag", "kg", "ohg", "ug", "ev", "ltd", "limited", "plc", "llc", "inc", "incorporated", "corp", "co", "llp":
			tokens = tokens[:n-1]
			n = len(tokens) + 1
		}
	}
	return strings.Join(tokens, " ")
}

// generation keeps what tells a father from his son, and no degrees.
func generation(s string) string {
	switch k := fold.Key(s); k {
	case "jr", "junior", "jun", "ii", "mlodszy":
		return "jr"
	case "sr", "senior", "sen", "i", "starszy":
		return "sr"
	case "iii", "iv":
		return k
	}
	return ""
}

func anyDay(days []int32) bool {
	for _, d := range days {
		if d != noDay {
			return true
		}
	}
	return false
}
