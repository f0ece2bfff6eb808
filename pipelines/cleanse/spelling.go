package cleanse

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/address"
)

// speller repairs streets after all rows are read: what the batch shows is known
// only then. DuckDB gathers the spellings, so that memory holds names and repairs,
// not addresses.
type speller struct {
	*step
	run  *pipelines.Run
	made *pipelines.Table
}

// respell repairs the streets of the table that was made, counting the codes.
func (s *step) respell(ctx context.Context, r *pipelines.Run, l layout, tools *tools, counts []map[string]int64) error {
	var prefixes []string
	for _, g := range l.groups {
		switch g.name {
		case "address":
			prefixes = append(prefixes, "")
		case "new_address":
			prefixes = append(prefixes, "new_")
		}
	}
	if s.options.Repair == "off" || len(prefixes) == 0 {
		return nil
	}
	sp := speller{step: s, run: r, made: &pipelines.Table{Name: s.name.Value, Columns: l.out}}
	err := sp.repair(ctx, prefixes, tools, counts)
	return errors.Join(err, sp.drop("spellings"), sp.drop("repairs"), sp.drop("respelt"))
}

// table names a table of the repair, which lives as long as the repair.
func (s *speller) table(what string) string { return "cleanse_" + s.name.Value + "_" + what }

func (s *speller) drop(what string) error {
	return s.run.DB.Exec(context.Background(), "DROP TABLE IF EXISTS "+duck.Ident(s.table(what)))
}

func (s *speller) repair(ctx context.Context, prefixes []string, tools *tools, counts []map[string]int64) error {
	if err := s.gather(ctx, prefixes); err != nil {
		return fmt.Errorf("gather the spellings of streets: %w", err)
	}
	repairs, err := s.decide(ctx)
	if err != nil {
		return fmt.Errorf("compare the spellings of streets: %w", err)
	}
	if len(repairs) == 0 {
		return nil
	}
	if err := s.load(ctx, repairs); err != nil {
		return fmt.Errorf("note the spellings to repair: %w", err)
	}
	for _, prefix := range prefixes {
		if err := s.rewrite(ctx, prefix, tools, counts); err != nil {
			return fmt.Errorf("repair streets: %w", err)
		}
	}
	return nil
}

// addressArgs are the columns of an address as the .sql files name them; NULL for
// one that the table does not have.
func addressArgs(t *pipelines.Table, prefix string) duck.Args {
	args := duck.Args{"table": duck.Name(t.Name)}
	for arg, column := range map[string]string{
		"key": "address_key", "country": "country", "street": "street", "village": "dependent_locality", "city": "city", "predir": "predir",
		"suffix": "street_suffix", "postdir": "postdir", "number": "house_number", "postcode": "postcode",
	} {
		args[arg] = duck.Fragment("NULL")
		if t.Has(prefix + column) {
			args[arg] = duck.Name(prefix + column)
		}
	}
	return args
}

// gather makes the table of spellings.
func (s *speller) gather(ctx context.Context, prefixes []string) error {
	var parts []string
	part := func(t *pipelines.Table, prefix string, own, votes, settled int) error {
		args := addressArgs(t, prefix)
		args["own"], args["votes"], args["settled"] = own, votes, settled
		text, err := duck.Render(sqlFiles, "sql/spellings_of.sql", args)
		parts = append(parts, text)
		return err
	}
	for _, prefix := range prefixes {
		if err := part(s.made, prefix, 1, 1, 0); err != nil {
			return err
		}
	}
	for _, from := range s.options.SpellingVotes.List {
		t, err := s.cleansed(ctx, from.Value)
		if err != nil {
			return err
		}
		if err := part(t, "", 0, 1, 0); err != nil {
			return err
		}
	}
	for _, from := range s.options.SpellingFrom.List {
		t, err := s.cleansed(ctx, from.Value)
		if err != nil {
			return err
		}
		if err := part(t, "", 0, 0, 1); err != nil {
			return err
		}
	}
	return s.run.DB.Run(ctx, sqlFiles, "sql/spellings.sql", duck.Args{
		"spellings": duck.Name(s.table("spellings")), "union": duck.Fragment(strings.Join(parts, "\nUNION ALL\n")),
	})
}

