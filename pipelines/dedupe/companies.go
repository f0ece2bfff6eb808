package dedupe

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/apache/arrow-go/v18/arrow/array"

	"kartoteka/pipelines"
	"kartoteka/pipelines/duck"
	"kartoteka/pipelines/kernel/linkage"
)

// firm is one company: the firm's own contacts and the people who work there.
type firm struct {
	id, name string
	members  []uint32 // contacts
}

// writeCompanies makes the table of contacts and their companies.
func (s *step) writeCompanies(ctx context.Context, r *pipelines.Run, c *contacts) error {
	former, err := s.formerCompanies(ctx, r)
	if err != nil {
		return err
	}
	type member struct {
		contact uint32
		of      *firm
	}
	var all []member
	firms := c.firms(former)
	for i := range firms {
		for _, m := range firms[i].members {
			all = append(all, member{m, &firms[i]})
		}
	}
	return fill(ctx, r, s.o.Makes.Companies, len(all), textField("company_id", "contact_id", "kind", "company"), func(b *array.RecordBuilder, i int) {
		x := &c.list[all[i].contact]
		appendText(b, 0, all[i].of.id)
		appendText(b, 1, x.id)
		appendText(b, 2, c.kind(x))
		appendText(b, 3, all[i].of.name)
	})
}

// firms joins contacts that name one firm, legal forms aside, and share its house,
// its telephone or an e-mail domain that is the firm's own.
func (c *contacts) firms(former map[string]string) []firm {
	parent := make([]uint32, len(c.list))
	root := func(i uint32) uint32 {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	var members []uint32
	first := map[string]uint32{} // key -> first contact that has it
	own := c.ownDomains()
	for i := range uint32(len(c.list)) {
		parent[i] = i
		x := &c.list[i]
		name := firmName(c.text("company", x.company))
		if name == "" {
			continue
		}
		members = append(members, i)
		house := c.text("address_key", x.address)
		if x.address == noRow || !c.in.complete[x.address] {
			house = ""
		}
		domain := domainOf(c.text("email", x.email))
		if !own[domain] {
			domain = ""
		}
		for _, v := range []string{house[:max(strings.LastIndexByte(house, '|'), 0)], c.text("phone", x.phone), domain} {
			if v == "" {
				continue
			}
			key := name + "\x00" + v
			if j, ok := first[key]; ok {
				a, b := root(i), root(j)
				parent[max(a, b)] = min(a, b)
			} else {
				first[key] = i
			}
		}
	}
	at := map[uint32]int{}
	var out []firm
	for _, i := range members {
		k, ok := at[root(i)]
		if !ok {
			k = len(out)
			at[root(i)] = k
			out = append(out, firm{})
		}
		out[k].members = append(out[k].members, i)
	}
	c.nameFirms(out, former)
	return out
}

// ownDomains are the e-mail domains of one firm: at least half of the contacts
// that write from there name a firm, and all of them the same.
func (c *contacts) ownDomains() map[string]bool {
	type use struct {
		contacts, named int
		name            string
		several         bool
	}
	uses := map[string]*use{}
	for i := range c.list {
		x := &c.list[i]
		domain := domainOf(c.text("email", x.email))
		if domain == "" {
			continue
		}
		u := uses[domain]
		if u == nil {
			u = &use{}
			uses[domain] = u
		}
		u.contacts++
		if name := firmName(c.text("company", x.company)); name != "" {
			u.several = u.several || u.named > 0 && name != u.name
			u.named++
			u.name = name
		}
	}
	own := map[string]bool{}
	for domain, u := range uses {
		own[domain] = !u.several && u.named*2 >= u.contacts
	}
	return own
}

func domainOf(email string) string {
	_, domain, _ := strings.Cut(email, "@")
	return strings.ToLower(domain)
}

// nameFirms gives the firms their names, that of the firm's own contact before
// those that people tell, and their ids, which stay with most of the contacts.
func (c *contacts) nameFirms(firms []firm, former map[string]string) {
	last := linkage.NewEncoder(len(c.list))
	for i := range c.list {
		last.Add(former[c.list[i].id])
	}
	column := last.Column()
	groups := make([][]uint32, len(firms))
	for k := range firms {
		groups[k] = firms[k].members
	}
	ids, parts := carry(groups, &column)
	used := map[string]bool{}
	for _, p := range parts {
		used[p.id] = true
	}
	for k := range firms {
		f := &firms[k]
		if f.id = ids[k]; f.id == "" {
			f.id = newID("B", c.seed(c.list[f.members[0]].rows[0]), used)
		}
		speaker := slices.MinFunc(f.members, func(a, b uint32) int {
			return cmp.Or(strings.Compare(c.kind(&c.list[a]), c.kind(&c.list[b])), cmp.Compare(a, b)) // company, person
		})
		f.name = c.text("company", c.list[speaker].company)
	}
	slices.SortFunc(firms, func(a, b firm) int { return strings.Compare(a.id, b.id) })
}

// formerCompanies are the companies of contacts in the last snapshot.
func (s *step) formerCompanies(ctx context.Context, r *pipelines.Run) (map[string]string, error) {
	path, ok := r.Previous.Path(s.o.Makes.Companies)
	if !ok {
		return nil, nil
	}
	query, err := duck.Render(sqlFiles, "sql/former_companies.sql", duck.Args{"path": path})
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	err = r.DB.Rows(ctx, query, func(scan func(...any) error) error {
		var contact, company string
		err := scan(&contact, &company)
		out[contact] = company
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the companies of the last snapshot: %w", err)
	}
	return out, nil
}
