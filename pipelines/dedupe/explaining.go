package dedupe

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"kartoteka/config"
	"kartoteka/pipelines"
	"kartoteka/pipelines/dedupe/report"
	"kartoteka/pipelines/dedupe/review"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// Linked is a published deduplication, linked again to be explained: the same
// rows, options and decisions give the same weights.
type Linked struct {
	s       *step
	r       *pipelines.Run
	c       *contacts
	explain *linkage.Explainer
}

// published is a snapshot of which one table is known.
type published struct{ table, path string }

func (p published) Path(table string) (string, bool) { return p.path, table == p.table }
func (p published) ID() string                       { return "published" }

// Open links the rows of a published contact_sources again. Known identities are
// taken as the contacts that they are in.
func Open(ctx context.Context, db *duck.DB, e config.StepEntry, o Options, project *config.Project, asOf time.Time, sources string, files map[string][]pipelines.InputFile) (*Linked, error) {
	rows := o.From.Value
	if err := db.Run(ctx, sqlFiles, "sql/published_rows.sql", duck.Args{"rows": duck.Name(rows), "sources": sources}); err != nil {
		return nil, fmt.Errorf("read the source rows: %w", err)
	}
	o.Known, o.Model.Save, o.Nights = config.Text{}, config.Text{}, "full"
	made, problems := newStep(e, &o, project)
	if err := problems.Err(); err != nil {
		return nil, err
	}
	s := made.(*step)
	r, _ := pipelines.NewRun(db, project, asOf)
	r.Previous, r.Files = published{o.Makes.Sources, sources}, files
	in, err := s.read(ctx, r)
	if err != nil {
		return nil, err
	}
	result, err := s.link(ctx, r, in)
	if err != nil {
		return nil, err
	}
	if err := s.rank(ctx, r, in); err != nil {
		return nil, err
	}
	c := regather(in, result)
	c.choose(s.survive)
	return &Linked{s: s, r: r, c: c, explain: result.Explainer()}, nil
}

// regather lists the contacts as they were published.
func regather(in *rows, result *linkage.Result) *contacts {
	c := &contacts{in: in, result: result, of: make([]uint32, in.n)}
	at := map[string]uint32{}
	for row := range uint32(in.n) {
		id := in.former.Text(row)
		if id == "" {
			id = fmt.Sprintf("row %d", row)
		}
		i, ok := at[id]
		if !ok {
			i = uint32(len(c.list))
			at[id] = i
			c.list = append(c.list, contact{id: in.former.Text(row)})
		}
		c.list[i].rows = append(c.list[i].rows, row)
		c.of[row] = i
	}
	return c
}

// Report is what the deduplication learned and found.
func (l *Linked) Report() report.Data { return l.s.reportData(l.r, l.c) }

// Pair explains two source rows.
type Pair struct {
	A           string  `json:"a"`
	B           string  `json:"b"`
	ContactA    string  `json:"contact_a"`
	ContactB    string  `json:"contact_b"`
	PriorBits   float64 `json:"prior_bits"`
	Steps       []Step  `json:"steps"`
	Household   float64 `json:"household_bits"`
	TotalBits   float64 `json:"total_bits"`
	Probability float64 `json:"probability"`
	Veto        string  `json:"veto,omitempty"`
	Match       float64 `json:"match"`
	Review      float64 `json:"review"`
	Verdict     string  `json:"verdict"` // match, review, no match, decided
	Decided     string  `json:"decided,omitempty"`
}

// Step is the part of one comparison.
type Step struct {
	Field string  `json:"field"`
	Level string  `json:"level"`
	Bits  float64 `json:"bits"`
	A     string  `json:"a"`
	B     string  `json:"b"`
	M     float64 `json:"m"`
	U     float64 `json:"u"`
}

// Row finds a row by source:key; a key that stands twice gives the first.
func (l *Linked) Row(name string) (uint32, bool) {
	source, key := l.c.in.text["source"], l.c.in.text["source_key"]
	for row := range uint32(l.c.in.n) {
		if k := key.Text(row); k != "" && len(name) == len(source.Text(row))+1+len(k) && strings.HasPrefix(name, source.Text(row)+":") && strings.HasSuffix(name, k) {
			return row, true
		}
	}
	return 0, false
}

