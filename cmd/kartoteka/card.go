package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"kartoteka/cmd/kartoteka/card"
)

// mostHits bounds the list of contacts that a name gives.
const mostHits = 30

func (m *Main) cardCommand() *cobra.Command {
	var name string
	var raw bool
	c := &cobra.Command{
		Use:   "card {ID | --name TEXT}",
		Short: "Show one customer's card: sources, changes, addresses, mail, orders",
		Long: `Show one customer's card from the published tables: who it is and what it may be
sent; every source row, with what was changed in it and why; addresses over
time; returned mail; orders.

ID is a contact_id, or source:key as the firm's own system knows the customer; an
id that was merged into another leads to that one. --name looks for contacts in
whose name, address or e-mail every word stands, accents and case aside; one hit
shows its card, several are listed.

With --output json: {"snapshot_id", "as_of", "contact_id", "formerly",
"contact": {column: text}} and "household", "sources", "addresses", "returns",
"pieces", "orders", "purchases", "consents", "suppressions", "tasks", "events":
[{column: text}], the columns as published; several hits: [{column: text}].`,
		Example: "  kartoteka card crm:1042\n  kartoteka card --name \"anna nowak krakow\"\n  kartoteka card c_3k9x --raw",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			id := strings.Join(args, "")
			if (id == "") == (name == "") {
				return usage(errors.New("whose card? write an ID, or --name with a part of the name, address or e-mail"))
			}
			return m.card(c.Context(), id, name, raw)
		},
	}
	c.Flags().StringVar(&name, "name", "", "find the contact by a part of its name, address or e-mail")
	c.Flags().BoolVar(&raw, "raw", false, "show each source record as it was read (from published/restricted)")
	m.addOutput(c)
	return c
}

func (m *Main) card(ctx context.Context, id, name string, raw bool) error {
	asJSON, err := m.wantsJSON()
	if err != nil {
		return err
	}
	p, _, err := m.load()
	if err != nil {
		return err
	}
	box, err := card.Open(ctx, p.Resolve(p.Settings.Publish.To.Value), raw)
	if err != nil {
		return err
	}
	defer box.Close()
	formerly := ""
	if name != "" {
		hits, err := box.Named(ctx, name, mostHits+1)
		if err != nil {
			return err
		}
		if len(hits) != 1 {
			return m.printHits(hits, asJSON)
		}
		id = hits[0]["contact_id"]
	} else if id, formerly, err = box.Find(ctx, id); err != nil {
		return err
	}
	c, err := box.Read(ctx, id)
	if err != nil {
		return err
	}
	c.Formerly = formerly
	if asJSON {
		return m.printJSON(c)
	}
	m.printCard(c)
	return nil
}

func (m *Main) printHits(hits []card.Row, asJSON bool) error {
	if len(hits) == 0 {
		return fmt.Errorf("%w has all these words in its name, address or e-mail; write fewer of them", card.ErrNone)
	}
	more := len(hits) > mostHits
	if more {
		hits = hits[:mostHits]
	}
	if asJSON {
		return m.printJSON(hits)
	}
	var rows [][]string
	for _, h := range hits {
		rows = append(rows, []string{h["contact_id"], person(h), address(h), h["email"]})
	}
	m.grid(m.Stdout, []string{"contact", "name", "address", "e-mail"}, rows)
	if more {
		fmt.Fprintln(m.Stdout, "and more; write another word")
	}
	return nil
}

// person is the name of a contact on one line.
func person(r card.Row) string {
	name := words(r["prefix"], r["given_name"], r["middle_name"], r["family_name"], r["name_suffix"])
	switch {
	case name == "":
		return r["company"]
	case r["company"] != "":
		return name + ", " + r["company"]
	}
	return name
}

// words joins what is there with blanks.
func words(parts ...string) string {
	var there []string
	for _, p := range parts {
		if p != "" {
			there = append(there, p)
		}
	}
	return strings.Join(there, " ")
}