// cleansed describes a table that was cleansed before.
func (s *speller) cleansed(ctx context.Context, name string) (*pipelines.Table, error) {
	columns, err := s.run.DB.Describe(ctx, "SELECT * FROM "+duck.Ident(name))
	if err != nil {
		return nil, fmt.Errorf("describe %s: %w", name, err)
	}
	t := &pipelines.Table{Name: name}
	for _, c := range columns {
		t.Columns = append(t.Columns, pipelines.Column{Name: c.Name, Type: c.Type})
	}
	if lacks := lacking(t); lacks != "" {
		return nil, fmt.Errorf("%s has no column %s; name a table that a cleanse step made", name, lacks)
	}
	return t, nil
}

// lacking names a column without which a table tells nothing of spellings.
func lacking(t *pipelines.Table) string {
	for _, c := range []string{"address_key", "country", "postcode", "house_number", "street", "city"} {
		if !t.Has(c) {
			return c
		}
	}
	return ""
}

// repair is one spelling of one house and what it should be.
type repair struct {
	house string
	address.Spelling
	to address.Spelling
}

// decide asks the kernel about every house with several spellings.
func (s *speller) decide(ctx context.Context) ([]repair, error) {
	names, err := s.kernel(ctx)
	if err != nil {
		return nil, err
	}
	var repairs []repair
	err = s.houses(ctx, func(house string, spellings []address.Spelling, own []bool) {
		for i, to := range names.Repair(spellings) {
			if x := spellings[i]; own[i] && (to.Text != x.Text || to.Predir != x.Predir || to.Suffix != x.Suffix || to.Postdir != x.Postdir) {
				repairs = append(repairs, repair{house, x, to})
			}
		}
	})
	return slices.Clip(repairs), err
}

// houses calls each for every house with several spellings; own tells which of them
// stand in the table of the step.
func (s *speller) houses(ctx context.Context, each func(house string, spellings []address.Spelling, own []bool)) error {
	query, err := duck.Render(sqlFiles, "sql/houses.sql", duck.Args{"spellings": duck.Name(s.table("spellings"))})
	if err != nil {
		return err
	}
	var spellings []address.Spelling
	var own []bool
	last := ""
	err = s.run.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var x address.Spelling
		var house string
		var rows int
		if err := scan(&house, &x.Country, &x.Text, &x.Predir, &x.Suffix, &x.Postdir, &rows, &x.Rows, &x.Settled); err != nil {
			return err
		}
		if house != last && len(spellings) > 0 {
			each(last, spellings, own)
			spellings, own = spellings[:0], own[:0]
		}
		last, spellings, own = house, append(spellings, x), append(own, rows > 0)
		return nil
	})
	if err == nil && len(spellings) > 0 {
		each(last, spellings, own)
	}
	return err
}

// kernel shows the names and houses of the batch to a Speller.
func (s *speller) kernel(ctx context.Context) (*address.Speller, error) {
	query, err := duck.Render(sqlFiles, "sql/names.sql", duck.Args{"spellings": duck.Name(s.table("spellings"))})
	if err != nil {
		return nil, err
	}
	var namesErr, housesErr error
	speller := address.NewSpeller(func(yield func(address.Name) bool) {
		namesErr = s.run.DB.Rows(ctx, query, func(scan func(...any) error) error {
			var n address.Name
			if err := scan(&n.Country, &n.Text, &n.Houses); err != nil {
				return err
			}
			yield(n)
			return nil
		})
	}, func(yield func([]address.Spelling) bool) {
		housesErr = s.houses(ctx, func(_ string, spellings []address.Spelling, _ []bool) { yield(spellings) })
	})
	return speller, errors.Join(namesErr, housesErr)
}
