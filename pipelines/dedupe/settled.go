package dedupe

import (
	"context"
	"fmt"
	"strings"
	"time"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// fewChanges is the share of rows that must be settled for a night to be
// incremental: with more changes, comparing all rows costs little more.
const fewChanges = 0.8

// settled are the rows that need no comparison tonight.
type settled struct {
	former linkage.Column // the contact they stay in; absent for the others
	held   map[uint32]holder
}

// holder is what held a row in its contact last night.
type holder struct {
	probability float64
	evidence    string
}

// settle finds the rows that keep their contact unless a new row says otherwise:
// every row of the contact is unchanged, and no decision or known identity tears
// it apart or joins it with another. All else is linked anew. The first night of a
// month, and a night with many changes, settles nothing.
func (s *step) settle(ctx context.Context, r *pipelines.Run, in *rows, p *linkage.People) (settled, error) {
	var none settled
	path, ok := r.Previous.Path(s.o.Makes.Sources)
	if s.o.Nights != "incremental" || !ok {
		return none, nil
	}
	columns, err := r.DB.Describe(ctx, "SELECT * FROM read_parquet("+duck.Quote(path)+")")
	if err != nil {
		return none, fmt.Errorf("describe the source rows of the last snapshot: %w", err)
	}
	last := map[string]bool{}
	for _, c := range columns {
		last[c.Name] = true
	}
	same, comparable := s.same(last)
	if !comparable {
		return none, nil
	}
	if fresh, err := s.newMonth(ctx, r, path, last["as_of"]); err != nil || fresh {
		return none, err
	}
	out, contacts, err := s.unchanged(ctx, r, in, duck.Args{"from": duck.Name(s.o.From.Value), "path": path, "same": duck.Fragment(same)})
	if err != nil || float64(len(out.held)) < fewChanges*float64(in.n) {
		return none, err
	}
	moved := movedContacts(contacts, out.held, p)
	e := linkage.NewEncoder(in.n)
	for row, id := range contacts {
		if moved[id] {
			id = ""
			delete(out.held, uint32(row))
		}
		e.Add(id)
	}
	out.former = e.Column()
	return out, nil
}

// same is the SQL that tells whether a row says what it said; not comparable when
// one of the two tables lacks a column that the other has.
func (s *step) same(last map[string]bool) (sql string, comparable bool) {
	var all []string
	for _, c := range append(s.texts(), "name_kind", "birth_date", "address_complete") {
		if s.columns[c] != last[c] {
			return "", false
		}
		if s.columns[c] {
			all = append(all, fmt.Sprintf("CAST(t.%[1]s AS VARCHAR) IS NOT DISTINCT FROM CAST(l.%[1]s AS VARCHAR)", duck.Ident(c)))
		}
	}
	return strings.Join(all, " AND "), len(all) > 0
}

// newMonth tells whether the last snapshot is of an earlier month.
func (s *step) newMonth(ctx context.Context, r *pipelines.Run, path string, dated bool) (bool, error) {
	if !dated {
		return false, nil
	}
	query, err := duck.Render(sqlFiles, "sql/last_day.sql", duck.Args{"path": path})
	if err != nil {
		return false, err
	}
	fresh := false
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var day *time.Time
		if err := scan(&day); err != nil {
			return err
		}
		fresh = day != nil && day.Format("2006-01") != r.AsOf.Format("2006-01")
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("read the day of the last snapshot: %w", err)
	}
	return fresh, nil
}

// unchanged reads the rows of unchanged contacts, and the contact of each row.
func (s *step) unchanged(ctx context.Context, r *pipelines.Run, in *rows, args duck.Args) (settled, []string, error) {
	out := settled{held: map[uint32]holder{}}
	contacts := make([]string, in.n)
	query, err := duck.Render(sqlFiles, "sql/settled.sql", args)
	if err != nil {
		return out, nil, err
	}
	at := in.byNumber()
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var rid int64
		var id string
		var h holder
		if err := scan(&rid, &id, &h.probability, &h.evidence); err != nil {
			return err
		}
		contacts[at[rid]], out.held[at[rid]] = id, h
		return nil
	})
	if err != nil {
		return out, nil, fmt.Errorf("compare the rows with the last snapshot: %w", err)
	}
	return out, contacts, nil
}

// movedContacts are the contacts that a decision or a known identity contradicts:
// one of two entities, or one of several contacts with one entity; and those of a
// decided pair that is not as decided. What held a contact as a decision or an
// identity may have been taken back.
func movedContacts(contacts []string, held map[uint32]holder, p *linkage.People) map[string]bool {
	moved := map[string]bool{}
	for row, h := range held {
		if h.evidence == linkage.Decided || h.evidence == linkage.Known && p.Known.At(row) == 0 {
			moved[contacts[row]] = true
		}
	}
	for _, d := range p.Decisions {
		if a, b := contacts[d.A], contacts[d.B]; (a == b) != d.Same {
			moved[a], moved[b] = true, true
		}
	}
	contactOf, entityOf := map[uint32]string{}, map[string]uint32{}
	for row, entity := range p.Known.Codes {
		id := contacts[row]
		if entity == 0 || id == "" {
			continue
		}
		if first, ok := contactOf[entity]; ok && first != id {
			moved[first], moved[id] = true, true
		}
		contactOf[entity] = id
		if first, ok := entityOf[id]; ok && first != entity {
			moved[id] = true
		}
		entityOf[id] = entity
	}
	return moved
}

// keep gives rows that stayed as they were what held them last night.
func (s settled) keep(result *linkage.Result) {
	for row, h := range s.held {
		if result.Links[row].By == linkage.ByFormer {
			result.Links[row].Probability, result.Evidence[row] = h.probability, h.evidence
		}
	}
}
