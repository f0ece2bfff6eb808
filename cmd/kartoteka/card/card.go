// Package card reads one customer's card from the published tables: who it is,
// from which rows of which files it was made, what was changed in them and why,
// the addresses over time, returned mail, orders, and what it may be sent.
//
// It reads the set that the manifest points to, never two nights mixed, and
// asks only for tables and columns that were published: a project without
// orders has a card without orders.
package card

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/snapshot"
)

//go:embed sql/*.sql
var queries embed.FS

// Row is one row of a published table as text; what is not known is absent.
type Row map[string]string

// Card is everything that the published set tells of one contact. The JSON form
// is that of kartoteka card --output json.
type Card struct {
	Snapshot  string `json:"snapshot_id"`
	AsOf      string `json:"as_of"`
	ID        string `json:"contact_id"`
	Formerly  string `json:"formerly,omitempty"` // the id asked for, when it was merged into this one
	Contact   Row    `json:"contact"`
	Household []Row  `json:"household"` // the others of the household
	Sources   []Row  `json:"sources"`
	Addresses []Row  `json:"addresses"`
	Returns   []Row  `json:"returns"`
	Pieces    []Row  `json:"pieces"`
	Orders    []Row  `json:"orders"`
	Purchases []Row  `json:"purchases"`
	Consents  []Row  `json:"consents"`
	Stops     []Row  `json:"suppressions"`
	Tasks     []Row  `json:"tasks"`
	Events    []Row  `json:"events"`
}

// ErrNone says that no published contact is meant.
var ErrNone = errors.New("no published contact")

// Box is the published set, open for reading.
type Box struct {
	db       *duck.DB
	dir      string
	manifest *snapshot.Manifest
	raw      bool
}

// Open opens the current set of a published folder. With raw, source rows carry
// the record as it was read.
func Open(ctx context.Context, dir string, raw bool) (*Box, error) {
	m, err := snapshot.Current(dir)
	if err != nil {
		return nil, err
	}
	if m == nil {
		return nil, errors.New("nothing is published yet; run a job first: kartoteka run")
	}
	var paths []string
	for _, f := range m.Tables {
		paths = append(paths, filepath.Join(dir, filepath.FromSlash(f.Path)))
	}
	db, err := duck.Open(ctx, duck.Options{AllowedPaths: paths})
	if err != nil {
		return nil, err
	}
	return &Box{db: db, dir: dir, manifest: m, raw: raw}, nil
}

// Close frees the set.
func (b *Box) Close() error { return b.db.Close() }

// Find gives the ids that a person means: a contact's id, source:key, or an id
// that was merged into another. Formerly is that id.
func (b *Box) Find(ctx context.Context, what string) (id, formerly string, err error) {
	if rows, err := b.rows(ctx, "contacts", "contact_id", what); err != nil || len(rows) == 1 {
		return what, "", err
	}
	if source, key, ok := strings.Cut(what, ":"); ok {
		if file, ok := b.file("contact_sources"); ok {
			ids, err := b.texts(ctx, "sql/owners.sql", duck.Args{"file": file, "source": source, "key": key})
			if err != nil || len(ids) > 0 {
				return first(ids), "", err
			}
		}
	}
	if file, ok := b.file("contact_events"); ok {
		events, err := b.pairs(ctx, "sql/successors.sql", duck.Args{"file": file, "id": what})
		for _, e := range events {
			if e[0] == "merged_into" {
				return e[1], what, err
			}
		}
		if err != nil {
			return "", "", err
		}
	}
	return "", "", fmt.Errorf("%w is called %q; try kartoteka card --name with a part of the name, address or e-mail", ErrNone, what)
}

// Named gives the contacts in whose name, address or e-mail words begin with
// every word of a text, at most limit of them.
func (b *Box) Named(ctx context.Context, text string, limit int) ([]Row, error) {
	f, ok := b.find("contacts")
	if !ok {
		return nil, errors.New("the table contacts is not published")
	}
	var columns duck.Names
	for _, c := range f.Columns {
		if slices.Contains([]string{"given_name", "middle_name", "family_name", "company", "address_line", "postcode", "city", "email", "phone"}, c.Name) {
			columns = append(columns, duck.Name(c.Name))
		}
	}
	return b.read(ctx, f, "sql/named.sql", duck.Args{"searched": columns, "text": text, "limit": limit})
}

// Read gives the card of a contact.
func (b *Box) Read(ctx context.Context, id string) (*Card, error) {
	c := &Card{Snapshot: b.manifest.SnapshotID, AsOf: b.manifest.AsOf, ID: id}
	contact, err := b.rows(ctx, "contacts", "contact_id", id)
	if err != nil {
		return nil, err
	}
	if len(contact) == 0 {
		return nil, fmt.Errorf("%w is called %q", ErrNone, id)
	}
	c.Contact = contact[0]
	for _, part := range []struct {
		into  *[]Row
		table string
		order []string
	}{
		{&c.Sources, "contact_sources", []string{"source_order", "source", "source_file", "source_row"}},
		{&c.Addresses, "contact_addresses", []string{"valid_from", "valid_to", "address_line"}},
		{&c.Returns, "corrections", []string{"received_on", "return_id"}},
		{&c.Pieces, "pieces", []string{"campaign_id", "piece_id"}},
		{&c.Orders, "orders", []string{"ordered_at", "ordered_on", "order_id"}},
		{&c.Purchases, "contact_purchases", []string{"currency"}},
		{&c.Consents, "contact_consents", []string{"channel", "since"}},
		{&c.Stops, "suppressions", []string{"channel", "since"}},
		{&c.Tasks, "tasks", []string{"due_on", "task_id"}},
		{&c.Events, "contact_events", []string{"since", "event"}},
	} {
		if *part.into, err = b.rows(ctx, part.table, "contact_id", id); err != nil {
			return nil, err
		}
		inOrder(*part.into, part.order)
	}
	return c, b.household(ctx, c)
}

// household adds the others who live together with the contact.
func (b *Box) household(ctx context.Context, c *Card) error {
	c.Household = []Row{}
	id := c.Contact["household_id"]
	if id == "" {
		return nil
	}
	rows, err := b.rows(ctx, "contacts", "household_id", id)
	for _, r := range rows {
		if r["contact_id"] != c.ID {
			c.Household = append(c.Household, r)
		}
	}
	inOrder(c.Household, []string{"contact_id"})
	return err
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// inOrder sorts rows by columns as text, numbers by their size.
func inOrder(rows []Row, columns []string) {
	slices.SortStableFunc(rows, func(a, b Row) int {
		for _, c := range columns {
			x, y := a[c], b[c]
			if strings.HasSuffix(c, "_row") || strings.HasSuffix(c, "_order") {
				if len(x) != len(y) {
					return len(x) - len(y)
				}
			}
			if by := strings.Compare(x, y); by != 0 {
				return by
			}
		}
		return 0
	})
}
