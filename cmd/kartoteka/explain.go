package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"kartoteka/pipelines"
	"kartoteka/pipelines/dedupe"
	"kartoteka/pipelines/duck"
)

func (m *Main) explainCommand() *cobra.Command {
	var step, page string
	c := &cobra.Command{
		Use:   "explain {ROW ROW | CONTACT_ID}",
		Short: "Say why two rows are one person, or what holds a contact together",
		Long: `Say why two source rows are, or are not, one person: every comparison with its
weight in bits, added up from what is known before to the probability. ROW is
source:key. With the id of a contact: its rows, the links that hold it together
with the weakest one, and whose value stands in each field, by which rule.

One bit doubles the odds, minus one halves them. Needs contact_sources among the
published tables; the rows are linked again, which takes as long as in the run.

With --output json: {"a", "b", "contact_a", "contact_b", "prior_bits", "steps":
[{"field", "level", "bits", "a", "b", "m", "u"}], "household_bits", "total_bits",
"probability", "match", "review", "verdict", "veto", "decided"}, or {"contact_id",
"rows", "links", "winners"}.`,
		Example: "  kartoteka explain crm:1042 shop:W77\n  kartoteka explain C4NQ7Y2KLM3\n  kartoteka explain --report dedupe.html",
		Args:    cobra.MaximumNArgs(2),
		RunE:    func(c *cobra.Command, args []string) error { return m.explain(c.Context(), args, step, page) },
	}
	c.Flags().StringVar(&step, "step", "", "`NAME` of the dedupe step (default: the only one)")
	c.Flags().StringVar(&page, "report", "", "write charts of what was learned and found to `FILE.html`")
	m.addOutput(c)
	return c
}

func (m *Main) explain(ctx context.Context, args []string, step, page string) (err error) {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	if len(args) == 0 && page == "" {
		return usage(errors.New("explain what? write two rows as source:key, or a contact_id"))
	}
	found, err := m.dedupeStep(step)
	if err != nil {
		return err
	}
	linked, closing, err := m.linkAgain(ctx, found)
	if err != nil {
		return err
	}
	defer func() {
		if cerr := closing(); err == nil {
			err = cerr
		}
	}()
	if page != "" {
		if err := m.writePage(page, linked.Report()); err != nil {
			return err
		}
	}
	switch len(args) {
	case 1:
		contact, ok := linked.Contact(args[0])
		if !ok {
			return fmt.Errorf("no contact has the id %s; kartoteka card finds contacts by name or row", args[0])
		}
		if asJSON {
			return m.printJSON(contact)
		}
		m.printContact(contact)
	case 2:
		var at [2]uint32
		for i, name := range args {
			row, ok := linked.Row(name)
			if !ok {
				return fmt.Errorf("%s is no source row; write source:key as in contact_sources", name)
			}
			at[i] = row
		}
		if at[0] == at[1] {
			return usage(errors.New("both are the same row"))
		}
		pair := linked.Pair(at[0], at[1])
		if asJSON {
			return m.printJSON(pair)
		}
		m.printPair(pair)
	}
	return nil
}

// linkAgain links the published rows in a database of their own.
func (m *Main) linkAgain(ctx context.Context, found *reviewed) (*dedupe.Linked, func() error, error) {
	sources, err := found.table(found.options.Makes.Sources)
	if err != nil {
		return nil, nil, err
	}
	files := map[string][]pipelines.InputFile{}
	for _, name := range []string{found.options.DecisionsOf(found.name), found.options.Model.Read.Value} {
		if path := found.project.Resolve(name); name != "" {
			if _, err := os.Stat(path); err == nil {
				files[name] = []pipelines.InputFile{{Name: name, Path: path}}
			}
		}
	}
	asOf, err := time.Parse(time.DateOnly, found.manifest.AsOf)
	if err != nil {
		return nil, nil, fmt.Errorf("read the manifest: as_of %q is no date", found.manifest.AsOf)
	}
	limits := found.project.Settings.Limits
	db, err := duck.Open(ctx, duck.Options{Memory: limits.Memory.Bytes * 6 / 10, Threads: limits.Threads, AllowedPaths: []string{sources}})
	if err != nil {
		return nil, nil, err
	}
	linked, err := dedupe.Open(ctx, db, found.entry, found.options, found.project, asOf, sources, files)
	if err != nil {
		return nil, nil, errors.Join(err, db.Close())
	}
	return linked, db.Close, nil
}
