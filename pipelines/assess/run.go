package assess

import (
	"context"
	"fmt"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
)

// Run makes the tables.
func (s *step) Run(ctx context.Context, r *pipelines.Run) ([]pipelines.Account, error) {
	tables, err := s.relations(ctx, r.DB)
	if err != nil {
		return nil, err
	}
	uses, terms, err := s.tabledUses(ctx, r.DB)
	if err != nil {
		return nil, err
	}
	uses = append(s.declaredUses(), uses...)
	lines, err := s.inventories(ctx, r.DB, tables)
	if err != nil {
		return nil, err
	}
	supported, err := supports(ctx, r.DB, tables, uses)
	if err != nil {
		return nil, err
	}
	s.nameUses(lines, supported)
	advised := s.advise(lines, supported, terms)
	if err := s.write(ctx, r.DB, lines, supported, advised, countsContacts(tables)); err != nil {
		return nil, err
	}
	var rows int64
	for _, t := range tables {
		n, err := r.RowCount(ctx, t.name)
		if err != nil {
			return nil, err
		}
		rows += n
	}
	return []pipelines.Account{{Subject: "rows assessed", In: rows, Out: rows}}, nil
}

// relations are the tables of from with the columns they have now.
func (s *step) relations(ctx context.Context, db *duck.DB) ([]relation, error) {
	var out []relation
	for _, t := range s.options.From.List {
		described, err := db.Describe(ctx, "SELECT * FROM "+duck.Ident(t.Value))
		if err != nil {
			return nil, fmt.Errorf("look at %s: %w", t.Value, err)
		}
		rel := relation{name: t.Value, columns: map[string]string{}}
		for _, c := range described {
			rel.columns[c.Name] = c.Type
		}
		for _, f := range fieldsOf(rel) {
			s.columns[f.name] = true
		}
		out = append(out, rel)
	}
	return out, nil
}

// inventories are the lines of every table: fields, fields by group, columns.
func (s *step) inventories(ctx context.Context, db *duck.DB, tables []relation) ([]line, error) {
	var lines []line
	raw := newReader(s.empty, s.options.Sensitive)
	for _, t := range tables {
		groups := []string{""}
		for _, by := range s.options.By {
			if t.columns[by.Value] != "" {
				groups = append(groups, by.Value)
			}
		}
		for _, by := range groups {
			more, err := inventory(ctx, db, t, by)
			if err != nil {
				return nil, err
			}
			lines = append(lines, more...)
		}
		if t.columns["raw"] == "VARCHAR" {
			if err := raw.read(ctx, db, t); err != nil {
				return nil, err
			}
		}
	}
	return merge(append(lines, raw.inventory()...)), nil
}

// nameUses tells of every line which uses need its field, and of every column
// as delivered which fields it is read into.
func (s *step) nameUses(lines []line, supported []support) {
	uses := map[string][]string{}
	for _, u := range supported {
		for _, f := range u.fields {
			uses[f] = append(uses[f], u.use)
		}
	}
	for _, parts := range [][]string{{"street", "house_number", "postcode", "city"}} {
		for _, p := range parts {
			uses["address"] = append(uses["address"], uses[p]...)
		}
	}
	for i := range lines {
		l := &lines[i]
		if l.kind == kindField {
			l.usedBy = join(uses[l.field])
			continue
		}
		fields := s.lineage[l.source].of(l.field)
		l.readAs = join(fields)
		var by []string
		for _, f := range fields {
			by = append(by, uses[f]...)
		}
		l.usedBy = join(by)
	}
}