// Pair explains two rows.
func (l *Linked) Pair(a, b uint32) Pair {
	w := l.explain.Pair(a, b)
	p := Pair{
		A: l.name(a), B: l.name(b), ContactA: l.c.list[l.c.of[a]].id, ContactB: l.c.list[l.c.of[b]].id,
		PriorBits: w.Prior, Household: w.Household, TotalBits: w.Total, Probability: w.Probability, Veto: string(w.Veto),
		Match: l.c.result.Match, Review: l.s.o.Threshold.Review,
	}
	if p.Review == 0 {
		p.Review = .8 * p.Match
	}
	for _, s := range w.Steps {
		p.Steps = append(p.Steps, Step{Field: s.Field, Level: s.Level, Bits: s.Bits, A: l.value(s.Field, a), B: l.value(s.Field, b), M: s.M, U: s.U})
	}
	switch {
	case p.Probability >= p.Match:
		p.Verdict = "match"
	case p.Probability >= p.Review:
		p.Verdict = "review"
	default:
		p.Verdict = "no match"
	}
	l.decided(a, b, &p)
	return p
}

// decided notes what a human said about a pair.
func (l *Linked) decided(a, b uint32, p *Pair) {
	list, err := l.s.decisions(l.r, l.c.in)
	if err != nil {
		return
	}
	for _, d := range list {
		if d.A == a && d.B == b || d.A == b && d.B == a {
			p.Verdict = "decided"
			p.Decided = review.Different
			if d.Same {
				p.Decided = review.Same
			}
		}
	}
}

func (l *Linked) name(row uint32) string {
	return l.c.text("source", int(row)) + ":" + l.c.text("source_key", int(row))
}

// value is what a row says in a comparison.
func (l *Linked) value(field string, row uint32) string {
	i := int(row)
	switch field {
	case "birth_date":
		if day := dayText(l.c.in.birth[row]); day != "" {
			return day
		}
		return l.c.text(birthWritten, i)
	case "phone":
		if phone := l.c.text("phone", i); phone != "" {
			return phone
		}
		return l.c.text(phoneWritten, i)
	case "email_name", "email_year":
		return l.c.text("email", i)
	case "address":
		if line := l.c.text("address_line", i); line != "" {
			return line
		}
		return strings.TrimSpace(l.c.text("street", i) + " " + l.c.text("house_number", i) + " " + l.c.text("postcode", i) + " " + l.c.text("city", i))
	}
	return l.c.text(field, i)
}

// Contact explains what holds a contact together and whose values stand.
type Contact struct {
	ID      string  `json:"contact_id"`
	Rows    []Held  `json:"rows"`
	Links   []Pair  `json:"links"`   // the tree of strongest links, the weakest last
	Winners []Field `json:"winners"` // by field
}

// Held is one row of a contact.
type Held struct {
	Row       string `json:"row"`
	MatchedBy string `json:"matched_by"`
}

// Field is the winner of one field.
type Field struct {
	Field      string `json:"field"`
	Value      string `json:"value"`
	Row        string `json:"row"`
	Rule       string `json:"rule"`
	Candidates int    `json:"candidates"`
	Conflicts  int    `json:"conflicts"`
}

// Contact finds a contact by its id.
func (l *Linked) Contact(id string) (*Contact, bool) {
	at := slices.IndexFunc(l.c.list, func(x contact) bool { return x.id == id && id != "" })
	if at < 0 {
		return nil, false
	}
	x := &l.c.list[at]
	out := &Contact{ID: id}
	for _, row := range x.rows {
		out.Rows = append(out.Rows, Held{l.name(row), l.c.result.Evidence[row]})
	}
	if len(x.rows) > 1 {
		for _, h := range l.explain.Tree(x.rows) {
			out.Links = append(out.Links, l.Pair(h.A, h.B))
		}
	}
	for _, w := range l.c.winners(x) {
		value := l.value(w.Field, w.Row)
		if w.Field == "name" {
			value = strings.TrimSpace(l.c.text("given_name", x.given) + " " + l.c.text("family_name", x.family))
		}
		out.Winners = append(out.Winners, Field{w.Field, value, l.name(w.Row), w.Rule, w.Candidates, w.Conflicts})
	}
	return out, true
}
